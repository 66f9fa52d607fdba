/* SPDX-License-Identifier: GPL-3.0-or-later */
/* montecarlo.h -- a year of many places, drawn unit by unit, a great many times.
 *
 * A unit (a household) stands in one of two states, 0 or 1 (poor, near-poor), and in
 * one place. In each replicate the uncertain parameters are drawn first, then the
 * effects shared by all places, then each place's own, then every unit leaves its
 * state or not:
 *
 *     logit P(leaves) = parameter[base] + offset + sum of coefficient x covariate
 *                       + shared effects + effect of its place
 *
 * Of those that leave state 0 a share goes on to state 1, the rest above both; of those
 * that stay in state 1 a share falls to 0; new units enter each state, Poisson at each
 * place. In the end the place holds
 *
 *     end[0] = units[0] - exits[0] + crossings[1] + entries[0]
 *     end[1] = units[1] - exits[1] - crossings[1] + crossings[0] + entries[1]
 *
 * Every number drawn is a function of the seed, the replicate, and the key of the
 * parameter, effect, place or unit it is for. The histograms therefore do not depend on
 * threads, on the processor, on the order of units and places, or on how the chunks of
 * a run were spread over machines; a unit struck off changes no other's draws.
 *
 * A chance is compared with a uniform number of 48 bits, so it is right to 2^-48.
 */
#ifndef TN_NUM_MONTECARLO_H
#define TN_NUM_MONTECARLO_H

#include <stdbool.h>

#include "tn/num/histogram.h"

enum { TN_MC_STATES = 2 };

/* Replicates in a chunk, the unit in which work is shared out. */
enum { TN_MC_CHUNK = 2048 };

/* A base or an effect that is not there. */
#define TN_MC_NONE ((size_t)-1)

/* Normal on its own scale: the logit for base chances and shares, the log for standard
 * deviations and rates, as it is for coefficients. A share, deviation or rate with mean
 * -INFINITY and sd 0 is switched off: exactly 0. */
struct tn_mc_parameter {
    double mean, sd;   // sd 0: known, and no draw is spent on it
    uint64_t key;
};

/* An effect shared by all places of the run: of the year, or of a wider area. */
struct tn_mc_effect {
    size_t sd;   // parameter (log scale)
    uint64_t key;
};

struct tn_mc_place {
    uint64_t key;
    long quota[TN_MC_STATES];        // exits asked for; 0 is always met
    double exposure[TN_MC_STATES];   // times the rate: the mean number of entries
    size_t own_sd;   // 0: its effect has the sd of all places; else 1 + the parameter
                     // (log) of its own
};

struct tn_mc_unit {
    uint64_t key;   // no two units of a run share it
    size_t place;
    int state;
    size_t base;     // parameter (logit scale); TN_MC_NONE: the logit is the offset
                     // alone, without terms and effects
    double offset;   // -INFINITY: never leaves, INFINITY: surely
};

struct tn_mc_model {
    size_t parameters, effects, places, units, terms;
    const struct tn_mc_parameter *parameter;
    const struct tn_mc_effect *effect;
    const struct tn_mc_place *place;
    const struct tn_mc_unit *unit;
    const size_t *term;              // parameter of each term's coefficient
    const double *covariate;         // units x terms, row by row; null without terms
    size_t place_sd;                 // parameter (log): of the places' own effects
    size_t crossing[TN_MC_STATES];   // parameter (logit): share of the exits from 0 that
                                     // go to 1; share of those staying in 1 that fall
    size_t entry[TN_MC_STATES];      // parameter (log): entries per exposure
    long quota[TN_MC_STATES];        // of all places together
};

/* place_sd, crossing and entry may be TN_MC_NONE: switched off. */

enum tn_mc_count { TN_MC_EXITS, TN_MC_CROSSINGS, TN_MC_ENTRIES, TN_MC_END, TN_MC_COUNTS };

/* The same draws by different instructions; the best this processor has, unless asked. */
enum tn_mc_build { TN_MC_BEST, TN_MC_PORTABLE, TN_MC_AVX2, TN_MC_AVX512 };

struct tn_mc_request {
    uint64_t seed;
    uint64_t draws;         // replicates in the whole run, 1 to 2^40
    uint64_t first, last;   // chunks [first, last) of it; see tn_mc_chunks
    int threads;            // 0: as many as OpenMP gives
    enum tn_mc_build build;
    /* Where not null: exits, crossings, entries, ends of all places together are added to
     * sum[state][count][replicate - first * TN_MC_CHUNK], as long as the chunks asked
     * for. So runs that share effects (the communes of a district) add up draw by draw.
     */
    int32_t *sum[TN_MC_STATES][TN_MC_COUNTS];
};

struct tn_mc_area {
    struct tn_histogram histogram[TN_MC_STATES][TN_MC_COUNTS];
    uint64_t both_met;   // draws in which exits reach the quotas of both states
};

struct tn_mc_result {
    uint64_t draws;
    size_t places;
    struct tn_mc_area *place;
    struct tn_mc_area all;   // of all places together, with the run's own quota
    uint64_t every_place_met[TN_MC_STATES];   // draws in which each place reaches its own
    uint64_t every_place_met_both;
};

/* Whether this program and processor have a build. */
bool tn_mc_can(enum tn_mc_build build);

/* Chunks in a run of so many draws. */
uint64_t tn_mc_chunks(uint64_t draws);

/* Draw the chunks asked for and count them.
 * Cost: about 30 ns per unit-draw of 64 and one thread; memory for the histograms, once
 * per thread, whatever the number of draws. */
void tn_mc_run(struct tn_arena *arena, const struct tn_mc_model *model,
               const struct tn_mc_request *request, struct tn_mc_result *result);

/* Add the draws of other chunks of the same run. */
void tn_mc_add(struct tn_mc_result *into, const struct tn_mc_result *from);

#endif
