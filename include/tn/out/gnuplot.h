/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gnuplot.h -- pictures drawn by gnuplot at the far end of a pipe.
 *
 * gnuplot is started without a shell and reads no file of ours; the picture comes back
 * over its output, so that a full disk or a cut picture is seen by us and not by
 * nobody. One start draws any number of pictures of one kind. Each script stands
 * alone: what one sets, the next does not see. The same script gives the same bytes,
 * whatever the hour, the locale and the folder.
 *
 * Text goes into a script through tn_gnuplot_text alone, which leaves nothing in it
 * that gnuplot could take for a command, a mark-up or a format.
 */
#ifndef TN_OUT_GNUPLOT_H
#define TN_OUT_GNUPLOT_H

#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"

enum tn_picture { TN_SVG, TN_PNG, TN_PDF, TN_PICTURES };

/* "svg", "png", "pdf": also the ends of file names. */
const char *tn_picture_name(enum tn_picture kind);

struct tn_drawing {
    const char *name;     // for messages: "villages.svg"
    const char *script;   // sets a terminal of the kind, and draws on it once
    size_t len;           // of the picture; set by tn_gnuplot_draw, as is
    const char *bytes;    // the picture
};

struct tn_gnuplot {
    const char *program;   // null: "gnuplot", looked for on the PATH
    double seconds;        // allowed without a sign of life, and for each picture on the
                           // average; 0: 20
};

/* Draw n pictures of one kind in one run; how may be null.
 * Fails with TN_ETOOL if gnuplot is missing, refuses a script (the message has its
 * first complaint), is killed, gives no answer in time (it and all it started are
 * killed), or leaves a picture without its end. err->place is the drawing's name. No
 * drawing is set on failure. */
TN_CHECKED enum tn_fault tn_gnuplot_draw(struct tn_arena *arena, enum tn_picture kind,
                                         size_t n, struct tn_drawing drawing[],
                                         const struct tn_gnuplot *how,
                                         struct tn_err *err);

/* The text as a gnuplot string in double quotes, shown safely (tn_utf8_safe): every
 * byte but letters, blanks and those of other scripts becomes \ooo. Digits too, since
 * gnuplot reads \056 followed by 5 as one number. The terminal must be noenhanced. */
void tn_gnuplot_text(FILE *script, const char *text);

#endif
