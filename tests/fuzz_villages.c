/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as villages.csv: a table is whole and its rows know their lines, or an error
 * says where it is not. */
#include "fuzz.h"

#include "tn/data/header.h"
#include "tn/data/plan.h"

static void promise_village(const struct tn_village *v, long after, size_t size)
{
    PROMISE(*v->name && strlen(v->name) <= TN_NAME_LIMIT && !strchr(v->name, '\n'));
    PROMISE(v->line > after && v->line <= most_lines(size));
    for (int s = 0; s < TN_STATUSES; s++) {
        PROMISE(v->households[s] >= 0 && v->households[s] <= TN_COUNT_LIMIT);
        PROMISE(v->quota[s] >= 0 && v->quota[s] <= v->households[s]);
    }
    PROMISE(v->all_households >= TN_UNKNOWN && v->social_protection >= TN_UNKNOWN);
    PROMISE(v->all_households == TN_UNKNOWN ||
            v->all_households >= v->households[TN_POOR] + v->households[TN_NEAR_POOR]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct tn_arena lasting;
    static struct tn_heading *heading;
    static size_t headings;
    const struct tn_file_schema *schema = &tn_file_schema[TN_F_VILLAGES];

    if (!headings)
        headings = tn_headings_of(&lasting, schema->columns, schema->column, &heading);
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = data, .len = size};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "villages.csv",
                                 .headings = headings,
                                 .heading = heading};
    struct tn_places places = tn_places_in(&arena);
    struct tn_commune commune = {0};
    struct tn_input input = {0};
    long line = 1;

    if (!data)
        options.bytes = "";
    bool read = tn_villages_read(&reading, &commune, &places, &input);
    promise_findings(&reading, read, size);
    PROMISE(places.n == commune.villages);
    PROMISE(!read || (commune.villages && commune.villages == input.rows));
    for (size_t i = 0; i < commune.villages && read; i++) {
        promise_village(&commune.village[i], line, size);
        line = commune.village[i].line;
    }
    tn_arena_free(&arena);
    return 0;
}
