/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clones.h -- one function, built for several processors, chosen when the program starts.
 *
 * The lanes of these loops never mix and no multiplication is fused with an addition
 * (-ffp-contract=off), so every build of a function gives the same bits.
 */
#ifndef TN_NUM_CLONES_H
#define TN_NUM_CLONES_H

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__clang__)
#define TN_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define TN_CLONES
#endif

#endif
