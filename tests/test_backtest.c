/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: a small history scored by hand-written loops; histories made with known
 * chances, of which the forecaster that knows them must be calibrated and the others
 * not; the same history in another order. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "tn/num/poisbin.h"
#include "tn/study/backtest.h"

enum { AREAS = 6, YEARS = 9, ROWS = AREAS * YEARS * 4, FIRST = 2012 };

static const char *const area_name[AREAS] = {"A", "B", "C", "D", "E", "F"};

/* The chance that the makers of histories gave a row's households. */
static double chance_of(const struct tn_history *row)
{
    double place = 0.05 * (row->village[0] - 'A');
    return (row->planned ? 0.55 : 0.12) + place + (row->status == TN_POOR ? 0 : 0.08);
}

static size_t make_history(struct tn_history row[ROWS])
{
    size_t n = 0;
    uint64_t draw = 0;
    for (int y = 0; y < YEARS; y++) {
        for (int a = 0; a < AREAS; a++) {
            for (int kind = 0; kind < 4; kind++) {
                struct tn_history *r = &row[n++];
                *r = (struct tn_history){.line = (long)n + 1,
                                         .year = FIRST + y,
                                         .village = area_name[a],
                                         .commune = a < 4 ? "x" : "y",
                                         .district = "",
                                         .status = kind < 2 ? TN_POOR : TN_NEAR_POOR,
                                         .planned = kind % 2,
                                         .to_near_poor = TN_UNKNOWN,
                                         .entries = TN_UNKNOWN,
                                         .to_poor = TN_UNKNOWN};
                r->at_risk = (long)(14 * case_uniform(draw++));
                for (long i = 0; i < r->at_risk; i++)
                    r->exits += case_uniform(draw++) < chance_of(r);
            }
        }
    }
    return n;
}

/* Knows every chance; checks that it is shown the past and nothing of what comes. */
static enum tn_fault knower(struct tn_arena *arena, void *self,
                            const struct tn_origin *origin, double *pmf[],
                            struct tn_err *err)
{
    (void)err;
    for (size_t i = 0; i < origin->pasts; i++) {
        assert_true(origin->past[i].year < origin->year);
        assert_true(origin->past[i].exits >= 0);
    }
    for (size_t i = 0; i < origin->comings; i++) {
        assert_int_equal(origin->coming[i].year, origin->year);
        assert_int_equal(origin->coming[i].exits, TN_UNKNOWN);
    }
    for (size_t q = 0; q < origin->questions; q++) {
        const struct tn_question *about = &origin->question[q];
        double *p = tn_new(arena, double, (size_t)about->at_risk);
        size_t n = 0;
        for (size_t i = 0; i < about->rows; i++) {
            const struct tn_history *row = &origin->coming[about->row[i]];
            assert_int_equal(row->status, about->status);
            for (long h = 0; h < row->at_risk; h++)
                p[n++] = chance_of(row);
        }
        assert_int_equal(n, about->at_risk);
        tn_poisbin_pmf(n, p, pmf[q]);
    }
    ++*(int *)self;
    return TN_OK;
}

static struct tn_backtest knowing(struct tn_arena *arena, size_t rows,
                                  const struct tn_history row[], int from)
{
    int calls = 0;
    struct tn_backtest got = {0};
    struct tn_backtest_options options = {from, knower, &calls};
    struct tn_err err = {0};
    assert_int_equal(tn_backtest_of(arena, rows, row, &options, &got, &err), TN_OK);
    assert_int_equal(calls, got.years);
    return got;
}

static long total(size_t rows, const struct tn_history row[], int year,
                  const char *commune, const char *village, int status, int what)
{
    long sum = 0;
    for (size_t i = 0; i < rows; i++) {
        const struct tn_history *r = &row[i];
        if (r->year == year && !strcmp(r->commune, commune) && (int)r->status == status &&
            (!village || !strcmp(village, r->village)))
            sum += what == 0    ? r->at_risk
                   : what == 1  ? r->exits
                   : r->planned ? r->at_risk
                                : 0;
    }
    return sum;
}

