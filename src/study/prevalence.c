/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/prevalence.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum { MOST_DECIMALS = 12 };

static const double MOST_HOUSEHOLDS = 1e12;

/* 100 c / n with so many decimals, its decimal mark left out: the digits that are
 * printed, the rest cut off or rounded. */
static int64_t digits(long c, long n, int decimals, bool round)
{
    int64_t value = 100 * (int64_t)c / n, rest = 100 * (int64_t)c % n;

    for (int i = 0; i < decimals; i++) {
        value = 10 * value + 10 * rest / n;
        rest = 10 * rest % n;
    }
    return value + (round && 2 * rest >= n);
}

/* The smallest c from 0 whose digits reach want; n + 1 where none does. */
static long first_to_reach(int64_t want, long n, int decimals, bool round)
{
    long below = -1, reaches = n + 1;

    while (reaches - below > 1) {
        long c = below + (reaches - below) / 2;
        if (digits(c, n, decimals, round) >= want)
            reaches = c;
        else
            below = c;
    }
    return reaches;
}

/* Rounding gives printed from half a digit below to half above, truncating from printed
 * to a digit above: together one range, between the first count that rounds up to it
 * and the last that is not cut off to more. */
struct tn_recovered tn_recover(struct tn_printed percent, long n)
{
    struct tn_recovered none = {TN_FROM_NONE, TN_UNKNOWN, TN_UNKNOWN};

    assert(n > 0 && (double)n <= MOST_HOUSEHOLDS && percent.decimals >= 0);
    if (!(percent.value >= 0 && percent.value <= 100))
        return none;

    int decimals = percent.decimals, blur = 0;
    if (decimals > MOST_DECIMALS)
        decimals = MOST_DECIMALS, blur = 1;
    int64_t printed = llround(percent.value * pow(10, decimals));
    long low = first_to_reach(printed - blur, n, decimals, true);
    long high = first_to_reach(printed + blur + 1, n, decimals, false) - 1;
    if (low > high)
        return none;
    if (low < high)
        return (struct tn_recovered){TN_FROM_SEVERAL, low, high};
    bool rounded = digits(low, n, decimals, true) <= printed + blur;
    return (struct tn_recovered){rounded ? TN_FROM_ROUNDED : TN_FROM_TRUNCATED, low, low};
}

static struct tn_recovered deprived_of(const struct tn_indicator *row, long n)
{
    long given = row->count;

    if (given >= 0 && (n < 0 || given <= n))
        return (struct tn_recovered){n < 0 ? TN_FROM_NO_BASE : TN_FROM_COUNT, given,
                                     given};
    if (n < 0)
        return (struct tn_recovered){TN_FROM_NO_BASE, TN_UNKNOWN, TN_UNKNOWN};
    if (given >= 0 || n == 0)
        return (struct tn_recovered){TN_FROM_NONE, TN_UNKNOWN, TN_UNKNOWN};
    return tn_recover(row->percent, n);
}

static long base_of(const struct tn_commune *commune, const struct tn_indicator *row)
{
    long n = row->base;

    if (n < 0 && row->year == commune->base_year)
        n = commune->households[row->status];
    return (double)n <= MOST_HOUSEHOLDS ? n : TN_UNKNOWN;
}

static struct tn_prevalence study(const struct tn_commune *commune,
                                  const struct tn_indicator *row,
                                  enum tn_interval_method method, double level)
{
    struct tn_prevalence p = {row->year, row->status, row->indicator,
                              .share = (double)NAN};
    long n = base_of(commune, row);
    struct tn_recovered deprived = deprived_of(row, n);

    p.households = n;
    p.deprived = deprived;
    p.share = row->percent.value / 100;
    p.low = p.high = (double)NAN;
    if (n > 0 && deprived.low >= 0) {
        if (deprived.low == deprived.high)
            p.share = (double)deprived.low / (double)n;
        p.low = tn_interval_binomial(method, deprived.low, n, level).low;
        p.high = tn_interval_binomial(method, deprived.high, n, level).high;
    }
    return p;
}

struct tn_prevalences tn_prevalence_of(struct tn_arena *arena,
                                       const struct tn_commune *commune,
                                       enum tn_interval_method method, double level)
{
    struct tn_prevalences all = {method, level, commune->indicators, NULL};

    all.row = tn_new(arena, struct tn_prevalence, all.rows);
    for (size_t i = 0; i < all.rows; i++)
        all.row[i] = study(commune, &commune->indicator[i], method, level);
    return all;
}
