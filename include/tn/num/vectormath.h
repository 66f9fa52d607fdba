/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vectormath.h -- exp, log and the circle inside loops that the compiler turns into
 * vectors.
 *
 * Straight-line code of additions, products and quotients without a branch or a table,
 * so that a loop over an array works on several elements side by side, with the same
 * bits whatever the processor (build without contraction).
 *
 * Accuracy, as tests/test_vectormath.c finds it: 4e-16 relative for exp; 4e-16 of the
 * value or 2e-16 absolute, the larger, for log; 1.6e-15 absolute for the circle.
 */
#ifndef TN_NUM_VECTORMATH_H
#define TN_NUM_VECTORMATH_H

#include <stdint.h>
#include <string.h>

static inline uint64_t tn_bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double tn_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* e^x for |x| <= 700. 2^n by the exponent, the rest by Taylor's series to the power 13:
 * the next term is below (log 2 / 2)^14 / 14! = 4e-18. */
static inline double tn_vector_exp(double x)
{
    const double magic = 0x1.8p52;   // adding it rounds to a whole number in the low bits
    double t = x * 0x1.71547652b82fep0 + magic, n = t - magic;
    double r = (x - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
    double p = 1.0 / 6227020800;

    p = p * r + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    return p * tn_from_bits((tn_bits_of(t) + 1023) << 52);
}

/* log x for x >= 1, finite: the exponent, and 2 atanh((m - 1) / (m + 1)) for the rest m
 * between sqrt(1/2) and sqrt(2), to the power 21: the next term is below 1e-18. */
static inline double tn_vector_log(double x)
{
    const uint64_t root_half = 0x3fe6a09e667f3bcd;
    uint64_t bits = tn_bits_of(x), e = (bits - root_half) >> 52;
    double n = tn_from_bits(e | 0x4330000000000000) - 0x1p52;
    double m = tn_from_bits(bits - (e << 52)), s = (m - 1) / (m + 1), q = s * s;
    double p = 1.0 / 21;

    p = p * q + 1.0 / 19;
    p = p * q + 1.0 / 17;
    p = p * q + 1.0 / 15;
    p = p * q + 1.0 / 13;
    p = p * q + 1.0 / 11;
    p = p * q + 1.0 / 9;
    p = p * q + 1.0 / 7;
    p = p * q + 1.0 / 5;
    p = p * q + 1.0 / 3;
    return n * 0x1.62e42fefa39efp-1 + (2 * s + 2 * s * q * p);
}

/* cos x and sin x for |x| <= 1e5: those of a quarter of what is left of whole circles, by
 * Taylor's series to the power 16 (the next term is below (pi / 4)^17 / 17! = 5e-17),
 * doubled twice. */
static inline void tn_vector_circle(double x, double *cosine, double *sine)
{
    const double magic = 0x1.8p52;
    double n = (x * 0x1.45f306dc9c883p-3 + magic) - magic;
    double r = ((x - n * 0x1.921fb54400000p+2) - n * 0x1.0b4611a626331p-32) / 4;
    double q = r * r, c = 1.0 / 20922789888000, s = -1.0 / 1307674368000;

    c = c * q - 1.0 / 87178291200;
    s = s * q + 1.0 / 6227020800;
    c = c * q + 1.0 / 479001600;
    s = s * q - 1.0 / 39916800;
    c = c * q - 1.0 / 3628800;
    s = s * q + 1.0 / 362880;
    c = c * q + 1.0 / 40320;
    s = s * q - 1.0 / 5040;
    c = c * q - 1.0 / 720;
    s = s * q + 1.0 / 120;
    c = c * q + 1.0 / 24;
    s = s * q - 1.0 / 6;
    c = c * q - 0.5;
    s = (s * q + 1) * r;
    c = c * q + 1;
    for (int twice = 0; twice < 2; twice++) {
        double both = 2 * c * s;
        c = 1 - 2 * s * s;
        s = both;
    }
    *cosine = c;
    *sine = s;
}

#endif
