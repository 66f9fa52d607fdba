/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook and the document of the report on Cam Binh, unpacked by unzip. Oracle of
 * the workbook: the CSV tables of the same run, cell by cell; of the document: those
 * tables' rows, and the rules of Decree 30/2020/ND-CP on type and margins. */
#include "program.h"
#include "scratch.h"

#include <stdbool.h>

enum { CELL = 4096 };   // letters of the longest cell

static int write_report(void **state)
{
    (void)state;
    char command[512];
    if (scratch_make("office"))
        return -1;
    for (int i = 1; i <= 2; i++) {
        snprintf(command, sizeof command,
                 "report data/cam-binh-2024 --method exact --lang en --quiet "
                 "--output %s/%d",
                 folder, i);
        struct run run = run_program(command);
        free(run.text);
        if (run.status != 0)
            return -1;
    }
    return 0;
}

/* What a command prints. */
static char *output_of(const char *command)
{
    FILE *pipe = popen(command, "r");
    char *text = calloc(1, 4 << 20);
    assert_true(pipe && text);
    size_t len = fread(text, 1, (4 << 20) - 1, pipe);
    assert_int_equal(pclose(pipe), 0);
    assert_true(len < (4 << 20) - 1);
    return text;
}

static char *part(const char *file, const char *name)
{
    char command[512];
    snprintf(command, sizeof command, "unzip -p '%s/1/%s' '%s'", folder, file, name);
    return output_of(command);
}

/* ---- the workbook ---- */

/* The number of the sheet of that name, from 1; 0 where there is none. */
static int sheet_number(const char *workbook, const char *name)
{
    char want[96];
    int n = 0;
    snprintf(want, sizeof want, "<sheet name=\"%s\"", name);
    const char *found = strstr(workbook, want);
    for (const char *at = workbook; found && at <= found; n++) {
        at = strstr(at, "<sheet name=");
        if (!at++)
            return 0;
        if (at - 1 == found)
            return n + 1;
    }
    return 0;
}

/* The n-th shared string, its entities undone. */
static void shared(const char *strings, long n, char room[CELL])
{
    const char *at = strings;
    for (long i = 0; i <= n; i++) {
        at = strstr(at, "<si>");
        assert_non_null(at);
        at += 4;
    }
    at = strchr(strstr(at, "<t"), '>') + 1;
    size_t len = strcspn(at, "<"), out = 0;
    static const char *const entity[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
    for (size_t i = 0; i < len && out < CELL - 1;) {
        size_t k = 0;
        while (k < 4 && strncmp(at + i, entity[k][0], strlen(entity[k][0])) != 0)
            k++;
        room[out++] = k < 4 ? entity[k][1][0] : at[i];
        i += k < 4 ? strlen(entity[k][0]) : 1;
    }
    room[out] = '\0';
}

/* A cell's value as text; "" where it is empty. */
static void sheet_cell(const char *sheet, const char *strings, int row, int col,
                       char room[CELL])
{
    char want[32];
    snprintf(want, sizeof want, " r=\"%c%d\"", 'A' + col, row);
    const char *at = strstr(sheet, want), *end = at ? strchr(at, '>') : NULL;
    room[0] = '\0';
    if (!at || end[-1] == '/')
        return;
    const char *value = strstr(at, "<v>") + 3;
    size_t len = strcspn(value, "<");
    const char *type = strstr(at, "t=\"s\"");
    if (type && type < end) {
        shared(strings, strtol(value, NULL, 10), room);
    } else {
        memcpy(room, value, len);
        room[len] = '\0';
    }
}

/* The next cell of a CSV line, its quotes undone; false at the end of the line. */
static bool next_cell(char **at, char room[CELL], bool *text)
{
    size_t out = 0;
    char *c = *at;
    *text = *c == '"';
    if (*text)
        for (c++; *c != '"' || c[1] == '"'; c++) {
            assert_true(out < CELL - 1);
            room[out++] = *c;
            c += *c == '"';
        }
    c += *text;
    for (; *c != ',' && *c != '\n'; c++)
        room[out++] = *c;
    room[out] = '\0';
    *at = c + 1;
    return *c == ',';
}

/* Compare a CSV file's rows with the sheet of its name; returns the cells compared. */
static int compare(const char *csv, const char *sheet, const char *strings)
{
    int row = 3, cells = 0;
    char *line = strchr(csv, '\n') + 1;
    for (; *line; line = strchr(line, '\n') + 1) {
        char *at = line, want[CELL], got[CELL];
        bool text;
        row++;
        for (int col = 0; next_cell(&at, want, &text); col++, cells++) {
            sheet_cell(sheet, strings, row, col, got);
            if (text && *want == '\'')   // the guard of CSV alone
                memmove(want, want + 1, strlen(want));
            if (text)
                assert_string_equal(got, want);
            else if (!*want)
                assert_string_equal(got, "");
            else
                check_rel(strtod(got, NULL), strtod(want, NULL), 1e-15);
        }
    }
    return cells;
}

static void every_cell_is_that_of_the_csv(void **state)
{
    (void)state;
    static const char *const table[] = {
        "rates",      "flows_poor", "flows_near_poor", "quotas_poor", "quotas_near_poor",
        "support",    "goals",      "assumptions",     "forecast",    "households",
        "indicators", "allocation", "curve",           "findings",    "sensitivity"};
    char *workbook = part("report.xlsx", "xl/workbook.xml");
    char *strings = part("report.xlsx", "xl/sharedStrings.xml");

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char name[64], command[400];
        int n = sheet_number(workbook, table[i]);
        if (!n)
            fail_msg("no sheet %s", table[i]);
        snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", n);
        char *sheet = part("report.xlsx", name);
        snprintf(command, sizeof command, "cat '%s/1/%s.csv'", folder, table[i]);
        char *csv = output_of(command);
        if (compare(csv, sheet, strings) < 20)
            fail_msg("hardly a cell in %s", table[i]);
        assert_non_null(strstr(sheet, "state=\"frozen\""));
        free(csv);
        free(sheet);
    }
    free(strings);
    free(workbook);
}

