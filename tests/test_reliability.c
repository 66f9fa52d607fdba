/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: 200 forecasts with every quantity known (tests/oracle/scores/); both
 * decompositions add up to the Brier score; pairs counted one by one. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/num/reliability.h"

enum { MOST = 300, BINS = 10 };

static FILE *oracle(const char *path)
{
    char header[200];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(header, sizeof header, file));
    return file;
}

static size_t read_cases(double p[MOST], bool happened[MOST])
{
    FILE *file = oracle("tests/oracle/scores/reliability_data.csv");
    size_t n = 0;
    int i, y;
    while (fscanf(file, "%d,%lf,%d\n", &i, &p[n], &y) == 3)
        happened[n++] = y;
    fclose(file);
    return n;
}

static double named(const struct tn_reliability *got, const char *name)
{
    const struct {
        const char *name;
        double value;
    } known[] = {
        {"brier", got->brier},
        {"reliability", got->reliability},
        {"resolution", got->resolution},
        {"uncertainty", got->uncertainty},
        {"within_bin_var", got->within_variance},
        {"within_bin_cov_x2", got->within_covariance},
        {"log_score", got->log},
        {"ece10", got->calibration_error},
        {"corp_mcb", got->miscalibration},
        {"corp_dsc", got->discrimination},
        {"corp_unc", got->uncertainty},
        {"calib_intercept", got->intercept},
        {"calib_slope", got->slope},
        {"auc", got->auc},
        {"check_bs_minus_5term",
         got->brier - (got->reliability - got->resolution + got->uncertainty +
                       got->within_variance - got->within_covariance)},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, name))
            return known[i].value;
    fail_msg("the oracle has a quantity %s", name);
    return 0;
}

static void agrees_with_the_oracle(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    double p[MOST], want, forecast, share;
    bool happened[MOST];
    struct tn_bin bin[BINS];
    char name[100];
    size_t n = read_cases(p, happened), rows = 0, b, count;
    assert_int_equal(n, 200);
    struct tn_reliability got = tn_reliability_of(&arena, n, p, happened, BINS, bin);

    FILE *file = oracle("tests/oracle/scores/reliability_summary.csv");
    for (; fscanf(file, "%99[^,],%lf\n", name, &want) == 2; rows++)
        if (!(fabs(named(&got, name) - want) <= 1e-11))
            check_rel(named(&got, name), want, 1e-10);
    assert_int_equal(rows, 15);
    fclose(file);

    file = oracle("tests/oracle/scores/reliability_bins.csv");
    for (rows = 0; fscanf(file, "%zu,%zu,%lf,%lf\n", &b, &count, &forecast, &share) == 4;
         rows++) {
        assert_int_equal(bin[b].n, count);
        check_rel(bin[b].forecast, forecast, 1e-12);
        check_rel(bin[b].happened, share, 1e-12);
    }
    assert_int_equal(rows, BINS);
    fclose(file);
    tn_arena_free(&arena);
}

static void both_decompositions_add_up(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    for_cases (200) {
        size_t n = 1 + (size_t)(MOST * case_uniform(0)) % MOST;
        size_t bins = 1 + (size_t)(BINS * case_uniform(1));
        double p[MOST], right = 0, pairs = 0;
        bool happened[MOST];
        struct tn_bin bin[BINS];
        for (size_t i = 0; i < n; i++) {
            p[i] = floor(21 * case_uniform(10 + 2 * i)) / 20;
            happened[i] = case_uniform(11 + 2 * i) < p[i] * p[i];
        }
        struct tn_reliability got = tn_reliability_of(&arena, n, p, happened, bins, bin);
        double five = got.reliability - got.resolution + got.uncertainty +
                      got.within_variance - got.within_covariance;
        double three = got.miscalibration - got.discrimination + got.uncertainty;
        assert_true(fabs(got.brier - five) < 1e-14);
        assert_true(fabs(got.brier - three) < 1e-14);
        assert_true(got.miscalibration >= -1e-15 && got.discrimination >= -1e-15);
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n; j++) {
                if (!happened[i] || happened[j])
                    continue;
                pairs++;
                right += p[i] > p[j] ? 1 : p[i] < p[j] ? 0 : 0.5;
            }
        }
        check_rel(got.auc, pairs > 0 ? right / pairs : (double)NAN, 1e-14);
    }
    tn_arena_free(&arena);
}

/* Ends of the monotone recalibration: chances in the right order lose nothing by being
 * wrong, chances in the wrong order tell nothing. */
static void monotone_recalibration_keeps_order_alone(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_bin bin[BINS];
    static const double p[] = {0.1, 0.2, 0.3, 0.4};
    static const bool sorted[] = {false, false, true, true},
                      turned[] = {true, true, false, false};
    struct tn_reliability good = tn_reliability_of(&arena, 4, p, sorted, BINS, bin);
    struct tn_reliability bad = tn_reliability_of(&arena, 4, p, turned, BINS, bin);
    check_rel(good.discrimination, 0.25, 1e-15);
    check_rel(good.miscalibration, good.brier, 1e-15);
    check_rel(good.auc, 1, 0);
    assert_true(fabs(bad.discrimination) < 1e-16);
    check_rel(bad.auc, 0, 0);
    assert_true(isnan(good.slope) &&
                isnan(good.intercept));   // told apart: no finite fit
    tn_arena_free(&arena);
}

static void undefined_is_nan(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_bin bin[BINS];
    static const double p[] = {0, 0.25, 1, 0.25};
    static const bool all[] = {true, true, true, true},
                      some[] = {false, false, true, true};
    struct tn_reliability got = tn_reliability_of(&arena, 4, p, all, BINS, bin);
    assert_true(isnan(got.auc) && isnan(got.slope));
    assert_true(isinf(got.log) && isnan(bin[5].forecast) && bin[9].n == 1);
    got = tn_reliability_of(&arena, 2, p + 1, some + 1, 1, bin);
    check_rel(got.auc, 1, 0);
    got = tn_reliability_of(&arena, 1, p + 1, some, BINS, bin);
    check_rel(got.brier, 0.0625, 0);
    assert_true(isnan(got.slope));
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest reliability[] = {
        cmocka_unit_test(agrees_with_the_oracle),
        property(both_decompositions_add_up),
        cmocka_unit_test(monotone_recalibration_keeps_order_alone),
        cmocka_unit_test(undefined_is_nan),
    };
    return cmocka_run_group_tests(reliability, NULL, NULL);
}
