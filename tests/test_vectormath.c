/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: expl, logl, cosl and sinl. */
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

static void the_circle_keeps_its_digits(void **state)
{
    (void)state;
    for_cases (20000) {
        double x = 200 * case_uniform(0) - 100, far = 2e5 * case_uniform(1) - 1e5, c, s;
        tn_vector_circle(x, &c, &s);
        assert_true(fabs(c - (double)cosl(x)) <= 1.7e-15);
        assert_true(fabs(s - (double)sinl(x)) <= 1.7e-15);
        tn_vector_circle(far, &c, &s);
        assert_true(fabs(c - (double)cosl(far)) <= 1.7e-15);
        assert_true(fabs(s - (double)sinl(far)) <= 1.7e-15);
    }
}

int main(void)
{
    const struct CMUnitTest vectormath[] = {
        property(exp_keeps_its_digits),
        property(log_keeps_its_digits),
        property(the_circle_keeps_its_digits),
    };
    return cmocka_run_group_tests(vectormath, NULL, NULL);
}
