/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: quantiles worked out by hand on the logit and log scales. */
#include "check.h"
#include "tn/study/model.h"

#include <stdio.h>
#include <string.h>

#define ROW(n, s, a, b, c)                                                         \
    {                                                                              \
        .line = 2, .name = (n), .status = (s), .q05 = (a), .q50 = (b), .q95 = (c), \
        .mean = NAN, .sd = NAN, .source = ""                                       \
    }
#define MOMENTS(n, s, m, d)                                                        \
    {                                                                              \
        .line = 2, .name = (n), .status = (s), .q05 = NAN, .q50 = NAN, .q95 = NAN, \
        .mean = (m), .sd = (d), .source = ""                                       \
    }

/* clang-format off */
static const struct tn_parameter needed[] = {
    ROW("planned",    TN_POOR,      0.55, 0.75, 0.90),
    ROW("unplanned",  TN_POOR,      0.04, 0.12, 0.30),
    ROW("planned",    TN_NEAR_POOR, NAN,  0.65, NAN),
    MOMENTS("unplanned", TN_NEAR_POOR, -2.125, 0.375),
    ROW("village_sd", TN_UNKNOWN,   0.15, 0.40, 0.90),
    ROW("year_sd",    TN_UNKNOWN,   NAN,  0,    NAN),
};
/* clang-format on */
enum { NEEDED = sizeof needed / sizeof *needed };

struct fixture {
    struct tn_arena arena;
    struct tn_findings findings;
    struct tn_err err;
    struct tn_model model;
    enum tn_fault fault;
};

static struct fixture read_rows(size_t n, const struct tn_parameter row[],
                                const struct tn_model *defaults)
{
    struct fixture f = {0};
    const struct tn_model_rows rows = {n, row, .input.path = "model.csv"};
    f.fault = tn_model_from(&f.arena, &rows, defaults, &f.model, &f.findings, &f.err);
    return f;
}

static void quantiles_become_a_normal_on_the_scale(void **state)
{
    (void)state;
    struct fixture f = read_rows(NEEDED, needed, NULL);

    assert_int_equal(f.fault, TN_OK);
    const struct tn_prior *planned = &f.model.prior[TN_PLANNED_POOR];
    /* (log(.55/.45) + log 3 + log 9) / 3 and (log 9 - log(.55/.45)) / (2 * 1.64485...) */
    check_rel(planned->mean, 1.165502520488827, 1e-14);
    check_rel(planned->sd, 0.6069092863826515, 1e-14);
    const struct tn_prior *village = &f.model.prior[TN_VILLAGE_SD];
    check_rel(village->mean, (log(0.15) + log(0.40) + log(0.90)) / 3, 1e-14);
    check_rel(village->sd, (log(0.90) - log(0.15)) / (2 * 1.6448536269514722), 1e-14);
    tn_arena_free(&f.arena);
}

static void a_middle_alone_is_fixed_and_zero_is_off(void **state)
{
    (void)state;
    struct fixture f = read_rows(NEEDED, needed, NULL);

    const struct tn_prior *fixed = &f.model.prior[TN_PLANNED_NEAR_POOR];
    check_rel(fixed->mean, log(0.65 / 0.35), 1e-14);
    assert_true(fixed->sd <= 0);
    check_rel(tn_prior_at(fixed, 3), 0.65, 1e-14);
    assert_true(f.model.prior[TN_YEAR_SD].off);
    assert_true(tn_prior_at(&f.model.prior[TN_YEAR_SD], 1) <= 0);
    assert_true(tn_prior_scaled(&f.model.prior[TN_YEAR_SD], 1) < -1e308);
    assert_true(f.model.prior[TN_ENTRY_POOR].off);   // no row: no flow
    assert_int_equal(tn_model_uncertain(&f.model), 4);
    tn_arena_free(&f.arena);
}

static void moments_are_taken_as_they_are(void **state)
{
    (void)state;
    struct fixture f = read_rows(NEEDED, needed, NULL);

    const struct tn_prior *p = &f.model.prior[TN_UNPLANNED_NEAR_POOR];
    check_rel(p->mean, -2.125, 0);
    check_rel(tn_prior_at(p, 2), 1 / (1 + exp(2.125 - 0.75)), 1e-14);
    tn_arena_free(&f.arena);
}

