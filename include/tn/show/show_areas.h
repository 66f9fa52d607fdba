/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_areas.h -- the deprivation prevalence of several areas, side by side. */
#ifndef TN_SHOW_SHOW_AREAS_H
#define TN_SHOW_SHOW_AREAS_H

#include "tn/out/doc.h"
#include "tn/study/prevalence.h"

/* For people one table for each status, an area a column, each in its latest year; for
 * machines one table "indicators" with the area on each row. */
void tn_show_areas(struct tn_arena *arena, struct tn_doc *doc, size_t areas,
                   const struct tn_commune area[], const struct tn_prevalences found[]);

#endif
