/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anyfile.h -- files whose columns have the names that the user says.
 *
 * Not those of a plan folder, whose columns a schema knows (tn/data/header.h).
 */
#ifndef TN_DATA_ANYFILE_H
#define TN_DATA_ANYFILE_H

#include "tn/data/csv_read.h"

/* Whether a heading of so many bytes is that name; the case of ASCII does not matter. */
bool tn_anyfile_is(const char *heading, size_t len, const char *name);

/* All headings, "a, b, c", for a message. */
const char *tn_anyfile_headings(const struct tn_reading *reading,
                                const struct tn_csv_row *row);

/* False, and errors, where cells of the row are no text: the header's, before the columns
 * are called something; then a record's. */
bool tn_anyfile_is_text(struct tn_reading *reading, char separator,
                        const struct tn_csv_row *row);

/* What messages call the columns from here on: as the header does. */
void tn_anyfile_call_columns(struct tn_reading *reading, const struct tn_csv_row *row);

/* An error: the row has another number of cells than the columns that are called. */
void tn_anyfile_tell_cells(struct tn_reading *reading, const struct tn_csv_row *row);

/* The commonest of comma, semicolon and tab in the header. */
char tn_anyfile_separator(size_t len, const char *line);

/* Give every row of reading->path to the reader; input->sha256 is filled in. False where
 * something was wrong; findings say what. */
bool tn_anyfile_read(struct tn_reading *reading, const struct tn_csv_reader *reader,
                     struct tn_input *input);

/* Whether the file has such a column. What else is wrong with it is not said here. */
bool tn_anyfile_has(const struct tn_reading *reading, const char *name);

#endif
