/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TN_WASM_STRING_H
#define TN_WASM_STRING_H

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);

#endif