static void own_rows_replace_the_defaults(void **state)
{
    (void)state;
    const struct tn_parameter own[] = {
        ROW("planned", TN_POOR, NAN, 0.5, NAN),
        MOMENTS("no_worker", TN_UNKNOWN, -1.25, 0.5),
        MOMENTS("cause:illness", TN_POOR, -0.75, 0.25),
        MOMENTS("no_worker", TN_UNKNOWN, -1.5, 0.5),
    };
    struct fixture base = read_rows(NEEDED, needed, NULL);
    struct fixture f = read_rows(4, own, &base.model);

    assert_int_equal(f.fault, TN_OK);
    check_rel(tn_prior_at(&f.model.prior[TN_PLANNED_POOR], 0), 0.5, 1e-14);
    check_rel(f.model.prior[TN_UNPLANNED_POOR].mean,
              base.model.prior[TN_UNPLANNED_POOR].mean, 0);
    assert_int_equal(f.model.terms, 2);
    check_rel(f.model.term[0].prior.mean, -1.5, 0);
    assert_string_equal(f.model.term[1].name, "cause:illness");
    tn_arena_free(&f.arena);
    tn_arena_free(&base.arena);
}

static void refuses(const struct tn_parameter *bad, const char *english)
{
    struct tn_parameter row[NEEDED + 1];

    memcpy(row, needed, sizeof needed);
    row[NEEDED] = *bad;
    struct fixture f = read_rows(NEEDED + 1, row, NULL);
    assert_int_equal(f.fault, TN_EDATA);
    assert_int_equal(f.findings.errors, 1);
    assert_string_equal(f.findings.first->text.text[TN_EN], english);
    assert_int_equal(f.findings.first->line, 2);
    assert_string_equal(f.findings.first->file, "model.csv");
    tn_arena_free(&f.arena);
}

/* Each at the column of what is wrong with it. */
static void bad_rows_name_their_columns(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        long column;
    } bad[] = {
        {"planned,poor,0.9,0.75,0.95,,", 4},
        {"planned,poor,0,0.75,0.95,,", 3},
        {"planned,poor,0.5,0.75,1.5,,", 5},
        {"year_sd,,,-0.5,,,", 4},
        {"entry,poor,,,,8,1", 6},
        {"entry,poor,0.25,0.5,,,", 1},
        {"planned,poor,,,,0,21", 6},
        {"entry,,,0.5,,,", 2},
        {"near_to_poor,poor,,0.5,,,", 2},
        {"planned,poor,,0.5,,0,1", 6},
        {"planned,poor,0.1,0.5,0.9,,\nplanned,poor,,0.5,,,", 1},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct tn_arena arena = {0};
        struct tn_findings findings = {0};
        struct tn_err err = {0};
        struct tn_model_rows rows;
        struct tn_model model, defaults = {0};
        char text[200];
        int len = snprintf(text, sizeof text,
                           "parameter,status,q05,q50,q95,mean,sd\n%s\n", bad[i].row);
        struct tn_read_options options = {.bytes = text, .len = (size_t)len};
        if (!tn_model_read(&arena, "model.csv", &options, &rows, &findings, &err))
            assert_int_equal(
                tn_model_from(&arena, &rows, &defaults, &model, &findings, &err),
                TN_EDATA);
        assert_int_equal(findings.first->severity, TN_ERROR);
        assert_int_equal(findings.first->column, bad[i].column);
        tn_arena_free(&arena);
    }
}

