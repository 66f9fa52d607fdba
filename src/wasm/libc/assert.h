/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few headers of the C library that the core of tn/num needs, where there is none:
 * in a browser. A broken promise stops the module. */
#ifndef TN_WASM_ASSERT_H
#define TN_WASM_ASSERT_H
#define assert(c) ((c) ? (void)0 : __builtin_trap())
#endif
