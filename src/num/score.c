/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/score.h"

#include <assert.h>
#include <math.h>

static double square(double x)
{
    return x * x;
}

/* From both thin ends to y: below y the law's lower tails, from y on its upper ones. */
double tn_score_ranked(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    double sum = 0, tail = 0;
    for (size_t k = 0; k < (size_t)y; k++) {
        tail += pmf[k];
        sum += square(tail);
    }
    tail = 0;
    for (size_t k = n; k > (size_t)y; k--) {
        tail += pmf[k];
        sum += square(tail);
    }
    return sum;
}

double tn_score_log(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    return pmf[y] < 1 ? -log(pmf[y]) : 0;
}

double tn_score_dawid(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    double mean = 0, variance = 0;
    for (size_t k = 0; k <= n; k++)
        mean += (double)k * pmf[k];
    for (size_t k = 0; k <= n; k++)
        variance += square((double)k - mean) * pmf[k];
    double away = square((double)y - mean);
    if (variance > 0)
        return away / variance + log(variance);
    return away < 0.25 ? -(double)INFINITY : (double)INFINITY;
}

static double sum_of_squares(size_t n, const double pmf[])
{
    double sum = 0;
    for (size_t k = 0; k <= n; k++)
        sum += square(pmf[k]);
    return sum;
}

double tn_score_quadratic(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    return sum_of_squares(n, pmf) - 2 * pmf[y];
}

double tn_score_spherical(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    return -pmf[y] / sqrt(sum_of_squares(n, pmf));
}

double tn_score_brier(double p, bool happened)
{
    assert(p >= 0 && p <= 1);
    return square(happened ? 1 - p : p);
}

double tn_score_log_event(double p, bool happened)
{
    assert(p >= 0 && p <= 1);
    return happened ? -log(p) : -log1p(-p);
}

double tn_score_interval(long low, long high, double level, long y)
{
    assert(low <= high && level > 0 && level < 1);
    long out = y < low ? low - y : y > high ? y - high : 0;
    return (double)(high - low) + 2 / (1 - level) * (double)out;
}

double tn_score_mass(size_t n, const double pmf[], long low, long high)
{
    double sum = 0;
    for (size_t k = 0; k <= n; k++)
        if (low <= (long)k && (long)k <= high)
            sum += pmf[k];
    return fmin(1, sum);
}

/* The tail that is thinner is summed, so that 1 stays 1. */
struct tn_pit tn_pit_of(size_t n, const double pmf[], long y)
{
    assert(y >= 0 && (size_t)y <= n);
    double below = 0, above = 0;
    for (size_t k = 0; k < (size_t)y; k++)
        below += pmf[k];
    for (size_t k = n; k > (size_t)y; k--)
        above += pmf[k];
    struct tn_pit pit = {below, below + pmf[y]};
    if (above < below)
        pit = (struct tn_pit){1 - (above + pmf[y]), 1 - above};
    return (struct tn_pit){fmin(1, fmax(0, pit.lower)), fmin(1, pit.upper)};
}

void tn_pit_add(struct tn_pit pit, size_t bins, double mass[])
{
    double width = pit.upper - pit.lower;

    assert(bins > 0 && width >= 0);
    for (size_t b = 0; b < bins; b++) {
        double left = (double)b / (double)bins, right = (double)(b + 1) / (double)bins;
        double part = fmin(right, pit.upper) - fmax(left, pit.lower);
        if (width > 0 && part > 0)
            mass[b] += part / width;
        else if (!(width > 0) && left <= pit.lower &&
                 (pit.lower < right || b + 1 == bins))
            mass[b] += 1;
    }
}

void tn_pit_moments(struct tn_pit pit, double moment[TN_PIT_MOMENTS])
{
    double a = pit.lower, b = pit.upper;
    double first = (a + b) / 2, second = (a * a + a * b + b * b) / 3;   // means of u, u^2

    moment[0] = sqrt(3) * (2 * first - 1);
    moment[1] = sqrt(5) * (6 * second - 6 * first + 1);
}

double tn_pit_flat(size_t clusters, const double moment[])
{
    double n = (double)clusters, mean[2] = {0}, v00 = 0, v01 = 0, v11 = 0;

    if (clusters < 3)
        return (double)NAN;
    for (size_t g = 0; g < clusters; g++)
        for (int i = 0; i < 2; i++)
            mean[i] += moment[2 * g + (size_t)i] / n;
    for (size_t g = 0; g < clusters; g++) {
        double x = moment[2 * g] - mean[0], y = moment[2 * g + 1] - mean[1];
        v00 += x * x, v01 += x * y, v11 += y * y;
    }
    double det = v00 * v11 - v01 * v01;
    if (!(det > 1e-12 * v00 * v11))
        return (double)NAN;
    double form = v11 * mean[0] * mean[0] - 2 * v01 * mean[0] * mean[1] +
                  v00 * mean[1] * mean[1];
    /* T^2 / (n - 1) = n mean' v^-1 mean; F(2, n - 2) has its tail in closed form. */
    return pow(1 + n * form / det, -(n - 2) / 2);
}

struct tn_clustered tn_score_mean(struct tn_arena *arena, size_t n, const double score[],
                                  size_t clusters, const size_t cluster[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    double *size = tn_new(arena, double, clusters),
           *away = tn_new(arena, double, clusters);
    struct tn_clustered got = {(double)NAN, (double)NAN, 0};
    double sum = 0, spread = 0, used = 0;

    for (size_t i = 0; i < n; i++) {
        assert(cluster[i] < clusters);
        if (isnan(score[i]))
            continue;
        sum += score[i];
        got.n++;
        size[cluster[i]]++;
    }
    if (got.n)
        got.mean = sum / (double)got.n;
    for (size_t i = 0; i < n; i++)
        if (!isnan(score[i]))
            away[cluster[i]] += score[i] - got.mean;
    for (size_t g = 0; g < clusters; g++) {
        used += size[g] > 0;
        spread += square(away[g]);
    }
    if (used >= 2)
        got.se = sqrt(used / (used - 1) * spread) / (double)got.n;
    tn_arena_rewind(arena, mark);
    return got;
}
