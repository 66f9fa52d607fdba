/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of areas, groups and years. Oracle: their numbers by hand from the files of
 * data/ (93 of 204 poor households of Cư Jút lack work), and the made-up plan's
 * households counted row by row. */
#include "check.h"

#include <string.h>

#include "tn/show/charts_areas.h"
#include "tn/show/charts_multidim.h"
#include "tn/show/charts_trend.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_err err;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    findings = (struct tn_findings){0};
    return 0;
}

static struct tn_commune plan(const char *folder)
{
    const struct tn_read_options reading = {.area = true};
    struct tn_commune commune = {0};

    assert_int_equal(tn_commune_read(&arena, folder, &reading, &commune, &findings, &err),
                     TN_OK);
    return commune;
}

/* The cells of a figure's rows, one after another; their number. */
static size_t numbers(const char *script, const char *block, size_t room, double into[])
{
    char head[64];
    size_t n = 0;

    snprintf(head, sizeof head, "$%s << EOD\n", block);
    const char *at = strstr(script, head), *end;
    assert_non_null(at);
    at = strchr(at + strlen(head), '\n') + 1;   // past what the columns are
    end = strstr(at, "EOD");
    while (at < end && n < room) {
        size_t len = strcspn(at, "\t\n");
        char cell[64];
        assert_true(len < sizeof cell);
        snprintf(cell, sizeof cell, "%.*s", (int)len, at);
        if (sscanf(cell, "%lf", &into[n]) != 1)
            into[n] = (double)NAN;
        n++;
        at += len + 1;
    }
    return n;
}

static void areas_stand_by_how_deprived_they_are(void **state)
{
    (void)state;
    struct tn_commune area[3] = {plan("data/cam-binh-2024"),
                                 plan("data/reference/dak-nong-2024/cu-jut"),
                                 plan("data/reference/dak-nong-2024/dak-glong")};
    struct tn_prevalences found[3];
    struct tn_figure figure[TN_AREA_CHARTS];
    double cell[3 * 12 * 3 + 1];

    for (int a = 0; a < 3; a++)
        found[a] = tn_prevalence_of(&arena, &area[a], TN_WILSON, 0.95);
    assert_int_equal(tn_charts_of_areas(&arena, TN_VI, 3, area, found, figure), 1);
    assert_string_equal(figure[0].name, "areas-poor");
    assert_non_null(strstr(figure[0].title, "Đăk Glong"));
    assert_int_equal(numbers(figure[0].script, "data", 3 * 36 + 1, cell), 3 * 36);
    check_rel(cell[3 * 12 + 2], 93. / 204, 1e-15);   // second row: Cư Jút's work
    check_rel(cell[3 * 24 + 2], 64. / 67, 1e-15);    // last: Cẩm Bình's
    check_rel(cell[3 * 27 + 2], 57. / 67, 1e-15);    // and its health insurance
}

static void two_areas_are_drawn_with_intervals_too(void **state)
{
    (void)state;
    struct tn_commune area[2] = {plan("data/cam-binh-2024"),
                                 plan("data/reference/dak-nong-2024/dak-mil")};
    struct tn_prevalences found[2];
    struct tn_figure figure[TN_AREA_CHARTS];
    double cell[7];

    for (int a = 0; a < 2; a++)
        found[a] = tn_prevalence_of(&arena, &area[a], TN_WILSON, 0.95);
    assert_int_equal(tn_charts_of_areas(&arena, TN_EN, 2, area, found, figure), 2);
    assert_string_equal(figure[0].name, "areas-two");
    numbers(figure[0].script, "data", 7, cell);
    struct tn_interval work = tn_interval_binomial(TN_WILSON, 64, 67, 0.95);
    check_rel(cell[1], 64. / 67, 1e-15);
    check_rel(cell[2], work.low, 1e-15);
    check_rel(cell[3], work.high, 1e-15);
    assert_int_equal(tn_charts_of_areas(&arena, TN_EN, 1, area, found, figure), 0);
}

/* The made-up plan's households as a tally by village. */
static struct tn_show_multidim shown(const struct tn_commune *c, struct tn_multidim *of,
                                     struct tn_multidim_options *options,
                                     struct tn_tally *tally, struct tn_rule *rule)
{
    static const char *column[] = {"village"}, *code[TN_INDICATORS];
    static struct tn_words name[TN_INDICATORS];

    *tally = tn_tally_in(&arena, TN_DROP_MISSING);
    *rule = tn_rule_equal(TN_INDICATORS, TN_DIMENSIONS);
    for (size_t j = 0; j < TN_INDICATORS; j++) {
        code[j] = tn_indicator_vocab[j].code;
        name[j] = tn_indicator_vocab[j].name;
    }
    for (size_t i = 0; i < c->households_listed; i++) {
        const struct tn_household *h = &c->household[i];
        const char *village = c->village[h->village].name;
        struct tn_tally_row row = {.weight = 1};
        row.level[0] = tn_tally_level(tally, 0, village, strlen(village));
        for (size_t j = 0; j < TN_INDICATORS; j++)
            row.deprived |= (uint64_t)(h->deprived[j] == 1) << j;
        tn_tally_add(tally, &row);
    }
    tn_tally_close(tally, 0);
    *options = (struct tn_multidim_options){
        .columns = 1, .frames_by = TN_ANY, .cutoffs = 1, .cutoff = {{1, 4}}};
    options->level = 0.95;
    *of = tn_multidim_of(&arena, tally, rule, options);
    struct tn_show_multidim show = {.multidim = of,
                                    .column = column,
                                    .indicator_code = code,
                                    .dimension_code = code,
                                    .indicator_name = name,
                                    .dimension_name = name,
                                    .source = "a/b/An Bình"};
    show.robustness = tn_robustness_of(&arena, of, &show.robustness_rows);
    return show;
}

