/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file.h -- files that are written whole or not at all.
 *
 * A file grows under a temporary name beside its own, is brought to the disk, and
 * only then takes its name, in one step: whoever looks sees the old file or the whole
 * new one, also after a crash or a full disk.
 *
 *     struct tn_file file = {0};
 *     enum tn_fault fault = tn_file_begin(arena, "plots/rates.csv", &file, err);
 *     if (fault)
 *         return fault;
 *     fprintf(file.out, ...);               // errors stay on the stream
 *     return tn_file_commit(&file, err);    // or tn_file_abandon(&file)
 *
 * A temporary name is ".NAME.PID.tn-tmp"; the writer holds a lock on the file, so
 * that tn_file_sweep can tell what a dead run left from what a live one is writing.
 * What is no plain file (a pipe, /dev/null, a terminal) is written as it is. A link
 * stays a link: what it points to is replaced.
 */
#ifndef TN_BASE_FILE_H
#define TN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"

struct tn_file {
    FILE *out;               // null before begin, and after commit or abandon
    const char *path;        // as named by the caller: for messages
    const char *goal;        // path with links followed
    const char *temporary;   // or null where the file is written as it is
    int note;                // of undo.h
    bool settled;
};

/* Open a file for writing; file->out is null on failure. What dead runs left in its
 * folder is swept.
 * Fails with TN_EFILE, as the two below. */
TN_CHECKED enum tn_fault tn_file_begin(struct tn_arena *arena, const char *path,
                                       struct tn_file *file, struct tn_err *err);

/* Give the file its name, or fail and leave nothing: any error since begin, seen or
 * not, fails here. */
TN_CHECKED enum tn_fault tn_file_commit(struct tn_file *file, struct tn_err *err);

/* The two steps of a commit, for files that take their names together (batch.h): bring
 * the bytes to the disk (on failure the file is dropped), then take the name; at last the
 * folder that holds it. */
TN_CHECKED enum tn_fault tn_file_settle(struct tn_file *file, struct tn_err *err);
TN_CHECKED enum tn_fault tn_file_name(struct tn_file *file, struct tn_err *err);
void tn_file_settle_folder(const char *goal);

/* Write bytes, or drop the file and say why. */
TN_CHECKED enum tn_fault tn_file_put(struct tn_file *file, size_t len, const void *bytes,
                                     struct tn_err *err);

/* Drop the file; what had the name before keeps it. Nothing to do if not open. */
void tn_file_abandon(struct tn_file *file);

/* The bytes as a file. */
TN_CHECKED enum tn_fault tn_file_write(const char *path, size_t len, const void *bytes,
                                       struct tn_err *err);

/* Flush a stream that is not ours to close (standard output) and fail if anything
 * written to it was lost; name is for the message. */
TN_CHECKED enum tn_fault tn_file_flush(FILE *out, const char *name, struct tn_err *err);

/* Make a folder, and those above it, where they are missing. */
TN_CHECKED enum tn_fault tn_file_folder(const char *path, struct tn_err *err);

/* Remove the temporary files that dead runs left in a folder. */
void tn_file_sweep(const char *folder);

/* folder/name, for any folder. */
const char *tn_file_join(struct tn_arena *arena, const char *folder, const char *name);

#endif
