/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/effects.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "tn/num/alike.h"
#include "tn/num/lanes.h"
#include "tn/num/together.h"

enum { MOST_HALVINGS = 6 };
/* With more households than this laws are joined by halves, and alike places at once; a
 * commune's few are quicker joined one place after another. */
enum { FEW_HOUSEHOLDS = 400 };
/* Left out at either end of a part of the law of many places (model of window.h). */
static const double DROP = 1e-20;

static void start(size_t width, double law[])
{
    for (size_t j = 0; j < width; j++)
        law[j] = 1;
}

/* The groups of place v of a count, whose groups before *first are of earlier places;
 * *first becomes the first of a later one. */
struct stretch {
    size_t groups;
    const struct tn_group *group;   // null if there are none
};

static struct stretch next_groups(const struct tn_count *count, size_t v, size_t *first)
{
    size_t begin = *first;
    while (*first < count->groups && count->group[*first].place == v)
        ++*first;
    return (struct stretch){*first - begin, *first > begin ? count->group + begin : NULL};
}

static double largest(size_t n, const double x[])
{
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, x[i]);
    return most;
}

/* Multiply a row by another, and scale it to a largest entry of 1. Gives back the
 * logarithm of what was divided out. */
static double multiply_in(size_t width, const double more[], double row[])
{
    for (size_t j = 0; j < width; j++)
        row[j] *= more[j];
    double most = largest(width, row);
    for (size_t j = 0; j < width; j++)
        row[j] /= most;
    return log(most);
}

/* The chances on a place's grid of the households there. With grids of their own, each
 * has but its own risks, numbered anew. */
struct here {
    const struct tn_grid *grid;
    struct tn_risks chances;
    size_t risks;
    const size_t *risk;   // of each new number the old one; null: the numbers are old
};

static bool is_known(size_t n, const size_t risk[], size_t wanted)
{
    for (size_t i = 0; i < n; i++)
        if (risk[i] == wanted)
            return true;
    return false;
}

