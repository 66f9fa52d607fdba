/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: all 2^n outcomes; the same sums in long double; the binomial law. */
#include "check.h"

#include "tn/num/poisbin.h"
#include "tn/num/special.h"

enum { FEW = 12, MANY = 200 };

static void draw_chances(size_t n, double p[])
{
    for (size_t i = 0; i < n; i++)
        p[i] = case_uniform(i);
}

/* P(K = k) by counting all 2^n outcomes: slow, and hard to get wrong. */
static double by_counting(size_t n, const double p[], int k)
{
    double sum = 0;
    for (unsigned set = 0; set < 1u << n; set++) {
        if (__builtin_popcount(set) != k)
            continue;
        double chance = 1;
        for (size_t i = 0; i < n; i++)
            chance *= set >> i & 1 ? p[i] : 1 - p[i];
        sum += chance;
    }
    return sum;
}

static void agrees_with_counting_every_outcome(void **state)
{
    (void)state;
    for_cases (20) {
        double p[FEW], pmf[FEW + 1];
        draw_chances(FEW, p);
        tn_poisbin_pmf(FEW, p, pmf);
        for (int k = 0; k <= FEW; k++)
            check_rel(pmf[k], by_counting(FEW, p, k), 1e-13);
    }
}

static void equal_chances_give_the_binomial_law(void **state)
{
    (void)state;
    for_cases (50) {
        double p[MANY], pmf[MANY + 1];
        for (size_t i = 0; i < MANY; i++)
            p[i] = 0.05 + 0.9 * case_uniform(0);
        tn_poisbin_pmf(MANY, p, pmf);
        for (long k = 0; k <= MANY; k++) {
            double want = exp(tn_log_choose(MANY, k) + (double)k * log(p[0]) +
                              (double)(MANY - k) * log1p(-p[0]));
            check_rel(pmf[k], want, 1e-12);
        }
        check_rel(tn_poisbin_mean(MANY, pmf), MANY * p[0], 1e-13);
        check_rel(tn_poisbin_sd(MANY, pmf), sqrt(MANY * p[0] * (1 - p[0])), 1e-12);
    }
}

/* The header promises 4 n eps for each entry, tails included. */
static void keeps_its_promised_accuracy(void **state)
{
    (void)state;
    for_cases (200) {
        double p[MANY], pmf[MANY + 1];
        long double exact[MANY + 1] = {1};
        draw_chances(MANY, p);
        tn_poisbin_pmf(MANY, p, pmf);
        for (int m = 0; m < MANY; m++) {
            for (int k = m + 1; k > 0; k--)
                exact[k] = exact[k] * (1 - (long double)p[m]) +
                           exact[k - 1] * (long double)p[m];
            exact[0] *= 1 - (long double)p[m];
        }
        for (int k = 0; k <= MANY; k++)
            check_rel(pmf[k], (double)exact[k], 4 * MANY * DBL_EPSILON);
    }
}

static void sure_households_only_shift_the_law(void **state)
{
    (void)state;
    const double p[] = {1, 0.2385, 0, 0.6471, 1};
    double pmf[6], two[3];

    tn_poisbin_pmf(5, p, pmf);
    tn_poisbin_pmf(2, (const double[]){0.2385, 0.6471}, two);
    for (int k = 0; k <= 5; k++)
        check_rel(pmf[k], k >= 2 && k <= 4 ? two[k - 2] : 0, 0);
    tn_poisbin_pmf(0, NULL, pmf);
    check_rel(pmf[0], 1, 0);
    check_rel(tn_poisbin_sd(0, pmf), 0, 0);
}

static void tails_and_quantiles_meet_at_the_ends(void **state)
{
    (void)state;
    const double p[] = {0.5, 0.5};
    double pmf[3];

    tn_poisbin_pmf(2, p, pmf);
    check_rel(tn_poisbin_at_least(2, pmf, -1), 1, 0);
    check_rel(tn_poisbin_at_least(2, pmf, 0), 1, 0);
    check_rel(tn_poisbin_at_least(2, pmf, 1), 0.75, 0);
    check_rel(tn_poisbin_at_least(2, pmf, 3), 0, 0);
    check_rel(tn_poisbin_at_most(2, pmf, -1), 0, 0);
    check_rel(tn_poisbin_at_most(2, pmf, 0), 0.25, 0);
    check_rel(tn_poisbin_at_most(2, pmf, 2), 1, 0);
    assert_int_equal(tn_poisbin_quantile(2, pmf, 0.25), 0);
    assert_int_equal(tn_poisbin_quantile(2, pmf, 0.26), 1);
    assert_int_equal(tn_poisbin_quantile(2, pmf, 0.999), 2);
    assert_int_equal(tn_poisbin_assured(2, pmf, 0.25), 2);
    assert_int_equal(tn_poisbin_assured(2, pmf, 0.26), 1);
    assert_int_equal(tn_poisbin_assured(2, pmf, 0.76), 0);
    /* A law whose sum is rounded down never reaches 1: none is assured. */
    const double short_of_1[] = {0, 0.25, 0.5, 0.125};
    assert_int_equal(tn_poisbin_assured(2, short_of_1 + 1, 1), 0);
}

static void tails_keep_their_digits(void **state)
{
    (void)state;
    for_cases (50) {
        double p[MANY], pmf[MANY + 1];
        draw_chances(MANY, p);
        tn_poisbin_pmf(MANY, p, pmf);
        for (long k = 0; k <= MANY; k++) {
            long double up = 0, down = 0;
            for (long j = MANY; j >= k; j--)
                up += (long double)pmf[j];
            for (long j = 0; j <= k; j++)
                down += (long double)pmf[j];
            check_rel(tn_poisbin_at_least(MANY, pmf, k), (double)up, 1e-13);
            check_rel(tn_poisbin_at_most(MANY, pmf, k), (double)down, 1e-13);
        }
    }
}

int main(void)
{
    const struct CMUnitTest poisbin[] = {
        property(agrees_with_counting_every_outcome),
        property(equal_chances_give_the_binomial_law),
        property(keeps_its_promised_accuracy),
        cmocka_unit_test(sure_households_only_shift_the_law),
        cmocka_unit_test(tails_and_quantiles_meet_at_the_ends),
        property(tails_keep_their_digits),
    };
    return cmocka_run_group_tests(poisbin, NULL, NULL);
}
