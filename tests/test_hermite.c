/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the moments of the normal law, 1, 0, 1, 0, 3, 0, 15, ..., (2 m - 1)!!. */
#include "check.h"

#include "tn/num/hermite.h"

static void averages_every_polynomial_it_promises(void **state)
{
    (void)state;
    for (size_t n = 1; n <= TN_HERMITE_MOST; n++) {
        double node[TN_HERMITE_MOST], weight[TN_HERMITE_MOST];
        tn_hermite(n, node, weight);
        double moment = 1;
        for (size_t power = 0; power <= 2 * n - 2 && power <= 60; power += 2) {
            double sum = 0;
            for (size_t k = 0; k < n; k++)
                sum += weight[k] * pow(node[k], (double)power);
            check_rel(sum, moment, 1e-12);
            moment *= (double)power + 1;
        }
    }
}

static void nodes_ascend_and_mirror(void **state)
{
    (void)state;
    for (size_t n = 1; n <= TN_HERMITE_MOST; n++) {
        double node[TN_HERMITE_MOST], weight[TN_HERMITE_MOST];
        tn_hermite(n, node, weight);
        for (size_t k = 0; k < n; k++) {
            assert_true(k == 0 || node[k] > node[k - 1]);
            check_rel(node[k], -node[n - 1 - k], 0);
            check_rel(weight[k], weight[n - 1 - k], 0);
        }
        assert_true(n % 2 == 0 || !signbit(node[n / 2]));   // 0, not -0
    }
}

static void knows_the_rule_of_three(void **state)
{
    (void)state;
    double node[3], weight[3];
    tn_hermite(3, node, weight);
    check_rel(node[2], sqrt(3), 1e-15);
    check_rel(weight[1], 2.0 / 3, 1e-14);
    check_rel(weight[2], 1.0 / 6, 1e-14);
}

int main(void)
{
    const struct CMUnitTest hermite[] = {
        cmocka_unit_test(averages_every_polynomial_it_promises),
        cmocka_unit_test(nodes_ascend_and_mirror),
        cmocka_unit_test(knows_the_rule_of_three),
    };
    return cmocka_run_group_tests(hermite, NULL, NULL);
}
