/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/effects.h"

#include <assert.h>
#include <math.h>

#include "tn/num/lanes.h"
#include "tn/num/poisbin.h"

enum { MOST_HALVINGS = 6, MOST_ALIKE = 512 };

/* For each risk a row of P(exit | s) and one of P(no exit | s), on the grid's lanes. */
struct chances {
    size_t width;
    double *exits, *stays;
};

/* exp(-logit - s) as a product, so that a lane costs one exp for all risks. */
static struct chances tabulate(struct tn_arena *arena, const struct tn_grid *grid,
                               const struct tn_effects *effects)
{
    size_t width = tn_grid_lanes(grid);
    struct chances chance = {width, tn_new(arena, double, width * effects->risks),
                             tn_new(arena, double, width * effects->risks)};
    double *up = tn_new(arena, double, width);
    double *down = tn_new(arena, double, width);

    for (size_t j = 0; j < width; j++) {
        up[j] = exp(grid->shift[j]);
        down[j] = 1 / up[j];
    }
    for (size_t r = 0; r < effects->risks; r++) {
        double odds = exp(effects->logit[r]), against = exp(-effects->logit[r]);
        double *exits = chance.exits + r * width, *stays = chance.stays + r * width;
#pragma omp simd
        for (size_t j = 0; j < width; j++) {
            exits[j] = 1 / (1 + against * down[j]);
            stays[j] = 1 / (1 + odds * up[j]);
        }
    }
    return chance;
}

/* Rows of the chance to be counted and not to be, each a sum of non-negative terms. */
static void count_chance(const struct chances *chance, const struct tn_group *group,
                         double p[], double q[])
{
    const double *exits = chance->exits + group->risk * chance->width;
    const double *stays = chance->stays + group->risk * chance->width;
    double a = group->exits, b = group->stays;

    assert(a >= 0 && a <= 1 && b >= 0 && b <= 1);
#pragma omp simd
    for (size_t j = 0; j < chance->width; j++) {
        p[j] = a * exits[j] + b * stays[j];
        q[j] = (1 - a) * exits[j] + (1 - b) * stays[j];
    }
}

static void start(size_t width, double law[])
{
    for (size_t j = 0; j < width; j++)
        law[j] = 1;
}

/* The law on the grid of the count of these groups, n households. */
static double *law_on_grid(struct tn_arena *arena, const struct chances *chance,
                           size_t groups, const struct tn_group group[], size_t n)
{
    double *law = tn_new(arena, double, (n + 1) * chance->width);
    struct tn_mark mark = tn_arena_mark(arena);
    double *p = tn_new(arena, double, chance->width);
    double *q = tn_new(arena, double, chance->width);
    size_t most = n < MOST_ALIKE ? n : MOST_ALIKE, done = 0;
    double *more = tn_new(arena, double, (most + 1) * chance->width);

    start(chance->width, law);
    for (size_t g = 0; g < groups; g++) {
        count_chance(chance, &group[g], p, q);
        for (size_t left = group[g].n, m; left > 0; left -= m, done += m) {
            m = left < MOST_ALIKE ? left : MOST_ALIKE;
            tn_lanes_binomial(chance->width, m, p, q, more);
            tn_lanes_join(chance->width, done, law, m, more);
        }
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

static struct tn_law place_law(struct tn_arena *arena, const struct tn_laws *laws,
                               const struct chances *chance, size_t groups,
                               const struct tn_group group[])
{
    struct tn_law law = {0};
    for (size_t g = 0; g < groups; g++)
        law.n += group[g].n;

    law.on_grid = law_on_grid(arena, chance, groups, group, law.n);
    law.given = tn_new(arena, double, (law.n + 1) * laws->grid.level[0].width);
    tn_grid_average(&laws->grid, 1, law.n + 1, law.on_grid, law.given);
    average_year(arena, laws, &law);
    return law;
}

/* Given e the places are independent. */
static struct tn_law whole_law(struct tn_arena *arena, const struct tn_laws *laws,
                               const struct tn_law place[])
{
    size_t width = laws->grid.level[0].width, done = 0;
    struct tn_law law = {0};
    for (size_t v = 0; v < laws->places; v++)
        law.n += place[v].n;

    law.given = tn_new(arena, double, (law.n + 1) * width);
    start(width, law.given);
    for (size_t v = 0; v < laws->places; v++) {
        tn_lanes_join(width, done, law.given, place[v].n, place[v].given);
        done += place[v].n;
    }
    average_year(arena, laws, &law);
    return law;
}

/* The groups of a place are one stretch of the count's. */
static void count_laws(struct tn_arena *arena, struct tn_laws *laws,
                       const struct chances *chance, const struct tn_count *count,
                       size_t c)
{
    struct tn_law *place = laws->place + c * laws->places;
    size_t first = 0;

    for (size_t v = 0; v < laws->places; v++) {
        size_t end = first;
        while (end < count->groups && count->group[end].place == v)
            end++;
        place[v] = place_law(arena, laws, chance, end - first, count->group + first);
        first = end;
    }
    assert(first == count->groups);   // by place, ascending
    laws->whole[c] = whole_law(arena, laws, place);
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

    struct chances chance = tabulate(arena, grid, effects);
    for (size_t c = 0; c < laws.counts; c++)
        count_laws(arena, &laws, &chance, &effects->count[c], c);
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
    size_t sum = 0;
    for (size_t c = 0; c < effects->counts; c++) {
        sum++;
        for (size_t g = 0; g < effects->count[c].groups; g++)
            sum += effects->count[c].group[g].n;
    }
    return sum;
}

struct tn_laws tn_effects_solve(struct tn_arena *arena, const struct tn_effects *effects,
                                double tol)
{
    const double sd[2] = {effects->year_sd, effects->place_sd};
    double *before = tn_new(arena, double, tails(effects));
    struct tn_mark mark = tn_arena_mark(arena);

    for (unsigned halvings = 0;; halvings++) {
        struct tn_grid grid = tn_grid_from(arena, 2, sd, tol / 10, halvings);
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
