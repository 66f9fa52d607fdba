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
    tally.dense_group = tn_new(arena, uint64_t, TN_DENSE_SLOTS);
    tally.dense = tn_new(arena, long *, TN_DENSE_SLOTS);
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

/* The counts of a group, or null where there are as many groups as have room. */
static long *dense_of(struct tn_tally *tally, uint64_t group)
{
    size_t at = mix(group, 0, 0) & (TN_DENSE_SLOTS - 1);

    while (tally->dense_group[at] && tally->dense_group[at] != group + 1)
        at = (at + 1) & (TN_DENSE_SLOTS - 1);
    if (!tally->dense_group[at]) {
        if (2 * tally->dense_groups >= TN_DENSE_SLOTS)
            return NULL;
        tally->dense_groups++;
        tally->dense_group[at] = group + 1;
        tally->dense[at] = tn_new(tally->arena, long, TN_DENSE_PATTERNS);
    }
    return tally->dense[at];
}

static bool is_dense(const struct tn_tally_row *row)
{
    return row->deprived < TN_DENSE_PATTERNS && !row->unit &&
           !(row->weight < 1 || row->weight > 1);
}

static struct tn_tally_cell *cell_of(struct tn_tally *tally, uint64_t group,
                                     uint64_t pattern, uint32_t unit)
{
    if (2 * tally->cells >= tally->slots)
        grow(tally);
    struct tn_tally_cell *cell = seek(tally, group, pattern, unit);
    if (!cell->n) {
        cell->group = group;
        cell->pattern = pattern;
        cell->unit = unit;
        tally->cells++;
    }
    return cell;
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

static int by_number(const void *a, const void *b)
{
    const uint64_t *l = a, *r = b;
    return *l < *r ? -1 : *l > *r;
}

/* What the arrays counted, as cells in order behind those of the hash table: pattern by
 * pattern, group by group. */
static size_t gather_dense(struct tn_tally *tally, struct tn_tally_cell cell[])
{
    uint64_t group[TN_DENSE_SLOTS] = {0};
    const long *dense[TN_DENSE_SLOTS];
    size_t groups = 0, n = 0;

    for (size_t at = 0; at < TN_DENSE_SLOTS; at++)
        if (tally->dense_group[at])
            group[groups++] = tally->dense_group[at] - 1;
    qsort(group, groups, sizeof *group, by_number);
    for (size_t g = 0; g < groups; g++)
        dense[g] = dense_of(tally, group[g]);
    for (uint64_t p = 0; p < TN_DENSE_PATTERNS; p++)
        for (size_t g = 0; g < groups; g++) {
            long count = dense[g][p];
            if (!count)
                continue;
            cell[n] = (struct tn_tally_cell){
                .group = group[g], .pattern = p, .n = count, .ones = count};
            n++;
        }
    return n;
}

/* Cells of the same key, next to each other, become one. */
static size_t merge(size_t n, struct tn_tally_cell cell[])
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        struct tn_tally_cell *last = kept ? &cell[kept - 1] : NULL;
        if (!last || by_unit_pattern_group(last, &cell[i])) {
            cell[kept++] = cell[i];
            continue;
        }
        last->n += cell[i].n;
        last->ones += cell[i].ones;
        add(&last->w, &last->w_low, cell[i].w);
        add(&last->w2, &last->w2_low, cell[i].w2);
        last->w_low += cell[i].w_low;
        last->w2_low += cell[i].w2_low;
    }
    return kept;
}

/* All cells of hash table and arrays, in order. */
static void put_in_order(struct tn_tally *tally)
{
    size_t hashed = 0, room = tally->cells + tally->dense_groups * TN_DENSE_PATTERNS;
    struct tn_tally_cell *cell = tn_new(tally->arena, struct tn_tally_cell, room + 1);

    for (size_t i = 0; i < tally->slots; i++)
        if (tally->slot[i].n)
            cell[hashed++] = tally->slot[i];
    size_t n = hashed + gather_dense(tally, cell + hashed);
    if (hashed) {   // the arrays alone are in order
        qsort(cell, n, sizeof *cell, by_unit_pattern_group);
        n = merge(n, cell);
    }
    tally->slot = cell;
    tally->cells = tally->slots = n;
    for (size_t i = 0; i < n; i++) {
        cell[i].w += cell[i].w_low + (double)cell[i].ones;
        cell[i].w2 += cell[i].w2_low + (double)cell[i].ones;
    }
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
    tally->households++;
    long *dense = is_dense(row) ? dense_of(tally, group) : NULL;
    if (dense) {
        dense[row->deprived]++;
        return;
    }

    struct tn_tally_cell *cell = cell_of(tally, group, row->deprived, row->unit);
    cell->n++;
    if (row->weight < 1 || row->weight > 1) {
        add(&cell->w, &cell->w_low, row->weight);
        add(&cell->w2, &cell->w2_low, row->weight * row->weight);
        tally->weighted = true;
    } else {
        cell->ones++;
    }
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
    size_t strata = tally->stratum_key.n ? tally->stratum_key.n : 1;

    put_in_order(tally);
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
