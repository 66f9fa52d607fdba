/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan.h -- plan.csv and villages.csv: the two files that a plan must have. */
#ifndef TN_DATA_PLAN_H
#define TN_DATA_PLAN_H

#include "tn/data/commune.h"
#include "tn/data/places.h"
#include "tn/data/schema.h"

/* Fill the commune's name, years and plan figures, and line with the places of the keys
 * (0: not there). False where the file has an error. */
bool tn_plan_read(struct tn_reading *reading, struct tn_commune *commune,
                  long line[TN_P_KEYS], struct tn_input *input);

/* The same where there is no plan.csv: nothing is known. */
void tn_plan_unsaid(struct tn_commune *commune);

/* Fill the commune's villages, and places with their names. */
bool tn_villages_read(struct tn_reading *reading, struct tn_commune *commune,
                      struct tn_places *places, struct tn_input *input);

#endif
