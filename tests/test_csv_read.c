/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a twin that reads a whole file letter by letter, with the lines of its cells.
 */
#include "check.h"

#include "tn/data/csv_read.h"

#include <stdio.h>
#include <string.h>

enum { MOST_CELLS = 4000, MOST_BYTES = 200000 };

struct got {
    size_t rows, cells;
    struct {
        char text[200];
        long line, row;
    } cell[MOST_CELLS];
};

static struct got fast, slow;
static char bytes[MOST_BYTES];

static bool keep(void *context, const struct tn_csv_row *row)
{
    struct got *got = context;

    for (size_t i = 0; i < row->cells; i++) {
        assert_true(got->cells < MOST_CELLS);
        assert_int_equal(strlen(row->cell[i].text), row->cell[i].len);
        strcpy(got->cell[got->cells].text, row->cell[i].text);
        got->cell[got->cells].line = row->cell[i].line;
        got->cell[got->cells++].row = row->line;
    }
    got->rows++;
    return true;
}

static char semicolon(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ';';
}

static size_t read_fast(size_t len, struct tn_arena *arena)
{
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = bytes, .len = len};
    struct tn_reading reading = {
        .arena = arena, .findings = &findings, .options = &options, .path = "x.csv"};
    const struct tn_csv_reader reader = {keep, semicolon, &fast};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    fast.rows = fast.cells = 0;
    assert_true(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    return findings.errors;
}

/* One cell from at on: its text into slow, where it ends. line is counted along. */
static size_t twin_cell(size_t at, size_t len, long *line)
{
    char *text = slow.cell[slow.cells].text;
    size_t n = 0;

    while (at < len && (bytes[at] == ' ' || bytes[at] == '\t'))
        at++;
    slow.cell[slow.cells].line = *line;
    if (at < len && bytes[at] == '"') {
        for (at++; at < len && !(bytes[at] == '"' && bytes[at + 1] != '"'); at++) {
            at += bytes[at] == '"';
            bool crlf = bytes[at] == '\r' && bytes[at + 1] == '\n';
            if (bytes[at] == '\n' || bytes[at] == '\r')
                ++*line;
            text[n++] = bytes[at] == '\r' ? '\n' : bytes[at];
            at += crlf;
        }
        at++;
    } else {
        while (at < len && !strchr(";\r\n", bytes[at]))
            text[n++] = bytes[at++];
        while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
            n--;
    }
    while (at < len && (bytes[at] == ' ' || bytes[at] == '\t'))
        at++;
    text[n] = '\0';
    slow.cells++;
    return at;
}

static size_t skip_end(size_t at, long *line)
{
    ++*line;
    return at + 1 + (bytes[at] == '\r' && bytes[at + 1] == '\n');
}

/* Rows of more than one cell, none of them filled, are blank lines. */
static void twin_row_ends(size_t first, long row)
{
    bool filled = slow.cells - first == 1;

    for (size_t i = first; i < slow.cells; i++) {
        filled = filled || *slow.cell[i].text;
        slow.cell[i].row = row;
    }
    if (filled)
        slow.rows++;
    else
        slow.cells = first;
}

static void read_slow(size_t len)
{
    long line = 1;
    size_t at = 0;

    slow.rows = slow.cells = 0;
    while (at < len) {
        size_t look = at + strspn(bytes + at, " \t"), first = slow.cells;
        if (look >= len)
            break;
        if (bytes[look] == '\n' || bytes[look] == '\r') {
            at = skip_end(look, &line);
            continue;
        }
        long row = line;
        at = twin_cell(at, len, &line);
        while (at < len && bytes[at] == ';')
            at = twin_cell(at + 1, len, &line);
        twin_row_ends(first, row);
        if (at < len)
            at = skip_end(at, &line);
    }
}

static const char *pick(uint64_t *draw, size_t n, const char *const from[])
{
    return from[(size_t)(case_uniform((*draw)++) * (double)n)];
}

