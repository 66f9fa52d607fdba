/* SPDX-License-Identifier: GPL-3.0-or-later */
/* effects.h -- how many households count, in each place and in all places together,
 * when a good or bad year and the place itself move the chances of all.
 *
 * A household of place v exits with chance expit(logit + u[v] + e): e ~ N(0, year_sd) is
 * shared by all, u[v] ~ N(0, place_sd) by the households of the place (places may have
 * sds of their own; a mean of their own is part of their households' logits). Given e and
 * u the households are independent. A *count* is the number of households that have some
 * property afterwards, which each has with one chance if it exits and with another if it
 * does not:
 *
 *     left poverty                poor: stays 0, exits 1
 *     poor at the end             poor: stays 1, exits 0;  near-poor: stays r, exits 0
 *     near-poor at the end        poor: stays 0, exits q;  near-poor: stays 1 - r, exits
 * 0
 *
 * Reports in the course of the year are evidence on e and u as well as on the households
 * themselves; with them every law is that of the year's end given the reports.
 *
 * The laws are exact but for two quadratures on one grid (tn/num/grid.h), which converge
 * so fast that 1e-12 takes some 60 points. For two counts at once see tn/num/joint.h.
 */
#ifndef TN_NUM_EFFECTS_H
#define TN_NUM_EFFECTS_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/grid.h"
#include "tn/num/group.h"

struct tn_count {
    size_t groups;
    const struct tn_group *group;   // by place, ascending
};

struct tn_effects {
    double year_sd, place_sd;
    size_t places;
    const double *own_sd;   // of each place in place_sd's stead; null: that of all
    size_t risks;
    const double *logit;   // risks of them, +-INFINITY allowed; alike ones are
                           // best given once: each costs an expit a lane
    size_t counts;
    const struct tn_count *count;
    /* Reports in the course of the year, or 0 and null. A pool is a set of households
     * whose exits are reported together (those of one status); its groups say which
     * households, their stays and exits do not matter. A count has either all of a pool's
     * households of a place, in one stretch of groups that name the pool, or none. */
    size_t pools;
    const struct tn_count *pool;
    const struct tn_report *report;   // pools x places, pool by pool
    double drop;   // left out at either end of a part of the law of very many households
                   // (tn/num/together.h); 0: 1e-20, relatively right far out
};

/* The law of a count of n households. Rows are as in tn/num/lanes.h. */
struct tn_law {
    size_t n;
    double *pmf;       // n + 1: effects averaged out
    double *given;     // n + 1 rows over the year's lanes: the law given e
    double *on_grid;   // n + 1 rows over the lanes of the place's grid: the law given
                       // s = u + e, or null for the law of all places together
};

struct tn_laws {
    struct tn_grid grid;         // level 0 the year, level 1 the place
    const double *year;          // weight of each lane of the year (given the reports)
    const double *const *tilt;   // of each place a row over its grid's lanes: P(reports
                                 // of the place | s) up to a factor; null without any
    const double *kept;          // places x year lanes: the mean of tilt given e
    double evidence;             // log P(all reports); 0 without any
    size_t counts, places;
    struct tn_law *whole;   // counts of them: all places together
    struct tn_law *place;   // counts x places, count by count; alike places share one
    double moved;           // tn_effects_solve: by how much a tail moved at the last
                            // halving, at most; else NAN
    double dropped;         // no more than this is missing from any law of a whole
};

/* A grid for some effects, as tn_grid_from or, with own_sd, tn_grid_places. */
struct tn_grid tn_effects_grid(struct tn_arena *arena, const struct tn_effects *effects,
                               double tol, unsigned halvings);

/* The laws on a given grid (two levels: year, place). All of it lives in the arena.
 * Cost: lanes x (households of a place)^2 / 4 a place, and together year lanes x
 * households^2 / 2 up to 400 households, above which alike places are done once and the
 * rest is as in tn/num/together.h. 124 households in 11 places at 1e-8: 60 microseconds.
 */
struct tn_laws tn_effects_laws(struct tn_arena *arena, const struct tn_grid *grid,
                               const struct tn_effects *effects);

/* The laws on a grid fine enough: its step is halved until no P(count >= k) of all
 * places together moves by tol or more (1e-14 <= tol <= 0.01), at most 6 times; then
 * moved >= tol says so. */
struct tn_laws tn_effects_solve(struct tn_arena *arena, const struct tn_effects *effects,
                                double tol);

/* The grid of a place. */
static inline const struct tn_grid *tn_laws_grid(const struct tn_laws *laws, size_t place)
{
    return laws->grid.place ? laws->grid.place[place] : &laws->grid;
}

/* The mean over the place's effect, given e (and the reports), of rows on the lanes
 * of the place's grid; out: rows on the year's lanes. */
void tn_laws_average(struct tn_arena *arena, const struct tn_laws *laws, size_t place,
                     size_t rows, const double in[], double out[]);

/* The law of a count in one place. */
static inline const struct tn_law *tn_laws_place(const struct tn_laws *laws, size_t count,
                                                 size_t place)
{
    return &laws->place[count * laws->places + place];
}

/* P(every place v has a count of at least quota[v]). */
double tn_laws_every(struct tn_arena *arena, const struct tn_laws *laws, size_t count,
                     const long quota[]);

#endif
