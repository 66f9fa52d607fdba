/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/flags.h"

#include "tn/base/decimal.h"
#include "tn/base/hash.h"
#include "tn/base/intern.h"
#include "tn/data/csv_read.h"
#include "tn/data/repeats.h"
#include "tn/words/data.h"
#include "tn/words/flags.h"

#include <string.h>

enum { MOST_COLUMNS = TN_FLAG_COLUMNS + TN_GROUP_COLUMNS + 3 };

/* A column of the file and what to do with its cells. */
enum use { FLAG, GROUP, WEIGHT, STRATUM, PSU };

struct column {
    const char *name;
    enum use use;
    size_t item;   // which flag or group
    size_t at;     // in the file, from 0
};

enum { MOST_CODE = 256 };

struct text {
    size_t len;
    char bytes[MOST_CODE];
};

struct flags {
    struct tn_reading *reading;
    const struct tn_flags_wanted *wanted;
    tn_flags_fn *fn;
    void *context;
    size_t columns, named;
    size_t flags;   // the first of the columns
    struct column column[MOST_COLUMNS];
    bool header_read;
    size_t rows;
    char separator;
    long code, code_year;   // columns of the file from 0; -1: none
    bool disorder;          // of the codes, so that they have to be looked up
    struct text last_code, last_year;
    struct tn_repeats repeats;
};

static void want(struct flags *flags, const char *name, enum use use, size_t item)
{
    if (name)
        flags->column[flags->columns++] = (struct column){name, use, item, 0};
}

static bool same_heading(const char *a, size_t len, const char *b)
{
    for (size_t i = 0; i < len; i++) {
        char x = a[i], y = b[i];
        x = (char)(x >= 'A' && x <= 'Z' ? x + 32 : x);
        y = (char)(y >= 'A' && y <= 'Z' ? y + 32 : y);
        if (x != y)
            return false;
    }
    return b[len] == '\0';
}

static const char *headings(struct tn_arena *arena, const struct tn_csv_row *row)
{
    size_t len = 1;

    for (size_t i = 0; i < row->cells; i++)
        len += row->cell[i].len + 2;
    char *all = tn_new(arena, char, len), *end = all;
    for (size_t i = 0; i < row->cells; i++) {
        if (i)
            *end++ = ',', *end++ = ' ';
        memcpy(end, row->cell[i].text, row->cell[i].len);
        end += row->cell[i].len;
    }
    return all;
}

static bool locate(struct flags *flags, const struct tn_csv_row *row,
                   struct column *column)
{
    struct tn_reading *r = flags->reading;
    size_t found = 0;

    for (size_t i = 0; i < row->cells; i++) {
        if (!same_heading(row->cell[i].text, row->cell[i].len, column->name))
            continue;
        if (found)
            TN_FIND(r, TN_ERROR, row->line, (long)i + 1, TN_W_FLAGS_COLUMN_TWICE,
                    tn_shown(r, strlen(column->name), column->name), found, i + 1);
        found = i + 1;
    }
    if (!found) {
        const char *all = headings(r->arena, row);
        TN_FIND(r, TN_ERROR, row->line, 0, TN_W_FLAGS_NO_COLUMN,
                tn_shown(r, strlen(column->name), column->name),
                tn_shown(r, strlen(all), all));
        return false;
    }
    column->at = found - 1;
    return true;
}

/* The column of a heading, or -1. */
static long find(const struct tn_csv_row *row, const char *name)
{
    for (size_t i = 0; name && i < row->cells; i++)
        if (same_heading(row->cell[i].text, row->cell[i].len, name))
            return (long)i;
    return -1;
}

static bool read_header(struct flags *flags, const struct tn_csv_row *row)
{
    bool all = true;

    flags->named = row->cells;
    flags->code = find(row, flags->wanted->code);
    flags->code_year = find(row, flags->wanted->code_year);
    for (size_t i = 0; i < flags->columns; i++)
        all &= locate(flags, row, &flags->column[i]);
    return all && !flags->reading->errors;
}

