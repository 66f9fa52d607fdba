/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/montecarlo.h"

#include <assert.h>
#include <string.h>

#include "mc_plan.h"

#ifdef _OPENMP
#include <omp.h>
#define IN_PARALLEL(count) _Pragma(TEXT(omp parallel for schedule(dynamic) num_threads(count)))
#define TEXT(x) #x
#else
#define IN_PARALLEL(count) (void)(count);
static int omp_get_max_threads(void)
{
    return 1;
}
static int omp_get_thread_num(void)
{
    return 0;
}
#endif

#ifdef __x86_64__

bool tn_mc_can(enum tn_mc_build build)
{
    switch (build) {
    case TN_MC_AVX2:
        return __builtin_cpu_supports("avx2");
    case TN_MC_AVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    case TN_MC_BEST:
    case TN_MC_PORTABLE:
        break;
    }
    return true;
}

static const struct mc_kernel *kernel_of(enum tn_mc_build build)
{
    assert(tn_mc_can(build));
    if (build == TN_MC_AVX512 || (build == TN_MC_BEST && tn_mc_can(TN_MC_AVX512)))
        return &mc_avx512;
    if (build == TN_MC_AVX2 || (build == TN_MC_BEST && tn_mc_can(TN_MC_AVX2)))
        return &mc_avx2;
    return &mc_portable;
}

#else

bool tn_mc_can(enum tn_mc_build build)
{
    return build == TN_MC_BEST || build == TN_MC_PORTABLE;
}

static const struct mc_kernel *kernel_of(enum tn_mc_build build)
{
    assert(tn_mc_can(build));
    return &mc_portable;
}

#endif

uint64_t tn_mc_chunks(uint64_t draws)
{
    return (draws + TN_MC_CHUNK - 1) / TN_MC_CHUNK;
}

/* Add the n replicates' totals to the sums that the caller keeps. What does not vary is
 * 0, but for the ends, which mirror the exits. */
static void add_sums(const struct mc_work *work, size_t n)
{
    const struct mc_plan *plan = work->plan;
    uint64_t at = work->block * BLOCK - plan->request->first * TN_MC_CHUNK;

    for (int k = 0; k < TN_MC_STATES * TN_MC_COUNTS; k++) {
        int s = k / TN_MC_COUNTS, c = k % TN_MC_COUNTS;
        int32_t *sum = plan->request->sum[s][c];
        for (size_t j = 0; sum && j < n; j++)
            sum[at + j] += plan->varies[s][c] ? work->total.of[s][c][j]
                           : c == TN_MC_END   ? (int32_t)plan->units[s] -
                                                  work->total.of[s][TN_MC_EXITS][j]
                                            : 0;
    }
}

/* Draw and count a block of replicates, or the n of it that the run still wants. */
static void block(const struct mc_kernel *kernel, struct mc_work *work, size_t n)
{
    struct tn_mc_result *result = &work->result;

    memset(&work->total, 0, sizeof work->total);
    memset(work->every, 0xFF, sizeof work->every);
    kernel->draw_parameters(work);
    for (size_t v = 0; v < result->places; v++) {
        kernel->draw_place(work, v);
        mc_tally_block(kernel, work, v, n);
    }
    mc_tally_block(kernel, work, result->places, n);
    add_sums(work, n);
    for (size_t j = 0; j < n; j++) {
        result->every_place_met[0] += work->every[0][j] & 1;
        result->every_place_met[1] += work->every[1][j] & 1;
        result->every_place_met_both += work->every[0][j] & work->every[1][j] & 1;
    }
    result->draws += n;
}

static void chunk(const struct mc_kernel *kernel, struct mc_work *work, uint64_t number)
{
    for (uint64_t from = number * TN_MC_CHUNK; from < (number + 1) * TN_MC_CHUNK;
         from += BLOCK) {
        if (from >= work->plan->draws)
            return;
        uint64_t left = work->plan->draws - from;
        mc_open_block(work, from / BLOCK);
        block(kernel, work, left < BLOCK ? (size_t)left : BLOCK);
    }
}

static int threads_for(const struct tn_mc_request *request)
{
    uint64_t most = request->last - request->first;
    int threads = request->threads > 0 ? request->threads : omp_get_max_threads();

    return (uint64_t)threads < most ? threads : most > 0 ? (int)most : 1;
}

void tn_mc_run(struct tn_arena *arena, const struct tn_mc_model *model,
               const struct tn_mc_request *request, struct tn_mc_result *result)
{
    assert(request->draws > 0 && request->draws <= (uint64_t)1 << 40);
    assert(request->first <= request->last);
    assert(request->last <= tn_mc_chunks(request->draws));
    struct mc_work *first = NULL;
    int threads = threads_for(request);
    const struct mc_kernel *kernel = kernel_of(request->build);

    struct mc_plan plan = mc_plan_from(arena, model, request);
    struct mc_work **work = tn_new(arena, struct mc_work *, (size_t)threads);
    for (int t = 0; t < threads; t++)
        work[t] = mc_work_new(arena, &plan);

    /* Which thread draws a chunk is left to chance; the histograms are whole numbers, and
     * their sum does not tell. */
    IN_PARALLEL(threads)
    for (uint64_t c = request->first; c < request->last; c++)
        chunk(kernel, work[omp_get_thread_num()], c);

    for (int t = 0; t < threads; t++)
        mc_tally_close(work[t]);
    first = work[0];
    for (int t = 1; t < threads; t++)
        tn_mc_add(&first->result, &work[t]->result);
    *result = first->result;
}

static void add_area(struct tn_mc_area *into, const struct tn_mc_area *from)
{
    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++)
            tn_histogram_add(&into->histogram[s][c], &from->histogram[s][c]);
    into->both_met += from->both_met;
}

void tn_mc_add(struct tn_mc_result *into, const struct tn_mc_result *from)
{
    assert(into->places == from->places);
    into->draws += from->draws;
    for (size_t v = 0; v < into->places; v++)
        add_area(&into->place[v], &from->place[v]);
    add_area(&into->all, &from->all);
    for (int s = 0; s < TN_MC_STATES; s++)
        into->every_place_met[s] += from->every_place_met[s];
    into->every_place_met_both += from->every_place_met_both;
}
