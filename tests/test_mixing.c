/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: chains whose answer is known in closed form (independent, autoregressive,
 * apart, constant); one small case worked out by hand. */
#include "check.h"

#include <stdlib.h>

#include "tn/num/mixing.h"

enum { CHAINS = 4, DRAWS = 2500 };

/* A normal from 12 uniforms: near enough for means and correlations. */
static double noise(uint64_t at)
{
    double sum = -6;

    for (uint64_t k = 0; k < 12; k++)
        sum += case_uniform(12 * at + k);
    return sum;
}

static struct tn_mixing walk(double memory, double apart)
{
    static double x[CHAINS * DRAWS];

    for (size_t c = 0; c < CHAINS; c++) {
        double at = noise(1000000 + c) / sqrt(1 - memory * memory);
        for (size_t d = 0; d < DRAWS; d++) {
            at = memory * at + noise(c * DRAWS + d);
            x[c * DRAWS + d] = at + apart * (double)c;
        }
    }
    return tn_mixing_of(CHAINS, DRAWS, x);
}

/* ess/n is (1 - r)/(1 + r) for an autoregression; its estimate scatters by about
 * sqrt(2 lags/n), some 15 % at r = 0.8. */
static void known_correlations_give_known_ess(void **state)
{
    (void)state;
    const double memory[] = {0, 0.5, 0.8};

    for_cases (5) {
        for (size_t i = 0; i < 3; i++) {
            struct tn_mixing of = walk(memory[i], 0);
            double want = CHAINS * DRAWS * (1 - memory[i]) / (1 + memory[i]);
            assert_true(of.rhat < 1.01);
            assert_true(of.ess > 0.7 * want && of.ess < 1.3 * want);
            check_rel(of.mcse, of.sd / sqrt(of.ess), 1e-15);
        }
    }
}

static void chains_apart_are_seen(void **state)
{
    (void)state;
    check_case = 1;
    struct tn_mixing of = walk(0.5, 1);
    check_case = 0;
    assert_true(of.rhat > 1.2);
    assert_true(of.ess < 100);
}

static void constant_draws_have_mixed(void **state)
{
    (void)state;
    const double x[] = {57, 57, 57, 57, 57, 57, 57, 57};
    struct tn_mixing of = tn_mixing_of(2, 4, x);

    check_rel(of.rhat, 1, 0);
    check_rel(of.mean, 57, 0);
    check_rel(of.mcse, 0, 0);
}

/* Halves (1 3), (2 2), (5 3), (2 6): means 2 2 4 4, within (2 + 0 + 2 + 8)/4 = 3,
 * between 4/3, total 3/2 + 4/3 = 17/6. */
static void a_small_case_agrees_with_paper(void **state)
{
    (void)state;
    const double x[] = {1, 3, 2, 2, 5, 3, 2, 6};
    struct tn_mixing of = tn_mixing_of(2, 4, x);

    check_rel(of.mean, 3, 1e-15);
    check_rel(of.rhat, sqrt(17. / 18), 1e-15);
    check_rel(of.sd, sqrt(17. / 6), 1e-15);
}

/* Whole numbers, so that a shift by 2^40 is exact: nothing but the mean may change. */
static void far_from_zero_keeps_its_digits(void **state)
{
    (void)state;
    double x[] = {1, 3, 2, 2, 5, 3, 2, 6};
    for (size_t i = 0; i < 8; i++)
        x[i] += 0x1p40;
    struct tn_mixing of = tn_mixing_of(2, 4, x);

    check_rel(of.mean - 0x1p40, 3, 0);
    check_rel(of.rhat, sqrt(17. / 18), 1e-15);
    check_rel(of.sd, sqrt(17. / 6), 1e-15);
}

int main(void)
{
    const struct CMUnitTest mixing[] = {
        property(known_correlations_give_known_ess),
        cmocka_unit_test(chains_apart_are_seen),
        cmocka_unit_test(constant_draws_have_mixed),
        cmocka_unit_test(a_small_case_agrees_with_paper),
        cmocka_unit_test(far_from_zero_keeps_its_digits),
    };
    return cmocka_run_group_tests(mixing, NULL, NULL);
}
