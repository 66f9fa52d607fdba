/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/household.h"

#include "tn/base/fold.h"
#include "tn/base/hash.h"
#include "tn/data/repeats.h"
#include "tn/data/table.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

/* A folded code and NULs to the next multiple of eight bytes. */
enum { CODE_ROOM = TN_NAME_LIMIT + 8 };

struct households {
    struct tn_reading *reading;
    struct tn_places *places;
    struct tn_repeats repeats, first;
    tn_household_fn *fn;
    void *context;
    size_t village;   // of the last row
    bool ascending;   // each code so far comes after the one before it
    size_t last_len;
    char last[CODE_ROOM];   // folded code
    uint32_t until;         // a pass to catch up looks at the lines before this
};

static const struct tn_field *column_of(size_t i)
{
    return &tn_file_schema[TN_F_HOUSEHOLDS].column[i];
}

/* The code without case and surplus blanks; gives its length. */
static size_t fold_code(const struct tn_value *code, struct tn_arena *scratch,
                        char folded[CODE_ROOM])
{
    for (size_t i = 0; i < code->len; i++) {
        char c = code->text[i];
        if (c <= ' ' || c == '_') {   // or beyond ASCII: char is signed, or not
            const char *key = tn_fold_key(scratch, code->len, code->text);
            size_t len = strlen(key);
            len = len < TN_NAME_LIMIT ? len : TN_NAME_LIMIT;
            memset((char *)memcpy(folded, key, len) + len, 0, 8);
            return len;
        }
        folded[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    memset(folded + code->len, 0, 8);
    return code->len;
}

/* Of what the cells say: blanks around them, in a row that was read where it stood, are
 * no part of it. */
static uint64_t hash_of(const struct tn_csv_row *row, struct tn_arena *scratch)
{
    size_t len = 0;

    for (size_t i = 0; i < row->cells; i++)
        len += row->cell[i].len + 1;
    if (len == row->len)
        return tn_hash_fast(len, row->bytes, 0);
    char *bytes = tn_new(scratch, char, len), *end = bytes;
    for (size_t i = 0; i < row->cells; i++)
        end = (char *)memcpy(end, row->cell[i].text, row->cell[i].len) +
              row->cell[i].len + 1;
    return tn_hash_fast(len, bytes, 0);
}

static struct tn_repeat repeat_of(const struct tn_record *record, size_t len,
                                  const char *folded)
{
    return (struct tn_repeat){tn_repeats_hash(len, folded), (uint32_t)record->line,
                              (uint32_t)hash_of(record->row, record->scratch)};
}

/* "1.23E+12" was a longer number: those that began alike are alike now. */
static void check_code(struct households *all, const struct tn_value *code)
{
    const char *text = code->text;
    size_t n = 2 + strspn(text + 2, "0123456789");

    if (*text >= '0' && *text <= '9' && (text[n] | 0x20) == 'e' && text[n + 1] == '+' &&
        code->len > n + 2 && strspn(text + n + 2, "0123456789") == code->len - n - 2)
        TN_FIND(all->reading, TN_WARNING, code->line, code->column, TN_W_CODE_SHORTENED,
                tn_shown(all->reading, code->len, text));
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

/* Eight bytes as a number that grows as they do. (So written, compilers see one load.) */
static uint64_t number_of(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;

    return (uint64_t)b[0] << 56 | (uint64_t)b[1] << 48 | (uint64_t)b[2] << 40 |
           (uint64_t)b[3] << 32 | (uint64_t)b[4] << 24 | (uint64_t)b[5] << 16 |
           (uint64_t)b[6] << 8 | (uint64_t)b[7];
}

/* Whether the code follows the last one, which it then becomes. */
static bool comes_after(struct households *all, size_t len, const char *folded)
{
    bool after = len > all->last_len;

    for (size_t i = 0; i < len && len == all->last_len && !after; i += 8) {
        uint64_t now = number_of(folded + i), last = number_of(all->last + i);
        if (now < last)
            return false;
        after = now > last;
    }
    for (size_t i = 0; i < len && after; i += 8)
        memcpy(all->last + i, folded + i, 8);
    all->last_len = after ? len : all->last_len;
    return after;
}

static void catch_up(struct households *all, uint32_t line);

/* False where the row repeats an earlier one, which is then the one that counts. While
 * codes ascend none can be there twice; where they cease to, those before must be known.
 */
static bool is_new(struct households *all, const struct tn_record *record)
{
    char folded[CODE_ROOM];
    size_t len = fold_code(&record->value[TN_H_HOUSEHOLD], record->scratch, folded);

    if (all->ascending && comes_after(all, len, folded))
        return true;
    if (all->ascending)
        catch_up(all, (uint32_t)record->line);
    struct tn_repeat row = repeat_of(record, len, folded), before;
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
    h->cause = h->measure = NULL;
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

static bool has_code(const struct tn_record *record)
{
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];

    return !code->wrong && !tn_value_empty(code);
}

static bool take(void *context, const struct tn_record *record)
{
    struct households *all = context;
    struct tn_household household;   // fill() sets every member

    if (all->village == TN_NONE || !record->value[TN_H_VILLAGE].again)
        all->village = tn_places_find(all->places, all->reading, column_of(TN_H_VILLAGE),
                                      &record->value[TN_H_VILLAGE]);
    household.village = all->village;
    if (!has_code(record) || !is_new(all, record))
        return true;
    const struct tn_value *code = &record->value[TN_H_HOUSEHOLD];
    if (code->len > 4 && (code->text[1] == '.' || code->text[1] == ','))
        check_code(all, code);
    if (record->errors || household.village == TN_NONE)
        return true;
    fill(record, &household);
    all->fn(all->context, &household);
    return true;
}

/* A further pass over the file for its codes alone: what is wrong with it has been said,
 * or will be. */
static void pass_again(struct households *all, tn_record_fn *look)
{
    struct tn_arena arena = {0};
    struct tn_findings unheard = {0};
    struct tn_reading again = *all->reading;
    struct tn_input input = {0};
    const struct tn_table_reader reader = {look, all};

    again.arena = &arena;
    again.findings = &unheard;
    again.errors = 0;
    (void)tn_table_read(&again, &tn_file_schema[TN_F_HOUSEHOLDS], &reader, &input);
    tn_arena_free(&arena);
}

static bool remember(void *context, const struct tn_record *record)
{
    struct households *all = context;
    char folded[CODE_ROOM];
    struct tn_repeat before;

    if (record->line >= all->until)
        return false;
    if (!has_code(record))
        return true;
    size_t len = fold_code(&record->value[TN_H_HOUSEHOLD], record->scratch, folded);
    struct tn_repeat row = repeat_of(record, len, folded);
    (void)tn_repeats_add(&all->repeats, &row, &before);   // they ascend: none is there
    return true;
}

static void catch_up(struct households *all, uint32_t line)
{
    all->ascending = false;
    all->until = line;
    pass_again(all, remember);
}

/* A row that the first pass has given away cannot be left out any more, hence an error
 * even where it is the same word for word. */
static bool look_again(void *context, const struct tn_record *record)
{
    struct households *all = context;
    char folded[CODE_ROOM];
    struct tn_repeat before;

    if (!has_code(record))
        return true;
    size_t len = fold_code(&record->value[TN_H_HOUSEHOLD], record->scratch, folded);
    struct tn_repeat row = repeat_of(record, len, folded);
    if (tn_repeats_add(&all->repeats, &row, &before) &&
        !tn_repeats_looked(&all->first, all->repeats.part, row.line))
        tell_repeat(all, record, &before, false);
    return true;
}

static void look_through_parts(struct households *all)
{
    unsigned parts = all->repeats.parts;

    all->first = all->repeats;
    all->first.slot = NULL;   // only when it looked at what is asked of it any more
    for (unsigned part = 1; part < parts; part++) {
        tn_repeats_end(&all->repeats);
        tn_repeats_begin(&all->repeats, part, parts);
        pass_again(all, look_again);
    }
}

bool tn_household_each(struct tn_reading *reading, struct tn_places *places,
                       tn_household_fn *fn, void *context, struct tn_input *input)
{
    struct households all = {.reading = reading,
                             .places = places,
                             .fn = fn,
                             .context = context,
                             .village = TN_NONE,
                             .ascending = true};
    const struct tn_table_reader reader = {take, &all};

    tn_repeats_begin(&all.repeats, 0, 1);
    if (reading->most_codes)
        all.repeats.most = reading->most_codes;
    (void)tn_table_read(reading, &tn_file_schema[TN_F_HOUSEHOLDS], &reader, input);
    if (!reading->broken && !reading->hopeless && reading->errors < TN_MOST_ERRORS)
        look_through_parts(&all);
    tn_repeats_end(&all.repeats);
    return !reading->errors;
}
