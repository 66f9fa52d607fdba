/* SPDX-License-Identifier: GPL-3.0-or-later */
/* synthetic.h -- a made-up country with Vietnam's structure, of any size.
 *
 * 63 provinces, 700 districts, 10,600 communes, 100,000 villages, and in all exactly as
 * many poor and near-poor households as were counted at the end of 2022: 1,057,374 and
 * 915,274. How they lie is made up: shares of poor households differ between provinces,
 * districts, communes and villages as products of lognormal factors. Quotas stand at
 * every level; those of wider areas are now and then above the sum of their parts'.
 * A country of another scale has as many times the areas and households.
 *
 * Every number is a function of the seed and of the area it is for.
 */
#ifndef TN_STUDY_SYNTHETIC_H
#define TN_STUDY_SYNTHETIC_H

#include <stdint.h>
#include <stdio.h>

#include "tn/data/country.h"

struct tn_synthetic {
    uint64_t seed;
    size_t areas[TN_AREA_LEVELS];   // of each level in the whole country; 1 country
    long households[TN_STATUSES];   // in the whole country
};

/* The country at a scale: 1 is Vietnam. At least one area a level and one household. */
struct tn_synthetic tn_synthetic_at(uint64_t seed, double scale);

/* As many poor and near-poor households together. */
struct tn_synthetic tn_synthetic_of(uint64_t seed, long households);

/* Write it (tn/data/country.h). What went wrong stays on the stream.
 * Cost: two passes over the villages; memory does not grow with them. */
void tn_synthetic_write(FILE *out, const struct tn_synthetic *country);

#endif
