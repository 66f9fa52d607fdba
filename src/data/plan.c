/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/plan.h"

#include "tn/base/fold.h"
#include "tn/data/grow.h"
#include "tn/data/header.h"
#include "tn/data/table.h"
#include "tn/words/columns.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

/* plan.csv is one item a row: the key says which, the value is read by the key's rules.
 */
struct plan {
    struct tn_reading *reading;
    size_t headings;
    struct tn_heading *heading;
    long line[TN_P_KEYS];   // where each key stands; 0: nowhere
    struct tn_value value[TN_P_KEYS];
};

static void tell_unknown_key(struct plan *plan, const struct tn_value *key,
                             struct tn_arena *scratch)
{
    struct tn_reading *r = plan->reading;
    size_t near = tn_headings_nearest(scratch, plan->headings, plan->heading, key->len,
                                      key->text);
    const char *shown = tn_shown(r, key->len, key->text);

    if (near < plan->headings)
        TN_FIND(r, TN_WARNING, key->line, key->column, TN_W_UNKNOWN_KEY_NEAR, shown,
                tn_plan_key[plan->heading[near].column].name);
    else
        TN_FIND(r, TN_WARNING, key->line, key->column, TN_W_UNKNOWN_KEY, shown);
}

static void read_item(struct plan *plan, const struct tn_record *record, size_t key)
{
    const struct tn_value *cell = &record->value[TN_PLAN_VALUE];
    const struct tn_csv_cell text = {cell->text, cell->len, cell->line};
    const struct tn_csv_row row = {.line = record->line, .clean = true, .nul = -1};
    const struct tn_cell_rules rules = {plan->reading, record->scratch, ';'};
    struct tn_value *value = &plan->value[key];

    value->line = cell->line;
    value->column = cell->column;
    tn_cell_read(&rules, &tn_plan_key[key], &row, &text, value);
    value->text = tn_value_kept(plan->reading, value);
}

static bool take_item(void *context, const struct tn_record *record)
{
    struct plan *plan = context;
    const struct tn_value *key = &record->value[TN_PLAN_KEY];

    if (key->wrong || record->value[TN_PLAN_VALUE].wrong)
        return true;
    size_t found = tn_headings_find(record->scratch, plan->headings, plan->heading,
                                    key->len, key->text);
    if (found == TN_NONE) {
        tell_unknown_key(plan, key, record->scratch);
    } else if (plan->line[found]) {
        TN_FIND(plan->reading, TN_ERROR, key->line, key->column, TN_W_KEY_TWICE,
                tn_plan_key[found].name, plan->line[found]);
    } else {
        plan->line[found] = record->line;
        read_item(plan, record, found);
    }
    return true;
}

static long count_of(const struct plan *plan, enum tn_plan_key key)
{
    return plan->line[key] && !plan->value[key].wrong ? plan->value[key].count
                                                      : TN_UNKNOWN;
}

static const char *text_of(const struct plan *plan, enum tn_plan_key key)
{
    return plan->line[key] ? plan->value[key].text : "";
}

static void fill_plan(const struct plan *plan, struct tn_commune *commune)
{
    commune->name = text_of(plan, TN_P_COMMUNE);
    commune->district = text_of(plan, TN_P_DISTRICT);
    commune->province = text_of(plan, TN_P_PROVINCE);
    commune->plan_year = (int)count_of(plan, TN_P_PLAN_YEAR);
    commune->base_year = (int)count_of(plan, TN_P_BASE_YEAR);
    commune->plan_households[TN_POOR] = count_of(plan, TN_P_POOR);
    commune->plan_households[TN_NEAR_POOR] = count_of(plan, TN_P_NEAR_POOR);
    commune->plan_quota[TN_POOR] = count_of(plan, TN_P_POOR_QUOTA);
    commune->plan_quota[TN_NEAR_POOR] = count_of(plan, TN_P_NEAR_POOR_QUOTA);
    commune->households_total = count_of(plan, TN_P_HOUSEHOLDS_TOTAL);
}

