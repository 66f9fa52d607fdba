/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a small plan whose households are counted by hand for every selection. */
#include "check.h"

#include <string.h>

#include "tn/num/special.h"
#include "tn/study/chance.h"
#include "tn/study/scenario.h"

static struct tn_arena arena;

static const char *illness[] = {"no_know_how", "illness"};

/* clang-format off */
static struct tn_village village[] = {
    {.name = "Tô",  .households = {4, 3}, .quota = {2, 1}},
    {.name = "Chợ", .households = {5, 2}, .quota = {1, 0}},
};
static struct tn_household listed[] = {
    {.code = "T1", .village = 0, .status = TN_POOR,      .planned = true,  .workers = 1, .members = 2},
    {.code = "T2", .village = 0, .status = TN_POOR,      .planned = true,  .workers = 1, .members = 2,
     .causes = 2, .cause = illness},
    {.code = "T3", .village = 0, .status = TN_NEAR_POOR, .planned = true,  .workers = 1, .members = 2},
    {.code = "C1", .village = 1, .status = TN_POOR,      .planned = true,  .workers = 1, .members = 2,
     .causes = 1, .cause = illness + 1},
    {.code = "C2", .village = 1, .status = TN_POOR,      .planned = false, .workers = 1, .members = 2},
};
/* clang-format on */

static struct tn_commune plan(bool with_list)
{
    return (struct tn_commune){.villages = 2,
                               .village = village,
                               .households_listed = with_list ? 5 : 0,
                               .household = listed,
                               .households = {9, 5},
                               .quota = {3, 1}};
}

static struct tn_adjustment all_of(void)
{
    return (struct tn_adjustment){.who = tn_select_all()};
}

static long reach(bool with_list, struct tn_selection who)
{
    struct tn_commune commune = plan(with_list);
    struct tn_adjustment a = {.who = who};
    return tn_scenario_reach(&commune, &a);
}

static void selections_reach_those_they_name(void **state)
{
    (void)state;
    struct tn_selection who = tn_select_all();

    assert_int_equal(reach(true, who), 14);
    assert_int_equal(reach(false, who), 14);
    who.village = 0;
    assert_int_equal(reach(true, who), 7);
    who.status = TN_POOR;
    assert_int_equal(reach(true, who), 4);
    assert_int_equal(reach(false, who), 4);
    who.planned = 1;
    assert_int_equal(reach(true, who), 2);
    assert_int_equal(reach(false, who), 2);
    who.cause = "illness";
    assert_int_equal(reach(true, who), 1);
    assert_int_equal(reach(false, who), 0);

    who = tn_select_all();
    who.planned = 0;
    assert_int_equal(reach(true, who), 10);
    who.village = 1;
    who.status = TN_POOR;
    assert_int_equal(reach(true, who), 4);
    who = tn_select_all();
    who.household = "C2";
    assert_int_equal(reach(true, who), 1);
    who.village = 0;
    assert_int_equal(reach(true, who), 0);
}

static void later_adjustments_act_on_what_they_find(void **state)
{
    (void)state;
    struct tn_adjustment a[4] = {all_of(), all_of(), all_of(), all_of()};
    a[0].value = 0.25;
    a[1].set = true;
    a[1].value = 0.9;
    a[1].who.village = 0;
    a[2].value = -0.75;
    a[2].who.cause = "illness";
    a[3].value = 0.5;
    a[3].who.status = TN_POOR;
    struct tn_scenario s = {4, a};

    struct tn_adjusted got = tn_scenario_for(&s, 0, TN_POOR, true, &listed[1]);
    assert_true(got.set);
    check_rel(got.logit, tn_logit(0.9), 1e-14);
    check_rel(got.shift, -0.25, 1e-15);

    got = tn_scenario_for(&s, 1, TN_POOR, true, &listed[3]);
    assert_false(got.set);
    check_rel(got.shift, 0, 0);
    got = tn_scenario_for(&s, 1, TN_NEAR_POOR, false, NULL);
    check_rel(got.shift, 0.25, 0);

    got = tn_scenario_for(NULL, 1, TN_NEAR_POOR, false, NULL);
    assert_false(got.set);
    check_rel(got.shift, 0, 0);
}

