/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h -- what the fuzz targets share: promises that hold for any input. */
#ifndef TN_TESTS_FUZZ_H
#define TN_TESTS_FUZZ_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/base/utf8.h"
#include "tn/data/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise broken is a crash, which libFuzzer keeps. */
#define PROMISE(holds) \
    do {               \
        if (!(holds))  \
            abort();   \
    } while (0)

/* More line ends than the text can have, in any encoding. */
static inline long most_lines(size_t size)
{
    return (long)size + 1;
}

/* Errors there are exactly where the reading failed, each on a line of the file, in words
 * that a terminal may be shown. */
static inline void promise_findings(struct tn_reading *reading, bool read, size_t size)
{
    const struct tn_findings *all = reading->findings;

    PROMISE(read == (all->errors == 0));
    PROMISE(reading->errors == all->errors);
    for (const struct tn_finding *f = all->first; f; f = f->next) {
        PROMISE(f->file && strcmp(f->file, reading->path) == 0);
        PROMISE(f->line >= (f->severity == TN_ERROR) && f->line <= most_lines(size));
        PROMISE(f->column >= 0 && f->column <= (long)size + 1);
        for (int lang = 0; lang < TN_LANGS; lang++) {
            const char *text = f->text.text[lang];
            PROMISE(*text && tn_utf8_safe(reading->arena, text) == text);
        }
    }
}

/* A stream into the room, made once, at its beginning again. */
static inline FILE *sink_begin(FILE **sink, size_t size, char room[])
{
    if (!*sink)
        *sink = fmemopen(room, size, "w");
    PROMISE(*sink);
    rewind(*sink);
    return *sink;
}

/* Bytes that are in the room now, with a NUL behind them. */
static inline size_t sink_end(FILE *sink, size_t size, char room[])
{
    long len = ftell(sink);

    PROMISE(fflush(sink) == 0 && !ferror(sink) && len >= 0 && (size_t)len < size - 1);
    room[len] = '\0';
    return (size_t)len;
}

#endif
