/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moments.h -- mean and standard deviation of a sample. */
#ifndef TN_NUM_MOMENTS_H
#define TN_NUM_MOMENTS_H

#include <stddef.h>

struct tn_moments {
    double mean;   // NAN for n = 0
    double sd;     // with n - 1; NAN for n < 2
};

/* Of the n numbers x[0], x[stride], x[2 stride], ...
 * Accuracy: the mean is the exact one but for its last rounding; the sd is right to a
 * relative n eps + eps |mean| / sd, the second part being the data's own roundings.
 * tests/test_moments.c: all nine univariate sets of [NIST-StRD] to 15 digits of the
 * mean, and 13 of the sd, 9.4 and 8.2 of NumAcc3 and 4, which their digits allow.
 * Source: two passes, both with compensated sums, which leave the second nothing to
 * correct. */
struct tn_moments tn_moments_of(size_t n, const double x[], size_t stride);

#endif
