/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: simulation-based calibration, [Talts2018]. Parameters are drawn from the prior,
 * a history from the parameters; then the rank of the truth in the posterior is uniform.
 * Forecasts of a year held out have the coverage they claim. A few histories by default;
 * TN_SLOW=1 takes 300 and 500, some minutes. */
#include "check.h"

#include "tn/num/special.h"
#include "tn/study/fit.h"
#include "tn/study/fitcast.h"
#include "tn/study/generate.h"

#include <stdlib.h>
#include <string.h>

enum { BINS = 10, WATCHED = 6 };

static struct tn_model prior;

static void set_prior(void)
{
    static const double chance[4][2] = {{-1.8, 0.6}, {0.8, 0.5}, {-1.8, 0.6}, {0.5, 0.5}};
    memset(&prior, 0, sizeof prior);
    for (size_t k = 0; k < 4; k++)
        prior.prior[k] = (struct tn_prior){
            .scale = TN_LOGIT, .mean = chance[k][0], .sd = chance[k][1], .stated = true};
    prior.prior[TN_VILLAGE_SD] = (struct tn_prior){
        .scale = TN_LOG, .mean = -1, .sd = 0.5, .stated = true};
    prior.prior[TN_YEAR_SD] = (struct tn_prior){
        .scale = TN_LOG, .mean = -0.8, .sd = 0.4, .stated = true};
    for (size_t id = TN_TO_NEAR_POOR; id < TN_PARAMETERS; id++)
        prior.prior[id].off = true;
}

static int slow(void)
{
    const char *value = getenv("TN_SLOW");
    return value && *value == '1';
}

static double prior_draw(size_t id, uint32_t history)
{
    return prior.prior[id].mean + prior.prior[id].sd * tn_normal_quantile(tn_uniform(
                                                           77, history, (uint32_t)id, 0));
}

/* A history whose parameters come from the prior; truth on the scale of the normals. */
static struct tn_generate drawn(uint32_t history, int years, double truth[WATCHED])
{
    struct tn_generate g = tn_generate_default();
    g.seed = 1000 + history;
    g.years = years;
    for (size_t id = 0; id < WATCHED; id++)
        truth[id] = prior_draw(id, history);
    for (size_t k = 0; k < 4; k++)
        g.chance[k] = tn_expit(truth[k]);
    g.village_sd = exp(truth[TN_VILLAGE_SD]);
    g.year_sd = exp(truth[TN_YEAR_SD]);
    return g;
}

/* The posterior's distribution function at a parameter's truth, from the nodes. */
static double rank(const struct tn_fit *fit, size_t id, double truth)
{
    double below = 0;
    for (size_t k = 0; k < fit->mixed.nodes; k++) {
        const struct tn_mixed_node *node = &fit->mixed.node[k];
        double value = id < 4                ? node->beta[id]
                       : id == TN_VILLAGE_SD ? log(node->sd[0])
                                             : log(node->year_sd);
        below += node->weight * (value < truth ? 1 : value > truth ? 0 : 0.5);
    }
    return below;
}

/* P(chi-square of BINS - 1 = 9 degrees > x), by the closed form for odd degrees. */
static double chi_square_tail(double x)
{
    double term = sqrt(2 * x / acos(-1)) * exp(-x / 2), sum = erfc(sqrt(x / 2));
    for (int k = 1; k < BINS - 1; k += 2) {
        sum += term;
        term *= x / (k + 2);
    }
    return sum;
}

static void ranks_are_uniform(void **state)
{
    (void)state;
    uint32_t histories = slow() ? 300 : 20;
    double count[WATCHED + 1][BINS] = {{0}};
    set_prior();
    for (uint32_t h = 0; h < histories; h++) {
        struct tn_arena arena = {0};
        double truth[WATCHED];
        struct tn_generate g = drawn(h, h % 2 ? 3 : 6, truth);
        struct tn_fit_options options = {.prior = &prior};
        struct tn_fit fit;
        size_t n;
        struct tn_history *row = tn_generate_history(&arena, &g, &n);
        assert_int_equal(tn_fit_of(&arena, n, row, &options, &fit, NULL), TN_OK);
        for (size_t id = 0; id < WATCHED; id++) {
            double r = rank(&fit, id, truth[id]);
            count[id][r >= 1 ? BINS - 1 : (int)(r * BINS)]++;
        }
        const struct tn_fit_area *area = &fit.area[h % 11];
        size_t number = (size_t)strtol(area->name + 2, NULL, 10) - 1;
        double z = (tn_generate_village(&g, 0, 0, number) - area->effect.mean) /
                   area->effect.sd;
        double r = tn_normal_cdf(z);
        count[WATCHED][r >= 1 ? BINS - 1 : (int)(r * BINS)]++;
        tn_arena_free(&arena);
    }
    for (size_t id = 0; id <= WATCHED; id++) {
        double chi = 0, expected = (double)histories / BINS;
        for (size_t b = 0; b < BINS; b++)
            chi += (count[id][b] - expected) * (count[id][b] - expected) / expected;
        print_message("parameter %zu: chi-square %.2f, p %.3f\n", id, chi,
                      chi_square_tail(chi));
        assert_true(chi_square_tail(chi) > (slow() ? 0.01 : 1e-4));
    }
}

