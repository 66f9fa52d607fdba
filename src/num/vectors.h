/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vectors.h -- machine words of 2, 4 and 8 doubles side by side. A function is written
 * once, as a macro of its name and its word, compiled for each, and the widest that this
 * machine has is taken: compilers split a long vector badly on a machine that has none.
 * Lanes never mix, so all give the same bits. Inside num/ only. */
#ifndef TN_NUM_VECTORS_H
#define TN_NUM_VECTORS_H

typedef double lanes2 __attribute__((vector_size(16), aligned(8)));
typedef double lanes4 __attribute__((vector_size(32), aligned(8)));
typedef double lanes8 __attribute__((vector_size(64), aligned(8)));

/* EACH_WORD(FUNCTION, name): FUNCTION(name2, lanes2) and so on.
 * WIDEST_WORD(name): that of these functions which fits, a word of WIDEST_LANES. */
#ifdef __x86_64__
#define EACH_WORD(FUNCTION, name)                             \
    FUNCTION(name##2, lanes2)                                 \
    __attribute__((target("avx2"))) FUNCTION(name##4, lanes4) \
        __attribute__((target("avx512f"))) FUNCTION(name##8, lanes8)
#define WIDEST_LANES \
    (__builtin_cpu_supports("avx512f") ? 8u : __builtin_cpu_supports("avx2") ? 4u : 2u)
#define WIDEST_WORD(name) \
    (WIDEST_LANES == 8 ? name##8 : WIDEST_LANES == 4 ? name##4 : name##2)
#else
#define EACH_WORD(FUNCTION, name) FUNCTION(name##2, lanes2)
#define WIDEST_LANES 2u
#define WIDEST_WORD(name) (name##2)
#endif

#endif
