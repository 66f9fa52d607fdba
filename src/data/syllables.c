/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/syllables.h"

#include "tn/base/viet.h"
#include "tn/data/decode.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

/* A syllable is spelt as in viet.h, tones apart. Longest first, where one begins with
 * another. */
static const char *const onset[] = {
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
    "7",   "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x", ""};
static const char *const nucleus[] = {
    "oai", "oao", "oay", "oeo", "u2y", "u3u", "uya", "uy3", "uyu", "u4i", "i3u",
    "y3u", "65i", "65u", "ai",  "ao",  "au",  "ay",  "2u",  "2y",  "eo",  "3u",
    "ia",  "i3",  "iu",  "oa",  "o1",  "oe",  "oi",  "4i",  "5i",  "ua",  "u2",
    "u3",  "ui",  "uy",  "u4",  "u5",  "6a",  "6i",  "65",  "6u",  "y3",  "a",
    "1",   "2",   "e",   "3",   "i",   "o",   "4",   "5",   "u",   "6",   "y"};
static const char *const coda[] = {"ch", "ng", "nh", "c", "m", "n", "p", "t", ""};

/* What follows the part in the spelling; null where it does not begin so. */
static const char *after(const char *spelling, const char *part)
{
    while (*part && *part == *spelling)
        part++, spelling++;
    return *part ? NULL : spelling;
}

static bool is_syllable(const char *spelling)
{
    for (size_t i = 0; i < sizeof onset / sizeof *onset; i++) {
        const char *middle = after(spelling, onset[i]);
        for (size_t j = 0; middle && j < sizeof nucleus / sizeof *nucleus; j++) {
            const char *end = after(middle, nucleus[j]);
            for (size_t k = 0; end && k < sizeof coda / sizeof *coda; k++) {
                const char *rest = after(end, coda[k]);
                if (rest && !*rest)
                    return true;
            }
        }
    }
    return strcmp(spelling, "gi") == 0;
}

bool tn_is_syllable(size_t len, const char *letters)
{
    char spelling[TN_SYLLABLE_LONGEST + 1];

    if (!len || len > TN_SYLLABLE_LONGEST)
        return false;
    for (size_t i = 0; i < len; i++)
        spelling[i] = (char)(letters[i] | 0x20);
    spelling[len] = '\0';
    return is_syllable(spelling);
}

struct word {
    char spelling[TN_SYLLABLE_LONGEST + 1];
    size_t letters, tones;
    bool marked;    // has something beyond ASCII
    bool plain;     // has an ASCII letter: a sign that stands alone tells nothing
    bool foreign;   // has something that no Vietnamese word has
};

static void count(struct tn_word_count *tally, struct word *word)
{
    if (word->marked && word->plain) {
        word->spelling[word->letters] = '\0';
        tally->marked++;
        tally->good += !word->foreign && word->tones <= 1 && is_syllable(word->spelling);
    }
    word->letters = word->tones = 0;
    word->marked = word->plain = word->foreign = false;
}

static void add_letter(struct word *word, int32_t letter)
{
    if (word->letters < TN_SYLLABLE_LONGEST)
        word->spelling[word->letters++] = (char)letter;
    else
        word->foreign = true;
}

/* A mark changes the letter before it, or is a tone. */
static void add_mark(struct word *word, int32_t mark)
{
    char *last = word->letters ? &word->spelling[word->letters - 1] : NULL;

    if (mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323)
        word->tones++;
    else if (last && mark == 0x302 && (*last == 'a' || *last == 'e' || *last == 'o'))
        *last = *last == 'a' ? TN_A_HAT : *last == 'e' ? TN_E_HAT : TN_O_HAT;
    else if (last && mark == 0x306 && *last == 'a')
        *last = TN_A_BREVE;
    else if (last && mark == 0x31B && (*last == 'o' || *last == 'u'))
        *last = *last == 'o' ? TN_O_HORN : TN_U_HORN;
    else
        word->foreign = true;
}

static void add_part(struct word *word, int32_t part)
{
    if (part >= 'a' && part <= 'z') {
        add_letter(word, part);
    } else if (part >= 0x300 && part < 0x370) {
        add_mark(word, part);
    } else {
        word->foreign = true;
    }
}

static void add_unknown(struct word *word, int32_t code)
{
    int boundary = UTF8PROC_BOUNDCLASS_START;
    utf8proc_int32_t part[8];
    utf8proc_ssize_t n = utf8proc_decompose_char(
        code, part, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);

    word->foreign = word->foreign || n <= 0;
    for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
        add_part(word, part[i]);
}

static bool is_letter(int32_t code)
{
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
}

static void add_marked(struct word *word, int32_t code)
{
    enum tn_tone tone;
    char letter;

    word->marked = true;
    if (code >= 0x300 && code < 0x340) {
        add_mark(word, code);
    } else if ((letter = tn_viet_spelt(code, &tone))) {
        add_letter(word, letter);
        word->tones += tone != TN_NO_TONE;
    } else if (code < 0xC0 || (code >= 0x2000 && code < 0x2100)) {
        word->foreign = true;   // signs
    } else {
        add_unknown(word, code);
    }
}

static void add_ascii(struct tn_word_count *tally, struct word *word, int32_t code)
{
    if (is_letter(code)) {
        word->plain = true;
        add_letter(word, code | 0x20);
    } else {
        count(tally, word);
    }
}

struct tn_word_count tn_words_of(size_t len, const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text, *end = at + len;
    struct tn_word_count tally = {0, 0};
    struct word word = {.letters = 0};
    utf8proc_int32_t code;

    while (at < end) {
        if (*at < 0x80) {
            add_ascii(&tally, &word, *at++);
            continue;
        }
        utf8proc_ssize_t bytes = utf8proc_iterate(at, end - at, &code);
        at += bytes > 0 ? bytes : 1;
        if (bytes > 0)
            add_marked(&word, code);
        else
            word.marked = word.foreign = true;
    }
    count(&tally, &word);
    return tally;
}

