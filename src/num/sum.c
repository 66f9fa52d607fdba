/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/sum.h"

#include <math.h>

void tn_sum_add(struct tn_sum *sum, double term)
{
    double high = sum->high + term;

    if (fabs(sum->high) >= fabs(term))
        sum->low += (sum->high - high) + term;
    else
        sum->low += (term - high) + sum->high;
    sum->high = high;
}

double tn_sum_of(size_t n, const double x[])
{
    struct tn_sum sum = {0};
    for (size_t i = 0; i < n; i++)
        tn_sum_add(&sum, x[i]);
    return tn_sum_value(sum);
}

double tn_sum_dot(size_t n, const double x[], const double y[])
{
    struct tn_sum sum = {0};
    for (size_t i = 0; i < n; i++)
        tn_sum_add(&sum, x[i] * y[i]);
    return tn_sum_value(sum);
}
