/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_run.h"
#include "forecast_point.h"

#include "tn/num/crew.h"
#include "tn/num/moments.h"
#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"
#include "tn/num/special.h"

#include <math.h>
#include <string.h>

enum { REPLICATES = 16 };

/* A parameter point is a piece of work, and keeps what the country needs of it. Points
 * come in replicates, averages of their own; their spread is the error. */
struct point {
    struct tn_arena arena;
    const double *scaled;   // as of tn_point_of
    struct country_point of[TN_STATUSES];
    size_t provinces;
    struct tn_wave *wave;   // of each province and status
    double
        *var[TN_STATUSES];   // of the provinces so far together, on the country's lanes
};

struct forecast {
    struct tn_country_run *run;
    size_t replicates, points;   // points in all
    struct tn_share own;         // of this process
    struct point *point;
    /* the province being done */
    const struct tn_province *province;
    struct country_slots slots;
    double *vector;   // of each of the own points; where there is an answer, of all
    /* the country */
    struct tn_arena kept;          // provinces' laws, with share_out
    size_t provinces;              // whose laws are kept
    struct tn_distribution *law;   // TN_STATUSES of each
    const struct tn_area *whole;
    struct country_slot whole_slot[TN_STATUSES];
};

/* ---- parameters ------------------------------------------------------------------- */

