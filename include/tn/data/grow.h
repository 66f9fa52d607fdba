/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grow.h -- an array of the arena that gets one more item. */
#ifndef TN_DATA_GROW_H
#define TN_DATA_GROW_H

#include <string.h>

#include "tn/base/arena.h"

/* Room for item n of an array that has grown from nothing by this call alone: the array
 * itself, or a copy in twice the room. */
static inline void *tn_grow_(struct tn_arena *arena, void *array, size_t n, size_t size)
{
    enum { FIRST = 16 };

    if (n && (n < FIRST || (n & (n - 1))))
        return array;
    void *room = tn_arena_take(arena, size, n ? 2 * n : FIRST);
    return n ? memcpy(room, array, n * size) : room;
}

/* tn_grow(arena, struct tn_goal, goal, n)[n] = (struct tn_goal){...}; n++; */
#define tn_grow(arena, type, array, n) \
    ((array) = (type *)tn_grow_((arena), (array), (n), sizeof(type)))

#endif
