/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota.h -- what could be asked of a commune and of each of its villages.
 *
 * From the forecast: the quota that would be met with a given confidence; the fair way to
 * share the commune's quota out over its villages; the price of certainty; and which
 * households the commune's quota hangs on.
 */
#ifndef TN_STUDY_QUOTA_H
#define TN_STUDY_QUOTA_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/chance.h"
#include "tn/study/forecast.h"

/* A quota of a village, and how likely it is met. */
struct tn_asked {
    long quota;
    double p;   // 1 for a quota of 0
};

struct tn_village_quota {
    struct tn_asked given, fair;
    long realistic[3];   // as in tn/study/forecast.h
};

struct tn_status_quota {
    long total;                         // shared out, and what leverages are about
    struct tn_village_quota *village;   // per village
    double least_given, least_fair;     // the least certain village's probability
    double every_given, every_fair;     // P(every village meets its own)
    bool too_many;                      // the total asked for is more than the households
};

/* Of one household of a class, against the commune's quota of its status. */
struct tn_class_leverage {
    double chance;   // of its exit
    double gain;     // of P(quota met) per unit of that chance (tn/num/leverage.h)
    double sure;     // what P(quota met) gains if its exit is made sure
};

struct tn_quota {
    struct tn_forecast forecast;
    struct tn_classes classes;
    struct tn_status_quota status[TN_STATUSES];
    struct tn_class_leverage *leverage;   // per class
    double error;   // standard error of the worst gain; 0 where exact
};

/* The largest quota of the commune that is met with confidence c in (0, 1]. */
long tn_quota_at(const struct tn_quota *quota, int status, double c);

struct tn_quota_options {
    struct tn_forecast_options forecast;
    long total[TN_STATUSES];   // to be shared out; TN_UNKNOWN: the commune's quota
};

/* Fails as tn_forecast_of.
 * Cost: a forecast, and 1,024 points with leverages where parameters are uncertain, down
 * to 32 of more than 2,048 households. */
TN_CHECKED enum tn_fault tn_quota_of(struct tn_arena *arena,
                                     const struct tn_commune *commune,
                                     const struct tn_model *model,
                                     const struct tn_quota_options *options,
                                     struct tn_quota *quota, struct tn_err *err);

#endif