/* TN_W_... is a format of the column's name and the cell. */
#define COMPLAIN(flags, column, cell, ...)                                    \
    TN_FIND((flags)->reading, TN_ERROR, (cell)->line, (long)(column)->at + 1, \
            __VA_ARGS__, (column)->name,                                      \
            tn_shown((flags)->reading, (cell)->len, (cell)->text))

static bool is_missing(const struct tn_csv_cell *cell)
{
    return !cell->len || (cell->len == 2 && memcmp(cell->text, "NA", 2) == 0);
}

/* A cell that is neither 0 nor 1. */
static void take_odd_flag(struct flags *flags, const struct column *column,
                          const struct tn_csv_cell *cell, struct tn_flags_row *into)
{
    if (is_missing(cell))
        into->missing |= (uint64_t)1 << column->item;
    else
        COMPLAIN(flags, column, cell, TN_W_FLAGS_NOT_A_FLAG);
}

static void take_weight(struct flags *flags, const struct column *column,
                        const struct tn_csv_cell *cell, struct tn_flags_row *into)
{
    char mark = flags->separator == ',' || memchr(cell->text, '.', cell->len) ? '.' : ',';

    if (!tn_decimal_read(cell->len, cell->text, mark, TN_DECIMAL_EXPONENT, &into->weight,
                         NULL) ||
        !(into->weight > 0))
        COMPLAIN(flags, column, cell, TN_W_FLAGS_NOT_A_WEIGHT);
}

static const char *take_text(struct flags *flags, const struct column *column,
                             const struct tn_csv_cell *cell)
{
    if (!cell->len)
        TN_FIND(flags->reading, TN_ERROR, cell->line, (long)column->at + 1,
                TN_W_FLAGS_NO_TEXT, column->name);
    return cell->text;
}

/* Of a column that holds no flag. */
static void take_cell(struct flags *flags, const struct column *column,
                      const struct tn_csv_cell *cell, struct tn_flags_row *into)
{
    if (column->use == WEIGHT) {
        take_weight(flags, column, cell, into);
    } else if (column->use == STRATUM) {
        into->stratum = take_text(flags, column, cell);
    } else if (column->use == PSU) {
        into->psu = take_text(flags, column, cell);
    } else {
        into->group[column->item] = take_text(flags, column, cell);
        into->group_len[column->item] = cell->len;
    }
}

/* The flags stand first among the columns, bit by bit; most cells are one digit. */
static void take_flags(struct flags *flags, const struct tn_csv_cell cell[],
                       struct tn_flags_row *into)
{
    uint64_t deprived = 0;

    for (size_t j = 0; j < flags->flags; j++) {
        const struct tn_csv_cell *at = &cell[flags->column[j].at];
        unsigned digit = (unsigned)(unsigned char)*at->text - '0';
        if (at->len == 1 && digit <= 1)
            deprived |= (uint64_t)digit << j;
        else
            take_odd_flag(flags, &flags->column[j], at, into);
    }
    into->deprived |= deprived;
}

/* The year's cell of the row, or an empty one. */
static struct tn_csv_cell year_cell(const struct flags *flags,
                                    const struct tn_csv_row *row)
{
    if (flags->code_year >= 0)
        return row->cell[flags->code_year];
    return (struct tn_csv_cell){.text = ""};
}

static int compare(const char *text, size_t len, const struct text *with)
{
    if (len != with->len)
        return len < with->len ? -1 : 1;
    return memcmp(text, with->bytes, len);
}

static void copy(const char *text, size_t len, struct text *into)
{
    into->len = len;
    memcpy(into->bytes, text, len);
}

/* While codes ascend within their years, and the years do, none is there twice. */
static void follow(struct flags *flags, const struct tn_csv_row *row)
{
    const struct tn_csv_cell *code = &row->cell[flags->code];
    struct tn_csv_cell year = year_cell(flags, row);
    bool fits = code->len <= MOST_CODE && year.len <= MOST_CODE;
    int later = fits ? compare(year.text, year.len, &flags->last_year) : -1;

    if (!code->len)
        return;
    if (later < 0 || (!later && compare(code->text, code->len, &flags->last_code) <= 0)) {
        flags->disorder = true;
        return;
    }
    copy(code->text, code->len, &flags->last_code);
    if (later)
        copy(year.text, year.len, &flags->last_year);
}

