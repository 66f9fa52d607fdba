/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lanes.h -- the laws of counts for many values of a shared effect at once.
 *
 * A *row* is one number for each value of the effect, its lanes: width doubles, width
 * a multiple of TN_LANE (tn_lanes_width rounds up; what the padding holds is the
 * caller's). The law of a count on 0..n is n + 1 rows, row k holding P(K = k | lane).
 * Lanes never mix, so the machine works on several side by side, and any number of
 * them gives the same bits.
 */
#ifndef TN_NUM_LANES_H
#define TN_NUM_LANES_H

#include <stddef.h>

enum { TN_LANE = 8 };

static inline size_t tn_lanes_width(size_t lanes)
{
    return (lanes + TN_LANE - 1) / TN_LANE * TN_LANE;
}

/* The law of n alike households: row k of law (n + 1 rows) becomes
 * choose(n, k) p^k q^(n-k), where p and q = 1 - p are rows; n <= 1000.
 * Accuracy: 3 n eps relative, where p^n and q^n are above the smallest double. */
void tn_lanes_binomial(size_t width, size_t n, const double p[], const double q[],
                       double law[]);

/* Let m more households, whose law is more (m + 1 rows), join the n of law, which has
 * room for n + m + 1 rows: law becomes that of the sum, in place.
 * Accuracy: only non-negative terms are added, m eps relative a call.
 * Cost: (n + 1)(m + 1) multiply-adds a lane. */
void tn_lanes_join(size_t width, size_t n, double law[], size_t m, const double more[]);

/* P(K >= k | lane) into row tail, from the thin end; all 1 for k <= 0. */
void tn_lanes_at_least(size_t width, size_t n, const double law[], long k, double tail[]);

/* sum of weight[j] x[j] over a row, in a fixed order. */
double tn_lanes_dot(size_t width, const double weight[], const double x[]);

#endif
