/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prevalence.h -- which share of a group's households each indicator finds deprived.
 *
 * The review is a census, so c of n is no estimate; its interval is about the risk
 * behind the count, which next year's review will draw from again. Where a plan prints
 * only a percentage, the count is recovered from its digits in whole numbers; a
 * percentage that fits no count, or several, is reported as that and never guessed.
 */
#ifndef TN_STUDY_PREVALENCE_H
#define TN_STUDY_PREVALENCE_H

#include "tn/base/arena.h"
#include "tn/data/commune.h"
#include "tn/num/interval.h"

enum tn_recovery {
    TN_FROM_COUNT,       // the file gives the count
    TN_FROM_ROUNDED,     // one count fits: it rounds to the printed percentage
    TN_FROM_TRUNCATED,   // one count fits: it prints so when the rest is cut off
    TN_FROM_SEVERAL,     // all counts from low to high fit
    TN_FROM_NONE,        // no count fits, or the count given is above the households
    TN_FROM_NO_BASE      // the number of households is not known
};

struct tn_recovered {
    enum tn_recovery how;
    long low, high;   // households; the same where one count fits, else TN_UNKNOWN
};

/* The counts c out of n > 0 whose 100 c / n rounds (halves up) or truncates to the
 * printed percentage, n <= 1e12. Digits past the twelfth decimal are left out of
 * account: below 1e12 households no two counts agree so far.
 * Cost: 60 long divisions; whole numbers only. */
struct tn_recovered tn_recover(struct tn_printed percent, long n);

struct tn_prevalence {
    int year;
    enum tn_status status;
    size_t indicator;   // index into tn_indicator_vocab
    long households;    // n; or TN_UNKNOWN
    struct tn_recovered deprived;
    double share;       // c / n; the printed share where c is not known; or NAN
    double low, high;   // interval of c of n; where several counts fit, from the lowest
                        // one's low to the highest one's high; NAN where none does
};

struct tn_prevalences {
    enum tn_interval_method method;
    double level;
    size_t rows;
    struct tn_prevalence *row;   // in the order of indicators.csv
};

/* Every row of indicators.csv. Its households are the row's base, else, in the base
 * year, the commune's households of its status; above 1e12 they count as unknown. */
struct tn_prevalences tn_prevalence_of(struct tn_arena *arena,
                                       const struct tn_commune *commune,
                                       enum tn_interval_method method, double level);

#endif
