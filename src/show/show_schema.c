/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_schema.h"

#include "tn/words/check.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const struct tn_column columns[] = {
    {"column",  {{TN_W_SCHEMA_COLUMN}},  TN_TEXT,  0},
    {"heading", {{TN_W_SCHEMA_HEADING}}, TN_TEXT,  0},
    {"needed",  {{TN_W_SCHEMA_NEEDED}},  TN_WORDS, 0},
    {"values",  {{TN_W_SCHEMA_VALUES}},  TN_WORDS, 0},
    {"meaning", {{TN_W_SCHEMA_MEANING}}, TN_WORDS, 0},
    {0}
};
static const struct tn_column machine_columns[] = {
    {"file",    {{TN_W_CHECK_FILE}},     TN_TEXT,  0},
    {"column",  {{TN_W_SCHEMA_COLUMN}},  TN_TEXT,  0},
    {"needed",  {{TN_W_SCHEMA_NEEDED}},  TN_WORDS, 0},
    {"values",  {{TN_W_SCHEMA_VALUES}},  TN_WORDS, 0},
    {"meaning", {{TN_W_SCHEMA_MEANING}}, TN_WORDS, 0},
    {"heading", {{TN_W_SCHEMA_HEADING}}, TN_TEXT,  0},
    {"aliases", {{TN_W_SCHEMA_ALIASES}}, TN_TEXT,  0},
    {0}
};
/* clang-format on */

static struct tn_words needed(const struct tn_field *field)
{
    if (field->needed && field->filled)
        return (struct tn_words){{TN_W_SCHEMA_FILLED}};
    return field->needed ? (struct tn_words){{TN_W_SCHEMA_YES}}
                         : (struct tn_words){{TN_W_SCHEMA_NO}};
}

static struct tn_words codes(struct tn_arena *arena, const struct tn_field *field)
{
    const char *all = tn_vocab_list(arena, field->codes, field->vocab);

    return (struct tn_words){{all, all}};
}

static struct tn_words number(struct tn_arena *arena, const struct tn_field *field)
{
    if (isfinite(field->high))
        return tn_say_both(arena, TN_W_KIND_NUMBER_IN, field->low, field->high);
    if (field->low > 0)
        return (struct tn_words){{TN_W_KIND_NUMBER_POSITIVE}};
    return isfinite(field->low) ? tn_say_both(arena, TN_W_KIND_NUMBER_FROM, field->low)
                                : (struct tn_words){{TN_W_KIND_NUMBER}};
}

static struct tn_words values(struct tn_arena *arena, const struct tn_field *field)
{
    switch (field->kind) {
    case TN_K_TEXT:
        break;
    case TN_K_NAME:
        return field->key ? tn_say_both(arena, TN_W_KIND_KEY, field->key)
                          : (struct tn_words){{TN_W_KIND_NAME}};
    case TN_K_COUNT:
        return tn_say_both(arena, TN_W_KIND_COUNT, (long)field->low);
    case TN_K_YEAR:
        return (struct tn_words){{TN_W_KIND_YEAR}};
    case TN_K_DATE:
        return (struct tn_words){{TN_W_KIND_DATE}};
    case TN_K_NUMBER:
        return number(arena, field);
    case TN_K_FLAG:
        return (struct tn_words){{TN_W_KIND_FLAG}};
    case TN_K_CODE:
        return codes(arena, field);
    case TN_K_LIST:
        return (struct tn_words){{TN_W_KIND_LIST}};
    }
    return (struct tn_words){{TN_W_KIND_TEXT}};
}

static void add_fields(struct tn_arena *arena, struct tn_doc *doc, struct tn_words title,
                       size_t n, const struct tn_field field[])
{
    struct tn_table *table = tn_doc_table(arena, doc, "columns", title, n, columns);

    table->only = TN_ONLY_PEOPLE;
    for (size_t i = 0; i < n; i++) {
        union tn_cell *cell = &table->cell[i * table->cols];
        cell[0].text = field[i].name;
        cell[1].text = field[i].heading.text[TN_VI];
        cell[2].words = needed(&field[i]);
        cell[3].words = values(arena, &field[i]);
        cell[4].words = field[i].meaning;
    }
}

