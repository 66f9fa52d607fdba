/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intern.h -- texts numbered in the order they are first seen. */
#ifndef TN_BASE_INTERN_H
#define TN_BASE_INTERN_H

#include <stdint.h>

#include "tn/base/arena.h"

struct tn_intern {
    struct tn_arena *arena;
    size_t n;            // texts known, numbered 0..n - 1
    const char **text;   // of each number, ended with a NUL
    size_t *length;
    size_t slots;          // a power of two; 0 before the first text
    uint32_t *slot;        // number + 1, or 0
    uint32_t recent[64];   // numbers asked for lately
};

/* An empty table whose texts will live in the arena. */
struct tn_intern tn_intern_in(struct tn_arena *arena);

/* The number of a text of length bytes, NULs allowed; a new one where it is new. */
uint32_t tn_intern(struct tn_intern *known, const char *text, size_t length);

/* The same bits on every machine (FNV-1a). */
uint64_t tn_hash(const void *bytes, size_t length);

#endif
