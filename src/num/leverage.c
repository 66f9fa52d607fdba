/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/leverage.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

#include "tn/num/alike.h"
#include "tn/num/clones.h"
#include "tn/num/lanes.h"
#include "tn/num/special.h"

/* ---- one place without one household, given the year ---- */

struct rows {
    size_t width;   // lanes of the grid
    double *p, *q, *more;
};

/* Whose leverage, and against what. */
struct job {
    const struct tn_laws *laws;
    const struct tn_effects *effects;
    const struct tn_count *count;
    const struct tn_lever *lever;
};

static void chance_rows(const struct tn_laws *laws, const struct tn_effects *effects,
                        const struct tn_group *group, struct rows *rows)
{
    const double *shift = tn_laws_grid(laws, group->place)->shift;
    double logit = effects->logit[group->risk];

    for (size_t j = 0; j < rows->width; j++) {
        double exits = tn_expit(logit + shift[j]);
        double stays = tn_expit(-logit - shift[j]);
        rows->p[j] = group->exits * exits + group->stays * stays;
        rows->q[j] = (1 - group->exits) * exits + (1 - group->stays) * stays;
    }
}

/* By how much the chance to be counted rises: with a = logit + s, expit(a + raise) -
 * expit(a) = expit(a + raise) expit(-a) (1 - exp(-raise)), which keeps its digits. */
static void raise_row(const struct job *job, const struct tn_group *group,
                      struct rows *rows)
{
    const double *shift = tn_laws_grid(job->laws, group->place)->shift;
    double logit = job->effects->logit[group->risk], part = -expm1(-job->lever->raise);

    for (size_t j = 0; j < rows->width; j++) {
        double a = logit + shift[j];
        double more = tn_expit(a + job->lever->raise) * tn_expit(-a) * part;
        rows->q[j] = (group->exits - group->stays) * more;
    }
}

/* One household of group out, among the groups first..end - 1 of its place. */
struct gap {
    size_t first, end, out;
};

/* The law on the grid of a place, one household left out. */
static void law_without(const struct tn_laws *laws, const struct tn_effects *effects,
                        const struct tn_count *count, struct gap gap, struct rows *rows,
                        double law[])
{
    size_t done = 0;

    for (size_t j = 0; j < rows->width; j++)
        law[j] = 1;
    for (size_t g = gap.first; g < gap.end; g++) {
        size_t n = count->group[g].n - (g == gap.out);
        if (!n)
            continue;
        chance_rows(laws, effects, &count->group[g], rows);
        tn_lanes_binomial(rows->width, n, rows->p, rows->q, rows->more);
        tn_lanes_join(rows->width, done, law, n, rows->more);
        done += n;
    }
}

/* A group's rows over the year's lanes: the law of its place without one household,
 * that law times what support adds to the household's chance, and its chance. */
struct without {
    size_t n;   // households of the place less one
    double *law, *raised, *chance;
};

static struct without leave_out(struct tn_arena *arena, const struct job *job,
                                struct gap gap)
{
    const struct tn_laws *laws = job->laws;
    const struct tn_count *count = job->count;
    const struct tn_grid *grid = tn_laws_grid(laws, count->group[gap.out].place);
    size_t width = grid->level[0].width, wide = tn_grid_lanes(grid), all = 0;
    struct without w = {0};

    for (size_t i = gap.first; i < gap.end; i++)
        all += count->group[i].n;
    w.n = all - 1;
    w.law = tn_new(arena, double, all *width);
    w.raised = tn_new(arena, double, all *width);
    w.chance = tn_new(arena, double, width);

    struct tn_mark mark = tn_arena_mark(arena);
    struct rows rows = {wide, tn_new(arena, double, wide), tn_new(arena, double, wide),
                        tn_new(arena, double, (all + 1) * wide)};
    double *law = tn_new(arena, double, (all + 1) * wide);
    law_without(laws, job->effects, count, gap, &rows, law);
    tn_grid_average(grid, 1, all, law, w.law);
    chance_rows(laws, job->effects, &count->group[gap.out], &rows);
    tn_grid_average(grid, 1, 1, rows.p, w.chance);
    raise_row(job, &count->group[gap.out], &rows);
    for (size_t k = 0; k < all; k++)
        for (size_t j = 0; j < wide; j++)
            law[k * wide + j] *= rows.q[j];
    tn_grid_average(grid, 1, all, law, w.raised);
    tn_arena_rewind(arena, mark);
    return w;
}

/* ---- all other places, given one lane of the year ---- */

/* A stretch of a law: its values from lo on. */
struct piece {
    size_t lo, n;
    double *p;
    double least;   // smaller values at its ends are left out, here and in its sums
};

