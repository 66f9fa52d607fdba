/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/household.h"

#include "tn/base/fold.h"
#include "tn/base/hash.h"
#include "tn/data/repeats.h"
#include "tn/data/table.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

struct households {
    struct tn_reading *reading;
    struct tn_places *places;
    struct tn_repeats repeats;
    tn_household_fn *fn;
    void *context;
};

static const struct tn_field *column_of(size_t i)
{
    return &tn_file_schema[TN_F_HOUSEHOLDS].column[i];
}

/* A hash of the code, alike for codes that are alike but for case and blanks. */
static uint64_t code_hash(const struct tn_value *code, struct tn_arena *scratch)
{
    char folded[TN_NAME_LIMIT];

    if (!code->ascii || memchr(code->text, ' ', code->len) ||
        memchr(code->text, '_', code->len)) {
        const char *key = tn_fold_key(scratch, code->len, code->text);
        return tn_repeats_hash(strlen(key), key);
    }
    for (size_t i = 0; i < code->len; i++) {
        char c = code->text[i];
        folded[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return tn_repeats_hash(code->len, folded);
}

static void tell_repeat(struct households *all, const struct tn_record *record,
                        const struct tn_repeat *before, bool harmless)
{
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];
    const char *shown = tn_shown(all->reading, code->len, code->text);

    if (harmless)
        TN_FIND(all->reading, TN_WARNING, record->line, code->column,
                TN_W_HOUSEHOLD_AGAIN, shown, (long)before->line);
    else
        TN_FIND(all->reading, TN_ERROR, record->line, code->column, TN_W_HOUSEHOLD_TWICE,
                shown, (long)before->line);
}

/* False where the row repeats an earlier one, which is then the one that counts. */
static bool is_new(struct households *all, const struct tn_record *record)
{
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];
    struct tn_repeat row = {
        code_hash(code, record->scratch), (uint32_t)record->line,
        (uint32_t)tn_hash_fast(record->row->len, record->row->bytes, 0)};
    struct tn_repeat before;

    if (!tn_repeats_add(&all->repeats, &row, &before))
        return true;
    tell_repeat(all, record, &before, before.row == row.row);
    return false;
}

static void fill(const struct tn_record *record, struct tn_household *h)
{
    const struct tn_value *v = record->value;

    h->code = v[TN_H_HOUSEHOLD].text;
    h->line = record->line;
    h->status = (enum tn_status)v[TN_H_STATUS].count;
    h->planned = v[TN_H_PLANNED].count != 0;   // absent: all listed are planned
    h->head = v[TN_H_HEAD].text;
    h->note = v[TN_H_NOTE].text;
    h->members = v[TN_H_MEMBERS].count;
    h->workers = v[TN_H_WORKERS].count;
    h->causes = tn_cell_list(record->scratch, column_of(TN_H_CAUSE), &v[TN_H_CAUSE],
                             &h->cause);
    h->measures = tn_cell_list(record->scratch, column_of(TN_H_MEASURES),
                               &v[TN_H_MEASURES], &h->measure);
    for (size_t i = 0; i < TN_INDICATORS; i++)
        h->deprived[i] = (signed char)v[TN_H_FLAG + i].count;
    h->weight = isnan(v[TN_H_WEIGHT].number.value) ? 1 : v[TN_H_WEIGHT].number.value;
    h->stratum = v[TN_H_STRATUM].text;
    h->psu = v[TN_H_PSU].text;
}

static void take(void *context, const struct tn_record *record)
{
    struct households *all = context;
    struct tn_household household = {0};

    household.village = tn_places_find(all->places, all->reading, column_of(TN_H_VILLAGE),
                                       &record->value[TN_H_VILLAGE]);
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];
    if (code->wrong || tn_value_empty(code) || !is_new(all, record))
        return;
    if (record->errors || household.village == TN_NONE)
        return;
    fill(record, &household);
    all->fn(all->context, &household);
}

/* A later pass: only codes count, and what the first pass has said is not said again. A
 * row that the first pass has given away cannot be left out any more, hence an error. */
static void look_again(void *context, const struct tn_record *record)
{
    struct households *all = context;
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];

    if (code->wrong || tn_value_empty(code))
        return;
    struct tn_repeat row = {code_hash(code, record->scratch), (uint32_t)record->line, 0};
    struct tn_repeat before;
    if (tn_repeats_add(&all->repeats, &row, &before))
        tell_repeat(all, record, &before, false);
}

static void look_through_parts(struct households *all)
{
    struct tn_findings unheard = {0};
    struct tn_arena arena = {0};
    struct tn_reading again = *all->reading;
    const struct tn_table_reader reader = {look_again, all};
    unsigned parts = all->repeats.parts;

    again.arena = &arena;
    again.findings = &unheard;
    for (unsigned part = 1; part < parts; part++) {
        struct tn_input input = {0};
        tn_repeats_end(&all->repeats);
        tn_repeats_begin(&all->repeats, part, parts);
        again.errors = 0;
        (void)tn_table_read(&again, &tn_file_schema[TN_F_HOUSEHOLDS], &reader, &input);
        tn_arena_free(&arena);
    }
}

bool tn_household_each(struct tn_reading *reading, struct tn_places *places,
                       tn_household_fn *fn, void *context, struct tn_input *input)
{
    struct households all = {
        .reading = reading, .places = places, .fn = fn, .context = context};
    const struct tn_table_reader reader = {take, &all};

    tn_repeats_begin(&all.repeats, 0, 1);
    bool read = tn_table_read(reading, &tn_file_schema[TN_F_HOUSEHOLDS], &reader, input);
    if (read)
        look_through_parts(&all);
    tn_repeats_end(&all.repeats);
    return read && !reading->errors;
}
