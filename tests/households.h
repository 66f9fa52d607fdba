/* SPDX-License-Identifier: GPL-3.0-or-later */
/* households.h -- the made chances of tests/oracle/poisson_binomial/. */
#ifndef TN_TESTS_HOUSEHOLDS_H
#define TN_TESTS_HOUSEHOLDS_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t splitmix(uint64_t z)
{
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
}

/* Set U: uniform chances. Set P: a third planned, 0.70 + 0.20 u, the others 0.05 + 0.10
 * u. */
static inline void made_chances(char set, size_t n, double p[])
{
    for (uint64_t i = 1; i <= n; i++) {
        double u = ((double)(splitmix(i * 0x9E3779B97F4A7C15) >> 11) + 0.5) * 0x1p-53;
        if (set == 'P')
            u = i % 3 == 0 ? 0.70 + 0.20 * u : 0.05 + 0.10 * u;
        p[i - 1] = u;
    }
}

#endif
