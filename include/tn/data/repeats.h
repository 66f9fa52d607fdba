/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repeats.h -- rows whose code stands in the file already.
 *
 * A table of hashes, 16 bytes a row, of bounded size: where it is full, half of the codes
 * are left to a later pass over the file, which asks for them by part. Two codes are
 * taken for one if their 64-bit hashes agree: by chance in 1 of 40 million files of a
 * million rows. Codes that follow one another (H001, H002) lie side by side, so that a
 * sorted file is looked up in cache. */
#ifndef TN_DATA_REPEATS_H
#define TN_DATA_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

struct tn_repeat {
    uint64_t code;   // tn_repeats_hash of the code
    uint32_t line;   // of its row; 0: the slot is empty
    uint32_t row;    // hash of the row's content
};

struct tn_repeats {
    struct tn_arena arena;
    size_t n, slots;   // a power of two
    size_t most;       // slots, at most
    struct tn_repeat *slot;
    unsigned parts;   // a power of two: of the codes only one part is kept
    unsigned part;
    uint32_t since[32];   // line on which a code's k-th bit began to matter, by k
};

/* Look for repeats in one part of so many; a first pass begins with part 0 of 1, and may
 * find itself in part 0 of more. */
void tn_repeats_begin(struct tn_repeats *repeats, unsigned part, unsigned parts);

/* Remember the row, unless its code is there: then true, and *before is the row that had
 * it first. */
bool tn_repeats_add(struct tn_repeats *repeats, const struct tn_repeat *row,
                    struct tn_repeat *before);

/* Whether the first pass, which has ended, has looked at a row of this part. */
bool tn_repeats_looked(const struct tn_repeats *first, unsigned part, uint32_t line);

void tn_repeats_end(struct tn_repeats *repeats);

uint64_t tn_repeats_hash(size_t len, const char *code);

#endif
