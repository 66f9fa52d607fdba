/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast_point.h"

#include "tn/num/clones.h"
#include "tn/num/concord.h"
#include "tn/num/joint.h"
#include "tn/num/lanes.h"
#include "tn/num/poisbin.h"
#include "tn/num/special.h"

#include <math.h>
#include <string.h>

/* Flows of one set of parameters. */
struct flow {
    double to_near, to_poor, entry[TN_STATUSES];
};

static double share_at(const struct tn_prior *prior, double scaled)
{
    return prior->off ? 0 : tn_expit(scaled);
}

static double rate_at(const struct tn_prior *prior, double scaled)
{
    return prior->off ? 0 : exp(scaled);
}

static struct flow flow_at(const struct tn_model *model, const double scaled[])
{
    const struct tn_prior *prior = model->prior;

    return (struct flow){
        share_at(&prior[TN_TO_NEAR_POOR], scaled[TN_TO_NEAR_POOR]),
        share_at(&prior[TN_NEAR_TO_POOR], scaled[TN_NEAR_TO_POOR]),
        {rate_at(&prior[TN_ENTRY_POOR], scaled[TN_ENTRY_POOR]),
         rate_at(&prior[TN_ENTRY_NEAR_POOR], scaled[TN_ENTRY_NEAR_POOR])},
    };
}

/* Whom a count counts: see tn/num/effects.h. */
static void open_chances(int count, bool poor, const struct flow *flow,
                         struct tn_group *g)
{
    switch (count) {
    case TN_C_POOR_END:
        g->stays = poor ? 1 : flow->to_poor;
        g->exits = 0;
        break;
    case TN_C_NEAR_END:
        g->stays = poor ? 0 : 1 - flow->to_poor;
        g->exits = poor ? flow->to_near : 0;
        break;
    default:
        g->stays = 0;
        g->exits = 1;
    }
}

/* The sds of the villages' effects, where some of them are known; else null. */
static const double *own_sds(struct tn_arena *arena, const struct tn_setup *s,
                             double common)
{
    size_t n = s->commune->villages;
    double *sd = s->villages_known ? tn_new(arena, double, n) : NULL;

    for (size_t v = 0; sd && v < n; v++)
        sd[v] = s->village[v] ? s->village[v]->prior.sd : common;
    return sd;
}

static struct tn_effects effects_at(struct tn_arena *arena, const struct tn_setup *s,
                                    const double scaled[], const struct flow *flow)
{
    struct tn_effects effects = {
        .year_sd = rate_at(&s->model->prior[TN_YEAR_SD], scaled[TN_YEAR_SD]),
        .place_sd = rate_at(&s->model->prior[TN_VILLAGE_SD], scaled[TN_VILLAGE_SD]),
        .places = s->commune->villages,
        .risks = s->classes.risks,
        .counts = TN_C_COUNTS,
    };
    double *logit = tn_new(arena, double, s->classes.risks);
    struct tn_count *count = tn_new(arena, struct tn_count, TN_C_COUNTS);

    for (size_t r = 0; r < s->classes.risks; r++)
        logit[r] = tn_class_logit(&s->classes.class[s->classes.first_of_risk[r]],
                                  s -> model -> terms, scaled);
    for (int c = 0; c < TN_C_COUNTS; c++) {
        struct tn_group *group = tn_new(arena, struct tn_group, s->groups[c]);
        for (size_t i = 0; i < s->groups[c]; i++) {
            group[i] = s->group[c][i];
            open_chances(c, s->of_poor[c][i], flow, &group[i]);
            if (s->report)
                group[i].pool = s->of_poor[c][i] ? TN_POOR : TN_NEAR_POOR;
        }
        count[c] = (struct tn_count){s->groups[c], group};
    }
    effects.own_sd = own_sds(arena, s, effects.place_sd);
    effects.logit = logit;
    effects.count = count;
    if (s->report) {   // a status's exits are reported together
        effects.pools = TN_STATUSES;
        effects.pool = count + TN_C_POOR_EXITS;
        effects.report = s->report;
    }
    return effects;
}

/* One point of many, whose average is never so sure. */
static const double POINT_DROP = 1e-12;

/* A stretch of a law below which, and above which, nothing can be seen in any sum. */
struct stretch {
    size_t first, last;
};
static const double UNSEEN = 1e-18;
enum { MANY_COUNTS = 1000 };   // a law this long has entries that are not seen

static struct stretch seen_of(size_t n, const double pmf[])
{
    struct stretch s = {0, n};

    while (s.last > 0 && !(pmf[s.last] > UNSEEN))
        s.last--;
    while (s.first < s.last && !(pmf[s.first] > UNSEEN))
        s.first++;
    return s;
}

