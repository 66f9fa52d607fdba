/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/joint.h"

#include <assert.h>
#include <string.h>

#include "tn/num/lanes.h"

#include "vectors.h"

/* The work is done for TN_LANE lanes of the year at a time, one block of them a cell, and
 * for TILE cells side by side, which hides the time that an addition takes. */
typedef double block __attribute__((vector_size(8 * TN_LANE), aligned(8)));
enum { TILE = 4 };

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

/* Cells (i, k) .. (i, k + TILE - 1) of the sum. */
typedef void tile_fn(const struct cells *from, const struct kernel *place,
                     const block *law, long i, long k, block sum[]);

#define TILE_FUNCTION(name, lanes)                                                      \
    static void name(const struct cells *from, const struct kernel *place,              \
                     const block *law, long i, long k, block sum[])                     \
    {                                                                                   \
        long first = i > from->n[0] ? i - from->n[0] : 0;                               \
        long last = i < place->m[0] ? i : place->m[0];                                  \
        const size_t part = sizeof(lanes) / sizeof(double);                             \
                                                                                        \
        for (size_t lane = 0; lane < TN_LANE; lane += part) {                           \
            lanes a = {0}, b = {0}, c = {0}, d = {0};                                   \
            for (long x = first; x <= last; x++) {                                      \
                const double *z = (const double *)at(from, i - x, k) + lane;            \
                const double *w = (const double *)(law + x * (place->m[1] + 1)) + lane; \
                for (long y = 0; y <= place->m[1]; y++, w += TN_LANE, z -= TN_LANE) {   \
                    lanes p = *(const lanes *)w;                                        \
                    a += p * *(const lanes *)z;                                         \
                    b += p * *(const lanes *)(z + TN_LANE);                             \
                    c += p * *(const lanes *)(z + 2 * TN_LANE);                         \
                    d += p * *(const lanes *)(z + 3 * TN_LANE);                         \
                }                                                                       \
            }                                                                           \
            *(lanes *)((double *)&sum[0] + lane) = a;                                   \
            *(lanes *)((double *)&sum[1] + lane) = b;                                   \
            *(lanes *)((double *)&sum[2] + lane) = c;                                   \
            *(lanes *)((double *)&sum[3] + lane) = d;                                   \
        }                                                                               \
    }

EACH_WORD(TILE_FUNCTION, tile)

static long least(long a, long b)
{
    return a < b ? a : b;
}

