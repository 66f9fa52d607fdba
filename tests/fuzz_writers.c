/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of any texts and numbers, written as CSV and as JSON: the reader's own CSV and
 * a parser of JSON by another hand must find the same cells again. */
#include "fuzz.h"

#include <math.h>

#include "tn/base/decimal.h"
#include "tn/data/csv_read.h"
#include "tn/out/doc.h"

enum { ROWS = 2, TEXT, COUNT, REAL, COLUMNS, ROOM = 1 << 17, LONGEST = 400 };
enum { FIRST = TEXT, CELLS = COLUMNS - FIRST };

static const struct tn_column column[] = {{"text", {{"t", "t"}}, TN_TEXT, 0},
                                          {"count", {{"c", "c"}}, TN_COUNT, 0},
                                          {"real", {{"r", "r"}}, TN_REAL, 3},
                                          {0}};

struct cell {
    const char *text;
    long count;
    double real;
};

struct written {
    struct tn_arena arena;
    struct cell row[ROWS];
    size_t rows, found, len;
    char room[ROOM];
};

/* Rows out of the input, as many as it has bytes for: an integer, a double, and text up
 * to the next NUL. */
static void draw(struct written *w, size_t size, const uint8_t *data)
{
    for (w->rows = 0; w->rows < ROWS && (size || !w->rows); w->rows++) {
        struct cell *cell = &w->row[w->rows];
        uint64_t bits = 0;
        size_t take = size < sizeof bits ? size : sizeof bits, len = 0;
        if (take)
            memcpy(&bits, data, take);
        data += take, size -= take;
        memcpy(&cell->real, &bits, sizeof bits);
        cell->count = (long)(bits >> 11) - (1L << 51);
        while (len < size && len < LONGEST && data[len])
            len++;
        cell->text = tn_arena_text(&w->arena, (const char *)data, len);
        data += len < size ? len + 1 : len;
        size -= len < size ? len + 1 : len;
    }
}

typedef void write_fn(FILE *out, const struct tn_doc *doc);

static void put(struct written *w, write_fn *write)
{
    struct tn_doc doc = {.title = {{"title", "title"}},
                         .source = {.version = "fuzz", .seed = TN_COUNT_NONE}};
    struct tn_table *table = tn_doc_table(
        &w->arena, &doc, "rows", (struct tn_words){{"rows", "rows"}}, w->rows, column);
    static FILE *sink;

    for (size_t i = 0; i < w->rows; i++) {
        table->cell[CELLS * i].text = w->row[i].text;
        table->cell[CELLS * i + 1].count = w->row[i].count;
        table->cell[CELLS * i + 2].real = w->row[i].real;
    }
    write(sink_begin(&sink, ROOM, w->room), &doc);
    w->len = sink_end(sink, ROOM, w->room);
}

/* By the reader's own hand, for CSV. */
static bool as_reader(const char *text, size_t len, double *value)
{
    return tn_decimal_read(len, text, '.', TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT, value,
                           NULL);
}

/* By the C library's, where it is a number of [RFC 8259]. */
static bool as_json(const char *text, size_t len, double *value)
{
    static const char digits[] = "0123456789";
    const char *at = text + (*text == '-');
    size_t whole = strspn(at, digits);

    if (!whole || (whole > 1 && *at == '0'))
        return false;
    at += whole;
    if (*at == '.') {
        size_t n = strspn(at + 1, digits);
        at += n ? n + 1 : 0;
    }
    if ((*at | 0x20) == 'e') {
        at += at[1] == '-' || at[1] == '+' ? 2 : 1;
        at += strspn(at, digits);
    }
    *value = strtod(text, NULL);
    return at == text + len && at[-1] >= '0' && at[-1] <= '9';
}

typedef bool read_fn(const char *text, size_t len, double *value);

static void promise_real(const char *text, size_t len, double want, read_fn *read)
{
    double got = 0;

    if (!isfinite(want)) {
        PROMISE(!len || (len == 4 && memcmp(text, "null", 4) == 0));
        return;
    }
    PROMISE(read(text, len, &got));
    PROMISE(memcmp(&got, &want, sizeof got) == 0 ||
            (got >= 0 && got <= 0 && !(want < 0) && !(want > 0)));
}

static void promise_count(const char *text, size_t len, long want)
{
    char number[24];

    if (want == TN_COUNT_NONE)
        PROMISE(!len || (len == 4 && memcmp(text, "null", 4) == 0));
    else
        PROMISE(snprintf(number, sizeof number, "%ld", want) == (int)len &&
                memcmp(number, text, len) == 0);
}

/* Shown safely, and with an apostrophe where a spreadsheet would take it for a formula.
 */
static void promise_csv_text(struct written *w, const char *got, const char *text)
{
    const char *safe = tn_utf8_safe(&w->arena, text);

    PROMISE(!*got || !strchr("=+-@\t\r\n", *got));
    if (*text && strchr("=+-@\t\r\n", *text)) {
        PROMISE(*got == '\'');
        got++;
    }
    PROMISE(strcmp(got, safe) == 0);
}

static bool take_row(void *context, const struct tn_csv_row *row)
{
    struct written *w = context;

    PROMISE(row->cells == CELLS + 1 && row->line == (long)w->found + 1);
    if (w->found) {
        const struct cell *want = &w->row[w->found - 1];
        PROMISE(w->found <= w->rows);
        promise_csv_text(w, row->cell[0].text, want->text);
        promise_count(row->cell[1].text, row->cell[1].len, want->count);
        promise_real(row->cell[2].text, row->cell[2].len, want->real, as_reader);
    }
    w->found++;
    return true;
}

