/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scenario.h -- what would be otherwise: exit chances set or shifted for some households.
 *
 * A scenario belongs to a model: whatever is computed from a model with a scenario is
 * computed for the plan as it would be then. Each adjustment picks households by any of
 * their code, village, cause, status and plan mark (all that it names must fit) and
 * either sets their chance of exit, in a year and a village like any other, or adds to it
 * on the logit scale. The effects of the year and of the village act on top of it.
 *
 * Households that the plan only counts, and does not list, have no code and no cause:
 * they are picked by village, status and plan mark alone.
 */
#ifndef TN_STUDY_SCENARIO_H
#define TN_STUDY_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"

struct tn_selection {
    const char *household, *cause;   // null: any
    size_t village;                  // TN_NONE: any
    int status, planned;             // TN_UNKNOWN: any
};

struct tn_adjustment {
    struct tn_selection who;
    bool set;   // value is a chance; else it is added to the logit
    double value;
};

struct tn_scenario {
    size_t n;
    struct tn_adjustment *adjustment;   // in order: a later one acts on what it finds
};

/* What a scenario does to one household. */
struct tn_adjusted {
    bool set;       // its chance no longer depends on the model's parameters
    double logit;   // where set
    double shift;   // added in any case
};

/* household: the listed one, or null for those of a village that are only counted. */
struct tn_adjusted tn_scenario_for(const struct tn_scenario *scenario, size_t village,
                                   enum tn_status status, bool planned,
                                   const struct tn_household *household);

/* Selects everybody. */
struct tn_selection tn_select_all(void);

/* The rows of scenario.csv. Fails with TN_EDATA (a chance outside 0..1). */
TN_CHECKED enum tn_fault tn_scenario_of(struct tn_arena *arena,
                                        const struct tn_commune *commune,
                                        struct tn_scenario *scenario, struct tn_err *err);

/* One adjustment as an option gives it: "village=Tô,status=poor:p=0.9" or
 * "cause=illness:+0.5"; the keys are household, village, cause, status, planned.
 * Names are compared as the reader compares them. */
struct tn_adjustment_text {
    const char *option;   // "set" or "shift", for messages
    const char *text;
    bool set;
};
TN_CHECKED enum tn_fault tn_scenario_parse(struct tn_arena *arena,
                                           const struct tn_commune *commune,
                                           const struct tn_adjustment_text *from,
                                           struct tn_adjustment *to, struct tn_err *err);

/* How many households an adjustment is about. */
long tn_scenario_reach(const struct tn_commune *commune,
                       const struct tn_adjustment *adjustment);

#endif
