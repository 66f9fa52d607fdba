/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/joint.h"

#include "tn/num/clones.h"

#include <assert.h>

#include "tn/num/lanes.h"

/* The work is done for TN_LANE lanes of the year at a time, one block of them a cell. */
typedef double block __attribute__((vector_size(8 * TN_LANE), aligned(8)));

/* The joint law so far. A row of cells has blank cells, zeros, on both sides, so that
 * no sum over it needs bounds. */
struct cells {
    long n[2];   // last index, at most cap
    long cap[2];
    long blank;      // cells on either side
    size_t stride;   // cells from row to row
    block *cell;     // row 0, column 0
};

/* The law of one place, and the same with either or both counts as "at least": what
 * joins the cells at a cap. Index: at least for the first + 2 at least for the second. */
struct kernel {
    long m[2];
    block *law[4];
};

static block *at(const struct cells *cells, long i, long k)
{
    return cells->cell + i * (long)cells->stride + k;
}

/* Both sums go over the same place's law, for cells (i, k) and (i, k + 1). */
static void two_cells(const struct cells *from, const struct kernel *place,
                      const block *law, long i, long k, block sum[2])
{
    long first = i > from->n[0] ? i - from->n[0] : 0;
    long last = i < place->m[0] ? i : place->m[0];
    block a = {0}, b = {0};

    for (long x = first; x <= last; x++) {
        const block *cell = at(from, i - x, k);
        const block *row = law + x * (place->m[1] + 1);
        for (long y = 0; y <= place->m[1]; y++) {
            a += row[y] * cell[-y];
            b += row[y] * cell[1 - y];
        }
    }
    sum[0] = a;
    sum[1] = b;
}

static long least(long a, long b)
{
    return a < b ? a : b;
}

/* One place joins: to = from + place. */
TN_CLONES static void join(const struct cells *from, const struct kernel *place,
                           struct cells *to)
{
    for (int c = 0; c < 2; c++)
        to->n[c] = least(from->n[c] + place->m[c], to->cap[c]);
    for (long i = 0; i <= to->n[0]; i++) {
        int full = i == to->cap[0];
        block sum[2];
        for (long k = 0; k <= to->n[1]; k += 2) {
            two_cells(from, place, place->law[full], i, k, sum);
            *at(to, i, k) = sum[0];
            *at(to, i, k + 1) = sum[1];
        }
        if (to->n[1] == to->cap[1]) {
            two_cells(from, place, place->law[full + 2], i, to->n[1], sum);
            *at(to, i, to->n[1]) = sum[0];
        }
        *at(to, i, to->n[1] + 1) = (block){0};
    }
}

/* Tails of a place's law along one of its counts. */
static void add_tails(struct kernel *place, int from, int to, int along)
{
    long rows = place->m[0] + 1, columns = place->m[1] + 1, step = along ? 1 : columns;
    for (long c = rows * columns; c-- > 0;) {
        long index = along ? c % columns : c / columns;
        place->law[to][c] = place->law[from][c];
        if (index < place->m[along])
            place->law[to][c] += place->law[to][c + step];
    }
}

/* rows of row[j] times each row of more; out may be more. */
static void multiply(size_t width, size_t rows, const double row[], const double more[],
                     double out[])
{
    for (size_t k = 0; k < rows; k++)
        for (size_t j = 0; j < width; j++)
            out[k * width + j] = row[j] * more[k * width + j];
}

/* P(first = i, second = k | e) of a place: (n + 1)(m + 1) rows over the year's lanes. */
static double *place_pair(struct tn_arena *arena, const struct tn_laws *laws,
                          struct tn_pair pair, size_t v)
{
    const struct tn_law *a = tn_laws_place(laws, pair.count[0], v);
    const struct tn_law *b = tn_laws_place(laws, pair.count[1], v);
    size_t year = laws->grid.level[0].width, lanes = tn_grid_lanes(&laws->grid);
    double *pairs = tn_new(arena, double, (a->n + 1) * (b->n + 1) * year);
    struct tn_mark mark = tn_arena_mark(arena);
    double *both = tn_new(arena, double, (b->n + 1) * lanes);

    for (size_t i = 0; i <= a->n; i++) {
        double *out = pairs + i * (b->n + 1) * year;
        if (pair.shared_places) {
            multiply(lanes, b->n + 1, a->on_grid + i * lanes, b->on_grid, both);
            tn_grid_average(&laws->grid, 1, b->n + 1, both, out);
        } else {
            multiply(year, b->n + 1, a->given + i * year, b->given, out);
        }
    }
    tn_arena_rewind(arena, mark);
    return pairs;
}

/* Lanes lane .. lane + TN_LANE - 1 of a place's joint law, and its tails. */
static struct kernel place_kernel(struct tn_arena *arena, const struct tn_laws *laws,
                                  struct tn_pair pair, size_t v, const double *pairs)
{
    struct kernel place = {0};
    size_t year = laws->grid.level[0].width;
    for (int c = 0; c < 2; c++)
        place.m[c] = (long)tn_laws_place(laws, pair.count[c], v)->n;

    size_t cells = (size_t)((place.m[0] + 1) * (place.m[1] + 1));
    for (int t = 0; t < 4; t++)
        place.law[t] = tn_new(arena, block, cells);
    for (size_t c = 0; c < cells; c++)
        place.law[0][c] = *(const block *)(pairs + c * year);
    add_tails(&place, 0, 1, 0);
    add_tails(&place, 0, 2, 1);
    add_tails(&place, 1, 3, 1);
    return place;
}