static const double NEGLIGIBLE = 1e-30;

static struct piece trimmed(struct piece a)
{
    while (a.n > 0 && a.p[a.n - 1] < a.least)
        a.n--;
    while (a.n > 0 && a.p[0] < a.least) {
        a.p++;
        a.lo++;
        a.n--;
    }
    return a;
}

TN_CLONES static void add_times(size_t n, double times, const double *restrict more,
                                double *restrict sum)
{
    for (size_t m = 0; m < n; m++)
        sum[m] += times * more[m];
}

/* The law of the sum of both, as far as it lies within from..to. */
static struct piece sum_of(struct tn_arena *arena, struct piece a, struct piece b,
                           size_t from, size_t to)
{
    struct piece sum = {.least = a.least};
    size_t first = a.lo + b.lo, last = first + a.n + b.n;

    if (!a.n || !b.n || from > last - 2 || to < first)
        return sum;
    sum.lo = first > from ? first : from;
    last = last - 2 < to ? last - 2 : to;
    sum.n = last - sum.lo + 1;
    sum.p = tn_new(arena, double, sum.n);
    struct piece few = a.n <= b.n ? a : b, many = a.n <= b.n ? b : a;
    for (size_t i = 0; i < few.n; i++) {
        size_t at = first + i;   // where the many's first value lands
        size_t begin = at < sum.lo ? sum.lo - at : 0;
        size_t end = at + many.n <= last ? many.n : last + 1 > at ? last + 1 - at : 0;
        if (begin < end)
            add_times(end - begin, few.p[i], many.p + begin,
                      sum.p + (at + begin - sum.lo));
    }
    return trimmed(sum);
}

/* A binary tree over the kinds of place: node i has children 2i and 2i + 1, leaves stand
 * at kinds..2 kinds - 1. Upwards each node gets the law of its places; downwards, that
 * of all places outside it, where it is needed: with the n inside, to make k - 1. */
struct tree {
    size_t kinds;
    long want;      // k - 1
    double least;   // of each piece
    size_t *n;      // households of each node
    struct piece *inside, *outside;
    struct piece *rest;   // of each kind: its places but one
};

/* Both laws of a kind's places: all of them, and all but one. */
static void powers(struct tn_arena *arena, struct piece one, size_t times,
                   struct piece *rest, struct piece *all)
{
    double *sure = tn_new(arena, double, 1);
    struct piece part = {0, 1, sure, one.least}, square = one;
    const size_t any = SIZE_MAX;

    *sure = 1;
    for (size_t left = times - 1; left > 0; left /= 2) {
        if (left % 2)
            part = sum_of(arena, part, square, 0, any);
        if (left > 1)
            square = sum_of(arena, square, square, 0, any);
    }
    *rest = part;
    *all = sum_of(arena, part, one, 0, any);
}

static void climb(struct tn_arena *arena, const struct tn_alike *alike,
                  const struct tn_law place[], size_t lane, size_t width,
                  struct tree *tree)
{
    for (size_t i = 0; i < tree->kinds; i++) {
        const struct tn_law *law = &place[alike->place[i]];
        struct piece one = {0, law->n + 1, tn_new(arena, double, law->n + 1),
                            tree->least};
        for (size_t k = 0; k <= law->n; k++)
            one.p[k] = law->given[k * width + lane];
        tree->n[tree->kinds + i] = alike->times[i] * law->n;
        powers(arena, trimmed(one), alike->times[i], &tree->rest[i],
               &tree->inside[tree->kinds + i]);
    }
    for (size_t i = tree->kinds; i-- > 1;) {
        tree->n[i] = tree->n[2 * i] + tree->n[2 * i + 1];
        tree->inside[i] = sum_of(arena, tree->inside[2 * i], tree->inside[2 * i + 1], 0,
                                 tree->n[i]);
    }
}

/* The sum of both as far as n more households can make it up to want. */
static struct piece needed(struct tn_arena *arena, struct piece a, struct piece b,
                           long want, size_t n)
{
    long from = want - (long)n;

    return sum_of(arena, a, b, from > 0 ? (size_t)from : 0, want > 0 ? (size_t)want : 0);
}

/* Afterwards outside of a leaf is that of one place of its kind. */
static void descend(struct tn_arena *arena, const struct tn_alike *alike,
                    const struct tn_law place[], struct tree *tree)
{
    double *one = tn_new(arena, double, 1);

    *one = 1;
    tree->outside[1] = (struct piece){0, tree->want >= 0, one, tree->least};
    for (size_t i = 2; i < 2 * tree->kinds; i++)
        tree->outside[i] = needed(arena, tree->outside[i / 2], tree->inside[i ^ 1],
                                  tree->want, tree->n[i]);
    for (size_t i = 0; i < tree->kinds; i++) {
        struct piece *outside = &tree->outside[tree->kinds + i];
        *outside = needed(arena, *outside, tree->rest[i], tree->want,
                          place[alike->place[i]].n);
    }
}

