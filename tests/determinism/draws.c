/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws and counts, printed to the last bit: what has to be the same on every machine.
 * Built by tests/determinism.sh for other processors, without GSL. The last lines are
 * numbers that pass through the C library's own functions, as they are printed for
 * people. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/num/montecarlo.h"
#include "tn/num/philox.h"
#include "tn/num/poisbin.h"
#include "tn/num/portable.h"

void tn_out_of_memory(size_t size, size_t count)
{
    fprintf(stderr, "out of memory: %zu %zu\n", size, count);
    exit(1);
}

static uint64_t hash = 14695981039346656037u;

/* FNV-1a of numbers, not of bytes in memory. */
static void mix(uint64_t x)
{
    for (int i = 0; i < 8; i++) {
        hash = (hash ^ (x & 255)) * 1099511628211u;
        x >>= 8;
    }
}

static void mix_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    mix(bits);
}

static void say(const char *what)
{
    printf("%-24s %016" PRIx64 "\n", what, hash);
}

static void functions(void)
{
    for (uint64_t i = 0; i < 100000; i++)
        mix_double(tn_uniform(i % 7, (uint32_t)(i % 1000), (uint32_t)(i % 3), i));
    say("uniform");
    for (int i = 0; i < 200000; i++) {
        double x = -700 + i * 0.007;
        mix_double(tn_portable_exp(x));
        mix_double(tn_portable_log(1e-300 + i * 1.7));
    }
    say("exp, log");
}

static void year(void)
{
    enum { UNITS = 90, PLACES = 5, DRAWS = 20000 };
    struct tn_arena arena = {0};
    struct tn_mc_parameter parameter[] = {
        {-1.2, 0.4, 11}, {0.3, 0.2, 12}, {-0.9, 0.3, 13}, {-1.1, 0.5, 14}, {0.2, 0.3, 15},
        {-2.5, 0.4, 16}, {-1, 0.2, 19},  {-4, 0.6, 17},   {-5, 0.4, 18}};
    struct tn_mc_effect effect[] = {{2, 21}};
    struct tn_mc_place place[PLACES] = {{0}};
    struct tn_mc_unit unit[UNITS] = {{0}};
    double covariate[UNITS];
    size_t term[] = {4};
    for (size_t v = 0; v < PLACES; v++)
        place[v] = (struct tn_mc_place){.key = 31 + v,
                                        .quota = {2 + (long)v, 3},
                                        .exposure = {40 + 10. * (double)v, 55}};
    for (size_t i = 0; i < UNITS; i++) {
        unit[i] = (struct tn_mc_unit){.key = 1000 + 7 * i,
                                      .place = i % PLACES,
                                      .state = (int)(i / PLACES % 2),
                                      .base = i % 3 ? 0 : 1,
                                      .offset = 0.01 * (double)i - 0.4};
        covariate[i] = (double)(i % 4) / 4;
    }
    struct tn_mc_model model = {.parameters = 9,
                                .effects = 1,
                                .places = PLACES,
                                .units = UNITS,
                                .terms = 1,
                                .parameter = parameter,
                                .effect = effect,
                                .place = place,
                                .unit = unit,
                                .term = term,
                                .covariate = covariate,
                                .place_sd = 3,
                                .crossing = {5, 6},
                                .entry = {7, 8},
                                .quota = {20, 18}};
    struct tn_mc_request request = {
        .seed = 20240209, .draws = DRAWS, .last = tn_mc_chunks(DRAWS), .threads = 1};
    struct tn_mc_result result = {0};

    tn_mc_run(&arena, &model, &request, &result);
    for (size_t v = 0; v <= PLACES; v++) {
        const struct tn_mc_area *a = v < PLACES ? &result.place[v] : &result.all;
        mix(a->both_met);
        for (int s = 0; s < TN_MC_STATES; s++)
            for (int c = 0; c < TN_MC_COUNTS; c++)
                for (size_t b = 0; b < a->histogram[s][c].bins; b++)
                    mix((uint64_t)a->histogram[s][c].count[b]);
    }
    say("a year, all histograms");
    printf("both met in %" PRIu64 " of %" PRIu64 "\n", result.all.both_met, result.draws);
    tn_arena_free(&arena);
}

static void printed(void)
{
    enum { N = 67 };
    double p[N], pmf[N + 1];

    for (int i = 0; i < N; i++)
        p[i] = 1 / (1 + exp(2.3 - 0.04 * i));
    tn_poisbin_pmf(N, p, pmf);
    for (long k = 0; k <= N; k += 6)
        printf("P(K >= %ld) = %.6f\n", k, tn_poisbin_at_least(N, pmf, k));
}

int main(void)
{
    functions();
    year();
    printed();
    return 0;
}
