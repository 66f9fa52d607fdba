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

uint64_t tn_mc_chunks(uint64_t draws)
{
    return (draws + TN_MC_CHUNK - 1) / TN_MC_CHUNK;
}

/* Where each unit of a place stands in the end. */
static void close_year(const struct mc_place *place, struct mc_work *work)
{
    int32_t(*poor)[BLOCK] = work->count.of[0], (*near)[BLOCK] = work->count.of[1];

    for (size_t j = 0; j < BLOCK; j++) {
        poor[TN_MC_END][j] = (int32_t)place->units[0] - poor[TN_MC_EXITS][j] +
                             near[TN_MC_CROSSINGS][j] + poor[TN_MC_ENTRIES][j];
        near[TN_MC_END][j] = (int32_t)place->units[1] - near[TN_MC_EXITS][j] -
                             near[TN_MC_CROSSINGS][j] + poor[TN_MC_CROSSINGS][j] +
                             near[TN_MC_ENTRIES][j];
    }
}

/* Tally the first n replicates of the block. */
static void tally(struct tn_mc_area *area, size_t n, const struct mc_counts *count,
                  const long quota[])
{
    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++) {
            struct tn_histogram *t = &area->histogram[s][c];
            t->draws += n;
            for (size_t j = 0; j < n; j++)
                t->count[count->of[s][c][j]]++;
        }
    for (size_t j = 0; j < n; j++)
        area->both_met += count->of[0][TN_MC_EXITS][j] >= quota[0] &&
                          count->of[1][TN_MC_EXITS][j] >= quota[1];
}

/* Join the place at hand to all places. */
static void join(struct mc_work *work, const long quota[])
{
    for (int s = 0; s < TN_MC_STATES; s++) {
        for (size_t j = 0; j < BLOCK; j++)
            work->every[s][j] &= work->count.of[s][TN_MC_EXITS][j] >= quota[s];
        for (int c = 0; c < TN_MC_COUNTS; c++)
            for (size_t j = 0; j < BLOCK; j++)
                work->total.of[s][c][j] += work->count.of[s][c][j];
    }
}

static void tally_all(struct mc_work *work, size_t n)
{
    struct tn_mc_result *result = &work->result;

    tally(&result->all, n, &work->total, work->plan->model->quota);
    for (size_t j = 0; j < n; j++) {
        result->every_place_met[0] += work->every[0][j];
        result->every_place_met[1] += work->every[1][j];
        result->every_place_met_both += work->every[0][j] & work->every[1][j];
    }
    result->draws += n;
}

/* Draw and tally a block of replicates, or the n of it that the run still wants. */
static void block(struct mc_work *work, size_t n)
{
    const struct tn_mc_model *model = work->plan->model;

    memset(&work->total, 0, sizeof work->total);
    memset(work->every, 1, sizeof work->every);
    mc_draw_parameters(work);
    for (size_t v = 0; v < model->places; v++) {
        mc_draw_place(work, v);
        close_year(&work->plan->place[v], work);
        tally(&work->result.place[v], n, &work->count, model->place[v].quota);
        join(work, model->place[v].quota);
    }
    tally_all(work, n);
}

static void chunk(struct mc_work *work, uint64_t number)
{
    for (uint64_t from = number * TN_MC_CHUNK; from < (number + 1) * TN_MC_CHUNK;
         from += BLOCK) {
        if (from >= work->plan->draws)
            return;
        uint64_t left = work->plan->draws - from;
        work->block = from / BLOCK;
        block(work, left < BLOCK ? (size_t)left : BLOCK);
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

    struct mc_plan plan = mc_plan_from(arena, model, request);
    struct mc_work **work = tn_new(arena, struct mc_work *, (size_t)threads);
    for (int t = 0; t < threads; t++)
        work[t] = mc_work_new(arena, &plan);

    /* Which thread draws a chunk is left to chance; the histograms are whole numbers, and
     * their sum does not tell. */
    IN_PARALLEL(threads)
    for (uint64_t c = request->first; c < request->last; c++)
        chunk(work[omp_get_thread_num()], c);

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
