/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leverage.h -- which household's exit the quota hangs on.
 *
 * P(count >= k) is linear in the chance of one household to be counted, and its slope is
 * the chance that the others make exactly k - 1: then that household decides. The others
 * of its place are affected by the same place and year, so the slope is computed from the
 * law without it, place by place and year by year.
 */
#ifndef TN_NUM_LEVERAGE_H
#define TN_NUM_LEVERAGE_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/effects.h"

/* Of one household of a group. */
struct tn_leverage {
    double chance;    // to be counted, effects averaged out
    double gain;      // P(count >= k | it is counted) - P(count >= k | it is not)
    double support;   // what P(count >= k) gains if its logit is raised
};

/* Which event: that a count reaches k; and what support adds to the logit of the one
 * household supported, INFINITY: its exit is sure. */
struct tn_lever {
    size_t count;
    long k;
    double raise;
};

/* The leverage of a household of each group of one count, groups of no households having
 * NAN. laws are those of effects, on any grid, without reports.
 *
 * Accuracy: that of laws; each number is a sum of non-negative terms, but for terms below
 * 1e-30, or effects->drop / 100, that are left out.
 * Cost: for each lane of the year some (households)^2, and the law of each place as often
 * as it has groups.
 * Source: gain [Feller1968] ch. IX: dP(S >= k)/dp_i = P(S - X_i = k - 1).
 */
void tn_leverage_of(struct tn_arena *arena, const struct tn_laws *laws,
                    const struct tn_effects *effects, const struct tn_lever *lever,
                    struct tn_leverage of_group[]);

#endif
