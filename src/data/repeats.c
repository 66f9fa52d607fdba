/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/repeats.h"

#include "tn/base/hash.h"

enum {
    FIRST_SLOTS = 64,
    MOST_SLOTS = 1 << 21,   // 32 MiB
    BLOCK_BITS = 4          // codes that lie side by side: 16
};

/* The last digits of a code are a number: its low bits tell the place in a block. */
uint64_t tn_repeats_hash(size_t len, const char *code)
{
    enum { MOST_DIGITS = 18 };
    size_t first = len;
    uint64_t number = 0;

    while (first && len - first < MOST_DIGITS && code[first - 1] >= '0' &&
           code[first - 1] <= '9')
        first--;
    for (size_t i = first; i < len; i++)
        number = 10 * number + (uint64_t)(code[i] - '0');
    const uint64_t block[] = {number >> BLOCK_BITS, len};
    uint64_t hash = tn_hash_fast(first, code, tn_hash_fast(sizeof block, block, 0));
    return hash << BLOCK_BITS | (number & ((1u << BLOCK_BITS) - 1));
}

static bool is_in_part(const struct tn_repeats *repeats, uint64_t code)
{
    return (code >> 40 & (repeats->parts - 1)) == repeats->part;
}

static struct tn_repeat *slot_of(const struct tn_repeats *repeats, uint64_t code)
{
    size_t i = (size_t)code & (repeats->slots - 1);

    while (repeats->slot[i].line && repeats->slot[i].code != code)
        i = (i + 1) & (repeats->slots - 1);
    return &repeats->slot[i];
}

void tn_repeats_begin(struct tn_repeats *repeats, unsigned part, unsigned parts)
{
    *repeats = (struct tn_repeats){
        .slots = FIRST_SLOTS, .most = MOST_SLOTS, .part = part, .parts = parts};
    repeats->slot = tn_new(&repeats->arena, struct tn_repeat, repeats->slots);
}

/* Move what still belongs here into a table of so many slots. */
static void move(struct tn_repeats *repeats, size_t slots)
{
    struct tn_repeats moved = *repeats;

    moved.arena = (struct tn_arena){0};
    moved.n = 0;
    moved.slots = slots;
    moved.slot = tn_new(&moved.arena, struct tn_repeat, slots);
    for (size_t i = 0; i < repeats->slots; i++) {
        const struct tn_repeat *row = &repeats->slot[i];
        if (!row->line || !is_in_part(&moved, row->code))
            continue;
        *slot_of(&moved, row->code) = *row;
        moved.n++;
    }
    tn_arena_free(&repeats->arena);
    *repeats = moved;
}

/* The first pass alone may leave codes to later ones. */
static void make_room(struct tn_repeats *repeats, uint32_t line)
{
    if (repeats->slots < repeats->most || repeats->part) {
        move(repeats, 2 * repeats->slots);
    } else {
        repeats->since[__builtin_ctz(repeats->parts)] = line;
        repeats->parts *= 2;
        move(repeats, repeats->slots);
    }
}

bool tn_repeats_add(struct tn_repeats *repeats, const struct tn_repeat *row,
                    struct tn_repeat *before)
{
    if (!is_in_part(repeats, row->code))
        return false;
    if (4 * repeats->n >= 3 * repeats->slots) {
        make_room(repeats, row->line);
        return tn_repeats_add(repeats, row, before);
    }
    struct tn_repeat *slot = slot_of(repeats, row->code);
    if (slot->line) {
        *before = *slot;
        return true;
    }
    *slot = *row;
    repeats->n++;
    return false;
}

bool tn_repeats_looked(const struct tn_repeats *first, unsigned part, uint32_t line)
{
    return line < first->since[__builtin_ctz(part)];
}

void tn_repeats_end(struct tn_repeats *repeats)
{
    tn_arena_free(&repeats->arena);
}