/* A file of rows: plain ones in long runs, quoted ones now and then, blank lines. */
static size_t generate(bool quotes, size_t room)
{
    static const char *const plain[] = {"",   "a",   "Chợ", " b ",
                                        "12", "x y", "\tz", "Bình Hòa 1"};
    static const char *const quoted[] = {"\"\"", "\"a;b\"", "\"l1\nl2\"", " \"q\"\"q\" ",
                                         "\"l1\r\nl2\rl3\""};
    static const char *const end[] = {"\n", "\n", "\n", "\r\n", "\r"};
    size_t len = 0;
    uint64_t draw = 0;

    while (len + 600 < room) {
        size_t cells = 1 + (size_t)(case_uniform(draw++) * 5);
        bool odd = quotes && case_uniform(draw++) < 0.1;
        for (size_t i = 0; i < cells; i++) {
            const char *cell = odd && case_uniform(draw++) < 0.5 ? pick(&draw, 5, quoted)
                                                                 : pick(&draw, 8, plain);
            len += (size_t)sprintf(bytes + len, "%s%s", i ? ";" : "", cell);
        }
        len += (size_t)sprintf(bytes + len, "%s", pick(&draw, 5, end));
        if (case_uniform(draw++) < 0.05)
            len += (size_t)sprintf(bytes + len, "  %s", pick(&draw, 5, end));
    }
    len += (size_t)sprintf(bytes + len, "last;line");
    return len;
}

static void agree(void)
{
    assert_int_equal(fast.rows, slow.rows);
    assert_int_equal(fast.cells, slow.cells);
    for (size_t i = 0; i < fast.cells; i++) {
        assert_string_equal(fast.cell[i].text, slow.cell[i].text);
        assert_int_equal(fast.cell[i].line, slow.cell[i].line);
        assert_int_equal(fast.cell[i].row, slow.cell[i].row);
    }
}

static void small_files_are_read_as_the_twin_reads_them(void **state)
{
    (void)state;
    for_cases (400) {
        struct tn_arena arena = {0};
        size_t len = generate(check_case % 2, 700 + (size_t)(case_uniform(99) * 1500));
        memset(bytes + len, 0, 8);
        assert_int_equal(read_fast(len, &arena), 0);
        read_slow(len);
        agree();
        tn_arena_free(&arena);
    }
}

/* Blocks of 64 KiB cut lines, letters, quoted cells and CR LF anywhere. */
static void blocks_may_cut_anywhere(void **state)
{
    (void)state;
    for_cases (60) {
        struct tn_arena arena = {0};
        size_t head = TN_STREAM_BLOCK - 200 - (size_t)(case_uniform(98) * 40);
        size_t len = generate(check_case % 2, 3000);
        memmove(bytes + head, bytes, len + 1);
        for (size_t i = 0; i < head; i++)
            bytes[i] = i % 100 == 99 || i == head - 1 ? '\n' : ' ';   // blank lines
        len += head;
        memset(bytes + len, 0, 8);
        assert_int_equal(read_fast(len, &arena), 0);
        read_slow(len);
        agree();
        tn_arena_free(&arena);
    }
}

static size_t errors_of(const char *text)
{
    struct tn_arena arena = {0};
    size_t len = strlen(text);

    memcpy(bytes, text, len + 1);
    size_t errors = read_fast(len, &arena);
    tn_arena_free(&arena);
    return errors;
}

static void rows_around_a_bad_one_are_read(void **state)
{
    (void)state;

    assert_int_equal(errors_of("a;b\n\"x\"y;c\nd;e\n"), 1);
    assert_int_equal(fast.rows, 2);
    assert_string_equal(fast.cell[2].text, "d");
    assert_int_equal(fast.cell[2].line, 3);
    assert_int_equal(errors_of("a;b\nx\"y;c\nd;\"e\n"),
                     2);   // a quote inside; one never closed
    assert_int_equal(fast.rows, 1);
    assert_int_equal(errors_of("a;\"b\nc;\"d\ne;f\n"),
                     1);   // the next quote does not close it
    assert_int_equal(fast.rows, 1);
    assert_string_equal(fast.cell[0].text, "e");
}

