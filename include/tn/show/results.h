/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results.h -- all that is known of one plan when its report is written. */
#ifndef TN_SHOW_RESULTS_H
#define TN_SHOW_RESULTS_H

#include "tn/data/commune.h"
#include "tn/show/show_multidim.h"
#include "tn/study/audit.h"
#include "tn/study/model.h"
#include "tn/study/prevalence.h"
#include "tn/study/quota.h"
#include "tn/study/trend.h"
#include "tn/study/whatif.h"

/* Lives as long as the report. Of the pointers all but the first three may be null: what
 * would be made from them is then left out. */
struct tn_results {
    const struct tn_commune *commune;
    const struct tn_model *model;
    const struct tn_quota *quota;   // the forecast in it
    const struct tn_prevalences *prevalences;
    const struct tn_audit *audit;
    const struct tn_sensitivity *sensitivity;
    const struct tn_show_multidim *multidim;   // of households' flags
    const struct tn_trends *trends;
};

#endif
