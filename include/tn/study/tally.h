/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.h -- households counted by group, deprivation pattern and sampling unit.
 *
 * One pass over any number of households, in any order, leaves a few thousand cells: how
 * many households share a group, a pattern of deprivations and a sampling unit, with
 * the sums of their weights and squared weights. Every measure of tn/study/deprivation.h
 * and its standard error comes from the cells alone, so that memory does not grow
 * with the households (where households are the sampling units).
 *
 *     struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);
 *     for each household
 *         tn_tally_add(&tally, &row);
 *     tn_tally_close(&tally);
 */
#ifndef TN_STUDY_TALLY_H
#define TN_STUDY_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/base/intern.h"
#include "tn/data/flags.h"
#include "tn/num/survey.h"

enum { TN_TALLY_COLUMNS = 4, TN_TALLY_FLAGS = 64, TN_TALLY_LEVELS = 65536 };

/* Households of weight 1, without a design and with few flags are counted in plain
 * arrays for each group: in few bytes, which stay in the processor's cache, with a carry.
 */
enum { TN_DENSE_PATTERNS = 4096, TN_DENSE_SLOTS = 1024 };
struct tn_tally_dense {
    uint8_t low[TN_DENSE_PATTERNS];
    uint32_t high[TN_DENSE_PATTERNS];   // in 256
};

/* A household with a flag missing: left out, or that flag taken as not deprived. */
enum tn_missing_rule { TN_DROP_MISSING, TN_MISSING_NOT_DEPRIVED };

struct tn_tally_cell {
    uint64_t group;     // level of column c in bits 16 c..16 c + 15
    uint64_t pattern;   // bit j: deprived in indicator j
    uint32_t unit;      // PSU, or stratum where households are the PSUs
    long n;
    long ones;           // of the n, those of weight 1: counted, not summed
    double w, w_low;     // sum of the weights, and what its rounding lost
    double w2, w2_low;   // of their squares
};

struct tn_tally_row {
    uint32_t level[TN_TALLY_COLUMNS];   // of each column, from tn_tally_level
    uint64_t deprived;                  // bit j: indicator j
    double weight;                      // above 0
    uint64_t missing;                   // bit j: indicator j, which is not in deprived
    uint32_t unit;                      // from tn_tally_unit; 0 where there is no design
};

struct tn_tally {
    struct tn_arena *arena;
    enum tn_missing_rule rule;
    struct tn_intern level[TN_TALLY_COLUMNS];
    struct tn_intern unit_key, stratum_key;
    uint32_t *stratum_of;   // of each unit
    size_t stratum_room;
    bool clustered;                 // some unit was named by a PSU
    bool weighted;                  // some weight was not 1
    long households;                // counted in the cells
    long dropped;                   // left out by TN_DROP_MISSING
    long mended;                    // with a flag taken as not deprived
    long missing[TN_TALLY_FLAGS];   // households that lack flag j
    size_t cells, slots;
    size_t dense_groups;     // at most half the slots
    uint64_t *dense_group;   // of each slot: group + 1, or 0
    struct tn_tally_dense **dense;
    struct tn_tally_cell
        *slot;                 // while adding: a hash table; once closed: cells in order
    struct tn_survey survey;   // once closed
};

struct tn_tally tn_tally_in(struct tn_arena *arena, enum tn_missing_rule rule);

/* The number of a value of a grouping column (a year, a village's name). At most
 * TN_TALLY_LEVELS a column; tn_tally_full says when a column has more. Closing numbers
 * them anew. */
uint32_t tn_tally_level(struct tn_tally *tally, size_t column, const char *text,
                        size_t length);
bool tn_tally_full(const struct tn_tally *tally);

/* The sampling unit of a stratum and PSU; either may be empty, and an empty psu means
 * that households were drawn one by one. All households must agree in having a PSU. */
uint32_t tn_tally_unit(struct tn_tally *tally, const char *stratum, const char *psu);

void tn_tally_add(struct tn_tally *tally, const struct tn_tally_row *row);

/* The same of a row of a file: its first columns as groups, and its unit where strata or
 * PSUs are named. */
void tn_tally_take(struct tn_tally *tally, size_t groups, bool designed,
                   const struct tn_flags_row *row);

/* Add the households of a part that was counted by itself, in an arena of its own (by
 * another thread). Neither is closed. */
void tn_tally_join(struct tn_tally *into, const struct tn_tally *part);

/* Number levels and units by name, so that neither the order of the rows nor parts show
 * in any digit; put the cells in order (unit, pattern, group) and sum up the design.
 * fraction: the share of the population that was counted, in every stratum alike (a
 * census: 1); 0 for a sample from a population without end. */
void tn_tally_close(struct tn_tally *tally, double fraction);

#endif
