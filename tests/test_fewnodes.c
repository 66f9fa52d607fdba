/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the moments of the normal law. */
#include "check.h"

#include "tn/base/arena.h"
#include "tn/num/fewnodes.h"

/* Averages over nodes of z_0^a z_1^b, of turns from 0 to turns - 1. */
static double moment(size_t n, enum tn_few_rule rule, uint32_t turns, int a, int b)
{
    struct tn_arena arena = {0};
    size_t nodes = tn_few_size(n, rule);
    double *z = tn_new(&arena, double, nodes *n), *w = tn_new(&arena, double, nodes);
    double sum = 0;
    for (uint32_t turn = 0; turn < turns; turn++) {
        tn_few_nodes(n, rule, turn, z, w);
        for (size_t k = 0; k < nodes; k++)
            sum += w[k] * pow(z[k * n], a) * pow(z[k * n + (n > 1)], b) / turns;
    }
    tn_arena_free(&arena);
    return sum;
}

static void simplices_have_the_first_two_moments(void **state)
{
    (void)state;
    for (size_t n = 2; n < 9; n++)
        for (int rule = TN_FEW_SIMPLEX; rule <= TN_FEW_TURNED; rule++) {
            enum tn_few_rule r = (enum tn_few_rule)rule;
            check_rel(moment(n, r, 1, 0, 0), 1, 1e-14);
            assert_true(fabs(moment(n, r, 1, 1, 0)) < 1e-14);
            assert_true(fabs(moment(n, r, 1, 1, 1)) < 1e-13);
            check_rel(moment(n, r, 1, 2, 0), 1, 1e-13);
            check_rel(moment(n, r, 1, 0, 2), 1, 1e-13);
        }
    check_rel(moment(1, TN_FEW_SIMPLEX, 1, 2, 0), 1, 1e-14);
}

static void rules_have_so_many_nodes(void **state)
{
    (void)state;
    for (size_t n = 1; n < 9; n++) {
        assert_int_equal(tn_few_size(n, TN_FEW_SIMPLEX), n + 1);
        assert_int_equal(tn_few_size(n, TN_FEW_TURNED), n + 2);   // and the origin
        assert_int_equal(tn_few_size(n, TN_FEW_PAIR), 3);
        assert_int_equal(tn_few_size(n, TN_FEW_NONE), 0);
    }
}

/* 4,000 turns: standard errors are 0.02 to 0.06. */
static void turns_have_the_fourth(void **state)
{
    (void)state;
    for (int rule = TN_FEW_TURNED; rule <= TN_FEW_PAIR; rule++) {
        enum tn_few_rule r = (enum tn_few_rule)rule;
        assert_true(fabs(moment(5, r, 4000, 2, 0) - 1) < 0.06);
        assert_true(fabs(moment(5, r, 4000, 4, 0) - 3) < 0.25);
        assert_true(fabs(moment(5, r, 4000, 2, 2) - 1) < 0.1);
        assert_true(fabs(moment(5, r, 4000, 3, 0)) < 0.2);
    }
    for (int power = 1; power <= 5; power += 2)
        assert_true(fabs(moment(5, TN_FEW_PAIR, 7, power, 0)) < 1e-13);
}

int main(void)
{
    const struct CMUnitTest few[] = {
        cmocka_unit_test(simplices_have_the_first_two_moments),
        cmocka_unit_test(rules_have_so_many_nodes),
        cmocka_unit_test(turns_have_the_fourth),
    };
    return cmocka_run_group_tests(few, NULL, NULL);
}
