/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rule_file.h -- which indicators make a household poor, and what each weighs.
 */
#ifndef TN_DATA_RULE_FILE_H
#define TN_DATA_RULE_FILE_H

#include <stdint.h>

#include "tn/data/flags.h"

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
