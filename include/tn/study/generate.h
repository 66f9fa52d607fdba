/* SPDX-License-Identifier: GPL-3.0-or-later */
/* generate.h -- made-up plans and histories from known parameters, of any size.
 *
 * For tests, benchmarks and demonstrations: the truth behind them is known. Every number
 * is a function of the seed and of what it is for (tn/num/philox.h), so that a longer
 * history begins with the shorter one, and a bigger plan holds the smaller one.
 */
#ifndef TN_STUDY_GENERATE_H
#define TN_STUDY_GENERATE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "tn/data/commune.h"
#include "tn/study/model.h"

struct tn_generate {
    uint64_t seed;
    size_t districts, communes,
        villages;   // communes of a district, villages of a commune
    int first_year, years;
    double poor, near_poor;           // mean households of a village, at least 1 each
    double planned;                   // share of them that are planned
    double chance[2 * TN_STATUSES];   // of exit, by tn_chance_id
    double village_sd, commune_sd, district_sd, year_sd;
    double to_near_poor;         // share of poverty exits that land among the near-poor
    double near_to_poor;         // share of near-poor that stay so who fall to poor
    double entry[TN_STATUSES];   // per village and year, mean
};

/* 1 district, 1 commune, 11 villages, 5 years from 2019, 6 and 5 households a village,
 * and the chances and spreads of a middling commune. */
struct tn_generate tn_generate_default(void);

/* The shocks behind it: of a year, and of a village with its commune and district. */
double tn_generate_year(const struct tn_generate *what, int year);
double tn_generate_village(const struct tn_generate *what, size_t district,
                           size_t commune, size_t village);

/* The rows: for each village, year and status one of planned and one of unplanned
 * households, both there even where they have none. villages * years * 4 of them. */
struct tn_history *tn_generate_history(struct tn_arena *arena,
                                       const struct tn_generate *what, size_t *n);

/* The files of a plan folder, header row first: history.csv; and of the year after the
 * history (base year its last) plan.csv, villages.csv with quotas as many as planned
 * households, and households.csv with a row for each. Only of district 1, commune 1 but
 * for the history. False where the stream broke. */
bool tn_generate_history_csv(FILE *out, size_t n, const struct tn_history row[]);
bool tn_generate_plan_csv(FILE *out, const struct tn_generate *what);
bool tn_generate_villages_csv(FILE *out, const struct tn_generate *what);
bool tn_generate_households_csv(FILE *out, const struct tn_generate *what);

#endif
