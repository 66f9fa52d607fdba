/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: every count of a small group printed by hand, both ways, and compared as
 * text; the twelve indicators of the Cẩm Bình plan, whose counts are known. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/study/prevalence.h"

/* 100 c / n as an office prints it: long division, then the rest rounded or cut off. */
static const char *print(long c, long n, int decimals, int round, char room[40])
{
    long long scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    long long value = (100 * c * scale + (round ? n / 2 + n % 2 : 0)) / n;
    if (round && 2 * (100 * c * scale % n) < n)
        value = 100 * c * scale / n;
    snprintf(room, 40, decimals ? "%lld.%0*lld" : "%lld", value / scale, decimals,
             value % scale);
    return room;
}

static struct tn_printed parsed(const char *text)
{
    const char *mark = strchr(text, '.');
    double value = 0;
    assert_int_equal(sscanf(text, "%lf", &value), 1);
    return (struct tn_printed){value, mark ? (int)strlen(mark + 1) : 0};
}

static void finds_every_count_that_prints_so_and_no_other(void **state)
{
    (void)state;
    for_cases (400) {
        long n = 1 + (long)(400 * case_uniform(0)),
             c = (long)((double)n * case_uniform(1));
        int decimals = (int)(4 * case_uniform(2)), round = case_uniform(3) < 0.5;
        char text[40], one[40], other[40];
        print(c, n, decimals, round, text);
        struct tn_recovered got = tn_recover(parsed(text), n);
        long fits = 0;
        for (long k = 0; k <= n; k++) {
            int does = !strcmp(print(k, n, decimals, 1, one), text) ||
                       !strcmp(print(k, n, decimals, 0, other), text);
            assert_int_equal(does, got.low <= k && k <= got.high);
            fits += does;
        }
        assert_true(got.low <= c && c <= got.high);
        if (fits > 1)
            assert_int_equal(got.how, TN_FROM_SEVERAL);
        else
            assert_int_equal(got.how, strcmp(print(c, n, decimals, 1, one), text)
                                          ? TN_FROM_TRUNCATED
                                          : TN_FROM_ROUNDED);
    }
}

static void recovers_the_counts_of_the_plan(void **state)
{
    (void)state;
    static const char *const printed[2][12] = {
        {"95.5", "32.83", "8.95", "85.1", "7.46", "0", "2.98", "11.94", "1.49", "17.91",
         "34.3", "1.49"},
        {"78.9", "17.54", "1.75", "12.3", "10.52", "0", "0", "3.50", "0", "8.77", "5.26",
         "0"}};
    static const long want[2][12] = {{64, 22, 6, 57, 5, 0, 2, 8, 1, 12, 23, 1},
                                     {45, 10, 1, 7, 6, 0, 0, 2, 0, 5, 3, 0}};
    static const long n[2] = {67, 57};
    for (int s = 0; s < 2; s++) {
        for (int i = 0; i < 12; i++) {
            struct tn_recovered got = tn_recover(parsed(printed[s][i]), n[s]);
            assert_int_equal(got.low, want[s][i]);
            assert_int_equal(got.high, want[s][i]);
        }
    }
    assert_int_equal(tn_recover(parsed("8.95"), 67).how, TN_FROM_TRUNCATED);
    assert_int_equal(tn_recover(parsed("85.1"), 67).how, TN_FROM_ROUNDED);
}

static void says_when_none_or_several_fit(void **state)
{
    (void)state;
    struct tn_recovered none = tn_recover(parsed("2.5"), 67);
    assert_int_equal(none.how, TN_FROM_NONE);
    assert_int_equal(none.low, TN_UNKNOWN);
    assert_int_equal(none.high, TN_UNKNOWN);

    struct tn_recovered several = tn_recover(parsed("12"), 1000);
    assert_int_equal(several.how, TN_FROM_SEVERAL);
    assert_int_equal(several.low, 115);
    assert_int_equal(several.high, 129);

    assert_int_equal(tn_recover((struct tn_printed){100.4, 1}, 67).how, TN_FROM_NONE);
    assert_int_equal(tn_recover((struct tn_printed){(double)NAN, 0}, 67).how,
                     TN_FROM_NONE);
    assert_int_equal(tn_recover(parsed("100"), 67).low, 67);
    assert_int_equal(tn_recover(parsed("0"), 67).how, TN_FROM_ROUNDED);
}

/* All the digits of a spreadsheet tell two counts of a thousand million apart. */
static void uses_every_digit_of_a_large_group(void **state)
{
    (void)state;
    for_cases (300) {
        long n = 1 + (long)(999999999 * case_uniform(0));
        long c = (long)((double)n * case_uniform(1));
        double percent = 100 * (double)c / (double)n;
        int decimals = percent < 1 ? 15 : percent < 10 ? 14 : 13;
        struct tn_recovered got = tn_recover((struct tn_printed){percent, decimals}, n);
        assert_int_equal(got.low, c);
        assert_int_equal(got.high, c);
    }
}

