/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/allocation.h"

#include <assert.h>
#include <stdlib.h>

/* The k-th household asked of a place. A place's units stand in falling order of their
 * probability, so that the largest units of all places are the first few of each. */
struct unit {
    double tail;
    size_t n, place;
};

static int largest_first(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;

    if (x->tail > y->tail || x->tail < y->tail)
        return x->tail > y->tail ? -1 : 1;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

double tn_allocation_fair(struct tn_arena *arena, size_t places, const size_t n[],
                          const double *const tail[], long total, long share[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    size_t units = 0, used = 0;

    for (size_t v = 0; v < places; v++) {
        units += n[v];
        share[v] = 0;
    }
    assert(total >= 0 && (size_t)total <= units);
    struct unit *unit = tn_new(arena, struct unit, units);
    for (size_t v = 0; v < places; v++)
        for (size_t k = 1; k <= n[v]; k++) {
            assert(tail[v][k] <= tail[v][k - 1]);
            unit[used++] = (struct unit){tail[v][k], n[v], v};
        }
    if (units)
        qsort(unit, units, sizeof *unit, largest_first);
    for (long i = 0; i < total; i++)
        share[unit[i].place]++;

    double least = total > 0 ? unit[total - 1].tail : 1;
    tn_arena_rewind(arena, mark);
    return least;
}
