/* SPDX-License-Identifier: GPL-3.0-or-later */
/* say.h -- words in Vietnamese and in English.
 *
 * Everything a person reads is written once in each language, in the catalogue
 * tn/words/: macros TN_W_... that stand for two string literals, Vietnamese first.
 *
 *     #define TN_W_POOR "hộ nghèo", "poor households"
 *     #define TN_W_EXITS_OF "%ld trong %ld hộ", "%ld of %ld households"
 *
 * A pair fills a struct tn_words ({TN_W_POOR}), or is handed to a function that
 * takes both; where it is a format, the compiler checks both halves against the
 * same arguments. A sentence is one pair, never glued together from parts.
 *
 * English has a form for one: TN_S in an English format is the s of a noun that belongs
 * to the last number before it, "%ld household" TN_S " of %ld".
 */
#ifndef TN_BASE_SAY_H
#define TN_BASE_SAY_H

#include "tn/base/arena.h"

enum tn_lang { TN_VI, TN_EN, TN_LANGS };

#define TN_S "\1"

struct tn_words {
    const char *text[TN_LANGS];
};

/* The half of a pair that is in the language asked for. */
const char *tn_pick(enum tn_lang lang, const char *vi, const char *en);

/* The pair formatted in the language asked for; lives in the arena. */
const char *tn_say(struct tn_arena *arena, enum tn_lang lang, const char *vi,
                   const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* The pair formatted in both languages. */
struct tn_words tn_say_both(struct tn_arena *arena, const char *vi, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* Put the s of TN_S, or none after a number that is 1, into a text made by this format;
 * what formats by itself must do so. A format with TN_S must not be given text that may
 * hold control characters. */
void tn_say_plurals(const char *format, char *text);

/* A number as people write it: the decimal mark is a comma in Vietnamese and a
 * point in English, thousands are parted by a point or a comma from 10,000 on;
 * "-" where x is NAN. decimals from 0 to 15. */
const char *tn_say_real(struct tn_arena *arena, enum tn_lang lang, double x,
                        int decimals);
const char *tn_say_count(struct tn_arena *arena, enum tn_lang lang, long x);

/* A share from 0 to 1 as percent, "46,4 %"; "-" where it is NAN. A share that is
 * neither 0 nor 1 never shows as "0 %" or "100 %": "< 0,1 %", "> 99,9 %". */
const char *tn_say_share(struct tn_arena *arena, enum tn_lang lang, double share,
                         int decimals);

#endif