/* A code that stands in the same year already is an error; an empty one is none. Where
 * the table of codes is full, half of them are let be from then on. */
static bool look_for_repeat(void *context, const struct tn_csv_row *row)
{
    struct flags *flags = context;
    const struct tn_csv_cell *code = &row->cell[flags->code];
    struct tn_repeat before, here = {.line = (uint32_t)row->line};

    if (!flags->header_read || !code->len) {
        flags->header_read = true;
        return true;
    }
    struct tn_csv_cell year = year_cell(flags, row);
    here.code = tn_repeats_hash(code->len, code->text) ^
                tn_hash_fast(year.len, year.text, 0) << 4;
    if (tn_repeats_add(&flags->repeats, &here, &before))
        TN_FIND(flags->reading, TN_ERROR, row->line, flags->code + 1,
                TN_W_FLAGS_CODE_TWICE, flags->wanted->code,
                tn_shown(flags->reading, code->len, code->text), (long)before.line);
    return flags->reading->errors < TN_MOST_ERRORS;
}

static bool take_row(void *context, const struct tn_csv_row *row)
{
    struct flags *flags = context;
    size_t errors = flags->reading->errors;
    struct tn_flags_row into = {.line = row->line, .weight = 1, .stratum = "", .psu = ""};

    if (!flags->header_read) {
        flags->header_read = true;
        return read_header(flags, row);
    }
    if (row->cells != flags->named) {
        TN_FIND(flags->reading, TN_ERROR, row->line, 0, TN_W_ROW_HAS_FIELDS, row->cells,
                flags->named,
                tn_shown(flags->reading, row->cell[0].len, row->cell[0].text));
        return flags->reading->errors < TN_MOST_ERRORS;
    }
    take_flags(flags, row->cell, &into);
    if (flags->code >= 0)
        follow(flags, row);
    for (size_t i = flags->flags; i < flags->columns; i++)
        take_cell(flags, &flags->column[i], &row->cell[flags->column[i].at], &into);
    flags->rows++;
    if (flags->reading->errors == errors)
        flags->fn(flags->context, &into);
    return flags->reading->errors < TN_MOST_ERRORS;
}

/* The commonest of the three in the header. */
static char separator_of(size_t len, const char *line)
{
    size_t commas = 0, semicolons = 0, tabs = 0;

    for (size_t i = 0; i < len; i++) {
        commas += line[i] == ',';
        semicolons += line[i] == ';';
        tabs += line[i] == '\t';
    }
    if (commas >= semicolons && commas >= tabs)
        return ',';
    return semicolons >= tabs ? ';' : '\t';
}

static char tell_separator(void *context, size_t len, const char *line)
{
    struct flags *flags = context;

    return flags->separator = separator_of(len, line);
}

static bool read_all(struct tn_reading *reading, const struct tn_csv_reader *reader,
                     struct tn_input *input)
{
    struct tn_stream stream;
    bool open = tn_stream_open(&stream, reading);

    if (open)
        tn_csv_read(&stream, reader);
    tn_stream_close(&stream, input->sha256);
    return open && !reading->errors;
}

/* Read the file once more, for its codes alone. */
static bool find_repeats(struct flags *flags)
{
    const struct tn_csv_reader reader = {look_for_repeat, tell_separator, flags};
    struct tn_repeats *repeats = &flags->repeats;
    struct tn_input input;

    flags->header_read = false;
    tn_repeats_begin(repeats, 0, 1);
    bool read = read_all(flags->reading, &reader, &input);
    if (repeats->parts > 1)
        TN_FIND(flags->reading, TN_NOTE, 0, 0, TN_W_FLAGS_CODES_MANY,
                (long)repeats->since[0], repeats->parts);
    tn_repeats_end(repeats);
    return read;
}

