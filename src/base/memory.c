/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/memory.h"

#include "tn/base/undo.h"
#include "tn/words/memory.h"

#include <stdlib.h>
#include <unistd.h>

/* At once, since any thread may come here: nothing more is written, also not what waits
 * in standard output's buffer. */
void tn_out_of_memory(size_t size, size_t count)
{
    static const char *const text[] = {TN_W_OUT_OF_MEMORY};

    tn_undo_all();
    fprintf(stderr, "thoatngheo: %s / %s (%zu x %zu B)\n", text[0], text[1], count, size);
    _exit(1);
}

FILE *tn_memory_open(struct tn_memory *memory)
{
    *memory = (struct tn_memory){0};
    memory->out = open_memstream(&memory->text, &memory->len);
    if (!memory->out)
        tn_out_of_memory(1, 1);
    return memory->out;
}

const char *tn_memory_close(struct tn_arena *arena, struct tn_memory *memory, size_t *len)
{
    int lost = ferror(memory->out);

    if (fclose(memory->out) || lost)
        tn_out_of_memory(1, 1);
    const char *kept = tn_arena_text(arena, memory->text, memory->len);
    if (len)
        *len = memory->len;
    free(memory->text);
    *memory = (struct tn_memory){0};
    return kept;
}