/* A Poisson number's chances of 0..most, what lies beyond at most; built outwards from
 * the mode, so that none underflows before its neighbour. */
static void poisson(double mean, size_t most, double pmf[])
{
    size_t mode = (size_t)mean < most ? (size_t)mean : most;
    double sum = 0;

    memset(pmf, 0, (most + 1) * sizeof *pmf);
    pmf[mode] = exp((mode ? (double)mode * log(mean) : 0) - mean -
                    lgamma((double)mode + 1));
    for (size_t k = mode; k > 0; k--)
        pmf[k - 1] = pmf[k] * (double)k / mean;
    for (size_t k = mode; k < most && pmf[k] > UNSEEN; k++)
        pmf[k + 1] = pmf[k] * mean / (double)(k + 1);
    for (size_t k = 0; k < most; k++)
        sum += pmf[k];
    pmf[most] = fmax(1 - sum, 0);
}

/* sum[k + j] += a[k] b[j] over a stretch of either. */
TN_CLONES static void add_products(struct stretch of_a, const double a[],
                                   struct stretch of_b, const double b[], double sum[])
{
    enum { PART = 512 };   // of b and of the sum at once, so that both stay at hand

    for (size_t from = of_b.first; from <= of_b.last; from += PART) {
        size_t last = from + PART - 1 < of_b.last ? from + PART - 1 : of_b.last;
        for (size_t k = of_a.first; k <= of_a.last; k++) {
            double *to = sum + k, x = a[k];
            for (size_t j = from; j <= last; j++)
                to[j] += x * b[j];
        }
    }
}

/* The law of a count and of a Poisson number of entries together, on 0..n; what lies
 * beyond is put at n. Room for n + 1 in sum. */
static void with_entries(struct tn_arena *arena, size_t m, const double pmf[],
                         double mean, size_t n, double sum[])
{
    memset(sum, 0, (n + 1) * sizeof *sum);
    if (n == m || !(mean > 0)) {
        memcpy(sum, pmf, (m + 1) * sizeof *sum);
        return;
    }
    struct tn_mark mark = tn_arena_mark(arena);
    double *entries = tn_new(arena, double, n - m + 1);
    poisson(mean, n - m, entries);
    struct stretch of_pmf = m > MANY_COUNTS ? seen_of(m, pmf) : (struct stretch){0, m};
    add_products(seen_of(n - m, entries), entries, of_pmf, pmf, sum);
    tn_arena_rewind(arena, mark);
}

/* Households left at the year's end of an area, at one set of parameters. */
struct end {
    const struct tn_law *law;   // of those that were poor or near-poor at the start
    double entries;             // mean number of those that come
    size_t n;                   // last cell
    long step;
    double mean, sd;   // of both together; where step is above 1
};

/* P(count + entries <= k) where entries are many: both together are taken as normal.
 * Accuracy: 1e-3 at 60 entries, falling with their number's root; averaged over an
 * uncertain rate, an order less. */
static double nearly_at_most(const struct end *e, double k)
{
    return e->sd > 0 ? tn_normal_cdf((k + 0.5 - e->mean) / e->sd) : k >= e->mean;
}

static void fill_end(struct tn_arena *arena, const struct end *e, double pmf[])
{
    double below = 0;

    if (e->step == 1) {
        with_entries(arena, e->law->n, e->law->pmf, e->entries, e->n, pmf);
        return;
    }
    for (size_t k = 0; k <= e->n; k++) {
        double most = k < e->n ? nearly_at_most(e, (double)k * (double)e->step) : 1;
        pmf[k] = most - below;
        below = most;
    }
}

/* pmf as filled by fill_end. */
static double end_at_most(const struct end *e, const double pmf[], long k)
{
    if (k < 0)
        return 0;
    return e->step == 1 ? tn_poisbin_at_most(e->n, pmf, k) : nearly_at_most(e, (double)k);
}

/* The laws at one set of parameters, and the vector that they go into. */
struct filling {
    const struct tn_setup *s;
    const struct tn_laws *laws;
    struct flow flow;
    double *out;
};

static struct end end_of(const struct filling *f, size_t v, int status)
{
    const struct tn_setup *s = f->s;
    size_t count = (size_t)(TN_C_POOR_END + status);
    bool whole = v == s->commune->villages;

    struct end e = {.law = whole ? &f->laws->whole[count]
                                 : tn_laws_place(f->laws, count, v),
                    .entries = f->flow.entry[status] * s->exposure[v],
                    .n = s->slots[v].n[count],
                    .step = s->slots[v].step[count]};
    if (e.step > 1) {
        e.mean = tn_poisbin_mean(e.law->n, e.law->pmf) + e.entries;
        e.sd = hypot(tn_poisbin_sd(e.law->n, e.law->pmf), sqrt(e.entries));
    }
    return e;
}