static void limits_are_kept(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    size_t len = 0;

    for (int quoted = 0; quoted < 2; quoted++) {   // a cell that never seems to end
        memset(bytes, 'a', 150000);
        bytes[0] = quoted ? '"' : 'a';
        for (int i = 1; i < 75; i++)
            bytes[2000 * i] = quoted ? '\n' : 'a';
        strcpy(bytes + 150000, "\nd;e\n");
        assert_int_equal(read_fast(150005, &arena), 1);
        assert_int_equal(fast.rows, quoted ? 0 : 1);
    }
    memset(bytes, 'a', 5000);   // in plain lines, and in one with a quote
    strcpy(bytes + 5000, ";x\nd;e\n");
    assert_int_equal(read_fast(5007, &arena), 1);
    assert_int_equal(fast.rows, 1);
    memset(bytes, 'a', 5000);
    strcpy(bytes + 5000, ";\"x\"\nd;e\n");
    assert_int_equal(read_fast(5009, &arena), 1);
    assert_int_equal(fast.rows, 1);
    for (int quoted = 0; quoted < 2; quoted++) {   // 5,000 columns
        for (len = 0; len < 10000; len += 2)
            memcpy(bytes + len, "a;", 2);
        strcpy(bytes + len, quoted ? "\"a\"\nd\n" : "a\nd\n");
        assert_int_equal(read_fast(strlen(bytes), &arena), 1);
        assert_int_equal(fast.rows, 1);
    }
    tn_arena_free(&arena);
}

/* After so many errors a last one says so, and nothing more is read. */
static void errors_have_an_end(void **state)
{
    (void)state;
    static char text[TN_MOST_ERRORS * 16 + 100];
    struct tn_arena arena = {0};
    char *end = text;

    end += sprintf(end, "a;b\n");
    for (int i = 0; i < TN_MOST_ERRORS; i++)
        end += sprintf(end, "a\"x;b\n");
    end += sprintf(end, "d;e\nd;e\nd;e\n");
    memcpy(bytes, text, (size_t)(end - text));
    assert_int_equal(read_fast((size_t)(end - text), &arena), TN_MOST_ERRORS + 1);
    assert_int_equal(fast.rows, 2);
    tn_arena_free(&arena);
}

static void a_row_of_a_megabyte_is_refused(void **state)
{
    (void)state;
    enum { CELLS = 600, WIDE = 3000 };
    static char text[CELLS * WIDE + 100];
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = text};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    const struct tn_csv_reader reader = {keep, semicolon, &fast};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    memset(text, 'a', sizeof text);
    for (int i = 1; i < CELLS; i++)
        text[i * WIDE] = ';';
    strcpy(text + CELLS * WIDE, "\nd;e\n");
    options.len = strlen(text);
    fast.rows = fast.cells = 0;
    assert_true(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "the row is longer than the limit of 1024 KiB");
    assert_int_equal(fast.rows, 1);
    tn_arena_free(&arena);
}

/* Told of the file as a whole, by its first bytes. */
static void what_is_no_csv_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *says;
    } known[] = {{"7z\xBC\xAF\x27\x1C and more", "7z"},
                 {"<!DOCTYPE html>\n<p>a;b\n", "web page"},
                 {"\n<html lang=\"vi\">\n", "web page"}};
    struct tn_arena arena = {0};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tn_findings findings = {0};
        struct tn_read_options options = {.bytes = known[i].bytes,
                                          .len = strlen(known[i].bytes)};
        struct tn_reading reading = {
            .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
        struct tn_stream stream;
        char sha256[TN_DIGEST_HEX];
        assert_false(tn_stream_open(&stream, &reading));
        tn_stream_close(&stream, sha256);
        assert_int_equal(findings.errors, 1);
        assert_int_equal(findings.first->line, 1);
        assert_int_equal(findings.first->column, 0);
        if (!strstr(findings.first->text.text[TN_EN], known[i].says))
            fail_msg("%s", findings.first->text.text[TN_EN]);
    }
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(small_files_are_read_as_the_twin_reads_them),
        property(blocks_may_cut_anywhere),
        cmocka_unit_test(rows_around_a_bad_one_are_read),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(errors_have_an_end),
        cmocka_unit_test(what_is_no_csv_is_named),
        cmocka_unit_test(a_row_of_a_megabyte_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
