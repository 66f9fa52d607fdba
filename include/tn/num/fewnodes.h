/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fewnodes.h -- few nodes for an average over the normal law N(0, I), one of many.
 *
 * Where averages over a great many normal laws are summed, as over the points of a grid,
 * each may be rough if they are not wrong all to the same side: directions are turned
 * from one to the next. tn_ball_nodes of tn/num/conditional.h gives single ones.
 */
#ifndef TN_NUM_FEWNODES_H
#define TN_NUM_FEWNODES_H

#include <stddef.h>
#include <stdint.h>

enum tn_few_rule {
    TN_FEW_NONE,
    TN_FEW_SIMPLEX,   // the corners of a simplex, never turned: exact for degree 2
    TN_FEW_TURNED,    // a simplex that is turned, and the origin: exact for degree 2, on
                      // average over turns for degree 5
    TN_FEW_PAIR       // a direction to both sides, and the origin: exact for odd powers,
                      // on average over turns for degree 5
};

/* How many there are in n dimensions: n + 1, n + 2, 3. */
size_t tn_few_size(size_t n, enum tn_few_rule rule);

/* The nodes, one after another, and their weights, which sum to 1. n >= 1. */
void tn_few_nodes(size_t n, enum tn_few_rule rule, uint32_t turn, double z[],
                  double weight[]);

#endif
