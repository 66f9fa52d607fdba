/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx.h -- tables as a workbook: a sheet a table, and a first sheet that lists them.
 *
 * Numbers are numbers, shown with the decimals that people get; heads stay in sight; a
 * table may have a chart of the program's own beside it, which the office can change.
 * The same tables give the same bytes.
 */
#ifndef TN_OUT_XLSX_H
#define TN_OUT_XLSX_H

#include "tn/base/fault.h"
#include "tn/out/doc.h"

enum tn_sheet_chart_kind { TN_SHEET_PLAIN, TN_SHEET_BARS, TN_SHEET_LINE };

enum { TN_SHEET_SERIES = 3 };

struct tn_sheet {
    const struct tn_table *table;   // its key names the sheet
    enum tn_sheet_chart_kind chart;
    size_t x, series, y[TN_SHEET_SERIES];   // columns: of the places, of the numbers
    size_t first, rows;                     // of the table, into the chart
    const char *title;                      // of the chart
};

struct tn_workbook {
    enum tn_lang lang;
    const char *title, *contents;   // what the book is; the first sheet's name
    size_t sheets;
    const struct tn_sheet *sheet;
    const struct tn_source *source;
};

/* The file's len bytes. Fails with TN_EFILE where there is no room for temporary files.
 */
TN_CHECKED enum tn_fault tn_xlsx(struct tn_arena *arena, const struct tn_workbook *book,
                                 size_t *len, const char **bytes, struct tn_err *err);

#endif
