/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows at the limits of a CSV file, and what is said of those beyond them, with line and
 * column. Oracle: by hand. */
#include "finding_checks.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/csv_read.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_reading reading;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

enum { MOST = 64 };

static size_t rows, last;   // the row that is the last wanted, from 1
static struct {
    long line, cell_line;   // of the last cell
    size_t cells, len, first_len;
    int64_t nul;
    bool clean, ascii;
    char text[60];   // the cells, joined by |
} row[MOST];

static bool keep(void *context, const struct tn_csv_row *now)
{
    (void)context;
    size_t k = rows++ % MOST, used = 0;
    row[k].line = now->line;
    row[k].cell_line = now->cell[now->cells - 1].line;
    row[k].cells = now->cells;
    row[k].len = now->len;
    row[k].first_len = now->cell[0].len;
    row[k].nul = now->nul;
    row[k].clean = now->clean;
    row[k].ascii = now->ascii;
    for (size_t i = 0; i < now->cells && used < 50; i++)
        used += (size_t)snprintf(row[k].text + used, sizeof row[k].text - used, "%s%s",
                                 i ? "|" : "", now->cell[i].text);
    return rows != last;
}

static char semicolon(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ';';
}

static size_t read_bytes(size_t len, const char *text)
{
    static struct tn_read_options options;
    const struct tn_csv_reader reader = {keep, semicolon, NULL};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    options = (struct tn_read_options){.bytes = text, .len = len};
    findings = (struct tn_findings){0};
    reading = (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    memset(row, 0, sizeof row);
    rows = 0;
    assert_true(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    return rows;
}

static size_t read(const char *text)
{
    return read_bytes(strlen(text), text);
}

static void says(size_t i, enum tn_severity severity, long line, long column,
                 const char *message)
{
    const struct tn_finding *f = finding_at(&findings, i);

    check_said(f, line, column, message);
    assert_int_equal(f->severity, severity);
}

static void one(enum tn_severity severity, long line, long column, const char *message)
{
    assert_int_equal(findings.errors + findings.warnings + findings.notes, 1);
    says(0, severity, line, column, message);
}

#define STRAY \
    "; inside a quoted cell each \" is written twice, and the cell ends with a quote"

static void quotes_are_told_where_they_are(void **state)
{
    (void)state;
    assert_int_equal(read("a;b\nc;d\"e;f\ng;h\n"), 2);
    one(TN_ERROR, 2, 2, "#2: a quote in the wrong place in 'c;d\"e;f'" STRAY);
    assert_string_equal(row[1].text, "g|h");
    assert_int_equal(row[1].line, 3);
    assert_int_equal(read("\"x\"y;b\nc;d\n"), 1);
    one(TN_ERROR, 1, 1, "#1: a quote in the wrong place in '\"x\"y;b'" STRAY);
    assert_int_equal(read("a;b\nc;\"d\ne;f\n"), 1);
    one(TN_ERROR, 2, 2,
        "#2: the quote that opens here is never closed: 'd\\x0Ae;f\\x0A'");
    assert_int_equal(read("a;b\nc;\"d\ne\"f;g\nh;i\n"), 2);   // closed by another's
    one(TN_ERROR, 2, 2, "#2: the quote that opens here is never closed: 'd\\x0Ae\"'");
    assert_string_equal(row[1].text, "h|i");
    assert_int_equal(row[1].line, 4);
    assert_int_equal(read("a;\"b\""), 1);
    assert_string_equal(row[0].text, "a|b");
    assert_int_equal(read("a;\"b"), 0);
    one(TN_ERROR, 1, 2, "#2: the quote that opens here is never closed: 'b\\x0A'");
    assert_int_equal(read("a;\"b\nc\";d\ne;f\n"), 2);
    assert_null(findings.first);
    assert_string_equal(row[0].text, "a|b\nc|d");
    assert_int_equal(row[0].line, 1);
    assert_int_equal(row[0].cell_line, 2);
    assert_int_equal(row[1].line, 3);
    assert_false(row[0].clean);
    assert_true(row[1].clean && row[1].ascii);
    assert_int_equal(read("x\"y\x01;b\nc;d\n"), 1);   // what it said of itself is gone
    assert_true(row[0].clean);
    assert_int_equal(row[0].nul, -1);
}

static void blank_lines_are_told_once_and_not_at_the_end(void **state)
{
    (void)state;
    static const char *const blank[] = {"\n",   " \n",   "\t \r\n", "\r",
                                        ";;\n", " ; \n", "\"\";\n"};
    char text[200];

    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
        const char *b = blank[i];
        snprintf(text, sizeof text, "a;b\nc;d\n%s%se;f\n%sg;h\n%s%s", b, b, b, b, b);
        assert_int_equal(read(text), 4);
        one(TN_WARNING, 3, 0, "a blank line inside the table is skipped");
        assert_int_equal(row[2].line, 5);
        assert_int_equal(row[3].line, 7);
        snprintf(text, sizeof text, "%sa;b\n", b);
        assert_int_equal(read(text), 1);
        one(TN_WARNING, 1, 0, "a blank line inside the table is skipped");
        snprintf(text, sizeof text, "a;b\n%s%s", b, b);
        assert_int_equal(read(text), 1);
        assert_null(findings.first);
    }
    assert_int_equal(read("a\n\"\"\nb\n"), 3);   // a row of one empty cell
    assert_null(findings.first);
}

/* In plain lines, in one with a quote, and in a quote: the last that is allowed, and one
 * more. */
static void cells_have_a_limit(void **state)
{
    (void)state;
    char *text = tn_new(&arena, char, 3 * TN_FIELD_LIMIT), message[200], w[64] = "";

    memset(w, 'w', 59);
    snprintf(message, sizeof message,
             "#2: the field is longer than the limit of 4 KiB: '%s…'", w);
    for (int how = 0; how < 4; how++)
        for (size_t beyond = 0; beyond < 2; beyond++) {
            size_t len = TN_FIELD_LIMIT + beyond;
            static const char *const before[] = {"a;", "\"a\";", "a;\"", "a;"};
            static const char *const after[] = {";b\nc;d\n", ";b\nc;d\n", "\";b\nc;d\n",
                                                ";\"b\"\nc;d\n"};
            size_t at = strlen(strcpy(text, before[how]));
            memset(text + at, 'w', len);
            strcpy(text + at + len, after[how]);
            assert_int_equal(read(text), 2 - beyond);
            assert_int_equal(findings.errors, beyond);
            if (beyond)
                one(TN_ERROR, 1, 2, message);
            assert_string_equal(row[1 - beyond].text, "c|d");
            assert_int_equal(row[1 - beyond].line, 2);
        }
    /* Over several lines it is a quote that was never closed. */
    strcpy(text, "a;\"");
    memset(text + 3, 'w', 2 * TN_FIELD_LIMIT);
    text[1000] = '\n';
    strcpy(text + 3 + 2 * TN_FIELD_LIMIT, "\";b\nc;d\n");
    assert_int_equal(read(text), 0);
    snprintf(message, sizeof message,
             "#2: the quote that opens here is never closed: '%s…'", w);
    one(TN_ERROR, 1, 2, message);
}

static void rows_have_a_limit(void **state)
{
    (void)state;
    char *text = tn_new(&arena, char, 2 * TN_ROW_LIMIT), *end;

    for (size_t quoted = 0; quoted < 2; quoted++)
        for (size_t beyond = 0; beyond < 2; beyond++) {   // columns
            end = text;
            if (quoted)
                end += sprintf(end, "\"\"");
            for (size_t i = 1; i < TN_COLUMN_LIMIT + beyond; i++)
                *end++ = ';';
            strcpy(end, "x\nc;d\n");
            assert_int_equal(read(text), 2 - beyond);
            if (beyond)
                one(TN_ERROR, 1, 0, "the row has more than the limit of 4096 columns");
            else
                assert_int_equal(row[0].cells, TN_COLUMN_LIMIT);
            assert_string_equal(row[1 - beyond].text, "c|d");
        }
    for (size_t beyond = 0; beyond < 2; beyond++) {   // bytes, each cell with its end
        end = text + sprintf(text, "\"a\";");
        size_t left = TN_ROW_LIMIT + beyond - 2;
        while (left > 1024) {
            memset(end, 'w', 1023);
            end[1023] = ';';
            end += 1024;
            left -= 1024;
        }
        memset(end, 'w', left - 1);
        strcpy(end + left - 1, "\nc;d\n");
        assert_int_equal(read(text), 2 - beyond);
        if (beyond)
            one(TN_ERROR, 1, 0, "the row is longer than the limit of 1024 KiB");
        else
            assert_int_equal(row[0].len, TN_ROW_LIMIT);
    }
}

/* Of a row its bytes, NULs and all, however it came. */
static void rows_know_their_bytes(void **state)
{
    (void)state;
    assert_int_equal(read("a;bc;\na;bc;\n a ; bc ;\nd\xC3\xB4;e\n"), 4);
    assert_int_equal(row[0].len, 6);
    assert_int_equal(row[1].len, 6);
    assert_false(row[0].ascii);   // of the lines together
    assert_true(row[0].clean && row[3].clean);
    assert_int_equal(read("a\n\xC3\xB4;\"b\"\nb;c\"\n"), 2);
    assert_int_equal(read("\"a\"\n\"\xC3\xB4\"\n\"b\"\n"), 3);
    assert_true(row[0].ascii && !row[1].ascii && row[2].ascii);
}

static void a_nul_is_told_by_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
        int64_t at;
    } known[] = {
        {"a;b\nc;d\0e\n\0", 11, 7},
        {"\xEF\xBB\xBF"
         "a;b\nc;d\0e\n",
         13, 10},
        {"sep=;\na;b\nc;d\0e\n", 16, 13},
        {"sep=;\r\na;b\r\nc;d\0e\r\n", 20, 15},
        {"a;b\r\nc;\"d\r\ne\0\0\"\n", 17, 12},
        {"a;b\rc;d\0\r", 9, 7},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        read_bytes(known[i].len, known[i].text);
        assert_int_equal(row[0].nul, -1);
        assert_int_equal(row[1].nul, known[i].at);
        assert_false(row[1].clean);
    }
}

