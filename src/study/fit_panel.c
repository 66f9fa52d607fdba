/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit_work.h"

#include <stdlib.h>
#include <string.h>

/* ---- the panel ------------------------------------------------------------------------
 */

static int compare_used(const void *a, const void *b)
{
    const struct tn_history *x = ((const struct tn_fit_used *)a)->h,
                            *y = ((const struct tn_fit_used *)b)->h;
    int order = strcmp(x->district, y->district);

    if (!order)
        order = strcmp(x->commune, y->commune);
    if (!order)
        order = strcmp(x->village, y->village);
    if (!order)
        order = x->year - y->year;
    if (!order)
        order = (int)x->status - (int)y->status;
    if (!order)
        order = x->planned - y->planned;
    return order ? order
           : (((const struct tn_fit_used *)a)->index >
              ((const struct tn_fit_used *)b)->index)
               ? 1
               : -1;
}

static void sort_rows(struct tn_fit_work *w, size_t n, const struct tn_history row[])
{
    w->used = tn_new(w->arena, struct tn_fit_used, n);
    for (size_t i = 0; i < n; i++)
        if (row[i].at_risk > 0)
            w->used[w->n++] = (struct tn_fit_used){.h = &row[i], .index = i};
    qsort(w->used, w->n, sizeof *w->used, compare_used);
}

/* Whether two rows that follow one another lie in the same area of a level. */
static bool same_area(const struct tn_history *a, const struct tn_history *b,
                      size_t level)
{
    return strcmp(a->district, b->district) == 0 &&
           (level > 1 || strcmp(a->commune, b->commune) == 0) &&
           (level > 0 || strcmp(a->village, b->village) == 0);
}

static void number_areas(struct tn_fit_work *w)
{
    for (size_t l = 0; l < TN_LEVELS_MOST; l++) {
        w->areas[l] = 0;
        for (size_t i = 0; i < w->n; i++) {
            w->areas[l] += i == 0 || !same_area(w->used[i - 1].h, w->used[i].h, l);
            w->used[i].area[l] = w->areas[l] - 1;
        }
    }
}

/* The villages and every level above that has several areas, fewer than the one below:
 * where each commune is one village, the two cannot be told apart. */
static size_t levels_of(struct tn_fit_work *w)
{
    size_t levels = 1;

    for (size_t l = 1; l < TN_LEVELS_MOST; l++)
        if (w->areas[l] > 1 && w->areas[l] < w->areas[w->fit->which[levels - 1]])
            w->fit->which[levels++] = l;
    return levels;
}

void tn_fit_collect(struct tn_fit_work *w, size_t n, const struct tn_history row[])
{
    sort_rows(w, n, row);
    number_areas(w);
    w->fit->levels = levels_of(w);
    w->fit->communes = w->areas[1];
}

/* Where the areas of a level begin, counted in areas of the level below or rows. */
static const size_t *first_of(struct tn_fit_work *w, size_t level, const size_t *below)
{
    size_t *first = tn_new(w->arena, size_t, w->areas[level] + 1);

    for (size_t i = w->n; i-- > 0;)
        first[w->used[i].area[level]] = below ? w->used[i].area[*below] : i;
    first[w->areas[level]] = below ? w->areas[*below] : w->n;
    return first;
}

static int compare_years(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The years that occur, ascending. */
static int *list_years(struct tn_fit_work *w, size_t *years)
{
    int *all = tn_new(w->arena, int, w->n);

    for (size_t i = 0; i < w->n; i++)
        all[i] = w->used[i].h->year;
    qsort(all, w->n, sizeof *all, compare_years);
    *years = 0;
    for (size_t i = 0; i < w->n; i++)
        if (i == 0 || all[i] != all[i - 1])
            all[(*years)++] = all[i];
    return all;
}

void tn_fit_build_panel(struct tn_fit_work *w)
{
    struct tn_fit *fit = w->fit;
    double *at_risk = tn_new(w->arena, double, w->n);
    double *exits = tn_new(w->arena, double, w->n);
    size_t fixed = TN_FIT_KINDS + fit->terms;
    double *x = tn_new(w->arena, double, w->n *fixed);
    size_t *year = tn_new(w->arena, size_t, w->n), years;
    int *each = list_years(w, &years);

    fit->years = years;
    fit->first_year = each[0];
    fit->last_year = each[years - 1];
    fit->village_of = tn_new(w->arena, size_t, w->n);
    for (size_t i = 0; i < w->n; i++) {
        const struct tn_history *h = w->used[i].h;
        at_risk[i] = (double)h->at_risk;
        exits[i] = (double)h->exits;
        x[i * fixed + tn_fit_kind(h)] = 1;
        tn_fit_shown(fit, h, x + i * fixed + TN_FIT_KINDS);
        while (each[year[i]] != h->year)
            year[i]++;
        fit->village_of[i] = w->used[i].area[0];
    }
    fit->panel = (struct tn_panel){.rows = w->n,
                                   .fixed = fixed,
                                   .years = years,
                                   .levels = fit->levels,
                                   .at_risk = at_risk,
                                   .exits = exits,
                                   .x = x,
                                   .year = year};
    for (size_t l = 0; l < fit->levels; l++) {
        fit->panel.areas[l] = w->areas[w->fit->which[l]];
        fit->panel.first[l] = first_of(w, w->fit->which[l],
                                       l ? &w->fit->which[l - 1] : NULL);
    }
}