/* The groups of place v in one count; alike counts begin at places in order. */
static size_t first_of_place(const struct tn_count *count, size_t v)
{
    size_t low = 0, high = count->groups;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (count->group[middle].place < v)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_risks(const struct tn_count *count, size_t v, size_t *n, size_t risk[])
{
    for (size_t g = first_of_place(count, v);
         g < count->groups && count->group[g].place == v; g++)
        if (!is_known(*n, risk, count->group[g].risk))
            risk[(*n)++] = count->group[g].risk;
}

static size_t groups_at(const struct tn_effects *effects, size_t v)
{
    size_t groups = 0;

    for (size_t c = 0; c < effects->counts; c++)
        groups += first_of_place(&effects->count[c], v + 1) -
                  first_of_place(&effects->count[c], v);
    for (size_t p = 0; p < effects->pools; p++)
        groups += first_of_place(&effects->pool[p], v + 1) -
                  first_of_place(&effects->pool[p], v);
    return groups;
}

static struct here own_chances(struct tn_arena *arena, const struct tn_effects *effects,
                               const struct tn_grid *grid, size_t v)
{
    size_t *risk = tn_new(arena, size_t, groups_at(effects, v) + 1);
    struct here here = {.grid = grid, .risk = risk};

    for (size_t c = 0; c < effects->counts; c++)
        add_risks(&effects->count[c], v, &here.risks, risk);
    for (size_t p = 0; p < effects->pools; p++)
        add_risks(&effects->pool[p], v, &here.risks, risk);
    double *logit = tn_new(arena, double, here.risks + 1);
    for (size_t i = 0; i < here.risks; i++)
        logit[i] = effects->logit[risk[i]];
    here.chances = tn_risks_from(arena, grid, here.risks, logit);
    return here;
}

/* Of every place; without grids of their own all share the first. */
static struct here *chances_of(struct tn_arena *arena, const struct tn_effects *effects,
                               const struct tn_grid *grid)
{
    struct here *here = tn_new(arena, struct here, effects->places + 1);

    if (!grid->place)
        here[0] = (struct here){
            .grid = grid,
            .chances = tn_risks_from(arena, grid, effects->risks, effects->logit)};
    for (size_t v = 0; v < effects->places; v++)
        here[v] = grid->place ? own_chances(arena, effects, grid->place[v], v) : here[0];
    return here;
}

/* Groups of a place by the numbers of its own risks. */
static const struct tn_group *renumbered(struct tn_arena *arena, const struct here *here,
                                         size_t groups, const struct tn_group group[])
{
    if (!here->risk || !groups)
        return group;
    struct tn_group *own = tn_new(arena, struct tn_group, groups);
    for (size_t g = 0; g < groups; g++) {
        own[g] = group[g];
        own[g].risk = 0;
        while (here->risk[own[g].risk] != group[g].risk)
            own[g].risk++;
    }
    return own;
}

/* tilt: what the reports on each place say about s. */
static double **tilts(struct tn_arena *arena, const struct tn_effects *effects,
                      const struct here here[], double *evidence)
{
    double **tilt = tn_new(arena, double *, effects->places);
    size_t widest = 0;

    for (size_t v = 0; v < effects->places; v++) {
        size_t width = here[v].chances.width;
        tilt[v] = tn_new(arena, double, width);
        start(width, tilt[v]);
        widest = width > widest ? width : widest;
    }
    struct tn_mark mark = tn_arena_mark(arena);
    double *like = tn_new(arena, double, widest);
    for (size_t p = 0; p < effects->pools; p++) {
        const struct tn_count *pool = &effects->pool[p];
        for (size_t v = 0, first = 0; v < effects->places; v++) {
            const struct tn_report *report = &effects->report[p * effects->places + v];
            struct stretch of = next_groups(pool, v, &first);
            if (report->seen < 0)
                continue;
            of.group = renumbered(arena, &here[v], of.groups, of.group);
            tn_group_law_given(arena, &here[v].chances, of.groups, of.group, report,
                               like);
            *evidence += multiply_in(here[v].chances.width, like, tilt[v]);
        }
    }
    tn_arena_rewind(arena, mark);
    return tilt;
}

/* Let the reports weigh the lanes of the year and, place by place, of the grid. */
static void condition(struct tn_arena *arena, const struct tn_effects *effects,
                      const struct here here[], struct tn_laws *laws)
{
    size_t width = laws->grid.level[0].width;
    double *year = tn_new(arena, double, width);
    double *kept = tn_new(arena, double, width * laws->places);

    double **tilt = tilts(arena, effects, here, &laws->evidence);
    laws->tilt = (const double *const *)tilt;
    for (size_t v = 0; v < laws->places; v++)
        tn_grid_average(here[v].grid, 1, 1, tilt[v], kept + v * width);
    memcpy(year, laws->year, width * sizeof *year);
    for (size_t v = 0; v < laws->places; v++)
        laws->evidence += multiply_in(width, kept + v * width, year);

    double sum = 0;
    for (size_t j = 0; j < width; j++)
        sum += year[j];
    for (size_t j = 0; j < width; j++)
        year[j] /= sum;
    if (sum > 0)   // else the reports cannot be true: the laws are NAN
        laws->evidence += log(sum);
    laws->kept = kept;
    laws->year = year;
}

void tn_laws_average(struct tn_arena *arena, const struct tn_laws *laws, size_t place,
                     size_t rows, const double in[], double out[])
{
    const struct tn_grid *own = tn_laws_grid(laws, place);
    size_t year = own->level[0].width, grid = tn_grid_lanes(own);
    if (!laws->tilt) {
        tn_grid_average(own, 1, rows, in, out);
        return;
    }

    struct tn_mark mark = tn_arena_mark(arena);
    double *tilted = tn_new(arena, double, grid);
    for (size_t k = 0; k < rows; k++, in += grid, out += year) {
        for (size_t j = 0; j < grid; j++)
            tilted[j] = in[j] * laws->tilt[place][j];
        tn_grid_average(own, 1, 1, tilted, out);
        for (size_t j = 0; j < year; j++)
            out[j] /= laws->kept[place * year + j];
    }
    tn_arena_rewind(arena, mark);
}

/* The law given s of some groups of place v. With reports each pool's households are a
 * law of their own. */
static double *law_on_grid(struct tn_arena *arena, const struct tn_effects *effects,
                           const struct here *here, size_t groups,
                           const struct tn_group group[])
{
    const struct tn_risks *chances = &here->chances;

    group = renumbered(arena, here, groups, group);
    if (!effects->pools)
        return tn_group_law(arena, chances, groups, group);

    size_t width = chances->width, done = 0;
    double *law = tn_new(arena, double, (tn_group_households(groups, group) + 1) * width);
    struct tn_mark mark = tn_arena_mark(arena);
    double *like = tn_new(arena, double, width);
    start(width, law);
    for (size_t first = 0, end = 0; first < groups; first = end) {
        size_t pool = group[first].pool, n, v = group[first].place;
        while (end < groups && group[end].pool == pool)
            end++;
        assert(pool < effects->pools);
        const struct tn_report *report = &effects->report[pool * effects->places + v];
        const double *more = report->seen < 0
                                 ? tn_group_law(arena, chances, end - first,
                                                group + first)
                                 : tn_group_law_given(arena, chances, end - first,
                                                      group + first, report, like);
        n = tn_group_households(end - first, group + first);
        tn_lanes_join(width, done, law, n, more);
        done += n;
    }
    tn_arena_rewind(arena, mark);
    return law;
}

static void average_year(struct tn_arena *arena, const struct tn_laws *laws,
                         struct tn_law *law)
{
    size_t width = laws->grid.level[0].width;

    law->pmf = tn_new(arena, double, law->n + 1);
    for (size_t k = 0; k <= law->n; k++)
        law->pmf[k] = tn_lanes_dot(width, laws->year, law->given + k * width);
}

/* Given e the places are independent. */
static void join_few(const struct tn_laws *laws, const struct tn_law place[],
                     struct tn_law *law)
{
    size_t width = laws->grid.level[0].width, done = 0;

    start(width, law->given);
    for (size_t v = 0; v < laws->places; v++) {
        tn_lanes_join(width, done, law->given, place[v].n, place[v].given);
        done += place[v].n;
    }
}

static void join_many(struct tn_arena *arena, double drop, struct tn_laws *laws,
                      const struct tn_law place[], const struct tn_alike *alike,
                      struct tn_law *law)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_copies *copies = tn_new(arena, struct tn_copies, alike->kinds);

    for (size_t k = 0; k < alike->kinds; k++) {
        const struct tn_law *one = &place[alike->place[k]];
        copies[k] = (struct tn_copies){alike->times[k], one->n, one->given};
    }
    double dropped = tn_together(arena, laws->grid.level[0].width, alike->kinds, copies,
                                 drop > 0 ? drop : DROP, law->given);
    laws->dropped = fmax(laws->dropped, dropped);
    tn_arena_rewind(arena, mark);
}

