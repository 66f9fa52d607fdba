/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_areas.h -- the deprivation of several areas, in one picture for each status.
 *
 * "areas-poor", "areas-near-poor": heat maps of area x indicator, each area in its latest
 * review, the most deprived first. Of two areas also "areas-two", the shares of their
 * poor households beside each other with intervals.
 */
#ifndef TN_SHOW_CHARTS_AREAS_H
#define TN_SHOW_CHARTS_AREAS_H

#include "tn/out/figure.h"
#include "tn/study/prevalence.h"

enum { TN_AREA_CHARTS = 3 };

/* The charts that two areas or more have numbers for; returns how many. */
size_t tn_charts_of_areas(struct tn_arena *arena, enum tn_lang lang, size_t areas,
                          const struct tn_commune area[],
                          const struct tn_prevalences found[],
                          struct tn_figure figure[TN_AREA_CHARTS]);

#endif
