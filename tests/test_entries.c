/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relapsed and new households of a year. Oracles: entries = rate x thousands of nonpoor
 * households, in closed form, in all and by village; drawing every household. */
#include "check.h"

#include <math.h>

#include "tn/base/memory.h"
#include "tn/study/forecast.h"
#include "tn/study/setup.h"
#include "tn/study/simulate.h"

static struct tn_arena arena;

enum { VILLAGES = 3, DRAWS = 50000 };

static const double rate[TN_STATUSES] = {1.25, 2.5};   // a thousand nonpoor households

static const struct {
    long total, all[VILLAGES], base[VILLAGES][TN_STATUSES];
    double share[VILLAGES];
} cases[] = {
    /* villages that add up, and beside another total */
    {6040, {1010, 2010, 3020}, {{6, 4}, {3, 7}, {11, 9}}, {1.0 / 6, 2.0 / 6, 3.0 / 6}},
    {9040, {1010, 2010, 3020}, {{6, 4}, {3, 7}, {11, 9}}, {1.0 / 6, 2.0 / 6, 3.0 / 6}},
    /* one that does not say; one of fewer than its poor */
    {6040, {1010, TN_UNKNOWN, 3020}, {{6, 4}, {3, 7}, {11, 9}}, {0.25, 0.25, 0.5}},
    {6040, {8, 2010, 3020}, {{6, 4}, {3, 7}, {11, 9}}, {0, 0.4, 0.6}},
    /* nobody is poor; all are */
    {6000, {TN_UNKNOWN, TN_UNKNOWN, 4}, {{0}}, {1.0 / 3, 1.0 / 3, 1.0 / 3}},
    {6000, {1500, 1500, 3000}, {{0}}, {0.25, 0.25, 0.5}},
    {40, {10, 10, 20}, {{6, 4}, {3, 7}, {11, 9}}, {0}},
};

enum { CASES = sizeof cases / sizeof *cases };

static struct tn_commune commune_of(size_t i)
{
    struct tn_village *village = tn_new(&arena, struct tn_village, VILLAGES);
    struct tn_commune c = {.name = "Mẫu",
                           .plan_year = 2024,
                           .base_year = 2023,
                           .households_total = cases[i].total,
                           .villages = VILLAGES,
                           .village = village};

    for (size_t v = 0; v < VILLAGES; v++) {
        village[v] = (struct tn_village){.name = "ABC" + v,
                                         .all_households = cases[i].all[v]};
        for (int s = 0; s < TN_STATUSES; s++) {
            village[v].households[s] = cases[i].base[v][s];
            c.households[s] += cases[i].base[v][s];
        }
    }
    return c;
}

static struct tn_model fixed_model(void)
{
    struct tn_model model = {.terms = 0};

    for (size_t i = 0; i < TN_PARAMETERS; i++)
        model.prior[i] = (struct tn_prior){
            .scale = i < TN_VILLAGE_SD || (i > TN_YEAR_SD && i < TN_ENTRY_POOR) ? TN_LOGIT
                                                                                : TN_LOG,
            .mean = -1,
            .stated = true};
    for (int s = 0; s < TN_STATUSES; s++)
        model.prior[TN_ENTRY_POOR + s].mean = log(rate[s]);
    return model;
}

static void villages_add_up_to_the_commune(void **state)
{
    (void)state;
    struct tn_model model = fixed_model();
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast f;
    struct tn_err err;

    for (size_t i = 0; i < CASES; i++) {
        struct tn_commune c = commune_of(i);
        double nonpoor = (double)(c.households_total - c.households[TN_POOR] -
                                  c.households[TN_NEAR_POOR]);
        assert_int_equal(tn_forecast_of(&arena, &c, &model, &options, &f, &err), TN_OK);
        for (int s = 0; s < TN_STATUSES; s++) {
            double want = rate[s] * nonpoor / 1000;
            check_rel(f.commune.status[s].flow.entry, want, 1e-12);
            for (size_t v = 0; v < VILLAGES; v++)
                check_rel(f.village[v].status[s].flow.entry, cases[i].share[v] * want,
                          1e-12);
        }
    }
}

static void drawing_every_household_agrees(void **state)
{
    (void)state;
    struct tn_model model = fixed_model();
    const struct tn_simulate_options options = {.draws = DRAWS, .seed = 7};
    struct tn_simulation s;
    struct tn_err err;

    for (size_t i = 0; i < CASES; i++) {
        struct tn_commune c = commune_of(i);
        assert_int_equal(tn_simulate_plan(&arena, &c, &model, &options, &s, &err), TN_OK);
        for (int status = 0; status < TN_STATUSES; status++) {
            const struct tn_outcome *drawn = &s.forecast.commune.status[status],
                                    *computed = &s.computed.commune.status[status];
            assert_true(isnan(s.net[status].z) || fabs(s.net[status].z) < 4);
            /* a Poisson count's standard error over the draws */
            assert_true(fabs(drawn->flow.entry - computed->flow.entry) <=
                        4 * sqrt(computed->flow.entry / DRAWS));
            assert_true(fabs(drawn->end.mean - computed->end.mean) <=
                        4 * computed->end.sd / sqrt(DRAWS));
        }
    }
}

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(villages_add_up_to_the_commune, clean),
        cmocka_unit_test_teardown(drawing_every_household_agrees, clean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
