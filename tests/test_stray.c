/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a table of names, each with the file that a person would take it for; and a
 * folder full of strays with every word that the reader has to say of it. */
#define _XOPEN_SOURCE 700   // mkdtemp
#include "check.h"

#include "tn/data/commune.h"
#include "tn/data/stray.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct tn_arena arena;
static char folder[64];

static int begin(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/thoatngheo-stray-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    char command[128];

    snprintf(command, sizeof command, "rm -r %s", folder);
    tn_arena_free(&arena);
    return system(command);
}

static void lay(const char *name, const char *text)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static void names_tell_what_was_meant(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int meant;   // -1: no stray at all
        bool same;
    } known[] = {
        {"Villages.CSV", TN_F_VILLAGES, true},
        {"village.csv", TN_F_VILLAGES, false},
        {"Plan.csv", TN_F_PLAN, true},
        {"plan 2024.csv", TN_F_PLAN, false},
        {"plan xyz.csv", TN_F_PLAN, false},
        {"plan(xyz.csv", TN_F_PLAN, false},
        {"plan0xyz.csv", TN_F_PLAN, false},
        {"plan9xyz.csv", TN_F_PLAN, false},
        {"plan)xyz.csv", TN_FILES, false},
        {"plan:xyz.csv", TN_FILES, false},
        {"planx.csv", TN_F_PLAN, false},
        {"plaxx.csv", TN_FILES, false},
        {"scenario.csv.xls", TN_F_SCENARIO, true},
        {"sxxnario.csv", TN_F_SCENARIO, false},
        {"sxxxario.csv", TN_FILES, false},
        {"a.csv", TN_FILES, false},
        {"villages (1).csv", TN_F_VILLAGES, false},
        {"villages.csv.txt", TN_F_VILLAGES, true},
        {"Danh sách thôn.csv", TN_F_VILLAGES, true},
        {"ho_gia_dinh.csv", TN_F_HOUSEHOLDS, true},
        {"Hộ-gia-đình.csv", TN_F_HOUSEHOLDS, true},
        {"households 2024.tsv", TN_F_HOUSEHOLDS, false},
        {"household.xlsx", TN_F_HOUSEHOLDS, false},
        {"KE HOACH.csv", TN_F_PLAN, true},
        {"Village-Claims.csv", TN_F_VILLAGE_CLAIMS, true},
        {"tiến độ.ods", TN_F_PROGRESS, true},
        {"kichban.csv", TN_F_SCENARIO, false},
        {"dân số.csv", TN_FILES, false},
        {"\xFF\x1B.csv", TN_FILES, false},
        {"dân số.xlsx", -1, false},
        {"villages.csv", -1, false},
        {"village.docx", -1, false},
        {".village.csv", -1, false},
        {"~village.csv", -1, false},
        {".csv", -1, false},
        {"README.md", -1, false},
    };
    struct tn_stray *stray = NULL;
    size_t found = 0;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        lay(known[i].name, "x\n");
    size_t n = tn_strays_of(&arena, folder, &stray);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct tn_stray *it = NULL;
        for (size_t k = 0; k < n; k++)
            if (strcmp(stray[k].name, known[i].name) == 0)
                it = &stray[k];
        if (!it != (known[i].meant < 0) ||
            (it && ((int)it->meant != known[i].meant || it->same != known[i].same)))
            fail_msg("%s: meant %d, same %d", known[i].name, it ? (int)it->meant : -1,
                     it ? it->same : -1);
        found += it != NULL;
    }
    assert_int_equal(found, n);
    for (size_t k = 1; k < n; k++)
        assert_true(strcmp(stray[k - 1].name, stray[k].name) < 0);
}

static void folders_and_missing_folders_are_no_strays(void **state)
{
    (void)state;
    struct tn_stray *stray = NULL;
    char path[256];

    snprintf(path, sizeof path, "%s/village.csv", folder);
    assert_int_equal(mkdir(path, 0777), 0);
    assert_int_equal(tn_strays_of(&arena, folder, &stray), 0);
    assert_int_equal(tn_strays_of(&arena, "/tmp/thoatngheo-no-such", &stray), 0);
}

static const char *heard(const struct tn_findings *findings, const char *name,
                         enum tn_severity severity)
{
    for (const struct tn_finding *f = findings->first; f; f = f->next)
        if (f->severity == severity && strcmp(strrchr(f->file, '/') + 1, name) == 0)
            return f->text.text[TN_EN];
    return "";
}

static void a_plan_leaves_no_table_unread_without_a_word(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_commune commune;
    struct tn_err err = {0};

    lay("plan.csv", "key,value\ncommune,An Binh\nplan_year,2024\nbase_year,2023\n");
    lay("villages.csv", "village,poor,poor_quota,near_poor,near_poor_quota\nA,5,1,5,1\n");
    lay("Villages.CSV", "x\n");
    lay("village.csv", "x\n");
    lay("villages.xlsx", "x\n");
    lay("household.csv", "x\n");
    lay("other\x1B.csv", "x\n");
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                     TN_OK);
    assert_int_equal(findings.warnings, 2);
    assert_int_equal(findings.notes, 2);
    assert_string_equal(heard(&findings, "Villages.CSV", TN_WARNING),
                        "this file is not read, since villages.csv is there");
    assert_string_equal(heard(&findings, "village.csv", TN_NOTE),
                        "this file is not read, since villages.csv is there");
    assert_string_equal(heard(&findings, "household.csv", TN_WARNING),
                        "this file is not read; is it households.csv, misnamed? (a CSV "
                        "file of exactly that name is needed)");
    assert_string_equal(heard(&findings, "other\\x1B.csv", TN_NOTE),
                        "this file is none of a plan's and is not read");
}

static void a_missing_file_is_looked_for_among_the_strays(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_commune commune;
    struct tn_err err = {0};

    lay("Kế hoạch.csv", "x\n");
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                     TN_EDATA);
    assert_string_equal(heard(&findings, "plan.csv", TN_ERROR),
                        "plan.csv is missing; is it 'Kế hoạch.csv', misnamed?");
    assert_string_equal(
        heard(&findings, "villages.csv", TN_ERROR),
        "villages.csv is missing; a plan needs plan.csv and villages.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_tell_what_was_meant, begin, end),
        cmocka_unit_test_setup_teardown(folders_and_missing_folders_are_no_strays, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_plan_leaves_no_table_unread_without_a_word,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_missing_file_is_looked_for_among_the_strays,
                                        begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
