/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.h -- one file of a plan folder, row by row, each cell by its column's rules.
 *
 * Columns are found by their headings, in any order and either language, with or without
 * Vietnamese marks. Memory does not grow with the rows. A row comes with a value for
 * every column of the schema; where the file has no such column it is empty. */
#ifndef TN_DATA_TABLE_H
#define TN_DATA_TABLE_H

#include "tn/data/cell.h"

struct tn_record {
    long line;
    size_t errors;                  // of this row so far, and of the header
    const struct tn_value *value;   // by column of the schema
    const struct tn_csv_row *row;
    struct tn_arena *scratch;   // lives as long as the row
};

/* What is done with each row; false ends the reading. */
typedef bool tn_record_fn(void *context, const struct tn_record *record);

struct tn_table_reader {
    tn_record_fn *record;
    void *context;
};

/* Read reading->path by a schema; input is filled in. False where the file could not be
 * read to its end; findings then say why. */
bool tn_table_read(struct tn_reading *reading, const struct tn_file_schema *schema,
                   const struct tn_table_reader *reader, struct tn_input *input);

#endif
