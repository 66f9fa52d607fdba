/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascent.h -- whether household codes ascend, so that none can be there twice.
 *
 * Most files are in order: by year and in each year by code (shorter ones first), or
 * code by code and for each by year. Then nothing has to be remembered but the last row.
 * A part of a file is followed by itself, and parts are joined in their order.
 */
#ifndef TN_DATA_ASCENT_H
#define TN_DATA_ASCENT_H

#include <stdbool.h>
#include <stddef.h>

enum { TN_ASCENT_CODE = 72 };   // bytes; longer codes are not taken for ascending

struct tn_ascent_key {
    size_t code_len, year_len;
    char code[TN_ASCENT_CODE], year[TN_ASCENT_CODE];
};

struct tn_ascent {
    bool by_year, by_code;   // which still holds: years first, or codes first
    bool begun;
    struct tn_ascent_key first, last;   // once begun
};

/* Of no rows. */
struct tn_ascent tn_ascent_begin(void);

/* One row more: its code, and its year or an empty text. */
void tn_ascent_add(struct tn_ascent *ascent, size_t code_len, const char *code,
                   size_t year_len, const char *year);

/* The rows of next follow. */
void tn_ascent_join(struct tn_ascent *ascent, const struct tn_ascent *next);

bool tn_ascent_holds(const struct tn_ascent *ascent);

#endif
