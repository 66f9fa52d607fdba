/* SPDX-License-Identifier: GPL-3.0-or-later */
/* philox.h -- random numbers that are a function of where they are used.
 *
 * Philox-4x32-10 turns a key (the seed) and a counter (what the number is for)
 * into 128 random bits. There is no state: draw 7 of household 12 is the same
 * number whichever thread asks for it, in whatever order, and stays the same
 * when a household is added to or struck off the list.
 *
 * Source: [Salmon2011]; tests/test_philox.c holds its known answers.
 */
#ifndef TN_NUM_PHILOX_H
#define TN_NUM_PHILOX_H

#include <stdint.h>

struct tn_bits {
    uint32_t word[4];
};

struct tn_bits tn_philox(const uint32_t counter[4], const uint32_t key[2]);

/* A uniform number in the open interval (0, 1), from 53 bits: (m + 1/2) / 2^53.
 * item, year and draw say what it is for, e.g. a household's hash, 2024, 7. */
double tn_uniform(uint64_t seed, uint32_t item, uint32_t year, uint64_t draw);

#endif
