/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_run.h"
#include "forecast_point.h"

#include "tn/num/crew.h"
#include "tn/num/moments.h"
#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"
#include "tn/num/special.h"

#include <math.h>

enum { REPLICATES = 16 };

/* A replicate is an average over parameter points of its own; their spread is the error.
 * Each is one piece of work, and keeps what the country needs of every point. */
struct replicate {
    struct tn_arena arena;   // of the points and the waves
    size_t points;
    double **scaled;   // of each point, as of tn_point_of
    struct country_point (*point)[TN_STATUSES];
    size_t provinces;
    struct tn_wave *wave;   // of each province, point and status
};

struct forecast {
    struct tn_country_run *run;
    size_t replicates;
    struct replicate replicate[REPLICATES];
    /* the province being done */
    const struct tn_province *province;
    struct country_slots slots;
    double *vector;   // replicates of them
    /* the country */
    const struct tn_area *whole;
    struct country_slot whole_slot[TN_STATUSES];
};

/* ---- parameters ------------------------------------------------------------------- */

/* points 0: the one at the medians. */
static void set_points(struct forecast *f, const struct tn_draws *draws, size_t r,
                       size_t points)
{
    const struct tn_country_options *options = &f->run->options;
    struct replicate *rep = &f->replicate[r];
    uint64_t seed = options->seed ^ (uint64_t)r << 56;
    double *u = points ? tn_qmc_points(&rep->arena, draws->n, points, seed) : NULL;

    if (!points)
        points = 1;
    rep->points = points;
    rep->scaled = tn_new(&rep->arena, double *, points);
    rep->point = (struct country_point(*)[TN_STATUSES])tn_new(
        &rep->arena, struct country_point, points * TN_STATUSES);
    for (size_t i = 0; i < points; i++) {
        const double *scaled = tn_draws_at(&rep->arena, draws,
                                           u ? u + i * draws->n : NULL);
        size_t all = TN_PARAMETERS;
        rep->scaled[i] = tn_new(&rep->arena, double, all);
        for (size_t k = 0; k < all; k++)
            rep->scaled[i][k] = scaled[k];
        for (int s = 0; s < TN_STATUSES; s++)
            rep->point[i][s] = country_point_of(
                &rep->arena, f->run->model, options->share, scaled, (enum tn_status)s);
    }
}

/* ---- a province ------------------------------------------------------------------- */

static double share_at(const struct tn_prior *prior, double scaled)
{
    return prior->off ? 0 : tn_expit(scaled);
}

static double rate_at(const struct tn_prior *prior, double scaled)
{
    return prior->off ? 0 : exp(scaled);
}

/* What is expected to be left at the year's end, given the mean exits at this point. */
static void add_end(const struct tn_model *model, const double scaled[],
                    const struct tn_area *area, const struct country_slot slot[],
                    const double mean[TN_STATUSES], double weight, double vector[])
{
    const struct tn_prior *prior = model->prior;
    double near = share_at(&prior[TN_TO_NEAR_POOR], scaled[TN_TO_NEAR_POOR]);
    double fall = share_at(&prior[TN_NEAR_TO_POOR], scaled[TN_NEAR_TO_POOR]);
    double poor_left = (double)area->households[TN_POOR] - mean[TN_POOR];
    double near_left = (double)area->households[TN_NEAR_POOR] - mean[TN_NEAR_POOR];
    double end[TN_STATUSES] = {poor_left + fall * near_left,
                               (1 - fall) * near_left + near * mean[TN_POOR]};

    for (int s = 0; s < TN_STATUSES; s++)
        vector[slot[s].at + END] += weight *
                                    (end[s] + country_exposure(area) *
                                                  rate_at(&prior[TN_ENTRY_POOR + s],
                                                          scaled[TN_ENTRY_POOR + s]));
}

/* The means of this point are what the vector has got more of since before. */
static void add_ends(const struct forecast *f, const double scaled[],
                     const double before[], double weight, double vector[])
{
    const struct tn_province *p = f->province;
    size_t next = 0;

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t i = 0; i < p->n[level]; i++) {
            const struct country_slot *slot = &f->slots.slot[level][TN_STATUSES * i];
            double mean[TN_STATUSES];
            for (int s = 0; s < TN_STATUSES; s++)
                mean[s] = (vector[slot[s].at + MEAN] - before[next++]) / weight;
            add_end(f->run->model, scaled, &p->area[level][i], slot, mean, weight,
                    vector);
        }
}

