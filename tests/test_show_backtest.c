/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backtest of three areas and four years, by a forecaster that knows the chances:
 * what people and machines get to see of it, and the two charts. */
#include "check.h"

#include <string.h>

#include "tn/base/file.h"
#include "tn/base/memory.h"
#include "tn/num/poisbin.h"
#include "tn/out/json.h"
#include "tn/show/show_backtest.h"

enum { AREAS = 3, YEARS = 4 };

static struct tn_arena arena;
static struct tn_err err;

static const char *const area_name[AREAS] = {"Chợ", "Tô \"5\"", "=cmd"};

static enum tn_fault knower(struct tn_arena *work, void *self,
                            const struct tn_origin *origin, double *pmf[],
                            struct tn_err *e)
{
    (void)self, (void)e;
    for (size_t q = 0; q < origin->questions; q++) {
        const struct tn_question *about = &origin->question[q];
        double *p = tn_new(work, double, (size_t)about->at_risk);
        size_t n = 0;
        for (size_t i = 0; i < about->rows; i++)
            for (long h = 0; h < origin->coming[about->row[i]].at_risk; h++)
                p[n++] = origin->coming[about->row[i]].planned ? 0.7 : 0.15;
        tn_poisbin_pmf(n, p, pmf[q]);
    }
    return TN_OK;
}

static struct tn_backtest past(void)
{
    static struct tn_history row[AREAS * YEARS * 2];
    struct tn_backtest got = {0};
    struct tn_backtest_options options = {0, knower, NULL};
    size_t n = 0;
    uint64_t draw = 0;

    check_case = 11;
    for (int y = 0; y < YEARS; y++)
        for (int a = 0; a < AREAS; a++)
            for (int planned = 0; planned < 2; planned++) {
                struct tn_history *r = &row[n++];
                *r = (struct tn_history){.line = (long)n + 1,
                                         .year = 2020 + y,
                                         .village = area_name[a],
                                         .commune = "x",
                                         .district = "",
                                         .status = TN_POOR,
                                         .planned = planned,
                                         .at_risk = 5 + 3 * planned};
                for (long i = 0; i < r->at_risk; i++)
                    r->exits += case_uniform(draw++) < (planned ? 0.7 : 0.15);
            }
    check_case = 0;
    assert_int_equal(tn_backtest_of(&arena, n, row, &options, &got, &err), TN_OK);
    return got;
}

static struct tn_doc shown(const struct tn_backtest *b, bool each)
{
    struct tn_doc doc = {.source = {.version = "t", .seed = TN_COUNT_NONE}};
    struct tn_show_backtest what = {"Xã Thử", b, each};
    tn_show_backtest(&arena, &doc, &what);
    return doc;
}

static const char *as_text(const struct tn_doc *doc, enum tn_lang lang)
{
    struct tn_text_options options = {.lang = lang};
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);
    tn_text_write(&arena, out, doc, &options);
    return tn_memory_close(&arena, &memory, NULL);
}

static const char *as_json(const struct tn_doc *doc)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);
    tn_json_write(out, doc);
    return tn_memory_close(&arena, &memory, NULL);
}

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* The number after "key": in the object or array that follows within. */
static double number(const char *json, const char *within, const char *key)
{
    char quoted[64], room[32];
    const char *at = strstr(json, within);
    assert_non_null(at);
    snprintf(quoted, sizeof quoted, "\"%s\": ", key);
    at = strstr(at, quoted);
    assert_non_null(at);
    at += strlen(quoted);
    size_t len = strcspn(at, ",}\n");
    assert_true(len < sizeof room);
    snprintf(room, sizeof room, "%.*s", (int)len, at);
    double x = (double)NAN;
    assert_true(!strcmp(room, "null") || sscanf(room, "%lf", &x) == 1);
    return x;
}

static void json_has_the_agreed_keys(void **state)
{
    (void)state;
    struct tn_backtest b = past();
    struct tn_doc doc = shown(&b, false);
    const char *json = as_json(&doc);
    static const char *const who[] = {"\"model\"", "\"plan\"", "\"persistence\""};

    check_rel(number(json, "{", "forecasts"), 9, 0);
    for (int s = 0; s < TN_SAYERS; s++) {
        const struct tn_scorecard *card = &b.areas.by[s];
        check_rel(number(json, who[s], "rps"), card->ranked.mean, 0);
        check_rel(number(json, who[s], "rps_se"), card->ranked.se, 0);
        check_rel(number(json, who[s], "log"),
                  isinf(card->log.mean) ? (double)NAN : card->log.mean, 0);
        check_rel(number(json, who[s], "brier"), card->brier.mean, 0);
        check_rel(number(json, who[s], "coverage50"), card->cover[0].mean, 0);
        check_rel(number(json, who[s], "coverage80"), card->cover[1].mean, 0);
        check_rel(number(json, who[s], "coverage90"), card->cover[2].mean, 0);
        check_rel(number(json, who[s], "coverage90_expected"), card->reach[2], 0);
        check_rel(number(json, who[s], "pit_p"), card->pit_p, 0);
    }
    check_rel(number(json, "\"scores_communes\"", "rps"),
              b.communes.by[TN_SAYS_MODEL].ranked.mean, 0);
    check_rel(number(json, "\"quota_reliability\"", "resolution"),
              b.areas.quota.resolution, 0);
    assert_non_null(strstr(json, "\"area\": null,\n      \"status\": \"poor\",\n      "
                                 "\"at_risk\": 39,\n      \"quota\": 24,\n"));
}