/* One place joins: to = from + place. */
static void join(const struct cells *from, const struct kernel *place, struct cells *to)
{
    tile_fn *tile = WIDEST_WORD(tile);

    for (int c = 0; c < 2; c++)
        to->n[c] = least(from->n[c] + place->m[c], to->cap[c]);
    for (long i = 0; i <= to->n[0]; i++) {
        int full = i == to->cap[0];
        block sum[TILE];
        for (long k = 0; k <= to->n[1]; k += TILE) {
            tile(from, place, place->law[full], i, k, sum);
            for (long t = 0; t < TILE; t++)
                *at(to, i, k + t) = k + t <= to->n[1] ? sum[t] : (block){0};
        }
        if (to->n[1] == to->cap[1]) {
            tile(from, place, place->law[full + 2], i, to->n[1], sum);
            *at(to, i, to->n[1]) = sum[0];
        }
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

/* P(first = i, second = k | e) of a place: (m[0] + 1)(m[1] + 1) rows over the year's
 * lanes. */
struct factor {
    long m[2];
    double *law;
};

static struct factor place_factor(struct tn_arena *arena, const struct tn_laws *laws,
                                  struct tn_pair pair, size_t v)
{
    const struct tn_law *a = tn_laws_place(laws, pair.count[0], v);
    const struct tn_law *b = tn_laws_place(laws, pair.count[1], v);
    size_t year = laws->grid.level[0].width, grid = tn_grid_lanes(tn_laws_grid(laws, v));
    size_t rows = b->n + 1;
    double *law = tn_new(arena, double, (a->n + 1) * rows * year);
    struct tn_mark mark = tn_arena_mark(arena);
    double *both = tn_new(arena, double, rows *grid);

    for (size_t i = 0; i <= a->n; i++) {
        double *out = law + i * rows * year;
        if (pair.shared_places) {
            multiply(grid, rows, a->on_grid + i * grid, b->on_grid, both);
            tn_laws_average(arena, laws, v, rows, both, out);
        } else {
            multiply(year, rows, a->given + i * year, b->given, out);
        }
    }
    tn_arena_rewind(arena, mark);
    return (struct factor){{(long)a->n, (long)b->n}, law};
}

static long cells_of(const struct factor *factor)
{
    return (factor->m[0] + 1) * (factor->m[1] + 1);
}

/* The largest first: a place's law is cheap to join while the law so far is small. Those
 * alike stay in order. */
static struct factor *factors(struct tn_arena *arena, const struct tn_laws *laws,
                              struct tn_pair pair)
{
    struct factor *factor = tn_new(arena, struct factor, laws->places);
    for (size_t v = 0; v < laws->places; v++) {
        struct factor place = place_factor(arena, laws, pair, v);
        size_t i = v;
        for (; i > 0 && cells_of(&factor[i - 1]) < cells_of(&place); i--)
            factor[i] = factor[i - 1];
        factor[i] = place;
    }
    return factor;
}

/* Lanes lane .. lane + TN_LANE - 1 of a place's joint law, and its tails. */
static struct kernel kernel_of(struct tn_arena *arena, const struct factor *factor,
                               size_t width, size_t lane)
{
    struct kernel place = {.m = {factor->m[0], factor->m[1]}};
    size_t cells = (size_t)cells_of(factor);

    for (int t = 0; t < 4; t++)
        place.law[t] = tn_new(arena, block, cells);
    for (size_t c = 0; c < cells; c++)
        place.law[0][c] = *(const block *)(factor->law + c * width + lane);
    add_tails(&place, 0, 1, 0);
    add_tails(&place, 0, 2, 1);
    add_tails(&place, 1, 3, 1);
    return place;
}

static struct cells new_cells(struct tn_arena *arena, const struct tn_joint *joint,
                              long blank)
{
    struct cells cells = {.cap = {(long)joint->n[0], (long)joint->n[1]}, .blank = blank};
    cells.stride = (size_t)(cells.cap[1] + 2 * (blank + TILE));
    cells.cell = tn_new(arena, block, cells.stride * (joint->n[0] + 1)) + blank;
    return cells;
}

/* Add one block of the year's lanes to the law. */
static void add_block(struct tn_arena *arena, const struct tn_laws *laws,
                      const struct factor factor[], size_t lane, struct tn_joint *joint)
{
    long blank = 0;
    for (size_t v = 0; v < laws->places; v++)
        blank = factor[v].m[1] > blank ? factor[v].m[1] : blank;

    struct cells from = new_cells(arena, joint, blank);
    struct cells to = new_cells(arena, joint, blank);
    from.cell[0] += 1;
    for (size_t v = 0; v < laws->places; v++) {
        struct tn_mark mark = tn_arena_mark(arena);
        struct kernel place = kernel_of(arena, &factor[v], laws->grid.level[0].width,
                                        lane);
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
    assert(pair.shared_places || !laws->tilt);   // reports speak of one effect a place
    struct factor *factor = factors(arena, laws, pair);
    for (size_t lane = 0; lane < laws->grid.level[0].width; lane += TN_LANE) {
        struct tn_mark inner = tn_arena_mark(arena);
        add_block(arena, laws, factor, lane, &joint);
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
    size_t year = laws->grid.level[0].width, grid = tn_grid_lanes(tn_laws_grid(laws, v));
    size_t width = pair.shared_places ? grid : year;
    struct tn_mark mark = tn_arena_mark(arena);
    double *tail[2];

    for (int c = 0; c < 2; c++) {
        const struct tn_law *law = tn_laws_place(laws, pair.count[c], v);
        tail[c] = tn_new(arena, double, width);
        tn_lanes_at_least(width, law->n, pair.shared_places ? law->on_grid : law->given,
                          quota[c], tail[c]);
    }
    if (pair.shared_places) {
        multiply(grid, 1, tail[0], tail[1], tail[1]);
        tn_laws_average(arena, laws, v, 1, tail[1], both);
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
