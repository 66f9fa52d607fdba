/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_audit.h -- the findings of an audit as a document. */
#ifndef TN_SHOW_SHOW_AUDIT_H
#define TN_SHOW_SHOW_AUDIT_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/audit.h"

/* For people a table for each severity; for machines one table, "findings". The
 * document keeps the pointer to audit. */
void tn_show_audit(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_commune *commune, const struct tn_audit *audit);

/* The same of a country in one file. */
void tn_show_audit_country(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_audit *audit);

/* The findings of several plans: how many each has, then all, each with its commune.
 * Lives as long as the document. */
struct tn_show_audits {
    size_t n;
    const struct tn_commune *commune;
    const struct tn_audit *audit;
};

void tn_show_audits(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_show_audits *what);

/* "villages.csv:12"; the folder is left out, since all files are of one plan. */
const char *tn_audit_place(struct tn_arena *arena,
                           const struct tn_audit_finding *finding);

#endif
