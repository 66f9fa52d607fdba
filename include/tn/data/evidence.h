/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence.h -- the files beside plan and villages: indicators, goals, claims, history,
 * progress, model, scenario. Each reads reading->path into its array of the commune;
 * false where the file has an error. */
#ifndef TN_DATA_EVIDENCE_H
#define TN_DATA_EVIDENCE_H

#include "tn/data/commune.h"
#include "tn/data/places.h"

bool tn_indicators_read(struct tn_reading *reading, struct tn_commune *commune,
                        struct tn_input *input);
bool tn_goals_read(struct tn_reading *reading, struct tn_commune *commune,
                   struct tn_input *input);
bool tn_claims_read(struct tn_reading *reading, struct tn_commune *commune,
                    struct tn_input *input);
bool tn_village_claims_read(struct tn_reading *reading, struct tn_commune *commune,
                            struct tn_places *places, struct tn_input *input);
bool tn_history_read(struct tn_reading *reading, struct tn_commune *commune,
                     struct tn_input *input);
bool tn_progress_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input);
bool tn_parameters_read(struct tn_reading *reading, size_t *parameters,
                        struct tn_parameter **parameter, struct tn_input *input);
bool tn_scenario_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input);

#endif
