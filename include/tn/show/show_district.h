/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_district.h -- several communes as one document. */
#ifndef TN_SHOW_SHOW_DISTRICT_H
#define TN_SHOW_SHOW_DISTRICT_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/district.h"

struct tn_show_district {
    const struct tn_commune *const *commune;
    const struct tn_district *district;
};

/* A part as an outcome: what its flows do is not known and is left 0. */
struct tn_outcome tn_part_outcome(const struct tn_part *part);

/* Communes with households of a status, the least likely to meet its quota first, those
 * without a quota last; order has room for all. Returns how many. */
size_t tn_district_order(const struct tn_show_district *what, int status, size_t order[]);

/* The document keeps the pointer to what. */
void tn_show_district(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_district *what);

#endif
