/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rate_trend.h -- what published rates of an area did over the years, and what they do
 * not tell.
 *
 * Two neighbouring figures are compared only where both are settled (final or derived)
 * and under one standard. A change of standard and a preliminary or mid-year figure are
 * marked, and no difference is taken. Where a year has a settled figure under a standard,
 * its preliminary ones are left out; of a final and a derived one the final counts.
 */
#ifndef TN_STUDY_RATE_TREND_H
#define TN_STUDY_RATE_TREND_H

#include "tn/data/rates.h"

enum tn_rate_mark {
    TN_STEP_PLAIN,
    TN_STEP_DERIVED,       // compared; a figure is derived
    TN_STEP_BREAK,         // the standard changes
    TN_STEP_PRELIMINARY,   // the figure at its end is preliminary
    TN_STEP_MID_YEAR,
    TN_STEP_RESTATED   // the rules of counting change: before and after do not compare
};

/* From one figure to the next; change, yearly and growth are NAN where mark forbids. */
struct tn_rate_step {
    const struct tn_rate *from, *to;
    enum tn_rate_mark mark;
    double change;   // share: to - from
    double yearly;   // of it, a year
    double growth;   // relative, a year; NAN from 0
};

struct tn_rate_series {
    const char *area, *part_of;
    enum tn_status status;
    size_t points;
    const struct tn_rate **point;   // by standard, then year
    size_t steps;
    struct tn_rate_step *step;   // points - 1
    struct tn_rate_step run;     // from the first to the last settled figure of the
                                 // latest standard and rules; from null: fewer than 2
    size_t run_points;
};

struct tn_rate_trends {
    size_t n;
    struct tn_rate_series *series;   // areas as in the file, poor before near-poor
};

/* Whether a figure may be differenced at all. */
bool tn_rate_settled(const struct tn_rate *rate);

/* Series of two figures or more, from a year on (0: all). */
struct tn_rate_trends tn_rate_trends_of(struct tn_arena *arena,
                                        const struct tn_rate_list *rates, int from);

#endif
