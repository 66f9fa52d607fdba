/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/country.h"

#include "tn/base/fold.h"
#include "tn/base/intern.h"
#include "tn/data/grow.h"
#include "tn/data/table.h"
#include "tn/words/columns.h"
#include "tn/words/country.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

enum { NAMES = TN_AREA_LEVELS - 1 };   // columns 0..3: province to village
enum { POOR = NAMES, POOR_QUOTA, NEAR_POOR, NEAR_POOR_QUOTA, HOUSEHOLDS, COLUMNS };

static const size_t base_column[TN_STATUSES] = {POOR, NEAR_POOR};
static const size_t quota_column[TN_STATUSES] = {POOR_QUOTA, NEAR_POOR_QUOTA};

/* clang-format off */
static const struct tn_field columns[COLUMNS] = {
    {"province", TN_K_NAME, true, false, 0, 0, 0, NULL,
     {{TN_W_C_PROVINCE}}, {{TN_W_M_COUNTRY_AREA}}, TN_ALIAS_PROVINCE, NULL},
    {"district", TN_K_NAME, true, false, 0, 0, 0, NULL,
     {{TN_W_C_DISTRICT}}, {{TN_W_M_COUNTRY_AREA}}, TN_ALIAS_DISTRICT, NULL},
    {"commune", TN_K_NAME, true, false, 0, 0, 0, NULL,
     {{TN_W_C_COMMUNE}}, {{TN_W_M_COUNTRY_AREA}}, TN_ALIAS_COMMUNE, NULL},
    {"village", TN_K_NAME, true, false, 0, 0, 0, NULL,
     {{TN_W_C_VILLAGE}}, {{TN_W_M_COUNTRY_AREA}}, TN_ALIAS_VILLAGE, NULL},
    {"poor", TN_K_COUNT, true, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR}}, {{TN_W_M_COUNTRY_COUNT}}, TN_ALIAS_POOR, NULL},
    {"poor_quota", TN_K_COUNT, true, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_POOR_QUOTA}}, {{TN_W_M_COUNTRY_QUOTA}}, TN_ALIAS_POOR_QUOTA, NULL},
    {"near_poor", TN_K_COUNT, true, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR}}, {{TN_W_M_COUNTRY_COUNT}}, TN_ALIAS_NEAR_POOR, NULL},
    {"near_poor_quota", TN_K_COUNT, true, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_NEAR_POOR_QUOTA}}, {{TN_W_M_COUNTRY_QUOTA}}, TN_ALIAS_NEAR_POOR_QUOTA, NULL},
    {"households", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL,
     {{TN_W_C_HOUSEHOLDS}}, {{TN_W_M_HOUSEHOLDS}}, TN_ALIAS_HOUSEHOLDS, NULL},
};

const struct tn_file_schema tn_country_schema = {
    "country.csv", true, {{TN_W_HAS_COUNTRY}}, {{TN_W_OFF_COUNTRY}}, COLUMNS, columns, NULL,
};
/* clang-format on */

/* Names seen within something, and where. */
struct seen {
    struct tn_intern name;
    long *line;
};

struct country {
    struct tn_reading *reading;
    tn_province_fn *fn;
    void *context;
    struct tn_country *country;
    struct seen provinces;
    struct tn_arena local;   // of the open province
    struct tn_mark empty;
    struct seen within[TN_AREA_LEVELS];   // parts of the open area of the level above
    struct tn_province open;
    long stated[TN_STATUSES], quota[TN_STATUSES];   // of the whole country
    bool more;
};

static struct tn_area new_area(const char *name, long line)
{
    return (struct tn_area){.name = name,
                            .line = line,
                            .households = {TN_UNKNOWN, TN_UNKNOWN},
                            .quota = {TN_UNKNOWN, TN_UNKNOWN},
                            .stated = {TN_UNKNOWN, TN_UNKNOWN},
                            .stated_all = TN_UNKNOWN};
}

/* 0 where the name is new, else the line on which it stands. */
static long seen_on(struct tn_arena *arena, struct seen *seen, const char *key, long line)
{
    if (!seen->name.arena)
        seen->name = tn_intern_in(arena);
    size_t known = seen->name.n, number = tn_intern(&seen->name, key, strlen(key));
    if (number < known)
        return seen->line[number];
    tn_grow(arena, long, seen->line, known);
    seen->line[number] = line;
    return 0;
}

/* ---- a province is complete ------------------------------------------------------- */

static const char *called(const struct country *c, const struct tn_area *area)
{
    return tn_shown(c->reading, strlen(area->name), area->name);
}

