/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: 48 scored forecasts (tests/oracle/scores/, laws in tests/oracle/forecast/);
 * the definitions by plain loops on random laws; that no other law than the true one
 * scores better on average. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/num/score.h"

enum { MOST = 80, BINS = 10, LINE = 600 };

/* The law of a scenario and status, from its rows; gives back n. */
static size_t law_of(const char *scenario, const char *status, double pmf[MOST])
{
    char line[LINE], s[LINE], t[LINE];
    FILE *file = fopen("tests/oracle/forecast/commune_pmf.csv", "r");
    size_t rows = 0, k;
    double p;
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%599[^,],%599[^,],%zu,%lf", s, t, &k, &p) == 4 &&
            !strcmp(s, scenario) && !strcmp(t, status))
            pmf[k] = p, rows++;
    fclose(file);
    assert_in_range(rows, 2, MOST);
    return rows - 1;
}

enum { /* columns of scores_count.csv after scenario and status */
       Y,
       TARGET,
       P_TARGET,
       BRIER,
       LOG_EVENT,
       RANKED,
       LOG,
       DAWID,
       QUADRATIC,
       SPHERICAL,
       AE_MEDIAN,
       SE_MEAN,
       LOWER,
       UPPER,
       MID,
       Q05,
       Q95,
       INTERVAL90,
       Q25,
       Q75,
       INTERVAL50,
       IN90,
       COLUMNS
};

/* The file gives twelve digits; a large score cannot agree to more. */
static const double TWELVE = 1e-11;

static void near(double got, double want, double tol)
{
    if (!(fabs(got - want) <= tol))
        check_rel(got, want, 0);
}

static void check_case_of(const char *scenario, const char *status, const double want[])
{
    double pmf[MOST] = {0};
    size_t n = law_of(scenario, status, pmf);
    long y = (long)want[Y];
    bool met = y >= (long)want[TARGET];

    check_rel(tn_score_mass(n, pmf, (long)want[TARGET], (long)n), want[P_TARGET], TWELVE);
    check_rel(tn_score_brier(want[P_TARGET], met), want[BRIER], TWELVE);
    check_rel(tn_score_log_event(want[P_TARGET], met), want[LOG_EVENT], TWELVE);
    check_rel(tn_score_ranked(n, pmf, y), want[RANKED], TWELVE);
    check_rel(tn_score_log(n, pmf, y), want[LOG], TWELVE);
    check_rel(tn_score_dawid(n, pmf, y), want[DAWID], TWELVE);
    near(tn_score_quadratic(n, pmf, y), want[QUADRATIC], 1e-12);
    check_rel(tn_score_spherical(n, pmf, y), want[SPHERICAL], TWELVE);
    struct tn_pit pit = tn_pit_of(n, pmf, y);
    near(pit.lower, want[LOWER], 1e-12);
    near(pit.upper, want[UPPER], 1e-12);
    check_rel(tn_score_interval((long)want[Q05], (long)want[Q95], 0.9, y),
              want[INTERVAL90], TWELVE);
    check_rel(tn_score_interval((long)want[Q25], (long)want[Q75], 0.5, y),
              want[INTERVAL50], TWELVE);
}

static void agrees_with_48_scored_forecasts(void **state)
{
    (void)state;
    char line[LINE], scenario[LINE], status[LINE];
    FILE *file = fopen("tests/oracle/scores/scores_count.csv", "r");
    int rows = 0, at;
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file)) {
        double want[COLUMNS];
        assert_int_equal(sscanf(line, "%599[^,],%599[^,]%n", scenario, status, &at), 2);
        for (int c = 0, step = 0; c < COLUMNS; c++, at += step)
            assert_int_equal(sscanf(line + at, ",%lf%n", &want[c], &step), 1);
        check_case_of(scenario, status, want);
        rows++;
    }
    assert_int_equal(rows, 48);
    fclose(file);
}

/* Where P(K = y) is below 1e-16 at the upper end, the oracle loses the forecast, both
 * ends of its stretch being 1 in double precision; it belongs in the last bin. */