static void note_means(const struct forecast *f, const double vector[], double before[])
{
    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t i = 0; i < f->province->n[level] * TN_STATUSES; i++)
            *before++ = vector[f->slots.slot[level][i].at + MEAN];
}

static void do_replicate(struct tn_arena *work, void *what, size_t r)
{
    struct forecast *f = what;
    struct replicate *rep = &f->replicate[r];
    const struct tn_province *p = f->province;
    double *vector = f->vector + r * f->slots.length, weight = 1 / (double)rep->points;
    size_t areas = 0;

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        areas += p->n[level];
    double *before = tn_new(work, double, areas *TN_STATUSES);
    for (size_t i = 0; i < rep->points; i++) {
        note_means(f, vector, before);
        for (size_t s = 0; s < TN_STATUSES; s++) {
            struct tn_mark mark = tn_arena_mark(work);
            size_t at = (rep->provinces * rep->points + i) * TN_STATUSES + s;
            rep->wave[at] = country_province_at(work, &rep->arena, &rep->point[i][s], p,
                                                (enum tn_status)s, &f->slots, weight,
                                                vector);
            tn_arena_rewind(work, mark);
        }
        add_ends(f, rep->scaled[i], before, weight, vector);
    }
    rep->provinces++;
}

/* ---- numbers of an area ----------------------------------------------------------- */

/* The largest K with P(exits >= K) >= c; within a cell of several counts by its share. */
static long assured(const struct tn_distribution *d, double c)
{
    double tail = 0;
    size_t k = d->n;

    if (d->step == 1)
        return tn_poisbin_assured(d->n, d->pmf, c);
    while (k > 0 && tail + d->pmf[k] < c)
        tail += d->pmf[k--];
    if (k == 0)
        return 0;
    double part = (c - tail) / d->pmf[k];   // of the cell ((k - 1) step, k step]
    return (long)floor(((double)k - part) * (double)d->step);
}

static struct tn_area_outcome outcome_of(struct tn_arena *arena, size_t replicates,
                                         size_t length, const double vector[],
                                         const struct country_slot *slot, long base,
                                         long quota)
{
    size_t cells = slot->cells + 1;
    struct tn_distribution d = {
        .n = slot->cells, .step = slot->step, .pmf = tn_new(arena, double, cells)};
    struct tn_area_outcome o = {.base = base,
                                .quota = quota,
                                .net_met = {(double)NAN, (double)NAN},
                                .end_q05 = TN_UNKNOWN,
                                .end_q95 = TN_UNKNOWN};

    for (size_t r = 0; r < replicates; r++) {
        const double *from = vector + r * length + slot->at;
        o.mean += from[MEAN] / (double)replicates;
        o.mean_end += from[END] / (double)replicates;
        for (size_t k = 0; k < cells; k++)
            d.pmf[k] += from[NUMBERS + k] / (double)replicates;
    }
    tn_distribution_describe(&d);
    o.sd = d.sd;
    o.q05 = d.q05;
    o.q50 = d.q50;
    o.q95 = d.q95;
    o.realistic = assured(&d, tn_realistic_level[1]);
    struct tn_moments met = tn_moments_of(replicates, vector + slot->at + MET, length);
    o.quota_met.p = fmin(fmax(met.mean, 0), 1);
    o.quota_met.error = replicates > 1 ? met.sd / sqrt((double)replicates) : 0;
    return o;
}

static void grow_waves(struct replicate *rep)
{
    size_t each = rep->points * TN_STATUSES, n = rep->provinces;

    if (n & (n - 1))
        return;
    struct tn_wave *more = tn_new(&rep->arena, struct tn_wave, (n ? 2 * n : 1) * each);
    for (size_t i = 0; i < n * each; i++)
        more[i] = rep->wave[i];
    rep->wave = more;
}

