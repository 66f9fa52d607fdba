/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/reading.h"

#include "tn/base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

const char *tn_column_called(const struct tn_reading *reading, size_t column)
{
    assert(column >= 1);
    if (column <= reading->columns)
        return reading->column[column - 1];
    char *number = tn_new(reading->arena, char, 24);
    snprintf(number, 24, "#%zu", column);
    return number;
}

static bool is_plain(size_t len, const char *text)
{
    for (size_t i = 0; i < len; i++)
        if (text[i] < ' ' || text[i] > '~')
            return false;
    return true;
}

const char *tn_shown(const struct tn_reading *reading, size_t len, const char *text)
{
    enum { MOST_LETTERS = 60, ENOUGH = 4 * MOST_LETTERS, FOR_NUL = 4 };
    size_t looked = len < ENOUGH ? len : ENOUGH, end = 0;

    if (len <= MOST_LETTERS && is_plain(len, text))
        return tn_arena_text(reading->arena, text, len);
    char *copy = tn_new(reading->arena, char, FOR_NUL *looked + 1);

    for (size_t i = 0; i < looked; i++) {
        if (text[i]) {
            copy[end++] = text[i];
        } else {   // where a C string would end
            memcpy(copy + end, "\\x00", FOR_NUL);
            end += FOR_NUL;
        }
    }
    return tn_utf8_cut(reading->arena, tn_utf8_safe(reading->arena, copy), MOST_LETTERS);
}
