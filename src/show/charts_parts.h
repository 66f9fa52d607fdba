/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_parts.h -- the charts of charts_more.c, for charts.c. Those that give a bool
 * give false where the plan has no numbers for it. */
#ifndef TN_SHOW_CHARTS_PARTS_H
#define TN_SHOW_CHARTS_PARTS_H

#include <stdbool.h>

#include "tn/show/charts.h"

/* What every chart is made from. */
struct maker {
    struct tn_arena *arena;
    enum tn_lang lang;
    const struct tn_commune *commune;
    const struct tn_forecast *forecast;
    const struct tn_prevalences *prevalences;
    const struct tn_results *results;
};

/* The law of a status's exits against its quota; of the maker only arena and lang are
 * needed. */
struct tn_figure charts_law(const struct maker *maker, int status,
                            const struct tn_outcome *outcome, const char *name,
                            const char *what);

bool charts_goals(const struct maker *maker, const char *name, struct tn_figure *figure);
bool charts_trends(const struct maker *maker, const char *name, struct tn_figure *figure);
bool charts_sensitivity(const struct maker *maker, const char *name, int status,
                        struct tn_figure *figure);

#endif
