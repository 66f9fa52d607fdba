/* SPDX-License-Identifier: GPL-3.0-or-later */
/* track.h -- how the year is going: the forecast given the reports so far.
 *
 * A household that exits this year is in the reports by a date with the chance that the
 * reporting curve has there, independently of the others; who is reported has exited.
 * So the reports count exits, and they are evidence on the year and on each village: few
 * reports where many were to be expected make the rest of the year's exits less likely.
 */
#ifndef TN_STUDY_TRACK_H
#define TN_STUDY_TRACK_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/data/commune.h"
#include "tn/study/forecast.h"

/* The share of a year's exits that is reported by the fraction t of the year: the beta
 * distribution's. */
struct tn_curve {
    double a, b;
};

/* Where nothing is known: a quarter by the middle of the year, the more the later, since
 * most exits are settled by the review at its end. Elicited. */
extern const struct tn_curve tn_curve_default;

double tn_curve_at(const struct tn_curve *curve, double t);

/* The fraction of its year that has gone at the end of a day. */
double tn_year_fraction(int year, int month, int day);

/* The curve of past years: each commune's own progress, its last report taken for the
 * whole year. Most likely under independent exits, held by a prior that each shape's
 * logarithm is within 1 of the default's (one standard deviation). False where no
 * commune has two reports of one village and status. */
bool tn_curve_fit(size_t n, const struct tn_commune *const past[],
                  struct tn_curve *curve);

/* A forecast as of one date. */
struct tn_track_at {
    int month, day;               // 0, 0: the start of the year, nothing reported
    double t, share;              // of the year gone; of exits reported by then
    long reported[TN_STATUSES];   // so far
    size_t silent[TN_STATUSES];   // villages with households and no report yet
    struct tn_forecast forecast;
};

/* What the reports may name by the end of a coming quarter. */
struct tn_track_ahead {
    int month, day;
    double share;   // of the year's exits reported by then
    struct tn_distribution reported[TN_STATUSES];   // in all, those so far included
};

enum { TN_QUARTERS = 4 };

struct tn_track {
    struct tn_curve curve;
    size_t n;
    struct tn_track_at *at;   // the start of the year, then each date of a report
    size_t aheads;
    struct tn_track_ahead ahead[TN_QUARTERS];   // by date, after the last report; the
                                                // last one is the year's end
};

struct tn_track_options {
    struct tn_forecast_options forecast;   // its report is not looked at
    struct tn_curve curve;
    int month, day;   // look at reports up to this day; 0, 0: at all
};

/* Reports of the plan year alone count. Of the exits still to be reported each is in the
 * reports of a coming date with a chance of its own, by when its village last reported:
 * exact where all villages did so on one day, else their mean chance is taken. Fails as
 * tn_forecast_of, and with TN_EDATA where a village reports more exits than it has
 * households, or takes some back. */
TN_CHECKED enum tn_fault tn_track_of(struct tn_arena *arena,
                                     const struct tn_commune *commune,
                                     const struct tn_model *model,
                                     const struct tn_track_options *options,
                                     struct tn_track *track, struct tn_err *err);

#endif
