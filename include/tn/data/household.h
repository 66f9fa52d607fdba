/* SPDX-License-Identifier: GPL-3.0-or-later */
/* household.h -- households.csv, household by household.
 *
 * Memory does not grow with the file (but for 16 bytes a household, up to a fixed table,
 * by which codes that are there twice are found; a longer file is looked through again
 * for the rest). Texts of a household last until the next one. */
#ifndef TN_DATA_HOUSEHOLD_H
#define TN_DATA_HOUSEHOLD_H

#include "tn/data/commune.h"
#include "tn/data/places.h"

/* Give each household of reading->path that has no error to fn. False where there was
 * one, anywhere; findings then say what. */
bool tn_household_each(struct tn_reading *reading, struct tn_places *places,
                       tn_household_fn *fn, void *context, struct tn_input *input);

#endif
