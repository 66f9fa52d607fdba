/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.h -- median and best processor time of a piece of work on one thread. */
#ifndef TN_BENCH_BENCH_H
#define TN_BENCH_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static inline int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Runs work(what) in rounds of at least a few milliseconds, at most runs (up to 31) of
 * them, and prints one line. Gives back the median seconds of one call. */
static inline double bench(const char *name, size_t n, int runs, void (*work)(void *what),
                           void *what)
{
    double took[31], start = seconds();
    size_t calls = 0;
    do {
        work(what);
        calls++;
    } while (seconds() - start < 0.004);
    for (int run = 0; run < runs; run++) {
        start = seconds();
        for (size_t i = 0; i < calls; i++)
            work(what);
        took[run] = (seconds() - start) / (double)calls;
    }
    qsort(took, (size_t)runs, sizeof *took, by_size);
    printf("%-28s n=%-9zu median %11.2f us  best %11.2f us\n", name, n,
           1e6 * took[runs / 2], 1e6 * took[0]);
    return took[runs / 2];
}

#endif