static void histograms_agree_with_the_oracle(void **state)
{
    (void)state;
    char line[LINE], scenario[LINE], status[LINE];
    FILE *file = fopen("tests/oracle/scores/scores_pit_nonrandomised.csv", "r");
    int rows = 0, bin;
    long y;
    double want;
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fscanf(file, "%599[^,],%599[^,],%ld,%d,%lf\n", scenario, status, &y, &bin,
                  &want) == 5) {
        double pmf[MOST] = {0}, mass[BINS] = {0};
        size_t n = law_of(scenario, status, pmf);
        tn_pit_add(tn_pit_of(n, pmf, y), BINS, mass);
        bool lost = y == (long)n && pmf[y] < 1e-16;
        near(mass[bin - 1], lost ? bin == BINS : want, 1e-11);
        rows++;
    }
    assert_int_equal(rows, 480);
    fclose(file);
}

static size_t draw_law(double pmf[MOST])
{
    size_t n = 1 + (size_t)(40 * case_uniform(0));
    double sum = 0;
    for (size_t k = 0; k <= n; k++)
        sum += pmf[k] = pow(case_uniform(1 + k), 3);
    for (size_t k = 0; k <= n; k++)
        pmf[k] /= sum;
    return n;
}

static void scores_are_what_their_names_say(void **state)
{
    (void)state;
    for_cases (200) {
        double pmf[MOST], ranked = 0, below = 0, squares = 0, mean = 0, second = 0;
        size_t n = draw_law(pmf), y = (size_t)((double)(n + 1) * case_uniform(60));
        for (size_t k = 0; k <= n; k++) {
            below += pmf[k];
            ranked += pow(below - (y <= k), 2);
            squares += pmf[k] * pmf[k];
            mean += (double)k * pmf[k];
            second += (double)(k * k) * pmf[k];
        }
        double variance = second - mean * mean;
        check_rel(tn_score_ranked(n, pmf, (long)y), ranked, 1e-12);
        check_rel(tn_score_log(n, pmf, (long)y), -log(pmf[y]), 1e-14);
        near(tn_score_quadratic(n, pmf, (long)y), squares - 2 * pmf[y], 1e-14);
        check_rel(tn_score_spherical(n, pmf, (long)y), -pmf[y] / sqrt(squares), 1e-14);
        near(tn_score_dawid(n, pmf, (long)y),
             pow((double)y - mean, 2) / variance + log(variance), 1e-10);
    }
}

typedef double score(size_t n, const double pmf[], long y);

static double expected(score *of, size_t n, const double truth[], const double said[])
{
    double sum = 0;
    for (size_t k = 0; k <= n; k++)
        sum += truth[k] * of(n, said, (long)k);
    return sum;
}

static void nobody_gains_by_saying_something_else(void **state)
{
    (void)state;
    static score *const proper[] = {tn_score_ranked, tn_score_log, tn_score_quadratic,
                                    tn_score_spherical, tn_score_dawid};
    for_cases (200) {
        double truth[MOST], said[MOST], sum = 0;
        size_t n = draw_law(truth);
        for (size_t k = 0; k <= n; k++)
            sum += said[k] = truth[k] * exp(0.2 * case_uniform(100 + k));
        for (size_t k = 0; k <= n; k++)
            said[k] /= sum;
        for (size_t i = 0; i < sizeof proper / sizeof *proper; i++)
            assert_true(expected(proper[i], n, truth, said) >
                        expected(proper[i], n, truth, truth) - 1e-15);
    }
}

static void the_histogram_of_the_true_law_is_flat(void **state)
{
    (void)state;
    for_cases (100) {
        double truth[MOST], mass[BINS] = {0};
        size_t n = draw_law(truth);
        for (size_t y = 0; y <= n; y++) {
            double one[BINS] = {0}, sum = 0;
            tn_pit_add(tn_pit_of(n, truth, (long)y), BINS, one);
            for (int b = 0; b < BINS; b++)
                sum += one[b], mass[b] += truth[y] * one[b];
            check_rel(sum, 1, 1e-12);
        }
        for (int b = 0; b < BINS; b++)
            check_rel(mass[b], 1.0 / BINS, 1e-12);
    }
}

