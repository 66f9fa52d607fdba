/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words/memory.h -- the last words of a program without memory. */
#ifndef TN_WORDS_MEMORY_H
#define TN_WORDS_MEMORY_H

/* clang-format off */
#define TN_W_OUT_OF_MEMORY "hết bộ nhớ, chương trình dừng và không ghi gì", \
                           "out of memory: the program stops and writes nothing"
/* clang-format on */

#endif
