/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/rates.h"

#include "tn/base/intern.h"
#include "tn/data/grow.h"
#include "tn/data/table.h"
#include "tn/words/rates.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const struct tn_code tn_rate_state_vocab[TN_RATE_STATES] = {
    [TN_RATE_FINAL] = {"final", {{TN_W_RATES_FINAL}}, 0, NULL},
    [TN_RATE_DERIVED] = {"derived", {{TN_W_RATES_DERIVED}}, 0, NULL},
    [TN_RATE_PRELIMINARY] = {"preliminary", {{TN_W_RATES_PRELIMINARY}}, 0, NULL},
    [TN_RATE_MID_YEAR] = {"mid_year", {{TN_W_RATES_MID_YEAR}}, 0, NULL},
    [TN_RATE_RESTATED] = {"restated", {{TN_W_RATES_RESTATED}}, 0, NULL},
};

enum {
    AREA,
    PART_OF,
    LEVEL,
    YEAR,
    STANDARD,
    STATE,
    POOR,
    NEAR_POOR,
    POOR_RATE,
    NEAR_POOR_RATE,
    HOUSEHOLDS,
    CONFIDENCE,
    SOURCE,
    NOTE,
    COLUMNS
};

/* clang-format off */
/* name, kind, needed in the header, filled in every row, low, high, vocabulary, heading */
static const struct tn_field column[COLUMNS] = {
    {"area", TN_K_NAME, true, true, 0, 0, 0, NULL, {{TN_W_RATES_H_AREA}}, {{NULL}}, NULL, NULL},
    {"part_of", TN_K_NAME, false, false, 0, 0, 0, NULL, {{TN_W_RATES_H_PART_OF}}, {{NULL}}, NULL, NULL},
    {"level", TN_K_TEXT, false, false, 0, 0, 0, NULL, {{TN_W_RATES_H_LEVEL}}, {{NULL}}, NULL, NULL},
    {"year", TN_K_YEAR, true, true, 1900, 2100, 0, NULL, {{TN_W_RATES_H_YEAR}}, {{NULL}}, NULL, NULL},
    {"standard", TN_K_NAME, true, true, 0, 0, 0, NULL, {{TN_W_RATES_H_STANDARD}}, {{NULL}}, NULL, NULL},
    {"state", TN_K_CODE, true, true, 0, 0, TN_RATE_STATES, tn_rate_state_vocab, {{TN_W_RATES_H_STATE}}, {{NULL}}, NULL, NULL},
    {"poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL, {{TN_W_RATES_H_POOR}}, {{NULL}}, NULL, NULL},
    {"near_poor", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL, {{TN_W_RATES_H_NEAR_POOR}}, {{NULL}}, NULL, NULL},
    {"poor_rate", TN_K_NUMBER, true, false, 0, 100, 0, NULL, {{TN_W_RATES_H_POOR_RATE}}, {{NULL}}, NULL, NULL},
    {"near_poor_rate", TN_K_NUMBER, false, false, 0, 100, 0, NULL, {{TN_W_RATES_H_NEAR_POOR_RATE}}, {{NULL}}, NULL, NULL},
    {"households", TN_K_COUNT, false, false, 0, TN_COUNT_LIMIT, 0, NULL, {{TN_W_RATES_H_HOUSEHOLDS}}, {{NULL}}, NULL, NULL},
    {"confidence", TN_K_TEXT, false, false, 0, 0, 0, NULL, {{TN_W_RATES_H_CONFIDENCE}}, {{NULL}}, NULL, NULL},
    {"source", TN_K_TEXT, false, false, 0, 0, 0, NULL, {{TN_W_RATES_H_SOURCE}}, {{NULL}}, NULL, NULL},
    {"note", TN_K_TEXT, false, false, 0, 0, 0, NULL, {{TN_W_RATES_H_NOTE}}, {{NULL}}, NULL, NULL},
};
/* clang-format on */

static const struct tn_file_schema schema = {
    "rates.csv", false, {{TN_W_RATES_HOLDS}}, {{NULL}}, COLUMNS, column, NULL};

struct rates {
    struct tn_reading *reading;
    struct tn_rate_list *into;
    struct tn_intern rows;   // what makes a row one of its kind
};

static bool is_new(struct rates *rates, const struct tn_rate *rate,
                   const struct tn_value *area)
{
    const char *key = tn_say(rates->reading->arena, TN_EN, "%s\n%s\n%d\n%s\n%d",
                             "%s\n%s\n%d\n%s\n%d", rate->area, rate->part_of, rate->year,
                             rate->standard, (int)rate->state);
    size_t known = rates->rows.n, number = tn_intern(&rates->rows, key, strlen(key));

    if (number == known)
        return true;
    TN_FIND(rates->reading, TN_ERROR, rate->line, area->column, TN_W_RATES_TWICE,
            tn_shown(rates->reading, area->len, area->text),
            rates->into->rate[number].line);
    return false;
}

/* Poor and near-poor households are among all of them. */
static bool is_whole(struct rates *rates, const struct tn_value v[])
{
    long all = v[HOUSEHOLDS].count;

    for (size_t c = POOR; c <= NEAR_POOR && all != TN_UNKNOWN; c++)
        if (v[c].count > all)
            TN_FIND(rates->reading, TN_ERROR, v[c].line, v[c].column, TN_W_RATES_ABOVE,
                    column[c].name, v[c].count, all);
    return !rates->reading->errors;
}

static bool take(void *context, const struct tn_record *record)
{
    struct rates *rates = context;
    const struct tn_value *v = record->value;

    if (record->errors || !is_whole(rates, v))
        return true;
    struct tn_rate rate = {
        .line = record->line,
        .area = tn_value_kept(rates->reading, &v[AREA]),
        .part_of = tn_value_kept(rates->reading, &v[PART_OF]),
        .standard = tn_value_kept(rates->reading, &v[STANDARD]),
        .year = (int)v[YEAR].count,
        .state = (enum tn_rate_state)v[STATE].count,
        .share = {v[POOR_RATE].number.value / 100, v[NEAR_POOR_RATE].number.value / 100},
        .count = {v[POOR].count, v[NEAR_POOR].count},
    };
    if (!is_new(rates, &rate, &v[AREA]))
        return true;
    tn_grow(rates->reading->arena, struct tn_rate, rates->into->rate, rates->into->n);
    rates->into->rate[rates->into->n++] = rate;
    return true;
}

bool tn_rates_read(struct tn_reading *reading, struct tn_rate_list *into,
                   struct tn_input *input)
{
    struct rates rates = {reading, into, tn_intern_in(reading->arena)};
    const struct tn_table_reader reader = {take, &rates};

    *into = (struct tn_rate_list){0};
    return tn_table_read(reading, &schema, &reader, input) && !reading->errors;
}
