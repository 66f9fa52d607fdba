/* SPDX-License-Identifier: GPL-3.0-or-later */
/* places.h -- which village a cell means.
 *
 * Names are compared folded (tn/base/fold.h). Spellings met before are found by their
 * bytes, so that a million rows cost a million look-ups and not a million foldings. */
#ifndef TN_DATA_PLACES_H
#define TN_DATA_PLACES_H

#include "tn/base/intern.h"
#include "tn/data/cell.h"

struct tn_places {
    struct tn_arena *arena;
    size_t n;               // villages
    const char **name;      // as shown
    struct tn_intern key;   // folded, the first n of them those of the villages
    struct tn_intern spelling;
    size_t *village;   // of each spelling; TN_NONE: of none
    bool incomplete;   // they could not all be read, which has been said
};

struct tn_places tn_places_in(struct tn_arena *arena);

/* Add a village; gives its index, or the index of the one it is alike to. */
size_t tn_places_add(struct tn_places *places, size_t len, const char *name);

/* The village meant by a cell; TN_NONE where there is none, after an error that names
 * the nearest. An empty or wrong cell is TN_NONE without a further word, and so is any
 * name that may be among those that could not be read. */
size_t tn_places_find(struct tn_places *places, struct tn_reading *reading,
                      const struct tn_field *column, const struct tn_value *value);

#endif
