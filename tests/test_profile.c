/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: every table of small margins, enumerated, with every way to relieve; the
 * review of a real commune, whose total of exactly 3 settles the answer. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tn/study/profile.h"

enum { BUDGET = 400000 };

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static const long poor[] = {64, 22, 6, 57, 5, 0, 2, 8, 1, 12, 23, 1};

static struct tn_profile_question ask(size_t goals, const struct tn_measure_goal goal[])
{
    return (struct tn_profile_question){.margin = {67, 12, poor, 3, 12},
                                        .fall = 3,
                                        .goals = goals,
                                        .goal = goal,
                                        .seed = 1,
                                        .draws = 10000,
                                        .budget = BUDGET};
}

/* 201 deprivations of 67 households, 3 each at least: all have 3, and every one of the 57
 * without health insurance falls when it comes. */
static void insurance_for_all_takes_57_below_three(void **state)
{
    (void)state;
    const struct tn_measure_goal goal[] = {{3, 1}};
    struct tn_profile_question question = ask(1, goal);
    struct tn_profile of = tn_profile_of(&arena, &question);

    assert_int_equal(of.method, TN_BY_COUNTING);
    assert_int_equal(of.relieved, 57);
    assert_int_equal(of.least, 57);
    assert_int_equal(of.most, 57);
    check_rel(of.mean, 57, 1e-15);
    check_rel(of.fall[57], 1, 1e-15);
    check_rel(of.by_sum[3], 67, 1e-15);
    check_rel(of.log_tables / log(10), 67.7105, 1e-5);
    assert_int_equal(of.q05, 57);
    assert_int_equal(of.q95, 57);
}

static void partial_coverage_relieves_those_above_it(void **state)
{
    (void)state;
    const struct tn_measure_goal goal[] = {{3, 0.9}};
    struct tn_profile_question question = ask(1, goal);
    struct tn_profile of = tn_profile_of(&arena, &question);

    assert_int_equal(of.relieved, 51);   // 6 of 67 may stay, 6.7 being the tenth
    assert_int_equal(of.q50, 51);
    const struct tn_measure_goal present = {3, 0.1};
    assert_int_equal(tn_profile_relieved(&question.margin, &present), 0);
    const struct tn_measure_goal exact = {3, 0.9};
    const struct tn_margin seventy = {70, 12, poor, 2, 12};
    assert_int_equal(tn_profile_relieved(&seventy, &exact), 50);
}

static void time_of_ten_thousand_draws_is_under_two_seconds(void **state)
{
    (void)state;
    const struct tn_measure_goal goal[] = {{3, 1}, {9, 1}};
    struct tn_profile_question question = ask(2, goal);
    clock_t start = clock();
    tn_profile_of(&arena, &question);
    question.budget = 0;
    struct tn_profile of = tn_profile_of(&arena, &question);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;

    print_message("10,000 draws by counting and as many by trades: %.2f s\n", seconds);
    assert_true(seconds < 4);
    assert_true(of.mixing.rhat < 1.01);
}

/* The law of the number that fall, over all tables and all ways to relieve. */
static const struct tn_margin small = {4, 5, (const long[]){3, 2, 4, 2, 3}, 3, 5};

static void by_enumeration(double fall[5], const struct tn_measure_goal *goal)
{
    double ways = 0;
    long relieved = tn_profile_relieved(&small, goal);

    for (unsigned table = 0; table < 1u << 20; table++) {
        unsigned row[4];
        int fits = 1;
        for (size_t i = 0; i < 4; i++) {
            row[i] = table >> 5 * i & 31;
            fits &= __builtin_popcount(row[i]) >= 3;
        }
        for (size_t j = 0; j < 5 && fits; j++) {
            long sum = 0;
            for (size_t i = 0; i < 4; i++)
                sum += row[i] >> j & 1;
            fits = sum == small.sum[j];
        }
        for (unsigned set = 0; fits && set < 16; set++) {
            int among = 1, down = 0;
            for (size_t i = 0; i < 4; i++) {
                unsigned hit = set >> i & 1;
                among &= !hit || (row[i] >> goal->indicator & 1);
                down += __builtin_popcount(row[i]) - (int)hit < 3;
            }
            if (!among || __builtin_popcount(set) != relieved)
                continue;
            fall[down]++;
            ways++;
        }
    }
    for (size_t k = 0; k < 5; k++)
        fall[k] /= ways;
}

static void those_who_fall_follow_the_enumerated_law(void **state)
{
    (void)state;
    const struct tn_measure_goal goal[] = {{0, 1}, {2, 0.5}, {4, 0.75}};

    for (size_t g = 0; g < 3; g++)
        for (size_t budget = 0; budget <= BUDGET; budget += BUDGET) {
            double want[5] = {0};
            struct tn_profile_question question = {.margin = small,
                                                   .fall = 3,
                                                   .goals = 1,
                                                   .goal = &goal[g],
                                                   .seed = 3,
                                                   .draws = 40000,
                                                   .budget = budget};
            by_enumeration(want, &goal[g]);
            struct tn_profile of = tn_profile_of(&arena, &question);
            double thin = budget ? 1 : (double)of.draws / of.mixing.ess;
            for (size_t k = 0; k < 5; k++) {
                double error = sqrt(want[k] * (1 - want[k]) / (double)of.draws * thin);
                assert_true(fabs(of.fall[k] - want[k]) <= 4 * error);
                assert_true(!(want[k] > 0) ||
                            ((long)k >= of.least && (long)k <= of.most));
            }
        }
}

static void means_keep_the_margins(void **state)
{
    (void)state;
    struct tn_profile_question question = ask(0, NULL);
    struct tn_profile of = tn_profile_of(&arena, &question);
    double rows = 0;

    for (size_t j = 0; j < 12; j++)
        check_rel(of.together[13 * j], (double)poor[j], 1e-12);
    for (size_t s = 0; s <= 12; s++)
        rows += of.by_sum[s];
    check_rel(rows, 67, 1e-12);
    assert_true(of.patterns == 12);
    for (size_t i = 1; i < of.patterns; i++)
        assert_true(of.pattern[i - 1].mean >= of.pattern[i].mean);
}

int main(void)
{
    const struct CMUnitTest profile[] = {
        cmocka_unit_test_teardown(insurance_for_all_takes_57_below_three, give_back),
        cmocka_unit_test_teardown(partial_coverage_relieves_those_above_it, give_back),
        cmocka_unit_test_teardown(time_of_ten_thousand_draws_is_under_two_seconds,
                                  give_back),
        cmocka_unit_test_teardown(those_who_fall_follow_the_enumerated_law, give_back),
        cmocka_unit_test_teardown(means_keep_the_margins, give_back),
    };
    return cmocka_run_group_tests(profile, NULL, NULL);
}
