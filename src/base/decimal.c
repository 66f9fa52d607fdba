/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/decimal.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* A number as written: 0.d1 d2 ... dn times ten to the point. Of digits beyond KEPT only
 * "more" is known: a tie between two doubles has at most 767 digits, so more than that
 * can but break it. */
enum { KEPT = 800, MANTISSA = 53, LEAST_POWER = -1022, LARGEST_POWER = 1023 };

struct decimal {
    size_t n;
    int point;
    bool more;   // something that is not 0 was left out
    unsigned char digit[KEPT];
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_digit(struct decimal *d, unsigned char digit)
{
    if (d->n < KEPT)
        d->digit[d->n++] = digit;
    else
        d->more = d->more || digit;
}

static void trim(struct decimal *d)
{
    while (d->n && !d->digit[d->n - 1])
        d->n--;
}

/* Times two to the power of bits, 1 to 59: a long multiplication, from the right. */
static void times(struct decimal *d, int bits)
{
    unsigned char made[KEPT + 20];
    size_t from = sizeof made, before = d->n, i = before;
    uint64_t carry = 0;

    while (i > 0 || carry) {
        if (i > 0)
            carry += (uint64_t)d->digit[--i] << bits;
        made[--from] = (unsigned char)(carry % 10);
        carry /= 10;
    }
    d->n = 0;
    for (i = from; i < sizeof made; i++)
        add_digit(d, made[i]);
    d->point += (int)(sizeof made - from) - (int)before;
    trim(d);
}

/* By two to the power of bits, 1 to 60: a long division, from the left. */
static void by(struct decimal *d, int bits)
{
    const uint64_t mask = ((uint64_t)1 << bits) - 1;
    uint64_t rest = 0;
    size_t n = d->n, read = 0;

    while (rest >> bits == 0) {
        rest = 10 * rest + (read < n ? d->digit[read] : 0);
        read++;
    }
    d->point -= (int)read - 1;
    d->n = 0;
    for (; rest || read < n; read++) {
        add_digit(d, (unsigned char)(rest >> bits));
        rest = 10 * (rest & mask) + (read < n ? d->digit[read] : 0);
    }
    trim(d);
}

/* The power of two, at most 59 or 60, that brings ten to the n near to 1. */
static int bits_of(int n)
{
    static const int bits[] = {1,  3,  6,  9,  13, 16, 19, 23, 26, 29,
                               33, 36, 39, 43, 46, 49, 53, 56, 59};
    const int most = (int)(sizeof bits / sizeof *bits) - 1;

    return bits[n < most ? n : most];
}

/* Bring the number into [1/2, 1); gives the power of two taken out. */
static int normalize(struct decimal *d)
{
    int power = 0, bits;

    while (d->point > 0) {
        by(d, bits = bits_of(d->point));
        power += bits;
    }
    while (d->point < 0 || d->digit[0] < 5) {
        times(d, bits = bits_of(-d->point));
        power -= bits;
    }
    return power;
}

/* The whole number nearest to the decimal, which is below 10^18; ties to even. */
static uint64_t nearest_whole(const struct decimal *d)
{
    uint64_t whole = 0;
    size_t point = d->point > 0 ? (size_t)d->point : 0;

    for (size_t i = 0; i < point; i++)
        whole = 10 * whole + (i < d->n ? d->digit[i] : 0);
    if (d->point < 0 || point >= d->n)
        return whole;
    bool tie = d->digit[point] == 5 && point + 1 == d->n && !d->more;
    return whole + (tie ? whole & 1 : d->digit[point] >= 5);
}

/* To the nearest double by exact arithmetic; infinite where beyond the largest. */
static double exact(struct decimal *d)
{
    trim(d);
    if (!d->n || d->point < -330)
        return 0;
    if (d->point > 310)
        return HUGE_VAL;

    int power = normalize(d) - 1;   // of the first bit
    if (power < LEAST_POWER) {      // subnormal: fewer bits
        for (int left = LEAST_POWER - power, bits; left > 0; left -= bits)
            by(d, bits = left < 60 ? left : 60);
        power = LEAST_POWER;
    }
    times(d, MANTISSA);
    return ldexp((double)nearest_whole(d), power - MANTISSA + 1);
}

/* Up to 15 digits and a power of ten up to 22 are exact as doubles, and so one operation
 * on them is the nearest double. Source: [Clinger1990]. */
static bool quick(const struct decimal *d, double *value)
{
    static const double ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int power = d->point - (int)d->n;
    int64_t whole = 0;

    if (d->n > 15 || power < -22 || power > 22)
        return false;
    for (size_t i = 0; i < d->n; i++)
        whole = 10 * whole + d->digit[i];
    *value = power < 0 ? (double)whole / ten[-power] : (double)whole * ten[power];
    return true;
}

struct text {
    const char *at, *end;
};

/* Digits into d, leading zeros left out; gives how many there were. */
static int take_digits(struct text *text, struct decimal *d, bool after_mark)
{
    const char *start = text->at;

    for (; text->at < text->end && is_digit(*text->at); text->at++) {
        unsigned char digit = (unsigned char)(*text->at - '0');
        if (digit || d->n) {
            add_digit(d, digit);
            d->point += !after_mark;
        } else {
            d->point -= after_mark;
        }
    }
    return (int)(text->at - start);
}

static bool take_exponent(struct text *text, struct decimal *d)
{
    enum { ENOUGH = 100000 };   // of an exponent: beyond it, more does not matter
    int power = 0;

    if (text->at == text->end || (*text->at | 0x20) != 'e')
        return true;
    text->at++;
    bool minus = text->at < text->end && *text->at == '-';
    if (text->at < text->end && (*text->at == '-' || *text->at == '+'))
        text->at++;
    if (text->at == text->end)
        return false;
    for (; text->at < text->end && is_digit(*text->at); text->at++)
        power = power < ENOUGH ? 10 * power + (*text->at - '0') : power;
    d->point += minus ? -power : power;
    return true;
}

bool tn_decimal_read(size_t len, const char *text, char mark, unsigned may, double *value,
                     int *decimals)
{
    struct decimal d;
    struct text rest = {text, text + len};
    int after = 0;

    d.n = 0, d.point = 0, d.more = false;   // the digits need no zeroing
    bool minus = (may & TN_DECIMAL_MINUS) && len && *text == '-';
    rest.at += minus;
    if (!take_digits(&rest, &d, false))
        return false;
    if (rest.at < rest.end && *rest.at == mark) {
        rest.at++;
        after = take_digits(&rest, &d, true);
        if (!after)
            return false;
    }
    if ((may & TN_DECIMAL_EXPONENT) && !take_exponent(&rest, &d))
        return false;
    if (rest.at != rest.end)
        return false;

    double found;
    if (!quick(&d, &found))
        found = exact(&d);
    if (!isfinite(found))
        return false;
    *value = minus ? -found : found;
    if (decimals)
        *decimals = after;
    return true;
}
