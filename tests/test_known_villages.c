/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Villages whose effects a model knows. Oracles: every sum written out (three villages,
 * plain trapezoid sums over their effects and the year's); households drawn one by one;
 * the posterior that such a model was made from. */
#include "check.h"

#include "tn/num/special.h"
#include "tn/study/fit.h"
#include "tn/study/fitcast.h"
#include "tn/study/generate.h"
#include "tn/study/simulate.h"

#include <stdlib.h>
#include <string.h>

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

enum { VILLAGES = 3, LAW = 30 };

/* Fixed: planned and unplanned of the poor, then of the near-poor. */
static const double chance[TN_STATUSES][2] = {{-1.97, 1.12}, {-1.43, 0.58}};
static const double village_sd = 0.3318, year_sd = 0.4271;

static struct tn_village village[VILLAGES] = {
    {.name = "T\xC3\xB4", .households = {5, 3}, .quota = {2, 1}, .all_households = 90},
    {.name = "Xanh", .households = {4, 4}, .quota = {1, 3}, .all_households = 70},
    {.name = "Vinh", .households = {3, 2}, .quota = {3, 0}, .all_households = 50},
};

static struct tn_commune commune_of_three(void)
{
    return (struct tn_commune){.folder = "x",
                               .name = "C",
                               .district = "",
                               .province = "",
                               .base_year = 2023,
                               .plan_year = 2024,
                               .households = {12, 9},
                               .quota = {6, 4},
                               .households_total = TN_UNKNOWN,
                               .villages = VILLAGES,
                               .village = village};
}

static struct tn_parameter row_of(const char *name, int status, double mean, double sd)
{
    return (struct tn_parameter){.name = name,
                                 .status = status,
                                 .q05 = NAN,
                                 .q50 = NAN,
                                 .q95 = NAN,
                                 .mean = mean,
                                 .sd = sd,
                                 .source = ""};
}

static const struct tn_model_rows *rows_of(size_t n, const struct tn_parameter row[])
{
    struct tn_model_rows *rows = tn_new(&arena, struct tn_model_rows, 1);

    *rows = (struct tn_model_rows){n, row, .input.path = "m"};
    return rows;
}

/* The first village's name is decomposed here, the second is not one of the plan. */
static struct tn_model known(double sd_first, double sd_last)
{
    const struct tn_parameter row[] = {
        row_of("unplanned", TN_POOR, chance[0][0], 0),
        row_of("planned", TN_POOR, chance[0][1], 0),
        row_of("unplanned", TN_NEAR_POOR, chance[1][0], 0),
        row_of("planned", TN_NEAR_POOR, chance[1][1], 0),
        row_of("village_sd", TN_UNKNOWN, log(village_sd), 0),
        row_of("year_sd", TN_UNKNOWN, log(year_sd), 0),
        row_of("village:T\x6F\xCC\x82", TN_UNKNOWN, 0.812, sd_first),
        row_of("village:Elsewhere", TN_UNKNOWN, 3, 0.1),
        row_of("village:VINH", TN_UNKNOWN, -0.637, sd_last),
    };
    struct tn_findings findings = {0};
    struct tn_model model;
    assert_int_equal(tn_model_from(&arena, rows_of(sizeof row / sizeof *row, row), NULL,
                                   &model, &findings, NULL),
                     TN_OK);
    assert_null(findings.first);
    assert_int_equal(model.villages, 3);
    assert_int_equal(tn_model_uncertain(&model), 0);
    return model;
}

static void join(double law[LAW], size_t *n, double p)
{
    law[*n + 1] = 0;
    for (size_t k = *n + 1; k > 0; k--)
        law[k] = law[k] * (1 - p) + law[k - 1] * p;
    law[0] *= 1 - p;
    ++*n;
}

/* Given the sum of effects, the law of a village's exits of one status. */
static void add_village(size_t v, int status, double effect, double law[LAW], size_t *n)
{
    for (long i = 0; i < village[v].households[status]; i++)
        join(law, n, tn_expit(chance[status][i < village[v].quota[status]] + effect));
}

/* P(count of a status = k), and of both quotas met. */
static void by_hand(const double sd[VILLAGES], double law[TN_STATUSES][LAW], double *both)
{
    static const double mean[VILLAGES] = {0.812, 0, -0.637};
    const double step = 0.2;
    double total = 0;
    memset(law, 0, TN_STATUSES * LAW * sizeof(double));
    *both = 0;
    for (double e = -7; e < 7; e += step) {
        double joint[LAW][LAW] = {{1}}, all = 1;
        size_t n[TN_STATUSES] = {0};
        for (size_t v = 0; v < VILLAGES; v++) {
            double next[LAW][LAW] = {{0}}, mass = 0;
            size_t m[TN_STATUSES] = {0};
            for (double u = -7; u < 7; u += step) {
                double own[TN_STATUSES][LAW] = {{1}, {1}}, w = exp(-u * u / 2);
                for (int s = 0; s < TN_STATUSES; s++) {
                    m[s] = 0;
                    add_village(v, s, mean[v] + sd[v] * u + year_sd * e, own[s], &m[s]);
                }
                mass += w;
                for (size_t i = 0; i <= n[0]; i++)
                    for (size_t j = 0; j <= n[1]; j++)
                        for (size_t x = 0; x <= m[0]; x++)
                            for (size_t y = 0; y <= m[1]; y++)
                                next[i + x][j + y] += w * joint[i][j] * own[0][x] *
                                                      own[1][y];
            }
            all *= mass;
            memcpy(joint, next, sizeof joint);
            n[0] += m[0];
            n[1] += m[1];
        }
        double w = exp(-e * e / 2);
        total += w;
        for (size_t i = 0; i <= n[0]; i++)
            for (size_t j = 0; j <= n[1]; j++) {
                law[0][i] += w * joint[i][j] / all;
                law[1][j] += w * joint[i][j] / all;
                *both += i >= 6 && j >= 4 ? w * joint[i][j] / all : 0;
            }
    }
    *both /= total;
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t k = 0; k < LAW; k++)
            law[s][k] /= total;
}