static void bad_rows_are_refused_with_their_value(void **state)
{
    (void)state;
    refuses(&(struct tn_parameter)ROW("planned", TN_POOR, 0.9, 0.75, 0.95),
            "q05, q50, q95 of 'planned' must ascend, got 0.9, 0.75, 0.95");
    refuses(&(struct tn_parameter)ROW("planned", TN_POOR, 0.5, 0.75, 1.5),
            "q95 of 'planned' is a probability: above 0 and below 1 (q50 of 0 switches "
            "it off), got 1.5");
    refuses(&(struct tn_parameter)ROW("year_sd", TN_UNKNOWN, NAN, -0.5, NAN),
            "q50 of 'year_sd' must be above 0 and at most 10 (q50 of 0 switches it off), "
            "got -0.5");
    refuses(&(struct tn_parameter)ROW("village_sd", TN_UNKNOWN, 1, 35, 45),
            "q50 of 'village_sd' must be above 0 and at most 10 (q50 of 0 switches it "
            "off), got 35");
    refuses(&(struct tn_parameter)ROW("entry", TN_POOR, 200, 500, 1500),
            "q95 of 'entry' must be above 0 and at most 1000 (q50 of 0 switches it off), "
            "got 1500");
    refuses(&(struct tn_parameter)MOMENTS("entry", TN_POOR, 8, 1),
            "exp(mean) of 'entry' must be above 0 and at most 1000 (q50 of 0 switches it "
            "off), got 2980.95798704173");
    refuses(&(struct tn_parameter)ROW("entry", TN_POOR, 0.25, 0.5, NAN),
            "'entry' needs both q05 and q95, or q50 alone, or mean and sd");
    refuses(&(struct tn_parameter)MOMENTS("no_worker", TN_POOR, 0.25, -1),
            "sd of 'no_worker' must not be negative, got -1");
    refuses(&(struct tn_parameter)MOMENTS("working_share", TN_POOR, 1e10, 1),
            "mean of 'working_share' must be from -100 to 100 and sd at most 20, got "
            "10000000000 and 1");
    refuses(&(struct tn_parameter)MOMENTS("planned", TN_POOR, 0, 21),
            "mean of 'planned' must be from -100 to 100 and sd at most 20, got 0 and 21");
    refuses(&(struct tn_parameter)ROW("entry", TN_UNKNOWN, NAN, 0.5, NAN),
            "status: parameter 'entry' needs poor or near_poor");
    refuses(
        &(struct tn_parameter)ROW("village_sd", TN_POOR, NAN, 0.5, NAN),
        "status: parameter 'village_sd' is not for poor; leave the cell empty or mend "
        "it");
    refuses(
        &(struct tn_parameter)ROW("to_near_poor", TN_NEAR_POOR, NAN, 0.5, NAN),
        "status: parameter 'to_near_poor' is not for near_poor; leave the cell empty or "
        "mend it");
    refuses(&(struct tn_parameter)ROW("no_worker", TN_POOR, -1e308, 0, 1e308),
            "q05 of 'no_worker' must be from -100 to 100 (logit scale), got -1e+308");
    struct tn_parameter both = MOMENTS("planned", TN_POOR, 0, 1);
    both.q50 = 0.5;
    refuses(&both, "'planned' gives both quantiles and mean, sd; only one of the two is "
                   "wanted");
}

static void a_missing_chance_is_an_error_and_a_strange_name_a_warning(void **state)
{
    (void)state;
    struct fixture f = read_rows(NEEDED - 1, needed, NULL);

    assert_int_equal(f.fault, TN_EDATA);
    assert_string_equal(f.err.text[TN_EN], "the model has errors (1)");
    assert_string_equal(f.findings.first->text.text[TN_EN],
                        "parameter 'year_sd' is missing");
    tn_arena_free(&f.arena);

    struct tn_parameter row[NEEDED + 1];
    memcpy(row, needed, sizeof needed);
    row[NEEDED] = (struct tn_parameter)ROW("plannned", TN_POOR, NAN, 0.5, NAN);
    f = read_rows(NEEDED + 1, row, NULL);
    assert_int_equal(f.fault, TN_OK);
    assert_int_equal(f.findings.warnings, 1);
    assert_non_null(strstr(f.findings.first->text.text[TN_EN], "'plannned'"));
    tn_arena_free(&f.arena);
}

int main(void)
{
    const struct CMUnitTest model[] = {
        cmocka_unit_test(quantiles_become_a_normal_on_the_scale),
        cmocka_unit_test(a_middle_alone_is_fixed_and_zero_is_off),
        cmocka_unit_test(moments_are_taken_as_they_are),
        cmocka_unit_test(own_rows_replace_the_defaults),
        cmocka_unit_test(bad_rows_are_refused_with_their_value),
        cmocka_unit_test(bad_rows_name_their_columns),
        cmocka_unit_test(a_missing_chance_is_an_error_and_a_strange_name_a_warning),
    };
    return cmocka_run_group_tests(model, NULL, NULL);
}
