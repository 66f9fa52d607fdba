/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_country_parts.h -- what a country's answers have in common. Inside show/ only. */
#ifndef TN_SHOW_SHOW_COUNTRY_PARTS_H
#define TN_SHOW_SHOW_COUNTRY_PARTS_H

#include "tn/show/show_country.h"

/* Cells of an area's numbers; gives back the next cell. */
typedef union tn_cell *show_country_put(union tn_cell *cell,
                                        const struct tn_area_outcome *outcome);

/* Level, the names down to it, status. */
union tn_cell *show_country_place(union tn_cell *cell, size_t level,
                                  const char *const name[], size_t s);

/* Rows of area i of a level and those inside it, depth first; those wider than level
 * from are left out. */
struct show_country_at {
    size_t level, i, from;
};
union tn_cell *show_country_area(union tn_cell *cell,
                                 const struct tn_province_outcome *of,
                                 show_country_put *put, struct show_country_at at,
                                 const char *name[]);

/* The table "areas" alone, outside any document. */
struct tn_table *show_country_rows(struct tn_arena *arena, size_t rows,
                                   const struct tn_column column[]);

void show_country_bands(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_country *show);
struct tn_words show_country_size(struct tn_arena *arena,
                                  const struct tn_country *country);
struct tn_words show_country_shares(struct tn_arena *arena,
                                    const struct tn_country_options *options);
struct tn_words show_country_method(struct tn_arena *arena,
                                    const struct tn_country_options *options,
                                    const struct tn_area_outcome outcome[]);

#endif
