/* SPDX-License-Identifier: GPL-3.0-or-later */
/* whatif.h -- the plan as it is beside the plan as it might be; what the answer hangs on;
 * and whom to support.
 *
 * A scenario (tn/study/scenario.h) is forecast at the same parameter points as the plan,
 * replicate by replicate, so that what both share drops out of their difference.
 */
#ifndef TN_STUDY_WHATIF_H
#define TN_STUDY_WHATIF_H

#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/chance.h"
#include "tn/study/forecast.h"
#include "tn/study/scenario.h"

struct tn_whatif {
    struct tn_forecast plan, scenario;
    /* Scenario less plan; the error is that of the difference, 0 where exact. */
    struct tn_odds quota_met[TN_STATUSES], net_met[TN_STATUSES];
};

/* The plan without and with the model's scenario. Fails as tn_forecast_of.
 * Cost: two forecasts. */
TN_CHECKED enum tn_fault tn_whatif_of(struct tn_arena *arena,
                                      const struct tn_commune *commune,
                                      const struct tn_model *model,
                                      const struct tn_forecast_options *options,
                                      struct tn_whatif *whatif, struct tn_err *err);

/* ---- what the answer hangs on ---- */

/* An exact forecast in few numbers. */
struct tn_glance {
    double met[TN_STATUSES], both;                 // P(quota met), P(both)
    double exits[TN_STATUSES], end[TN_STATUSES];   // expected
};

/* One parameter at its 5 and 95 % quantiles, all others at their medians. */
struct tn_swing {
    const char *name;   // as in model.csv
    int status;         // enum tn_status, or TN_UNKNOWN
    double low, high;   // of the parameter
    struct tn_glance at_low, at_high;
};

struct tn_sensitivity {
    struct tn_glance middle;   // all at their medians
    size_t swings;
    struct tn_swing *swing;   // uncertain parameters alone, the widest first
};

/* Widest by the larger of the two changes of P(quota met).
 * Cost: two exact forecasts a parameter. */
struct tn_sensitivity tn_sensitivity_of(struct tn_arena *arena,
                                        const struct tn_commune *commune,
                                        const struct tn_model *model);

/* ---- whom to support ---- */

/* What support does: it makes the exit sure, or adds to the logit. */
struct tn_support_options {
    enum tn_status status;   // whose quota
    size_t households;       // how many can be supported
    double shift;            // INFINITY: their exit is sure
    struct tn_forecast_options forecast;
};

struct tn_support {
    struct tn_classes classes;
    size_t steps;    // fewer than asked for where there are fewer households
    size_t *class;   // of the household that each step adds
    double *met;     // P(quota met): met[0] as the plan stands, met[i] after i steps
};

/* One household after another, each time one whose support adds most; the chances are
 * exact given the parameters, averaged over 256 points where these are uncertain.
 * Cost: a law with leverages a step and point. */
struct tn_support tn_support_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_support_options *options);

#endif
