/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: Bayes' rule by hand where households are independent; by a lattice of both
 * effects where a village's and the year's are in play (tests/test_reports.c has the laws
 * themselves by brute force); by quadrature over one uncertain chance. */
#include "check.h"

#include <stdbool.h>
#include <string.h>

#include "tn/num/poisbin.h"
#include "tn/num/special.h"
#include "tn/study/track.h"

static struct tn_arena arena;

static struct tn_village village[] = {
    {.name = "A", .households = {5, 3}, .quota = {5, 3}, .all_households = TN_UNKNOWN},
    {.name = "B", .households = {4, 2}, .quota = {4, 2}, .all_households = TN_UNKNOWN},
};
static struct tn_progress progress[] = {
    {.line = 2,
     .year = 2024,
     .month = 3,
     .day = 31,
     .village = 0,
     .status = TN_POOR,
     .exits = 1},
    {.line = 3,
     .year = 2024,
     .month = 6,
     .day = 30,
     .village = 0,
     .status = TN_POOR,
     .exits = 2},
    {.line = 4,
     .year = 2024,
     .month = 6,
     .day = 30,
     .village = 1,
     .status = TN_POOR,
     .exits = 0},
    {.line = 5,
     .year = 2024,
     .month = 6,
     .day = 30,
     .village = 1,
     .status = TN_NEAR_POOR,
     .exits = 1},
};

static struct tn_commune plan(void)
{
    return (struct tn_commune){.base_year = 2023,
                               .plan_year = 2024,
                               .villages = 2,
                               .village = village,
                               .households = {9, 5},
                               .quota = {6, 3},
                               .households_total = TN_UNKNOWN,
                               .progresses = 4,
                               .progress = progress};
}

/* Households all planned; chances 0.6 and 0.35; flows off. */
static struct tn_model model_of(double year_sd, double village_sd)
{
    struct tn_model m = {.terms = 0};

    for (int i = 0; i < TN_PARAMETERS; i++)
        m.prior[i] = (struct tn_prior){.scale = i < TN_VILLAGE_SD ? TN_LOGIT : TN_LOG,
                                       .off = i > TN_YEAR_SD};
    m.prior[TN_PLANNED_POOR].mean = tn_logit(0.6);
    m.prior[TN_PLANNED_NEAR_POOR].mean = tn_logit(0.35);
    m.prior[TN_UNPLANNED_POOR].mean = m.prior[TN_UNPLANNED_NEAR_POOR].mean = -2;
    m.prior[TN_YEAR_SD].mean = log(year_sd);
    m.prior[TN_VILLAGE_SD].mean = log(village_sd);
    m.prior[TN_YEAR_SD].off = year_sd <= 0;
    m.prior[TN_VILLAGE_SD].off = village_sd <= 0;
    return m;
}

static struct tn_track track_by(const struct tn_commune *c, const struct tn_model *m,
                                enum tn_method method)
{
    struct tn_track_options options = {
        .forecast = {.method = method, .seed = 5, .points = 16 * 4096}, .curve = {2, 1}};
    struct tn_track track;
    struct tn_err err = {0};

    assert_int_equal(tn_track_of(&arena, c, m, &options, &track, &err), TN_OK);
    return track;
}

static double choose(long n, long k)
{
    return exp(lgamma((double)n + 1) - lgamma((double)k + 1) -
               lgamma((double)(n - k) + 1));
}

static double binomial(long n, long k, double p)
{
    return k < 0 || k > n
               ? 0
               : choose(n, k) * pow(p, (double)k) * pow(1 - p, (double)(n - k));
}

