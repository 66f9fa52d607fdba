/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_trend.h -- a plan's indicators over its reviews, and its goals, in pictures.
 *
 * For each status with two reviews or more: "trends-STATUS", a small picture for each
 * indicator with the next year's forecast where there is one, and "change-STATUS", a
 * slope of each indicator from the first review to the last. Where the standard changes
 * the line is broken and no slope is drawn. "goals": a bar for each goal that a review
 * can be compared with.
 */
#ifndef TN_SHOW_CHARTS_TREND_H
#define TN_SHOW_CHARTS_TREND_H

#include "tn/out/figure.h"
#include "tn/study/trend.h"

enum { TN_TREND_CHARTS = 5 };

size_t tn_charts_of_trends(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_commune *commune,
                           const struct tn_trends *trends, double level,
                           struct tn_figure figure[TN_TREND_CHARTS]);

#endif
