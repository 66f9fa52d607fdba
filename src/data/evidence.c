/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/evidence.h"

#include "tn/base/fold.h"
#include "tn/data/grow.h"
#include "tn/data/table.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

struct evidence {
    struct tn_reading *reading;
    struct tn_commune *commune;
    struct tn_places *places;
    struct tn_intern rows;   // what makes a row one of its kind
    long *line;              // of each of them
    long exits;              // the column of the reports' numbers
    bool of_villages;        // claims
    size_t parameters;
    struct tn_parameter *parameter;
};

static const struct tn_field *column_of(enum tn_file_id file, size_t column)
{
    return &tn_file_schema[file].column[column];
}

/* False, and an error at the value that names it, where a row with the same key was there
 * before. */
static bool is_new(struct evidence *e, const struct tn_record *record,
                   const struct tn_value *name, const char *key)
{
    struct tn_reading *r = e->reading;

    if (!e->rows.arena)
        e->rows = tn_intern_in(r->arena);
    size_t known = e->rows.n, number = tn_intern(&e->rows, key, strlen(key));
    if (number < known) {
        TN_FIND(r, TN_ERROR, record->line, name->column, TN_W_ROW_TWICE, e->line[number],
                tn_shown(r, name->len, name->text));
        return false;
    }
    tn_grow(r->arena, long, e->line, known);
    e->line[number] = record->line;
    return true;
}

static bool read_by(struct evidence *e, enum tn_file_id file, tn_record_fn *take,
                    struct tn_input *input)
{
    const struct tn_table_reader reader = {take, e};

    return tn_table_read(e->reading, &tn_file_schema[file], &reader, input);
}

/* Percent and count say the same, rounded or cut off to the digits given. */
static void compare_percent(struct evidence *e, const struct tn_value *percent,
                            long count, long base)
{
    enum { MOST_DECIMALS = 12 };
    const double slack = 1e-9;   // of a digit: what binary numbers cannot hold
    int decimals = percent->number.decimals;

    if (tn_value_empty(percent) || count == TN_UNKNOWN || base < 1 || count > base)
        return;
    decimals = decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS;
    double share = 100 * (double)count / (double)base;
    struct tn_arena *arena = e->reading->arena;
    double digits = (share - percent->number.value) * pow(10, decimals);
    if (digits < -0.5 - slack || digits >= 1 + slack)
        TN_FIND(e->reading, TN_WARNING, percent->line, percent->column,
                TN_W_PERCENT_OF_COUNT, tn_shown(e->reading, percent->len, percent->text),
                count, base, tn_say_share(arena, TN_VI, share / 100, decimals + 1),
                tn_say_share(arena, TN_EN, share / 100, decimals + 1));
}

static bool take_indicator(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;
    const struct tn_value *percent = &v[TN_I_PERCENT], *count = &v[TN_I_COUNT];

    if (record->errors)
        return true;
    if (tn_value_empty(percent) && tn_value_empty(count))
        TN_FIND(e->reading, TN_ERROR, record->line, percent->column,
                TN_W_PERCENT_OR_COUNT);
    if (v[TN_I_BASE].count != TN_UNKNOWN && count->count > v[TN_I_BASE].count)
        TN_FIND(e->reading, TN_ERROR, record->line, count->column, TN_W_COUNT_ABOVE_BASE,
                count->count, v[TN_I_BASE].count);
    compare_percent(e, percent, count->count, v[TN_I_BASE].count);
    if (!is_new(e, record, &v[TN_I_INDICATOR],
                tn_say(record->scratch, TN_EN, "%ld %ld %ld", "%ld %ld %ld",
                       v[TN_I_YEAR].count, v[TN_I_STATUS].count,
                       v[TN_I_INDICATOR].count)))
        return true;
    tn_grow(e->reading->arena, struct tn_indicator, c->indicator, c->indicators);
    c->indicator[c->indicators++] = (struct tn_indicator){
        .line = record->line,
        .year = (int)v[TN_I_YEAR].count,
        .status = (enum tn_status)v[TN_I_STATUS].count,
        .indicator = (size_t)v[TN_I_INDICATOR].count,
        .percent = percent->number,
        .count = count->count,
        .base = v[TN_I_BASE].count,
        .standard = tn_value_kept(e->reading, &v[TN_I_STANDARD])};
    return true;
}

