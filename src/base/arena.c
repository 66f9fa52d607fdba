/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef TN_ARENA_STRICT
enum { BLOCK_ROOM = 0 };
#else
enum { BLOCK_ROOM = 64 * 1024 };
#endif

struct tn_block {
    struct tn_block *below;
    size_t used, room;
    alignas(max_align_t) unsigned char bytes[];
};

static struct tn_block *add_block(struct tn_arena *arena, size_t bytes)
{
    size_t room = bytes > BLOCK_ROOM ? bytes : BLOCK_ROOM;
    struct tn_block *block = NULL;

    if (room <= SIZE_MAX - sizeof *block)
        block = malloc(sizeof *block + room);
    if (!block)
        tn_out_of_memory(1, room);

    block->below = arena->top;
    block->used = 0;
    block->room = room;
    arena->top = block;
    return block;
}

void *tn_arena_take(struct tn_arena *arena, size_t size, size_t count)
{
    const size_t align = alignof(max_align_t);

    if (count > (SIZE_MAX - align) / size)
        tn_out_of_memory(size, count);
    size_t bytes = (size * count + align - 1) / align * align;

    struct tn_block *block = arena->top;
    if (!block || bytes > block->room - block->used)
        block = add_block(arena, bytes);

    void *taken = block->bytes + block->used;
    block->used += bytes;
    return memset(taken, 0, bytes);
}

char *tn_arena_text(struct tn_arena *arena, const char *text, size_t len)
{
    char *copy = tn_new(arena, char, len + 1);
    if (len)
        memcpy(copy, text, len);
    return copy;
}

struct tn_mark tn_arena_mark(const struct tn_arena *arena)
{
    return (struct tn_mark){arena->top, arena->top ? arena->top->used : 0};
}

void tn_arena_rewind(struct tn_arena *arena, struct tn_mark mark)
{
    while (arena->top != mark.block) {
        struct tn_block *block = arena->top;
        arena->top = block->below;
        free(block);
    }
    if (arena->top)
        arena->top->used = mark.used;
}

void tn_arena_free(struct tn_arena *arena)
{
    tn_arena_rewind(arena, (struct tn_mark){NULL, 0});
}
