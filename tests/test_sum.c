/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: sums in long double, and sums whose answer is known in advance. */
#include "check.h"

#include "tn/num/sum.h"

enum { MANY = 1000 };

static void keeps_what_plain_addition_loses(void **state)
{
    (void)state;
    const double big_between[] = {1, 1e100, 1, -1e100};
    const double ones[] = {1, 1, 1, 1};

    check_rel(tn_sum_of(4, big_between), 2, 0);
    check_rel(tn_sum_dot(4, ones, big_between), 2, 0);
    check_rel(tn_sum_of(0, NULL), 0, 0);
}

static void agrees_with_long_double_in_any_order(void **state)
{
    (void)state;
    for_cases (200) {
        double x[MANY], backwards[MANY];
        long double exact = 0, size = 0;
        for (size_t i = 0; i < MANY; i++) {
            x[i] = (case_uniform(2 * i) - 0.5) * exp(20 * case_uniform(2 * i + 1));
            backwards[MANY - 1 - i] = x[i];
            exact += (long double)x[i];
            size += fabsl((long double)x[i]);
        }
        double allowed = DBL_EPSILON * fabs((double)exact) +
                         4 * MANY * (double)(LDBL_EPSILON * size);
        assert_true(fabs(tn_sum_of(MANY, x) - (double)exact) <= allowed);
        assert_true(fabs(tn_sum_of(MANY, backwards) - (double)exact) <= allowed);
    }
}

static void a_dot_product_rounds_each_product_once(void **state)
{
    (void)state;
    for_cases (200) {
        double x[MANY], y[MANY];
        long double exact = 0, size = 0;
        for (size_t i = 0; i < MANY; i++) {
            x[i] = case_uniform(2 * i) - 0.5;
            y[i] = case_uniform(2 * i + 1) - 0.5;
            exact += (long double)x[i] * (long double)y[i];
            size += fabsl((long double)x[i] * (long double)y[i]);
        }
        double allowed = DBL_EPSILON * (fabs((double)exact) + (double)size);
        assert_true(fabs(tn_sum_dot(MANY, x, y) - (double)exact) <= allowed);
    }
}

int main(void)
{
    const struct CMUnitTest sum[] = {
        cmocka_unit_test(keeps_what_plain_addition_loses),
        property(agrees_with_long_double_in_any_order),
        property(a_dot_product_rounds_each_product_once),
    };
    return cmocka_run_group_tests(sum, NULL, NULL);
}
