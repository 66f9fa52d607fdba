/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: every total from 1 to 4,000 tried in turn, its share printed by printf
 * (rounded) and cut off by hand (truncated); the plan of Cẩm Bình counted on paper. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/study/total.h"

/* clang-format off */
static struct tn_claim cam_binh[] = {
    {.quantity = TN_Q_HOUSEHOLDS,         .status = TN_POOR,          .year = 2023, .value = {67, 0}},
    {.quantity = TN_Q_RATE,               .status = TN_POOR,          .year = 2023, .value = {2.66, 2}},
    {.quantity = TN_Q_RATE,               .status = TN_NEAR_POOR,     .year = 2023, .value = {2.27, 2}},
    {.quantity = TN_Q_RATE,               .status = TN_STATUS_EITHER, .year = 2023, .value = {4.93, 2}},
    {.quantity = TN_Q_REDUCTION_SHARE,    .status = TN_POOR,          .year = 2024, .value = {34.3, 1}},
    {.quantity = TN_Q_REDUCTION_POINTS,   .status = TN_POOR,          .year = 2024, .value = {0.91, 2}},
    {.quantity = TN_Q_REDUCTION_POINTS,   .status = TN_NEAR_POOR,     .year = 2024, .value = {1.39, 2}},
    {.quantity = TN_Q_RATE,               .status = TN_POOR,          .year = 2024, .value = {1.82, 2}},
    {.quantity = TN_Q_RATE,               .status = TN_NEAR_POOR,     .year = 2024, .value = {0.87, 2}},
    {.quantity = TN_Q_RATE,               .status = TN_POOR,          .year = 2024, .value = {1.74, 2}},
};
/* clang-format on */

static struct tn_commune plan(size_t claims, struct tn_claim *claim)
{
    return (struct tn_commune){.base_year = 2023,
                               .plan_year = 2024,
                               .households = {67, 57},
                               .quota = {23, 35},
                               .households_total = TN_UNKNOWN,
                               .claims = claims,
                               .claim = claim};
}

static void cam_binh_has_2515_or_2516_households(void **state)
{
    (void)state;
    struct tn_commune commune = plan(sizeof cam_binh / sizeof *cam_binh, cam_binh);
    struct tn_total total = tn_total_of(&commune);

    assert_int_equal(total.low, 2515);
    assert_int_equal(total.high, 2516);
    check_rel(total.middle, 2515.5, 0);
    assert_false(total.printed);
}

static void a_total_that_is_given_is_taken(void **state)
{
    (void)state;
    struct tn_commune commune = plan(sizeof cam_binh / sizeof *cam_binh, cam_binh);
    struct tn_village village[] = {{.all_households = 1200}, {.all_households = 1301}};

    commune.villages = 2;
    commune.village = village;
    assert_int_equal(tn_total_of(&commune).low, 2501);
    assert_true(tn_total_of(&commune).printed);
    assert_int_equal(tn_total_implied(&commune).low, 2515);

    village[1].all_households = TN_UNKNOWN;
    assert_int_equal(tn_total_of(&commune).low, 2515);

    commune.households_total = 2517;
    assert_int_equal(tn_total_of(&commune).low, 2517);
    assert_int_equal(tn_total_of(&commune).high, 2517);
}

static void nothing_printed_means_unknown(void **state)
{
    (void)state;
    struct tn_commune commune = plan(1, cam_binh);
    struct tn_total total = tn_total_of(&commune);

    assert_int_equal(total.low, TN_UNKNOWN);
    assert_int_equal(total.high, TN_UNKNOWN);
    assert_true(isnan(total.middle));
}

static void counts_come_from_the_tables(void **state)
{
    (void)state;
    struct tn_commune commune = plan(sizeof cam_binh / sizeof *cam_binh, cam_binh);
    const long want[] = {TN_UNKNOWN, 67, 57, 124, TN_UNKNOWN, 23, 35, 44, 22, 44};

    for (size_t i = 0; i < commune.claims; i++)
        assert_int_equal(tn_total_counted(&commune, &cam_binh[i]), want[i]);

    struct tn_claim other = {.quantity = TN_Q_RATE, .status = TN_POOR, .year = 2020};
    assert_int_equal(tn_total_counted(&commune, &other), TN_UNKNOWN);
    other = (struct tn_claim){
        .quantity = TN_Q_RATE, .status = TN_STATUS_ALL, .year = 2023};
    assert_int_equal(tn_total_counted(&commune, &other), TN_UNKNOWN);
}

