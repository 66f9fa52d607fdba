/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published rates: the file, and what is differenced. Oracle: by hand, on rows made for
 * it, and the decisions of the real file (Gia Lai 12.09 % to 10.06 % in 2022; 2024 is
 * preliminary; Bắc Kạn counted 2021 under two standards). */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tn/show/show_rates.h"

static struct tn_arena arena;
static struct tn_findings findings;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    findings = (struct tn_findings){0};
    return 0;
}

static bool read_path(const char *path, struct tn_rate_list *rates)
{
    static const struct tn_read_options options;
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_input input = {.name = path, .path = path};

    return tn_rates_read(&reading, rates, &input);
}

static bool read_text(const char *rows, struct tn_rate_list *rates)
{
    char path[] = "/tmp/tn-rates-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    assert_non_null(file);
    fprintf(file, "area,year,standard,state,poor_rate,near_poor_rate\n%s", rows);
    assert_int_equal(fclose(file), 0);
    bool read = read_path(path, rates);
    unlink(path);
    return read;
}

static void figures_that_contradict_are_refused(void **state)
{
    (void)state;
    struct tn_rate_list rates;
    char path[] = "/tmp/tn-rates-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    assert_non_null(file);
    fputs("area,year,standard,state,poor_rate,poor,near_poor,households\n"
          "A,2022,x,final,4,10,20,19\nA,2023,x,final,4,10,,19\n",
          file);
    assert_int_equal(fclose(file), 0);
    assert_false(read_path(path, &rates));
    unlink(path);
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "near_poor: '20' is more than the area's 19 households");
    assert_int_equal(findings.first->line, 2);
    assert_int_equal(findings.first->column, 7);

    findings = (struct tn_findings){0};
    assert_false(read_text("A,2021,x,final,2,\nA,2021,x,final,3,\n", &rates));
    assert_string_equal(
        findings.first->text.text[TN_EN],
        "area: 'A' with this year, standard and state is there already, on "
        "line 2");
    assert_int_equal(findings.first->line, 3);
    assert_int_equal(findings.first->column, 1);
    assert_int_equal(rates.n, 1);
}

static void figures_have_limits(void **state)
{
    (void)state;
    struct tn_rate_list rates;

    assert_true(read_text("A,1900,x,final,0,0\nA,2100,x,final,100,100\n", &rates));
    assert_int_equal(rates.n, 2);
    check_rel(rates.rate[1].share[TN_NEAR_POOR], 1, 0);
    assert_false(read_text("A,1899,x,final,0,0\nA,2101,x,final,1,1\n", &rates));
    assert_int_equal(findings.errors, 2);
    findings = (struct tn_findings){0};
    assert_false(read_text("A,2000,x,final,100.5,0\nA,2001,x,final,1,100.05\n"
                           "A,2002,x,final,-1,1\nA,2003,x,final,1,-1\n",
                           &rates));
    assert_int_equal(findings.errors, 4);
}

static const struct tn_rate_series *series_of(const struct tn_rate_trends *trends,
                                              const char *area, enum tn_status status)
{
    for (size_t i = 0; i < trends->n; i++)
        if (strcmp(trends->series[i].area, area) == 0 &&
            trends->series[i].status == status)
            return &trends->series[i];
    fail_msg("no series of %s", area);
    return NULL;
}

static void check_step(const struct tn_rate_series *series, size_t i, int from, int to,
                       enum tn_rate_mark mark, double change)
{
    assert_true(i < series->steps);
    assert_int_equal(series->step[i].from->year, from);
    assert_int_equal(series->step[i].to->year, to);
    assert_int_equal(series->step[i].mark, mark);
    check_rel(series->step[i].change, change, 1e-12);
}

