/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/intern.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

uint64_t tn_hash(const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    uint64_t hash = 0xcbf29ce484222325u;   // FNV offset basis

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ byte[i]) * 0x100000001b3u;   // FNV prime
    return hash ^ hash >> 32;                       // the low bits choose the slot
}

struct tn_intern tn_intern_in(struct tn_arena *arena)
{
    return (struct tn_intern){.arena = arena};
}

/* The slot that holds the text, or the empty one where it belongs. */
static uint32_t *seek(const struct tn_intern *known, const char *text, size_t length)
{
    size_t at = (size_t)tn_hash(text, length) & (known->slots - 1);

    while (known->slot[at]) {
        uint32_t i = known->slot[at] - 1;
        if (known->length[i] == length && memcmp(known->text[i], text, length) == 0)
            break;
        at = (at + 1) & (known->slots - 1);
    }
    return &known->slot[at];
}

static void grow(struct tn_intern *known)
{
    size_t slots = known->slots ? 2 * known->slots : FIRST_SLOTS;
    const char **text = tn_new(known->arena, const char *, slots);
    size_t *length = tn_new(known->arena, size_t, slots);

    for (size_t i = 0; i < known->n; i++) {
        text[i] = known->text[i];
        length[i] = known->length[i];
    }
    known->text = text;
    known->length = length;
    known->slots = slots;
    known->slot = tn_new(known->arena, uint32_t, slots);
    for (size_t i = 0; i < known->n; i++)
        *seek(known, text[i], length[i]) = (uint32_t)i + 1;
}

/* Most texts are names or codes: up to 16 bytes are two words, which may overlap. */
struct words {
    uint64_t first, last;
};

static struct words words_of(const char *text, size_t length)
{
    struct words words = {0, 0};

    if (length >= 8) {
        memcpy(&words.first, text, 8);
        memcpy(&words.last, text + length - 8, 8);
    } else if (length >= 4) {
        memcpy(&words.first, text, 4);
        memcpy(&words.last, text + length - 4, 4);
    }
    return words;
}

static bool same(const char *a, const char *b, size_t length)
{
    if (length < 4 || length > 16)
        return memcmp(a, b, length) == 0;
    struct words x = words_of(a, length), y = words_of(b, length);
    return ((x.first ^ y.first) | (x.last ^ y.last)) == 0;
}

/* Where a text asked for lately would be. */
static size_t lately(const char *text, size_t length)
{
    uint64_t end = length ? (unsigned char)text[length - 1] : 0;

    if (length >= 4)
        end = words_of(text, length).last;
    return (size_t)((end + length) * 0x9E3779B97F4A7C15u >> 58);
}

static bool is(const struct tn_intern *known, uint32_t number, const char *text,
               size_t length)
{
    return number < known->n && known->length[number] == length &&
           same(known->text[number], text, length);
}

uint32_t tn_intern(struct tn_intern *known, const char *text, size_t length)
{
    uint32_t *recent = &known->recent[lately(text, length)];

    if (is(known, *recent, text, length))
        return *recent;
    if (2 * known->n >= known->slots)
        grow(known);

    uint32_t *slot = seek(known, text, length);
    if (!*slot) {
        assert(known->n < UINT32_MAX - 1);
        known->text[known->n] = tn_arena_text(known->arena, text, length);
        known->length[known->n] = length;
        *slot = (uint32_t)++known->n;
    }
    return *recent = *slot - 1;
}
