/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum.h -- sums that keep the digits plain addition loses.
 *
 * Source: Neumaier's compensated sum, [Neumaier1974].
 */
#ifndef TN_NUM_SUM_H
#define TN_NUM_SUM_H

#include <stddef.h>

/* A sum under way, for terms that come one by one; starts as {0}. */
struct tn_sum {
    double high;   // what plain addition has
    double low;    // what it lost
};

void tn_sum_add(struct tn_sum *sum, double term);

static inline double tn_sum_value(struct tn_sum sum)
{
    return sum.high + sum.low;
}

/* The sum of x[0..n-1], and of x[i] y[i].
 * Accuracy: tn_sum_of is within eps |sum| + 2 n eps^2 sum |x[i]| of the exact sum;
 * tn_sum_dot adds one rounding of each product: + eps sum |x[i] y[i]|. */
double tn_sum_of(size_t n, const double x[]);
double tn_sum_dot(size_t n, const double x[], const double y[]);

#endif
