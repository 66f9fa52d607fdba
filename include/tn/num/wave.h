/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wave.h -- the law of a count of very many households, by its characteristic function.
 *
 * The law of a commune can be kept count by count for each value of a shared effect; that
 * of a district or a country would be too long, and its sums too dear. But such a law is
 * smooth, so its characteristic function, E exp(i w K), dies away soon: some 50
 * frequencies hold all of it. A *wave* is that function about the mean, given the sum of
 * the effects (the lanes of a level of tn/num/grid.h):
 *
 *     E[exp(i w (K - mean)) | s]     at w = step, 2 step, ..., nodes step
 *
 * Waves of independent areas multiply; an effect is averaged over by turning each node's
 * wave about the common mean; a wave on other frequencies is interpolated, which about
 * the mean is easy: nothing turns fast.
 *
 * All is right to some 1e-6 in a probability (tests/test_wave.c): not relatively right in
 * far tails, unlike the laws of tn/num/lanes.h.
 */
#ifndef TN_NUM_WAVE_H
#define TN_NUM_WAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/lattice.h"

struct tn_wave {
    size_t width;         // lanes, as in tn/num/lanes.h
    size_t nodes;         // frequencies
    double step;          // from one to the next
    double *mean, *var;   // rows: of the count given the lane
    double *re, *im;      // nodes rows each
    size_t *alive;        // of each block of TN_LANE lanes: as many frequencies; beyond
                          // them it is 0
};

/* How the frequencies of a law lie whose variances given the lanes are these, rows: dense
 * enough to be interpolated, up to where nothing is left; where a lane is unlikely, both
 * matter less. chance: of each lane, sum 1. */
double tn_wave_step(size_t width, const double chance[], const double var[]);
double tn_wave_end(size_t width, const double chance[], const double var[]);

/* So many frequencies of this step reach as far, and a few more that interpolation looks
 * at. */
size_t tn_wave_nodes(double end, double step);

/* The wave of a law on 0..n given row by row (n + 1 rows), at nodes frequencies.
 * Cost: n x nodes multiply-adds a lane, n counting where a block of lanes has its law. */
struct tn_wave tn_wave_of_law(struct tn_arena *arena, size_t width, size_t n,
                              const double law[], double step, size_t nodes);

/* Mean and variance of such a law, rows. */
void tn_law_moments(size_t width, size_t n, const double law[], double mean[],
                    double var[]);

/* The wave that every count is 0: to multiply others into. */
struct tn_wave tn_wave_one(struct tn_arena *arena, size_t width, double step,
                           size_t nodes);

/* The same, to multiply into what a count with these variances and no more needs: see
 * tn_wave_end. */
struct tn_wave tn_wave_until(struct tn_arena *arena, size_t width, const double chance[],
                             const double var[], double step);

/* Its frequencies up to end alone. */
struct tn_wave tn_wave_copy(struct tn_arena *arena, const struct tn_wave *wave,
                            double end);

/* The count of more, independent of that of into, joins it. more is interpolated where
 * its frequencies are others; where it has none it counts as died away. */
void tn_wave_join(struct tn_arena *arena, struct tn_wave *into,
                  const struct tn_wave *more);

/* Average over the effect of a level >= 1: the wave on the lanes of the level above. */
struct tn_wave tn_wave_average(struct tn_arena *arena, const struct tn_lattice *lattice,
                               size_t level, const struct tn_wave *wave);

/* The law once every effect is averaged over, in cells of step counts (as in
 * tn_distribution): pmf[k], k = 0..cells, becomes P((k - 1) step < K <= k step), so that
 * pmf[0] is P(K = 0). Every count lies in 0..n, n <= cells * step.
 *   level    of the lattice whose lanes the wave has
 *   at       further counts, points of them: at_most[i] becomes P(K <= at[i])
 * Between lanes the wave is interpolated, so that the law is smooth even where the lanes
 * are too far apart for it. */
struct tn_cells {
    size_t n, cells;
    long step;
    size_t points;
    const long *at;
};
void tn_wave_law(struct tn_arena *arena, const struct tn_lattice_level *level,
                 const struct tn_wave *wave, const struct tn_cells *cells, double pmf[],
                 double at_most[]);

#endif
