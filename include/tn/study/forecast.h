/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forecast.h -- how the plan year may end: exits, flows and rates against the quotas.
 *
 * Given its parameters the model is computed exactly (tn/num/effects.h): the laws of
 * gross exits and of the poor and near-poor left at the year's end, for every village
 * and the commune. Uncertain parameters are averaged over by randomised quasi-Monte
 * Carlo; a probability then has an error, the standard error over its replicates.
 *
 * A quota is met in one of three ways, and each has its own probability: gross exits
 * reach it; the net reduction (start less end of year) reaches it; the end-of-year rate
 * does not exceed the rate printed in the plan, cut to the digits printed.
 */
#ifndef TN_STUDY_FORECAST_H
#define TN_STUDY_FORECAST_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/chance.h"
#include "tn/study/model.h"
#include "tn/study/total.h"

enum tn_method { TN_EXACT, TN_CONDITIONAL, TN_SIMULATED };

/* The law of a count. One whose range is too wide to keep count by count is kept in
 * cells of step counts: pmf[k] is then the chance of ((k - 1) step, k step], and its
 * quantiles are interpolated within a cell. */
struct tn_distribution {
    size_t n;
    long step;     // 1 but for the widest
    double *pmf;   // n + 1; the last cell holds what lies beyond too
    double mean, sd;
    long q05, q25, q50, q75, q95;   // smallest x with P(X <= x) >= level
};

/* A probability and the standard error it was computed with; 0 where it is exact. */
struct tn_odds {
    double p, error;
};

/* A printed end-of-year rate. */
struct tn_target {
    const char *section;   // of the plan
    double percent;        // as printed; NAN: none printed
    int decimals;
    long most;   // the largest number of households that meets it
    struct tn_odds met;
};

/* Expected households that move in the year, in the ministry's layout. */
struct tn_flows {
    double to_near_poor;   // poor exits that land among the near-poor
    double above_line;     // exits above the line: of the poor, or of the near-poor
    double to_poor;        // near-poor that fall to poor; for the poor: those that come
    double entry;          // relapsed and new
    double end;
};

struct tn_outcome {
    long base, quota;
    struct tn_distribution exits, end;
    struct tn_odds quota_met, net_met;
    long realistic[3];   // largest quota met with probability 0.5, 0.8, 0.9
    struct tn_flows flow;
};

/* What the reports say of an effect, on the logit scale. */
struct tn_effect_seen {
    double mean, sd;
};

struct tn_area_forecast {
    struct tn_outcome status[TN_STATUSES];
    double total;   // all households; NAN where not known
};

struct tn_forecast {
    enum tn_method method;
    unsigned long seed;
    long points;   // parameter points averaged over; 1 where exact
    struct tn_total total;
    struct tn_area_forecast commune, *village;   // per village of the plan
    size_t villages;
    struct tn_odds both;                        // both quotas, gross
    struct tn_odds all_villages[TN_STATUSES];   // every village meets its own
    size_t targets[TN_STATUSES];
    struct tn_target *target[TN_STATUSES];   // the one that agrees with the quota first
    size_t replicates;   // independent averages behind the errors; 0 where exact
    double *quota_met_by[TN_STATUSES], *net_met_by[TN_STATUSES];   // by replicate
    struct tn_effect_seen year_effect, *village_effect;   // given reports; else NAN, null
    bool entries_unknown;   // no households_total: relapsed and new are left out
    bool shared_by_poor;    // entries are split by the villages' poor and near-poor
};

struct tn_report;   // tn/num/group.h

struct tn_forecast_options {
    const struct tn_report *report;   // what is known in the year: statuses x villages,
                                      // poor first; null: nothing
    enum tn_method method;            // TN_EXACT takes every parameter at its median
    unsigned long seed;
    int threads;    // 0: all
    double error;   // asked of P(quota met), 0: the default, 5e-4
    long points;    // to average over, as another forecast did, so that both can be
                    // compared replicate by replicate; 0: as many as the error needs
};

extern const double tn_realistic_level[3];   // 0.5, 0.8, 0.9

/* With reports all of it is given them. Parameter points are then weighted by what the
 * reports make of them, and their number is fixed.
 * Fails with TN_EMATH where the quadrature does not settle. */
TN_CHECKED enum tn_fault tn_forecast_of(struct tn_arena *arena,
                                        const struct tn_commune *commune,
                                        const struct tn_model *model,
                                        const struct tn_forecast_options *options,
                                        struct tn_forecast *forecast, struct tn_err *err);

/* Mean, sd and quantiles of a law, from its pmf and step. */
void tn_distribution_describe(struct tn_distribution *d);

/* P(X >= k) and P(X <= k) of a law with step 1, each summed from its thin end. */
double tn_distribution_at_least(const struct tn_distribution *law, long k);
double tn_distribution_at_most(const struct tn_distribution *law, long k);

#endif
