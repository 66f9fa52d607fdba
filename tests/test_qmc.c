/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: integrals known in closed form; Sobol's own net property. */
#include "check.h"

#include <string.h>

#include "tn/num/qmc.h"
#include "tn/num/special.h"

enum { DIMS = 6 };

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* prod (1 + c_d (u_d - 1/2)) has mean 1; exp of a normal has mean exp(sd^2 / 2); a step
 * has mean P(sum of two uniforms <= 0.7) = 0.245. */
static void smooth_and_not(struct tn_arena *work, const void *what, const double u[],
                           double value[])
{
    (void)what;
    double *product = tn_new(work, double, 1);
    *product = 1;
    for (size_t d = 0; d < DIMS; d++)
        *product *= 1 + (u[d] - 0.5) / (double)(d + 1);
    value[0] = *product;
    value[1] = exp(0.3 * tn_normal_quantile(u[0]) - 0.4 * tn_normal_quantile(u[5]));
    value[2] = u[1] + u[2] <= 0.7;
}

static const double known[3] = {1, 1.1331484530668263, 0.245};

static struct tn_qmc setting(uint64_t seed)
{
    return (struct tn_qmc){.at = smooth_and_not,
                           .dims = DIMS,
                           .values = 3,
                           .watched = 2,
                           .replicates = 16,
                           .first = 64,
                           .most = 64,
                           .seed = seed};
}

static void errors_are_what_they_say(void **state)
{
    (void)state;
    double square[3] = {0};
    enum { SEEDS = 200 };
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct tn_qmc qmc = setting(seed);
        struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
        for (int m = 0; m < 3; m++) {
            double z = (mean.mean[m] - known[m]) / mean.error[m];
            assert_true(fabs(z) < 6);
            square[m] += z * z / SEEDS;
        }
    }
    for (int m = 0; m < 3; m++)   // t with 15 degrees: 15/13, give or take 4 x 0.14
        assert_true(fabs(square[m] - 15.0 / 13) < 0.56);
}

/* The error is the replicates' standard deviation over the root of their number. */
static void the_error_is_the_spread_of_the_replicates(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(9);
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    for (size_t m = 0; m < 3; m++) {
        long double sum = 0, square = 0;
        for (size_t r = 0; r < 16; r++)
            sum += (long double)mean.replicate[r * 3 + m] / 16;
        for (size_t r = 0; r < 16; r++) {
            long double off = (long double)mean.replicate[r * 3 + m] - sum;
            square += off * off / 15;
        }
        check_rel(mean.mean[m], (double)sum, 1e-14);
        check_rel(mean.error[m], (double)sqrtl(square / 16), 1e-11);
    }
}

static void converges_faster_than_random_points(void **state)
{
    (void)state;
    struct tn_qmc few = setting(7), many = setting(7);
    many.first = many.most = 4096;
    struct tn_qmc_mean a = tn_qmc_mean(&arena, &few), b = tn_qmc_mean(&arena, &many);
    assert_true(b.error[0] < a.error[0] / 20);   // random points: 8 times
    assert_true(b.error[1] < a.error[1] / 20);
    for (int m = 0; m < 3; m++)
        assert_true(fabs(b.mean[m] - known[m]) < 5 * b.error[m]);
}

static void gives_the_same_bytes_for_any_threads_and_doublings(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(3);
    qmc.most = 1024;
    qmc.first = 256;
    qmc.threads = 1;
    struct tn_qmc_mean one = tn_qmc_mean(&arena, &qmc);
    for (int threads = 0; threads <= 5; threads++) {
        qmc.threads = threads;
        struct tn_qmc_mean other = tn_qmc_mean(&arena, &qmc);
        assert_int_equal(other.points, 1024);
        assert_memory_equal(other.mean, one.mean, 3 * sizeof(double));
        assert_memory_equal(other.error, one.error, 3 * sizeof(double));
        assert_memory_equal(other.replicate, one.replicate, 3 * 16 * sizeof(double));
    }
    qmc.first = 1024;
    struct tn_qmc_mean at_once = tn_qmc_mean(&arena, &qmc);
    for (int m = 0; m < 3; m++)
        check_rel(at_once.mean[m], one.mean[m], 1e-14);
}

