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

enum { TN_PHILOX_ROUNDS = 10 };

/* Multipliers of words 0 and 2; what the two words of the key grow by in a round: the
 * golden ratio and sqrt(3) - 1. */
#define TN_PHILOX_M0 0xD2511F53u
#define TN_PHILOX_M1 0xCD9E8D57u
#define TN_PHILOX_W0 0x9E3779B9u
#define TN_PHILOX_W1 0xBB67AE85u

struct tn_bits tn_philox(const uint32_t counter[4], const uint32_t key[2]);

/* The same with another number of rounds; 7 is the fewest known to pass all tests. */
struct tn_bits tn_philox_rounds(int rounds, const uint32_t counter[4],
                                const uint32_t key[2]);

/* A uniform number in the open interval (0, 1), from 53 bits: (m + 1/2) / 2^53.
 * item, year and draw say what it is for, e.g. a household's hash, 2024, 7. */
double tn_uniform(uint64_t seed, uint32_t item, uint32_t year, uint64_t draw);

/* The bits for one purpose of one item.
 *   item      64-bit key of a household, a village, a parameter (tn_key)
 *   purpose   what the item wants them for, below 256
 *   index     which of its bits, below 2^56
 * The counter is index (56 bits), purpose (8), item (64): no two uses meet. */
struct tn_bits tn_draw(uint64_t seed, uint64_t item, unsigned purpose, uint64_t index);

/* The key of an item from its name; chained, of a name within a name:
 *     tn_key(tn_key(0, "To"), "H012")
 * Differs from tn_key(tn_key(0, "ToH"), "012"). Two of a million names share a
 * key with a chance of 3e-8. FNV-1a over the bytes and the closing NUL, then the
 * finaliser of splitmix64. */
uint64_t tn_key(uint64_t within, const char *name);

#endif
