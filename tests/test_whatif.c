/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: forecasts of models changed by hand; for support, every set of so many
 * households tried on communes of 8. */
#include "check.h"

#include <stdbool.h>
#include <string.h>

#include "tn/study/whatif.h"

static struct tn_arena arena;
static struct tn_commune commune;
static struct tn_model model;

static int read_plan(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_err err = {0};
    struct tn_model_rows rows;
    struct tn_read_options options = {0};

    return tn_commune_read(&arena, "data/cam-binh-2024", &options, &commune, &findings,
                           &err) != TN_OK ||
           tn_model_read(&arena, "tests/oracle/elicited-model.csv", &options, &rows,
                         &findings, &err) != TN_OK ||
           tn_model_from(&arena, &rows, NULL, &model, &findings, &err) != TN_OK;
}

static int done(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static struct tn_forecast exact(const struct tn_commune *c, const struct tn_model *m)
{
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast forecast;
    struct tn_err err = {0};

    assert_int_equal(tn_forecast_of(&arena, c, m, &options, &forecast, &err), TN_OK);
    return forecast;
}

static struct tn_whatif whatif(const struct tn_scenario *s, enum tn_method method)
{
    struct tn_forecast_options options = {.method = method, .seed = 3, .error = 4e-3};
    struct tn_model with = model;
    struct tn_whatif w;
    struct tn_err err = {0};

    with.scenario = s;
    assert_int_equal(tn_whatif_of(&arena, &commune, &with, &options, &w, &err), TN_OK);
    return w;
}

static void a_scenario_that_changes_nothing_changes_nothing(void **state)
{
    (void)state;
    struct tn_scenario none = {0};
    struct tn_whatif w = whatif(&none, TN_CONDITIONAL);

    for (int s = 0; s < TN_STATUSES; s++) {
        check_rel(w.quota_met[s].p, 0, 0);
        check_rel(w.quota_met[s].error, 0, 0);
        check_rel(w.net_met[s].p, 0, 0);
    }
}

/* All poor households half a logit up is a model with both intercepts half a logit up. */
static void a_shift_of_all_is_a_shift_of_the_intercepts(void **state)
{
    (void)state;
    struct tn_adjustment a = {tn_select_all(), false, 0.5};
    a.who.status = TN_POOR;
    struct tn_scenario s = {1, &a};
    struct tn_whatif w = whatif(&s, TN_EXACT);
    struct tn_model moved = model;
    moved.prior[TN_PLANNED_POOR].mean += 0.5;
    moved.prior[TN_UNPLANNED_POOR].mean += 0.5;
    struct tn_forecast want = exact(&commune, &moved);

    check_rel(w.scenario.commune.status[TN_POOR].quota_met.p,
              want.commune.status[TN_POOR].quota_met.p, 1e-10);
    check_rel(w.scenario.both.p, want.both.p, 1e-9);
    check_rel(w.quota_met[TN_POOR].p,
              want.commune.status[TN_POOR].quota_met.p -
                  exact(&commune, &model).commune.status[TN_POOR].quota_met.p,
              1e-9);
    check_rel(w.quota_met[TN_NEAR_POOR].p, 0, 0);
}

/* Common points: what both forecasts share drops out of the difference. */
static void differences_are_surer_than_what_they_differ(void **state)
{
    (void)state;
    struct tn_adjustment a = {tn_select_all(), false, 0.2};
    a.who.village = 4;
    struct tn_scenario s = {1, &a};
    struct tn_whatif w = whatif(&s, TN_CONDITIONAL);

    for (int i = 0; i < TN_STATUSES; i++) {
        double alone = w.plan.commune.status[i].quota_met.error;
        assert_true(w.quota_met[i].p > 0);
        assert_true(w.quota_met[i].error > 0);
        assert_true(w.quota_met[i].error < 0.25 * alone);
        check_rel(w.quota_met[i].p,
                  w.scenario.commune.status[i].quota_met.p -
                      w.plan.commune.status[i].quota_met.p,
                  1e-9);
    }
}

/* ---- sensitivity ---- */

static void each_swing_is_a_forecast_at_that_quantile(void **state)
{
    (void)state;
    struct tn_sensitivity s = tn_sensitivity_of(&arena, &commune, &model);
    struct tn_forecast middle = exact(&commune, &model);
    bool seen = false;

    assert_int_equal(s.swings, tn_model_uncertain(&model));
    check_rel(s.middle.met[TN_POOR], middle.commune.status[TN_POOR].quota_met.p, 1e-8);
    check_rel(s.middle.end[TN_NEAR_POOR], middle.commune.status[TN_NEAR_POOR].flow.end,
              1e-8);
    for (size_t i = 0; i < s.swings; i++) {
        const struct tn_swing *w = &s.swing[i];
        assert_true(w->low < w->high);
        if (strcmp(w->name, "planned") != 0 || w->status != TN_POOR)
            continue;
        struct tn_model moved = model;
        moved.prior[TN_PLANNED_POOR].mean = tn_prior_scaled(&model.prior[TN_PLANNED_POOR],
                                                            1.6448536269514722);
        struct tn_forecast high = exact(&commune, &moved);
        check_rel(w->at_high.met[TN_POOR], high.commune.status[TN_POOR].quota_met.p,
                  1e-8);
        check_rel(w->at_high.both, high.both.p, 1e-7);
        check_rel(w->at_high.exits[TN_POOR], high.commune.status[TN_POOR].exits.mean,
                  1e-8);
        check_rel(w->at_low.met[TN_NEAR_POOR],
                  middle.commune.status[TN_NEAR_POOR].quota_met.p, 1e-8);
        seen = true;
    }
    assert_true(seen);
}

static double reach(const struct tn_swing *w)
{
    return fmax(fabs(w->at_high.met[0] - w->at_low.met[0]),
                fabs(w->at_high.met[1] - w->at_low.met[1]));
}

static void the_widest_swing_stands_first(void **state)
{
    (void)state;
    struct tn_sensitivity s = tn_sensitivity_of(&arena, &commune, &model);

    for (size_t i = 1; i < s.swings; i++)
        assert_true(reach(&s.swing[i - 1]) >= reach(&s.swing[i]));
    assert_true(reach(&s.swing[0]) > 0.3);
}

/* ---- support ---- */

enum { EIGHT = 8, THREE = 3 };

static const char *const name[] = {"A", "B", "C"};
static const char *const code[] = {"H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8"};

static struct tn_village village[THREE];
static struct tn_household household[EIGHT];

/* Eight listed poor households whose chances differ by working share and plan mark. */
static struct tn_commune small(void)
{
    struct tn_commune c = {.villages = THREE,
                           .village = village,
                           .households_listed = EIGHT,
                           .household = household,
                           .households = {EIGHT, 0},
                           .households_total = TN_UNKNOWN,
                           .base_year = 2023,
                           .plan_year = 2024};

    for (size_t v = 0; v < THREE; v++)
        village[v] = (struct tn_village){.name = name[v], .all_households = TN_UNKNOWN};
    for (size_t i = 0; i < EIGHT; i++) {
        household[i] = (struct tn_household){
            .code = code[i],
            .village = (size_t)(THREE * case_uniform(10 + i)),
            .planned = case_uniform(20 + i) < 0.5,
            .members = 4,
            .workers = (long)(5 * case_uniform(30 + i))};
        village[household[i].village].households[TN_POOR]++;
        village[household[i].village].quota[TN_POOR] += household[i].planned;
    }
    c.quota[TN_POOR] = 2 + (long)(6 * case_uniform(40));
    return c;
}

static struct tn_model small_model(struct tn_term *term)
{
    struct tn_model m = model;

    *term = (struct tn_term){
        .name = "working_share",
        .status = TN_UNKNOWN,
        .prior = {.scale = TN_IDENTITY, .mean = 1.4, .stated = true}};
    m.terms = 1;
    m.term = term;
    return m;
}

/* P(quota met) if the households whose bits are set are supported. */
static double met_with(const struct tn_commune *c, const struct tn_model *m, unsigned set,
                       double shift)
{
    struct tn_adjustment a[EIGHT];
    struct tn_scenario s = {0, a};
    struct tn_model with = *m;

    for (size_t i = 0; i < EIGHT; i++)
        if (set >> i & 1) {
            bool sure = isinf(shift);
            a[s.n] = (struct tn_adjustment){tn_select_all(), sure, sure ? 1 : shift};
            a[s.n++].who.household = code[i];
        }
    with.scenario = &s;
    return exact(c, &with).commune.status[TN_POOR].quota_met.p;
}

static double best_of_all(const struct tn_commune *c, const struct tn_model *m,
                          int households, double shift)
{
    double best = 0;

    for (unsigned set = 0; set < 1u << EIGHT; set++)
        if (__builtin_popcount(set) == households)
            best = fmax(best, met_with(c, m, set, shift));
    return best;
}

/* The set of households that stands for the classes of the first steps. */
static unsigned set_of(const struct tn_support *s, size_t steps)
{
    unsigned set = 0;

    for (size_t k = 0; k < steps; k++)
        for (size_t i = 0; i < EIGHT; i++)
            if (s->classes.of_household[i] == s->class[k] && !(set >> i & 1)) {
                set |= 1u << i;
                break;
            }
    return set;
}

/* Greedy falls short of the best set of three by 0.002 at most (seen: 0.00052). */
static void support_goes_to_almost_the_best_set(void **state)
{
    (void)state;
    double worst = 0;

    for_cases (12) {
        struct tn_commune c = small();
        struct tn_term term;
        struct tn_model m = small_model(&term);
        struct tn_support_options options = {.status = TN_POOR,
                                             .households = 3,
                                             .shift = check_case % 2 ? (double)INFINITY
                                                                     : 1.3,
                                             .forecast = {.method = TN_EXACT}};
        struct tn_support s = tn_support_of(&arena, &c, &m, &options);

        assert_int_equal(s.steps, 3);
        for (size_t k = 0; k <= s.steps; k++)
            check_rel(1 + s.met[k], 1 + met_with(&c, &m, set_of(&s, k), options.shift),
                      1e-9);
        check_rel(1 + s.met[1], 1 + best_of_all(&c, &m, 1, options.shift), 1e-9);
        worst = fmax(worst, best_of_all(&c, &m, 3, options.shift) - s.met[3]);
    }
    print_message("greedy falls short of the best three by %.2g at most\n", worst);
    assert_true(worst < 0.002);
}

static void support_ends_with_the_last_household(void **state)
{
    (void)state;
    check_case = 1;
    struct tn_commune c = small();
    check_case = 0;
    struct tn_term term;
    struct tn_model m = small_model(&term);
    struct tn_support_options options = {.status = TN_POOR,
                                         .households = 20,
                                         .shift = (double)INFINITY,
                                         .forecast = {.method = TN_EXACT}};
    struct tn_support s = tn_support_of(&arena, &c, &m, &options);

    assert_int_equal(s.steps, EIGHT);
    check_rel(s.met[EIGHT], 1, 1e-12);
    for (size_t k = 1; k <= s.steps; k++)
        assert_true(s.met[k] >= s.met[k - 1] - 1e-12);
    options.status = TN_NEAR_POOR;
    assert_int_equal(tn_support_of(&arena, &c, &m, &options).steps, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_that_changes_nothing_changes_nothing),
        cmocka_unit_test(a_shift_of_all_is_a_shift_of_the_intercepts),
        cmocka_unit_test(differences_are_surer_than_what_they_differ),
        cmocka_unit_test(each_swing_is_a_forecast_at_that_quantile),
        cmocka_unit_test(the_widest_swing_stands_first),
        property(support_goes_to_almost_the_best_set),
        cmocka_unit_test(support_ends_with_the_last_household),
    };
    return cmocka_run_group_tests(tests, read_plan, done);
}
