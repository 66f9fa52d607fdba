/* SPDX-License-Identifier: GPL-3.0-or-later */
/* face.h -- how wide text is in the typeface of the charts.
 *
 * gnuplot places text but does not tell how much room it takes. Charts that break
 * headlines into lines, make room for long names and keep labels apart need to know,
 * before anything is drawn: hence the advance widths of Noto Sans, built in. Letters
 * with marks are as wide as those without; what the table lacks (other scripts)
 * counts by its columns on a terminal. Where another face steps in (DejaVu Sans is
 * about a tenth wider) the layouts have that much slack.
 */
#ifndef TN_OUT_FACE_H
#define TN_OUT_FACE_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"

struct tn_face {
    double size;   // in points
    bool bold;
};

/* Points from the start of the text to its end.
 * Accuracy: 1 % of what Noto Sans 2.0's own tables give for Vietnamese and English. */
double tn_face_width(struct tn_face face, const char *text);

/* The text broken at blanks into lines no wider than width, at most max of them (a
 * word wider than that is cut, and the last line where text is left over); lines are
 * never empty but where the text is. Sets *n, at least 1. */
const char **tn_face_lines(struct tn_arena *arena, struct tn_face face, const char *text,
                           double width, size_t max, size_t *n);

/* The text, cut with an ellipsis if it is wider than width. */
const char *tn_face_cut(struct tn_arena *arena, struct tn_face face, const char *text,
                        double width);

#endif