/* sum over m of outside(want - m) times row m of a law, at one lane. */
static double decided(struct piece outside, long want, size_t n, const double law[],
                      size_t lane, size_t width)
{
    double sum = 0;

    for (size_t i = 0; i < outside.n; i++) {
        long m = want - (long)(outside.lo + i);
        if (m >= 0 && m <= (long)n)
            sum += outside.p[i] * law[(size_t)m * width + lane];
    }
    return sum;
}

/* ---- together ---- */

struct work {
    const struct job *job;
    const struct tn_law *place;      // of this count
    const struct tn_alike *alike;    // its places
    const struct without *without;   // of each group of the first place of each kind
    struct tree tree;
};

static void add_lane(struct tn_arena *arena, struct work *work, size_t lane,
                     struct tn_leverage out[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct tree *tree = &work->tree;
    const struct tn_alike *alike = work->alike;
    size_t width = work->job->laws->grid.level[0].width;
    double weight = work->job->laws->year[lane];

    climb(arena, alike, work->place, lane, width, tree);
    descend(arena, alike, work->place, tree);
    for (size_t i = 0; i < tree->kinds; i++) {
        struct piece outside = tree->outside[tree->kinds + i];
        size_t v = alike->place[i];
        for (size_t g = alike->first[v]; g < alike->first[v + 1]; g++) {
            const struct without *w = &work->without[g];
            if (!work->job->count->group[g].n)
                continue;
            out[g].chance += weight * w->chance[lane];
            out[g].gain += weight *
                           decided(outside, tree->want, w->n, w->law, lane, width);
            out[g].support += weight *
                              decided(outside, tree->want, w->n, w->raised, lane, width);
        }
    }
    tn_arena_rewind(arena, mark);
}

static struct without *leave_each_out(struct tn_arena *arena, const struct job *job,
                                      const struct tn_alike *alike)
{
    struct without *without = tn_new(arena, struct without, job->count->groups);

    for (size_t i = 0; i < alike->kinds; i++) {
        size_t v = alike->place[i];
        struct gap gap = {.first = alike->first[v], .end = alike->first[v + 1]};
        for (gap.out = gap.first; gap.out < gap.end; gap.out++)
            if (job->count->group[gap.out].n)
                without[gap.out] = leave_out(arena, job, gap);
    }
    return without;
}

/* What holds for the first place of a kind holds for all. */
static void copy_alike(const struct tn_alike *alike, struct tn_leverage of_group[])
{
    for (size_t v = 0; v < alike->places; v++) {
        size_t like = alike->place[alike->kind[v]];
        for (size_t g = 0; like != v && g < alike->first[v + 1] - alike->first[v]; g++)
            of_group[alike->first[v] + g] = of_group[alike->first[like] + g];
    }
}

void tn_leverage_of(struct tn_arena *arena, const struct tn_laws *laws,
                    const struct tn_effects *effects, const struct tn_lever *lever,
                    struct tn_leverage of_group[])
{
    struct job job = {laws, effects, &effects->count[lever->count], lever};
    if (!job.count->groups)
        return;

    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_alike alike = tn_alike_of(arena, laws->places, job.count);
    size_t nodes = 2 * alike.kinds;
    struct work work = {
        .job = &job,
        .place = laws->place + lever->count * laws->places,
        .alike = &alike,
        .without = leave_each_out(arena, &job, &alike),
        .tree = {.kinds = alike.kinds,
                 .want = lever->k - 1,
                 .least = effects->drop > 0 ? effects->drop / 100 : NEGLIGIBLE,
                 .n = tn_new(arena, size_t, nodes),
                 .inside = tn_new(arena, struct piece, nodes),
                 .outside = tn_new(arena, struct piece, nodes),
                 .rest = tn_new(arena, struct piece, alike.kinds)}};
    const struct tn_leverage zero = {0}, none = {(double)NAN, (double)NAN, (double)NAN};

    for (size_t g = 0; g < job.count->groups; g++)
        of_group[g] = job.count->group[g].n ? zero : none;
    for (size_t lane = 0; lane < laws->grid.level[0].width; lane++)
        if (laws->year[lane] > 0)
            add_lane(arena, &work, lane, of_group);
    copy_alike(&alike, of_group);
    tn_arena_rewind(arena, mark);
}
