/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arena.h -- memory that lives together and goes together.
 *
 * The one memory rule of this library: a function that gives back memory takes
 * struct tn_arena * as its first argument, and the memory lives as long as
 * that arena. Nothing is freed piece by piece. A function without an arena
 * among its arguments gives back no memory of its own.
 *
 * Work space is the same arena, wound back before the function returns:
 *
 *     struct tn_mark mark = tn_arena_mark(arena);
 *     double *pmf = tn_new(arena, double, n + 1);
 *     ...
 *     tn_arena_rewind(arena, mark);
 *
 * An arena keeps what it was wound back from, for what comes next: work done over and
 * over in the same space asks the system for it once.
 *
 * Running out of memory ends the program with a message (exit status 1), its
 * temporary files removed (undo.h): at the size of a commune it is not a condition
 * anybody can act on.
 *
 * Built with TN_ARENA_STRICT (as `make check SAN=1` does), every allocation is
 * a malloc of its own, so that AddressSanitizer sees each overrun and each use
 * after a rewind. Built with TN_ARENA_POISONED (`make fuzz`) it sees them without: what
 * is no object is poisoned, and next to nothing is asked of the system.
 */
#ifndef TN_BASE_ARENA_H
#define TN_BASE_ARENA_H

#include <stddef.h>

struct tn_block;

struct tn_arena {
    struct tn_block *top;        // newest block first; null in an empty arena
    struct tn_block *spare[2];   // given back by rewinding: plain blocks, larger ones
};

struct tn_mark {
    struct tn_block *block;
    size_t used;
};

/* count zeroed objects of a type. The only place where sizes are multiplied. */
#define tn_new(arena, type, count) ((type *)tn_arena_take((arena), sizeof(type), (count)))

void *tn_arena_take(struct tn_arena *arena, size_t size, size_t count)
    __attribute__((malloc, returns_nonnull));

/* How it ends for want of memory. Does not return. */
void tn_out_of_memory(size_t size, size_t count) __attribute__((noreturn));

/* A copy of len bytes of text, ended with a NUL. */
char *tn_arena_text(struct tn_arena *arena, const char *text, size_t len);

struct tn_mark tn_arena_mark(const struct tn_arena *arena);
void tn_arena_rewind(struct tn_arena *arena, struct tn_mark mark);

/* Give everything back; the arena is empty and may be used again. */
void tn_arena_free(struct tn_arena *arena);

#endif