/* The ranked score of n coins of chance p each, y heads. */
static double ranked_of_coins(long n, double p, long y)
{
    double *chance = malloc((size_t)(n + 1) * sizeof *chance), sum = 0;
    double *law = malloc((size_t)(n + 1) * sizeof *law);
    for (long i = 0; i < n; i++)
        chance[i] = p;
    tn_poisbin_pmf((size_t)n, chance, law);
    for (long k = 0; k <= n; k++)
        sum += pow(tn_poisbin_at_most((size_t)n, law, k) - (y <= k), 2);
    free(chance);
    free(law);
    return sum;
}

/* Every forecast by the rows it is about: its numbers, and the plan's and last year's
 * answers from their definitions. */
static void answers_are_about_what_they_say(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[ROWS];
    check_case = 4;
    size_t rows = make_history(row), communes = 0;
    struct tn_backtest got = knowing(&arena, rows, row, 0);
    assert_int_equal(got.years, YEARS - 1);
    assert_int_equal(got.first, FIRST + 1);
    assert_int_equal(got.last, FIRST + YEARS - 1);
    for (size_t i = 0; i < got.forecasts; i++) {
        const struct tn_past_forecast *f = &got.forecast[i];
        const struct tn_question *q = &f->about;
        int s = (int)q->status;
        long n = total(rows, row, q->year, q->commune, q->village, s, 0);
        long x = total(rows, row, q->year - 1, q->commune, q->village, s, 1);
        long m = total(rows, row, q->year - 1, q->commune, q->village, s, 0);
        assert_int_equal(q->at_risk, n);
        assert_int_equal(f->exits,
                         total(rows, row, q->year, q->commune, q->village, s, 1));
        assert_int_equal(q->quota,
                         total(rows, row, q->year, q->commune, q->village, s, 2));
        check_rel(f->by[TN_SAYS_PLAN].ranked, fabs((double)(f->exits - q->quota)), 0);
        check_rel(f->by[TN_SAYS_PLAN].mean, (double)q->quota, 1e-15);
        double share = ((double)x + 0.5) / ((double)m + 1);
        if (m > 0) {
            check_rel(f->by[TN_SAYS_LAST_YEAR].mean, (double)n * share, 1e-12);
            check_rel(f->by[TN_SAYS_LAST_YEAR].ranked,
                      ranked_of_coins(n, share, f->exits), 1e-11);
        }
        communes += !q->village;
    }
    assert_int_equal(got.communes.forecasts, communes);
    assert_int_equal(communes, 2 * 2 * (YEARS - 1));
    assert_int_equal(got.areas.forecasts, got.forecasts - communes);
    check_case = 0;
    tn_arena_free(&arena);
}

static void scorecards_are_means_of_the_forecasts(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[ROWS];
    check_case = 5;
    size_t rows = make_history(row), n = 0, quotas = 0;
    struct tn_backtest got = knowing(&arena, rows, row, 0);
    double pit[TN_PIT_BINS] = {0};
    double ranked[3] = {0}, logs = 0, brier = 0, covered = 0, reach = 0, less = 0,
           gap = 0;
    for (size_t i = 0; i < got.forecasts; i++) {
        const struct tn_past_forecast *f = &got.forecast[i];
        const struct tn_answer *model = &f->by[TN_SAYS_MODEL];
        if (!f->about.village)
            continue;
        n++;
        for (int s = 0; s < 3; s++)
            ranked[s] += f->by[s].ranked;
        logs += model->log;
        tn_pit_add(model->pit, TN_PIT_BINS, pit);
        less += model->ranked - f->by[TN_SAYS_PLAN].ranked;
        covered += model->low[1] <= f->exits && f->exits <= model->high[1];
        reach += model->reach[1];
        if (f->about.quota > 0) {
            quotas++;
            gap += model->p_quota - (f->exits >= f->about.quota);
            brier += pow(model->p_quota - (f->exits >= f->about.quota), 2);
        }
    }
    const struct tn_backtest_scores *areas = &got.areas;
    assert_int_equal(areas->forecasts, n);
    assert_int_equal(areas->with_quota, quotas);
    for (int s = 0; s < 3; s++)
        check_rel(areas->by[s].ranked.mean, ranked[s] / (double)n, 1e-13);
    check_rel(areas->by[TN_SAYS_MODEL].log.mean, logs / (double)n, 1e-13);
    check_rel(areas->by[TN_SAYS_MODEL].less_than_plan.mean, less / (double)n, 1e-13);
    check_rel(areas->by[TN_SAYS_MODEL].brier.mean, brier / (double)quotas, 1e-13);
    check_rel(areas->gap.mean, gap / (double)quotas, 1e-12);
    assert_int_equal(areas->off, fabs(areas->gap.mean) >
                                     tn_t_within(0.95, YEARS - 2) * areas->gap.se);
    check_rel(areas->quota.brier, brier / (double)quotas, 1e-13);
    for (int b = 0; b < TN_PIT_BINS; b++)
        check_rel(areas->by[TN_SAYS_MODEL].pit[b], pit[b] / (double)n, 1e-12);
    for (int b = 0; b < TN_PIT_BINS; b++) {
        const struct tn_bin *bin = &areas->bin[b];
        long met = bin->n ? (long)(bin->happened * (double)bin->n + 0.5) : 0;
        check_rel(areas->range[b].high,
                  tn_interval_binomial(TN_WILSON, met, (long)bin->n, 0.9).high, 0);
        assert_true(!bin->n || areas->range[b].low <= bin->happened);
    }
    check_rel(areas->by[TN_SAYS_MODEL].cover[1].mean, covered / (double)n, 1e-13);
    check_rel(areas->by[TN_SAYS_MODEL].reach[1], reach / (double)n, 1e-13);
    check_case = 0;
    tn_arena_free(&arena);
}