static struct tn_law whole_law(struct tn_arena *arena, double drop, struct tn_laws *laws,
                               const struct tn_law place[], const struct tn_alike *alike)
{
    struct tn_law law = {0};
    for (size_t v = 0; v < laws->places; v++)
        law.n += place[v].n;

    law.given = tn_new(arena, double, (law.n + 1) * laws->grid.level[0].width);
    if (law.n > FEW_HOUSEHOLDS)
        join_many(arena, drop, laws, place, alike, &law);
    else
        join_few(laws, place, &law);
    average_year(arena, laws, &law);
    return law;
}

/* Reports, and sds of their own, tell alike places apart. */
static struct tn_alike alike_in(struct tn_arena *arena, const struct tn_effects *effects,
                                const struct tn_count *count)
{
    bool few = tn_group_households(count->groups, count->group) <= FEW_HOUSEHOLDS;

    return few || effects->pools || effects->own_sd
               ? tn_alike_none(arena, effects->places, count)
               : tn_alike_of(arena, effects->places, count);
}

static void count_laws(struct tn_arena *arena, const struct tn_effects *effects,
                       const struct here here[], size_t c, struct tn_laws *laws)
{
    const struct tn_count *count = &effects->count[c];
    struct tn_law *place = laws->place + c * laws->places;
    struct tn_alike alike = alike_in(arena, effects, count);
    size_t year = laws->grid.level[0].width;

    for (size_t v = 0; v < laws->places; v++) {
        size_t like = alike.place[alike.kind[v]];
        if (like != v) {
            place[v] = place[like];
            continue;
        }
        size_t groups = alike.first[v + 1] - alike.first[v];
        const struct tn_group *group = groups ? count->group + alike.first[v] : NULL;
        struct tn_law law = {.n = tn_group_households(groups, group)};
        law.on_grid = law_on_grid(arena, effects, &here[v], groups, group);
        law.given = tn_new(arena, double, (law.n + 1) * year);
        tn_laws_average(arena, laws, v, law.n + 1, law.on_grid, law.given);
        average_year(arena, laws, &law);
        place[v] = law;
    }
    laws->whole[c] = whole_law(arena, effects->drop, laws, place, &alike);
}

