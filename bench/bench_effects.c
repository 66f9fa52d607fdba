/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A commune's forecast: Cam Binh's 124 households in 11 villages, sd .3 of a village and
 * .4 of the year. Prints the error beside the time, against another program's values. */
#include "bench.h"

#include <math.h>

#include "tn/num/effects.h"
#include "tn/num/joint.h"
#include "tn/num/poisbin.h"

enum { PLACES = 11 };

static const size_t poor[PLACES] = {6, 1, 8, 9, 8, 5, 8, 6, 1, 1, 14};
static const size_t near[PLACES] = {2, 3, 0, 7, 9, 5, 9, 8, 3, 6, 5};
static const size_t poor_quota[PLACES] = {2, 0, 3, 3, 3, 1, 2, 2, 0, 0, 7};
static const size_t near_quota[PLACES] = {1, 1, 0, 4, 6, 3, 6, 5, 2, 4, 3};
static const double logit[4] = {1.2, -2.2, 1.6, -1.5};
static const double exact[3] = {0.46378556024922850, 0.37497669921994700,
                                0.26655735794457000};

static struct tn_arena arena;
static struct tn_group group[2][2 * PLACES];
static struct tn_count count[2] = {{2 * PLACES, group[0]}, {2 * PLACES, group[1]}};
static const struct tn_effects effects = {.year_sd = 0.4,
                                          .place_sd = 0.3,
                                          .places = PLACES,
                                          .risks = 4,
                                          .logit = logit,
                                          .counts = 2,
                                          .count = count};
static const struct tn_pair pair = {{0, 1}, true};
static const long quota[2] = {23, 35}, uncapped[2] = {67, 57};
static double met[3];

static void set_up(void)
{
    for (size_t v = 0; v < PLACES; v++) {
        group[0][2 * v] = (struct tn_group){v, 0, poor_quota[v], 0, 1, 0};
        group[0][2 * v + 1] = (struct tn_group){v, 1, poor[v] - poor_quota[v], 0, 1, 0};
        group[1][2 * v] = (struct tn_group){v, 2, near_quota[v], 0, 1, 0};
        group[1][2 * v + 1] = (struct tn_group){v, 3, near[v] - near_quota[v], 0, 1, 0};
    }
}

static struct tn_laws laws_at(double tol)
{
    const double sd[2] = {effects.year_sd, effects.place_sd};
    struct tn_grid grid = tn_grid_from(&arena, 2, sd, tol, 0);
    return tn_effects_laws(&arena, &grid, &effects);
}

static void one_grid(void *what)
{
    struct tn_mark mark = tn_arena_mark(&arena);
    struct tn_laws laws = laws_at(*(double *)what);
    for (int c = 0; c < 2; c++)
        met[c] = tn_poisbin_at_least(laws.whole[c].n, laws.whole[c].pmf, quota[c]);
    tn_arena_rewind(&arena, mark);
}

static void halved(void *what)
{
    struct tn_mark mark = tn_arena_mark(&arena);
    struct tn_laws laws = tn_effects_solve(&arena, &effects, *(double *)what);
    for (int c = 0; c < 2; c++)
        met[c] = tn_poisbin_at_least(laws.whole[c].n, laws.whole[c].pmf, quota[c]);
    tn_arena_rewind(&arena, mark);
}

struct joint_work {
    struct tn_laws laws;
    const long *cap;
};

static void joint(void *what)
{
    struct joint_work *work = what;
    struct tn_mark mark = tn_arena_mark(&arena);
    struct tn_joint law = tn_joint_law(&arena, &work->laws, pair, work->cap);
    met[2] = tn_joint_at_least(&law, quota[0], quota[1]);
    tn_arena_rewind(&arena, mark);
}

static void off(int from, int to)
{
    double worst = 0;
    for (int i = from; i <= to; i++)
        worst = fmax(worst, fabs(met[i] - exact[i]));
    printf("    P(quota met) off by %.1e\n", worst);
}

int main(void)
{
    double loose = 1e-8, tight = 1e-10, tightest = 1e-12;
    set_up();
    struct tn_mark mark = tn_arena_mark(&arena);
    tn_new(&arena, char, 1);   // keeps a block of memory through the rewinds

    bench("effects, grid for 1e-8", 124, 31, one_grid, &loose);
    off(0, 1);
    bench("effects, grid for 1e-10", 124, 31, one_grid, &tight);
    off(0, 1);
    bench("effects, halved to 1e-10", 124, 31, halved, &tight);
    off(0, 1);
    struct joint_work work = {laws_at(tightest), uncapped};
    bench("joint, grid for 1e-10", 124, 31, joint, &work);
    off(2, 2);
    work.cap = quota;
    bench("joint capped at quotas", 124, 31, joint, &work);
    off(2, 2);
    tn_arena_rewind(&arena, mark);
    tn_arena_free(&arena);
    return 0;
}
