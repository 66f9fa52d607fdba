/* SPDX-License-Identifier: GPL-3.0-or-later */
/* team.h -- several processes that share one piece of work.
 *
 * Every process reads everything and does its part of the draws or parameter points; then
 * whole numbers are summed, or vectors put side by side, at rank 0, which alone answers.
 * So the answer does not depend on their number. How they talk is the caller's: the
 * library knows nothing of it.
 */
#ifndef TN_STUDY_TEAM_H
#define TN_STUDY_TEAM_H

#include <stdint.h>

#include "tn/num/montecarlo.h"

struct tn_team {
    size_t rank, ranks;
    /* count[] of all ranks added up, at rank 0. */
    void (*sum)(size_t n, uint64_t count[]);
    /* The largest of all ranks, at every rank. */
    void (*most)(size_t n, uint64_t count[]);
    /* Piece i, n numbers of it, belongs to rank tn_team_owner. At rank 0 x[] gets all
     * pieces one after another; elsewhere it holds the rank's own. */
    void (*gather)(const struct tn_team *team, size_t pieces, size_t n, double x[]);
};

/* The pieces [first, last) of a rank; team null: all of them. */
struct tn_share {
    uint64_t first, last;
};
struct tn_share tn_team_share(const struct tn_team *team, size_t rank, uint64_t pieces);

/* Whether this process answers. */
static inline int tn_team_answers(const struct tn_team *team)
{
    return !team || team->rank == 0;
}

/* Add up n results of the same shapes, at rank 0. */
void tn_team_add_results(struct tn_arena *arena, const struct tn_team *team, size_t n,
                         struct tn_mc_result result[]);

/* Add up n histograms, whose bins may be fewer on some ranks. */
void tn_team_add_histograms(struct tn_arena *arena, const struct tn_team *team, size_t n,
                            struct tn_histogram *histogram[]);

#endif
