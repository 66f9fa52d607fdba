/* SPDX-License-Identifier: GPL-3.0-or-later */
/* laplace.h -- the levels above the villages integrated out, block by block.
 *
 * Given beta and the shocks of the years, the effects of communes and districts have a
 * log-concave posterior whose Hessian is a tree: a commune's effect meets its villages
 * (integrated out by nodes, tn/num/leaves.h) and its district's effect, nothing else.
 * Elimination from the leaves up gives Newton's steps to the mode, the determinant for
 * Laplace's approximation there, and what is left for beta and the shocks (Schur's
 * complement: the border of the whole Hessian); the way back down gives the effects'
 * means and variances. All of it costs a number of operations linear in areas, where
 * nodes inside nodes cost some 7 times as much for each level.
 *
 * The means have the next term of the expansion too, from the third derivatives of the
 * communes' log likelihoods. What is left out is of the order of the square of these,
 * small where a commune has some ten exits or more; see tests/test_laplace.c.
 *
 * Source: [Rue2009]; third derivatives as in [Tierney1986].
 */
#ifndef TN_NUM_LAPLACE_H
#define TN_NUM_LAPLACE_H

#include "tn/num/leaves.h"

struct tn_laplace;

/* For leaves that must outlive it. mode[l], of each area of the levels from 1 on: where
 * the searches start and end, in units of the level's sd. */
struct tn_laplace *tn_laplace_new(struct tn_arena *arena, struct tn_leaves *leaves,
                                  double *const mode[]);

/* As tn_nested_eval: the log likelihood with all effects integrated out. Gradient and
 * Hessian are those of its maximum over the effects above; half the logarithm of the
 * determinant, which they leave out, is in *left_out. The Hessian is exact for that
 * maximum, with the leaves' nodes: as a dense one whose effects were eliminated.
 * Cost: 1 to 4 passes over the leaves; few where the place is near one, for the same
 * sds, at which derivatives were wanted last. */
double tn_laplace_eval(struct tn_laplace *laplace, const struct tn_nested_at *at,
                       const struct tn_nested_out *out);

/* Start the next search from mode[], whatever was asked before. */
void tn_laplace_forget(struct tn_laplace *laplace);

#endif
