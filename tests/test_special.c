/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the plain formulas in long double, GSL, and identities at the ends. */
#include "check.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>

#include "tn/num/special.h"

static void expit_keeps_its_digits_at_both_ends(void **state)
{
    (void)state;
    for_cases (2000) {
        double x = 700 * (case_uniform(0) - 0.5) * case_uniform(1);
        long double want = 1 / (1 + expl(-(long double)x));
        check_rel(tn_expit(x), (double)want, 4 * DBL_EPSILON);
        check_rel(tn_expit(-x), (double)(1 / (1 + expl((long double)x))),
                  4 * DBL_EPSILON);
    }
    check_rel(tn_expit(0), 0.5, 0);
    check_rel(tn_expit(-HUGE_VAL), 0, 0);
    check_rel(tn_expit(HUGE_VAL), 1, 0);
    assert_true(isnan(tn_expit((double)NAN)));
}

static void logit_undoes_expit(void **state)
{
    (void)state;
    for_cases (2000) {
        double p = pow(case_uniform(0), 1 + 9 * case_uniform(1));
        long double want = logl((long double)p / (1 - (long double)p));
        assert_true(fabs(tn_logit(p) - (double)want) <=
                    4 * DBL_EPSILON * fmax(1, fabs((double)want)));
        check_rel(tn_expit(tn_logit(p)), p, 200 * DBL_EPSILON);
    }
    check_rel(tn_logit(0.5), 0, 0);
    check_rel(tn_logit(0.5 + 1e-10), 4.0000000000000000e-10, 1e-6);
    assert_true(isinf(tn_logit(0)) && tn_logit(0) < 0);
    assert_true(isinf(tn_logit(1)) && tn_logit(1) > 0);
}

static void logs_near_one_keep_their_digits(void **state)
{
    (void)state;
    for_cases (2000) {
        double x = exp(80 * (case_uniform(0) - 0.5));
        long double mexp = x < 1 ? logl(-expm1l(-(long double)x))
                                 : log1pl(-expl(-(long double)x));
        check_rel(tn_log1mexp(x), (double)mexp, 4 * DBL_EPSILON);
        check_rel(tn_log1pexp(x),
                  (double)((long double)x + log1pl(expl(-(long double)x))),
                  4 * DBL_EPSILON);
        check_rel(tn_log1pexp(-x), (double)log1pl(expl(-(long double)x)),
                  4 * DBL_EPSILON);
    }
    assert_true(isinf(tn_log1mexp(0)) && tn_log1mexp(0) < 0);
    check_rel(tn_log1pexp(800), 800, 0);
    check_rel(tn_log1pexp(0), log(2), DBL_EPSILON);
}

static void log_choose_follows_pascal(void **state)
{
    (void)state;
    double row[61] = {1};   // exact: every entry below 2^53
    for (long n = 1; n <= 56; n++) {
        for (long k = n; k > 0; k--)
            row[k] += row[k - 1];
        for (long k = 0; k <= n; k++)
            assert_true(fabs(tn_log_choose(n, k) - log(row[k])) <=
                        2e-15 * (1 + log(row[k])));
    }
    for (long n = 1000003; n < 100000000; n += n / 100)   // what is left out as taken
        for (long k = 1; k < 200; k = 2 * k + 1)
            check_rel(tn_log_choose(n, n - k), tn_log_choose(n, k), 0);
    check_rel(tn_log_choose(10000000, 3),
              log(10000000.0) + log(9999999.0) + log(9999998.0) - log(6.0), 1e-15);
}

static void normal_quantile_undoes_the_cdf(void **state)
{
    (void)state;
    for_cases (2000) {
        double p = pow(case_uniform(0), 1 + 29 * case_uniform(1));
        double x = tn_normal_quantile(p);
        check_rel(tn_normal_cdf(x), p, 1e-14 * (1 + x * x) + 4 * DBL_EPSILON);
        check_rel(tn_normal_cdf(x), gsl_cdf_ugaussian_P(x), 1e-13);
    }
    check_rel(tn_normal_quantile(0.975), 1.9599639845400542, 1e-15);
}

int main(void)
{
    const struct CMUnitTest special[] = {
        property(expit_keeps_its_digits_at_both_ends),
        property(logit_undoes_expit),
        property(logs_near_one_keep_their_digits),
        cmocka_unit_test(log_choose_follows_pascal),
        property(normal_quantile_undoes_the_cdf),
    };
    return cmocka_run_group_tests(special, NULL, NULL);
}
