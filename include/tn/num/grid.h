/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid.h -- integrals over nested normal effects that add up, on one lattice.
 *
 * A country's, a province's, a year's, a place's effect each move a chance on the logit
 * scale, and only their sum s counts. So whatever depends on s is tabulated once on
 * a lattice of s, and the effects are averaged out one level at a time, the innermost
 * first: each average is a trapezoid sum over points of that same lattice, whose error
 * falls like exp(-2 pi^2 sd^2 / step^2).
 *
 * Level 0 is the outermost. The *lanes* of level i are the values that the sum of effects
 * 0..i can take; those of the innermost level are the lattice. A level with sd 0 has
 * one node. A level with an sd far below the others' would make the lattice needlessly
 * fine: it has nodes of its own, times every lane above it, and so have all below it.
 */
#ifndef TN_NUM_GRID_H
#define TN_NUM_GRID_H

#include <stddef.h>

#include "tn/base/arena.h"

enum { TN_LEVELS = 6 };

struct tn_level {
    size_t nodes;           // values of this level's effect
    size_t stride;          // lanes from one node to the next
    size_t width;           // lanes of this level, padded to whole TN_LANE
    const double *weight;   // of each node, sum 1; then 0 up to whole TN_LANE
};

struct tn_grid {
    size_t levels;
    struct tn_level level[TN_LEVELS];
    const double *shift;   // the sum of all effects at each lane of the innermost level
    const struct tn_grid *const *place;   // tn_grid_places: one of each place; else null
};

/* A grid for effects with these sds (each >= 0), outermost first.
 *
 *   tol       normal mass left out at each level, and about the error of the sum for a
 *             smooth integrand; 1e-15 <= tol <= 0.01
 *   halvings  halves the step so many times (own nodes: more of them)
 */
struct tn_grid tn_grid_from(struct tn_arena *arena, size_t levels, const double sd[],
                            double tol, unsigned halvings);

/* Grids of places whose effects have sds of their own, which share level 0, the year's:
 * place[v], of two levels, is the grid of place v; places of one sd share one. Beside it
 * stands that of the first place. places >= 1. */
struct tn_grid tn_grid_places(struct tn_arena *arena, double year_sd, size_t places,
                              const double sd[], double tol, unsigned halvings);

/* Average rows on the lanes of a level over that level's effect.
 *   in, out   rows of level[level].width and level[level - 1].width; level >= 1
 */
void tn_grid_average(const struct tn_grid *grid, size_t level, size_t rows,
                     const double in[], double out[]);

/* The number of lanes of the innermost level. */
static inline size_t tn_grid_lanes(const struct tn_grid *grid)
{
    return grid->level[grid->levels - 1].width;
}

#endif
