/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the same posteriors by plain sums over the mean and the spread on their own
 * scales, each area's share or rate integrated out by a plain sum too. */
#include "check.h"

#include "tn/num/spreadrate.h"

#include <string.h>

enum { AREAS = 4, P = 400 };

struct twin {
    double mass, scaled, scaled2, spread, fresh, fresh2;
};

static double normal(double x, double mean, double sd)
{
    double z = (x - mean) / sd;
    return exp(-z * z / 2) / (sd * sqrt(2 * acos(-1)));
}

/* An area's likelihood, p by the middles of P cells of logit p. */
static double share_area(double k, double n, double a, double b)
{
    double sum = 0, log_beta = lgamma(a) + lgamma(b) - lgamma(a + b);
    double choose = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
    double half = fmin(40, 9 * sqrt(1 / a + 1 / b));   // logit p: 9 sds to each side
    for (int i = 0; i < P; i++) {
        double x = log(a / b) + half * (2 * (i + 0.5) / P - 1);
        double log_p = x < 0 ? x - log1p(exp(x)) : -log1p(exp(-x)), log_q = log_p - x;
        sum += exp(choose + (k + a) * log_p + (n - k + b) * log_q - log_beta) * 2 * half /
               P;
    }
    return sum;
}

/* Mean and variance of a new area's share or rate under the normal law given. */
static void check_new(const struct tn_spread *s, const struct twin *t, int share)
{
    double mass = 0, mean = 0, square = 0, step = 0.01;
    for (double z = -9; z < 9; z += step) {
        double w = exp(-z * z / 2), x = s->new_mean + s->new_sd * z;
        double p = share ? 1 / (1 + exp(-x)) : exp(x);
        mass += w;
        mean += w * p;
        square += w * p * p;
    }
    check_rel(mean / mass, t->fresh / t->mass, 1e-3);
    check_rel(square / mass, t->fresh2 / t->mass, 1e-3);
}

static void shares_agree_with_plain_sums(void **state)
{
    (void)state;
    const double k[AREAS] = {5, 10, 1, 7}, n[AREAS] = {6, 55, 3, 20};
    struct twin t = {0};
    for (int i = 0; i < 60; i++)
        for (int j = 0; j < 90; j++) {
            double x = -5 + 9 * (i + 0.5) / 60, m = 1 / (1 + exp(-x));
            double y = -12 + 15 * (j + 0.5) / 90, r = 1 / (1 + exp(-y)),
                   total = (1 - r) / r;
            double w = normal(x, 0.4, 0.9) * 9 * r * pow(1 - r, 9) * (9.0 / 60) *
                       (15.0 / 90);
            for (int a = 0; a < AREAS; a++)
                w *= share_area(k[a], n[a], m * total, (1 - m) * total);
            t.mass += w;
            t.scaled += w * x;
            t.scaled2 += w * x * x;
            t.spread += w * r;
            t.fresh += w * m;
            t.fresh2 += w * (m * m + m * (1 - m) * r);
        }
    struct tn_spread s = tn_spread_share(AREAS, k, n, 0.4, 0.9);
    double mean = t.scaled / t.mass;
    assert_true(fabs(s.scaled_mean - mean) < 5e-4 * s.scaled_sd);
    check_rel(s.scaled_sd, sqrt(t.scaled2 / t.mass - mean * mean), 5e-4);
    check_rel(s.spread.mean, t.spread / t.mass, 1e-3);
    assert_true(fabs(s.log_marginal - log(t.mass)) < 1e-3);
    assert_true(s.mean.q05 < s.mean.q50 && s.mean.q50 < s.mean.q95);
    assert_true(s.new_sd > s.scaled_sd);
    check_new(&s, &t, 1);
}

static double rate_area(double k, double e, double mean, double shape)
{
    double sum = 0, scale = mean / shape, c = 1 / sqrt(shape);
    double low = c < 0.3 ? 10 * c : 25, width = c < 0.3 ? 20 * c : 32;
    for (int i = 0; i < P; i++) {
        double x = log(mean) - low + width * (i + 0.5) / P, l = exp(x);
        sum += exp(k * log(e * l) - e * l - lgamma(k + 1) + shape * log(l / scale) -
                   l / scale - lgamma(shape)) *
               width / P;
    }
    return sum;
}

static void rates_agree_with_plain_sums(void **state)
{
    (void)state;
    const double k[AREAS] = {3, 0, 12, 4}, e[AREAS] = {0.9, 0.4, 2.1, 1.3};
    struct twin t = {0};
    for (int i = 0; i < 60; i++)
        for (int j = 0; j < 120; j++) {
            double x = -2 + 7 * (i + 0.5) / 60, y = -9 + 10.5 * (j + 0.5) / 120,
                   c = exp(y);
            double w = normal(x, 1, 0.8) * 2 * normal(c, 0, 0.5) * c * (7.0 / 60) *
                       (10.5 / 120);
            for (int a = 0; a < AREAS; a++)
                w *= rate_area(k[a], e[a], exp(x), 1 / (c * c));
            t.mass += w;
            t.scaled += w * x;
            t.scaled2 += w * x * x;
            t.spread += w * c;
            t.fresh += w * exp(x);
            t.fresh2 += w * exp(2 * x) * (1 + c * c);
        }
    struct tn_spread s = tn_spread_rate(AREAS, k, e, 1, 0.8);
    double mean = t.scaled / t.mass;
    assert_true(fabs(s.scaled_mean - mean) < 5e-4 * s.scaled_sd);
    check_rel(s.scaled_sd, sqrt(t.scaled2 / t.mass - mean * mean), 5e-4);
    check_rel(s.spread.mean, t.spread / t.mass, 1e-3);
    assert_true(fabs(s.log_marginal - log(t.mass)) < 1e-3);
    check_new(&s, &t, 0);
}

