/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report.h -- everything about one plan, as a folder of files.
 *
 * First the tables (CSV) and the summary (Markdown), then the charts, each as SVG, PNG,
 * PDF and the script that redraws it, then the page (index.html), the workbook and the
 * document; so that without gnuplot the numbers and the page are there all the same.
 *
 * All take their names together in tn_report_finish: until then the folder holds what it
 * held.
 */
#ifndef TN_SHOW_REPORT_H
#define TN_SHOW_REPORT_H

#include "tn/base/batch.h"
#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/show/show_district.h"
#include "tn/show/tables.h"

struct tn_report {
    enum tn_lang lang;
    const struct tn_results *results;
    const struct tn_report_tables *tables;
    const struct tn_show_district *district;   // several plans: instead of the two above;
                                               // doc[0] is tn_show_district's
    const struct tn_source *source;
    size_t docs;
    struct tn_doc **doc;   // whose tables go into the folder, one CSV each
    size_t told;           // so many of them are told in summary.md too
    size_t figures;
    const struct tn_figure *figure;
    struct tn_drawing *drawing[TN_PICTURES];   // of tn_report_charts; null: not drawn
    size_t files;                              // written so far
    struct tn_batch batch;                     // those that wait for their names
};

/* Write the tables and, of one plan, summary.md into a folder that exists. Fails with
 * TN_EFILE. */
TN_CHECKED enum tn_fault tn_report_tables(struct tn_arena *arena,
                                          struct tn_report *report, const char *folder,
                                          struct tn_err *err);

/* Draw the report's figures into a folder that exists: NAME.svg, NAME.png, NAME.pdf,
 * NAME.gp. Fails with TN_ETOOL (gnuplot) or TN_EFILE; no half picture is left. */
TN_CHECKED enum tn_fault tn_report_charts(struct tn_arena *arena,
                                          struct tn_report *report, const char *folder,
                                          struct tn_err *err);

/* Write index.html, report.xlsx and, of one plan, report.docx, with the charts if they
 * were drawn.
 * Fails with TN_EFILE. */
TN_CHECKED enum tn_fault tn_report_page(struct tn_arena *arena, struct tn_report *report,
                                        const char *folder, struct tn_err *err);

/* After any of these, fault being what came of them: name the files, or, where one could
 * not be written, drop them all. Gives fault, or its own. */
TN_CHECKED enum tn_fault tn_report_finish(struct tn_report *report, enum tn_fault fault,
                                          struct tn_err *err);

#endif
