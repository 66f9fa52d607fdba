/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: R's prop.test and prop.trend.test (tests/oracle/trend/); Newcombe's own
 * table of 1998. */
#include "check.h"

#include "oracle_lines.h"
#include "tn/num/proportion.h"

static void pairs_agree_with_r(void **state)
{
    (void)state;
    struct oracle line;
    size_t lines = 0;

    oracle_open(&line, "tests/oracle/trend/pairs.csv");
    for (; oracle_next(&line); lines++) {
        struct tn_counted before = {oracle_count(&line, 0), oracle_count(&line, 1)};
        struct tn_counted after = {oracle_count(&line, 2), oracle_count(&line, 3)};
        double level = oracle_real(&line, 4);
        struct tn_compared d = tn_share_difference(before, after, level);
        struct tn_compared r = tn_share_ratio(before, after, level);

        check_rel(d.value, oracle_real(&line, 5), 1e-13);
        check_rel(d.interval.low, oracle_real(&line, 6), 1e-12);
        check_rel(d.interval.high, oracle_real(&line, 7), 1e-12);
        check_rel(r.interval.low, oracle_real(&line, 9), 1e-10);
        if (before.c) {
            check_rel(r.value, oracle_real(&line, 8), 1e-13);
            check_rel(r.interval.high, oracle_real(&line, 10), 1e-10);
        } else {
            assert_true(isnan(r.value) && isinf(r.interval.high));
        }
        if (!isnan(oracle_real(&line, 11))) {
            check_rel(d.z, oracle_real(&line, 11), 1e-12);
            check_rel(d.p, oracle_real(&line, 12), 1e-12 * (1 + d.z * d.z));
        }
    }
    assert_int_equal(lines, 102);
}

/* [Newcombe1998] table II, method 10: 56/70 - 48/80 and 9/10 - 3/10. */
static void agrees_with_newcombe(void **state)
{
    (void)state;
    struct tn_compared a = tn_share_difference((struct tn_counted){48, 80},
                                               (struct tn_counted){56, 70}, 0.95);
    struct tn_compared b = tn_share_difference((struct tn_counted){3, 10},
                                               (struct tn_counted){9, 10}, 0.95);

    assert_true(fabs(a.interval.low - 0.0524) < 5e-5);
    assert_true(fabs(a.interval.high - 0.3339) < 5e-5);
    assert_true(fabs(b.interval.low - 0.1705) < 5e-5);
    assert_true(fabs(b.interval.high - 0.8090) < 5e-5);
}

static void trends_agree_with_r(void **state)
{
    (void)state;
    struct oracle line;
    size_t lines = 0;

    oracle_open(&line, "tests/oracle/trend/trends.csv");
    for (; oracle_next(&line); lines++) {
        double year[ORACLE_NUMBERS], c[ORACLE_NUMBERS], n[ORACLE_NUMBERS];
        struct tn_counted at[ORACLE_NUMBERS];
        size_t k = oracle_list(&line, 1, year);
        assert_int_equal(oracle_list(&line, 2, c), k);
        assert_int_equal(oracle_list(&line, 3, n), k);
        for (size_t i = 0; i < k; i++)
            at[i] = (struct tn_counted){(long)c[i], (long)n[i]};
        struct tn_trend_test of = tn_trend_test(k, at, year);
        check_rel(of.z * of.z, oracle_real(&line, 4), 1e-10);
        check_rel(of.p, oracle_real(&line, 5), 1e-9);
    }
    assert_int_equal(lines, 40);
}

static void nothing_that_differs_has_no_trend(void **state)
{
    (void)state;
    const struct tn_counted none[] = {{0, 10}, {0, 20}, {0, 30}};
    const struct tn_counted some[] = {{3, 10}, {6, 20}, {9, 30}};
    const double year[] = {2021, 2022, 2023}, same[] = {2021, 2021, 2021};

    check_rel(tn_trend_test(3, none, year).z, (double)NAN, 0);
    check_rel(tn_trend_test(3, none, year).p, (double)NAN, 0);
    check_rel(tn_trend_test(3, some, same).z, (double)NAN, 0);
    check_rel(tn_trend_test(3, some, year).p, 1, 1e-14);
    check_rel(tn_share_difference(none[0], none[1], 0.95).p, 1, 0);
}

int main(void)
{
    const struct CMUnitTest proportion[] = {
        cmocka_unit_test(pairs_agree_with_r),
        cmocka_unit_test(agrees_with_newcombe),
        cmocka_unit_test(trends_agree_with_r),
        cmocka_unit_test(nothing_that_differs_has_no_trend),
    };
    return cmocka_run_group_tests(proportion, NULL, NULL);
}
