/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the predictive law by a plain sum over a lattice of intercept, slope and
 * scatter; identities of the decompositions; R for what tn/num/proportion.h computes. */
#include "check.h"

#include <string.h>

#include "tn/num/special.h"
#include "tn/study/trend.h"

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

enum { YEARS = 4 };
static const long counts[YEARS] = {39, 31, 22, 14}, base = 67;

static struct tn_commune plan(size_t years, const char *const standard[])
{
    static struct tn_indicator row[2 * YEARS];
    static struct tn_goal goal[3];
    struct tn_commune commune = {.name = "X", .indicator = row, .goals = 3, .goal = goal};

    for (size_t i = 0; i < years; i++) {
        row[i] = (struct tn_indicator){.year = 2024 - (int)i,   // newest first
                                       .status = TN_POOR,
                                       .indicator = 3,
                                       .percent = {(double)NAN, 0},
                                       .count = counts[YEARS - 1 - i],
                                       .base = base,
                                       .standard = standard ? standard[i] : ""};
        commune.indicators++;
    }
    row[years] = (struct tn_indicator){.year = 2024,
                                       .status = TN_NEAR_POOR,
                                       .indicator = 3,
                                       .percent = {(double)NAN, 0},
                                       .count = 7,
                                       .base = 57,
                                       .standard = ""};
    commune.indicators++;
    goal[0] = (struct tn_goal){.status = TN_POOR, .indicator = 3, .goal_percent = 90};
    goal[1] = (struct tn_goal){
        .status = TN_STATUS_ALL, .indicator = 3, .goal_percent = 80};
    goal[2] = (struct tn_goal){.status = TN_POOR, .indicator = 5, .goal_percent = 80};
    return commune;
}

static struct tn_trends trends_of(const struct tn_commune *commune)
{
    const struct tn_trend_options options = {0.95, TN_WILSON, TN_UNADJUSTED};
    struct tn_trends trends;
    struct tn_err err;

    assert_int_equal(tn_trends_of(&arena, commune, &options, &trends, &err), TN_OK);
    return trends;
}

static void years_are_put_in_order_and_compared(void **state)
{
    (void)state;
    struct tn_commune commune = plan(YEARS, NULL);
    struct tn_trends trends = trends_of(&commune);
    const struct tn_trend *of = &trends.trend[0];
    struct tn_compared want = tn_share_difference((struct tn_counted){39, 67},
                                                  (struct tn_counted){14, 67}, 0.95);

    assert_int_equal(trends.n, 2);
    assert_int_equal(trends.years, 4);
    assert_int_equal(of->points, 4);
    for (size_t i = 0; i < YEARS; i++) {
        assert_int_equal(of->point[i].year, 2021 + (int)i);
        assert_int_equal(of->point[i].at.c, counts[i]);
    }
    check_rel(of->difference.value, -25 / 67., 1e-15);
    check_rel(of->difference.interval.low, want.interval.low, 0);
    check_rel(of->yearly, -25 / 67. / 3, 1e-15);
    check_rel(of->growth, cbrt(14 / 39.) - 1, 1e-14);
    check_rel(of->p, of->test.p, 0);
    assert_true(of->test.z < -4);
    assert_false(trends.trend[1].modelled);
    check_rel(trends.trend[1].p, (double)NAN, 0);
}

/* P(deprived <= k) of next year by brute force: prior and likelihood summed over a
 * lattice of b0, b1 and sigma, each year's scatter over 21 points. */
enum { SCATTERS = 16, INTERCEPTS = 36, SLOPES = 36, STEPS = 21 };

static double likelihood(long c, double eta, double sigma)
{
    double sum = 0, mass = 0;

    for (int k = 0; k < STEPS; k++) {
        double z = 0.5 * (k - STEPS / 2), w = exp(-0.5 * z * z);
        double at = eta + sigma * z;
        mass += w;
        sum += w *
               exp(-(double)c * tn_log1pexp(-at) - (double)(base - c) * tn_log1pexp(at));
    }
    return sum / mass;
}

static void by_lattice(double at_most[])
{
    double all = 0;

    for (int s = 0; s < SCATTERS; s++)
        for (int a = 0; a < INTERCEPTS; a++)
            for (int b = 0; b < SLOPES; b++) {
                double sigma = 0.12 * (s + 0.5), b0 = -0.5 + 0.09 * (a - INTERCEPTS / 2.);
                double b1 = -0.5 + 0.055 * (b - SLOPES / 2.);
                double w = exp(-0.5 *
                               (b0 * b0 / 6.25 + b1 * b1 / 0.25 + sigma * sigma / 0.25));
                for (int t = 0; t < YEARS; t++)
                    w *= 1e20 * likelihood(counts[t], b0 + b1 * (t - 1.5), sigma);
                all += w;
                for (long k = 0; k <= base; k++)
                    at_most[k] += w * exp(tn_log_choose(base, k)) *
                                  likelihood(k, b0 + b1 * 2.5, sigma);
            }
    for (long k = 0; k <= base; k++)
        at_most[k] = at_most[k] / all + (k ? at_most[k - 1] : 0);
}

