/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_point.h"

#include "tn/base/intern.h"
#include "tn/num/group.h"
#include "tn/num/lanes.h"
#include "tn/num/special.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* A commune of at most so many households is convolved count by count: n^2 / 2
 * multiply-adds a lane, against some 100 n by waves. */
enum { MOST_DIRECT = 200 };
/* A law of at most this many households is kept count by count. */
enum { MOST_CELLS = 512 };
/* The lattice's step: 0.8 of the smallest effect that the areas of a level share, but no
 * more than lets chances be interpolated, and no less than is worth it. */
static const double STEP_SHARE = 0.8, LONGEST = 0.3, SHORTEST = 0.1;
/* However far the effects range, in steps an sd: a bound on memory, met by no model that
 * says anything. */
enum { MOST_STEPS = 80 };
/* Chance left out at the ends of the effects' ranges. */
static const double LEFT_OUT = 1e-5;
/* Lanes up to so many standard deviations out must be close to one another. */
static const double MATTERS = 3.3;

struct country_slot country_slot_at(size_t at, long households)
{
    struct country_slot slot = {.at = at, .cells = (size_t)households, .step = 1};

    if (households > MOST_CELLS) {
        slot.step = (households + MOST_CELLS - 1) / MOST_CELLS;
        slot.cells = (size_t)((households + slot.step - 1) / slot.step);
    }
    return slot;
}

struct country_slots country_slots_of(struct tn_arena *arena,
                                      const struct tn_province *province)
{
    struct country_slots s = {0};

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++) {
        size_t n = province->n[level];
        s.slot[level] = tn_new(arena, struct country_slot, n * TN_STATUSES);
        for (size_t i = 0; i < n * TN_STATUSES; i++) {
            const struct tn_area *area = &province->area[level][i / TN_STATUSES];
            s.slot[level][i] = country_slot_at(s.length,
                                               area->households[i % TN_STATUSES]);
            s.length += NUMBERS + s.slot[level][i].cells + 1;
        }
    }
    return s;
}

struct country_point country_point_of(struct tn_arena *arena,
                                      const struct tn_model *model,
                                      const double share[TN_SHARED_LEVELS],
                                      const double scaled[], enum tn_status status)
{
    struct country_point p = {0};
    double year = model->prior[TN_YEAR_SD].off ? 0 : exp(scaled[TN_YEAR_SD]);
    double least = LONGEST / STEP_SHARE, sd[TN_AREA_LEVELS];

    for (size_t l = 0; l < TN_SHARED_LEVELS; l++) {
        sd[l] = year * sqrt(share[l]);
        if (sd[l] > 0)
            least = fmin(least, sd[l]);
    }
    sd[TN_A_VILLAGE] = model->prior[TN_VILLAGE_SD].off ? 0 : exp(scaled[TN_VILLAGE_SD]);
    p.logit[0] = scaled[tn_chance_id(status, false)];
    p.logit[1] = scaled[tn_chance_id(status, true)];
    double step = fmax(STEP_SHARE * least, SHORTEST);
    step = fmax(step, (year + sd[TN_A_VILLAGE]) / MOST_STEPS);
    p.lattice = tn_lattice_from(arena, TN_AREA_LEVELS, sd, step, LEFT_OUT);
    return p;
}

/* ---- what all levels have in common ----------------------------------------------- */

/* The frequencies that the lanes of a level ask for. */
static double step_on(const struct country_point *p, size_t level, const double var[])
{
    const struct tn_lattice_level *lanes = &p->lattice.level[level];

    return tn_wave_step(lanes->width, lanes->chance, var);
}

static double end_on(const struct country_point *p, size_t level, const double var[])
{
    const struct tn_lattice_level *lanes = &p->lattice.level[level];

    return tn_wave_end(lanes->width, lanes->chance, var);
}

/* The wave to multiply into where a level's counts have these variances. */
static struct tn_wave room_for(struct tn_arena *work, const struct country_point *p,
                               size_t level, const double var[], double step)
{
    const struct tn_lattice_level *lanes = &p->lattice.level[level];

    return tn_wave_until(work, lanes->width, lanes->chance, var, step);
}

/* Mean and variance alone, as a wave without frequencies. */
static struct tn_wave moments_only(struct tn_arena *arena, size_t width)
{
    return tn_wave_one(arena, width, 1, 0);
}