static void without_data_the_prior_comes_back(void **state)
{
    (void)state;
    struct tn_spread s = tn_spread_share(0, NULL, NULL, 0.3, 0.7);
    assert_true(fabs(s.scaled_mean - 0.3) < 1e-6);
    check_rel(s.scaled_sd, 0.7, 1e-5);
    check_rel(s.spread.q50, 1 - pow(0.5, 1.0 / 9), 1e-3);
    assert_true(fabs(s.log_marginal) < 1e-3);
    s = tn_spread_rate(0, NULL, NULL, 1.5, 0.4);
    assert_true(fabs(s.scaled_mean - 1.5) < 1e-6);
    check_rel(s.scaled_sd, 0.4, 1e-5);
    check_rel(s.spread.q50, 0.6744897501960817 / 2, 1e-3);
}

static void has_quantiles(const struct tn_marginal *m, double q05, double q50, double q95,
                          double close)
{
    assert_true(fabs(m->q05 - q05) < close * m->sd);
    assert_true(fabs(m->q50 - q50) < close * m->sd);
    assert_true(fabs(m->q95 - q95) < close * m->sd);
}

/* Normal of the logit or the logarithm; Beta(1, 9): 1 - (1 - P)^(1 / 9); half-normal.
 * Measured: 1e-5 sds; 3.4e-3 of the last, whose logarithm bends most between the points.
 */
static void the_priors_quantiles_come_back(void **state)
{
    (void)state;
    const double z = 1.6448536269514722;
    struct tn_spread s = tn_spread_share(0, NULL, NULL, 0.3, 0.7);
    has_quantiles(&s.mean, 1 / (1 + exp(-0.3 + 0.7 * z)), 1 / (1 + exp(-0.3)),
                  1 / (1 + exp(-0.3 - 0.7 * z)), 2e-5);
    has_quantiles(&s.spread, 1 - pow(0.95, 1.0 / 9), 1 - pow(0.5, 1.0 / 9),
                  1 - pow(0.05, 1.0 / 9), 2e-5);
    s = tn_spread_rate(0, NULL, NULL, 1.5, 0.4);
    has_quantiles(&s.mean, exp(1.5 - 0.4 * z), exp(1.5), exp(1.5 + 0.4 * z), 2e-5);
    has_quantiles(&s.spread, 0.06270677794321385 / 2, 0.6744897501960817 / 2,
                  1.959963984540054 / 2, 5e-3);
}

/* Much data in areas all alike: the binomial's own error, and hardly any spread. */
static void areas_alike_leave_no_spread(void **state)
{
    (void)state;
    double k[200], n[200];
    for (size_t i = 0; i < 200; i++)
        k[i] = 300, n[i] = 1000;
    struct tn_spread s = tn_spread_share(200, k, n, 0, 1.5);
    assert_true(s.spread.q95 < 5e-4);
    assert_true(fabs(s.scaled_mean - log(3.0 / 7)) < 1e-4);
    assert_true(s.scaled_sd < 1.1 / sqrt(200000 * 0.21) &&
                s.scaled_sd > 0.95 / sqrt(200000 * 0.21));
}

static void ends_stay_finite(void **state)
{
    (void)state;
    const double none[3] = {0}, n[3] = {4, 0, 900}, all[3] = {4, 0, 900};
    struct tn_spread s = tn_spread_share(3, none, n, -1, 1.2);
    assert_true(isfinite(s.log_marginal) && s.scaled_mean < -1.5 && s.scaled_sd > 0.1);
    s = tn_spread_share(3, all, n, -1, 1.2);
    assert_true(isfinite(s.log_marginal) && s.scaled_mean > 0 && isfinite(s.new_sd));
    const double e[3] = {0.5, 2, 9};
    s = tn_spread_rate(3, none, e, 0, 1);
    assert_true(isfinite(s.log_marginal) && s.scaled_mean < -0.5 && isfinite(s.new_sd));
}

int main(void)
{
    const struct CMUnitTest spreadrate[] = {
        cmocka_unit_test(shares_agree_with_plain_sums),
        cmocka_unit_test(rates_agree_with_plain_sums),
        cmocka_unit_test(without_data_the_prior_comes_back),
        cmocka_unit_test(the_priors_quantiles_come_back),
        cmocka_unit_test(areas_alike_leave_no_spread),
        cmocka_unit_test(ends_stay_finite),
    };
    return cmocka_run_group_tests(spreadrate, NULL, NULL);
}
