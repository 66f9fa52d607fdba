/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/window.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/clones.h"
#include "tn/num/lanes.h"
#include "tn/num/poisbin.h"
#include "tn/num/sum.h"

#include "vectors.h"

/* ---- the product of two laws ---- */

/* Entries k .. k + 4 lanes - 1 of the product of a (na entries) and b (nb): sums over a's
 * entries first..last. What b has before its first and after its last entry is read, and
 * must be 0. */
typedef void tile_fn(const double a[], size_t first, size_t last, const double b[],
                     double out[]);

enum { MOST_TILE = 32 };   // 4 words of 8 lanes

#define TILE_FUNCTION(name, lanes)                                                  \
    static void name(const double a[], size_t first, size_t last, const double b[], \
                     double out[])                                                  \
    {                                                                               \
        enum { STEP = sizeof(lanes) / sizeof(double) };                             \
        lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};                               \
        for (size_t i = first; i <= last; i++) {                                    \
            const double *z = b - i;                                                \
            s0 += a[i] * *(const lanes *)z;                                         \
            s1 += a[i] * *(const lanes *)(z + STEP);                                \
            s2 += a[i] * *(const lanes *)(z + 2 * STEP);                            \
            s3 += a[i] * *(const lanes *)(z + 3 * STEP);                            \
        }                                                                           \
        *(lanes *)out = s0;                                                         \
        *(lanes *)(out + STEP) = s1;                                                \
        *(lanes *)(out + 2 * STEP) = s2;                                            \
        *(lanes *)(out + 3 * STEP) = s3;                                            \
    }

EACH_WORD(TILE_FUNCTION, tile)

/* A law under way: entries with zeros on both sides, MOST_TILE of them at least. */
struct part {
    long first;
    size_t n;
    double *pmf;
    int room;   // which of its level's two it is in
};

static void multiply(const struct part *a, const struct part *b, struct part *out)
{
    tile_fn *tile = WIDEST_WORD(tile);
    const size_t entries = 4 * WIDEST_LANES;
    const struct part *few = a->n <= b->n ? a : b, *many = a->n <= b->n ? b : a;

    out->first = a->first + b->first;
    out->n = a->n + b->n - 1;
    for (size_t k = 0; k < out->n; k += entries) {
        size_t first = k < many->n ? 0 : k - many->n + 1;
        size_t last = k + entries < few->n ? k + entries - 1 : few->n - 1;
        tile(few->pmf, first, last, many->pmf + k, out->pmf + k);
    }
    memset(out->pmf + out->n, 0, MOST_TILE * sizeof *out->pmf);
}

/* Leave out no more than drop at either end; gives back how much it was. */
static double trim(struct part *part, double drop)
{
    double low = 0, high = 0;

    while (part->n > 1 && low + part->pmf[0] <= drop) {
        low += part->pmf[0];
        *part->pmf++ = 0;
        part->first++;
        part->n--;
    }
    while (part->n > 1 && high + part->pmf[part->n - 1] <= drop) {
        high += part->pmf[--part->n];
        part->pmf[part->n] = 0;
    }
    return low + high;
}

/* ---- leaves: LEAF households each, TN_LANE leaves side by side ---- */

enum { LEAF = 32, BATCH = LEAF * TN_LANE };

/* Household i of every leaf joins: from the top down, so that row k - 1 is still the law
 * before. */
TN_CLONES static void join_lanes(size_t i, const double p[], double law[])
{
    double q[TN_LANE];
    for (size_t j = 0; j < TN_LANE; j++)
        q[j] = 1 - p[j];
    for (size_t j = 0; j < TN_LANE; j++)
        law[(i + 1) * TN_LANE + j] = law[i * TN_LANE + j] * p[j];
    for (size_t k = i; k > 0; k--) {
        double *row = law + k * TN_LANE;
        for (size_t j = 0; j < TN_LANE; j++)
            row[j] = row[j] * q[j] + (row - TN_LANE)[j] * p[j];
    }
    for (size_t j = 0; j < TN_LANE; j++)
        law[j] *= q[j];
}

/* The laws of the leaves of one batch, the last one filled up with chances of 0. */
static void batch_laws(size_t n, const double p[], double law[(LEAF + 1) * TN_LANE])
{
    for (size_t j = 0; j < TN_LANE; j++)
        law[j] = 1;
    for (size_t i = 0; i < LEAF; i++) {
        double chance[TN_LANE];
        for (size_t j = 0; j < TN_LANE; j++) {
            size_t at = j * LEAF + i;
            chance[j] = at < n ? p[at] : 0;
            assert(chance[j] >= 0 && chance[j] <= 1);
        }
        join_lanes(i, chance, law);
    }
}

/* ---- the tree, as a binary counter: at most one law of each size waits ---- */

enum { MOST_LEVELS = 48 };

struct counter {
    double drop, dropped;
    struct part waiting[MOST_LEVELS];   // of LEAF x 2^level households; n 0: none
    double *room[MOST_LEVELS][2];       // for that law and the one to be joined to it
};

