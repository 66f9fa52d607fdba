/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: a double loop over households with the variance by its definition; the
 * decomposition identities. tests/test_deprivation_r.c holds the rest against R. */
#include "check.h"

#include <string.h>

#include "tn/study/deprivation.h"

static struct tn_arena arena;

static long level_of(const struct tn_tally *tally, size_t column, const char *text)
{
    for (size_t i = 0; i < tally->level[column].n; i++)
        if (strcmp(tally->level[column].text[i], text) == 0)
            return (long)i;
    fail_msg("no level %s", text);
    return TN_ANY;
}

/* Made households, 3 columns, unlike weights, strata and PSUs; for twins by double loop.
 */
enum { MADE = 90, MADE_FLAGS = 7 };

static struct {
    uint64_t flags;
    double weight;
    int group, stratum, psu;
    int64_t score;
} made[MADE];

static const struct tn_rule nested = {
    .indicators = MADE_FLAGS,
    .dimensions = 3,
    .weight = {10, 10, 10, 15, 15, 6, 24},   // a third each, of 90
    .total = 90,
    .dimension = {0, 0, 0, 1, 1, 2, 2},
};

static struct tn_tally make(int clustered, double fraction)
{
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);

    for (int i = 0; i < MADE; i++) {
        uint64_t draw = 16 * (uint64_t)i;
        char group[] = {(char)('a' + (made[i].group = (int)(3 * case_uniform(draw)))), 0};
        char stratum[] = {(char)('A' + (made[i].stratum = i % 2)), 0};
        char psu[] = {(char)('0' + (made[i].psu = (int)(5 * case_uniform(draw + 1)))), 0};
        struct tn_tally_row row = {.weight = 0.2 + case_uniform(draw + 2)};

        made[i].score = 0;
        for (size_t j = 0; j < MADE_FLAGS; j++)
            if (case_uniform(draw + 3 + j) < 0.46) {
                row.deprived |= (uint64_t)1 << j;
                made[i].score += nested.weight[j];
            }
        made[i].flags = row.deprived;
        made[i].weight = row.weight;
        row.level[1] = tn_tally_level(&tally, 1, group, 1);
        row.unit = tn_tally_unit(&tally, stratum, clustered ? psu : "");
        tn_tally_add(&tally, &row);
    }
    tn_tally_close(&tally, fraction);
    return tally;
}

/* The variance of sum w e by its definition, PSU by PSU. */
static double by_definition(int clustered, const double e[])
{
    double variance = 0;

    for (int h = 0; h < 2; h++) {
        double z[MADE] = {0}, mean = 0, squares = 0;
        int psus = 0, there[MADE] = {0};
        for (int i = 0; i < MADE; i++)
            if (made[i].stratum == h) {
                int c = clustered ? made[i].psu : i;
                psus += !there[c];
                there[c] = 1;
                z[c] += made[i].weight * e[i];
            }
        for (int c = 0; c < MADE; c++)
            mean += z[c] / psus;
        for (int c = 0; c < MADE; c++)
            squares += there[c] ? (z[c] - mean) * (z[c] - mean) : 0;
        variance += squares * psus / (psus - 1);
    }
    return variance;
}

static void m0_of_a_group_agrees_with_a_double_loop(void **state)
{
    (void)state;
    for_cases (100) {
        int clustered = check_case % 2;
        struct tn_tally tally = make(clustered, 0);
        struct tn_domain domain = {{TN_ANY, level_of(&tally, 1, "b"), TN_ANY, TN_ANY}};
        struct tn_view view = tn_view_of(&arena, &tally, &nested, &domain);
        struct tn_estimate_options options = tn_estimate_options_of(&arena, &tally, 0.95,
                                                                    TN_WILSON);
        double top = 0, bottom = 0, e[MADE];

        tn_view_cut(&view, (struct tn_cutoff){1, 3});
        struct tn_estimate of = tn_estimate(&view, NULL, TN_M0, 0, &options);
        for (int i = 0; i < MADE; i++)
            if (made[i].group == 1) {
                top += made[i].weight * (made[i].score >= 30 ? (double)made[i].score : 0);
                bottom += made[i].weight * 90;
            }
        for (int i = 0; i < MADE; i++)
            e[i] = made[i].group != 1
                       ? 0
                       : ((made[i].score >= 30 ? (double)made[i].score : 0) -
                          top / bottom * 90) /
                             bottom;
        check_rel(of.value, top / bottom, 1e-14);
        check_rel(of.se, sqrt(by_definition(clustered, e)), 1e-12);
        check_rel(of.df, clustered ? 8 : MADE - 2, 0);
    }
}

static double value_of(struct tn_view *view, struct tn_view *rest,
                       enum tn_measure measure, size_t item,
                       const struct tn_estimate_options *options)
{
    return tn_estimate(view, rest, measure, item, options).value;
}

