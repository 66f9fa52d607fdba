/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/alike.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

static uint64_t mixed(uint64_t h, uint64_t x)
{
    h = (h ^ x) * 0x9E3779B97F4A7C15u;   // golden ratio, as splitmix64
    return h ^ h >> 29;
}

static uint64_t bits(double x)
{
    uint64_t b;

    memcpy(&b, &x, sizeof b);
    return b;
}

static uint64_t hash_of(const struct tn_count *count, size_t first, size_t end)
{
    uint64_t h = end - first;

    for (size_t g = first; g < end; g++) {
        const struct tn_group *group = &count->group[g];
        h = mixed(mixed(h, group->risk), group->n);
        h = mixed(mixed(h, bits(group->stays)), bits(group->exits));
    }
    return h;
}

static int same(const struct tn_count *count, size_t a, size_t b, size_t groups)
{
    for (size_t g = 0; g < groups; g++) {
        const struct tn_group *x = &count->group[a + g], *y = &count->group[b + g];
        if (x->risk != y->risk || x->n != y->n || x->pool != y->pool ||
            bits(x->stays) != bits(y->stays) || bits(x->exits) != bits(y->exits))
            return 0;
    }
    return 1;
}

static size_t *firsts(struct tn_arena *arena, size_t places, const struct tn_count *count)
{
    size_t *first = tn_new(arena, size_t, places + 1), g = 0;

    for (size_t v = 0; v < places; v++) {
        first[v] = g;
        while (g < count->groups && count->group[g].place == v)
            g++;
    }
    assert(g == count->groups);   // by place, ascending
    first[places] = g;
    return first;
}

static struct tn_alike empty(struct tn_arena *arena, size_t places,
                             const struct tn_count *count)
{
    return (struct tn_alike){.places = places,
                             .first = firsts(arena, places, count),
                             .kind = tn_new(arena, size_t, places),
                             .place = tn_new(arena, size_t, places),
                             .times = tn_new(arena, size_t, places)};
}

static void add_kind(struct tn_alike *alike, size_t v)
{
    alike->kind[v] = alike->kinds;
    alike->place[alike->kinds] = v;
    alike->times[alike->kinds++] = 1;
}

struct tn_alike tn_alike_none(struct tn_arena *arena, size_t places,
                              const struct tn_count *count)
{
    struct tn_alike alike = empty(arena, places, count);

    for (size_t v = 0; v < places; v++)
        add_kind(&alike, v);
    return alike;
}

struct tn_alike tn_alike_of(struct tn_arena *arena, size_t places,
                            const struct tn_count *count)
{
    struct tn_alike alike = empty(arena, places, count);
    struct tn_mark mark = tn_arena_mark(arena);
    size_t slots = 16;
    while (slots < 2 * places)
        slots *= 2;
    size_t *slot = tn_new(arena, size_t, slots);   // kind + 1

    for (size_t v = 0; v < places; v++) {
        size_t begin = alike.first[v], groups = alike.first[v + 1] - begin, kind;
        size_t at = hash_of(count, begin, begin + groups) & (slots - 1);
        for (; (kind = slot[at]) != 0; at = (at + 1) & (slots - 1)) {
            size_t other = alike.place[kind - 1];
            if (alike.first[other + 1] - alike.first[other] == groups &&
                same(count, alike.first[other], begin, groups))
                break;
        }
        if (kind) {
            alike.kind[v] = kind - 1;
            alike.times[kind - 1]++;
        } else {
            add_kind(&alike, v);
            slot[at] = alike.kinds;
        }
    }
    tn_arena_rewind(arena, mark);
    return alike;
}