static void fill_status(struct tn_arena *arena, const struct filling *f, size_t v,
                        int status)
{
    const struct tn_commune *c = f->s->commune;
    const struct tn_slots *slots = &f->s->slots[v];
    double *out = f->out;
    bool whole = v == c->villages;
    long base = whole ? c->households[status] : c->village[v].households[status];
    long quota = whole ? c->quota[status] : c->village[v].quota[status];
    size_t exits = (size_t)(TN_C_POOR_EXITS + status);
    size_t ends = (size_t)(TN_C_POOR_END + status);
    const struct tn_law *law = whole ? &f->laws->whole[exits]
                                     : tn_laws_place(f->laws, exits, v);
    struct end end = end_of(f, v, status);

    memcpy(out + slots->pmf[exits], law->pmf, (law->n + 1) * sizeof *out);
    out[slots->mean[exits]] = tn_poisbin_mean(law->n, law->pmf);
    out[slots->quota[status]] = tn_poisbin_at_least(law->n, law->pmf, quota);

    fill_end(arena, &end, out + slots->pmf[ends]);
    out[slots->mean[ends]] = tn_poisbin_mean(end.law->n, end.law->pmf) + end.entries;
    out[slots->net[status]] = end_at_most(&end, out + slots->pmf[ends], base - quota);
    out[slots->entry[status]] = end.entries;
}

static void fill_area(struct tn_arena *arena, const struct filling *f, size_t v)
{
    const struct tn_commune *c = f->s->commune;
    const struct tn_slots *slots = &f->s->slots[v];
    const long *base = v == c->villages ? c->households : c->village[v].households;
    double *out = f->out;

    for (int status = 0; status < TN_STATUSES; status++)
        fill_status(arena, f, v, status);
    out[slots->to_near] = f->flow.to_near * out[slots->mean[TN_C_POOR_EXITS]];
    out[slots->to_poor] = f->flow.to_poor * ((double)base[TN_NEAR_POOR] -
                                             out[slots->mean[TN_C_NEAR_EXITS]]);
}

