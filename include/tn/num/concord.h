/* SPDX-License-Identifier: GPL-3.0-or-later */
/* concord.h -- whether two counts of very many places both reach their quotas.
 *
 * The joint law of two counts (tn/num/joint.h) has a cell for every pair of numbers: too
 * many for thousands of households. But given the year many places are independent, and
 * what binds the two counts, the places' own effects, is little against their spread. So
 * their law is all but that of independent counts; the difference is a series in the
 * places' joint factorial cumulants, of which the terms of first order are exact here and
 * those above it are taken from two normal numbers with the same correlation and the
 * counts' own, exact tails.
 */
#ifndef TN_NUM_CONCORD_H
#define TN_NUM_CONCORD_H

#include "tn/base/arena.h"
#include "tn/num/effects.h"
#include "tn/num/joint.h"

/* P(first count >= quota[0] and second >= quota[1]) of all places together; the pair
 * shares places.
 *
 * Accuracy: measured against the joint law 2.2e-4 at 124 households in 11 places, 2.3e-5
 * at 744 in 66: the error falls like one over the variance of the counts.
 * Cost: places x lanes of the grid x households of a place.
 * Source: the series [Barndorff-Nielsen & Cox 1989, ch. 5] for factorial cumulants; two
 * normal numbers by Plackett's integral [Genz2004].
 */
double tn_concord(struct tn_arena *arena, const struct tn_laws *laws, struct tn_pair pair,
                  const long quota[2]);

/* P(U >= h, V >= k) - P(U >= h) P(V >= k) of standard normal U, V with correlation rho,
 * |rho| < 1. Accuracy: 1e-10 absolute up to |rho| 0.9. */
double tn_concord_normal(double h, double k, double rho);

#endif
