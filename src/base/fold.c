/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/fold.h"

#include "tn/base/viet.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

enum {
    GRAVE = 0x300,
    ACUTE = 0x301,
    TILDE = 0x303,
    HOOK = 0x309,
    DOT_BELOW = 0x323,
    ETH = 0xF0,
    D_STROKE = 0x111,
    MINUS = 0x2212,
    MOST_BYTES = 4   // of a code point in UTF-8
};

/* In the order of enum tn_tone. */
static const int32_t tone[] = {DOT_BELOW, GRAVE, ACUTE, TILDE, HOOK};
enum { TONES = sizeof tone / sizeof *tone };

/* The tone as one bit; 0 where it is none. */
static unsigned tone_bit(int32_t code)
{
    for (unsigned i = 0; i < TONES; i++)
        if (tone[i] == code)
            return 1u << i;
    return 0;
}

static bool is_blank(int32_t code)
{
    return code <= ' ' || code == '_' || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

/* What a syllable does not go on through. */
static bool ends_syllable(int32_t code)
{
    if (code < 0x80)
        return !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    utf8proc_category_t category = utf8proc_category(code);
    return category != UTF8PROC_CATEGORY_LL && category != UTF8PROC_CATEGORY_LO &&
           category != UTF8PROC_CATEGORY_MN;
}

static int32_t look_alike(int32_t code)
{
    if (code == ETH)
        return D_STROKE;
    if (code == 0x2018 || code == 0x2019 || code == 0x2BC)
        return '\'';
    if ((code >= 0x2010 && code <= 0x2015) || code == MINUS)
        return '-';
    return code;
}

struct writer {
    char *start, *end;
    unsigned tones;   // of the syllable being written
    bool blank;       // one is due before the next letter
};

static void put(struct writer *to, int32_t code)
{
    to->end += utf8proc_encode_char(code, (utf8proc_uint8_t *)to->end);
}

static void put_blank(struct writer *to)
{
    if (to->blank)
        put(to, ' ');
    to->blank = false;
}

static void put_tones(struct writer *to)
{
    if (to->tones)
        put_blank(to);   // of tones without a letter
    for (unsigned i = 0; i < TONES; i++)
        if (to->tones & 1u << i)
            put(to, tone[i]);
    to->tones = 0;
}

static void take(struct writer *to, int32_t code)
{
    if (tone_bit(code)) {
        to->tones |= tone_bit(code);
        return;
    }
    if (ends_syllable(code))
        put_tones(to);
    if (is_blank(code)) {
        to->blank = to->end > to->start;
        return;
    }
    put_blank(to);
    put(to, code);
}

static const char *key_of_codes(struct tn_arena *arena, size_t n, const int32_t code[])
{
    char *key = tn_new(arena, char, MOST_BYTES *n + 1);
    struct writer to = {.start = key, .end = key};

    for (size_t i = 0; i < n; i++)
        take(&to, look_alike(code[i]));
    put_tones(&to);
    return key;
}

static bool is_ascii(size_t len, const char *text)
{
    unsigned char all = 0;

    for (size_t i = 0; i < len; i++)
        all |= (unsigned char)text[i];
    return all < 0x80;
}

/* The same without tables, for what has no marks. */
static const char *key_of_ascii(struct tn_arena *arena, size_t len, const char *text)
{
    char *key = tn_new(arena, char, len + 1), *end = key;
    bool blank = false;

    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (c <= ' ' || c == '_') {
            blank = end > key;
            continue;
        }
        if (blank)
            *end++ = ' ';
        blank = false;
        *end++ = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return key;
}

static void take_ascii(struct writer *to, char c)
{
    c = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    if (c < 'a' || c > 'z')
        put_tones(to);
    if (c <= ' ' || c == '_') {
        to->blank = to->end > to->start;
        return;
    }
    put_blank(to);
    *to->end++ = c;
}

static void take_spelt(struct writer *to, char spelt, enum tn_tone of)
{
    static const struct {
        char letter;
        int32_t mark;
    } made[] = {{'a', 0x306}, {'a', 0x302}, {'e', 0x302},
                {'o', 0x302}, {'o', 0x31B}, {'u', 0x31B}};   // from TN_A_BREVE on

    put_blank(to);
    if (spelt == TN_D_STROKE) {
        put(to, D_STROKE);
    } else if (spelt >= TN_A_BREVE && spelt <= TN_U_HORN) {
        *to->end++ = made[spelt - TN_A_BREVE].letter;
        put(to, made[spelt - TN_A_BREVE].mark);
    } else {
        *to->end++ = spelt;
    }
    if (of != TN_NO_TONE)
        to->tones |= 1u << of;
}

/* The code point at text, and its bytes; 0 where it cannot be a letter of Vietnamese. */
static size_t viet_code(const char *text, int32_t *code)
{
    const unsigned char *b = (const unsigned char *)text;

    if (b[0] >= 0xC3 && b[0] <= 0xC6) {
        *code = (b[0] & 0x1F) << 6 | (b[1] & 0x3F);
        return 2;
    }
    if (b[0] == 0xE1 && (b[1] == 0xBA || b[1] == 0xBB)) {
        *code = 0x1000 | (b[1] & 0x3F) << 6 | (b[2] & 0x3F);
        return 3;
    }
    return 0;
}

/* The same for ASCII and the ready-made letters of Vietnamese; null where there is
 * something else. */
static const char *key_of_viet(struct tn_arena *arena, size_t len, const char *text)
{
    struct tn_mark mark = tn_arena_mark(arena);
    char *key = tn_new(arena, char, 2 * len + 1),
         spelt;   // two bytes become a and a mark
    struct writer to = {.start = key, .end = key};
    enum tn_tone of;
    int32_t code = 0;

    for (size_t i = 0, bytes; i < len; i += bytes) {
        bytes = 1;
        if ((unsigned char)text[i] < 0x80) {
            take_ascii(&to, text[i]);
            continue;
        }
        bytes = viet_code(text + i, &code);
        if (!bytes || !(spelt = tn_viet_spelt(code, &of))) {
            tn_arena_rewind(arena, mark);
            return NULL;
        }
        take_spelt(&to, spelt, of);
    }
    put_tones(&to);
    return key;
}

const char *tn_fold_key(struct tn_arena *arena, size_t len, const char *text)
{
    if (is_ascii(len, text))
        return key_of_ascii(arena, len, text);
    const char *key = key_of_viet(arena, len, text);
    if (key)
        return key;

    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t room = (utf8proc_ssize_t)len, n;   // enough for Vietnamese
    int32_t *code = tn_new(arena, int32_t, (size_t)room + 1);

    n = utf8proc_decompose(bytes, (utf8proc_ssize_t)len, code, room, options);
    assert(n >= 0);
    if (n > room) {
        code = tn_new(arena, int32_t, (size_t)n + 1);
        utf8proc_decompose(bytes, (utf8proc_ssize_t)len, code, n, options);
    }
    return key_of_codes(arena, (size_t)n, code);
}

const char *tn_fold_plain(struct tn_arena *arena, const char *key)
{
    char *plain = tn_new(arena, char, strlen(key) + 1), *end = plain;
    utf8proc_int32_t code;

    for (size_t bytes; *key; key += bytes) {
        bytes = 1;
        if ((unsigned char)*key < 0x80) {
            *end++ = *key;
            continue;
        }
        bytes = (size_t)utf8proc_iterate((const utf8proc_uint8_t *)key, -1, &code);
        if (code == D_STROKE)
            *end++ = 'd';
        else if (utf8proc_category(code) != UTF8PROC_CATEGORY_MN)
            end += utf8proc_encode_char(code, (utf8proc_uint8_t *)end);
    }
    return plain;
}

/* Composed already, told without tables: below the combining marks, or in the block of
 * the ready-made Vietnamese letters, nothing composes or is composed. */
static bool is_composed(size_t len, const char *text)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0xCC)
            continue;
        unsigned char next =
            (unsigned char)text[i + 1];   // there is one: it is a lead byte
        if (byte != 0xE1 || next < 0xB8 || next > 0xBB)   // U+1E00 to U+1EFF
            return false;
        i += 2;
    }
    return true;
}

