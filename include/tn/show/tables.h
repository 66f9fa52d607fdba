/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables.h -- the tables that a report's page, spreadsheet and document share.
 *
 * Each is a table for people in both languages and, under its key, a CSV file; those
 * that a plan has no figures for are null.
 */
#ifndef TN_SHOW_TABLES_H
#define TN_SHOW_TABLES_H

#include "tn/out/doc.h"
#include "tn/show/results.h"

struct tn_report_tables {
    struct tn_doc doc;   // all of them, in the report's order
    struct tn_table *rates, *flows[TN_STATUSES], *quotas[TN_STATUSES], *groups, *support,
        *goals, *trends, *assumptions, *findings;
};

struct tn_report_tables tn_report_tables_of(struct tn_arena *arena,
                                            const struct tn_results *results);

#endif
