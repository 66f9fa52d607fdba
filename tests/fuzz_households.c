/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as households.csv of three villages. */
#include "fuzz.h"

#include "tn/data/header.h"
#include "tn/data/household.h"
#include "tn/data/schema.h"

struct seen {
    long line;
    size_t n, size;
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
    seen->n++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct tn_arena lasting;
    static struct tn_heading *heading;
    static size_t headings;
    const struct tn_file_schema *schema = &tn_file_schema[TN_F_HOUSEHOLDS];

    if (!headings)
        headings = tn_headings_of(&lasting, schema->columns, schema->column, &heading);
    static const char *const village[] = {"An Phu", "Thôn Chợ", "Thôn Tô"};
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
    struct seen seen = {1, 0, size};

    for (size_t i = 0; i < 3; i++)
        tn_places_add(&places, strlen(village[i]), village[i]);
    bool read = tn_household_each(&reading, &places, promise_household, &seen, &input);
    promise_findings(&reading, read, size);
    PROMISE(!read || (seen.n && seen.n + findings.warnings >= input.rows));
    tn_arena_free(&arena);
    return 0;
}