/* The points of replicate r. */
static void set_points(struct forecast *f, const struct tn_draws *draws, size_t r)
{
    const struct tn_country_options *options = &f->run->options;
    size_t each = f->points / f->replicates;
    uint64_t seed = options->seed ^ (uint64_t)r << 56;
    struct tn_arena work = {0};
    double *u = f->points > 1 ? tn_qmc_points(&work, draws->n, each, seed) : NULL;

    for (size_t i = 0; i < each; i++) {
        struct point *p = &f->point[r * each + i];
        p->scaled = tn_draws_at(&p->arena, draws, u ? u + i * draws->n : NULL);
        for (int s = 0; s < TN_STATUSES; s++)
            p->of[s] = country_point_of(&p->arena, f->run->model, options->share,
                                        p->scaled, (enum tn_status)s);
    }
    tn_arena_free(&work);
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

/* What is expected to be left at the year's end, given the mean exits. */
static void add_end(const struct tn_model *model, const double scaled[],
                    const struct tn_area *area, const struct country_slot slot[],
                    double vector[])
{
    const struct tn_prior *prior = model->prior;
    double near = share_at(&prior[TN_TO_NEAR_POOR], scaled[TN_TO_NEAR_POOR]);
    double fall = share_at(&prior[TN_NEAR_TO_POOR], scaled[TN_NEAR_TO_POOR]);
    double out = vector[slot[TN_POOR].at + MEAN];
    double poor_left = (double)area->households[TN_POOR] - out;
    double near_left = (double)area->households[TN_NEAR_POOR] -
                       vector[slot[TN_NEAR_POOR].at + MEAN];
    double end[TN_STATUSES] = {poor_left + fall * near_left,
                               (1 - fall) * near_left + near * out};

    for (int s = 0; s < TN_STATUSES; s++)
        vector[slot[s].at + END] = end[s] + country_exposure(area) *
                                                rate_at(&prior[TN_ENTRY_POOR + s],
                                                        scaled[TN_ENTRY_POOR + s]);
}

/* Keep the wave of one more province: the country's own has nothing left beyond where
 * that of the provinces so far has, so that later ones take less and less room. */
static void keep_wave(struct point *point, size_t status, const struct tn_wave *wave)
{
    const struct tn_lattice_level *lanes = &point->of[status].lattice.level[TN_A_COUNTRY];
    double **var = &point->var[status];

    if (!*var)
        *var = tn_new(&point->arena, double, lanes->width);
    for (size_t j = 0; j < lanes->width; j++)
        (*var)[j] += wave->var[j];
    double end = tn_wave_end(lanes->width, lanes->chance, *var);
    point->wave[point->provinces * TN_STATUSES + status] = tn_wave_copy(&point->arena,
                                                                        wave, end);
}

static void do_point(struct tn_arena *work, void *what, size_t i)
{
    struct forecast *f = what;
    struct point *point = &f->point[f->own.first + i];
    const struct tn_province *p = f->province;
    double *vector = f->vector + i * f->slots.length;

    for (size_t s = 0; s < TN_STATUSES; s++) {
        struct tn_mark mark = tn_arena_mark(work);
        const struct country_at at = {&point->of[s], (enum tn_status)s, vector};
        struct tn_wave wave = country_province_at(work, &at, p, &f->slots);
        keep_wave(point, s, &wave);
        tn_arena_rewind(work, mark);
    }
    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t k = 0; k < p->n[level]; k++)
            add_end(f->run->model, point->scaled, &p->area[level][k],
                    &f->slots.slot[level][TN_STATUSES * k], vector);
    point->provinces++;
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

/* P(quota met): the mean over all points, and its error from the replicates. */
static struct tn_odds met_of(struct tn_arena *arena, const struct forecast *f,
                             const struct country_slot *slot)
{
    size_t each = f->points / f->replicates;
    double *met = tn_new(arena, double, f->replicates);

    for (size_t i = 0; i < f->points; i++)
        met[i / each] += f->vector[i * f->slots.length + slot->at + MET] / (double)each;
    struct tn_moments m = tn_moments_of(f->replicates, met, 1);
    return (struct tn_odds){fmin(fmax(m.mean, 0), 1),
                            f->replicates > 1 ? m.sd / sqrt((double)f->replicates) : 0};
}

static struct tn_distribution law_of(struct tn_arena *arena, const struct forecast *f,
                                     const struct country_slot *slot)
{
    struct tn_distribution d = {.n = slot->cells,
                                .step = slot->step,
                                .pmf = tn_new(arena, double, slot->cells + 1)};

    for (size_t i = 0; i < f->points; i++) {
        const double *from = f->vector + i * f->slots.length + slot->at + NUMBERS;
        for (size_t k = 0; k <= slot->cells; k++)
            d.pmf[k] += from[k] / (double)f->points;
    }
    tn_distribution_describe(&d);
    return d;
}

static struct tn_area_outcome outcome_of(struct tn_arena *arena, const struct forecast *f,
                                         const struct country_slot *slot,
                                         const struct tn_area *area, size_t status,
                                         struct tn_distribution *law)
{
    struct tn_distribution d = law_of(arena, f, slot);
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_area_outcome o = {.base = area->households[status],
                                .quota = area->quota[status],
                                .net_met = {(double)NAN, (double)NAN},
                                .end_q05 = TN_UNKNOWN,
                                .end_q95 = TN_UNKNOWN,
                                .fair = TN_UNKNOWN,
                                .p_fair = (double)NAN};

    for (size_t i = 0; i < f->points; i++) {
        const double *from = f->vector + i * f->slots.length + slot->at;
        o.mean += from[MEAN] / (double)f->points;
        o.mean_end += from[END] / (double)f->points;
    }
    o.sd = d.sd;
    o.q05 = d.q05;
    o.q50 = d.q50;
    o.q95 = d.q95;
    for (int i = 0; i < 3; i++)
        o.realistic[i] = assured(&d, tn_realistic_level[i]);
    o.quota_met = met_of(arena, f, slot);
    tn_arena_rewind(arena, mark);
    *law = d;
    return o;
}

static void grow_waves(struct point *point)
{
    size_t n = point->provinces;

    if (n & (n - 1))
        return;
    struct tn_wave *more = tn_new(&point->arena, struct tn_wave,
                                  (n ? 2 * n : 1) * TN_STATUSES);
    for (size_t i = 0; i < n * TN_STATUSES; i++)
        more[i] = point->wave[i];
    point->wave = more;
}

/* Room for the own points' vectors; for all of them where they are put together. */
static double *new_vectors(struct tn_arena *arena, const struct forecast *f)
{
    size_t own = (size_t)(f->own.last - f->own.first);

    return tn_new(
        arena, double,
        f->slots.length *(tn_team_answers(f->run->options.team) ? f->points : own));
}

static void do_points(struct forecast *f, tn_piece_fn *piece)
{
    const struct tn_country_options *options = &f->run->options;

    tn_crew((size_t)(f->own.last - f->own.first), options->threads, piece, f);
    if (options->team)
        options->team->gather(options->team, f->points, f->slots.length, f->vector);
}

static void keep_laws(struct forecast *f, const struct tn_distribution law[TN_STATUSES])
{
    size_t n = f->provinces++ * TN_STATUSES;

    if ((f->provinces & (f->provinces - 1)) == 0) {
        struct tn_distribution *more = tn_new(&f->kept, struct tn_distribution,
                                              2 * f->provinces * TN_STATUSES);
        if (n)
            memcpy(more, f->law, n * sizeof *more);
        f->law = more;
    }
    for (size_t s = 0; s < TN_STATUSES; s++) {
        f->law[n + s] = law[s];
        f->law[n + s].pmf = tn_new(&f->kept, double, law[s].n + 1);
        memcpy(f->law[n + s].pmf, law[s].pmf, (law[s].n + 1) * sizeof *law[s].pmf);
    }
}

/* What is asked of each area, over its parts. */
static void share_out(struct tn_arena *arena, const struct tn_province *province,
                      struct tn_distribution *const law[],
                      const struct tn_province_outcome *of)
{
    for (size_t level = TN_A_PROVINCE; level < TN_A_VILLAGE; level++)
        for (size_t i = 0; i < province->n[level] * TN_STATUSES; i++) {
            const struct tn_area *area = &province->area[level][i / TN_STATUSES];
            size_t first = area->first * TN_STATUSES + i % TN_STATUSES;
            country_share(arena, area->parts, law[level + 1] + first,
                          of->outcome[level][i].quota, of->outcome[level + 1] + first);
        }
}

/* The outcomes of a province's areas, from the vectors of all points. */
static void answer(struct tn_arena *arena, struct forecast *f,
                   const struct tn_province_outcome *of)
{
    const struct tn_province *province = of->province;
    struct tn_distribution *law[TN_AREA_LEVELS] = {NULL}, unkept;
    bool share = f->run->options.share_out;

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++) {
        size_t n = province->n[level] * TN_STATUSES;
        law[level] = tn_new(arena, struct tn_distribution, share ? n : 1);
        for (size_t i = 0; i < n; i++) {
            struct tn_mark mark = tn_arena_mark(arena);
            of->outcome[level][i] = outcome_of(arena, f, &f->slots.slot[level][i],
                                               &province->area[level][i / TN_STATUSES],
                                               i % TN_STATUSES,
                                               share ? &law[level][i] : &unkept);
            if (!share)
                tn_arena_rewind(arena, mark);
        }
    }
    if (!share)
        return;
    share_out(arena, province, law, of);
    keep_laws(f, law[TN_A_PROVINCE]);
}