static void parts_add_up_to_the_whole(void **state)
{
    (void)state;
    for_cases (100) {
        struct tn_tally tally = make(1, 0);
        struct tn_domain all = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}};
        struct tn_view view = tn_view_of(&arena, &tally, &nested, &all);
        struct tn_estimate_options options = tn_estimate_options_of(&arena, &tally, 0.95,
                                                                    TN_WILSON);
        tn_view_cut(&view, (struct tn_cutoff){2, 5});

        double m0 = value_of(&view, NULL, TN_M0, 0, &options);
        double h = value_of(&view, NULL, TN_HEADCOUNT, 0, &options);
        double a = value_of(&view, NULL, TN_INTENSITY, 0, &options);
        double absolute = 0, percent = 0, dimension = 0, parts = 0, share = 0, within = 0;
        for (size_t j = 0; j < MADE_FLAGS; j++) {
            absolute += value_of(&view, NULL, TN_ABSOLUTE, j, &options);
            percent += value_of(&view, NULL, TN_PERCENT, j, &options);
            check_rel(value_of(&view, NULL, TN_ABSOLUTE, j, &options),
                      value_of(&view, NULL, TN_CENSORED, j, &options) *
                          (double)nested.weight[j] / 90,
                      1e-14);
        }
        for (size_t d = 0; d < 3; d++)
            dimension += value_of(&view, NULL, TN_PERCENT_DIMENSION, d, &options);
        for (size_t d = 0; d < nested.dimensions; d++)
            parts += value_of(&view, NULL, TN_ABSOLUTE_DIMENSION, d, &options);
        for (long g = 0; g < (long)tally.level[1].n; g++) {
            struct tn_domain one = {{TN_ANY, g, TN_ANY, TN_ANY}};
            struct tn_view rest,
                part = tn_view_with_rest(&arena, &tally, &nested, &one, &all, &rest);
            tn_view_cut(&part, (struct tn_cutoff){2, 5});
            tn_view_cut(&rest, (struct tn_cutoff){2, 5});
            share += value_of(&part, &rest, TN_GROUP_SHARE, 0, &options);
            within += value_of(&part, &rest, TN_POPULATION_SHARE, 0, &options) *
                      value_of(&part, NULL, TN_M0, 0, &options);
        }
        check_rel(h * a, m0, 1e-14);
        check_rel(absolute, m0, 1e-14);
        check_rel(percent, 1, 1e-14);
        check_rel(dimension, 1, 1e-14);
        check_rel(parts, m0, 1e-14);
        check_rel(share, 1, 1e-14);
        check_rel(within, m0, 1e-14);
    }
}

static struct tn_tally few(enum tn_missing_rule rule, size_t n, const uint64_t deprived[],
                           const uint64_t missing[])
{
    struct tn_tally tally = tn_tally_in(&arena, rule);

    for (size_t i = 0; i < n; i++) {
        struct tn_tally_row row = {
            .deprived = deprived[i], .missing = missing[i], .weight = 1};
        tn_tally_add(&tally, &row);
    }
    return tally;
}

static struct tn_estimate headcount(struct tn_tally *tally, const struct tn_rule *rule,
                                    struct tn_cutoff k)
{
    struct tn_domain all = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}};
    struct tn_view view = tn_view_of(&arena, tally, rule, &all);
    struct tn_estimate_options options = tn_estimate_options_of(&arena, tally, 0.95,
                                                                TN_WILSON);

    tn_view_cut(&view, k);
    return tn_estimate(&view, NULL, TN_HEADCOUNT, 0, &options);
}

/* 4 of 12 is a third exactly, in whatever form the third is written. */
static void cutoffs_are_compared_exactly(void **state)
{
    (void)state;
    const uint64_t deprived[] = {0x00f, 0x007, 0x01f}, missing[3] = {0};
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_tally tally = few(TN_DROP_MISSING, 3, deprived, missing);

    tn_tally_close(&tally, 0);
    check_rel(headcount(&tally, &rule, (struct tn_cutoff){1, 3}).value, 2 / 3., 1e-15);
    check_rel(headcount(&tally, &rule, (struct tn_cutoff){4, 12}).value, 2 / 3., 1e-15);
    check_rel(headcount(&tally, &rule, (struct tn_cutoff){333, 999}).value, 2 / 3.,
              1e-15);
    check_rel(headcount(&tally, &rule, (struct tn_cutoff){333, 1000}).value, 2 / 3.,
              1e-15);
    check_rel(headcount(&tally, &rule, (struct tn_cutoff){334, 1000}).value, 1 / 3.,
              1e-15);
}

static void missing_flags_follow_the_stated_rule(void **state)
{
    (void)state;
    const uint64_t deprived[] = {0x007, 0x003, 0x001}, missing[] = {0, 0x004, 0x806};
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_tally tally = few(TN_DROP_MISSING, 3, deprived, missing);

    tn_tally_close(&tally, 0);
    assert_int_equal(tally.households, 1);
    assert_int_equal(tally.dropped, 2);
    assert_int_equal(tally.missing[2], 2);
    assert_int_equal(tally.missing[11], 1);
    assert_int_equal(headcount(&tally, &rule, (struct tn_cutoff){2, 12}).count, 1);

    tally = few(TN_MISSING_NOT_DEPRIVED, 3, deprived, missing);
    tn_tally_close(&tally, 0);
    assert_int_equal(tally.households, 3);
    assert_int_equal(tally.mended, 2);
    assert_int_equal(headcount(&tally, &rule, (struct tn_cutoff){2, 12}).count, 2);
}

