/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nest_panel.h -- a small panel of three levels, for the tests of what integrates it. */
#ifndef TESTS_NEST_PANEL_H
#define TESTS_NEST_PANEL_H

#include "check.h"
#include "tn/num/nested.h"

/* 2 districts of 2 communes, of 1 to 2 villages, of 1 to 3 rows; two years. */
enum { ROWS = 12, FIXED = 2, YEARS = 2 };
static const size_t village[] = {0, 1, 3, 5, 8, 9, 12}, commune[] = {0, 2, 3, 5, 6},
                    district[] = {0, 2, 4};
static const size_t year[ROWS] = {0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1};
static const double n[ROWS] = {5, 9, 3, 20, 1, 7, 40, 2, 6, 11, 4, 8};
static const double y[ROWS] = {1, 4, 0, 3, 1, 0, 31, 0, 6, 2, 1, 5};
static const double x[ROWS * FIXED] = {1, 0.3, 1, -0.7, 1, 1.2, 1, 0.1,  1, 0,   1, -1.1,
                                       1, 0.9, 1, 0.4,  1, 2,   1, -0.2, 1, 0.6, 1, 0.8};

static struct tn_panel panel_of(size_t levels)
{
    return (struct tn_panel){.rows = ROWS,
                             .fixed = FIXED,
                             .years = YEARS,
                             .levels = levels,
                             .at_risk = n,
                             .exits = y,
                             .x = x,
                             .year = year,
                             .areas = {6, 4, 2},
                             .first = {village, commune, district}};
}

/* Some place, by the case at work (tests/check.h). */
static struct tn_nested_at draw_at(double beta[], double shock[])
{
    for (size_t j = 0; j < FIXED; j++)
        beta[j] = 3 * case_uniform(j) - 1.5;
    for (size_t t = 0; t < YEARS; t++)
        shock[t] = 3 * case_uniform(10 + t) - 1.5;
    return (struct tn_nested_at){
        .beta = beta,
        .shock = shock,
        .year_sd = case_uniform(20),
        .sd = {0.1 + case_uniform(30), 0.1 + case_uniform(31), 0.1 + case_uniform(32)}};
}

#endif
