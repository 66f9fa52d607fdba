/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alike.h -- places whose households are the same, group by group.
 *
 * Of thousands of villages with a few poor households each many are alike, and what holds
 * for one of them need be computed only once.
 */
#ifndef TN_NUM_ALIKE_H
#define TN_NUM_ALIKE_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/effects.h"

struct tn_alike {
    size_t places, kinds;
    size_t *first;   // places + 1: where each place's groups begin in the count
    size_t *kind;    // of each place, numbered in order of appearance
    size_t *place;   // kinds of them: the first place of each kind
    size_t *times;   // kinds of them: places of the kind
};

/* Which places of a count are alike: as many groups of the same risks, sizes and chances
 * to be counted, in the same order. Cost: linear in the groups. */
struct tn_alike tn_alike_of(struct tn_arena *arena, size_t places,
                            const struct tn_count *count);

/* As if no two were alike. */
struct tn_alike tn_alike_none(struct tn_arena *arena, size_t places,
                              const struct tn_count *count);

#endif
