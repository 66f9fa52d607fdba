/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/together.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/lanes.h"

#include "vectors.h"

/* TN_LANE lanes at a time, TILE entries of a sum side by side: each row of either law is
 * then read once for TILE products. */
typedef double block __attribute__((vector_size(8 * TN_LANE), aligned(8)));
enum { TILE = 4 };

/* A law under way: n entries with TILE - 1 zeros on both sides. A good year's law lies
 * far from a bad one's, so that each lane begins at a count of its own. */
struct part {
    size_t n, first[TN_LANE];
    block *law;
    double dropped;   // in any lane, no more
};

/* Entries 0..TILE - 1 of the sum over i = first..last of a[.. - i] b[i]. */
typedef void tile_fn(const block a[], const block b[], size_t first, size_t last,
                     block sum[]);

#define TILE_FUNCTION(name, lanes)                                                \
    static void name(const block a[], const block b[], size_t first, size_t last, \
                     block sum[])                                                 \
    {                                                                             \
        const size_t part = sizeof(lanes) / sizeof(double);                       \
                                                                                  \
        for (size_t lane = 0; lane < TN_LANE; lane += part) {                     \
            lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};                         \
            const double *z = (const double *)(a - first) + lane;                 \
            const double *w = (const double *)(b + first) + lane;                 \
            for (size_t i = first; i <= last; i++, w += TN_LANE, z -= TN_LANE) {  \
                lanes p = *(const lanes *)w;                                      \
                s0 += p * *(const lanes *)z;                                      \
                s1 += p * *(const lanes *)(z + TN_LANE);                          \
                s2 += p * *(const lanes *)(z + 2 * TN_LANE);                      \
                s3 += p * *(const lanes *)(z + 3 * TN_LANE);                      \
            }                                                                     \
            *(lanes *)((double *)&sum[0] + lane) = s0;                            \
            *(lanes *)((double *)&sum[1] + lane) = s1;                            \
            *(lanes *)((double *)&sum[2] + lane) = s2;                            \
            *(lanes *)((double *)&sum[3] + lane) = s3;                            \
        }                                                                         \
    }

EACH_WORD(TILE_FUNCTION, tile)

static struct part new_part(struct tn_arena *arena, size_t n)
{
    block *law = tn_new(arena, block, n + 2 * (TILE - 1));

    return (struct part){n, {0}, law + TILE - 1, 0};
}

/* Leave out what may be at either end of a lane; gives back how much that is. What is
 * kept moves down to the lane's first entry, and is *n long. */
static double trim_lane(struct part *part, size_t j, double drop, size_t *n)
{
    double *x = (double *)part->law + j, low = 0, high = 0;
    size_t from = 0, to = part->n;

    while (to > 1 && high + x[(to - 1) * TN_LANE] <= drop)
        high += x[--to * TN_LANE];
    while (from + 1 < to && low + x[from * TN_LANE] <= drop)
        low += x[from++ * TN_LANE];
    *n = to - from;
    if (from)
        for (size_t k = 0; k < *n; k++)
            x[k * TN_LANE] = x[(from + k) * TN_LANE];
    part->first[j] += from;
    return low + high;
}

static void trim(struct part *part, double drop)
{
    double most = 0;
    size_t longest = 1, n[TN_LANE];

    for (size_t j = 0; j < TN_LANE; j++) {
        most = fmax(most, trim_lane(part, j, drop, &n[j]));
        longest = n[j] > longest ? n[j] : longest;
    }
    for (size_t j = 0; j < TN_LANE; j++)   // what is left of longer lanes, and the zeros
        for (size_t k = n[j]; k < longest + TILE - 1; k++)
            part->law[k][j] = 0;
    part->n = longest;
    part->dropped += most;
}

static struct part join(struct tn_arena *arena, const struct part *a,
                        const struct part *b, double drop)
{
    const struct part *few = a->n <= b->n ? a : b, *many = a->n <= b->n ? b : a;
    struct part sum = new_part(arena, a->n + b->n - 1);
    tile_fn *tile = WIDEST_WORD(tile);

    for (size_t k = 0; k < sum.n; k += TILE) {
        size_t first = k < many->n ? 0 : k - many->n + 1;
        size_t last = k + TILE - 1 < few->n ? k + TILE - 1 : few->n - 1;
        block out[TILE];
        tile(many->law + k, few->law, first, last, out);
        size_t rows = k + TILE <= sum.n ? TILE : sum.n - k;
        memcpy(sum.law + k, out, rows * sizeof *out);
    }
    for (size_t j = 0; j < TN_LANE; j++)
        sum.first[j] = a->first[j] + b->first[j];
    sum.dropped = a->dropped + b->dropped;
    trim(&sum, drop);
    return sum;
}

/* The law of one kind's places together, lanes lane .. lane + TN_LANE - 1. */
static struct part power(struct tn_arena *arena, size_t width, size_t lane,
                         const struct tn_copies *kind, double drop)
{
    struct part base = new_part(arena, kind->n + 1), all = new_part(arena, 1);

    for (size_t k = 0; k <= kind->n; k++)
        memcpy(&base.law[k], kind->law + k * width + lane, sizeof *base.law);
    trim(&base, drop);
    all.law[0] = (block){0} + 1;
    for (size_t times = kind->times;;) {
        if (times % 2)
            all = join(arena, &all, &base, drop);
        times /= 2;
        if (!times)
            return all;
        base = join(arena, &base, &base, drop);
    }
}

/* What is to be joined, and where it goes. */
struct sum {
    size_t width, kinds;
    const struct tn_copies *kind;
    double drop, *law;
};

static double add_block(struct tn_arena *arena, const struct sum *sum, size_t lane)
{
    double drop = sum->drop;
    struct part *part = tn_new(arena, struct part, sum->kinds);

    for (size_t i = 0; i < sum->kinds; i++)
        part[i] = power(arena, sum->width, lane, &sum->kind[i], drop);
    for (size_t n = sum->kinds; n > 1; n = (n + 1) / 2)
        for (size_t i = 0; 2 * i < n; i++)
            part[i] = 2 * i + 1 < n ? join(arena, &part[2 * i], &part[2 * i + 1], drop)
                                    : part[2 * i];
    for (size_t j = 0; j < TN_LANE; j++)
        for (size_t k = 0; k < part->n; k++)
            if (part->law[k][j] > 0)
                sum->law[(part->first[j] + k) * sum->width + lane + j] = part->law[k][j];
    return part->dropped;
}

double tn_together(struct tn_arena *arena, size_t width, size_t kinds,
                   const struct tn_copies kind[], double drop, double law[])
{
    const struct sum sum = {width, kinds, kind, drop, law};
    double dropped = 0;

    assert(width % TN_LANE == 0 && drop >= 0 && drop <= 1e-12);
    for (size_t lane = 0; lane < width; lane += TN_LANE) {
        struct tn_mark mark = tn_arena_mark(arena);
        if (kinds == 0)
            for (size_t j = 0; j < TN_LANE; j++)
                law[lane + j] = 1;
        else
            dropped = fmax(dropped, add_block(arena, &sum, lane));
        tn_arena_rewind(arena, mark);
    }
    return dropped;
}