/* Of n - r not reported each has exited with chance p (1 - F) / (1 - p F). */
static void independent_households_by_hand(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(0, 0);
    struct tn_track t = track_by(&c, &m, TN_EXACT);
    const struct tn_track_at *at = &t.at[2];
    double f = tn_year_fraction(2024, 6, 30) * tn_year_fraction(2024, 6, 30);
    double p = 0.6 * (1 - f) / (1 - 0.6 * f);

    assert_int_equal(t.n, 3);
    check_rel(at->share, f, 1e-13);
    assert_int_equal(at->reported[TN_POOR], 2);
    assert_int_equal(at->reported[TN_NEAR_POOR], 1);
    assert_int_equal(at->silent[TN_POOR], 0);
    assert_int_equal(at->silent[TN_NEAR_POOR], 1);
    for (long k = 0; k <= 5; k++)
        check_rel(at->forecast.village[0].status[TN_POOR].exits.pmf[k],
                  binomial(3, k - 2, p), 1e-12);
    for (long k = 0; k <= 4; k++)
        check_rel(at->forecast.village[1].status[TN_POOR].exits.pmf[k], binomial(4, k, p),
                  1e-12);
    /* no report of A's near-poor: as at the start */
    for (long k = 0; k <= 3; k++)
        check_rel(at->forecast.village[0].status[TN_NEAR_POOR].exits.pmf[k],
                  binomial(3, k, 0.35), 1e-12);
}

/* Of the poor, all reported on one day: each of n - r not reported is so by the end of
 * September with chance p (F' - F) / (1 - p F). */
static void coming_quarters_by_hand(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(0, 0);
    struct tn_track t = track_by(&c, &m, TN_EXACT);
    double f = pow(tn_year_fraction(2024, 6, 30), 2);
    double then = pow(tn_year_fraction(2024, 9, 30), 2);
    double p = 0.6 * (then - f) / (1 - 0.6 * f);
    const struct tn_distribution *end = &t.at[2].forecast.commune.status[TN_POOR].exits;

    assert_int_equal(t.aheads, 2);
    assert_int_equal(t.ahead[0].month, 9);
    assert_int_equal(t.ahead[0].day, 30);
    check_rel(t.ahead[0].share, then, 1e-13);
    for (long k = 0; k <= 9; k++) {
        check_rel(t.ahead[0].reported[TN_POOR].pmf[k], binomial(7, k - 2, p), 1e-12);
        check_rel(t.ahead[1].reported[TN_POOR].pmf[k], end->pmf[k], 1e-13);
    }
    /* near-poor: of A's 3 none, of B's other 1 nothing is reported so far */
    double a = 3 * 0.35, b = 0.35 * (1 - f) / (1 - 0.35 * f);
    check_rel(t.ahead[0].reported[TN_NEAR_POOR].mean,
              1 + a * then + b * (then - f) / (1 - f), 1e-12);
}

static void the_start_of_the_year_is_the_plain_forecast(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(0.5, 0.4);
    struct tn_track t = track_by(&c, &m, TN_EXACT);
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast plain;
    struct tn_err err = {0};

    assert_int_equal(tn_forecast_of(&arena, &c, &m, &options, &plain, &err), TN_OK);
    check_rel(t.at[0].forecast.commune.status[TN_POOR].quota_met.p,
              plain.commune.status[TN_POOR].quota_met.p, 0);
    check_rel(t.at[0].share, 0, 0);
}

/* ---- both effects on a lattice ---- */

enum { REACH = 40 };
static const double STEP = 0.12;   // 0.3 of the smaller sd, 0.4
static const double YEAR_SD = 0.5, VILLAGE_SD = 0.4;

/* P(k exits of n, r of them reported | chance p), r below 0: no report. */
static double seen(long n, long k, long r, double p, double f)
{
    return binomial(n, k, p) * (r < 0 ? 1 : binomial(k, r, f));
}

static double normal(double x, double sd)
{
    return exp(-0.5 * x * x / (sd * sd)) * STEP / (sd * sqrt(2 * acos(-1)));
}

/* Exits of the poor of village v given e, times P(its reports), on 0..n. */
static void village_given(size_t v, double e, double f, double law[6])
{
    static const long poor_seen[] = {2, 0}, near_seen[] = {-1, 1};

    memset(law, 0, 6 * sizeof *law);
    for (int i = -REACH; i <= REACH; i++) {
        double u = i * STEP, like = 0, w = normal(u, VILLAGE_SD);
        double p = tn_expit(tn_logit(0.6) + u + e), q = tn_expit(tn_logit(0.35) + u + e);
        for (long k = 0; k <= village[v].households[TN_NEAR_POOR]; k++)
            like += seen(village[v].households[TN_NEAR_POOR], k, near_seen[v], q, f);
        for (long k = 0; k <= village[v].households[TN_POOR]; k++)
            law[k] += w * like *
                      seen(village[v].households[TN_POOR], k, poor_seen[v], p, f);
    }
}

