/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_profiles.h -- deprivation profiles and the effect of measures as a document. */
#ifndef TN_SHOW_SHOW_PROFILES_H
#define TN_SHOW_SHOW_PROFILES_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/profile.h"
#include "tn/study/relief.h"

struct tn_show_profiles {
    const struct tn_commune *commune;
    int year;
    /* By status; rows of the margin 0 where the plan does not print it. */
    struct tn_margin margin[TN_STATUSES];
    bool possible[TN_STATUSES];
    struct tn_profile profile[TN_STATUSES];   // of the poor with all measures together
    size_t goals;
    const struct tn_measure_goal *goal;
    const char **goal_text;           // as the user wrote it
    const struct tn_profile *alone;   // of the poor, under each measure alone
    const struct tn_relief *relief;   // null without measures
};

void tn_show_profiles(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_profiles *what);

#endif
