/* SPDX-License-Identifier: GPL-3.0-or-later */
/* adjust.h -- p-values of a family of tests, made fit to stand together.
 *
 * Holm's step-down keeps the chance of a single false alarm in the family at the level;
 * Benjamini and Hochberg's step-up keeps the expected share of false alarms among the
 * alarms there. NANs (no test) are left out of the family and stay NAN.
 */
#ifndef TN_NUM_ADJUST_H
#define TN_NUM_ADJUST_H

#include "tn/base/arena.h"

enum tn_p_adjustment { TN_UNADJUSTED, TN_HOLM, TN_BENJAMINI_HOCHBERG };

/* adjusted may be p itself. Accuracy: one rounding. Cost: n log n.
 * Source: [Holm1979], [BenjaminiHochberg1995]; R's p.adjust. */
void tn_adjust(struct tn_arena *arena, enum tn_p_adjustment how, size_t n,
               const double p[], double adjusted[]);

#endif