void tn_plan_unsaid(struct tn_commune *commune)
{
    static const struct plan nothing;

    fill_plan(&nothing, commune);
}

static void check_plan(struct plan *plan, const struct tn_commune *commune)
{
    struct tn_reading *r = plan->reading;

    for (size_t i = 0; i < TN_P_KEYS; i++)
        if (tn_plan_key[i].needed && !plan->line[i])
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_MISSING_KEY, tn_plan_key[i].name,
                    tn_plan_key[i].heading.text[TN_VI]);
    if (commune->plan_year > 0 && commune->base_year > 0 &&
        commune->plan_year <= commune->base_year)
        TN_FIND(r, TN_ERROR, plan->line[TN_P_PLAN_YEAR],
                plan->value[TN_P_PLAN_YEAR].column, TN_W_YEARS_ORDER, commune->plan_year,
                commune->base_year);
    for (int s = 0; s < TN_STATUSES; s++) {
        enum tn_plan_key key = s == TN_POOR ? TN_P_POOR_QUOTA : TN_P_NEAR_POOR_QUOTA;
        long base = commune->plan_households[s], quota = commune->plan_quota[s];
        if (base != TN_UNKNOWN && quota > base)
            TN_FIND(r, TN_ERROR, plan->line[key], plan->value[key].column,
                    TN_W_PLAN_QUOTA_ABOVE, tn_plan_key[key].name, quota, base);
    }
}

bool tn_plan_read(struct tn_reading *reading, struct tn_commune *commune,
                  long line[TN_P_KEYS], struct tn_input *input)
{
    struct plan *plan = tn_new(reading->arena, struct plan, 1);
    const struct tn_table_reader reader = {take_item, plan};

    plan->reading = reading;
    plan->headings = tn_headings_of(reading->arena, TN_P_KEYS, tn_plan_key,
                                    &plan->heading);
    (void)tn_table_read(reading, &tn_file_schema[TN_F_PLAN], &reader, input);
    memcpy(line, plan->line, sizeof plan->line);
    fill_plan(plan, commune);
    if (input->rows)
        check_plan(plan, commune);
    return !reading->errors;
}

struct villages {
    struct tn_reading *reading;
    struct tn_commune *commune;
    struct tn_places *places;
};

static const size_t base_column[TN_STATUSES] = {TN_V_POOR, TN_V_NEAR_POOR};
static const size_t quota_column[TN_STATUSES] = {TN_V_POOR_QUOTA, TN_V_NEAR_POOR_QUOTA};

static const char *column_name(size_t column)
{
    return tn_file_schema[TN_F_VILLAGES].column[column].name;
}

/* Within the row: no more to leave than there are, no more poor than there are at all. */
static void check_village(struct villages *all, const struct tn_record *record)
{
    struct tn_reading *r = all->reading;
    const struct tn_value *v = record->value, *name = &v[TN_V_VILLAGE];
    const struct tn_value *total = &v[TN_V_HOUSEHOLDS];
    long poor = 0;

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_value *base = &v[base_column[s]], *quota = &v[quota_column[s]];
        if (base->wrong || quota->wrong || !base->column || !quota->column)
            return;
        poor += base->count;
        if (quota->count > base->count)
            TN_FIND(r, TN_ERROR, quota->line, quota->column, TN_W_QUOTA_ABOVE,
                    column_name(quota_column[s]), quota->count, base->count,
                    tn_shown(r, name->len, name->text));
    }
    if (!total->wrong && total->count != TN_UNKNOWN && total->count < poor)
        TN_FIND(r, TN_ERROR, total->line, total->column, TN_W_VILLAGE_TOTAL_BELOW,
                total->count, poor, tn_shown(r, name->len, name->text));
}

