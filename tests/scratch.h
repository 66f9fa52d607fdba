/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch.h -- one scratch folder for a whole test program. */
#ifndef TN_TESTS_SCRATCH_H
#define TN_TESTS_SCRATCH_H

#include <stdio.h>
#include <stdlib.h>

#include "check.h"

static char folder[256];

/* Make it in TMPDIR, tn-NAME-...; 0, or -1 where it cannot be made. */
static inline int scratch_make(const char *name)
{
    snprintf(folder, sizeof folder, "%s/tn-%s-XXXXXX",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp", name);
    return mkdtemp(folder) ? 0 : -1;
}

/* The folder and all in it; a group's teardown. */
static inline int scratch_drop(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* The text of a file in it, which is there and neither empty nor longer than 2 MiB. */
static inline char *scratch_read(const char *name)
{
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s was not written", path);
    char *text = calloc(1, 2 << 20);
    assert_non_null(text);
    size_t len = fread(text, 1, (2 << 20) - 1, file);
    assert_true(len > 0 && len < (2 << 20) - 1);
    fclose(file);
    return text;
}

#endif
