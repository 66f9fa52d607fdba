/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Header lines of a file of three columns, and what is said of each. Oracle: by hand. */
#include "finding_checks.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/header.h"
#include "tn/data/table.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_reading reading;

static const struct tn_field column[] = {
    {.name = "area",
     .kind = TN_K_NAME,
     .needed = true,
     .heading = {{"Vùng", "Region"}},
     .alias = "địa bàn|nơi"},
    {.name = "poor",
     .kind = TN_K_COUNT,
     .needed = true,
     .high = 1000,
     .heading = {{"Hộ nghèo", "Poor households"}}},
    {.name = "note", .kind = TN_K_TEXT, .heading = {{"Ghi chú", "Remark"}}},
};
static const struct tn_file_schema schema = {
    .name = "x.csv", .columns = 3, .column = column};

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static size_t rows;
static long area_column, poor_column;

static bool take(void *context, const struct tn_record *record)
{
    (void)context;
    rows++;
    area_column = record->value[0].column;
    poor_column = record->value[1].column;
    return true;
}

static bool read(const char *text)
{
    static struct tn_read_options options;
    const struct tn_table_reader reader = {take, NULL};
    struct tn_input input = {0};

    options = (struct tn_read_options){.bytes = text, .len = strlen(text)};
    findings = (struct tn_findings){0};
    reading = (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    rows = 0;
    return tn_table_read(&reading, &schema, &reader, &input);
}

static void says(size_t i, enum tn_severity severity, long line, long at,
                 const char *message)
{
    const struct tn_finding *f = finding_at(&findings, i);

    check_said(f, line, at, message);
    assert_int_equal(f->severity, severity);
}

static void each_spelling_names_its_column(void **state)
{
    (void)state;
    static const char *const area[] = {"area",          "AREA",     "Vùng",
                                       "vung",          "Region",   "địa bàn",
                                       "dia ban",       "nơi",      "NOI",
                                       "Area:",         "area *",   "area. :*",
                                       "area (hộ)",     "area(HỘ)", "area (số hộ) *:",
                                       "area  (so ho)", "nơi (ho)", "địa_bàn"};
    static const char *const none[] = {
        "are a",     "area (h)", "area (hộ",       "area hộ)", "area) (hộ) x", "(hộ)",
        " (so ho):", "(area)",   "area (hộ) (hộ)", "ho)",      "*:."};

    for (size_t i = 0; i < sizeof area / sizeof *area; i++) {
        char text[100];
        snprintf(text, sizeof text, "poor;%s;x\n1;A;\n", area[i]);
        if (!read(text) || area_column != 2 || poor_column != 1 || rows != 1)
            fail_msg("'%s'", area[i]);
        assert_int_equal(findings.warnings, 1);   // x
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        char text[100];
        snprintf(text, sizeof text, "poor;note;%s\n1;A;\n", none[i]);
        if (read(text) || findings.errors != 1)
            fail_msg("'%s'", none[i]);
        assert_string_equal(findings.last->text.text[TN_EN],
                            "the column area ('Vùng') is missing");
        assert_int_equal(findings.last->line, 1);
        assert_int_equal(findings.last->column, 0);
    }
}

static void the_separator_is_that_of_the_known_cells(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        char separator;
    } known[] = {
        {"\"area,x\";\"poor,y\"", ';'},   // a quote holds a separator
        {"\"area\";\"poor\",a,b,c", ';'},
        {"\"area\",\"poor\";a;b;c;d", ','},
        {"\"\"\"area\";poor,note,x", ','},
        {"area;poor,note,x", ','},
        {"area;poor;x,note", ';'},
        {"area|x,poor|y", '|'},
        {"area\tx\ty,z", '\t'},
        {"a,b;c;d", ';'},
        {"a,b;c", ','},
        {"", ','},
        {"area,", ','},
        {";area,;", ';'},
        {"\";\",area", ','},
        {"area", ','},
    };
    struct tn_header header;
    reading = (struct tn_reading){.arena = &arena, .path = "x.csv"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        tn_header_begin(&header, &reading, &schema);
        char got = tn_header_separator(&header, strlen(known[i].line), known[i].line);
        if (got != known[i].separator)
            fail_msg("'%s': '%c'", known[i].line, got);
    }
    /* No more columns are looked at than a row may have. */
    char *line = tn_new(&arena, char, 3 * TN_COLUMN_LIMIT), *end = line;
    for (int at = TN_COLUMN_LIMIT - 1; at <= TN_COLUMN_LIMIT; at++) {
        memset(line, ';', (size_t)at);
        end = line + at + sprintf(line + at, "poor|area");
        end += sprintf(end, ";;");
        sprintf(end, "|note");
        const char *semicolons = line;
        assert_int_equal(tn_header_separator(&header, strlen(semicolons), semicolons),
                         '|');
        memset(line, ';', (size_t)at);
        strcpy(line + at, "area");
        size_t len = strlen(line);
        line[len] = '|', line[len + 1] = 'x';
        line[at + 4] = ';';
        assert_int_equal(tn_header_separator(&header, len + 2, line), ';');
    }
}

