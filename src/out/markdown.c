/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/markdown.h"

#include "tn/base/utf8.h"
#include "tn/words/doc.h"

#include <stdbool.h>
#include <string.h>

/* Marks that mean something anywhere in a line, and those that do at its start. */
static bool is_mark(char c)
{
    return c && strchr("\\`*_[]|~$", c) != NULL;
}

/* The length of what would make a heading, a list or a rule of the text's first line. */
static size_t opening(const char *text)
{
    size_t digits = strspn(text, "0123456789");

    if (digits && (text[digits] == '.' || text[digits] == ')'))
        return digits + 1;
    return *text && strchr("#+-=", *text) ? 1 : 0;
}

void tn_markdown_text(FILE *out, const char *text)
{
    struct tn_arena arena = {0};
    const char *safe = tn_utf8_safe(&arena, text), *start = safe + opening(safe) - 1;

    for (const char *c = safe; *c; c++) {
        if (*c == '&')
            fputs("&amp;", out);
        else if (*c == '<')
            fputs("&lt;", out);
        else if (*c == '>')
            fputs("&gt;", out);
        else if (c == start || is_mark(*c))
            fprintf(out, "\\%c", *c);
        else
            fputc(*c, out);
    }
    tn_arena_free(&arena);
}

void tn_markdown_heading(FILE *out, int level, const char *text)
{
    while (level-- > 0)
        fputc('#', out);
    fputc(' ', out);
    tn_markdown_text(out, text);
    fputs("\n\n", out);
}

void tn_markdown_paragraph(FILE *out, const char *text)
{
    tn_markdown_text(out, text);
    fputs("\n\n", out);
}

void tn_markdown_item(FILE *out, const char *text)
{
    fputs("- ", out);
    tn_markdown_text(out, text);
    fputc('\n', out);
}

void tn_markdown_image(FILE *out, const char *alternative, const char *file)
{
    fputs("![", out);
    tn_markdown_text(out, alternative);
    fprintf(out, "](%s)\n\n", file);
}

static void title_row(FILE *out, enum tn_lang lang, const struct tn_table *t)
{
    for (size_t col = 0; col < t->cols; col++) {
        fputs("| ", out);
        tn_markdown_text(out, t->column[col].title.text[lang]);
        fputc(' ', out);
    }
    fputs("|\n", out);
    for (size_t col = 0; col < t->cols; col++)
        fputs(t->column[col].kind == TN_TEXT || t->column[col].kind == TN_WORDS ? "|---"
                                                                                : "|--:",
              out);
    fputs("|\n", out);
}

void tn_markdown_table(struct tn_arena *arena, FILE *out, enum tn_lang lang,
                       const struct tn_table *t)
{
    struct tn_mark mark = tn_arena_mark(arena);

    if (t->only == TN_ONLY_MACHINES)
        return;
    fputs("**", out);
    tn_markdown_text(out, t->title.text[lang]);
    fputs("**\n\n", out);
    title_row(out, lang, t);
    for (size_t i = 0; i < t->rows * t->cols; i++) {
        size_t col = i % t->cols;
        fputs("| ", out);
        tn_markdown_text(out, tn_cell_shown(arena, lang, &t->column[col], t->cell[i]));
        fputs(col + 1 == t->cols ? " |\n" : " ", out);
    }
    fputc('\n', out);
    tn_arena_rewind(arena, mark);
}

void tn_markdown_source(FILE *out, const struct tn_source *source)
{
    if (!source->version)
        return;
    tn_markdown_text(out, source->version);
    if (source->seed != TN_COUNT_NONE)
        fprintf(out, ", seed %ld", source->seed);
    fputs("\n\n", out);
    for (size_t i = 0; i < source->inputs; i++) {
        fputs("- ", out);
        tn_markdown_text(out, source->input[i]);
        fprintf(out, " `%s`\n", source->sha256[i]);
    }
}
