/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain_table.h -- a CSV table cut the plainest way, to hold a reader's answer against.
 *
 * Strict [RFC 4180], with the blanks around a cell taken off. It shares nothing with the
 * reader, and knows neither encodings nor headings in Vietnamese: what it cannot judge it
 * lets pass.
 */
#ifndef TN_TESTS_PLAIN_TABLE_H
#define TN_TESTS_PLAIN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN_CELLS = 200, PLAIN_ROWS = 128 };   // more than a fuzzed text has bytes for

struct plain_cell {
    const char *text;   // without its quotes; those inside are still double
    size_t len;
};

struct plain_row {
    long line;   // on which it begins
    size_t cells;
    struct plain_cell cell[PLAIN_CELLS];
};

struct plain_table {
    size_t rows, named;   // cells of the first row, which are its headings
    struct plain_row row[PLAIN_ROWS];
};

struct plain_text {
    const char *at, *end;
    char separator;
    long line;
};

static inline bool plain_blank(const struct plain_text *t)
{
    return t->at < t->end && (*t->at == ' ' || *t->at == '\t') && *t->at != t->separator;
}

static inline bool plain_at_end(const struct plain_text *t)
{
    return t->at == t->end || *t->at == '\n' || *t->at == '\r';
}

static inline void plain_line(struct plain_text *t)
{
    if (t->at == t->end)
        return;
    bool pair = *t->at == '\r' && t->end - t->at > 1 && t->at[1] == '\n';
    t->at += pair ? 2 : 1;
    t->line++;
}

static inline void plain_trim(struct plain_cell *cell)
{
    while (cell->len && strchr(" \t\n\r", *cell->text) && *cell->text)
        cell->text++, cell->len--;
    while (cell->len && cell->text[cell->len - 1] &&
           strchr(" \t\n\r", cell->text[cell->len - 1]))
        cell->len--;
}

/* The inside of a quoted cell; false where its quote is never closed. */
static inline bool plain_quoted(struct plain_text *t, struct plain_cell *cell)
{
    cell->text = ++t->at;
    for (;;) {
        if (t->at == t->end)
            return false;
        if (*t->at == '\n' || *t->at == '\r') {
            plain_line(t);
        } else if (*t->at != '"') {
            t->at++;
        } else if (t->end - t->at > 1 && t->at[1] == '"') {
            t->at += 2;
        } else {
            break;
        }
    }
    cell->len = (size_t)(t->at++ - cell->text);
    return true;
}

/* One cell, up to its separator or the line's end; false where it breaks the rules. */
static inline bool plain_cell(struct plain_text *t, struct plain_cell *cell)
{
    while (plain_blank(t))
        t->at++;
    if (t->at < t->end && *t->at == '"') {
        if (!plain_quoted(t, cell))
            return false;
        while (plain_blank(t))
            t->at++;
        plain_trim(cell);
        return plain_at_end(t) || *t->at == t->separator;
    }
    cell->text = t->at;
    for (; !plain_at_end(t) && *t->at != t->separator; t->at++)
        if (*t->at == '"')
            return false;
    cell->len = (size_t)(t->at - cell->text);
    plain_trim(cell);
    return true;
}

static inline bool plain_read_row(struct plain_text *t, struct plain_row *row)
{
    row->line = t->line;
    for (row->cells = 0; row->cells < PLAIN_CELLS; t->at++) {
        if (!plain_cell(t, &row->cell[row->cells++]))
            return false;
        if (plain_at_end(t)) {
            plain_line(t);
            return true;
        }
    }
    return false;
}

/* Whether a heading may have letters that are not seen, and so be none: it has none of
 * ASCII that are. */
static inline bool plain_hidden(const struct plain_cell *cell)
{
    for (size_t i = 0; i < cell->len; i++)
        if (cell->text[i] > ' ' && cell->text[i] <= '~')
            return false;
    return true;
}

/* Cells up to the last that says something. */
static inline size_t plain_filled(const struct plain_row *row)
{
    size_t filled = row->cells;

    while (filled && !row->cell[filled - 1].len)
        filled--;
    return filled;
}

/* Rows that say something, each of as many cells as there are headings; false where the
 * bytes are no such table. */
static inline bool plain_read(struct plain_table *table, size_t len, const char *bytes,
                              char separator)
{
    struct plain_text t = {bytes, bytes + len, separator, 1};
    size_t least = 0;   // headings that are seen to be some

    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        t.at += 3;
    for (table->rows = 0; t.at < t.end;) {
        struct plain_row *row = &table->row[table->rows];
        if (table->rows == PLAIN_ROWS || !plain_read_row(&t, row))
            return false;
        size_t filled = plain_filled(row);
        if (!filled)
            continue;
        if (!table->rows++) {
            table->named = least = filled;
            while (least && plain_hidden(&row->cell[least - 1]))
                least--;
        } else if (row->cells < least || filled > table->named) {
            return false;
        }
    }
    return table->rows > 1;
}

/* Letters of ASCII without a quote: a cell that is judged letter by letter. */
static inline bool plain_judged(const struct plain_cell *cell)
{
    for (size_t i = 0; i < cell->len; i++)
        if ((unsigned char)cell->text[i] >= 0x80 || cell->text[i] == '"')
            return false;
    return true;
}

static inline bool plain_is(const struct plain_cell *cell, const char *text)
{
    return strlen(text) == cell->len && memcmp(cell->text, text, cell->len) == 0;
}

/* The cell of a row under a heading as schemas name it; null where there is none. */
static inline const struct plain_cell *plain_under(const struct plain_table *table,
                                                   size_t row, const char *heading)
{
    for (size_t i = 0; i < table->named; i++)
        if (plain_is(&table->row[0].cell[i], heading))
            return &table->row[row].cell[i];
    return NULL;
}

/* Whether a cell, if it can be judged, is that count: digits, or nothing where unknown.
 */
static inline bool plain_count_is(const struct plain_cell *cell, long count)
{
    long n = 0;

    if (!cell || !plain_judged(cell))
        return true;
    if (!cell->len)
        return count == -1;
    for (size_t i = 0; i < cell->len; i++) {
        if (cell->text[i] < '0' || cell->text[i] > '9' || n > 1000000000)
            return false;
        n = 10 * n + (cell->text[i] - '0');
    }
    return n == count;
}

static inline bool plain_text_is(const struct plain_cell *cell, const char *text)
{
    return !cell || !plain_judged(cell) || plain_is(cell, text);
}

/* Tables in which the reader may find another text than the bytes say, or a first line
 * that is no row. */
static inline bool plain_cannot_tell(size_t len, const char *bytes)
{
    size_t mark = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    const char *at = bytes + mark;

    len -= mark;
    at += len && *at == '"';
    return (len >= 2 && (unsigned char)bytes[0] >= 0xFE) || memchr(bytes, 0, len) ||
           (len >= 5 && (*at | 0x20) == 's');
}

/* Whether the bytes, cut at one separator or another, are what was read. */
typedef bool plain_agrees_fn(const void *read, const struct plain_table *table);

static inline bool plain_agrees(size_t len, const char *bytes, plain_agrees_fn *agrees,
                                const void *read)
{
    static struct plain_table table;

    if (plain_cannot_tell(len, bytes))
        return true;
    for (const char *separator = ",;\t|"; *separator; separator++)
        if (plain_read(&table, len, bytes, *separator) && agrees(read, &table))
            return true;
    return false;
}

#endif
