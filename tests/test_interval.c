/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: R (tests/oracle/interval/), the binomial's own tails in long double, closed
 * forms at the ends, and coverage by enumeration. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/num/interval.h"

enum { N = 67, LINE = 256 };

static const char *const method_name[] = {"wilson", "jeffreys", "clopper_pearson"};

static FILE *oracle(const char *path)
{
    char header[LINE];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(header, sizeof header, file));
    return file;
}

static void agrees_with_r(void **state)
{
    (void)state;
    FILE *file = oracle("tests/oracle/interval/binomial.csv");
    char name[LINE];
    double level, low, high;
    long c, n, rows = 0;
    while (fscanf(file, "%31[^,],%ld,%ld,%lf,%lf,%lf\n", name, &c, &n, &level, &low,
                  &high) == 6) {
        int method = 0;
        while (strcmp(name, method_name[method]))
            method++;
        struct tn_interval got = tn_interval_binomial((enum tn_interval_method)method, c,
                                                      n, level);
        check_rel(got.low, low, 2e-14);
        check_rel(got.high, high, 2e-14);
        rows++;
    }
    assert_int_equal(rows, 1140);
    fclose(file);
}

static void logit_t_agrees_with_r(void **state)
{
    (void)state;
    FILE *file = oracle("tests/oracle/interval/logit_t.csv");
    double share, se, df, level, t, low, high;
    long rows = 0;
    while (fscanf(file, "%lf,%lf,%lf,%lf,%lf,%lf,%lf\n", &share, &se, &df, &level, &t,
                  &low, &high) == 7) {
        struct tn_interval got = tn_interval_logit(share, se, tn_t_within(level, df));
        double half = t * se / (share * (1 - share));
        check_rel(tn_t_within(level, df), t, 4e-15);
        check_rel(got.low, low, 4e-15 * (1 + half));
        check_rel(got.high, high, 4e-15 * (1 + half));
        rows++;
    }
    assert_int_equal(rows, 168);
    fclose(file);
}

static long double binomial(long k, long n, double share)
{
    long double p = (long double)share;
    return expl(lgammal((long double)n + 1) - lgammal((long double)k + 1) -
                lgammal((long double)(n - k) + 1) + (long double)k * logl(p) +
                (long double)(n - k) * log1pl(-p));
}

/* At a Clopper-Pearson bound the binomial tail beyond c is half of what the level
 * leaves; the definition, by plain addition. */
static void clopper_pearson_leaves_the_tails_it_should(void **state)
{
    (void)state;
    for_cases (100) {
        long n = 2 + (long)(150 * case_uniform(0));
        long c = 1 + (long)((double)(n - 1) * case_uniform(1));
        double level = 0.5 + 0.4999 * case_uniform(2);
        struct tn_interval at = tn_interval_binomial(TN_CLOPPER_PEARSON, c, n, level);
        long double above = 0, below = 0;
        for (long k = n; k >= c; k--)
            above += binomial(k, n, at.low);
        check_rel((double)above, (1 - level) / 2, 1e-12);
        for (long k = 0; k <= c && c < n; k++)
            below += binomial(k, n, at.high);
        if (c < n)
            check_rel((double)below, (1 - level) / 2, 1e-12);
    }
}

/* A Wilson bound p solves |c - n p| = z sqrt(n p (1 - p)). */
static void wilson_bounds_solve_the_score_equation(void **state)
{
    (void)state;
    double z = 1.6448536269514722;   // P(|Z| <= z) = 0.9
    for_cases (200) {
        long n = 2 + (long)(1e6 * pow(case_uniform(0), 4));
        long c = 1 + (long)((double)(n - 1) * case_uniform(1));
        struct tn_interval at = tn_interval_binomial(TN_WILSON, c, n, 0.9);
        double low = z * sqrt((double)n * at.low * (1 - at.low));
        double high = z * sqrt((double)n * at.high * (1 - at.high));
        check_rel(((double)c - low) / (double)n, at.low, 1e-12);
        if (c < n)
            check_rel(((double)c + high) / (double)n, at.high, 1e-12);
    }
}

static void ends_are_exact_and_closed(void **state)
{
    (void)state;
    for (int m = TN_WILSON; m <= TN_CLOPPER_PEARSON; m++) {
        enum tn_interval_method method = (enum tn_interval_method)m;
        check_rel(tn_interval_binomial(method, 0, N, 0.95).low, 0, 0);
        check_rel(tn_interval_binomial(method, N, N, 0.95).high, 1, 0);
        check_rel(tn_interval_binomial(method, 0, 0, 0.95).low, (double)NAN, 0);
        check_rel(tn_interval_binomial(method, 0, 0, 0.95).high, (double)NAN, 0);
    }
    check_rel(tn_interval_binomial(TN_CLOPPER_PEARSON, 0, N, 0.95).high,
              1 - pow(0.025, 1.0 / N), 1e-14);
    check_rel(tn_interval_binomial(TN_CLOPPER_PEARSON, N, N, 0.95).low,
              pow(0.025, 1.0 / N), 1e-14);
    check_rel(tn_interval_binomial(TN_CLOPPER_PEARSON, 0, 100000000, 0.95).high,
              -expm1(log(0.025) / 1e8), 1e-14);
    double z2 = 3.841458820694124;   // chi-square with 1 degree of freedom, 95 %
    check_rel(tn_interval_binomial(TN_WILSON, 0, N, 0.95).high, z2 / (N + z2), 1e-14);
}

