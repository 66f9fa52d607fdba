/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes.h -- the codes of a column's vocabulary, by how people write them. */
#ifndef TN_DATA_CODES_H
#define TN_DATA_CODES_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/data/schema.h"

/* Index of the code that a text stands for (code, name or alias, folded); else codes. */
size_t tn_code_meant(struct tn_arena *scratch, const struct tn_field *column, size_t len,
                     const char *text);

/* The code whose spelling, in either language, is nearest to a text; else codes. */
size_t tn_code_nearest(struct tn_arena *scratch, const struct tn_field *column,
                       size_t len, const char *text);

#endif
