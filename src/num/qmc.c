/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/qmc.h"

#include <assert.h>
#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include <gsl/gsl_qrng.h>

#include "tn/num/moments.h"
#include "tn/num/philox.h"

enum { SOBOL_DIMS = 40, SOBOL_BITS = 30, CHUNK = 32 };

/* Points first .. first + n - 1 of the unshifted sequence, as numerators of 2^-30. */
struct points {
    size_t first, n, dims;
    uint32_t *x;
};

struct run {
    const struct tn_qmc *qmc;
    uint64_t *shift;   // replicates x dims, 53 bits each
    double *sum;       // replicates x values: over all points so far
};

static int threads_of(int threads)
{
#ifdef _OPENMP
    return threads > 0 ? threads : omp_get_max_threads();
#else
    return threads > 0 ? threads : 1;
#endif
}

/* GSL leaves out the first point, the origin. */
static struct points next_points(struct tn_arena *arena, gsl_qrng *sobol, size_t first,
                                 size_t n, size_t dims)
{
    struct points points = {first, n, dims, tn_new(arena, uint32_t, n * dims)};
    double x[SOBOL_DIMS];

    for (size_t i = first == 0; i < n; i++) {
        gsl_qrng_get(sobol, x);
        for (size_t d = 0; d < dims; d++)
            points.x[i * dims + d] = (uint32_t)ldexp(x[d], SOBOL_BITS);
    }
    return points;
}

/* The i-th of the points as replicate r sees it: a digital shift keeps the points' even
 * spread and makes each uniform; the bits below Sobol's are the shift's own. */
static void shifted(const struct run *run, const struct points *points, size_t i,
                    size_t r, double u[])
{
    const uint64_t *shift = run->shift + r * run->qmc->dims;

    for (size_t d = 0; d < points->dims; d++) {
        uint64_t bits = (uint64_t)points->x[i * points->dims + d] << (53 - SOBOL_BITS);
        u[d] = ((double)(bits ^ shift[d]) + 0.5) * 0x1p-53;
    }
    for (size_t d = points->dims; d < run->qmc->dims; d++)
        u[d] = tn_uniform(run->qmc->seed, (uint32_t)d, (uint32_t)r,
                          points->first + i + 1);
}

/* The sums over chunk c: chunks of a replicate follow one another, then the next's. */
static void do_chunk(struct tn_arena *work, const struct run *run,
                     const struct points *points, size_t c, double sum[])
{
    const struct tn_qmc *qmc = run->qmc;
    size_t chunks = (points->n + CHUNK - 1) / CHUNK;
    size_t r = c / chunks, begin = c % chunks * CHUNK;
    size_t end = begin + CHUNK < points->n ? begin + CHUNK : points->n;

    for (size_t i = begin; i < end; i++) {
        struct tn_mark mark = tn_arena_mark(work);
        double *u = tn_new(work, double, qmc->dims);
        double *value = tn_new(work, double, qmc->values);
        shifted(run, points, i, r, u);
        qmc->at(work, qmc->what, u, value);
        for (size_t m = 0; m < qmc->values; m++)
            sum[m] += value[m];
        tn_arena_rewind(work, mark);
    }
}

static void add_points(struct tn_arena *arena, const struct run *run,
                       const struct points *points)
{
    const struct tn_qmc *qmc = run->qmc;
    size_t each = (points->n + CHUNK - 1) / CHUNK, chunks = each * qmc->replicates;
    double *sum = tn_new(arena, double, chunks * qmc->values);
    int threads = threads_of(qmc->threads);

    (void)threads;
#pragma omp parallel num_threads(threads)
    {
        struct tn_arena work = {0};
#pragma omp for schedule(dynamic)
        for (size_t c = 0; c < chunks; c++)
            do_chunk(&work, run, points, c, sum + c * qmc->values);
        tn_arena_free(&work);
    }
    for (size_t c = 0; c < chunks; c++)
        for (size_t m = 0; m < qmc->values; m++)
            run->sum[c / each * qmc->values + m] += sum[c * qmc->values + m];
}

