/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading.h -- the reading of one file: which, by what rules, and what there is to say.
 *
 * Whatever looks at the file, from its bytes to its meaning, reports here. */
#ifndef TN_DATA_READING_H
#define TN_DATA_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/finding.h"
#include "tn/data/commune.h"

struct tn_reading {
    struct tn_arena *arena;
    struct tn_findings *findings;
    const struct tn_read_options *options;
    const char *path;      // as the user would write it
    size_t columns;        // of the header; 0 before it is read
    const char **column;   // what messages call each column
    size_t errors;         // of this file
    size_t most_codes;     // slots of the table of codes (repeats.h); 0: the default
    size_t headings;       // all spellings of the schema's, where they are there already
    const struct tn_heading *heading;   // (header.h: files read again and again); or 0
    long
        guessed;   // line of the row that was found in no encoding known (legacy.h); or 0
    bool hopeless;   // its letters are not what they should be: stop
    bool endless;    // a line went on and on: the rest is not even digested
    bool broken;     // a fault of the machine, not of the file: TN_EFILE
};

enum { TN_MOST_ERRORS = 1000 };   // of a file; its reading stops there

/* Add a finding on the file: TN_FIND(reading, TN_ERROR, line, column, TN_W_..., ...) */
#define TN_FIND(reading, how_bad, at_line, at_column, ...)    \
    do {                                                      \
        (reading)->errors += (how_bad) == TN_ERROR;           \
        tn_find((reading)->arena, (reading)->findings,        \
                &(struct tn_finding){.severity = (how_bad),   \
                                     .file = (reading)->path, \
                                     .line = (at_line),       \
                                     .column = (at_column)},  \
                __VA_ARGS__);                                 \
    } while (0)

/* What messages call a column (from 1): its machine name, else its heading. */
const char *tn_column_called(const struct tn_reading *reading, size_t column);

/* len bytes as a message may show them: made visible, at most 60 letters. */
const char *tn_shown(const struct tn_reading *reading, size_t len, const char *text);

#endif
