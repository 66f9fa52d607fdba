/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sdgrid.h -- where the standard deviations of the effects may lie, as weighted points.
 *
 * A sd with a half-normal prior is scale sinh(t), one with a log-normal prior
 * exp(t - scale); points stand at t = (k + 1/2) step, k = 0, 1, ... The grid grows from
 * the most likely point to its neighbours as long as they matter, so that it follows the
 * posterior whatever its shape.
 */
#ifndef TN_NUM_SDGRID_H
#define TN_NUM_SDGRID_H

#include "tn/base/fault.h"
#include "tn/num/blend.h"
#include "tn/num/conditional.h"

enum tn_sd_law {
    TN_SD_FIXED,         // sd is a; 0: no such effect
    TN_SD_HALF_NORMAL,   // |N(0, a^2)|
    TN_SD_LOG_NORMAL     // log sd is N(a, b^2)
};

struct tn_sd_prior {
    enum tn_sd_law law;
    double a, b;
};

struct tn_mixed_prior {
    struct tn_normal_prior beta;   // sd 0: fixed; infinite: flat
    struct tn_sd_prior area[TN_LEVELS_MOST], year;
};

enum { TN_AXES_MOST = TN_LEVELS_MOST + 1 };

struct tn_sd_axis {
    size_t level;     // of the areas; the panel's levels for the years
    bool logarithm;   // the sd is exp(t - scale), else scale sinh(t)
    double scale, step;
};

struct tn_sd_point {
    int k[TN_AXES_MOST];
    struct tn_conditional conditional;
    double log_weight;   // Laplace's posterior mass of the point's cell, not normalised
    double *above;       // modes of the levels above the first: tn_nested_keep
};

struct tn_sd_grid {
    size_t axes, points, best;   // best: the point of largest weight
    struct tn_sd_axis axis[TN_AXES_MOST];
    struct tn_sd_point *point;
    double best_t[TN_AXES_MOST];   // near the peak, off the grid
    struct tn_conditional start;   // there
};

/* Find the most likely sds and how far the grid's points are to stand apart; place keeps
 * the modes of the areas there, grid->start the law of the rest. fineness multiplies
 * the steps: 1, or less for a finer grid.
 * Fails with TN_EMATH where no mode is found. Cost: some 40 modes of the rest. */
TN_CHECKED enum tn_fault tn_sd_grid_seek(struct tn_arena *arena, struct tn_nested *place,
                                         const struct tn_mixed_prior *prior,
                                         double fineness, struct tn_sd_grid *grid,
                                         struct tn_err *err);

/* Then: the points. Cost: some 100 for two sds, each two or three Hessians, shared out
 * among threads. */
void tn_sd_grid_grow(struct tn_arena *arena, struct tn_nested *place,
                     const struct tn_mixed_prior *prior, struct tn_sd_grid *grid);

/* The sd at the k-th place of an axis. */
double tn_sd_axis_sd(const struct tn_sd_axis *axis, int k);

/* The law of the sd on an axis, and of its logarithm, where share is each point's part
 * of the posterior mass. Its second moment is the points' plain sum, which is exact to
 * the grid's own error as it is even in the sd. */
void tn_sd_axis_law(const struct tn_sd_grid *grid, size_t axis, const double share[],
                    struct tn_marginal *sd, struct tn_marginal *log_sd);

#endif
