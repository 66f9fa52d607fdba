/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts.h -- what a plan's answers look like: each chart's finding, numbers and words.
 *
 * Names of the charts are those of their files: "prevalence", "exits-poor",
 * "exits-near-poor", "villages-poor", "villages-near-poor", "end-rates", "goals",
 * "trends", "sensitivity-poor", "sensitivity-near-poor", those of quotas in
 * tn/show/charts_advice.h, "heat-village", "contributions", "robustness", "change-poor".
 * A chart for which the plan has no numbers is left out.
 */
#ifndef TN_SHOW_CHARTS_H
#define TN_SHOW_CHARTS_H

#include "tn/out/figure.h"
#include "tn/show/results.h"

enum { TN_CHARTS = 18 };

extern const char *const tn_chart_name[TN_CHARTS];

/* The charts that the plan has numbers for, in the order of tn_chart_name; returns how
 * many. */
size_t tn_charts_of(struct tn_arena *arena, enum tn_lang lang,
                    const struct tn_results *results, struct tn_figure figure[TN_CHARTS]);

/* Those of a plan's printed margins alone: "prevalence", "goals", "trends". */
enum { TN_PREVALENCE_CHARTS = 3 };
size_t tn_charts_of_prevalence(struct tn_arena *arena, enum tn_lang lang,
                               const struct tn_commune *commune,
                               const struct tn_prevalences *prevalences,
                               struct tn_figure figure[TN_PREVALENCE_CHARTS]);

#endif
