/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backtest.h -- how good forecasts of past years would have been.
 *
 * Rolling origin: for each year of a history but the first, a forecaster is shown the
 * years before it and asked how many households will exit, of each area and status and
 * of each commune and status; what happened then scores the answer. Two others that
 * anybody could make are scored beside it: that the plan comes true (every planned
 * household exits, no other), and that last year's share repeats itself.
 *
 * The outcomes of one year share a shock, so that the uncertainty of a mean score is
 * taken from the differences between years.
 */
#ifndef TN_STUDY_BACKTEST_H
#define TN_STUDY_BACKTEST_H

#include "tn/base/arena.h"
#include "tn/base/fault.h"
#include "tn/data/commune.h"
#include "tn/num/interval.h"
#include "tn/num/reliability.h"
#include "tn/num/score.h"

/* How many of some rows' households exit together, in one year? */
struct tn_question {
    int year;
    enum tn_status status;
    const char *village;   // null: all areas of the commune together
    const char *commune, *district;
    size_t rows;
    const size_t *row;     // indices into the coming rows
    long at_risk, quota;   // households; those of planned rows
};

/* What is known and what is asked when a year is forecast. Rows are by district,
 * commune, village, year and status. */
struct tn_origin {
    int year;
    size_t pasts, comings, questions;
    const struct tn_history *past;     // of earlier years
    const struct tn_history *coming;   // of the year: what happened is TN_UNKNOWN
    const struct tn_question *question;
};

/* Answers every question q with a law on 0..at_risk, pmf[q][k] = P(k exit); room for
 * it is there. self is the forecaster's own. */
typedef enum tn_fault tn_forecaster(struct tn_arena *arena, void *self,
                                    const struct tn_origin *origin, double *pmf[],
                                    struct tn_err *err);

/* TN_SAYS_PLAN is sure of the quota. TN_SAYS_LAST_YEAR is binomial with the share
 * (x + 1/2) / (n + 1) of the last earlier year in which the same area and status had n
 * households and x exits; an area without one gets that of its status in all areas. */
enum { TN_SAYS_MODEL, TN_SAYS_PLAN, TN_SAYS_LAST_YEAR, TN_SAYERS };

enum { TN_COVERS = 3, TN_PIT_BINS = 10 };
extern const double tn_cover_level[TN_COVERS];   // 0.5, 0.8, 0.9

struct tn_answer {
    double mean;
    long low[TN_COVERS], high[TN_COVERS];   // central intervals: quantiles of the law
    double reach[TN_COVERS];                // what the law itself gives them
    double p_quota;
    double ranked, log, brier;   // brier NAN where there is no quota
    struct tn_pit pit;
};

struct tn_past_forecast {
    struct tn_question about;
    long exits;
    struct tn_answer by[TN_SAYERS];
};

struct tn_scorecard {
    struct tn_clustered ranked, log, brier;
    struct tn_clustered less_than_plan;   // ranked score less that of the plan
    struct tn_clustered cover[TN_COVERS];
    double reach[TN_COVERS];   // mean coverage that the laws themselves expect
    double pit[TN_PIT_BINS];   // histogram; sums to 1
    double pit_p;              // of its being flat: tn_pit_flat
};

/* Scores of one kind of question: areas, or whole communes. */
struct tn_backtest_scores {
    size_t forecasts, with_quota;
    struct tn_scorecard by[TN_SAYERS];
    struct tn_clustered gap;   // model's P(quota met) less whether it was
    bool off;   // the gap is more than years bring about by chance (95 %, Student's t)
    struct tn_reliability quota;   // of the model's P(quota met); all 0 for none
    struct tn_bin bin[TN_PIT_BINS];
    struct tn_interval range[TN_PIT_BINS];   // of the share met: Wilson's, 90 %, as if
                                             // every forecast stood alone
};

struct tn_backtest {
    size_t years;   // that were forecast
    int first, last;
    size_t forecasts;
    struct tn_past_forecast *forecast;   // by year, district, commune, village, status;
                                         // a commune after its areas
    struct tn_backtest_scores areas, communes;   // communes of one area are not asked for
};

struct tn_backtest_options {
    int from;   // the first year to forecast; 0: the second of the history
    tn_forecaster *forecaster;
    void *self;
};

/* Questions without households are not asked.
 * Fails with TN_EDATA where no year has an earlier one, or where more than a million
 * households are asked about together; else as the forecaster does.
 * Cost: one call of the forecaster a year; scores linear in households. */
TN_CHECKED enum tn_fault tn_backtest_of(struct tn_arena *arena, size_t rows,
                                        const struct tn_history row[],
                                        const struct tn_backtest_options *options,
                                        struct tn_backtest *backtest, struct tn_err *err);

#endif
