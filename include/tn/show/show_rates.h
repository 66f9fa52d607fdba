/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_rates.h -- published rates over the years, as a document and as pictures. */
#ifndef TN_SHOW_SHOW_RATES_H
#define TN_SHOW_SHOW_RATES_H

#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/study/rate_trend.h"

/* Tables "steps" and "runs". */
void tn_show_rates(struct tn_arena *arena, struct tn_doc *doc, const char *source,
                   const struct tn_rate_trends *trends);

/* "rates-poor", "rates-near-poor": a small picture for each area with two settled figures
 * or more, at most 12; the line is broken where the standard changes, and a figure that
 * is not settled is a ring by itself. Returns how many charts there are. */
enum { TN_RATE_CHARTS = TN_STATUSES };
size_t tn_charts_of_rates(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_rate_trends *trends,
                          struct tn_figure figure[TN_RATE_CHARTS]);

#endif
