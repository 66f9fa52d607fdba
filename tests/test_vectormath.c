/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: expl and logl. */
#include "check.h"

#include "tn/num/vectormath.h"

static void exp_keeps_its_digits(void **state)
{
    (void)state;
    for_cases (20000) {
        double x = 1400 * case_uniform(0) - 700, small = 2 * case_uniform(1) - 1;
        check_rel(tn_vector_exp(x), (double)expl(x), 4e-16);
        check_rel(tn_vector_exp(small), (double)expl(small), 4e-16);
    }
    check_rel(tn_vector_exp(0), 1, 0);
}

static void log_keeps_its_digits(void **state)
{
    (void)state;
    for_cases (20000) {
        double x = exp(600 * case_uniform(0)), near = 1 + case_uniform(1);
        check_rel(tn_vector_log(x), (double)logl(x), 4e-16);
        assert_true(fabs(tn_vector_log(near) - (double)logl(near)) <= 2e-16);
    }
    assert_true(fabs(tn_vector_log(1)) <= 0);
    check_rel(tn_vector_log(0x1p500), 500 * log(2), 4e-16);
}

int main(void)
{
    const struct CMUnitTest vectormath[] = {
        property(exp_keeps_its_digits),
        property(log_keeps_its_digits),
    };
    return cmocka_run_group_tests(vectormath, NULL, NULL);
}
