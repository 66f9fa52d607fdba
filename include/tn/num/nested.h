/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nested.h -- the likelihood of exits in areas that differ, areas integrated out.
 *
 * Row i has y exits among n at risk, and log odds of exit
 *
 *     x_i' beta + year_sd shock[year_i] + effect of its area + effect of that area's
 *     area + ...
 *
 * An area of level l has the effect sd[l] z, z standard normal: villages (level 0) lie
 * in communes (level 1), communes in districts. The shocks of the years cross the
 * areas and stay in the formula: whoever calls puts a law on them and on beta. The
 * areas' effects are integrated out one by one, each by Gauss-Hermite nodes about the
 * mode of its own integrand, with the scale of its own curvature there. Given beta and
 * the shocks, areas are independent, so the cost is linear in areas.
 *
 * Derivatives are exact for the sum that the nodes make (Louis's identity: the slope of
 * a logarithm of an integral is the posterior mean of the integrand's log slope, the
 * curvature its mean curvature plus the variance of its slope).
 *
 * Source: adaptive Gauss-Hermite quadrature, [Pinheiro1995]; [Louis1982].
 */
#ifndef TN_NUM_NESTED_H
#define TN_NUM_NESTED_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"

enum { TN_LEVELS_MOST = 3 };

/* Rows lie in the order of their areas: those of an area follow one another, and so do
 * the areas of an area one level up. */
struct tn_panel {
    size_t rows, fixed, years;
    size_t levels;                   // 1 to TN_LEVELS_MOST
    const double *at_risk, *exits;   // of each row; 0 <= exits <= at_risk
    const double *x;                 // rows * fixed, row by row
    const size_t *year;              // of each row, below years; null where years is 0
    size_t areas[TN_LEVELS_MOST];
    const size_t *first[TN_LEVELS_MOST];   // areas + 1: where an area's rows (level 0) or
                                           // areas of the level below begin
};

/* Where the likelihood is asked for. */
struct tn_nested_at {
    const double *beta;    // fixed
    const double *shock;   // years, in units of year_sd
    double year_sd;
    double sd[TN_LEVELS_MOST];   // 0: no such effect
};

/* What is wanted beside the value; null pointers are not. */
struct tn_nested_out {
    double *gradient;   // tn_nested_dims
    double *hessian;    // dims * dims, lower triangle; with gradient, or null
    double *moment[TN_LEVELS_MOST];   // areas * 4: raw moments of order 1 to 4 of each
                                      // area's effect given the rest
    double *total;      // areas[0] * 2: mean and raw second moment of the sum of effects
    double *left_out;   // the part of the value that the derivatives leave out
};

struct tn_nested;

/* A place to evaluate in, for a panel that must outlive it. nodes from 1 (Laplace's
 * approximation) to 64 for each effect; above level 0
 * effects have at most 5 unless nodes is above 20. With sds the derivatives go on with
 * sd[0..levels) and year_sd. One place serves one thread. */
struct tn_nested *tn_nested_new(struct tn_arena *arena, const struct tn_panel *panel,
                                size_t nodes, bool sds);

/* From now on the levels above the first go by Laplace's approximation, see
 * tn/num/laplace.h: for panels of many rows, and not with sds. */
void tn_nested_by_blocks(struct tn_arena *arena, struct tn_nested *place);

/* Another place of the same panel, to be used in the same way. */
struct tn_nested *tn_nested_like(struct tn_arena *arena, const struct tn_nested *other);

/* fixed + years (+ levels + 1 with sds): the order of the derivatives is beta, shock,
 * sd, year_sd. */
size_t tn_nested_dims(const struct tn_nested *place);

const struct tn_panel *tn_nested_panel(const struct tn_nested *place);

/* How many nodes an effect gets; another number of them from now on. */
size_t tn_nested_nodes(const struct tn_nested *place);

void tn_nested_use(struct tn_nested *place, size_t nodes);

/* The modes last found, from which the next search starts: copied from another place
 * of the same panel, so that an answer does not depend on what was asked before. */
void tn_nested_start_from(struct tn_nested *place, const struct tn_nested *other);

/* The same for the levels above the first alone, by blocks: how many modes there are (0
 * where levels do not go by blocks), and copies of them. */
size_t tn_nested_modes(const struct tn_nested *place);
void tn_nested_keep(const struct tn_nested *place, double mode[]);
void tn_nested_restore(struct tn_nested *place, const double mode[]);

/* log likelihood, without the binomial coefficients (tn_panel_log_choose).
 * Cost: rows * nodes logarithms, nodes rounded up to a multiple of 8, times 7 or so for
 * each level above the first. */
double tn_nested_eval(struct tn_nested *place, const struct tn_nested_at *at,
                      const struct tn_nested_out *out);

/* The sum over rows of log (at_risk choose exits). */
double tn_panel_log_choose(const struct tn_panel *panel);

#endif
