/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/doc.h"

#include "tn/base/utf8.h"

#include <math.h>

struct tn_table *tn_doc_table(struct tn_arena *arena, struct tn_doc *doc, const char *key,
                              struct tn_words title, size_t rows,
                              const struct tn_column column[])
{
    struct tn_table *table = tn_new(arena, struct tn_table, 1);

    table->key = key;
    table->title = title;
    table->rows = rows;
    table->column = column;
    while (column[table->cols].key)
        table->cols++;
    table->cell = tn_new(arena, union tn_cell, rows * table->cols);

    if (doc->last)
        doc->last->next = table;
    else
        doc->first = table;
    doc->last = table;
    return table;
}

void tn_doc_note(struct tn_arena *arena, struct tn_doc *doc, struct tn_words text)
{
    struct tn_note *note = tn_new(arena, struct tn_note, 1);

    note->text = text;
    if (doc->last_note)
        doc->last_note->next = note;
    else
        doc->first_note = note;
    doc->last_note = note;
}

const char *tn_cell_shown(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_column *column, union tn_cell cell)
{
    switch (column->kind) {
    case TN_TEXT:
        return cell.text ? tn_utf8_safe(arena, cell.text) : "";
    case TN_WORDS:
        return cell.words.text[lang] ? tn_utf8_safe(arena, cell.words.text[lang]) : "";
    case TN_COUNT:
        return cell.count == TN_COUNT_NONE ? "-" : tn_say_count(arena, lang, cell.count);
    case TN_REAL:
        return tn_say_real(arena, lang, cell.real, column->decimals);
    case TN_SHARE:
    case TN_BAR:
        break;
    }
    return tn_say_share(arena, lang, isfinite(cell.real) ? cell.real : (double)NAN,
                        column->decimals);
}

bool tn_table_alone(const struct tn_table *t, size_t col)
{
    const struct tn_span *span = t->span;

    for (size_t end = 0; span; span++) {
        end += span->cols;
        if (col < end)
            return !span->title.text[0];
    }
    return false;
}
