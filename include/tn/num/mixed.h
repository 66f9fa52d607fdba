/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mixed.h -- what a history says of exits: a binomial logistic model with areas and
 * years.
 *
 * The model is that of tn/num/nested.h, with normal priors on beta and priors on the
 * standard deviations of the effects. The posterior is a blend over a grid of those
 * standard deviations, which are integrated over and never plugged in: with three or
 * four years the most likely sd of the years is often exactly 0, and forecasts from it
 * are far too sure. At each grid point beta and the shocks of the years are normal by
 * Laplace's approximation, put right by weighted nodes; the areas are integrated
 * out exactly, or, above the first level and with many rows, by blocks. Nothing is drawn
 * at random: the same data give the same posterior.
 *
 * A sd enters as a sinh(t): the posterior is even in each sd, so that equal steps in t,
 * half a step off 0, converge geometrically, and the power-law tail that few years
 * leave is a short one in t.
 *
 * Source: [Rue2009] for the scheme; [Tierney1986]; [Gelman2006] for half-normal priors.
 */
#ifndef TN_NUM_MIXED_H
#define TN_NUM_MIXED_H

#include "tn/num/blend.h"
#include "tn/num/conditional.h"
#include "tn/num/nested.h"
#include "tn/num/sdgrid.h"

/* How levels above the first are integrated out: by nodes inside nodes, whose cost grows
 * by a factor of 7 with each level, or by blocks (tn/num/laplace.h). */
enum tn_mixed_upper {
    TN_MIXED_BY_SIZE,   // blocks where rows are many
    TN_MIXED_NODES,
    TN_MIXED_BLOCKS
};

struct tn_mixed_options {
    size_t area_nodes;   // for each area effect; 0: as many as it takes
    size_t turns;        // of nodes for beta and shocks, over the whole grid; 0: so too
    double fineness;     // of the grid's steps; 0: 1
    enum tn_mixed_upper upper;
    bool keep_areas;   // keep the areas' effects at every node (for predictions)
};

/* The sum of an area's effects, given beta, shocks and sds. */
struct tn_node_effect {
    double mean, sd, skewness, kurtosis;   // kurtosis: excess
};

/* One node of the posterior: beta, shocks and sds with a weight. */
struct tn_mixed_node {
    double weight;   // all sum to 1
    const double *beta, *shock;
    double sd[TN_LEVELS_MOST], year_sd;
    const struct tn_node_effect *effect;   // areas[0]; null unless kept
};

struct tn_mixed {
    const struct tn_panel *panel;
    struct tn_marginal *beta;    // fixed
    struct tn_marginal *shock;   // years: effect of a year, log odds
    struct tn_marginal sd[TN_LEVELS_MOST], log_sd[TN_LEVELS_MOST];
    struct tn_marginal year_sd, log_year_sd;
    struct tn_marginal *effect[TN_LEVELS_MOST];   // areas: effect of each area
    double *total;         // areas[0] * 2: mean and sd of the sum of an area's effects
    double *covariance;    // fixed * fixed, of beta
    double log_marginal;   // log probability of the exits under the priors
    double parameters;     // effective number: sum of the rows' leverages
    double *chance;        // of each row: at the mean of its log odds
    double *leverage;      // of each row
    double *pull;          // of each row: Cook's distance
    double spread;         // sd of the nodes' log weights: 0 where Laplace is exact
    size_t points, nodes, area_nodes;
    struct tn_mixed_node *node;
};

/* The posterior.
 * Accuracy: every mean, sd, quantile and effect within 1e-3 posterior sds of the exact
 * one on the panels of tests/oracle/hier.
 * Fails with TN_EMATH where no mode can be found (a flat prior and separated data). */
TN_CHECKED enum tn_fault tn_mixed_fit(struct tn_arena *arena,
                                      const struct tn_panel *panel,
                                      const struct tn_mixed_prior *prior,
                                      const struct tn_mixed_options *options,
                                      struct tn_mixed *mixed, struct tn_err *err);

#endif
