/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: histories made from known parameters (tn/study/generate.h): a big one gives
 * them back; small and degenerate ones lean on the prior. */
#include "check.h"

#include "tn/num/philox.h"
#include "tn/num/special.h"
#include "tn/study/fit.h"
#include "tn/study/fitcast.h"
#include "tn/study/generate.h"

#include <stdlib.h>
#include <string.h>

static const struct tn_model *prior_model(void)
{
    static struct tn_model model;
    static const double chance[4][2] = {{-2, 0.8}, {1, 0.6}, {-2, 0.8}, {0.6, 0.6}};
    memset(&model, 0, sizeof model);
    for (size_t k = 0; k < 4; k++)
        model.prior[k] = (struct tn_prior){
            .scale = TN_LOGIT, .mean = chance[k][0], .sd = chance[k][1], .stated = true};
    model.prior[TN_VILLAGE_SD] = (struct tn_prior){
        .scale = TN_LOG, .mean = -1, .sd = 0.5, .stated = true};
    model.prior[TN_YEAR_SD] = (struct tn_prior){
        .scale = TN_LOG, .mean = -0.7, .sd = 0.4, .stated = true};
    model.prior[TN_TO_NEAR_POOR] = (struct tn_prior){
        .scale = TN_LOGIT, .mean = 0.2, .sd = 0.8, .stated = true};
    model.prior[TN_NEAR_TO_POOR].off = true;
    model.prior[TN_ENTRY_POOR] = (struct tn_prior){
        .scale = TN_LOG, .mean = 0, .sd = 0.7, .stated = true};
    model.prior[TN_ENTRY_NEAR_POOR] = model.prior[TN_ENTRY_POOR];
    return &model;
}

static struct tn_fit fitted(struct tn_arena *arena, size_t n,
                            const struct tn_history row[])
{
    struct tn_fit_options options = {.prior = prior_model(), .all_households = 2500};
    struct tn_fit fit;
    assert_int_equal(tn_fit_of(arena, n, row, &options, &fit, NULL), TN_OK);
    return fit;
}

static void a_long_history_gives_its_truth_back(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    size_t n;
    g.villages = 60;
    g.years = 12;
    g.poor = 25;
    g.near_poor = 20;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    struct tn_fit fit = fitted(&arena, n, row);
    for (size_t k = 0; k < 4; k++) {
        const struct tn_fit_change *c = &fit.change[k];
        assert_true(c->learned);
        assert_true(fabs(c->mean - tn_logit(g.chance[k])) < 3.5 * c->sd);
        assert_true(c->sd < 0.2);
    }
    assert_true(fabs(fit.change[TN_VILLAGE_SD].posterior.q50 - 0.3) < 0.1);
    assert_true(fabs(fit.change[TN_TO_NEAR_POOR].posterior.q50 - 0.5) < 0.05);
    double worst = 0;
    for (size_t v = 0; v < 60; v++) {
        size_t number = (size_t)strtol(fit.area[v].name + 2, NULL, 10) - 1;
        double z = (fit.area[v].effect.mean - tn_generate_village(&g, 0, 0, number)) /
                   fit.area[v].effect.sd;
        worst = fmax(worst, fabs(z));
    }
    assert_true(worst < 4.5 && worst > 1);
    assert_int_equal(fit.levels, 1);
    assert_true(fit.rows <= n);
    tn_arena_free(&arena);
}

