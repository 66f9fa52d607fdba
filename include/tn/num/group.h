/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group.h -- how many of some households count, for every value of a shared effect.
 *
 * Given the sum s of the effects (tn/num/grid.h) households are independent, and each
 * exits with chance expit(its logit + s). It is counted with one chance if it exits and
 * with another if it does not. Laws and rows are as in tn/num/lanes.h.
 *
 * In the course of a year some exits have been reported already: then the law is that of
 * the year's end given the number reported.
 */
#ifndef TN_NUM_GROUP_H
#define TN_NUM_GROUP_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/grid.h"

/* n alike households of one place. */
struct tn_group {
    size_t place;   // 0..places-1
    size_t risk;    // which of the logits is theirs
    size_t n;
    double stays;   // chance to be counted of one that does not exit, in [0, 1]
    double exits;   // chance to be counted of one that does
    size_t pool;    // among which households the reports count theirs; 0 without reports
};

/* For each risk a row of P(exit | s) and one of P(no exit | s). */
struct tn_risks {
    size_t width;   // lanes of the grid
    double *exits, *stays;
};

/* Logits may be infinite. Accuracy: 4 eps relative, at both ends.
 * Cost: one exp a lane, two divisions a lane and risk. */
struct tn_risks tn_risks_from(struct tn_arena *arena, const struct tn_grid *grid,
                              size_t risks, const double logit[]);

/* Households in some groups. */
size_t tn_group_households(size_t groups, const struct tn_group group[]);

/* The law given s of how many of the groups' n households count, n + 1 rows. */
double *tn_group_law(struct tn_arena *arena, const struct tn_risks *chances,
                     size_t groups, const struct tn_group group[]);

/* What is known of some households in the course of the year. */
struct tn_report {
    long seen;      // exits reported so far, all of them true; below 0: no report
    double share;   // chance that an exit of this year is reported by now, in [0, 1]
};

/* The law given s and the report; the row like becomes P(report | s). Where that is 0 so
 * is the law. Requires report->seen <= n. Cost: seen x n^2 multiply-adds a lane. */
double *tn_group_law_given(struct tn_arena *arena, const struct tn_risks *chances,
                           size_t groups, const struct tn_group group[],
                           const struct tn_report *report, double like[]);

#endif
