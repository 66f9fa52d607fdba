/* SPDX-License-Identifier: GPL-3.0-or-later */
/* portable_lanes.h -- the functions of tn/num/portable.h for one number or a vector.
 *
 * The includer says what a lane is, before the include; as it stands, one number:
 *   LANE        storage class and attributes of the functions
 *   R, I        a double, and 64 unsigned bits, per lane
 *   ALL(x)      the double x in every lane
 *   BITS(r)     the bits of r as I;  REAL(i) back again
 *   WHERE(c)    all bits set in the lanes where the comparison c holds
 *   ROOT(r)     square root
 * Every function does the same operations in the same order whatever R is. */
#ifndef TN_SRC_NUM_PORTABLE_LANES_H
#define TN_SRC_NUM_PORTABLE_LANES_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#ifndef LANE
#define LANE static inline
#define R double
#define I uint64_t
#define ALL(x) (x)
#define BITS(r) scalar_bits(r)
#define REAL(i) scalar_real(i)
#define WHERE(c) (0 - (uint64_t)(c))
#define ROOT(r) sqrt(r)

static inline uint64_t scalar_bits(double r)
{
    uint64_t bits;

    memcpy(&bits, &r, sizeof bits);
    return bits;
}

static inline double scalar_real(uint64_t bits)
{
    double r;

    memcpy(&r, &bits, sizeof r);
    return r;
}
#endif

/* a where the mask is set, b elsewhere. */
LANE R pick(I mask, R a, R b)
{
    return REAL((mask & BITS(a)) | (~mask & BITS(b)));
}

/* A number below 2^32, of the low half of a lane, as a double: the bits behind the
 * point of 2^52 are its own. */
LANE R from_word(I word)
{
    return REAL((word & 0xFFFFFFFF) | 0x4330000000000000) - ALL(0x1p52);
}

/* e^x = 2^k e^r, |r| <= log(2) / 2. Adding 1.5 * 2^52 rounds k to a whole number and
 * leaves it in the low bits. The polynomial is the Chebyshev fit of (e^r - 1 - r) / r^2,
 * 1e-16 on that range; log 2 comes in two parts, the first with zeros enough that
 * k times it is exact. */
LANE R lane_exp(R x)
{
    const double magic = 0x1.8p52;
    R shifted = x * ALL(0x1.71547652b82fep0) + ALL(magic);
    R k = shifted - ALL(magic);
    R r = (x - k * ALL(0x1.62e42fee00000p-1)) - k * ALL(0x1.a39ef35793c76p-33);
    R p = ALL(2.510037583265122e-08);

    p = p * r + ALL(2.7620075880100385e-07);
    p = p * r + ALL(2.7557268480309837e-06);
    p = p * r + ALL(2.4801521322368448e-05);
    p = p * r + ALL(1.9841269863040545e-04);
    p = p * r + ALL(1.3888888917196719e-03);
    p = p * r + ALL(8.3333333333300650e-03);
    p = p * r + ALL(4.1666666666624164e-02);
    p = p * r + ALL(1.6666666666666669e-01);
    p = p * r + ALL(0.5);
    p = ALL(1.0) + (r + r * r * p);
    R y = REAL(BITS(p) + (BITS(shifted) << 52));
    y = pick(WHERE(x < ALL(-708.0)), ALL(0.0), y);
    return pick(WHERE(x > ALL(709.0)), ALL((double)INFINITY), y);
}

/* log x = k log 2 + 2 artanh s, s = (m - 1) / (m + 1), x = 2^k m, m in [0.707, 1.414).
 * Subtracting the bits of sqrt(1/2) before the exponent is read does the rounding; the
 * polynomial is the Chebyshev fit of (artanh(s)/s - 1) / s^2, 2.4e-14 on that range. */
LANE R lane_log(R x)
{
    const uint64_t half_root = 0x3FE6A09E667F3BCD;
    I shifted = BITS(x) - half_root;
    I mantissa = (shifted & 0x000FFFFFFFFFFFFF) + half_root;
    /* The exponent lies between -1100 and 1100; 2048 more keeps it positive. */
    R k = from_word((shifted + ((uint64_t)2048 << 52)) >> 52) - ALL(2048.0);
    R m = REAL(mantissa);
    R s = (m - ALL(1.0)) / (m + ALL(1.0));
    R z = s * s;
    R p = ALL(0.08310909196015825);

    p = p * z + ALL(0.09070096860425454);
    p = p * z + ALL(0.11111431140992394);
    p = p * z + ALL(0.1428571206915346);
    p = p * z + ALL(0.2000000000560328);
    p = p * z + ALL(0.3333333333333104);
    s = s + s;
    return k * ALL(0x1.62e42fefa39efp-1) + (s + s * (z * p));
}

LANE R lane_expit(R x)
{
    R e = lane_exp(REAL(BITS(x) | 0x8000000000000000));   // of -|x|: never infinite
    R p = ALL(1.0) / (ALL(1.0) + e);

    return pick(WHERE(x < ALL(0.0)), e * p, p);
}

/* The top two bits of the angle choose a quarter turn; the other thirty the place in
 * it, theta in (-pi/4, pi/4). Chebyshev fits of sine and cosine in theta^2, 1.2e-14 and
 * 8e-16. A turn by a quarter swaps the two, by a half changes both signs. */
LANE void lane_normals(I radius, I angle, R *first, R *second)
{
    R u = (from_word(radius) + ALL(0.5)) * ALL(0x1p-32);
    R r = ROOT(ALL(-2.0) * lane_log(u));
    R t = (from_word(angle & 0x3FFFFFFF) + ALL(0.5)) * ALL(0x1p-30) - ALL(0.5);
    R theta = t * ALL(0x1.921fb54442d18p0);
    R z = theta * theta;
    R s = ALL(-2.4805636241834762e-08), c = ALL(2.0700600483433117e-09);

    s = s * z + ALL(2.755599092956532e-06);
    c = c * z + ALL(-2.7556369695573007e-07);
    s = s * z + ALL(-1.9841266916985966e-04);
    c = c * z + ALL(2.4801585210990515e-05);
    s = s * z + ALL(8.333333331079223e-03);
    c = c * z + ALL(-1.3888888887277342e-03);
    s = s * z + ALL(-1.6666666666663885e-01);
    c = c * z + ALL(4.166666666666468e-02);
    s = theta + theta * (z * s);
    c = ALL(1.0) - (ALL(0.5) * z - z * z * c);
    I swap = 0 - (angle >> 30 & 1);
    I minus = (angle << 32) & 0x8000000000000000;
    R a = REAL(BITS(pick(swap, s, c)) ^ minus ^ (swap & 0x8000000000000000));
    R b = REAL(BITS(pick(swap, c, s)) ^ minus);
    *first = r * a;
    *second = r * b;
}

#endif
