/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scenario.h -- the 11 villages of the oracle's forecasts as a model to draw from.
 *
 * Fixed logits: poor planned 1.2, unplanned -2.2; near-poor planned 1.6, unplanned -1.5;
 * a village's planned households are as many as its quota. */
#ifndef TN_TESTS_SCENARIO_H
#define TN_TESTS_SCENARIO_H

#include <math.h>
#include <string.h>

#include "tn/num/montecarlo.h"
#include "tn/num/philox.h"

enum {
    VILLAGES = 11,
    HOUSEHOLDS = 124,
    YEAR_SD = 4,
    PLACE_SD,
    CROSS,
    FALL,
    ENTRY,
    ENTRY_NEAR,
    TERM
};

struct scenario {
    struct tn_mc_parameter parameter[TERM + 1];
    struct tn_mc_effect effect[1];
    struct tn_mc_place place[VILLAGES];
    struct tn_mc_unit unit[HOUSEHOLDS];
    struct tn_mc_model model;
};

static const long scenario_units[2][VILLAGES] = {{6, 1, 8, 9, 8, 5, 8, 6, 1, 1, 14},
                                                 {2, 3, 0, 7, 9, 5, 9, 8, 3, 6, 5}};
static const long scenario_quota[2][VILLAGES] = {{2, 0, 3, 3, 3, 1, 2, 2, 0, 0, 7},
                                                 {1, 1, 0, 4, 6, 3, 6, 5, 2, 4, 3}};

static inline void scenario_set(struct scenario *s, size_t parameter, double mean,
                                double sd)
{
    s->parameter[parameter] = (struct tn_mc_parameter){mean, sd,
                                                       tn_key(parameter, "parameter")};
}

static inline void scenario_units_of(struct scenario *s, size_t village, int state)
{
    for (long i = 0; i < scenario_units[state][village]; i++) {
        size_t planned = i < scenario_quota[state][village];
        uint64_t key = tn_key(tn_key(village, state ? "near" : "poor"), "household");
        s->unit[s->model.units++] = (struct tn_mc_unit){
            .key = tn_key(key + (uint64_t)i, ""),
            .place = village,
            .state = state,
            .base = 2 * (size_t)state + planned};
    }
}

/* Without crossings and entries; effects of sd 0 are switched off. */
static inline void scenario_fill(struct scenario *s, double village_sd, double year_sd)
{
    static const double logit[4] = {-2.2, 1.2, -1.5, 1.6};

    memset(s, 0, sizeof *s);
    for (size_t p = 0; p < 4; p++)
        scenario_set(s, p, logit[p], 0);
    scenario_set(s, YEAR_SD, log(year_sd), 0);
    scenario_set(s, PLACE_SD, log(village_sd), 0);
    for (size_t p = CROSS; p <= ENTRY_NEAR; p++)
        scenario_set(s, p, -INFINITY, 0);
    scenario_set(s, TERM, 0, 0);
    s->effect[0] = (struct tn_mc_effect){YEAR_SD, tn_key(2024, "year")};
    s->model = (struct tn_mc_model){.parameters = TERM + 1,
                                    .effects = 1,
                                    .places = VILLAGES,
                                    .parameter = s->parameter,
                                    .effect = s->effect,
                                    .place = s->place,
                                    .unit = s->unit,
                                    .place_sd = PLACE_SD,
                                    .crossing = {CROSS, FALL},
                                    .entry = {ENTRY, ENTRY_NEAR},
                                    .quota = {23, 35}};
    for (size_t v = 0; v < VILLAGES; v++) {
        s->place[v] = (struct tn_mc_place){.key = tn_key(v, "village"),
                                           .exposure = {0.217, 0.217}};
        for (int state = 0; state < 2; state++) {
            s->place[v].quota[state] = scenario_quota[state][v];
            scenario_units_of(s, v, state);
        }
    }
}

/* Everything at once: uncertain chances and sds, crossings, entries, terms aside. */
static inline void scenario_fill_uncertain(struct scenario *s)
{
    scenario_fill(s, 0.4, 0.5);
    scenario_set(s, 0, -2.0, 0.7);
    scenario_set(s, 1, 1.1, 0.63);
    scenario_set(s, 2, -2.0, 0.71);
    scenario_set(s, 3, 0.62, 0.58);
    scenario_set(s, YEAR_SD, log(0.5), 0.4);
    scenario_set(s, PLACE_SD, log(0.4), 0.55);
    scenario_set(s, CROSS, 0.2, 0.7);
    scenario_set(s, FALL, -3.9, 0.7);
    scenario_set(s, TERM, 0.6, 0.25);
    scenario_set(s, ENTRY, log(1.0), 0.7);
    scenario_set(s, ENTRY_NEAR, log(1.5), 0.6);
}

#endif
