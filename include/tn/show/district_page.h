/* SPDX-License-Identifier: GPL-3.0-or-later */
/* district_page.h -- several communes as one page, in the manner of tn/show/webpage.h.
 *
 * All communes together first, then a table and small multiples of each status. A
 * commune's own page is made from its own folder.
 */
#ifndef TN_SHOW_DISTRICT_PAGE_H
#define TN_SHOW_DISTRICT_PAGE_H

#include "tn/show/show_district.h"
#include "tn/show/webpage.h"

/* of: language, source and figures (tn/show/charts_district.h); its results and tables
 * are not looked at. doc: as tn_show_district makes it. */
void tn_district_page_write(struct tn_arena *arena, FILE *out,
                            const struct tn_webpage *of,
                            const struct tn_show_district *what,
                            const struct tn_doc *doc);

#endif
