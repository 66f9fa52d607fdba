/* SPDX-License-Identifier: GPL-3.0-or-later */
/* legacy.h -- what a text that is no good Vietnamese UTF-8 looks like.
 *
 * A text is read in each of the ways in question, and that reading wins in which most of
 * its words are syllables that Vietnamese has. Nothing is repaired here: the answer names
 * the trouble for a message. */
#ifndef TN_DATA_LEGACY_H
#define TN_DATA_LEGACY_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/data/csv_read.h"

enum tn_legacy {
    TN_FINE,              // or nothing that is known
    TN_IS_WINDOWS_1258,   // bytes
    TN_IS_TCVN3,          // bytes, of .VnTime fonts
    TN_IS_VNI,            // bytes, of VNI fonts
    TN_IS_LOST,           // letters became question marks or U+FFFD
    TN_IS_TWICE,          // UTF-8 read as Windows-1252 or -1258, and saved as UTF-8
    TN_IS_VNI_LETTERS,    // VNI or TCVN3 bytes taken for Windows-1252, saved as UTF-8
    TN_IS_TCVN3_LETTERS
};

/* What len bytes look like. Fine is every text of Vietnamese syllables, of ASCII, and
 * every text that no other reading makes better. */
enum tn_legacy tn_legacy_guess(struct tn_arena *scratch, size_t len, const char *text);

/* A letter run with question marks in it that no question ends with: "Th?n", "Ch?". */
int tn_legacy_lost(size_t len, const char *text);

/* If a cell looks like one of these, taken with its row, say so in an error on it (which
 * messages call so) and end the reading of the file. */
bool tn_legacy_told(struct tn_reading *reading, const struct tn_csv_row *row,
                    const struct tn_csv_cell *cell, long column, const char *called);

#endif
