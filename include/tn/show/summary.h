/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary.h -- a plan in plain words: what is likely, what is at risk, and why.
 *
 * Every sentence is made from the numbers by a rule: a quota that is 'likely' or better
 * (0.6, tn/show/likely.h) stands under what is likely, any other under what is at risk,
 * and the reasons are the flows, gaps and villages with the largest figures.
 */
#ifndef TN_SHOW_SUMMARY_H
#define TN_SHOW_SUMMARY_H

#include "tn/base/arena.h"
#include "tn/base/say.h"
#include "tn/show/show_forecast.h"
#include "tn/study/prevalence.h"

struct tn_summary {
    size_t answers, likely, risks, reasons;
    struct tn_words *answer, *likely_part, *risk, *reason;
    size_t chiefs, first_note;   // answers from first_note on are about data and method
    struct tn_words chief[3];    // the answer in three sentences
};

/* prevalences may be null. */
struct tn_summary tn_summary_of(struct tn_arena *arena,
                                const struct tn_show_forecast *what,
                                const struct tn_prevalences *prevalences);

#endif
