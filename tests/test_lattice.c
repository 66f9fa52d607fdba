/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the moments of the normal law; averages as plain sums over nodes. */
#include "check.h"

#include "tn/num/lattice.h"

enum { LEVELS = 4 };

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* One level in three is far below the step, one case in five has a level of none. */
static struct tn_lattice draw(double sd[])
{
    double step = 0.05 + 0.1 * case_uniform(0);

    for (size_t i = 0; i < LEVELS; i++)
        sd[i] = check_case % 5 == i ? 0
                                    : step * (i % 3 == 1 ? 0.3 * case_uniform(1 + i)
                                                         : 1.5 + 5 * case_uniform(1 + i));
    return tn_lattice_from(&arena, LEVELS, sd, step, 1e-9);
}

/* A sum of w[i] (at(i) step)^power. */
static double moment(const double w[], long half, size_t n, double step, int power)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += w[i] * pow(((double)i - (double)half) * step, power);
    return sum;
}

static void nodes_have_the_moments_of_the_normal_law(void **state)
{
    (void)state;
    for_cases (100) {
        double sd[LEVELS];
        struct tn_lattice lattice = draw(sd);
        for (size_t i = 0; i < LEVELS; i++) {
            const struct tn_lattice_level *at = &lattice.level[i];
            size_t n = 2 * (size_t)at->nodes + 1;
            double v = sd[i] * sd[i];
            check_rel(moment(at->weight, at->nodes, n, lattice.step, 0), 1, 1e-14);
            assert_true(fabs(moment(at->weight, at->nodes, n, lattice.step, 1)) < 1e-12);
            assert_true(fabs(moment(at->weight, at->nodes, n, lattice.step, 2) - v) <
                        1e-6 * v + 1e-300);
            assert_true(fabs(moment(at->weight, at->nodes, n, lattice.step, 4) -
                             3 * v * v) < 2e-5 * v * v + 1e-300);
        }
    }
}

/* erfc(z / sqrt 2) lies beyond z sds on either side. */
static double beyond(long steps, double step, double sd)
{
    return erfc((double)steps * step / sd / sqrt(2));
}

/* Nodes and lanes reach as far as leaves that much out, and no step further. */
static void no_more_is_left_out_than_said(void **state)
{
    (void)state;
    for_cases (30) {
        const double left_out = pow(0.1, 2 + check_case % 8), step = 0.1;
        double sd[LEVELS];
        long most = 0;
        for (size_t i = 0; i < LEVELS; i++)
            sd[i] = step * (1 + 5 * case_uniform(i));
        struct tn_lattice lattice = tn_lattice_from(&arena, LEVELS, sd, step, left_out);
        for (size_t i = 0; i < LEVELS; i++) {
            const struct tn_lattice_level *at = &lattice.level[i];
            assert_true(beyond(at->nodes, step, sd[i]) <= left_out);
            assert_true(beyond(at->nodes - 1, step, sd[i]) > left_out);
            most += at->nodes;
            assert_true(at->half <= most);
            assert_true(beyond(at->half, step, at->sum_sd) <= left_out);
            assert_true(beyond(at->half - 1, step, at->sum_sd) > left_out);
        }
        tn_arena_free(&arena);
    }
}

static void lanes_carry_the_law_of_the_sum(void **state)
{
    (void)state;
    for_cases (100) {
        double sd[LEVELS], v = 0;
        struct tn_lattice lattice = draw(sd);
        for (size_t i = 0; i < LEVELS; i++) {
            const struct tn_lattice_level *at = &lattice.level[i];
            v += sd[i] * sd[i];
            check_rel(at->sum_sd, sqrt(v), 1e-14);
            check_rel(moment(at->chance, at->half, at->width, 1, 0), 1, 1e-13);
            for (size_t j = 0; j < at->width; j++) {
                double s = ((double)j - (double)at->half) * lattice.step;
                check_rel(at->shift[j], s, 1e-14);
                if (v > 0)
                    check_rel(at->chance[j] / at->chance[at->half], exp(-s * s / (2 * v)),
                              1e-11);
                else
                    check_rel(at->chance[j], (long)j == at->half, 0);
            }
        }
    }
}

static void averages_are_plain_sums(void **state)
{
    (void)state;
    enum { ROWS = 3 };
    for_cases (60) {
        double sd[LEVELS];
        struct tn_lattice lattice = draw(sd);
        for (size_t level = 1; level < LEVELS; level++) {
            assert_int_equal(tn_lattice_extended(&lattice, level),
                             lattice.level[level - 1].width +
                                 2 * (size_t)lattice.level[level].nodes);
            const struct tn_lattice_level *from = &lattice.level[level];
            const struct tn_lattice_level *to = from - 1;
            double *in = tn_new(&arena, double, ROWS * from->width);
            double *out = tn_new(&arena, double, ROWS * to->width);
            for (size_t j = 0; j < ROWS * from->width; j++)
                in[j] = case_uniform(100 + j);
            tn_lattice_average(&arena, &lattice, level, ROWS, in, out);
            for (size_t j = 0; j < ROWS * to->width; j++) {
                double sum = 0;
                for (long node = -from->nodes; node <= from->nodes; node++) {
                    long lane = (long)(j % to->width) - to->half + node + from->half;
                    long last = (long)from->width - 1;
                    lane = lane < 0 ? 0 : lane > last ? last : lane;
                    sum += from->weight[node + from->nodes] *
                           in[j / to->width * from->width + (size_t)lane];
                }
                check_rel(out[j], sum, 1e-12);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(nodes_have_the_moments_of_the_normal_law, forget),
        cmocka_unit_test_teardown(no_more_is_left_out_than_said, forget),
        cmocka_unit_test_teardown(lanes_carry_the_law_of_the_sum, forget),
        cmocka_unit_test_teardown(averages_are_plain_sums, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
