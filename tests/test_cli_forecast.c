/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tests/oracle/forecast/, through the command line on the real plan: the
 * program reads data/cam-binh-2024 and a model.csv of fixed parameters, and prints what
 * quadratures in another language gave. */
#include "forecast_oracle.h"
#include "program.h"

#include <unistd.h>

static const double TOL = 1e-10;   // asked: 1e-8; the oracle's own error: 1e-15

static const char *model_file(const struct scenario *s)
{
    static char path[128];
    const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";

    snprintf(path, sizeof path, "%s/tn-model-%s-%ld.csv", folder, s->name,
             (long)getpid());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file,
            "parameter,status,q50,mean,sd\n"
            "planned,poor,,1.2,0\nunplanned,poor,,-2.2,0\n"
            "planned,near_poor,,1.6,0\nunplanned,near_poor,,-1.5,0\n"
            "village_sd,,%.17g,,\nyear_sd,,%.17g,,\n"
            "to_near_poor,poor,0,,\nnear_to_poor,near_poor,0,,\n"
            "entry,poor,0,,\nentry,near_poor,0,,\n",
            s->place_sd, s->year_sd);
    assert_int_equal(fclose(file), 0);
    return path;
}

static struct run forecast(const struct scenario *s, const char *command,
                           const char *more)
{
    char arguments[512];
    const char *model = model_file(s);

    snprintf(arguments, sizeof arguments, "%s data/cam-binh-2024 --model %s %s", command,
             model, more);
    struct run run = run_program(arguments);
    remove(model);
    assert_int_equal(run.status, 0);
    return run;
}

/* B and H have no model.csv: they are tested on the library. */
#define for_plain_scenarios(s) \
    for_scenarios (s)          \
        if (s->shared && !s->by_household)

enum { MEAN = 4, SD, Q05, Q50, Q95, P_QUOTA };

static double cell(const char *line, int column)
{
    char room[128];
    return strtod(csv_cell(line, column, room), NULL);
}

static void check_village(const struct scenario *s, int v, const char *poor_line,
                          const char *near_line)
{
    FILE *file = oracle_file("commune_villages.csv");
    char line[512], name[8];
    int village;
    double want[7];
    bool found = false;

    while (!found && fgets(line, sizeof line, file))
        found = sscanf(line, "%7[^,],%d,%lf,%lf,%lf,%lf,%lf,%lf,%lf", name, &village,
                       want, want + 1, want + 2, want + 3, want + 4, want + 5,
                       want + 6) == 9 &&
                strcmp(name, s->name) == 0 && village == v + 1;
    fclose(file);
    assert_true(found);
    check_abs(cell(poor_line, P_QUOTA), want[0], TOL, "P(village's poor quota)");
    check_abs(cell(near_line, P_QUOTA), want[1], TOL, "P(village's near-poor quota)");
    check_abs(cell(poor_line, MEAN), want[3], TOL, "mean of poor exits");
    check_abs(cell(poor_line, SD), want[4], TOL, "sd of poor exits");
    check_abs(cell(near_line, MEAN), want[5], TOL, "mean of near-poor exits");
    check_abs(cell(near_line, SD), want[6], TOL, "sd of near-poor exits");
}

static void check_commune(const struct scenario *s, const char *line, const char *what)
{
    char key[32];
#define WANT(prefix) \
    (snprintf(key, sizeof key, "%s_%s", prefix, what), summary_value(s->name, key))
    check_abs(cell(line, MEAN), WANT("mean"), TOL, "mean");
    check_abs(cell(line, SD), WANT("sd"), TOL, "sd");
    check_abs(cell(line, Q05), WANT("q05"), 0, "q05");
    check_abs(cell(line, Q50), WANT("q50"), 0, "q50");
    check_abs(cell(line, Q95), WANT("q95"), 0, "q95");
#undef WANT
}