struct tn_grid tn_effects_grid(struct tn_arena *arena, const struct tn_effects *effects,
                               double tol, unsigned halvings)
{
    const double sd[2] = {effects->year_sd, effects->place_sd};

    if (effects->own_sd && effects->places > 0)
        return tn_grid_places(arena, effects->year_sd, effects->places, effects->own_sd,
                              tol, halvings);
    return tn_grid_from(arena, 2, sd, tol, halvings);
}

struct tn_laws tn_effects_laws(struct tn_arena *arena, const struct tn_grid *grid,
                               const struct tn_effects *effects)
{
    assert(grid->levels == 2);
    struct tn_laws laws = {.grid = *grid,
                           .year = grid->level[0].weight,
                           .counts = effects->counts,
                           .places = effects->places,
                           .moved = (double)NAN};
    laws.whole = tn_new(arena, struct tn_law, laws.counts);
    laws.place = tn_new(arena, struct tn_law, laws.counts * laws.places);

    struct here *here = chances_of(arena, effects, grid);
    if (effects->pools)
        condition(arena, effects, here, &laws);
    for (size_t c = 0; c < laws.counts; c++)
        count_laws(arena, effects, here, c, &laws);
    return laws;
}

/* The largest change of a tail of the whole between two grids. before holds the tails
 * of all counts in a row; it becomes those of now. */
static double movement(const struct tn_laws *now, double before[])
{
    double most = 0;
    for (size_t c = 0; c < now->counts; c++) {
        double tail = 0;
        for (size_t k = now->whole[c].n + 1; k-- > 0;) {
            tail += now->whole[c].pmf[k];
            most = fmax(most, fabs(tail - *before));
            *before++ = tail;
        }
    }
    return most;
}

static size_t tails(const struct tn_effects *effects)
{
    size_t sum = effects->counts;
    for (size_t c = 0; c < effects->counts; c++)
        sum += tn_group_households(effects->count[c].groups, effects->count[c].group);
    return sum;
}

struct tn_laws tn_effects_solve(struct tn_arena *arena, const struct tn_effects *effects,
                                double tol)
{
    double *before = tn_new(arena, double, tails(effects));
    struct tn_mark mark = tn_arena_mark(arena);

    for (unsigned halvings = 0;; halvings++) {
        struct tn_grid grid = tn_effects_grid(arena, effects, tol / 10, halvings);
        struct tn_laws laws = tn_effects_laws(arena, &grid, effects);
        laws.moved = movement(&laws, before);
        if (halvings > 0 && (laws.moved < tol || halvings == MOST_HALVINGS))
            return laws;
        tn_arena_rewind(arena, mark);
    }
}

double tn_laws_every(struct tn_arena *arena, const struct tn_laws *laws, size_t count,
                     const long quota[])
{
    size_t width = laws->grid.level[0].width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *all = tn_new(arena, double, width);
    double *tail = tn_new(arena, double, width);

    start(width, all);
    for (size_t v = 0; v < laws->places; v++) {
        const struct tn_law *law = tn_laws_place(laws, count, v);
        tn_lanes_at_least(width, law->n, law->given, quota[v], tail);
        for (size_t j = 0; j < width; j++)
            all[j] *= tail[j];
    }
    double chance = tn_lanes_dot(width, laws->year, all);
    tn_arena_rewind(arena, mark);
    return chance;
}
