/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/rule_file.h"

#include "tn/base/intern.h"
#include "tn/data/anyfile.h"
#include "tn/data/cell.h"
#include "tn/words/data.h"
#include "tn/words/flags.h"

#include <string.h>

/* Reading of a rule file: cells as text first, weights made whole at the end. */
struct rules {
    struct tn_reading *reading;
    struct tn_rule_file *rule;
    struct tn_intern dimension, indicator;
    long at[3];   // columns indicator, dimension, weight; -1: absent
    bool header_read;
    char separator;
    int64_t num[TN_FLAG_COLUMNS], den[TN_FLAG_COLUMNS];
};

enum { INDICATOR, DIMENSION, RULE_WEIGHT };
static const char *const rule_column[] = {"indicator", "dimension", "weight"};
static const int64_t MOST = 1000000000;

static void find_rule_column(struct rules *rules, const struct tn_csv_row *row, size_t k)
{
    struct tn_reading *r = rules->reading;

    rules->at[k] = -1;
    for (size_t i = 0; i < row->cells; i++) {
        if (!tn_anyfile_is(row->cell[i].text, row->cell[i].len, rule_column[k]))
            continue;
        if (rules->at[k] >= 0)
            TN_FIND(r, TN_ERROR, row->line, (long)i + 1, TN_W_FLAGS_COLUMN_TWICE,
                    rule_column[k], (size_t)rules->at[k] + 1, i + 1);
        rules->at[k] = (long)i;
    }
    if (rules->at[k] < 0 && k != RULE_WEIGHT)
        TN_FIND(r, TN_ERROR, row->line, 0, TN_W_FLAGS_NO_COLUMN, rule_column[k],
                tn_anyfile_headings(r, row));
}

static bool read_rule_header(struct rules *rules, const struct tn_csv_row *row)
{
    tn_anyfile_is_text(rules->reading, rules->separator, row);
    tn_anyfile_call_columns(rules->reading, row);
    for (size_t k = 0; k < 3; k++)
        find_rule_column(rules, row, k);
    return !rules->reading->errors;
}

/* The two names of a row, neither empty. */
static bool has_names(struct rules *rules, const struct tn_csv_row *row)
{
    const struct tn_cell_rules how = {rules->reading, rules->reading->arena,
                                      rules->separator};
    bool good = true;

    for (size_t k = INDICATOR; k <= DIMENSION; k++) {
        const struct tn_csv_cell *cell = &row->cell[rules->at[k]];
        if (!cell->len)
            TN_FIND(rules->reading, TN_ERROR, cell->line, rules->at[k] + 1,
                    TN_W_EMPTY_NAME, rule_column[k]);
        good = good && cell->len &&
               tn_cell_is_name(&how, rule_column[k], row, cell, rules->at[k] + 1);
    }
    return good;
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
    struct rules *rules = context;

    return rules->separator = tn_anyfile_separator(len, line);
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
    if (row->cells != r->columns) {
        tn_anyfile_tell_cells(r, row);
        return true;
    }
    if (!has_names(rules, row))
        return true;
    const struct tn_csv_cell *name = &row->cell[rules->at[INDICATOR]];
    const struct tn_csv_cell *group = &row->cell[rules->at[DIMENSION]];
    size_t j = rule->indicators++;
    if (tn_intern(&rules->indicator, name->text, name->len) != j)
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

    if (!tn_anyfile_read(reading, &reader, input))
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
