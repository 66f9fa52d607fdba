/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/rank.h"

#include <math.h>
#include <stdlib.h>

struct placed {
    double x;
    size_t at;
};

static int smaller_first(const void *a, const void *b)
{
    const struct placed *l = a, *r = b;

    if (l->x < r->x || l->x > r->x)
        return l->x < r->x ? -1 : 1;
    return l->at < r->at ? -1 : l->at > r->at;
}

void tn_ranks(struct tn_arena *arena, size_t n, const double x[], double tie,
              double rank[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct placed *placed = tn_new(arena, struct placed, n);

    for (size_t i = 0; i < n; i++)
        placed[i] = (struct placed){x[i], i};
    qsort(placed, n, sizeof *placed, smaller_first);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && placed[end].x - placed[end - 1].x <= tie; end++)
            ;
        for (size_t j = i; j < end; j++)
            rank[placed[j].at] = ((double)(i + 1) + (double)end) / 2;
    }
    tn_arena_rewind(arena, mark);
}

double tn_spearman(struct tn_arena *arena, size_t n, const double x[], const double y[],
                   double tie)
{
    struct tn_mark mark = tn_arena_mark(arena);
    double *a = tn_new(arena, double, n), *b = tn_new(arena, double, n);
    double middle = ((double)n + 1) / 2, ab = 0, aa = 0, bb = 0;

    tn_ranks(arena, n, x, tie, a);
    tn_ranks(arena, n, y, tie, b);
    for (size_t i = 0; i < n; i++) {
        ab += (a[i] - middle) * (b[i] - middle);
        aa += (a[i] - middle) * (a[i] - middle);
        bb += (b[i] - middle) * (b[i] - middle);
    }
    tn_arena_rewind(arena, mark);
    return aa > 0 && bb > 0 ? ab / sqrt(aa * bb) : (double)NAN;
}

static int order(double a, double b, double tie)
{
    if (fabs(a - b) <= tie)
        return 0;
    return a < b ? -1 : 1;
}

double tn_kendall(size_t n, const double x[], const double y[], double tie)
{
    double agree = 0, in_x = 0, in_y = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            int a = order(x[i], x[j], tie), b = order(y[i], y[j], tie);
            agree += a * b;
            in_x += a != 0;
            in_y += b != 0;
        }
    return in_x > 0 && in_y > 0 ? agree / sqrt(in_x * in_y) : (double)NAN;
}