bool tn_indicators_read(struct tn_reading *reading, struct tn_commune *commune,
                        struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune};

    (void)read_by(&e, TN_F_INDICATORS, take_indicator, input);
    return !reading->errors;
}

static bool take_goal(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;
    bool of_one = v[TN_G_STATUS].count < TN_STATUSES;

    if (record->errors)
        return true;
    tn_grow(e->reading->arena, struct tn_goal, c->goal, c->goals);
    c->goal[c->goals++] = (struct tn_goal){
        .line = record->line,
        .section = tn_value_kept(e->reading, &v[TN_G_SECTION]),
        .status = of_one ? (int)v[TN_G_STATUS].count : TN_UNKNOWN,
        .indicator = tn_value_empty(&v[TN_G_INDICATOR]) ? TN_NONE
                                                        : (size_t)v[TN_G_INDICATOR].count,
        .goal_percent = v[TN_G_GOAL_PERCENT].number.value,
        .meaning = tn_value_kept(e->reading, &v[TN_G_MEANING]),
        .note = tn_value_kept(e->reading, &v[TN_G_NOTE])};
    return true;
}

bool tn_goals_read(struct tn_reading *reading, struct tn_commune *commune,
                   struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune};

    return read_by(&e, TN_F_GOALS, take_goal, input);
}

/* What the audit does not know it does not look at; the slip of a pen must not hide
 * there.
 */
static enum tn_quantity quantity_of(struct evidence *e, const struct tn_value *quantity)
{
    size_t found = tn_vocab_find(TN_QUANTITIES, tn_quantity_vocab, quantity->text);

    if (found == TN_QUANTITIES)
        TN_FIND(e->reading, TN_WARNING, quantity->line, quantity->column,
                TN_W_UNKNOWN_QUANTITY,
                tn_shown(e->reading, quantity->len, quantity->text),
                tn_vocab_list(e->reading->arena, TN_QUANTITIES, tn_quantity_vocab));
    return (enum tn_quantity)found;
}

static bool take_claim(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;

    if (record->errors)
        return true;
    tn_grow(e->reading->arena, struct tn_claim, c->claim, c->claims);
    c->claim[c->claims++] = (struct tn_claim){
        .line = record->line,
        .section = tn_value_kept(e->reading, &v[TN_C_SECTION]),
        .quantity = quantity_of(e, &v[TN_C_QUANTITY]),
        .quantity_text = tn_value_kept(e->reading, &v[TN_C_QUANTITY]),
        .status = (int)v[TN_C_STATUS].count,
        .village = TN_NONE,
        .year = (int)v[TN_C_YEAR].count,
        .value = v[TN_C_VALUE].number,
        .unit = tn_value_kept(e->reading, &v[TN_C_UNIT]),
        .note = tn_value_kept(e->reading, &v[TN_C_NOTE])};
    return true;
}

bool tn_claims_read(struct tn_reading *reading, struct tn_commune *commune,
                    struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune};

    return read_by(&e, TN_F_CLAIMS, take_claim, input);
}

static bool take_village_claim(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;
    size_t village = tn_places_find(e->places, e->reading,
                                    column_of(TN_F_VILLAGE_CLAIMS, TN_VC_VILLAGE),
                                    &v[TN_VC_VILLAGE]);

    if (record->errors || village == TN_NONE)
        return true;
    tn_grow(e->reading->arena, struct tn_claim, c->village_claim, c->village_claims);
    c->village_claim[c->village_claims++] = (struct tn_claim){
        .line = record->line,
        .section = tn_value_kept(e->reading, &v[TN_VC_SECTION]),
        .quantity = quantity_of(e, &v[TN_VC_QUANTITY]),
        .quantity_text = tn_value_kept(e->reading, &v[TN_VC_QUANTITY]),
        .status = (int)v[TN_VC_STATUS].count,
        .village = village,
        .year = TN_UNKNOWN,
        .value = v[TN_VC_VALUE].number,
        .unit = "",
        .note = tn_value_kept(e->reading, &v[TN_VC_NOTE])};
    return true;
}

