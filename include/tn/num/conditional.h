/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conditional.h -- what is known of log odds and years once every spread is given.
 *
 * With the standard deviations of all effects fixed and the areas integrated out
 * (tn/num/nested.h), beta and the shocks have a log-concave posterior that is nearly
 * normal. Its mode and curvature give Laplace's approximation; nodes on a few shells
 * about the mode, weighted by what the normal law gets wrong there, give the rest.
 *
 * Source: [Tierney1986]; weighting as in [Geweke1989].
 */
#ifndef TN_NUM_CONDITIONAL_H
#define TN_NUM_CONDITIONAL_H

#include <stdbool.h>
#include <stdint.h>

#include "tn/num/nested.h"

/* Normal priors of beta; an infinite sd is a flat prior. */
struct tn_normal_prior {
    const double *mean, *sd;
};

struct tn_conditional {
    struct tn_nested_at at;   // beta and shock point into mode
    double *mode;             // dims = fixed + years: beta, then shocks
    double *root;             // dims * dims: L of minus the Hessian at the mode, L L'
    double peak;              // log posterior density (not normalised) at the mode
    double log_mass;          // Laplace's logarithm of the integral over all dims
    bool settled;             // the mode was found; false: log_mass is -INFINITY
};

/* An empty one with room for a panel's dims. */
struct tn_conditional tn_conditional_new(struct tn_arena *arena,
                                         const struct tn_panel *panel);

/* Find the mode for at->sd and at->year_sd, starting from where conditional->mode is,
 * by Newton's method with step halving; fills all of it.
 * Accuracy: the Newton decrement at the end is below 1e-6. Cost: 2 to 6 Hessians. */
void tn_conditional_find(struct tn_nested *place, const struct tn_normal_prior *prior,
                         struct tn_conditional *conditional);

/* The log posterior density at another point x of dims, not normalised; *out as in
 * tn_nested_eval, for the likelihood alone. */
double tn_conditional_at(struct tn_nested *place, const struct tn_normal_prior *prior,
                         const struct tn_conditional *conditional, const double x[],
                         const struct tn_nested_out *out);

/* How many nodes tn_ball_nodes gives. */
size_t tn_ball_size(size_t dims, size_t shells);

/* Vectors with weights (sum 1) for averages over the normal law N(0, I), on shells about
 * the origin. One shell carries a frame of dims axes to both sides and is joined by the
 * origin: exact for polynomials of degree 3. Of m shells, 2 to 6, each carries the
 * vertices and edges of a simplex, exact for degree 5, or for 1 and for more than 8 dims
 * a frame. turn decides how each shell is turned; on average over turns the degree is 5
 * for one shell and 4 m - 1 for m. Some weights are negative for 8 dims. dims >= 1.
 * Source: spherical-radial rules, [Genz1998], with Mysovskikh's rule on the sphere;
 * radii by generalised Gauss-Laguerre. */
void tn_ball_nodes(size_t dims, size_t shells, uint32_t turn, double z[],
                   double weight[]);

#endif
