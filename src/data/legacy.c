/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/legacy.h"

#include "tn/data/syllables.h"
#include "tn/words/data.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

/* At least two thirds of the words that tell are syllables. */
static bool convinces(struct tn_word_count tally)
{
    return tally.good > 0 && 3 * tally.good >= 2 * tally.marked;
}

/* Of the ways to read bytes, the one that makes more than least words good. */
static enum tn_legacy guess_bytes(size_t len, const char *bytes, size_t least)
{
    static const struct {
        enum tn_charset charset;
        enum tn_legacy what;
    } way[] = {{TN_CS_WINDOWS_1258, TN_IS_WINDOWS_1258},
               {TN_CS_TCVN3, TN_IS_TCVN3},
               {TN_CS_VNI, TN_IS_VNI}};
    enum tn_legacy best = TN_FINE;
    struct tn_word_count most = {1, 0};

    for (size_t i = 0; i < sizeof way / sizeof *way; i++) {
        struct tn_word_count tally = tn_words_as(way[i].charset, len, bytes);
        if (convinces(tally) && tally.good > least &&
            tally.good * most.marked > most.good * tally.marked) {
            best = way[i].what;
            most = tally;
        }
    }
    return best;
}

/* What Windows-1252 and Windows-1258 have at 0x80 to 0x9F; 0 where they have nothing. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Where Windows-1258 has another letter than Windows-1252. */
static const struct {
    unsigned char byte;
    uint16_t code;
} viet[] = {{0xC3, 0x102}, {0xCC, 0x300}, {0xD0, 0x110}, {0xD2, 0x309}, {0xD5, 0x1A0},
            {0xDD, 0x1AF}, {0xDE, 0x303}, {0xE3, 0x103}, {0xEC, 0x301}, {0xF0, 0x111},
            {0xF2, 0x323}, {0xF5, 0x1A1}, {0xFD, 0x1B0}, {0xFE, 0x20AB}};

static int byte_of(int32_t code, bool vietnamese)
{
    if (vietnamese)
        for (size_t i = 0; i < sizeof viet / sizeof *viet; i++)
            if (viet[i].code == code)
                return viet[i].byte;
    if (code <
        0x100)   // controls of 0x80 on too: what has no letter there is kept as it is
        return code;
    for (int i = 0; i < 32; i++)
        if (windows[i] == code)
            return 0x80 + i;
    return -1;
}

/* The bytes that were taken for the letters of a text; false where they cannot have been.
 */
static bool to_bytes(size_t len, const char *text, bool vietnamese, char *bytes,
                     size_t *n)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text, *end = at + len;
    utf8proc_int32_t code;

    *n = 0;
    while (at < end) {
        at += utf8proc_iterate(at, end - at, &code);
        int byte = byte_of(code, vietnamese);
        if (byte < 0)
            return false;
        bytes[(*n)++] = (char)byte;
    }
    return true;
}

static bool is_utf8(size_t len, const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text, *end = at + len;
    utf8proc_int32_t code;

    while (at < end) {
        utf8proc_ssize_t bytes = utf8proc_iterate(at, end - at, &code);
        if (bytes <= 0)
            return false;
        at += bytes;
    }
    return true;
}

/* Dashes, curly quotes and the like, where the fonts have no letter. */
static bool has_typography(size_t n, const char *bytes)
{
    for (size_t i = 0; i < n; i++)
        if (((unsigned char)bytes[i] & 0xE0) == 0x80)
            return true;
    return false;
}

static enum tn_legacy guess_letters(struct tn_arena *scratch, size_t len,
                                    const char *text)
{
    struct tn_word_count as_it_is = tn_words_of(len, text);
    char *bytes = tn_new(scratch, char, len + 1);
    size_t n;

    if (as_it_is.good == as_it_is.marked)
        return TN_FINE;
    for (int vietnamese = 0; vietnamese < 2; vietnamese++)
        if (to_bytes(len, text, vietnamese, bytes, &n) && is_utf8(n, bytes))
            return TN_IS_TWICE;
    if (!to_bytes(len, text, false, bytes, &n) || has_typography(n, bytes))
        return TN_FINE;
    switch (guess_bytes(n, bytes, as_it_is.good)) {
    case TN_IS_VNI:
        return TN_IS_VNI_LETTERS;
    case TN_IS_TCVN3:
        return TN_IS_TCVN3_LETTERS;
    default:
        return TN_FINE;
    }
}