static void sure_forecasts_score_their_distance(void **state)
{
    (void)state;
    static const double sure[] = {0, 0, 1, 0, 0, 0};
    check_rel(tn_score_ranked(5, sure, 5), 3, 0);
    check_rel(tn_score_ranked(5, sure, 0), 2, 0);
    check_rel(tn_score_ranked(5, sure, 2), 0, 0);
    check_rel(tn_score_log(5, sure, 2), 0, 0);
    assert_true(isinf(tn_score_log(5, sure, 3)) && tn_score_log(5, sure, 3) > 0);
    assert_true(isinf(tn_score_dawid(5, sure, 2)) && tn_score_dawid(5, sure, 2) < 0);
    assert_true(isinf(tn_score_dawid(5, sure, 3)) && tn_score_dawid(5, sure, 3) > 0);
    check_rel(tn_score_brier(1, true), 0, 0);
    check_rel(tn_score_log_event(1, true), 0, 0);
    assert_true(isinf(tn_score_log_event(0, true)));
    check_rel(tn_score_mass(5, sure, 2, 2), 1, 0);
    check_rel(tn_score_mass(5, sure, 3, 5), 0, 0);

    double mass[4] = {0};
    tn_pit_add(tn_pit_of(5, sure, 4), 4, mass);   // ruled out: all at the upper end
    check_rel(mass[3], 1, 0);
    tn_pit_add(tn_pit_of(5, sure, 0), 4, mass);
    check_rel(mass[0], 1, 0);
    tn_pit_add(tn_pit_of(5, sure, 2), 4, mass);
    check_rel(mass[1], 0.25, 1e-15);
}

static void interval_scores_charge_for_width_and_misses(void **state)
{
    (void)state;
    check_rel(tn_score_interval(3, 9, 0.8, 5), 6, 0);
    check_rel(tn_score_interval(3, 9, 0.8, 3), 6, 0);
    check_rel(tn_score_interval(3, 9, 0.8, 11), 6 + 2 / 0.2 * 2, 1e-14);
    check_rel(tn_score_interval(3, 9, 0.8, 2), 6 + 2 / 0.2, 1e-14);
}

/* Means of the polynomials over a stretch, by adding up. */
static void moments_are_means_over_the_stretch(void **state)
{
    (void)state;
    enum { STEPS = 20000 };
    for_cases (50) {
        double a = case_uniform(0), b = a + (1 - a) * case_uniform(1), got[2];
        double first = 0, second = 0;
        for (int i = 0; i < STEPS; i++) {
            double x = 2 * (a + (b - a) * (i + 0.5) / STEPS) - 1;
            first += sqrt(3) * x / STEPS;
            second += sqrt(5) * (3 * x * x - 1) / 2 / STEPS;
        }
        tn_pit_moments((struct tn_pit){a, b}, got);
        assert_true(fabs(got[0] - first) < 1e-8 && fabs(got[1] - second) < 1e-8);
    }
}

/* Worked by hand: sums (1, 0), (2, 1), (3, -1), (2, 2), so mean (2, 1/2), scatter
 * (2, -1; -1, 5), mean' scatter^-1 mean = 22.5 / 9, and P(F(2, 2) > f) = 1 / (1 + f). */
static void flatness_is_hotellings(void **state)
{
    (void)state;
    static const double sums[] = {1, 0, 2, 1, 3, -1, 2, 2}, alike[] = {1, 2, 1, 2, 1, 2};
    check_rel(tn_pit_flat(4, sums), 1 / (1 + 4 * 22.5 / 9), 1e-14);
    check_rel(tn_pit_flat(2, sums), (double)NAN, 0);
    check_rel(tn_pit_flat(3, alike), (double)NAN, 0);
    /* One moment is the other but for e: 1 - r^2 is e^2 where both spread alike. */
    for (int nearer = 0; nearer < 2; nearer++) {
        double e = sqrt(nearer ? 5e-13 : 2e-12), near[8];
        for (int g = 0; g < 4; g++) {
            double a = g < 2 ? -1 : 1, b = g % 2 ? 1 : -1;
            near[2 * g] = a, near[2 * g + 1] = a + e * b;
        }
        check_rel(tn_pit_flat(4, near), nearer ? (double)NAN : 1, 0);
    }
}

