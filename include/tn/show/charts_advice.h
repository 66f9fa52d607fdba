/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_advice.h -- charts of what a planner does with a forecast: quotas given and
 * fair, the price of certainty, what would change, how the year is going.
 *
 * Names of the charts are those of their files. A chart for which there are no numbers is
 * left out; each function returns how many there are.
 */
#ifndef TN_SHOW_CHARTS_ADVICE_H
#define TN_SHOW_CHARTS_ADVICE_H

#include "tn/out/figure.h"
#include "tn/study/quota.h"
#include "tn/study/track.h"
#include "tn/study/whatif.h"

enum { TN_ADVICE_CHARTS = 4 };   // of each kind at most

/* "fair-poor", "fair-near-poor": each village's chance with its quota and with its fair
 * one, the least certain 30. "certainty-poor", "certainty-near-poor": the chance of the
 * commune's quota by its size. */
size_t tn_charts_of_quota(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_commune *commune, const struct tn_quota *quota,
                          struct tn_figure figure[TN_ADVICE_CHARTS]);

/* "whatif-poor", "whatif-near-poor": each village's chance before and after, the 30 that
 * change most; "sensitivity-poor", "sensitivity-near-poor". Either may be null. */
size_t tn_charts_of_whatif(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_commune *commune,
                           const struct tn_whatif *whatif,
                           const struct tn_sensitivity *sensitivity,
                           struct tn_figure figure[TN_ADVICE_CHARTS]);

/* "year-poor", "year-near-poor": reports so far, and where the year may end. */
size_t tn_charts_of_track(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_commune *commune, const struct tn_track *track,
                          struct tn_figure figure[TN_ADVICE_CHARTS]);

#endif
