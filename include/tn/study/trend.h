/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend.h -- how each indicator's share moves over the reviews, and where it is heading.
 *
 * Reviews of different years are taken as independent samples of the risk behind them.
 * Two years give a difference with Newcombe's interval; three and more a test for trend
 * (Cochran-Armitage) and a logit slope whose years scatter about the line:
 *
 *     logit p_t = b0 + b1 (t - middle) + e_t,    e_t ~ N(0, sigma^2)
 *
 * with b0 ~ N(0, 2.5^2), b1 ~ N(0, 0.5^2), sigma half-normal(0.5): a share seldom moves
 * by more than a log odds of 1 in a year. The scatter is integrated over, so that the
 * next year's forecast is not too sure.
 */
#ifndef TN_STUDY_TREND_H
#define TN_STUDY_TREND_H

#include "tn/base/fault.h"
#include "tn/num/adjust.h"
#include "tn/num/blend.h"
#include "tn/num/proportion.h"
#include "tn/study/prevalence.h"

struct tn_trend_point {
    int year;
    const char *standard;   // of poverty, as the file names it; "" where it does not
    struct tn_counted at;
    double share, low, high;
};

struct tn_outlook {
    int year;
    long n;             // households it is made for: as many as in the last year
    double mean;        // share
    double low, high;   // 5 % and 95 %
    double *at_most;    // 0..n: P(deprived <= k)
};

struct tn_trend {
    enum tn_status status;
    size_t indicator, points;
    struct tn_trend_point *point;           // by year, counts that are certain only
    struct tn_compared difference, ratio;   // first to last year; NAN with one year
    double yearly, growth;                  // difference a year; rate of growth a year
    struct tn_trend_test test;              // NAN with fewer than 3 years
    double p;                               // of the test, or of the difference; adjusted
    bool modelled;                          // 3 years or more
    struct tn_marginal slope;               // log odds a year
    struct tn_marginal scatter;             // sd of the years about the line
    struct tn_outlook next;
};

/* A plan's goal beside the latest review. */
struct tn_goal_status {
    const struct tn_goal *goal;
    int year;           // 0: no review gives the indicator
    long n, deprived;   // of the goal's status, or both
    double served;      // share not deprived
    long missing;       // households to serve before the goal is met
    double p_met;       // in the year after the latest, by the trend; NAN: no trend
};

struct tn_trends {
    size_t n, goals;
    struct tn_trend *trend;
    struct tn_goal_status *goal;
    int first_year, last_year;   // 0 where nothing is known
    size_t years;                // distinct
    bool standards_differ;       // along some series
    int break_year;              // the first year under another standard
};

struct tn_trend_options {
    double level;
    enum tn_interval_method method;
    enum tn_p_adjustment adjust;
};

/* Series of a commune's indicators.csv.
 * Fails with TN_EMATH where a posterior is not found (never seen with these priors). */
TN_CHECKED enum tn_fault tn_trends_of(struct tn_arena *arena,
                                      const struct tn_commune *commune,
                                      const struct tn_trend_options *options,
                                      struct tn_trends *trends, struct tn_err *err);

/* What a change of M0 comes from. Parts add up to the change.
 * Source: [Shapley1953] as in [Alkire2015] 9.3. */
struct tn_m0_split {
    double change, incidence, intensity;
};
struct tn_m0_split tn_m0_split(double h1, double a1, double h2, double a2);

/* Of one group: what its own M0 has moved, and what its share of the households. */
struct tn_group_split {
    double within, share;
};
struct tn_group_split tn_group_split(double share1, double m1, double share2, double m2);

#endif