/* clang-format off */
/* The upper halves of the encodings; 0 where they have nothing. */
static const uint16_t windows_1258[128] = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0, 0x2039, 0x0152, 0, 0, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0, 0x203A, 0x0153, 0, 0, 0x0178,
    0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7,
    0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
    0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
    0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF,
    0x00C0, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x00C5, 0x00C6, 0x00C7,
    0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x0300, 0x00CD, 0x00CE, 0x00CF,
    0x0110, 0x00D1, 0x0309, 0x00D3, 0x00D4, 0x01A0, 0x00D6, 0x00D7,
    0x00D8, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x01AF, 0x0303, 0x00DF,
    0x00E0, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0301, 0x00ED, 0x00EE, 0x00EF,
    0x0111, 0x00F1, 0x0323, 0x00F3, 0x00F4, 0x01A1, 0x00F6, 0x00F7,
    0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x01B0, 0x20AB, 0x00FF};

static const uint16_t tcvn3[128] = {
    0x00C0, 0x1EA2, 0x00C3, 0x00C1, 0x1EA0, 0x1EB6, 0x1EAC, 0x00C8,
    0x1EBA, 0x1EBC, 0x00C9, 0x1EB8, 0x1EC6, 0x00CC, 0x1EC8, 0x0128,
    0x00CD, 0x1ECA, 0x00D2, 0x1ECE, 0x00D5, 0x00D3, 0x1ECC, 0x1ED8,
    0x1EDC, 0x1EDE, 0x1EE0, 0x1EDA, 0x1EE2, 0x00D9, 0x1EE6, 0x0168,
    0x00A0, 0x0102, 0x00C2, 0x00CA, 0x00D4, 0x01A0, 0x01AF, 0x0110,
    0x0103, 0x00E2, 0x00EA, 0x00F4, 0x01A1, 0x01B0, 0x0111, 0x1EB0,
    0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00E0, 0x1EA3, 0x00E3,
    0x00E1, 0x1EA1, 0x1EB2, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB4,
    0x1EAE, 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EC0, 0x1EB7, 0x1EA7,
    0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0x00E8, 0x1EC2, 0x1EBB, 0x1EBD,
    0x00E9, 0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0x00EC,
    0x1EC9, 0x1EC4, 0x1EBE, 0x1ED2, 0x0129, 0x00ED, 0x1ECB, 0x00F2,
    0x1ED4, 0x1ECF, 0x00F5, 0x00F3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7,
    0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0x00F9,
    0x1ED6, 0x1EE7, 0x0169, 0x00FA, 0x1EE5, 0x1EEB, 0x1EED, 0x1EEF,
    0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5, 0x1ED0};

/* TCVN3 has letters among the controls too. */
static const uint16_t tcvn3_low[0x18] = {
    0, 0x00DA, 0x1EE4, 0, 0x1EEA, 0x1EEC, 0x1EEE, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0x1EE8, 0x1EF0, 0x1EF2, 0x1EF6, 0x1EF8, 0x00DD, 0x1EF4};
/* clang-format on */

/* Whether Unicode has the letter with the mark as one. */
static bool composes(int32_t letter, int32_t mark)
{
    const char *with = mark == 0x300   ? "aeinouwy"
                       : mark == 0x301 ? "acegiklmnoprsuwyz"
                       : mark == 0x303 ? "aeinouvy"
                       : mark == 0x309 ? "aeiouy"
                       : mark == 0x323 ? "abdehiklmnorstuvwyz"
                                       : "";

    return strchr(with, letter | 0x20);
}

/* A mark makes one letter of itself and the one before it, which then is no plain one. */
static struct tn_word_count words_by_table(const uint16_t high[128],
                                           const uint16_t low[0x18], size_t len,
                                           const unsigned char *at)
{
    const unsigned char *end = at + len;
    struct tn_word_count tally = {0, 0};
    struct word word = {.letters = 0};

    for (; at < end; at++) {
        int32_t code = *at >= 0x80 ? high[*at - 0x80] : low && *at < 0x18 ? low[*at] : 0;
        if (code) {
            add_marked(&word, code);
        } else if (*at >= 0x80) {
            word.marked = word.foreign = true;
        } else if (is_letter(*at) && at + 1 < end && at[1] >= 0x80 &&
                   composes(*at, high[at[1] - 0x80])) {
            word.marked = true;
            add_letter(&word, *at | 0x20);
        } else {
            add_ascii(&tally, &word, *at);
        }
    }
    count(&tally, &word);
    return tally;
}

static struct tn_word_count words_of_vni(size_t len, const unsigned char *at)
{
    const unsigned char *end = at + len;
    struct tn_word_count tally = {0, 0};
    struct word word = {.letters = 0};
    uint16_t code[2];
    bool vowel = false;

    for (; at < end; at++) {
        size_t n = tn_vni_codes(*at, &vowel, code);
        if (*at < 0x80)
            add_ascii(&tally, &word, *at);
        else if (!n)
            word.marked = word.foreign = true;
        for (size_t i = 0; *at >= 0x80 && i < n; i++)
            add_marked(&word, code[i]);
    }
    count(&tally, &word);
    return tally;
}

struct tn_word_count tn_words_as(enum tn_charset charset, size_t len, const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    switch (charset) {
    case TN_CS_WINDOWS_1258:
        return words_by_table(windows_1258, NULL, len, at);
    case TN_CS_TCVN3:
        return words_by_table(tcvn3, tcvn3_low, len, at);
    default:
        return words_of_vni(len, at);
    }
}
