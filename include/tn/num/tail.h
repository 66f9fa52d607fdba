/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tail.h -- very small chances: the far tails of the Poisson-binomial law.
 *
 * Where P(K >= k) is 1e-30 a window of the law around its mean (tn/num/window.h) says
 * nothing. So the chances are tilted until k is the mean: with odds e times as large,
 *
 *     P(K >= k) = prod (1 - p + p e) / e^k  x  sum over j >= k of P~(K = j) / e^(j - k),
 *
 * whatever e is. The product, some 1e-300 of numbers near 1, is formed in twice the
 * precision of double; the law P~ is a window's.
 *
 * Source: [PeresLeeKeich2020].
 */
#ifndef TN_NUM_TAIL_H
#define TN_NUM_TAIL_H

#include <stddef.h>

#include "tn/base/arena.h"

struct tn_tail {
    double chance;
    double bound;   // what the window left out, relative to chance
    double
        saddle;   // the same chance by the saddlepoint formula, an independent estimate
                  // good to some percent where the tilted law is wide; NAN if not used
};

/* P(K >= k) and P(K <= k) of n households with chances p[] in [0, 1].
 * Accuracy: relative 1e-12 down to 1e-300 (tested up to n = 10^6).
 * Cost: a window, and some ten divisions a household to find the tilt.
 * Source of saddle: [LugannaniRice1980], [Daniels1987] for integers. */
struct tn_tail tn_tail_at_least(struct tn_arena *arena, size_t n, const double p[],
                                long k);
struct tn_tail tn_tail_at_most(struct tn_arena *arena, size_t n, const double p[],
                               long k);

#endif
