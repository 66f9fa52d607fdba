/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stream.h -- a file as UTF-8 bytes, block by block.
 *
 * Opens the file, tells its encoding from its first bytes (or takes the one that the
 * user names), drops a byte order mark, digests the bytes as they are on the disk, and
 * stops at the size limit. What the bytes mean is not looked at here.
 */
#ifndef TN_DATA_STREAM_H
#define TN_DATA_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tn/base/digest.h"
#include "tn/data/ahead.h"
#include "tn/data/decode.h"
#include "tn/data/reading.h"

enum { TN_STREAM_BLOCK = 64 * 1024 };

struct tn_stream {
    struct tn_reading *reading;
    FILE *in;       // null where the file is in memory
    bool is_long;   // worth a thread that reads ahead, which has not begun
    struct tn_ahead *ahead;
    const char *encoding;   // in use, for messages: "UTF-8", "UTF-16LE", ...
    struct tn_decoder decoder;
    struct tn_digest digest;
    size_t block;     // bytes asked for at a time
    size_t mark;      // bytes of the byte order mark
    uint64_t taken;   // bytes read from the file
    uint64_t limit;   // bytes a file may have
    bool ended;       // nothing follows
    size_t raw_len;   // of the block last read, as it is on the disk
    char *raw, *text;
};

/* Open reading->path. False where the file cannot be read or is no text; a finding then
 * says why. Finish with tn_stream_close in either case. */
bool tn_stream_open(struct tn_stream *stream, struct tn_reading *reading);

/* The next block, which the caller may write into; null at the end of the file or where a
 * fault ended it (a finding then says so). It may be empty. */
char *tn_stream_next(struct tn_stream *stream, size_t *len);

/* Whether the file, of which nothing is taken yet, is long and its bytes are its text:
 * then it may be taken, without tn_stream_next, into the caller's memory: at most so many
 * bytes (up to 2^20 at a time), 0 at the end or where a fault ended it. Not ahead of
 * anybody, so that threads may take turns. */
bool tn_stream_is_long(const struct tn_stream *stream);
size_t tn_stream_take(struct tn_stream *stream, size_t room, char *into);

/* Read to the end, whatever follows, so that the digest is the file's. */
void tn_stream_close(struct tn_stream *stream, char sha256[TN_DIGEST_HEX]);

#endif
