/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts' numbers against the study's, on the two plans in data/. */
#include "check.h"

#include <string.h>

#include "tn/data/defaults.h"
#include "tn/show/charts_advice.h"
#include "tn/words/charts_advice.h"

static struct tn_arena arena;
static struct tn_commune commune;
static struct tn_model model;
static struct tn_err err;

static void read_plan(const char *folder)
{
    struct tn_findings findings = {0};
    struct tn_model_rows rows;
    struct tn_read_options options = {0};

    assert_int_equal(tn_commune_read(&arena, folder, &options, &commune, &findings, &err),
                     TN_OK);
    assert_int_equal(tn_model_defaults(&arena, &rows, &findings, &err), TN_OK);
    assert_int_equal(tn_model_from(&arena, &rows, NULL, &model, &findings, &err), TN_OK);
}

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static const struct tn_figure *named(size_t n, const struct tn_figure figure[],
                                     const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(figure[i].name, name) == 0)
            return &figure[i];
    fail_msg("no chart %s", name);
    return NULL;
}

static void quotas_are_drawn_given_and_fair(void **state)
{
    (void)state;
    struct tn_quota_options how = {.forecast = {.method = TN_EXACT},
                                   .total = {TN_UNKNOWN, TN_UNKNOWN}};
    struct tn_quota quota;
    struct tn_figure figure[TN_ADVICE_CHARTS];

    read_plan("data/cam-binh-2024");
    assert_int_equal(tn_quota_of(&arena, &commune, &model, &how, &quota, &err), TN_OK);
    size_t n = tn_charts_of_quota(&arena, TN_EN, &commune, &quota, figure);
    assert_int_equal(n, 4);
    const struct tn_status_quota *poor = &quota.status[TN_POOR];
    assert_true(poor->least_fair <= poor->least_given);
    assert_string_equal(named(n, figure, "fair-poor")->title,
                        tn_say(&arena, TN_EN, TN_W_CA_FAIR_ALREADY,
                               tn_say_share(&arena, TN_EN, poor->least_given, 0)));
    assert_string_equal(named(n, figure, "certainty-near-poor")->title,
                        tn_say(&arena, TN_EN, TN_W_CA_CURVE_NEAR_POOR,
                               quota.forecast.commune.status[TN_NEAR_POOR].realistic[1],
                               35L));
    assert_int_equal(tn_charts_of_quota(&arena, TN_VI, &commune, &quota, figure), 4);
}

static void a_scenario_and_what_it_hangs_on_are_drawn(void **state)
{
    (void)state;
    struct tn_forecast_options how = {.method = TN_EXACT};
    struct tn_scenario scenario;
    struct tn_whatif whatif;
    struct tn_figure figure[TN_ADVICE_CHARTS];

    read_plan("data/an-binh-mau");
    assert_int_equal(tn_scenario_of(&arena, &commune, &scenario, &err), TN_OK);
    model.scenario = &scenario;
    assert_int_equal(tn_whatif_of(&arena, &commune, &model, &how, &whatif, &err), TN_OK);
    size_t n = tn_charts_of_whatif(&arena, TN_EN, &commune, &whatif, NULL, figure);
    assert_int_equal(n, 2);
    assert_string_equal(
        named(n, figure, "whatif-poor")->title,
        tn_say(&arena, TN_EN, TN_W_CA_WHATIF_POOR,
               tn_say_share(&arena, TN_EN,
                            whatif.plan.commune.status[TN_POOR].quota_met.p, 0),
               tn_say_share(&arena, TN_EN,
                            whatif.scenario.commune.status[TN_POOR].quota_met.p, 0)));

    model.scenario = NULL;
    struct tn_sensitivity sensitivity = tn_sensitivity_of(&arena, &commune, &model);
    n = tn_charts_of_whatif(&arena, TN_EN, &commune, &whatif, &sensitivity, figure);
    assert_int_equal(n, 4);
    named(n, figure, "sensitivity-near-poor");
}

static void the_year_so_far_is_drawn_with_its_fan(void **state)
{
    (void)state;
    struct tn_track_options how = {.forecast = {.method = TN_EXACT},
                                   .curve = tn_curve_default};
    struct tn_track track;
    struct tn_figure figure[TN_ADVICE_CHARTS];

    read_plan("data/an-binh-mau");
    assert_int_equal(tn_track_of(&arena, &commune, &model, &how, &track, &err), TN_OK);
    size_t n = tn_charts_of_track(&arena, TN_EN, &commune, &track, figure);
    const struct tn_outcome *o = &track.at[track.n - 1].forecast.commune.status[TN_POOR];
    assert_int_equal(n, 2);
    assert_string_equal(named(n, figure, "year-poor")->title,
                        tn_say(&arena, TN_EN, TN_W_CA_YEAR_POOR, 30, 6, 3L, 7L,
                               tn_say_share(&arena, TN_EN, o->quota_met.p, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(quotas_are_drawn_given_and_fair, forget),
        cmocka_unit_test_teardown(a_scenario_and_what_it_hangs_on_are_drawn, forget),
        cmocka_unit_test_teardown(the_year_so_far_is_drawn_with_its_fan, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
