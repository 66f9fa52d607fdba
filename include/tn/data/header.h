/* SPDX-License-Identifier: GPL-3.0-or-later */
/* header.h -- which column of a file is which of its schema.
 *
 * A heading is known by the program's own name of the column, by its title in either
 * language, or by one of its aliases, in any case; written with its Vietnamese marks, or
 * without any. */
#ifndef TN_DATA_HEADER_H
#define TN_DATA_HEADER_H

#include "tn/data/csv_read.h"
#include "tn/data/schema.h"

struct tn_heading {
    const char *key, *plain;   // folded; without marks
    const char *shown;
    size_t column;    // of the schema
    size_t letters;   // of plain
    /* Chains of one hash, as indices from 1: what the slot of this index begins with, and
     * what comes after this heading; by key and by plain. */
    uint32_t first, next, plain_first, plain_next;
};

struct tn_header {
    struct tn_reading *reading;
    const struct tn_file_schema *schema;
    size_t headings;
    const struct tn_heading *heading;   // all that is known
    size_t unknown;
    size_t cells;    // of the row that is the header, named or not
    size_t passed;   // rows before it, of which nothing is known
    long first_line;
    const char *first;              // of those, for a message
    size_t named;                   // columns of the file up to the last with a name
    long column[TN_MOST_COLUMNS];   // of the schema, in the file from 1; 0: absent
};

void tn_header_begin(struct tn_header *header, struct tn_reading *reading,
                     const struct tn_file_schema *schema);

/* The separator under which most of the line's cells are known headings. */
char tn_header_separator(struct tn_header *header, size_t len, const char *line);

/* Take the row as the header. False where it is none, and no row after it needs to be
 * tried; a finding then says so. Findings tell of columns that are missing, unknown, or
 * there twice. Where nothing is known of a row, the next ones are tried, to say on which
 * the header stands: named stays 0 so far. */
bool tn_header_read(struct tn_header *header, const struct tn_csv_row *row);

/* No row follows: where no header was found among them, a finding says so. */
void tn_header_end(struct tn_header *header);

/* The schema's column of a heading (valid UTF-8), or its number of columns. */
size_t tn_header_find(const struct tn_header *header, size_t len, const char *text);

/* All spellings of n columns, folded, into headings of the arena; gives their number. */
size_t tn_headings_of(struct tn_arena *arena, size_t n, const struct tn_field column[],
                      struct tn_heading **heading);

/* The column among n headings that a text names, or none; and the nearest, or none. */
size_t tn_headings_find(struct tn_arena *scratch, size_t n,
                        const struct tn_heading heading[], size_t len, const char *text);
size_t tn_headings_nearest(struct tn_arena *scratch, size_t n,
                           const struct tn_heading heading[], size_t len,
                           const char *text);

#endif
