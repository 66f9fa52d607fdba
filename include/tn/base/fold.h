/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.h -- when two ways of writing a Vietnamese name are the same name.
 *
 * A key is the text decomposed (NFD), without case, invisible characters and
 * surplus blanks, and with the tone mark of each syllable moved to its end, so that
 * both customs of placing it (over the o or over the a of "hoa") give one key.
 * Circumflex, breve, horn and the stroke of d stay: they make other letters. An eth
 * stands for the d with a stroke that it looks like; curly apostrophes and the various
 * dashes for the plain ones; an underscore for a blank.
 */
#ifndef TN_BASE_FOLD_H
#define TN_BASE_FOLD_H

#include <stddef.h>

#include "tn/base/arena.h"

/* The key of len bytes of valid UTF-8; equal keys are equal strings. Idempotent.
 * Cost: linear; no allocation but the key. */
const char *tn_fold_key(struct tn_arena *arena, size_t len, const char *text);

/* A key without any mark, as people write who have no Vietnamese keyboard. */
const char *tn_fold_plain(struct tn_arena *arena, const char *key);

/* len bytes of valid UTF-8 in Unicode's composed form (NFC), ended with a NUL: text
 * itself, which must be ended so, where it is composed already. */
const char *tn_fold_compose(struct tn_arena *arena, size_t len, const char *text);

/* Letters to insert, delete or exchange to come from one key to the other (marks count
 * as letters); more than 64 letters of a key are not looked at. */
size_t tn_fold_distance(const char *a, const char *b);

/* The letters of a key, of which 64 are looked at; and the distance that is too far for
 * another key to be meant: keys whose letters differ by as many need not be measured. */
size_t tn_fold_letters(const char *key);
size_t tn_fold_reach(size_t letters);

/* The index of the one of n keys that is nearest to key, if it is near enough to be
 * meant (a third of its letters, at least 2); else n. */
size_t tn_fold_nearest(const char *key, size_t n, const char *const keys[]);

#endif
