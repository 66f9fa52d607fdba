/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: means known in closed form; GSL's adaptive integral of expit. */
#include "check.h"

#include <gsl/gsl_integration.h>

#include "tn/num/grid.h"
#include "tn/num/lanes.h"
#include "tn/num/special.h"

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* The mean of f over all effects, one level at a time. */
static double mean(const struct tn_grid *grid, double (*f)(double s))
{
    double *row = tn_new(&arena, double, tn_grid_lanes(grid));
    for (size_t j = 0; j < tn_grid_lanes(grid); j++)
        row[j] = f(grid->shift[j]);
    for (size_t level = grid->levels - 1; level > 0; level--) {
        double *above = tn_new(&arena, double, grid->level[level - 1].width);
        tn_grid_average(grid, level, 1, row, above);
        row = above;
    }
    return tn_lanes_dot(grid->level[0].width, grid->level[0].weight, row);
}

static double cosine(double s)
{
    return cos(0.7 * s);
}

static double shifted_expit(double s)
{
    return tn_expit(s - 1.3);
}

static double weighted_expit(double s, void *sd)
{
    double z = s / *(double *)sd;
    return shifted_expit(s) * exp(-z * z / 2) / (*(double *)sd * sqrt(2 * M_PI));
}

static double integral(double sd)
{
    gsl_function f = {weighted_expit, &sd};
    gsl_integration_workspace *work = gsl_integration_workspace_alloc(1000);
    double result, error;
    gsl_integration_qag(&f, -9 * sd, 9 * sd, 1e-14, 1e-13, 1000, GSL_INTEG_GAUSS61, work,
                        &result, &error);
    gsl_integration_workspace_free(work);
    return result;
}

/* sds alike, zero, tiny beside the others, and so in every place. */
static const double sds[][4] = {
    {0.4, 0.3, 0, 0},       {0, 0.3, 0, 0},        {0.4, 0, 0, 0},
    {0.4, 0.02, 0, 0},      {0.03, 0.7, 0, 0},     {1.2, 0.1, 0, 0},
    {0.2, 1.5, 0, 0},       {0.3, 0.2, 0.25, 0.4}, {0.3, 0, 0.02, 0.35},
    {0.01, 0, 0.3, 0.4},    {0, 0, 0, 0.5},        {0.04, 0.05, 0.06, 0.07},
    {0.3, 0.2, 0.25, 0.01}, {1.0, 1.2, 0.9, 0},    {0.5, 0.001, 0.0001, 0},
};

static void means_are_those_of_a_normal_with_the_summed_variance(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof sds / sizeof *sds; c++) {
        double variance = 0;
        for (int i = 0; i < 4; i++)
            variance += sds[c][i] * sds[c][i];
        for (unsigned halvings = 0; halvings <= 2; halvings++) {
            struct tn_grid grid = tn_grid_from(&arena, 4, sds[c], 1e-12, halvings);
            double got = mean(&grid, cosine), want = exp(-0.49 * variance / 2);
            assert_true(fabs(got - want) < 4e-12);
            assert_true(fabs(mean(&grid, shifted_expit) - integral(sqrt(variance))) <
                        4e-12);
            tn_arena_free(&arena);
        }
    }
}

static void one_level_averages_around_each_lane_above(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof sds / sizeof *sds; c++) {
        struct tn_grid grid = tn_grid_from(&arena, 2, sds[c], 1e-12, 0);
        struct tn_grid top = tn_grid_from(&arena, 1, sds[c], 1e-12, 0);
        size_t lanes = tn_grid_lanes(&grid), above = grid.level[0].width;
        double *in = tn_new(&arena, double, 2 * lanes);
        double *out = tn_new(&arena, double, 2 * above);
        for (size_t j = 0; j < lanes; j++) {
            in[j] = 1;
            in[lanes + j] = grid.shift[j];
        }
        tn_grid_average(&grid, 1, 2, in, out);
        double sum = 0, square = 0;
        for (size_t j = 0; j < above; j++) {
            assert_true(fabs(out[j] - 1) < 1e-15 * 20);
            sum += grid.level[0].weight[j];
            square += grid.level[0].weight[j] * out[above + j] * out[above + j];
        }
        assert_true(fabs(sum - 1) < 1e-14);
        assert_true(fabs(square - sds[c][0] * sds[c][0]) < 1e-10);   // its lanes are e
        assert_true(top.levels == 1);
    }
}

static void a_looser_grid_is_smaller_and_keeps_its_word(void **state)
{
    (void)state;
    const double sd[2] = {0.4, 0.3};
    size_t before = 1000;
    double want = exp(-0.49 * 0.25 / 2);
    for (double tol = 1e-14; tol < 1e-3; tol *= 100) {
        struct tn_grid grid = tn_grid_from(&arena, 2, sd, tol, 0);
        assert_true(tn_grid_lanes(&grid) <= before);
        before = tn_grid_lanes(&grid);
        assert_true(fabs(mean(&grid, cosine) - want) < 3 * tol + 1e-15);
    }
    assert_true(before <= 24);
}

/* A grid of its own for each sd, not for each place: many places cost no more. */
static void places_of_one_sd_share_a_grid(void **state)
{
    (void)state;
    const double sd[] = {0.3318, 0.0412, 0.3318, 0, 0.0412};
    struct tn_grid grid = tn_grid_places(&arena, 0.4271, 5, sd, 1e-10, 0);

    assert_ptr_equal(grid.place[2], grid.place[0]);
    assert_ptr_equal(grid.place[4], grid.place[1]);
    assert_ptr_not_equal(grid.place[1], grid.place[0]);
    assert_ptr_not_equal(grid.place[3], grid.place[0]);
    for (size_t v = 0; v < 5; v++)
        check_rel(mean(grid.place[v], cosine),
                  exp(-0.245 * (0.4271 * 0.4271 + sd[v] * sd[v])), 1e-9);
}

/* The lattice suits the smallest sd that goes by it, whosever it is, the last place's
 * too. */
static void the_last_place_counts_as_the_others(void **state)
{
    (void)state;
    static const double sd[][2] = {{1.1, 0.31}, {0.31, 1.1}, {0.9, 0.9}};
    for (size_t c = 0; c < 3; c++) {
        struct tn_grid grid = tn_grid_places(&arena, 1.3, 2, sd[c], 1e-12, 0);
        for (size_t v = 0; v < 2; v++)
            assert_true(fabs(mean(grid.place[v], cosine) -
                             exp(-0.245 * (1.3 * 1.3 + sd[c][v] * sd[c][v]))) < 4e-12);
    }
}

int main(void)
{
    const struct CMUnitTest grid[] = {
        cmocka_unit_test_teardown(means_are_those_of_a_normal_with_the_summed_variance,
                                  forget),
        cmocka_unit_test_teardown(one_level_averages_around_each_lane_above, forget),
        cmocka_unit_test_teardown(a_looser_grid_is_smaller_and_keeps_its_word, forget),
        cmocka_unit_test_teardown(places_of_one_sd_share_a_grid, forget),
        cmocka_unit_test_teardown(the_last_place_counts_as_the_others, forget),
    };
    return cmocka_run_group_tests(grid, NULL, NULL);
}