/* An area's own figures against the sum of its parts. */
static void settle(struct country *c, struct tn_area *area, const struct tn_area *sum)
{
    for (size_t s = 0; s < TN_STATUSES; s++) {
        long stated = area->households[s];
        if (stated != TN_UNKNOWN && stated != sum->households[s])
            TN_FIND(c->reading, TN_WARNING, area->own_line, 0, TN_W_AREA_SUM_DIFFERS,
                    columns[base_column[s]].name, called(c, area), stated,
                    sum->households[s]);
        area->households[s] = sum->households[s];
        area->stated[s] = stated;
        area->parts_quota[s] = sum->quota[s];
        if (area->quota[s] == TN_UNKNOWN)
            area->quota[s] = sum->quota[s];
        if (area->quota[s] > area->households[s])
            TN_FIND(c->reading, TN_ERROR, area->line, 0, TN_W_AREA_QUOTA_ABOVE,
                    columns[quota_column[s]].name, area->quota[s], area->households[s],
                    called(c, area));
    }
    area->all_households = sum->all_households;
}

static void add_area(struct tn_area *sum, const struct tn_area *part)
{
    for (size_t s = 0; s < TN_STATUSES; s++) {
        sum->households[s] += part->households[s];
        sum->quota[s] += part->quota[s];
    }
    sum->all_households += part->all_households;
}

static void settle_level(struct country *c, enum tn_area_level level)
{
    struct tn_province *p = &c->open;

    for (size_t i = 0; i < p->n[level]; i++) {
        struct tn_area *area = &p->area[level][i], sum = {0};
        for (size_t k = 0; k < area->parts; k++)
            add_area(&sum, &p->area[level + 1][area->first + k]);
        if (!area->parts)
            TN_FIND(c->reading, TN_ERROR, area->line, 0, TN_W_AREA_NO_VILLAGE,
                    called(c, area));
        settle(c, area, &sum);
    }
}

static void close_province(struct country *c)
{
    struct tn_province *p = &c->open;

    if (!p->n[TN_A_PROVINCE])
        return;
    for (int level = TN_A_COMMUNE; level >= TN_A_PROVINCE; level--)
        settle_level(c, (enum tn_area_level)level);
    add_area(&c->country->whole, &p->area[TN_A_PROVINCE][0]);
    for (size_t level = 0; level < TN_AREA_LEVELS; level++)
        c->country->n[level] += p->n[level];
    if (c->fn && !c->reading->errors)
        c->more = c->fn(c->context, p);
    *p = (struct tn_province){0};
    memset(c->within, 0, sizeof c->within);
    tn_arena_rewind(&c->local, c->empty);
}

/* ---- row by row ------------------------------------------------------------------- */

static struct tn_area *last_of(struct country *c, size_t level)
{
    struct tn_province *p = &c->open;

    return p->n[level] ? &p->area[level][p->n[level] - 1] : NULL;
}

/* Whether the last area of a level is still open, and has this name. */
static bool is_open(struct country *c, size_t level, const char *name)
{
    const struct tn_area *last = last_of(c, level);

    if (!last || strcmp(last->name, name) != 0)
        return false;
    return level == TN_A_PROVINCE ||
           last->parent == c->open.n[level - 1] - 1;   // of the open one above
}

static bool begin(struct country *c, size_t level, const struct tn_value *name)
{
    bool province = level == TN_A_PROVINCE;

    struct tn_arena *arena = province ? c->reading->arena : &c->local;
    struct seen *seen = province ? &c->provinces : &c->within[level];
    const char *key = tn_fold_key(arena, name->len, name->text);
    long line = seen_on(arena, seen, key, name->line);
    const struct tn_area *last = last_of(c, level);
    if (line && level < TN_A_VILLAGE && last && last->line == line)
        return true;   // the open one, spelt otherwise
    if (line) {
        TN_FIND(c->reading, TN_ERROR, name->line, name->column, TN_W_AREA_AGAIN,
                columns[level - 1].name, tn_shown(c->reading, name->len, name->text),
                line);
        return false;
    }
    if (province)
        close_province(c);
    struct tn_province *p = &c->open;
    tn_grow(&c->local, struct tn_area, p->area[level], p->n[level]);
    struct tn_area *area = &p->area[level][p->n[level]++];
    *area = new_area(tn_arena_text(&c->local, name->text, name->len), name->line);
    if (level < TN_A_VILLAGE)
        area->first = p->n[level + 1];
    if (!province) {
        area->parent = p->n[level - 1] - 1;
        p->area[level - 1][area->parent].parts++;
    }
    for (size_t l = level + 1; l < TN_AREA_LEVELS; l++)
        c->within[l] = (struct seen){0};
    return true;
}

