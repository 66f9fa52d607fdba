/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_read.h -- a file of rows, row by row, each cell with its line.
 *
 * libcsv parses, strictly; it is given one physical line at a time, so that every row
 * and cell knows where it stands, and memory does not grow with the file. What breaks
 * the rules of CSV (a quote in the wrong place or never closed, a field above 4 KiB, a
 * row without end) is reported and skipped; the rows around it are still given.
 * Line ends are LF, CR LF, CR, or a mixture; inside a quoted cell they come as LF.
 */
#ifndef TN_DATA_CSV_READ_H
#define TN_DATA_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/data/stream.h"

enum {
    TN_FIELD_LIMIT = 4096,   // bytes
    TN_COLUMN_LIMIT = 4096,
    TN_ROW_LIMIT = 1024 * 1024   // bytes
};

struct tn_csv_cell {
    const char *text;   // ended with a NUL; blanks around unquoted text are gone
    uint32_t len;
    uint32_t line;   // on which it begins
};

struct tn_csv_row {
    long line;
    bool clean;    // valid UTF-8 without control characters
    int64_t nul;   // offset in the file's text of the first NUL of the row, or -1
    bool ascii;    // nothing beyond ASCII
    size_t len;    // of all cells, one after another, each with its NUL
    const char *bytes;
    size_t cells;
    const struct tn_csv_cell *cell;   // until the next row
};

/* What is done with each row; false ends the reading. */
typedef bool tn_row_fn(void *context, const struct tn_csv_row *row);

/* The separator, told from the first line of the file (len bytes, no line end). */
typedef char tn_separator_fn(void *context, size_t len, const char *line);

struct tn_csv_reader {
    tn_row_fn *row;
    tn_separator_fn *separator;
    void *context;
};

/* Give the rows of the source to reader->row, the header too. */
void tn_csv_read(struct tn_stream *stream, const struct tn_csv_reader *reader);

/* The same step by step, for rows that several threads read. */

/* Rows are to be read from the start of a text, which follows mark bytes of the file. */
struct tn_csv *tn_csv_begin(struct tn_reading *reading,
                            const struct tn_csv_reader *reader, size_t mark);

/* Rows are to be read from elsewhere in the text of first, of which some is read. Their
 * lines are counted from 1 there. */
struct tn_csv *tn_csv_beside(const struct tn_csv *first, struct tn_reading *reading,
                             const struct tn_csv_reader *reader);

/* Read so many bytes more; false where no more are wanted. */
bool tn_csv_feed(struct tn_csv *csv, size_t len, char *text);

/* Whether all that was fed was whole rows with no blank line after the last. */
bool tn_csv_is_between(const struct tn_csv *csv);

/* The text is at its end. */
void tn_csv_finish(struct tn_csv *csv);

#endif