static void communes_become_a_level(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    size_t n;
    g.districts = 3;
    g.communes = 4;
    g.villages = 5;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    struct tn_fit fit = fitted(&arena, n, row);
    assert_int_equal(fit.levels, 3);
    assert_int_equal(fit.areas, 60 + 12 + 3);
    assert_true(fit.upper_sd[1].q50 > 0.1 && fit.upper_sd[1].q50 < 1);
    size_t rows;
    struct tn_parameter *p = tn_fit_parameters(&arena, &fit, &rows);
    assert_int_equal(rows, TN_PARAMETERS);   // no commune was asked for
    assert_string_equal(p[0].name, "unplanned");
    struct tn_fit_options options = {.prior = prior_model(), .commune = "X 2.3"};
    struct tn_fit own;
    assert_int_equal(tn_fit_of(&arena, n, row, &options, &own, NULL), TN_OK);
    p = tn_fit_parameters(&arena, &own, &rows);
    assert_int_equal(rows, TN_PARAMETERS + 5 + 1);
    assert_string_equal(p[rows - 2].name, "village:T 5");
    assert_string_equal(p[rows - 1].name, "commune:X 2.3");
    check_rel(p[rows - 1].mean, own.mixed.effect[1][6].mean + own.mixed.effect[2][1].mean,
              0);
    assert_int_equal(own.which[2], 2);
    /* A new commune's chances are less sure than those of one in the history. */
    assert_true(fit.change[0].sd > own.change[0].sd);
    /* Nor are those of a new commune in a district that is in it as wide as elsewhere. */
    options.commune = "new";
    options.district = "H 2";
    struct tn_fit near;
    assert_int_equal(tn_fit_of(&arena, n, row, &options, &near, NULL), TN_OK);
    assert_true(near.change[0].sd > own.change[0].sd);
    check_rel(near.change[0].mean, near.mixed.beta[0].mean + near.mixed.effect[2][1].mean,
              0);
    assert_true(fit.doubt[TN_FIT_FEW_ABOVE]);
    tn_arena_free(&arena);
}

/* Levels that hold the same areas are one. */
static void levels_that_are_one_are_taken_together(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    size_t n;
    g.districts = 5;
    g.communes = 2;
    g.villages = 1;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    struct tn_fit fit = fitted(&arena, n, row);
    assert_true(fit.doubt[TN_FIT_ONE_VILLAGE_EACH] &&
                !fit.doubt[TN_FIT_ONE_COMMUNE_EACH]);
    assert_int_equal(fit.levels, 2);
    assert_int_equal(fit.which[1], 2);
    assert_false(fit.doubt[TN_FIT_FEW_ABOVE]);
    g.communes = 1;
    g.villages = 3;
    row = tn_generate_history(&arena, &g, &n);
    fit = fitted(&arena, n, row);
    assert_true(fit.doubt[TN_FIT_ONE_COMMUNE_EACH] &&
                !fit.doubt[TN_FIT_ONE_VILLAGE_EACH]);
    assert_int_equal(fit.levels, 2);
    assert_int_equal(fit.which[1], 1);
    g.communes = 2;
    g.districts = 1;
    row = tn_generate_history(&arena, &g, &n);
    fit = fitted(&arena, n, row);
    assert_true(fit.doubt[TN_FIT_FEW_ABOVE] && fit.levels == 2);
    tn_arena_free(&arena);
}

static void rows_in_any_order_give_the_same_fit(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    size_t n;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    struct tn_fit a = fitted(&arena, n, row);
    for (size_t i = 0; i < n / 2; i++) {
        struct tn_history swap = row[i];
        row[i] = row[n - 1 - i];
        row[n - 1 - i] = swap;
    }
    struct tn_fit b = fitted(&arena, n, row);
    for (size_t k = 0; k < TN_PARAMETERS; k++)
        check_rel(a.change[k].mean, b.change[k].mean, 0);
    tn_arena_free(&arena);
}

static void poor_histories_say_what_they_lack(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_history row[] = {
        {.year = 2021,
         .village = "A",
         .commune = "",
         .district = "",
         .at_risk = 6,
         .to_near_poor = TN_UNKNOWN,
         .entries = TN_UNKNOWN,
         .to_poor = TN_UNKNOWN},
        {.year = 2021,
         .village = "A",
         .commune = "",
         .district = "",
         .at_risk = 3,
         .planned = true,
         .to_near_poor = TN_UNKNOWN,
         .entries = TN_UNKNOWN,
         .to_poor = TN_UNKNOWN},
    };
    struct tn_fit fit = fitted(&arena, 2, row);
    assert_true(fit.doubt[TN_FIT_NO_EXITS] && fit.doubt[TN_FIT_ONE_AREA]);
    assert_true(fit.doubt[TN_FIT_ONE_YEAR] && fit.doubt[TN_FIT_NO_ROWS_OF]);
    assert_true(!fit.doubt[TN_FIT_SEPARATED] && !fit.doubt[TN_FIT_ALL_EXIT]);
    check_rel(fit.change[TN_UNPLANNED_NEAR_POOR].mean, -2, 2e-3);
    check_rel(fit.change[TN_UNPLANNED_NEAR_POOR].sd, 0.8, 2e-3);
    assert_true(fit.change[TN_PLANNED_POOR].mean < 1);
    row[0].exits = 6;
    row[1].exits = 3;
    fit = fitted(&arena, 2, row);
    assert_true(fit.doubt[TN_FIT_ALL_EXIT]);
    row[1].exits = 1;
    fit = fitted(&arena, 2, row);
    assert_true(fit.doubt[TN_FIT_SEPARATED]);
    row[0].at_risk = row[1].at_risk = 0;
    struct tn_fit_options options = {.prior = prior_model()};
    struct tn_err err;
    assert_int_equal(tn_fit_of(&arena, 2, row, &options, &fit, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN], "no row of history.csv has a household at risk");
    tn_arena_free(&arena);
}

