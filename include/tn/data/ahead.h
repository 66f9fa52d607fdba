/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ahead.h -- a long file's blocks, read and digested by a thread of their own while the
 * caller is busy with the block before. Reading and digesting are a sixth of the time
 * that a household file takes. Nothing of the answer depends on it.
 */
#ifndef TN_DATA_AHEAD_H
#define TN_DATA_AHEAD_H

#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/digest.h"

enum { TN_AHEAD_LEAST = 1024 * 1024 };   // bytes of a file that is worth a thread

/* Read in from where it stands, in blocks of so many bytes. Until tn_ahead_stop both in
 * and digest are the thread's. Null where no thread could be started: read it yourself.
 */
struct tn_ahead *tn_ahead_start(struct tn_arena *arena, FILE *in, size_t block,
                                struct tn_digest *digest);

/* The next block, which is the caller's to write into until the next call, and its
 * length: below that asked for only at the end of the file, or where reading failed; then
 * *fault is the errno, else 0. After such a block do not call again. */
char *tn_ahead_next(struct tn_ahead *ahead, size_t *len, int *fault);

/* End the thread, wherever it is. */
void tn_ahead_stop(struct tn_ahead *ahead);

#endif
