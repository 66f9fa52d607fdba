/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replicates a second of scenario A (124 households, 11 villages), household by
 * household, on one thread, and the share of what this processor allows: the time of one
 * 32-bit word for each household and effect (34 Philox blocks a replicate) and of one
 * logistic function for each class of a village, both by the same vectors, measured here.
 */
#include "bench.h"

#ifndef W
#define W 4
#define TARGET __attribute__((target("avx2")))
#define BUILD TN_MC_AVX2
#define NAME "avx2"
#endif

#ifdef __x86_64__

#include "../src/num/mc_kernel.h"
#include "../tests/scenario.h"

enum { WORDS = 136, OWN_WORDS = 12, CHANCES = 38, TIMES = 64 };

struct job {
    struct scenario s;
    enum tn_mc_build build;
    uint64_t draws;
    int threads;
    struct mc_plan plan;
    struct mc_start start[WORDS];
    alignas(64) double effect[BLOCK];
    alignas(64) float chance[BLOCK];
    alignas(64) uint64_t drawn[PLANES][PLANE];
};

static void simulate(void *what)
{
    struct job *job = what;
    struct tn_arena arena = {0};
    struct tn_mc_request request = {.seed = 1,
                                    .draws = job->draws,
                                    .last = tn_mc_chunks(job->draws),
                                    .threads = job->threads,
                                    .build = job->build};
    struct tn_mc_result result = {0};

    tn_mc_run(&arena, &job->s.model, &request, &result);
    tn_arena_free(&arena);
}

KERNEL void draw_words(struct job *job, uint64_t items, size_t lanes)
{
    for (size_t i = 0; i < lanes; i += 2 * W) {
        vq even = products(i, 2), odd = products(i + 1, 2);
        for (uint64_t item = 0; item < items; item++) {
            vq a[PLANES], b[PLANES];
            philox(even, &job->start[item], &job->plan, a);
            philox(odd, &job->start[item], &job->plan, b);
            for (int w = 0; w < PLANES; w++)
                AT(vh, job->drawn[w] + i / 2) = JOIN(a[w], b[w]);
        }
    }
}

/* A word for each household and effect. */
static void words(void *what)
{
    for (int i = 0; i < TIMES; i++)
        draw_words(what, WORDS, PLANE);
}

/* What the simulation draws: half a word for a household, one for an effect. */
static void own_words(void *what)
{
    for (int i = 0; i < TIMES; i++) {
        draw_words(what, HOUSEHOLDS, PLANE / 2);
        draw_words(what, OWN_WORDS, PLANE);
    }
}

KERNEL void find_chances(struct job *job)
{
    for (int i = 0; i < CHANCES; i++)
        for (size_t j = 0; j < BLOCK; j += 2 * W) {
            vf x = FLOATS(GET(vd, job->effect + j) + 0.1 * i,
                          GET(vd, job->effect + j + W) + 0.1 * i);
            AT(vf, job->chance + j) = 1.0f / (1.0f + single_exp_minus(x));
        }
}

static void chances(void *what)
{
    for (int i = 0; i < TIMES; i++)
        find_chances(what);
}

KERNEL void find_normals(struct job *job)
{
    for (int i = 0; i < OWN_WORDS / 2; i++)
        for (size_t j = 0; j < PLANE; j += W) {
            vd z[2];
            lane_normals(GET(vq, job->drawn[0] + j), GET(vq, job->drawn[1] + j), &z[0],
                         &z[1]);
            AT(vd, job->effect + j) = z[0];
            AT(vd, job->effect + PLANE + j) = z[1];
            lane_normals(GET(vq, job->drawn[2] + j), GET(vq, job->drawn[3] + j), &z[0],
                         &z[1]);
            AT(vd, job->effect + 2 * PLANE + j) = z[0];
            AT(vd, job->effect + 3 * PLANE + j) = z[1];
        }
}

static void normal_numbers(void *what)
{
    for (int i = 0; i < 2 * TIMES; i++)
        find_normals(what);
}

static double of(const char *what, enum tn_mc_build build, struct job *job)
{
    char name[64];

    job->build = build;
    snprintf(name, sizeof name, "%s, " NAME, what);
    return bench(name, job->draws, 11, simulate, job) / (double)job->draws;
}

static double each(const char *what, void (*work)(void *), struct job *job)
{
    return bench(what, TIMES * BLOCK, 31, work, job) / (TIMES * BLOCK);
}

static void shares(struct job *job)
{
    double all = of("scenario A", BUILD, job);
    double word = each("  136 words", words, job);
    double own = each("  12 words, 124 halves", own_words, job);
    double chance = each("  38 logistic functions", chances, job);
    double normal = each("  12 normal numbers", normal_numbers, job);

    printf("  %.3g replicates a second; %.0f %% of %.3g attainable (words, logistic)\n",
           1 / all, 100 * (word + chance) / all, 1 / (word + chance));
    printf("  of the time: words drawn %.0f %%, logistic %.0f %%, normal %.0f %%\n",
           100 * own / all, 100 * chance / all, 100 * normal / all);
    scenario_fill_uncertain(&job->s);
    of("all uncertain, all flows", BUILD, job);
}

int main(void)
{
    static struct job job = {.draws = 1 << 20, .threads = 1, .plan.seed = 1};

    if (!tn_mc_can(BUILD)) {
        printf("montecarlo, " NAME ": not on this processor\n");
        return 0;
    }
    for (uint64_t i = 0; i < WORDS; i++)
        job.start[i] = mc_start_of(&job.plan, i, FOR_LEAVING, 0);
    scenario_fill(&job.s, 0.3, 0.4);
    shares(&job);
    return 0;
}

#else

int main(void)
{
    printf("montecarlo, " NAME ": not on this processor\n");
    return 0;
}

#endif
