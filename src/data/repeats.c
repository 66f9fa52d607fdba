/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/repeats.h"

enum { FIRST_SLOTS = 1024 };

static struct tn_repeat *slot_of(const struct tn_repeats *repeats, uint64_t code)
{
    size_t i = (size_t)(code ^ code >> 32) & (repeats->slots - 1);

    while (repeats->slot[i].line && repeats->slot[i].code != code)
        i = (i + 1) & (repeats->slots - 1);
    return &repeats->slot[i];
}

void tn_repeats_begin(struct tn_repeats *repeats)
{
    *repeats = (struct tn_repeats){.slots = FIRST_SLOTS};
    repeats->slot = tn_new(&repeats->arena, struct tn_repeat, repeats->slots);
}

static void grow(struct tn_repeats *repeats)
{
    struct tn_repeats larger = {.n = repeats->n, .slots = 2 * repeats->slots};

    larger.slot = tn_new(&larger.arena, struct tn_repeat, larger.slots);
    for (size_t i = 0; i < repeats->slots; i++)
        if (repeats->slot[i].line)
            *slot_of(&larger, repeats->slot[i].code) = repeats->slot[i];
    tn_arena_free(&repeats->arena);
    *repeats = larger;
}

bool tn_repeats_add(struct tn_repeats *repeats, const struct tn_repeat *row,
                    struct tn_repeat *before)
{
    if (4 * repeats->n >= 3 * repeats->slots)
        grow(repeats);
    struct tn_repeat *slot = slot_of(repeats, row->code);
    if (slot->line) {
        *before = *slot;
        return true;
    }
    *slot = *row;
    repeats->n++;
    return false;
}

void tn_repeats_end(struct tn_repeats *repeats)
{
    tn_arena_free(&repeats->arena);
}