bool tn_village_claims_read(struct tn_reading *reading, struct tn_commune *commune,
                            struct tn_places *places, struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune, .places = places};

    (void)read_by(&e, TN_F_VILLAGE_CLAIMS, take_village_claim, input);
    return !reading->errors;
}

static void check_to_poor(struct evidence *e, const struct tn_value v[])
{
    const struct tn_value *to_poor = &v[TN_Y_TO_POOR];
    long stay = v[TN_Y_AT_RISK].count - v[TN_Y_EXITS].count;

    if (to_poor->count > 0 && v[TN_Y_STATUS].count == TN_POOR)
        TN_FIND(e->reading, TN_ERROR, to_poor->line, to_poor->column,
                TN_W_TO_POOR_OF_POOR);
    else if (to_poor->count > stay && stay >= 0)
        TN_FIND(e->reading, TN_ERROR, to_poor->line, to_poor->column, TN_W_TO_POOR_ABOVE,
                to_poor->count, stay);
}

static void check_one_household(struct evidence *e, const struct tn_value v[])
{
    const struct tn_value *at_risk = &v[TN_Y_AT_RISK], *workers = &v[TN_Y_WORKERS];

    if (tn_value_empty(&v[TN_Y_HOUSEHOLD]))
        return;
    if (at_risk->count != 1)
        TN_FIND(e->reading, TN_ERROR, at_risk->line, at_risk->column, TN_W_ONE_HOUSEHOLD,
                at_risk->count);
    if (v[TN_Y_MEMBERS].count != TN_UNKNOWN && workers->count > v[TN_Y_MEMBERS].count)
        TN_FIND(e->reading, TN_ERROR, workers->line, workers->column,
                TN_W_HISTORY_WORKERS, workers->count, v[TN_Y_MEMBERS].count);
}

static void check_history(struct evidence *e, const struct tn_value v[])
{
    const struct tn_value *exits = &v[TN_Y_EXITS], *to_near = &v[TN_Y_TO_NEAR_POOR];

    if (exits->count > v[TN_Y_AT_RISK].count)
        TN_FIND(e->reading, TN_ERROR, exits->line, exits->column, TN_W_EXITS_ABOVE,
                exits->count, v[TN_Y_AT_RISK].count);
    if (to_near->count > exits->count)
        TN_FIND(e->reading, TN_ERROR, to_near->line, to_near->column, TN_W_TO_NEAR_ABOVE,
                to_near->count, exits->count);
    if (to_near->count > 0 && v[TN_Y_STATUS].count == TN_NEAR_POOR)
        TN_FIND(e->reading, TN_ERROR, to_near->line, to_near->column,
                TN_W_TO_NEAR_OF_NEAR);
    check_to_poor(e, v);
    check_one_household(e, v);
}

/* What makes a row of a history one of its kind: area, year, status, planned or not, and
 * which household. */
static const char *history_key(const struct tn_record *record)
{
    const struct tn_value *v = record->value;
    struct tn_arena *arena = record->scratch;

    return tn_say(arena, TN_EN, "%s|%s|%s|%ld %ld %ld|%.*s", "%s|%s|%s|%ld %ld %ld|%.*s",
                  tn_fold_key(arena, v[TN_Y_DISTRICT].len, v[TN_Y_DISTRICT].text),
                  tn_fold_key(arena, v[TN_Y_COMMUNE].len, v[TN_Y_COMMUNE].text),
                  tn_fold_key(arena, v[TN_Y_VILLAGE].len, v[TN_Y_VILLAGE].text),
                  v[TN_Y_YEAR].count, v[TN_Y_STATUS].count, v[TN_Y_PLANNED].count,
                  (int)v[TN_Y_HOUSEHOLD].len, v[TN_Y_HOUSEHOLD].text);
}

