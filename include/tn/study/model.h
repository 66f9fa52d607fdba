/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model.h -- the exit model's parameters, each with what is not known about it.
 *
 * A parameter is normal on a scale where it may take any value: the logit for
 * probabilities and shares, the log for standard deviations and rates, its own scale
 * for household terms. A row of model.csv states it by its 5, 50 and 95 % quantiles;
 * the normal is the least-squares fit through the three on that scale.
 *
 * Source: the quantiles' least-squares normal: mean = average of the three transformed
 * quantiles, sd = (upper - lower) / (2 z), z = 1.6449 the normal's 95 % quantile.
 */
#ifndef TN_STUDY_MODEL_H
#define TN_STUDY_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"

enum tn_scale { TN_LOGIT, TN_LOG, TN_IDENTITY };

struct tn_prior {
    enum tn_scale scale;
    double mean, sd;   // on that scale; sd 0: fixed
    bool off;          // the parameter is exactly 0; mean and sd say nothing
    bool stated;       // by a row of some model.csv
    const char *source;
};

/* A household term: coefficient times what the household shows. */
struct tn_term {
    const char *name;   // "working_share", "no_worker", "cause:illness"
    int status;         // enum tn_status, or TN_UNKNOWN for both
    struct tn_prior prior;
};

/* A village of which more is known than that it is one of many: its effect is normal
 * with this mean and sd, in place of mean 0 and the villages' common sd. Or a commune:
 * its effect is added to those of its villages that have no row of their own. */
struct tn_village_term {
    const char *name;        // as the file writes it
    const char *key;         // folded (tn/base/fold.h): names are compared by it
    struct tn_prior prior;   // TN_IDENTITY, log odds
    long line;
};

/* In this order the parameters are numbered; terms follow. */
enum tn_parameter_id {
    TN_UNPLANNED_POOR,
    TN_PLANNED_POOR,
    TN_UNPLANNED_NEAR_POOR,
    TN_PLANNED_NEAR_POOR,
    TN_VILLAGE_SD,
    TN_YEAR_SD,
    TN_TO_NEAR_POOR,
    TN_NEAR_TO_POOR,
    TN_ENTRY_POOR,
    TN_ENTRY_NEAR_POOR,
    TN_PARAMETERS
};

struct tn_scenario;   // tn/study/scenario.h

struct tn_model {
    struct tn_prior prior[TN_PARAMETERS];
    size_t terms;
    struct tn_term *term;
    size_t villages;
    struct tn_village_term *village;   // rows "village:NAME"
    size_t communes;
    struct tn_village_term *commune;   // rows "commune:NAME"
    const struct tn_scenario
        *scenario;   // what would be otherwise; null: the plan as it is
};

/* The id of the chance of exit of a status, planned or not. */
enum tn_parameter_id tn_chance_id(enum tn_status status, bool planned);

/* Model.csv's name of a parameter, and its status or TN_UNKNOWN. */
const char *tn_parameter_name(enum tn_parameter_id id, int *status);

/* The model of these rows. Later rows of the same parameter replace earlier ones, so that
 * a plan's own rows may follow the defaults. Said in findings: a name that means nothing
 * (warning), a status missing or not wanted, quantiles that do not ascend or leave the
 * scale (errors). Without a row a flow is off; a chance or a sd has to be stated (error).
 * Fails with TN_EDATA where findings got errors. */
TN_CHECKED enum tn_fault tn_model_from(struct tn_arena *arena,
                                       const struct tn_model_rows *rows,
                                       const struct tn_model *defaults,
                                       struct tn_model *model,
                                       struct tn_findings *findings, struct tn_err *err);

/* What a model knows of the village with a folded name; or null. */
const struct tn_village_term *tn_model_village(const struct tn_model *model,
                                               const char *key);

/* The parameter's value where its normal stands z standard deviations from the mean:
 * on its own scale, 0 where it is off. */
double tn_prior_at(const struct tn_prior *prior, double z);

/* The same on the scale of the normal: logit, log. -INFINITY where it is off. */
double tn_prior_scaled(const struct tn_prior *prior, double z);

/* Parameters and terms that are neither off nor fixed. */
size_t tn_model_uncertain(const struct tn_model *model);

#endif