static void a_hint_is_no_row(void **state)
{
    (void)state;
    static const char *const hint[] = {"sep=,",   "SEP=,",        "\"sep=,\"", "sep=,,,",
                                       "sep=,\t", "\"sep=,\";;;", "sep=,;|\t,"};
    static const char *const none[] = {"sep=",    "sep=x",  "Sep=,",  "sep,",
                                       "\"sep=,", "sep=,x", "xsep=,", "sep:,"};
    char text[100];

    for (size_t i = 0; i < sizeof hint / sizeof *hint; i++)
        for (int crlf = 0; crlf < 3; crlf++) {
            snprintf(text, sizeof text, "%s%sa,b;c\n", hint[i],
                     crlf == 0   ? "\n"
                     : crlf == 1 ? "\r\n"
                                 : "\r");
            assert_int_equal(read(text), 1);
            assert_string_equal(row[0].text, "a|b;c");
            assert_int_equal(row[0].line, 2);
        }
    assert_int_equal(read("sep=|"), 0);
    for (const char *mark = ",;\t|"; *mark; mark++) {
        snprintf(text, sizeof text, "sep=%c\na%cb\n", *mark, *mark);
        assert_int_equal(read(text), 1);
        assert_string_equal(row[0].text, "a|b");
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        snprintf(text, sizeof text, "%s\na;b\n", none[i]);
        read(text);
        if (!findings.errors)
            assert_int_equal(rows, 2);
        assert_true(rows == 0 || strcmp(row[rows - 1].text, "a|b") == 0);
    }
}

