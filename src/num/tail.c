/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/tail.h"

#include <assert.h>
#include <math.h>

#include "tn/num/special.h"
#include "tn/num/window.h"

/* ---- (high + low) 2^power: twice the digits of double, and no end to its range ---- */

struct wide {
    double high, low;
    long power;
};

static struct wide wide_of(double high, double low)
{
    int power;
    double part = frexp(high, &power);
    return (struct wide){part, ldexp(low, -power), power};
}

/* Relative error 2^-102. fma gives the product's lost digits, whatever the machine. */
static struct wide times(struct wide a, struct wide b)
{
    double high = a.high * b.high;
    double low = fma(a.high, b.high, -high) + (a.high * b.low + a.low * b.high);
    double sum = high + low;
    struct wide product = wide_of(sum, low - (sum - high));

    product.power += a.power + b.power;
    return product;
}

static struct wide to_the(double x, long k)
{
    struct wide power = {1, 0, 0}, square = wide_of(x, 0);

    for (; k > 0; k /= 2) {
        if (k % 2)
            power = times(power, square);
        square = times(square, square);
    }
    return power;
}

/* 1 + p (e - 1), what a household's total comes to when its odds are e times as large. */
static struct wide total(double p, double e)
{
    double more = e - 1, lost = e >= 1 ? (e - more) - 1 : e - (more + 1);
    double high = p * more, low = fma(p, more, -high) + p * lost;
    double sum = 1 + high, rest;

    rest = fabs(high) <= 1 ? high - (sum - 1) : 1 - (sum - high);
    return wide_of(sum, rest + low);
}

/* ---- the tilt ---- */

/* Households that are neither sure to count nor sure not to; k is what they must make. */
struct question {
    size_t n;
    double *p;
    long k;
};

static struct question unsure(struct tn_arena *arena, size_t n, const double p[], long k)
{
    struct question q = {0, tn_new(arena, double, n), k};

    for (size_t i = 0; i < n; i++) {
        assert(p[i] >= 0 && p[i] <= 1);
        if (p[i] >= 1)
            q.k--;
        else if (p[i] > 0)
            q.p[q.n++] = p[i];
    }
    return q;
}

struct moments {
    double mean, variance;
};

/* Of the law with odds e times as large. */
static struct moments tilted(const struct question *q, double e)
{
    struct moments m = {0, 0};
    for (size_t i = 0; i < q->n; i++) {
        double in = q->p[i] * e, p = in / (1 - q->p[i] + in);
        m.mean += p;
        m.variance += p * (1 - p);
    }
    return m;
}

/* log e such that the mean is k, 0 < k < n, by Newton's steps of 2 at most. As the
 * variance changes by a factor of exp(d) at most over a distance d, a step ends nearer to
 * the root than it began, from either side. Any e near it does; the saddlepoint wants it
 * to a thousandth of the sd. So many steps go as far as doubles do. */
static double find_tilt(const struct question *q, struct moments *m)
{
    double t = 0;

    for (int step = 0; step < 350; step++) {
        *m = tilted(q, exp(t));
        double off = (double)q->k - m->mean;
        if (fabs(off) <= 1e-3 * sqrt(m->variance))
            break;
        t += fmin(fmax(off / m->variance, -2), 2);
    }
    return t;
}

/* prod over households of total / e^k. */
static struct wide likelihood(const struct question *q, double e)
{
    struct wide product = {1, 0, 0}, power = to_the(e, q->k);

    for (size_t i = 0; i < q->n; i++)
        product = times(product, total(q->p[i], e));
    /* dividing once costs one rounding, which is all the result has room for; the low
     * parts are below the last digits of the high ones */
    struct wide quotient = wide_of(product.high / power.high, 0);
    quotient.power += product.power - power.power;
    return quotient;
}

static double value(struct wide x, double factor)
{
    return x.power > -2000 ? ldexp(x.high * factor, (int)x.power) : 0;
}

/* ---- the answer ---- */

enum side { AT_LEAST, AT_MOST };

/* sum over the tail of P~(j) e^-(j - k), by Horner's rule from its far end. */
static double tail_sum(const struct tn_window *window, enum side side, long k, double e)
{
    double sum = 0;
    assert(side == AT_MOST || window->first <= k);   // the mean is not above k
    if (side == AT_LEAST) {
        for (long j = window->first + (long)window->n - 1; j >= k; j--)
            sum = sum / e + window->pmf[j - window->first];
    } else {
        for (long j = window->first; j <= k; j++)
            sum = sum * e + (j < window->first + (long)window->n
                                 ? window->pmf[j - window->first]
                                 : 0);
    }
    return sum;
}

