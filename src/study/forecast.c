/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast_point.h"

#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"
#include "tn/num/special.h"
#include "tn/words/forecast.h"

#include <math.h>
#include <string.h>

/* What P(quota met) may move by at the last halving of an exact forecast's grid. */
static const double EXACT_TOL = 1e-11;
/* A grid that is one of thousands averaged over: far below their spread. */
static const double POINT_TOL = 1e-5;
/* The joint law wants a grid a hundred times finer (tn/num/joint.h). */
static const double JOINT_TOL = 1e-7;
/* The joint law is dear; only its small difference from independence is averaged. */
enum { JOINT_POINTS = 16 };
enum { REPLICATES = 16, FIRST_POINTS = 64, MOST_POINTS = 4096, REPORT_POINTS = 256 };
static const double DEFAULT_ERROR = 5e-4;
/* Of very many households so few points are taken at least. */
enum { LEAST_POINTS = 8 };

const double tn_realistic_level[3] = {0.5, 0.8, 0.9};

double tn_distribution_at_least(const struct tn_distribution *d, long k)
{
    return tn_poisbin_at_least(d->n, d->pmf, k);
}

double tn_distribution_at_most(const struct tn_distribution *d, long k)
{
    return tn_poisbin_at_most(d->n, d->pmf, k);
}

/* The smallest count with P(X <= x) >= q; within a cell of several, by its share. */
static long quantile_of(const struct tn_distribution *d, double q)
{
    long k = tn_poisbin_quantile(d->n, d->pmf, q);

    if (d->step == 1 || k == 0)
        return k * d->step;
    double below = tn_poisbin_at_most(d->n, d->pmf, k - 1);
    double part = d->pmf[k] > 0 ? (q - below) / d->pmf[k] : 1;
    return (k - 1) * d->step + (long)ceil(part * (double)d->step);
}

void tn_distribution_describe(struct tn_distribution *d)
{
    d->mean = (double)d->step * tn_poisbin_mean(d->n, d->pmf);
    d->sd = (double)d->step * tn_poisbin_sd(d->n, d->pmf);
    d->q05 = quantile_of(d, 0.05);
    d->q25 = quantile_of(d, 0.25);
    d->q50 = quantile_of(d, 0.50);
    d->q75 = quantile_of(d, 0.75);
    d->q95 = quantile_of(d, 0.95);
}

static void vector_at(struct tn_arena *work, const void *what, const double u[],
                      double value[])
{
    const struct tn_draws *d = what;
    struct tn_precision precision = {.tol = POINT_TOL};

    tn_point_of(work, d->setup, tn_draws_at(work, d, u), precision, value);
}

/* What the joint law adds to independence given the year. */
static void joint_at(struct tn_arena *work, const void *what, const double u[],
                     double value[])
{
    const struct tn_draws *d = what;
    struct tn_precision precision = {.tol = JOINT_TOL, .joint = true};
    double *all = tn_new(work, double, d->setup->length);

    tn_point_of(work, d->setup, tn_draws_at(work, d, u), precision, all);
    value[0] = all[d->setup->both] - all[TN_WATCHED_INDEPENDENT];
    value[1] = all[d->setup->weight];
}

/* A vector of a forecast with the error of each number. */
struct averaged {
    double *value, *error;
    long points;
    const double *replicate;   // REPLICATES vectors; null where exact
};

/* Averages of weighted vectors become weighted averages: every number over that in slot
 * weight, its error from the ratios of the replicates. */
static void divide(struct tn_qmc_mean *mean, size_t n, size_t weight)
{
    double all = mean->mean[weight];

    for (size_t r = 0; r < REPLICATES; r++) {
        double *value = mean->replicate + r * n, w = value[weight];
        for (size_t i = 0; i < n; i++)
            value[i] /= w;
    }
    for (size_t i = 0; i < n; i++) {
        double spread = 0;
        mean->mean[i] /= all;
        for (size_t r = 0; r < REPLICATES; r++) {
            double off = mean->replicate[r * n + i] - mean->mean[i];
            spread += off * off;
        }
        mean->error[i] = sqrt(spread / (REPLICATES * (REPLICATES - 1.0)));
    }
}

static enum tn_fault exactly(struct tn_arena *arena, const struct tn_draws *d,
                             struct averaged *a, struct tn_err *err)
{
    const double *scaled = tn_draws_at(arena, d, NULL);
    struct tn_precision precision = {.solve = true, .tol = EXACT_TOL, .joint = true};