static void the_forecast_is_what_sums_by_hand_give(void **state)
{
    (void)state;
    static const double sd[][2] = {{0.2413, 0.1811}, {0.0271, 0.51}, {0, 0.0812}};
    struct tn_commune commune = commune_of_three();
    for (size_t i = 0; i < sizeof sd / sizeof *sd; i++) {
        struct tn_model model = known(sd[i][0], sd[i][1]);
        struct tn_forecast_options how = {.method = TN_EXACT};
        struct tn_forecast f;
        double law[TN_STATUSES][LAW], both;
        assert_int_equal(tn_forecast_of(&arena, &commune, &model, &how, &f, NULL), TN_OK);
        by_hand((const double[]){sd[i][0], village_sd, sd[i][1]}, law, &both);
        for (int s = 0; s < TN_STATUSES; s++)
            for (size_t k = 0; k <= f.commune.status[s].exits.n; k++)
                assert_true(fabs(f.commune.status[s].exits.pmf[k] - law[s][k]) < 1e-10);
        assert_true(fabs(f.both.p - both) < 1e-9);
    }
}

/* Every household and effect drawn, by code that shares nothing with the sums. */
static void draws_agree_with_it(void **state)
{
    (void)state;
    struct tn_commune commune = commune_of_three();
    struct tn_model model = known(0.9413, 0.1811);
    struct tn_simulate_options how = {.seed = 3, .draws = 400000};
    struct tn_simulation s;
    model.prior[TN_YEAR_SD].sd = 0.3;
    assert_int_equal(tn_simulate_plan(&arena, &commune, &model, &how, &s, NULL), TN_OK);
    assert_true(fabs(s.both.z) < 4.5);
    for (int status = 0; status < TN_STATUSES; status++) {
        assert_true(fabs(s.quota[status].z) < 4.5);
        for (size_t v = 0; v < VILLAGES; v++)
            if (village[v].quota[status] > 0)
                assert_true(fabs(s.village[status][v].z) < 4.5);
    }
    /* The first village is told to be a good one. */
    double before = s.forecast.village[0].status[TN_POOR].exits.mean;
    model.villages = 0;
    assert_int_equal(tn_simulate_plan(&arena, &commune, &model, &how, &s, NULL), TN_OK);
    assert_true(before > s.forecast.village[0].status[TN_POOR].exits.mean + 0.3);
}

