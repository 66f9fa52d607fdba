/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan made without a contradiction has none found in it; several plans are audited
 * together. TN_SLOW=1 tries 1,000 plans, else 20. */
#include "program.h"

#include <sys/stat.h>
#include <unistd.h>

enum { TOGETHER = 20 };

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/thoatngheo-clean-XXXXXX");
    return mkdtemp(folder) == NULL;
}

static void remove_plan(int i)
{
    static const char *const file[] = {"plan.csv", "villages.csv", "households.csv",
                                       "history.csv"};
    char path[128];

    for (size_t f = 0; f < sizeof file / sizeof *file; f++) {
        snprintf(path, sizeof path, "%s/%d/%s", folder, i, file[f]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/%d", folder, i);
    rmdir(path);
}

static int remove_folder(void **state)
{
    (void)state;
    for (int i = 0; i < TOGETHER; i++)
        remove_plan(i);
    return rmdir(folder);
}

/* Of every size, each second with a list of its households. */
static void generate(int i, int seed)
{
    char arguments[256];

    snprintf(arguments, sizeof arguments,
             "generate %s/%d --seed %d --villages %d --poor %d --near-poor %d %s --quiet",
             folder, i, seed, 1 + seed % 23, 1 + seed % 13, 1 + seed % 11,
             seed % 2 ? "--households" : "");
    struct run run = run_program(arguments);
    if (run.status != 0)
        print_error("%s\n%s\n", arguments, run.text);
    assert_int_equal(run.status, 0);
    free(run.text);
}

static struct run audit_together(const char *options)
{
    char arguments[2048];
    size_t len = (size_t)snprintf(arguments, sizeof arguments, "audit %s", options);

    for (int i = 0; i < TOGETHER; i++)
        len += (size_t)snprintf(arguments + len, sizeof arguments - len, " %s/%d", folder,
                                i);
    return run_program(arguments);
}

static void nothing_is_found_in_plans_made_clean(void **state)
{
    (void)state;
    int plans = getenv("TN_SLOW") ? 1000 : TOGETHER;

    for (int first = 0; first < plans; first += TOGETHER) {
        for (int i = 0; i < TOGETHER; i++)
            generate(i, 1 + first + i);
        struct run run = audit_together("--format csv --lang en");
        if (run.status != 0)
            print_error("seeds from %d:\n%s\n", 1 + first, run.text);
        assert_int_equal(run.status, 0);
        free(run.text);
        run = audit_together("--lang en");
        assert_non_null(strstr(run.text, "20 plans: do they contradict themselves?"));
        assert_non_null(strstr(run.text, "No contradiction was found"));
        free(run.text);
        for (int i = 0; i < TOGETHER; i++)
            remove_plan(i);
    }
}

/* One plan among clean ones that is not: its commune stands beside each finding. */
static void each_finding_names_its_plan(void **state)
{
    (void)state;
    char arguments[256];

    generate(0, 5);
    snprintf(arguments, sizeof arguments, "audit %s/0 data/cam-binh-2024 --lang en",
             folder);
    struct run run = run_program(arguments);
    assert_int_equal(run.status, 3);
    assert_non_null(strstr(run.text, "2 plans: do they contradict themselves?"));
    assert_non_null(strstr(run.text, "Cẩm Bình  claims.csv:"));
    free(run.text);
    snprintf(arguments, sizeof arguments,
             "audit %s/0 data/cam-binh-2024 --format json --lang en", folder);
    run = run_program(arguments);
    assert_non_null(strstr(run.text, "\"plans\""));
    assert_non_null(strstr(run.text, "\"rule\": \"claims-differ\""));
    free(run.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_found_in_plans_made_clean),
        cmocka_unit_test(each_finding_names_its_plan),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
