/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tn/num/poisbin.h, lane by lane. */
#include "check.h"

#include "tn/num/lanes.h"
#include "tn/num/poisbin.h"

enum { WIDTH = 2 * TN_LANE, N = 23, M = 9 };

/* Chance of each lane for one class: from 0 to 1, both ends included. */
static void draw(uint64_t from, double p[WIDTH], double q[WIDTH])
{
    for (size_t j = 0; j < WIDTH; j++) {
        p[j] = j == 3 ? 0 : j == 4 ? 1 : case_uniform(from + j);
        q[j] = 1 - p[j];
    }
}

static void joined_binomials_are_the_law_of_all(void **state)
{
    (void)state;
    for_cases (100) {
        double p[2][WIDTH], q[2][WIDTH];
        double law[(N + M + 1) * WIDTH], more[(M + 1) * WIDTH];
        draw(0, p[0], q[0]);
        draw(WIDTH, p[1], q[1]);
        tn_lanes_binomial(WIDTH, N, p[0], q[0], law);
        tn_lanes_binomial(WIDTH, M, p[1], q[1], more);
        tn_lanes_join(WIDTH, N, law, M, more);
        for (size_t j = 0; j < WIDTH; j++) {
            double chance[N + M], pmf[N + M + 1];
            for (size_t i = 0; i < N + M; i++)
                chance[i] = p[i >= N][j];
            tn_poisbin_pmf(N + M, chance, pmf);
            for (size_t k = 0; k <= N + M; k++)
                check_rel(law[k * WIDTH + j], pmf[k], 8 * (N + M) * DBL_EPSILON);
        }
    }
}

static void nobody_joins_and_nothing_changes(void **state)
{
    (void)state;
    double none[WIDTH], law[2 * WIDTH], p[WIDTH], q[WIDTH];
    check_case = 1;
    draw(0, p, q);
    tn_lanes_binomial(WIDTH, 0, p, q, none);
    tn_lanes_binomial(WIDTH, 1, p, q, law);
    tn_lanes_join(WIDTH, 1, law, 0, none);
    for (size_t j = 0; j < WIDTH; j++) {
        check_rel(none[j], 1, 0);
        check_rel(law[j], q[j], 0);
        check_rel(law[WIDTH + j], p[j], 0);
    }
    check_case = 0;
}

static void tails_and_dots_agree_with_plain_sums(void **state)
{
    (void)state;
    for_cases (50) {
        double p[WIDTH], q[WIDTH], law[(N + 1) * WIDTH], tail[WIDTH];
        draw(0, p, q);
        tn_lanes_binomial(WIDTH, N, p, q, law);
        for (long k = -1; k <= N + 1; k++) {
            long double dot = 0;
            tn_lanes_at_least(WIDTH, N, law, k, tail);
            for (size_t j = 0; j < WIDTH; j++) {
                double pmf[N + 1];
                for (size_t i = 0; i <= N; i++)
                    pmf[i] = law[i * WIDTH + j];
                double want = tn_poisbin_at_least(N, pmf, k);
                check_rel(tail[j], want, 1e-14);
                dot += (long double)p[j] * (long double)tail[j];
            }
            check_rel(tn_lanes_dot(WIDTH, p, tail), (double)dot, 1e-15 * WIDTH);
        }
    }
}

static void widths_are_whole_lanes(void **state)
{
    (void)state;
    assert_int_equal(tn_lanes_width(0), 0);
    assert_int_equal(tn_lanes_width(1), TN_LANE);
    assert_int_equal(tn_lanes_width(TN_LANE), TN_LANE);
    assert_int_equal(tn_lanes_width(TN_LANE + 1), 2 * TN_LANE);
}

int main(void)
{
    const struct CMUnitTest lanes[] = {
        property(joined_binomials_are_the_law_of_all),
        cmocka_unit_test(nobody_joins_and_nothing_changes),
        property(tails_and_dots_agree_with_plain_sums),
        cmocka_unit_test(widths_are_whole_lanes),
    };
    return cmocka_run_group_tests(lanes, NULL, NULL);
}