static void put_wave(struct tn_arena *work, const struct country_at *at,
                     const struct country_whole *whole, const struct tn_wave *wave)
{
    struct tn_mark mark = tn_arena_mark(work);
    const struct tn_lattice_level *lanes = &at->point->lattice.level[whole->level];
    long below = whole->area->quota[at->status] - 1;
    struct tn_cells cells = {.n = (size_t)whole->area->households[at->status],
                             .cells = whole->slot->cells,
                             .step = whole->slot->step,
                             .points = 1,
                             .at = &below};
    double *pmf = tn_new(work, double, cells.cells + 1), not_met;
    double *out = at->vector + whole->slot->at;

    tn_wave_law(work, lanes, wave, &cells, pmf, &not_met);
    out[MET] = below < 0 ? 1 : 1 - not_met;
    out[MEAN] = tn_lanes_dot(wave->width, lanes->chance, wave->mean);
    for (size_t k = 0; k <= cells.cells; k++)
        out[NUMBERS + k] = pmf[k];
    tn_arena_rewind(work, mark);
}

/* From rows on the lanes of a level. */
static void put_rows(const struct tn_lattice_level *level, size_t n, const double given[],
                     long quota, const struct country_slot *slot, double vector[])
{
    double met = 0, mean = 0, *out = vector + slot->at;

    for (size_t k = n + 1; k-- > 0;) {
        double chance = tn_lanes_dot(level->width, level->chance,
                                     given + k * level->width);
        out[NUMBERS + k] = chance;
        met += (long)k >= quota ? chance : 0;
        mean += (double)k * chance;
    }
    out[MET] = quota <= 0 ? 1 : met;
    out[MEAN] = mean;
}

struct tn_wave country_join(struct tn_arena *work, const struct country_at *at,
                            const struct country_whole *whole)
{
    const struct country_point *p = at->point;
    size_t level = whole->level, width = p->lattice.level[level].width;
    struct tn_wave both = moments_only(work, width);

    for (size_t i = 0; i < whole->n; i++)
        tn_wave_join(work, &both, &whole->part[i]);
    struct tn_wave sum = room_for(work, p, level, both.var, step_on(p, level, both.var));
    for (size_t i = 0; i < whole->n; i++)
        tn_wave_join(work, &sum, &whole->part[i]);
    put_wave(work, at, whole, &sum);
    if (level == 0)
        return sum;
    struct tn_wave wider = tn_wave_average(work, &p->lattice, level, &both);
    struct tn_wave fine = room_for(work, p, level, both.var,
                                   fmin(step_on(p, level - 1, wider.var), sum.step));
    tn_wave_join(work, &fine, &sum);
    return fine;
}

/* ---- a commune and its villages --------------------------------------------------- */

/* Villages with as many planned and unplanned households have one law; it is computed
 * once. Rows on the lanes of the commune. */
struct seen_villages {
    struct tn_arena *arena;
    struct tn_intern known;   // by both numbers
    size_t room;
    double **given;
};

struct province_at {
    struct tn_arena *work;
    struct country_at to;
    const struct tn_province *province;
    const struct country_slots *slots;
    struct tn_risks risks;
    struct seen_villages seen;
};

static const double *village_law(struct province_at *at, const struct tn_area *village)
{
    const long key[2] = {village->quota[at->to.status],
                         village->households[at->to.status]};
    size_t known = at->seen.known.n, n = (size_t)key[1], width;
    size_t number = tn_intern(&at->seen.known, (const char *)key, sizeof key);

    if (number < known)
        return at->seen.given[number];
    if (known == at->seen.room) {
        double **more = tn_new(at->work, double *, 2 * known + 64);
        if (known)
            memcpy(more, at->seen.given, known * sizeof *more);
        at->seen.room = 2 * known + 64;
        at->seen.given = more;
    }
    width = at->to.point->lattice.level[TN_A_COMMUNE].width;
    double *given = tn_new(at->work, double, (n + 1) * width);
    struct tn_mark mark = tn_arena_mark(at->work);
    struct tn_group group[2] = {{.risk = 0, .n = (size_t)(key[1] - key[0]), .exits = 1},
                                {.risk = 1, .n = (size_t)key[0], .exits = 1}};
    double *law = tn_group_law(at->work, &at->risks, 2, group);
    tn_lattice_average(at->work, &at->to.point->lattice, TN_A_VILLAGE, n + 1, law, given);
    tn_arena_rewind(at->work, mark);
    return at->seen.given[number] = given;
}

