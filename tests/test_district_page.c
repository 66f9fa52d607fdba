/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of several plans, as files. Oracle: the answer of quota for the same plans.
 */
#include "program.h"
#include "scratch.h"

#include <sys/stat.h>

#define PLANS "data/cam-binh-2024 data/an-binh-mau"

static int write_report(void **state)
{
    (void)state;
    char command[400];
    if (scratch_make("district"))
        return -1;
    snprintf(command, sizeof command,
             "report " PLANS " --method exact --lang vi --output %s", folder);
    struct run run = run_program(command);
    size_t len = strlen(run.text);
    int status = run.status || len < 12 || strcmp(run.text + len - 11, "index.html\n");
    free(run.text);
    return status;
}

static int count(const char *text, const char *what)
{
    int n = 0;
    for (; (text = strstr(text, what)) != NULL; text++)
        n++;
    return n;
}

static void its_table_is_the_answer_of_quota(void **state)
{
    (void)state;
    char *csv = scratch_read("communes.csv");
    struct run run = run_program("quota " PLANS " --method exact --format csv");
    assert_int_equal(run.status, 0);
    assert_string_equal(csv, run.text);
    free(csv);
    free(run.text);
}

/* Each commune's chance stands on the page as the table has it. */
static void its_page_shows_every_commune(void **state)
{
    (void)state;
    char *csv = scratch_read("communes.csv"), *page = scratch_read("index.html");
    int rows = 0;
    for (char *line = strchr(csv, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        char name[128], p[128], want[200];
        const char *commune = csv_cell(line, 0, name);
        snprintf(want, sizeof want, "%.1f&#160;%%</td>",
                 100 * strtod(csv_cell(line, 8, p), NULL));
        *strchr(want, '.') = ',';
        if (!strstr(page, want) || !strstr(page, commune))
            fail_msg("no %s of %s", want, commune);
        rows++;
    }
    assert_int_equal(rows, 6);
    assert_int_equal(count(page, "<figure"), 4);
    assert_int_equal(count(page, "<table"), 2);
    assert_null(strstr(page, "<script"));
    assert_non_null(
        strstr(page, "2 xã: khả năng hoàn thành chỉ tiêu giảm nghèo năm 2024"));
    free(csv);
    free(page);
}

static void its_other_files_are_there(void **state)
{
    (void)state;
    static const char *const chart[] = {"district-poor", "district-near-poor",
                                        "communes-poor", "communes-near-poor"};
    static const char *const end[] = {"svg", "png", "pdf", "gp"};
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 4; k++) {
            char name[64];
            snprintf(name, sizeof name, "%s.%s", chart[i], end[k]);
            free(scratch_read(name));
        }
    free(scratch_read("report.xlsx"));
}

/* One folder that cannot be read, and nothing is written. */
static void all_plans_must_be_sound(void **state)
{
    (void)state;
    char command[600];
    struct stat status;
    snprintf(command, sizeof command,
             "report data/cam-binh-2024 %s/none --output %s/bad 2>&1", folder, folder);
    struct run run = run_program(command);
    assert_int_equal(run.status, 2);
    free(run.text);
    snprintf(command, sizeof command, "%s/bad", folder);
    assert_int_not_equal(stat(command, &status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_table_is_the_answer_of_quota),
        cmocka_unit_test(its_page_shows_every_commune),
        cmocka_unit_test(its_other_files_are_there),
        cmocka_unit_test(all_plans_must_be_sound),
    };
    return cmocka_run_group_tests(tests, write_report, scratch_drop);
}
