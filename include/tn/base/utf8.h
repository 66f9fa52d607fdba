/* SPDX-License-Identifier: GPL-3.0-or-later */
/* utf8.h -- text of unknown origin: letter by letter, how wide it shows, shown safely.
 *
 * Names and notes come out of other people's files. Whatever shows them to a person
 * goes through here, so that no control byte reaches a terminal, no right-to-left
 * mark turns a line round, and columns line up.
 */
#ifndef TN_BASE_UTF8_H
#define TN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

/* The code point at text, into *code, and the bytes it takes. A byte that begins no
 * valid UTF-8 (overlong, surrogate, cut) counts as one letter of code -1. At the end
 * of the text 0 bytes, code 0. */
size_t tn_utf8_next(const char *text, int32_t *code);

/* A code point that shows itself: not a control, a bidirectional or other format
 * mark, a line separator, an invisible filler, or a code without a character. */
bool tn_utf8_visible(int32_t code);

/* A mark that sits on the letter before it, as in decomposed Vietnamese. */
bool tn_utf8_is_mark(int32_t code);

/* The letter without its marks: 'e' of U+1EBF; d of U+0111; else code itself. */
int32_t tn_utf8_base(int32_t code);

/* Columns of the text on a terminal: 2 for a wide letter, 0 for a mark. */
int tn_utf8_width(const char *text);

/* Letters of the text; marks belong to the letter before them. */
size_t tn_utf8_letters(const char *text);

/* The text with all that is not visible written out: "\x1B" for controls, bytes that
 * are not UTF-8 and what else lies below U+0100, "U+202E" for the rest. Visible text
 * comes back as it is, without a copy. */
const char *tn_utf8_safe(struct tn_arena *arena, const char *text);

/* The text if it has at most n letters (n >= 1), else its first n - 1 and an
 * ellipsis. */
const char *tn_utf8_cut(struct tn_arena *arena, const char *text, size_t n);

/* Valid UTF-8 of len bytes without control characters but tabs and line ends; *ascii
 * becomes false where it goes beyond ASCII. */
bool tn_utf8_is_clean(size_t len, const char *text, bool *ascii);

#endif
