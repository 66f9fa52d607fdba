/* SPDX-License-Identifier: GPL-3.0-or-later */
/* histogram.h -- how often each count came up among many draws, and what that tells.
 *
 * A histogram holds whole numbers only, so that histograms made by different threads or
 * machines add up to the same bytes in any order. What it tells is an estimate, and
 * comes with its standard error.
 */
#ifndef TN_NUM_HISTOGRAM_H
#define TN_NUM_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

struct tn_histogram {
    uint64_t draws;    // the sum of count
    size_t bins;       // counts run from 0 to bins - 1
    uint64_t *count;   // how many draws had each; count[k] / draws is the pmf
};

struct tn_estimate {
    double value;
    double error;   // its Monte Carlo standard error
};

struct tn_histogram tn_histogram_new(struct tn_arena *arena, size_t bins);

/* Add the draws of one histogram to another with as many bins. */
void tn_histogram_add(struct tn_histogram *into, const struct tn_histogram *from);

/* The share that met out of draws is of all. The error is that of a binomial share,
 * sqrt(s (1 - s) / draws), with s = (met + 1) / (draws + 2): an event that never came
 * up is not thereby impossible. NAN without draws. */
struct tn_estimate tn_histogram_share(uint64_t met, uint64_t draws);

/* P(K >= k) and P(K <= k), for any k: exact 1 or 0 with error 0 outside the bins. */
struct tn_estimate tn_histogram_at_least(const struct tn_histogram *histogram, long k);
struct tn_estimate tn_histogram_at_most(const struct tn_histogram *histogram, long k);

/* The mean of K, and its standard deviation as a number of its own. */
struct tn_estimate tn_histogram_mean(const struct tn_histogram *histogram);
double tn_histogram_sd(const struct tn_histogram *histogram);

/* The smallest k with P(K <= k) >= q, for q in (0, 1). */
long tn_histogram_quantile(const struct tn_histogram *histogram, double q);

#endif
