/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: laws convolved count by count on a lattice five times as fine, all levels
 * averaged over by plain sums. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "tn/num/grid.h"
#include "tn/num/group.h"
#include "tn/num/lanes.h"
#include "tn/num/wave.h"

enum { LEVELS = 3, PARTS = 6, SIZE = 90 };   // parts of an area, households of each

static struct tn_arena arena;
static const double sds[LEVELS] = {0.31, 0.27, 0.24};   // the area's, its own, the parts'

/* The law of one part given the sum of all effects, whose households are of two kinds. */
static double *law_of_part(const struct tn_grid *grid, size_t part)
{
    const double logit[2] = {-1.93 - 0.1 * (double)part, 0.87};
    struct tn_risks risks = tn_risks_from(&arena, grid, 2, logit);
    struct tn_group group[2] = {{.risk = 0, .n = SIZE - 20 - part, .exits = 1},
                                {.risk = 1, .n = 20 + part, .exits = 1}};

    return tn_group_law(&arena, &risks, 2, group);
}

/* The law of all parts together by brute force, 0..n. */
static double *slow_law(double step, size_t *n)
{
    struct tn_grid grid = tn_grid_lattice(&arena, LEVELS, sds, step, 1e-13);
    size_t width = grid.level[1].width, done = 0;
    double *all = tn_new(&arena, double, (PARTS * SIZE + 1) * width);

    for (size_t j = 0; j < width; j++)
        all[j] = 1;
    for (size_t part = 0; part < PARTS; part++) {
        double *given = tn_new(&arena, double, (SIZE + 1) * width);
        tn_grid_average(&grid, 2, SIZE + 1, law_of_part(&grid, part), given);
        tn_lanes_join(width, done, all, SIZE, given);
        done += SIZE;
    }
    double *given = tn_new(&arena, double, (done + 1) * grid.level[0].width);
    double *pmf = tn_new(&arena, double, done + 1);
    tn_grid_average(&grid, 1, done + 1, all, given);
    for (size_t k = 0; k <= done; k++)
        pmf[k] = tn_lanes_dot(grid.level[0].width, grid.level[0].weight,
                              given + k * grid.level[0].width);
    *n = done;
    return pmf;
}

static void range(const double x[], size_t n, double *least, double *most)
{
    for (size_t j = 0; j < n; j++) {
        *least = fmin(*least, sqrt(x[j]));
        *most = fmax(*most, sqrt(x[j]));
    }
}

static struct tn_wave sum_of_parts(const struct tn_grid *grid)
{
    struct tn_wave part[PARTS], all;
    double least = 1e9, most = 0;

    for (size_t i = 0; i < PARTS; i++) {
        size_t width = grid->level[2].width;
        double *law = law_of_part(grid, i), low = 1e9, high = 0;
        double *mean = tn_new(&arena, double, width),
               *var = tn_new(&arena, double, width);
        tn_law_moments(width, SIZE, law, mean, var);
        range(var, width, &low, &high);
        double step = tn_wave_step(3 * high);   // it gets wider when averaged
        struct tn_wave given = tn_wave_of_law(&arena, width, SIZE, law, step,
                                              (size_t)ceil(tn_wave_end(low) / step) + 4);
        part[i] = tn_wave_average(&arena, grid, 2, &given);
    }
    double *var = tn_new(&arena, double, part[0].width);
    for (size_t i = 0; i < PARTS; i++)
        for (size_t j = 0; j < part[0].width; j++)
            var[j] += part[i].var[j];
    range(var, part[0].width, &least, &most);
    double step = tn_wave_step(most);
    all = tn_wave_one(&arena, part[0].width, step,
                      (size_t)ceil(tn_wave_end(least) / step) + 4);
    for (size_t i = 0; i < PARTS; i++)
        tn_wave_join(&all, &part[i]);
    return all;
}

/* The largest difference of an entry, and of a sum of entries from 0 on. */
static double furthest(const double got[], const double want[], size_t n, double *sums)
{
    double most = 0, sum = 0;

    *sums = 0;
    for (size_t k = 0; k <= n; k++) {
        most = fmax(most, fabs(got[k] - want[k]));
        sum += got[k] - want[k];
        *sums = fmax(*sums, fabs(sum));
    }
    return most;
}

static void the_law_of_nested_areas_is_that_of_slow_sums(void **state)
{
    (void)state;
    struct tn_grid grid = tn_grid_lattice(&arena, LEVELS, sds, 0.19, 1e-9);
    struct tn_wave all = sum_of_parts(&grid);
    size_t n;
    double *want = slow_law(0.038, &n), pmf[PARTS * SIZE + 1], some[3];
    const long at[3] = {-1, 130, 540};
    struct tn_cells cells = {.n = n, .cells = n, .step = 1, .points = 3, .at = at};

    tn_wave_law(&arena, &all, tn_grid_shift(&grid, 1), hypot(sds[0], sds[1]), &cells, pmf,
                some);
    double sums, entry = furthest(pmf, want, n, &sums);
    assert_true(entry <= 1e-9);
    assert_true(sums <= 2e-8);
    double below = 0;
    for (size_t k = 0; k <= 130; k++)
        below += want[k];
    assert_true(fabs(some[1] - below) < 1e-7);
    check_rel(some[0], 0, 0);
    check_rel(some[2], 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_law_of_nested_areas_is_that_of_slow_sums),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
