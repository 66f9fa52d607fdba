/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/district.h"

#include <assert.h>
#include <math.h>

#include "forecast_point.h"
#include "tn/num/allocation.h"
#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"

const double tn_district_shared = 0.5;

/* Of the laws: where one point is all, and where they are averaged over many. */
static const double EXACT_TOL = 1e-13, POINT_TOL = 1e-6;
enum { REPLICATES = 16, POINTS = 64 };

/* What is computed at a parameter point: the laws of exits, status by status, commune by
 * commune, the district's last. */
struct work {
    size_t n;
    const struct tn_setup *setup;   // per commune
    const struct tn_draws *draws;   // per commune
    double shared, tol;
    unsigned halvings;             // of every grid's step
    size_t (*size)[TN_STATUSES];   // households per commune; last: all
    size_t (*slot)[TN_STATUSES];   // where each law starts
    size_t values;
};

static void lay_out(struct tn_arena *arena, size_t n,
                    const struct tn_commune *const commune[], struct work *w)
{
    w->size = (size_t(*)[TN_STATUSES])tn_new(arena, size_t, TN_STATUSES * (n + 1));
    w->slot = (size_t(*)[TN_STATUSES])tn_new(arena, size_t, TN_STATUSES * (n + 1));
    for (size_t c = 0; c <= n; c++)
        for (int s = 0; s < TN_STATUSES; s++) {
            if (c < n) {
                w->size[c][s] = (size_t)commune[c]->households[s];
                w->size[n][s] += w->size[c][s];
            }
            w->slot[c][s] = w->values;
            w->values += w->size[c][s] + 1;
        }
}

/* The laws of a commune's exits where the district's effect is d and the commune's own
 * year has sd. */
static struct tn_laws laws_given(struct tn_arena *arena, const struct tn_effects *effects,
                                 double d, double sd, const struct work *w)
{
    struct tn_effects here = *effects;
    double *logit = tn_new(arena, double, effects->risks);

    for (size_t r = 0; r < effects->risks; r++)
        logit[r] = effects->logit[r] + d;
    here.logit = logit;
    here.year_sd = sd;
    here.counts = TN_STATUSES;   // the exits of the poor and of the near-poor
    struct tn_grid grid = tn_effects_grid(arena, &here, w->tol, w->halvings);
    return tn_effects_laws(arena, &grid, &here);
}

static void convolve(size_t n, const double a[], size_t m, const double b[], double sum[])
{
    for (size_t k = 0; k <= n + m; k++)
        sum[k] = 0;
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++)
            sum[i + j] += a[i] * b[j];
}

/* One node of the district's effect: add weight times each law into value. */
static void add_node(struct tn_arena *arena, const struct work *w,
                     const struct tn_effects effects[], double sd_district,
                     double node[2], double value[])
{
    double *sum[TN_STATUSES], *next[TN_STATUSES];
    size_t done[TN_STATUSES] = {0};

    for (int s = 0; s < TN_STATUSES; s++) {
        sum[s] = tn_new(arena, double, w->size[w->n][s] + 1);
        next[s] = tn_new(arena, double, w->size[w->n][s] + 1);
        sum[s][0] = 1;
    }
    for (size_t c = 0; c < w->n; c++) {
        double left = effects[c].year_sd * effects[c].year_sd - sd_district * sd_district;
        struct tn_laws laws = laws_given(arena, &effects[c], node[0], sqrt(fmax(left, 0)),
                                         w);
        for (int s = 0; s < TN_STATUSES; s++) {
            const double *pmf = laws.whole[s].pmf;
            for (size_t k = 0; k <= w->size[c][s]; k++)
                value[w->slot[c][s] + k] += node[1] * pmf[k];
            convolve(done[s], sum[s], w->size[c][s], pmf, next[s]);
            double *swap = sum[s];
            sum[s] = next[s];
            next[s] = swap;
            done[s] += w->size[c][s];
        }
    }
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t k = 0; k <= done[s]; k++)
            value[w->slot[w->n][s] + k] += node[1] * sum[s][k];
}

/* The district's sd is the shared part of the smallest commune's year. */
static void point_at(struct tn_arena *arena, const void *what, const double u[],
                     double value[])
{
    const struct work *w = what;
    struct tn_effects *effects = tn_new(arena, struct tn_effects, w->n);
    double least = INFINITY;

    for (size_t c = 0; c < w->n; c++) {
        effects[c] = tn_point_effects(arena, &w->setup[c],
                                      tn_draws_at(arena, &w->draws[c], u));
        least = fmin(least, effects[c].year_sd);
    }
    double sd = sqrt(w->shared) * least;
    struct tn_grid grid = tn_grid_from(arena, 1, &sd, w->tol, w->halvings);
    for (size_t i = 0; i < w->values; i++)
        value[i] = 0;
    for (size_t j = 0; j < tn_grid_lanes(&grid); j++) {
        struct tn_mark mark = tn_arena_mark(arena);
        double node[2] = {grid.shift[j], grid.level[0].weight[j]};
        if (node[1] > 0)
            add_node(arena, w, effects, sd, node, value);
        tn_arena_rewind(arena, mark);
    }
}

