/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: R's p.adjust (tests/oracle/trend/adjusted.csv). */
#include "check.h"

#include "oracle_lines.h"
#include "tn/num/adjust.h"

enum { MOST = 24 };

static void judge(struct tn_arena *arena, size_t n, const double p[], const double holm[],
                  const double bh[])
{
    double got[MOST];

    tn_adjust(arena, TN_HOLM, n, p, got);
    for (size_t i = 0; i < n; i++)
        check_rel(got[i], holm[i], 1e-14);
    tn_adjust(arena, TN_BENJAMINI_HOCHBERG, n, p, got);
    for (size_t i = 0; i < n; i++)
        check_rel(got[i], bh[i], 1e-14);
}

static void families_agree_with_r(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct oracle line;
    double p[MOST], holm[MOST], bh[MOST];
    size_t n = 0, families = 0;
    long family = 1;

    oracle_open(&line, "tests/oracle/trend/adjusted.csv");
    while (oracle_next(&line)) {
        if (oracle_count(&line, 0) != family) {
            judge(&arena, n, p, holm, bh);
            families++;
            family = oracle_count(&line, 0);
            n = 0;
        }
        assert_true(n < MOST);
        p[n] = oracle_real(&line, 1);
        holm[n] = oracle_real(&line, 2);
        bh[n++] = oracle_real(&line, 3);
    }
    judge(&arena, n, p, holm, bh);
    assert_int_equal(families, 11);
    tn_arena_free(&arena);
}

static void tests_that_were_not_made_do_not_count(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    const double p[] = {0.01, (double)NAN, 0.03};
    double got[3];

    tn_adjust(&arena, TN_HOLM, 3, p, got);
    check_rel(got[0], 0.02, 1e-15);
    check_rel(got[1], (double)NAN, 0);
    check_rel(got[2], 0.03, 1e-15);
    tn_adjust(&arena, TN_UNADJUSTED, 3, p, got);
    check_rel(got[2], 0.03, 0);
    tn_adjust(&arena, TN_HOLM, 0, p, got);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest adjust[] = {
        cmocka_unit_test(families_agree_with_r),
        cmocka_unit_test(tests_that_were_not_made_do_not_count),
    };
    return cmocka_run_group_tests(adjust, NULL, NULL);
}