static void only_settled_figures_of_one_standard_are_differenced(void **state)
{
    (void)state;
    struct tn_rate_list rates;

    assert_true(read_text("A,2020,old,final,8,\n"
                          "A,2021,old,final,6,\n"
                          "A,2021,young,final,10,4\n"
                          "A,2022,young,preliminary,9.5,\n"
                          "A,2022,young,final,9,\n"
                          "A,2023,young,preliminary,8.4,\n"
                          "A,2024,young,derived,7.2,3\n"
                          "B,2024,young,final,7,\n",
                          &rates));
    struct tn_rate_trends trends = tn_rate_trends_of(&arena, &rates, 0);
    assert_int_equal(trends.n, 2);
    const struct tn_rate_series *a = series_of(&trends, "A", TN_POOR);
    assert_int_equal(a->steps, 5);
    check_step(a, 0, 2020, 2021, TN_STEP_PLAIN, -0.02);
    check_step(a, 1, 2021, 2021, TN_STEP_BREAK, (double)NAN);
    check_step(a, 2, 2021, 2022, TN_STEP_PLAIN, -0.01);   // the final one of 2022
    check_step(a, 3, 2022, 2023, TN_STEP_PRELIMINARY, (double)NAN);
    check_step(a, 4, 2022, 2024, TN_STEP_DERIVED, -0.018);
    check_rel(a->step[4].yearly, -0.009, 1e-12);
    check_rel(a->step[4].growth, sqrt(0.8) - 1, 1e-12);
    assert_true(isnan(a->step[1].growth) && isnan(a->step[3].yearly));
    assert_int_equal(a->run_points, 3);
    check_rel(a->run.change, -0.028, 1e-12);
    check_rel(a->run.growth, pow(0.72, 1. / 3) - 1, 1e-12);
    const struct tn_rate_series *near = series_of(&trends, "A", TN_NEAR_POOR);
    check_step(near, 0, 2021, 2024, TN_STEP_DERIVED, -0.01);
}

static void a_restatement_parts_what_is_before_it_from_what_is_after(void **state)
{
    (void)state;
    struct tn_rate_list rates;

    assert_true(read_text("A,2021,x,final,2,\nA,2022,x,restated,3,\nA,2023,x,final,1.5,\n"
                          "A,2024,x,mid_year,1.4,\nA,2025,x,final,0,\n",
                          &rates));
    struct tn_rate_trends trends = tn_rate_trends_of(&arena, &rates, 0);
    const struct tn_rate_series *a = series_of(&trends, "A", TN_POOR);
    check_step(a, 0, 2021, 2022, TN_STEP_RESTATED, (double)NAN);
    check_step(a, 1, 2022, 2023, TN_STEP_RESTATED, (double)NAN);
    check_step(a, 2, 2023, 2024, TN_STEP_MID_YEAR, (double)NAN);
    check_step(a, 3, 2023, 2025, TN_STEP_PLAIN, -0.015);
    check_rel(a->step[3].growth, -1, 0);
    assert_int_equal(a->run.from->year, 2023);
    trends = tn_rate_trends_of(&arena, &rates, 2024);
    assert_int_equal(trends.series[0].points, 2);
    assert_null(trends.series[0].run.from);
}

static void a_bad_row_is_refused(void **state)
{
    (void)state;
    struct tn_rate_list rates;

    assert_false(read_text("A,2021,x,final,2,\nA,2021,x,final,3,\n", &rates));
    assert_int_equal(findings.first->line, 3);
    assert_non_null(strstr(findings.first->text.text[TN_EN], "on line 2"));
    assert_false(read_text("A,2021,x,settled,2,\n", &rates));
    assert_false(read_text("A,2021,x,final,200,\n", &rates));
    assert_false(read_text("A,,x,final,2,\n", &rates));
}

