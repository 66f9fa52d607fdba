/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch.h -- files that take their names together.
 *
 * Each is brought to the disk under its temporary name and kept; when all are there,
 * they are named one after another, with signals put off. Whoever stops the program
 * before that, or a disk that is full before that, changes nothing in the folder.
 */
#ifndef TN_BASE_BATCH_H
#define TN_BASE_BATCH_H

#include "tn/base/file.h"

struct tn_batch {
    size_t n, room;
    struct tn_file *file;
};

/* Take over a file that has been written; *file is closed to the caller.
 * Fails with TN_EFILE if the bytes do not reach the disk; then the file is dropped. */
TN_CHECKED enum tn_fault tn_batch_keep(struct tn_arena *arena, struct tn_batch *batch,
                                       struct tn_file *file, struct tn_err *err);

/* The bytes as one more file. */
TN_CHECKED enum tn_fault tn_batch_write(struct tn_arena *arena, struct tn_batch *batch,
                                        const char *path, size_t len, const void *bytes,
                                        struct tn_err *err);

/* Name all (of one folder). Fails with TN_EFILE at the first that cannot be; those after
 * it are dropped. */
TN_CHECKED enum tn_fault tn_batch_commit(struct tn_batch *batch, struct tn_err *err);

/* Drop all. */
void tn_batch_abandon(struct tn_batch *batch);

#endif
