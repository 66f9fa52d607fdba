/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: by hand. */
#include "check.h"

#include "tn/num/influence.h"

static void three_rows_by_hand(void **state)
{
    (void)state;
    const double n[] = {8, 10, 4}, y[] = {6, 5, 0};
    const double eta[] = {0, 0.125, 0, 0, log(3), log(3) * log(3) + 100};
    const struct tn_panel panel = {.rows = 3, .at_risk = n, .exits = y};
    double chance[3], leverage[3], pull[3];
    double sum = tn_row_influence(&panel, eta, chance, leverage, pull);
    check_rel(chance[0], 0.5, 0);
    check_rel(chance[2], 0.75, 1e-15);
    check_rel(leverage[0], 0.25, 1e-15);   // 8 / 4 times 0.125
    check_rel(leverage[1], 0, 0);
    check_rel(leverage[2], 0.999, 0);
    check_rel(sum, 1.249, 1e-15);
    check_rel(pull[0], 2 * 2 / 2.0 * 0.25 / (0.75 * 0.75) / 1.249, 1e-14);
    check_rel(pull[1], 0, 0);   // as expected, and of no leverage
    check_rel(pull[2], 9 / 0.75 * 0.999 / 1e-6 / 1.249, 1e-9);
}

/* Log odds that no household contradicts: no information, no pull, no NAN. */
static void sure_rows_pull_nothing(void **state)
{
    (void)state;
    const double n[] = {3}, y[] = {0}, eta[] = {-800, 640000};
    const struct tn_panel panel = {.rows = 1, .at_risk = n, .exits = y};
    double chance, leverage, pull;
    check_rel(tn_row_influence(&panel, eta, &chance, &leverage, &pull), 0, 0);
    check_rel(pull, 0, 0);
    check_rel(chance, 0, 0);
}

/* Rounding may leave a variance below 0; a row without information beside others has no
 * pull, and none has where no row has leverage. */
static void rows_without_leverage_pull_nothing(void **state)
{
    (void)state;
    const double n[] = {8, 4, 3}, y[] = {6, 3, 0};
    const double eta[] = {0, -1e-9, 0, 0.5, -800, 640000};
    struct tn_panel panel = {.rows = 3, .at_risk = n, .exits = y};
    double chance[3], leverage[3], pull[3];
    check_rel(tn_row_influence(&panel, eta, chance, leverage, pull), 0.5, 0);
    check_rel(leverage[0], 0, 0);
    check_rel(leverage[1], 0.5, 0);
    check_rel(pull[0], 0, 0);
    check_rel(pull[1], 1 / 1.0 * 0.5 / 0.25 / 0.5, 1e-15);
    check_rel(pull[2], 0, 0);
    panel.rows = 1;
    check_rel(tn_row_influence(&panel, eta, chance, leverage, pull), 0, 0);
    check_rel(pull[0], 0, 0);
}

int main(void)
{
    const struct CMUnitTest influence[] = {
        cmocka_unit_test(three_rows_by_hand),
        cmocka_unit_test(sure_rows_pull_nothing),
        cmocka_unit_test(rows_without_leverage_pull_nothing),
    };
    return cmocka_run_group_tests(influence, NULL, NULL);
}
