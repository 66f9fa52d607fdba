/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fopencookie */
#include "tn/base/memory.h"

#include "tn/base/undo.h"
#include "tn/words/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 4096 };

/* At once, since any thread may come here: nothing more is written, also not what waits
 * in standard output's buffer. */
void tn_out_of_memory(size_t size, size_t count)
{
    static const char *const text[] = {TN_W_OUT_OF_MEMORY};

    tn_undo_all();
    fprintf(stderr, "thoatngheo: %s / %s (%zu x %zu B)\n", text[0], text[1], count, size);
    _exit(1);
}

static ssize_t keep(void *into, const char *bytes, size_t len)
{
    struct tn_memory *memory = into;

    if (len > memory->room - memory->len) {
        size_t room = 2 * (memory->len + len) + FIRST_ROOM;
        char *more = realloc(memory->text, room);
        if (!more)
            tn_out_of_memory(room, 1);
        memory->text = more;
        memory->room = room;
    }
    memcpy(memory->text + memory->len, bytes, len);
    memory->len += len;
    return (ssize_t)len;
}

/* Not open_memstream: where its buffer cannot grow, glibc's goes on without an error, and
 * the text lacks a piece. */
FILE *tn_memory_open(struct tn_memory *memory)
{
    const cookie_io_functions_t only_write = {.write = keep};

    *memory = (struct tn_memory){0};
    memory->out = fopencookie(memory, "w", only_write);
    if (!memory->out)
        tn_out_of_memory(1, BUFSIZ);
    return memory->out;
}

const char *tn_memory_close(struct tn_arena *arena, struct tn_memory *memory, size_t *len)
{
    int lost = ferror(memory->out);

    if (fclose(memory->out) || lost)
        tn_out_of_memory(1, 1);
    const char *kept = memory->len ? tn_arena_text(arena, memory->text, memory->len) : "";
    if (len)
        *len = memory->len;
    free(memory->text);
    *memory = (struct tn_memory){0};
    return kept;
}