/* The law of a year to come: sums to 1, and its mean agrees with that of all nodes. */
static void a_forecast_is_a_law(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    size_t n, last = 0, rows = 0;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    struct tn_fit_options options = {.prior = prior_model(), .quick = true};
    struct tn_fit fit;
    assert_int_equal(tn_fit_of(&arena, n, row, &options, &fit, NULL), TN_OK);
    struct tn_fitcast_row ask[40];
    for (size_t i = 0; i < n; i++)
        if (row[i].year == 2023 && row[i].status == TN_POOR) {
            ask[rows++] = (struct tn_fitcast_row){
                row[i].village, "", "", TN_POOR, row[i].planned, row[i].at_risk, NULL};
            last += (size_t)row[i].at_risk;
        }
    ask[0].village = ask[1].village = "new";
    double *pmf = tn_new(&arena, double, last + 1), sum = 0, mean = 0, want = 0;
    tn_fitcast_law(&arena, &fit, rows, ask, SIZE_MAX, pmf);
    for (size_t k = 0; k <= last; k++) {
        sum += pmf[k];
        mean += (double)k * pmf[k];
    }
    check_rel(sum, 1, 1e-12);
    for (size_t i = 0; i < rows; i++) {
        double own = 0;
        for (size_t k = 0; k < fit.mixed.nodes; k++) {
            const struct tn_mixed_node *node = &fit.mixed.node[k];
            size_t area = SIZE_MAX;
            for (size_t a = 0; a < fit.areas; a++)
                if (strcmp(fit.area[a].name, ask[i].village) == 0)
                    area = a;
            double m = area == SIZE_MAX ? 0 : node->effect[area].mean;
            double s = area == SIZE_MAX ? node->sd[0] : node->effect[area].sd;
            double base = node->beta[tn_chance_id(TN_POOR, ask[i].planned)];
            double all = sqrt(s * s + node->year_sd * node->year_sd), p = 0;
            for (double z = -6; z <= 6; z += 0.25)
                p += 0.25 * exp(-z * z / 2) / sqrt(2 * acos(-1)) *
                     tn_expit(base + m + all * z);
            own += node->weight * p;
        }
        want += own * (double)ask[i].at_risk;
    }
    check_rel(mean, want, 2e-4);   // trapezoids and Gauss-Hermite of a year's effect
    tn_arena_free(&arena);
}

/* One household a row: a term of the model, and terms that the rows alone ask for, come
 * back; the posterior of a term is that of the same rows counted by what they show. */
