/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hermite.h -- Gauss-Hermite nodes for averages over a standard normal.
 *
 * sum_k weight[k] f(node[k]) is the average of f(Z), Z ~ N(0, 1), exactly where f is a
 * polynomial of degree 2 n - 1 or less.
 */
#ifndef TN_NUM_HERMITE_H
#define TN_NUM_HERMITE_H

#include <stddef.h>

enum { TN_HERMITE_MOST = 64 };

/* n from 1 to TN_HERMITE_MOST nodes, ascending, symmetric; the weights sum to 1.
 * Accuracy: 1e-14 in the nodes, 1e-13 relative in the weights.
 * Cost: n^2 per Newton step; no allocation.
 * Source: Newton's method on the orthonormal Hermite recurrence, [Press2007] 4.6. */
void tn_hermite(size_t n, double node[], double weight[]);

#endif
