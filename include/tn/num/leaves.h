/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leaves.h -- the lowest areas of a panel: rows share an effect that is integrated out.
 *
 * An area's log likelihood is a function of the coordinates (beta, shocks, sds) and of
 * an offset, the sum of the effects of the areas that it lies in. It is evaluated by
 * Gauss-Hermite nodes about the mode of the integrand, see tn/num/nested.h, which puts
 * levels above together by nodes again, and tn/num/laplace.h, which does so by blocks.
 */
#ifndef TN_NUM_LEAVES_H
#define TN_NUM_LEAVES_H

#include <stdbool.h>

#include "tn/num/arealanes.h"
#include "tn/num/nested.h"

/* What is wanted beside the value. */
enum {
    TN_SLOPE = 1,   // the first two derivatives by the offset
    TN_FULL = 2,    // gradient and Hessian in all coordinates, the offset last
    TN_MOMENT = 4   // moments of the effects
};

enum { TN_MOMENTS = 4 };

struct tn_leaves {
    const struct tn_panel *panel;
    size_t size;   // coordinates with the offset
    bool sds;      // whether the sds are coordinates
    size_t nodes;
    double node[TN_HERMITE_MOST], log_weight[TN_HERMITE_MOST];
    double *odds;    // of each row: exp(x' beta + year_sd shock)
    double *exits;   // of each area
    double *mode;    // of each area, where the next search starts
    struct tn_nested_at at;
    struct tn_area_lanes lanes;   // of the area last looked at
    double *lane_g;               // size * TN_AREA_LANES: the gradient at each node
};

struct tn_leaves *tn_leaves_new(struct tn_arena *arena, const struct tn_panel *panel,
                                size_t nodes, bool sds);

/* Gauss-Hermite's nodes with the logarithms of their weights, exp(node^2 / 2) added. */
void tn_leaves_nodes(size_t nodes, double node[], double log_weight[]);

/* Go to beta, shocks and sds; returns the exits' part of the value, which the areas'
 * values leave out. */
double tn_leaves_go(struct tn_leaves *leaves, const struct tn_nested_at *at);

/* The size of gradients in hand: all coordinates, or the offset alone. */
size_t tn_leaves_size(const struct tn_leaves *leaves, int want);

/* An area's log likelihood at an offset; g and h (lower triangle) become its
 * derivatives, as many as are wanted. */
double tn_leaf_at(struct tn_leaves *leaves, size_t area, double offset, int want,
                  double g[], double h[]);

/* Of the area last looked at: raw moments of its effect, order 1 to 4, and mean and raw
 * second moment of its sum with the offset. */
void tn_leaf_moments(const struct tn_leaves *leaves, double offset,
                     double moment[TN_MOMENTS], double total[2]);

/* Of the area last looked at, with TN_SLOPE or more. */
struct tn_leaf_bends {
    double third;          // derivative of its log likelihood by the offset
    double mean1, mean2;   // derivatives of its effect's mean by the offset
};

struct tn_leaf_bends tn_leaf_bends_of(const struct tn_leaves *leaves, size_t area);

/* Newton's search for the mode of a concave function of z, inside a bracket that the
 * sign of the slope keeps. */
struct tn_climb {
    double low, high, z;
    int steps;
};

/* Take a step for the slope and curvature at z. Returns whether z is the mode, but for
 * an error of the order of 1e-4 scales, and *scale = 1 / sqrt(-curve) there. */
bool tn_climb_on(struct tn_climb *climb, double slope, double curve, double *scale);

#endif
