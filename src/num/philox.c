/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/philox.h"

#include <assert.h>

struct tn_bits tn_philox_rounds(int rounds, const uint32_t counter[4],
                                const uint32_t key[2])
{
    uint32_t c[4] = {counter[0], counter[1], counter[2], counter[3]};
    uint32_t k[2] = {key[0], key[1]};

    for (int round = 0; round < rounds; round++) {
        uint64_t a = (uint64_t)TN_PHILOX_M0 * c[0];
        uint64_t b = (uint64_t)TN_PHILOX_M1 * c[2];
        c[0] = (uint32_t)(b >> 32) ^ c[1] ^ k[0];
        c[2] = (uint32_t)(a >> 32) ^ c[3] ^ k[1];
        c[1] = (uint32_t)b;
        c[3] = (uint32_t)a;
        k[0] += TN_PHILOX_W0;
        k[1] += TN_PHILOX_W1;
    }
    return (struct tn_bits){{c[0], c[1], c[2], c[3]}};
}

struct tn_bits tn_philox(const uint32_t counter[4], const uint32_t key[2])
{
    return tn_philox_rounds(TN_PHILOX_ROUNDS, counter, key);
}

double tn_uniform(uint64_t seed, uint32_t item, uint32_t year, uint64_t draw)
{
    const uint32_t counter[4] = {(uint32_t)draw, (uint32_t)(draw >> 32), item, year};
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    struct tn_bits bits = tn_philox(counter, key);

    uint64_t m = ((uint64_t)bits.word[1] << 32 | bits.word[0]) >> 11;
    return ((double)m + 0.5) * 0x1p-53;
}

struct tn_bits tn_draw(uint64_t seed, uint64_t item, unsigned purpose, uint64_t index)
{
    assert(purpose < 256 && index >> 56 == 0);
    const uint32_t counter[4] = {(uint32_t)index,
                                 (uint32_t)(index >> 32) | (uint32_t)purpose << 24,
                                 (uint32_t)item, (uint32_t)(item >> 32)};
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};

    return tn_philox(counter, key);
}

uint64_t tn_key(uint64_t within, const char *name)
{
    uint64_t hash = within ^ 0xCBF29CE484222325;   // FNV's offset basis

    do
        hash = (hash ^ (unsigned char)*name) * 0x100000001B3;   // FNV's prime
    while (*name++);
    hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9;
    hash = (hash ^ hash >> 27) * 0x94D049BB133111EB;
    return hash ^ hash >> 31;
}
