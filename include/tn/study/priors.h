/* SPDX-License-Identifier: GPL-3.0-or-later */
/* priors.h -- the default exit model, from published results and a few judgements.
 *
 * What areas published says how large a share of the poor and near-poor leaves in a year,
 * how far communes and years lie apart, where those who leave land, and how many come.
 * It does not say who of them stood in the year's plan: how much likelier a planned
 * household leaves than an unplanned one, how many of the near-poor are planned, and how
 * far villages of a commune lie apart are judgements, rows of a file of their own:
 *
 *     planned_odds   of a status: odds of exit, planned to unplanned
 *     planned_share  of a status: share that plans name; of the poor from plans instead
 *     village_sd     sd of the villages' effects, logit scale
 *
 * Shares are fitted by tn/num/mixed.h, years in areas in provinces; the sds of all three,
 * together, are the default sd of the effect that a commune's households share in a year.
 * The near-poor's exits are fitted with the sds of the poor's, as that effect is one for
 * both. Entries are fitted by tn/num/spreadrate.h. The two chances of a status are those
 * that give the fitted share at the planned share and the judged odds.
 */
#ifndef TN_STUDY_PRIORS_H
#define TN_STUDY_PRIORS_H

#include "tn/data/published.h"
#include "tn/num/blend.h"
#include "tn/study/model.h"

/* A share that differs between years of an area, areas of a province, and provinces. */
struct tn_published_share {
    size_t rows, areas, provinces;
    long of, flowed;                // households that could, and did
    double mean, sd;                // of the logit in a middling province, area and year
    struct tn_marginal spread[3];   // sds: years, areas, provinces; logit scale
    double log_spread_mean, log_spread_sd;   // of the log of all three's sd together
};

/* A rate that differs between areas and years: the law of a new one's logarithm. */
struct tn_published_inflow {
    size_t rows;
    long of, flowed;
    double mean, sd;
};

struct tn_priors {
    struct tn_published_share exits[TN_STATUSES], landing, to_poor;
    struct tn_published_inflow inflow[TN_STATUSES];   // per household of the status
    double rate[TN_STATUSES];   // of the country: mean of the last standard's years
    size_t rate_years, plans;
    double planned_share[TN_STATUSES];
    double odds_mean[TN_STATUSES], odds_sd[TN_STATUSES];   // log scale
    struct tn_parameter row[TN_PARAMETERS];                // of a model.csv
};

/* judged: rows of the file of judgements. Rows of low confidence are passed over.
 * Fails with TN_EDATA where a judgement is missing or off its scale, or where nothing was
 * published of a quantity; TN_EMATH as tn_mixed_fit. */
TN_CHECKED enum tn_fault tn_priors_of(struct tn_arena *arena,
                                      const struct tn_published *published,
                                      size_t judgements,
                                      const struct tn_parameter judged[],
                                      struct tn_priors *priors, struct tn_err *err);

#endif
