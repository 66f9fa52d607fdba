/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/mixing.h"

#include <assert.h>
#include <math.h>

/* Half-chain h of length n starts at first: of an odd chain the middle draw is left out.
 */
struct halves {
    size_t chains, draws, n;
    const double *x;
};

static const double *half(const struct halves *of, size_t h)
{
    const double *chain = of->x + h / 2 * of->draws;
    return h % 2 ? chain + of->draws - of->n : chain;
}

static double mean_of(const double x[], size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return sum / (double)n;
}

/* sum (x_i - mean)(x_(i + lag) - mean) / n of one half. */
static double covariance(const double x[], size_t n, double mean, size_t lag)
{
    double sum = 0;

    for (size_t i = 0; i + lag < n; i++)
        sum += (x[i] - mean) * (x[i + lag] - mean);
    return sum / (double)n;
}

/* The correlation at a lag, over all halves and against the total variance. */
static double correlation(const struct halves *of, size_t lag, double within,
                          double total)
{
    size_t m = 2 * of->chains;
    double sum = 0;

    for (size_t h = 0; h < m; h++) {
        const double *x = half(of, h);
        sum += covariance(x, of->n, mean_of(x, of->n), lag);
    }
    return 1 - (within - sum / (double)m * (double)of->n / ((double)of->n - 1)) / total;
}

/* 1 + 2 sum of correlations, by pairs while positive and never rising. */
static double inefficiency(const struct halves *of, double within, double total)
{
    double tau = -1, before = (double)INFINITY;

    for (size_t lag = 0; lag + 1 < of->n; lag += 2) {
        double pair = correlation(of, lag, within, total) +
                      correlation(of, lag + 1, within, total);
        if (pair <= 0)
            break;
        before = fmin(pair, before);
        tau += 2 * before;
    }
    return tau;
}

struct tn_mixing tn_mixing_of(size_t chains, size_t draws, const double x[])
{
    struct halves of = {chains, draws, draws / 2, x};
    double n = (double)of.n, m = 2 * (double)chains, all = m * n;
    double grand = 0, within = 0, between = 0;

    assert(chains >= 1 && of.n >= 2);
    for (size_t h = 0; h < 2 * chains; h++)
        grand += mean_of(half(&of, h), of.n) / m;
    for (size_t h = 0; h < 2 * chains; h++) {
        double mean = mean_of(half(&of, h), of.n);
        within += covariance(half(&of, h), of.n, mean, 0) * n / (n - 1) / m;
        between += (mean - grand) * (mean - grand) / (m - 1);
    }
    double total = within * (n - 1) / n + between;
    struct tn_mixing mixing = {.mean = grand, .sd = sqrt(total), .rhat = 1, .ess = all};
    if (!(total > 0))
        return mixing;
    mixing.rhat = within > 0 ? sqrt(total / within) : (double)INFINITY;
    mixing.ess = fmin(all / fmax(inefficiency(&of, within, total), 1e-9),
                      all * log10(all));
    mixing.mcse = mixing.sd / sqrt(mixing.ess);
    return mixing;
}
