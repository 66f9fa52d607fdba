/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/total.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { MOST = 999999999, MOST_DECIMALS = 6 };

/* Households of a status at the end of a year, or those that are to leave it. */
static long of_status(const struct tn_commune *commune, int status, int year,
                      bool leaving)
{
    long base = commune->households[status], quota = commune->quota[status];

    if (leaving)
        return year == commune->plan_year ? quota : TN_UNKNOWN;
    if (year == commune->base_year)
        return base;
    if (year != commune->plan_year || base < 0 || quota < 0)
        return TN_UNKNOWN;
    return base - quota;
}

long tn_total_counted(const struct tn_commune *commune, const struct tn_claim *claim)
{
    bool leaving = claim->quantity == TN_Q_REDUCTION_POINTS;

    if (!leaving && claim->quantity != TN_Q_RATE)
        return TN_UNKNOWN;

    long poor = of_status(commune, TN_POOR, claim->year, leaving);
    long near_poor = of_status(commune, TN_NEAR_POOR, claim->year, leaving);
    if (claim->status == TN_POOR)
        return poor;
    if (claim->status == TN_NEAR_POOR)
        return near_poor;
    if (claim->status != TN_STATUS_EITHER || poor < 0 || near_poor < 0)
        return TN_UNKNOWN;
    return poor + near_poor;
}

/* The percentage as printed, its decimal mark left out, and the scale that does so;
 * false where it is no percentage. */
static bool digits_of(struct tn_printed percent, int64_t *digits, int64_t *scale)
{
    if (!(percent.value >= 0 && percent.value <= 100) || percent.decimals < 0 ||
        percent.decimals > MOST_DECIMALS)
        return false;
    *scale = 1;
    for (int i = 0; i < percent.decimals; i++)
        *scale *= 10;
    *digits = (int64_t)llround(percent.value * (double)*scale);
    return true;
}

/* With V the digits and x the true percentage on the same scale, rounding gives
 * V - 1/2 <= x <= V + 1/2 and truncating V <= x < V + 1; both together, doubled to
 * stay whole: 2V - 1 <= 200 * counted * scale / total < 2V + 2. */
bool tn_total_range(long counted, struct tn_printed percent, long *low, long *high)
{
    assert(counted >= 0);
    int64_t digits, scale;
    if (!digits_of(percent, &digits, &scale))
        return false;

    int64_t twice = 200 * (int64_t)counted * scale;
    int64_t least = twice / (2 * digits + 2) + 1;
    int64_t most = digits > 0 ? twice / (2 * digits - 1) : MOST;

    *low = (long)(least > counted ? least : counted);
    *high = (long)(most < MOST ? most : MOST);
    return *low <= *high;
}

/* The range of claim i; false where it says nothing about the total. */
static bool range_of(const struct tn_commune *commune, size_t i, long *low, long *high)
{
    const struct tn_claim *claim = &commune->claim[i];
    long counted = tn_total_counted(commune, claim);

    return counted > 0 && tn_total_range(counted, claim->value, low, high);
}

struct support {
    long claims, of_base_year;   // that allow this total
    long last;                   // up to which all of them do
};

static struct support support_of(const struct tn_commune *commune, long total)
{
    struct support support = {.last = MOST};
    long low, high;

    for (size_t i = 0; i < commune->claims; i++) {
        if (!range_of(commune, i, &low, &high) || total < low || total > high)
            continue;
        support.claims++;
        support.of_base_year += commune->claim[i].year == commune->base_year;
        if (high < support.last)
            support.last = high;
    }
    return support;
}

static long compare(struct support a, struct support b)
{
    return a.claims != b.claims ? a.claims - b.claims : a.of_base_year - b.of_base_year;
}

/* Support only rises where a claim's range begins, so those totals are enough. */
struct tn_total tn_total_implied(const struct tn_commune *commune)
{
    struct tn_total total = {
        .low = TN_UNKNOWN, .high = TN_UNKNOWN, .middle = (double)NAN};
    struct support best = {0};
    long low, high;

    for (size_t i = 0; i < commune->claims; i++) {
        if (!range_of(commune, i, &low, &high))
            continue;
        struct support here = support_of(commune, low);
        long better = compare(here, best);
        if (better > 0) {
            best = here;
            total.low = low;
            total.high = here.last;
        } else if (better == 0) {
            total.low = low < total.low ? low : total.low;
            total.high = here.last > total.high ? here.last : total.high;
        }
    }
    if (total.low >= 0)
        total.middle = 0.5 * ((double)total.low + (double)total.high);
    return total;
}

long tn_total_of_villages(const struct tn_commune *commune)
{
    long sum = 0;

    for (size_t v = 0; v < commune->villages; v++) {
        if (commune->village[v].all_households < 0)
            return TN_UNKNOWN;
        sum += commune->village[v].all_households;
    }
    return commune->villages ? sum : TN_UNKNOWN;
}

struct tn_total tn_total_of(const struct tn_commune *commune)
{
    long given = commune->households_total;

    if (given < 0)
        given = tn_total_of_villages(commune);
    if (given < 0)
        return tn_total_implied(commune);
    return (struct tn_total){given, given, (double)given, true};
}
