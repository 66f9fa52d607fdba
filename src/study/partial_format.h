/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial_format.h -- inside study/partial: what its writer and its reader share. */
#ifndef TN_SRC_STUDY_PARTIAL_FORMAT_H
#define TN_SRC_STUDY_PARTIAL_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "tn/num/montecarlo.h"

#define PARTIAL_MAGIC "thoatngheo-partial"

enum { PARTIAL_FORMAT = 1 };

/* Of state 0's histograms, then of state 1's. */
extern const char *const partial_count_name[TN_MC_STATES * TN_MC_COUNTS];

/* Take a whole number of at most 19 digits off the text. */
bool partial_number(const char **text, uint64_t *number);

#endif
