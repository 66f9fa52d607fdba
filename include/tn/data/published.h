/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published.h -- what areas published of a year's flows, of plans and of rates.
 *
 * The files of data/reference/: transitions.csv (households that left and came, by area
 * and year), plan_outcome.csv (what plans asked for) and area_year.csv (rates). Not part
 * of a plan folder.
 */
#ifndef TN_DATA_PUBLISHED_H
#define TN_DATA_PUBLISHED_H

#include "tn/data/reading.h"

/* An area's year. Households, TN_UNKNOWN where not published. */
struct tn_published_flow {
    long line;
    const char *area, *level;
    int year;
    bool doubtful;   // confidence "low"
    long start[TN_STATUSES], exits[TN_STATUSES];
    long near_end;
    long to_near_poor, to_nonpoor;   // of the poor's exits
    long near_to_poor, relapse, newly_poor;
};

/* What a plan asked for, of the poor households there were. */
struct tn_published_plan {
    long line;
    const char *area;
    double share;   // in [0, 1]; NAN where it cannot be told
};

struct tn_published_rate {
    long line;
    const char *area, *standard;
    int year;
    double share[TN_STATUSES];   // of all households; NAN: none
};

struct tn_published {
    size_t flows, plans, rates;
    struct tn_published_flow *flow;
    struct tn_published_plan *plan;
    struct tn_published_rate *rate;
};

/* Read reading->path as one of the three, adding to *into. False where there was an
 * error; findings say which. */
bool tn_published_flows_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input);
bool tn_published_plans_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input);
bool tn_published_rates_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input);

#endif