static struct tn_province_outcome next(struct tn_arena *arena, struct tn_country_run *run,
                                       const struct tn_province *province)
{
    struct forecast *f = run->state;
    struct tn_province_outcome of = country_outcomes(arena, province);
    struct tn_mark mark = tn_arena_mark(arena);

    f->province = province;
    f->slots = country_slots_of(arena, province);
    f->vector = new_vectors(arena, f);
    for (uint64_t i = f->own.first; i < f->own.last; i++)
        grow_waves(&f->point[i]);
    do_points(f, do_point);
    if (tn_team_answers(run->options.team))
        answer(arena, f, &of);
    tn_arena_rewind(arena, mark);
    return of;
}

/* ---- the country ------------------------------------------------------------------ */

static void do_country(struct tn_arena *work, void *what, size_t i)
{
    struct forecast *f = what;
    struct point *point = &f->point[f->own.first + i];
    double *vector = f->vector + i * f->slots.length;
    struct tn_wave *part = tn_new(work, struct tn_wave, point->provinces);

    for (size_t s = 0; s < TN_STATUSES; s++) {
        for (size_t k = 0; k < point->provinces; k++)
            part[k] = point->wave[k * TN_STATUSES + s];
        const struct country_at at = {&point->of[s], (enum tn_status)s, vector};
        const struct country_whole whole = {TN_A_COUNTRY, f->whole, &f->whole_slot[s],
                                            point->provinces, part};
        country_join(work, &at, &whole);
    }
    add_end(f->run->model, point->scaled, f->whole, f->whole_slot, vector);
}

static void close_forecast(struct tn_arena *arena, struct tn_country_run *run,
                           const struct tn_area *whole,
                           struct tn_area_outcome outcome[TN_STATUSES])
{
    struct forecast *f = run->state;

    f->whole = whole;
    f->slots.length = 0;
    for (size_t s = 0; s < TN_STATUSES; s++) {
        f->whole_slot[s] = country_slot_at(f->slots.length, whole->households[s]);
        f->slots.length += NUMBERS + f->whole_slot[s].cells + 1;
    }
    f->vector = new_vectors(arena, f);
    do_points(f, do_country);
    struct tn_distribution law;
    if (tn_team_answers(run->options.team))
        for (size_t s = 0; s < TN_STATUSES; s++)
            outcome[s] = outcome_of(arena, f, &f->whole_slot[s], whole, s, &law);
    for (size_t i = 0; i < f->points; i++)
        tn_arena_free(&f->point[i].arena);
    tn_arena_free(&f->kept);
}

void tn_country_share_provinces(struct tn_arena *arena, struct tn_country_run *run,
                                const long total[TN_STATUSES],
                                struct tn_area_outcome outcome[])
{
    struct forecast *f = run->state;

    for (size_t s = 0; s < TN_STATUSES && f->provinces; s++)
        country_share(arena, f->provinces, f->law + s, total[s], outcome + s);
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
    bool averaged = draws.n > 0 && options->points > 0;
    f->run = run;
    f->replicates = averaged ? REPLICATES : 1;
    f->points = averaged ? (size_t)options->points : 1;
    f->point = tn_new(arena, struct point, f->points);
    f->own = tn_team_share(options->team, options->team ? options->team->rank : 0,
                           f->points);
    for (size_t r = 0; r < f->replicates; r++)
        set_points(f, &draws, r);
    return run;
}