static void stops_when_the_error_is_small_enough(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(5);
    qmc.most = 1 << 14;
    qmc.tol = 2e-4;
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    assert_true(mean.points < qmc.most);
    assert_true(mean.error[0] <= 2e-4 && mean.error[1] <= 2e-4);
    qmc.most = mean.points / 2;
    mean = tn_qmc_mean(&arena, &qmc);
    assert_true(mean.error[0] > 2e-4 || mean.error[1] > 2e-4);
}

static void one_watched_value_is_enough(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(5);
    qmc.watched = 1;
    double at_first = tn_qmc_mean(&arena, &qmc).error[0];
    qmc.most = 1 << 14;
    qmc.tol = at_first / 2;
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    assert_true(mean.points > qmc.first && mean.points < qmc.most);
    assert_true(mean.error[0] <= qmc.tol);
}

/* Of 64 points exactly one lies in each of 64 equal cells of each coordinate, and of 8 x
 * 8 cells of the first two; a digital shift keeps this. */
static void counts_cells(struct tn_arena *work, const void *what, const double u[],
                         double value[])
{
    (void)work;
    (void)what;
    for (size_t d = 0; d < DIMS; d++)
        value[(size_t)(64 * u[d]) + 64 * d] = 1;
    value[64 * DIMS + 8 * (size_t)(8 * u[0]) + (size_t)(8 * u[1])] = 1;
}

static void the_points_are_a_net(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(11);
    qmc.at = counts_cells;
    qmc.values = 64 * (DIMS + 1);
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    for (size_t m = 0; m < 16 * qmc.values; m++)
        check_rel(mean.replicate[m], 1.0 / 64, 0);
}

static void all_coordinates(struct tn_arena *work, const void *what, const double u[],
                            double value[])
{
    (void)work;
    (void)what;
    memcpy(value, u, 50 * sizeof *u);
}

static void goes_on_beyond_forty_dimensions(void **state)
{
    (void)state;
    struct tn_qmc qmc = {.at = all_coordinates,
                         .dims = 50,
                         .values = 50,
                         .replicates = 32,
                         .first = 128,
                         .most = 128,
                         .seed = 2};
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    for (size_t d = 0; d < 50; d++) {
        double most = d < 40 ? 1.0 / 128 : 5 * sqrt(1 / 12.0 / 128 / 32);
        assert_true(fabs(mean.mean[d] - 0.5) < most);
        assert_true(mean.error[d] > 0);
    }
}

/* Points handed out are those of the first replicate. */
static void points_are_those_that_are_averaged(void **state)
{
    (void)state;
    struct tn_qmc qmc = setting(9);
    struct tn_qmc_mean mean = tn_qmc_mean(&arena, &qmc);
    const double *u = tn_qmc_points(&arena, DIMS, 64, 9);
    double sum[3] = {0};

    for (size_t i = 0; i < 64; i++) {
        double value[3];
        smooth_and_not(&arena, NULL, u + i * DIMS, value);
        for (size_t m = 0; m < 3; m++)
            sum[m] += value[m] / 64;
    }
    for (size_t m = 0; m < 3; m++)
        check_rel(mean.replicate[m], sum[m], 1e-13);
}

int main(void)
{
    const struct CMUnitTest qmc[] = {
        cmocka_unit_test_teardown(errors_are_what_they_say, forget),
        cmocka_unit_test_teardown(the_error_is_the_spread_of_the_replicates, forget),
        cmocka_unit_test_teardown(converges_faster_than_random_points, forget),
        cmocka_unit_test_teardown(gives_the_same_bytes_for_any_threads_and_doublings,
                                  forget),
        cmocka_unit_test_teardown(stops_when_the_error_is_small_enough, forget),
        cmocka_unit_test_teardown(the_points_are_a_net, forget),
        cmocka_unit_test_teardown(goes_on_beyond_forty_dimensions, forget),
        cmocka_unit_test_teardown(one_watched_value_is_enough, forget),
        cmocka_unit_test_teardown(points_are_those_that_are_averaged, forget),
    };
    return cmocka_run_group_tests(qmc, NULL, NULL);
}
