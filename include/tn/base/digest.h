/* SPDX-License-Identifier: GPL-3.0-or-later */
/* digest.h -- SHA-256 of bytes that come piece by piece.
 *
 *     struct tn_digest digest;
 *     tn_digest_start(&digest);
 *     while (...)
 *         tn_digest_add(&digest, len, bytes);
 *     tn_digest_finish(&digest, hex);
 */
#ifndef TN_BASE_DIGEST_H
#define TN_BASE_DIGEST_H

#include <nettle/sha2.h>
#include <stddef.h>

enum { TN_DIGEST_HEX = 2 * SHA256_DIGEST_SIZE + 1 };

struct tn_digest {
    struct sha256_ctx sha;
};

void tn_digest_start(struct tn_digest *digest);
void tn_digest_add(struct tn_digest *digest, size_t len, const void *bytes);

/* The digest in lower-case hexadecimal, ended with a NUL. */
void tn_digest_finish(struct tn_digest *digest, char hex[TN_DIGEST_HEX]);

#endif
