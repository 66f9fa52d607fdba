/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as villages.csv: a table is whole and is what a plain reading finds in the
 * same bytes, or an error says where it is not. */
#include "fuzz.h"

#include "plain_table.h"

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

static bool is_row(const struct tn_village *v, const struct plain_table *table,
                   size_t row)
{
    const struct {
        const char *heading;
        long count;
    } counts[] = {{"poor", v->households[TN_POOR]},
                  {"poor_quota", v->quota[TN_POOR]},
                  {"near_poor", v->households[TN_NEAR_POOR]},
                  {"near_poor_quota", v->quota[TN_NEAR_POOR]},
                  {"households", v->all_households},
                  {"social_protection", v->social_protection},
                  {"with_member_15_plus", v->with_member_15_plus},
                  {"with_able_worker", v->with_able_worker}};

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (!plain_count_is(plain_under(table, row, counts[i].heading), counts[i].count))
            return false;
    return table->row[row].line == v->line &&
           plain_text_is(plain_under(table, row, "village"), v->name);
}

/* Row by row, and no village twice. */
static bool agrees(const void *read, const struct plain_table *table)
{
    const struct tn_commune *c = read;

    if (table->rows != c->villages + 1 || table->named < 5)
        return false;
    for (size_t i = 0; i < c->villages; i++) {
        if (!is_row(&c->village[i], table, i + 1))
            return false;
        for (size_t j = 0; j < i; j++)
            if (strcmp(c->village[i].name, c->village[j].name) == 0)
                return false;
    }
    return true;
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
    struct tn_read_options options = {.bytes = data ? data : (const uint8_t *)"",
                                      .len = size};
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

    bool read = tn_villages_read(&reading, &commune, &places, &input);
    promise_findings(&reading, read, size);
    PROMISE(places.n == commune.villages);
    PROMISE(!read || (commune.villages && commune.villages == input.rows));
    for (size_t i = 0; i < commune.villages && read; i++) {
        promise_village(&commune.village[i], line, size);
        line = commune.village[i].line;
    }
    PROMISE(!read || commune.villages >= PLAIN_ROWS ||
            plain_agrees(size, options.bytes, agrees, &commune));
    tn_arena_free(&arena);
    return 0;
}
