/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the same quantities from the list of draws, one by one. */
#include "check.h"

#include "tn/num/histogram.h"

enum { DRAWS = 997, BINS = 13 };

static void draw(struct tn_arena *arena, struct tn_histogram *histogram, long k[DRAWS])
{
    *histogram = tn_histogram_new(arena, BINS);
    for (uint64_t i = 0; i < DRAWS; i++) {
        k[i] = (long)(BINS * case_uniform(i) * case_uniform(DRAWS + i));
        histogram->count[k[i]]++;
        histogram->draws++;
    }
}

/* Of a share that is never taken for 0 or 1. */
static double error_of(double met)
{
    double s = (met + 1) / (DRAWS + 2);
    return sqrt(s * (1 - s) / DRAWS);
}

static void agrees_with_the_list_of_draws(void **state)
{
    (void)state;
    for_cases (50) {
        struct tn_arena arena = {0};
        struct tn_histogram histogram;
        long k[DRAWS];
        draw(&arena, &histogram, k);

        double mean = 0, squares = 0;
        for (int i = 0; i < DRAWS; i++)
            mean += (double)k[i] / DRAWS;
        for (int i = 0; i < DRAWS; i++)
            squares += ((double)k[i] - mean) * ((double)k[i] - mean);
        double sd = sqrt(squares / (DRAWS - 1));
        check_rel(tn_histogram_mean(&histogram).value, mean, DRAWS * DBL_EPSILON);
        check_rel(tn_histogram_mean(&histogram).error, sd / sqrt(DRAWS),
                  DRAWS * DBL_EPSILON);
        check_rel(tn_histogram_sd(&histogram), sd, DRAWS * DBL_EPSILON);
        for (long at = -2; at <= BINS + 1; at++) {
            struct tn_estimate up = tn_histogram_at_least(&histogram, at);
            struct tn_estimate down = tn_histogram_at_most(&histogram, at - 1);
            double met = 0;
            for (int i = 0; i < DRAWS; i++)
                met += k[i] >= at;
            int sure = at <= 0 || at >= BINS;
            check_rel(up.value, met / DRAWS, 2 * DBL_EPSILON);
            check_rel(down.value, (DRAWS - met) / DRAWS, 2 * DBL_EPSILON);
            check_rel(up.error, sure ? 0 : error_of(met), 1e-14);
            check_rel(down.error, sure ? 0 : error_of(DRAWS - met), 1e-14);
        }
        tn_arena_free(&arena);
    }
}

static void quantiles_are_the_smallest_that_reach(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_histogram t = tn_histogram_new(&arena, 4);
    const uint64_t count[] = {5, 0, 90, 5};

    for (size_t k = 0; k < 4; k++)
        t.draws += t.count[k] = count[k];
    assert_int_equal(tn_histogram_quantile(&t, 0.05), 0);
    assert_int_equal(tn_histogram_quantile(&t, 0.0501), 2);
    assert_int_equal(tn_histogram_quantile(&t, 0.95), 2);
    assert_int_equal(tn_histogram_quantile(&t, 0.9501), 3);
    tn_arena_free(&arena);
}

static void ends_are_exact_and_the_unseen_is_not_impossible(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_histogram t = tn_histogram_new(&arena, 3);

    t.draws = t.count[1] = 998;
    check_rel(tn_histogram_at_least(&t, 0).value, 1, 0);
    check_rel(tn_histogram_at_least(&t, 0).error, 0, 0);
    check_rel(tn_histogram_at_least(&t, 3).value, 0, 0);
    check_rel(tn_histogram_at_least(&t, 3).error, 0, 0);
    check_rel(tn_histogram_at_most(&t, -1).value, 0, 0);
    check_rel(tn_histogram_at_most(&t, 2).error, 0, 0);
    check_rel(tn_histogram_at_least(&t, 2).value, 0, 0);
    check_rel(tn_histogram_at_least(&t, 2).error, sqrt(0.001 * 0.999 / 998), 1e-14);
    assert_true(isnan(tn_histogram_share(0, 0).value));
    tn_arena_free(&arena);
}

static void tallies_add_up(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_histogram a = tn_histogram_new(&arena, 2), b = tn_histogram_new(&arena, 2);

    a.draws = a.count[0] = 17;
    b.draws = b.count[1] = 29;
    tn_histogram_add(&a, &b);
    assert_int_equal(a.draws, 46);
    assert_int_equal(a.count[0], 17);
    assert_int_equal(a.count[1], 29);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest histogram[] = {
        property(agrees_with_the_list_of_draws),
        cmocka_unit_test(quantiles_are_the_smallest_that_reach),
        cmocka_unit_test(ends_are_exact_and_the_unseen_is_not_impossible),
        cmocka_unit_test(tallies_add_up),
    };
    return cmocka_run_group_tests(histogram, NULL, NULL);
}