static void shares_show_as_percent_and_charts_are_native(void **state)
{
    (void)state;
    char *styles = part("report.xlsx", "xl/styles.xml");
    char *chart = part("report.xlsx", "xl/charts/chart1.xml");
    assert_non_null(strstr(styles, "formatCode=\"0.0%\""));
    assert_non_null(strstr(chart, "<c:f>quotas_poor!$A$4:$A$14</c:f>"));
    assert_non_null(strstr(chart, "<c:f>quotas_poor!$F$4:$F$14</c:f>"));   // as given
    free(styles);
    free(chart);
}

static void the_same_plan_gives_the_same_bytes(void **state)
{
    (void)state;
    static const char *const name[] = {"report.xlsx", "report.docx", "index.html"};
    for (int i = 0; i < 3; i++) {
        char command[700];
        snprintf(command, sizeof command, "cmp '%s/1/%s' '%s/2/%s'", folder, name[i],
                 folder, name[i]);
        free(output_of(command));
    }
}

/* ---- the document ---- */

/* The text of an XML part, a blank between runs. */
static char *plain(const char *xml)
{
    char *text = calloc(1, strlen(xml) + 1);
    assert_non_null(text);
    size_t out = 0;
    for (const char *c = xml; *c;) {
        if (*c != '<') {
            text[out++] = *c++;
            continue;
        }
        c += strcspn(c, ">") + 1;
        if (out && text[out - 1] != ' ')
            text[out++] = ' ';
    }
    return text;
}

static void the_document_is_laid_out_as_the_decree_says(void **state)
{
    (void)state;
    char *document = part("report.docx", "word/document.xml");
    char *styles = part("report.docx", "word/styles.xml");
    assert_non_null(strstr(styles, "w:ascii=\"Times New Roman\""));
    assert_non_null(strstr(styles, "<w:sz w:val=\"26\"/>"));   // half points
    assert_non_null(strstr(document, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert_non_null(strstr(document, "SOCIALIST REPUBLIC OF VIET NAM"));
    assert_non_null(strstr(document, "Independence - Freedom - Happiness"));
    assert_non_null(strstr(document, "<w:tblHeader/>"));
    free(document);
    free(styles);
}

static void the_tables_stand_in_the_document(void **state)
{
    (void)state;
    char *document = part("report.docx", "word/document.xml");
    char *text = plain(document), command[400], want[8 * CELL];
    snprintf(command, sizeof command, "cat '%s/1/quotas_poor.csv'", folder);
    char *csv = output_of(command);
    int rows = 0;
    for (char *line = strchr(csv, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        char cell[10][CELL], *at = line;
        bool kind;
        for (int col = 0; col < 10; col++)
            next_cell(&at, cell[col], &kind);
        snprintf(want, sizeof want, "%s %s %.1f %s %s %s ", cell[0], cell[1],
                 strtod(cell[2], NULL), cell[3], cell[4], cell[5]);
        if (!strstr(text, want))
            fail_msg("no row '%s'", want);
        rows++;
    }
    assert_int_equal(rows, 12);
    free(csv);
    free(text);
    free(document);
}

/* Every picture that is placed is there and related. */
static void the_charts_stand_in_the_document(void **state)
{
    (void)state;
    char *document = part("report.docx", "word/document.xml");
    char *relations = part("report.docx", "word/_rels/document.xml.rels");
    int n = 0;
    for (char *at = document; (at = strstr(at, "r:embed=\"picture")) != NULL; at++) {
        char want[64], name[64];
        snprintf(want, sizeof want, "Id=\"picture%d\"", ++n);
        assert_non_null(strstr(relations, want));
        snprintf(name, sizeof name, "word/media/image%d.png", n);
        char *png = part("report.docx", name);
        assert_int_equal(strncmp(png, "\x89PNG", 4), 0);
        free(png);
    }
    assert_true(n >= 7);
    free(document);
    free(relations);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_is_that_of_the_csv),
        cmocka_unit_test(shares_show_as_percent_and_charts_are_native),
        cmocka_unit_test(the_same_plan_gives_the_same_bytes),
        cmocka_unit_test(the_document_is_laid_out_as_the_decree_says),
        cmocka_unit_test(the_tables_stand_in_the_document),
        cmocka_unit_test(the_charts_stand_in_the_document),
    };
    return cmocka_run_group_tests(tests, write_report, scratch_drop);
}
