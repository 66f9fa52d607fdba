/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_point.h"

#include "tn/base/intern.h"
#include "tn/num/group.h"
#include "tn/num/lanes.h"
#include "tn/num/special.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

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
/* Lanes up to so many standard deviations out decide how far frequencies must go. */
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

static double largest_sd(const struct tn_wave *wave)
{
    double most = 0;

    for (size_t j = 0; j < wave->width; j++)
        most = fmax(most, wave->var[j]);
    return sqrt(most);
}

static double smallest_sd(const struct tn_lattice_level *level, const double var[])
{
    double least = HUGE_VAL;

    for (size_t j = 0; j < level->width; j++)
        if (fabs(level->shift[j]) <= MATTERS * level->sum_sd + 1e-9)
            least = fmin(least, var[j]);
    return sqrt(least);
}

static size_t nodes_up_to(double frequency, double step)
{
    const size_t beyond = 4;   // that interpolation looks at

    return (size_t)ceil(frequency / step) + beyond;
}

/* Mean and variance alone, as a wave without frequencies. */
static struct tn_wave moments_only(struct tn_arena *arena, size_t width)
{
    return tn_wave_one(arena, width, 1, 0);
}

static void put_wave(struct tn_arena *work, const struct country_point *p, size_t level,
                     const struct tn_wave *wave, const struct tn_area *area,
                     enum tn_status status, const struct country_slot *slot,
                     double weight, double vector[])
{
    struct tn_mark mark = tn_arena_mark(work);
    long below = area->quota[status] - 1;
    struct tn_cells cells = {.n = (size_t)area->households[status],
                             .cells = slot->cells,
                             .step = slot->step,
                             .points = 1,
                             .at = &below};
    double *pmf = tn_new(work, double, slot->cells + 1), not_met;
    double *out = vector + slot->at;

    tn_wave_law(work, &p->lattice.level[level], wave, &cells, pmf, &not_met);
    out[MET] += weight * (below < 0 ? 1 : 1 - not_met);
    out[MEAN] += weight *
                 tn_lanes_dot(wave->width, p->lattice.level[level].chance, wave->mean);
    for (size_t k = 0; k <= slot->cells; k++)
        out[NUMBERS + k] += weight * pmf[k];
    tn_arena_rewind(work, mark);
}

/* From rows on the lanes of a level. */
static void put_rows(const struct tn_lattice_level *level, size_t n, const double given[],
                     long quota, const struct country_slot *slot, double weight,
                     double vector[])
{
    double met = 0, mean = 0, *out = vector + slot->at;

    for (size_t k = n + 1; k-- > 0;) {
        double chance = tn_lanes_dot(level->width, level->chance,
                                     given + k * level->width);
        out[NUMBERS + k] += weight * chance;
        met += (long)k >= quota ? chance : 0;
        mean += (double)k * chance;
    }
    out[MET] += weight * (quota <= 0 ? 1 : met);
    out[MEAN] += weight * mean;
}

void country_join(struct tn_arena *work, const struct country_point *p,
                  enum tn_area_level level, size_t n, const struct tn_wave part[],
                  const struct tn_area *area, enum tn_status status,
                  const struct country_slot *slot, double weight, double vector[],
                  struct tn_wave *sum)
{
    size_t width = p->lattice.level[level].width;
    struct tn_wave both = moments_only(work, width);

    for (size_t i = 0; i < n; i++)
        tn_wave_join(work, &both, &part[i]);
    struct tn_wave wider = level > 0 ? tn_wave_average(work, &p->lattice, level, &both)
                                     : both;
    double step = tn_wave_step(largest_sd(&wider));
    double end = tn_wave_end(smallest_sd(&p->lattice.level[level], both.var));
    *sum = tn_wave_one(work, width, step, nodes_up_to(end, step));
    for (size_t i = 0; i < n; i++)
        tn_wave_join(work, sum, &part[i]);
    put_wave(work, p, level, sum, area, status, slot, weight, vector);
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
    const struct country_point *point;
    const struct tn_province *province;
    const struct country_slots *slots;
    enum tn_status status;
    double weight;
    double *vector;
    struct tn_risks risks;
    struct seen_villages seen;
};

static const double *village_law(struct province_at *at, const struct tn_area *village)
{
    const long key[2] = {village->quota[at->status], village->households[at->status]};
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
    width = at->point->lattice.level[TN_A_COMMUNE].width;
    double *given = tn_new(at->work, double, (n + 1) * width);
    struct tn_mark mark = tn_arena_mark(at->work);
    struct tn_group group[2] = {{.risk = 0, .n = (size_t)(key[1] - key[0]), .exits = 1},
                                {.risk = 1, .n = (size_t)key[0], .exits = 1}};
    double *law = tn_group_law(at->work, &at->risks, 2, group);
    tn_lattice_average(at->work, &at->point->lattice, TN_A_VILLAGE, n + 1, law, given);
    tn_arena_rewind(at->work, mark);
    return at->seen.given[number] = given;
}

