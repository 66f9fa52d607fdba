/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: shapes whose tails are elementary (a or b 1; whole shapes, which are
 * binomial tails, added up in long double), GSL where its fraction settles, R for
 * larger ones (tests/oracle/interval/), and the normal curve's place in the middle of
 * huge shapes. */
#include "check.h"

#include <gsl/gsl_cdf.h>
#include <stdio.h>

#include "tn/num/betainc.h"

/* P(at least a of a + b - 1 succeed, each with chance x) = P(X <= x) for whole shapes. */
static double by_binomial(int a, int b, double x)
{
    int n = a + b - 1;
    long double sum = 0, y = 1 - (long double)x;
    for (int k = n; k >= a; k--)
        sum += expl(lgammal(n + 1.0L) - lgammal(k + 1.0L) - lgammal(n - k + 1.0L) +
                    (long double)k * logl((long double)x) +
                    (long double)(n - k) * logl(y));
    return (double)sum;
}

static void agrees_with_binomial_tails(void **state)
{
    (void)state;
    for_cases (300) {
        int a = 1 + (int)(40 * case_uniform(0)), b = 1 + (int)(40 * case_uniform(1));
        double x = case_uniform(2);
        check_rel(tn_beta_at_most(a, b, x), by_binomial(a, b, x), 4e-14);
        check_rel(tn_beta_at_least(a, b, x), by_binomial(b, a, 1 - x), 1e-13);
    }
}

static void powers_are_exact_where_a_shape_is_1(void **state)
{
    (void)state;
    for_cases (300) {
        double a = exp(14 * case_uniform(0) - 0.69), p = case_uniform(1);
        double x = exp(log(p) / a), far = -expm1(log(p) / a);
        check_rel(tn_beta_at_most(a, 1, x), pow(x, a), 1e-14 * (4 + a * 1e-3));
        check_rel(tn_beta_lower_point(a, 1, p), x, 2e-14);
        check_rel(tn_beta_upper_point(1, a, p), far, 2e-14);
        check_rel(tn_beta_density(a, 1, x), a * pow(x, a - 1), 1e-14 * (4 + a * 1e-3));
    }
    /* Halving alone would take longer than it may to come so near to 0. */
    check_rel(tn_beta_lower_point(1, 1, 1e-55), 1e-55, 2e-14);
    check_rel(tn_beta_lower_point(1, 3, 1e-55), 1e-55 / 3, 2e-14);
}

static void agrees_with_gsl_for_small_shapes(void **state)
{
    (void)state;
    for_cases (500) {
        double a = 0.1 + 30 * case_uniform(0), b = 0.1 + 30 * case_uniform(1);
        double x = case_uniform(2);
        check_rel(tn_beta_at_most(a, b, x), gsl_cdf_beta_P(x, a, b), 1e-12);
        check_rel(tn_beta_at_least(a, b, x), gsl_cdf_beta_Q(x, a, b), 1e-12);
    }
}

/* R 4.2.2 is right in its tails, but loses 4e-12 of the density of larger shapes. */
static void agrees_with_r_for_large_shapes(void **state)
{
    (void)state;
    FILE *file = fopen("tests/oracle/interval/beta.csv", "r");
    char header[64];
    double a, b, x, density, lower, upper;
    int rows = 0;
    assert_non_null(file);
    assert_non_null(fgets(header, sizeof header, file));
    while (fscanf(file, "%lf,%lf,%lf,%lf,%lf,%lf\n", &a, &b, &x, &density, &lower,
                  &upper) == 6) {
        double tol = a + b < 1e7 ? 1e-13 : 4e-12;
        check_rel(tn_beta_at_most(a, b, x), lower, tol);
        check_rel(tn_beta_at_least(a, b, x), upper, tol);
        if (a + b < 1e5)
            check_rel(tn_beta_density(a, b, x), density, 2e-13);
        rows++;
    }
    assert_int_equal(rows, 189);
    fclose(file);
}

/* Shapes up to 1e8, where GSL hangs: the point found has the tail asked for, both tails
 * share one point, and the mirror image gives the same distance from the other end. */
static void points_cut_off_the_tail_asked_for(void **state)
{
    (void)state;
    for_cases (400) {
        double a = exp(19 * case_uniform(0) - 0.7), b = exp(19 * case_uniform(1) - 0.7);
        double p = exp(-20 * case_uniform(2)), x = tn_beta_lower_point(a, b, p);
        if (x < 0.5) {
            double slope = tn_beta_density(a, b, x) / p * x;
            check_rel(tn_beta_at_most(a, b, x), p, 1e-12 + slope * 4 * DBL_EPSILON);
            check_rel(1 - tn_beta_upper_point(b, a, p), x, 2e-14 + DBL_EPSILON / x);
        }
        check_rel(tn_beta_upper_point(b, a, p), 1 - x, 2e-14 + DBL_EPSILON / (1 - x));
    }
}

static void huge_even_shapes_are_nearly_normal(void **state)
{
    (void)state;
    double half = 1e8, sd = 1 / sqrt(4 * (2 * half + 1));
    check_rel(tn_beta_at_most(half, half, 0.5), 0.5, 1e-11);
    check_rel((0.5 - tn_beta_lower_point(half, half, 0.025)) / sd,
              gsl_cdf_ugaussian_Qinv(0.025), 1e-7);
}

static void ends_are_exact(void **state)
{
    (void)state;
    assert_true(tn_beta_at_most(2.5, 7.25, 0) <= 0 &&
                tn_beta_at_least(2.5, 7.25, 0) >= 1);
    assert_true(tn_beta_at_most(2.5, 7.25, 1) >= 1 &&
                tn_beta_at_least(2.5, 7.25, 1) <= 0);
    assert_true(isinf(tn_beta_density(0.5, 3, 0)) && isinf(tn_beta_density(3, 0.5, 1)));
    assert_true(tn_beta_density(1.5, 3, 0) <= 0 && tn_beta_density(3, 1.5, 1) <= 0);
    check_rel(tn_beta_density(1, 3, 0), 3, 0);
    check_rel(tn_beta_density(4, 1, 1), 4, 0);
}

int main(void)
{
    const struct CMUnitTest betainc[] = {
        property(agrees_with_binomial_tails),
        property(powers_are_exact_where_a_shape_is_1),
        property(agrees_with_gsl_for_small_shapes),
        cmocka_unit_test(agrees_with_r_for_large_shapes),
        property(points_cut_off_the_tail_asked_for),
        cmocka_unit_test(huge_even_shapes_are_nearly_normal),
        cmocka_unit_test(ends_are_exact),
    };
    return cmocka_run_group_tests(betainc, NULL, NULL);
}
