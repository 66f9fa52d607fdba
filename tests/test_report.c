/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's report as its reader meets it: hostile names, no gnuplot, wrong input.
 * Oracle of the names: the text nodes of the pictures, decoded. */
#include "program.h"
#include "scratch.h"

#include <limits.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

static int make_folder(void **state)
{
    (void)state;
    return scratch_make("report");
}

static void write_file(const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static bool exists(const char *name)
{
    char path[512];
    struct stat status;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return stat(path, &status) == 0;
}

static void make_plan(const char *name_in_csv, const char *quota)
{
    char text[1024];
    snprintf(text, sizeof text, "%s/plan", folder);
    mkdir(text, 0755);
    write_file("plan/plan.csv", "key,value\ncommune,An Binh\nplan_year,2024\n"
                                "base_year,2023\nhouseholds_total,900\n");
    snprintf(text, sizeof text,
             "village,poor,poor_quota,near_poor,near_poor_quota\n"
             "%s,12,%s,20,8\nBinh Minh,7,2,11,3\n",
             name_in_csv, quota);
    write_file("plan/villages.csv", text);
}

static struct run report(const char *before, const char *more)
{
    const char *program = getenv("TN_PROGRAM");
    char command[2048];

    if (!before[0]) {
        snprintf(command, sizeof command, "report %s/plan --output %s/out %s 2>&1",
                 folder, folder, more);
        return run_program(command);
    }
    /* run_program puts the program first: hand the rest to a shell of its own */
    char here[256], absolute[512];
    assert_non_null(getcwd(here, sizeof here));
    snprintf(absolute, sizeof absolute, "%s/%s", here, program ? program : "thoatngheo");
    snprintf(command, sizeof command,
             "--version >/dev/null; %s %s report %s/plan --output %s/out %s 2>&1", before,
             absolute, folder, folder, more);
    return run_program(command);
}

static const struct {
    const char *csv, *svg;   // the cell; the name as XML has it
} hostile[] = {
    {"\"a`touch PWNED`b\"", "a`touch PWNED`b"},
    {"$(touch PWNED)", "$(touch PWNED)"},
    {"\"A \"\"quoted\"\" 'one'\"", "A \"quoted\" 'one'"},
    {"back\\slash\\n", "back\\slash\\n"},
    {"{/=50 x}", "{/=50 x}"},
    {"50% of x_1^2 @ y&z", "50% of x_1^2 @ y&amp;z"},
    {"<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"},
};

/* The text of an SVG with the entities that gnuplot's writers differ in made alike. */
static void plain_entities(char *svg)
{
    static const char *const entity[][2] = {
        {"&#39;", "'"}, {"&apos;", "'"}, {"&quot;", "\""}, {"&#34;", "\""}};
    for (size_t i = 0; i < sizeof entity / sizeof *entity; i++)
        for (char *at; (at = strstr(svg, entity[i][0])) != NULL;) {
            *at = *entity[i][1];
            memmove(at + 1, at + strlen(entity[i][0]),
                    strlen(at + strlen(entity[i][0])) + 1);
        }
}

static void hostile_names_are_drawn_and_run_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        make_plan(hostile[i].csv, "4");
        struct run run = report("", "--quiet");
        if (run.status != 0)
            fail_msg("%s: exit %d: %s", hostile[i].csv, run.status, run.text);
        free(run.text);
        char *svg = scratch_read("out/villages-poor.svg");
        plain_entities(svg);
        if (!strstr(svg, hostile[i].svg))
            fail_msg("%s is not in the picture", hostile[i].svg);
        free(svg);
        char *markdown = scratch_read("out/summary.md");
        assert_null(strstr(markdown, "<b>"));
        free(markdown);
        assert_false(exists("PWNED") || exists("out/PWNED") ||
                     access("PWNED", F_OK) == 0);
    }
}

static void without_gnuplot_the_tables_are_there(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s/out'", folder);
    assert_int_equal(system(command), 0);
    make_plan("An Phu", "4");
    struct run run = report("PATH=/nowhere", "--lang en --quiet");
    assert_int_equal(run.status, 1);
    assert_non_null(strstr(run.text, "gnuplot"));
    free(run.text);
    assert_true(exists("out/summary.md") && exists("out/forecast.csv"));
    assert_false(exists("out/exits-poor.svg") || exists("out/exits-poor.png"));
}

