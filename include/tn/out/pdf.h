/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf.h -- a PDF without the hour at which it was made.
 *
 * The hour is the only thing in a PDF of Cairo (gnuplot's pdfcairo) that two runs do not
 * share. Up to 1.16 Cairo writes it plainly; from 1.18 on it stands in a compressed
 * object stream, whose length, the table of the objects behind it and the place of that
 * table then change too (PDF 1.7, ISO 32000-1, 7.5.7 and 7.5.8).
 */
#ifndef TN_OUT_PDF_H
#define TN_OUT_PDF_H

#include <stddef.h>

#include "tn/base/arena.h"

/* The len bytes of a PDF with /CreationDate set to the first of 2000, in place or in the
 * arena; *len and *bytes are then of that. A PDF that is made in another manner than
 * Cairo's stays as it is. */
void tn_pdf_forget_hour(struct tn_arena *arena, size_t *len, char **bytes);

#endif
