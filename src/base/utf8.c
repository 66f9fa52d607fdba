/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/utf8.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

size_t tn_utf8_next(const char *text, int32_t *code)
{
    *code = (unsigned char)*text;
    if (*code < 0x80)
        return *code != 0;

    /* Not past the NUL, which no valid sequence holds. */
    size_t room = 1;
    while (room < 4 && text[room])
        room++;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                              (utf8proc_ssize_t)room, code);
    if (bytes > 0)
        return (size_t)bytes;
    *code = -1;
    return 1;
}

/* The blocks of letters ready-made with marks, Vietnamese among them. */
static bool is_latin(int32_t code)
{
    return (code >= 0xC0 && code <= 0x24F) || (code >= 0x1E00 && code <= 0x1EFF);
}

bool tn_utf8_visible(int32_t code)
{
    if (code < 0x7F)
        return code >= ' ';
    if (is_latin(code))
        return true;
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
    if (code < 0x300 || is_latin(code))
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

/* Bytes of a letter of Vietnamese, or one like it, told without tables: U+00C0 to U+023F
 * and U+1E00 to U+1EFF; 1 for a visible sign of ASCII; 0 for all else. */
static size_t plain_bytes(const char *text)
{
    const unsigned char *b = (const unsigned char *)text;

    if (b[0] < 0x7F)
        return b[0] >= ' ';
    if (b[0] >= 0xC3 && b[0] <= 0xC8)
        return (b[1] & 0xC0) == 0x80 ? 2 : 0;
    return b[0] == 0xE1 && b[1] >= 0xB8 && b[1] <= 0xBB && (b[2] & 0xC0) == 0x80 ? 3 : 0;
}

size_t tn_utf8_letters(const char *text)
{
    size_t letters = 0;
    int32_t code;

    for (size_t bytes; *text; text += bytes)
        if ((bytes = plain_bytes(text))) {
            letters++;
        } else {
            bytes = tn_utf8_next(text, &code);
            letters += !letters || !tn_utf8_is_mark(code);
        }
    return letters;
}

/* A mark at the very start has no letter to sit on, and would sit on the program's
 * own text. */
static bool shows(int32_t code, bool first)
{
    return tn_utf8_visible(code) && !(first && tn_utf8_is_mark(code));
}

/* Signs of ASCII that show, alone. (No way out before the end: as below.) */
static bool all_plain(const char *text)
{
    const size_t len = strlen(text);
    unsigned char bad = 0;

    for (size_t i = 0; i < len; i++)
        bad |= text[i] < ' ' || text[i] > '~';
    return !bad;
}

static bool all_show(const char *text)
{
    const char *start = text;
    int32_t code;

    if (all_plain(text))
        return true;
    for (size_t bytes; *text; text += bytes) {
        if ((bytes = plain_bytes(text)))
            continue;
        bytes = tn_utf8_next(text, &code);
        if (!shows(code, text == start))
            return false;
    }
    return true;
}

/* "\x1B" or "U+202E", without a NUL; gives where it ends. */
static char *spell_out(unsigned number, char *end)
{
    static const char hex[] = "0123456789ABCDEF";
    bool byte = number <= 0xFF;
    int digits = byte ? 2 : 4;

    *end++ = byte ? '\\' : 'U';
    *end++ = byte ? 'x' : '+';
    while (number >> 4 * digits)
        digits++;
    while (digits-- > 0)
        *end++ = hex[number >> 4 * digits & 15];
    return end;
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
        if (!shows(code, text == start))
            end = spell_out(code < 0 ? (unsigned char)*text : (unsigned)code, end);
        else
            for (size_t i = 0; i < bytes; i++)
                *end++ = text[i];
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

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static size_t bytes_before(uint64_t hit)
{
    return (size_t)__builtin_ctzll(hit) / 8;
}
#else
static size_t bytes_before(uint64_t hit)
{
    return hit ? 0 : 8;   // one by one, then
}
#endif

/* Bytes of the letter beyond ASCII at text, of which len are there: 1 for ASCII; 0 where
 * it is a control or no UTF-8. */
static size_t letter_bytes(size_t len, const char *text)
{
    const unsigned char *b = (const unsigned char *)text;

    if (b[0] < 0x80)
        return 1;
    if (b[0] >= 0xC3 && b[0] < 0xE0 && len > 1 && (b[1] & 0xC0) == 0x80)
        return 2;   // most of them
    size_t bytes = b[0] == 0xC2                  ? 2
                   : (b[0] & 0xF0) == 0xE0       ? 3
                   : b[0] >= 0xF0 && b[0] < 0xF5 ? 4
                                                 : 0;
    if (!bytes || bytes > len)
        return 0;
    for (size_t i = 1; i < bytes; i++)
        if ((b[i] & 0xC0) != 0x80)
            return 0;
    bool bad = (b[0] == 0xC2 && b[1] < 0xA0) ||   // control
               (b[0] == 0xE0 && b[1] < 0xA0) ||
               (b[0] == 0xF0 && b[1] < 0x90) ||   // overlong
               (b[0] == 0xED && b[1] >= 0xA0) || (b[0] == 0xF4 && b[1] >= 0x90);
    return bad ? 0 : bytes;
}

/* No control of ASCII but tabs and line ends. (Without a way out before the end, so that
 * compilers take many bytes at once.) */
static bool has_no_control(size_t len, const char *text, bool *ascii)
{
    unsigned char bad = 0, all = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned char b = (unsigned char)text[i];
        bad |= (b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7F;
        all |= b;
    }
    *ascii = all < 0x80;
    return !bad;
}

bool tn_utf8_is_clean(size_t len, const char *text, bool *ascii)
{
    const uint64_t high = 0x8080808080808080u;
    bool plain;
    uint64_t word;

    if (!has_no_control(len, text, &plain))
        return false;
    *ascii = *ascii && plain;
    for (size_t i = 0; i < len && !plain;) {
        if (i + sizeof word <= len) {
            memcpy(&word, text + i, sizeof word);
            if (!(word & high)) {
                i += sizeof word;
                continue;
            }
            i += bytes_before(word & high);
        }
        size_t bytes = letter_bytes(len - i, text + i);
        if (!bytes)
            return false;
        i += bytes;
    }
    return true;
}
