/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crew.h -- pieces of work shared out among threads.
 *
 * Which thread does which piece is left to chance, so a piece must not care: it reads
 * what is shared, works in the memory of its thread, and leaves its result where its
 * number says. Then the results do not depend on the threads.
 */
#ifndef TN_NUM_CREW_H
#define TN_NUM_CREW_H

#include <stddef.h>

#include "tn/base/arena.h"

/* Do one piece. work: of the thread, wound back after each piece. */
typedef void tn_piece_fn(struct tn_arena *work, void *what, size_t piece);

/* Do pieces 0..n-1 by so many threads; 0: as many as OpenMP gives. */
void tn_crew(size_t n, int threads, tn_piece_fn *piece, void *what);

#endif