static struct tn_province_outcome next(struct tn_arena *arena, struct tn_country_run *run,
                                       const struct tn_province *province)
{
    struct forecast *f = run->state;
    struct tn_province_outcome of = country_outcomes(arena, province);
    struct tn_mark mark = tn_arena_mark(arena);

    f->province = province;
    f->slots = country_slots_of(arena, province);
    f->vector = tn_new(arena, double, f->replicates * f->slots.length);
    for (size_t r = 0; r < f->replicates; r++)
        grow_waves(&f->replicate[r]);
    tn_crew(f->replicates, run->options.threads, do_replicate, f);
    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t i = 0; i < province->n[level] * TN_STATUSES; i++) {
            const struct tn_area *area = &province->area[level][i / TN_STATUSES];
            struct tn_mark inner = tn_arena_mark(arena);
            of.outcome[level][i] = outcome_of(arena, f->replicates, f->slots.length,
                                              f->vector, &f->slots.slot[level][i],
                                              area->households[i % TN_STATUSES],
                                              area->quota[i % TN_STATUSES]);
            tn_arena_rewind(arena, inner);
        }
    tn_arena_rewind(arena, mark);
    return of;
}

/* ---- the country ------------------------------------------------------------------ */

static void do_country(struct tn_arena *work, void *what, size_t r)
{
    struct forecast *f = what;
    struct replicate *rep = &f->replicate[r];
    double *vector = f->vector + r * f->slots.length, weight = 1 / (double)rep->points;
    struct tn_wave *part = tn_new(work, struct tn_wave, rep->provinces), sum;

    for (size_t i = 0; i < rep->points; i++) {
        double mean[TN_STATUSES];
        for (size_t s = 0; s < TN_STATUSES; s++) {
            struct tn_mark mark = tn_arena_mark(work);
            double before = vector[f->whole_slot[s].at + MEAN];
            for (size_t k = 0; k < rep->provinces; k++)
                part[k] = rep->wave[(k * rep->points + i) * TN_STATUSES + s];
            country_join(work, &rep->point[i][s], TN_A_COUNTRY, rep->provinces, part,
                         f->whole, (enum tn_status)s, &f->whole_slot[s], weight, vector,
                         &sum);
            mean[s] = (vector[f->whole_slot[s].at + MEAN] - before) / weight;
            tn_arena_rewind(work, mark);
        }
        add_end(f->run->model, rep->scaled[i], f->whole, f->whole_slot, mean, weight,
                vector);
    }
}

static void close_forecast(struct tn_arena *arena, struct tn_country_run *run,
                           const struct tn_area *whole,
                           struct tn_area_outcome outcome[TN_STATUSES])
{
    struct forecast *f = run->state;
    size_t length = 0;

    f->whole = whole;
    for (size_t s = 0; s < TN_STATUSES; s++) {
        f->whole_slot[s] = country_slot_at(length, whole->households[s]);
        length += NUMBERS + f->whole_slot[s].cells + 1;
    }
    f->slots.length = length;
    f->vector = tn_new(arena, double, f->replicates *length);
    tn_crew(f->replicates, run->options.threads, do_country, f);
    for (size_t s = 0; s < TN_STATUSES; s++)
        outcome[s] = outcome_of(arena, f->replicates, length, f->vector,
                                &f->whole_slot[s], whole->households[s], whole->quota[s]);
    for (size_t r = 0; r < f->replicates; r++)
        tn_arena_free(&f->replicate[r].arena);
}

struct tn_country_run *tn_country_forecast(struct tn_arena *arena,
                                           const struct tn_model *model,
                                           const struct tn_country_options *options)
{
    struct tn_country_run *run = tn_new(arena, struct tn_country_run, 1);
    struct forecast *f = tn_new(arena, struct forecast, 1);
    struct tn_setup *setup = tn_new(arena, struct tn_setup, 1);

    *run = (struct tn_country_run){model, *options, next, close_forecast, f};
    setup->model = model;
    struct tn_draws draws = tn_draws_of(arena, setup);
    f->run = run;
    bool averaged = draws.n > 0 && options->points > 0;
    f->replicates = averaged ? REPLICATES : 1;
    for (size_t r = 0; r < f->replicates; r++)
        set_points(f, &draws, r, averaged ? (size_t)options->points / REPLICATES : 0);
    return run;
}
