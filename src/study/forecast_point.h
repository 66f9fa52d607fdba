/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forecast_point.h -- a commune's forecast at one set of parameters, as a vector.
 *
 * What a forecast reports is linear in the laws, so it can be averaged over parameters:
 * every number of it has a place in one vector, and an average of vectors is the vector
 * of the forecast. Inside study/ only.
 */
#ifndef TN_STUDY_FORECAST_POINT_H
#define TN_STUDY_FORECAST_POINT_H

#include "tn/num/effects.h"
#include "tn/study/forecast.h"

enum { TN_C_POOR_EXITS, TN_C_NEAR_EXITS, TN_C_POOR_END, TN_C_NEAR_END, TN_C_COUNTS };

/* The first numbers of the vector decide how many parameter points are enough: for the
 * commune, gross and net, and both quotas if the statuses were independent. */
enum {
    TN_WATCHED_QUOTA,
    TN_WATCHED_NET = TN_WATCHED_QUOTA + TN_STATUSES,
    TN_WATCHED_INDEPENDENT = TN_WATCHED_NET + TN_STATUSES,
    TN_WATCHED
};

/* Where an area's numbers stand in the vector. */
struct tn_slots {
    size_t n[TN_C_COUNTS];     // last index of each law
    long step[TN_C_COUNTS];    // counts a cell: 1, or more where entries range too far
    size_t pmf[TN_C_COUNTS];   // where it starts; n + 1 numbers
    size_t quota[TN_STATUSES], net[TN_STATUSES];
    size_t to_near, to_poor, entry[TN_STATUSES];   // expected households
    size_t mean[TN_C_COUNTS];
};

/* An effect given the reports: the means of it and of its square. */
enum { TN_EFFECT_MEAN, TN_EFFECT_SQUARE, TN_EFFECT_NUMBERS };

struct tn_setup {
    const struct tn_commune *commune;
    const struct tn_model *model;
    struct tn_classes classes;
    const struct tn_village_term **village;   // what the model knows of each, or null
    bool villages_known;                      // of one at least
    struct tn_total total;
    bool entries_unknown, shared_by_poor;
    double *exposure;   // per village: thousands of nonpoor households; last: all
    size_t groups[TN_C_COUNTS];
    struct tn_group *group[TN_C_COUNTS];   // chances of counts 2 and 3 left open
    bool *of_poor[TN_C_COUNTS];            // whose households a group is of
    struct tn_slots *slots;                // per village; last: the commune
    size_t both, every[TN_STATUSES];
    size_t targets[TN_STATUSES], target[TN_STATUSES];   // first slot of each
    struct tn_target *printed[TN_STATUSES];
    size_t weight;   // slot of exp(log P(reports) - reference); 1 without reports
    const struct tn_report *report;   // TN_STATUSES x villages; null: none
    double reference;                 // log P(reports) at the medians
    size_t effects;                   // with reports: first slot of TN_EFFECT_NUMBERS of
                                      // the year, then of each village
    size_t length;                    // of the vector
};

struct tn_setup tn_setup_from(struct tn_arena *arena, const struct tn_commune *commune,
                              const struct tn_model *model);

/* How exactly a point is computed. */
struct tn_precision {
    bool solve;   // halve the step until tol is reached; else one grid
    double tol;
    bool joint;   // fill the slot both; costs more than all the rest
};

/* The vector of one set of parameters.
 *   scaled   TN_PARAMETERS and the terms, on the scale of their normals
 *   out      setup->length numbers; with reports all times the slot weight, so that a
 *            ratio of averages is an average given the reports
 * Returns by how much a probability moved at the last halving (0 without solve). */
double tn_point_of(struct tn_arena *arena, const struct tn_setup *setup,
                   const double scaled[], struct tn_precision precision, double out[]);

/* The effects of one set of parameters, with the counts TN_C_... . */
struct tn_effects tn_point_effects(struct tn_arena *arena, const struct tn_setup *setup,
                                   const double scaled[]);

/* log P(setup's reports) at one set of parameters. */
double tn_point_evidence(struct tn_arena *arena, const struct tn_setup *setup,
                         const double scaled[], double tol);

/* Which parameters are uncertain, and where each one's normal stands. */
struct tn_draws {
    const struct tn_setup *setup;
    size_t n;
    const struct tn_prior **prior;   // TN_PARAMETERS + terms
    size_t *dimension;               // of each; above n where it is fixed
};

struct tn_draws tn_draws_of(struct tn_arena *arena, const struct tn_setup *setup);

/* The parameters where their normals stand at the point u of the unit cube, or, u null,
 * at their medians. */
const double *tn_draws_at(struct tn_arena *arena, const struct tn_draws *draws,
                          const double u[]);

/* Whether both quotas are left to the series of tn/num/concord.h, which costs so little
 * that every point has it, asked for or not. */
bool tn_point_many(const struct tn_setup *setup);

/* How many points a replicate may take, a power of two, where n is taken of few
 * households. Up to 2,048 households that is n; above, a point takes milliseconds, and
 * fewer are taken, though least at least: the error that they leave is told. */
size_t tn_points_for(const struct tn_setup *setup, size_t n, size_t least);

#endif
