/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the workbook unpacked by libzip's reader, and its cells, their texts and their
 * formats looked up part by part as an office does [ECMA-376, 18]. Functions of the
 * system and of the library stand here once more, to fail on demand. */
#define _GNU_SOURCE   // RTLD_NEXT
#include "unzip.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "tn/base/utf8.h"
#include "tn/out/xlsx.h"

static struct tn_arena arena;
static struct tn_err err;
static size_t book_len;
static const char *book;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* ---- a system that fails ---- */

enum failing { NOTHING, NEW, CLOSE, END, EMPTY, START, READ, SHORT, SLOW };
static enum failing failing;

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

lxw_workbook *workbook_new(const char *name)
{
    lxw_workbook *(*call)(const char *);
    real("workbook_new", &call);
    return failing == NEW ? NULL : call(name);
}

lxw_error workbook_close(lxw_workbook *workbook)
{
    lxw_error (*call)(lxw_workbook *);
    real("workbook_close", &call);
    lxw_error error = call(workbook);
    errno = failing == CLOSE ? ENOSPC : errno;
    return failing == CLOSE ? LXW_ERROR_ZIP_FILE_OPERATION : error;
}

off_t lseek(int file, off_t to, int from)
{
    off_t (*call)(int, off_t, int);
    real("lseek", &call);
    if (failing == END && from == SEEK_END)
        return -1;
    if (failing == EMPTY && from == SEEK_END)
        return 0;
    return failing == START && from == SEEK_SET ? 1 : call(file, to, from);
}

/* A file is not asked for more than it holds. */
static void not_past_the_end(int file, size_t len)
{
    off_t at = lseek(file, 0, SEEK_CUR), end = lseek(file, 0, SEEK_END);
    assert_int_equal(lseek(file, at, SEEK_SET), at);
    assert_true(at + (off_t)len <= end);
}

ssize_t read(int file, void *to, size_t len)
{
    ssize_t (*call)(int, void *, size_t);
    real("read", &call);
    if (failing == SLOW)
        not_past_the_end(file, len);
    errno = failing == READ ? EIO : errno;
    return failing == READ    ? -1
           : failing == SHORT ? 0
                              : call(file, to, failing == SLOW && len > 100 ? 100 : len);
}

/* ---- a workbook ---- */

static const struct tn_column columns[] = {
    {"village", {{"Thôn", "Village"}}, TN_TEXT, 0},
    {"status", {{"Diện", "Status"}}, TN_WORDS, 0},
    {"n", {{"Số hộ", "Households"}}, TN_COUNT, 3},
    {"down", {{"Giảm", "Down"}}, TN_REAL, 2},
    {"rate", {{"Tỷ lệ", "Rate"}}, TN_SHARE, 0},
    {"p", {{"Xác suất", "Chance"}}, TN_BAR, 1},
    {0},
};
enum { COLUMNS = 6, HEAD = 3 };   // rows are counted from 1, as an office does

static struct tn_table *table(const char *key, size_t rows)
{
    struct tn_doc doc = {0};
    struct tn_table *t = tn_doc_table(
        &arena, &doc, key, (struct tn_words){{"Bảng <1>", "Table <1>"}}, rows, columns);
    for (size_t r = 0; r < rows; r++) {
        union tn_cell *cell = t->cell + r * COLUMNS;
        bool known = r != 1;
        cell[0].text = known ? "Tô & <Xanh>\x1b" : NULL;
        cell[1].words = (struct tn_words){{"hộ nghèo", known ? "poor" : NULL}};
        cell[2].count = known ? (long)r + 5 : TN_COUNT_NONE;
        cell[3].real = known ? 1.25 : (double)NAN;
        cell[4].real = known ? 0.5 : (double)INFINITY;
        cell[5].real = 1.0 / 3;
    }
    return t;
}

static void make(enum tn_lang lang, size_t sheets, const struct tn_sheet sheet[],
                 const struct tn_source *source)
{
    struct tn_workbook of = {lang, "Kế hoạch <2024>", "mục lục", sheets, sheet, source};
    if (tn_xlsx(&arena, &of, &book_len, &book, &err))
        fail_msg("%s", err.text[TN_EN]);
}

static const char *part(const char *name)
{
    const char *text = unzip(&arena, book_len, book, name, NULL);
    if (!text)
        fail_msg("no part %s", name);
    return text;
}

static const char *sheet(int number)
{
    char name[40];
    snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", number);
    return part(name);
}

