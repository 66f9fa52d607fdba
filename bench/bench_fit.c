/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exit model fitted to 63 areas x 3 years (tests/oracle/hier/panelP_data.csv: the
 * most likely parameters, and the posterior with and without a year's effect) and to
 * 10,000 areas x 5 years (posterior). bench/peers/fit.R does the first with lme4 and
 * JAGS. */
#include "tn/num/mixed.h"
#include "tn/num/mixedml.h"
#include "tn/study/generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { ROWS = 200, GROUPS = 64, BIG = 10000, YEARS = 5 };

static double n[ROWS], y[ROWS], x[2 * ROWS];
static size_t year[ROWS], first[GROUPS];

static double wall(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static struct tn_panel small_panel(int years)
{
    FILE *file = fopen("tests/oracle/hier/panelP_data.csv", "r");
    size_t rows = 0, groups = 0;
    int group, t, last = 0;
    char line[64];

    if (!file || !fgets(line, sizeof line, file))
        exit(1);
    while (fscanf(file, "%d,%d,%lf,%lf,%lf", &group, &t, &n[rows], &x[2 * rows + 1],
                  &y[rows]) == 5) {
        if (group != last)
            first[groups++] = rows;
        last = group;
        x[2 * rows] = 1;
        year[rows++] = (size_t)t - 1;
    }
    fclose(file);
    first[groups] = rows;
    return (struct tn_panel){.rows = rows,
                             .fixed = 2,
                             .years = years ? 3 : 0,
                             .levels = 1,
                             .at_risk = n,
                             .exits = y,
                             .x = x,
                             .year = years ? year : NULL,
                             .areas = {groups},
                             .first = {first}};
}

static struct tn_panel big_panel(struct tn_arena *arena)
{
    struct tn_generate g = tn_generate_default();
    size_t rows;

    g.villages = BIG;
    g.years = YEARS;
    g.poor = 30;
    struct tn_history *h = tn_generate_history(arena, &g, &rows);
    double *at_risk = tn_new(arena, double, BIG *YEARS * 2);
    double *exits = tn_new(arena, double, BIG *YEARS * 2);
    double *one = tn_new(arena, double, BIG *YEARS * 4);
    size_t *when = tn_new(arena, size_t, BIG * YEARS * 2);
    size_t *from = tn_new(arena, size_t, BIG + 1), used = 0;

    for (size_t i = 0; i < rows; i++) {
        if (i % (YEARS * 4) == 0)
            from[i / (YEARS * 4)] = used;
        if (h[i].status != TN_POOR || h[i].planned)
            continue;
        at_risk[used] = (double)h[i].at_risk;
        exits[used] = (double)h[i].exits;
        one[used] = 1;
        when[used++] = (size_t)(h[i].year - g.first_year);
    }
    from[BIG] = used;
    return (struct tn_panel){.rows = used,
                             .fixed = 1,
                             .years = YEARS,
                             .levels = 1,
                             .at_risk = at_risk,
                             .exits = exits,
                             .x = one,
                             .year = when,
                             .areas = {BIG},
                             .first = {from}};
}

static double time_posterior(const struct tn_panel *panel, int runs)
{
    static const double mean[] = {0, 0}, sd[] = {2.5, 2.5};
    struct tn_mixed_prior prior = {
        .beta = {mean, sd},
        .area = {{TN_SD_HALF_NORMAL, 1, 0}},
        .year = {panel->years ? TN_SD_HALF_NORMAL : TN_SD_FIXED, panel->years ? 1 : 0,
                 0}};
    double best = 1e9;

    for (int run = 0; run < runs; run++) {
        struct tn_arena arena = {0};
        struct tn_mixed mixed;
        double start = wall();
        if (tn_mixed_fit(&arena, panel, &prior, NULL, &mixed, NULL))
            exit(1);
        double took = wall() - start;
        best = took < best ? took : best;
        tn_arena_free(&arena);
    }
    return best;
}

static double time_maximum(const struct tn_panel *panel, int runs)
{
    double best = 1e9;

    for (int run = 0; run < runs; run++) {
        struct tn_arena arena = {0};
        struct tn_ml ml;
        double start = wall();
        if (tn_ml_fit(&arena, panel, 25, &ml, NULL))
            exit(1);
        double took = wall() - start;
        best = took < best ? took : best;
        tn_arena_free(&arena);
    }
    return best;
}

int main(void)
{
    struct tn_arena arena = {0};
    struct tn_panel panel = small_panel(0);
    struct rusage usage;

    printf("fit: 63 areas x 3 years, maximum likelihood  %8.2f ms\n",
           1e3 * time_maximum(&panel, 31));
    printf("fit: 63 areas x 3 years, posterior           %8.2f ms\n",
           1e3 * time_posterior(&panel, 11));
    panel = small_panel(1);
    printf("fit: the same with the year's effect         %8.2f ms\n",
           1e3 * time_posterior(&panel, 11));
    panel = big_panel(&arena);
    double took = time_posterior(&panel, 1);
    getrusage(RUSAGE_SELF, &usage);
    printf("fit: 10,000 areas x 5 years, posterior       %8.2f s, %ld MB\n", took,
           usage.ru_maxrss / 1024);
    tn_arena_free(&arena);
    return 0;
}
