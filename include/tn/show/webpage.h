/* SPDX-License-Identifier: GPL-3.0-or-later */
/* webpage.h -- a plan's report as one page for a meeting, on screen and on paper.
 *
 * One self-contained file: styles and charts stand in it, nothing is fetched, nothing
 * has to run to read it; it opens from a folder. The answer stands first. Every sentence
 * is made from the numbers by a rule (tn/show/summary.h, tn/show/likely.h).
 */
#ifndef TN_SHOW_WEBPAGE_H
#define TN_SHOW_WEBPAGE_H

#include "tn/out/figure.h"
#include "tn/show/tables.h"

struct tn_webpage {
    enum tn_lang lang;
    const struct tn_results *results;
    const struct tn_report_tables *tables;
    const struct tn_source *source;
    size_t figures;
    const struct tn_figure *figure;
    const struct tn_drawing *drawing;   // as SVG, one a figure; null: none were drawn
};

void tn_webpage_write(struct tn_arena *arena, FILE *out, const struct tn_webpage *page);

#endif
