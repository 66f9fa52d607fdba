/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exit model fitted to 63 areas x 3 years (tests/oracle/hier/panelP_data.csv: the
 * most likely parameters, and the posterior with and without a year's effect), to 60
 * villages x 4 years in communes and districts, and to 10,000 areas x 5 years, with and
 * without such levels; processor time. bench/peers/fit.sh does the first with lme4, JAGS
 * and Stan. */
#include "tn/num/mixed.h"
#include "tn/num/mixedml.h"
#include "tn/study/generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { ROWS = 200, GROUPS = 64 };

static double n[ROWS], y[ROWS], x[2 * ROWS];
static size_t year[ROWS], first[GROUPS];

/* Processor time: of all threads. */
static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
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

/* Villages in communes in districts, exits of the poor who were not planned; levels 1:
 * all villages side by side. */
static struct tn_panel big_panel(struct tn_arena *arena, const struct tn_generate *g,
                                 size_t levels)
{
    size_t rows, communes = g->communes * g->districts, areas = communes * g->villages;
    struct tn_history *h = tn_generate_history(arena, g, &rows);
    size_t used = 0, each = rows / areas;
    double *at_risk = tn_new(arena, double, rows), *exits = tn_new(arena, double, rows);
    double *one = tn_new(arena, double, rows);
    size_t *when = tn_new(arena, size_t, rows), *from = tn_new(arena, size_t, areas + 1);
    size_t *commune = tn_new(arena, size_t, communes + 1);
    size_t *district = tn_new(arena, size_t, g->districts + 1);

    for (size_t i = 0; i < rows; i++) {
        if (i % each == 0)
            from[i / each] = used;
        if (h[i].status != TN_POOR || h[i].planned)
            continue;
        at_risk[used] = (double)h[i].at_risk;
        exits[used] = (double)h[i].exits;
        one[used] = 1;
        when[used++] = (size_t)(h[i].year - g->first_year);
    }
    from[areas] = used;
    for (size_t c = 0; c <= communes; c++)
        commune[c] = c * g->villages;
    for (size_t d = 0; d <= g->districts; d++)
        district[d] = d * g->communes;
    return (struct tn_panel){.rows = used,
                             .fixed = 1,
                             .years = (size_t)g->years,
                             .levels = levels,
                             .at_risk = at_risk,
                             .exits = exits,
                             .x = one,
                             .year = when,
                             .areas = {areas, communes, g->districts},
                             .first = {from, commune, district}};
}

static double time_posterior(const struct tn_panel *panel, int runs)
{
    static const double mean[] = {0, 0}, sd[] = {2.5, 2.5};
    struct tn_mixed_prior prior = {
        .beta = {mean, sd},
        .area = {{TN_SD_HALF_NORMAL, 1, 0},
                 {TN_SD_HALF_NORMAL, 0.7, 0},
                 {TN_SD_HALF_NORMAL, 0.7, 0}},
        .year = {panel->years ? TN_SD_HALF_NORMAL : TN_SD_FIXED, panel->years ? 1 : 0,
                 0}};
    double best = 1e9;

    for (int run = 0; run < runs; run++) {
        struct tn_arena arena = {0};
        struct tn_mixed mixed;
        double start = seconds();
        if (tn_mixed_fit(&arena, panel, &prior, NULL, &mixed, NULL))
            exit(1);
        double took = seconds() - start;
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
        double start = seconds();
        if (tn_ml_fit(&arena, panel, 25, &ml, NULL))
            exit(1);
        double took = seconds() - start;
        best = took < best ? took : best;
        tn_arena_free(&arena);
    }
    return best;
}

static void time_big(size_t districts, size_t communes, size_t villages, int years,
                     size_t levels)
{
    struct tn_arena arena = {0};
    struct tn_generate g = tn_generate_default();
    struct rusage usage;

    g.districts = districts;
    g.communes = communes;
    g.villages = villages;
    g.years = years;
    g.poor = 30;
    struct tn_panel panel = big_panel(&arena, &g, levels);
    double took = time_posterior(&panel, panel.areas[0] < 1000 ? 3 : 1);
    getrusage(RUSAGE_SELF, &usage);
    printf("fit: %zu areas x %d years x %zu level%s, posterior %8.2f s, %ld MB\n",
           panel.areas[0], years, levels, levels > 1 ? "s" : "", took,
           usage.ru_maxrss / 1024);
    tn_arena_free(&arena);
}

/* Anything on the command line: the small panel alone. */
int main(int arguments, char *argument[])
{
    struct tn_panel panel = small_panel(0);

    (void)argument;
    printf("fit: 63 areas x 3 years, maximum likelihood  %8.2f ms\n",
           1e3 * time_maximum(&panel, 31));
    printf("fit: 63 areas x 3 years, posterior           %8.2f ms\n",
           1e3 * time_posterior(&panel, 11));
    panel = small_panel(1);
    printf("fit: the same with the year's effect         %8.2f ms\n",
           1e3 * time_posterior(&panel, 11));
    if (arguments > 1)
        return 0;
    time_big(5, 3, 4, 4, 3);
    time_big(1, 1, 10000, 5, 1);
    time_big(20, 20, 25, 5, 3);
    return 0;
}
