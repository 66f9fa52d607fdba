/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/arealanes.h"

#include "tn/num/clones.h"
#include "tn/num/vectormath.h"

#include <math.h>
#include <stdbool.h>

enum { LANE = 8 };

static const double TOP = 250;   // |log odds| are held below: exp(2 * 250) is finite

static double within(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

void tn_area_slope(const struct tn_area_rows *r, double offset, double *slope,
                   double *curve)
{
    double factor = tn_vector_exp(within(offset, -TOP, TOP));

    *slope = r->all_exits;
    *curve = 0;
    for (size_t i = 0; i < r->rows; i++) {
        double odds = r->odds[i] * factor, stay = 1 / (1 + odds), p = odds * stay;
        *slope -= r->at_risk[i] * p;
        *curve -= r->at_risk[i] * p * stay;
    }
}

TN_CLONES void tn_area_exp(size_t n, const double x[], double to[])
{
    for (size_t k = 0; k < n; k++)
        to[k] = tn_vector_exp(x[k]);
}

/* value[k] -= n log(1 + odds factor[k]) for each row. */
TN_CLONES static void take_logs(const struct tn_area_rows *r, size_t width,
                                const double factor[], double value[])
{
    for (size_t i = 0; i < r->rows; i++) {
        double n = r->at_risk[i], odds = r->odds[i];
        for (size_t k = 0; k < width; k++)
            value[k] -= n * tn_vector_log(1 + odds * factor[k]);
    }
}

static void lay_out(const struct tn_area_rows *r, const struct tn_area_effect *e,
                    struct tn_area_lanes *lanes)
{
    size_t n = e->sd > 0 ? e->nodes : 1;

    lanes->width = (n + LANE - 1) / LANE * LANE;
    for (size_t k = 0; k < lanes->width; k++) {
        bool node = k < n && e->sd > 0;
        double z = node ? e->mode + e->scale * e->node[k] : 0;
        lanes->z[k] = z;
        lanes->shift[k] = within(e->offset + e->sd * z, -TOP, TOP);
        lanes->value[k] = r->all_exits * lanes->shift[k] - z * z / 2 +
                          (node ? e->log_weight[k] : 0);
    }
}

double tn_area_nodes(const struct tn_area_rows *r, const struct tn_area_effect *e,
                     struct tn_area_lanes *lanes)
{
    size_t n = e->sd > 0 ? e->nodes : 1;
    double top, sum = 0;

    lay_out(r, e, lanes);
    tn_area_exp(lanes->width, lanes->shift, lanes->factor);
    take_logs(r, lanes->width, lanes->factor, lanes->value);
    top = lanes->value[0];
    for (size_t k = 1; k < n; k++)
        top = lanes->value[k] > top ? lanes->value[k] : top;
    for (size_t k = 0; k < lanes->width; k++)
        lanes->value[k] = k < n ? within(lanes->value[k] - top, -TOP, 0) : -TOP;
    tn_area_exp(lanes->width, lanes->value, lanes->weight);
    for (size_t k = 0; k < lanes->width; k++)
        sum += lanes->weight[k] = k < n ? lanes->weight[k] : 0;
    for (size_t k = 0; k < n; k++)
        lanes->weight[k] /= sum;
    return top + log((e->sd > 0 ? e->scale : 1) * sum);
}

TN_CLONES void tn_area_slopes(const struct tn_area_rows *r, struct tn_area_lanes *lanes)
{
    size_t width = lanes->width;

    for (size_t k = 0; k < width; k++)
        lanes->sum[k] = 0;
    for (size_t i = 0; i < r->rows; i++) {
        double n = r->at_risk[i], y = r->exits[i], odds = r->odds[i];
        double *slope = lanes->slope + i * TN_AREA_LANES;
        double *curve = lanes->curve + i * TN_AREA_LANES;
        for (size_t k = 0; k < width; k++) {
            double stay = 1 / (1 + odds * lanes->factor[k]);
            double share = odds * lanes->factor[k] * stay;
            slope[k] = y - n * share;
            curve[k] = n * share * stay;
            lanes->sum[k] += slope[k];
        }
    }
}
