/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/html.h"

#include "tn/base/utf8.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

void tn_html_text(FILE *out, const char *text)
{
    struct tn_arena arena = {0};

    for (const char *c = tn_utf8_safe(&arena, text); *c; c++) {
        const char *entity = *c == ' ' && c[1] == '%' ? "&#160;"
                             : *c == '<'              ? "&lt;"
                             : *c == '>'              ? "&gt;"
                             : *c == '&'              ? "&amp;"
                             : *c == '"'              ? "&quot;"
                             : *c == '\''             ? "&#39;"
                                                      : NULL;
        if (entity)
            fputs(entity, out);
        else
            fputc(*c, out);
    }
    tn_arena_free(&arena);
}

void tn_html_element(FILE *out, const char *open, const char *text)
{
    fprintf(out, "<%s>", open);
    tn_html_text(out, text);
    fprintf(out, "</%.*s>\n", (int)strcspn(open, " "), open);
}

enum { ROWS_KEPT = 16, SHORT = 24 };   // rows; letters

static bool is_text(const struct tn_column *column)
{
    return column->kind == TN_TEXT || column->kind == TN_WORDS;
}

/* Titles that stand over several columns, and beside them those that stand alone. */
static void span_row(FILE *out, enum tn_lang lang, const struct tn_table *t)
{
    const struct tn_span *span = t->span;

    fputs("<tr>", out);
    for (size_t col = 0; col < t->cols; col += span->cols, span++) {
        if (span->title.text[lang]) {
            fprintf(out, "<th scope=\"colgroup\" class=\"span\" colspan=\"%zu\">",
                    span->cols);
            tn_html_text(out, span->title.text[lang]);
            fputs("</th>", out);
            continue;
        }
        for (size_t i = 0; i < span->cols; i++) {
            fprintf(out, "<th scope=\"col\" rowspan=\"2\"%s>",
                    is_text(&t->column[col + i]) ? " class=\"t\"" : "");
            tn_html_text(out, t->column[col + i].title.text[lang]);
            fputs("</th>", out);
        }
    }
    fputs("</tr>\n", out);
}

static void head(FILE *out, enum tn_lang lang, const struct tn_table *t)
{
    fputs("<thead>", out);
    if (t->span)
        span_row(out, lang, t);
    fputs("<tr>", out);
    for (size_t col = 0; col < t->cols; col++) {
        if (tn_table_alone(t, col))
            continue;
        fprintf(out, "<th scope=\"col\"%s>",
                is_text(&t->column[col]) ? " class=\"t\"" : "");
        tn_html_text(out, t->column[col].title.text[lang]);
        fputs("</th>", out);
    }
    fputs("</tr></thead>\n", out);
}

static void bar(FILE *out, double share)
{
    if (isfinite(share))
        fprintf(out,
                "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:%.0f%%\">"
                "</i></span>",
                100 * share);
}

/* A name keeps to its line; what is longer may break. */
static const char *cell_class(const struct tn_column *column, const char *shown)
{
    if (!is_text(column))
        return "";
    return tn_utf8_letters(shown) > SHORT ? " class=\"t long\"" : " class=\"t\"";
}

static void row(struct tn_arena *arena, FILE *out, enum tn_lang lang,
                const struct tn_table *t, size_t r)
{
    fputs(r + t->total_rows >= t->rows ? "<tr class=\"sum\">" : "<tr>", out);
    for (size_t col = 0; col < t->cols; col++) {
        const struct tn_column *column = &t->column[col];
        union tn_cell cell = t->cell[r * t->cols + col];
        const char *name = col ? "td" : "th";
        const char *shown = tn_cell_shown(arena, lang, column, cell);
        fprintf(out, "<%s%s%s>", name, col ? "" : " scope=\"row\"",
                cell_class(column, shown));
        if (column->kind == TN_BAR)
            bar(out, cell.real);
        tn_html_text(out, shown);
        fprintf(out, "</%s>", name);
    }
    fputs("</tr>\n", out);
}

void tn_html_table(struct tn_arena *arena, FILE *out, enum tn_lang lang,
                   const struct tn_table *t)
{
    struct tn_mark mark = tn_arena_mark(arena);

    if (t->only == TN_ONLY_MACHINES || t->only == TN_ONLY_CSV)
        return;
    /* What fits on a sheet is kept on one. */
    fprintf(out, "<div class=\"wide%s\" role=\"group\" tabindex=\"0\" aria-label=\"",
            t->rows <= ROWS_KEPT ? " keep" : "");
    tn_html_text(out, t->title.text[lang]);
    fputs("\"><table>\n", out);
    tn_html_element(out, "caption", t->title.text[lang]);
    head(out, lang, t);
    fputs("<tbody>\n", out);
    for (size_t r = 0; r < t->rows; r++)
        row(arena, out, lang, t, r);
    fputs("</tbody></table></div>\n", out);
    if (t->note.text[lang])
        tn_html_element(out, "p class=\"note\"", t->note.text[lang]);
    tn_arena_rewind(arena, mark);
}

void tn_html_base64(FILE *out, size_t len, const void *bytes)
{
    static const char digit[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *b = bytes;

    for (size_t i = 0; i < len; i += 3) {
        unsigned long three = (unsigned long)b[i] << 16;
        three |= i + 1 < len ? (unsigned long)b[i + 1] << 8 : 0;
        three |= i + 2 < len ? b[i + 2] : 0;
        fputc(digit[three >> 18 & 63], out);
        fputc(digit[three >> 12 & 63], out);
        fputc(i + 1 < len ? digit[three >> 6 & 63] : '=', out);
        fputc(i + 2 < len ? digit[three & 63] : '=', out);
    }
}
