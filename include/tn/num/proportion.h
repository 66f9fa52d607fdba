/* SPDX-License-Identifier: GPL-3.0-or-later */
/* proportion.h -- how shares differ: between two counts, and along ordered ones.
 *
 * Counts c of n that are independent of one another: the same indicator in two reviews,
 * or in two communes. All are exact at the ends: no shares of 0 or 1 break a formula.
 */
#ifndef TN_NUM_PROPORTION_H
#define TN_NUM_PROPORTION_H

#include <stddef.h>

#include "tn/num/interval.h"

/* c of n, 0 <= c <= n <= 1e9, n > 0. */
struct tn_counted {
    long c, n;
};

struct tn_compared {
    double value;
    struct tn_interval interval;
    double z, p;   // score test of no difference, two-sided; z is 0 and p 1 where both
                   // shares are 0 or both 1
};

/* after - before: the square-and-add interval of the two Wilson intervals.
 * Accuracy: relative 1e-12. Source: [Newcombe1998], method 10. */
struct tn_compared tn_share_difference(struct tn_counted before, struct tn_counted after,
                                       double level);

/* after / before: the interval by the same recovery of variances from the two Wilson
 * intervals; value is NAN and high INFINITY where before is 0.
 * Source: [DonnerZou2012] equation 8. */
struct tn_compared tn_share_ratio(struct tn_counted before, struct tn_counted after,
                                  double level);

/* Whether shares rise or fall along their scores (years): chi-square with one degree of
 * freedom as z with the sign of the slope, and its p. NAN where all counts are 0 or all
 * are n, or all scores are the same.
 * Accuracy: relative 1e-12. Source: [Armitage1955]; R's prop.trend.test. */
struct tn_trend_test {
    double z, p;
};
struct tn_trend_test tn_trend_test(size_t k, const struct tn_counted at[],
                                   const double score[]);

#endif