static void nobody_poor_is_zero_with_an_honest_interval(void **state)
{
    (void)state;
    const uint64_t deprived[7] = {0x003, 0x001}, missing[7] = {0};
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_tally tally = few(TN_DROP_MISSING, 7, deprived, missing);

    tn_tally_close(&tally, 0);
    struct tn_estimate of = headcount(&tally, &rule, (struct tn_cutoff){3, 12});
    check_rel(of.value, 0, 0);
    assert_int_equal(of.method, TN_BINOMIAL);
    check_rel(of.low, 0, 0);
    check_rel(of.high, 0.354330435066687, 1e-14);   // Wilson, 0 of 7: z^2/(7 + z^2)
}

static void a_census_has_no_sampling_error(void **state)
{
    (void)state;
    const uint64_t deprived[] = {0x007, 0x003, 0x001}, missing[3] = {0};
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_tally tally = few(TN_DROP_MISSING, 3, deprived, missing);

    tn_tally_close(&tally, 1);
    struct tn_estimate of = headcount(&tally, &rule, (struct tn_cutoff){3, 12});
    assert_int_equal(of.method, TN_CENSUS);
    check_rel(of.low, of.value, 0);
    check_rel(of.high, of.value, 0);
    check_rel(of.se, 0, 0);
}

/* Half of a finite population seen: the error shrinks by the root of a half. */
static void a_finite_population_shrinks_the_error(void **state)
{
    (void)state;
    const uint64_t deprived[] = {0x007, 0x003, 0x001}, missing[3] = {0};
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_tally half = few(TN_DROP_MISSING, 3, deprived, missing);
    struct tn_tally none = few(TN_DROP_MISSING, 3, deprived, missing);

    tn_tally_close(&half, 0.5);
    tn_tally_close(&none, 0);
    struct tn_estimate of = headcount(&half, &rule, (struct tn_cutoff){3, 12});
    check_rel(of.se, headcount(&none, &rule, (struct tn_cutoff){3, 12}).se * sqrt(0.5),
              1e-15);
    assert_int_equal(of.method, TN_LOGIT_T);   // Wilson knows no finite population
}

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* One primary unit says nothing of the spread between units: no degrees of freedom. */
static void a_single_unit_bounds_nothing(void **state)
{
    (void)state;
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);
    struct tn_rule rule = tn_rule_equal(12, 6);
    struct tn_domain one = {{0, TN_ANY, TN_ANY, TN_ANY}}, other = one;
    static const uint64_t flags[] = {0xF, 0x1, 0x7, 0x0};

    for (size_t i = 0; i < 4; i++) {
        struct tn_tally_row row = {.deprived = flags[i], .weight = 1};
        row.level[0] = tn_tally_level(&tally, 0, i < 2 ? "2021" : "2023", 4);
        row.unit = tn_tally_unit(&tally, "h", "only");
        tn_tally_add(&tally, &row);
    }
    tn_tally_close(&tally, 0);
    other.level[0] = 1;
    struct tn_estimate_options options = tn_estimate_options_of(&arena, &tally, 0.95,
                                                                TN_WILSON);
    struct tn_view before = tn_view_of(&arena, &tally, &rule, &one);
    struct tn_view after = tn_view_of(&arena, &tally, &rule, &other);
    struct tn_cutoff k = {3, 12};

    tn_view_cut(&before, k);
    tn_view_cut(&after, k);
    struct tn_estimate m0 = tn_estimate(&before, NULL, TN_M0, 0, &options);
    check_rel(m0.value, 1.0 / 6, 1e-15);
    check_rel(m0.df, 0, 0);
    assert_true(m0.low <= m0.value && m0.value <= m0.high);
    struct tn_change_estimate change = tn_estimate_change(&before, &after, 2, TN_M0, 0,
                                                          &options);
    check_rel(change.change, 1.0 / 8 - 1.0 / 6, 1e-14);
    assert_true(isnan(change.low) && isnan(change.high) && isnan(change.p_t));
}

int main(void)
{
    const struct CMUnitTest deprivation[] = {
        property(m0_of_a_group_agrees_with_a_double_loop),
        property(parts_add_up_to_the_whole),
        cmocka_unit_test_teardown(cutoffs_are_compared_exactly, give_back),
        cmocka_unit_test_teardown(missing_flags_follow_the_stated_rule, give_back),
        cmocka_unit_test_teardown(nobody_poor_is_zero_with_an_honest_interval, give_back),
        cmocka_unit_test_teardown(a_census_has_no_sampling_error, give_back),
        cmocka_unit_test_teardown(a_finite_population_shrinks_the_error, give_back),
        cmocka_unit_test_teardown(a_single_unit_bounds_nothing, give_back),
    };
    return cmocka_run_group_tests(deprivation, NULL, NULL);
}
