/* SPDX-License-Identifier: GPL-3.0-or-later */
/* special.h -- the few functions of one number that the C library lacks.
 *
 * Each keeps its relative accuracy at the ends, where the formula as one would
 * first write it loses it. Accuracy: 4 eps relative unless said otherwise, tested
 * against long double and GSL.
 */
#ifndef TN_NUM_SPECIAL_H
#define TN_NUM_SPECIAL_H

/* The chance with log odds x, 1 / (1 + exp(-x)), and back. tn_logit(0) and tn_logit(1)
 * are -inf and +inf; tn_logit is right to 4 eps absolute near p = 1/2, where it is 0. */
double tn_expit(double x);
double tn_logit(double p);

/* log(1 - exp(-x)) for x > 0; log(1 + exp(x)).
 * Source: [Maechler2012]. */
double tn_log1mexp(double x);
double tn_log1pexp(double x);

/* log of n choose k, 0 <= k <= n, right to 2e-15 (1 + its value) absolute.
 * Source: [Loader2000]. */
double tn_log_choose(long n, long k);

/* The normal law: P(Z <= x), and the x with P(Z <= x) = p, 0 < p < 1.
 * tn_normal_quantile is right to 1e-14 relative, tails included.
 * Source: [Wichura1988] by way of GSL. */
double tn_normal_cdf(double x);
double tn_normal_quantile(double p);

#endif