static void errors_have_an_end(void **state)
{
    (void)state;
    char *text = tn_new(&arena, char, 16 * TN_MOST_ERRORS), *end = text;

    for (int i = 1; i < TN_MOST_ERRORS; i++)
        end += sprintf(end, "a\"b\n");
    sprintf(end, "c\nd\n");
    assert_int_equal(read(text), 2);   // one fewer
    assert_int_equal(findings.errors, TN_MOST_ERRORS - 1);
    sprintf(end, "a\"b\nc\nd\ne\n");
    assert_int_equal(read(text), 1);
    assert_int_equal(findings.errors, TN_MOST_ERRORS + 1);
    says(TN_MOST_ERRORS, TN_ERROR, TN_MOST_ERRORS + 1, 0,
         "1000 errors in this file; the rest of it is not read");
    last = 2;
    assert_int_equal(read("a\nb\nc\"d\n"), 2);   // nor where no more is wanted
    assert_int_equal(findings.errors, 0);
    assert_int_equal(read("\"a\"\n\"b\"\nc\"d\n"), 2);
    assert_int_equal(findings.errors, 0);
    last = 0;
}

/* Line ends of all kinds, and blocks that part them. */
static void line_ends_are_one_however_written(void **state)
{
    (void)state;
    static const char *const end[] = {"\n", "\r", "\r\n"};
    char text[100];

    for (size_t i = 0; i < 27; i++)
        for (int quoted = 0; quoted < 2; quoted++) {
            const char *q = quoted ? "\"" : "";
            snprintf(text, sizeof text, "%sa%s%s%sb%s%s%sc%s%s", q, q, end[i % 3], q, q,
                     end[i / 3 % 3], q, q, end[i / 9]);
            assert_int_equal(read(text), 3);
            assert_null(findings.first);
            for (long k = 0; k < 3; k++) {
                assert_int_equal(row[k].line, k + 1);
                assert_int_equal(row[k].text[0], 'a' + k);
            }
        }
    assert_int_equal(read("\"a\r\nb\rc\nd\"\ne\n"), 2);
    assert_string_equal(row[0].text, "a\nb\nc\nd");
    assert_int_equal(row[1].line, 5);
    char *long_text = tn_new(&arena, char, 2 * TN_STREAM_BLOCK);
    for (size_t before = TN_STREAM_BLOCK - 6; before < TN_STREAM_BLOCK + 2; before++)
        for (int quoted = 0; quoted < 2; quoted++) {
            memset(long_text, ' ', before);   // the first blank line is long
            strcpy(long_text + before,
                   quoted ? "\r\n\"a\"\r\nb\r\n\r\nc" : "\r\na\r\nb\r\n\r\nc");
            assert_int_equal(read(long_text), 3);
            assert_int_equal(row[0].line, 2);
            assert_int_equal(row[1].line, 3);
            assert_int_equal(row[2].line, 5);
            one(TN_WARNING, 1, 0, "a blank line inside the table is skipped");
        }
}

