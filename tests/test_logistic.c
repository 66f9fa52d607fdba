/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: R's glm (tests/oracle/trend/trends.csv); the closed form of two groups. */
#include "check.h"

#include "oracle_lines.h"
#include "tn/num/logistic.h"

static void slopes_agree_with_r(void **state)
{
    (void)state;
    struct oracle line;
    size_t lines = 0;

    oracle_open(&line, "tests/oracle/trend/trends.csv");
    for (; oracle_next(&line); lines++) {
        double year[ORACLE_NUMBERS], c[ORACLE_NUMBERS], n[ORACLE_NUMBERS], se;
        double x[2 * ORACLE_NUMBERS];
        struct tn_counted at[ORACLE_NUMBERS];
        size_t k = oracle_list(&line, 1, year);
        oracle_list(&line, 2, c);
        oracle_list(&line, 3, n);
        for (size_t i = 0; i < k; i++) {
            at[i] = (struct tn_counted){(long)c[i], (long)n[i]};
            x[2 * i] = 1;
            x[2 * i + 1] = year[i] - year[0];
        }
        struct tn_logistic of = tn_logistic(k, 2, x, at);
        double next = tn_logistic_at(&of, (double[]){1, year[k - 1] - year[0] + 1}, &se);
        check_rel(of.beta[0], oracle_real(&line, 6), 1e-10);
        check_rel(of.beta[1], oracle_real(&line, 7), 1e-10);
        check_rel(sqrt(of.covariance[0][0]), oracle_real(&line, 8), 1e-10);
        check_rel(sqrt(of.covariance[1][1]), oracle_real(&line, 9), 1e-10);
        check_rel(of.deviance, oracle_real(&line, 10), 1e-9);
        check_rel(of.null_deviance, oracle_real(&line, 11), 1e-9);
        check_rel(next, oracle_real(&line, 12), 1e-10);
        check_rel(se, oracle_real(&line, 13), 1e-10);
        check_rel(of.df, (double)k - 2, 0);
    }
    assert_int_equal(lines, 40);
}

/* Two groups: the slope is the difference of logits, its variance the sum of 1/count. */
static void two_groups_have_a_closed_form(void **state)
{
    (void)state;
    const double x[] = {1, 0, 1, 1};
    const struct tn_counted at[] = {{57, 67}, {23, 60}};
    struct tn_logistic of = tn_logistic(2, 2, x, at);

    check_rel(of.beta[1], log(23 / 37.) - log(57 / 10.), 1e-13);
    check_rel(of.covariance[1][1], 1 / 57. + 1 / 10. + 1 / 23. + 1 / 37., 1e-13);
    assert_true(fabs(of.deviance) < 1e-12);
}

/* Four groups, each term beside the first tells one from the first: its coefficient is a
 * difference of logits, and two of them share the variance of the first. */
static void four_groups_have_a_closed_form(void **state)
{
    (void)state;
    enum { GROUPS = 4 };
    const double x[GROUPS * GROUPS] = {1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1};
    const struct tn_counted at[] = {{57, 67}, {23, 60}, {11, 90}, {31, 41}};
    struct tn_logistic of = tn_logistic(GROUPS, GROUPS, x, at);
    double first = 1 / 57. + 1 / 10.;

    assert_in_range(of.steps, 1, 8);   // Newton's method: not a slower one
    for (size_t g = 1; g < GROUPS; g++) {
        double c = (double)at[g].c, rest = (double)(at[g].n - at[g].c);
        check_rel(of.beta[g], log(c / rest) - log(5.7), 1e-12);
        check_rel(of.covariance[g][g], first + 1 / c + 1 / rest, 1e-12);
        for (size_t h = 1; h < g; h++)
            check_rel(of.covariance[g][h], first, 1e-12);
    }
    assert_true(fabs(of.deviance) < 1e-12);
}

static void separation_and_doubled_terms_have_no_maximum(void **state)
{
    (void)state;
    const double x[] = {1, 0, 1, 1, 1, 2}, twice[] = {1, 2, 1, 2, 1, 2};
    const struct tn_counted apart[] = {{0, 20}, {0, 20}, {20, 20}};
    const struct tn_counted none[] = {{0, 20}, {0, 20}, {0, 20}};
    const struct tn_counted some[] = {{3, 20}, {4, 20}, {9, 20}};

    assert_int_equal(tn_logistic(3, 2, x, apart).steps, -1);
    assert_int_equal(tn_logistic(3, 2, x, none).steps, -1);
    assert_int_equal(tn_logistic(3, 2, twice, some).steps, -1);
    struct tn_logistic of = tn_logistic(3, 2, x, none);
    for (size_t a = 0; a < 2; a++) {
        check_rel(of.beta[a], (double)NAN, 0);
        for (size_t b = 0; b < 2; b++)
            check_rel(of.covariance[a][b], (double)NAN, 0);
    }
    check_rel(of.deviance, (double)NAN, 0);
    check_rel(of.null_deviance, (double)NAN, 0);
    assert_true(tn_logistic(3, 2, x, some).steps > 0);
}

int main(void)
{
    const struct CMUnitTest logistic[] = {
        cmocka_unit_test(slopes_agree_with_r),
        cmocka_unit_test(two_groups_have_a_closed_form),
        cmocka_unit_test(separation_and_doubled_terms_have_no_maximum),
        cmocka_unit_test(four_groups_have_a_closed_form),
    };
    return cmocka_run_group_tests(logistic, NULL, NULL);
}
