/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/adjust.h"

#include <math.h>
#include <stdlib.h>

struct placed {
    double p;
    size_t at;
};

static int smaller_first(const void *a, const void *b)
{
    const struct placed *l = a, *r = b;

    if (l->p < r->p || l->p > r->p)
        return l->p < r->p ? -1 : 1;
    return l->at < r->at ? -1 : l->at > r->at;
}

static void holm(size_t m, const struct placed placed[], double adjusted[])
{
    double most = 0;

    for (size_t i = 0; i < m; i++) {
        most = fmax(most, (double)(m - i) * placed[i].p);
        adjusted[placed[i].at] = fmin(most, 1);
    }
}

static void benjamini_hochberg(size_t m, const struct placed placed[], double adjusted[])
{
    double least = 1;

    for (size_t i = m; i > 0; i--) {
        least = fmin(least, (double)m / (double)i * placed[i - 1].p);
        adjusted[placed[i - 1].at] = least;
    }
}

void tn_adjust(struct tn_arena *arena, enum tn_p_adjustment how, size_t n,
               const double p[], double adjusted[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct placed *placed = tn_new(arena, struct placed, n);
    size_t m = 0;

    for (size_t i = 0; i < n; i++) {
        adjusted[i] = p[i];
        if (!isnan(p[i]))
            placed[m++] = (struct placed){p[i], i};
    }
    qsort(placed, m, sizeof *placed, smaller_first);
    if (how == TN_HOLM)
        holm(m, placed, adjusted);
    if (how == TN_BENJAMINI_HOCHBERG)
        benjamini_hochberg(m, placed, adjusted);
    tn_arena_rewind(arena, mark);
}
