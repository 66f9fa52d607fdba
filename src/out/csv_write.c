/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/utf8.h"
#include "tn/out/doc.h"
#include "tn/out/json.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Inside the quotes. */
static void body(FILE *out, const char *text)
{
    struct tn_arena arena = {0};

    for (const char *c = tn_utf8_safe(&arena, text); *c; c++) {
        if (*c == '"')
            fputc('"', out);
        fputc(*c, out);
    }
    tn_arena_free(&arena);
}

static void quoted(FILE *out, const char *text)
{
    fputc('"', out);
    if (*text && strchr("=+-@\t\r\n", *text))
        fputc('\'', out);
    body(out, text);
    fputc('"', out);
}

static void write_cell(FILE *out, enum tn_kind kind, union tn_cell cell)
{
    char room[32];

    switch (kind) {
    case TN_TEXT:
        quoted(out, cell.text ? cell.text : "");
        break;
    case TN_WORDS:
        quoted(out, cell.words.text[TN_EN] ? cell.words.text[TN_EN] : "");
        break;
    case TN_COUNT:
        if (cell.count != TN_COUNT_NONE)
            fprintf(out, "%ld", cell.count);
        break;
    case TN_REAL:
    case TN_SHARE:
    case TN_BAR:
        if (isfinite(cell.real))
            fputs(tn_shortest(cell.real, room), out);
        break;
    }
}

/* "thoatngheo 1.0.0; seed 1; villages.csv sha256 9f86..." */
static void write_source(FILE *out, const struct tn_source *source)
{
    fputc('"', out);
    body(out, source->version ? source->version : "");
    if (source->seed != TN_COUNT_NONE)
        fprintf(out, "; seed %ld", source->seed);
    for (size_t i = 0; i < source->inputs; i++) {
        fputs("; ", out);
        body(out, source->input[i]);
        fputs(" sha256 ", out);
        body(out, source->sha256[i]);
    }
    fputc('"', out);
}

static void write_header(FILE *out, const struct tn_table *t)
{
    for (size_t col = 0; col < t->cols; col++) {
        quoted(out, t->column[col].key);
        fputc(',', out);
    }
    fputs("\"provenance\"\n", out);
}

static void write_rows(FILE *out, const struct tn_table *t,
                       const struct tn_source *source)
{
    for (size_t row = 0; row < t->rows; row++) {
        for (size_t col = 0; col < t->cols; col++) {
            write_cell(out, t->column[col].kind, t->cell[row * t->cols + col]);
            fputc(',', out);
        }
        if (row == 0 && source)
            write_source(out, source);
        fputc('\n', out);
    }
}

static void write_table(FILE *out, const struct tn_table *t,
                        const struct tn_source *source)
{
    write_header(out, t);
    write_rows(out, t, source);
}

void tn_csv_write_part(FILE *out, const struct tn_table *part,
                       const struct tn_source *source, int first)
{
    if (first)
        write_header(out, part);
    write_rows(out, part, first ? source : NULL);
}

void tn_csv_write_table(FILE *out, const struct tn_doc *doc, const struct tn_table *table)
{
    write_table(out, table, &doc->source);
}

void tn_csv_write(FILE *out, const struct tn_doc *doc)
{
    const struct tn_source *source = &doc->source;
    bool first = true;

    for (const struct tn_table *t = doc->first; t; t = t->next) {
        if (t->only == TN_ONLY_PEOPLE)
            continue;
        if (!first)
            fputc('\n', out);
        write_table(out, t, source);
        first = false;
        if (t->rows)
            source = NULL;
    }
}
