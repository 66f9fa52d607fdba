/* SPDX-License-Identifier: GPL-3.0-or-later */
/* survey.h -- how far an estimate from a sample may be off: linearised variances.
 *
 * An estimate made of weighted totals (a mean, a ratio, a share, a difference of such)
 * is, to first order, a sum over the sampled units of weight times influence. Its
 * variance is that of the sum over primary sampling units within strata. Households of
 * the same unit and influence may be handed over together, as one entry with their
 * number of households, sum of weights and sum of squared weights: nothing is lost, and
 * a million rows become a few thousand entries.
 *
 * Units outside the domain of an estimate (other villages, other years) have influence
 * 0 and need not be listed, but they count: psus is that of the whole sample.
 */
#ifndef TN_NUM_SURVEY_H
#define TN_NUM_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tn_survey {
    bool clustered;            // a unit is a PSU; else every household is its own PSU,
                               // and a unit is a stratum
    size_t strata, units;      // units: PSUs where clustered, else strata
    const uint32_t *stratum;   // of each PSU; null where not clustered
    const double *psus;        // of each stratum: its PSUs in the sample (households
                               // where not clustered)
    const double *fraction;    // of each stratum: share of its PSUs that the sample
                               // holds, from 0 to 1; null: 0, no finite population
};

struct tn_survey_part {
    size_t n;
    const uint32_t *unit;
    const double *w, *w2;   // sums of the weights and of their squares
    const double *e;        // influence of one unit of weight
};

/* The variance of the sum of w e over all parts, which share no household:
 *
 *     sum over strata (1 - fraction) n/(n - 1) sum over PSUs (z - mean z)^2
 *
 *   work   units + 3 strata numbers, all 0; all 0 again afterwards
 *
 * A stratum with a single PSU is centred at 0, the mean over all strata, which keeps
 * the variance from being too small.
 * Accuracy: relative 1e-13 against direct sums over households (tests/test_survey.c).
 * Cost: entries + strata; no allocation.
 * Source: [Lumley2010] appendix A; the ratio's linearisation [Wolter2007] ch. 6.
 */
double tn_survey_variance(const struct tn_survey *survey, size_t parts,
                          const struct tn_survey_part part[], double work[]);

/* PSUs less strata. */
double tn_survey_df(const struct tn_survey *survey);

/* The two-sided p of |t| under Student's t with df degrees of freedom, or under the
 * normal law where df is INFINITY; NAN for a NAN.
 * Accuracy: relative 1e-12 for p down to 1e-100. */
double tn_student_p(double t, double df);

#endif
