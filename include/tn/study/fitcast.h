/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fitcast.h -- forecasts of a year yet to come straight from a fitted posterior.
 *
 * The law of a sum of exits is averaged over nodes of the posterior (beta, spreads and
 * the areas' effects together, with all that ties them), over a new year's effect and
 * over what each area's effect may still be; households are independent given these.
 */
#ifndef TN_STUDY_FITCAST_H
#define TN_STUDY_FITCAST_H

#include "tn/study/backtest.h"
#include "tn/study/fit.h"

/* Households of one kind in one village; names as in the history. */
struct tn_fitcast_row {
    const char *village, *commune, *district;
    enum tn_status status;
    bool planned;
    long at_risk;
    const double *x;   // what its households show of the fit's terms; null: nothing
};

/* P(k of the rows' households exit), k = 0..sum of at_risk, into pmf. Villages that the
 * history does not know get the population's effect. Rows of a village follow one
 * another. nodes: of the posterior, that the law is averaged over; 0: TN_FITCAST_FEW, by
 * which a mean is right to some 0.05 of its sd; SIZE_MAX: all, by which it is as exact as
 * the posterior. Above 2,000 households the sum is taken as normal given effects.
 * Cost: nodes * 9 * households^2 / 2. */
enum { TN_FITCAST_FEW = 64 };
void tn_fitcast_law(struct tn_arena *arena, const struct tn_fit *fit, size_t rows,
                    const struct tn_fitcast_row row[], size_t nodes, double pmf[]);

/* A forecaster for tn_backtest_of that fits the past and forecasts from it. */
struct tn_fit_forecaster {
    const struct tn_model *prior;
};

TN_CHECKED enum tn_fault tn_fit_forecast(struct tn_arena *arena, void *self,
                                         const struct tn_origin *origin, double *pmf[],
                                         struct tn_err *err);

#endif
