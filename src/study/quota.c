/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/quota.h"

#include <math.h>

#include "forecast_point.h"
#include "tn/num/allocation.h"
#include "tn/num/leverage.h"
#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"
#include "tn/words/forecast.h"

/* As in a forecast: of an exact one, and of one of many points averaged over. */
static const double EXACT_TOL = 1e-11, POINT_TOL = 1e-6, POINT_DROP = 1e-12;
enum { REPLICATES = 16, LEAST_POINTS = 2, FEW_POINTS = 8, POINTS = 64 };
/* Who asks no more than this of a probability gets few points. */
static const double COARSE = 2e-3;

long tn_quota_at(const struct tn_quota *quota, int status, double c)
{
    const struct tn_distribution *exits = &quota->forecast.commune.status[status].exits;

    return tn_poisbin_assured(exits->n, exits->pmf, c);
}

/* ---- what is asked of villages ---- */

static double *tails_of(struct tn_arena *arena, const struct tn_distribution *exits)
{
    double *tail = tn_new(arena, double, exits->n + 1);

    for (size_t k = 0; k <= exits->n; k++)
        tail[k] = tn_poisbin_at_least(exits->n, exits->pmf, (long)k);
    for (size_t k = 1; k <= exits->n; k++)   // rounding must not make it rise
        tail[k] = fmin(tail[k], tail[k - 1]);
    return tail;
}

static void ask_villages(struct tn_arena *arena, const struct tn_commune *c,
                         const struct tn_forecast *forecast, int status,
                         struct tn_status_quota *quota)
{
    size_t *n = tn_new(arena, size_t, c->villages);
    const double **tail = tn_new(arena, const double *, c->villages);
    long *fair = tn_new(arena, long, c->villages), have = c->households[status];

    quota->village = tn_new(arena, struct tn_village_quota, c->villages);
    quota->least_given = 1;
    for (size_t v = 0; v < c->villages; v++) {
        const struct tn_outcome *o = &forecast->village[v].status[status];
        n[v] = o->exits.n;
        tail[v] = tails_of(arena, &o->exits);
        quota->village[v].given = (struct tn_asked){
            c->village[v].quota[status], tn_distribution_at_least(&o->exits, o->quota)};
        quota->least_given = fmin(quota->least_given, quota->village[v].given.p);
        for (int i = 0; i < 3; i++)
            quota->village[v].realistic[i] = o->realistic[i];
    }
    quota->too_many = quota->total > have;
    quota->least_fair = tn_allocation_fair(arena, c->villages, n, tail,
                                           quota->too_many ? have : quota->total, fair);
    for (size_t v = 0; v < c->villages; v++)
        quota->village[v].fair = (struct tn_asked){fair[v], tail[v][fair[v]]};
}

/* ---- leverages and P(every village meets its fair quota), at one parameter point ----
 */

struct point {
    const struct tn_draws *draws;
    const struct tn_quota *quota;
    bool exact;
};

/* Where P(every village meets its quota) stands, then chance, gain and sure of groups. */
enum { GIVEN, FAIR = GIVEN + TN_STATUSES, GROUPS = FAIR + TN_STATUSES };

static size_t values_of(const struct tn_setup *s)
{
    return GROUPS + 3 * (s->groups[TN_C_POOR_EXITS] + s->groups[TN_C_NEAR_EXITS]);
}

static void every_village(struct tn_arena *work, const struct tn_laws *laws,
                          const struct tn_setup *s, const struct tn_quota *quota,
                          double value[])
{
    size_t n = s->commune->villages;
    long *given = tn_new(work, long, n), *fair = tn_new(work, long, n);

    for (int status = 0; status < TN_STATUSES; status++) {
        for (size_t v = 0; v < n; v++) {
            given[v] = quota->status[status].village[v].given.quota;
            fair[v] = quota->status[status].village[v].fair.quota;
        }
        value[GIVEN + status] = tn_laws_every(work, laws, (size_t)status, given);
        value[FAIR + status] = tn_laws_every(work, laws, (size_t)status, fair);
    }
}

