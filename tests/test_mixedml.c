/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: exact maximum likelihood in tests/oracle/hier; for years, a plain sum over
 * the shocks of one year and the maximum of that by the slopes being 0. */
#include "check.h"

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
    double total = 0, h = 0.25;
    for (double z0 = -6; z0 <= 6; z0 += h)
        for (double z1 = -6; z1 <= 6; z1 += h)
            for (double z2 = -6; z2 <= 6; z2 += h) {
                double weight = -(z0 * z0 + z1 * z1 + z2 * z2) / 2, z[] = {z0, z1, z2};
                double product = 1;
                for (size_t v = 0; v < 2; v++) {
                    double area = 0;
                    for (double u = -5.5; u <= 5.51; u += 0.5) {
                        double sum = -u * u / 2;
                        for (size_t i = first[v]; i < first[v + 1]; i++) {
                            double eta = theta[0] + theta[1] * u + theta[2] * z[year[i]];
                            sum += exits[i] * eta - at_risk[i] * log1p(exp(eta));
                        }
                        area += exp(sum + 60);
                    }
                    product *= area;
                }
                total += exp(weight) * product;
            }
    return log(total);
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
    double theta[3] = {ml.beta[0], ml.sd[0], ml.year_sd};
    assert_true(theta[2] > 0.2);
    for (size_t j = 0; j < 3; j++) {
        double up[3], down[3], step = 2e-3;
        if (j == 1 && ml.sd[0] < step)
            continue;   // the edge: no slope to look at
        memcpy(up, theta, sizeof up);
        memcpy(down, theta, sizeof down);
        up[j] += step;
        down[j] -= step;
        double a = by_sums(up), b = by_sums(theta), c = by_sums(down);
        double slope = (a - c) / (2 * step), curve = (a - 2 * b + c) / (step * step);
        assert_true(curve < 0 && fabs(slope / curve) < 1e-4);
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
