/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_prevalence.h -- deprivation prevalence as a document. */
#ifndef TN_SHOW_SHOW_PREVALENCE_H
#define TN_SHOW_SHOW_PREVALENCE_H

#include "tn/out/doc.h"
#include "tn/study/prevalence.h"

/* Title and notes; for people one table for each year and status, in the order of their
 * first rows; for machines one table "indicators" of all rows, by codes. The document
 * keeps pointers into what. */
void tn_show_prevalence(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_commune *commune,
                        const struct tn_prevalences *what);

#endif