static void summarise(const struct run *run, struct tn_qmc_mean *mean)
{
    size_t replicates = run->qmc->replicates, values = run->qmc->values;

    for (size_t m = 0; m < values; m++) {
        for (size_t r = 0; r < replicates; r++)
            mean->replicate[r * values + m] = run->sum[r * values + m] /
                                              (double)mean->points;
        struct tn_moments got = tn_moments_of(replicates, mean->replicate + m, values);
        mean->mean[m] = got.mean;
        mean->error[m] = got.sd / sqrt((double)replicates);
    }
}

static int good_enough(const struct tn_qmc *qmc, const struct tn_qmc_mean *mean)
{
    for (size_t m = 0; m < qmc->watched; m++)
        if (!(mean->error[m] <= qmc->tol))
            return 0;
    return qmc->tol > 0;
}

static void check(const struct tn_qmc *qmc)
{
    assert(qmc->replicates >= 2 && qmc->watched <= qmc->values && qmc->dims > 0);
    assert(qmc->first > 0 && (qmc->first & (qmc->first - 1)) == 0);
    assert((qmc->most & (qmc->most - 1)) == 0);
    assert(qmc->first <= qmc->most && qmc->most <= (size_t)1 << 24);
}

static uint64_t *shifts(struct tn_arena *arena, const struct tn_qmc *qmc)
{
    size_t n = qmc->replicates * qmc->dims;
    uint64_t *shift = tn_new(arena, uint64_t, n);

    for (size_t i = 0; i < n; i++)
        shift[i] = (uint64_t)(0x1p53 * tn_uniform(qmc->seed, (uint32_t)(i % qmc->dims),
                                                  (uint32_t)(i / qmc->dims), 0));
    return shift;
}

static gsl_qrng *sobol_from(size_t dims)
{
    assert(dims > 0 && dims <= SOBOL_DIMS);
    gsl_qrng *sobol = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)dims);
    if (!sobol)
        tn_out_of_memory(1, dims);
    return sobol;
}

double *tn_qmc_points(struct tn_arena *arena, size_t dims, size_t n, uint64_t seed)
{
    struct tn_qmc qmc = {.dims = dims, .replicates = 1, .seed = seed};
    double *u = tn_new(arena, double, n *dims);
    struct tn_mark mark = tn_arena_mark(arena);
    struct run run = {&qmc, shifts(arena, &qmc), NULL};
    size_t even = dims < SOBOL_DIMS ? dims : SOBOL_DIMS;
    gsl_qrng *sobol = sobol_from(even);

    struct points points = next_points(arena, sobol, 0, n, even);
    for (size_t i = 0; i < n; i++)
        shifted(&run, &points, i, 0, u + i * dims);
    gsl_qrng_free(sobol);
    tn_arena_rewind(arena, mark);
    return u;
}

struct tn_qmc_mean tn_qmc_mean(struct tn_arena *arena, const struct tn_qmc *qmc)
{
    check(qmc);
    size_t cells = qmc->replicates * qmc->values, dims = qmc->dims;
    struct tn_qmc_mean mean = {0, tn_new(arena, double, qmc->values),
                               tn_new(arena, double, qmc->values),
                               tn_new(arena, double, cells)};
    struct tn_mark mark = tn_arena_mark(arena);
    struct run run = {qmc, shifts(arena, qmc), tn_new(arena, double, cells)};
    size_t even = dims < SOBOL_DIMS ? dims : SOBOL_DIMS;
    gsl_qrng *sobol = sobol_from(even);

    for (size_t n = qmc->first; n <= qmc->most; n *= 2) {
        struct tn_mark inner = tn_arena_mark(arena);
        struct points points = next_points(arena, sobol, mean.points, n - mean.points,
                                           even);
        add_points(arena, &run, &points);
        tn_arena_rewind(arena, inner);
        mean.points = n;
        summarise(&run, &mean);
        if (good_enough(qmc, &mean))
            break;
    }
    gsl_qrng_free(sobol);
    tn_arena_rewind(arena, mark);
    return mean;
}
