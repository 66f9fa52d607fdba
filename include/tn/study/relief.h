/* SPDX-License-Identifier: GPL-3.0-or-later */
/* relief.h -- what it does to both quotas when a service takes poor households below the
 * rule's deprivations, so that they become near-poor.
 *
 * The forecast is made twice: for the plan as it is, and for the plan without the
 * fallen households among its poor. They count as exits from poverty and stand among the
 * near-poor at the year's end. Which villages they live in is not known: they are taken
 * from all in proportion to their poor, by largest remainder, planned and unplanned
 * alike.
 */
#ifndef TN_STUDY_RELIEF_H
#define TN_STUDY_RELIEF_H

#include "tn/study/forecast.h"

struct tn_relief_side {
    struct tn_odds poor_gross, poor_net, near_poor_gross, near_poor_net;
    double poor_exits, poor_end, near_poor_end;   // means
};

struct tn_relief {
    long fallen;
    struct tn_relief_side as_is, relieved;
};

/* The plan with fallen fewer poor households, counted only; fallen from 0 to all. */
struct tn_commune tn_relief_plan(struct tn_arena *arena, const struct tn_commune *commune,
                                 long fallen);

struct tn_relief_question {
    const struct tn_commune *commune;
    const struct tn_model *model;
    const struct tn_forecast_options *options;
    long fallen;
};

TN_CHECKED enum tn_fault tn_relief_of(struct tn_arena *arena,
                                      const struct tn_relief_question *question,
                                      struct tn_relief *relief, struct tn_err *err);

#endif
