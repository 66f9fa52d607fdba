/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/betainc.h"

#include <assert.h>
#include <float.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <math.h>
#include <stdbool.h>

/* The fraction needs at most about 2 sqrt(a + b) terms, 2e6 at a + b = 1e12. */
static const long MOST_TERMS = 10000000;
static const int MOST_STEPS = 200;
static const double WIDEST_MISS = 1e-9;   // of a tail's logarithm, in what is given back
static const double SMALLEST = 1e-4, LARGEST = 2e12;   // of the shapes, and their sum
static const double TINY = 1e-300;   // stands for a denominator of 0, as Lentz has it

/* A place on the way from 0 to 1, known from both ends: y is 1 - x, to its own last
 * digit where x is near 1, and the other way about. */
struct place {
    double a, b, x, y;
};

static bool are_shapes(double a, double b)
{
    return a >= SMALLEST && b >= SMALLEST && a + b <= LARGEST;
}

static struct place place_at(double a, double b, double x)
{
    assert(are_shapes(a, b) && x >= 0 && x <= 1);
    return (struct place){a, b, x, 1 - x};
}

static struct place seen_from_1(struct place at)
{
    return (struct place){at.b, at.a, at.y, at.x};
}

/* x minus the mean. */
static double from_mean(struct place at)
{
    double n = at.a + at.b;
    return at.x <= 0.5 ? at.x - at.a / n : at.b / n - at.y;
}

/* log(1 + u) - u, never positive, where ratio is 1 + u: from u near 0 and from the
 * ratio elsewhere, so that neither loses digits. */
static double log_less(double ratio, double u)
{
    gsl_sf_result got;
    if (fabs(u) > 0.5)
        return log(ratio) - u;
    return gsl_sf_log_1plusx_mx_e(u, &got) ? (double)NAN : got.val;
}

/* Gamma(z) over Stirling's formula for it: 1 + 1 / (12 z) + ... */
static double over_stirling(double z)
{
    gsl_sf_result got;
    return gsl_sf_gammastar_e(z, &got) ? (double)NAN : got.val;
}

/* x^a y^b / B(a, b) for x inside (0, 1). At the mean both deviances are 0; their linear
 * parts cancel exactly, (a + b) (away - away) = 0, and are left out. */
static double weight(struct place at)
{
    static const double PI = 3.14159265358979323846;
    double a = at.a, b = at.b, n = a + b, away = from_mean(at);
    double deviance = a * log_less(at.x * (n / a), away * (n / a)) +
                      b * log_less(at.y * (n / b), -away * (n / b));
    double stirling = over_stirling(n) / (over_stirling(a) * over_stirling(b));
    return exp(deviance) * stirling * sqrt(a / n * b / (2 * PI));
}

static double density(struct place at)
{
    if (at.x > 0 && at.y > 0)
        return weight(at) / at.x / at.y;
    double shape = at.x > 0 ? at.b : at.a, other = at.x > 0 ? at.a : at.b;
    return shape < 1 ? (double)INFINITY : shape > 1 ? 0 : other;
}

double tn_beta_density(double a, double b, double x)
{
    return density(place_at(a, b, x));
}

static double not_zero(double x)
{
    return fabs(x) < TINY ? TINY : x;
}

/* x^a y^b over the integral of t^(a - 1) (1 - t)^(b - 1) up to x, for x not above the
 * mean, by Lentz's method. */
static double fraction(struct place at)
{
    double a = at.a, b = at.b, x = at.x, below = -(a + b) * from_mean(at);
    double sum = not_zero(a * (below + 1) / (a + 1)), c = sum, d = 0;

    for (long m = 1; m < MOST_TERMS; m++) {
        double n = (double)m, around = a + 2 * n;
        double over = (a + n - 1) / (around - 1) * ((a + b + n - 1) / (around - 1)) * n *
                      (b - n) * x * x;
        double under = n + n * (b - n) * x / (around - 1) +
                       (a + n) * (below + 1 + n * (1 + at.y)) / (around + 1);
        d = 1 / not_zero(under + over * d);
        c = not_zero(under + over / c);
        sum *= c * d;
        if (fabs(c * d - 1) < DBL_EPSILON)
            return sum;
    }
    return (double)NAN;
}

/* P(X <= x) and P(X >= x); the smaller is summed as itself. */
struct tails {
    double lower, upper;
};

static struct tails tails_at(struct place at)
{
    if (!(at.x > 0 && at.y > 0))
        return (struct tails){at.x > 0, at.x <= 0};
    bool left = from_mean(at) <= 0;
    struct place side = left ? at : seen_from_1(at);
    double tail = fmin(1, weight(side) / fraction(side));
    return left ? (struct tails){tail, 1 - tail} : (struct tails){1 - tail, tail};
}

double tn_beta_at_most(double a, double b, double x)
{
    return tails_at(place_at(a, b, x)).lower;
}

double tn_beta_at_least(double a, double b, double x)
{
    return tails_at(place_at(a, b, x)).upper;
}

/* Where the search is: the point lies between below and above. */
struct search {
    double a, b, p;
    bool from_top;   // p is the tail above the point
    double below, above;
};

/* The tail's logarithm at x less that of p; shrinks the bracket. */
static double miss(struct search *at, double x)
{
    struct tails tails = tails_at(place_at(at->a, at->b, x));
    double tail = at->from_top ? tails.upper : tails.lower;
    if ((tail > at->p) == at->from_top)
        at->below = x;
    else
        at->above = x;
    return log(tail / at->p);
}

/* One step of Newton's method on the logarithm, or, where that leaves the bracket or the
 * tail is 0 at x, half the bracket. */
static double next(const struct search *at, double x, double missed)
{
    double tail = at->p * exp(missed);
    double step = missed * tail / tn_beta_density(at->a, at->b, x);
    double to = at->from_top ? x + step : x - step;
    return to > at->below && to < at->above ? to : (at->below + at->above) / 2;
}

static double solve(struct search *at)
{
    double x = at->a / (at->a + at->b), missed = miss(at, x);

    for (int i = 0; i < MOST_STEPS; i++) {
        double to = next(at, x, missed);
        bool settled = fabs(to - x) <= 2 * DBL_EPSILON * x;
        x = to, missed = miss(at, x);
        if (settled)
            break;
    }
    return fabs(missed) <= WIDEST_MISS ? x : (double)NAN;
}

/* Sought from the end that it is nearer to, so that its distance from there, the
 * smaller number, has all its digits. */
static double point(double a, double b, double p, bool from_top)
{
    assert(are_shapes(a, b) && p > 0 && p < 1);
    if (p > 0.5)
        p = 1 - p, from_top = !from_top;   // exactly; the other tail is the smaller one
    struct tails middle = tails_at(place_at(a, b, 0.5));
    bool left = from_top ? middle.upper <= p : middle.lower >= p;
    struct search search = {left ? a : b, left ? b : a, p, from_top == left, 0, 1};
    double x = solve(&search);
    return left ? x : 1 - x;
}

double tn_beta_lower_point(double a, double b, double p)
{
    return point(a, b, p, false);
}

double tn_beta_upper_point(double a, double b, double p)
{
    return point(a, b, p, true);
}
