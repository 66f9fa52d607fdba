/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score.h -- how good a forecast of a count was, once the count is known.
 *
 * A forecast is a law on 0..n, given as pmf[0..n]; y is what happened, 0 <= y <= n.
 * All scores are losses: less is better; all but the interval score and the quadratic
 * ones are proper for the whole law, so that no forecaster gains by saying other than
 * what he believes. Everything is summed from the pmf, nothing is sampled.
 *
 * Accuracy: relative 2 n eps, but for scores that are differences (quadratic, and the
 * sums of squares in Dawid-Sebastiani), absolute 2 n eps.
 * Cost: linear in n, no allocation.
 * Source: [GneitingRaftery2007], [CzadoGneitingHeld2009].
 */
#ifndef TN_NUM_SCORE_H
#define TN_NUM_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"

/* The ranked probability score: sum over k of (P(K <= k) - [y <= k])^2, in households;
 * for a forecast that is sure of x it is |x - y|. */
double tn_score_ranked(size_t n, const double pmf[], long y);

/* -log P(K = y), natural; INFINITY where the forecast ruled y out. */
double tn_score_log(size_t n, const double pmf[], long y);

/* ((y - mean) / sd)^2 + 2 log sd; for sd 0, -INFINITY if y is the mean and INFINITY if
 * not.
 * Source: [DawidSebastiani1999]. */
double tn_score_dawid(size_t n, const double pmf[], long y);

/* Sum of pmf^2 - 2 P(K = y), and -P(K = y) over the root of the sum of pmf^2. */
double tn_score_quadratic(size_t n, const double pmf[], long y);
double tn_score_spherical(size_t n, const double pmf[], long y);

/* Of an event forecast with chance p, in [0, 1]: (p - [it happened])^2, and -log of the
 * chance given to what happened. */
double tn_score_brier(double p, bool happened);
double tn_score_log_event(double p, bool happened);

/* Of a central interval low..high of level in (0, 1): its width, and 2 / (1 - level) for
 * each household that y lies outside. */
double tn_score_interval(long low, long high, double level, long y);

/* P(low <= K <= high): the coverage that a discrete law can reach beside its nominal
 * level. */
double tn_score_mass(size_t n, const double pmf[], long low, long high);

/* The probability integral transform of y: P(K < y) and P(K <= y). It is uniform on
 * that stretch rather than drawn from it (nonrandomised). */
struct tn_pit {
    double lower, upper;
};

struct tn_pit tn_pit_of(size_t n, const double pmf[], long y);

/* Spread one forecast over a histogram of equal bins on [0, 1]: adds to mass[b] the part
 * of the stretch that lies in bin b; 1 in all. */
void tn_pit_add(struct tn_pit pit, size_t bins, double mass[]);

/* What the flatness of the histogram is judged by: the means over the stretch of
 * Legendre's two first polynomials on [0, 1], scaled to mean 0 and variance 1 when PITs
 * are uniform. The first is high where more happened than was forecast, the second where
 * forecasts were too sure. */
enum { TN_PIT_MOMENTS = 2 };
void tn_pit_moments(struct tn_pit pit, double moment[TN_PIT_MOMENTS]);

/* The p value of 'the histogram is flat', when outcomes of one cluster (a year) go
 * together: Hotelling's T^2 of the clusters' sums of moments (TN_PIT_MOMENTS for each
 * cluster, one after another) against 0. NAN for less than 3 clusters, or where the
 * sums do not vary.
 * Accuracy: exact for sums that are normal and alike over clusters; tests/test_score.c
 * has its size for few and for shifted years.
 * Source: Neyman's smooth test of order 2 [Neyman1937], [Hotelling1931]. */
double tn_pit_flat(size_t clusters, const double moment[]);

/* The mean of n scores and its standard error, where those of one cluster (a year) go
 * together: cluster[i] below clusters. NANs among the scores are left out; INFINITY
 * makes the mean infinite and se NAN. se is NAN for less than 2 clusters with scores,
 * mean for none.
 * Source: linearised variance of a mean of clusters, [Lumley2010] appendix A. */
struct tn_clustered {
    double mean, se;
    size_t n;   // scores that are not NAN
};

struct tn_clustered tn_score_mean(struct tn_arena *arena, size_t n, const double score[],
                                  size_t clusters, const size_t cluster[]);

#endif