static bool take_history(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;

    if (record->errors)
        return true;
    check_history(e, v);
    if (!is_new(e, record, &v[TN_Y_VILLAGE], history_key(record)))
        return true;
    const char **cause = NULL;
    size_t causes = tn_cell_list(e->reading->arena, column_of(TN_F_HISTORY, TN_Y_CAUSE),
                                 &v[TN_Y_CAUSE], &cause);
    tn_grow(e->reading->arena, struct tn_history, c->history, c->histories);
    c->history[c->histories++] = (struct tn_history){
        .line = record->line,
        .year = (int)v[TN_Y_YEAR].count,
        .village = tn_value_kept(e->reading, &v[TN_Y_VILLAGE]),
        .commune = tn_value_kept(e->reading, &v[TN_Y_COMMUNE]),
        .district = tn_value_kept(e->reading, &v[TN_Y_DISTRICT]),
        .status = (enum tn_status)v[TN_Y_STATUS].count,
        .planned = v[TN_Y_PLANNED].count == 1,
        .at_risk = v[TN_Y_AT_RISK].count,
        .exits = v[TN_Y_EXITS].count,
        .to_near_poor = v[TN_Y_TO_NEAR_POOR].count,
        .entries = v[TN_Y_ENTRIES].count,
        .to_poor = v[TN_Y_TO_POOR].count,
        .household = tn_value_kept(e->reading, &v[TN_Y_HOUSEHOLD]),
        .members = v[TN_Y_MEMBERS].count,
        .workers = v[TN_Y_WORKERS].count,
        .causes = causes,
        .cause = cause};
    return true;
}

bool tn_history_read(struct tn_reading *reading, struct tn_commune *commune,
                     struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune};

    (void)read_by(&e, TN_F_HISTORY, take_history, input);
    return !reading->errors;
}

static void check_report(struct evidence *e, const struct tn_record *record,
                         size_t village)
{
    const struct tn_value *date = &record->value[TN_R_DATE];
    const struct tn_value *exits = &record->value[TN_R_EXITS];
    const struct tn_commune *c = e->commune;
    long base = c->village[village].households[record->value[TN_R_STATUS].count];

    if (c->plan_year > 0 && date->date.year != c->plan_year)
        TN_FIND(e->reading, TN_ERROR, date->line, date->column, TN_W_PROGRESS_YEAR,
                date->text, c->plan_year);
    if (exits->count > base)
        TN_FIND(e->reading, TN_ERROR, exits->line, exits->column, TN_W_PROGRESS_ABOVE,
                exits->count, base,
                tn_shown(e->reading, strlen(c->village[village].name),
                         c->village[village].name));
}

static bool take_progress(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value;
    size_t village = tn_places_find(
        e->places, e->reading, column_of(TN_F_PROGRESS, TN_R_VILLAGE), &v[TN_R_VILLAGE]);

    if (record->errors || village == TN_NONE)
        return true;
    check_report(e, record, village);
    const struct tn_value *date = &v[TN_R_DATE];
    e->exits = v[TN_R_EXITS].column;
    if (!is_new(e, record, &v[TN_R_VILLAGE],
                tn_say(record->scratch, TN_EN, "%d %d %d %zu %ld", "%d %d %d %zu %ld",
                       date->date.year, date->date.month, date->date.day, village,
                       v[TN_R_STATUS].count)))
        return true;
    tn_grow(e->reading->arena, struct tn_progress, c->progress, c->progresses);
    c->progress[c->progresses++] = (struct tn_progress){
        .line = record->line,
        .year = date->date.year,
        .month = date->date.month,
        .day = date->date.day,
        .village = village,
        .status = (enum tn_status)v[TN_R_STATUS].count,
        .exits = v[TN_R_EXITS].count};
    return true;
}

static long day_number(const struct tn_progress *p)
{
    return 10000L * p->year + 100L * p->month + p->day;
}

