/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html.h -- HTML, piece by piece, with nothing in the text that could be mark-up.
 *
 * Tags are the caller's, written out in the source; all that comes from data goes
 * through tn_html_text.
 */
#ifndef TN_OUT_HTML_H
#define TN_OUT_HTML_H

#include <stdio.h>

#include "tn/out/doc.h"

/* Text as it shows, in an element or in an attribute between double quotes, of HTML or
 * of XML; shown safely (tn_utf8_safe). A percent sign stays with its number. */
void tn_html_text(FILE *out, const char *text);

/* <open>text</name>, where name is the first word of open: "p class=\"lead\"". */
void tn_html_element(FILE *out, const char *open, const char *text);

/* A table for people in one language: caption, titles over columns, the first column as
 * the rows' heads, a bar beside each TN_BAR, rows that are sums set off, the note below.
 * Nothing for a table that machines alone may see. */
void tn_html_table(struct tn_arena *arena, FILE *out, enum tn_lang lang,
                   const struct tn_table *table);

/* len bytes as base64. */
void tn_html_base64(FILE *out, size_t len, const void *bytes);

#endif