/* ---- from a history
 * ---------------------------------------------------------------------- */

static struct tn_model prior_model(void)
{
    const struct tn_parameter row[] = {
        row_of("unplanned", TN_POOR, -2, 0.7),
        row_of("planned", TN_POOR, 1, 0.6),
        row_of("unplanned", TN_NEAR_POOR, -2, 0.7),
        row_of("planned", TN_NEAR_POOR, 0.6, 0.6),
        row_of("village_sd", TN_UNKNOWN, -0.9, 0.5),
        row_of("year_sd", TN_UNKNOWN, -0.7, 0.4),
    };
    struct tn_findings findings = {0};
    struct tn_model model;
    assert_int_equal(tn_model_from(&arena, rows_of(sizeof row / sizeof *row, row), NULL,
                                   &model, &findings, NULL),
                     TN_OK);
    return model;
}

/* The plan that follows a made-up history: last year's households. */
static struct tn_commune plan_after(size_t villages, size_t n,
                                    const struct tn_history history[], int year)
{
    struct tn_village *v = tn_new(&arena, struct tn_village, villages);
    struct tn_commune c = {.folder = "x",
                           .name = "C",
                           .district = "",
                           .province = "",
                           .base_year = year,
                           .plan_year = year + 1,
                           .households_total = TN_UNKNOWN,
                           .village = v};
    for (size_t i = 0; i < n; i++) {
        const struct tn_history *h = &history[i];
        if (h->year != year)
            continue;
        size_t k = 0;
        while (k < c.villages && strcmp(v[k].name, h->village) != 0)
            k++;
        if (k == c.villages)
            v[c.villages++] = (struct tn_village){.name = h->village,
                                                  .all_households = TN_UNKNOWN};
        v[k].households[h->status] += h->at_risk;
        v[k].quota[h->status] += h->planned ? h->at_risk : 0;
        c.households[h->status] += h->at_risk;
        c.quota[h->status] += h->planned ? h->at_risk : 0;
    }
    return c;
}

static void straight(const struct tn_fit *fit, const struct tn_commune *c, int status,
                     const struct tn_village *one, double *mean, double *sd)
{
    struct tn_fitcast_row *row = tn_new(&arena, struct tn_fitcast_row, 2 * c->villages);
    size_t rows = 0, all = 0;
    for (size_t v = 0; v < c->villages; v++)
        for (int planned = 0; planned < 2; planned++) {
            const struct tn_village *of = &c->village[v];
            long n = planned ? of->quota[status]
                             : of->households[status] - of->quota[status];
            if (one && one != of)
                continue;
            row[rows++] = (struct tn_fitcast_row){
                of->name, "", "", (enum tn_status)status, planned, n, NULL};
            all += (size_t)n;
        }
    double *pmf = tn_new(&arena, double, all + 1);
    tn_fitcast_law(&arena, fit, rows, row, 0, pmf);
    *mean = *sd = 0;
    for (size_t k = 0; k <= all; k++)
        *mean += (double)k * pmf[k];
    for (size_t k = 0; k <= all; k++)
        *sd += ((double)k - *mean) * ((double)k - *mean) * pmf[k];
    *sd = sqrt(*sd);
}

/* A model.csv has but a mean and a sd of each parameter and village; what the posterior
 * itself forecasts is near, for the commune and for the best and worst of its villages.
 */