    a->points = 1;
    bool broken = tn_point_of(arena, d->setup, scaled, precision, a->value) > EXACT_TOL;
    double weight = a->value[d->setup->weight];
    for (size_t i = 0; i < d->setup->length; i++)
        a->value[i] /= weight;
    if (broken)
        return tn_fail(err, TN_EMATH, NULL, TN_W_FORECAST_BROKEN, EXACT_TOL);
    return TN_OK;
}

/* The joint law is dear: P(both) is that of independent statuses and a difference, which
 * varies little, averaged over few points. */
static void add_joint(struct tn_arena *arena, const struct tn_qmc *all,
                      const struct tn_setup *s, struct averaged *a)
{
    struct tn_qmc qmc = *all;

    qmc.at = joint_at;
    qmc.values = 2;
    qmc.watched = 0;
    qmc.first = qmc.most = JOINT_POINTS;
    struct tn_qmc_mean joint = tn_qmc_mean(arena, &qmc);
    if (s->report)
        divide(&joint, 2, 1);
    a->value[s->both] = a->value[TN_WATCHED_INDEPENDENT] + joint.mean[0];
    a->error[s->both] = hypot(a->error[TN_WATCHED_INDEPENDENT], joint.error[0]);
}

static void conditionally(struct tn_arena *arena, const struct tn_draws *d,
                          const struct tn_forecast_options *options, struct averaged *a)
{
    const struct tn_setup *s = d->setup;
    struct tn_qmc qmc = {.at = vector_at,
                         .what = d,
                         .dims = d->n,
                         .values = s->length,
                         .watched = TN_WATCHED,
                         .tol = options->error > 0 ? options->error : DEFAULT_ERROR,
                         .replicates = REPLICATES,
                         .first = FIRST_POINTS,
                         .most = MOST_POINTS,
                         .seed = options->seed,
                         .threads = options->threads};

    if (tn_points_for(s, FIRST_POINTS, LEAST_POINTS) < FIRST_POINTS)
        qmc.first = qmc.most = tn_points_for(s, FIRST_POINTS, LEAST_POINTS);
    if (s->report)
        qmc.first = qmc.most = tn_points_for(s, REPORT_POINTS, LEAST_POINTS);
    if (options->points > 0)
        qmc.first = qmc.most = (size_t)options->points / REPLICATES;
    struct tn_qmc_mean all = tn_qmc_mean(arena, &qmc);

    if (s->report)
        divide(&all, s->length, s->weight);
    a->replicate = all.replicate;
    a->value = all.mean;
    a->error = all.error;
    a->points = (long)(all.points * REPLICATES);
    if (!tn_point_many(s))
        add_joint(arena, &qmc, s, a);
}

static struct tn_odds odds_at(const struct averaged *a, size_t slot)
{
    double p = fmin(fmax(a->value[slot], 0), 1);

    return (struct tn_odds){p, a->error[slot]};
}

static struct tn_distribution law_at(const struct averaged *a,
                                     const struct tn_slots *slots, int count)
{
    struct tn_distribution d = {.n = slots->n[count],
                                .step = slots->step[count],
                                .pmf = a->value + slots->pmf[count]};

    tn_distribution_describe(&d);
    d.mean = a->value[slots->mean[count]];
    return d;
}

static struct tn_flows flows_of(const struct averaged *a, const struct tn_slots *slots,
                                int status)
{
    struct tn_flows flow = {.to_near_poor = a->value[slots->to_near],
                            .to_poor = a->value[slots->to_poor],
                            .entry = a->value[slots->entry[status]]};

    if (status == TN_POOR) {
        flow.above_line = a->value[slots->mean[TN_C_POOR_EXITS]] - flow.to_near_poor;
        flow.end = a->value[slots->mean[TN_C_POOR_END]];
    } else {
        flow.above_line = a->value[slots->mean[TN_C_NEAR_EXITS]];
        flow.end = a->value[slots->mean[TN_C_NEAR_END]];
    }
    return flow;
}

static struct tn_outcome outcome_of(const struct averaged *a,
                                    const struct tn_slots *slots, int status, long base,
                                    long quota)
{
    struct tn_outcome o = {
        .base = base,
        .quota = quota,
        .exits = law_at(a, slots, status == TN_POOR ? TN_C_POOR_EXITS : TN_C_NEAR_EXITS),
        .end = law_at(a, slots, status == TN_POOR ? TN_C_POOR_END : TN_C_NEAR_END),
        .quota_met = odds_at(a, slots->quota[status]),
        .net_met = odds_at(a, slots->net[status]),
        .flow = flows_of(a, slots, status),
    };

    for (int i = 0; i < 3; i++)
        o.realistic[i] = tn_poisbin_assured(o.exits.n, o.exits.pmf,
                                            tn_realistic_level[i]);
    return o;
}

