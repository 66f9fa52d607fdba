/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the definition, household by household; the binomial's own variance; R's
 * pt() and pnorm() to 15 digits. tests/test_deprivation.c holds the rest against R. */
#include "check.h"

#include "tn/num/survey.h"

enum { ROWS = 60, UNITS = 9, STRATA = 3 };

static const uint32_t stratum[UNITS] = {0, 0, 0, 0, 1, 1, 1, 1, 2};

static double by_definition(const double z[UNITS], const double fraction[])
{
    double variance = 0;

    for (uint32_t h = 0; h < STRATA; h++) {
        double n = 0, mean = 0, squares = 0;
        for (int u = 0; u < UNITS; u++) {
            n += stratum[u] == h;
            mean += stratum[u] == h ? z[u] : 0;
        }
        mean = n > 1 ? mean / n : 0;
        for (int u = 0; u < UNITS; u++)
            squares += stratum[u] == h ? (z[u] - mean) * (z[u] - mean) : 0;
        variance += (1 - fraction[h]) * squares * (n > 1 ? n / (n - 1) : 1);
    }
    return variance;
}

/* Rows in two parts, a unit often in both, some units in none. */
static void agrees_with_the_definition(void **state)
{
    (void)state;
    const double psus[] = {4, 4, 1}, fraction[] = {0, 0.25, 0.5};
    struct tn_survey survey = {true, STRATA, UNITS, stratum, psus, fraction};

    for_cases (200) {
        double w[ROWS], w2[ROWS], e[ROWS], z[UNITS] = {0}, work[UNITS + 3 * STRATA] = {0};
        uint32_t unit[ROWS];
        for (uint64_t i = 0; i < ROWS; i++) {
            w[i] = 0.1 + case_uniform(4 * i);
            w2[i] = (double)NAN;
            e[i] = case_uniform(4 * i + 1) - 0.5;
            unit[i] = (uint32_t)(8 * case_uniform(4 * i + 2)) + 1;
            z[unit[i]] += w[i] * e[i];
        }
        struct tn_survey_part part[] = {{25, unit, w, w2, e},
                                        {ROWS - 25, unit + 25, w + 25, w2 + 25, e + 25}};
        double want = by_definition(z, fraction);
        check_rel(tn_survey_variance(&survey, 2, part, work), want, 1e-13);
        for (size_t i = 0; i < sizeof work / sizeof *work; i++)
            check_rel(work[i], 0, 0);
    }
    check_rel(tn_survey_df(&survey), 6, 0);
}

/* Every household its own PSU. */
static void households_drawn_alone_in_strata(void **state)
{
    (void)state;
    static const double fraction[] = {0, 0.25, 0.5};

    for_cases (100) {
        double w[ROWS], w2[ROWS], e[ROWS], n[STRATA] = {0}, mean[STRATA] = {0}, want = 0;
        double work[STRATA + 3 * STRATA] = {0};
        uint32_t unit[ROWS];
        for (uint64_t i = 0; i < ROWS; i++) {
            unit[i] = (uint32_t)(STRATA * case_uniform(4 * i + 2));
            w[i] = 0.1 + case_uniform(4 * i);
            w2[i] = w[i] * w[i];
            e[i] = case_uniform(4 * i + 1) - 0.3;
            n[unit[i]]++;
            mean[unit[i]] += w[i] * e[i];
        }
        for (int i = 0; i < ROWS; i++) {
            uint32_t h = unit[i];
            double off = w[i] * e[i] - mean[h] / n[h];
            want += (1 - fraction[h]) * off * off * (n[h] > 1 ? n[h] / (n[h] - 1) : 1);
        }
        struct tn_survey survey = {false, STRATA, STRATA, NULL, n, fraction};
        struct tn_survey_part part[] = {{25, unit, w, w2, e},
                                        {ROWS - 25, unit + 25, w + 25, w2 + 25, e + 25}};
        check_rel(tn_survey_variance(&survey, 2, part, work), want, 1e-12);
    }
}

/* 30 of 124, weights 1: p (1 - p)/(n - 1). */
static void a_share_has_its_textbook_variance(void **state)
{
    (void)state;
    const double psus[] = {124}, w[] = {30, 94}, p = 30 / 124.;
    const double e[] = {(1 - p) / 124, -p / 124};
    const uint32_t unit[] = {0, 0};
    struct tn_survey survey = {false, 1, 1, NULL, psus, NULL};
    struct tn_survey_part part = {2, unit, w, w, e};
    double work[4] = {0};

    check_rel(tn_survey_variance(&survey, 1, &part, work), p * (1 - p) / 123, 1e-14);
    check_rel(tn_survey_df(&survey), 123, 0);
}

static void tails_agree_with_r(void **state)
{
    (void)state;
    check_rel(tn_student_p(2.3211015522099999, 20), 0.0309608496803619, 1e-12);
    check_rel(tn_student_p(-2.3211015522099999, 20), 0.0309608496803619, 1e-12);
    check_rel(tn_student_p(13.284786765, (double)INFINITY), 2.83665364696795e-40, 1e-12);
    check_rel(tn_student_p(0, 20), 1, 0);
    check_rel(tn_student_p(-INFINITY, 20), 0, 0);
    check_rel(tn_student_p((double)NAN, 20), (double)NAN, 0);
}

int main(void)
{
    const struct CMUnitTest survey[] = {
        property(agrees_with_the_definition),
        property(households_drawn_alone_in_strata),
        cmocka_unit_test(a_share_has_its_textbook_variance),
        cmocka_unit_test(tails_agree_with_r),
    };
    return cmocka_run_group_tests(survey, NULL, NULL);
}