static void certainties_can_be_set(void **state)
{
    (void)state;
    struct tn_adjustment a = all_of();
    a.set = true;
    struct tn_scenario s = {1, &a};

    a.value = 1;
    assert_true(isinf(tn_scenario_for(&s, 0, TN_POOR, true, NULL).logit));
    check_rel(tn_expit(tn_scenario_for(&s, 0, TN_POOR, true, NULL).logit), 1, 0);
    a.value = 0;
    check_rel(tn_expit(tn_scenario_for(&s, 0, TN_POOR, true, NULL).logit), 0, 0);
}

static double chance_of(const struct tn_classes *classes, size_t i)
{
    double scaled[TN_PARAMETERS] = {0};

    scaled[TN_PLANNED_POOR] = 1.1;
    scaled[TN_UNPLANNED_POOR] = -2.3;
    scaled[TN_PLANNED_NEAR_POOR] = 0.7;
    scaled[TN_UNPLANNED_NEAR_POOR] = -1.9;
    return tn_expit(tn_class_logit(&classes->class[i], 0, scaled));
}

/* A scenario parts the class of T1 and T2, and no household is lost by it. */
static void classes_follow_the_scenario(void **state)
{
    (void)state;
    struct tn_commune commune = plan(true);
    struct tn_model model = {.terms = 0};
    struct tn_classes before = tn_classes_of(&arena, &commune, &model);
    struct tn_adjustment a[2] = {all_of(), all_of()};
    a[0].who.household = "T2";
    a[0].set = true;
    a[0].value = 0.35;
    a[1].who.village = 1;
    a[1].value = 0.4;
    struct tn_scenario s = {2, a};
    model.scenario = &s;
    struct tn_classes after = tn_classes_of(&arena, &commune, &model);
    long households = 0;

    assert_int_equal(after.n, before.n + 1);
    assert_int_equal(before.of_household[0], before.of_household[1]);
    assert_int_not_equal(after.of_household[0], after.of_household[1]);
    check_rel(chance_of(&after, after.of_household[1]), 0.35, 1e-14);
    check_rel(chance_of(&after, after.of_household[0]), tn_expit(1.1), 1e-14);
    check_rel(chance_of(&after, after.of_household[3]), tn_expit(1.5), 1e-14);
    check_rel(chance_of(&after, after.of_household[4]), tn_expit(-1.9), 1e-14);
    for (size_t i = 0; i < after.n; i++)
        households += after.class[i].households;
    assert_int_equal(households, 14);
    check_rel(chance_of(&after, after.n - 1), tn_expit(-1.5), 1e-14);
}

static struct tn_adjustment parsed(const char *text, bool set)
{
    struct tn_commune commune = plan(true);
    struct tn_adjustment_text from = {set ? "set" : "shift", text, set};
    struct tn_adjustment to = {.value = -1};
    struct tn_err err = {0};

    assert_int_equal(tn_scenario_parse(&arena, &commune, &from, &to, &err), TN_OK);
    return to;
}

static void options_are_read(void **state)
{
    (void)state;
    struct tn_adjustment a = parsed("village=tô,status=poor:p=0.9", true);
    assert_true(a.set);
    assert_int_equal(a.who.village, 0);
    assert_int_equal(a.who.status, TN_POOR);
    assert_int_equal(a.who.planned, TN_UNKNOWN);
    assert_null(a.who.cause);
    check_rel(a.value, 0.9, 0);

    a = parsed("cause=illness:+0.5", false);
    assert_false(a.set);
    assert_string_equal(a.who.cause, "illness");
    assert_int_equal(a.who.village, TN_NONE);
    check_rel(a.value, 0.5, 0);
    check_rel(parsed("planned=no:-1.25", false).value, -1.25, 0);
    assert_int_equal(parsed("planned=no:-1.25", false).who.planned, 0);
    assert_string_equal(parsed("household=C1:0", true).who.household, "C1");
}