/* False where a village of that name is there already. */
static bool add_place(struct villages *all, const struct tn_record *record)
{
    struct tn_reading *r = all->reading;
    const struct tn_value *name = &record->value[TN_V_VILLAGE];
    size_t before = all->places->n;

    if (name->wrong || !name->len)
        return false;
    size_t index = tn_places_add(all->places, name->len, name->text);
    if (index == before)
        return true;
    TN_FIND(r, TN_ERROR, name->line, name->column, TN_W_VILLAGE_TWICE,
            tn_shown(r, name->len, name->text), all->commune->village[index].line,
            tn_shown(r, strlen(all->places->name[index]), all->places->name[index]));
    return false;
}

static bool take_village(void *context, const struct tn_record *record)
{
    struct villages *all = context;
    struct tn_commune *c = all->commune;
    const struct tn_value *v = record->value;

    check_village(all, record);
    if (!add_place(all, record))
        return true;
    tn_grow(all->reading->arena, struct tn_village, c->village, c->villages);
    struct tn_village *village = &c->village[c->villages++];
    *village = (struct tn_village){
        .name = tn_value_kept(all->reading, &record->value[TN_V_VILLAGE]),
        .line = record->line,
        .all_households = v[TN_V_HOUSEHOLDS].count,
        .officer = tn_value_kept(all->reading, &record->value[TN_V_OFFICER]),
        .village_head = tn_value_kept(all->reading, &record->value[TN_V_VILLAGE_HEAD]),
        .social_protection = v[TN_V_SOCIAL_PROTECTION].count,
        .with_member_15_plus = v[TN_V_WITH_MEMBER_15_PLUS].count,
        .with_able_worker = v[TN_V_WITH_ABLE_WORKER].count};
    for (int s = 0; s < TN_STATUSES; s++) {
        village->households[s] = v[base_column[s]].count;
        village->quota[s] = v[quota_column[s]].count;
    }
    return true;
}

/* A row that is the sum of all others, or is named like one, is likely to be one. */
static void check_total(const struct villages *all, const struct tn_village *village,
                        const long sum[2 * TN_STATUSES])
{
    struct tn_reading *r = all->reading;
    const char *shown = tn_shown(r, strlen(village->name), village->name);
    bool equal = sum[0] + sum[1] > 0 && all->commune->villages > 2;
    struct tn_mark mark = tn_arena_mark(r->arena);
    const char *key = tn_fold_plain(
        r->arena, tn_fold_key(r->arena, strlen(village->name), village->name));
    bool named = strcmp(key, "tong") == 0 || strcmp(key, "tong cong") == 0 ||
                 strcmp(key, "tong so") == 0 || strcmp(key, "cong") == 0 ||
                 strcmp(key, "toan xa") == 0 || strcmp(key, "total") == 0;

    tn_arena_rewind(r->arena, mark);
    for (int s = 0; s < TN_STATUSES; s++)
        equal = equal && 2 * village->households[s] == sum[s] &&
                2 * village->quota[s] == sum[TN_STATUSES + s];
    if (equal)
        TN_FIND(r, TN_WARNING, village->line, 1, TN_W_TOTAL_ROW, shown);
    else if (named)
        TN_FIND(r, TN_WARNING, village->line, 1, TN_W_TOTAL_NAME, shown);
}

static void check_totals(const struct villages *all)
{
    const struct tn_commune *c = all->commune;
    long sum[2 * TN_STATUSES] = {0};

    for (size_t i = 0; i < c->villages; i++)
        for (int s = 0; s < TN_STATUSES; s++) {
            sum[s] += c->village[i].households[s];
            sum[TN_STATUSES + s] += c->village[i].quota[s];
        }
    for (size_t i = 0; i < c->villages; i++)
        check_total(all, &c->village[i], sum);
}

bool tn_villages_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input)
{
    struct villages all = {reading, commune, places};
    const struct tn_table_reader reader = {take_village, &all};

    bool read = tn_table_read(reading, &tn_file_schema[TN_F_VILLAGES], &reader, input);
    check_totals(&all);
    places->incomplete = reading->errors &&
                         (!places->n || reading->hopeless || reading->broken ||
                          reading->errors >= TN_MOST_ERRORS);
    return read;
}