static void next_year_agrees_with_a_plain_sum(void **state)
{
    (void)state;
    struct tn_commune commune = plan(YEARS, NULL);
    struct tn_trends trends = trends_of(&commune);
    const struct tn_outlook *next = &trends.trend[0].next;
    double want[68] = {0}, far = 0;

    by_lattice(want);
    assert_int_equal(next->year, 2025);
    assert_int_equal(next->n, 67);
    for (long k = 0; k <= base; k++)
        far = fmax(far, fabs(next->at_most[k] - want[k]));
    print_message("largest difference of P(deprived <= k): %.2g\n", far);
    assert_true(far < 2e-3);
    check_rel(next->at_most[67], 1, 1e-12);
    assert_true(next->low < next->mean && next->mean < next->high);
}

static void goals_say_how_many_are_missing(void **state)
{
    (void)state;
    struct tn_commune commune = plan(YEARS, NULL);
    struct tn_trends trends = trends_of(&commune);

    /* 90 % of 67: 6 may lack it, 14 do. */
    assert_int_equal(trends.goal[0].missing, 8);
    check_rel(trends.goal[0].served, 1 - 14 / 67., 1e-15);
    check_rel(trends.goal[0].p_met, trends.trend[0].next.at_most[6], 0);
    /* Both statuses: 21 of 124 lack it, 24 may. */
    assert_int_equal(trends.goal[1].missing, 0);
    assert_int_equal(trends.goal[1].n, 124);
    check_rel(trends.goal[1].p_met, (double)NAN, 0);
    /* No review of the indicator. */
    assert_int_equal(trends.goal[2].n, 0);
    check_rel(trends.goal[2].served, (double)NAN, 0);
}

static void a_change_of_standard_is_seen(void **state)
{
    (void)state;
    const char *const standard[] = {"2022-2025", "2022-2025", "2022-2025", "2016-2020"};
    struct tn_commune commune = plan(YEARS, standard);
    struct tn_trends trends = trends_of(&commune);

    assert_true(trends.standards_differ);
    assert_int_equal(trends.break_year, 2022);
    commune = plan(YEARS, NULL);
    assert_false(trends_of(&commune).standards_differ);
}

static void one_year_has_no_trend(void **state)
{
    (void)state;
    struct tn_commune commune = plan(1, NULL);
    struct tn_trends trends = trends_of(&commune);

    assert_int_equal(trends.years, 1);
    assert_false(trends.trend[0].modelled);
    check_rel(trends.trend[0].difference.value, (double)NAN, 0);
}

static void parts_of_a_change_add_up(void **state)
{
    (void)state;
    for_cases (200) {
        double h1 = case_uniform(0), a1 = case_uniform(1), h2 = case_uniform(2);
        double a2 = case_uniform(3), s1 = case_uniform(4), s2 = case_uniform(5);
        double m1 = case_uniform(6), m2 = case_uniform(7);
        struct tn_m0_split split = tn_m0_split(h1, a1, h2, a2);
        struct tn_group_split part = tn_group_split(s1, m1, s2, m2);
        assert_true(fabs(split.incidence + split.intensity - (h2 * a2 - h1 * a1)) <
                    1e-15);
        check_rel(split.change, h2 * a2 - h1 * a1, 0);
        assert_true(fabs(part.within + part.share - (s2 * m2 - s1 * m1)) < 1e-15);
        struct tn_m0_split back = tn_m0_split(h2, a2, h1, a1);
        check_rel(back.incidence, -split.incidence, 1e-15);
    }
    struct tn_m0_split from_none = tn_m0_split(0, (double)NAN, 0.5, 0.4);
    check_rel(from_none.incidence, 0.2, 1e-15);
    check_rel(from_none.intensity, 0, 0);
    struct tn_m0_split none = tn_m0_split(0, (double)NAN, 0, (double)NAN);
    check_rel(none.change, 0, 0);
}

int main(void)
{
    const struct CMUnitTest trend[] = {
        cmocka_unit_test_teardown(years_are_put_in_order_and_compared, give_back),
        cmocka_unit_test_teardown(next_year_agrees_with_a_plain_sum, give_back),
        cmocka_unit_test_teardown(goals_say_how_many_are_missing, give_back),
        cmocka_unit_test_teardown(a_change_of_standard_is_seen, give_back),
        cmocka_unit_test_teardown(one_year_has_no_trend, give_back),
        property(parts_of_a_change_add_up),
    };
    return cmocka_run_group_tests(trend, NULL, NULL);
}
