/* SPDX-License-Identifier: GPL-3.0-or-later */
/* joint.h -- two counts at once: are both quotas met?
 *
 * Both counts are moved by the same year. They may share the effect of a place too, or
 * each have its own there. The households counted must be different ones (the poor and
 * the near-poor), for given the effects the two are taken to be independent.
 *
 * A joint law costs some hundred times what both laws alone do (tn/num/effects.h).
 */
#ifndef TN_NUM_JOINT_H
#define TN_NUM_JOINT_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/effects.h"

struct tn_pair {
    size_t count[2];      // which two of the counts
    bool shared_places;   // one effect of a place for both; else each has its own
};

/* The joint law of both counts over all places together, each counted up to a cap only:
 * all that exceeds cap[c] is put at cap[c], so that the last cell of a law capped at
 * the quotas is P(both quotas met). A cap above the number of households does nothing. */
struct tn_joint {
    size_t n[2];   // last index of either
    double *pmf;   // (n[0] + 1) x (n[1] + 1), the second count fastest
};

/* Accuracy: the chance of both is a narrower function of the effects than that of either,
 * so the grid must be one for a hundredth of the tol asked (tn_effects_solve's are).
 * Cost: year lanes x sum over places v of (cells of v) x (cells of the places so far);
 * 67 and 57 households at 1e-10: 4 ms uncapped, 1.3 ms capped at quotas 23 and 35. */
struct tn_joint tn_joint_law(struct tn_arena *arena, const struct tn_laws *laws,
                             struct tn_pair pair, const long cap[2]);

/* P(first >= i and second >= k). */
double tn_joint_at_least(const struct tn_joint *joint, long i, long k);

/* P(both counts of one place are at least quota[0] and quota[1]). */
double tn_joint_place(struct tn_arena *arena, const struct tn_laws *laws,
                      struct tn_pair pair, size_t place, const long quota[2]);

/* P(every place v has both of its counts at least quota[2 v] and quota[2 v + 1]). */
double tn_joint_every(struct tn_arena *arena, const struct tn_laws *laws,
                      struct tn_pair pair, const long quota[]);

#endif
