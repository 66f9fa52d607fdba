/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GSL never gets to see. Its functions stand here once more, look at what they are
 * handed, and call the library's own; numbers that no caller may hand in are handed in.
 * A promise broken by the caller ends in an assertion, which is caught here; what is
 * allowed gives the documented value; both at once.
 * Oracle of the beta law's points: its density added up by Simpson's rule. */
#define _GNU_SOURCE   // RTLD_NEXT
#include "check.h"

#include <assert.h>
#include <dlfcn.h>
#include <gsl/gsl_sf_result.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tn/num/betainc.h"
#include "tn/num/conditional.h"
#include "tn/num/interval.h"
#include "tn/num/qmc.h"
#include "tn/num/special.h"
#include "tn/num/spreadrate.h"
#include "tn/num/survey.h"

static long calls, refused;   // of GSL's functions, and with what they may not get

static void see(bool allowed)
{
    calls++;
    refused += !allowed;
}

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

double gsl_cdf_ugaussian_Pinv(double p);
double gsl_cdf_ugaussian_Pinv(double p)
{
    double (*call)(double);
    see(p > 0 && p < 1);
    real("gsl_cdf_ugaussian_Pinv", &call);
    return call(p);
}

double gsl_cdf_tdist_Q(double t, double df);
double gsl_cdf_tdist_Q(double t, double df)
{
    double (*call)(double, double);
    see(isfinite(t) && isfinite(df) && df > 0);
    real("gsl_cdf_tdist_Q", &call);
    return call(t, df);
}

double gsl_sf_lngamma(double x);
double gsl_sf_lngamma(double x)
{
    double (*call)(double);
    see(isfinite(x) && x > 0);
    real("gsl_sf_lngamma", &call);
    return call(x);
}

int gsl_sf_gammastar_e(double x, gsl_sf_result *to);
int gsl_sf_gammastar_e(double x, gsl_sf_result *to)
{
    int (*call)(double, gsl_sf_result *);
    see(isfinite(x) && x > 0);
    real("gsl_sf_gammastar_e", &call);
    return call(x, to);
}

int gsl_sf_log_1plusx_mx_e(double x, gsl_sf_result *to);
int gsl_sf_log_1plusx_mx_e(double x, gsl_sf_result *to)
{
    int (*call)(double, gsl_sf_result *);
    see(x > -1 && x <= 0.5);
    real("gsl_sf_log_1plusx_mx_e", &call);
    return call(x, to);
}

static jmp_buf caught;

/* The C library's, which prints and aborts. */
void __assert_fail(const char *what, const char *file, unsigned line, const char *where)
{
    (void)what, (void)file, (void)line, (void)where;
    longjmp(caught, 1);
}

static const double odd[] = {
    NAN,  -NAN, INFINITY, -INFINITY,       -DBL_MAX, -1.5, -1e-300, 0,     1e-300, 1e-17,
    0.25, 0.5,  1,        1 + DBL_EPSILON, 7.5,      1e9,  1e12,    1e300, DBL_MAX};
enum { ODD = sizeof odd / sizeof *odd };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static struct tn_arena arena;   // of a call, whether it comes back or not

/* One call: returns whether an assertion ended it; else *got is what it gave. */
static bool asserted(double (*f)(const double x[]), const double x[], double *got)
{
    volatile double start = seconds();
    bool stopped = setjmp(caught) != 0;

    if (!stopped)
        *got = f(x);
    tn_arena_free(&arena);
    assert_int_equal(refused, 0);
    if (seconds() - start > 1)
        fail_msg("%g %g %g: %g s", x[0], x[1], x[2], seconds() - start);
    return stopped;
}

static double quantile(const double x[])
{
    return tn_normal_quantile(x[0]);
}

static double within(const double x[])
{
    return tn_t_within(x[0], x[1]);
}

static double student(const double x[])
{
    return tn_student_p(x[0], x[1]);
}

static double beta_density(const double x[])
{
    return tn_beta_density(x[0], x[1], x[2]);
}

static double beta_at_most(const double x[])
{
    return tn_beta_at_most(x[0], x[1], x[2]);
}

static double beta_at_least(const double x[])
{
    return tn_beta_at_least(x[0], x[1], x[2]);
}

static double beta_lower(const double x[])
{
    return tn_beta_lower_point(x[0], x[1], x[2]);
}

static double beta_upper(const double x[])
{
    return tn_beta_upper_point(x[0], x[1], x[2]);
}

static bool is_share(double p)
{
    return p >= 0 && p <= 1;
}

static void quantiles_take_open_shares_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD; i++) {
        double x[] = {odd[i]}, got = 0;
        bool allowed = odd[i] > 0 && odd[i] < 1;
        assert_int_equal(asserted(quantile, x, &got), !allowed);
        assert_true(!allowed || isfinite(got));
    }
}

static void students_t_is_documented_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD; i++)
        for (size_t j = 0; j < ODD; j++) {
            double x[] = {odd[i], odd[j]}, got = 0;
            bool allowed = x[0] >= 1e-100 && x[0] < 1 &&
                           (x[1] >= 1e-3 || fabs(x[1]) <= 0);
            assert_int_equal(asserted(within, x, &got), !allowed);
            assert_true(!allowed || got >= 0);
            assert_false(asserted(student, x, &got));
            assert_int_equal(isnan(got), isnan(x[0]) || !(x[1] > 0));
            assert_true(isnan(got) || is_share(got));
        }
}

