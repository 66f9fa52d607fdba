/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arealanes.h -- the rows of one area at many values of its effect at once.
 *
 * Row i has y exits of n at risk and the odds o exp(effect) of exit. Values of the effect
 * are lanes, worked on side by side; tn/num/nested.h puts a panel together from this.
 */
#ifndef TN_NUM_AREALANES_H
#define TN_NUM_AREALANES_H

#include <stddef.h>

#include "tn/num/hermite.h"

enum { TN_AREA_LANES = TN_HERMITE_MOST };

struct tn_area_rows {
    size_t rows;
    const double *at_risk, *exits, *odds;   // odds without the effect, below exp(250)
    double all_exits;                       // their sum
};

/* The nodes that stand for the law of an effect sd z, z standard normal. */
struct tn_area_effect {
    double offset;        // log odds common to the rows, beside the effect
    double sd;            // 0: one node, no effect
    double mode, scale;   // where the nodes lie, in z
    size_t nodes;
    const double *node, *log_weight;   // Gauss-Hermite's, weight exp(node^2 / 2) added
};

struct tn_area_lanes {
    size_t width;   // lanes in use: a multiple of 8; those beyond the nodes weigh 0
    double z[TN_AREA_LANES], shift[TN_AREA_LANES], factor[TN_AREA_LANES];
    double value[TN_AREA_LANES], weight[TN_AREA_LANES];   // weights sum to 1
    double sum[TN_AREA_LANES];                            // of the rows' slopes
    double *slope, *curve;   // rows * TN_AREA_LANES: y - n p and n p (1 - p)
};

/* The first two derivatives of the rows' log likelihood by the offset. */
void tn_area_slope(const struct tn_area_rows *rows, double offset, double *slope,
                   double *curve);

/* Lay out the nodes and weigh them. Returns the log of the integral over z of the rows'
 * likelihood, without the part exits log(odds). Cost: rows * width logarithms. */
double tn_area_nodes(const struct tn_area_rows *rows, const struct tn_area_effect *effect,
                     struct tn_area_lanes *lanes);

/* Then: slope, curve and sum at each node. */
void tn_area_slopes(const struct tn_area_rows *rows, struct tn_area_lanes *lanes);

/* to[k] = exp(x[k]), |x[k]| <= 700; to may be x. */
void tn_area_exp(size_t n, const double x[], double to[]);

#endif
