/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_country.h -- a country's year: every area as a row, and a summary for people. */
#ifndef TN_SHOW_SHOW_COUNTRY_H
#define TN_SHOW_SHOW_COUNTRY_H

#include "tn/out/doc.h"
#include "tn/study/country.h"

enum { TN_COUNTRY_BANDS = 4 };   // of P(quota met): from 80 %, 50 %, 20 %, 0 %

/* What a summary keeps of the areas that have passed. */
struct tn_show_country {
    struct tn_arena *arena;
    long band[TN_AREA_LEVELS][TN_STATUSES][TN_COUNTRY_BANDS];
    size_t provinces;
    const char **name;                 // of each province
    struct tn_area_outcome *outcome;   // TN_STATUSES a province
    const long *total;   // TN_STATUSES: quotas shared out over the provinces; or null
};

/* Areas of a province as rows, two an area, from the province down to its villages. */
struct tn_table *tn_country_rows(struct tn_arena *arena,
                                 const struct tn_province_outcome *of);

/* The same for the whole country. */
struct tn_table *tn_country_whole_rows(struct tn_arena *arena,
                                       const struct tn_area_outcome outcome[TN_STATUSES]);

/* Count a province's areas in. */
void tn_show_country_add(struct tn_show_country *show,
                         const struct tn_province_outcome *of);

/* The summary: the country, its provinces, and how many areas of each level are likely
 * to meet their quotas. options: draws 0 for a forecast. */
void tn_show_country(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_country *show, const struct tn_country *country,
                     const struct tn_country_options *options,
                     const struct tn_area_outcome outcome[TN_STATUSES]);

/* ---- quotas: what could be asked of each area, and its fair share of what is asked of
 * the area around it ---- */

/* Areas of a province, from its districts down; its own row waits for the country's. */
struct tn_table *tn_country_quota_rows(struct tn_arena *arena,
                                       const struct tn_province_outcome *of);

/* Every province, whose shares are known by now, and the country. */
struct tn_table *tn_country_quota_whole_rows(
    struct tn_arena *arena, const struct tn_show_country *show,
    const struct tn_area_outcome outcome[TN_STATUSES]);

/* The summary; show->total is there. */
void tn_show_country_quota(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_country *show,
                           const struct tn_country *country,
                           const struct tn_country_options *options,
                           const struct tn_area_outcome outcome[TN_STATUSES]);

#endif
