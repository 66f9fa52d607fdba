/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lattice.h -- nested effects of many levels, each known where it is likely.
 *
 * As in tn/num/grid.h the effects add up, and everything is tabulated on one lattice of
 * their sum s, level by level, outermost first. With five levels the sum of all ranges is
 * twice as wide as the sum itself ever gets, so here the lanes of a level reach as far as
 * the sum of the effects down to it does but for a small chance. Where an average would
 * look beyond, it takes the last lane instead: that is as unlikely as what is left out.
 *
 * The step is the caller's: smooth functions of s need no finer one than they are smooth.
 */
#ifndef TN_NUM_LATTICE_H
#define TN_NUM_LATTICE_H

#include <stddef.h>

#include "tn/base/arena.h"

enum { TN_LATTICE_LEVELS = 6 };

struct tn_lattice_level {
    double sd;              // of this level's effect
    double sum_sd;          // of the effects down to this level together
    size_t width;           // lanes, whole TN_LANE
    long half;              // steps from lane 0 to s = 0
    long nodes;             // of the effect: -nodes..nodes steps
    const double *weight;   // of each, sum 1
    const double *shift;    // s at each lane
    const double *chance;   // of each lane, sum 1: the effects down to this level
};

struct tn_lattice {
    size_t levels;
    double step;
    struct tn_lattice_level level[TN_LATTICE_LEVELS];
};

/*   left_out   chance that an effect, or a sum of effects, lies beyond the lanes:
 *              1e-5 costs some 1e-6 in a probability (tests/test_wave.c)
 *
 * A level whose sd is well below the step has five nodes with the moments of the normal
 * law up to the fifth, one pair of them perhaps a little negative. */
struct tn_lattice tn_lattice_from(struct tn_arena *arena, size_t levels,
                                  const double sd[], double step, double left_out);

/* Average rows on the lanes of a level >= 1 over its effect: rows on those of the level
 * above. */
void tn_lattice_average(struct tn_arena *arena, const struct tn_lattice *lattice,
                        size_t level, size_t rows, const double in[], double out[]);

/* A row of a level with its ends repeated, so that lane j of the level above and node i
 * of the effect (from 0) meet at out[i + j]: width of the level above + 2 nodes numbers.
 */
void tn_lattice_extend(const struct tn_lattice *lattice, size_t level, const double in[],
                       double out[]);
size_t tn_lattice_extended(const struct tn_lattice *lattice, size_t level);

#endif
