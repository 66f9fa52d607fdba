/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mixedml.h -- the most likely parameters of the model of tn/num/mixed.h.
 *
 * No priors: what the exits alone say. Given here to be compared with other programs;
 * forecasts integrate over the posterior instead, since with few years the most likely
 * sd of the years is often exactly 0.
 */
#ifndef TN_NUM_MIXEDML_H
#define TN_NUM_MIXEDML_H

#include "tn/base/fault.h"
#include "tn/num/nested.h"

struct tn_ml {
    double *beta, *beta_se;                             // fixed
    double sd[TN_LEVELS_MOST], sd_se[TN_LEVELS_MOST];   // 0, NAN where the edge is best
    double year_sd, year_sd_se;
    double log_likelihood;   // with the binomial coefficients
    int steps;
};

/* The maximum of the likelihood with the areas' effects and the shocks of the years
 * integrated out, over beta and every sd (the years' only where the panel has years).
 * area_nodes as in tn_nested_new. Fails with TN_EMATH where there is none: separation.
 * Accuracy: 1e-8 relative on the panels of tests/oracle/hier with 25 nodes,
 * and 1e-7 with 4 years that cross (tests/oracle/crossed).
 * Cost: five to ten Hessians; with years, each at up to 120,000 nodes of the shocks, so
 * for panels of a few hundred rows and 7 years or fewer (beyond that, 3 nodes a year and
 * an error to match). */
TN_CHECKED enum tn_fault tn_ml_fit(struct tn_arena *arena, const struct tn_panel *panel,
                                   size_t area_nodes, struct tn_ml *ml,
                                   struct tn_err *err);

#endif
