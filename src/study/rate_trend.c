/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/rate_trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool tn_rate_settled(const struct tn_rate *rate)
{
    return rate->state == TN_RATE_FINAL || rate->state == TN_RATE_DERIVED;
}

static bool same_area(const struct tn_rate *a, const struct tn_rate *b)
{
    return strcmp(a->area, b->area) == 0 && strcmp(a->part_of, b->part_of) == 0;
}

static bool one_standard(const struct tn_rate *a, const struct tn_rate *b)
{
    return strcmp(a->standard, b->standard) == 0;
}

/* By standard, year, and how settled. */
static int by_standard(const void *a, const void *b)
{
    const struct tn_rate *x = *(const struct tn_rate *const *)a;
    const struct tn_rate *y = *(const struct tn_rate *const *)b;
    int standard = strcmp(x->standard, y->standard);

    if (standard)
        return standard;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    return (x->state > y->state) - (x->state < y->state);
}

/* The area's figures of one status, one for each year and standard. */
static void gather(struct tn_arena *arena, const struct tn_rate_list *rates, size_t first,
                   int from, struct tn_rate_series *series)
{
    size_t n = 0;

    series->point = tn_new(arena, const struct tn_rate *, rates->n - first);
    for (size_t i = first; i < rates->n; i++)
        if (same_area(&rates->rate[i], &rates->rate[first]) &&
            rates->rate[i].year >= from && !isnan(rates->rate[i].share[series->status]))
            series->point[n++] = &rates->rate[i];
    qsort(series->point, n, sizeof *series->point, by_standard);
    for (size_t i = 0; i < n; i++) {
        const struct tn_rate *rate = series->point[i];
        const struct tn_rate *last = series->points ? series->point[series->points - 1]
                                                    : NULL;
        if (!last || last->year != rate->year || !one_standard(last, rate))
            series->point[series->points++] = rate;
    }
}

static void difference(struct tn_rate_step *step, enum tn_status status)
{
    double before = step->from->share[status], after = step->to->share[status];
    double years = step->to->year - step->from->year;

    step->change = after - before;
    step->yearly = step->change / years;
    step->growth = before > 0 ? pow(after / before, 1 / years) - 1 : (double)NAN;
}

static enum tn_rate_mark mark_of(const struct tn_rate *from, const struct tn_rate *to)
{
    if (!one_standard(from, to))
        return TN_STEP_BREAK;
    if (to->state == TN_RATE_RESTATED || from->state == TN_RATE_RESTATED)
        return TN_STEP_RESTATED;
    if (to->state == TN_RATE_PRELIMINARY || from->state == TN_RATE_PRELIMINARY)
        return TN_STEP_PRELIMINARY;
    if (to->state == TN_RATE_MID_YEAR || from->state == TN_RATE_MID_YEAR)
        return TN_STEP_MID_YEAR;
    return from->state == TN_RATE_DERIVED || to->state == TN_RATE_DERIVED
               ? TN_STEP_DERIVED
               : TN_STEP_PLAIN;
}

static struct tn_rate_step step_of(const struct tn_rate *from, const struct tn_rate *to,
                                   enum tn_status status)
{
    struct tn_rate_step step = {from,        to,          mark_of(from, to),
                                (double)NAN, (double)NAN, (double)NAN};

    if (step.mark == TN_STEP_PLAIN || step.mark == TN_STEP_DERIVED)
        difference(&step, status);
    return step;
}

/* A step to each figure from the one before it; an unsettled one is passed over by those
 * that follow, so that the next settled figure is compared with the last settled one. */
static void take_steps(struct tn_arena *arena, struct tn_rate_series *series)
{
    const struct tn_rate *before = series->point[0];

    series->step = tn_new(arena, struct tn_rate_step, series->points);
    for (size_t i = 1; i < series->points; i++) {
        const struct tn_rate *to = series->point[i];
        series->step[series->steps++] = step_of(before, to, series->status);
        bool passed = one_standard(before, to) && tn_rate_settled(before) &&
                      !tn_rate_settled(to) && to->state != TN_RATE_RESTATED;
        before = passed ? before : to;
    }
}

static void find_run(struct tn_rate_series *series)
{
    const struct tn_rate *last = series->point[series->points - 1], *from = NULL,
                         *to = NULL;

    for (size_t i = 0; i < series->points; i++) {
        const struct tn_rate *rate = series->point[i];
        if (rate->state == TN_RATE_RESTATED)
            from = to = NULL, series->run_points = 0;
        if (!one_standard(rate, last) || !tn_rate_settled(rate))
            continue;
        from = from ? from : rate;
        to = rate;
        series->run_points++;
    }
    if (series->run_points > 1)
        series->run = step_of(from, to, series->status);
}

static bool is_first(const struct tn_rate_list *rates, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (same_area(&rates->rate[j], &rates->rate[i]))
            return false;
    return true;
}

struct tn_rate_trends tn_rate_trends_of(struct tn_arena *arena,
                                        const struct tn_rate_list *rates, int from)
{
    struct tn_rate_trends all = {0};

    all.series = tn_new(arena, struct tn_rate_series, TN_STATUSES * rates->n + 1);
    for (size_t i = 0; i < rates->n; i++)
        for (int s = 0; s < TN_STATUSES && is_first(rates, i); s++) {
            struct tn_rate_series *series = &all.series[all.n];
            *series = (struct tn_rate_series){.area = rates->rate[i].area,
                                              .part_of = rates->rate[i].part_of,
                                              .status = (enum tn_status)s};
            gather(arena, rates, i, from, series);
            if (series->points < 2)
                continue;
            take_steps(arena, series);
            find_run(series);
            all.n++;
        }
    return all;
}
