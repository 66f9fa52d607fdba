/* SPDX-License-Identifier: GPL-3.0-or-later */
/* allocation.h -- share a number out over places so that the least certain of them is
 * as certain as can be.
 *
 * Place v reaches k with probability tail[v][k], which does not rise with k. Of all ways
 * to share total units out, the fair one makes the smallest of the places'
 * probabilities as large as possible; unless probabilities tie, then the second smallest
 * as well, and so on.
 */
#ifndef TN_NUM_ALLOCATION_H
#define TN_NUM_ALLOCATION_H

#include <stddef.h>

#include "tn/base/arena.h"

/* The fair shares: share[v] in 0..n[v], adding up to total (at most the sum of n).
 *
 *   n      of each place: the most it can reach
 *   tail   of each place, n[v] + 1 probabilities: of reaching k or more; tail[v][0] is 1
 *
 * Gives the smallest probability: 1 where total is 0. Of places alike in probability the
 * one with more households (n) gets the unit, then the earlier one. Exact: the shares
 * are those of the total units of largest probability, and comparing is all that is done.
 * Cost: N log N in the sum N of n.
 */
double tn_allocation_fair(struct tn_arena *arena, size_t places, const size_t n[],
                          const double *const tail[], long total, long share[]);

#endif