/* Over many histories, who knows the chances covers as often as his laws expect, with a
 * flat histogram, and beats both others; the plan is far too sure. */
static void the_truth_is_calibrated_and_wins(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    double cover[3] = {0}, reach[3] = {0}, ranked[3] = {0}, flat = 0, off = 0;
    enum { HISTORIES = 150 };
    for_cases (HISTORIES) {
        struct tn_history row[ROWS];
        struct tn_mark mark = tn_arena_mark(&arena);
        struct tn_backtest got = knowing(&arena, make_history(row), row, 0);
        const struct tn_backtest_scores *areas = &got.areas;
        for (int c = 0; c < 3; c++) {
            cover[c] += areas->by[TN_SAYS_MODEL].cover[c].mean / HISTORIES;
            reach[c] += areas->by[TN_SAYS_MODEL].reach[c] / HISTORIES;
            ranked[c] += areas->by[c].ranked.mean / HISTORIES;
        }
        flat += areas->by[TN_SAYS_MODEL].pit_p < 0.1;
        off += areas->off;
        tn_arena_rewind(&arena, mark);
    }
    /* 150 histories of some 90 forecasts: a standard error of 0.004 and less. */
    for (int c = 0; c < 3; c++) {
        assert_true(fabs(cover[c] - reach[c]) < 0.012);
        assert_true(reach[c] >= tn_cover_level[c]);
    }
    assert_true(off / HISTORIES < 0.1);   // 5 %, give or take 2 standard errors of 1.8
    assert_true(flat / HISTORIES > 0.04 && flat / HISTORIES < 0.18);
    assert_true(ranked[TN_SAYS_MODEL] < 0.85 * ranked[TN_SAYS_LAST_YEAR]);
    assert_true(ranked[TN_SAYS_MODEL] < 0.6 * ranked[TN_SAYS_PLAN]);
    tn_arena_free(&arena);
}

static void order_of_rows_does_not_matter(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[ROWS], turned[ROWS];
    check_case = 7;
    size_t rows = make_history(row);
    for (size_t i = 0; i < rows; i++)
        turned[i] = row[(i * 89 + 31) % rows];   // 89 shares no factor with 216
    struct tn_backtest one = knowing(&arena, rows, row, 0);
    struct tn_backtest two = knowing(&arena, rows, turned, 0);
    assert_memory_equal(&one.areas, &two.areas, sizeof one.areas);
    assert_memory_equal(&one.communes, &two.communes, sizeof one.communes);
    check_case = 0;
    tn_arena_free(&arena);
}

static void may_begin_later(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[ROWS];
    check_case = 8;
    size_t rows = make_history(row);
    struct tn_backtest got = knowing(&arena, rows, row, FIRST + 6);
    assert_int_equal(got.first, FIRST + 6);
    assert_int_equal(got.years, YEARS - 6);
    check_case = 0;
    tn_arena_free(&arena);
}

