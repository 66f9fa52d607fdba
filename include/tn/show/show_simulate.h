/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_simulate.h -- a simulation beside what was computed. */
#ifndef TN_SHOW_SHOW_SIMULATE_H
#define TN_SHOW_SHOW_SIMULATE_H

#include "tn/out/doc.h"
#include "tn/study/partial.h"
#include "tn/study/simulate.h"

/* The forecast's document from the draws, and a table of each probability against the
 * computed one; JSON as of a forecast with "check" beside. */
void tn_show_simulation(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_commune *commune,
                        const struct tn_simulation *simulation);

/* What was drawn of a simulation, and where it is. */
void tn_show_partial(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_partial *part);

#endif
