/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mc_checks.h -- runs of a scenario, and results that have to be the same. */
#ifndef TN_TESTS_MC_CHECKS_H
#define TN_TESTS_MC_CHECKS_H

#include "check.h"
#include "scenario.h"
#include "tn/num/montecarlo.h"

static inline struct tn_mc_result run(struct tn_arena *arena,
                                      const struct tn_mc_model *model, uint64_t seed,
                                      uint64_t draws, int threads)
{
    struct tn_mc_request request = {
        .seed = seed, .draws = draws, .last = tn_mc_chunks(draws), .threads = threads};
    struct tn_mc_result result = {0};

    tn_mc_run(arena, model, &request, &result);
    return result;
}

static inline void same_area(const struct tn_mc_area *a, const struct tn_mc_area *b)
{
    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++) {
            const struct tn_histogram *t = &a->histogram[s][c], *u = &b->histogram[s][c];
            assert_int_equal(t->draws, u->draws);
            assert_int_equal(t->bins, u->bins);
            assert_memory_equal(t->count, u->count, t->bins * sizeof *t->count);
        }
    assert_int_equal(a->both_met, b->both_met);
}

#endif
