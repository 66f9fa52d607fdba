/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_multidim.h -- multidimensional poverty of groups and years, in pictures.
 *
 * Of the latest year, or of all households where no column holds years, under the first
 * cut-off: "heat-COLUMN" (group x indicator) and "poor-COLUMN" (H with intervals) for
 * each column with two groups or more; "contributions" of the indicators to M0;
 * "robustness" of the groups' order over the cut-offs. With two years or more:
 * "change" (a slope of each indicator) and "years" (H by year, of each group).
 */
#ifndef TN_SHOW_CHARTS_MULTIDIM_H
#define TN_SHOW_CHARTS_MULTIDIM_H

#include "tn/out/figure.h"
#include "tn/show/show_multidim.h"

enum { TN_MULTIDIM_CHARTS = 4 + 2 * TN_TALLY_COLUMNS };

/* Of what, only robustness may be missing; returns how many charts there are. */
size_t tn_charts_of_multidim(struct tn_arena *arena, enum tn_lang lang,
                             const struct tn_show_multidim *what,
                             struct tn_figure figure[TN_MULTIDIM_CHARTS]);

#endif