/* P(both quotas met) if, given the year, the two statuses were independent. */
static double met_independently(struct tn_arena *arena, const struct tn_laws *laws,
                                const long quota[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    size_t width = laws->grid.level[0].width;
    double *poor = tn_new(arena, double, width), *near = tn_new(arena, double, width);
    const struct tn_law *law = laws->whole;

    tn_lanes_at_least(width, law[TN_C_POOR_EXITS].n, law[TN_C_POOR_EXITS].given,
                      quota[TN_POOR], poor);
    tn_lanes_at_least(width, law[TN_C_NEAR_EXITS].n, law[TN_C_NEAR_EXITS].given,
                      quota[TN_NEAR_POOR], near);
    for (size_t j = 0; j < width; j++)
        poor[j] *= near[j];
    double both = tn_lanes_dot(width, laws->year, poor);
    tn_arena_rewind(arena, mark);
    return both;
}

/* The joint law has a cell for every pair of numbers up to the quotas, and every place
 * touches them all: beyond so many it is left to the series. */
static const double MOST_CELLS = 50000;

bool tn_point_many(const struct tn_setup *s)
{
    const long *quota = s->commune->quota;
    double cells = ((double)quota[TN_POOR] + 1) * ((double)quota[TN_NEAR_POOR] + 1);

    return cells * (double)s->commune->villages > MOST_CELLS;
}

size_t tn_points_for(const struct tn_setup *s, size_t n, size_t least)
{
    enum { MANY_HOUSEHOLDS = 2048 };
    const long *all = s->commune->households;

    for (long left = all[TN_POOR] + all[TN_NEAR_POOR];
         left > MANY_HOUSEHOLDS && n > least; left /= 2)
        n /= 2;
    return n;
}

static double met_jointly(struct tn_arena *arena, const struct tn_laws *laws,
                          const long quota[])
{
    struct tn_pair pair = {{TN_C_POOR_EXITS, TN_C_NEAR_EXITS}, true};
    struct tn_joint joint = tn_joint_law(arena, laws, pair, quota);

    return tn_joint_at_least(&joint, quota[TN_POOR], quota[TN_NEAR_POOR]);
}

static double met_in_series(struct tn_arena *arena, const struct tn_laws *laws,
                            const long quota[])
{
    struct tn_pair pair = {{TN_C_POOR_EXITS, TN_C_NEAR_EXITS}, true};

    return tn_concord(arena, laws, pair, quota);
}

static void fill_commune(struct tn_arena *arena, const struct filling *f, bool joint)
{
    const struct tn_setup *s = f->s;
    const struct tn_laws *laws = f->laws;
    const struct tn_commune *c = s->commune;
    double *out = f->out;
    long *quota = tn_new(arena, long, c->villages);

    out[TN_WATCHED_INDEPENDENT] = met_independently(arena, laws, c->quota);
    out[s->both] = tn_point_many(s) ? met_in_series(arena, laws, c->quota)
                   : joint          ? met_jointly(arena, laws, c->quota)
                                    : out[TN_WATCHED_INDEPENDENT];
    for (int status = 0; status < TN_STATUSES; status++) {
        struct end end = end_of(f, c->villages, status);
        const double *pmf = out + s->slots[c->villages].pmf[TN_C_POOR_END + status];
        for (size_t v = 0; v < c->villages; v++)
            quota[v] = c->village[v].quota[status];
        out[s->every[status]] = tn_laws_every(
            arena, laws, status == TN_POOR ? TN_C_POOR_EXITS : TN_C_NEAR_EXITS, quota);
        for (size_t i = 0; i < s->targets[status]; i++)
            out[s->target[status] + i] = end_at_most(&end, pmf,
                                                     s->printed[status][i].most);
    }
}

/* What the reports say of the year, and of each village: means given the year, then over
 * the year. The effect of a village is what the grid's sum s has beyond the year's e. */
static void fill_effects(struct tn_arena *arena, const struct tn_laws *laws, double out[])
{
    size_t year = laws->grid.level[0].width;
    double *e = tn_new(arena, double, year), *given = tn_new(arena, double, 2 * year);

    tn_grid_average(&laws->grid, 1, 1, laws->grid.shift, e);   // the prior mean of u is 0
    for (size_t j = 0; j < year; j++) {
        out[TN_EFFECT_MEAN] += laws->year[j] * e[j];
        out[TN_EFFECT_SQUARE] += laws->year[j] * e[j] * e[j];
    }
    for (size_t v = 0; v < laws->places; v++) {
        struct tn_mark mark = tn_arena_mark(arena);
        const struct tn_grid *grid = tn_laws_grid(laws, v);
        size_t lanes = tn_grid_lanes(grid);
        double *s = tn_new(arena, double, 2 * lanes);
        out += TN_EFFECT_NUMBERS;
        for (size_t j = 0; j < lanes; j++) {
            s[j] = grid->shift[j];
            s[lanes + j] = grid->shift[j] * grid->shift[j];
        }
        tn_laws_average(arena, laws, v, 2, s, given);
        for (size_t j = 0; j < year; j++) {
            if (!(laws->year[j] > 0))
                continue;
            double mean = given[j] - e[j];
            out[TN_EFFECT_MEAN] += laws->year[j] * mean;
            out[TN_EFFECT_SQUARE] += laws->year[j] *
                                     (given[year + j] - e[j] * (given[j] + mean));
        }
        tn_arena_rewind(arena, mark);
    }
}

struct tn_effects tn_point_effects(struct tn_arena *arena, const struct tn_setup *s,
                                   const double scaled[])
{
    struct flow flow = flow_at(s->model, scaled);

    return effects_at(arena, s, scaled, &flow);
}

double tn_point_evidence(struct tn_arena *arena, const struct tn_setup *s,
                         const double scaled[], double tol)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_effects effects = tn_point_effects(arena, s, scaled);

    effects.counts = 0;
    struct tn_grid grid = tn_effects_grid(arena, &effects, tol, 0);
    double evidence = tn_effects_laws(arena, &grid, &effects).evidence;
    tn_arena_rewind(arena, mark);
    return evidence;
}

double tn_point_of(struct tn_arena *arena, const struct tn_setup *s,
                   const double scaled[], struct tn_precision precision, double out[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_laws laws;
    const struct filling filling = {s, &laws, flow_at(s->model, scaled), out};
    struct tn_effects effects = effects_at(arena, s, scaled, &filling.flow);
    double moved = 0;

    if (precision.solve) {
        laws = tn_effects_solve(arena, &effects, precision.tol);
        moved = laws.moved;
    } else {
        struct tn_grid grid = tn_effects_grid(arena, &effects, precision.tol, 0);
        effects.drop = POINT_DROP;
        laws = tn_effects_laws(arena, &grid, &effects);
    }
    for (size_t v = 0; v <= s->commune->villages; v++)
        fill_area(arena, &filling, v);
    fill_commune(arena, &filling, precision.joint);
    out[s->weight] = 1;
    if (s->report) {
        memset(out + s->effects, 0,
               TN_EFFECT_NUMBERS * (s->commune->villages + 1) * sizeof *out);
        fill_effects(arena, &laws, out + s->effects);
        double weight = exp(laws.evidence - s->reference);
        for (size_t i = 0; i < s->length; i++)
            out[i] *= weight;
    }
    tn_arena_rewind(arena, mark);
    return moved;
}
