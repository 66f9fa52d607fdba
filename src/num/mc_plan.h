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

#include <stdalign.h>
#include <stdbool.h>

#include "tn/num/montecarlo.h"
#include "tn/num/philox.h"

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

/* Units of one place and state with one logit; at most MOST_UNITS, so that the counts of
 * two groups fit into 16 bits. */
struct mc_group {
    const struct tn_mc_unit *like;   // any of them
    const double *covariate;         // its own
    size_t first, units;             // in the plan's keys
    size_t kind;                     // of the plan's, or TN_MC_NONE
    bool last;                       // counts are to be collected after it
};

/* A logit that groups of several places have in common, but for the effects. */
struct mc_kind {
    const struct mc_group *like;   // any of them
    bool uncertain;                // it differs between replicates
};

enum { MOST_KINDS = 32 };

/* Beyond this logit the odds are not taken apart into a kind's and a place's factor. */
#define MOST_LOGIT 40.0

enum { MOST_UNITS = 16383 };

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
    const struct tn_mc_request *request;
    uint64_t key[2][TN_PHILOX_ROUNDS];   // Philox's, of each round
    struct mc_place *place;
    const uint64_t *unit;   // the units' keys, by group
    size_t kinds;
    struct mc_kind kind[MOST_KINDS];
    long units[TN_MC_STATES];
    unsigned char *role;   // of each parameter: enum mc_role
    bool *on;              // of each parameter: it is not switched off
    bool varies[TN_MC_STATES][TN_MC_COUNTS];   // else it follows from the exits
};

enum mc_role { AS_DRAWN, AS_EXP, AS_EXPIT };

/* Counts of one area in each replicate of a block. */
struct mc_counts {
    int32_t of[TN_MC_STATES][TN_MC_COUNTS][BLOCK];
};

/* What the first two rounds of Philox make of an item, whatever the counter's low word:
 * those words are the same for all replicates and are computed once. Round 1 turns them
 * into a, round 2 into b and c, round 3 takes d; each with the round's key. */
struct mc_start {
    uint64_t a, b, c, d;
};

/* How often each pair of counts (of state 0, of state 1) came up: one step for two
 * counts, and both quotas together. Neighbouring replicates add to tables of their own,
 * so that one need not wait for the other where they agree. */
struct mc_pairs {
    size_t cells;      // of a table; 0: too many, histograms are kept instead
    size_t stride;     // from a count of state 0 to the next
    size_t tables;     // 1 or PAIR_TABLES
    uint64_t *count;   // [tables][cells]
};

enum { PAIR_TABLES = 4, MOST_CELLS = 16384, FEW_CELLS = 1024 };

struct mc_tally {
    struct mc_pairs pairs[TN_MC_COUNTS];
    const long *quota, *units;   // of each state
};

/* The work space of one thread. Arrays of BLOCK are by replicate. */
struct mc_work {
    alignas(64) double shared[BLOCK];   // effects of all places
    alignas(64) double effect[BLOCK];   // those and the place's own
    /* In single precision, 1 / odds of staying: of the effects of the place at hand, and
     * of each kind; good where no logit is beyond MOST_LOGIT. */
    alignas(64) float place_odds[BLOCK];
    float (*kind_odds)[BLOCK];
    bool place_good, kind_good[MOST_KINDS], opened;
    /* Of the group's chances to leave (0) and to leave or cross (1): the limit of the
     * upper 16 bits, and how many units of the state were below. */
    alignas(64) int16_t limit[2][BLOCK];
    alignas(64) int16_t below[2][BLOCK];
    alignas(64) struct mc_counts count;               // of the place at hand
    alignas(64) struct mc_counts total;               // of all places so far
    alignas(64) int32_t every[TN_MC_STATES][BLOCK];   // all bits: each place so far met
    alignas(64) int32_t cell[BLOCK];                  // of the pair at hand
    double (*value)[BLOCK];                           // of each parameter, after its role
    struct mc_start *start;                           // of each unit, by group
    const struct mc_plan *plan;
    uint64_t block;           // at hand
    struct mc_tally *tally;   // of each place; the last one of all together
    struct tn_mc_result result;
};

/* A build of the code that draws. */
struct mc_kernel {
    /* Draw the parameters and shared effects of the block at hand. */
    void (*draw_parameters)(struct mc_work *work);
    /* Draw what the units of a place do, and its entries, into work->count; add it to
     * work->total and work->every. */
    void (*draw_place)(struct mc_work *work, size_t place);
    /* Set work->cell, the place of each replicate in a table of pairs. */
    void (*find_cells)(struct mc_work *work, const struct mc_counts *count, int which,
                       size_t stride);
};

extern const struct mc_kernel mc_portable, mc_avx2, mc_avx512;

struct mc_plan mc_plan_from(struct tn_arena *arena, const struct tn_mc_model *model,
                            const struct tn_mc_request *request);

/* Work space with empty histograms and the parameters that are known. */
struct mc_work *mc_work_new(struct tn_arena *arena, const struct mc_plan *plan);

/* Empty tallies of every area in work->result. */
void mc_tally_new(struct tn_arena *arena, struct mc_work *work);

/* Count the first n replicates of a place, or of all with v the number of places. */
void mc_tally_block(const struct mc_kernel *kernel, struct mc_work *work, size_t v,
                    size_t n);

/* Fill in work->result from the tallies. */
void mc_tally_close(struct mc_work *work);

/* Make ready for replicates 512 block to 512 block + 511. */
void mc_open_block(struct mc_work *work, uint64_t block);

/* high: bits 32 to 55 of the index. */
struct mc_start mc_start_of(const struct mc_plan *plan, uint64_t item, unsigned purpose,
                            uint64_t high);

/* The logit of a group's units in replicate j of the block, in the order of operations
 * that all builds keep. */
double mc_logit(const struct mc_work *work, const struct mc_group *group, size_t j);

static inline bool mc_is_on(const struct mc_plan *plan, size_t parameter)
{
    return parameter != TN_MC_NONE && plan->on[parameter];
}

/* Numbers drawn for a unit: of each plane `width` replicates, the first of them `from`.
 */
struct mc_drawn {
    size_t from, width;
    int kinds;              // limits in use
    const int16_t *upper;   // [PLANES][width]: upper 16 bits, less 32768
    int16_t *change;        // [kinds][PLANES][width]: what the count lacks
};

/* Decide with all 48 bits the draws that the upper 16 do not. unit: in its group. */
void mc_settle(const struct mc_work *work, const struct mc_group *group, size_t unit,
               struct mc_drawn drawn);

#endif