static union tn_cell *add_for_machines(struct tn_arena *arena, union tn_cell *cell,
                                       const char *file, size_t n,
                                       const struct tn_field field[])
{
    for (size_t i = 0; i < n; i++) {
        (cell++)->text = file;
        (cell++)->text = field[i].name;
        (cell++)->words = needed(&field[i]);
        (cell++)->words = values(arena, &field[i]);
        (cell++)->words = field[i].meaning;
        (cell++)->text = field[i].heading.text[TN_VI];
        (cell++)->text = field[i].alias ? field[i].alias : "";
    }
    return cell;
}

static bool wanted(enum tn_file_id file, int i)
{
    return file == TN_FILES || (int)file == i;
}

static void add_machine_table(struct tn_arena *arena, struct tn_doc *doc,
                              enum tn_file_id file)
{
    size_t rows = 0;

    for (int i = 0; i < TN_FILES; i++)
        if (wanted(file, i))
            rows += tn_file_schema[i].columns + (i == TN_F_PLAN ? TN_P_KEYS : 0);
    struct tn_table *table = tn_doc_table(arena, doc, "columns",
                                          (struct tn_words){{TN_W_SCHEMA_TITLE}}, rows,
                                          machine_columns);
    table->only = TN_ONLY_MACHINES;
    union tn_cell *cell = table->cell;
    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *schema = &tn_file_schema[i];
        if (wanted(file, i))
            cell = add_for_machines(arena, cell, schema->name, schema->columns,
                                    schema->column);
        if (wanted(file, i) && i == TN_F_PLAN)
            cell = add_for_machines(arena, cell, "plan.csv key", TN_P_KEYS, tn_plan_key);
    }
}

static struct tn_words title_of(struct tn_arena *arena,
                                const struct tn_file_schema *schema)
{
    struct tn_words title;

    for (int lang = 0; lang < TN_LANGS; lang++)
        title.text[lang] = tn_say(arena, TN_EN, "%s: %s", "%s: %s", schema->name,
                                  schema->holds.text[lang]);
    return title;
}

void tn_show_schema(struct tn_arena *arena, struct tn_doc *doc, enum tn_file_id file)
{
    doc->title = (struct tn_words){{TN_W_SCHEMA_TITLE}};
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_SCHEMA_NOTE}});
    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *schema = &tn_file_schema[i];
        if (!wanted(file, i))
            continue;
        add_fields(arena, doc, title_of(arena, schema), schema->columns, schema->column);
        if (i == TN_F_PLAN)
            add_fields(arena, doc, (struct tn_words){{TN_W_SCHEMA_KEYS}}, TN_P_KEYS,
                       tn_plan_key);
    }
    add_machine_table(arena, doc, file);
}

/* A cell of a Markdown table: a bar would end it. */
static void put_cell(FILE *out, const char *text)
{
    fputs(" ", out);
    for (; *text; text++) {
        if (*text == '|')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputs(" |", out);
}

static void put_fields(struct tn_arena *arena, FILE *out, enum tn_lang lang, size_t n,
                       const struct tn_field field[])
{
    fputs("|", out);
    for (size_t i = 0; columns[i].key; i++)
        put_cell(out, columns[i].title.text[lang]);
    fputs("\n|---|---|---|---|---|\n", out);
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "| `%s` |", field[i].name);
        put_cell(out, field[i].heading.text[TN_VI]);
        put_cell(out, needed(&field[i]).text[lang]);
        put_cell(out, values(arena, &field[i]).text[lang]);
        put_cell(out, field[i].meaning.text[lang]);
        fputc('\n', out);
    }
    fputc('\n', out);
}

void tn_show_schema_markdown(struct tn_arena *arena, FILE *out, enum tn_file_id file,
                             enum tn_lang lang)
{
    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *schema = &tn_file_schema[i];
        if (!wanted(file, i))
            continue;
        fprintf(out, "`%s`: %s\n\n", schema->name, schema->holds.text[lang]);
        put_fields(arena, out, lang, schema->columns, schema->column);
        if (i == TN_F_PLAN) {
            fprintf(out, "%s\n\n", tn_pick(lang, TN_W_SCHEMA_KEYS));
            put_fields(arena, out, lang, TN_P_KEYS, tn_plan_key);
        }
    }
}
