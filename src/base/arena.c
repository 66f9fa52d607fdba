/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef TN_ARENA_STRICT
enum { STRICT = 1, BLOCK_ROOM = 0 };   // every block is a larger one, and none is spared
#else
enum { STRICT = 0, BLOCK_ROOM = 64 * 1024 };
#endif

struct tn_block {
    struct tn_block *below;
    size_t used, room;
    alignas(max_align_t) unsigned char bytes[];
};

#ifdef TN_ARENA_POISONED
#include <sanitizer/asan_interface.h>

enum { ZONE = alignof(max_align_t) };   // behind each object, no one's

/* Plain blocks that arenas have ended with, for those that begin. */
static _Thread_local struct tn_block *pool;

static void hide(const void *bytes, size_t n)
{
    ASAN_POISON_MEMORY_REGION(bytes, n);
}

static void show(const void *bytes, size_t n)
{
    ASAN_UNPOISON_MEMORY_REGION(bytes, n);
}

static void end_with(struct tn_block *block)
{
    if (block->room > BLOCK_ROOM) {
        free(block);
        return;
    }
    block->below = pool;
    pool = block;
}

static struct tn_block *begin_with(size_t room)
{
    struct tn_block *block = room > BLOCK_ROOM ? NULL : pool;

    if (block)
        pool = block->below;
    return block;
}
#else
enum { ZONE = 0 };

static void hide(const void *bytes, size_t n)
{
    (void)bytes, (void)n;
}

static void show(const void *bytes, size_t n)
{
    (void)bytes, (void)n;
}

static void end_with(struct tn_block *block)
{
    free(block);
}

static struct tn_block *begin_with(size_t room)
{
    (void)room;
    return NULL;
}
#endif

static void give_back(struct tn_block **list)
{
    while (*list) {
        struct tn_block *block = *list;
        *list = block->below;
        end_with(block);
    }
}

/* A spare block of so much room, but not of far more; null if there is none. The larger
 * ones that do not fit go: what is needed has changed. */
static struct tn_block *take_spare(struct tn_arena *arena, size_t room)
{
    struct tn_block **list = &arena->spare[room > BLOCK_ROOM];

    for (struct tn_block **at = list; *at; at = &(*at)->below)
        if ((*at)->room >= room && (*at)->room / 4 <= room) {
            struct tn_block *block = *at;
            *at = block->below;
            return block;
        }
    give_back(list);
    return begin_with(room);
}

static struct tn_block *new_block(size_t room)
{
    struct tn_block *block = NULL;

    if (room <= SIZE_MAX - sizeof *block)
        block = malloc(sizeof *block + room);
    if (!block)
        tn_out_of_memory(1, room);
    block->room = room;
    hide(block->bytes, room);
    return block;
}

static struct tn_block *add_block(struct tn_arena *arena, size_t bytes)
{
    size_t room = bytes > BLOCK_ROOM ? bytes : BLOCK_ROOM;
    struct tn_block *block = take_spare(arena, room);

    if (!block)
        block = new_block(room);
    block->below = arena->top;
    block->used = 0;
    arena->top = block;
    return block;
}

void *tn_arena_take(struct tn_arena *arena, size_t size, size_t count)
{
    const size_t align = alignof(max_align_t);

    if (count > (SIZE_MAX - align - ZONE) / size)
        tn_out_of_memory(size, count);
    size_t asked = size * count;
    size_t bytes = STRICT ? asked : (asked + align - 1) / align * align + ZONE;

    struct tn_block *block = arena->top;
    if (!block || bytes > block->room - block->used)
        block = add_block(arena, bytes);

    void *taken = block->bytes + block->used;
    block->used += bytes;
    show(taken, asked);
    return memset(taken, 0, asked);
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
        hide(block->bytes, block->used);
        block->below = arena->spare[block->room > BLOCK_ROOM];
        arena->spare[block->room > BLOCK_ROOM] = block;
    }
    if (STRICT)
        give_back(&arena->spare[1]);
    if (!arena->top)
        return;
    hide(arena->top->bytes + mark.used, arena->top->used - mark.used);
    arena->top->used = mark.used;
}

void tn_arena_free(struct tn_arena *arena)
{
    tn_arena_rewind(arena, (struct tn_mark){NULL, 0});
    give_back(&arena->spare[0]);
    give_back(&arena->spare[1]);
}