/* P(quota met) of each replicate gives its error. */
static double error_of(const struct tn_qmc_mean *mean, size_t values, size_t slot,
                       size_t n, long quota, double p)
{
    double spread = 0;

    if (!mean)
        return 0;
    for (size_t r = 0; r < REPLICATES; r++) {
        double off = tn_poisbin_at_least(n, mean->replicate + r * values + slot, quota) -
                     p;
        spread += off * off;
    }
    return sqrt(spread / (REPLICATES * (REPLICATES - 1.0)));
}

static void share_out(struct tn_arena *arena, const struct work *w, int s,
                      struct tn_part part[])
{
    const double **tail = tn_new(arena, const double *, w->n);
    size_t *n = tn_new(arena, size_t, w->n);
    long *fair = tn_new(arena, long, w->n), total = part[w->n].quota;

    for (size_t c = 0; c < w->n; c++) {
        double *t = tn_new(arena, double, w->size[c][s] + 1);
        n[c] = w->size[c][s];
        for (size_t k = 0; k <= n[c]; k++) {
            t[k] = tn_distribution_at_least(&part[c].exits, (long)k);
            if (k > 0)
                t[k] = fmin(t[k], t[k - 1]);
        }
        tail[c] = t;
    }
    if (total > (long)w->size[w->n][s])
        total = (long)w->size[w->n][s];
    part[w->n].fair = total;
    part[w->n].p_fair = tn_allocation_fair(arena, w->n, n, tail, total, fair);
    for (size_t c = 0; c < w->n; c++) {
        part[c].fair = fair[c];
        part[c].p_fair = tail[c][fair[c]];
    }
}

static void unpack(struct tn_arena *arena, const struct work *w, double *value,
                   const struct tn_qmc_mean *mean, struct tn_district *d)
{
    for (int s = 0; s < TN_STATUSES; s++) {
        struct tn_part *part = d->part[s];
        for (size_t c = 0; c <= w->n; c++) {
            part[c].exits = (struct tn_distribution){
                .n = w->size[c][s], .step = 1, .pmf = value + w->slot[c][s]};
            tn_distribution_describe(&part[c].exits);
            double p = tn_distribution_at_least(&part[c].exits, part[c].quota);
            part[c].quota_met = (struct tn_odds){p, error_of(mean, w->values,
                                                             w->slot[c][s], w->size[c][s],
                                                             part[c].quota, p)};
            for (int i = 0; i < 3; i++)
                part[c].realistic[i] = tn_poisbin_assured(
                    part[c].exits.n, part[c].exits.pmf, tn_realistic_level[i]);
        }
        share_out(arena, w, s, part);
    }
}

struct tn_district tn_district_of(struct tn_arena *arena, size_t n,
                                  const struct tn_commune *const commune[],
                                  const struct tn_model *const model[],
                                  const struct tn_district_options *options)
{
    assert(options->shared >= 0 && options->shared <= 1);
    struct tn_setup *setup = tn_new(arena, struct tn_setup, n);
    struct tn_draws *draws = tn_new(arena, struct tn_draws, n);
    struct work w = {.n = n,
                     .setup = setup,
                     .draws = draws,
                     .shared = options->shared,
                     .tol = POINT_TOL};
    struct tn_district d = {.communes = n, .shared = options->shared, .points = 1};
    size_t dims = 0;

    lay_out(arena, n, commune, &w);
    for (size_t c = 0; c < n; c++) {
        setup[c] = tn_setup_from(arena, commune[c], model[c]);
        draws[c] = tn_draws_of(arena, &setup[c]);
        dims = draws[c].n > dims ? draws[c].n : dims;
    }
    for (int s = 0; s < TN_STATUSES; s++) {
        d.part[s] = tn_new(arena, struct tn_part, n + 1);
        for (size_t c = 0; c < n; c++) {
            d.part[s][c].base = commune[c]->households[s];
            d.part[s][c].quota = commune[c]->quota[s];
            d.part[s][n].base += commune[c]->households[s];
            d.part[s][n].quota += commune[c]->quota[s];
        }
    }
    if (options->forecast.method == TN_EXACT || dims == 0) {
        double *value = tn_new(arena, double, w.values);
        w.tol = EXACT_TOL;
        w.halvings = 1;
        point_at(arena, &w, NULL, value);
        unpack(arena, &w, value, NULL, &d);
        return d;
    }
    struct tn_qmc qmc = {.at = point_at,
                         .what = &w,
                         .dims = dims,
                         .values = w.values,
                         .replicates = REPLICATES,
                         .first = POINTS,
                         .most = POINTS,
                         .seed = options->forecast.seed,
                         .threads = options->forecast.threads};
    struct tn_qmc_mean mean = tn_qmc_mean(arena, &qmc);
    d.points = REPLICATES * POINTS;
    unpack(arena, &w, mean.mean, &mean, &d);
    return d;
}
