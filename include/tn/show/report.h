/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report.h -- everything about one plan, as a folder of files.
 *
 * First the tables (CSV) and the summary (Markdown), then the charts, each as SVG, PNG
 * and the script that redraws it; so that without gnuplot the numbers are there all the
 * same.
 */
#ifndef TN_SHOW_REPORT_H
#define TN_SHOW_REPORT_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/study/forecast.h"
#include "tn/study/prevalence.h"

struct tn_report {
    enum tn_lang lang;
    const struct tn_commune *commune;
    const struct tn_forecast *forecast;
    const struct tn_prevalences *prevalences;
    const struct tn_source *source;
    size_t docs;
    const struct tn_doc **doc;   // whose tables go into the folder, one CSV each
    size_t files;                // written so far
};

/* Write summary.md and the tables into a folder that exists. Fails with TN_EFILE. */
TN_CHECKED enum tn_fault tn_report_tables(struct tn_arena *arena,
                                          struct tn_report *report, const char *folder,
                                          struct tn_err *err);

/* Draw n figures into a folder that exists: NAME.svg, NAME.png, NAME.gp. *files counts
 * them. Fails with TN_ETOOL (gnuplot) or TN_EFILE; no half picture is left. */
TN_CHECKED enum tn_fault tn_report_charts(struct tn_arena *arena, size_t n,
                                          const struct tn_figure figure[],
                                          const char *folder, size_t *files,
                                          struct tn_err *err);

#endif
