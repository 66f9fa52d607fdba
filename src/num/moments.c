/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/moments.h"

#include <math.h>

#include "tn/num/sum.h"

struct tn_moments tn_moments_of(size_t n, const double x[], size_t stride)
{
    struct tn_moments got = {(double)NAN, (double)NAN};
    struct tn_sum sum = {0}, square = {0};

    if (n == 0)
        return got;
    for (size_t i = 0; i < n; i++)
        tn_sum_add(&sum, x[i * stride]);
    got.mean = tn_sum_value(sum) / (double)n;
    if (n < 2)
        return got;
    for (size_t i = 0; i < n; i++) {
        double away = x[i * stride] - got.mean;
        tn_sum_add(&square, away * away);
    }
    got.sd = sqrt(tn_sum_value(square) / (double)(n - 1));
    return got;
}
