/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office.h -- a plan's report as the office keeps it: a workbook and a document.
 *
 * The workbook has a sheet for each table that is a CSV file too, under the same name,
 * with the same cells; charts that the office can change stand beside those that are
 * compared. The document is laid out as an office's report, to be edited and filed.
 */
#ifndef TN_SHOW_OFFICE_H
#define TN_SHOW_OFFICE_H

#include "tn/show/report.h"

/* report.xlsx. Fails as tn_xlsx. */
TN_CHECKED enum tn_fault tn_office_workbook(struct tn_arena *arena,
                                            const struct tn_report *report, size_t *len,
                                            const char **bytes, struct tn_err *err);

/* report.docx, with the charts where they were drawn. Fails as tn_zip. */
TN_CHECKED enum tn_fault tn_office_document(struct tn_arena *arena,
                                            const struct tn_report *report, size_t *len,
                                            const char **bytes, struct tn_err *err);

#endif