static void tables_agree_with_the_oracle(void **state)
{
    (void)state;
    for_plain_scenarios(s)
    {
        struct run run = forecast(s, "forecast", "--format csv");
        const char *line[2 + 2 * PLACES];
        const char *next = strchr(run.text, '\n') + 1;
        for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
            line[i] = next;
            next = strchr(next, '\n') + 1;
        }
        check_commune(s, line[0], "poor");
        check_commune(s, line[1], "near");
        check_abs(cell(line[0], P_QUOTA), summary_value(s->name, "P_poor_ge_23"), TOL,
                  "P(23 poor)");
        check_abs(cell(line[1], P_QUOTA), summary_value(s->name, "P_near_ge_35"), TOL,
                  "P(35 near-poor)");
        for (int v = 0; v < PLACES; v++)
            check_village(s, v, line[2 + 2 * v], line[3 + 2 * v]);
        free(run.text);
    }
}

static void check_pmf(const struct scenario *s, const char *status, const char *pmf)
{
    FILE *file = oracle_file("commune_pmf.csv");
    char line[256], name[8], which[16];
    int k, seen = 0;
    double want;

    pmf = strchr(strstr(pmf, "\"pmf\": "), '[') + 1;
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%7[^,],%15[^,],%d,%lf", name, which, &k, &want) != 4 ||
            strcmp(name, s->name) != 0 || strcmp(which, status) != 0)
            continue;
        char *end;
        check_abs(strtod(pmf, &end), want, TOL, "pmf");
        pmf = end + 1;
        seen++;
    }
    fclose(file);
    assert_int_equal(seen, strcmp(status, "poor") == 0 ? 68 : 58);
}

static void json_agrees_with_the_oracle(void **state)
{
    (void)state;
    for_plain_scenarios(s)
    {
        struct run run = forecast(s, "forecast", "--format json");
        const char *of_poor = strstr(run.text, "\"status\": {");
        const char *of_near = strstr(of_poor + 12, "\"near_poor\": {");
        check_pmf(s, "poor", of_poor);
        check_pmf(s, "near_poor", of_near);
        check_abs(json_number(run.text, "p_both_quotas"),
                  summary_value(s->name, "P_both"), TOL, "P(both)");
        const char *all = strstr(run.text, "\"p_all_villages\": {");
        check_abs(json_number(all, "poor"), summary_value(s->name, "P_all_villages_poor"),
                  TOL, "P(all villages' poor)");
        check_abs(json_number(all, "near_poor"),
                  summary_value(s->name, "P_all_villages_near"), TOL,
                  "P(all villages' near-poor)");
        /* Without flows the net reduction is the exits. */
        const char *net = strstr(of_poor, "\"net\": {");
        check_abs(json_number(net, "p_quota"), summary_value(s->name, "P_poor_ge_23"),
                  TOL, "P(net 23)");
        free(run.text);
    }
}

/* TN_SLOW=1 draws 4,000,000 times, else 400,000. */
static void simulation_agrees_with_the_oracle(void **state)
{
    (void)state;
    const char *draws = getenv("TN_SLOW") ? "--format json --draws 4000000"
                                          : "--format json --draws 400000";
    for_plain_scenarios(s)
    {
        struct run run = forecast(s, "simulate", draws);
        static const char *const key[] = {"poor", "near_poor", "both"};
        static const char *const want[] = {"P_poor_ge_23", "P_near_ge_35", "P_both"};
        const char *check = strstr(run.text, "\"check\": {");
        assert_non_null(check);
        for (int i = 0; i < 3; i++) {
            char quoted[32];
            snprintf(quoted, sizeof quoted, "\"%s\": {", key[i]);
            const char *at = strstr(check, quoted);
            double exact = summary_value(s->name, want[i]);
            double got = json_number(at, "simulated"),
                   se = json_number(at, "standard_error");
            check_abs(json_number(at, "exact"), exact, TOL, key[i]);
            check_abs(got, exact, 4.5 * se, key[i]);
        }
        free(run.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_agree_with_the_oracle),
        cmocka_unit_test(json_agrees_with_the_oracle),
        cmocka_unit_test(simulation_agrees_with_the_oracle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
