/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/group.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/lanes.h"

enum { MOST_ALIKE = 512 };   // larger groups join in parts

/* exp(-logit - s) as a product, so that a lane costs one exp for all risks. */
struct tn_risks tn_risks_from(struct tn_arena *arena, const struct tn_grid *grid,
                              size_t risks, const double logit[])
{
    size_t width = tn_grid_lanes(grid);
    struct tn_risks chances = {width, tn_new(arena, double, width *risks),
                               tn_new(arena, double, width *risks)};
    double *up = tn_new(arena, double, width);
    double *down = tn_new(arena, double, width);

    for (size_t j = 0; j < width; j++) {
        up[j] = exp(grid->shift[j]);
        down[j] = 1 / up[j];
    }
    for (size_t r = 0; r < risks; r++) {
        double odds = exp(logit[r]), against = exp(-logit[r]);
        double *exits = chances.exits + r * width, *stays = chances.stays + r * width;
        for (size_t j = 0; j < width; j++) {
            exits[j] = 1 / (1 + against * down[j]);
            stays[j] = 1 / (1 + odds * up[j]);
        }
    }
    return chances;
}

size_t tn_group_households(size_t groups, const struct tn_group group[])
{
    size_t n = 0;
    for (size_t g = 0; g < groups; g++)
        n += group[g].n;
    return n;
}

/* row = a exits + b stays, each term non-negative. */
static void mix(const struct tn_risks *chances, const struct tn_group *group, double a,
                double b, double row[])
{
    const double *exits = chances->exits + group->risk * chances->width;
    const double *stays = chances->stays + group->risk * chances->width;

    for (size_t j = 0; j < chances->width; j++)
        row[j] = a * exits[j] + b * stays[j];
}

static void check(const struct tn_group *group)
{
    assert(group->exits >= 0 && group->exits <= 1);
    assert(group->stays >= 0 && group->stays <= 1);
}

static void start(size_t width, double law[])
{
    for (size_t j = 0; j < width; j++)
        law[j] = 1;
}

double *tn_group_law(struct tn_arena *arena, const struct tn_risks *chances,
                     size_t groups, const struct tn_group group[])
{
    size_t width = chances->width, n = tn_group_households(groups, group), done = 0;
    double *law = tn_new(arena, double, (n + 1) * width);
    struct tn_mark mark = tn_arena_mark(arena);
    double *p = tn_new(arena, double, width), *q = tn_new(arena, double, width);
    double *more = tn_new(arena, double, ((n < MOST_ALIKE ? n : MOST_ALIKE) + 1) * width);

    start(width, law);
    for (size_t g = 0; g < groups; g++) {
        check(&group[g]);
        mix(chances, &group[g], group[g].exits, group[g].stays, p);
        mix(chances, &group[g], 1 - group[g].exits, 1 - group[g].stays, q);
        for (size_t left = group[g].n, m; left > 0; left -= m, done += m) {
            m = left < MOST_ALIKE ? left : MOST_ALIKE;
            tn_lanes_binomial(width, m, p, q, more);
            tn_lanes_join(width, done, law, m, more);
        }
    }
    tn_arena_rewind(arena, mark);
    return law;
}

/* What becomes of one household: counted or not, its exit reported by now or not. */
struct fates {
    double *seen_in, *seen_out, *in, *out;   // rows
};

static struct fates new_fates(struct tn_arena *arena, size_t width)
{
    return (struct fates){tn_new(arena, double, width), tn_new(arena, double, width),
                          tn_new(arena, double, width), tn_new(arena, double, width)};
}

static void fates_of(const struct tn_risks *chances, const struct tn_group *group,
                     double share, struct fates *fates)
{
    double in = group->exits, late = 1 - share;

    mix(chances, group, share * in, 0, fates->seen_in);
    mix(chances, group, share * (1 - in), 0, fates->seen_out);
    mix(chances, group, late * in, group->stays, fates->in);
    mix(chances, group, late * (1 - in), 1 - group->stays, fates->out);
}

/* P(seen = r, counted = k | s) for r up to the number reported, with a border of zero
 * rows at r = -1 and k = -1. */
struct table {
    size_t width;
    long n, seen, done;   // households, reported, households joined so far
    double *row;
};

static double *at(const struct table *table, long r, long k)
{
    return table->row + (size_t)((r + 1) * (table->n + 2) + k + 1) * table->width;
}

static struct table new_table(struct tn_arena *arena, size_t width, long n, long seen)
{
    struct table table = {.width = width, .n = n, .seen = seen};
    table.row = tn_new(arena, double, (size_t)((seen + 2) * (n + 2)) * width);
    start(width, at(&table, 0, 0));
    return table;
}

/* One more household. From the top down, so that what is read is still the law before. */
static void join_one(struct table *table, const struct fates *fates)
{
    long most = ++table->done;

    for (long r = table->seen < most ? table->seen : most; r >= 0; r--) {
        for (long k = most; k >= 0; k--) {
            const double *out = at(table, r, k), *in = at(table, r, k - 1);
            const double *seen_out = at(table, r - 1, k),
                         *seen_in = at(table, r - 1, k - 1);
            double *cell = at(table, r, k);
            for (size_t j = 0; j < table->width; j++)
                cell[j] = (out[j] * fates->out[j] + in[j] * fates->in[j]) +
                          (seen_out[j] * fates->seen_out[j] +
                           seen_in[j] * fates->seen_in[j]);
        }
    }
}

/* Divide the rows of law, n + 1 of them, by their sum, which becomes like. */
static void normalise(size_t width, size_t n, double law[], double like[])
{
    tn_lanes_at_least(width, n, law, 1, like);
    for (size_t j = 0; j < width; j++)
        like[j] += law[j];
    for (size_t k = 0; k <= n; k++)
        for (size_t j = 0; j < width; j++)
            law[k * width + j] /= like[j] > 0 ? like[j] : 1;
}

double *tn_group_law_given(struct tn_arena *arena, const struct tn_risks *chances,
                           size_t groups, const struct tn_group group[],
                           const struct tn_report *report, double like[])
{
    size_t width = chances->width, n = tn_group_households(groups, group);
    assert(report->seen >= 0 && report->seen <= (long)n);
    assert(report->share >= 0 && report->share <= 1);

    double *law = tn_new(arena, double, (n + 1) * width);
    struct tn_mark mark = tn_arena_mark(arena);
    struct table table = new_table(arena, width, (long)n, report->seen);
    struct fates fates = new_fates(arena, width);
    for (size_t g = 0; g < groups; g++) {
        check(&group[g]);
        fates_of(chances, &group[g], report->share, &fates);
        for (size_t i = 0; i < group[g].n; i++)
            join_one(&table, &fates);
    }
    memcpy(law, at(&table, report->seen, 0), (n + 1) * width * sizeof *law);
    tn_arena_rewind(arena, mark);
    normalise(width, n, law, like);
    return law;
}
