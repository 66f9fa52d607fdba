/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_areas.h"

#include "tn/words/prevalence.h"

#include <math.h>
#include <stdio.h>

/* clang-format off */
static const struct tn_column machines[] = {
    {"area",       {{TN_W_AREAS_C_AREA}},            TN_TEXT,  0},
    {"year",       {{TN_W_PREVALENCE_C_YEAR}},       TN_COUNT, 0},
    {"status",     {{TN_W_PREVALENCE_C_STATUS}},     TN_TEXT,  0},
    {"indicator",  {{TN_W_PREVALENCE_C_INDICATOR}},  TN_TEXT,  0},
    {"households", {{TN_W_PREVALENCE_C_HOUSEHOLDS}}, TN_COUNT, 0},
    {"deprived",   {{TN_W_PREVALENCE_C_DEPRIVED}},   TN_COUNT, 0},
    {"prevalence", {{TN_W_PREVALENCE_C_SHARE}},      TN_SHARE, 1},
    {"low",        {{TN_W_PREVALENCE_C_LOW}},        TN_SHARE, 1},
    {"high",       {{TN_W_PREVALENCE_C_HIGH}},       TN_SHARE, 1},
    {0}
};
/* clang-format on */

static long shown(long count)
{
    return count < 0 ? TN_COUNT_NONE : count;
}

/* The row of an indicator in the latest year that has it, or null. */
static const struct tn_prevalence *latest(const struct tn_prevalences *found,
                                          enum tn_status status, size_t indicator)
{
    const struct tn_prevalence *best = NULL;

    for (size_t i = 0; i < found->rows; i++) {
        const struct tn_prevalence *row = &found->row[i];
        if (row->status == status && row->indicator == indicator &&
            (!best || row->year > best->year))
            best = row;
    }
    return best;
}

/* Any row of the status, in its latest year. */
static const struct tn_prevalence *any_row(const struct tn_prevalences *found,
                                           enum tn_status status)
{
    for (size_t j = 0; j < TN_INDICATORS; j++) {
        const struct tn_prevalence *row = latest(found, status, j);
        if (row)
            return row;
    }
    return NULL;
}

/* Columns: the indicator, then an area each; the array ends with a null key. */
static const struct tn_column *columns_of(struct tn_arena *arena, size_t areas,
                                          const struct tn_commune area[],
                                          const struct tn_prevalences found[],
                                          enum tn_status status)
{
    struct tn_column *column = tn_new(arena, struct tn_column, areas + 2);

    column[0] = (struct tn_column){
        "indicator", {{TN_W_PREVALENCE_C_INDICATOR}}, TN_WORDS, 0};
    for (size_t a = 0; a < areas; a++) {
        const struct tn_prevalence *row = any_row(&found[a], status);
        char *key = tn_new(arena, char, 32);
        snprintf(key, 32, "area_%zu", a + 1);
        column[a + 1] = (struct tn_column){.key = key, .kind = TN_SHARE, .decimals = 1};
        column[a + 1].title = row && row->households >= 0
                                  ? tn_say_both(arena, TN_W_AREAS_HEADING, area[a].name,
                                                row->year, row->households)
                                  : tn_say_both(arena, TN_W_AREAS_HEADING_UNKNOWN,
                                                area[a].name, area[a].base_year);
    }
    return column;
}

static void add_status(struct tn_arena *arena, struct tn_doc *doc, size_t areas,
                       const struct tn_column *column,
                       const struct tn_prevalences found[], enum tn_status status)
{
    static const struct tn_words title[TN_STATUSES] = {
        [TN_POOR] = {{TN_W_AREAS_POOR}},
        [TN_NEAR_POOR] = {{TN_W_AREAS_NEAR_POOR}},
    };
    struct tn_table *table = tn_doc_table(arena, doc, "areas", title[status],
                                          TN_INDICATORS, column);
    union tn_cell *cell = table->cell;

    table->only = TN_ONLY_PEOPLE;
    for (size_t j = 0; j < TN_INDICATORS; j++) {
        (cell++)->words = tn_indicator_vocab[j].name;
        for (size_t a = 0; a < areas; a++) {
            const struct tn_prevalence *row = latest(&found[a], status, j);
            (cell++)->real = row ? row->share : (double)NAN;
        }
    }
}

static void add_machines(struct tn_arena *arena, struct tn_doc *doc, size_t areas,
                         const struct tn_commune area[],
                         const struct tn_prevalences found[])
{
    size_t rows = 0;

    for (size_t a = 0; a < areas; a++)
        rows += found[a].rows;
    struct tn_table *table = tn_doc_table(arena, doc, "indicators",
                                          (struct tn_words){{TN_W_PREVALENCE_ALL}}, rows,
                                          machines);
    union tn_cell *cell = table->cell;
    table->only = TN_ONLY_MACHINES;
    for (size_t a = 0; a < areas; a++)
        for (size_t i = 0; i < found[a].rows; i++) {
            const struct tn_prevalence *row = &found[a].row[i];
            bool one = row->deprived.low == row->deprived.high;
            (cell++)->text = area[a].name;
            (cell++)->count = row->year;
            (cell++)->text = tn_status_vocab[row->status].code;
            (cell++)->text = tn_indicator_vocab[row->indicator].code;
            (cell++)->count = shown(row->households);
            (cell++)->count = one ? shown(row->deprived.low) : TN_COUNT_NONE;
            (cell++)->real = row->share;
            (cell++)->real = row->low;
            (cell++)->real = row->high;
        }
}

void tn_show_areas(struct tn_arena *arena, struct tn_doc *doc, size_t areas,
                   const struct tn_commune area[], const struct tn_prevalences found[])
{
    doc->title = tn_say_both(arena, TN_W_AREAS_TITLE, areas);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_AREAS_LATEST}});
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PREVALENCE_CENSUS}});
    for (int s = 0; s < TN_STATUSES; s++) {
        enum tn_status status = (enum tn_status)s;
        add_status(arena, doc, areas, columns_of(arena, areas, area, found, status),
                   found, status);
    }
    add_machines(arena, doc, areas, area, found);
}
