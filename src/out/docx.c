/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/docx.h"

#include "docx_parts.h"
#include "tn/base/utf8.h"
#include "tn/out/html.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Widths are in twentieths of a point: A4 less 30 and 15 mm. */
enum { TEXT_WIDTH = 9355, EMU_PER_TWIP = 635, TABLE_SIZE = 21, HEAD_SIZE = 20 };
enum { ROWS_KEPT = 16 };   // a table of so many rows is not broken over pages

void tn_docx_begin(struct tn_arena *arena, struct tn_docx *docx, enum tn_lang lang)
{
    *docx = (struct tn_docx){.arena = arena, .lang = lang};
    docx->out = tn_memory_open(&docx->memory);
}

/* A run of text; size in half points, 0 for the style's own. */
static void run(struct tn_docx *d, const char *marks, int size, const char *text)
{
    fputs("<w:r>", d->out);
    if (marks[0] || size) {
        fprintf(d->out, "<w:rPr>%s", marks);
        if (size)
            fprintf(d->out, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", size, size);
        fputs("</w:rPr>", d->out);
    }
    fputs("<w:t xml:space=\"preserve\">", d->out);
    tn_html_text(d->out, text);
    fputs("</w:t></w:r>", d->out);
}

void tn_docx_paragraph(struct tn_docx *d, enum tn_docx_style style, const char *text)
{
    static const char *const id[] = {
        [TN_DOCX_BODY] = "Body",        [TN_DOCX_TITLE] = "Title",
        [TN_DOCX_HEADING] = "Heading1", [TN_DOCX_ITEM] = "Item",
        [TN_DOCX_NOTE] = "Note",        [TN_DOCX_CLOSING] = "Note",
    };

    fprintf(d->out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", id[style],
            style == TN_DOCX_CLOSING ? "<w:keepNext/>" : "");
    run(d, "", 0, style == TN_DOCX_ITEM ? "- " : "");
    run(d, "", 0, text);
    fputs("</w:p>\n", d->out);
}

/* ---- two sides ---- */

static const struct {
    char first;
    int size;   // half points; 0: the style's
    const char *marks;
} side_mark[] = {
    {'*', 0, "<w:b/>"},
    {'_', 26, "<w:b/><w:u w:val=\"single\"/>"},
    {'^', 0, "<w:b/><w:caps/><w:u w:val=\"single\"/>"},
    {'/', 26, "<w:i/>"},
};

static void side_line(struct tn_docx *d, const char *line)
{
    const char *marks = "";
    int size = 0;

    for (size_t i = 0; i < sizeof side_mark / sizeof *side_mark; i++)
        if (*line == side_mark[i].first) {
            marks = side_mark[i].marks;
            size = side_mark[i].size;
            line++;
            break;
        }
    fputs("<w:p><w:pPr><w:pStyle w:val=\"Side\"/></w:pPr>", d->out);
    run(d, marks, size, line);
    fputs("</w:p>", d->out);
}

static void side(struct tn_docx *d, int width, const char *const line[])
{
    fprintf(d->out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", width);
    for (; *line; line++)
        side_line(d, *line);
    fputs("</w:tc>", d->out);
}

void tn_docx_sides(struct tn_docx *d, const char *const left[], const char *const right[])
{
    enum { LEFT = 3755, RIGHT = TEXT_WIDTH - LEFT };

    fprintf(d->out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
            "<w:tblLayout w:type=\"fixed\"/></w:tblPr>"
            "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/></w:tblGrid>"
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>",
            TEXT_WIDTH, LEFT, RIGHT);
    side(d, LEFT, left);
    side(d, RIGHT, right);
    fputs("</w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val=\"Side\"/></w:pPr></w:p>\n",
          d->out);
}

/* ---- tables ---- */

static bool is_text(const struct tn_column *column)
{
    return column->kind == TN_TEXT || column->kind == TN_WORDS;
}

/* The longest word of a title, which is not to be broken. */
static int longest_word(const char *text)
{
    int longest = 0;

    while (*text) {
        char word[64] = "";
        size_t len = strcspn(text, " ");
        memcpy(word, text, len < sizeof word ? len : sizeof word - 1);
        int width = tn_utf8_width(word);
        longest = width > longest ? width : longest;
        text += len + (text[len] == ' ');
    }
    return longest;
}

/* Widths in proportion to what stands in the columns; a text is broken sooner than a
 * number. */
static void widths(struct tn_docx *d, const struct tn_table *t, int width[])
{
    enum { MOST_TEXT = 60, LEAST = 4, EDGES = 4 };
    double sum = 0, *weight = tn_new(d->arena, double, t->cols);
    int used = 0;

    for (size_t col = 0; col < t->cols; col++) {
        int wide = longest_word(t->column[col].title.text[d->lang]);
        for (size_t r = 0; r < t->rows; r++) {
            int w = tn_utf8_width(tn_cell_shown(d->arena, d->lang, &t->column[col],
                                                t->cell[r * t->cols + col]));
            wide = w > wide ? w : wide;
        }
        wide = is_text(&t->column[col]) && wide > MOST_TEXT ? MOST_TEXT : wide;
        weight[col] = (wide > LEAST ? wide : LEAST) + EDGES;
        sum += weight[col];
    }
    for (size_t col = 0; col < t->cols; col++) {
        width[col] = (int)(TEXT_WIDTH * weight[col] / sum);
        used += width[col];
    }
    width[0] += TEXT_WIDTH - used;
}

struct cell {
    int width, span;           // span: columns
    const char *merge;         // "restart", "continue" or null
    const char *align;         // "left", "center", "right"
    bool bold, shaded, kept;   // kept: on the page of the row below
};

static void put_cell(struct tn_docx *d, const struct cell *c, const char *text)
{
    fprintf(d->out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", c->width);
    if (c->span > 1)
        fprintf(d->out, "<w:gridSpan w:val=\"%d\"/>", c->span);
    if (c->merge)
        fprintf(d->out, "<w:vMerge w:val=\"%s\"/>", c->merge);
    if (c->shaded)
        fputs("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8ECF1\"/>", d->out);
    fprintf(d->out,
            "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>"
            "<w:pStyle w:val=\"Cell\"/>%s<w:jc w:val=\"%s\"/></w:pPr>",
            c->kept ? "<w:keepNext/>" : "", c->align);
    if (text[0])
        run(d, c->bold ? "<w:b/>" : "", c->shaded ? HEAD_SIZE : TABLE_SIZE, text);
    fputs("</w:p></w:tc>", d->out);
}

static void begin_head(struct tn_docx *d)
{
    fputs("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", d->out);
}

/* The row of titles over several columns. */
static void span_row(struct tn_docx *d, const struct tn_table *t, const int width[])
{
    const struct tn_span *span = t->span;

    begin_head(d);
    for (size_t col = 0; col < t->cols; col += span->cols, span++) {
        struct cell c = {0, (int)span->cols, NULL, "center", true, true, true};
        for (size_t i = 0; i < span->cols; i++)
            c.width += width[col + i];
        if (span->title.text[d->lang]) {
            put_cell(d, &c, span->title.text[d->lang]);
            continue;
        }
        for (size_t i = 0; i < span->cols; i++) {
            struct cell one = {width[col + i], 1, "restart", "center", true, true, true};
            put_cell(d, &one, t->column[col + i].title.text[d->lang]);
        }
    }
    fputs("</w:tr>", d->out);
}

static void head_row(struct tn_docx *d, const struct tn_table *t, const int width[])
{
    begin_head(d);
    for (size_t col = 0; col < t->cols; col++) {
        bool above = tn_table_alone(t, col);
        struct cell c = {width[col], 1,   above ? "continue" : NULL, "center", true,
                         true,       true};
        put_cell(d, &c, above ? "" : t->column[col].title.text[d->lang]);
    }
    fputs("</w:tr>", d->out);
}

void tn_docx_table(struct tn_docx *d, const struct tn_table *t)
{
    struct tn_mark mark = tn_arena_mark(d->arena);
    int *width = tn_new(d->arena, int, t->cols);

    widths(d, t, width);
    fprintf(d->out, "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr>");
    run(d, "", 0, t->title.text[d->lang]);
    fprintf(d->out,
            "</w:p>\n<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/>"
            "<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
            "<w:tblGrid>",
            TEXT_WIDTH);
    for (size_t col = 0; col < t->cols; col++)
        fprintf(d->out, "<w:gridCol w:w=\"%d\"/>", width[col]);
    fputs("</w:tblGrid>", d->out);
    if (t->span)
        span_row(d, t, width);
    head_row(d, t, width);
    for (size_t r = 0; r < t->rows; r++) {
        fputs("\n<w:tr><w:trPr><w:cantSplit/></w:trPr>", d->out);
        for (size_t col = 0; col < t->cols; col++) {
            const struct tn_column *column = &t->column[col];
            struct cell c = {width[col],
                             1,
                             NULL,
                             is_text(column) ? "left" : "right",
                             r + t->total_rows >= t->rows,
                             false,
                             t->rows <= ROWS_KEPT &&
                                 (r + 1 < t->rows || t->note.text[d->lang])};
            put_cell(
                d, &c,
                tn_cell_shown(d->arena, d->lang, column, t->cell[r * t->cols + col]));
        }
        fputs("</w:tr>", d->out);
    }
    fputs("</w:tbl>\n", d->out);
    tn_docx_paragraph(d, TN_DOCX_NOTE,
                      t->note.text[d->lang] ? t->note.text[d->lang] : "");
    tn_arena_rewind(d->arena, mark);
}

/* ---- pictures ---- */

static unsigned long big_endian(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;

    return (unsigned long)b[0] << 24 | (unsigned long)b[1] << 16 |
           (unsigned long)b[2] << 8 | b[3];
}

void tn_docx_picture(struct tn_docx *d, size_t len, const char *png,
                     const char *alternative)
{
    assert(len > 24 && d->pictures < TN_DOCX_PICTURES);   // PNG: size at 16 and 20
    size_t id = d->pictures + 1;
    long width = (long)TEXT_WIDTH * EMU_PER_TWIP;
    long height = lround((double)width * (double)big_endian(png + 20) /
                         (double)big_endian(png + 16));
    const char *name = tn_say(d->arena, TN_EN, "word/media/image%zu.png",
                              "word/media/image%zu.png", id);

    d->picture[d->pictures++] = (struct tn_zip_part){name, len, png};
    fprintf(d->out,
            "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing>"
            "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
            "<wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%zu\" name=\"Chart %zu\" "
            "descr=\"",
            width, height, id, id);
    tn_html_text(d->out, alternative);
    fprintf(d->out,
            "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/"
            "drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"%zu\" "
            "name=\"image%zu.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            "<a:blip r:embed=\"picture%zu\"/><a:stretch><a:fillRect/></a:stretch>"
            "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
            "<a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom prst=\"rect\">"
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r></w:p>\n",
            id, id, id, width, height);
}

/* ---- the file ---- */

static struct tn_zip_part text_part(const char *name, const char *text)
{
    return (struct tn_zip_part){name, strlen(text), text};
}

enum tn_fault tn_docx_end(struct tn_docx *d, const char *title, size_t *len,
                          const char **bytes, struct tn_err *err)
{
    struct tn_zip_part *part = tn_new(d->arena, struct tn_zip_part, 7 + d->pictures);
    const char *body = tn_memory_close(d->arena, &d->memory, NULL);
    size_t n = 0;

    part[n++] = text_part("[Content_Types].xml", docx_content_types);
    part[n++] = text_part("_rels/.rels", docx_package_relations);
    part[n++] = text_part("docProps/core.xml", docx_core(d->arena, title, d->lang));
    part[n++] = text_part("word/document.xml", docx_document(d->arena, body));
    part[n++] = text_part("word/_rels/document.xml.rels",
                          docx_relations(d->arena, d->pictures));
    part[n++] = text_part("word/styles.xml", docx_styles(d->arena, d->lang));
    part[n++] = text_part("word/header1.xml", docx_page_number);
    for (size_t i = 0; i < d->pictures; i++)
        part[n++] = d->picture[i];
    return tn_zip(d->arena, n, part, len, bytes, err);
}
