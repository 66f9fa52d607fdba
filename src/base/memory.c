/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/memory.h"

#include <stdlib.h>

static void out_of_memory(void)
{
    fputs("thoatngheo: out of memory\n", stderr);
    exit(70);
}

FILE *tn_memory_open(struct tn_memory *memory)
{
    *memory = (struct tn_memory){0};
    memory->out = open_memstream(&memory->text, &memory->len);
    if (!memory->out)
        out_of_memory();
    return memory->out;
}

const char *tn_memory_close(struct tn_arena *arena, struct tn_memory *memory, size_t *len)
{
    int lost = ferror(memory->out);

    if (fclose(memory->out) || lost)
        out_of_memory();
    const char *kept = tn_arena_text(arena, memory->text, memory->len);
    if (len)
        *len = memory->len;
    free(memory->text);
    *memory = (struct tn_memory){0};
    return kept;
}