bool tn_flags_read(struct tn_reading *reading, const struct tn_flags_wanted *wanted,
                   tn_flags_fn *fn, void *context, struct tn_input *input)
{
    struct flags *flags = tn_new(reading->arena, struct flags, 1);
    const struct tn_csv_reader reader = {take_row, tell_separator, flags};

    *flags = (struct flags){.reading = reading,
                            .wanted = wanted,
                            .fn = fn,
                            .context = context,
                            .flags = wanted->flags};
    for (size_t j = 0; j < wanted->flags; j++)
        want(flags, wanted->flag[j], FLAG, j);
    for (size_t g = 0; g < wanted->groups; g++)
        want(flags, wanted->group[g], GROUP, g);
    want(flags, wanted->weight, WEIGHT, 0);
    want(flags, wanted->stratum, STRATUM, 0);
    want(flags, wanted->psu, PSU, 0);
    bool read = read_all(reading, &reader, input);
    input->rows = flags->rows;
    if (read && flags->disorder)
        read = find_repeats(flags);
    if (read && !flags->rows)
        TN_FIND(reading, TN_ERROR, 1, 0, TN_W_NO_ROWS);
    return read && !reading->errors;
}

/* Reading of a rule file: cells as text first, weights made whole at the end. */
struct rules {
    struct tn_reading *reading;
    struct tn_rule_file *rule;
    struct tn_intern dimension, indicator;
    long at[3];   // columns indicator, dimension, weight; -1: absent
    bool header_read;
    int64_t num[TN_FLAG_COLUMNS], den[TN_FLAG_COLUMNS];
};

enum { INDICATOR, DIMENSION, RULE_WEIGHT };
static const char *const rule_column[] = {"indicator", "dimension", "weight"};
static const int64_t MOST = 1000000000;

static bool read_rule_header(struct rules *rules, const struct tn_csv_row *row)
{
    for (size_t k = 0; k < 3; k++) {
        rules->at[k] = -1;
        for (size_t i = 0; i < row->cells; i++)
            if (same_heading(row->cell[i].text, row->cell[i].len, rule_column[k]))
                rules->at[k] = (long)i;
        if (rules->at[k] < 0 && k != RULE_WEIGHT) {
            const char *all = headings(rules->reading->arena, row);
            TN_FIND(rules->reading, TN_ERROR, row->line, 0, TN_W_FLAGS_NO_COLUMN,
                    rule_column[k], tn_shown(rules->reading, strlen(all), all));
        }
    }
    return !rules->reading->errors;
}

static bool digits(size_t len, const char *text, int64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *value = 10 * *value + (text[i] - '0');
        if (*value > MOST)
            return false;
    }
    return len > 0;
}

