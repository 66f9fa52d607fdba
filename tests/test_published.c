/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published flows, plans and rates. Oracle: files of a row or two, by hand. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tn/data/published.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_published all;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

typedef bool reader(struct tn_reading *, struct tn_published *, struct tn_input *);

static bool read(reader *as, const char *text)
{
    struct tn_read_options options = {.bytes = text, .len = strlen(text)};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    struct tn_input input = {0};

    findings = (struct tn_findings){0};
    all = (struct tn_published){0};
    return as(&reading, &all, &input);
}

#define FLOWS                                                                    \
    "area,level,year,poor_start,exits_total,near_start,near_exits,near_to_poor," \
    "confidence\n"

static bool read_flow(const char *rows)
{
    char text[500];
    snprintf(text, sizeof text, FLOWS "%s\n", rows);
    return read(tn_published_flows_read, text);
}

static void flows_are_read(void **state)
{
    (void)state;
    assert_true(
        read_flow("A,province,2022,10,4,8,3,5,low\nB,commune,2023,10,10,,,,high"));
    assert_int_equal(all.flows, 2);
    assert_string_equal(all.flow[0].area, "A");
    assert_string_equal(all.flow[0].level, "province");
    assert_int_equal(all.flow[0].line, 2);
    assert_int_equal(all.flow[0].year, 2022);
    assert_true(all.flow[0].doubtful && !all.flow[1].doubtful);
    assert_int_equal(all.flow[0].start[TN_POOR], 10);
    assert_int_equal(all.flow[0].exits[TN_NEAR_POOR], 3);
    assert_int_equal(all.flow[0].near_to_poor, 5);
    assert_int_equal(all.flow[1].start[TN_NEAR_POOR], TN_UNKNOWN);
    assert_int_equal(all.flow[1].near_to_poor, TN_UNKNOWN);
}

/* More left than there were; more became poor than stayed. */
static void flows_that_cannot_be_are_left_out(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        bool good;
    } known[] = {
        {"A,p,2022,10,10,8,8,0,", true}, {"A,p,2022,10,11,8,8,0,", false},
        {"A,p,2022,10,1,8,9,,", false},  {"A,p,2022,10,1,8,3,5,", true},
        {"A,p,2022,10,1,8,3,6,", false}, {"A,p,2022,10,1,8,,8,", true},
        {"A,p,2022,10,1,8,,9,", false},  {"A,p,2022,10,1,,3,6,", true},
        {"A,p,1899,10,1,,3,6,", false},  {"A,p,1900,10,1,,3,6,", true},
        {"A,p,2100,10,1,,3,6,", true},   {"A,p,2101,10,1,,3,6,", false},
        {"A,p,2022,10,-1,8,,8,", false},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (read_flow(known[i].row) != known[i].good)
            fail_msg("%s: %d errors", known[i].row, (int)findings.errors);
        assert_int_equal(all.flows, known[i].good);
        assert_int_equal(findings.errors, !known[i].good);
    }
    assert_false(
        read_flow("A,p,2022,10,11,8,9,0,\nB,p,2022,10,1,8,3,6,\nC,p,2022,1,1,,,,"));
    assert_int_equal(findings.errors, 3);
    assert_int_equal(findings.last->line, 3);
    assert_string_equal(all.flow[0].area, "C");   // what is said of others is not of it
    assert_int_equal(all.flows, 1);
}

static void plans_ask_for_a_share(void **state)
{
    (void)state;
#define PLANS "area,base_poor,target_exit,target_pp,base_rate\n"
    assert_true(read(tn_published_plans_read, PLANS "A,200,50,,\nB,,,1.5,6\nC,0,5,2,8\n"
                                                    "D,10,0,3,4\nE,10,,,\n"));
    assert_int_equal(all.plans, 5);
    check_rel(all.plan[0].share, 0.25, 0);
    check_rel(all.plan[1].share, 0.25, 0);
    check_rel(all.plan[2].share, 0.25, 0);
    check_rel(all.plan[3].share + 1, 1, 0);
    assert_true(isnan(all.plan[4].share));
    assert_int_equal(all.plan[1].line, 3);
    assert_false(read(tn_published_plans_read, PLANS "A,x,50,,\nB,,,101,6\nC,9,3,,\n"));
    assert_int_equal(findings.errors, 2);
    assert_int_equal(all.plans, 1);
    assert_string_equal(all.plan[0].area, "C");
}

static void rates_become_shares(void **state)
{
    (void)state;
#define RATES "province,year,poor_rate,near_poor_rate,standard\n"
    assert_true(read(tn_published_rates_read, RATES "A,2022,12.5,,s\nB,2023,0,100,t\n"));
    assert_int_equal(all.rates, 2);
    check_rel(all.rate[0].share[TN_POOR], 0.125, 0);
    assert_true(isnan(all.rate[0].share[TN_NEAR_POOR]));
    check_rel(all.rate[1].share[TN_NEAR_POOR], 1, 0);
    assert_string_equal(all.rate[1].standard, "t");
    assert_int_equal(all.rate[1].year, 2023);
    assert_false(read(tn_published_rates_read, RATES "A,2022,100.5,,s\nB,2023,1,2,t\n"));
    assert_int_equal(all.rates, 1);
    assert_int_equal(all.rate[0].line, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(flows_are_read, clean),
        cmocka_unit_test_teardown(flows_that_cannot_be_are_left_out, clean),
        cmocka_unit_test_teardown(plans_ask_for_a_share, clean),
        cmocka_unit_test_teardown(rates_become_shares, clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
