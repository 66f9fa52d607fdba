/* SPDX-License-Identifier: GPL-3.0-or-later */
/* blend.h -- a law that is a blend of nearly normal laws.
 *
 * Each piece has a weight, mean, standard deviation, skewness and excess kurtosis; its
 * distribution function is Edgeworth's, to the order that these four fix.
 */
#ifndef TN_NUM_BLEND_H
#define TN_NUM_BLEND_H

#include <stddef.h>

/* What is known of one number. */
struct tn_marginal {
    double mean, sd, q05, q50, q95;
};

struct tn_piece {
    double weight, mean, sd;
    double skewness, kurtosis;   // 0, 0: normal
};

/* From raw moments of order 1 to 4; the sd is 0 where the variance is not above
 * rounding. */
struct tn_piece tn_piece_from(double weight, const double moment[4]);

/* Mean and standard deviation of the blend; weights need not sum to 1. */
double tn_blend_mean(size_t n, const struct tn_piece piece[]);
double tn_blend_sd(size_t n, const struct tn_piece piece[]);

/* The smallest x with distribution function p or more, to 1e-9 of the blend's
 * standard deviation or 1e-13 in p. Accuracy: that of Edgeworth's series, about
 * skewness^3 / 100. Source: [Hall1992] 2.3. */
double tn_blend_quantile(size_t n, const struct tn_piece piece[], double p);
double tn_blend_at_most(size_t n, const struct tn_piece piece[], double x);

struct tn_marginal tn_blend_marginal(size_t n, const struct tn_piece piece[]);

/* A law on the half line given by its log density, up to a constant, at points
 * x = (first + k + 1/2) step, k = 0 to n - 1. */
struct tn_log_curve {
    size_t n;
    int first;
    double step;
    const double *log_density;
    double (*at)(double x, double scale);   // increasing: the number meant
    double scale;
};

/* What is known of at(x): the density is interpolated by polynomials through six points,
 * mirrored at 0 where first is 0, and falls off linearly beyond its ends.
 * Accuracy: 1e-5 sds where the steps are 0.8 sds or less. */
struct tn_marginal tn_curve_marginal(const struct tn_log_curve *curve);

#endif
