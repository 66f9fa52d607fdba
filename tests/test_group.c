/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: every fate of every household, enumerated. */
#include "check.h"

#include <stdbool.h>

#include "tn/num/group.h"
#include "tn/num/special.h"

enum { GROUPS = 3, N = 6 };

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

static const double logit[2] = {0.6127, -1.8713};

/* Groups of 1, 3 and 2 with drawn chances, one of them of the plain kind. */
static void draw(struct tn_group group[GROUPS])
{
    static const size_t n[GROUPS] = {1, 3, 2};
    for (size_t g = 0; g < GROUPS; g++)
        group[g] = (struct tn_group){
            0, g % 2, n[g], case_uniform(2 * g), case_uniform(2 * g + 1), 0};
    group[1].stays = 0;
    group[1].exits = 1;
}

/* P(seen reported and counted counted | s): each household has four fates, in base 4 of
 * the number `fates`: reported or not, counted or not. */
static double by_counting(const struct tn_group group[], double s, double share, int seen,
                          int counted)
{
    double sum = 0;
    for (unsigned fates = 0; fates < 1u << 2 * N; fates++) {
        double chance = 1;
        int is_seen = 0, is_counted = 0;
        unsigned i = 0;
        for (size_t g = 0; g < GROUPS; g++) {
            double p = tn_expit(logit[group[g].risk] + s);
            for (size_t h = 0; h < group[g].n; h++, i++) {
                bool told = fates >> 2 * i & 1, in = fates >> (2 * i + 1) & 1;
                double exits = in ? group[g].exits : 1 - group[g].exits;
                double stays = in ? group[g].stays : 1 - group[g].stays;
                chance *= told ? p * share * exits
                               : p * (1 - share) * exits + (1 - p) * stays;
                is_seen += told;
                is_counted += in;
            }
        }
        if (is_seen == seen && (is_counted == counted || counted < 0))
            sum += chance;
    }
    return sum;
}

static void laws_given_a_report_agree_with_every_fate(void **state)
{
    (void)state;
    const double sd[2] = {0.5, 0.4};
    for_cases (6) {
        struct tn_group group[GROUPS];
        struct tn_report report = {(long)check_case - 1, case_uniform(20)};
        draw(group);
        struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-4, 0);
        struct tn_risks risks = tn_risks_from(&arena, &grid, 2, logit);
        double *like = tn_new(&arena, double, risks.width);
        double *law = tn_group_law_given(&arena, &risks, GROUPS, group, &report, like);
        for (size_t j = 0; j < risks.width; j += 5) {
            double s = grid.shift[j];
            double all = by_counting(group, s, report.share, (int)report.seen, -1);
            check_rel(like[j], all, 1e-13);
            for (int k = 0; k <= N; k++)
                check_rel(law[(size_t)k * risks.width + j] * all,
                          by_counting(group, s, report.share, (int)report.seen, k),
                          1e-12);
        }
        tn_arena_free(&arena);
    }
}

static void a_report_that_tells_nothing_changes_nothing(void **state)
{
    (void)state;
    const double sd[2] = {0.5, 0.4};
    const struct tn_report silent = {0, 0};
    for_cases (20) {
        struct tn_group group[GROUPS];
        draw(group);
        struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-8, 0);
        struct tn_risks risks = tn_risks_from(&arena, &grid, 2, logit);
        double *like = tn_new(&arena, double, risks.width);
        double *law = tn_group_law_given(&arena, &risks, GROUPS, group, &silent, like);
        double *plain = tn_group_law(&arena, &risks, GROUPS, group);
        for (size_t i = 0; i < (N + 1) * risks.width; i++)
            check_rel(law[i], plain[i], 1e-13);
        for (size_t j = 0; j < risks.width; j++)
            check_rel(like[j], 1, 1e-13);
        tn_arena_free(&arena);
    }
}

static void impossible_reports_have_no_law(void **state)
{
    (void)state;
    const double sd[2] = {0.5, 0.4}, never[1] = {-HUGE_VAL};
    const struct tn_group group[1] = {{0, 0, 2, 0, 1, 0}};
    const struct tn_report report = {1, 0.5};
    struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-8, 0);
    struct tn_risks risks = tn_risks_from(&arena, &grid, 1, never);
    double *like = tn_new(&arena, double, risks.width);
    double *law = tn_group_law_given(&arena, &risks, 1, group, &report, like);
    for (size_t j = 0; j < risks.width; j++)
        assert_true(like[j] <= 0 && law[j] <= 0 && law[2 * risks.width + j] <= 0);
}

static void risks_keep_their_digits_at_both_ends(void **state)
{
    (void)state;
    const double sd[2] = {1.2, 1}, logits[5] = {-HUGE_VAL, -40, 0.3, 30, HUGE_VAL};
    struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-12, 0);
    struct tn_risks risks = tn_risks_from(&arena, &grid, 5, logits);
    for (size_t r = 0; r < 5; r++)
        for (size_t j = 0; j < risks.width; j++) {
            check_rel(risks.exits[r * risks.width + j],
                      tn_expit(logits[r] + grid.shift[j]),
                      40 * DBL_EPSILON);   // the oracle's sum rounds: eps |logit|
            check_rel(risks.stays[r * risks.width + j],
                      tn_expit(-logits[r] - grid.shift[j]), 40 * DBL_EPSILON);
        }
}

int main(void)
{
    const struct CMUnitTest group[] = {
        cmocka_unit_test_teardown(laws_given_a_report_agree_with_every_fate, forget),
        cmocka_unit_test_teardown(a_report_that_tells_nothing_changes_nothing, forget),
        cmocka_unit_test_teardown(impossible_reports_have_no_law, forget),
        cmocka_unit_test_teardown(risks_keep_their_digits_at_both_ends, forget),
    };
    return cmocka_run_group_tests(group, NULL, NULL);
}
