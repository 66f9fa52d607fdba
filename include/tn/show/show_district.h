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

/* The document keeps the pointer to what. */
void tn_show_district(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_district *what);

#endif
