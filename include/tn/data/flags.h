/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flags.h -- a file of households and their deprivation flags, with columns of any name.
 *
 * Not part of a plan folder: a survey, several years of reviews in one file, another set
 * of indicators. Which column means what is told by its heading (case of ASCII letters
 * does not matter). Read row by row, in memory that does not grow with the rows. Codes
 * in order (tn/data/ascent.h) cannot repeat; otherwise the file is read once more for its
 * codes, 16 bytes a household, at most 48 MiB: beyond 1.5 million households only a part
 * of the codes is looked at from then on, and a note says so.
 */
#ifndef TN_DATA_FLAGS_H
#define TN_DATA_FLAGS_H

#include <stdint.h>

#include "tn/data/reading.h"

enum { TN_FLAG_COLUMNS = 64, TN_GROUP_COLUMNS = 4 };

/* Headings; null: no such column. */
struct tn_flags_wanted {
    size_t flags, groups;
    const char *flag[TN_FLAG_COLUMNS];     // 0, 1, or missing: empty or NA
    const char *group[TN_GROUP_COLUMNS];   // any text, not empty
    const char *weight;                    // above 0
    const char *stratum, *psu;             // any text, not empty
    const char *code;                      // of the household, once a year; where the
                                           // file has no such column none is looked for
    bool code_named;                       // by the user: it must be there
    const char *code_year;                 // what a year is; where absent, one for all
};

/* Texts last until the next row. */
struct tn_flags_row {
    const char *group[TN_GROUP_COLUMNS];
    size_t group_len[TN_GROUP_COLUMNS];
    uint64_t deprived, missing;   // bit j: column flag[j]
    double weight;                // 1 without such a column
    const char *stratum, *psu;    // "" without such columns
};

typedef void tn_flags_fn(void *context, const struct tn_flags_row *row);

/* Who takes the rows. Several readers share out a long file among as many threads: each
 * context gets some of the rows, in whatever order, and all of them together every row
 * once. Where the file cannot be shared out (it is short; there is something to report)
 * all goes to context[0], after again has made each context forget what it got. */
struct tn_flags_taker {
    tn_flags_fn *row;
    size_t readers;
    void **context;                 // of each reader
    void (*again)(void *context);   // null: no reader minds (one is never asked)
};

/* Give every row of reading->path to the taker. False where there was an error; findings
 * say which: a column that is missing or there twice, a cell that breaks its rule. */
bool tn_flags_read(struct tn_reading *reading, const struct tn_flags_wanted *wanted,
                   const struct tn_flags_taker *taker, struct tn_input *input);

#endif
