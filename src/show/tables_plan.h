/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables_plan.h -- the report's tables that the plan and the model fill. */
#ifndef TN_SHOW_TABLES_PLAN_H
#define TN_SHOW_TABLES_PLAN_H

#include <stdbool.h>

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/model.h"
#include "tn/study/prevalence.h"
#include "tn/study/trend.h"

/* Where a goal stands by the review of the base year. */
struct tn_goal_now {
    double share;   // of households not deprived; NAN where nothing can be compared
    long missing;   // households that must cease to be deprived; or TN_UNKNOWN
    bool met;
};

struct tn_goal_now tn_goal_now(const struct tn_commune *commune,
                               const struct tn_prevalences *prevalences,
                               const struct tn_goal *goal);

/* A parameter in words, as one says it to people. */
struct tn_words tn_assumption_name(size_t id);

/* Null where the plan has no goals. prevalences may be null. */
struct tn_table *tn_goal_table(struct tn_arena *arena, struct tn_doc *doc,
                               const struct tn_commune *commune,
                               const struct tn_prevalences *prevalences);
/* Null where no indicator has two years. trends may be null. */
struct tn_table *tn_trend_table(struct tn_arena *arena, struct tn_doc *doc,
                                const struct tn_trends *trends);
struct tn_table *tn_assumption_table(struct tn_arena *arena, struct tn_doc *doc,
                                     const struct tn_model *model);

#endif
