/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown.h -- Markdown, piece by piece, with nothing in the text that could be mark-up.
 */
#ifndef TN_OUT_MARKDOWN_H
#define TN_OUT_MARKDOWN_H

#include <stdio.h>

#include "tn/out/doc.h"

/* Text with every character that Markdown or HTML could take for mark-up written so that
 * it shows as itself; controls and invisible marks as tn_utf8_safe shows them. */
void tn_markdown_text(FILE *out, const char *text);

void tn_markdown_heading(FILE *out, int level, const char *text);
void tn_markdown_paragraph(FILE *out, const char *text);
void tn_markdown_item(FILE *out, const char *text);
void tn_markdown_image(FILE *out, const char *alternative, const char *file);

/* A table for people in one language; only tables that people may see. */
void tn_markdown_table(struct tn_arena *arena, FILE *out, enum tn_lang lang,
                       const struct tn_table *table);

/* Version, seed and digests of the inputs. */
void tn_markdown_source(FILE *out, const struct tn_source *source);

#endif