/* The largest n: the normal curve is right to some 1e-6 standard deviations. */
static void holds_at_the_largest_n(void **state)
{
    (void)state;
    long n = 10, c;
    if (sizeof(long) < 8)
        return;   // no such number there
    for (int i = 0; i < 11; i++)
        n *= 10;
    c = n / 10 * 3;
    double sd = sqrt(0.3 * 0.7 / 1e12), z = 1.6448536269514722;
    for (int m = TN_WILSON; m <= TN_CLOPPER_PEARSON; m++) {
        struct tn_interval at = tn_interval_binomial((enum tn_interval_method)m, c, n,
                                                     0.9);
        check_rel((0.3 - at.low) / sd, z, 4e-6);
        check_rel((at.high - 0.3) / sd, z, 4e-6);
    }
}

/* Turning deprived into not deprived turns the interval over; more deprived move it
 * up; a higher level widens it; Jeffreys lies inside Clopper-Pearson. */
static void bounds_move_as_they_should(void **state)
{
    (void)state;
    for_cases (300) {
        enum tn_interval_method method = (enum tn_interval_method)(check_case % 3);
        long n = 1 + (long)exp(18 * case_uniform(0));
        long c = (long)((double)n * case_uniform(1));
        double level = 0.02 + 0.97 * case_uniform(2);
        struct tn_interval at = tn_interval_binomial(method, c, n, level);
        struct tn_interval turned = tn_interval_binomial(method, n - c, n, level);
        struct tn_interval more = tn_interval_binomial(method, c + 1, n, level);
        struct tn_interval surer = tn_interval_binomial(method, c, n, level + 0.009);
        assert_true(fabs(1 - turned.high - at.low) <= 4 * DBL_EPSILON);
        assert_true(fabs(1 - turned.low - at.high) <= 4 * DBL_EPSILON);
        assert_true(0 <= at.low && at.low < at.high && at.high <= 1);
        assert_true(more.low > at.low && more.high > at.high);
        assert_true(c == 0 || surer.low < at.low);
        assert_true(surer.high > at.high);
        struct tn_interval jeffreys = tn_interval_binomial(TN_JEFFREYS, c, n, level);
        struct tn_interval exact = tn_interval_binomial(TN_CLOPPER_PEARSON, c, n, level);
        assert_true(exact.low <= jeffreys.low && jeffreys.high < exact.high);
    }
}

/* How often the 95 % intervals of N households cover the share p, all counts tried. */
static double coverage(const struct tn_interval at[N + 1], double p)
{
    long double sum = 0;
    for (long c = 0; c <= N; c++)
        if (at[c].low <= p && p <= at[c].high)
            sum += binomial(c, N, p);
    return (double)sum;
}

static void coverage_is_as_known(void **state)
{
    (void)state;
    double mean[3] = {0}, worst[3] = {1, 1, 1};
    for (int m = TN_WILSON; m <= TN_CLOPPER_PEARSON; m++) {
        struct tn_interval at[N + 1];
        for (long c = 0; c <= N; c++)
            at[c] = tn_interval_binomial((enum tn_interval_method)m, c, N, 0.95);
        for (int i = 0; i < 999; i++) {
            double got = coverage(at, (i + 1) / 1000.0);
            mean[m] += got / 999;
            worst[m] = fmin(worst[m], got);
        }
    }
    assert_true(fabs(mean[TN_WILSON] - 0.95) < 0.004);
    assert_true(fabs(mean[TN_JEFFREYS] - 0.95) < 0.004);
    assert_true(worst[TN_CLOPPER_PEARSON] >= 0.95 && mean[TN_CLOPPER_PEARSON] < 0.975);
    assert_true(worst[TN_WILSON] > 0.83 && worst[TN_JEFFREYS] > 0.83);
}

static void logit_interval_knows_its_limits(void **state)
{
    (void)state;
    check_rel(tn_interval_logit(0, 0.1, 2.57).high, 0, 0);
    check_rel(tn_interval_logit(1, 0.1, 2.57).low, 1, 0);
    check_rel(tn_interval_logit(0.2385, 0, 2.57).low, 0.2385, 0);
    check_rel(tn_interval_logit((double)NAN, 0.1, 2.57).low, (double)NAN, 0);
    check_rel(tn_interval_logit(0.2385, (double)NAN, 2.57).high, (double)NAN, 0);
    assert_true(isinf(tn_t_within(0.95, 0)));
    /* Cauchy's law: the point is a tangent. */
    check_rel(tn_t_within(0.5, 1), 1, 1e-14);
    check_rel(tn_t_within(0.8, 1), tan(0.4 * 3.14159265358979323846), 4e-15);
    check_rel(tn_t_within(1e-9, 1), tan(0.5e-9 * 3.14159265358979323846), 4e-15);
    check_rel(tn_t_within(1e-9, 2), 1e-9 * sqrt(2 / (1 - 1e-18)), 4e-15);
    double z = 1.9599639845400542, first = z * (z * z + 1) / 4;
    check_rel(tn_t_within(0.95, 0.9e10), z + first / 0.9e10, 4e-15);
    check_rel(tn_t_within(0.95, 1.1e10), z + first / 1.1e10, 4e-15);
    check_rel(tn_t_within(0.95, INFINITY), z, 4e-15);
}

int main(void)
{
    const struct CMUnitTest interval[] = {
        cmocka_unit_test(agrees_with_r),
        cmocka_unit_test(logit_t_agrees_with_r),
        property(clopper_pearson_leaves_the_tails_it_should),
        property(wilson_bounds_solve_the_score_equation),
        cmocka_unit_test(ends_are_exact_and_closed),
        cmocka_unit_test(holds_at_the_largest_n),
        property(bounds_move_as_they_should),
        cmocka_unit_test(coverage_is_as_known),
        cmocka_unit_test(logit_interval_knows_its_limits),
    };
    return cmocka_run_group_tests(interval, NULL, NULL);
}
