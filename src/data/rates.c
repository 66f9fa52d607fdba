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
    [TN_RATE_FINAL] = {.code = "final", .name = {{TN_W_RATES_FINAL}}},
    [TN_RATE_DERIVED] = {.code = "derived", .name = {{TN_W_RATES_DERIVED}}},
    [TN_RATE_PRELIMINARY] = {.code = "preliminary", .name = {{TN_W_RATES_PRELIMINARY}}},
    [TN_RATE_MID_YEAR] = {.code = "mid_year", .name = {{TN_W_RATES_MID_YEAR}}},
    [TN_RATE_RESTATED] = {.code = "restated", .name = {{TN_W_RATES_RESTATED}}},
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
static const struct tn_field column[COLUMNS] = {
    {.name = "area", .kind = TN_K_NAME, .needed = true, .filled = true, .heading = {{TN_W_RATES_H_AREA}}},
    {.name = "part_of", .kind = TN_K_NAME, .heading = {{TN_W_RATES_H_PART_OF}}},
    {.name = "level", .kind = TN_K_TEXT, .heading = {{TN_W_RATES_H_LEVEL}}},
    {.name = "year", .kind = TN_K_YEAR, .needed = true, .filled = true, .low = 1900, .high = 2100, .heading = {{TN_W_RATES_H_YEAR}}},
    {.name = "standard", .kind = TN_K_NAME, .needed = true, .filled = true, .heading = {{TN_W_RATES_H_STANDARD}}},
    {.name = "state", .kind = TN_K_CODE, .needed = true, .filled = true, .codes = TN_RATE_STATES, .vocab = tn_rate_state_vocab, .heading = {{TN_W_RATES_H_STATE}}},
    {.name = "poor", .kind = TN_K_COUNT, .high = TN_COUNT_LIMIT, .heading = {{TN_W_RATES_H_POOR}}},
    {.name = "near_poor", .kind = TN_K_COUNT, .high = TN_COUNT_LIMIT, .heading = {{TN_W_RATES_H_NEAR_POOR}}},
    {.name = "poor_rate", .kind = TN_K_NUMBER, .needed = true, .high = 100, .heading = {{TN_W_RATES_H_POOR_RATE}}},
    {.name = "near_poor_rate", .kind = TN_K_NUMBER, .high = 100, .heading = {{TN_W_RATES_H_NEAR_POOR_RATE}}},
    {.name = "households", .kind = TN_K_COUNT, .high = TN_COUNT_LIMIT, .heading = {{TN_W_RATES_H_HOUSEHOLDS}}},
    {.name = "confidence", .kind = TN_K_TEXT, .heading = {{TN_W_RATES_H_CONFIDENCE}}},
    {.name = "source", .kind = TN_K_TEXT, .heading = {{TN_W_RATES_H_SOURCE}}},
    {.name = "note", .kind = TN_K_TEXT, .heading = {{TN_W_RATES_H_NOTE}}},
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
    return tn_table_read(reading, &schema, &reader, input);
}