/* What is asked of a year: all poor households that exit. */
static size_t ask_poor(const struct tn_history *row, size_t n, int year,
                       struct tn_fitcast_row ask[], long *at_risk, long *exits,
                       long *plan)
{
    size_t rows = 0;
    *at_risk = *exits = *plan = 0;
    for (size_t i = 0; i < n; i++) {
        if (row[i].year != year || row[i].status != TN_POOR)
            continue;
        ask[rows++] = (struct tn_fitcast_row){
            row[i].village, "", "", TN_POOR, row[i].planned, row[i].at_risk, NULL};
        *at_risk += row[i].at_risk;
        *exits += row[i].exits;
        *plan += row[i].planned ? row[i].at_risk : 0;
    }
    return rows;
}

/* 11 villages x 6 years, the seventh forecast: 80 % intervals cover 75 to 85 %, and the
 * ranked probability score is at least 20 % below that of 'the plan comes true'. */
static void forecasts_of_a_year_held_out_are_honest(void **state)
{
    (void)state;
    uint32_t histories = slow() ? 500 : 12;
    double covered = 0, expected = 0, model = 0, plan = 0;
    set_prior();
    for (uint32_t h = 0; h < histories; h++) {
        struct tn_arena arena = {0};
        double truth[WATCHED];
        struct tn_generate g = drawn(5000 + h, 7, truth);
        struct tn_fit_options options = {.prior = &prior, .quick = true};
        struct tn_fit fit;
        struct tn_fitcast_row ask[64];
        size_t n, past = 0;
        struct tn_history *row = tn_generate_history(&arena, &g, &n);
        struct tn_history *before = tn_new(&arena, struct tn_history, n);
        for (size_t i = 0; i < n; i++)
            if (row[i].year < g.first_year + 6)
                before[past++] = row[i];
        assert_int_equal(tn_fit_of(&arena, past, before, &options, &fit, NULL), TN_OK);
        long at_risk, exits, quota;
        size_t rows = ask_poor(row, n, g.first_year + 6, ask, &at_risk, &exits, &quota);
        double *pmf = tn_new(&arena, double, (size_t)at_risk + 1), below = 0;
        tn_fitcast_law(&arena, &fit, rows, ask, 0, pmf);
        long low = -1, high = -1;
        for (long k = 0; k <= at_risk; k++) {
            below += pmf[k];
            low = low < 0 && below >= 0.1 ? k : low;
            high = high < 0 && below >= 0.9 ? k : high;
            model += (below - (k >= exits)) * (below - (k >= exits));
        }
        plan += fabs((double)(exits - quota));
        covered += exits >= low && exits <= high;
        for (long k = low; k <= high; k++)
            expected += pmf[k];
        tn_arena_free(&arena);
    }
    double n = histories;
    print_message("80 %% intervals cover %.1f %% (their own law: %.1f %%); ranked score "
                  "%.3f, of the plan %.3f, %.1f %% less\n",
                  100 * covered / n, 100 * expected / n, model / n, plan / n,
                  100 * (1 - model / plan));
    assert_true(model < 0.8 * plan);
    if (slow())
        assert_true(covered / n >= 0.75 && covered / n <= 0.85);
}

int main(void)
{
    const struct CMUnitTest calibration[] = {
        cmocka_unit_test(ranks_are_uniform),
        cmocka_unit_test(forecasts_of_a_year_held_out_are_honest),
    };
    return cmocka_run_group_tests(calibration, NULL, NULL);
}