static void columns_that_are_not_known_are_told_with_the_nearest(void **state)
{
    (void)state;
    char text[2000], *end = text;

    assert_true(read("area;poor;\" \t\";x\nA;1;y;\n"));
    says(0, TN_WARNING, 1, 3, "this column has no name and is not read");
    assert_true(read("area;poor;remarc;colour;;x\nA;1;;;;\n"));
    says(0, TN_WARNING, 1, 3,
         "the column 'remarc' is not known and not read (nearest: note, 'Remark')");
    says(1, TN_WARNING, 1, 4, "the column 'colour' is not known and not read");
    says(2, TN_WARNING, 1, 5, "this column has no name and is not read");
    says(3, TN_WARNING, 1, 6, "the column 'x' is not known and not read");
    assert_int_equal(findings.warnings, 4);
    assert_int_equal(reading.columns, 6);
    assert_string_equal(reading.column[2], "remarc");

    end += sprintf(end, "area;poor");   // twenty are told the nearest
    for (int i = 0; i < 22; i++)
        end += sprintf(end, ";remarc");
    sprintf(end, "\nA;1%.22s\n", ";;;;;;;;;;;;;;;;;;;;;;");
    assert_true(read(text));
    assert_int_equal(findings.warnings, 22);
    for (size_t i = 0; i < 22; i++)
        says(i, TN_WARNING, 1, (long)i + 3,
             i < 20 ? "the column 'remarc' is not known and not read (nearest: note, "
                      "'Remark')"
                    : "the column 'remarc' is not known and not read");
}

static void columns_are_there_once_and_all_that_are_needed(void **state)
{
    (void)state;
    assert_false(read("area;poor;Vùng;POOR\nA;1;A;1\n"));
    says(0, TN_ERROR, 1, 3,
         "area: this column appears twice, before in column 1: 'Vùng'");
    says(1, TN_ERROR, 1, 4,
         "poor: this column appears twice, before in column 2: 'POOR'");
    assert_int_equal(findings.errors, 2);
    assert_false(read("note\nA\n"));
    says(0, TN_ERROR, 1, 0, "the column area ('Vùng') is missing");
    says(1, TN_ERROR, 1, 0, "the column poor ('Hộ nghèo') is missing");
    assert_int_equal(findings.errors, 2);
    assert_true(read("note;poor;area\nA;1;B\n"));
    assert_null(findings.first);
    assert_int_equal(area_column, 3);
    assert_true(read("area;poor;;\nA;1;;\nB;2\nC;3;;;;\n"));   // Excel's empty tail
    assert_null(findings.first);
    assert_int_equal(reading.columns, 2);
    assert_int_equal(rows, 3);
}

/* Titles above the header: so many are passed to look for it. */
static void a_header_further_down_is_told(void **state)
{
    (void)state;
    char text[2000];

    assert_false(read("Title\nmore\narea,poor\nA,1\n"));
    says(0, TN_ERROR, 1, 1,
         "the first line is not a header: 'Title'; the column names stand on line 3: "
         "delete the lines above it");
    assert_int_equal(findings.errors, 1);
    assert_int_equal(rows, 0);
    assert_false(read("Title\narea,x\nA,1\n"));   // one name alone is no header
    says(0, TN_ERROR, 1, 1,
         "the first line is not a header: no column name is known in 'Title'; needed are "
         "area, poor");
    assert_int_equal(findings.errors, 1);
    for (int titles = 19; titles <= 21; titles++) {
        char *end = text;
        for (int i = 1; i <= titles; i++)
            end += sprintf(end, "Title %d\n", i);
        sprintf(end, "area,poor\nA,1\n");
        assert_false(read(text));
        assert_int_equal(findings.errors, 1);
        const char *words = finding_at(&findings, 0)->text.text[TN_EN];
        assert_int_equal(strstr(words, "stand on line") != NULL, titles <= 20);
        assert_int_equal(strstr(words, "needed are") != NULL, titles > 20);
    }
}