static void people_read_sentences_and_tables(void **state)
{
    (void)state;
    struct tn_backtest b = past();
    struct tn_doc doc = shown(&b, false), all = shown(&b, true);
    const char *vi = as_text(&doc, TN_VI), *en = as_text(&doc, TN_EN);

    assert_non_null(strstr(vi, "Mỗi năm từ 2021 đến 2023 được dự báo chỉ từ số liệu"));
    assert_non_null(strstr(en, "9 forecasts of areas, 3 of whole communes"));
    assert_non_null(strstr(en, "The plan comes true"));
    assert_non_null(strstr(en, "3 forecast years are too few"));
    assert_null(strstr(en, "Every forecast"));
    assert_non_null(strstr(as_text(&all, TN_EN), "Every forecast"));
}

static void charts_are_drawn(void **state)
{
    (void)state;
    struct tn_backtest b = past();
    struct tn_show_backtest what = {"Xã Thử", &b, false};
    struct tn_figure figure[2];
    struct tn_drawing drawing[2];

    assert_int_equal(tn_backtest_figures(&arena, TN_VI, &what, figure), 2);
    assert_string_equal(figure[0].name, "backtest-reliability");
    assert_string_equal(figure[1].name, "backtest-pit");
    if (tn_figure_draw(&arena, TN_PNG, 2, figure, drawing, &err))
        fail_msg("%s: %s", err.place, err.text[TN_EN]);
    assert_int_equal(tn_file_folder("build/figures", &err), TN_OK);
    for (int i = 0; i < 2; i++) {
        const char *path = tn_file_join(&arena, "build/figures", drawing[i].name);
        assert_int_equal(tn_file_write(path, drawing[i].len, drawing[i].bytes, &err),
                         TN_OK);
    }
}

/* The headline of a chart of one bin: said and met, and the PIT's p. */
static struct tn_figure charted(double said, double met, bool off, double p, int which)
{
    struct tn_backtest *b = tn_new(&arena, struct tn_backtest, 1);
    struct tn_show_backtest what = {"Xã Thử", b, false};
    struct tn_figure figure[2];

    b->first = 2019, b->last = 2023;
    b->areas.off = off;
    b->areas.forecasts = 1500;
    b->areas.with_quota = 40;
    b->areas.bin[4] = (struct tn_bin){40, said, met};
    b->areas.range[4] = (struct tn_interval){met - 0.04, met + 0.04};
    b->areas.by[TN_SAYS_MODEL].pit_p = p;
    assert_int_equal(tn_backtest_figures(&arena, TN_EN, &what, figure), 2);
    return figure[which];
}

static void headlines_say_what_the_charts_show(void **state)
{
    (void)state;
    static const struct {
        double said, met;
        bool off;
        double p;
        int which;
        const char *want;
    } known[] = {
        {0.43, 0.4, true, 0.5, 0,
         "The probabilities to meet a quota can be trusted: 43% said on average, 40% "
         "met"},
        {0.48, 0.3, true, 0.5, 0,
         "The model is too hopeful: 48% said on average, only 30% met"},
        {0.43, 0.7, true, 0.5, 0,
         "The model is too gloomy: 43% said on average, 70% met"},
        {0.48, 0.3, false, 0.5, 0,
         "Quotas met: 48% said on average, 30% met; chance alone may make the "
         "difference"},
        {0.43, 0.4, false, 0.314, 1,
         "No sign of biased or overconfident forecasts (p = 0.31)"},
        {0.43, 0.4, false, 0.0421, 1,
         "Forecasts are biased, or too sure or not sure enough (p = 0.04)"},
        {0.43, 0.4, false, 0.0042, 1,
         "Forecasts are biased, or too sure or not sure enough (p = 0.004)"},
        {0.43, 0.4, false, (double)NAN, 1,
         "Too few years to tell whether forecasts are biased"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_string_equal(
            charted(known[i].said, known[i].met, known[i].off, known[i].p, known[i].which)
                .title,
            known[i].want);
}

static void nothing_forecast_has_no_charts(void **state)
{
    (void)state;
    struct tn_backtest none = {0};
    struct tn_show_backtest what = {"Xã Thử", &none, false};
    struct tn_figure figure[2];
    struct tn_doc doc = shown(&none, true);

    assert_int_equal(tn_backtest_figures(&arena, TN_VI, &what, figure), 0);
    assert_non_null(strstr(as_json(&doc), "\"forecasts\": 0,"));
}

int main(void)
{
    const struct CMUnitTest show_backtest[] = {
        cmocka_unit_test_teardown(json_has_the_agreed_keys, forget),
        cmocka_unit_test_teardown(people_read_sentences_and_tables, forget),
        cmocka_unit_test_teardown(charts_are_drawn, forget),
        cmocka_unit_test_teardown(headlines_say_what_the_charts_show, forget),
        cmocka_unit_test_teardown(nothing_forecast_has_no_charts, forget),
    };
    return cmocka_run_group_tests(show_backtest, NULL, NULL);
}