/* The share of a village's households that lack an indicator, row by row. */
static double share_of(const struct tn_commune *c, const char *village, size_t j)
{
    double deprived = 0, all = 0;

    for (size_t i = 0; i < c->households_listed; i++)
        if (strcmp(c->village[c->household[i].village].name, village) == 0) {
            all++;
            deprived += c->household[i].deprived[j] == 1;
        }
    return deprived / all;
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

static void groups_carry_their_own_numbers(void **state)
{
    (void)state;
    struct tn_commune c = plan("data/an-binh-mau");
    struct tn_multidim of;
    struct tn_multidim_options options;
    struct tn_tally tally;
    struct tn_rule rule;
    struct tn_show_multidim show = shown(&c, &of, &options, &tally, &rule);
    struct tn_figure figure[TN_MULTIDIM_CHARTS];
    double cell[108], sum = 0;

    size_t n = tn_charts_of_multidim(&arena, TN_VI, &show, figure);
    assert_int_equal(n, 4);
    const struct tn_figure *heat = named(n, figure, "heat-village");
    assert_null(strstr(heat->script, "a/b/"));
    numbers(heat->script, "data", 108, cell);
    const char *order[] = {"Gò Mít", "Đồng Tâm", "Suối Hai"};
    for (size_t v = 0; v < 3; v++)
        for (size_t j = 0; j < TN_INDICATORS; j++)
            check_rel(cell[36 * v + 3 * j + 2], share_of(&c, order[v], j), 1e-15);

    numbers(named(n, figure, "contributions")->script, "data", 48, cell);
    for (size_t j = 0; j < TN_INDICATORS; j++)
        sum += cell[4 * j + 1];
    check_rel(sum, 1, 1e-14);
    for (size_t j = 1; j < TN_INDICATORS; j++)
        assert_true(cell[4 * j + 1] <= cell[4 * j - 3]);
    assert_non_null(strstr(named(n, figure, "contributions")->script,
                           "\\063\\057\\061\\062"));   // k = 3/12, not 1/4
    numbers(named(n, figure, "robustness")->script, "line0", 6, cell);
    check_rel(cell[4], 3. / 12, 1e-15);
    check_rel(cell[5], 1, 0);   // against itself
    check_rel(cell[3], 2. / 3, 1e-15);
}

static struct tn_trends trends_of(const struct tn_commune *c)
{
    const struct tn_trend_options how = {0.95, TN_WILSON, TN_HOLM};
    struct tn_trends trends;

    assert_int_equal(tn_trends_of(&arena, c, &how, &trends, &err), TN_OK);
    return trends;
}

static void years_end_in_the_forecast(void **state)
{
    (void)state;
    struct tn_commune c = plan("data/an-binh-mau");
    struct tn_trends trends = trends_of(&c);
    struct tn_figure figure[TN_TREND_CHARTS];
    double cell[25];

    size_t n = tn_charts_of_trends(&arena, TN_VI, &c, &trends, 0.95, figure);
    assert_int_equal(n, 5);
    assert_int_equal(numbers(named(n, figure, "trends-poor")->script, "p0", 25, cell),
                     25);
    check_rel(cell[1], 23. / 36, 1e-15);
    check_rel(cell[21], trends.trend[0].next.mean, 1e-15);
    check_rel(cell[22], trends.trend[0].next.low, 1e-15);
    check_rel(cell[24], 1, 0);   // the last point alone is a ring
    check_rel(cell[19], 0, 0);
    numbers(named(n, figure, "change-poor")->script, "line0", 4, cell);
    check_rel(cell[1], 23. / 36, 1e-15);
    check_rel(cell[3], trends.trend[0].point[3].share, 1e-15);
    numbers(named(n, figure, "goals")->script, "data", 4, cell);
    check_rel(cell[1], trends.goal[0].served, 1e-15);
    check_rel(cell[2], 0.65, 1e-15);
}

static void a_change_of_standard_breaks_the_line(void **state)
{
    (void)state;
    struct tn_commune c = plan("tests/golden/trend/break");
    struct tn_trends trends = trends_of(&c);
    struct tn_figure figure[TN_TREND_CHARTS];
    double cell[50];

    assert_true(trends.standards_differ);
    size_t n = tn_charts_of_trends(&arena, TN_EN, &c, &trends, 0.95, figure);
    for (size_t i = 0; i < n; i++)
        assert_null(strstr(figure[i].name, "change"));
    size_t cells = numbers(named(n, figure, "trends-poor")->script, "p0", 50, cell);
    size_t gaps = 0;
    for (size_t i = 0; i < cells / 5; i++)
        gaps += isnan(cell[5 * i + 1]) ? 1 : 0;
    assert_int_equal(cells / 5, trends.trend[0].points + 1);
    assert_int_equal(gaps, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(areas_stand_by_how_deprived_they_are, forget),
        cmocka_unit_test_teardown(two_areas_are_drawn_with_intervals_too, forget),
        cmocka_unit_test_teardown(groups_carry_their_own_numbers, forget),
        cmocka_unit_test_teardown(years_end_in_the_forecast, forget),
        cmocka_unit_test_teardown(a_change_of_standard_breaks_the_line, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
