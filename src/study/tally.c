/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1024 };

struct tn_tally tn_tally_in(struct tn_arena *arena, enum tn_missing_rule rule)
{
    struct tn_tally tally = {.arena = arena, .rule = rule};

    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        tally.level[c] = tn_intern_in(arena);
    tally.unit_key = tn_intern_in(arena);
    tally.stratum_key = tn_intern_in(arena);
    tally.slots = FIRST_SLOTS;
    tally.slot = tn_new(arena, struct tn_tally_cell, FIRST_SLOTS);
    return tally;
}

uint32_t tn_tally_level(struct tn_tally *tally, size_t column, const char *text,
                        size_t length)
{
    assert(column < TN_TALLY_COLUMNS);
    return tn_intern(&tally->level[column], text, length);
}

bool tn_tally_full(const struct tn_tally *tally)
{
    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        if (tally->level[c].n > TN_TALLY_LEVELS)
            return true;
    return false;
}

static void keep_stratum(struct tn_tally *tally, uint32_t unit, uint32_t stratum)
{
    if (unit >= tally->stratum_room) {
        size_t room = tally->stratum_room ? 2 * tally->stratum_room : 64;
        uint32_t *wider = tn_new(tally->arena, uint32_t, room);
        for (size_t i = 0; i < tally->stratum_room; i++)
            wider[i] = tally->stratum_of[i];
        tally->stratum_of = wider;
        tally->stratum_room = room;
    }
    tally->stratum_of[unit] = stratum;
}

/* A PSU's number means something inside its stratum only, so both make its key. */
uint32_t tn_tally_unit(struct tn_tally *tally, const char *stratum, const char *psu)
{
    char key[1024];
    size_t a = strlen(stratum), b = strlen(psu);
    uint32_t h = tn_intern(&tally->stratum_key, stratum, a);

    if (b == 0)
        return h;
    assert(a + b + 1 <= sizeof key);
    memcpy(key, stratum, a);
    key[a] = '\0';
    memcpy(key + a + 1, psu, b);
    tally->clustered = true;
    uint32_t unit = tn_intern(&tally->unit_key, key, a + 1 + b);
    keep_stratum(tally, unit, h);
    return unit;
}

static size_t mix(uint64_t group, uint64_t pattern, uint32_t unit)
{
    uint64_t h = (group * 0x9E3779B97F4A7C15u ^ pattern) * 0xBF58476D1CE4E5B9u;

    h = (h ^ h >> 29 ^ unit) * 0x94D049BB133111EBu;   // multipliers of splitmix64
    return (size_t)(h ^ h >> 32);
}

static struct tn_tally_cell *seek(struct tn_tally *tally, uint64_t group,
                                  uint64_t pattern, uint32_t unit)
{
    size_t at = mix(group, pattern, unit) & (tally->slots - 1);

    for (;; at = (at + 1) & (tally->slots - 1)) {
        struct tn_tally_cell *cell = &tally->slot[at];
        if (!cell->n ||
            (cell->pattern == pattern && cell->group == group && cell->unit == unit))
            return cell;
    }
}

static void grow(struct tn_tally *tally)
{
    struct tn_tally_cell *old = tally->slot;
    size_t slots = tally->slots;

    tally->slots = 2 * slots;
    tally->slot = tn_new(tally->arena, struct tn_tally_cell, 2 * slots);
    for (size_t i = 0; i < slots; i++)
        if (old[i].n)
            *seek(tally, old[i].group, old[i].pattern, old[i].unit) = old[i];
}

/* sum + low stays the sum of all x to about 2^-100, so that the order of the rows
 * does not show (Knuth's two-sum). */
static void add(double *sum, double *low, double x)
{
    double s = *sum + x, bb = s - *sum;

    *low += (*sum - (s - bb)) + (x - bb);
    *sum = s;
}

static bool note_missing(struct tn_tally *tally, uint64_t missing)
{
    for (size_t j = 0; j < TN_TALLY_FLAGS; j++)
        tally->missing[j] += (long)(missing >> j & 1);
    if (tally->rule == TN_DROP_MISSING)
        tally->dropped++;
    else
        tally->mended++;
    return tally->rule != TN_DROP_MISSING;
}

void tn_tally_add(struct tn_tally *tally, const struct tn_tally_row *row)
{
    uint64_t group = 0;

    if (row->missing && !note_missing(tally, row->missing))
        return;
    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        group |= (uint64_t)row->level[c] << 16 * c;
    if (2 * tally->cells >= tally->slots)
        grow(tally);

    struct tn_tally_cell *cell = seek(tally, group, row->deprived, row->unit);
    if (!cell->n) {
        cell->group = group;
        cell->pattern = row->deprived;
        cell->unit = row->unit;
        tally->cells++;
    }
    cell->n++;
    tally->households++;
    if (row->weight < 1 || row->weight > 1) {
        add(&cell->w, &cell->w_low, row->weight);
        add(&cell->w2, &cell->w2_low, row->weight * row->weight);
        tally->weighted = true;
    } else {
        cell->ones++;
    }
}

static int by_unit_pattern_group(const void *a, const void *b)
{
    const struct tn_tally_cell *l = a, *r = b;

    if (l->unit != r->unit)
        return l->unit < r->unit ? -1 : 1;
    if (l->pattern != r->pattern)
        return l->pattern < r->pattern ? -1 : 1;
    return l->group < r->group ? -1 : l->group > r->group;
}

/* The number of PSUs of each stratum: units where clustered, else households. */
static void count_psus(struct tn_tally *tally, double psus[])
{
    if (tally->clustered) {
        bool *seen = tn_new(tally->arena, bool, tally->unit_key.n);
        for (size_t i = 0; i < tally->cells; i++)
            seen[tally->slot[i].unit] = true;
        for (size_t u = 0; u < tally->unit_key.n; u++)
            psus[tally->stratum_of[u]] += seen[u];
        return;
    }
    for (size_t i = 0; i < tally->cells; i++)
        psus[tally->slot[i].unit] += (double)tally->slot[i].n;
}

void tn_tally_close(struct tn_tally *tally, double fraction)
{
    size_t kept = 0, strata = tally->stratum_key.n ? tally->stratum_key.n : 1;

    for (size_t i = 0; i < tally->slots; i++)
        if (tally->slot[i].n)
            tally->slot[kept++] = tally->slot[i];
    for (size_t i = 0; i < kept; i++) {
        tally->slot[i].w += tally->slot[i].w_low + (double)tally->slot[i].ones;
        tally->slot[i].w2 += tally->slot[i].w2_low + (double)tally->slot[i].ones;
    }
    qsort(tally->slot, kept, sizeof *tally->slot, by_unit_pattern_group);

    double *psus = tn_new(tally->arena, double, strata);
    double *share = tn_new(tally->arena, double, strata);
    count_psus(tally, psus);
    for (size_t h = 0; h < strata; h++)
        share[h] = fraction;
    tally->survey = (struct tn_survey){
        .clustered = tally->clustered,
        .strata = strata,
        .units = tally->clustered ? tally->unit_key.n : strata,
        .stratum = tally->clustered ? tally->stratum_of : NULL,
        .psus = psus,
        .fraction = share,
    };
}
