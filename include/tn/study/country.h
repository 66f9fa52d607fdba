/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country.h -- the plan year of a whole country, at every level at once.
 *
 * The model is that of a commune's plan (tn/study/model.h), without household terms. What
 * there is the effect of the year, which a commune's households share, is here the sum of
 * four: of the year in the whole country, of the province, the district, the commune.
 * They share its variance, so that a commune's own forecast stays what it would be alone,
 * and districts, provinces and the country get what their communes have in common. In a
 * village as many households are planned as its quotas ask for.
 *
 * A country is read and answered province by province. Memory is that of one province,
 * and at most some 2 MB for each that is over.
 */
#ifndef TN_STUDY_COUNTRY_H
#define TN_STUDY_COUNTRY_H

#include <stdbool.h>

#include "tn/data/country.h"
#include "tn/study/forecast.h"
#include "tn/study/team.h"

/* Levels that share the year's variance: country to commune. */
enum { TN_SHARED_LEVELS = TN_A_COMMUNE + 1 };

struct tn_country_options {
    unsigned long seed;
    int threads;                      // 0: all
    long points;                      // forecast: parameter points, a multiple of 16; 0:
                                      // every parameter at its median
    long draws;                       // simulate
    double share[TN_SHARED_LEVELS];   // of the year's variance; they add up to 1
    const struct tn_team *team;       // processes that share the work; null: alone
    bool share_out;                   // forecast: share every area's quota out fairly
};

/* What is forecast of one status in one area. Exits: gross. */
struct tn_area_outcome {
    long base, quota;
    double mean, sd;
    long q05, q50, q95;
    long realistic[3];   // the largest quotas met with tn_realistic_level
    long fair;           // of what is asked of the area around it, its fair share
    double p_fair;       // that it reaches that; with share_out, else TN_UNKNOWN and NAN
    struct tn_odds quota_met;
    struct tn_odds net_met;   // by simulation alone; NAN in a forecast
    double mean_end;          // households left at the year's end; NAN: entries unknown
    long end_q05, end_q95;    // by simulation alone; TN_UNKNOWN in a forecast
};

/* outcome[level][TN_STATUSES * i + status] of area i of the province. */
struct tn_province_outcome {
    const struct tn_province *province;
    struct tn_area_outcome *outcome[TN_AREA_LEVELS];   // from TN_A_PROVINCE on
};

/* A forecast or a simulation of a country, province by province:
 *
 *     struct tn_country_run *run = tn_country_forecast(arena, &model, &options);
 *     for each province
 *         struct tn_province_outcome of = tn_country_next(run, province);
 *     tn_country_close(run, &whole, outcome);
 */
struct tn_country_run;

struct tn_country_run *tn_country_forecast(struct tn_arena *arena,
                                           const struct tn_model *model,
                                           const struct tn_country_options *options);
struct tn_country_run *tn_country_simulate(struct tn_arena *arena,
                                           const struct tn_model *model,
                                           const struct tn_country_options *options);

/* The outcomes of one more province; they live in the arena. Of a team all must ask, and
 * rank 0 alone gets them; so below. */
struct tn_province_outcome tn_country_next(struct tn_arena *arena,
                                           struct tn_country_run *run,
                                           const struct tn_province *province);

/* The provinces' fair shares of a total (at most all households are shared out), from
 * the forecast's laws; outcome: TN_STATUSES of each province in the order of the file.
 * After the last province, before tn_country_close; with share_out. */
void tn_country_share_provinces(struct tn_arena *arena, struct tn_country_run *run,
                                const long total[TN_STATUSES],
                                struct tn_area_outcome outcome[]);

/* The outcomes of the whole country. */
void tn_country_close(struct tn_arena *arena, struct tn_country_run *run,
                      const struct tn_area *whole,
                      struct tn_area_outcome outcome[TN_STATUSES]);

#endif
