/* SPDX-License-Identifier: GPL-3.0-or-later */
/* simulate.h -- the plan year drawn household by household, beside the exact law.
 *
 * The same model as tn/study/forecast.h, by a way that shares nothing with it but the
 * parameters: every household, effect and flow is drawn. Results depend on the seed and
 * on names and codes, not on threads or the order of rows.
 */
#ifndef TN_STUDY_SIMULATE_H
#define TN_STUDY_SIMULATE_H

#include "tn/num/montecarlo.h"
#include "tn/study/forecast.h"
#include "tn/study/team.h"

struct tn_simulate_options {
    unsigned long seed;
    long draws;
    int threads;                        // 0: all
    const struct tn_mc_result *drawn;   // by tn_simulate_chunks; null: draw here
};

/* What tn_simulate_chunks draws from. */
struct tn_simulate_part {
    const struct tn_commune *commune;
    const struct tn_model *model;
    const struct tn_simulate_options *options;
};

/* Draw chunks [first, last) of the simulation and add them to result, or set it where it
 * holds none yet: a tn_partial_draw. part: struct tn_simulate_part. */
void tn_simulate_chunks(struct tn_arena *arena, void *part, uint64_t first, uint64_t last,
                        struct tn_mc_result *result);

/* Draw all chunks together with the other processes of a team; the result is whole at
 * rank 0 alone. */
void tn_simulate_team(struct tn_arena *arena, struct tn_simulate_part *part,
                      const struct tn_team *team, struct tn_mc_result *result);

/* Chunks in a simulation of so many draws. */
uint64_t tn_simulate_all_chunks(long draws);

/* A simulated probability beside the computed one. */
struct tn_comparison {
    struct tn_odds computed, simulated;
    double z;   // difference in standard errors of both; NAN where both are exact
};

struct tn_simulation {
    struct tn_forecast forecast;   // method TN_SIMULATED, the laws as drawn
    struct tn_forecast computed;   // exact or conditional
    struct tn_comparison quota[TN_STATUSES], net[TN_STATUSES], both;
    struct tn_comparison *village[TN_STATUSES];   // P(quota met) per village
    long draws;
};

/* Fails as tn_forecast_of does. */
TN_CHECKED enum tn_fault tn_simulate_plan(struct tn_arena *arena,
                                          const struct tn_commune *commune,
                                          const struct tn_model *model,
                                          const struct tn_simulate_options *options,
                                          struct tn_simulation *simulation,
                                          struct tn_err *err);

#endif
