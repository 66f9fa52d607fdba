/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/leaves.h"

#include <math.h>
#include <string.h>

enum { SEARCHES = 80, LANES = TN_AREA_LANES };

/* So close to the mode, in scales, one more Newton step needs no check: it leaves an
 * error of the order of the square, and nodes need no more. */
static const double NEAR = 0.01;
static const double TOP = 250;   // |log odds| are held below, as in arealanes.c

static double within(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

void tn_leaves_nodes(size_t nodes, double node[], double log_weight[])
{
    double weight[TN_HERMITE_MOST];

    tn_hermite(nodes, node, weight);
    for (size_t k = 0; k < nodes; k++)
        log_weight[k] = log(weight[k]) + node[k] * node[k] / 2;
}

struct tn_leaves *tn_leaves_new(struct tn_arena *arena, const struct tn_panel *panel,
                                size_t nodes, bool sds)
{
    struct tn_leaves *w = tn_new(arena, struct tn_leaves, 1);
    size_t most = 0;

    w->panel = panel;
    w->sds = sds;
    w->size = panel->fixed + panel->years + (sds ? panel->levels + 1 : 0) + 1;
    w->nodes = nodes;
    tn_leaves_nodes(nodes, w->node, w->log_weight);
    w->odds = tn_new(arena, double, panel->rows);
    w->exits = tn_new(arena, double, panel->areas[0]);
    w->mode = tn_new(arena, double, panel->areas[0]);
    for (size_t a = 0; a < panel->areas[0]; a++) {
        size_t rows = panel->first[0][a + 1] - panel->first[0][a];
        most = rows > most ? rows : most;
        for (size_t i = panel->first[0][a]; i < panel->first[0][a + 1]; i++)
            w->exits[a] += panel->exits[i];
    }
    w->lanes.slope = tn_new(arena, double, most *LANES);
    w->lanes.curve = tn_new(arena, double, most *LANES);
    w->lane_g = tn_new(arena, double, w->size *LANES);
    return w;
}

double tn_leaves_go(struct tn_leaves *w, const struct tn_nested_at *at)
{
    const struct tn_panel *panel = w->panel;
    double value = 0;

    w->at = *at;
    for (size_t i = 0; i < panel->rows; i++) {
        double eta = 0;
        for (size_t j = 0; j < panel->fixed; j++)
            eta += panel->x[i * panel->fixed + j] * w->at.beta[j];
        if (panel->years)
            eta += w->at.year_sd * w->at.shock[panel->year[i]];
        eta = within(eta, -TOP, TOP);
        w->odds[i] = eta;
        value += panel->exits[i] * eta;
    }
    tn_area_exp(panel->rows, w->odds, w->odds);
    return value;
}

size_t tn_leaves_size(const struct tn_leaves *w, int want)
{
    return want & TN_FULL ? w->size : want & TN_SLOPE ? 1 : 0;
}

/* ---- the mode ------------------------------------------------------------------------
 */

bool tn_climb_on(struct tn_climb *c, double slope, double curve, double *scale)
{
    double move = -slope / curve;

    if (slope > 0)
        c->low = c->z;
    else
        c->high = c->z;
    *scale = 1 / sqrt(-curve);
    if (fabs(move) <= NEAR * *scale || c->steps++ == SEARCHES) {
        c->z += move;
        return true;
    }
    bool inside = c->z + move > c->low && c->z + move < c->high;
    c->z = inside ? c->z + move : (c->low + c->high) / 2;
    return false;
}

static struct tn_area_rows rows_of(const struct tn_leaves *w, size_t area)
{
    size_t from = w->panel->first[0][area];

    return (struct tn_area_rows){w->panel->first[0][area + 1] - from,
                                 w->panel->at_risk + from, w->panel->exits + from,
                                 w->odds + from, w->exits[area]};
}

/* Returns the scale at the mode. */
static double find_mode(struct tn_leaves *w, const struct tn_area_rows *rows, size_t area,
                        double offset)
{
    double sd = w->at.sd[0], slope, curve, scale;
    struct tn_climb climb = {-1e4, 1e4, w->mode[area], 0};

    do
        tn_area_slope(rows, offset + sd * climb.z, &slope, &curve);
    while (!tn_climb_on(&climb, sd * slope - climb.z, sd * sd * curve - 1, &scale));
    w->mode[area] = climb.z;
    return scale;
}

/* ---- derivatives ---------------------------------------------------------------------
 */

/* Row i's part of the Hessian, for its mean slope and curvature: its log odds depend on
 * each coordinate linearly, by at[] in slot[]; with sds, on the area's own sd by z,
 * which goes with the curvature's averages in by_z. */
static void add_row(const struct tn_leaves *w, size_t i, double slope,
                    const double by_z[3], double h[])
{
    const struct tn_panel *panel = w->panel;
    size_t n = w->size, p = panel->fixed, used = 0, slot[64], own = p + panel->years;
    double at[64];

    for (size_t j = 0; j < p; j++)
        slot[used] = j, at[used++] = panel->x[i * p + j];
    if (panel->years)
        slot[used] = p + panel->year[i], at[used++] = w->at.year_sd;
    if (panel->years && w->sds)
        slot[used] = n - 2, at[used++] = w->at.shock[panel->year[i]];
    slot[used] = n - 1, at[used++] = 1;
    for (size_t a = 0; a < used; a++) {
        for (size_t b = 0; b <= a; b++)
            h[slot[a] * n + slot[b]] -= by_z[0] * at[a] * at[b];
        if (w->sds)
            h[slot[a] > own ? slot[a] * n + own : own * n + slot[a]] -= by_z[1] * at[a];
    }
    if (w->sds)
        h[own * n + own] -= by_z[2];
    if (panel->years && w->sds)   // year_sd * shock: the one product of coordinates
        h[(n - 2) * n + p + panel->year[i]] += slope;
}

/* Row i's part of the gradient at each node. */
static void add_gradient(struct tn_leaves *w, size_t i, const double slope[])
{
    const struct tn_panel *panel = w->panel;
    size_t p = panel->fixed, width = w->lanes.width;

    for (size_t j = 0; j < p; j++)
        for (size_t k = 0; k < width; k++)
            w->lane_g[j * LANES + k] += panel->x[i * p + j] * slope[k];
    if (!panel->years)
        return;
    double *shock = w->lane_g + (p + panel->year[i]) * LANES;
    for (size_t k = 0; k < width; k++)
        shock[k] += w->at.year_sd * slope[k];
    double *sd = w->lane_g + (w->size - 2) * LANES;
    for (size_t k = 0; w->sds && k < width; k++)
        sd[k] += w->at.shock[panel->year[i]] * slope[k];
}

/* The nodes' gradients into their mean g and, with the rows' part already in h, the
 * Hessian. */
static void average_lanes(const struct tn_leaves *w, double g[], double h[])
{
    size_t n = w->size, width = w->lanes.width;
    const double *weight = w->lanes.weight;

    for (size_t a = 0; a < n; a++) {
        const double *ga = w->lane_g + a * LANES;
        double mean = 0;
        for (size_t k = 0; k < width; k++)
            mean += weight[k] * ga[k];
        g[a] = mean;
        for (size_t b = 0; b <= a; b++) {
            const double *gb = w->lane_g + b * LANES;
            double sum = 0;
            for (size_t k = 0; k < width; k++)
                sum += weight[k] * (ga[k] - mean) * gb[k];
            h[a * n + b] += sum;
        }
    }
}

/* Gradient and Hessian of an area of rows from its lanes. */
static void full(struct tn_leaves *w, size_t area, double g[], double h[])
{
    const struct tn_area_lanes *lanes = &w->lanes;
    size_t n = w->size, from = w->panel->first[0][area];
    size_t own = w->panel->fixed + w->panel->years;

    memset(w->lane_g, 0, n * LANES * sizeof(double));
    for (size_t i = from; i < w->panel->first[0][area + 1]; i++) {
        const double *slope = lanes->slope + (i - from) * LANES;
        const double *curve = lanes->curve + (i - from) * LANES;
        double by_z[3] = {0}, mean = 0;
        for (size_t k = 0; k < lanes->width; k++) {
            double share = lanes->weight[k] * curve[k];
            mean += lanes->weight[k] * slope[k];
            by_z[0] += share;
            by_z[1] += share * lanes->z[k];
            by_z[2] += share * lanes->z[k] * lanes->z[k];
        }
        add_row(w, i, mean, by_z, h);
        add_gradient(w, i, slope);
    }
    memcpy(w->lane_g + (n - 1) * LANES, lanes->sum, lanes->width * sizeof(double));
    for (size_t k = 0; w->sds && k < lanes->width; k++)
        w->lane_g[own * LANES + k] = lanes->z[k] * lanes->sum[k];
    average_lanes(w, g, h);
}

/* Mean and Hessian by the offset alone. */
static void slope_alone(const struct tn_leaves *w, size_t rows, double *g, double *h)
{
    const struct tn_area_lanes *lanes = &w->lanes;
    double mean = 0, square = 0, curve = 0;

    for (size_t k = 0; k < lanes->width; k++) {
        mean += lanes->weight[k] * lanes->sum[k];
        square += lanes->weight[k] * lanes->sum[k] * lanes->sum[k];
        for (size_t i = 0; i < rows; i++)
            curve += lanes->weight[k] * lanes->curve[i * LANES + k];
    }
    *g = mean;
    *h = square - mean * mean - curve;
}

double tn_leaf_at(struct tn_leaves *w, size_t area, double offset, int want, double g[],
                  double h[])
{
    struct tn_area_rows rows = rows_of(w, area);
    size_t n = tn_leaves_size(w, want);
    double sd = w->at.sd[0], scale = sd > 0 ? find_mode(w, &rows, area, offset) : 1;
    struct tn_area_effect effect = {offset,   sd,      w->mode[area], scale,
                                    w->nodes, w->node, w->log_weight};

    double value = tn_area_nodes(&rows, &effect, &w->lanes);
    if (n > 0)
        tn_area_slopes(&rows, &w->lanes);
    memset(g, 0, n * sizeof(double));
    memset(h, 0, n * n * sizeof(double));
    if (want & TN_FULL)
        full(w, area, g, h);
    else if (want & TN_SLOPE)
        slope_alone(w, rows.rows, g, h);
    return value;
}

/* ---- moments -------------------------------------------------------------------------
 */

void tn_leaf_moments(const struct tn_leaves *w, double offset, double moment[TN_MOMENTS],
                     double total[2])
{
    const struct tn_area_lanes *lanes = &w->lanes;
    double power[LANES], factor = 1;

    memcpy(power, lanes->weight, lanes->width * sizeof(double));
    for (size_t r = 0; r < TN_MOMENTS; r++) {
        double sum = 0;
        for (size_t k = 0; k < lanes->width; k++)
            sum += power[k] *= lanes->z[k];
        factor *= w->at.sd[0];
        moment[r] = factor * sum;
    }
    total[0] = offset + moment[0];
    total[1] = offset * (offset + 2 * moment[0]) + moment[1];
}

/* The rows' log likelihood at node k: its second and third derivatives by the offset. */
static void bend_at(const struct tn_leaves *w, size_t area, size_t k, double *second,
                    double *third)
{
    size_t from = w->panel->first[0][area];

    *second = *third = 0;
    for (size_t i = from; i < w->panel->first[0][area + 1]; i++) {
        double curve = w->lanes.curve[(i - from) * LANES + k], n = w->panel->at_risk[i];
        double left = w->panel->exits[i] - w->lanes.slope[(i - from) * LANES + k];
        *second -= curve;
        *third -= n > 0 ? curve * (1 - 2 * left / n) : 0;
    }
}

/* Derivatives of an average over nodes go on by covariances: with S the slope at a node,
 * d E[f] = E[df] + Cov(f, S). */
struct tn_leaf_bends tn_leaf_bends_of(const struct tn_leaves *w, size_t area)
{
    const struct tn_area_lanes *lanes = &w->lanes;
    double s = 0, z = 0, c = 0;   // means of slope, effect's z and curvature
    struct tn_leaf_bends bends = {0};

    for (size_t k = 0; k < lanes->width; k++) {
        double second, third;
        bend_at(w, area, k, &second, &third);
        s += lanes->weight[k] * lanes->sum[k];
        z += lanes->weight[k] * lanes->z[k];
        c += lanes->weight[k] * second;
    }
    for (size_t k = 0; k < lanes->width; k++) {
        double second, third, ds = lanes->sum[k] - s, weight = lanes->weight[k];
        bend_at(w, area, k, &second, &third);
        double bend = (second - c) + ds * ds;
        bends.third += weight * (third + 2 * (second - c) * ds + bend * ds);
        bends.mean1 += weight * w->at.sd[0] * (lanes->z[k] - z) * ds;
        bends.mean2 += weight * w->at.sd[0] * (lanes->z[k] - z) * bend;
    }
    return bends;
}
