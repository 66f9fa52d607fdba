/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/crew.h"

#ifdef _OPENMP
#include <omp.h>
#else
static int omp_get_max_threads(void)
{
    return 1;
}
#endif

void tn_crew(size_t n, int threads, tn_piece_fn *piece, void *what)
{
    int most = threads > 0 ? threads : omp_get_max_threads();

    if (!n)
        return;
    most = (size_t)most < n ? most : (int)n;
#pragma omp parallel num_threads(most)
    {
        struct tn_arena work = {0};
#pragma omp for schedule(dynamic)
        for (size_t i = 0; i < n; i++) {
            struct tn_mark mark = tn_arena_mark(&work);
            piece(&work, what, i);
            tn_arena_rewind(&work, mark);
        }
        tn_arena_free(&work);
    }
}
