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
    tally.dense = tn_new(arena, struct tn_tally_dense *, TN_DENSE_SLOTS);
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
static struct tn_tally_dense *dense_of(struct tn_tally *tally, uint64_t group)
{
    size_t at = mix(group, 0, 0) & (TN_DENSE_SLOTS - 1);

    while (tally->dense_group[at] && tally->dense_group[at] != group + 1)
        at = (at + 1) & (TN_DENSE_SLOTS - 1);
    if (!tally->dense_group[at]) {
        if (2 * tally->dense_groups >= TN_DENSE_SLOTS)
            return NULL;
        tally->dense_groups++;
        tally->dense_group[at] = group + 1;
        tally->dense[at] = tn_new(tally->arena, struct tn_tally_dense, 1);
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

static long count_of(const struct tn_tally_dense *dense, uint64_t pattern)
{
    return (long)dense->high[pattern] << 8 | dense->low[pattern];
}

struct dense {
    uint64_t group;
    const struct tn_tally_dense *count;
};

static int by_group(const void *a, const void *b)
{
    const struct dense *l = a, *r = b;
    return l->group < r->group ? -1 : l->group > r->group;
}

struct named {
    const char *text;
    size_t length;
    uint32_t number;
};

static int by_text(const void *a, const void *b)
{
    const struct named *l = a, *r = b;
    size_t shorter = l->length < r->length ? l->length : r->length;
    int order = shorter ? memcmp(l->text, r->text, shorter) : 0;

    return order ? order : l->length < r->length ? -1 : l->length > r->length;
}

/* Number the texts anew, in their order; gives the new number of each old one. */
static uint32_t *renumber(struct tn_arena *arena, struct tn_intern *of)
{
    struct named *named = tn_new(arena, struct named, of->n);
    uint32_t *into = tn_new(arena, uint32_t, of->n);
    struct tn_intern ordered = tn_intern_in(arena);

    for (size_t i = 0; i < of->n; i++)
        named[i] = (struct named){of->text[i], of->length[i], (uint32_t)i};
    qsort(named, of->n, sizeof *named, by_text);
    for (size_t i = 0; i < of->n; i++)
        into[named[i].number] = tn_intern(&ordered, named[i].text, named[i].length);
    *of = ordered;
    return into;
}

/* Old numbers of levels and units to new ones: null where there are none. */
struct numbers {
    uint32_t *level[TN_TALLY_COLUMNS], *unit;
};

static uint64_t group_in(const struct numbers *to, uint64_t group)
{
    uint64_t moved = 0;

    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        if (to->level[c])
            moved |= (uint64_t)to->level[c][group >> 16 * c & 0xFFFF] << 16 * c;
    return moved;
}

static uint32_t unit_in(const struct numbers *to, uint32_t unit)
{
    return to->unit ? to->unit[unit] : 0;
}

/* Levels and units are numbered by name, whatever the order of the rows: then sums over
 * them are the same. */
static struct numbers number_by_name(struct tn_tally *tally)
{
    struct numbers to = {0};

    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        if (tally->level[c].n)
            to.level[c] = renumber(tally->arena, &tally->level[c]);
    uint32_t *stratum = tally->stratum_key.n ? renumber(tally->arena, &tally->stratum_key)
                                             : NULL;
    to.unit = stratum;
    if (tally->clustered) {
        size_t units = tally->unit_key.n;
        uint32_t *stratum_of = tn_new(tally->arena, uint32_t, units);
        to.unit = renumber(tally->arena, &tally->unit_key);
        for (size_t u = 0; u < units; u++)
            stratum_of[to.unit[u]] = stratum[tally->stratum_of[u]];
        tally->stratum_of = stratum_of;
        tally->stratum_room = units;
    }
    return to;
}

/* The cells that the arrays will be. */
static size_t count_dense(const struct tn_tally *tally)
{
    size_t n = 0;

    for (size_t at = 0; at < TN_DENSE_SLOTS; at++)
        for (uint64_t p = 0; tally->dense_group[at] && p < TN_DENSE_PATTERNS; p++)
            n += count_of(tally->dense[at], p) > 0;
    return n;
}

/* What the arrays counted, as cells in order behind those of the hash table: pattern by
 * pattern, group by group. */
static size_t gather_dense(const struct tn_tally *tally, const struct numbers *to,
                           struct tn_tally_cell cell[])
{
    struct dense dense[TN_DENSE_SLOTS];
    size_t groups = 0, n = 0;

    for (size_t at = 0; at < TN_DENSE_SLOTS; at++)
        if (tally->dense_group[at])
            dense[groups++] = (struct dense){group_in(to, tally->dense_group[at] - 1),
                                             tally->dense[at]};
    qsort(dense, groups, sizeof *dense, by_group);
    for (uint64_t p = 0; p < TN_DENSE_PATTERNS; p++)
        for (size_t g = 0; g < groups; g++) {
            long count = count_of(dense[g].count, p);
            if (!count)
                continue;
            cell[n] = (struct tn_tally_cell){.group = dense[g].group,
                                             .pattern = p,
                                             .unit = unit_in(to, 0),
                                             .n = count,
                                             .ones = count};
            n++;
        }
    return n;
}

/* The households of one cell more. */
static void pour(struct tn_tally_cell *into, const struct tn_tally_cell *more)
{
    into->n += more->n;
    into->ones += more->ones;
    add(&into->w, &into->w_low, more->w);
    add(&into->w2, &into->w2_low, more->w2);
    into->w_low += more->w_low;
    into->w2_low += more->w2_low;
}

/* Cells of the same key, next to each other, become one. */
static size_t merge(size_t n, struct tn_tally_cell cell[])
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (kept && !by_unit_pattern_group(&cell[kept - 1], &cell[i]))
            pour(&cell[kept - 1], &cell[i]);
        else
            cell[kept++] = cell[i];
    return kept;
}

/* All cells of hash table and arrays, in order. */
static void put_in_order(struct tn_tally *tally)
{
    const struct numbers to = number_by_name(tally);
    size_t hashed = 0, room = tally->cells + count_dense(tally);
    struct tn_tally_cell *cell = tn_new(tally->arena, struct tn_tally_cell, room + 1);

    for (size_t i = 0; i < tally->slots; i++) {
        if (!tally->slot[i].n)
            continue;
        cell[hashed] = tally->slot[i];
        cell[hashed].group = group_in(&to, cell[hashed].group);
        cell[hashed].unit = unit_in(&to, cell[hashed].unit);
        hashed++;
    }
    size_t n = hashed + gather_dense(tally, &to, cell + hashed);
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
    struct tn_tally_dense *dense = is_dense(row) ? dense_of(tally, group) : NULL;
    if (dense) {
        if (!++dense->low[row->deprived])
            dense->high[row->deprived]++;
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

void tn_tally_take(struct tn_tally *tally, size_t groups, bool designed,
                   const struct tn_flags_row *row)
{
    struct tn_tally_row into = {
        .deprived = row->deprived, .missing = row->missing, .weight = row->weight};

    for (size_t g = 0; g < groups; g++)
        into.level[g] = tn_tally_level(tally, g, row->group[g], row->group_len[g]);
    if (designed)
        into.unit = tn_tally_unit(tally, row->stratum, row->psu);
    tn_tally_add(tally, &into);
}

/* The numbers that into has, or gets, for those of part. */
static struct numbers numbers_in(struct tn_tally *into, const struct tn_tally *part)
{
    struct numbers to = {0};

    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++) {
        const struct tn_intern *level = &part->level[c];
        if (level->n)
            to.level[c] = tn_new(into->arena, uint32_t, level->n);
        for (size_t i = 0; i < level->n; i++)
            to.level[c][i] = tn_tally_level(into, c, level->text[i], level->length[i]);
    }
    const struct tn_intern *key = part->clustered ? &part->unit_key : &part->stratum_key;
    if (key->n)
        to.unit = tn_new(into->arena, uint32_t, key->n);
    for (size_t u = 0; u < key->n; u++) {
        const char *stratum = key->text[u], *psu = stratum + strlen(stratum) + 1;
        to.unit[u] = tn_tally_unit(into, stratum, part->clustered ? psu : "");
    }
    return to;
}

static void join_dense(struct tn_tally *into, uint64_t group, uint32_t unit,
                       const struct tn_tally_dense *part)
{
    struct tn_tally_dense *own = unit ? NULL : dense_of(into, group);

    for (uint64_t p = 0; p < TN_DENSE_PATTERNS; p++) {
        long count = count_of(part, p);
        if (own) {
            count += count_of(own, p);
            own->low[p] = (uint8_t)count;
            own->high[p] = (uint32_t)(count >> 8);
        } else if (count) {
            struct tn_tally_cell *cell = cell_of(into, group, p, unit);
            cell->n += count;
            cell->ones += count;
        }
    }
}

void tn_tally_join(struct tn_tally *into, const struct tn_tally *part)
{
    const struct numbers to = numbers_in(into, part);

    if (tn_tally_full(into) || tn_tally_full(part))
        return;
    for (size_t at = 0; at < TN_DENSE_SLOTS; at++)
        if (part->dense_group[at])
            join_dense(into, group_in(&to, part->dense_group[at] - 1), unit_in(&to, 0),
                       part->dense[at]);
    for (size_t i = 0; i < part->slots; i++) {
        const struct tn_tally_cell *cell = &part->slot[i];
        if (cell->n)
            pour(cell_of(into, group_in(&to, cell->group), cell->pattern,
                         unit_in(&to, cell->unit)),
                 cell);
    }
    for (size_t j = 0; j < TN_TALLY_FLAGS; j++)
        into->missing[j] += part->missing[j];
    into->households += part->households;
    into->dropped += part->dropped;
    into->mended += part->mended;
    into->weighted = into->weighted || part->weighted;
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