static void the_real_file_says_what_its_sources_say(void **state)
{
    (void)state;
    struct tn_rate_list rates;

    assert_true(read_path("data/reference/provinces/rates.csv", &rates));
    assert_int_equal(rates.n, 139);
    struct tn_rate_trends trends = tn_rate_trends_of(&arena, &rates, 2021);
    const struct tn_rate_series *a = series_of(&trends, "Gia Lai", TN_POOR);
    check_step(a, 0, 2021, 2022, TN_STEP_PLAIN, -0.0203);
    check_step(a, 2, 2023, 2024, TN_STEP_PRELIMINARY, (double)NAN);
    a = series_of(&trends, "Bắc Kạn", TN_POOR);
    check_step(a, 0, 2021, 2021, TN_STEP_BREAK, (double)NAN);
    a = series_of(&trends, "Cả nước", TN_POOR);
    check_step(a, 3, 2023, 2024, TN_STEP_PLAIN, -0.01);
    a = series_of(&trends, "Hải Dương", TN_POOR);
    check_step(a, 0, 2021, 2022, TN_STEP_RESTATED, (double)NAN);

    struct tn_figure figure[TN_RATE_CHARTS];
    assert_int_equal(tn_charts_of_rates(&arena, TN_VI, &trends, figure), 2);
    assert_non_null(strstr(figure[0].script, "$5 > 1 ? NaN : "));
    assert_non_null(strstr(figure[0].script, "\t0.0607"));
}

/* Each bound of a cell from both sides; whatever is wrong is told, and nothing is read.
 */
static void rows_keep_their_bounds(void **state)
{
    (void)state;
    static const char *const good[] = {
        "Gia Lai,1900,s,final,0,100\n", "Gia Lai,2100,s,restated,100,0\n",
        "Gia Lai,2021,s,mid_year,,\n", "Gia Lai,2021,s,derived,1.5,\n",
        ("Gia Lai,2021,s,final,1,1\nGia Lai,2021,s,preliminary,1,1\n"
         "Gia Lai,2021,t,final,1,1\nGia Lai,2022,s,final,1,1\nKon "
         "Tum,2021,s,final,1,1\n")};
    static const char *const bad[] = {
        "Gia Lai,1899,s,final,1,1\n",
        "Gia Lai,2101,s,final,1,1\n",
        "Gia Lai,2021,s,final,100.01,1\n",
        "Gia Lai,2021,s,final,1,100.01\n",
        "Gia Lai,2021,s,final,-0.01,1\n",
        "Gia Lai,2021,s,final,1,-0.01\n",
        "Gia Lai,2021,s,ended,1,1\n",
        "Gia Lai,2021,s,,1,1\n",
        "Gia Lai,2021,,final,1,1\n",
        ",2021,s,final,1,1\n",
        "Gia Lai,2021,s,final,1,1\nGia Lai,2021,s,final,2,2\n"};
    struct tn_rate_list rates;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(read_text(good[i], &rates));
        assert_int_equal(rates.n, i == 4 ? 5 : 1);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        findings = (struct tn_findings){0};
        if (read_text(bad[i], &rates))
            fail_msg("read: %s", bad[i]);
        assert_int_equal(findings.errors, 1);
    }
    assert_true(read_text("Gia Lai,2021,s,mid_year,12.5,7.25\n", &rates));
    assert_int_equal(rates.rate->state, TN_RATE_MID_YEAR);
    assert_int_equal(rates.rate->count[TN_POOR], TN_UNKNOWN);
    check_rel(rates.rate->share[TN_POOR], 0.125, 1e-15);
    check_rel(rates.rate->share[TN_NEAR_POOR], 0.0725, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(figures_have_limits, forget),
        cmocka_unit_test_teardown(figures_that_contradict_are_refused, forget),
        cmocka_unit_test_teardown(rows_keep_their_bounds, forget),
        cmocka_unit_test_teardown(only_settled_figures_of_one_standard_are_differenced,
                                  forget),
        cmocka_unit_test_teardown(
            a_restatement_parts_what_is_before_it_from_what_is_after, forget),
        cmocka_unit_test_teardown(a_bad_row_is_refused, forget),
        cmocka_unit_test_teardown(the_real_file_says_what_its_sources_say, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
