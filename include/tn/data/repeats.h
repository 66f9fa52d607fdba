/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repeats.h -- rows whose code stands in the file already. */
#ifndef TN_DATA_REPEATS_H
#define TN_DATA_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

struct tn_repeat {
    uint64_t code;   // hash of the code
    long line;       // of its row; 0: the slot is empty
    uint32_t row;    // hash of the row's content
};

struct tn_repeats {
    struct tn_arena arena;
    size_t n, slots;   // a power of two
    struct tn_repeat *slot;
};

void tn_repeats_begin(struct tn_repeats *repeats);

/* Remember the row, unless its code is there: then true, and *before is the row that had
 * it first. */
bool tn_repeats_add(struct tn_repeats *repeats, const struct tn_repeat *row,
                    struct tn_repeat *before);

void tn_repeats_end(struct tn_repeats *repeats);

#endif