enum { ROWS = 13 };

static struct tn_indicator row(int year, const char *percent, long count, long base)
{
    return (struct tn_indicator){.year = year,
                                 .status = TN_NEAR_POOR,
                                 .indicator = 3,
                                 .percent = percent ? parsed(percent)
                                                    : (struct tn_printed){(double)NAN, 0},
                                 .count = count,
                                 .base = base};
}

static void joins_counts_bases_and_intervals(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_indicator rows[ROWS] = {row(2023, "12.3", TN_UNKNOWN, TN_UNKNOWN),
                                      row(2022, "12.3", TN_UNKNOWN, 81),
                                      row(2022, "12.3", TN_UNKNOWN, TN_UNKNOWN),
                                      row(2023, NULL, 9, TN_UNKNOWN),
                                      row(2021, NULL, 9, TN_UNKNOWN),
                                      row(2023, NULL, 58, TN_UNKNOWN),
                                      row(2023, "12", TN_UNKNOWN, 1000),
                                      row(2023, "12.3", TN_UNKNOWN, 0),
                                      row(2023, NULL, 0, TN_UNKNOWN),
                                      row(2023, NULL, 57, 57),
                                      row(2023, NULL, 0, 0),
                                      row(2023, NULL, 3, 0),
                                      row(2023, "100", TN_UNKNOWN, 1)};
    static const struct {
        enum tn_recovery how;
        long n, low, high;
        double share;
    } want[ROWS] = {{TN_FROM_ROUNDED, 57, 7, 7, 7 / 57.},
                    {TN_FROM_ROUNDED, 81, 10, 10, 10 / 81.},
                    {TN_FROM_NO_BASE, -1, -1, -1, 0.123},
                    {TN_FROM_COUNT, 57, 9, 9, 9 / 57.},
                    {TN_FROM_NO_BASE, -1, 9, 9, (double)NAN},
                    {TN_FROM_NONE, 57, -1, -1, (double)NAN},
                    {TN_FROM_SEVERAL, 1000, 115, 129, 0.12},
                    {TN_FROM_NONE, 0, -1, -1, 0.123},
                    {TN_FROM_COUNT, 57, 0, 0, 0},
                    {TN_FROM_COUNT, 57, 57, 57, 1},
                    {TN_FROM_COUNT, 0, 0, 0, (double)NAN},
                    {TN_FROM_NONE, 0, -1, -1, (double)NAN},
                    {TN_FROM_ROUNDED, 1, 1, 1, 1}};
    struct tn_commune commune = {
        .base_year = 2023, .households = {67, 57}, .indicators = ROWS, .indicator = rows};
    struct tn_prevalences got = tn_prevalence_of(&arena, &commune, TN_JEFFREYS, 0.9);
    assert_int_equal(got.rows, ROWS);
    for (int i = 0; i < ROWS; i++) {
        const struct tn_prevalence *p = &got.row[i];
        assert_int_equal(p->deprived.how, want[i].how);
        assert_int_equal(p->households, want[i].n);
        assert_int_equal(p->deprived.low, want[i].low);
        assert_int_equal(p->deprived.high, want[i].high);
        check_rel(p->share, want[i].share, DBL_EPSILON);
        int known = want[i].n > 0 && want[i].low >= 0;
        check_rel(p->low,
                  known
                      ? tn_interval_binomial(TN_JEFFREYS, want[i].low, want[i].n, 0.9).low
                      : (double)NAN,
                  0);
        check_rel(
            p->high,
            known ? tn_interval_binomial(TN_JEFFREYS, want[i].high, want[i].n, 0.9).high
                  : (double)NAN,
            0);
    }
    tn_arena_free(&arena);
}

static void more_households_than_people_count_as_unknown(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    long most = 1;
    if (sizeof(long) < 8)
        return;   // no such number there
    for (int i = 0; i < 12; i++)
        most *= 10;
    struct tn_indicator rows[] = {row(2023, NULL, 9, most), row(2023, NULL, 9, most + 1)};
    struct tn_commune commune = {.base_year = 2023, .indicators = 2, .indicator = rows};
    struct tn_prevalences got = tn_prevalence_of(&arena, &commune, TN_WILSON, 0.9);
    assert_int_equal(got.row[0].deprived.how, TN_FROM_COUNT);
    assert_true(got.row[0].low > 0);
    assert_int_equal(got.row[1].deprived.how, TN_FROM_NO_BASE);
    assert_true(isnan(got.row[1].low));
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest prevalence[] = {
        property(finds_every_count_that_prints_so_and_no_other),
        cmocka_unit_test(recovers_the_counts_of_the_plan),
        cmocka_unit_test(says_when_none_or_several_fit),
        property(uses_every_digit_of_a_large_group),
        cmocka_unit_test(more_households_than_people_count_as_unknown),
        cmocka_unit_test(joins_counts_bases_and_intervals),
    };
    return cmocka_run_group_tests(prevalence, NULL, NULL);
}