static void the_beta_law_is_documented_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD; i++) {
        double x[] = {odd[i % ODD], odd[i / ODD % ODD], odd[i / ODD / ODD]}, got = 0;
        bool shapes = x[0] >= 1e-4 && x[1] >= 1e-4 && x[0] + x[1] <= 2e12;
        bool closed = shapes && is_share(x[2]), open = closed && x[2] > 0 && x[2] < 1;
        assert_int_equal(asserted(beta_density, x, &got), !closed);
        assert_true(!closed || got >= 0);
        assert_int_equal(asserted(beta_at_most, x, &got), !closed);
        assert_true(!closed || isnan(got) || is_share(got));
        assert_int_equal(asserted(beta_at_least, x, &got), !closed);
        assert_true(!closed || isnan(got) || is_share(got));
        assert_int_equal(asserted(beta_lower, x, &got), !open);
        assert_true(!open || isnan(got) || is_share(got));
        assert_int_equal(asserted(beta_upper, x, &got), !open);
        assert_true(!open || isnan(got) || is_share(got));
    }
}

static double spread_share(const double x[])
{
    return tn_spread_share(1, x, x + 1, x[2], x[3]).new_sd;
}

static double spread_rate(const double x[])
{
    return tn_spread_rate(1, x, x + 1, x[2], x[3]).new_sd;
}

static void spreads_take_finite_numbers_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD; i++) {
        double k = odd[i % ODD], n = odd[i / ODD], got = 0;
        for (int prior = 0; prior < 2; prior++) {
            double x[] = {prior ? 3 : k, prior ? 90 : n, prior ? k : -2, prior ? n : 1};
            bool known = isfinite(x[2]) && isfinite(x[3]) && x[3] > 0;
            bool share = known && x[0] >= 0 && x[0] <= x[1] && isfinite(x[1]);
            bool rate = known && x[0] >= 0 && isfinite(x[0]) && x[1] > 0 &&
                        isfinite(x[1]);
            assert_int_equal(asserted(spread_share, x, &got), !share);
            assert_int_equal(asserted(spread_rate, x, &got), !rate);
        }
    }
}

static double points(const double x[])
{
    return *tn_qmc_points(&arena, (size_t)x[0], 4, 7);
}

static double nodes(const double x[])
{
    double z[200], weight[40];
    tn_ball_nodes((size_t)x[0], (size_t)x[1], 0, z, weight);
    return z[0];
}

static void points_and_nodes_need_a_dimension(void **state)
{
    (void)state;
    for (double dims = 0; dims < 3; dims++) {
        double x[] = {dims, 1}, got = 0;
        assert_int_equal(asserted(points, x, &got), dims < 1);
        assert_int_equal(asserted(nodes, x, &got), dims < 1);
        assert_true(dims < 1 || isfinite(got));
    }
    double x[] = {2, 0}, got = 0;
    assert_true(asserted(nodes, x, &got));
    x[1] = 7;
    assert_true(asserted(nodes, x, &got));
}

/* log of p^a (1 - p)^b over its largest value, p = expit t. */
static long double drop(double a, double b, long double t)
{
    long double top = logl((long double)a / (long double)b);
    long double rise = t - top,
                share = (long double)a / ((long double)a + (long double)b);
    return (long double)a * rise -
           ((long double)a + (long double)b) * log1pl(share * expm1l(rise));
}

static long double simpson(double a, double b, long double from, long double to)
{
    enum { STEPS = 4000 };
    long double h = (to - from) / STEPS, sum = 0;
    for (int i = 0; i <= STEPS; i++)
        sum += (i == 0 || i == STEPS ? 1
                : i % 2              ? 4
                                     : 2) *
               expl(drop(a, b, from + h * (long double)i));
    return sum * h / 3;
}

/* P(X <= x) for x = expit t, X of Beta(a, b). */
static double tail(double a, double b, double t)
{
    long double top = logl((long double)a / (long double)b), from = top, to = top;
    long double step = sqrtl(1 / (long double)a + 1 / (long double)b);
    while (drop(a, b, from) > -45)
        from -= step;
    while (drop(a, b, to) > -45)
        to += step;
    return (double)(simpson(a, b, from, t) /
                    (simpson(a, b, from, t) + simpson(a, b, t, to)));
}

static void points_cut_off_what_they_should(void **state)
{
    (void)state;
    static const double level[] = {0.5, 0.95, 0.9998};
    for (double n = 1000; n < 2e8; n *= 10)
        for (int part = 0; part < 13; part++) {
            double c = part < 4 ? 1 + 2 * part : floor(n * (part - 3) / 10);
            for (int i = 0; i < 6; i++) {
                double p = (1 - level[i / 2]) / 2, a = c + (i % 2 ? 0.5 : 0);
                double b = n - c + (i % 2 ? 0.5 : 1);
                double low = tn_beta_lower_point(a, b, p);
                check_rel(tail(a, b, log(low) - log1p(-low)), p, 3e-8);
                double high = tn_beta_lower_point(b, a, p);   // 1 less the upper one
                check_rel(1 - tail(a, b, log1p(-high) - log(high)), p, 3e-7);
            }
        }
}

static int count_calls(void **state)
{
    (void)state;
    return calls > 10000 ? 0 : -1;
}

int main(void)
{
    alarm(300);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_take_open_shares_alone),
        cmocka_unit_test(students_t_is_documented_everywhere),
        cmocka_unit_test(the_beta_law_is_documented_everywhere),
        cmocka_unit_test(spreads_take_finite_numbers_alone),
        cmocka_unit_test(points_and_nodes_need_a_dimension),
        cmocka_unit_test(points_cut_off_what_they_should),
    };
    return cmocka_run_group_tests(tests, NULL, count_calls);
}
