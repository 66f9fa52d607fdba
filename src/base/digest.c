/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/digest.h"

#include <stdint.h>

void tn_digest_start(struct tn_digest *digest)
{
    sha256_init(&digest->sha);
}

void tn_digest_add(struct tn_digest *digest, size_t len, const void *bytes)
{
    sha256_update(&digest->sha, len, bytes);
}

void tn_digest_finish(struct tn_digest *digest, char hex[TN_DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];

    sha256_digest(&digest->sha, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * sizeof bytes] = '\0';
}
