/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as households.csv of three villages: the households are those that a plain
 * reading finds in the same bytes, or an error says where it is not. */
#include "fuzz.h"

#include <ctype.h>
#include <math.h>

#include "plain_table.h"

#include "tn/data/header.h"
#include "tn/data/household.h"
#include "tn/data/schema.h"

static const char *const village[] = {"An Phu", "Thôn Chợ", "Thôn Tô"};

enum { MOST = PLAIN_ROWS };

struct seen {
    long line;
    size_t n, size;
    struct tn_household household[MOST];   // its code and flags
    char code[MOST][TN_NAME_LIMIT + 1];
};

static void promise_household(void *context, const struct tn_household *h)
{
    struct seen *seen = context;

    PROMISE(*h->code && strlen(h->code) <= TN_NAME_LIMIT && !strchr(h->code, '\n'));
    PROMISE(h->line > seen->line && h->line <= most_lines(seen->size));
    PROMISE(h->village < 3 && (h->status == TN_POOR || h->status == TN_NEAR_POOR));
    PROMISE(h->members == TN_UNKNOWN || (h->members > 0 && h->members <= TN_COUNT_LIMIT));
    PROMISE(h->workers >= TN_UNKNOWN && h->weight > 0 && h->head && h->note);
    for (size_t i = 0; i < TN_INDICATORS; i++)
        PROMISE(h->deprived[i] >= TN_UNKNOWN && h->deprived[i] <= 1);
    for (size_t i = 0; i < h->causes; i++)
        PROMISE(*h->cause[i] && !strchr(h->cause[i], '|'));
    seen->line = h->line;
    if (seen->n < MOST) {
        seen->household[seen->n] = *h;
        strcpy(seen->code[seen->n], h->code);
    }
    seen->n++;
}

/* The first village's name in small and capital letters, blanks or underscores between;
 * the others have letters that ASCII has not. */
static bool village_is(const struct plain_cell *cell, size_t index)
{
    const char *want = "anphu";
    size_t n = 0;

    if (!cell || !plain_judged(cell))
        return true;
    for (size_t i = 0; i < cell->len; i++)
        if (!strchr(" _\t", cell->text[i])) {
            if (n == 5 || tolower((unsigned char)cell->text[i]) != want[n++])
                return false;
        }
    return n == 5 && index == 0;
}

static bool weight_is(const struct plain_cell *cell, double weight)
{
    char text[32];

    if (!cell)
        return true;   // or it has another heading
    if (!cell->len)
        return weight >= 1 && weight <= 1;
    if (cell->len >= sizeof text || !plain_judged(cell))
        return true;
    memcpy(text, cell->text, cell->len);
    text[cell->len] = '\0';
    if (text[strspn(text, "0123456789.")])
        return true;   // a comma, or an exponent
    double value = strtod(text, NULL);
    return value <= weight && value >= weight;
}

static bool is_row(const struct tn_household *h, const char *code,
                   const struct plain_table *table, size_t row)
{
    const struct plain_cell *status = plain_under(table, row, "status");

    for (size_t i = 0; i < TN_INDICATORS; i++)
        if (!plain_count_is(plain_under(table, row, tn_indicator_vocab[i].code),
                            h->deprived[i]))
            return false;
    if (status &&
        (plain_is(status, "poor") || plain_is(status, "near_poor") || !status->len) &&
        !plain_is(status, h->status == TN_POOR ? "poor" : "near_poor"))
        return false;
    return plain_text_is(plain_under(table, row, "household"), code) &&
           village_is(plain_under(table, row, "village"), h->village) &&
           plain_count_is(plain_under(table, row, "members"), h->members) &&
           plain_count_is(plain_under(table, row, "workers"), h->workers) &&
           weight_is(plain_under(table, row, "weight"), h->weight);
}

static bool same_row(const struct plain_row *a, const struct plain_row *b)
{
    for (size_t i = 0; i < a->cells && i < b->cells; i++)
        if (a->cell[i].len != b->cell[i].len ||
            memcmp(a->cell[i].text, b->cell[i].text, a->cell[i].len) != 0)
            return false;
    return true;
}

/* A row that is no household of its own says word for word what one above it says. */
static bool repeats(const struct plain_table *table, size_t row)
{
    for (size_t i = 1; i < row; i++)
        if (same_row(&table->row[i], &table->row[row]))
            return true;
    return false;
}

static bool agrees(const void *read, const struct plain_table *table)
{
    const struct seen *seen = read;
    size_t n = 0;

    if (table->named < 3)
        return false;
    for (size_t row = 1; row < table->rows; row++) {
        const struct tn_household *h = &seen->household[n];
        if (n < seen->n && h->line == table->row[row].line) {
            if (!is_row(h, seen->code[n], table, row))
                return false;
            for (size_t i = 0; i < n; i++)
                if (strcmp(seen->code[i], seen->code[n]) == 0)
                    return false;
            n++;
        } else if (!repeats(table, row)) {
            return false;
        }
    }
    return n == seen->n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct tn_arena lasting;
    static struct tn_heading *heading;
    static size_t headings;
    static struct seen seen;
    const struct tn_file_schema *schema = &tn_file_schema[TN_F_HOUSEHOLDS];

    if (!headings)
        headings = tn_headings_of(&lasting, schema->columns, schema->column, &heading);
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = data ? data : (const uint8_t *)"",
                                      .len = size};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "households.csv",
                                 .headings = headings,
                                 .heading = heading};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};

    seen.line = 1, seen.n = 0, seen.size = size;
    for (size_t i = 0; i < 3; i++)
        tn_places_add(&places, strlen(village[i]), village[i]);
    bool read = tn_household_each(&reading, &places, promise_household, &seen, &input);
    promise_findings(&reading, read, size);
    PROMISE(!read || (seen.n && seen.n + findings.warnings >= input.rows));
    PROMISE(!read || input.rows >= MOST ||
            plain_agrees(size, options.bytes, agrees, &seen));
    tn_arena_free(&arena);
    return 0;
}
