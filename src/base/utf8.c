/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

size_t tn_utf8_next(const char *text, int32_t *code)
{
    *code = 0;
    if (!*text)
        return 0;

    /* Not past the NUL, which no valid sequence holds. */
    size_t room = strnlen(text, 4);
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                              (utf8proc_ssize_t)room, code);
    if (bytes > 0)
        return (size_t)bytes;
    *code = -1;
    return 1;
}

bool tn_utf8_visible(int32_t code)
{
    if (code < 0)
        return false;
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    default:
        return !utf8proc_get_property(code)->ignorable;
    }
}

bool tn_utf8_is_mark(int32_t code)
{
    if (code < 0x300)
        return false;
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

int32_t tn_utf8_base(int32_t code)
{
    enum { D_STROKE = 0x111, CAPITAL_D_STROKE = 0x110, PARTS = 8 };
    utf8proc_int32_t part[PARTS];
    int boundary = UTF8PROC_BOUNDCLASS_START;

    if (code == D_STROKE || code == CAPITAL_D_STROKE)
        return code == D_STROKE ? 'd' : 'D';
    if (code < 0x80)
        return code;
    utf8proc_ssize_t n = utf8proc_decompose_char(code, part, PARTS, UTF8PROC_DECOMPOSE,
                                                 &boundary);
    return n > 0 ? part[0] : code;
}

int tn_utf8_width(const char *text)
{
    int width = 0;
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes)
        width += code < 0 ? 1 : utf8proc_charwidth(code);
    return width;
}

size_t tn_utf8_letters(const char *text)
{
    size_t letters = 0;
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes)
        letters += !letters || !tn_utf8_is_mark(code);
    return letters;
}

/* A mark at the very start has no letter to sit on, and would sit on the program's
 * own text. */
static bool shows(int32_t code, bool first)
{
    return tn_utf8_visible(code) && !(first && tn_utf8_is_mark(code));
}

static bool all_show(const char *text)
{
    const char *start = text;
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes)
        if (!shows(code, text == start))
            return false;
    return true;
}

const char *tn_utf8_safe(struct tn_arena *arena, const char *text)
{
    enum { LONGEST = sizeof "U+10FFFF" };   // of what stands for one byte or more

    if (all_show(text))
        return text;

    char *safe = tn_new(arena, char, LONGEST *strlen(text) + 1), *end = safe;
    const char *start = text;
    int32_t code;
    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes) {
        char room[LONGEST];
        unsigned number = code < 0 ? (unsigned char)*text : (unsigned)code;
        size_t len = bytes;
        if (shows(code, text == start))
            memcpy(room, text, bytes);
        else if (number <= 0xFF)
            len = (size_t)snprintf(room, sizeof room, "\\x%02X", number);
        else
            len = (size_t)snprintf(room, sizeof room, "U+%04X", number);
        end = (char *)memcpy(end, room, len) + len;
    }
    return safe;
}

const char *tn_utf8_cut(struct tn_arena *arena, const char *text, size_t n)
{
    assert(n >= 1);
    if (tn_utf8_letters(text) <= n)
        return text;

    const char *end = text;
    size_t letters = 0;
    int32_t code;
    for (size_t bytes; (bytes = tn_utf8_next(end, &code)); end += bytes) {
        letters += !letters || !tn_utf8_is_mark(code);
        if (letters == n)
            break;
    }
    size_t kept = (size_t)(end - text);
    char *cut = tn_new(arena, char, kept + sizeof "\xE2\x80\xA6");
    memcpy(cut, text, kept);
    strcpy(cut + kept, "\xE2\x80\xA6");
    return cut;
}