static void single_households_teach_household_terms(void **state)
{
    (void)state;
    enum { HOUSEHOLDS = 6000 };
    static const char *illness[] = {"illness"};
    static const double no_worker = -1.2, ill = 0.7;
    struct tn_arena arena = {0};
    struct tn_history *row = tn_new(&arena, struct tn_history, HOUSEHOLDS);
    for (uint32_t i = 0; i < HOUSEHOLDS; i++) {
        struct tn_history *h = &row[i];
        double u = tn_uniform(11, i, 0, 1);
        *h = (struct tn_history){.year = 2019 + (int)(i % 3),
                                 .village = tn_say(&arena, TN_EN, "v%u", "v%u", i % 17),
                                 .commune = "",
                                 .district = "",
                                 .status = (enum tn_status)(i / 3 % 2),
                                 .planned = i / 7 % 2,
                                 .at_risk = 1,
                                 .to_near_poor = TN_UNKNOWN,
                                 .entries = TN_UNKNOWN,
                                 .to_poor = TN_UNKNOWN,
                                 .household = tn_say(&arena, TN_EN, "h%u", "h%u", i),
                                 .members = TN_UNKNOWN,
                                 .workers = tn_uniform(11, i, 0, 2) < 0.3 ? 0 : 2,
                                 .causes = tn_uniform(11, i, 0, 3) < 0.4,
                                 .cause = illness};
        double logit = (h->planned ? 0.4 : -1.3) + (h->workers == 0 ? no_worker : 0) +
                       (h->causes ? ill : 0);
        h->exits = u < tn_expit(logit);
    }
    struct tn_fit own = fitted(&arena, HOUSEHOLDS, row);
    assert_int_equal(own.terms, 2);   // no member is known, so no share of workers
    for (size_t t = 0; t < own.terms; t++) {
        const struct tn_fit_term *term = &own.term[t];
        bool worker = strcmp(term->name, "no_worker") == 0;
        if (!worker)
            assert_string_equal(term->name, "cause:illness");
        assert_true(term->own && term->rows > 1000 && term->sd < 0.1);
        assert_true(fabs(term->mean - (worker ? no_worker : ill)) < 3.5 * term->sd);
    }

    struct tn_term fixed = {"no_worker", TN_UNKNOWN, {.mean = 0.31, .sd = 0}};
    struct tn_model model = *prior_model();
    fixed.prior.scale = TN_IDENTITY;
    model.terms = 1;
    model.term = &fixed;
    struct tn_fit_options options = {.prior = &model};
    struct tn_fit fit;
    size_t n;
    assert_int_equal(tn_fit_of(&arena, HOUSEHOLDS, row, &options, &fit, NULL), TN_OK);
    assert_int_equal(fit.terms, 1);
    check_rel(fit.term[0].mean, 0.31, 0);
    check_rel(fit.term[0].sd, 0, 0);
    struct tn_parameter *out = tn_fit_parameters(&arena, &own, &n);
    assert_int_equal(n, TN_PARAMETERS + 2 + 17);
    check_rel(out[TN_PARAMETERS].mean, own.term[0].mean, 0);
    tn_arena_free(&arena);
}

/* The falls of the near-poor are those of the households that do not leave. */
static void falls_are_learned_where_they_are_counted(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    struct tn_model model = *prior_model();
    size_t n;
    g.near_to_poor = 0.13;
    g.near_poor = 40;
    g.years = 12;
    struct tn_history *row = tn_generate_history(&arena, &g, &n);
    model.prior[TN_NEAR_TO_POOR] = (struct tn_prior){
        .scale = TN_LOGIT, .mean = -3.9, .sd = 0.7, .stated = true};
    struct tn_fit_options options = {.prior = &model};
    struct tn_fit fit;
    assert_int_equal(tn_fit_of(&arena, n, row, &options, &fit, NULL), TN_OK);
    const struct tn_fit_change *c = &fit.change[TN_NEAR_TO_POOR];
    assert_true(c->learned);
    check_rel(c->rows, 12, 0);
    assert_true(fabs(c->posterior.q50 - 0.13) < 0.02);
    for (size_t i = 0; i < n; i++)
        row[i].to_poor = TN_UNKNOWN;
    assert_int_equal(tn_fit_of(&arena, n, row, &options, &fit, NULL), TN_OK);
    assert_false(c->learned);
    check_rel(c->mean, -3.9, 0);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest fit[] = {
        cmocka_unit_test(a_long_history_gives_its_truth_back),
        cmocka_unit_test(communes_become_a_level),
        cmocka_unit_test(levels_that_are_one_are_taken_together),
        cmocka_unit_test(rows_in_any_order_give_the_same_fit),
        cmocka_unit_test(poor_histories_say_what_they_lack),
        cmocka_unit_test(a_forecast_is_a_law),
        cmocka_unit_test(single_households_teach_household_terms),
        cmocka_unit_test(falls_are_learned_where_they_are_counted),
    };
    return cmocka_run_group_tests(fit, NULL, NULL);
}
