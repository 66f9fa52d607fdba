/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/survey.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

static const double SQRT_HALF = 0.70710678118654752440;

struct stratum {
    double sum;       // of the PSUs' totals; while folding: the centre
    double squares;   // about the centre; where not clustered: about 0
    double seen;      // PSUs that carry a total
};

/* n/(n - 1) and the finite population's share. A lonely PSU, centred at 0, counts once.
 */
static double scale(const struct tn_survey *survey, size_t h)
{
    double n = survey->psus[h];
    double left = survey->fraction ? 1 - survey->fraction[h] : 1;

    return n > 1 ? left * n / (n - 1) : left;
}

enum { LANES = 4 };   // sums side by side, so that one addition need not await the last

/* All households in one stratum: four sums of every fourth, whatever the compiler. */
static void add_lanes(const struct tn_survey_part *part, struct stratum *into)
{
    double squares[LANES] = {0}, sum[LANES] = {0};

    for (size_t i = 0; i < part->n; i += LANES)
        for (size_t l = 0; l < LANES && i + l < part->n; l++) {
            double e = part->e[i + l];
            squares[l] += part->w2[i + l] * e * e;
            sum[l] += part->w[i + l] * e;
        }
    into->squares += (squares[0] + squares[1]) + (squares[2] + squares[3]);
    into->sum += (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* Every household its own PSU: sum of squares less n times the mean's square. */
static void add_households(const struct tn_survey_part *part, struct stratum stratum[])
{
    for (size_t i = 0; i < part->n; i++) {
        struct stratum *into = &stratum[part->unit[i]];
        into->squares += part->w2[i] * part->e[i] * part->e[i];
        into->sum += part->w[i] * part->e[i];
    }
}

static void add_clusters(const struct tn_survey *survey,
                         const struct tn_survey_part *part, struct stratum stratum[],
                         double total[])
{
    for (size_t i = 0; i < part->n; i++) {
        double z = part->w[i] * part->e[i];
        total[part->unit[i]] += z;
        stratum[survey->stratum[part->unit[i]]].sum += z;
    }
}

/* Move the PSUs' totals into the squares of their strata, and clear them. */
static void fold(const struct tn_survey *survey, const struct tn_survey_part *part,
                 struct stratum stratum[], double total[])
{
    for (size_t i = 0; i < part->n; i++) {
        double z = total[part->unit[i]];
        if (z < 0 || z > 0) {
            struct stratum *into = &stratum[survey->stratum[part->unit[i]]];
            double off = z - into->sum;
            into->squares += off * off;
            into->seen++;
        }
        total[part->unit[i]] = 0;
    }
}

/* What the stratum adds to the variance; leaves it cleared. */
static double settle(const struct tn_survey *survey, size_t h, struct stratum *of)
{
    double n = survey->psus[h], squares = of->squares;

    if (survey->clustered)
        squares += (n - of->seen) * of->sum * of->sum;   // PSUs whose total is 0
    else if (n > 1)
        squares -= of->sum * of->sum / n;
    *of = (struct stratum){0};
    return squares > 0 ? squares * scale(survey, h) : 0;
}

double tn_survey_variance(const struct tn_survey *survey, size_t parts,
                          const struct tn_survey_part part[], double work[])
{
    double *total = work + 3 * survey->strata, variance = 0;
    struct stratum *stratum = (struct stratum *)work;

    for (size_t p = 0; p < parts; p++)
        if (survey->clustered)
            add_clusters(survey, &part[p], stratum, total);
        else if (survey->strata == 1)
            add_lanes(&part[p], stratum);
        else
            add_households(&part[p], stratum);
    if (survey->clustered) {
        for (size_t h = 0; h < survey->strata; h++)
            stratum[h].sum = survey->psus[h] > 1 ? stratum[h].sum / survey->psus[h] : 0;
        for (size_t p = 0; p < parts; p++)
            fold(survey, &part[p], stratum, total);
    }
    for (size_t h = 0; h < survey->strata; h++)
        variance += settle(survey, h, &stratum[h]);
    return variance;
}

double tn_survey_df(const struct tn_survey *survey)
{
    double df = 0;

    for (size_t h = 0; h < survey->strata; h++)
        df += survey->psus[h] > 0 ? survey->psus[h] - 1 : 0;
    return df;
}

double tn_student_p(double t, double df)
{
    double far = fabs(t);

    if (isnan(t) || !(df > 0))
        return (double)NAN;
    if (isinf(df))
        return erfc(far * SQRT_HALF);
    if (isinf(far))
        return 0;
    double p = 2 * gsl_cdf_tdist_Q(far, df);
    return p < 1 ? p : 1;
}