/* Uniform PITs are called uneven in 5 % of cases at 5 %, with few years too, and when
 * what a year brings shifts all of them together; a wrong law is found. */
static double rejections(int years, int per_year, double shift, double power)
{
    enum { TRIES = 2000 };
    double rejected = 0;
    for (check_case = 1; check_case <= TRIES; check_case++) {
        double sums[40 * TN_PIT_MOMENTS] = {0}, one[TN_PIT_MOMENTS];
        for (int g = 0; g < years; g++) {
            double shock = shift * case_uniform((uint64_t)g);
            for (int i = 0; i < per_year; i++) {
                double u = case_uniform((uint64_t)(100 + g * per_year + i));
                u = pow(fmod(u + shock, 1), power);   // around a circle: stays uniform
                tn_pit_moments((struct tn_pit){u, u}, one);
                sums[2 * g] += one[0], sums[2 * g + 1] += one[1];
            }
        }
        rejected += tn_pit_flat((size_t)years, sums) < 0.05;
    }
    check_case = 0;
    return rejected / TRIES;
}

static void flatness_is_judged_by_years(void **state)
{
    (void)state;
    /* 2,000 tries: a standard error of 0.005 at 0.05. */
    assert_true(fabs(rejections(3, 6, 0, 1) - 0.05) < 0.02);
    assert_true(fabs(rejections(5, 6, 0, 1) - 0.05) < 0.02);
    assert_true(fabs(rejections(12, 30, 0, 1) - 0.05) < 0.02);
    assert_true(fabs(rejections(6, 20, 0.3, 1) - 0.05) < 0.02);
    assert_true(rejections(12, 20, 0, 1.6) > 0.95);
}

/* One score a year: the textbook standard error. Scores repeated within their year tell
 * nothing new: it stays. */
static void means_know_how_many_years_there_are(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    static const double value[] = {1.25, 3.5, 2, 2.5, 7}, undefined[] = {(double)NAN, 4};
    static const size_t year[] = {0, 1, 2, 3, 4};
    double mean = 3.25, ss = 4 + 0.0625 + 1.5625 + 0.5625 + 14.0625;
    struct tn_clustered got = tn_score_mean(&arena, 5, value, 5, year);
    check_rel(got.mean, mean, 1e-15);
    check_rel(got.se, sqrt(ss / 4 / 5), 1e-15);

    double thrice[15];
    size_t of_year[15];
    for (size_t i = 0; i < 15; i++)
        thrice[i] = value[i / 3], of_year[i] = i / 3;
    struct tn_clustered again = tn_score_mean(&arena, 15, thrice, 5, of_year);
    check_rel(again.mean, mean, 1e-15);
    check_rel(again.se, got.se, 1e-14);
    assert_int_equal(again.n, 15);

    got = tn_score_mean(&arena, 2, undefined, 5, year);
    check_rel(got.mean, 4, 0);
    check_rel(got.se, (double)NAN, 0);
    assert_int_equal(got.n, 1);
    got = tn_score_mean(&arena, 1, undefined, 5, year);
    check_rel(got.mean, (double)NAN, 0);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest score_tests[] = {
        cmocka_unit_test(agrees_with_48_scored_forecasts),
        cmocka_unit_test(histograms_agree_with_the_oracle),
        property(scores_are_what_their_names_say),
        property(nobody_gains_by_saying_something_else),
        property(the_histogram_of_the_true_law_is_flat),
        cmocka_unit_test(sure_forecasts_score_their_distance),
        cmocka_unit_test(interval_scores_charge_for_width_and_misses),
        cmocka_unit_test(means_know_how_many_years_there_are),
        property(moments_are_means_over_the_stretch),
        cmocka_unit_test(flatness_is_hotellings),
        cmocka_unit_test(flatness_is_judged_by_years),
    };
    return cmocka_run_group_tests(score_tests, NULL, NULL);
}