static void check_refused(const char *text, bool set, const char *want)
{
    struct tn_commune commune = plan(true);
    struct tn_adjustment_text from = {set ? "set" : "shift", text, set};
    struct tn_adjustment to;
    struct tn_err err = {0};

    assert_int_equal(tn_scenario_parse(&arena, &commune, &from, &to, &err), TN_EUSAGE);
    assert_string_equal(err.text[TN_EN], want);
}

static void options_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    check_refused(
        "village=T\xc3\xb4", true,
        "--set needs SELECTION:VALUE, such as village=T\xc3\xb4,status=poor:p=0.9 "
        "or cause=illness:+0.5, got 'village=T\xc3\xb4'");
    check_refused("village=Cho:p=1", true,
                  "--set: the plan has no village 'Cho' (nearest: 'Ch\xe1\xbb\xa3')");
    check_refused("household=X9:p=1", true, "--set: no household 'X9' is listed");
    check_refused("colour=red:p=1", true,
                  "--set: 'colour=red' is not understood; households are picked by "
                  "household, village, cause, status or planned, each once");
    check_refused("status=rich:p=1", true,
                  "--set: 'status=rich' is not understood; households are picked by "
                  "household, village, cause, status or planned, each once");
    check_refused("status=poor:p=1.5", true,
                  "--set: p must be a number from 0 to 1, got '1.5'");
    check_refused("status=poor:more", false,
                  "--shift: needs a number from -20 to 20 on the logit scale, such as "
                  "+0.5 or -1, got 'more'");
    check_refused("status=poor:+20.5", false,
                  "--shift: needs a number from -20 to 20 on the logit scale, such as "
                  "+0.5 or -1, got '+20.5'");
    check_refused("status=poor,status=near_poor:p=1", true,
                  "--set: 'status=near_poor' is not understood; households are picked by "
                  "household, village, cause, status or planned, each once");
    check_refused("planned=no,planned=yes:p=1", true,
                  "--set: 'planned=yes' is not understood; households are picked by "
                  "household, village, cause, status or planned, each once");
    check_refused("cause=old_age:p=1", true,
                  "--set: 'cause=old_age:p=1' picks no household");
}

static void rows_of_the_file_are_taken_over(void **state)
{
    (void)state;
    struct tn_commune commune = plan(true);
    struct tn_change change[] = {
        {.line = 2,
         .select = TN_BY_VILLAGE,
         .key = "T\xc3\xb4",
         .status = TN_POOR,
         .value = 0.5},
        {.line = 3,
         .select = TN_BY_STATUS,
         .key = "near_poor",
         .status = TN_UNKNOWN,
         .set = true,
         .value = 0.25},
        {.line = 4,
         .select = TN_BY_CAUSE,
         .key = "illness",
         .status = TN_UNKNOWN,
         .set = true,
         .value = 1.25},
    };
    struct tn_scenario scenario;
    struct tn_err err = {0};
    commune.change = change;
    commune.changes = 2;

    assert_int_equal(tn_scenario_of(&arena, &commune, &scenario, &err), TN_OK);
    assert_int_equal(scenario.n, 2);
    assert_int_equal(scenario.adjustment[0].who.village, 0);
    assert_int_equal(scenario.adjustment[0].who.status, TN_POOR);
    assert_int_equal(scenario.adjustment[1].who.status, TN_NEAR_POOR);
    assert_true(scenario.adjustment[1].set);
    commune.changes = 3;
    assert_int_equal(tn_scenario_of(&arena, &commune, &scenario, &err), TN_EDATA);
    assert_string_equal(err.place, "scenario.csv:4");
    assert_string_equal(err.text[TN_EN],
                        "a chance must lie between 0 and 1, but is 1.25");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(selections_reach_those_they_name),
        cmocka_unit_test(later_adjustments_act_on_what_they_find),
        cmocka_unit_test(certainties_can_be_set),
        cmocka_unit_test(classes_follow_the_scenario),
        cmocka_unit_test(options_are_read),
        cmocka_unit_test(options_that_make_no_sense_are_refused),
        cmocka_unit_test(rows_of_the_file_are_taken_over),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    tn_arena_free(&arena);
    return failed;
}
