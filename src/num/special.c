/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/special.h"

#include <assert.h>
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>

double tn_expit(double x)
{
    if (x >= 0)
        return 1 / (1 + exp(-x));
    double odds = exp(x);
    return odds / (1 + odds);
}

/* Near 1/2 the logarithm of the odds is of a number near 1: log1p((2p - 1) / (1 - p)),
 * whose argument is exact but for the division. */
double tn_logit(double p)
{
    assert(p >= 0 && p <= 1);
    if (p > 0.25 && p < 0.75)
        return log1p((p - 0.5 + (p - 0.5)) / (1 - p));
    return log(p) - log1p(-p);
}

double tn_log1mexp(double x)
{
    assert(x >= 0);
    return x < M_LN2 ? log(-expm1(-x)) : log1p(-exp(-x));
}

double tn_log1pexp(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/* log n! less Stirling's formula for it; n >= 1. */
static double beyond_stirling(double n)
{
    gsl_sf_result star;
    int status = gsl_sf_gammastar_e(n, &star);
    assert(status == GSL_SUCCESS);
    (void)status;
    return log(star.val);
}

/* Stirling's formula for the three factorials, so that no two large logarithms are
 * ever subtracted: n = 10^7, k = 3 keeps all its digits. */
double tn_log_choose(long n, long k)
{
    assert(k >= 0 && k <= n);
    if (k == 0 || k == n)
        return 0;

    double all = (double)n, in = (double)(k < n - k ? k : n - k), out = all - in;
    double entropy = -in * log(in / all) - out * log1p(-in / all);
    double root = log(all / (2 * M_PI * in) / out) / 2;
    return entropy + root +
           (beyond_stirling(all) - beyond_stirling(in) - beyond_stirling(out));
}

double tn_normal_cdf(double x)
{
    return erfc(-x * M_SQRT1_2) / 2;
}

double tn_normal_quantile(double p)
{
    assert(p > 0 && p < 1);
    return gsl_cdf_ugaussian_Pinv(p);
}
