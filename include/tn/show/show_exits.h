/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_exits.h -- exit chances as tables. */
#ifndef TN_SHOW_SHOW_EXITS_H
#define TN_SHOW_SHOW_EXITS_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/chance.h"

struct tn_show_exits {
    const struct tn_commune *commune;
    const struct tn_model *model;
    const struct tn_classes *classes;
    const struct tn_chances *chances;
    bool households;   // a table of them too
    bool names;        // with the heads' names
};

void tn_show_exits(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_exits *what);

#endif
