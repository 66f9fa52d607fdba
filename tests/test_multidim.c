/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the single estimates of tn/study/deprivation.h (tested against R); ranks
 * worked out by hand on four villages. */
#include "check.h"

#include <string.h>

#include "tn/num/proportion.h"
#include "tn/study/multidim.h"

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static void add(struct tn_tally *tally, const char *village, const char *year,
                uint64_t deprived)
{
    struct tn_tally_row row = {.deprived = deprived, .weight = 1};

    row.level[0] = tn_tally_level(tally, 0, village, strlen(village));
    row.level[1] = tn_tally_level(tally, 1, year, strlen(year));
    tn_tally_add(tally, &row);
}

/* Scores of four indicators, two dimensions (bits 0 1, bits 2 3). Villages B, A and C;
 * C has nobody poor at 1/2, D is there in one year only. */
static struct tn_tally villages(void)
{
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);

    for (int year = 0; year < 2; year++) {
        const char *when = year ? "2024" : "2023";
        add(&tally, "B", when, 0xf);
        add(&tally, "B", when, 0x3);
        add(&tally, "B", when, 0x1);
        add(&tally, "A", when, 0x6);
        add(&tally, "A", when, year ? 0x0 : 0x7);
        add(&tally, "A", when, 0x8);
        add(&tally, "A", when, 0x0);
        add(&tally, "C", when, 0x8);
        add(&tally, "C", when, 0x4);
    }
    add(&tally, "D", "2024", 0xc);
    tn_tally_close(&tally, 0);
    return tally;
}

static struct tn_multidim_options by_village = {.columns = 1,
                                                .frames_by = 1,
                                                .cutoffs = 2,
                                                .cutoff = {{1, 2}, {1, 4}},
                                                .level = 0.95,
                                                .adjust = TN_HOLM};

static void groups_come_by_frame_and_name_and_keep_their_rows(void **state)
{
    (void)state;
    struct tn_tally tally = villages();
    struct tn_rule rule = tn_rule_equal(4, 2);
    struct tn_multidim of = tn_multidim_of(&arena, &tally, &rule, &by_village);
    const char *const want[] = {"", "A", "B", "C", "", "A", "B", "C", "D"};
    const long households[] = {9, 4, 3, 2, 10, 4, 3, 2, 1};

    assert_int_equal(of.groups, 9);
    for (size_t g = 0; g < 9; g++) {
        const struct tn_group *group = &of.group[g];
        assert_int_equal(group->households, households[g]);
        assert_int_equal(group->column == TN_ANY, *want[g] == '\0');
        if (group->column != TN_ANY)
            assert_string_equal(tally.level[0].text[group->level], want[g]);
    }
    check_rel(of.group[3].at[0].h.value, 0, 0);   // C: nobody poor
    check_rel(of.group[3].at[0].a.value, (double)NAN, 0);
    check_rel(of.group[3].at[0].group_share.value, 0, 0);
    check_rel(of.group[2].at[0].m0.value, (1 + 0.5) / 3, 1e-15);
    check_rel(of.group[0].at[0].m0.value, (1 + 0.5 + 0.5 + 0.75) / 9, 1e-15);
    check_rel(of.group[2].at[0].group_share.value, 1.5 / 2.75, 1e-15);
    check_rel(of.group[2].population_share.value, 1 / 3., 1e-15);
    check_rel(of.group[2].at[1].censored[0].value, 1, 1e-15);
}

static void a_group_is_compared_with_the_rest_of_its_frame(void **state)
{
    (void)state;
    struct tn_tally tally = villages();
    struct tn_rule rule = tn_rule_equal(4, 2);
    struct tn_multidim of = tn_multidim_of(&arena, &tally, &rule, &by_village);
    const struct tn_group_measures *b = &of.group[2].at[0];
    double p[3];

    check_rel(b->m0_less_rest.after.value, 0.5, 1e-15);
    check_rel(b->m0_less_rest.before.value, 1.25 / 6, 1e-15);
    check_rel(b->m0_less_rest.change, 0.5 - 1.25 / 6, 1e-15);
    for (size_t g = 0; g < 3; g++)
        p[g] = of.group[g + 1].at[0].m0_less_rest.p_t;
    tn_adjust(&arena, TN_HOLM, 3, p, p);
    for (size_t g = 0; g < 3; g++)
        check_rel(of.group[g + 1].at[0].m0_p, p[g], 0);
}