/* Counts 0 and 1 are the exits of the poor and of the near-poor. */
static void point_at(struct tn_arena *work, const void *what, const double u[],
                     double value[])
{
    const struct point *p = what;
    const struct tn_setup *s = p->draws->setup;
    struct tn_effects effects = tn_point_effects(work, s, tn_draws_at(work, p->draws, u));
    struct tn_laws laws;
    double *next = value + GROUPS;

    effects.counts = TN_STATUSES;
    if (p->exact) {
        laws = tn_effects_solve(work, &effects, EXACT_TOL);
    } else {
        struct tn_grid grid = tn_effects_grid(work, &effects, POINT_TOL, 0);
        effects.drop = POINT_DROP;
        laws = tn_effects_laws(work, &grid, &effects);
    }
    for (int status = 0; status < TN_STATUSES; status++) {
        size_t groups = effects.count[status].groups;
        struct tn_leverage *leverage = tn_new(work, struct tn_leverage, groups);
        struct tn_lever lever = {(size_t)status, p->quota->status[status].total,
                                 (double)INFINITY};
        tn_leverage_of(work, &laws, &effects, &lever, leverage);
        for (size_t g = 0; g < groups; g++) {
            *next++ = leverage[g].chance;
            *next++ = leverage[g].gain;
            *next++ = leverage[g].support;
        }
    }
    every_village(work, &laws, s, p->quota, value);
}

/* Groups stand in the order of the classes of their status. */
static void unpack(struct tn_arena *arena, const struct tn_setup *s, const double value[],
                   struct tn_quota *quota)
{
    size_t next[TN_STATUSES] = {GROUPS, GROUPS + 3 * s->groups[TN_C_POOR_EXITS]};

    quota->leverage = tn_new(arena, struct tn_class_leverage, s->classes.n);
    for (size_t i = 0; i < s->classes.n; i++) {
        const double *v = value + next[s->classes.class[i].status];
        quota->leverage[i] = (struct tn_class_leverage){v[0], v[1], v[2]};
        next[s->classes.class[i].status] += 3;
    }
    for (int status = 0; status < TN_STATUSES; status++) {
        quota->status[status].every_given = value[GIVEN + status];
        quota->status[status].every_fair = value[FAIR + status];
    }
}

static double worst_gain_error(const struct tn_qmc_mean *mean, size_t values)
{
    double worst = 0;

    for (size_t i = GROUPS + 1; i < values; i += 3)
        worst = fmax(worst, mean->error[i]);
    return worst;
}

enum tn_fault tn_quota_of(struct tn_arena *arena, const struct tn_commune *commune,
                          const struct tn_model *model,
                          const struct tn_quota_options *options, struct tn_quota *quota,
                          struct tn_err *err)
{
    struct tn_setup setup = tn_setup_from(arena, commune, model);
    struct tn_draws draws = tn_draws_of(arena, &setup);
    struct point point = {&draws, quota, false};

    *quota = (struct tn_quota){.classes = setup.classes};
    enum tn_fault fault = tn_forecast_of(arena, commune, model, &options->forecast,
                                         &quota->forecast, err);
    if (fault)
        return fault;
    for (int status = 0; status < TN_STATUSES; status++) {
        long total = options->total[status];
        quota->status[status].total = total < 0 ? commune->quota[status] : total;
        ask_villages(arena, commune, &quota->forecast, status, &quota->status[status]);
    }

    point.exact = quota->forecast.method == TN_EXACT;
    if (point.exact) {
        double *value = tn_new(arena, double, values_of(&setup));
        point_at(arena, &point, NULL, value);
        unpack(arena, &setup, value, quota);
        return TN_OK;
    }
    size_t points = options->forecast.error > COARSE ? FEW_POINTS : POINTS;
    points = tn_points_for(&setup, points, LEAST_POINTS);
    struct tn_qmc qmc = {.at = point_at,
                         .what = &point,
                         .dims = draws.n,
                         .values = values_of(&setup),
                         .replicates = REPLICATES,
                         .first = points,
                         .most = points,
                         .seed = options->forecast.seed,
                         .threads = options->forecast.threads};
    struct tn_qmc_mean mean = tn_qmc_mean(arena, &qmc);
    quota->error = worst_gain_error(&mean, qmc.values);
    unpack(arena, &setup, mean.mean, quota);
    return TN_OK;
}