/* The n-th element of a kind at or after text, with what it holds. */
static const char *element(const char *text, const char *open, const char *close, long n)
{
    const char *at = text;
    for (long i = 0; i <= n; i++, at++) {
        at = strstr(at, open);
        if (!at)
            fail_msg("no %s, number %ld", open, i);
    }
    return tn_arena_text(&arena, at - 1,
                         (size_t)(strstr(at, close) + strlen(close) - at));
}

static long attribute(const char *tag, const char *name)
{
    char want[40];
    snprintf(want, sizeof want, " %s=\"", name);
    const char *at = strstr(tag, want);
    return at ? strtol(at + strlen(want), NULL, 10) : 0;
}

/* A cell as an office reads it. */
struct seen {
    bool there, blank;
    const char *text;   // null: a number
    double number;
    const char *format, *font;   // elements
    long fill, border;
};

static const char *undone(const char *xml, size_t len)
{
    static const char *const entity[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
    char *text = tn_new(&arena, char, len + 1), *end = text;
    for (const char *c = xml; c < xml + len;) {
        size_t k = 0;
        while (k < 4 && strncmp(c, entity[k][0], strlen(entity[k][0])) != 0)
            k++;
        *end++ = k < 4 ? *entity[k][1] : *c;
        c += k < 4 ? strlen(entity[k][0]) : 1;
    }
    return text;
}

static void look(const char *xml, struct seen *seen)
{
    const char *styles = part("xl/styles.xml");
    const char *all = strstr(styles, "<cellXfs");
    const char *xf = element(all, "<xf ", ">", attribute(xml, "s"));
    char want[40];
    snprintf(want, sizeof want, "<numFmt numFmtId=\"%ld\"", attribute(xf, "numFmtId"));
    seen->format = attribute(xf, "numFmtId") ? element(styles, want, "/>", 0) : "";
    seen->font = element(styles, "<font>", "</font>", attribute(xf, "fontId"));
    seen->fill = attribute(xf, "fillId");
    const char *border = element(styles, "<border>", "</border>",
                                 attribute(xf, "borderId"));
    seen->border = strstr(border, "\"hair\"")   ? 'h'
                   : strstr(border, "\"thin\"") ? 't'
                                                : 0;
}

static struct seen cell(const char *xml, const char *place)
{
    struct seen seen = {0};
    char want[32];
    snprintf(want, sizeof want, "<c r=\"%s\"", place);
    const char *at = strstr(xml, want);
    if (!at)
        return seen;
    const char *tag = tn_arena_text(&arena, at, (size_t)(strchr(at, '>') + 1 - at));
    seen.there = true;
    seen.blank = strstr(tag, "/>") != NULL;
    look(tag, &seen);
    if (seen.blank)
        return seen;
    const char *value = strstr(at, "<v>") + 3;
    if (!strstr(tag, " t=\"s\"")) {
        seen.number = strtod(value, NULL);
        return seen;
    }
    const char *si = element(part("xl/sharedStrings.xml"), "<si>", "</si>",
                             strtol(value, NULL, 10));
    const char *text = strchr(strstr(si, "<t"), '>') + 1;
    seen.text = undone(text, (size_t)(strstr(text, "</t>") - text));
    return seen;
}

static void says(const char *xml, const char *place, const char *text)
{
    struct seen seen = cell(xml, place);
    assert_true(seen.there);
    if (!seen.text)
        fail_msg("no text in %s", place);
    assert_string_equal(seen.text, text);
}

static void cells_have_values_and_formats(void **state)
{
    (void)state;
    struct tn_table *t = table("villages", 4);
    t->total_rows = 1;
    t->note.text[TN_EN] = "A note.";
    make(TN_EN, 1, &(struct tn_sheet){.table = t}, NULL);
    const char *xml = sheet(2);
    static const char *const format[] = {"",         "",       "\"0\"",
                                         "\"0.00\"", "\"0%\"", "\"0.0%\""};

    says(xml, "A1", "Table <1>");
    assert_non_null(strstr(cell(xml, "A1").font, "<b/><sz val=\"14\"/>"));
    for (int col = 0; col < COLUMNS; col++) {
        char place[16];
        snprintf(place, sizeof place, "%c%d", 'A' + col, HEAD);
        says(xml, place, columns[col].title.text[TN_EN]);
        struct seen head = cell(xml, place);
        assert_non_null(strstr(head.font, "<b/><sz val=\"11\"/>"));
        assert_int_equal(head.border, 't');
        assert_int_equal(head.fill, 2);
        for (int r = 0; r < 4; r++) {
            snprintf(place, sizeof place, "%c%d", 'A' + col, HEAD + 1 + r);
            struct seen seen = cell(xml, place);
            assert_true(seen.there);
            assert_int_equal(seen.blank, r == 1 && col < 5);
            assert_non_null(strstr(seen.format, format[col]));
            assert_int_equal(strstr(seen.font, "<b/>") != NULL, r == 3);
            assert_int_equal(seen.border, 'h');
            assert_int_equal(seen.fill, 0);
            if (seen.blank)
                continue;
            if (col < 2)
                assert_string_equal(seen.text, col ? "poor" : "Tô & <Xanh>\\x1B");
            else
                check_rel(seen.number,
                          col == 2   ? r + 5
                          : col == 3 ? 1.25
                          : col == 4 ? 0.5
                                     : 1.0 / 3,
                          1e-15);
        }
    }
    assert_false(cell(xml, "A8").there);
    says(xml, "A9", "A note.");
    assert_non_null(strstr(cell(xml, "A9").font, "<i/>"));
    assert_non_null(strstr(cell(xml, "A9").font, "FF555555"));
    assert_false(cell(xml, "G3").there);
    assert_false(cell(xml, "G4").there);
}

static void sheets_are_laid_out_for_paper(void **state)
{
    (void)state;
    make(TN_VI, 1, &(struct tn_sheet){.table = table("villages", 4)}, NULL);
    const char *xml = sheet(2);
    static const char *const want[] = {
        "<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\"", "state=\"frozen\"",
        "<row r=\"3\" spans=\"1:6\" ht=\"32\" customHeight=\"1\">",
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>",
        "<pageSetUpPr fitToPage=\"1\"/>"};
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_non_null(strstr(xml, want[i]));
    assert_non_null(strstr(part("xl/workbook.xml"),
                           "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">"
                           "villages!$3:$3</definedName>"));
    assert_non_null(
        strstr(part("docProps/core.xml"), "<dc:title>Kế hoạch &lt;2024&gt;</dc:title>"));
    assert_non_null(strstr(part("docProps/core.xml"), ">2000-01-01T00:00:00Z<"));
    assert_false(cell(xml, "A9").there);   // no note
    says(xml, "B4", "hộ nghèo");
    assert_non_null(strstr(part("xl/styles.xml"), "<fgColor rgb=\"FFDBE5F1\"/>"));
    assert_non_null(
        strstr(part("xl/styles.xml"), "<alignment vertical=\"center\" wrapText=\"1\"/>"));
}

/* As wide as the widest cell and one more, or as half a head and two: 8 to 60. */
static void columns_are_as_wide_as_their_cells(void **state)
{
    (void)state;
    static const struct {
        size_t letters;
        const char *head;
        int width;
    } known[] = {
        {0, "x", 9},
        {8, "x", 9},
        {9, "x", 10},
        {59, "x", 60},
        {60, "x", 61},
        {61, "x", 61},
        {200, "x", 61},
        {9, "0123456789abcd", 10},
        {9, "0123456789abcde", 11},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct tn_column one[] = {{"a", {{"", known[i].head}}, TN_TEXT, 0}, {0}};
        struct tn_doc doc = {0};
        struct tn_table *t = tn_doc_table(&arena, &doc, "t",
                                          (struct tn_words){{"t", "t"}}, 2, one);
        char *text = tn_new(&arena, char, 201);
        memset(text, 'm', known[i].letters);
        t->cell[0].text = text;
        make(TN_EN, 1, &(struct tn_sheet){.table = t}, NULL);
        const char *col = element(sheet(2), "<col ", "/>", 0);
        assert_int_equal(attribute(col, "width"), known[i].width);
        assert_int_equal(attribute(col, "max"), 1);
    }
}

static void the_first_sheet_lists_the_others(void **state)
{
    (void)state;
    static const char *input[] = {"villages.csv", "a\x1b.csv"}, *sha[] = {"9f86", "6030"};
    const struct tn_source source = {"thoatngheo 0.1.0", 7, 2, input, sha};
    const struct tn_sheet sheets[] = {{.table = table("one", 1)},
                                      {.table = table("two", 1)}};
    make(TN_VI, 2, sheets, &source);
    const char *xml = sheet(1), *workbook = part("xl/workbook.xml");
    static const char *const name[] = {"mục lục", "one", "two"};

    for (int i = 0; i < 3; i++) {
        char want[60];
        snprintf(want, sizeof want, "<sheet name=\"%s\" sheetId=\"%d\"", name[i], i + 1);
        assert_non_null(strstr(workbook, want));
    }
    says(xml, "A1", "Kế hoạch <2024>");
    assert_false(cell(xml, "A3").there);
    for (int i = 0; i < 2; i++) {
        char place[4] = {'A', (char)('4' + i)}, link[80];
        says(xml, place, name[i + 1]);
        assert_non_null(strstr(cell(xml, place).font, "<u/>"));
        assert_non_null(strstr(cell(xml, place).font, "FF003366"));
        snprintf(link, sizeof link, "<hyperlink ref=\"%s\" location=\"'%s'!A1\"", place,
                 name[i + 1]);
        assert_non_null(strstr(xml, link));
        place[0] = 'B';
        says(xml, place, "Bảng <1>");
    }
    assert_false(cell(xml, "A7").there);
    says(xml, "A8", "thoatngheo 0.1.0");
    says(xml, "A9", "villages.csv");
    says(xml, "B9", "9f86");
    says(xml, "A10", "a\\x1B.csv");
    says(xml, "B10", "6030");
    assert_int_equal(attribute(element(xml, "<col ", "/>", 0), "width"), 26);
    assert_int_equal(attribute(element(xml, "<col ", "/>", 1), "width"), 90);
    assert_int_equal(attribute(element(xml, "<col ", "/>", 1), "min"), 2);
    assert_int_equal(attribute(element(xml, "<col ", "/>", 1), "max"), 2);

    const struct tn_source nameless = {.inputs = 0};
    make(TN_VI, 2, sheets, &nameless);
    assert_false(cell(sheet(1), "A8").there);
}

/* What a chart draws: its kind, colours and places. */
static void charts_draw_the_rows_asked_for(void **state)
{
    (void)state;
    static const char *const colour[] = {"7E9FC4", "BB5566", "004488"};
    struct tn_table *t = table("villages", 6);

    for (int kind = TN_SHEET_BARS; kind <= TN_SHEET_LINE; kind++) {
        struct tn_sheet s = {
            t, (enum tn_sheet_chart_kind)kind, 1, 3, {2, 5, 3}, 2, 3, "Hình <1>"};
        make(TN_EN, 1, &s, NULL);
        const char *chart = part("xl/charts/chart1.xml");
        bool bars = kind == TN_SHEET_BARS;
        assert_int_equal(strstr(chart, "<c:barDir val=\"col\"/>") != NULL, bars);
        assert_int_equal(strstr(chart, "<c:lineChart>") != NULL, !bars);
        for (int i = 0; i < 3; i++) {
            char want[200], column = (char)('A' + (int)s.y[i]);
            const char *series = element(chart, "<c:ser>", "</c:ser>", i);
            snprintf(want, sizeof want, "<c:tx><c:strRef><c:f>villages!$%c$3</c:f>",
                     column);
            assert_non_null(strstr(series, want));
            snprintf(want, sizeof want, "<c:f>villages!$%c$6:$%c$8</c:f>", column,
                     column);
            assert_non_null(strstr(series, want));
            assert_non_null(strstr(series, "<c:f>villages!$B$6:$B$8</c:f>"));
            snprintf(want, sizeof want,
                     bars ? "<c:spPr><a:solidFill><a:srgbClr val=\"%s\"/>"
                          : "<a:ln w=\"25400\"><a:solidFill><a:srgbClr "
                            "val=\"%s\"/>",
                     colour[i]);
            assert_non_null(strstr(series, want));
        }
        assert_null(strstr(
            strstr(strstr(strstr(chart, "<c:ser>") + 1, "<c:ser>") + 1, "<c:ser>") + 1,
            "<c:ser>"));
        assert_non_null(strstr(chart, "<a:t>Hình &lt;1&gt;</a:t>"));
        assert_non_null(strstr(chart, "<c:legendPos val=\"b\"/>"));
        const char *drawing = part("xl/drawings/drawing1.xml");
        assert_non_null(strstr(drawing, "<xdr:from><xdr:col>7</xdr:col><xdr:colOff>0"
                                        "</xdr:colOff><xdr:row>2</xdr:row>"));
        assert_non_null(strstr(drawing, "<xdr:to><xdr:col>16</xdr:col><xdr:colOff>457200"
                                        "</xdr:colOff><xdr:row>18</xdr:row>"
                                        "<xdr:rowOff>171450</xdr:rowOff>"));
    }
    struct tn_sheet none = {
        .table = t, .chart = TN_SHEET_BARS, .series = 1, .title = "x"};
    make(TN_EN, 1, &none, NULL);   // of no rows
    assert_null(unzip(&arena, book_len, book, "xl/charts/chart1.xml", NULL));
    none.rows = 1;
    make(TN_EN, 1, &none, NULL);
    assert_non_null(strstr(part("xl/charts/chart1.xml"), "<c:f>villages!$A$4</c:f>"));
    none.rows = 3;
    none.chart = TN_SHEET_PLAIN;
    make(TN_EN, 1, &none, NULL);
    assert_null(unzip(&arena, book_len, book, "xl/charts/chart1.xml", NULL));
}

static void cells_of_any_text_read_back(void **state)
{
    (void)state;
    for_cases (100) {
        char text[32] = "";
        size_t n = 1 + (size_t)(case_uniform(0) * 30);
        for (size_t i = 0; i < n; i++)
            text[i] = case_uniform(2 * i + 1) < 0.5
                          ? "<>&\"' =+-@"[(size_t)(case_uniform(2 * i + 2) * 10)]
                          : (char)(1 + (int)(case_uniform(2 * i + 2) * 255));
        struct tn_table *t = table("t", 1);
        t->cell[0].text = text;
        make(TN_EN, 1, &(struct tn_sheet){.table = t}, NULL);
        says(sheet(2), "A4", tn_utf8_safe(&arena, text));
        assert_null(strstr(sheet(2), "<f>"));   // no text is a formula
        tn_arena_free(&arena);
    }
}

/* ---- faults ---- */

static void refused(const char *place, const char *why)
{
    const struct tn_sheet one = {.table = table("t", 1)};
    const struct tn_workbook of = {TN_EN, "x", "list", 1, &one, NULL};

    err = (struct tn_err){0};
    assert_int_equal(tn_xlsx(&arena, &of, &book_len, &book, &err), TN_EFILE);
    if (strncmp(err.place, place, strlen(place)) != 0)
        fail_msg("told of %s, not of %s", err.place, place);
    assert_string_equal(err.text[TN_EN], why);
}

#define IO "cannot be written (system error 5: Input/output error)"

static void no_room_for_temporary_files_is_told(void **state)
{
    (void)state;
    char *where = getenv("TMPDIR") ? strdup(getenv("TMPDIR")) : NULL;

    setenv("TMPDIR", "/nowhere/at/all", 1);
    refused("/nowhere/at/all/thoatngheo-",
            "cannot be written (system error 2: No such file or directory)");
    setenv("TMPDIR", "", 1);
    failing = NEW;
    refused("/tmp/thoatngheo-", IO);
    unsetenv("TMPDIR");
    refused("/tmp/thoatngheo-", IO);
    failing = CLOSE;
    refused("/tmp/thoatngheo-",
            "cannot be written (system error 28: No space left on device)");
    static const enum failing reading[] = {END, EMPTY, START, READ, SHORT};
    for (size_t i = 0; i < sizeof reading / sizeof *reading; i++) {
        failing = reading[i];
        refused("/tmp/thoatngheo-", IO);
    }
    failing = NOTHING;
    if (where)
        setenv("TMPDIR", where, 1);
    free(where);
}

/* The library's own temporary files cannot grow either. */
static void a_limit_to_files_is_told(void **state)
{
    (void)state;
    struct rlimit before, small;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){512, before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const struct tn_sheet one = {.table = table("t", 3)};
    const struct tn_workbook of = {TN_EN, "x", "list", 1, &one, NULL};
    enum tn_fault fault = tn_xlsx(&arena, &of, &book_len, &book, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_int_equal(fault, TN_EFILE);
}

static void the_same_tables_give_the_same_bytes(void **state)
{
    (void)state;
    const struct tn_sheet one = {table("t", 5), TN_SHEET_LINE, 0, 1, {2}, 0, 3, "x"};
    int before = dup(0), after;

    close(before);
    make(TN_EN, 1, &one, NULL);
    const char *first = book;
    size_t len = book_len;
    failing = SLOW;   // and read in pieces
    make(TN_EN, 1, &one, NULL);
    failing = NOTHING;
    assert_int_equal(len, book_len);
    assert_memory_equal(first, book, len);
    after = dup(0);
    close(after);
    assert_int_equal(after, before);   // nothing stays open
}

int main(void)
{
    const struct CMUnitTest xlsx[] = {
        cmocka_unit_test(cells_have_values_and_formats),
        cmocka_unit_test(sheets_are_laid_out_for_paper),
        cmocka_unit_test(columns_are_as_wide_as_their_cells),
        cmocka_unit_test(the_first_sheet_lists_the_others),
        cmocka_unit_test(charts_draw_the_rows_asked_for),
        property(cells_of_any_text_read_back),
        cmocka_unit_test(no_room_for_temporary_files_is_told),
        cmocka_unit_test(a_limit_to_files_is_told),
        cmocka_unit_test(the_same_tables_give_the_same_bytes),
    };
    return cmocka_run_group_tests(xlsx, NULL, clean);
}
