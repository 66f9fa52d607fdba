/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_run.h"

#include <math.h>

#include "tn/num/allocation.h"

/* P(exits >= k) for k = 0..base; within a cell of several counts by its share. */
static double *tails_of(struct tn_arena *arena, const struct tn_distribution *law,
                        size_t base)
{
    double *tail = tn_new(arena, double, base + 1), above = 0;
    size_t step = (size_t)law->step;

    for (size_t cell = law->n; cell > 0; cell--) {   // ((cell - 1) step, cell step]
        for (size_t j = 0; j < step; j++) {
            size_t k = cell * step - j;
            if (k <= base)
                tail[k] = above + law->pmf[cell] * (double)(j + 1) / (double)step;
        }
        above += law->pmf[cell];
    }
    tail[0] = 1;
    for (size_t k = 1; k <= base; k++)   // rounding must not make it rise
        tail[k] = fmin(tail[k], tail[k - 1]);
    return tail;
}

void country_share(struct tn_arena *arena, size_t n, const struct tn_distribution law[],
                   long total, struct tn_area_outcome outcome[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    size_t *most = tn_new(arena, size_t, n);
    const double **tail = tn_new(arena, const double *, n);
    long *fair = tn_new(arena, long, n), all = 0;

    for (size_t i = 0; i < n; i++) {
        most[i] = (size_t)outcome[i * TN_STATUSES].base;
        all += outcome[i * TN_STATUSES].base;
        tail[i] = tails_of(arena, &law[i * TN_STATUSES], most[i]);
    }
    tn_allocation_fair(arena, n, most, tail, total < all ? total : all, fair);
    for (size_t i = 0; i < n; i++) {
        outcome[i * TN_STATUSES].fair = fair[i];
        outcome[i * TN_STATUSES].p_fair = tail[i][fair[i]];
    }
    tn_arena_rewind(arena, mark);
}
