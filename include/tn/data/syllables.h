/* SPDX-License-Identifier: GPL-3.0-or-later */
/* syllables.h -- how many words of a text are syllables that Vietnamese has.
 *
 * Bytes in one of the old encodings are counted as what tn_decode makes of them, but by
 * tables of the program's own: nothing is opened, and no text is made. */
#ifndef TN_DATA_SYLLABLES_H
#define TN_DATA_SYLLABLES_H

#include <stdbool.h>
#include <stddef.h>

enum tn_charset { TN_CS_WINDOWS_1258, TN_CS_TCVN3, TN_CS_VNI };

/* Words with marks, a sign that stands alone not among them; those that are syllables. */
struct tn_word_count {
    size_t marked, good;
};

/* The words of UTF-8; a byte that is not UTF-8 makes its word foreign. */
struct tn_word_count tn_words_of(size_t len, const char *text);

/* The words of bytes in an old encoding. */
struct tn_word_count tn_words_as(enum tn_charset charset, size_t len, const char *bytes);

/* Letters a to z, in any case, are a syllable without marks; a longer one is none. */
enum { TN_SYLLABLE_LONGEST = 12 };
bool tn_is_syllable(size_t len, const char *letters);

#endif
