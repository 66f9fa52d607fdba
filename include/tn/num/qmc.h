/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qmc.h -- means over a cube of uncertain parameters, with an honest error.
 *
 * Randomised quasi-Monte Carlo: the integrand is averaged over Sobol's points, which
 * fill the cube far more evenly than random ones, shifted at random; some independent
 * shifts (replicates) give independent unbiased estimates, whose spread is the error.
 * The points are doubled until the error is small enough.
 *
 * The result depends on the seed alone: chunks of points are fixed and their sums added
 * in order, whatever the threads.
 *
 * Source: Sobol's points [BratleyFox1988] by way of GSL, digital shift [Owen1998].
 */
#ifndef TN_NUM_QMC_H
#define TN_NUM_QMC_H

#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

/* The integrand: values[] at the point u of the open unit cube. Called from several
 * threads at once; work is the thread's own and is wound back after the call. */
typedef void tn_qmc_fn(struct tn_arena *work, const void *what, const double u[],
                       double value[]);

struct tn_qmc {
    tn_qmc_fn *at;
    const void *what;
    size_t dims;   // of u; from the 41st on the points are plain random ones
    size_t values;
    size_t watched;       // the first so many values decide when to stop
    double tol;           // on their standard errors; 0: go on to the limit
    size_t replicates;    // 2 or more; 16 make the error itself good to a fifth
    size_t first, most;   // points of a replicate, powers of two, first <= most <= 2^24
    uint64_t seed;
    int threads;   // 0: all there are
};

struct tn_qmc_mean {
    size_t points;       // of each replicate
    double *mean;        // values of them
    double *error;       // their standard errors
    double *replicate;   // replicates x values: the mean of each replicate
};

/* Cost: replicates x points calls, 8 bytes x values for every 32 of them at once. */
struct tn_qmc_mean tn_qmc_mean(struct tn_arena *arena, const struct tn_qmc *qmc);

/* n points of one replicate (its shift made from the seed), for what is no mean: a
 * quantile, say. n x dims, point by point. */
double *tn_qmc_points(struct tn_arena *arena, size_t dims, size_t n, uint64_t seed);

#endif