/* Rows of the law of a commune's exits on its lanes; its villages' numbers are put. */
static double *commune_law(struct province_at *at, size_t c)
{
    const struct tn_area *commune = &at->province->area[TN_A_COMMUNE][c];
    size_t n = (size_t)commune->households[at->status], done = 0;
    size_t width = at->point->lattice.level[TN_A_COMMUNE].width;
    double *law = tn_new(at->work, double, (n + 1) * width);

    for (size_t j = 0; j < width; j++)
        law[j] = 1;
    for (size_t i = commune->first; i < commune->first + commune->parts; i++) {
        const struct tn_area *village = &at->province->area[TN_A_VILLAGE][i];
        const double *given = village_law(at, village);
        size_t m = (size_t)village->households[at->status];
        put_rows(&at->point->lattice.level[TN_A_COMMUNE], m, given,
                 village->quota[at->status],
                 &at->slots->slot[TN_A_VILLAGE][TN_STATUSES * i + at->status], at->weight,
                 at->vector);
        tn_lanes_join(width, done, law, m, given);
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

struct commune_at {
    double *law;
    struct tn_wave moments;   // given its lanes
    double step;              // of its wave
};

static struct commune_at commune_at(struct province_at *at, size_t c)
{
    const struct country_point *p = at->point;
    const struct tn_area *commune = &at->province->area[TN_A_COMMUNE][c];
    const struct country_slot *slot =
        &at->slots->slot[TN_A_COMMUNE][TN_STATUSES * c + at->status];
    size_t n = (size_t)commune->households[at->status];
    size_t width = p->lattice.level[TN_A_COMMUNE].width;
    struct commune_at here = {commune_law(at, c), moments_only(at->work, width), 0};

    tn_law_moments(width, n, here.law, here.moments.mean, here.moments.var);
    struct tn_wave wider = tn_wave_average(at->work, &p->lattice, TN_A_COMMUNE,
                                           &here.moments);
    here.step = tn_wave_step(largest_sd(&wider));
    if (slot->step == 1 && is_close(p, &here.moments)) {
        put_rows(&p->lattice.level[TN_A_COMMUNE], n, here.law, commune->quota[at->status],
                 slot, at->weight, at->vector);
        return here;
    }
    struct tn_mark mark = tn_arena_mark(at->work);
    double step = tn_wave_step(largest_sd(&here.moments));
    double end = tn_wave_end(
        smallest_sd(&p->lattice.level[TN_A_COMMUNE], here.moments.var));
    struct tn_wave wave = tn_wave_of_law(at->work, width, n, here.law, step,
                                         nodes_up_to(end, step));
    put_wave(at->work, p, TN_A_COMMUNE, &wave, commune, at->status, slot, at->weight,
             at->vector);
    tn_arena_rewind(at->work, mark);
    return here;
}

/* ---- districts and the province --------------------------------------------------- */

/* How far the frequencies of a district go, from its communes' moments. */
static double district_end(struct province_at *at, size_t n,
                           const struct commune_at commune[])
{
    const struct country_point *p = at->point;
    struct tn_wave sum = moments_only(at->work, p->lattice.level[TN_A_DISTRICT].width);

    for (size_t i = 0; i < n; i++) {
        struct tn_wave wider = tn_wave_average(at->work, &p->lattice, TN_A_COMMUNE,
                                               &commune[i].moments);
        tn_wave_join(at->work, &sum, &wider);
    }
    return tn_wave_end(smallest_sd(&p->lattice.level[TN_A_DISTRICT], sum.var));
}

/* The wave of a district on its lanes. */
static struct tn_wave district_wave(struct province_at *at, size_t d)
{
    const struct country_point *p = at->point;
    const struct tn_area *district = &at->province->area[TN_A_DISTRICT][d];
    size_t n = district->parts, width = p->lattice.level[TN_A_COMMUNE].width;
    struct commune_at *commune = tn_new(at->work, struct commune_at, n);
    struct tn_wave *part = tn_new(at->work, struct tn_wave, n), sum;

    for (size_t i = 0; i < n; i++)
        commune[i] = commune_at(at, district->first + i);
    double end = district_end(at, n, commune);
    for (size_t i = 0; i < n; i++) {
        const struct tn_area *area =
            &at->province->area[TN_A_COMMUNE][district->first + i];
        struct tn_wave given = tn_wave_of_law(
            at->work, width, (size_t)area->households[at->status], commune[i].law,
            commune[i].step, nodes_up_to(end, commune[i].step));
        part[i] = tn_wave_average(at->work, &p->lattice, TN_A_COMMUNE, &given);
    }
    country_join(at->work, p, TN_A_DISTRICT, n, part, district, at->status,
                 &at->slots->slot[TN_A_DISTRICT][TN_STATUSES * d + at->status],
                 at->weight, at->vector, &sum);
    return sum;
}

struct tn_wave country_province_at(struct tn_arena *work, struct tn_arena *keep,
                                   const struct country_point *point,
                                   const struct tn_province *province,
                                   enum tn_status status,
                                   const struct country_slots *slots, double weight,
                                   double vector[])
{
    size_t n = province->n[TN_A_DISTRICT];
    struct tn_wave *part = tn_new(work, struct tn_wave, n), sum;
    struct province_at at = {.work = work,
                             .point = point,
                             .province = province,
                             .slots = slots,
                             .status = status,
                             .weight = weight,
                             .vector = vector};

    const struct tn_lattice_level *inner = &point->lattice.level[TN_A_VILLAGE];
    const struct tn_grid grid = {1, {{.width = inner->width}}, inner->shift};

    at.risks = tn_risks_from(work, &grid, 2, point->logit);
    at.seen.known = tn_intern_in(work);
    for (size_t d = 0; d < n; d++) {
        struct tn_wave wave = district_wave(&at, d);
        part[d] = tn_wave_average(work, &point->lattice, TN_A_DISTRICT, &wave);
    }
    country_join(work, point, TN_A_PROVINCE, n, part, &province->area[TN_A_PROVINCE][0],
                 status, &slots->slot[TN_A_PROVINCE][status], weight, vector, &sum);
    return tn_wave_average(keep, &point->lattice, TN_A_PROVINCE, &sum);
}
