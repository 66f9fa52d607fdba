/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/json.h"

#include "tn/base/utf8.h"
#include "tn/out/doc.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A library's user may have called setlocale: whatever mark printf puts between the
 * whole and the fraction becomes a point. */
static void point_it(char *text)
{
    char *mark = strpbrk(text, "0123456789");
    mark += strspn(mark, "0123456789");
    if (!*mark || *mark == 'e')
        return;
    size_t len = strcspn(mark, "0123456789");
    *mark = '.';
    memmove(mark + 1, mark + len, strlen(mark + len) + 1);
}

const char *tn_shortest(double x, char room[32])
{
    assert(isfinite(x));

    /* 15 digits always survive the way to a double and back, so that a shorter number
     * shows as itself among them; below the normal range precision is lost bit by
     * bit, and one digit may be enough. */
    int digits = fabs(x) < DBL_MIN ? 1 : 15;
    char text[64];
    for (;; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, x);
        double back = strtod(text, NULL);
        if (digits == 17 || !(back < x || back > x))
            break;
    }
    point_it(text);
    assert(strlen(text) < 32);
    return strcpy(room, text);
}

static void quoted(FILE *out, const char *text)
{
    int32_t code;

    fputc('"', out);
    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes) {
        if (code < 0)
            fputs("\\ufffd", out);
        else if (code == '"' || code == '\\')
            fprintf(out, "\\%c", (char)code);
        else if (code == '\n' || code == '\t')
            fputs(code == '\n' ? "\\n" : "\\t", out);
        else if (tn_utf8_visible(code))
            fwrite(text, 1, bytes, out);
        else if (code < 0x10000)
            fprintf(out, "\\u%04x", (unsigned)code);
        else
            fprintf(out, "\\u%04x\\u%04x", 0xD7C0u + ((unsigned)code >> 10),
                    0xDC00u + ((unsigned)code & 0x3FF));
    }
    fputc('"', out);
}

/* The comma, the line and the key before a value. */
static void before(struct tn_json *json, const char *key)
{
    assert(json->depth > 0);
    int depth = json->depth - 1, flat = json->level[depth].flat;
    assert((key != NULL) == (json->level[depth].closer == '}'));

    if (json->level[depth].items++)
        fputs(flat ? ", " : ",", json->out);
    if (!flat)
        fprintf(json->out, "\n%*s", 2 * json->depth, "");
    if (key) {
        quoted(json->out, key);
        fputs(": ", json->out);
    }
}

static void push(struct tn_json *json, char opener, char closer, int flat)
{
    assert(json->depth < TN_JSON_DEPTH);
    fputc(opener, json->out);
    json->level[json->depth].closer = closer;
    json->level[json->depth].items = 0;
    json->level[json->depth].flat = flat;
    json->depth++;
}

static int inside_flat(const struct tn_json *json)
{
    return json->level[json->depth - 1].flat;
}

void tn_json_begin(struct tn_json *json, FILE *out)
{
    *json = (struct tn_json){.out = out};
    push(json, '{', '}', 0);
}

void tn_json_object(struct tn_json *json, const char *key)
{
    before(json, key);
    push(json, '{', '}', inside_flat(json));
}

void tn_json_array(struct tn_json *json, const char *key)
{
    before(json, key);
    push(json, '[', ']', inside_flat(json));
}

void tn_json_row(struct tn_json *json)
{
    before(json, NULL);
    push(json, '{', '}', 1);
}

void tn_json_end(struct tn_json *json)
{
    assert(json->depth > 0);
    int depth = --json->depth;

    if (json->level[depth].items && !json->level[depth].flat)
        fprintf(json->out, "\n%*s", 2 * depth, "");
    fputc(json->level[depth].closer, json->out);
    if (depth == 0)
        fputc('\n', json->out);
}

void tn_json_text(struct tn_json *json, const char *key, const char *text)
{
    before(json, key);
    if (text)
        quoted(json->out, text);
    else
        fputs("null", json->out);
}

void tn_json_count(struct tn_json *json, const char *key, long count)
{
    before(json, key);
    if (count == TN_COUNT_NONE)
        fputs("null", json->out);
    else
        fprintf(json->out, "%ld", count);
}

static void real(FILE *out, double x)
{
    char room[32];
    fputs(isfinite(x) ? tn_shortest(x, room) : "null", out);
}

void tn_json_real(struct tn_json *json, const char *key, double x)
{
    before(json, key);
    real(json->out, x);
}

void tn_json_bool(struct tn_json *json, const char *key, int yes)
{
    before(json, key);
    fputs(yes ? "true" : "false", json->out);
}

void tn_json_null(struct tn_json *json, const char *key)
{
    before(json, key);
    fputs("null", json->out);
}

void tn_json_reals(struct tn_json *json, const char *key, size_t n, const double x[])
{
    before(json, key);
    fputc('[', json->out);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", " : "", json->out);
        real(json->out, x[i]);
    }
    fputc(']', json->out);
}

static void write_source(struct tn_json *json, const struct tn_source *source)
{
    tn_json_object(json, "source");
    tn_json_text(json, "program", source->version);
    tn_json_count(json, "random_seed", source->seed);
    tn_json_array(json, "inputs");
    for (size_t i = 0; i < source->inputs; i++) {
        tn_json_row(json);
        tn_json_text(json, "file", source->input[i]);
        tn_json_text(json, "sha256", source->sha256[i]);
        tn_json_end(json);
    }
    tn_json_end(json);
    tn_json_end(json);
}

static void write_notes(struct tn_json *json, const struct tn_note *note)
{
    if (!note)
        return;
    tn_json_array(json, "notes");
    for (; note; note = note->next) {
        tn_json_row(json);
        tn_json_text(json, "vi", note->text.text[TN_VI]);
        tn_json_text(json, "en", note->text.text[TN_EN]);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void write_cell(struct tn_json *json, const struct tn_column *column,
                       union tn_cell cell)
{
    switch (column->kind) {
    case TN_TEXT:
        tn_json_text(json, column->key, cell.text);
        break;
    case TN_WORDS:
        tn_json_text(json, column->key, cell.words.text[TN_EN]);
        break;
    case TN_COUNT:
        tn_json_count(json, column->key, cell.count);
        break;
    case TN_REAL:
    case TN_SHARE:
    case TN_BAR:
        tn_json_real(json, column->key, cell.real);
        break;
    }
}

static void write_table(struct tn_json *json, const struct tn_table *t)
{
    tn_json_array(json, t->key);
    for (size_t row = 0; row < t->rows; row++) {
        tn_json_row(json);
        for (size_t col = 0; col < t->cols; col++)
            write_cell(json, &t->column[col], t->cell[row * t->cols + col]);
        tn_json_end(json);
    }
    tn_json_end(json);
}

void tn_json_write(FILE *out, const struct tn_doc *doc)
{
    struct tn_json json;

    tn_json_begin(&json, out);
    write_source(&json, &doc->source);
    write_notes(&json, doc->first_note);
    if (doc->json)
        doc->json(&json, doc->what);
    bool tables = !doc->json || doc->json_and_tables;
    for (const struct tn_table *t = tables ? doc->first : NULL; t; t = t->next)
        if (t->only != TN_ONLY_PEOPLE && t->only != TN_ONLY_CSV)
            write_table(&json, t);
    tn_json_end(&json);
}
