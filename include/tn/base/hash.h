/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.h -- a quick hash of many bytes: eight at a time, two multiplications each.
 *
 * For tables alone: it resists no adversary, and differs between byte orders. */
#ifndef TN_BASE_HASH_H
#define TN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t tn_hash_mix(uint64_t x)
{
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}

static inline uint64_t tn_hash_fast(size_t len, const void *bytes, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t hash = seed ^ len * 0x9E3779B97F4A7C15u, word;

    for (; len >= sizeof word; at += sizeof word, len -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = tn_hash_mix(hash ^ word) + 0x9E3779B97F4A7C15u;
    }
    word = 0;
    memcpy(&word, at, len);
    return tn_hash_mix(hash ^ word);
}

#endif
