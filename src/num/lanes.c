/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/lanes.h"

#include "tn/num/clones.h"

#include <assert.h>
#include <string.h>

static void fill(size_t width, double row[], double value)
{
    for (size_t j = 0; j < width; j++)
        row[j] = value;
}

/* Upwards row k is choose(n, k) p^k; downwards it takes its factor q^(n-k). */
TN_CLONES void tn_lanes_binomial(size_t width, size_t n, const double p[],
                                 const double q[], double law[])
{
    assert(width % TN_LANE == 0 && n <= 1000);

    fill(width, law, 1);
    for (size_t k = 1; k <= n; k++) {
        const double *below = law + (k - 1) * width;
        double *row = law + k * width, step = (double)(n - k + 1) / (double)k;
        for (size_t j = 0; j < width; j++)
            row[j] = below[j] * step * p[j];
    }
    for (size_t lane = 0; lane < width; lane += TN_LANE) {
        double power[TN_LANE];
        memcpy(power, q + lane, sizeof power);
        for (size_t k = n; k-- > 0;) {
            double *row = law + k * width + lane;
            for (size_t j = 0; j < TN_LANE; j++) {
                row[j] *= power[j];
                power[j] *= q[lane + j];
            }
        }
    }
}

/* Rows from the top down, so that row k - i is still the law before. */
TN_CLONES void tn_lanes_join(size_t width, size_t n, double law[], size_t m,
                             const double more[])
{
    assert(width % TN_LANE == 0);

    for (size_t lane = 0; lane < width; lane += TN_LANE) {
        for (size_t k = n + m + 1; k-- > 0;) {
            size_t first = k > n ? k - n : 0, last = k < m ? k : m;
            double sum[TN_LANE] = {0};
            for (size_t i = first; i <= last; i++) {
                const double *a = law + (k - i) * width + lane;
                const double *b = more + i * width + lane;
                for (size_t j = 0; j < TN_LANE; j++)
                    sum[j] += a[j] * b[j];
            }
            memcpy(law + k * width + lane, sum, sizeof sum);
        }
    }
}

TN_CLONES void tn_lanes_at_least(size_t width, size_t n, const double law[], long k,
                                 double tail[])
{
    fill(width, tail, k <= 0);
    if (k <= 0)
        return;
    for (size_t i = n + 1; i > (size_t)k; i--) {
        const double *row = law + (i - 1) * width;
        for (size_t j = 0; j < width; j++)
            tail[j] += row[j];
    }
}

double tn_lanes_dot(size_t width, const double weight[], const double x[])
{
    double sum[TN_LANE] = {0};
    for (size_t lane = 0; lane < width; lane += TN_LANE)
        for (size_t j = 0; j < TN_LANE; j++)
            sum[j] += weight[lane + j] * x[lane + j];
    return ((sum[0] + sum[4]) + (sum[1] + sum[5])) +
           ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}
