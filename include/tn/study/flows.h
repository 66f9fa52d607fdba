/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flows.h -- landing shares, falls and entries learned from a history.
 *
 * Each commune and year is an area of its own with a share or rate of its own, and what
 * is learned is the share or rate of a year yet to come: tn/num/spreadrate.h.
 */
#ifndef TN_STUDY_FLOWS_H
#define TN_STUDY_FLOWS_H

#include "tn/study/fit.h"

/* Set fit->change of to_near_poor, near_to_poor and entry where the rows count them; the
 * doubt TN_FIT_NO_TOTAL where entries are counted but the commune's households (options;
 * NAN or 0: not known, and of no use where the history has several communes) are not.
 * Rows are by district, commune and year. */
void tn_flows_fit(struct tn_arena *arena, size_t n, const struct tn_history *const row[],
                  const struct tn_fit_options *options, struct tn_fit *fit);

#endif
