/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waverows.h -- the inner loops of tn/num/wave.h and of laws given row by row, a machine
 * word of lanes at a time. Inside num/ only; tests/test_wave.c tries them.
 *
 * A width is whole TN_LANE; every build gives the same bits.
 */
#ifndef TN_NUM_WAVEROWS_H
#define TN_NUM_WAVEROWS_H

#include <stddef.h>

#include "tn/base/arena.h"

/* Rows of lanes. */
struct rows {
    size_t width, n;
    const double *law;   // n + 1 rows
};

/* E exp(i w (K - middle)) at w = step, 2 step, ..., nodes step.
 *   re, im   nodes rows each
 *   middle   of each block of TN_LANE lanes: where its law lies, a count
 * Counts with a chance of 1e-11 at either end are left out.
 * Cost: for each lane and frequency two multiply-adds for two counts. */
void rows_transform(struct tn_arena *arena, const struct rows *rows, double step,
                    size_t nodes, double re[], double im[], size_t middle[]);

/* Sums over k of k and of k^2 times row k. */
void rows_moments(const struct rows *rows, double one[], double two[]);

/* Complex rows. */
struct pairs {
    size_t width, n;
    double *re, *im;   // n rows each
};

/* Turn row q by (q + 1) angle, lane by lane. */
void rows_turn(const struct pairs *rows, const double angle[]);

/* The row between others: the sum of tap times row, each with a sign for its imaginary
 * part; blocks of lanes whose number in alive is at most q are left out. */
enum { TAPS = 8 };
struct between {
    const double *re[TAPS], *im[TAPS];
    double tap[TAPS], turned[TAPS];   // turned: tap times the sign
    const size_t *alive;              // null: all
    size_t q;
};
void rows_between(size_t width, const struct between *b, double re[], double im[]);

/* Multiply row q of into by a row, but for the blocks left out of b. */
void rows_multiply(const struct pairs *into, const size_t alive[], size_t q,
                   const double re[], const double im[]);

/* mean[j] becomes the sum over i of weight[i] wide[i + j]. */
void rows_average(size_t width, size_t nodes, const double weight[], const double wide[],
                  double mean[]);

/* Add weight times the sum of tap times row, element k of it turned by (k + 1) angle, to
 * one row. */
struct turning {
    size_t width;
    const double *re, *im;   // TAPS rows each
    const double *tap;
    double angle, weight;
};
void rows_add_turned(const struct turning *from, double re[], double im[]);

/* Horner's rule in TN_LANE complex numbers side by side: sum of row[q] z^q; x, y become
 * it. */
void rows_horner(size_t n, const double re[], const double im[], const double c[],
                 const double s[], double x[], double y[]);

#endif
