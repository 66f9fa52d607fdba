/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: long double functions of the C library, 64 bits of mantissa. The largest error
 * on a fine grid is held against the header's. */
#include "check.h"

#include "tn/num/portable.h"

static double worst(double (*got)(double), long double (*want)(long double), double from,
                    double to)
{
    enum { STEPS = 400000 };
    double most = 0;

    for (int i = 0; i <= STEPS; i++) {
        double x = from + (to - from) * (i + 0.3) / (STEPS + 1);
        long double exact = want((long double)x);
        most = fmax(most, (double)fabsl((got(x) - exact) / exact));
    }
    return most;
}

static long double long_expit(long double x)
{
    return 1 / (1 + expl(-x));
}

static void errors_are_as_promised(void **state)
{
    (void)state;
    assert_true(worst(tn_portable_exp, expl, -700, 700) < 2e-16);
    assert_true(worst(tn_portable_exp, expl, -1, 1) < 2e-16);
    assert_true(worst(tn_portable_log, logl, 0x1p-33, 1) < 1e-15);
    assert_true(worst(tn_portable_log, logl, 0.99, 1) < 1e-15);
    assert_true(worst(tn_portable_log, logl, 1, 1e6) < 1e-15);
    assert_true(worst(tn_portable_expit, long_expit, -700, 700) < 4e-16);
    assert_true(worst(tn_portable_expit, long_expit, -8, 8) < 4e-16);
}

static void ends_are_exact(void **state)
{
    (void)state;
    check_rel(tn_portable_exp(0), 1, 0);
    check_rel(tn_portable_exp(-HUGE_VAL), 0, 0);
    check_rel(tn_portable_exp(-1e9), 0, 0);
    assert_true(isinf(tn_portable_exp(HUGE_VAL)) && isinf(tn_portable_exp(1e9)));
    check_rel(tn_portable_log(1), 0, 0);
    check_rel(tn_portable_log(0x1p-33), -33 * log(2), DBL_EPSILON);
    check_rel(tn_portable_expit(0), 0.5, 0);
    check_rel(tn_portable_expit(-HUGE_VAL), 0, 0);
    check_rel(tn_portable_expit(HUGE_VAL), 1, 0);
}

/* Radius and angle by their definition, in long double. */
static void normals_are_those_of_the_formula(void **state)
{
    (void)state;
    for_cases (20000) {
        double z[2];
        uint32_t radius = (uint32_t)(case_uniform(0) * 0x1p32);
        uint32_t angle = (uint32_t)(case_uniform(1) * 0x1p32);
        long double r = sqrtl(-2 * logl((radius + 0.5L) * 0x1p-32L));
        /* Quarter turns are centred on the axes: an eighth of a turn less. */
        long double turn = (angle + 0.5L) * 0x1p-32L - 0.125L;
        tn_portable_normals(radius, angle, z);
        long double full = 2 * acosl(-1) * turn;
        assert_true(fabsl(z[0] - r * cosl(full)) < 2e-14L * r);
        assert_true(fabsl(z[1] - r * sinl(full)) < 2e-14L * r);
    }
}

static void normals_have_the_moments_of_the_normal(void **state)
{
    (void)state;
    enum { N = 200000 };
    double moment[5] = {0}, cross = 0;

    for (uint32_t i = 0; i < N; i++) {
        struct tn_bits bits = tn_draw(3, 5, 0, i);
        double z[2];
        tn_portable_normals(bits.word[0], bits.word[1], z);
        cross += z[0] * z[1] / N;
        for (int k = 0; k < 5; k++)
            moment[k] += (pow(z[0], k) + pow(z[1], k)) / (2 * N);
    }
    /* 4.5 times sqrt(variance of z^k / 2N): 1, 2, 15, 96. */
    assert_true(fabs(moment[1]) < 4.5 * sqrt(1.0 / (2 * N)));
    assert_true(fabs(moment[2] - 1) < 4.5 * sqrt(2.0 / (2 * N)));
    assert_true(fabs(moment[3]) < 4.5 * sqrt(15.0 / (2 * N)));
    assert_true(fabs(moment[4] - 3) < 4.5 * sqrt(96.0 / (2 * N)));
    assert_true(fabs(cross) < 4.5 * sqrt(1.0 / N));
}

static void the_farthest_normal_is_bounded(void **state)
{
    (void)state;
    double z[2];

    tn_portable_normals(0, 0x20000000, z);   // the middle of the first quarter turn
    check_rel(z[0], sqrt(66 * log(2)), 1e-14);
    assert_true(z[0] < 6.77);
    tn_portable_normals(~0u, 0, z);   // u = 1 - 2^-33
    assert_true(hypot(z[0], z[1]) > 0);
}

int main(void)
{
    const struct CMUnitTest portable[] = {
        cmocka_unit_test(errors_are_as_promised),
        cmocka_unit_test(ends_are_exact),
        property(normals_are_those_of_the_formula),
        cmocka_unit_test(normals_have_the_moments_of_the_normal),
        cmocka_unit_test(the_farthest_normal_is_bounded),
    };
    return cmocka_run_group_tests(portable, NULL, NULL);
}
