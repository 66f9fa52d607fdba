/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: every pair of rows compared. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/ascent.h"

enum { MOST = 12 };

struct row {
    char code[24], year[24];
};

static int order(const char *a, const char *b)
{
    size_t x = strlen(a), y = strlen(b);
    return x != y ? (x < y ? -1 : 1) : strcmp(a, b);
}

static bool all_ascend(size_t n, const struct row row[], bool years_first)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            int code = order(row[i].code, row[j].code);
            int year = order(row[i].year, row[j].year);
            int first = years_first ? year : code, then = years_first ? code : year;
            if (first > 0 || (!first && then >= 0))
                return false;
        }
    return true;
}

static struct tn_ascent of(size_t n, const struct row row[])
{
    struct tn_ascent ascent = tn_ascent_begin();

    for (size_t i = 0; i < n; i++)
        tn_ascent_add(&ascent, strlen(row[i].code), row[i].code, strlen(row[i].year),
                      row[i].year);
    return ascent;
}

static size_t below(size_t n, uint64_t draw)
{
    return (size_t)((double)n * case_uniform(draw));
}

/* Few codes and years, mostly in order; cut anywhere into three. */
static void rows_and_parts_ascend_as_their_pairs_do(void **state)
{
    (void)state;
    size_t held[2] = {0, 0}, broken = 0;

    for_cases (2000) {
        struct row row[MOST];
        size_t n = below(MOST + 1, 0), a = below(n + 1, 1), b = a + below(n - a + 1, 2);
        bool years_first = case_uniform(3) < 0.5, swap = case_uniform(4) < 0.5;
        for (size_t i = 0; i < n; i++) {
            size_t big = i / 3, small = i % 3;
            snprintf(row[i].code, 24, "%zu", 8 + (years_first ? small : big));
            snprintf(row[i].year, 24, "%zu", 2020 + (years_first ? big : small));
        }
        if (swap && n > 1)
            row[n - 1] = row[below(n - 1, 5)];
        struct tn_ascent all = of(a, row), middle = of(b - a, row + a);
        struct tn_ascent end = of(n - b, row + b);
        tn_ascent_join(&all, &middle);
        tn_ascent_join(&all, &end);
        bool by_year = all_ascend(n, row, true), by_code = all_ascend(n, row, false);
        assert_int_equal(all.by_year, by_year);
        assert_int_equal(all.by_code, by_code);
        assert_int_equal(tn_ascent_holds(&all), by_year || by_code);
        struct tn_ascent whole = of(n, row);
        assert_int_equal(tn_ascent_holds(&whole), by_year || by_code);
        held[0] += by_year && !by_code;
        held[1] += by_code && !by_year;
        broken += !by_year && !by_code;
    }
    assert_true(check_case < 2000 || (held[0] > 100 && held[1] > 100 && broken > 100));
}

/* What is not kept whole is not known to ascend. */
static void long_codes_do_not_count_as_ascending(void **state)
{
    (void)state;
    char code[TN_ASCENT_CODE + 2] = "";
    struct tn_ascent ascent = tn_ascent_begin();

    memset(code, 'c', TN_ASCENT_CODE + 1);
    tn_ascent_add(&ascent, TN_ASCENT_CODE, code, 0, "");
    assert_true(tn_ascent_holds(&ascent));
    tn_ascent_add(&ascent, TN_ASCENT_CODE + 1, code, 0, "");
    assert_false(tn_ascent_holds(&ascent));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(rows_and_parts_ascend_as_their_pairs_do),
        cmocka_unit_test(long_codes_do_not_count_as_ascending),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
