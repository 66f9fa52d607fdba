/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written.h -- what a writer writes, as a text in the test program's own arena. */
#ifndef TN_TESTS_WRITTEN_H
#define TN_TESTS_WRITTEN_H

#include <stdio.h>

#include "check.h"
#include "tn/base/memory.h"

static struct tn_arena arena;

/* A teardown: the arena is empty again. */
static inline int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static struct tn_memory memory;

static inline FILE *begin(void)
{
    return tn_memory_open(&memory);
}

/* All since begin. */
static inline const char *written(void)
{
    return tn_memory_close(&arena, &memory, NULL);
}

#endif