static void put_villages(struct province_at *at, const struct tn_area *commune,
                         const double *given[])
{
    const struct tn_lattice_level *level = &at->to.point->lattice.level[TN_A_COMMUNE];

    for (size_t v = 0; v < commune->parts; v++) {
        size_t i = commune->first + v;
        const struct tn_area *village = &at->province->area[TN_A_VILLAGE][i];
        given[v] = village_law(at, village);
        put_rows(level, (size_t)village->households[at->to.status], given[v],
                 village->quota[at->to.status],
                 &at->slots->slot[TN_A_VILLAGE][TN_STATUSES * i + at->to.status],
                 at->to.vector);
    }
}

static size_t village_size(const struct province_at *at, const struct tn_area *commune,
                           size_t v)
{
    return (size_t)at->province->area[TN_A_VILLAGE][commune->first + v]
        .households[at->to.status];
}

/* Rows of the law of a commune's exits on its lanes. */
static double *direct_law(struct province_at *at, const struct tn_area *commune,
                          const double *const given[])
{
    size_t n = (size_t)commune->households[at->to.status], done = 0;
    size_t width = at->to.point->lattice.level[TN_A_COMMUNE].width;
    double *law = tn_new(at->work, double, (n + 1) * width);

    for (size_t j = 0; j < width; j++)
        law[j] = 1;
    for (size_t v = 0; v < commune->parts; v++) {
        size_t m = village_size(at, commune, v);
        tn_lanes_join(width, done, law, m, given[v]);
        done += m;
    }
    return law;
}

/* Whether the lanes are close enough that averaging over them gives a smooth law: less
 * than 1.4 standard deviations from mean to mean leaves a ripple below 1e-4. */
static bool is_close(const struct country_point *p, const struct tn_wave *moments)
{
    const struct tn_lattice_level *level = &p->lattice.level[TN_A_COMMUNE];
    bool close = true;

    for (size_t j = 0; j + 1 < moments->width; j++)
        close &= fabs(level->shift[j]) > MATTERS * level->sum_sd ||
                 moments->mean[j + 1] - moments->mean[j] <= 1.4 * sqrt(moments->var[j]);
    return close;
}

/* A commune given its lanes: its law count by count, or for a large one its wave. */
struct commune_at {
    double *law;              // null where there is a wave
    struct tn_wave wave;      // or the moments alone
    struct tn_wave moments;   // averaged over its effect
};

static struct tn_wave villages_moments(struct province_at *at,
                                       const struct tn_area *commune,
                                       const double *const given[])
{
    size_t width = at->to.point->lattice.level[TN_A_COMMUNE].width;
    struct tn_wave sum = moments_only(at->work, width);
    struct tn_wave one = moments_only(at->work, width);

    for (size_t v = 0; v < commune->parts; v++) {
        tn_law_moments(width, village_size(at, commune, v), given[v], one.mean, one.var);
        tn_wave_join(at->work, &sum, &one);
    }
    return sum;
}

/* The product of the villages' waves, as far as the commune's own law needs. */
static struct tn_wave villages_wave(struct province_at *at, const struct tn_area *commune,
                                    const double *const given[],
                                    const struct commune_at *here)
{
    const struct tn_lattice_level *level = &at->to.point->lattice.level[TN_A_COMMUNE];
    double step = step_on(at->to.point, TN_A_DISTRICT, here->moments.var);
    struct tn_wave all = room_for(at->work, at->to.point, TN_A_COMMUNE, here->wave.var,
                                  step);
    struct tn_mark mark = tn_arena_mark(at->work);

    for (size_t v = 0; v < commune->parts; v++) {
        struct tn_wave village = tn_wave_of_law(at->work, level->width,
                                                village_size(at, commune, v), given[v],
                                                step, all.nodes);
        tn_wave_join(at->work, &all, &village);
        tn_arena_rewind(at->work, mark);
    }
    return all;
}

static struct commune_at commune_at(struct province_at *at, size_t c)
{
    const struct country_point *p = at->to.point;
    const struct tn_lattice_level *level = &p->lattice.level[TN_A_COMMUNE];
    const struct tn_area *commune = &at->province->area[TN_A_COMMUNE][c];
    const struct country_slot *slot =
        &at->slots->slot[TN_A_COMMUNE][TN_STATUSES * c + at->to.status];
    size_t n = (size_t)commune->households[at->to.status];
    const double **given = tn_new(at->work, const double *, commune->parts);
    struct commune_at here = {0};

