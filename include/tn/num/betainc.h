/* SPDX-License-Identifier: GPL-3.0-or-later */
/* betainc.h -- the beta distribution: its tails, and the points that cut them off.
 *
 * GSL's continued fraction stops after 512 terms and its inversion fails or hangs
 * from a few thousand households on; these are good for shapes up to 1e12. All
 * take a and b from 1e-4, a + b <= 2e12, and x in [0, 1].
 */
#ifndef TN_NUM_BETAINC_H
#define TN_NUM_BETAINC_H

/* The density at x; 0 or infinite at an end, as the shapes have it.
 * Accuracy: relative 2e-13 for shapes up to 1e5, within five standard deviations of
 * the mean.
 * Source: Stirling's form by deviances, after [Loader2000]. */
double tn_beta_density(double a, double b, double x);

/* P(X <= x) and P(X >= x), each summed as itself where it is the smaller one.
 * NAN where the fraction does not settle (never seen).
 * Accuracy: relative 1e-13 for shapes up to 1e6, 4e-12 up to 1e8, within five standard
 * deviations of the mean. Cost: about 2 sqrt(a + b) terms at most.
 * Source: continued fraction 9 of [DiDonatoMorris1992]. */
double tn_beta_at_most(double a, double b, double x);
double tn_beta_at_least(double a, double b, double x);

/* The x with P(X <= x) = p, or with P(X >= x) = p, for p in (0, 1): Newton's method on
 * the logarithm inside a bracket that only shrinks, at most 200 steps, and the tail
 * at the answer is compared with p: NAN rather than a point that misses it by more
 * than a relative 1e-9.
 * Accuracy: relative 2e-14 for shapes from 1/2 to 1e8, of x or of 1 - x, whichever is
 * the smaller. */
double tn_beta_lower_point(double a, double b, double p);
double tn_beta_upper_point(double a, double b, double p);

#endif
