/* SPDX-License-Identifier: GPL-3.0-or-later */
/* district.h -- several communes at once: the quota of all, and each one's fair part.
 *
 * A year that is good for a commune is partly a year that is good for the whole
 * district. The communes' year effects are e = d + r: d is shared by all of them and has
 * the given part of the variance, r is each commune's own. So each commune alone is
 * forecast as ever, but their sum is less certain than if the communes were independent.
 * Uncertain parameters are one truth for all communes that have the same model.
 */
#ifndef TN_STUDY_DISTRICT_H
#define TN_STUDY_DISTRICT_H

#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/forecast.h"

/* One status of a commune, or of the district. */
struct tn_part {
    long base, quota;
    struct tn_distribution exits;
    struct tn_odds quota_met;
    long realistic[3];   // met with probability 0.5, 0.8, 0.9
    long fair;           // of the district's quota; the district's own: the sum
    double p_fair;       // the district's: the smallest of the communes'
};

struct tn_district {
    size_t communes;
    double shared;                       // part of the year's variance
    struct tn_part *part[TN_STATUSES];   // per commune; last: the district
    long points;                         // parameter points averaged over
};

struct tn_district_options {
    struct tn_forecast_options forecast;
    double shared;   // 0..1
};

/* The default of shared; elicited: a commune's years move half with its district's. */
extern const double tn_district_shared;

/* commune and model: n of each.
 * Accuracy: as of a forecast; the district's effect by a trapezoid sum to 1e-12
 * where exact, 1e-6 at a point of many.
 * Cost: some 25 laws a commune and point; of 1,024 points where parameters are uncertain.
 */
struct tn_district tn_district_of(struct tn_arena *arena, size_t n,
                                  const struct tn_commune *const commune[],
                                  const struct tn_model *const model[],
                                  const struct tn_district_options *options);

#endif