const char *tn_fold_compose(struct tn_arena *arena, size_t len, const char *text)
{
    if (is_composed(len, text))
        return text;

    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, (utf8proc_ssize_t)len, NULL, 0,
                                            options);
    assert(n >= 0);

    int32_t *code = tn_new(arena, int32_t, (size_t)n + 1);
    utf8proc_decompose(bytes, (utf8proc_ssize_t)len, code, n, options);
    n = utf8proc_normalize_utf32(code, n, options);
    char *composed = tn_new(arena, char, MOST_BYTES *(size_t)n + 1), *end = composed;
    for (utf8proc_ssize_t i = 0; i < n; i++)
        end += utf8proc_encode_char(code[i], (utf8proc_uint8_t *)end);
    return composed;
}

enum { LETTERS = 64 };

/* The first letters of a key, up to most. */
static size_t letters(const char *key, size_t most, int32_t code[LETTERS])
{
    size_t n = 0;

    for (; *key && n < most; n++) {
        code[n] = (unsigned char)*key;
        key += code[n] < 0x80
                   ? 1
                   : utf8proc_iterate((const utf8proc_uint8_t *)key, -1, &code[n]);
    }
    return n;
}

size_t tn_fold_letters(const char *key)
{
    size_t n = 0;

    for (; *key && n < LETTERS; key++)   // bytes that begin one
        n += ((unsigned char)*key & 0xC0) != 0x80;
    return n;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t most(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* A word to measure from: where each letter stands in it, a bit for each place. */
struct word {
    size_t n;
    int32_t letter[LETTERS];
    uint64_t ascii[128];
};

static void spell(struct word *word, const char *key)
{
    *word = (struct word){.n = 0};
    word->n = letters(key, LETTERS, word->letter);
    for (size_t i = 0; i < word->n; i++)
        if (word->letter[i] < 128)
            word->ascii[word->letter[i]] |= (uint64_t)1 << i;
}

static uint64_t places(const struct word *word, int32_t code)
{
    uint64_t where = 0;

    if (code < 128)
        return word->ascii[code];
    for (size_t i = 0; i < word->n; i++)
        where |= (uint64_t)(word->letter[i] == code) << i;
    return where;
}

/* Levenshtein's distance, its table column by column, one bit for each step up or down
 * from a row to the next. Source: [Myers1999]. */
static size_t distance(const struct word *word, size_t m, const int32_t y[])
{
    uint64_t up = ~(uint64_t)0, down = 0;
    const unsigned last = (unsigned)word->n - 1;
    size_t found = word->n;

    if (!word->n)
        return m;
    for (size_t j = 0; j < m; j++) {
        uint64_t same = places(word, y[j]);
        uint64_t flat = (((same & up) + up) ^ up) | same;
        uint64_t right = down | ~(flat | up), left = up & flat;
        found += right >> last & 1;
        found -= left >> last & 1;
        right = right << 1 | 1;
        up = left << 1 | ~(same | down | right);
        down = right & (same | down);
    }
    return found;
}

size_t tn_fold_distance(const char *a, const char *b)
{
    struct word x;
    int32_t y[LETTERS];

    spell(&x, a);
    return distance(&x, letters(b, LETTERS, y), y);
}

/* The kinds of letters, a bit for those that are alike modulo 64. */
static uint64_t kinds(size_t n, const int32_t letter[])
{
    uint64_t set = 0;

    for (size_t i = 0; i < n; i++)
        set |= (uint64_t)1 << (letter[i] & 63);
    return set;
}

/* One key has so many kinds of letters that the other has not: each is a step apart. */
static bool lacks(uint64_t a, uint64_t b, size_t far)
{
    return (size_t)__builtin_popcountll(a & ~b) >= far ||
           (size_t)__builtin_popcountll(b & ~a) >= far;
}

size_t tn_fold_reach(size_t letters)
{
    return least(most(letters / 3 + 1, 3), letters);
}

size_t tn_fold_nearest(const char *key, size_t n, const char *const keys[])
{
    struct word meant;
    int32_t code[LETTERS];
    size_t best = n;

    spell(&meant, key);
    size_t len = meant.n, near = tn_fold_reach(len);
    const uint64_t set = kinds(len, meant.letter);

    for (size_t i = 0; i < n; i++) {
        size_t m = letters(keys[i], least(len + near, LETTERS), code);
        if ((m > len ? m - len : len - m) >= near)
            continue;   // so many at least must be put in or left out
        if (lacks(set, kinds(m, code), near))
            continue;
        size_t far = distance(&meant, m, code);
        if (far < near) {
            near = far;
            best = i;
        }
    }
    return best;
}
