/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law of the number of exits at the sizes that occur, from a village to a country, by
 * each method, and one far tail. Chances as in tests/oracle/poisson_binomial/, set U. */
#include "bench.h"

#include <math.h>

#include "../tests/households.h"
#include "tn/num/poisbin.h"
#include "tn/num/tail.h"
#include "tn/num/window.h"

enum { LARGEST = 10000000 };

static struct tn_arena arena;

struct work {
    size_t n;
    double *p, *pmf;
    double drop;
    long k;
    double result;
};

static void direct(void *what)
{
    struct work *work = what;
    tn_poisbin_pmf(work->n, work->p, work->pmf);
}

static void windowed(void *what)
{
    struct work *work = what;
    struct tn_mark mark = tn_arena_mark(&arena);
    work->result = tn_window_of(&arena, work->n, work->p, work->drop).dropped;
    tn_arena_rewind(&arena, mark);
}

static void tail(void *what)
{
    struct work *work = what;
    struct tn_mark mark = tn_arena_mark(&arena);
    work->result = tn_tail_at_least(&arena, work->n, work->p, work->k).chance;
    tn_arena_rewind(&arena, mark);
}

static int runs(size_t n)
{
    return n <= 10000 ? 31 : n <= 1000000 ? 7 : 3;
}

int main(void)
{
    static const size_t sizes[] = {12, 67, 100, 1000, 10000, 100000, 1000000, LARGEST};
    struct work work = {.p = tn_new(&arena, double, LARGEST),
                        .pmf = tn_new(&arena, double, 10001)};
    tn_new(&arena, char, 1);   // keeps a block of memory through the rewinds
    made_chances('U', LARGEST, work.p);

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        work.n = sizes[i];
        if (work.n <= 10000)
            bench("poisbin, direct", work.n, runs(work.n), direct, &work);
        work.drop = 1e-300;
        if (work.n >= 100 && work.n <= 10000)
            bench("window, all of it", work.n, runs(work.n), windowed, &work);
        work.drop = 1e-20;
        if (work.n >= 100) {
            double took = bench("window, drop 1e-20", work.n, runs(work.n), windowed,
                                &work);
            printf("    %.2f ns a household and doubling, dropped %.1e\n",
                   1e9 * took / (double)work.n / log2((double)work.n), work.result);
        }
        work.k = (long)(0.5 * (double)work.n + 11.4 * sqrt((double)work.n / 6));
        if (work.n >= 1000) {
            bench("tail", work.n, runs(work.n), tail, &work);
            printf("    of %.1e\n", work.result);
        }
    }
    tn_arena_free(&arena);
    return 0;
}
