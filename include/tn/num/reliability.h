/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reliability.h -- whether events forecast with chance p happen in a share p of cases.
 *
 * Where the chances agree with the shares, forecasts are calibrated; where the shares
 * differ much between them, they tell cases apart. The Brier score is the sum of both,
 * less, and what the events themselves leave uncertain, cut up in two ways: by bins of
 * p, which is exact only with two terms for what varies inside a bin, and by the best
 * monotone recalibration, which needs no bins.
 */
#ifndef TN_NUM_RELIABILITY_H
#define TN_NUM_RELIABILITY_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"

/* One point of a reliability diagram. */
struct tn_bin {
    size_t n;
    double forecast, happened;   // mean p, share of events; NAN for n = 0
};

/* brier = reliability - resolution + uncertainty + within_variance - within_covariance
 *       = miscalibration - discrimination + uncertainty. */
struct tn_reliability {
    double brier, log;   // mean scores
    double reliability, resolution, uncertainty;
    double within_variance, within_covariance;   // the latter is twice the covariance
    double miscalibration, discrimination;       // of the monotone recalibration
    double calibration_error;   // mean |forecast - happened| over bins, by their n
    double intercept, slope;    // logit P(event) = intercept + slope logit p; 0 and 1 are
                                // ideal; NAN where no finite fit exists
    double auc;   // P(p of an event > p of a non-event), ties half; NAN if all alike
};

/* n > 0 forecasts p in [0, 1] and what happened; bin[b] receives those with
 * b <= bins p < b + 1 (p = 1: the last).
 * Accuracy: absolute n eps; intercept and slope relative 1e-10.
 * Cost: n log n; work space of 2 n numbers is given back.
 * Source: [Murphy1973], [StephensonCoelhoJolliffe2008] for the bins' inner terms,
 * [DimitriadisGneitingJordan2021] for the monotone ones. */
struct tn_reliability tn_reliability_of(struct tn_arena *arena, size_t n,
                                        const double p[], const bool happened[],
                                        size_t bins, struct tn_bin bin[]);

#endif