static void unpack_areas(struct tn_arena *arena, const struct tn_setup *s,
                         const struct averaged *a, struct tn_forecast *f)
{
    const struct tn_commune *c = s->commune;

    f->villages = c->villages;
    f->village = tn_new(arena, struct tn_area_forecast, c->villages);
    f->commune.total = s->total.middle;
    for (int status = 0; status < TN_STATUSES; status++) {
        f->commune.status[status] = outcome_of(a, &s->slots[c->villages], status,
                                               c->households[status], c->quota[status]);
        for (size_t v = 0; v < c->villages; v++)
            f->village[v].status[status] = outcome_of(a, &s->slots[v], status,
                                                      c->village[v].households[status],
                                                      c->village[v].quota[status]);
    }
    for (size_t v = 0; v < c->villages; v++) {
        long all = c->village[v].all_households;
        f->village[v].total = all == TN_UNKNOWN ? (double)NAN : (double)all;
    }
}

static void unpack_replicates(struct tn_arena *arena, const struct tn_setup *s,
                              const struct averaged *a, struct tn_forecast *f)
{
    f->replicates = a->replicate ? REPLICATES : 0;
    for (size_t status = 0; status < TN_STATUSES; status++) {
        f->quota_met_by[status] = tn_new(arena, double, f->replicates);
        f->net_met_by[status] = tn_new(arena, double, f->replicates);
        for (size_t r = 0; r < f->replicates; r++) {
            const double *value = a->replicate + r * s->length;
            f->quota_met_by[status][r] = value[TN_WATCHED_QUOTA + status];
            f->net_met_by[status][r] = value[TN_WATCHED_NET + status];
        }
    }
}

static struct tn_effect_seen effect_at(const double number[TN_EFFECT_NUMBERS])
{
    double mean = number[TN_EFFECT_MEAN], square = number[TN_EFFECT_SQUARE];

    return (struct tn_effect_seen){mean, sqrt(fmax(square - mean * mean, 0))};
}

static void unpack_effects(struct tn_arena *arena, const struct tn_setup *s,
                           const struct averaged *a, struct tn_forecast *f)
{
    const double *number = a->value + s->effects;

    f->year_effect = (struct tn_effect_seen){(double)NAN, (double)NAN};
    if (!s->report)
        return;
    f->year_effect = effect_at(number);
    f->village_effect = tn_new(arena, struct tn_effect_seen, s->commune->villages);
    for (size_t v = 0; v < s->commune->villages; v++)
        f->village_effect[v] = effect_at(number + (v + 1) * TN_EFFECT_NUMBERS);
}

static void unpack(struct tn_arena *arena, const struct tn_setup *s,
                   const struct averaged *a, struct tn_forecast *f)
{
    unpack_areas(arena, s, a, f);
    unpack_replicates(arena, s, a, f);
    unpack_effects(arena, s, a, f);
    f->points = a->points;
    f->total = s->total;
    f->entries_unknown = s->entries_unknown;
    f->shared_by_poor = s->shared_by_poor;
    f->both = odds_at(a, s->both);
    for (int status = 0; status < TN_STATUSES; status++) {
        f->all_villages[status] = odds_at(a, s->every[status]);
        f->targets[status] = s->targets[status];
        f->target[status] = s->printed[status];
        for (size_t i = 0; i < s->targets[status]; i++)
            f->target[status][i].met = odds_at(a, s->target[status] + i);
    }
}

enum tn_fault tn_forecast_of(struct tn_arena *arena, const struct tn_commune *commune,
                             const struct tn_model *model,
                             const struct tn_forecast_options *options,
                             struct tn_forecast *forecast, struct tn_err *err)
{
    struct tn_setup setup = tn_setup_from(arena, commune, model);
    struct tn_draws d = tn_draws_of(arena, &setup);

    setup.report = options->report;
    if (setup.report) {
        setup.effects = setup.length;
        setup.length += TN_EFFECT_NUMBERS * (commune->villages + 1);
    }
    if (setup.report)
        setup.reference = tn_point_evidence(arena, &setup, tn_draws_at(arena, &d, NULL),
                                            POINT_TOL);
    struct averaged a = {tn_new(arena, double, setup.length),
                         tn_new(arena, double, setup.length), 1, NULL};
    enum tn_fault fault = TN_OK;

    *forecast = (struct tn_forecast){.method = d.n ? options->method : TN_EXACT,
                                     .seed = options->seed};
    if (forecast->method == TN_EXACT)
        fault = exactly(arena, &d, &a, err);
    else
        conditionally(arena, &d, options, &a);
    if (!fault)
        unpack(arena, &setup, &a, forecast);
    return fault;
}
