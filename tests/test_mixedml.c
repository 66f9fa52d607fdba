/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: exact maximum likelihood in tests/oracle/hier; for years, a plain sum over
 * the shocks of one year and the maximum of that by the slopes being 0. */
#include "check.h"

#include "tn/num/cholesky.h"
#include "tn/num/mixedml.h"

#include "panels.h"

#define HIER "tests/oracle/hier/"

static struct panel_data data;

static void check_panel(const char *panel, const char *path)
{
    struct tn_arena arena = {0};
    struct tn_ml ml;
    char key[64];
    const char *name[] = {"intercept",    "x",    "sd_group", "loglik_full",
                          "se_intercept", "se_x", "se_log_sd"};
    panel_read(path, 0, &data);
    assert_int_equal(tn_ml_fit(&arena, &data.panel, 25, &ml, NULL), TN_OK);
    double got[] = {ml.beta[0],
                    ml.beta[1],
                    ml.sd[0],
                    ml.log_likelihood,
                    ml.beta_se[0],
                    ml.beta_se[1],
                    ml.sd_se[0] / ml.sd[0]};
    for (size_t i = 0; i < 7; i++) {
        snprintf(key, sizeof key, "%s,ml_%s", panel, name[i]);
        check_rel(got[i], oracle_value(HIER "hier_exact.csv", key), i < 4 ? 1e-7 : 1e-6);
    }
    tn_arena_free(&arena);
}

static void both_panels_have_their_exact_maximum(void **state)
{
    (void)state;
    check_panel("P", HIER "panelP_data.csv");
    check_panel("V", HIER "panelV_data.csv");
}

/* Two areas in three years that differ much: the likelihood by a plain sum over the
 * three years' effects, each villages' sd taken as fixed. */
static const double at_risk[] = {40, 50, 30, 30, 60, 45},
                    exits[] = {4, 25, 12, 5, 24, 20};
static const double one[] = {1, 1, 1, 1, 1, 1};
static const size_t first[] = {0, 3, 6}, year[] = {0, 1, 2, 0, 1, 2};

static double by_sums(const double theta[3])
{
    enum { Z = 49, U = 23 };
    static double like[2][U][3][Z];   // of area v, its effect u, year t, shock z
    double total = 0;

    for (size_t v = 0; v < 2; v++)
        for (size_t k = 0; k < U; k++)
            for (size_t t = 0; t < 3; t++)
                for (size_t z = 0; z < Z; z++) {
                    double u = -5.5 + 0.5 * (double)k, shock = -6 + 0.25 * (double)z;
                    double eta = theta[0] + theta[1] * u + theta[2] * shock;
                    like[v][k][t][z] = exp(exits[first[v] + t] * eta -
                                           at_risk[first[v] + t] * log1p(exp(eta)) + 20 -
                                           (t ? 0 : u * u / 2));
                }
    for (size_t i = 0; i < Z * Z * Z; i++) {
        const size_t at[] = {i / (Z * Z), i / Z % Z, i % Z};
        double product = 1, squares = 0;
        for (size_t v = 0; v < 2; v++) {
            double area = 0;
            for (size_t k = 0; k < U; k++)
                area += like[v][k][0][at[0]] * like[v][k][1][at[1]] *
                        like[v][k][2][at[2]];
            product *= area;
        }
        for (size_t t = 0; t < 3; t++)
            squares += pow(-6 + 0.25 * (double)at[t], 2);
        total += exp(-squares / 2) * product;
    }
    return log(total);
}

/* So many steps of 2e-3 of beta, and of the years' sd, away. */
static double beside(const double theta[3], double beta, double sd)
{
    const double at[] = {theta[0] + 2e-3 * beta, theta[1], theta[2] + 2e-3 * sd};
    return by_sums(at);
}

static void crossed_years_have_their_maximum(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_ml ml;
    struct tn_panel panel = {.rows = 6,
                             .fixed = 1,
                             .years = 3,
                             .levels = 1,
                             .at_risk = at_risk,
                             .exits = exits,
                             .x = one,
                             .year = year,
                             .areas = {2},
                             .first = {first}};
    assert_int_equal(tn_ml_fit(&arena, &panel, 25, &ml, NULL), TN_OK);
    /* The areas' sd is at its edge: no slope to look at, no error. */
    double theta[3] = {ml.beta[0], ml.sd[0], ml.year_sd}, information[4];
    check_rel(ml.sd[0], 0, 0);
    check_rel(ml.sd_se[0], (double)NAN, 0);
    assert_true(theta[2] > 0.2);
    const double se[] = {ml.beta_se[0], ml.year_sd_se};
    const double top = by_sums(theta), square = 2e-3 * 2e-3;
    for (size_t j = 0; j < 2; j++) {
        double a = beside(theta, 1, 0), c = beside(theta, -1, 0);
        if (j == 1)
            a = beside(theta, 0, 1), c = beside(theta, 0, -1);
        double slope = (a - c) / (2 * 2e-3), curve = (a - 2 * top + c) / square;
        assert_true(curve < 0 && fabs(slope / curve) < 1e-4);
        information[3 * j] = -curve;
    }
    information[1] = information[2] = -(beside(theta, 1, 1) - beside(theta, 1, -1) -
                                        beside(theta, -1, 1) + beside(theta, -1, -1)) /
                                      (4 * square);
    assert_true(tn_cholesky(2, information));
    for (size_t j = 0; j < 2; j++) {
        double column[2] = {j == 0, j == 1};
        tn_cholesky_solve(2, information, column);
        check_rel(se[j], sqrt(column[j]), 1e-5);   // differences: 4e-6
    }
    tn_arena_free(&arena);
}

/* 9 areas x 4 years: by a likelihood with other nodes and differences in place of slopes.
 */
static void a_crossed_panel_has_its_exact_maximum(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_ml ml;
    panel_read("tests/oracle/crossed/four_data.csv", 1, &data);
    assert_int_equal(tn_ml_fit(&arena, &data.panel, 25, &ml, NULL), TN_OK);
    const double got[] = {ml.beta[0], ml.beta[1], ml.sd[0], ml.year_sd};
    static const char *const name[] = {"ml,b0", "ml,b1", "ml,s", "ml,sy"};
    for (size_t j = 0; j < 4; j++)
        check_rel(got[j], oracle_value("tests/oracle/crossed/four_exact.csv", name[j]),
                  1e-7);
    tn_arena_free(&arena);
}

static void separated_data_have_none(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_ml ml;
    struct tn_err err;
    const double all[] = {40, 50, 30, 30, 60, 45};
    struct tn_panel panel = {.rows = 6,
                             .fixed = 1,
                             .levels = 1,
                             .at_risk = at_risk,
                             .exits = all,
                             .x = one,
                             .areas = {2},
                             .first = {first}};
    assert_int_equal(tn_ml_fit(&arena, &panel, 9, &ml, &err), TN_EMATH);
    assert_string_equal(err.text[TN_EN], "the data do not determine the model: no best "
                                         "value of its parameters was found");
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest mixedml[] = {
        cmocka_unit_test(both_panels_have_their_exact_maximum),
        cmocka_unit_test(crossed_years_have_their_maximum),
        cmocka_unit_test(a_crossed_panel_has_its_exact_maximum),
        cmocka_unit_test(separated_data_have_none),
    };
    return cmocka_run_group_tests(mixedml, NULL, NULL);
}
