/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/forecast/ (another program's quadrature, two methods agreeing to
 * 1.1e-16); brute force over effects and households on tiny communes. */
#include "forecast_oracle.h"

#include "tn/num/poisbin.h"
#include "tn/num/special.h"

static const double TOL =
    1e-13;   // of the quadrature; the oracles are good to some 1e-15

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

static void settles_on_every_scenario(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                               TOL);
        assert_true(laws.moved < TOL);
    }
}

static void check_summary(const char *scenario, const char *status,
                          const struct tn_law *law, long quota)
{
    char name[64];
    double shortfall = 0;
    for (long k = 0; k < quota; k++)
        shortfall += (double)(quota - k) * law->pmf[k];

    snprintf(name, sizeof name, "P_%s_ge_%ld", status, quota);
    check_abs(tn_poisbin_at_least(law->n, law->pmf, quota), summary_value(scenario, name),
              2e-13, name);
    snprintf(name, sizeof name, "mean_%s", status);
    check_abs(tn_poisbin_mean(law->n, law->pmf), summary_value(scenario, name), 2e-12,
              name);
    snprintf(name, sizeof name, "sd_%s", status);
    check_abs(tn_poisbin_sd(law->n, law->pmf), summary_value(scenario, name), 2e-12,
              name);
    snprintf(name, sizeof name, "E_shortfall_%s", status);
    check_abs(shortfall, summary_value(scenario, name), 1e-12, name);
    static const int percent[] = {5, 25, 50, 75, 95};
    for (int i = 0; i < 5; i++) {
        snprintf(name, sizeof name, "q%02d_%s", percent[i], status);
        assert_int_equal(tn_poisbin_quantile(law->n, law->pmf, percent[i] / 100.0),
                         lround(summary_value(scenario, name)));
    }
}

static void agrees_with_the_summaries(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                               TOL);
        check_summary(s->name, "poor", &laws.whole[0], 23);
        check_summary(s->name, "near", &laws.whole[1], 35);
        check_abs(tn_laws_every(&arena, &laws, 0, poor_quota),
                  summary_value(s->name, "P_all_villages_poor"), 1e-13,
                  "every poor quota");
        check_abs(tn_laws_every(&arena, &laws, 1, near_quota),
                  summary_value(s->name, "P_all_villages_near"), 1e-13,
                  "every near quota");
        check_abs(tn_poisbin_at_most(67, laws.whole[0].pmf, 5),
                  summary_value(s->name, "P_poor_le_5"), 2e-13, "P_poor_le_5");
    }
}

static const struct scenario *scenario_named(const char *name)
{
    for_scenarios (s)
        if (strcmp(s->name, name) == 0)
            return s;
    fail_msg("no scenario %s", name);
    return NULL;
}

/* Calls row(laws, line) for every line of a file whose first field is a scenario. */
static void for_rows(const char *name,
                     void (*row)(const struct tn_laws *laws, const char *line))
{
    FILE *file = oracle_file(name);
    char line[512], open[8] = "", scenario[8];
    struct tn_laws laws = {0};
    size_t rows = 0;

    assert_non_null(fgets(line, sizeof line, file));
    for (; fgets(line, sizeof line, file); rows++) {
        assert_int_equal(sscanf(line, "%7[^,]", scenario), 1);
        if (strcmp(scenario, open) != 0)
            laws = tn_effects_solve(
                &arena, &oracle_of(&arena, scenario_named(scenario))->effects, TOL);
        strcpy(open, scenario);
        row(&laws, strchr(line, ',') + 1);
    }
    fclose(file);
    assert_true(rows >= 77);
}

static void pmf_row(const struct tn_laws *laws, const char *line)
{
    char status[16];
    long k;
    double pmf, tail;
    assert_int_equal(sscanf(line, "%15[^,],%ld,%lf,%lf", status, &k, &pmf, &tail), 4);
    const struct tn_law *law = &laws->whole[strcmp(status, "poor") != 0];
    check_abs(law->pmf[k], pmf, 1e-13, "pmf");
    check_abs(tn_poisbin_at_least(law->n, law->pmf, k), tail, 2e-13, "tail");
}

static void agrees_with_every_entry_of_the_laws(void **state)
{
    (void)state;
    for_rows("commune_pmf.csv", pmf_row);
}

static void village_row(const struct tn_laws *laws, const char *line)
{
    size_t v;
    double met[3], mean[2], sd[2];
    assert_int_equal(sscanf(line, "%zu,%lf,%lf,%lf,%lf,%lf,%lf,%lf", &v, &met[0], &met[1],
                            &met[2], &mean[0], &sd[0], &mean[1], &sd[1]),
                     8);
    for (size_t c = 0; c < 2; c++) {
        const struct tn_law *law = tn_laws_place(laws, c, v - 1);
        long quota = (c ? near_quota : poor_quota)[v - 1];
        check_abs(tn_poisbin_at_least(law->n, law->pmf, quota), met[c], 2e-13, "met");
        check_abs(tn_poisbin_mean(law->n, law->pmf), mean[c], 5e-13, "mean");
        check_abs(tn_poisbin_sd(law->n, law->pmf), sd[c], 5e-13, "sd");
    }
}

static void agrees_with_every_village(void **state)
{
    (void)state;
    for_rows("commune_villages.csv", village_row);
}

int main(void)
{
    const struct CMUnitTest effects[] = {
        cmocka_unit_test_teardown(settles_on_every_scenario, forget),
        cmocka_unit_test_teardown(agrees_with_the_summaries, forget),
        cmocka_unit_test_teardown(agrees_with_every_entry_of_the_laws, forget),
        cmocka_unit_test_teardown(agrees_with_every_village, forget),
    };
    return cmocka_run_group_tests(effects, NULL, NULL);
}
