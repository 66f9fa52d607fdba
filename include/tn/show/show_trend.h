/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_trend.h -- trends of a plan's indicators and the state of its goals as a document.
 */
#ifndef TN_SHOW_SHOW_TREND_H
#define TN_SHOW_SHOW_TREND_H

#include "tn/out/doc.h"
#include "tn/study/multidim.h"
#include "tn/study/trend.h"

void tn_show_trend(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_commune *commune, const struct tn_trends *trends,
                   enum tn_p_adjustment adjust);

/* Changes of the measures of a household file between two of its years: one change for
 * each group, cut-off and measure. */
struct tn_measure_change {
    const char *from, *to;    // years
    const char *by, *group;   // "all", "all": all households
    struct tn_cutoff k;
    enum tn_measure measure;   // TN_HEADCOUNT, TN_INTENSITY, TN_M0, or TN_UNCENSORED
    struct tn_words name;      // of the indicator, where it is one
    const char *code;
    struct tn_change_estimate change;
    double p;   // adjusted
};

struct tn_split_row {
    const char *from, *to, *by, *group;
    struct tn_cutoff k;
    struct tn_m0_split split;     // of the group's own M0
    struct tn_group_split part;   // in the change of all; of "all" itself NANs
};

struct tn_show_changes {
    const char *source;
    size_t changes, splits;
    const struct tn_measure_change *change;
    const struct tn_split_row *split;
    enum tn_p_adjustment adjust;
};

void tn_show_changes(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_changes *what);

#endif