/* Whether counted of total prints as text, rounded by printf or cut off. */
static bool prints_as(long counted, long total, int decimals, const char *text)
{
    long scale = decimals == 0 ? 1 : decimals == 1 ? 10 : 100, cut;
    char rounded[32], truncated[32];

    snprintf(rounded, sizeof rounded, "%.*f", decimals,
             100.0 * (double)counted / (double)total);
    cut = 100 * scale * counted / total;
    snprintf(truncated, sizeof truncated, "%.*f", decimals, (double)cut / (double)scale);
    return !strcmp(text, rounded) || !strcmp(text, truncated);
}

/* printf goes by the binary value of a tie, the module allows both ways of a tie:
 * totals at which twice the scaled share is an odd whole number are left out. */
static bool tied(long counted, long total, int decimals)
{
    long scale = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
    return 200 * scale * counted % total == 0;
}

static void agrees_with_trying_every_total(void **state)
{
    (void)state;
    for_cases (100) {
        int decimals = (int)(3 * case_uniform(0));
        long counted = 1 + (long)(90 * case_uniform(1));
        long true_total = counted + (long)(3000 * case_uniform(2));
        char text[32];
        snprintf(text, sizeof text, "%.*f", decimals,
                 100.0 * (double)counted / (double)true_total);
        struct tn_printed printed = {0, decimals};
        sscanf(text, "%lf", &printed.value);

        long low = 0, high = 0;
        assert_true(tn_total_range(counted, printed, &low, &high));
        for (long total = counted; total <= 4000; total++)
            if (!tied(counted, total, decimals))
                assert_int_equal(total >= low && total <= high,
                                 prints_as(counted, total, decimals, text));
    }
}

static void impossible_shares_allow_no_total(void **state)
{
    (void)state;
    long low, high;

    assert_false(tn_total_range(0, (struct tn_printed){2.66, 2}, &low, &high));
    assert_false(tn_total_range(5, (struct tn_printed){(double)NAN, 2}, &low, &high));
    assert_false(tn_total_range(5, (struct tn_printed){101, 0}, &low, &high));
    assert_false(tn_total_range(5, (struct tn_printed){2, 7}, &low, &high));
    assert_true(tn_total_range(5, (struct tn_printed){0, 1}, &low, &high));
    assert_int_equal(low, 5001);
    assert_int_equal(high, 999999999);
    assert_true(tn_total_range(5, (struct tn_printed){100, 0}, &low, &high));
    assert_int_equal(low, 5);
    assert_int_equal(high, 5);
}

/* 10 of 1,000 is 1.0 % and 20 of 2,000 is 1.0 %: as many claims for each. */
static void equal_support_prefers_the_base_year_else_keeps_both(void **state)
{
    (void)state;
    struct tn_claim claim[] = {
        {.quantity = TN_Q_RATE, .status = TN_POOR, .year = 2023, .value = {1.00, 2}},
        {.quantity = TN_Q_REDUCTION_POINTS,
         .status = TN_POOR,
         .year = 2024,
         .value = {1.00, 2}},
    };
    struct tn_commune commune = plan(2, claim);
    commune.households[TN_POOR] = 20;
    commune.quota[TN_POOR] = 10;

    struct tn_total total = tn_total_of(&commune);
    assert_int_equal(total.low, 1981);
    assert_int_equal(total.high, 2010);

    claim[0] = (struct tn_claim){
        .quantity = TN_Q_RATE, .status = TN_POOR, .year = 2024, .value = {0.50, 2}};
    total = tn_total_of(&commune);
    assert_int_equal(total.low, 991);
    assert_int_equal(total.high, 2020);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cam_binh_has_2515_or_2516_households),
        cmocka_unit_test(a_total_that_is_given_is_taken),
        cmocka_unit_test(nothing_printed_means_unknown),
        cmocka_unit_test(counts_come_from_the_tables),
        property(agrees_with_trying_every_total),
        cmocka_unit_test(impossible_shares_allow_no_total),
        cmocka_unit_test(equal_support_prefers_the_base_year_else_keeps_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