static void headings_are_text_that_shows(void **state)
{
    (void)state;
    assert_false(read("area;poor;no\x01te\nA;1;\n"));
    says(0, TN_ERROR, 1, 3,
         "header: 'no\\x01te' holds a control character; type the cell anew");
    assert_int_equal(findings.errors, 1);
    assert_false(read("area;poor\xE2\x80\xAE\nA;1\n"));
    says(0, TN_ERROR, 1, 2,
         "header: 'poorU+202E' holds a character that cannot be shown; type the cell "
         "anew");
    assert_int_equal(findings.errors, 1);
    assert_false(read("area;poor;Th\xABn\nA;1;\n"));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(finding_at(&findings, 0)->column, 3);
    assert_non_null(strstr(finding_at(&findings, 0)->text.text[TN_EN], "TCVN3"));
    assert_false(read("area;poor;Th?n Ch?\nA;1;\n"));
    assert_int_equal(findings.errors, 1);
    assert_non_null(strstr(finding_at(&findings, 0)->text.text[TN_EN], "lost letters"));
    assert_int_equal(rows, 0);
    assert_true(read("area;poor;sao?\nA;1;\n"));
    assert_int_equal(findings.warnings, 1);
}

static void files_without_rows_are_told(void **state)
{
    (void)state;
    assert_false(read("area;poor\n"));
    says(0, TN_ERROR, 1, 0, "only a header line: no rows follow it");
    assert_false(read("\n\narea,poor\n\n"));
    says(0, TN_WARNING, 1, 0, "a blank line inside the table is skipped");
    says(1, TN_ERROR, 3, 0, "only a header line: no rows follow it");
    assert_false(read("\n \n\n"));
    says(0, TN_ERROR, 1, 0, "the file is empty: not one line");
    assert_int_equal(findings.errors, 1);
    assert_false(read("Title\n"));
    assert_int_equal(findings.errors, 1);
    says(0, TN_ERROR, 1, 1,
         "the first line is not a header: no column name is known in 'Title'; needed are "
         "area, poor");
}

static size_t nearest(const char *text)
{
    struct tn_heading *heading;
    size_t n = tn_headings_of(&arena, 3, column, &heading);
    size_t near = tn_headings_nearest(&arena, n, heading, strlen(text), text);

    assert_int_equal(n, 11);
    return near < n ? heading[near].column : 3;
}

static void slips_are_near_and_other_words_are_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t column;
    } known[] = {{"aera", 0},
                 {"regoin", 0},
                 {"dja bam", 0},
                 {"hộ nghéo", 1},
                 {"poor houshold", 1},
                 {"por", 1},
                 {"ghi chus", 2},
                 {"notes", 2},
                 {"quite another", 3},
                 {"", 3},
                 {"zz", 3},
                 {"poor household ones", 1},
                 {"poor households of any", 1},
                 {"poor households of anyo", 3}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (nearest(known[i].text) != known[i].column)
            fail_msg("'%s': %zu", known[i].text, nearest(known[i].text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_spelling_names_its_column, give_back),
        cmocka_unit_test_teardown(the_separator_is_that_of_the_known_cells, give_back),
        cmocka_unit_test_teardown(columns_that_are_not_known_are_told_with_the_nearest,
                                  give_back),
        cmocka_unit_test_teardown(columns_are_there_once_and_all_that_are_needed,
                                  give_back),
        cmocka_unit_test_teardown(a_header_further_down_is_told, give_back),
        cmocka_unit_test_teardown(headings_are_text_that_shows, give_back),
        cmocka_unit_test_teardown(files_without_rows_are_told, give_back),
        cmocka_unit_test_teardown(slips_are_near_and_other_words_are_not, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
