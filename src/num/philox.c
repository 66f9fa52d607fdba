/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/philox.h"

enum { ROUNDS = 10 };

static const uint32_t MULTIPLIER[2] = {0xD2511F53, 0xCD9E8D57};
static const uint32_t WEYL[2] = {0x9E3779B9, 0xBB67AE85};   // golden ratio, sqrt(3) - 1

struct tn_bits tn_philox(const uint32_t counter[4], const uint32_t key[2])
{
    uint32_t c[4] = {counter[0], counter[1], counter[2], counter[3]};
    uint32_t k[2] = {key[0], key[1]};

    for (int round = 0; round < ROUNDS; round++) {
        uint64_t a = (uint64_t)MULTIPLIER[0] * c[0];
        uint64_t b = (uint64_t)MULTIPLIER[1] * c[2];
        c[0] = (uint32_t)(b >> 32) ^ c[1] ^ k[0];
        c[2] = (uint32_t)(a >> 32) ^ c[3] ^ k[1];
        c[1] = (uint32_t)b;
        c[3] = (uint32_t)a;
        k[0] += WEYL[0];
        k[1] += WEYL[1];
    }
    return (struct tn_bits){{c[0], c[1], c[2], c[3]}};
}

double tn_uniform(uint64_t seed, uint32_t item, uint32_t year, uint64_t draw)
{
    const uint32_t counter[4] = {(uint32_t)draw, (uint32_t)(draw >> 32), item, year};
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    struct tn_bits bits = tn_philox(counter, key);

    uint64_t m = ((uint64_t)bits.word[1] << 32 | bits.word[0]) >> 11;
    return ((double)m + 0.5) * 0x1p-53;
}
