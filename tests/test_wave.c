/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: laws convolved count by count on a grid four times as fine (tn/num/grid.h),
 * all levels averaged over by plain sums. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "tn/num/group.h"
#include "tn/num/lanes.h"
#include "tn/num/wave.h"

enum { LEVELS = 3, PARTS = 6, SIZE = 90 };   // parts of an area, households of each

static struct tn_arena arena;
static const double sds[LEVELS] = {0.31, 0.27, 0.24};   // the area's, its own, the parts'

/* The law of one part given the sum of all effects, whose households are of two kinds. */
static double *law_of_part(size_t width, const double shift[], size_t part)
{
    const double logit[2] = {-1.93 - 0.1 * (double)part, 0.87};
    const struct tn_grid grid = {
        .levels = 1, .level = {{.width = width}}, .shift = shift};
    struct tn_risks risks = tn_risks_from(&arena, &grid, 2, logit);
    struct tn_group group[2] = {{.risk = 0, .n = SIZE - 20 - part, .exits = 1},
                                {.risk = 1, .n = 20 + part, .exits = 1}};

    return tn_group_law(&arena, &risks, 2, group);
}

/* The law of all parts together by brute force, 0..n. */
static double *slow_law(size_t *n)
{
    struct tn_grid grid = tn_grid_from(&arena, LEVELS, sds, 1e-13, 1);
    size_t width = grid.level[1].width, done = 0;
    double *all = tn_new(&arena, double, (PARTS * SIZE + 1) * width);

    for (size_t j = 0; j < width; j++)
        all[j] = 1;
    for (size_t part = 0; part < PARTS; part++) {
        double *given = tn_new(&arena, double, (SIZE + 1) * width);
        tn_grid_average(&grid, 2, SIZE + 1,
                        law_of_part(tn_grid_lanes(&grid), grid.shift, part), given);
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

/* With fine times as many frequencies as a forecast takes. */
static struct tn_wave sum_of_parts(const struct tn_lattice *lattice, double fine)
{
    struct tn_wave part[PARTS];
    const struct tn_lattice_level *own = &lattice->level[1], *parts = &lattice->level[2];
    size_t width = parts->width;
    double *var = tn_new(&arena, double, own->width);

    for (size_t i = 0; i < PARTS; i++) {
        double *law = law_of_part(width, parts->shift, i);
        struct tn_wave given = tn_wave_one(&arena, width, 1, 0);
        tn_law_moments(width, SIZE, law, given.mean, given.var);
        double step = tn_wave_step(own->width, own->chance,
                                   tn_wave_average(&arena, lattice, 2, &given).var) /
                      fine;
        double end = tn_wave_end(width, parts->chance, given.var);
        given = tn_wave_of_law(&arena, width, SIZE, law, step, tn_wave_nodes(end, step));
        part[i] = tn_wave_average(&arena, lattice, 2, &given);
        for (size_t j = 0; j < own->width; j++)
            var[j] += part[i].var[j];
    }
    struct tn_wave all = tn_wave_until(&arena, own->width, own->chance, var,
                                       tn_wave_step(own->width, own->chance, var) / fine);
    for (size_t i = 0; i < PARTS; i++)
        tn_wave_join(&arena, &all, &part[i]);
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

static void check_law(double left_out, double fine, double entry_tol, double sum_tol)
{
    struct tn_lattice lattice = tn_lattice_from(&arena, LEVELS, sds, 0.19, left_out);
    struct tn_wave all = sum_of_parts(&lattice, fine);
    size_t n;
    double *want = slow_law(&n), pmf[PARTS * SIZE + 1], some[3], below = 0, sums;
    const long at[3] = {-1, 130, 540};
    struct tn_cells cells = {.n = n, .cells = n, .step = 1, .points = 3, .at = at};

    tn_wave_law(&arena, &lattice.level[1], &all, &cells, pmf, some);
    double entry = furthest(pmf, want, n, &sums);
    if (entry > entry_tol || sums > sum_tol)
        fail_msg("an entry is off by %.3g, a sum by %.3g", entry, sums);
    for (size_t k = 0; k <= 130; k++)
        below += want[k];
    assert_true(fabs(some[1] - below) <= sum_tol);
    check_rel(some[0], 0, 0);
    check_rel(some[2], 1, 0);
}

/* Measured: 2e-10 and 4e-9 with twice as many frequencies as a forecast takes, 1.4e-8 and
 * 6e-7 with as many; 7e-8 and 1e-6 with what is left out of the effects' ranges. */
static void the_law_of_nested_areas_is_that_of_slow_sums(void **state)
{
    (void)state;
    check_law(1e-9, 2, 1.5e-9, 1.5e-8);
    check_law(1e-9, 1, 3e-8, 1e-6);
    check_law(1e-5, 2, 1e-7, 2e-6);
}

/* The law in cells of several counts is the sum of the law count by count. */
static void cells_are_sums_of_counts(void **state)
{
    (void)state;
    struct tn_lattice lattice = tn_lattice_from(&arena, LEVELS, sds, 0.19, 1e-9);
    struct tn_wave all = sum_of_parts(&lattice, 2);
    double fine[PARTS * SIZE + 1], wide[78 + 1];
    struct tn_cells each = {.n = PARTS * SIZE, .cells = PARTS * SIZE, .step = 1};
    struct tn_cells seven = {.n = PARTS * SIZE, .cells = 78, .step = 7};

    tn_wave_law(&arena, &lattice.level[1], &all, &each, fine, NULL);
    tn_wave_law(&arena, &lattice.level[1], &all, &seven, wide, NULL);
    for (size_t k = 1; k <= 78; k++) {
        double sum = 0;
        for (size_t i = 7 * k - 6; i <= 7 * k && i <= PARTS * SIZE; i++)
            sum += fine[i];
        assert_true(fabs(wide[k] - sum) < 1e-8);
    }
}

/* Without effects nothing is averaged: the binomial law, of households with a logit. */
static void check_binomial(double logit, double entry_tol, double sum_tol)
{
    const double none[LEVELS] = {0}, shift[TN_LANE] = {0};
    struct tn_lattice lattice = tn_lattice_from(&arena, LEVELS, none, 0.3, 1e-9);
    const struct tn_grid grid = {
        .levels = 1, .level = {{.width = TN_LANE}}, .shift = shift};
    struct tn_risks risks = tn_risks_from(&arena, &grid, 1, &logit);
    struct tn_group group = {.n = 3 * SIZE, .exits = 1};
    double *law = tn_group_law(&arena, &risks, 1, &group), pmf[3 * SIZE + 1];
    double want[3 * SIZE + 1], some[4], sums, below = 0, p = 1 / (1 + exp(-logit));
    const long at[] = {-1, 0, 1, 2};
    struct tn_cells cells = {
        .n = 3 * SIZE, .cells = 3 * SIZE, .step = 1, .points = 4, .at = at};
    const double var = 3 * SIZE * p * (1 - p), sure = 1,
                 step = tn_wave_step(1, &sure, &var);
    struct tn_wave wave = tn_wave_of_law(
        &arena, TN_LANE, 3 * SIZE, law, step,
        tn_wave_nodes(tn_wave_end(1, &sure, &var), step));

    tn_wave_law(&arena, &lattice.level[0], &wave, &cells, pmf, some);
    for (size_t k = 0; k <= 3 * SIZE; k++)
        want[k] = law[k * TN_LANE];
    double entry = furthest(pmf, want, 3 * SIZE, &sums);
    if (entry > entry_tol || sums > sum_tol)
        fail_msg("an entry is off by %.3g, a sum by %.3g", entry, sums);
    check_rel(some[0], 0, 0);
    for (size_t k = 0; k <= 2; k++) {
        below += want[k];
        assert_true(fabs(some[k + 1] - below) <= sum_tol);
    }
}

/* Measured: 3.4e-8, 4.9e-7; where none at all is likely (0.05), 8.7e-8, 4.0e-7. */
static void without_effects_it_is_the_law_of_the_households(void **state)
{
    (void)state;
    check_binomial(-0.37, 6e-8, 8e-7);
    check_binomial(-4.5, 1.5e-7, 7e-7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_law_of_nested_areas_is_that_of_slow_sums),
        cmocka_unit_test(cells_are_sums_of_counts),
        cmocka_unit_test(without_effects_it_is_the_law_of_the_households),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
