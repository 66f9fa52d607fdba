/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_check.h"

#include "tn/data/schema.h"
#include "tn/words/check.h"

#include <string.h>

/* clang-format off */
static const struct tn_column file_columns[] = {
    {"file",  {{TN_W_CHECK_FILE}},  TN_TEXT,  0},
    {"rows",  {{TN_W_CHECK_ROWS}},  TN_COUNT, 0},
    {"means", {{TN_W_CHECK_MEANS}}, TN_WORDS, 0},
    {0}
};
/* clang-format on */

static const struct tn_input *input_of(const struct tn_commune *commune, const char *name)
{
    for (size_t i = 0; i < commune->inputs; i++)
        if (strcmp(commune->input[i].name, name) == 0)
            return &commune->input[i];
    return NULL;
}

static void add_files(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_commune *commune)
{
    struct tn_table *table = tn_doc_table(arena, doc, "files",
                                          (struct tn_words){{TN_W_CHECK_FILES}}, TN_FILES,
                                          file_columns);

    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *schema = &tn_file_schema[i];
        const struct tn_input *input = input_of(commune, schema->name);
        union tn_cell *cell = &table->cell[(size_t)i * table->cols];
        cell[0].text = schema->name;
        cell[1].count = input ? (long)input->rows : TN_COUNT_NONE;
        cell[2].words = input ? schema->holds : schema->without;
    }
}

static bool has_all_flags(const struct tn_household *household)
{
    for (size_t i = 0; i < TN_INDICATORS; i++)
        if (household->deprived[i] == TN_UNKNOWN)
            return false;
    return true;
}

static void note_households(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_commune *c)
{
    size_t planned = 0, flagged = 0;

    for (size_t i = 0; i < c->households_listed; i++) {
        planned += c->household[i].planned;
        flagged += has_all_flags(&c->household[i]);
    }
    if (c->households_listed)
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_CHECK_LISTED, c->households_listed, planned,
                                flagged));
}

void tn_show_check(struct tn_arena *arena, struct tn_doc *doc, const struct tn_commune *c)
{
    doc->title = tn_say_both(arena, TN_W_CHECK_TITLE, c->name);
    tn_doc_note(arena, doc,
                tn_say_both(arena, TN_W_CHECK_YEARS, c->base_year, c->plan_year));
    tn_doc_note(arena, doc,
                tn_say_both(arena, TN_W_CHECK_VILLAGES, c->villages,
                            c->households[TN_POOR], c->quota[TN_POOR],
                            c->households[TN_NEAR_POOR], c->quota[TN_NEAR_POOR]));
    note_households(arena, doc, c);
    if (c->households_total == TN_UNKNOWN)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_CHECK_NO_TOTAL}});
    else
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_CHECK_TOTAL, c->households_total));
    add_files(arena, doc, c);
}
