/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip.h -- a ZIP file out of parts, the same bytes for the same parts. */
#ifndef TN_OUT_ZIP_H
#define TN_OUT_ZIP_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"

struct tn_zip_part {
    const char *name;   // path inside the file
    size_t len;
    const char *bytes;
};

/* The file's len bytes, parts in their order, all dated 1 January 1980.
 * Fails with TN_EFILE where the library refuses a part. */
TN_CHECKED enum tn_fault tn_zip(struct tn_arena *arena, size_t parts,
                                const struct tn_zip_part part[], size_t *len,
                                const char **bytes, struct tn_err *err);

#endif
