/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg.h -- gnuplot's SVG made fit for a page that people and machines read.
 *
 * gnuplot names every picture "Gnuplot", puts the plotted expression into a tool tip,
 * gives the same ids in every file, and takes a bold face for a family's name. Here the
 * picture gets a title and a description of its own (role="img", for those who have it
 * read out), ids with a prefix, a list of families that other machines have, and
 * text that is well-formed whatever it says.
 */
#ifndef TN_OUT_SVG_H
#define TN_OUT_SVG_H

#include <stddef.h>

#include "tn/base/arena.h"

struct tn_svg {
    const char *title, *description;   // for those who cannot see the picture
    const char *prefix;   // of ids: letters, digits, "-"; begins with a letter
};

/* len bytes from gnuplot's svg terminal (noenhanced), finished; *out_len is set. */
const char *tn_svg_finish(struct tn_arena *arena, size_t len, const char *bytes,
                          const struct tn_svg *svg, size_t *out_len);

#endif
