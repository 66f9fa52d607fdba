/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/hermite.h"

#include <assert.h>
#include <math.h>

/* The orthonormal polynomial of degree n (for the weight exp(-x^2 / 2) / sqrt(2 pi))
 * at x, and the one before it: He_n / sqrt(n!). */
static double polynomial(size_t n, double x, double *before)
{
    double value = 1, last = 0;

    for (size_t k = 0; k < n; k++) {
        double next = (x * value - sqrt((double)k) * last) / sqrt((double)k + 1);
        last = value;
        value = next;
    }
    *before = last;
    return value;
}

/* From a rough guess to the root of degree n nearest to it. */
static double polish(size_t n, double x)
{
    for (int step = 0; step < 100; step++) {
        double before, value = polynomial(n, x, &before);
        double move = value / (sqrt((double)n) * before);
        x -= move;
        if (fabs(move) <= 1e-15 * (1 + fabs(x)))
            break;
    }
    return x;
}

/* Where the i-th largest of n roots is to be looked for, knowing those before it.
 * Rough, and far better than halfway to the next root. */
static double guess(size_t n, size_t i, const double found[])
{
    double m = (double)n;

    if (i == 0)
        return sqrt(4 * m + 2) - 2.62 * pow(2 * m + 1, -1.0 / 6);
    if (i == 1)
        return found[0] - 1.61 * pow(m, 0.426) / found[0];
    if (i == 2)
        return 1.86 * found[1] - 0.86 * found[0];
    if (i == 3)
        return 1.91 * found[2] - 0.91 * found[1];
    return 2 * found[i - 1] - found[i - 2];
}

void tn_hermite(size_t n, double node[], double weight[])
{
    double found[TN_HERMITE_MOST];

    assert(n >= 1 && n <= TN_HERMITE_MOST);
    for (size_t i = 0; i < (n + 1) / 2; i++) {
        double before;
        found[i] = 2 * i + 1 == n ? 0 : polish(n, guess(n, i, found));
        polynomial(n, found[i], &before);
        node[n - 1 - i] = found[i];
        node[i] = -found[i];
        weight[i] = weight[n - 1 - i] = 1 / ((double)n * before * before);
    }
    if (n % 2 == 1)
        node[n / 2] = 0;
}
