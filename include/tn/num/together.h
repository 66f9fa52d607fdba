/* SPDX-License-Identifier: GPL-3.0-or-later */
/* together.h -- the law of very many places together, for many lanes at once.
 *
 * Given the year places are independent, and their counts add up. Alike places are joined
 * by squaring, unlike ones by halves; what lies far outside the law of a part is left
 * out, for each block of lanes by itself, and how much that can be is reported. Rows and
 * lanes are as in tn/num/lanes.h, windows as in tn/num/window.h.
 */
#ifndef TN_NUM_TOGETHER_H
#define TN_NUM_TOGETHER_H

#include <stddef.h>

#include "tn/base/arena.h"

/* The law of a count in each of some places alike. */
struct tn_copies {
    size_t times;        // places
    size_t n;            // households of each
    const double *law;   // n + 1 rows
};

/* The law of all places' counts together.
 *
 *   drop   left out at either end of a part, in no lane more: 0 <= drop <= 1e-12
 *   law    (sum of times n) + 1 rows, all 0; becomes the law
 *
 * Gives back how much all left out can make up in any one lane.
 * Accuracy: that, and 4 n eps relative of n households in all, tested up to 2,500.
 * Cost: for each lane some (width of the law)^2 times log2 of the unlike places; 10,000
 * households in 2,000 villages, few of them unlike, 16 lanes: 4 ms of processor time with
 * the villages' own laws, 20,000 in 2,000 mostly unlike ones: 17 ms.
 */
double tn_together(struct tn_arena *arena, size_t width, size_t kinds,
                   const struct tn_copies kind[], double drop, double law[]);

#endif
