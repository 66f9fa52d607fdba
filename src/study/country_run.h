/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country_run.h -- what a forecast and a simulation of a country have in common. Inside
 * study/ only. */
#ifndef TN_STUDY_COUNTRY_RUN_H
#define TN_STUDY_COUNTRY_RUN_H

#include "country_point.h"

struct tn_country_run {
    const struct tn_model *model;
    struct tn_country_options options;
    struct tn_province_outcome (*next)(struct tn_arena *arena, struct tn_country_run *run,
                                       const struct tn_province *province);
    void (*close)(struct tn_arena *arena, struct tn_country_run *run,
                  const struct tn_area *whole,
                  struct tn_area_outcome outcome[TN_STATUSES]);
    void *state;
};

/* Room for a province's outcomes. */
struct tn_province_outcome country_outcomes(struct tn_arena *arena,
                                            const struct tn_province *province);

/* Share a total out over n parts, as far as their households go: the fair shares go to
 * their outcomes. law and outcome hold one status of every TN_STATUSES. */
void country_share(struct tn_arena *arena, size_t n, const struct tn_distribution law[],
                   long total, struct tn_area_outcome outcome[]);

/* The area's nonpoor households in thousands; NAN where not known. */
double country_exposure(const struct tn_area *area);

#endif
