/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: shares by hand; a measure that moves nobody changes nothing; a forecast of the
 * thinned plan made directly. */
#include "check.h"

#include <stdlib.h>

#include "tn/data/defaults.h"
#include "tn/study/relief.h"

static struct tn_arena arena;
static struct tn_commune commune;
static struct tn_model model;
static struct tn_findings findings;

static int read_plan(void **state)
{
    (void)state;
    struct tn_err err;
    struct tn_model_rows rows;
    const struct tn_read_options options = {0};

    return tn_commune_read(&arena, "data/cam-binh-2024", &options, &commune, &findings,
                           &err) ||
           tn_model_defaults(&arena, &rows, &findings, &err) ||
           tn_model_from(&arena, &rows, NULL, &model, &findings, &err);
}

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static void the_fallen_are_spread_by_largest_remainder(void **state)
{
    (void)state;
    for (long fallen = 0; fallen <= 67; fallen++) {
        struct tn_commune plan = tn_relief_plan(&arena, &commune, fallen);
        long poor = 0, quota = 0;
        for (size_t v = 0; v < plan.villages; v++) {
            long before = commune.village[v].households[TN_POOR];
            long from = before - plan.village[v].households[TN_POOR];
            poor += plan.village[v].households[TN_POOR];
            quota += plan.village[v].quota[TN_POOR];
            assert_true(labs(67 * from - fallen * before) < 67);   // off by less than 1
            assert_true(plan.village[v].quota[TN_POOR] <=
                        plan.village[v].households[TN_POOR]);
            assert_int_equal(plan.village[v].households[TN_NEAR_POOR],
                             commune.village[v].households[TN_NEAR_POOR]);
        }
        assert_int_equal(poor, 67 - fallen);
        assert_int_equal(plan.households[TN_POOR], 67 - fallen);
        assert_int_equal(plan.quota[TN_POOR], quota);
    }
}

static void a_side_is_the_forecast_of_the_thinned_plan(void **state)
{
    (void)state;
    struct tn_forecast_options options = {.method = TN_EXACT, .seed = 1};
    struct tn_commune plan = tn_relief_plan(&arena, &commune, 10);
    struct tn_forecast forecast;
    struct tn_relief relief;
    struct tn_err err;

    assert_int_equal(
        tn_relief_of(&arena, &(struct tn_relief_question){&commune, &model, &options, 10},
                     &relief, &err),
        TN_OK);
    assert_int_equal(tn_forecast_of(&arena, &plan, &model, &options, &forecast, &err),
                     TN_OK);
    const struct tn_outcome *poor = &forecast.commune.status[TN_POOR];
    const struct tn_outcome *near = &forecast.commune.status[TN_NEAR_POOR];
    check_rel(relief.relieved.poor_gross.p, tn_distribution_at_least(&poor->exits, 13),
              1e-12);
    check_rel(relief.relieved.poor_net.p, tn_distribution_at_most(&poor->end, 44), 1e-12);
    check_rel(relief.relieved.near_poor_net.p, tn_distribution_at_most(&near->end, 12),
              1e-12);
    check_rel(relief.relieved.near_poor_end, near->end.mean + 10, 1e-12);
    check_rel(relief.relieved.poor_exits, poor->exits.mean + 10, 1e-12);
    assert_true(relief.relieved.poor_gross.p > relief.as_is.poor_gross.p);
    assert_true(relief.relieved.near_poor_net.p < relief.as_is.near_poor_net.p);
}

/* 57 fall: more than the quota of 23, whatever else happens. */
static void a_quota_below_the_fallen_is_met_for_certain(void **state)
{
    (void)state;
    struct tn_forecast_options options = {.method = TN_EXACT, .seed = 1};
    struct tn_relief relief;
    struct tn_err err;

    assert_int_equal(
        tn_relief_of(&arena, &(struct tn_relief_question){&commune, &model, &options, 57},
                     &relief, &err),
        TN_OK);
    check_rel(relief.relieved.poor_gross.p, 1, 0);
    check_rel(relief.relieved.near_poor_net.p, 0, 0);   // 57 + 57 and 22 at most
}

int main(void)
{
    const struct CMUnitTest relief[] = {
        cmocka_unit_test(the_fallen_are_spread_by_largest_remainder),
        cmocka_unit_test(a_side_is_the_forecast_of_the_thinned_plan),
        cmocka_unit_test(a_quota_below_the_fallen_is_met_for_certain),
    };
    return cmocka_run_group_tests(relief, read_plan, give_back);
}
