/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_whatif.h -- a scenario beside the plan, a tornado, and whom to support. */
#ifndef TN_SHOW_SHOW_WHATIF_H
#define TN_SHOW_SHOW_WHATIF_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/whatif.h"

/* Each part may be null: it is then left out. */
struct tn_show_whatif {
    const struct tn_commune *commune;
    const struct tn_whatif *whatif;
    const struct tn_scenario *scenario;   // of whatif
    size_t from_file;                     // adjustments that scenario.csv gave
    const char *const *option;            // the others as the options gave them
    const struct tn_sensitivity *sensitivity;
    const struct tn_support *support;
    const struct tn_support_options *support_options;
};

/* The document keeps the pointer to what. */
void tn_show_whatif(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_show_whatif *what);

#endif