static void a_fitted_model_forecasts_as_its_posterior(void **state)
{
    (void)state;
    struct tn_generate g = tn_generate_default();
    g.village_sd = 0.9;
    g.years = 6;
    size_t n, rows;
    struct tn_history *history = tn_generate_history(&arena, &g, &n);
    struct tn_model prior = prior_model(), model;
    struct tn_fit_options how = {.prior = &prior, .commune = ""};
    struct tn_fit fit;
    struct tn_findings findings = {0};
    struct tn_forecast f;
    struct tn_forecast_options forecast = {.method = TN_CONDITIONAL};
    struct tn_commune c = plan_after(g.villages, n, history, g.first_year + g.years - 1);
    assert_int_equal(tn_fit_of(&arena, n, history, &how, &fit, NULL), TN_OK);
    struct tn_parameter *row = tn_fit_parameters(&arena, &fit, &rows);
    assert_int_equal(
        tn_model_from(&arena, rows_of(rows, row), NULL, &model, &findings, NULL), TN_OK);
    assert_int_equal(model.villages, g.villages);
    assert_int_equal(tn_forecast_of(&arena, &c, &model, &forecast, &f, NULL), TN_OK);
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_distribution *got = &f.commune.status[s].exits;
        double mean, sd, worst = 0;
        straight(&fit, &c, s, NULL, &mean, &sd);
        print_message("commune: mean %.2f and sd %.2f, straight %.2f and %.2f\n",
                      got->mean, got->sd, mean, sd);
        assert_true(fabs(got->mean - mean) < 0.06 * sd);
        check_rel(got->sd, sd, 0.06);
        for (size_t v = 0; v < c.villages; v++) {
            straight(&fit, &c, s, &c.village[v], &mean, &sd);
            if (sd > 0)
                worst = fmax(worst, fabs(f.village[v].status[s].exits.mean - mean) / sd);
        }
        print_message("villages: means off by %.3f sds at most\n", worst);
        assert_true(worst < 0.08);
    }
}

/* A commune's row serves its villages that have none: the same as if each had a row with
 * that mean, and a sd that the spread between villages goes into. */
static void a_commune_stands_in_for_villages_unknown(void **state)
{
    (void)state;
    struct tn_commune c = commune_of_three();
    struct tn_model model = known(0.2, 0.1);
    struct tn_parameter row[] = {row_of("commune:c", TN_UNKNOWN, 0.391, 0.15),
                                 row_of("commune:Other", TN_UNKNOWN, 2, 0.1)};
    struct tn_findings findings = {0};
    struct tn_model with;
    assert_int_equal(
        tn_model_from(&arena, rows_of(2, row), &model, &with, &findings, NULL), TN_OK);
    assert_int_equal(with.communes, 2);
    assert_int_equal(findings.errors + findings.warnings, 0);
    const struct tn_village_term **term = tn_village_terms(&arena, &c, &with);
    check_rel(term[0]->prior.mean, 0.812, 0);
    check_rel(term[1]->prior.mean, 0.391, 0);
    check_rel(term[1]->prior.sd, hypot(0.15, village_sd), 1e-15);
    check_rel(term[2]->prior.mean, -0.637, 0);

    struct tn_forecast_options how = {.method = TN_EXACT};
    struct tn_forecast by_commune, by_village;
    row[1] = row_of("village:Xanh", TN_UNKNOWN, 0.391, hypot(0.15, village_sd));
    assert_int_equal(tn_forecast_of(&arena, &c, &with, &how, &by_commune, NULL), TN_OK);
    assert_int_equal(
        tn_model_from(&arena, rows_of(1, row + 1), &model, &with, &findings, NULL),
        TN_OK);
    assert_int_equal(tn_forecast_of(&arena, &c, &with, &how, &by_village, NULL), TN_OK);
    check_rel(by_commune.commune.status[0].exits.mean,
              by_village.commune.status[0].exits.mean, 1e-14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_forecast_is_what_sums_by_hand_give, forget),
        cmocka_unit_test_teardown(draws_agree_with_it, forget),
        cmocka_unit_test_teardown(a_commune_stands_in_for_villages_unknown, forget),
        cmocka_unit_test_teardown(a_fitted_model_forecasts_as_its_posterior, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
