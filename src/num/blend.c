/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/blend.h"

#include <assert.h>
#include <float.h>
#include <math.h>

static const double MOST_SKEW = 1.5, MOST_KURTOSIS = 4;   // beyond, the series is no law

static double within(double x, double most)
{
    return x > most ? most : x < -most ? -most : x;
}

struct tn_piece tn_piece_from(double weight, const double m[4])
{
    double mean = m[0], variance = m[1] - mean * mean;
    struct tn_piece piece = {.weight = weight, .mean = mean};

    if (!(variance > 4 * DBL_EPSILON * m[1]))
        return piece;
    double third = m[2] - 3 * mean * m[1] + 2 * mean * mean * mean;
    double fourth = m[3] - 4 * mean * m[2] + 6 * mean * mean * m[1] -
                    3 * mean * mean * mean * mean;
    piece.sd = sqrt(variance);
    piece.skewness = within(third / (variance * piece.sd), MOST_SKEW);
    piece.kurtosis = within(fourth / (variance * variance) - 3, MOST_KURTOSIS);
    return piece;
}

static double total(size_t n, const struct tn_piece piece[])
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += piece[i].weight;
    return sum;
}

double tn_blend_mean(size_t n, const struct tn_piece piece[])
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += piece[i].weight * piece[i].mean;
    return sum / total(n, piece);
}

double tn_blend_sd(size_t n, const struct tn_piece piece[])
{
    double mean = tn_blend_mean(n, piece), sum = 0;

    for (size_t i = 0; i < n; i++) {
        double away = piece[i].mean - mean;
        sum += piece[i].weight * (away * away + piece[i].sd * piece[i].sd);
    }
    return sqrt(sum / total(n, piece));
}

/* Edgeworth's distribution function of one piece, z from its mean in sds. */
static double edgeworth(const struct tn_piece *piece, double z)
{
    double s = piece->skewness, k = piece->kurtosis, z2 = z * z;
    double density = exp(-z2 / 2) / sqrt(2 * acos(-1));
    double normal = erfc(-z / sqrt(2)) / 2;
    double he2 = z2 - 1, he3 = z * (z2 - 3), he5 = z * (z2 * z2 - 10 * z2 + 15);

    return normal - density * (s / 6 * he2 + k / 24 * he3 + s * s / 72 * he5);
}

double tn_blend_at_most(size_t n, const struct tn_piece piece[], double x)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += piece[i].weight *
               (piece[i].sd > 0 ? edgeworth(&piece[i], (x - piece[i].mean) / piece[i].sd)
                                : x >= piece[i].mean);
    return sum / total(n, piece);
}

/* The root between low and high of P(X <= x) - p, by the Illinois rule. */
static double illinois(size_t n, const struct tn_piece piece[], double p,
                       const double bracket[2], double close)
{
    double low = bracket[0], high = bracket[1];
    double at_low = tn_blend_at_most(n, piece, low) - p;
    double at_high = tn_blend_at_most(n, piece, high) - p;

    for (int step = 0, side = 0; step < 200 && high - low > close; step++) {
        double x = (low * at_high - high * at_low) / (at_high - at_low);
        if (!(x > low && x < high))
            x = (low + high) / 2;
        double value = tn_blend_at_most(n, piece, x) - p;
        if (fabs(value) < 1e-13)
            return x;
        if (value > 0) {
            high = x, at_high = value;
            at_low /= side > 0 ? 2 : 1;
            side = 1;
        } else {
            low = x, at_low = value;
            at_high /= side < 0 ? 2 : 1;
            side = -1;
        }
    }
    return (low + high) / 2;
}

double tn_blend_quantile(size_t n, const struct tn_piece piece[], double p)
{
    double mean = tn_blend_mean(n, piece), sd = tn_blend_sd(n, piece);
    double at[2] = {mean - sd, mean + sd};

    assert(p > 0 && p < 1);
    if (!(sd > 0))
        return mean;
    while (tn_blend_at_most(n, piece, at[0]) >= p && at[0] > mean - 1e3 * sd)
        at[0] -= sd;
    while (tn_blend_at_most(n, piece, at[1]) < p && at[1] < mean + 1e3 * sd)
        at[1] += sd;
    return illinois(n, piece, p, at, 1e-9 * sd);
}

struct tn_marginal tn_blend_marginal(size_t n, const struct tn_piece piece[])
{
    return (struct tn_marginal){
        .mean = tn_blend_mean(n, piece),
        .sd = tn_blend_sd(n, piece),
        .q05 = tn_blend_quantile(n, piece, 0.05),
        .q50 = tn_blend_quantile(n, piece, 0.5),
        .q95 = tn_blend_quantile(n, piece, 0.95),
    };
}

/* ---- laws given by their log density on a grid ---------------------------------------
 */

enum { FINE = 64, WINDOW = 6 };   // slices a step; points an interpolation uses

/* The log density at grid index i, which may lie outside. */
static double at_index(const struct tn_log_curve *c, int i)
{
    const double *y = c->log_density;
    int n = (int)c->n;

    if (i < 0 && c->first == 0)
        i = -1 - i;
    if (i < 0)
        return n > 1 ? y[0] + i * fabs(y[1] - y[0]) : y[0] + 20 * i;
    if (i >= n)
        return n > 1 ? y[n - 1] - (i - n + 1) * fabs(y[n - 1] - y[n - 2])
                     : y[0] - 20.0 * (i - n + 1);
    return y[i];
}

/* Lagrange's polynomial through the nearest points, at index u (not a whole number). */
static double interpolated(const struct tn_log_curve *c, double u)
{
    int from = (int)floor(u) - WINDOW / 2 + 1;
    double sum = 0;

    for (int i = from; i < from + WINDOW; i++) {
        double term = at_index(c, i);
        for (int j = from; j < from + WINDOW; j++)
            if (j != i)
                term *= (u - j) / (i - j);
        sum += term;
    }
    return sum;
}

/* Slice s of the fine grid: its middle as an index, between -1/2 (x = 0 where first is
 * 0) or a step before the first point, and a step after the last. */
static double slice_index(const struct tn_log_curve *c, int s)
{
    return (c->first == 0 ? -0.5 : -1.5) + (s + 0.5) / FINE;
}

static double number_at(const struct tn_log_curve *c, double index)
{
    return c->at((c->first + index + 0.5) * c->step, c->scale);
}

struct tn_marginal tn_curve_marginal(const struct tn_log_curve *c)
{
    static const double level[] = {0.05, 0.5, 0.95};
    int slices = FINE * ((int)c->n + (c->first == 0 ? 1 : 2));
    double top = c->log_density[0], sum = 0, mean = 0, square = 0, below = 0;
    double quantile[3] = {0};

    for (size_t i = 0; i < c->n; i++)
        top = c->log_density[i] > top ? c->log_density[i] : top;
    for (int s = 0; s < slices; s++) {
        double d = exp(interpolated(c, slice_index(c, s)) - top);
        sum += d;
        mean += d * number_at(c, slice_index(c, s));
    }
    mean /= sum;
    for (int s = 0, q = 0; s < slices; s++) {
        double index = slice_index(c, s), d = exp(interpolated(c, index) - top);
        double away = number_at(c, index) - mean;
        square += d * away * away;
        for (; q < 3 && below + d >= level[q] * sum; q++)
            quantile[q] = number_at(c,
                                    index + ((level[q] * sum - below) / d - 0.5) / FINE);
        below += d;
    }
    return (struct tn_marginal){mean, sqrt(square / sum), quantile[0], quantile[1],
                                quantile[2]};
}
