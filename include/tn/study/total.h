/* SPDX-License-Identifier: GPL-3.0-or-later */
/* total.h -- how many households a commune has in all, where its plan does not say.
 *
 * Plans often print rates ("2.66 %", "a fall of 0.91 points") and the counts behind
 * them (67, 23), but not the number of all households they are shares of. Each such
 * rate allows a range of totals: those whose share, rounded or truncated to the
 * digits printed, is the one printed. The totals that most of the printed rates
 * allow together are the range; rates outside it contradict the rest of the plan.
 */
#ifndef TN_STUDY_TOTAL_H
#define TN_STUDY_TOTAL_H

#include <stdbool.h>

#include "tn/data/commune.h"

struct tn_total {
    long low, high;   // households; both TN_UNKNOWN where nothing is known
    double middle;    // NAN where nothing is known
    bool printed;     // given by the plan or its villages, not implied by rates
};

/* The total that plan.csv gives, else the villages' sum where every village gives
 * its own, else the range that most of the claims allow, else unknown. Of several
 * ranges with equally many claims the one with most claims of the base year; of
 * several such, all of them from the lowest to the highest.
 * Cost: square of the number of claims; no allocation. */
struct tn_total tn_total_of(const struct tn_commune *commune);

/* The same, whether or not a total is given: what the rates alone imply. */
struct tn_total tn_total_implied(const struct tn_commune *commune);

/* How many households, by the plan's tables, a claim about a share of all households
 * counts: "rate" of the base or the plan year, "reduction_points" of the plan year.
 * TN_UNKNOWN where it is another quantity, status or year. */
long tn_total_counted(const struct tn_commune *commune, const struct tn_claim *claim);

/* The villages' own totals added up; TN_UNKNOWN unless every village gives its own. */
long tn_total_of_villages(const struct tn_commune *commune);

/* The totals for which counted households, as percent of all, print as percent;
 * false where no total does. At most 999,999,999. */
bool tn_total_range(long counted, struct tn_printed percent, long *low, long *high);

#endif
