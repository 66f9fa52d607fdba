/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flags.h -- a file of households and their deprivation flags, with columns of any name.
 *
 * Not part of a plan folder: a survey, several years of reviews in one file, another set
 * of indicators. Which column means what is told by its heading (case of ASCII letters
 * does not matter). Read row by row, in memory that does not grow with the rows. Codes
 * that ascend (shorter ones first) within ascending years cannot repeat; otherwise the
 * file is read once more for its codes, 16 bytes a household, at most 48 MiB: beyond 1.5
 * million households only a part of the codes is looked at from then on, and a note says
 * so.
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
    const char *code_year;                 // what a year is; where absent, one for all
};

/* Texts last until the next row. */
struct tn_flags_row {
    long line;
    const char *group[TN_GROUP_COLUMNS];
    size_t group_len[TN_GROUP_COLUMNS];
    uint64_t deprived, missing;   // bit j: column flag[j]
    double weight;                // 1 without such a column
    const char *stratum, *psu;    // "" without such columns
};

typedef void tn_flags_fn(void *context, const struct tn_flags_row *row);

/* Give every row of reading->path to fn. False where there was an error; findings say
 * which: a column that is missing or there twice, a cell that breaks its rule. */
bool tn_flags_read(struct tn_reading *reading, const struct tn_flags_wanted *wanted,
                   tn_flags_fn *fn, void *context, struct tn_input *input);

/* Indicators, their dimensions and weights: columns indicator, dimension and, if not all
 * weigh alike within their dimension and the dimensions alike, weight: a whole number, a
 * ratio 1/18, or a decimal. In lowest common terms. */
struct tn_rule_file {
    size_t indicators, dimensions;
    const char *indicator[TN_FLAG_COLUMNS];
    const char *dimension[TN_FLAG_COLUMNS];   // names, in order of appearance
    size_t dimension_of[TN_FLAG_COLUMNS];
    int64_t weight[TN_FLAG_COLUMNS], total;
};
bool tn_rule_file_read(struct tn_reading *reading, struct tn_rule_file *rule,
                       struct tn_input *input);

/* "3/12", "0.25" or "3" as a ratio of whole numbers, exactly; false where it is none of
 * these, negative, or its parts exceed 1e9. */
bool tn_ratio_read(size_t len, const char *text, int64_t *num, int64_t *den);

#endif