/* Reports are cumulative: a later one cannot say less. */
static void check_order(const struct evidence *e)
{
    const struct tn_commune *c = e->commune;

    for (size_t i = 0; i < c->progresses; i++) {
        const struct tn_progress *later = &c->progress[i], *most = NULL;
        for (size_t j = 0; j < c->progresses; j++) {
            const struct tn_progress *p = &c->progress[j];
            if (p->village == later->village && p->status == later->status &&
                day_number(p) < day_number(later) && p->exits > later->exits &&
                (!most || p->exits > most->exits))
                most = p;
        }
        if (most)
            TN_FIND(e->reading, TN_ERROR, later->line, e->exits, TN_W_PROGRESS_DOWN,
                    later->exits, most->exits, most->year, most->month, most->day,
                    most->line);
    }
}

bool tn_progress_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune, .places = places};

    (void)read_by(&e, TN_F_PROGRESS, take_progress, input);
    check_order(&e);
    return !reading->errors;
}

static bool take_parameter(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    const struct tn_value *v = record->value, *status = &v[TN_M_STATUS];

    if (record->errors ||
        !is_new(e, record, &v[TN_M_PARAMETER],
                tn_say(record->scratch, TN_EN, "%ld|%.*s", "%ld|%.*s", status->count,
                       (int)v[TN_M_PARAMETER].len, v[TN_M_PARAMETER].text)))
        return true;
    tn_grow(e->reading->arena, struct tn_parameter, e->parameter, e->parameters);
    e->parameter[e->parameters++] = (struct tn_parameter){
        .line = record->line,
        .column = {v[TN_M_PARAMETER].column, status->column, v[TN_M_Q05].column,
                   v[TN_M_Q50].column, v[TN_M_Q95].column, v[TN_M_MEAN].column,
                   v[TN_M_SD].column},
        .name = tn_value_kept(e->reading, &v[TN_M_PARAMETER]),
        .status = (int)status->count,
        .q05 = v[TN_M_Q05].number.value,
        .q50 = v[TN_M_Q50].number.value,
        .q95 = v[TN_M_Q95].number.value,
        .mean = v[TN_M_MEAN].number.value,
        .sd = v[TN_M_SD].number.value,
        .source = tn_value_kept(e->reading, &v[TN_M_SOURCE])};
    return true;
}

bool tn_parameters_read(struct tn_reading *reading, size_t *parameters,
                        struct tn_parameter **parameter, struct tn_input *input)
{
    struct evidence e = {.reading = reading};
    bool read = read_by(&e, TN_F_MODEL, take_parameter, input);

    *parameters = e.parameters;
    *parameter = e.parameter;
    return read;
}

/* The kind of a selector, and its key: from two cells, or from one, "village=name". */
static bool split_selector(const struct tn_record *record, enum tn_selector *select,
                           struct tn_value *key)
{
    static const char *const kind[] = {[TN_BY_HOUSEHOLD] = "household",
                                       [TN_BY_VILLAGE] = "village",
                                       [TN_BY_CAUSE] = "cause",
                                       [TN_BY_STATUS] = "status"};
    const struct tn_value *cell = &record->value[TN_S_SELECT];
    const char *equals = memchr(cell->text, '=', cell->len);
    size_t len = equals ? (size_t)(equals - cell->text) : cell->len;

    *key = record->value[TN_S_KEY];
    if (equals) {
        *key = *cell;
        key->text = equals + 1;
        key->len -= (uint32_t)len + 1;
    }
    for (size_t i = 0; i < sizeof kind / sizeof *kind; i++)
        if (strlen(kind[i]) == len && memcmp(kind[i], cell->text, len) == 0) {
            *select = (enum tn_selector)i;
            return key->len > 0;
        }
    return false;
}

/* A row that asks for a status beside what it picks, which has another. */
static bool contradicts(const struct tn_commune *c, const struct tn_change *change)
{
    size_t picked = TN_STATUSES;

    if (change->select == TN_BY_STATUS)
        picked = tn_vocab_find(TN_STATUSES, tn_status_vocab, change->key);
    for (size_t i = 0; change->select == TN_BY_HOUSEHOLD && i < c->households_listed; i++)
        if (strcmp(c->household[i].code, change->key) == 0)
            picked = c->household[i].status;
    return change->status != TN_UNKNOWN && picked != TN_STATUSES &&
           picked != (size_t)change->status;
}