/* The level of the row's area: names are filled from the left. */
static bool level_of(struct country *c, const struct tn_record *record, size_t *level)
{
    const struct tn_value *v = record->value;

    *level = 0;
    while (*level < NAMES && !tn_value_empty(&v[*level]))
        ++*level;
    for (size_t l = *level; l < NAMES; l++)
        if (!tn_value_empty(&v[l])) {
            TN_FIND(c->reading, TN_ERROR, record->line, v[l].column, TN_W_AREA_INSIDE,
                    columns[l].name, tn_shown(c->reading, v[l].len, v[l].text),
                    columns[*level].name);
            return false;
        }
    return true;
}

static bool enter(struct country *c, const struct tn_record *record, size_t level)
{
    for (size_t l = TN_A_PROVINCE; l <= level; l++) {
        const struct tn_value *name = &record->value[l - 1];
        bool inside = l < TN_A_VILLAGE && is_open(c, l, name->text);
        if (!inside && !begin(c, l, name))
            return false;
    }
    return true;
}

static void check_village(struct country *c, const struct tn_record *record,
                          const struct tn_area *village)
{
    const struct tn_value *v = record->value;

    for (size_t s = 0; s < TN_STATUSES; s++) {
        for (size_t k = base_column[s]; k <= quota_column[s]; k++)
            if (tn_value_empty(&v[k]) && !v[k].wrong)
                TN_FIND(c->reading, TN_ERROR, record->line, v[k].column, TN_W_EMPTY_CELL,
                        columns[k].name);
        if (village->quota[s] > village->households[s])
            TN_FIND(c->reading, TN_ERROR, record->line, v[quota_column[s]].column,
                    TN_W_QUOTA_ABOVE, columns[quota_column[s]].name, village->quota[s],
                    village->households[s], called(c, village));
    }
    long all = v[HOUSEHOLDS].count;
    if (all != TN_UNKNOWN && all < village->households[0] + village->households[1])
        TN_FIND(c->reading, TN_ERROR, record->line, v[HOUSEHOLDS].column,
                TN_W_VILLAGE_TOTAL_BELOW, all,
                village->households[0] + village->households[1], called(c, village));
}

static bool any_wrong(const struct tn_record *record)
{
    bool wrong = false;

    for (size_t k = 0; k < COLUMNS; k++)
        wrong |= record->value[k].wrong;
    return wrong;
}

static bool take_row(void *context, const struct tn_record *record)
{
    struct country *c = context;
    const struct tn_value *v = record->value;
    size_t level;

    if (any_wrong(record) || !level_of(c, record, &level) || !enter(c, record, level))
        return true;
    struct tn_area *area = level == TN_A_COUNTRY ? &c->country->whole : last_of(c, level);
    long *base = level == TN_A_COUNTRY ? c->stated : area->households;
    long *quota = level == TN_A_COUNTRY ? c->quota : area->quota;
    for (size_t s = 0; s < TN_STATUSES; s++) {
        base[s] = v[base_column[s]].count;
        quota[s] = v[quota_column[s]].count;
    }
    if (level == TN_A_COUNTRY)
        area->line = record->line;
    area->own_line = record->line;
    if (level < TN_A_VILLAGE) {
        area->stated_all = v[HOUSEHOLDS].count;
    } else {
        long all = v[HOUSEHOLDS].count;
        area->all_households = all == TN_UNKNOWN ? (double)NAN : (double)all;
        memcpy(area->parts_quota, quota, sizeof area->parts_quota);
        check_village(c, record, area);
    }
    return c->more;
}

/* The sum of the provinces is there; the country's own row may say otherwise. */
static void close_country(struct country *c)
{
    struct tn_area *whole = &c->country->whole, sum = *whole;

    for (size_t s = 0; s < TN_STATUSES; s++) {
        whole->households[s] = c->stated[s];
        whole->quota[s] = c->quota[s];
    }
    settle(c, whole, &sum);
}

bool tn_country_read(struct tn_reading *reading, tn_province_fn *fn, void *context,
                     struct tn_country *country)
{
    struct country *c = tn_new(reading->arena, struct country, 1);
    const struct tn_table_reader reader = {take_row, c};

    *c = (struct country){.reading = reading,
                          .fn = fn,
                          .context = context,
                          .country = country,
                          .stated = {TN_UNKNOWN, TN_UNKNOWN},
                          .quota = {TN_UNKNOWN, TN_UNKNOWN},
                          .more = true};
    *country = (struct tn_country){.whole = {.name = "", .stated_all = TN_UNKNOWN}};
    c->empty = tn_arena_mark(&c->local);
    country->input.name = country->input.path = reading->path;
    bool read = tn_table_read(reading, &tn_country_schema, &reader, &country->input);
    if (c->more)
        close_province(c);
    close_country(c);
    tn_arena_free(&c->local);
    country->n[TN_A_COUNTRY] = 1;
    return read && !reading->errors;
}
