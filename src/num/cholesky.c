/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/cholesky.h"

#include <math.h>

bool tn_cholesky(size_t n, double a[])
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++) {
            double sum = a[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= a[i * n + k] * a[j * n + k];
            if (i != j)
                a[i * n + j] = sum / a[j * n + j];
            else if (sum > 0 && isfinite(sum))
                a[i * n + i] = sqrt(sum);
            else
                return false;
        }
    }
    return true;
}

void tn_cholesky_forward(size_t n, const double l[], double b[])
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            b[i] -= l[i * n + k] * b[k];
        b[i] /= l[i * n + i];
    }
}

void tn_cholesky_back(size_t n, const double l[], double b[])
{
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            b[i] -= l[k * n + i] * b[k];
        b[i] /= l[i * n + i];
    }
}

void tn_cholesky_solve(size_t n, const double l[], double b[])
{
    tn_cholesky_forward(n, l, b);
    tn_cholesky_back(n, l, b);
}

double tn_cholesky_log_det(size_t n, const double l[])
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += log(l[i * n + i]);
    return 2 * sum;
}