static int64_t divisor(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool tn_ratio_read(size_t len, const char *text, int64_t *num, int64_t *den)
{
    const char *slash = memchr(text, '/', len), *point = memchr(text, '.', len);
    size_t head = slash ? (size_t)(slash - text) : point ? (size_t)(point - text) : len;
    int64_t tail = 0;

    *den = 1;
    if (!digits(head, text, num))
        return false;
    if (!slash && !point)
        return true;
    if (!digits(len - head - 1, text + head + 1, &tail))
        return false;
    if (slash)
        *den = tail;
    for (size_t i = head + 1; point && !slash && i < len; i++)
        *den *= 10;   // at most 9 digits passed
    if (!slash)
        *num = *num * *den + tail;
    int64_t common = *den ? divisor(*num, *den) : 0;
    if (!common || *num / common > MOST || *den > MOST)
        return false;
    *num /= common;
    *den /= common;
    return true;
}

static void take_rule_weight(struct rules *rules, const struct tn_csv_row *row, size_t j)
{
    const struct tn_csv_cell *cell = &row->cell[rules->at[RULE_WEIGHT]];

    if (!tn_ratio_read(cell->len, cell->text, &rules->num[j], &rules->den[j]) ||
        !rules->num[j])
        TN_FIND(rules->reading, TN_ERROR, cell->line, rules->at[RULE_WEIGHT] + 1,
                TN_W_RULE_NOT_A_WEIGHT, rule_column[RULE_WEIGHT],
                tn_shown(rules->reading, cell->len, cell->text));
}

static char tell_rule_separator(void *context, size_t len, const char *line)
{
    (void)context;
    return separator_of(len, line);
}

static bool take_rule(void *context, const struct tn_csv_row *row)
{
    struct rules *rules = context;
    struct tn_rule_file *rule = rules->rule;
    struct tn_reading *r = rules->reading;

    if (!rules->header_read) {
        rules->header_read = true;
        return read_rule_header(rules, row);
    }
    if (rule->indicators == TN_FLAG_COLUMNS) {
        TN_FIND(r, TN_ERROR, row->line, 0, TN_W_RULE_TOO_MANY, TN_FLAG_COLUMNS);
        return false;
    }
    for (size_t k = 0; k < 3; k++)
        if (rules->at[k] >= 0 && (size_t)rules->at[k] >= row->cells) {
            TN_FIND(r, TN_ERROR, row->line, 0, TN_W_ROW_HAS_FIELDS, row->cells,
                    (size_t)rules->at[k] + 1,
                    tn_shown(r, row->cell[0].len, row->cell[0].text));
            return true;
        }
    const struct tn_csv_cell *name = &row->cell[rules->at[INDICATOR]];
    const struct tn_csv_cell *group = &row->cell[rules->at[DIMENSION]];
    size_t j = rule->indicators++;
    if (!name->len || tn_intern(&rules->indicator, name->text, name->len) != j)
        TN_FIND(r, TN_ERROR, name->line, rules->at[INDICATOR] + 1, TN_W_RULE_TWICE,
                rule_column[INDICATOR], tn_shown(r, name->len, name->text));
    rule->dimension_of[j] = tn_intern(&rules->dimension, group->text, group->len);
    rules->num[j] = rules->den[j] = 1;
    if (rules->at[RULE_WEIGHT] >= 0)
        take_rule_weight(rules, row, j);
    return true;
}

/* Without weights each dimension has the same, shared alike by its indicators. */
static void nest(struct rules *rules)
{
    const struct tn_rule_file *rule = rules->rule;

    for (size_t j = 0; j < rule->indicators; j++) {
        int64_t beside = 0;
        for (size_t i = 0; i < rule->indicators; i++)
            beside += rule->dimension_of[i] == rule->dimension_of[j];
        rules->num[j] = 1;
        rules->den[j] = beside;
    }
}

static void make_whole(struct rules *rules)
{
    struct tn_rule_file *rule = rules->rule;
    int64_t common = 1, shared = 0;

    for (size_t j = 0; j < rule->indicators && common <= MOST; j++)
        common = common / divisor(common, rules->den[j]) * rules->den[j];
    rule->total = 0;
    for (size_t j = 0; j < rule->indicators && common <= MOST; j++) {
        rule->weight[j] = rules->num[j] * (common / rules->den[j]);
        shared = divisor(rule->weight[j], shared);
    }
    for (size_t j = 0; j < rule->indicators && common <= MOST; j++) {
        rule->weight[j] /= shared;
        rule->total += rule->weight[j];
    }
    if (common > MOST || rule->total > MOST)
        TN_FIND(rules->reading, TN_ERROR, 0, 0, TN_W_RULE_TOO_FINE);
}

bool tn_rule_file_read(struct tn_reading *reading, struct tn_rule_file *rule,
                       struct tn_input *input)
{
    struct rules rules = {.reading = reading,
                          .rule = rule,
                          .dimension = tn_intern_in(reading->arena),
                          .indicator = tn_intern_in(reading->arena)};
    const struct tn_csv_reader reader = {take_rule, tell_rule_separator, &rules};

    if (!read_all(reading, &reader, input))
        return false;
    input->rows = rule->indicators;
    if (!rule->indicators) {
        TN_FIND(reading, TN_ERROR, 1, 0, TN_W_NO_ROWS);
        return false;
    }
    if (rules.at[RULE_WEIGHT] < 0)
        nest(&rules);
    make_whole(&rules);
    rule->dimensions = rules.dimension.n;
    for (size_t j = 0; j < rule->indicators; j++)
        rule->indicator[j] = rules.indicator.text[j];
    for (size_t d = 0; d < rule->dimensions; d++)
        rule->dimension[d] = rules.dimension.text[d];
    return !reading->errors;
}