static struct cells new_cells(struct tn_arena *arena, const long cap[2], long blank)
{
    struct cells cells = {.cap = {cap[0], cap[1]}, .blank = blank};
    cells.stride = (size_t)(cap[1] + 2 * (blank + 1));
    cells.cell = tn_new(arena, block, cells.stride * (size_t)(cap[0] + 1)) + blank;
    return cells;
}

/* Add one block of the year's lanes to the law. */
static void add_block(struct tn_arena *arena, const struct tn_laws *laws,
                      struct tn_pair pair, double *const pairs[], size_t lane,
                      struct tn_joint *joint)
{
    const long cap[2] = {(long)joint->n[0], (long)joint->n[1]};
    long blank = 1;
    for (size_t v = 0; v < laws->places; v++) {
        long m = (long)tn_laws_place(laws, pair.count[1], v)->n;
        blank = m > blank ? m : blank;
    }

    struct cells from = new_cells(arena, cap, blank), to = new_cells(arena, cap, blank);
    from.cell[0] += 1;
    for (size_t v = 0; v < laws->places; v++) {
        struct tn_mark mark = tn_arena_mark(arena);
        struct kernel place = place_kernel(arena, laws, pair, v, pairs[v] + lane);
        join(&from, &place, &to);
        tn_arena_rewind(arena, mark);
        struct cells other = from;
        from = to;
        to = other;
    }
    for (long i = 0; i <= from.n[0]; i++)
        for (long k = 0; k <= from.n[1]; k++)
            joint->pmf[(size_t)i * (joint->n[1] + 1) + (size_t)k] += tn_lanes_dot(
                TN_LANE, laws->year + lane, (const double *)at(&from, i, k));
}

static size_t capped(const struct tn_laws *laws, size_t count, long cap)
{
    size_t n = laws->whole[count].n;
    if (cap <= 0)
        return 0;
    return (size_t)cap < n ? (size_t)cap : n;
}

struct tn_joint tn_joint_law(struct tn_arena *arena, const struct tn_laws *laws,
                             struct tn_pair pair, const long cap[2])
{
    struct tn_joint joint = {
        .n = {capped(laws, pair.count[0], cap[0]), capped(laws, pair.count[1], cap[1])}};
    joint.pmf = tn_new(arena, double, (joint.n[0] + 1) * (joint.n[1] + 1));

    struct tn_mark mark = tn_arena_mark(arena);
    double **pairs = tn_new(arena, double *, laws->places);
    for (size_t v = 0; v < laws->places; v++)
        pairs[v] = place_pair(arena, laws, pair, v);
    for (size_t lane = 0; lane < laws->grid.level[0].width; lane += TN_LANE) {
        struct tn_mark inner = tn_arena_mark(arena);
        add_block(arena, laws, pair, pairs, lane, &joint);
        tn_arena_rewind(arena, inner);
    }
    tn_arena_rewind(arena, mark);
    return joint;
}

double tn_joint_at_least(const struct tn_joint *joint, long i, long k)
{
    size_t row = i > 0 ? (size_t)i : 0, column = k > 0 ? (size_t)k : 0;
    double sum = 0;
    for (size_t x = joint->n[0] + 1; x-- > row;)
        for (size_t y = joint->n[1] + 1; y-- > column;)
            sum += joint->pmf[x * (joint->n[1] + 1) + y];
    return sum < 1 ? sum : 1;
}

/* P(both counts of a place reach their quotas | e), a row over the year's lanes. */
static void place_both(struct tn_arena *arena, const struct tn_laws *laws,
                       struct tn_pair pair, size_t v, const long quota[2], double both[])
{
    size_t year = laws->grid.level[0].width, lanes = tn_grid_lanes(&laws->grid);
    size_t width = pair.shared_places ? lanes : year;
    struct tn_mark mark = tn_arena_mark(arena);
    double *tail[2];

    for (int c = 0; c < 2; c++) {
        const struct tn_law *law = tn_laws_place(laws, pair.count[c], v);
        tail[c] = tn_new(arena, double, width);
        tn_lanes_at_least(width, law->n, pair.shared_places ? law->on_grid : law->given,
                          quota[c], tail[c]);
    }
    if (pair.shared_places) {
        multiply(lanes, 1, tail[0], tail[1], tail[1]);
        tn_grid_average(&laws->grid, 1, 1, tail[1], both);
    } else {
        multiply(year, 1, tail[0], tail[1], both);
    }
    tn_arena_rewind(arena, mark);
}

double tn_joint_place(struct tn_arena *arena, const struct tn_laws *laws,
                      struct tn_pair pair, size_t place, const long quota[2])
{
    size_t year = laws->grid.level[0].width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *both = tn_new(arena, double, year);

    place_both(arena, laws, pair, place, quota, both);
    double chance = tn_lanes_dot(year, laws->year, both);
    tn_arena_rewind(arena, mark);
    return chance;
}

double tn_joint_every(struct tn_arena *arena, const struct tn_laws *laws,
                      struct tn_pair pair, const long quota[])
{
    size_t year = laws->grid.level[0].width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *both = tn_new(arena, double, year);
    double *all = tn_new(arena, double, year);

    for (size_t j = 0; j < year; j++)
        all[j] = 1;
    for (size_t v = 0; v < laws->places; v++) {
        place_both(arena, laws, pair, v, quota + 2 * v, both);
        multiply(year, 1, both, all, all);
    }
    double chance = tn_lanes_dot(year, laws->year, all);
    tn_arena_rewind(arena, mark);
    return chance;
}
