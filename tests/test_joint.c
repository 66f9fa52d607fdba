/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/forecast/ (another program's quadrature, two methods agreeing to
 * 1.1e-16 in every cell). */
#include "forecast_oracle.h"

#include "tn/num/poisbin.h"

static const double TOL =
    1e-13;   // of the quadrature; the oracles are good to some 1e-15

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static const long uncapped[2] = {67, 57}, quotas[2] = {23, 35};

static struct tn_pair pair_of(const struct scenario *s)
{
    return (struct tn_pair){{0, 1}, s->shared};
}

static struct tn_laws laws_of(const struct scenario *s)
{
    return tn_effects_solve(&arena, &oracle_of(&arena, s)->effects, TOL);
}

static double correlation(const struct tn_joint *joint, const struct tn_laws *laws)
{
    double moment = 0;
    for (size_t i = 0; i <= joint->n[0]; i++)
        for (size_t k = 0; k <= joint->n[1]; k++)
            moment += (double)i * (double)k * joint->pmf[i * (joint->n[1] + 1) + k];
    const struct tn_law *a = &laws->whole[0], *b = &laws->whole[1];
    return (moment - tn_poisbin_mean(a->n, a->pmf) * tn_poisbin_mean(b->n, b->pmf)) /
           (tn_poisbin_sd(a->n, a->pmf) * tn_poisbin_sd(b->n, b->pmf));
}

static double total_at_least(const struct tn_joint *joint, size_t least)
{
    double sum = 0;
    for (size_t i = 0; i <= joint->n[0]; i++)
        for (size_t k = 0; k <= joint->n[1]; k++)
            sum += i + k >= least ? joint->pmf[i * (joint->n[1] + 1) + k] : 0;
    return sum;
}

static void agrees_with_the_summaries(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = laws_of(s);
        struct tn_joint joint = tn_joint_law(&arena, &laws, pair_of(s), uncapped);
        check_abs(tn_joint_at_least(&joint, 23, 35), summary_value(s->name, "P_both"),
                  2e-13, "P_both");
        check_abs(correlation(&joint, &laws), summary_value(s->name, "corr"), 1e-12,
                  "corr");
        check_abs(total_at_least(&joint, 58), summary_value(s->name, "P_total_ge_58"),
                  2e-13, "P_total_ge_58");
        long both[2 * PLACES];
        for (size_t v = 0; v < PLACES; v++) {
            both[2 * v] = poor_quota[v];
            both[2 * v + 1] = near_quota[v];
        }
        check_abs(tn_joint_every(&arena, &laws, pair_of(s), both),
                  summary_value(s->name, "P_all_villages_both"), 1e-13, "every village");
    }
}

static void agrees_with_every_cell(void **state)
{
    (void)state;
    for_scenarios (s) {
        if (!strchr("ABH", s->name[0]))
            continue;
        char name[64];
        snprintf(name, sizeof name, "commune_joint_%s.csv", s->name);
        FILE *file = oracle_file(name);
        struct tn_laws laws = laws_of(s);
        struct tn_joint joint = tn_joint_law(&arena, &laws, pair_of(s), uncapped);
        for (size_t cell = 0; cell < 68 * 58; cell++) {
            double want;
            assert_int_equal(fscanf(file, "%lf%*1[,\n]", &want), 1);
            check_abs(joint.pmf[cell], want, 2e-15, name);
        }
        fclose(file);
    }
}

static void agrees_with_every_village(void **state)
{
    (void)state;
    FILE *file = oracle_file("commune_villages.csv");
    char line[512], name[8];
    assert_non_null(fgets(line, sizeof line, file));
    for_scenarios (s) {
        struct tn_laws laws = laws_of(s);
        for (size_t v = 0; v < PLACES; v++) {
            double want;
            const long quota[2] = {poor_quota[v], near_quota[v]};
            assert_non_null(fgets(line, sizeof line, file));
            assert_int_equal(sscanf(line, "%7[^,],%*d,%*f,%*f,%lf", name, &want), 2);
            assert_string_equal(name, s->name);
            check_abs(tn_joint_place(&arena, &laws, pair_of(s), v, quota), want, 2e-13,
                      "village");
        }
    }
    fclose(file);
}

static void a_cap_gathers_all_that_exceeds_it(void **state)
{
    (void)state;
    static const long caps[][2] = {{23, 35}, {0, 0},   {1, 57},  {67, 1},
                                   {24, 34}, {90, 90}, {-3, 20}, {66, 56}};
    for_scenarios (s) {
        struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                               1e-6);
        struct tn_joint whole = tn_joint_law(&arena, &laws, pair_of(s), uncapped);
        for (size_t c = 0; c < sizeof caps / sizeof *caps; c++) {
            struct tn_joint joint = tn_joint_law(&arena, &laws, pair_of(s), caps[c]);
            for (size_t i = 0; i <= joint.n[0]; i++)
                for (size_t k = 0; k <= joint.n[1]; k++)
                    check_rel(tn_joint_at_least(&joint, (long)i, (long)k),
                              tn_joint_at_least(&whole, (long)i, (long)k), 1e-12);
        }
    }
}

static void margins_are_the_laws_of_either_count(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = laws_of(s);
        struct tn_joint joint = tn_joint_law(&arena, &laws, pair_of(s), uncapped);
        for (size_t i = 0; i <= 67; i++) {
            double sum = 0;
            for (size_t k = 0; k <= 57; k++)
                sum += joint.pmf[i * 58 + k];
            check_rel(sum, laws.whole[0].pmf[i], 1e-12);
        }
        struct tn_joint last = tn_joint_law(&arena, &laws, pair_of(s), quotas);
        check_rel(last.pmf[23 * 36 + 35], tn_joint_at_least(&joint, 23, 35), 1e-12);
    }
}

int main(void)
{
    const struct CMUnitTest joint[] = {
        cmocka_unit_test_teardown(agrees_with_the_summaries, forget),
        cmocka_unit_test_teardown(agrees_with_every_cell, forget),
        cmocka_unit_test_teardown(agrees_with_every_village, forget),
        cmocka_unit_test_teardown(a_cap_gathers_all_that_exceeds_it, forget),
        cmocka_unit_test_teardown(margins_are_the_laws_of_either_count, forget),
    };
    return cmocka_run_group_tests(joint, NULL, NULL);
}
