/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/places.h"

#include "tn/base/fold.h"
#include "tn/data/grow.h"
#include "tn/words/data.h"

#include <string.h>

struct tn_places tn_places_in(struct tn_arena *arena)
{
    return (struct tn_places){
        .arena = arena, .key = tn_intern_in(arena), .spelling = tn_intern_in(arena)};
}

size_t tn_places_add(struct tn_places *places, size_t len, const char *name)
{
    const char *key = tn_fold_key(places->arena, len, name);
    size_t index = tn_intern(&places->key, key, strlen(key));

    if (index < places->n)
        return index;
    tn_grow(places->arena, const char *, places->name, places->n);
    places->name[places->n++] = tn_arena_text(places->arena, name, len);
    return index;
}

static size_t look_up(struct tn_places *places, const struct tn_value *value)
{
    struct tn_mark mark = tn_arena_mark(places->arena);
    const char *key = tn_fold_key(places->arena, value->len, value->text);

    for (size_t i = 0; i < places->n; i++)
        if (strcmp(places->key.text[i], key) == 0) {
            tn_arena_rewind(places->arena, mark);
            return i;
        }
    tn_arena_rewind(places->arena, mark);
    return TN_NONE;
}

static void tell_unknown(struct tn_places *places, struct tn_reading *r,
                         const struct tn_field *column, const struct tn_value *value)
{
    const char *key = tn_fold_key(r->arena, value->len, value->text);
    size_t near = tn_fold_nearest(key, places->n, places->key.text);
    const char *shown = tn_shown(r, value->len, value->text);

    if (near < places->n)
        TN_FIND(r, TN_ERROR, value->line, value->column, TN_W_UNKNOWN_VILLAGE_NEAR,
                column->name, shown,
                tn_shown(r, strlen(places->name[near]), places->name[near]));
    else
        TN_FIND(r, TN_ERROR, value->line, value->column, TN_W_UNKNOWN_VILLAGE,
                column->name, shown);
}

size_t tn_places_find(struct tn_places *places, struct tn_reading *reading,
                      const struct tn_field *column, const struct tn_value *value)
{
    if (value->wrong || tn_value_empty(value))
        return TN_NONE;

    size_t known = places->spelling.n;
    size_t number = tn_intern(&places->spelling, value->text, value->len);
    if (number == known) {
        tn_grow(places->arena, size_t, places->village, known);
        places->village[number] = look_up(places, value);
    }
    if (places->village[number] == TN_NONE && !places->incomplete)
        tell_unknown(places, reading, column, value);
    return places->village[number];
}