static void wrong_input_is_refused_and_nothing_written(void **state)
{
    (void)state;
    static const struct {
        const char *quota, *says;
    } wrong[] = {
        {"13", "villages.csv:2"},  {"-1", "villages.csv:2:3"},
        {"x", "villages.csv:2:3"}, {"1.5", "villages.csv:2:3"},
        {"", "villages.csv:2:3"},
    };
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s/out'", folder);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(system(command), 0);
        make_plan("An Phu", wrong[i].quota);
        struct run run = report("", "--lang en");
        assert_int_equal(run.status, 2);
        if (!strstr(run.text, wrong[i].says) || !strstr(run.text, "poor_quota"))
            fail_msg("quota '%s': %s", wrong[i].quota, run.text);
        free(run.text);
        assert_false(exists("out"));
    }
}

static void a_list_longer_than_its_village_is_refused(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s/out'", folder);
    assert_int_equal(system(command), 0);
    make_plan("An Phu", "4");
    char list[2048] = "household,village,status\n";
    for (int i = 1; i <= 8; i++)
        snprintf(list + strlen(list), sizeof list - strlen(list), "h%d,Binh Minh,poor\n",
                 i);
    write_file("plan/households.csv", list);
    struct run run = report("", "--lang en");
    assert_int_equal(run.status, 2);
    assert_non_null(strstr(run.text, "households.csv:9:3: error: status: this is poor "
                                     "household 8 listed for 'Binh Minh', but "
                                     "villages.csv has only 7"));
    free(run.text);
    assert_false(exists("out"));
    snprintf(command, sizeof command, "rm '%s/plan/households.csv'", folder);
    assert_int_equal(system(command), 0);
}

static void a_second_run_writes_the_same_bytes(void **state)
{
    (void)state;
    make_plan("An Phu", "4");
    struct run run = report("", "--quiet --threads 1");
    assert_int_equal(run.status, 0);
    free(run.text);
    char *first[3], *again;
    static const char *const name[] = {"out/forecast.csv", "out/summary.md",
                                       "out/villages-poor.svg"};
    for (int i = 0; i < 3; i++)
        first[i] = scratch_read(name[i]);
    run = report("", "--quiet --threads 3");
    free(run.text);
    for (int i = 0; i < 3; i++) {
        again = scratch_read(name[i]);
        assert_string_equal(first[i], again);
        free(again);
        free(first[i]);
    }
}

/* Nothing is said of meeting a quota that the plan has not. */
static void without_a_quota_there_is_nothing_to_meet(void **state)
{
    (void)state;
    char command[400];
    snprintf(command, sizeof command, "rm -rf '%s/out'", folder);   // what others left
    assert_int_equal(system(command), 0);
    make_plan("An Phu", "4");
    write_file("plan/villages.csv", "village,poor,poor_quota,near_poor,near_poor_quota\n"
                                    "An Phu,12,0,20,0\nBinh Minh,7,0,11,0\n");
    struct run run = report("", "--quiet --lang vi --method exact");
    assert_int_equal(run.status, 0);
    free(run.text);
    static const char *const name[] = {"out/summary.md", "out/index.html",
                                       "out/exits-poor.svg"};
    for (int i = 0; i < 3; i++) {
        char *text = scratch_read(name[i]);
        assert_non_null(strstr(text, "kế hoạch không giao chỉ tiêu"));
        assert_null(strstr(text, "Khả năng đạt"));
        assert_null(strstr(text, "Khả năng từ 0 hộ"));
        free(text);
    }
    assert_false(exists("out/support.csv"));
}

/* The change of each indicator is what lies between its first and its last year. */
static void the_table_of_years_adds_up(void **state)
{
    (void)state;
    char command[400];
    snprintf(command, sizeof command,
             "report data/an-binh-mau --quiet --method exact --output %s/years", folder);
    struct run run = run_program(command);
    assert_int_equal(run.status, 0);
    free(run.text);
    char *csv = scratch_read("years/trends.csv");
    int rows = 0;
    for (char *line = strchr(csv, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        double x[8];
        char room[128];
        for (int k = 0; k < 8; k++)
            x[k] = strtod(csv_cell(line, 2 + k, room), NULL);
        check_rel(1 + x[2], 1 + x[1] - x[0], 1e-12);
        assert_true(x[3] <= x[2] && x[2] <= x[4]);   // the change in its interval
        assert_true(x[6] <= x[5] && x[5] <= x[7]);   // the forecast in its range
        rows++;
    }
    assert_int_equal(rows, 24);
    free(csv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_names_are_drawn_and_run_nothing),
        cmocka_unit_test(without_gnuplot_the_tables_are_there),
        cmocka_unit_test(wrong_input_is_refused_and_nothing_written),
        cmocka_unit_test(a_list_longer_than_its_village_is_refused),
        cmocka_unit_test(a_second_run_writes_the_same_bytes),
        cmocka_unit_test(without_a_quota_there_is_nothing_to_meet),
        cmocka_unit_test(the_table_of_years_adds_up),
    };
    return cmocka_run_group_tests(tests, make_folder, scratch_drop);
}
