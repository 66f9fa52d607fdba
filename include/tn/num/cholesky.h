/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cholesky.h -- small dense systems with a positive definite matrix.
 *
 * Matrices are n x n, row by row. Only the lower triangle is read, and only the lower
 * triangle of a factor is written. Meant for the tens of unknowns that a model has
 * once its many group effects are integrated out.
 */
#ifndef TN_NUM_CHOLESKY_H
#define TN_NUM_CHOLESKY_H

#include <stdbool.h>
#include <stddef.h>

/* a becomes its factor L, a = L L'. False, with a spoiled, where a is not positive
 * definite to working accuracy. Cost: n^3 / 6 multiply-adds. */
bool tn_cholesky(size_t n, double a[]);

/* b becomes the solution of L L' x = b; of L x = b; of L' x = b. */
void tn_cholesky_solve(size_t n, const double l[], double b[]);
void tn_cholesky_forward(size_t n, const double l[], double b[]);
void tn_cholesky_back(size_t n, const double l[], double b[]);

/* log det of L L'. */
double tn_cholesky_log_det(size_t n, const double l[]);

#endif
