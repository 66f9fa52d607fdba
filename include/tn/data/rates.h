/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rates.h -- a file of published poverty rates: areas, years, standards.
 *
 * Not part of a plan folder. Columns area, year, standard, state, poor_rate,
 * near_poor_rate (percent); optional part_of, level, poor, near_poor, households, source
 * and others that are not looked at. A row is what one source says of one area at the end
 * of a year under one standard of poverty.
 */
#ifndef TN_DATA_RATES_H
#define TN_DATA_RATES_H

#include "tn/data/reading.h"

enum tn_rate_state {
    TN_RATE_FINAL,
    TN_RATE_DERIVED,       // from another year's figure and a published change
    TN_RATE_PRELIMINARY,   // before the year's review was settled
    TN_RATE_MID_YEAR,      // counted in the course of the year
    TN_RATE_RESTATED,      // counted anew then, as the rules of counting changed
    TN_RATE_STATES
};
extern const struct tn_code tn_rate_state_vocab[TN_RATE_STATES];

struct tn_rate {
    long line;
    const char *area, *part_of;   // part_of "" where the file does not say
    const char *standard;
    int year;
    enum tn_rate_state state;
    double share[TN_STATUSES];   // of all households; NAN: none
    long count[TN_STATUSES];     // households; or TN_UNKNOWN
};

struct tn_rate_list {
    size_t n;
    struct tn_rate *rate;   // in the order of the file
};

/* Read reading->path. False where there was an error; findings say which: a cell that
 * breaks its rule, or two rows of one area, year, standard and state. */
bool tn_rates_read(struct tn_reading *reading, struct tn_rate_list *rates,
                   struct tn_input *input);

#endif
