/* SPDX-License-Identifier: GPL-3.0-or-later */
/* poisbin.h -- how many of n unlike households leave poverty.
 *
 * Household i leaves with its own chance p[i], independently of the others.
 * The number K that leave then follows the Poisson-binomial law, given here
 * exactly: no simulation, and no normal curve, which for a village (n = 12,
 * chances near 0.07) misstates P(K >= k) by more than 0.05.
 *
 * A chance shared by all households (a flood, a new factory) breaks the
 * independence; see tn/num/effects.h, which averages this law over it. The
 * functions of a pmf serve any law on 0..n.
 */
#ifndef TN_NUM_POISBIN_H
#define TN_NUM_POISBIN_H

#include <stddef.h>

/* The law of K.
 *
 *   p     n chances, each in [0, 1]
 *   pmf   room for n + 1; pmf[k] becomes P(K = k), k = 0..n
 *
 * Every entry is right to a relative 4 n eps (n = 67: 6e-14), since only
 * non-negative terms are ever added; the entries sum to 1 to the same accuracy.
 * Cost: n^2 multiply-adds, no allocation.
 * Source: direct convolution, [Biscarri2018].
 */
void tn_poisbin_pmf(size_t n, const double p[], double pmf[]);

/* P(K >= k) and P(K <= k) from a pmf of n + 1 entries: exactly 1 or 0 beyond its
 * ends. Each is summed from its thin end, so that a small tail keeps its digits. */
double tn_poisbin_at_least(size_t n, const double pmf[], long k);
double tn_poisbin_at_most(size_t n, const double pmf[], long k);

/* The smallest k with P(K <= k) >= q, for q in (0, 1). */
long tn_poisbin_quantile(size_t n, const double pmf[], double q);

/* The largest k with P(K >= k) >= c, for c in (0, 1]: the quota that is met with
 * confidence c. */
long tn_poisbin_assured(size_t n, const double pmf[], double c);

/* Mean and standard deviation of K. */
double tn_poisbin_mean(size_t n, const double pmf[]);
double tn_poisbin_sd(size_t n, const double pmf[]);

#endif