static bool is_listed(const struct tn_commune *c, const struct tn_change *change)
{
    for (size_t i = 0; i < c->households_listed; i++) {
        const struct tn_household *h = &c->household[i];
        if (change->select == TN_BY_HOUSEHOLD && strcmp(h->code, change->key) == 0)
            return true;
        for (size_t k = 0; change->select == TN_BY_CAUSE && k < h->causes; k++)
            if (strcmp(h->cause[k], change->key) == 0)
                return true;
    }
    return false;
}

/* What a change picks must be there: a name that nobody has is a slip of the pen. */
static void find_picked(struct evidence *e, const struct tn_value *key,
                        struct tn_change *change)
{
    struct tn_reading *r = e->reading;
    const char *shown = tn_shown(r, key->len, key->text);

    change->key = tn_value_kept(e->reading, key);
    if (change->select == TN_BY_VILLAGE) {
        size_t v = tn_places_find(e->places, r, column_of(TN_F_SCENARIO, TN_S_KEY), key);
        if (v != TN_NONE)
            change->key = e->places->name[v];
    } else if (change->select == TN_BY_STATUS) {
        if (tn_vocab_find(TN_STATUSES, tn_status_vocab, change->key) == TN_STATUSES)
            TN_FIND(r, TN_ERROR, key->line, key->column, TN_W_PICKS_STATUS, shown);
    } else if (!(r->options && r->options->household) && !is_listed(e->commune, change)) {
        if (change->select == TN_BY_HOUSEHOLD)
            TN_FIND(r, TN_ERROR, key->line, key->column, TN_W_PICKS_HOUSEHOLD, shown);
        else
            TN_FIND(r, TN_WARNING, key->line, key->column, TN_W_PICKS_CAUSE, shown);
    }
}

static void check_change(struct evidence *e, const struct tn_value *value,
                         const struct tn_change *change)
{
    const char *shown = tn_shown(e->reading, value->len, value->text);

    if (change->set && !(change->value >= 0 && change->value <= 1))
        TN_FIND(e->reading, TN_ERROR, value->line, value->column, TN_W_SET_SHARE, shown);
    if (!change->set && !(fabs(change->value) <= TN_SHIFT_MOST))
        TN_FIND(e->reading, TN_ERROR, value->line, value->column, TN_W_SHIFT_RANGE, shown,
                TN_SHIFT_MOST, TN_SHIFT_MOST);
}

static bool take_change(void *context, const struct tn_record *record)
{
    struct evidence *e = context;
    struct tn_commune *c = e->commune;
    const struct tn_value *v = record->value, *select = &v[TN_S_SELECT];
    struct tn_value key;
    struct tn_change change = {.line = record->line,
                               .status = (int)v[TN_S_STATUS].count,
                               .set = v[TN_S_CHANGE].count == 0,
                               .value = v[TN_S_VALUE].number.value};

    if (record->errors)
        return true;
    if (split_selector(record, &change.select, &key))
        find_picked(e, &key, &change);
    else
        TN_FIND(e->reading, TN_ERROR, record->line, select->column, TN_W_SELECT_WHAT,
                tn_shown(e->reading, select->len, select->text));
    if (change.key && contradicts(c, &change))
        TN_FIND(e->reading, TN_ERROR, record->line, v[TN_S_STATUS].column,
                TN_W_PICKS_ANOTHER,
                tn_shown(e->reading, v[TN_S_STATUS].len, v[TN_S_STATUS].text),
                tn_shown(e->reading, key.len, key.text));
    check_change(e, &v[TN_S_VALUE], &change);
    if (change.key && is_new(e, record, select,
                             tn_say(record->scratch, TN_EN, "%d|%s|%d|%d|%a",
                                    "%d|%s|%d|%d|%a", (int)change.select, change.key,
                                    change.status, change.set, change.value))) {
        tn_grow(e->reading->arena, struct tn_change, c->change, c->changes);
        c->change[c->changes++] = change;
    }
    return true;
}

bool tn_scenario_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input)
{
    struct evidence e = {.reading = reading, .commune = commune, .places = places};

    (void)read_by(&e, TN_F_SCENARIO, take_change, input);
    return !reading->errors;
}
