/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wasm.h -- the core of tn/num as a module for a browser, free of the C library.
 *
 * The page hands over doubles in tn_wasm_in and reads doubles from tn_wasm_out; there is
 * no other way in or out. The laws are those of tn/num/effects.h and joint.h, compiled
 * from the same sources as the command's.
 *
 *   in    places, classes, year sd, place sd, quota of the poor, of the near-poor; then
 *         for each class, by place ascending: place, status (0 poor, 1 near-poor),
 *         households, logit of its chance of exit, sd of its place's effect
 *   out   P(quota met) of the poor, of the near-poor, of both; expected exits of either;
 *         the last index of either law; then both laws
 */
#ifndef TN_WASM_WASM_H
#define TN_WASM_WASM_H

enum {
    TN_WASM_HEAD = 6,
    TN_WASM_CLASS = 5,
    TN_WASM_CLASSES = 4096,
    TN_WASM_IN = TN_WASM_HEAD + TN_WASM_CLASS * TN_WASM_CLASSES,
    TN_WASM_RESULTS = 7,
    TN_WASM_OUT = 8192
};

double *tn_wasm_in(void);
double *tn_wasm_out(void);

/* Compute out from in; returns 0, or 1 where there is too much of something. */
int tn_wasm_whatif(void);

/* Give back all memory that malloc took. */
void tn_wasm_forget(void);

#endif
