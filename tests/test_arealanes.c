/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the same sums in long double, node by node; lanes start as NAN, so that none is
 * used that was not laid out. */
#include "check.h"

#include <string.h>

#include "tn/num/arealanes.h"

enum { ROWS = 3 };

static const double at_risk[ROWS] = {41, 7, 130}, exits[ROWS] = {13, 2, 11};
static const double odds[ROWS] = {0.4127, 0.1931, 0.0713};

static const struct tn_area_rows rows = {ROWS, at_risk, exits, odds, 26};

/* log likelihood without exits log(odds), of log odds more by shift. */
static long double log_likelihood(double shift)
{
    long double sum = 26 * (long double)shift;

    for (int i = 0; i < ROWS; i++)
        sum -= at_risk[i] * logl(1 + odds[i] * expl(shift));
    return sum;
}

static void check_slopes(const struct tn_area_lanes *lanes, size_t k)
{
    long double all = 0;

    for (size_t i = 0; i < ROWS; i++) {
        long double o = odds[i] * expl(lanes->shift[k]), p = o / (1 + o);
        long double slope = exits[i] - at_risk[i] * p;
        double most = 1e-13 * at_risk[i];
        all += slope;
        assert_true(fabsl(lanes->slope[i * TN_AREA_LANES + k] - slope) <= most);
        check_rel(lanes->curve[i * TN_AREA_LANES + k], (double)(at_risk[i] * p * (1 - p)),
                  1e-13);
    }
    assert_true(fabsl(lanes->sum[k] - all) <= 3e-11);
}

static void check_area(double sd, size_t nodes)
{
    struct tn_area_lanes lanes;
    double node[TN_AREA_LANES], log_weight[TN_AREA_LANES];
    double slope[ROWS * TN_AREA_LANES], curve[ROWS * TN_AREA_LANES];
    long double term[TN_AREA_LANES], sum = 0;
    struct tn_area_effect effect = {-0.2113, sd, 0.3172, 0.6181, nodes, node, log_weight};
    size_t used = sd > 0 ? nodes : 1;

    memset(&lanes, 0xff, sizeof lanes);   // NAN
    for (size_t k = 0; k < TN_AREA_LANES; k++)
        lanes.value[k] = 42;
    lanes.slope = slope, lanes.curve = curve;
    for (size_t k = 0; k < nodes; k++) {
        node[k] = 6 * ((double)k + 0.5) / (double)nodes - 3;
        log_weight[k] = -0.31 - 0.17 * node[k];
    }
    double got = tn_area_nodes(&rows, &effect, &lanes);
    tn_area_slopes(&rows, &lanes);
    assert_int_equal(lanes.width, (used + 7) / 8 * 8);
    for (size_t k = 0; k < used; k++) {
        double z = sd > 0 ? 0.3172 + 0.6181 * node[k] : 0, shift = sd * z - 0.2113;
        check_rel(lanes.z[k], z, 1e-15);
        check_rel(lanes.shift[k], shift, 1e-14);
        term[k] = expl(log_likelihood(shift) - z * z / 2 + (sd > 0 ? log_weight[k] : 0));
        sum += term[k];
    }
    check_rel(got, (double)logl((sd > 0 ? 0.6181 : 1) * sum), 1e-14);
    for (size_t k = 0; k < lanes.width; k++) {
        check_rel(lanes.weight[k], k < used ? (double)(term[k] / sum) : 0, 1e-11);
        check_slopes(&lanes, k);
    }
    assert_true(lanes.width == TN_AREA_LANES ||
                !(fabs(lanes.value[lanes.width] - 42) > 0));
}

static void agrees_with_plain_sums(void **state)
{
    (void)state;
    check_area(0.5271, 1);
    check_area(0.5271, 5);
    check_area(0.5271, 8);
    check_area(1.9127, 17);
    check_area(0.5271, TN_AREA_LANES);
    check_area(0, 5);
}

static void derivatives_are_those_of_the_likelihood(void **state)
{
    (void)state;
    for_cases (20) {
        double x = 6 * case_uniform(0) - 3, slope, curve, h = 1e-3;
        long double up = log_likelihood(x + h), down = log_likelihood(x - h);
        long double first = 0, second = 0;
        for (int i = 0; i < ROWS; i++) {
            long double o = odds[i] * expl(x), p = o / (1 + o);
            first += exits[i] - at_risk[i] * p, second -= at_risk[i] * p * (1 - p);
        }
        tn_area_slope(&rows, x, &slope, &curve);
        assert_true(fabsl(slope - first) < 1e-11 && fabsl(curve - second) < 1e-11);
        assert_true(fabsl(slope - (up - down) / (2 * h)) < 1e-4);
    }
}

/* Far out every chance is 0 or 1: nothing overflows. */
static void far_offsets_are_held(void **state)
{
    (void)state;
    double slope, curve, x[] = {-700, 0, 1, 700}, to[4];

    tn_area_slope(&rows, 1e4, &slope, &curve);
    check_rel(slope, 26 - 178, 0);
    assert_true(curve <= 0 && curve > -1e-90);
    tn_area_slope(&rows, -1e4, &slope, &curve);
    check_rel(slope, 26, 0);
    assert_true(curve <= 0 && curve > -1e-90);
    tn_area_exp(4, x, to);
    for (int k = 0; k < 4; k++)
        check_rel(to[k], exp(x[k]), 1e-15);
}

int main(void)
{
    const struct CMUnitTest arealanes[] = {
        cmocka_unit_test(agrees_with_plain_sums),
        property(derivatives_are_those_of_the_likelihood),
        cmocka_unit_test(far_offsets_are_held),
    };
    return cmocka_run_group_tests(arealanes, NULL, NULL);
}
