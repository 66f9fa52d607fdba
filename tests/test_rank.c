/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: R's cor (tests/oracle/trend/ranks.csv), with and without ties. */
#include "check.h"

#include "oracle_lines.h"
#include "tn/num/rank.h"

static struct tn_arena arena;

static void correlations_agree_with_r(void **state)
{
    (void)state;
    struct oracle line;
    size_t lines = 0;

    oracle_open(&line, "tests/oracle/trend/ranks.csv");
    for (; oracle_next(&line); lines++) {
        double x[ORACLE_NUMBERS], y[ORACLE_NUMBERS];
        size_t n = oracle_list(&line, 1, x);
        assert_int_equal(oracle_list(&line, 2, y), n);
        assert_true(fabs(tn_spearman(&arena, n, x, y, 0) - oracle_real(&line, 3)) <
                    1e-14);
        assert_true(fabs(tn_kendall(n, x, y, 0) - oracle_real(&line, 4)) < 1e-14);
    }
    assert_int_equal(lines, 30);
    tn_arena_free(&arena);
}

static void ties_share_their_ranks(void **state)
{
    (void)state;
    const double x[] = {0.3, 0.1, 0.1 + 1e-15, 0.2}, same[] = {1, 1, 1, 1};
    double rank[4];

    tn_ranks(&arena, 4, x, 1e-12, rank);
    check_rel(rank[0], 4, 0);
    check_rel(rank[1], 1.5, 0);
    check_rel(rank[2], 1.5, 0);
    check_rel(rank[3], 3, 0);
    check_rel(tn_spearman(&arena, 4, x, same, 0), (double)NAN, 0);
    check_rel(tn_kendall(4, x, same, 0), (double)NAN, 0);
    check_rel(tn_spearman(&arena, 4, x, x, 1e-12), 1, 1e-15);
    tn_arena_free(&arena);
}

/* Two values of each: one pair, and it agrees or does not. */
static void one_pair_is_enough(void **state)
{
    (void)state;
    const double up[] = {1, 2}, down[] = {5, 3};

    check_rel(tn_kendall(2, up, up, 0), 1, 0);
    check_rel(tn_kendall(2, up, down, 0), -1, 0);
    check_rel(tn_kendall(1, up, down, 0), (double)NAN, 0);
}

int main(void)
{
    const struct CMUnitTest rank[] = {
        cmocka_unit_test(correlations_agree_with_r),
        cmocka_unit_test(ties_share_their_ranks),
        cmocka_unit_test(one_pair_is_enough),
    };
    return cmocka_run_group_tests(rank, NULL, NULL);
}
