/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory.h -- what is written to a stream, kept as text in an arena.
 *
 *     struct tn_memory memory;
 *     FILE *out = tn_memory_open(&memory);
 *     fprintf(out, ...);
 *     const char *text = tn_memory_close(arena, &memory, NULL);
 *
 * Running out of memory ends the program, as in the arena. The struct stays where it is
 * from open to close.
 */
#ifndef TN_BASE_MEMORY_H
#define TN_BASE_MEMORY_H

#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"

struct tn_memory {
    FILE *out;
    char *text;   // what has been written so far, but for what waits in out
    size_t len, room;
};

FILE *tn_memory_open(struct tn_memory *memory);

/* All that was written, ended with a NUL; *len, if not null, without it. */
const char *tn_memory_close(struct tn_arena *arena, struct tn_memory *memory,
                            size_t *len);

#endif
