/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/defaults.h"

#include <stdint.h>

/* The bytes of the file as it is at build time, without a generated source. */
__asm__(".section .rodata\n"
        "tn_default_bytes:\n"
        ".incbin \"data/priors/default.csv\"\n"
        "tn_default_end:\n"
        ".previous\n");

extern const char tn_default_bytes[], tn_default_end[];

enum tn_fault tn_model_defaults(struct tn_arena *arena, struct tn_model_rows *rows,
                                struct tn_findings *findings, struct tn_err *err)
{
    /* As numbers: to the compiler the two ends are two objects. */
    uintptr_t from = (uintptr_t)tn_default_bytes, to = (uintptr_t)tn_default_end;
    struct tn_read_options options = {.bytes = tn_default_bytes, .len = to - from};

    return tn_model_read(arena, "default.csv", &options, rows, findings, err);
}