static struct tn_history plain(int year, const char *village, long at_risk, long exits)
{
    return (struct tn_history){.year = year,
                               .village = village,
                               .commune = "",
                               .district = "",
                               .status = TN_POOR,
                               .planned = true,
                               .at_risk = at_risk,
                               .exits = exits};
}

/* An area's own last share may lie some years back; a new one gets everybody's. */
static void last_share_is_looked_for(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    const struct tn_history row[] = {plain(2019, "E", 10, 4), plain(2019, "A", 10, 9),
                                     plain(2020, "A", 20, 5), plain(2021, "E", 8, 2),
                                     plain(2021, "F", 8, 2),  plain(2021, "A", 0, 0)};
    struct tn_backtest got = knowing(&arena, 6, row, 2021);
    assert_int_equal(got.forecasts, 3);   // E, F, and all together
    check_rel(got.forecast[0].by[TN_SAYS_LAST_YEAR].mean, 8 * 4.5 / 11, 1e-13);
    check_rel(got.forecast[1].by[TN_SAYS_LAST_YEAR].mean, 8 * 5.5 / 21, 1e-13);
    check_rel(got.forecast[2].by[TN_SAYS_LAST_YEAR].mean, 16 * 5.5 / 21, 1e-13);
    assert_null(got.forecast[2].about.village);
    got = knowing(&arena, 3, row, 2020);
    check_rel(got.forecast[0].by[TN_SAYS_LAST_YEAR].mean, 20 * 9.5 / 11, 1e-13);
    const struct tn_history strange[] = {plain(2019, "A", 10, 9),
                                         plain(2020, "F", 20, 5)};
    got = knowing(&arena, 2, strange, 0);
    check_rel(got.forecast[0].by[TN_SAYS_LAST_YEAR].mean, 20 * 9.5 / 11, 1e-13);
    got = knowing(&arena, 6, row, 2021);
    assert_true(isnan(got.areas.by[TN_SAYS_MODEL].ranked.se));   // one year says nothing
    assert_true(isnan(got.areas.by[TN_SAYS_MODEL].pit_p));
    assert_true(isinf(got.areas.by[TN_SAYS_PLAN].log.mean));
    tn_arena_free(&arena);
}

static enum tn_fault fails(struct tn_arena *arena, void *self,
                           const struct tn_origin *origin, double *pmf[],
                           struct tn_err *err)
{
    (void)arena, (void)self, (void)origin, (void)pmf;
    return tn_fail(err, TN_EMATH, NULL, "x", "y");
}

static void faults_are_named(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[] = {plain(2019, "E", 10, 4), plain(2020, "E", 10, 4)};
    struct tn_backtest got;
    struct tn_err err = {0};
    struct tn_backtest_options options = {0, fails, NULL};
    assert_int_equal(tn_backtest_of(&arena, 0, row, &options, &got, &err), TN_EDATA);
    assert_int_equal(tn_backtest_of(&arena, 1, row, &options, &got, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN],
                        "a backtest needs a history.csv of at least two years");
    assert_int_equal(tn_backtest_of(&arena, 2, row, &options, &got, &err), TN_EMATH);
    options.from = 2021;
    assert_int_equal(tn_backtest_of(&arena, 2, row, &options, &got, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN],
                        "no year from 2021 on has an earlier one to be forecast from");
    options.from = 0;
    row[1].at_risk = 999999999;
    assert_int_equal(tn_backtest_of(&arena, 2, row, &options, &got, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN], "in 2020 one area has 999999999 households; "
                                         "forecasts of up to 1000000 can be scored");
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest backtest[] = {
        cmocka_unit_test(answers_are_about_what_they_say),
        cmocka_unit_test(scorecards_are_means_of_the_forecasts),
        property(the_truth_is_calibrated_and_wins),
        cmocka_unit_test(order_of_rows_does_not_matter),
        cmocka_unit_test(may_begin_later),
        cmocka_unit_test(last_share_is_looked_for),
        cmocka_unit_test(faults_are_named),
    };
    return cmocka_run_group_tests(backtest, NULL, NULL);
}