/* After lines that were plain, the next block begins as if nothing had been. */
static void plain_lines_leave_nothing_behind(void **state)
{
    (void)state;
    enum { B = TN_STREAM_BLOCK };
    char *text = tn_new(&arena, char, 3 * B), *end = text;

    while (end < text + B - 2)   // a blank line that the block's end parts
        end += sprintf(end, "a\n");
    strcpy(end, "  \nb\n");
    assert_int_equal(read(text), B / 2);
    assert_string_equal(row[(B / 2 - 1) % MOST].text, "b");
    assert_int_equal(row[(B / 2 - 1) % MOST].line, B / 2 + 1);
    one(TN_WARNING, B / 2, 0, "a blank line inside the table is skipped");

    memset(text, ' ', B);   // CR at a block's end, plain lines, and then LF
    memcpy(text + B - 6, "\n\"aa\"\r", 6);
    end = text + B;
    while (end < text + 2 * B)
        end += sprintf(end, "b\n");
    strcpy(end, "\nc\n");
    assert_int_equal(read(text), B / 2 + 2);
    assert_string_equal(row[(B / 2 + 1) % MOST].text, "c");
    assert_int_equal(row[(B / 2 + 1) % MOST].line, B / 2 + 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(quotes_are_told_where_they_are, give_back),
        cmocka_unit_test_teardown(blank_lines_are_told_once_and_not_at_the_end,
                                  give_back),
        cmocka_unit_test_teardown(cells_have_a_limit, give_back),
        cmocka_unit_test_teardown(rows_have_a_limit, give_back),
        cmocka_unit_test_teardown(rows_know_their_bytes, give_back),
        cmocka_unit_test_teardown(a_nul_is_told_by_its_place, give_back),
        cmocka_unit_test_teardown(a_hint_is_no_row, give_back),
        cmocka_unit_test_teardown(errors_have_an_end, give_back),
        cmocka_unit_test_teardown(plain_lines_leave_nothing_behind, give_back),
        cmocka_unit_test_teardown(line_ends_are_one_however_written, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
