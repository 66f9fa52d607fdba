/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: moments of the normal law for the nodes; the slope at the mode, which is 0. */
#include "check.h"

#include "tn/num/conditional.h"

#include "tn/num/cholesky.h"

enum { MOST = 700 };

static double moment(size_t dims, size_t shells, const double direction[], int power,
                     uint32_t turn)
{
    static double z[MOST * 12], weight[MOST];
    size_t n = tn_ball_size(dims, shells);
    double sum = 0;
    assert_true(n <= MOST);
    tn_ball_nodes(dims, shells, turn, z, weight);
    for (size_t k = 0; k < n; k++) {
        double dot = 0;
        for (size_t j = 0; j < dims; j++)
            dot += direction[j] * z[k * dims + j];
        sum += weight[k] * pow(dot, power);
    }
    return sum;
}

static void nodes_have_the_moments_they_promise(void **state)
{
    (void)state;
    static const double a[12] = {0.5, -0.4, 0.3, 0.7, -0.2, 0.1,
                                 0.6, -0.3, 0.2, 0.4, 0.1,  0.3};
    for (size_t dims = 1; dims <= 10; dims++) {
        double v = 0;
        for (size_t j = 0; j < dims; j++)
            v += a[j] * a[j];
        for (size_t shells = 1; shells <= 4; shells++) {
            check_rel(moment(dims, shells, a, 0, 7), 1, 1e-12);
            assert_true(fabs(moment(dims, shells, a, 1, 7)) < 1e-12);
            check_rel(moment(dims, shells, a, 2, 7), v, 1e-11);
            assert_true(fabs(moment(dims, shells, a, 3, 7)) < 1e-11);
            if (shells > 1 && (dims == 1 || dims <= 8))
                check_rel(moment(dims, shells, a, 4, 7), 3 * v * v, 1e-10);
        }
    }
}

/* The sixth moment only on average over turns: within 5 errors of 15 v^3. */
static void turns_average_to_a_higher_degree(void **state)
{
    (void)state;
    static const double a[4] = {0.5, -0.4, 0.3, 0.7};
    double v = 0.99, sum = 0, square = 0;
    enum { TURNS = 400 };
    for (uint32_t turn = 0; turn < TURNS; turn++) {
        double m = moment(4, 3, a, 6, turn);
        sum += m / TURNS;
        square += m * m / TURNS;
    }
    double error = sqrt((square - sum * sum) / TURNS);
    assert_true(error < 0.2);
    assert_true(fabs(sum - 15 * v * v * v) < 5 * error);
}

static void the_mode_is_where_the_slope_is_zero(void **state)
{
    (void)state;
    static const double n[] = {9, 7, 5, 11}, y[] = {3, 5, 0, 4};
    static const double x[] = {1, 0.5, 1, -0.3, 1, 0.2, 1, 1.4};
    static const size_t first[] = {0, 2, 4}, year[] = {0, 1, 0, 1};
    static const double mean[] = {-1, 0.3}, sd[] = {1.5, 0.7};
    struct tn_arena arena = {0};
    struct tn_panel panel = {.rows = 4,
                             .fixed = 2,
                             .years = 2,
                             .levels = 1,
                             .at_risk = n,
                             .exits = y,
                             .x = x,
                             .year = year,
                             .areas = {2},
                             .first = {first}};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 15, false);
    struct tn_normal_prior prior = {mean, sd};
    struct tn_conditional c = tn_conditional_new(&arena, &panel);
    c.at.sd[0] = 0.6;
    c.at.year_sd = 0.4;
    tn_conditional_find(place, &prior, &c);
    assert_true(c.settled);
    for (size_t j = 0; j < 4; j++) {
        double point[4];
        for (size_t k = 0; k < 4; k++)
            point[k] = c.mode[k];
        point[j] += 1e-3;
        double up = tn_conditional_at(place, &prior, &c, point, NULL);
        point[j] -= 2e-3;
        double down = tn_conditional_at(place, &prior, &c, point, NULL);
        double curve = 0;   // of minus the log density: (L L')_jj
        for (size_t k = 0; k <= j; k++)
            curve += c.root[j * 4 + k] * c.root[j * 4 + k];
        assert_true(fabs(up - down) / 2e-3 < 1e-3 * sqrt(curve));   // decrement 1e-6
        check_rel((2 * c.peak - up - down) / 1e-6, curve, 1e-4);
    }
    double mass = c.peak + 2 * log(2 * acos(-1)) - tn_cholesky_log_det(4, c.root) / 2;
    check_rel(c.log_mass, mass, 1e-14);
    tn_arena_free(&arena);
}

/* A prior sd of 0 fixes a coefficient at its mean. */
static void a_fixed_coefficient_stays(void **state)
{
    (void)state;
    static const double n[] = {90}, y[] = {30}, x[] = {1}, mean[] = {-2.5}, sd[] = {0};
    static const size_t first[] = {0, 1};
    struct tn_arena arena = {0};
    struct tn_panel panel = {.rows = 1,
                             .fixed = 1,
                             .levels = 1,
                             .at_risk = n,
                             .exits = y,
                             .x = x,
                             .areas = {1},
                             .first = {first}};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 15, false);
    struct tn_normal_prior prior = {mean, sd};
    struct tn_conditional c = tn_conditional_new(&arena, &panel);
    c.at.sd[0] = 0.5;
    tn_conditional_find(place, &prior, &c);
    assert_true(c.settled && fabs(c.mode[0] + 2.5) < 1e-9);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest conditional[] = {
        cmocka_unit_test(nodes_have_the_moments_they_promise),
        cmocka_unit_test(turns_average_to_a_higher_degree),
        cmocka_unit_test(the_mode_is_where_the_slope_is_zero),
        cmocka_unit_test(a_fixed_coefficient_stays),
    };
    return cmocka_run_group_tests(conditional, NULL, NULL);
}