static bool is_letter(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

/* A run of letters and question marks: fine where the marks only end a syllable, as a
 * question does. */
static bool run_is_lost(size_t len, const char *run)
{
    size_t end = len;
    bool ascii = true;

    while (end && run[end - 1] == '?')
        end--;
    if (memchr(run, '?', end))
        return true;
    if (end == len)
        return false;
    for (size_t i = 0; i < end; i++)
        ascii = ascii && (unsigned char)run[i] < 0x80;
    if (!ascii || !end || end > TN_SYLLABLE_LONGEST)
        return false;
    return !tn_is_syllable(end, run);
}

int tn_legacy_lost(size_t len, const char *text)
{
    static const char no_name[] = "<>$`{}\\|&;\"=#@^%*";
    int lost = 0;

    if (!memchr(text, '?', len) && !memchr(text, 0xEF, len))
        return 0;
    for (size_t i = 0; i < len; i++)
        if (strchr(no_name, text[i]))   // code or markup, where ? means something else
            return 0;
    for (size_t i = 0; i < len;) {
        size_t run = 0;
        bool letters = false;
        while (i + run < len && (is_letter(text[i + run]) || text[i + run] == '?')) {
            letters = letters || text[i + run] != '?';
            run++;
        }
        lost += letters && run_is_lost(run, text + i);
        i += run ? run : 1;
    }
    for (size_t i = 0; i + 2 < len; i++)   // U+FFFD
        lost += text[i] == '\xEF' && text[i + 1] == '\xBF' && text[i + 2] == '\xBD';
    return lost;
}

enum tn_legacy tn_legacy_guess(struct tn_arena *scratch, size_t len, const char *text)
{
    struct tn_mark mark = tn_arena_mark(scratch);
    enum tn_legacy guess = TN_FINE;

    if (tn_legacy_lost(len, text))
        return TN_IS_LOST;
    if (is_utf8(len, text))
        guess = guess_letters(scratch, len, text);
    else
        guess = guess_bytes(len, text, 0);
    tn_arena_rewind(scratch, mark);
    return guess;
}

static const char *joined(struct tn_arena *arena, size_t n,
                          const struct tn_csv_cell cell[], size_t *len)
{
    size_t room = n;

    for (size_t i = 0; i < n; i++)
        room += cell[i].len;
    char *all = tn_new(arena, char, room), *end = all;
    for (size_t i = 0; i < n; i++) {
        end = (char *)memcpy(end, cell[i].text, cell[i].len) + cell[i].len;
        *end++ = ' ';
    }
    *len = (size_t)(end - all);
    return all;
}

/* Once for each row: one that is damaged may be so in many cells. */
static enum tn_legacy guess_row(struct tn_reading *r, const struct tn_csv_row *row)
{
    struct tn_arena *scratch = r->arena;
    struct tn_mark mark = tn_arena_mark(scratch);

    if (r->guessed == row->line)
        return TN_FINE;
    size_t len;
    const char *text = joined(scratch, row->cells, row->cell, &len);
    enum tn_legacy guess = tn_legacy_guess(scratch, len, text);

    tn_arena_rewind(scratch, mark);
    if (guess == TN_FINE)
        r->guessed = row->line;
    return guess;
}

bool tn_legacy_told(struct tn_reading *r, const struct tn_csv_row *row,
                    const struct tn_csv_cell *cell, long column, const char *called)
{
    bool utf8 = is_utf8(cell->len, cell->text);
    enum tn_legacy guess = utf8 ? tn_legacy_guess(r->arena, cell->len, cell->text)
                                : TN_FINE;

    /* A row tells more than a cell, but cannot accuse a cell that is fine. */
    if (utf8 && guess == TN_FINE)
        return false;
    enum tn_legacy wider = guess_row(r, row);
    if (wider != TN_FINE)
        guess = wider;
    else if (!utf8 && row->cells > 1)
        guess = tn_legacy_guess(r->arena, cell->len, cell->text);
    const char *shown = tn_shown(r, cell->len, cell->text);
    switch (guess) {
    case TN_FINE:
        return false;
    case TN_IS_WINDOWS_1258:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_LEGACY, called, shown,
                "Windows-1258", "windows-1258");
        break;
    case TN_IS_TCVN3:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_LEGACY, called, shown,
                "TCVN3 (ABC)", "tcvn3");
        break;
    case TN_IS_VNI:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_LEGACY, called, shown, "VNI",
                "vni");
        break;
    case TN_IS_LOST:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_LETTERS_LOST, called, shown);
        break;
    case TN_IS_TWICE:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_DECODED_TWICE, called, shown);
        break;
    case TN_IS_VNI_LETTERS:
    case TN_IS_TCVN3_LETTERS:
        TN_FIND(r, TN_ERROR, cell->line, column, TN_W_FONT_LETTERS, called, shown,
                guess == TN_IS_VNI_LETTERS ? "VNI" : "TCVN3 (ABC)");
        break;
    }
    r->hopeless = true;
    return true;
}