static char comma(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ',';
}

static void promise_csv(struct written *w)
{
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = w->room, .len = w->len};
    struct tn_reading reading = {
        .arena = &w->arena, .findings = &findings, .options = &options, .path = "x"};
    const struct tn_csv_reader reader = {take_row, comma, w};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    PROMISE(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    PROMISE(w->found == w->rows + 1 && !findings.errors);
}

/* JSON [RFC 8259], by recursion on what was written, which is not deep. */
struct json {
    struct written *w;
    const char *at;
    size_t row;
    char string[8 * LONGEST];   // the last one read, decoded
    size_t len;
};

static void skip(struct json *j)
{
    j->at += strspn(j->at, " \n\t\r");
}

static void add(struct json *j, uint32_t code)
{
    char *end = j->string + j->len;

    PROMISE(j->len + 4 < sizeof j->string);
    if (code < 0x80) {
        end[0] = (char)code;
        j->len += 1;
    } else if (code < 0x800) {
        end[0] = (char)(0xC0 | code >> 6), end[1] = (char)(0x80 | (code & 0x3F));
        j->len += 2;
    } else if (code < 0x10000) {
        end[0] = (char)(0xE0 | code >> 12), end[1] = (char)(0x80 | (code >> 6 & 0x3F));
        end[2] = (char)(0x80 | (code & 0x3F));
        j->len += 3;
    } else {
        end[0] = (char)(0xF0 | code >> 18), end[1] = (char)(0x80 | (code >> 12 & 0x3F));
        end[2] = (char)(0x80 | (code >> 6 & 0x3F)), end[3] = (char)(0x80 | (code & 0x3F));
        j->len += 4;
    }
}

static uint32_t four_digits(struct json *j)
{
    uint32_t code = 0;

    for (int i = 0; i < 4; i++, j->at++) {
        const char *digit = strchr("0123456789abcdef", *j->at | 0x20);
        PROMISE(*j->at && digit && *digit);
        code = 16 * code + (uint32_t)(digit - "0123456789abcdef");
    }
    return code;
}

static void escape(struct json *j)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    char c = *j->at++;

    if (c != 'u') {
        const char *known = strchr(from, c);
        PROMISE(c && known);
        add(j, (uint32_t)to[known - from]);
        return;
    }
    uint32_t code = four_digits(j);
    if (code >= 0xD800 && code < 0xDC00) {
        PROMISE(j->at[0] == '\\' && j->at[1] == 'u');
        j->at += 2;
        code = 0x10000 + ((code - 0xD800) << 10) + (four_digits(j) - 0xDC00);
    }
    add(j, code);
}

static void string(struct json *j)
{
    PROMISE(*j->at++ == '"');
    for (j->len = 0; *j->at != '"';) {
        int32_t code;
        if (*j->at == '\\') {
            j->at++;
            escape(j);
            continue;
        }
        size_t bytes = tn_utf8_next(j->at, &code);
        PROMISE(bytes && code >= ' ' && tn_utf8_visible(code));
        add(j, (uint32_t)code);
        j->at += bytes;
    }
    j->at++;
    j->string[j->len] = '\0';
}

/* The text with U+FFFD for each byte that is no UTF-8. */
static void promise_json_text(struct json *j, const char *text)
{
    const char *got = j->string;
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes) {
        size_t same = code < 0 ? 3 : bytes;
        PROMISE(memcmp(got, code < 0 ? "\xEF\xBF\xBD" : text, same) == 0);
        got += same;
    }
    PROMISE(!*got);
}

static void value(struct json *j, const char *key);

static void members(struct json *j, char closer)
{
    char key[64] = "";

    j->at++;
    for (skip(j); *j->at != closer; skip(j)) {
        if (closer == '}') {
            string(j);
            PROMISE(j->len < sizeof key);
            strcpy(key, j->string);
            skip(j);
            PROMISE(*j->at++ == ':');
        }
        skip(j);
        value(j, key);
        skip(j);
        if (*j->at == ',')
            j->at++;
        else
            PROMISE(*j->at == closer);
    }
    j->at++;
}

/* A number or a word. */
static void scalar(struct json *j, const char *key)
{
    size_t len = strspn(j->at, "+-.0123456789eEaflnrstu");
    const struct cell *want = &j->w->row[j->row < j->w->rows ? j->row : 0];

    PROMISE(len);
    if (strcmp(key, "count") == 0)
        promise_count(j->at, len, want->count);
    if (strcmp(key, "real") == 0) {
        promise_real(j->at, len, want->real, as_json);
        j->row++;
    }
    j->at += len;
}

static void value(struct json *j, const char *key)
{
    if (*j->at == '{') {
        members(j, '}');
    } else if (*j->at == '[') {
        members(j, ']');
    } else if (*j->at == '"') {
        string(j);
        if (strcmp(key, "text") == 0) {
            PROMISE(j->row < j->w->rows);
            promise_json_text(j, j->w->row[j->row].text);
        }
    } else {
        scalar(j, key);
    }
}

static void promise_json(struct written *w)
{
    struct json *j = tn_new(&w->arena, struct json, 1);

    j->w = w;
    j->at = w->room;
    value(j, "");
    skip(j);
    PROMISE(j->at == w->room + w->len && j->row == j->w->rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct written w;

    w.arena = (struct tn_arena){0};
    w.found = 0;
    draw(&w, size, data);
    put(&w, tn_csv_write);
    promise_csv(&w);
    put(&w, tn_json_write);
    promise_json(&w);
    tn_arena_free(&w.arena);
    return 0;
}
