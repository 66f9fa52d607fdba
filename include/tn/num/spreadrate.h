/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spreadrate.h -- a share, or a rate, that differs from area to area.
 *
 * Shares: area i has k of n households, k ~ Bin(n, p_i), and p_i ~ Beta with mean m and
 * correlation r between two households of an area: Beta(m (1 - r) / r, (1 - m) (1 - r) /
 * r). Rates: area i has k arrivals in exposure e, k ~ Poisson(e l_i), and l_i ~ Gamma
 * with mean m and coefficient of variation c: shape 1 / c^2. The p_i and l_i are
 * integrated out exactly (beta-binomial, negative binomial). logit m or log m has a
 * normal prior, r the prior Beta(1, 9), c a half-normal one of sd 1/2. The posterior of
 * both is summed over a grid that is fitted to it.
 *
 * Source: [Griffiths1973] for the beta-binomial; [Lawless1987] for the gamma-Poisson.
 */
#ifndef TN_NUM_SPREADRATE_H
#define TN_NUM_SPREADRATE_H

#include <stddef.h>

#include "tn/num/blend.h"

struct tn_spread {
    struct tn_marginal mean;         // of m: share, or rate per unit of exposure
    double scaled_mean, scaled_sd;   // of logit m, log m
    struct tn_marginal spread;       // of r; of c
    double new_mean, new_sd;   // of the normal law of logit p, or log l, by which p or l
                               // of an area that is not in the data has its right mean
                               // and variance, m and the spread not being known
    double log_marginal;       // log probability of the data, given n and e
};

/* k[i] of n[i], i < areas; the prior of logit m is N(prior_mean, prior_sd^2), sd > 0; all
 * numbers finite.
 * Without areas the prior comes back. Accuracy: 1e-4 sds, as tests find it; of the
 * spread of rates, where no area tells of it, 4e-3.
 * Cost: some 8,000 * areas log gammas. */
struct tn_spread tn_spread_share(size_t areas, const double k[], const double n[],
                                 double prior_mean, double prior_sd);

/* k[i] arrivals in exposure[i] > 0; the prior of log m is N(prior_mean, prior_sd^2). */
struct tn_spread tn_spread_rate(size_t areas, const double k[], const double exposure[],
                                double prior_mean, double prior_sd);

#endif
