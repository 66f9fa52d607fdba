/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval.h -- between which bounds a share lies, when c of n were counted.
 *
 * Three intervals of the binomial share, each of whose bounds is exact at the ends:
 * low is 0 for c = 0, and high is 1 for c = n. Level is the share of repetitions that
 * are to be covered, inside (0, 1). For n = 0 both bounds are NAN.
 */
#ifndef TN_NUM_INTERVAL_H
#define TN_NUM_INTERVAL_H

enum tn_interval_method { TN_WILSON, TN_JEFFREYS, TN_CLOPPER_PEARSON };

struct tn_interval {
    double low, high;
};

/* The interval of c of n, 0 <= c <= n <= 1e12.
 *   TN_WILSON           inverts the score test; covers the level on average over shares
 *   TN_JEFFREYS         equal tails of the posterior under Beta(1/2, 1/2)
 *   TN_CLOPPER_PEARSON  inverts the binomial test; never covers less than the level
 * Accuracy: relative 2e-14 in each bound and in 1 less it, n up to 1e8 (tested against
 * R, against the binomial's own tails, and by coverage).
 * Cost: Wilson a square root; the others some 6 tails of about sqrt(n) terms each.
 * Source: [BrownCaiDasGupta2001], whose Jeffreys interval has its ends mended so. */
struct tn_interval tn_interval_binomial(enum tn_interval_method method, long c, long n,
                                        double level);

/* The interval of a share estimated with standard error se, formed on the logit scale,
 * where it is share_logit +- t se / (share (1 - share)) with t from tn_t_within; it never
 * leaves [0, 1]. A share of 0 or 1, whose logit is infinite, and se 0 give the share
 * itself twice; a NAN anywhere gives NAN. */
struct tn_interval tn_interval_logit(double share, double se, double t);

/* The t with P(|T| <= t) = level, from 1e-100 to 1, for Student's T. df: 0 or from 1e-3;
 * INFINITY is the normal law; 0 gives INFINITY, as of a single sampling unit, which says
 * nothing of its spread. */
double tn_t_within(double level, double df);

#endif
