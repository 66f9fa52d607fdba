/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/proportion.h"

#include <assert.h>
#include <math.h>

#include "tn/num/survey.h"

static double share(struct tn_counted at)
{
    assert(at.n > 0 && at.c >= 0 && at.c <= at.n);
    return (double)at.c / (double)at.n;
}

static struct tn_interval wilson(struct tn_counted at, double level)
{
    return tn_interval_binomial(TN_WILSON, at.c, at.n, level);
}

/* The score test of equal shares, pooled. */
static void test(struct tn_counted before, struct tn_counted after,
                 struct tn_compared *of)
{
    double n1 = (double)before.n, n2 = (double)after.n;
    double pooled = (double)(before.c + after.c) / (n1 + n2);
    double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);

    of->z = variance > 0 ? (share(after) - share(before)) / sqrt(variance) : 0;
    of->p = tn_student_p(of->z, (double)INFINITY);
}

struct tn_compared tn_share_difference(struct tn_counted before, struct tn_counted after,
                                       double level)
{
    double p1 = share(before), p2 = share(after);
    struct tn_interval i1 = wilson(before, level), i2 = wilson(after, level);
    struct tn_compared of = {.value = p2 - p1};

    of.interval.low = of.value - hypot(p2 - i2.low, i1.high - p1);
    of.interval.high = of.value + hypot(i2.high - p2, p1 - i1.low);
    test(before, after, &of);
    return of;
}

/* The root of (p1 p2)^2 - a b (2 p2 - a)(2 p1 - b), written without the difference of
 * squares: u^2 - v^2 = (u - v)(u + v) is still one, but clipped at 0 by meaning. */
static double recovered(double p1, double p2, double a, double b)
{
    double square = p1 * p2 * (p1 * p2) - a * b * (2 * p2 - a) * (2 * p1 - b);
    return square > 0 ? sqrt(square) : 0;
}

struct tn_compared tn_share_ratio(struct tn_counted before, struct tn_counted after,
                                  double level)
{
    double p1 = share(before), p2 = share(after);
    struct tn_interval i1 = wilson(before, level), i2 = wilson(after, level);
    struct tn_compared of = {.value = before.c ? p2 / p1 : (double)NAN};
    double above = i1.low * (2 * p1 - i1.low);

    /* (x - root)/below in the form (x^2 - root^2)/(below (x + root)): no cancellation,
     * and right also where the divisor is 0 or negative. */
    of.interval.low = i2.low * (2 * p2 - i2.low) /
                      (p1 * p2 + recovered(p1, p2, i2.low, i1.high));
    if (!(i2.low > 0))
        of.interval.low = 0;
    of.interval.high = above > 0 ? (p1 * p2 + recovered(p1, p2, i2.high, i1.low)) / above
                                 : (double)INFINITY;
    test(before, after, &of);
    return of;
}

struct tn_trend_test tn_trend_test(size_t k, const struct tn_counted at[],
                                   const double score[])
{
    double n = 0, c = 0, middle = 0, slope = 0, spread = 0;

    for (size_t i = 0; i < k; i++) {
        n += (double)at[i].n;
        c += (double)at[i].c;
        middle += (double)at[i].n * score[i];
    }
    double p = c / n;
    middle /= n;
    for (size_t i = 0; i < k; i++) {
        double off = score[i] - middle;
        slope += off * ((double)at[i].c - (double)at[i].n * p);
        spread += (double)at[i].n * off * off;
    }
    double z = slope / sqrt(p * (1 - p) * spread);
    if (!(p * (1 - p) * spread > 0))
        z = (double)NAN;
    return (struct tn_trend_test){z, tn_student_p(z, (double)INFINITY)};
}
