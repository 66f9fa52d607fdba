/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mc_plan.h -- inside montecarlo: a model laid out for drawing, and the draws of a block.
 *
 * Replicates are drawn in blocks of 512, in four planes of 128. An item's normal numbers
 * of a block come from 128 Philox blocks: words 0 and 1 of block i make those of
 * replicate i in planes 0 and 1, words 2 and 3 those in planes 2 and 3. Uniform words
 * are laid out alike. A unit's first 16 bits come from 64 Philox blocks: the low half of
 * word w of block i is for replicate 2i of plane w, the high half for the next one.
 */
#ifndef TN_SRC_NUM_MC_PLAN_H
#define TN_SRC_NUM_MC_PLAN_H

#include "tn/num/montecarlo.h"

enum { BLOCK = 512, PLANES = 4, PLANE = BLOCK / PLANES };

/* What an item wants bits for; part of Philox's counter. */
enum purpose {
    FOR_PARAMETER,
    FOR_EFFECT,
    FOR_PLACE,
    FOR_LEAVING,
    FOR_THE_REST,
    FOR_ENTRY
};

/* A Poisson mean is drawn in portions of at most this, each by inversion from a word of
 * its own; e^-128 is far from underflow. */
#define PORTION 128.0

/* Mean entries of one state at one place in a replicate are cut off here. */
#define MOST_ENTRIES 65536.0

/* The units of one place and state with one logit. */
struct mc_group {
    const struct tn_mc_unit *like;   // any of them
    const double *covariate;         // its own
    size_t units;
    const uint64_t *key;   // of each unit
};

struct mc_place {
    size_t groups;
    struct mc_group *group;   // state 0's first
    long units[TN_MC_STATES];
    int portions[TN_MC_STATES];   // of its Poisson means, at most
    size_t most[TN_MC_STATES];    // entries in a replicate
};

struct mc_plan {
    const struct tn_mc_model *model;
    uint64_t seed, draws;
    struct mc_place *place;
    long units[TN_MC_STATES];
    unsigned char *role;   // of each parameter: enum mc_role
};

enum mc_role { AS_DRAWN, AS_EXP, AS_EXPIT };

/* Counts of one area in each replicate of a block. */
struct mc_counts {
    int32_t of[TN_MC_STATES][TN_MC_COUNTS][BLOCK];
};

/* The work space of one thread. Arrays of BLOCK are by replicate. */
struct mc_work {
    const struct mc_plan *plan;
    uint64_t block;           // at hand
    double (*value)[BLOCK];   // of each parameter, after its role
    double shared[BLOCK], effect[BLOCK], logit[BLOCK];
    struct mc_counts count;                     // of the place at hand
    struct mc_counts total;                     // of all places so far
    unsigned char every[TN_MC_STATES][BLOCK];   // 1: each place so far met
    struct tn_mc_result result;
};

struct mc_plan mc_plan_from(struct tn_arena *arena, const struct tn_mc_model *model,
                            const struct tn_mc_request *request);

/* Work space with empty histograms and the parameters that are known. */
struct mc_work *mc_work_new(struct tn_arena *arena, const struct mc_plan *plan);

/* Draw the parameters and shared effects of the block at hand. */
void mc_draw_parameters(struct mc_work *work);

/* Draw what the units of a place do, and its entries, into work->count. */
void mc_draw_place(struct mc_work *work, size_t place);

/* The number a parameter stands for. */
double mc_value(enum mc_role role, double normal);

/* Poisson by inversion: the smallest k with P(K <= k) >= u, at most `most`. */
int32_t mc_poisson(double mean, double u, int32_t most);

#endif
