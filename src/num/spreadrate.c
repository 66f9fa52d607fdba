/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/spreadrate.h"

#include "tn/num/hermite.h"

#include <assert.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdbool.h>

enum { SIDE = 64, CLIMBS = 200, REACHES = 40 };

static const double DROP = 14;   // log density below the top that is let go
static const double LOG_2PI = 1.8378770664093453;
static const double NEAR = 1e-4;   // last step of a climb

/* Two unknowns: x, logit or log of the mean; y, logit of r or log of c. */
struct problem {
    size_t areas;
    const double *k, *n;   // n: households, or exposure
    double prior_mean, prior_sd;
    double (*likelihood)(const struct problem *p, double x, double y);
    double (*spread_prior)(double y);   // log density of y
};

static double expit(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

static double log1pexp(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/* ---- the two likelihoods ----------------------------------------------------------- */

/* log of the rising factorial a (a + 1) ... (a + k - 1). Where a is so large that log
 * gammas would cancel, by Stirling's series of the difference. */
static double log_rising(double a, double k)
{
    if (k < 64 || !(a > 0)) {
        double sum = 0;
        for (double j = 0; j < k && j < 64; j++)
            sum += log(a + j);
        return sum;
    }
    if (a > 1e6) {
        double b = a + k;
        return (b - 0.5) * log1p(k / a) + k * log(a) - k + (1 / b - 1 / a) / 12;
    }
    return gsl_sf_lngamma(a + k) - gsl_sf_lngamma(a);
}

static double share_likelihood(const struct problem *p, double x, double y)
{
    double total = exp(-y), a = expit(x) * total, b = expit(-x) * total, sum = 0;

    for (size_t i = 0; i < p->areas; i++)
        sum += log_rising(a, p->k[i]) + log_rising(b, p->n[i] - p->k[i]) -
               log_rising(total, p->n[i]);
    return sum;
}

static double rate_likelihood(const struct problem *p, double x, double y)
{
    double shape = exp(-2 * y), mean = exp(x), sum = 0;

    for (size_t i = 0; i < p->areas; i++) {
        double expected = mean * p->n[i], ratio = expected / shape;
        sum += log_rising(shape, p->k[i]) - p->k[i] * log(shape) +
               p->k[i] * log(expected) - (shape + p->k[i]) * log1p(ratio);
    }
    return sum;
}

/* r is Beta(1, 9): the density of logit r is 9 r (1 - r)^9. */
static double beta_share(double y)
{
    return log(9) - log1pexp(-y) - 9 * log1pexp(y);
}

/* c is half-normal of sd 1/2: the density of log c is c times it. */
static double half_normal(double y)
{
    return y + log(4) - LOG_2PI / 2 - 2 * exp(2 * y);
}

static double density(const struct problem *p, double x, double y)
{
    double z = (x - p->prior_mean) / p->prior_sd;

    return p->likelihood(p, x, y) + p->spread_prior(y) - z * z / 2 - log(p->prior_sd) -
           LOG_2PI / 2;
}

/* ---- the grid ---------------------------------------------------------------------- */

struct box {
    double x[2], y[2];
};

static double middle(const double range[2], size_t i)
{
    return range[0] + (range[1] - range[0]) * ((double)i + 0.5) / SIDE;
}

/* The densities over a box; returns the largest. */
static double fill(const struct problem *p, const struct box *box, double value[])
{
    double top = -HUGE_VAL;

    for (size_t i = 0; i < SIDE; i++)
        for (size_t j = 0; j < SIDE; j++) {
            double d = density(p, middle(box->x, i), middle(box->y, j));
            value[i * SIDE + j] = d;
            top = d > top ? d : top;
        }
    return top;
}

/* Climb from at[] along the axes that are free, by steps that double while they go up
 * and shrink where none does; returns the height. */
static double climb(const struct problem *p, double at[2], const bool free_axis[2])
{
    double best = density(p, at[0], at[1]), size[2] = {0.5, 0.5};

    for (int step = 0; step < CLIMBS && (size[0] > NEAR || size[1] > NEAR); step++)
        for (int axis = 0; axis < 2; axis++) {
            double from = at[axis];
            bool up = false;
            for (int side = -1; free_axis[axis] && !up && side <= 1; side += 2) {
                at[axis] = from + side * size[axis];
                double there = density(p, at[0], at[1]);
                up = there > best;
                best = up ? there : best;
            }
            at[axis] = up ? at[axis] : from;
            size[axis] *= up ? 1.6 : 0.4;
        }
    return best;
}

/* How far an axis has to reach from the mode to one side until the best that the other
 * axis can do is DROP below the top. */
static double reach(const struct problem *p, const double mode[2], int axis, double side,
                    double top)
{
    const bool other[2] = {axis == 1, axis == 0};
    double at[2] = {mode[0], mode[1]}, size = 1e-3;

    for (int step = 0; step < REACHES; step++, size *= 1.4) {
        at[axis] = mode[axis] + side * size;
        if (climb(p, at, other) < top - DROP)
            break;
    }
    return at[axis];
}

static struct box find_box(const struct problem *p)
{
    const bool both[2] = {true, true};
    double mode[2] = {p->prior_mean, -2}, top = climb(p, mode, both);

    top = climb(p, mode, both);
    return (struct box){{reach(p, mode, 0, -1, top), reach(p, mode, 0, 1, top)},
                        {reach(p, mode, 1, -1, top), reach(p, mode, 1, 1, top)}};
}

/* ---- what is known from it -----------------------------------------------------------
 */

/* Sums over the grid: of the scaled mean, and of a new area's share or rate. */
struct sums {
    double mass, x, xx, fresh, fresh2;
    double by_x[SIDE], by_y[SIDE];
};

/* Mean and raw second moment of the share or rate of a new area. */
typedef void new_area(double x, double y, double *mean, double *square);

static void new_share(double x, double y, double *mean, double *square)
{
    double m = expit(x), r = expit(y);

    *mean = m;
    *square = m * m + m * expit(-x) * r;
}

static void new_rate(double x, double y, double *mean, double *square)
{
    *mean = exp(x);
    *square = exp(2 * x) * (1 + exp(2 * y));
}

static struct sums sum_up(const struct box *box, double top, const double value[],
                          new_area *fresh)
{
    struct sums s = {0};

    for (size_t i = 0; i < SIDE; i++)
        for (size_t j = 0; j < SIDE; j++) {
            double w = exp(value[i * SIDE + j] - top), mean = 0, square = 0;
            double x = middle(box->x, i);
            if (w < exp(-DROP))
                continue;
            fresh(x, middle(box->y, j), &mean, &square);
            s.mass += w;
            s.x += w * x;
            s.xx += w * x * x;
            s.fresh += w * mean;
            s.fresh2 += w * square;
            s.by_x[i] += w;
            s.by_y[j] += w;
        }
    return s;
}

/* ---- normal laws of a logit or logarithm with given moments -------------------------
 */

enum { NODES = 48, HALVINGS = 60 };
static const double WIDEST = 5;   // sd of a logit: nearly 0 or 1 for sure

struct nodes {
    double z[NODES], weight[NODES];
};

static double mean_of(const struct nodes *nodes, double mu, double sd, double *square)
{
    double mean = 0;

    *square = 0;
    for (size_t k = 0; k < NODES; k++) {
        double p = expit(mu + sd * nodes->z[k]);
        mean += nodes->weight[k] * p;
        *square += nodes->weight[k] * p * p;
    }
    return mean;
}

/* mu for which a logit-normal law of this sd has a mean; its second moment. */
static double centre(const struct nodes *nodes, double mean, double sd, double *square)
{
    double low = -60, high = 60;

    for (int i = 0; i < HALVINGS; i++) {
        double mu = (low + high) / 2;
        *(mean_of(nodes, mu, sd, square) < mean ? &low : &high) = mu;
    }
    return (low + high) / 2;
}

static void share_normal(double mean, double square, double *mu, double *sd)
{
    struct nodes nodes;
    double low = 0, high = WIDEST, got = 0;

    tn_hermite(NODES, nodes.z, nodes.weight);
    for (int i = 0; i < HALVINGS; i++) {
        *sd = (low + high) / 2;
        *mu = centre(&nodes, mean, *sd, &got);
        *(got < square ? &low : &high) = *sd;
    }
}

static void rate_normal(double mean, double square, double *mu, double *sd)
{
    double variance = log(square / (mean * mean));

    *sd = sqrt(variance > 0 ? variance : 0);
    *mu = log(mean) - variance / 2;
}

/* The curve's own variable runs from half a step on; where says where it begins. */
static double share_at(double t, double where)
{
    return expit(t + where);
}

static double rate_at(double t, double where)
{
    return exp(t + where);
}

static struct tn_marginal law(const double range[2], const double mass[],
                              double (*at)(double, double))
{
    double log_mass[SIDE];
    struct tn_log_curve curve = {.first = 1, .log_density = log_mass, .at = at};
    size_t from = 0, to = SIDE;

    while (from < to && !(mass[from] > 0))
        from++;
    while (to > from && !(mass[to - 1] > 0))
        to--;
    for (size_t i = from; i < to; i++)
        log_mass[i - from] = log(mass[i] > 0 ? mass[i] : 1e-300);
    curve.n = to - from;
    curve.step = (range[1] - range[0]) / SIDE;
    curve.scale = middle(range, from) - 1.5 * curve.step;
    return tn_curve_marginal(&curve);
}

static struct tn_spread solve(const struct problem *p, bool share)
{
    struct box box = find_box(p);
    double value[SIDE * SIDE], top = fill(p, &box, value);
    double (*at)(double, double) = share ? share_at : rate_at;

    struct sums s = sum_up(&box, top, value, share ? new_share : new_rate);
    double cell = (box.x[1] - box.x[0]) * (box.y[1] - box.y[0]) / (SIDE * SIDE);
    double mean = s.x / s.mass, new_mean = 0, new_sd = 0;
    (share ? share_normal : rate_normal)(s.fresh / s.mass, s.fresh2 / s.mass, &new_mean,
                                         &new_sd);
    return (struct tn_spread){.mean = law(box.x, s.by_x, at),
                              .scaled_mean = mean,
                              .scaled_sd = sqrt(s.xx / s.mass - mean * mean),
                              .spread = law(box.y, s.by_y, at),
                              .new_mean = new_mean,
                              .new_sd = new_sd,
                              .log_marginal = top + log(s.mass * cell)};
}

struct tn_spread tn_spread_share(size_t areas, const double k[], const double n[],
                                 double prior_mean, double prior_sd)
{
    struct problem p = {areas, k, n, prior_mean, prior_sd, share_likelihood, beta_share};
    double choose = 0;

    assert(isfinite(prior_mean) && prior_sd > 0 && isfinite(prior_sd));
    for (size_t i = 0; i < areas; i++) {
        assert(k[i] >= 0 && k[i] <= n[i] && isfinite(n[i]));
        choose += gsl_sf_lngamma(n[i] + 1) - gsl_sf_lngamma(k[i] + 1) -
                  gsl_sf_lngamma(n[i] - k[i] + 1);
    }
    struct tn_spread spread = solve(&p, true);
    spread.log_marginal += choose;
    return spread;
}

struct tn_spread tn_spread_rate(size_t areas, const double k[], const double exposure[],
                                double prior_mean, double prior_sd)
{
    struct problem p = {areas,           k,          exposure, prior_mean, prior_sd,
                        rate_likelihood, half_normal};
    double factorials = 0;

    assert(isfinite(prior_mean) && prior_sd > 0 && isfinite(prior_sd));
    for (size_t i = 0; i < areas; i++) {
        assert(k[i] >= 0 && isfinite(k[i]) && exposure[i] > 0 && isfinite(exposure[i]));
        factorials += gsl_sf_lngamma(k[i] + 1);
    }
    struct tn_spread spread = solve(&p, false);
    spread.log_marginal -= factorials;
    return spread;
}
