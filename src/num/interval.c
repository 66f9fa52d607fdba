/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/interval.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#include "tn/num/betainc.h"
#include "tn/num/special.h"

/* The z with P(|Z| <= z) = level, from the tail, which is the smaller. */
static double z_within(double level)
{
    assert(level > 0 && level < 1);
    return -tn_normal_quantile((1 - level) / 2);
}

/* Beyond it the first term of the expansion in 1 / df has all digits. */
static const double NEARLY_NORMAL = 1e10;

double tn_t_within(double level, double df)
{
    assert(level >= 1e-100 && level < 1 && (df >= 1e-3 || (df >= 0 && df <= 0)));
    if (!(df > 0))
        return (double)INFINITY;
    if (df > NEARLY_NORMAL) {
        double z = z_within(level);
        return z + z * (z * z + 1) / (4 * df);
    }
    /* T^2 / (df + T^2) follows Beta(1/2, df / 2). Where the point is near 1, its
     * distance from 1 is what has the digits. */
    bool low = level < 0.5;
    double part = low ? tn_beta_lower_point(0.5, df / 2, level)
                      : tn_beta_upper_point(0.5, df / 2, 1 - level);
    double rest = 1 - part;
    if (part > 0.5) {
        rest = low ? tn_beta_upper_point(df / 2, 0.5, level)
                   : tn_beta_lower_point(df / 2, 0.5, 1 - level);
        part = 1 - rest;
    }
    return sqrt(df * (part / rest));
}

/* The roots of (n + z^2) p^2 - (2 c + z^2) p + c^2 / n. The lower one is formed from
 * the product of both: a difference would lose the digits of a rare trait. */
static struct tn_interval wilson(double c, double n, double level)
{
    double z = z_within(level);
    double sum = c + z * z / 2 + z * sqrt(c * (n - c) / n + z * z / 4);
    return (struct tn_interval){c / n * c / sum, sum / (n + z * z)};
}

static struct tn_interval equal_tails(double a_low, double a_high, double c, double n,
                                      double tail)
{
    /* Beta(c + a_low, ...) below, Beta(c + a_high, ...) above; the shapes of each add up
     * to n + 1. */
    return (struct tn_interval){
        c > 0 ? tn_beta_lower_point(c + a_low, n - c + 1 - a_low, tail) : 0,
        c < n ? tn_beta_upper_point(c + a_high, n - c + 1 - a_high, tail) : 1};
}

struct tn_interval tn_interval_binomial(enum tn_interval_method method, long c, long n,
                                        double level)
{
    assert(0 <= c && c <= n && (double)n <= 1e12 && level > 0 && level < 1);
    if (n == 0)
        return (struct tn_interval){(double)NAN, (double)NAN};

    double tail = (1 - level) / 2;
    struct tn_interval bounds = {0, 1};
    switch (method) {
    case TN_WILSON:
        bounds = wilson((double)c, (double)n, level);
        break;
    case TN_JEFFREYS:
        bounds = equal_tails(0.5, 0.5, (double)c, (double)n, tail);
        break;
    case TN_CLOPPER_PEARSON:
        bounds = equal_tails(0, 1, (double)c, (double)n, tail);
        break;
    }
    if (c == n)
        bounds.high = 1;
    return bounds;
}

static double expit(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

struct tn_interval tn_interval_logit(double share, double se, double t)
{
    if (isnan(share) || isnan(se) || isnan(t))
        return (struct tn_interval){(double)NAN, (double)NAN};
    assert(share >= 0 && share <= 1 && se >= 0);
    if (!(share > 0 && share < 1 && se > 0))
        return (struct tn_interval){share, share};

    double logit = log(share) - log1p(-share);
    double half = t * se / (share * (1 - share));
    return (struct tn_interval){expit(logit - half), expit(logit + half)};
}
