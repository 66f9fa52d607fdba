/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_district.h -- several communes in pictures: all together, and one beside the
 * other.
 *
 * "district-poor", "district-near-poor": the law of all communes' exits; "communes-poor",
 * "communes-near-poor": each commune's own, the least likely to meet its quota first, at
 * most TN_DISTRICT_PANELS of them.
 */
#ifndef TN_SHOW_CHARTS_DISTRICT_H
#define TN_SHOW_CHARTS_DISTRICT_H

#include "tn/out/figure.h"
#include "tn/show/show_district.h"

enum { TN_DISTRICT_CHARTS = 4, TN_DISTRICT_PANELS = 24 };

/* Returns how many there are. */
size_t tn_charts_of_district(struct tn_arena *arena, enum tn_lang lang,
                             const struct tn_show_district *what,
                             struct tn_figure figure[TN_DISTRICT_CHARTS]);

#endif