static void effects_learn_from_both_statuses_and_villages(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(YEAR_SD, VILLAGE_SD);
    struct tn_track t = track_by(&c, &m, TN_EXACT);
    double f = pow(tn_year_fraction(2024, 6, 30), 2), want[10] = {0}, sum = 0;

    for (int i = -REACH; i <= REACH; i++) {
        double e = i * STEP, a[6], b[6];
        village_given(0, e, f, a);
        village_given(1, e, f, b);
        for (int j = 0; j < 6; j++)
            for (int k = 0; k < 5; k++)
                want[j + k] += normal(e, YEAR_SD) * a[j] * b[k];
    }
    for (int k = 0; k < 10; k++)
        sum += want[k];
    for (int k = 0; k < 10; k++)
        check_rel(1 + t.at[2].forecast.commune.status[TN_POOR].exits.pmf[k],
                  1 + want[k] / sum, 1e-9);
}

/* P(the reports of village v | u, e). */
static double likelihood(size_t v, double u, double e, double f)
{
    static const long poor_seen[] = {2, 0}, near_seen[] = {-1, 1};
    double p = tn_expit(tn_logit(0.6) + u + e), q = tn_expit(tn_logit(0.35) + u + e);
    double poor = 0, near = 0;

    for (long k = 0; k <= village[v].households[TN_POOR]; k++)
        poor += seen(village[v].households[TN_POOR], k, poor_seen[v], p, f);
    for (long k = 0; k <= village[v].households[TN_NEAR_POOR]; k++)
        near += seen(village[v].households[TN_NEAR_POOR], k, near_seen[v], q, f);
    return poor * near;
}

static void check_effect(struct tn_effect_seen got, const double sum[3])
{
    double mean = sum[1] / sum[0];

    check_rel(1 + got.mean, 1 + mean, 1e-8);
    check_rel(got.sd, sqrt(sum[2] / sum[0] - mean * mean), 1e-7);
}

static void effects_are_told_as_the_reports_see_them(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(YEAR_SD, VILLAGE_SD);
    struct tn_track t = track_by(&c, &m, TN_EXACT);
    double f = pow(tn_year_fraction(2024, 6, 30), 2);
    double year[3] = {0}, of[2][3] = {{0}};

    for (int i = -REACH; i <= REACH; i++)
        for (int a = -REACH; a <= REACH; a++)
            for (int b = -REACH; b <= REACH; b++) {
                double e = i * STEP, u[2] = {a * STEP, b * STEP};
                double w = normal(e, YEAR_SD) * normal(u[0], VILLAGE_SD) *
                           normal(u[1], VILLAGE_SD) * likelihood(0, u[0], e, f) *
                           likelihood(1, u[1], e, f);
                for (int k = 0; k < 3; k++) {
                    year[k] += w * pow(e, k);
                    of[0][k] += w * pow(u[0], k);
                    of[1][k] += w * pow(u[1], k);
                }
            }
    const struct tn_forecast *now = &t.at[2].forecast;
    check_effect(now->year_effect, year);
    check_effect(now->village_effect[0], of[0]);
    check_effect(now->village_effect[1], of[1]);
    assert_null(t.at[0].forecast.village_effect);
}

/* ---- an uncertain chance ---- */

/* The logit of the planned poor is normal about 0.6's with sd 0.8; no effects. */
static void parameters_learn_from_the_reports(void **state)
{
    (void)state;
    struct tn_commune c = plan();
    struct tn_model m = model_of(0, 0);
    m.prior[TN_PLANNED_POOR].sd = 0.8;
    struct tn_track t = track_by(&c, &m, TN_CONDITIONAL);
    const struct tn_outcome *o = &t.at[2].forecast.commune.status[TN_POOR];
    double f = pow(tn_year_fraction(2024, 6, 30), 2), mean = 0, met = 0, all = 0;

    for (int i = -800; i <= 800; i++) {
        double z = i * 0.01, p = tn_expit(tn_logit(0.6) + 0.8 * z);
        double w = exp(-0.5 * z * z);
        for (long j = 2; j <= 5; j++)
            for (long k = 0; k <= 4; k++) {
                double here = w * seen(5, j, 2, p, f) * seen(4, k, 0, p, f);
                all += here;
                mean += here * (double)(j + k);
                met += j + k >= 6 ? here : 0;
            }
    }
    assert_true(o->quota_met.error > 0 && o->quota_met.error < 1e-5);
    check_rel(o->quota_met.p, met / all, 5 * o->quota_met.error / (met / all));
    check_rel(o->exits.mean, mean / all, 2e-5);
}

