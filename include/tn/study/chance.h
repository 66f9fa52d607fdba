/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chance.h -- the exit chance of each household, and of classes of alike households.
 *
 * Households of one village, status and plan mark with the same household terms have
 * the same chance; they form a class. A village's planned households are those that
 * households.csv lists as planned or, without that file, as many as the quota; the rest
 * of the village's count are unplanned and unlisted (no household terms known).
 */
#ifndef TN_STUDY_CHANCE_H
#define TN_STUDY_CHANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/model.h"
#include "tn/study/scenario.h"

struct tn_class {
    size_t village;
    enum tn_status status;
    bool planned;
    long households;
    const double *x;   // model->terms values, 0 where a term does not apply
    size_t risk;       // classes of one risk have the same chance but for their village
    bool own;        // its village's effect has a mean and sd of its own: the mean is in
                     // adjusted.shift unless the chance is set
    double own_sd;   // where own
    struct tn_adjusted adjusted;   // by the model's scenario
};

struct tn_classes {
    size_t n;
    struct tn_class *class;   // by village, status, plan mark, then as listed
    size_t *of_household;     // per listed household, its class
    size_t risks;
    size_t *first_of_risk;   // per risk, a class that has it
};

struct tn_classes tn_classes_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model);

/* Whether two classes, of whatever village, have one chance at any parameters. */
bool tn_class_alike(const struct tn_class *a, const struct tn_class *b, size_t terms);

/* What a household shows of a household term, by its status, workers, members and
 * causes; 0 where that is not known. */
double tn_term_shown(const struct tn_term *term, const struct tn_household *household);

/* For each village of a commune what the model knows of it, or null. */
const struct tn_village_term **tn_village_terms(struct tn_arena *arena,
                                                const struct tn_commune *commune,
                                                const struct tn_model *model);

/* logit of a class's chance without effects, at parameters given on their scale:
 * scaled[TN_PARAMETERS], then the terms. */
double tn_class_logit(const struct tn_class *class, size_t terms, const double scaled[]);

/* What a planner asks of a chance that is not known exactly. */
struct tn_chance {
    double mean, q05, q95;   // of the probability, over all that the model leaves open
};

struct tn_village_chance {
    struct tn_chance planned, unplanned, overall;   // NAN where there are no households
};

struct tn_chances {
    size_t villages;
    struct tn_village_chance *village[TN_STATUSES];   // per village
    struct tn_village_chance commune[TN_STATUSES];
    struct tn_chance *class;   // per class
};

struct tn_chance_options {
    unsigned long seed;
    int threads;   // 0: all; the chances do not depend on them
};

/* The chances over parameters, village effect and year effect, at 2^16 points of a Sobol
 * sequence shifted by the seed. A quantile is that of the group's mean chance; for the
 * commune all villages share one effect, as for a typical village.
 * Accuracy: means to 1e-4, quantiles to 1.5e-3 (tests/test_chance.c, against the
 * integral). Cost: 0.3 ms for each make-up that a village's households have and another
 * has not; 2,000 villages with 22,000 households: 0.2 s of processor time. */
struct tn_chances tn_chances_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_classes *classes,
                                const struct tn_chance_options *options);

#endif