/* All are poor in both of two villages: no error, but few households. */
static void a_difference_at_the_ends_keeps_an_interval(void **state)
{
    (void)state;
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);
    struct tn_rule rule = tn_rule_equal(4, 2);

    for (int i = 0; i < 5; i++)
        add(&tally, i < 2 ? "A" : "B", "2024", 0xf);
    tn_tally_close(&tally, 0);
    struct tn_multidim of = tn_multidim_of(&arena, &tally, &rule, &by_village);
    const struct tn_change_estimate *less = &of.group[1].at[0].h_less_rest;
    struct tn_compared want = tn_share_difference((struct tn_counted){3, 3},
                                                  (struct tn_counted){2, 2}, 0.95);
    check_rel(less->change, 0, 0);
    check_rel(less->low, want.interval.low, 1e-13);
    check_rel(less->high, want.interval.high, 1e-13);
    assert_true(want.interval.low < -0.6 && want.interval.high > 0.5);

    struct tn_tally census = tn_tally_in(&arena, TN_DROP_MISSING);
    add(&census, "A", "2024", 0xf);
    add(&census, "B", "2024", 0xf);
    tn_tally_close(&census, 1);
    of = tn_multidim_of(&arena, &census, &rule, &by_village);
    check_rel(of.group[1].at[0].h_less_rest.low, 0, 0);
}

/* M0 at 1/2: A 1.25/4, B 0.5, C 0. At 1/4: A 1.5/4, B 1.75/3, C 0.25: same order. At 1: A
 * 0, B 1/3, C 0: one pair of three becomes a tie. */
static void orders_are_followed_over_cutoffs_and_weights(void **state)
{
    (void)state;
    struct tn_tally tally = villages();
    struct tn_rule rule = tn_rule_equal(4, 2);
    struct tn_multidim of = tn_multidim_of(&arena, &tally, &rule, &by_village);
    size_t rows = 0;
    struct tn_robustness *row = tn_robustness_of(&arena, &of, &rows);

    assert_int_equal(rows, 2 * (4 + 2));
    check_rel(row[0].spearman, 1, 1e-15);
    check_rel(row[0].pairs_kept, 1, 0);
    check_rel(row[3].kendall, 2 / sqrt(3 * 2), 1e-15);
    check_rel(row[3].pairs_kept, 2 / 3., 1e-15);
    check_rel((double)row[3].cutoff.num / (double)row[3].cutoff.den, 1, 0);
    assert_int_equal(row[4].favoured, 0);
    assert_int_equal(row[5].favoured, 1);
    assert_int_equal(row[0].groups, 3);
    assert_int_equal(row[6].groups, 4);
}

/* Two dimensions already weigh half each, so favouring one changes nothing. */
static void half_the_weight_is_half_the_weight(void **state)
{
    (void)state;
    struct tn_tally tally = villages();
    struct tn_rule rule = tn_rule_equal(4, 2);
    struct tn_multidim of = tn_multidim_of(&arena, &tally, &rule, &by_village);
    size_t rows = 0;
    struct tn_robustness *row = tn_robustness_of(&arena, &of, &rows);

    check_rel(row[4].pairs_kept, 1, 0);
    check_rel(row[5].kendall, 1, 1e-15);
}

int main(void)
{
    const struct CMUnitTest multidim[] = {
        cmocka_unit_test_teardown(groups_come_by_frame_and_name_and_keep_their_rows,
                                  give_back),
        cmocka_unit_test_teardown(a_group_is_compared_with_the_rest_of_its_frame,
                                  give_back),
        cmocka_unit_test_teardown(a_difference_at_the_ends_keeps_an_interval, give_back),
        cmocka_unit_test_teardown(orders_are_followed_over_cutoffs_and_weights,
                                  give_back),
        cmocka_unit_test_teardown(half_the_weight_is_half_the_weight, give_back),
    };
    return cmocka_run_group_tests(multidim, NULL, NULL);
}