    put_villages(at, commune, given);
    here.wave = villages_moments(at, commune, given);
    here.moments = tn_wave_average(at->work, &p->lattice, TN_A_COMMUNE, &here.wave);
    if (n <= MOST_DIRECT && is_close(p, &here.wave)) {
        here.law = direct_law(at, commune, given);
        put_rows(level, n, here.law, commune->quota[at->to.status], slot, at->to.vector);
        return here;
    }
    here.wave = villages_wave(at, commune, given, &here);
    put_wave(
        at->work, &at->to,
        &(struct country_whole){.level = TN_A_COMMUNE, .area = commune, .slot = slot},
        &here.wave);
    return here;
}

/* ---- districts and the province --------------------------------------------------- */

/* How far the frequencies of a district go, from its communes' moments. */
static double district_end(struct province_at *at, size_t n,
                           const struct commune_at commune[])
{
    const struct country_point *p = at->to.point;
    struct tn_wave sum = moments_only(at->work, p->lattice.level[TN_A_DISTRICT].width);

    for (size_t i = 0; i < n; i++) {
        tn_wave_join(at->work, &sum, &commune[i].moments);
    }
    return end_on(p, TN_A_DISTRICT, sum.var);
}

/* The wave of a commune up to a frequency, averaged over its effect. */
static struct tn_wave wider_wave(struct province_at *at, const struct commune_at *commune,
                                 size_t n, double end)
{
    const struct tn_lattice *lattice = &at->to.point->lattice;
    double step = step_on(at->to.point, TN_A_DISTRICT, commune->moments.var);
    size_t nodes = tn_wave_nodes(end, step);
    struct tn_wave given = commune->wave;

    if (commune->law)
        given = tn_wave_of_law(at->work, lattice->level[TN_A_COMMUNE].width, n,
                               commune->law, step, nodes);
    else if (nodes < given.nodes)
        given.nodes = nodes;
    return tn_wave_average(at->work, lattice, TN_A_COMMUNE, &given);
}

/* The wave of a district on its lanes. */
static struct tn_wave district_wave(struct province_at *at, size_t d)
{
    const struct tn_area *district = &at->province->area[TN_A_DISTRICT][d];
    size_t n = district->parts;
    struct commune_at *commune = tn_new(at->work, struct commune_at, n);
    struct tn_wave *part = tn_new(at->work, struct tn_wave, n);

    for (size_t i = 0; i < n; i++)
        commune[i] = commune_at(at, district->first + i);
    double end = district_end(at, n, commune);
    for (size_t i = 0; i < n; i++) {
        const struct tn_area *area =
            &at->province->area[TN_A_COMMUNE][district->first + i];
        part[i] = wider_wave(at, &commune[i], (size_t)area->households[at->to.status],
                             end);
    }
    const struct country_slot *slot = at->slots->slot[TN_A_DISTRICT];
    return country_join(at->work, &at->to,
                        &(struct country_whole){TN_A_DISTRICT, district,
                                                &slot[TN_STATUSES * d + at->to.status], n,
                                                part});
}

struct tn_wave country_province_at(struct tn_arena *work, const struct country_at *to,
                                   const struct tn_province *province,
                                   const struct country_slots *slots)
{
    const struct tn_lattice *lattice = &to->point->lattice;
    size_t n = province->n[TN_A_DISTRICT];
    struct tn_wave *part = tn_new(work, struct tn_wave, n);
    struct province_at at = {
        .work = work, .to = *to, .province = province, .slots = slots};
    const struct tn_lattice_level *inner = &lattice->level[TN_A_VILLAGE];
    const struct tn_grid grid = {
        .levels = 1, .level = {{.width = inner->width}}, .shift = inner->shift};

    at.risks = tn_risks_from(work, &grid, 2, to->point->logit);
    at.seen.known = tn_intern_in(work);
    for (size_t d = 0; d < n; d++) {
        struct tn_wave wave = district_wave(&at, d);
        part[d] = tn_wave_average(work, lattice, TN_A_DISTRICT, &wave);
    }
    const struct country_whole whole = {TN_A_PROVINCE, &province->area[TN_A_PROVINCE][0],
                                        &slots->slot[TN_A_PROVINCE][to->status], n, part};
    struct tn_wave sum = country_join(work, to, &whole);
    return tn_wave_average(work, lattice, TN_A_PROVINCE, &sum);
}