/* Entries left of m households' law. By Hoeffding's bound less than drop lies beyond s on
 * either side of the mean, exp(-2 s^2 / m) = drop. */
static size_t entries(size_t m, double drop)
{
    double bound = drop > 0 ? 2 * sqrt(0.5 * (double)m * log(1 / drop)) + 16 : HUGE_VAL;
    return bound < (double)m ? (size_t)bound : m + 1;
}

static struct counter new_counter(struct tn_arena *arena, size_t n, double drop)
{
    struct counter counter = {.drop = drop};
    size_t half = LEAF / 2;

    for (int level = 0; half <= 2 * (n + LEAF); level++, half *= 2) {
        assert(level < MOST_LEVELS);
        for (int i = 0; i < 2; i++)
            counter.room[level][i] = tn_new(arena, double,
                                            2 * entries(half, drop) + 4 * MOST_TILE);
    }
    return counter;
}

/* An empty law where the one that is to be joined at a level may stand. */
static struct part new_part(const struct counter *counter, int level)
{
    const struct part *waiting = &counter->waiting[level];
    struct part part = {.room = waiting->n ? !waiting->room : 0};

    part.pmf = counter->room[level][part.room] + MOST_TILE;
    memset(part.pmf - MOST_TILE, 0, MOST_TILE * sizeof *part.pmf);
    return part;
}

/* The law waiting at a level and another one, no larger, together. */
static struct part joined(struct counter *counter, int level, const struct part *part)
{
    struct part sum = new_part(counter, level + 1);

    multiply(&counter->waiting[level], part, &sum);
    counter->waiting[level].n = 0;
    counter->dropped += trim(&sum, counter->drop);
    return sum;
}

/* Lane j of a batch's laws comes in. */
static void add_leaf(struct counter *counter, const double law[], size_t j)
{
    struct part part = new_part(counter, 0);
    int level = 0;

    part.n = LEAF + 1;
    for (size_t k = 0; k <= LEAF; k++)
        part.pmf[k] = law[k * TN_LANE + j];
    memset(part.pmf + part.n, 0, MOST_TILE * sizeof *part.pmf);
    counter->dropped += trim(&part, counter->drop);
    for (; counter->waiting[level].n; level++)
        part = joined(counter, level, &part);
    counter->waiting[level] = part;
}

/* The laws still waiting, together. */
static struct part all_together(struct counter *counter)
{
    struct part part = {0};

    for (int level = 0; level < MOST_LEVELS; level++) {
        if (!counter->waiting[level].n)
            continue;
        if (part.n) {
            part = joined(counter, level, &part);
        } else {
            part = counter->waiting[level];
            counter->waiting[level].n = 0;
        }
    }
    return part;
}

/* A sum of rising and falling terms loses the last of them, some 1e-17 of it in each of
 * n / LEAF products; the total is known, so that loss is made good. */
struct tn_window tn_window_of(struct tn_arena *arena, size_t n, const double p[],
                              double drop)
{
    assert(drop >= 0 && drop <= 1e-12);
    struct tn_window window = {.pmf = tn_new(arena, double, entries(n, drop))};
    struct tn_mark mark = tn_arena_mark(arena);
    struct counter counter = new_counter(arena, n, drop);
    double law[(LEAF + 1) * TN_LANE];

    for (size_t done = 0; done < n || done == 0; done += BATCH) {
        batch_laws(n - done, p + done, law);
        for (size_t j = 0; j < TN_LANE && (done + j * LEAF < n || done + j == 0); j++)
            add_leaf(&counter, law, j);
    }
    struct part all = all_together(&counter);
    assert(all.n <= entries(n, drop));
    window.first = all.first;
    window.n = all.n;
    window.dropped = counter.dropped;
    double scale = (1 - window.dropped) / tn_sum_of(all.n, all.pmf);
    for (size_t i = 0; i < all.n; i++)
        window.pmf[i] = all.pmf[i] * scale;
    tn_arena_rewind(arena, mark);
    return window;
}

struct tn_window tn_window_law(struct tn_arena *arena, size_t n, const double p[])
{
    static const double FEW = 1e-300;   // below it numbers lose their digits
    static const double MANY = 1e-20;   // far below rounding; n = 10^7: 3e-15 in all
    return tn_window_of(arena, n, p, n > TN_WINDOW_WHOLE ? MANY : FEW);
}

/* A window is a law on 0..n - 1, but for its place. */
double tn_window_at_least(const struct tn_window *window, long k)
{
    if (k - window->first >= (long)window->n)
        return 0;
    return tn_poisbin_at_least(window->n - 1, window->pmf, k - window->first);
}

double tn_window_at_most(const struct tn_window *window, long k)
{
    if (k < window->first)
        return 0;
    return tn_poisbin_at_most(window->n - 1, window->pmf, k - window->first);
}

long tn_window_quantile(const struct tn_window *window, double q)
{
    return window->first + tn_poisbin_quantile(window->n - 1, window->pmf, q);
}