/* ---- the calendar and the curve ---- */

static void days_count_from_the_first_of_january(void **state)
{
    (void)state;
    check_rel(tn_year_fraction(2023, 1, 1), 1 / 365.0, 1e-15);
    check_rel(tn_year_fraction(2023, 12, 31), 1, 0);
    check_rel(tn_year_fraction(2024, 12, 31), 1, 0);
    check_rel(tn_year_fraction(2024, 2, 29), 60 / 366.0, 1e-15);
    check_rel(tn_year_fraction(2100, 3, 1), 60 / 365.0, 1e-15);
    check_rel(tn_year_fraction(2000, 3, 1), 61 / 366.0, 1e-15);
}

/* Many exits spread as beta(3, 1.5) has them: the curve comes back. */
static void a_curve_is_fitted_to_past_years(void **state)
{
    (void)state;
    static const int date[4][2] = {{3, 31}, {6, 30}, {9, 30}, {12, 20}};
    const struct tn_curve made = {3, 1.5};
    struct tn_progress past[4];
    struct tn_commune c = plan();
    const struct tn_commune *list[] = {&c};
    struct tn_curve curve = {0};

    for (int i = 0; i < 4; i++) {
        double t = i < 3 ? tn_year_fraction(2024, date[i][0], date[i][1]) : 1;
        past[i] = (struct tn_progress){.year = 2024,
                                       .month = date[i][0],
                                       .day = date[i][1],
                                       .exits = lround(1e6 * tn_curve_at(&made, t))};
    }
    c.progress = past;
    assert_true(tn_curve_fit(1, list, &curve));
    check_rel(curve.a, made.a, 1e-3);
    check_rel(curve.b, made.b, 1e-3);

    c.progresses = 1;
    assert_false(tn_curve_fit(1, list, &curve));
}

static void reports_that_cannot_be_are_refused(void **state)
{
    (void)state;
    struct tn_progress bad[4];
    struct tn_commune c = plan();
    struct tn_model m = model_of(0.5, 0.4);
    struct tn_track_options options = {.forecast = {.method = TN_EXACT}, .curve = {2, 1}};
    struct tn_track track;
    struct tn_err err = {0};
    c.progress = bad;

    memcpy(bad, progress, sizeof bad);
    bad[1].exits = 6;
    assert_int_equal(tn_track_of(&arena, &c, &m, &options, &track, &err), TN_EDATA);
    assert_string_equal(err.place, "progress.csv:3");
    assert_string_equal(err.text[TN_EN],
                        "6 exits reported, more than the 5 households of A");
    memcpy(bad, progress, sizeof bad);
    bad[1].exits = 0;
    assert_int_equal(tn_track_of(&arena, &c, &m, &options, &track, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN],
                        "A reports 0 exits, fewer than the 1 reported before");
    c.progresses = 0;
    assert_int_equal(tn_track_of(&arena, &c, &m, &options, &track, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN],
                        "there is no progress report of 2024 (progress.csv)");
    c.progresses = 4;
    memcpy(bad, progress, sizeof bad);
    options.month = 4;
    options.day = 30;
    assert_int_equal(tn_track_of(&arena, &c, &m, &options, &track, &err), TN_OK);
    assert_int_equal(track.n, 2);
    assert_int_equal(track.at[1].reported[TN_POOR], 1);
}

static int done(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(independent_households_by_hand),
        cmocka_unit_test(coming_quarters_by_hand),
        cmocka_unit_test(the_start_of_the_year_is_the_plain_forecast),
        cmocka_unit_test(effects_learn_from_both_statuses_and_villages),
        cmocka_unit_test(effects_are_told_as_the_reports_see_them),
        cmocka_unit_test(parameters_learn_from_the_reports),
        cmocka_unit_test(days_count_from_the_first_of_january),
        cmocka_unit_test(a_curve_is_fitted_to_past_years),
        cmocka_unit_test(reports_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, done);
}
