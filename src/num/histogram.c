/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/histogram.h"

#include <assert.h>
#include <math.h>

struct tn_histogram tn_histogram_new(struct tn_arena *arena, size_t bins)
{
    return (struct tn_histogram){.bins = bins, .count = tn_new(arena, uint64_t, bins)};
}

void tn_histogram_add(struct tn_histogram *into, const struct tn_histogram *from)
{
    assert(into->bins == from->bins);
    into->draws += from->draws;
    for (size_t k = 0; k < into->bins; k++)
        into->count[k] += from->count[k];
}

struct tn_estimate tn_histogram_share(uint64_t met, uint64_t draws)
{
    assert(met <= draws);
    double n = (double)draws, s = ((double)met + 1) / (n + 2);

    return (struct tn_estimate){(double)met / n, sqrt(s * (1 - s) / n)};
}

struct tn_estimate tn_histogram_at_least(const struct tn_histogram *histogram, long k)
{
    uint64_t met = 0;

    if (k <= 0)
        return (struct tn_estimate){1, 0};
    if ((size_t)k >= histogram->bins)
        return (struct tn_estimate){0, 0};
    for (size_t i = (size_t)k; i < histogram->bins; i++)
        met += histogram->count[i];
    return tn_histogram_share(met, histogram->draws);
}

struct tn_estimate tn_histogram_at_most(const struct tn_histogram *histogram, long k)
{
    uint64_t met = 0;

    if (k < 0)
        return (struct tn_estimate){0, 0};
    if ((size_t)k + 1 >= histogram->bins)
        return (struct tn_estimate){1, 0};
    for (size_t i = 0; i <= (size_t)k; i++)
        met += histogram->count[i];
    return tn_histogram_share(met, histogram->draws);
}

struct tn_estimate tn_histogram_mean(const struct tn_histogram *histogram)
{
    double n = (double)histogram->draws, sum = 0;

    /* Below 2^53 / bins draws every term and the sum are exact. */
    for (size_t k = 0; k < histogram->bins; k++)
        sum += (double)k * (double)histogram->count[k];
    return (struct tn_estimate){sum / n, tn_histogram_sd(histogram) / sqrt(n)};
}

double tn_histogram_sd(const struct tn_histogram *histogram)
{
    double n = (double)histogram->draws, sum = 0, squares = 0;

    for (size_t k = 0; k < histogram->bins; k++)
        sum += (double)k * (double)histogram->count[k];
    for (size_t k = 0; k < histogram->bins; k++) {
        double off = (double)k - sum / n;
        squares += off * off * (double)histogram->count[k];
    }
    return sqrt(squares / (n - 1));
}

long tn_histogram_quantile(const struct tn_histogram *histogram, double q)
{
    assert(q > 0 && q < 1 && histogram->draws > 0);
    double need = q * (double)histogram->draws;
    uint64_t below = 0;
    size_t k = 0;

    while ((double)(below += histogram->count[k]) < need)
        k++;
    return (long)k;
}