/* With exp(-w^2 / 2) the likelihood: P = P(Z >= w) + phi(w) (1 / u - 1 / w). */
static double saddlepoint(struct wide like, enum side side, double t, double sd)
{
    double toward = side == AT_LEAST ? t : -t;
    double log_like = log(like.high) + (double)like.power * log(2);
    double w = sqrt(fmax(-2 * log_like, 0)), u = -expm1(-toward) * sd;

    return tn_normal_cdf(-w) +
           value(like, (1 / u - 1 / w) / sqrt(8 * atan(1)));   // sqrt(2 pi)
}

static struct tn_tail far_tail(struct tn_arena *arena, const struct question *q,
                               enum side side)
{
    static const double DROP =
        1e-24;                      // n = 10^7: 6e-19 in all, beside a tail sum of 1e-4
    static const double WIDE = 4;   // variance from which the saddlepoint is a judge
    struct moments m;
    double t = find_tilt(q, &m), e = exp(t);
    struct wide like = likelihood(q, e);
    double *p = tn_new(arena, double, q->n);

    for (size_t i = 0; i < q->n; i++)
        p[i] = fmin(q->p[i] * e / (1 - q->p[i] + q->p[i] * e), 1);
    struct tn_window window = tn_window_of(arena, q->n, p, DROP);
    double sum = tail_sum(&window, side, q->k, e);
    struct tn_tail tail = {value(like, sum), window.dropped / sum,
                           saddlepoint(like, side, t, sqrt(m.variance))};
    /* Two independent ways to one number: within 1 % for 100 households, 1e-50. */
    assert(m.variance < WIDE || tail.chance < 1e-290 ||
           fabs(tail.saddle - tail.chance) < 0.05 * tail.chance);
    return tail;
}

/* Every household counts. */
static struct tn_tail all_of_them(const struct question *q)
{
    struct wide product = {1, 0, 0};
    for (size_t i = 0; i < q->n; i++)
        product = times(product, wide_of(q->p[i], 0));
    return (struct tn_tail){value(product, 1), 0, (double)NAN};
}

/* None of them does. */
static struct tn_tail none_of_them(const struct question *q)
{
    return (struct tn_tail){value(likelihood(q, 0), 1), 0, (double)NAN};
}

/* On the mean's side of k the chance is a half or more, and a window does. */
static struct tn_tail near_tail(struct tn_arena *arena, const struct question *q,
                                enum side side)
{
    struct tn_window window = tn_window_law(arena, q->n, q->p);
    double chance = side == AT_LEAST ? tn_window_at_least(&window, q->k)
                                     : tn_window_at_most(&window, q->k);
    return (struct tn_tail){chance, window.dropped / chance, (double)NAN};
}

static struct tn_tail tail_of(struct tn_arena *arena, const struct question *q,
                              enum side side)
{
    static const struct tn_tail sure = {1, 0, (double)NAN}, never = {0, 0, (double)NAN};
    long n = (long)q->n, k = q->k;

    if (side == AT_LEAST ? k <= 0 : k >= n)
        return sure;
    if (side == AT_LEAST ? k > n : k < 0)
        return never;
    if (side == AT_LEAST && k == n)
        return all_of_them(q);
    if (side == AT_MOST && k == 0)
        return none_of_them(q);
    double mean = tilted(q, 1).mean;
    if (side == AT_LEAST ? (double)k <= mean : (double)k >= mean)
        return near_tail(arena, q, side);
    return far_tail(arena, q, side);
}

struct tn_tail tn_tail_at_least(struct tn_arena *arena, size_t n, const double p[],
                                long k)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct question q = unsure(arena, n, p, k);
    struct tn_tail tail = tail_of(arena, &q, AT_LEAST);
    tn_arena_rewind(arena, mark);
    return tail;
}

struct tn_tail tn_tail_at_most(struct tn_arena *arena, size_t n, const double p[], long k)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct question q = unsure(arena, n, p, k);
    struct tn_tail tail = tail_of(arena, &q, AT_MOST);
    tn_arena_rewind(arena, mark);
    return tail;
}
