/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx.h -- a document for the office to edit and to file, piece by piece.
 *
 * A4 with the margins, the type (Times New Roman 13) and the page numbers that Decree
 * 30/2020/ND-CP wants of an office's papers; tables with borders, their heads repeated
 * on every page. Text is shown safely. The same pieces give the same bytes.
 */
#ifndef TN_OUT_DOCX_H
#define TN_OUT_DOCX_H

#include "tn/base/fault.h"
#include "tn/base/memory.h"
#include "tn/out/doc.h"
#include "tn/out/zip.h"

enum { TN_DOCX_PICTURES = 32 };

struct tn_docx {
    struct tn_arena *arena;
    enum tn_lang lang;
    FILE *out;   // of the body
    struct tn_memory memory;
    size_t pictures;
    struct tn_zip_part picture[TN_DOCX_PICTURES];
};

void tn_docx_begin(struct tn_arena *arena, struct tn_docx *docx, enum tn_lang lang);

enum tn_docx_style {
    TN_DOCX_BODY,      // indented, both margins straight
    TN_DOCX_TITLE,     // bold, in the middle
    TN_DOCX_HEADING,   // bold; stays with what follows
    TN_DOCX_ITEM,      // of a list, with a dash
    TN_DOCX_NOTE,      // small, italic
    TN_DOCX_CLOSING    // a note that stays with what follows
};
void tn_docx_paragraph(struct tn_docx *docx, enum tn_docx_style style, const char *text);

/* Two blocks of lines side by side, without borders, in the middle of their halves: the
 * heading of a paper, or its foot. A line that begins with '*' is bold, with '_' bold and
 * underlined, with '^' so and in capitals, with '/' in italics. Blocks end with a null.
 */
void tn_docx_sides(struct tn_docx *docx, const char *const left[],
                   const char *const right[]);

void tn_docx_table(struct tn_docx *docx, const struct tn_table *table);

/* A PNG as wide as the text; alternative is read out to those who cannot see it. */
void tn_docx_picture(struct tn_docx *docx, size_t len, const char *png,
                     const char *alternative);

/* The file's len bytes; nothing may be added any more. Fails as tn_zip. */
TN_CHECKED enum tn_fault tn_docx_end(struct tn_docx *docx, const char *title, size_t *len,
                                     const char **bytes, struct tn_err *err);

#endif
