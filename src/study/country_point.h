/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country_point.h -- a province's forecast at one set of parameters, as a vector; as
 * forecast_point.h does for a commune. Inside study/ only. */
#ifndef TN_STUDY_COUNTRY_POINT_H
#define TN_STUDY_COUNTRY_POINT_H

#include "tn/num/lattice.h"
#include "tn/num/wave.h"
#include "tn/study/country.h"

enum { NUMBERS = 3, MET = 0, MEAN = 1, END = 2 };   // in front of an area's pmf

/* Where the numbers of one status of one area stand in the vector. */
struct country_slot {
    size_t at;   // NUMBERS of them, then the pmf: cells + 1
    size_t cells;
    long step;
};

/* Where everything of a province stands. */
struct country_slots {
    size_t length;
    struct country_slot *slot[TN_AREA_LEVELS];   // TN_STATUSES an area
};

struct country_slots country_slots_of(struct tn_arena *arena,
                                      const struct tn_province *province);

/* Where one area alone stands (the country). */
struct country_slot country_slot_at(size_t at, long households);

/* One set of parameters. */
struct country_point {
    double logit[2];             // of a status: unplanned, planned
    struct tn_lattice lattice;   // level by level
};

/* The parameters of a status; scaled: as of tn_point_of. */
struct country_point country_point_of(struct tn_arena *arena,
                                      const struct tn_model *model,
                                      const double share[TN_SHARED_LEVELS],
                                      const double scaled[], enum tn_status status);

/* A status at one set of parameters, and where its numbers go. */
struct country_at {
    const struct country_point *point;
    enum tn_status status;
    double *vector;
};

/* The numbers (but END) of all the province's areas; gives the province's wave with its
 * own effect averaged over, on the lanes of the country. */
struct tn_wave country_province_at(struct tn_arena *work, const struct country_at *at,
                                   const struct tn_province *province,
                                   const struct country_slots *slots);

/* An area, which is its parts together. */
struct country_whole {
    enum tn_area_level level;
    const struct tn_area *area;
    const struct country_slot *slot;
    size_t n;
    const struct tn_wave *part;   // on the level's lanes, independent given these
};

/* Its numbers, and the wave of its parts' sum. */
struct tn_wave country_join(struct tn_arena *work, const struct country_at *at,
                            const struct country_whole *whole);

#endif
