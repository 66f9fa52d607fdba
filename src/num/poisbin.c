/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/poisbin.h"

#include <assert.h>
#include <math.h>

/* Let one more household, with chance p, join the m counted in pmf[0..m].
 * Downwards, so that pmf[k - 1] is still the law before it joined. */
static void join(size_t m, double pmf[], double p)
{
    double stay = 1 - p;

    pmf[m + 1] = pmf[m] * p;
    for (size_t k = m; k > 0; k--)
        pmf[k] = pmf[k] * stay + pmf[k - 1] * p;
    pmf[0] *= stay;
}

void tn_poisbin_pmf(size_t n, const double p[], double pmf[])
{
    pmf[0] = 1;
    for (size_t i = 0; i < n; i++) {
        assert(p[i] >= 0 && p[i] <= 1);
        join(i, pmf, p[i]);
    }
}

double tn_poisbin_at_least(size_t n, const double pmf[], long k)
{
    if (k <= 0)
        return 1;

    double tail = 0;
    for (size_t j = n + 1; j > (size_t)k; j--)
        tail += pmf[j - 1];
    return tail < 1 ? tail : 1;
}

double tn_poisbin_at_most(size_t n, const double pmf[], long k)
{
    if (k >= (long)n)
        return 1;

    double tail = 0;
    for (long j = 0; j <= k; j++)
        tail += pmf[j];
    return tail < 1 ? tail : 1;
}

long tn_poisbin_quantile(size_t n, const double pmf[], double q)
{
    assert(q > 0 && q < 1);

    double below = 0;
    for (size_t k = 0; k < n; k++) {
        below += pmf[k];
        if (below >= q)
            return (long)k;
    }
    return (long)n;
}

long tn_poisbin_assured(size_t n, const double pmf[], double c)
{
    assert(c > 0 && c <= 1);

    double tail = 0;
    for (size_t k = n; k > 0; k--) {
        tail += pmf[k];
        if (tail >= c)
            return (long)k;
    }
    return 0;
}

double tn_poisbin_mean(size_t n, const double pmf[])
{
    double sum = 0;
    for (size_t k = 1; k <= n; k++)
        sum += (double)k * pmf[k];
    return sum;
}

double tn_poisbin_sd(size_t n, const double pmf[])
{
    double mean = tn_poisbin_mean(n, pmf), sum = 0;
    for (size_t k = 0; k <= n; k++)
        sum += ((double)k - mean) * ((double)k - mean) * pmf[k];
    return sqrt(sum);
}
