/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the same integrals as plain trapezoid sums over a wide range, level inside
 * level; derivatives by central differences of the value. */
#include "check.h"

#include "nest_panel.h"

#include <string.h>

struct twin {
    const struct tn_panel *panel;
    struct tn_nested_at at;
};

static double twin_rows(const struct twin *t, size_t area, double offset)
{
    double sum = 0;
    for (size_t i = village[area]; i < village[area + 1]; i++) {
        double eta = offset + t->at.year_sd * t->at.shock[year[i]];
        for (size_t j = 0; j < FIXED; j++)
            eta += x[i * FIXED + j] * t->at.beta[j];
        sum += y[i] * eta - n[i] * log1p(exp(eta));
    }
    return sum;
}

/* The likelihood of an area by trapezoids; sums[0..3]: with the area's own effect to
 * the power 1 to 4. */
static double twin_area(const struct twin *t, size_t level, size_t area, double offset,
                        double sums[4])
{
    double total = 0, step = level == 0 ? 0.05 : 0.2, sd = t->at.sd[level];
    memset(sums, 0, 4 * sizeof(double));
    for (double z = -9; z <= 9.01; z += step) {
        double inside = 1, ignored[4], power = sd * z;
        if (level == 0)
            inside = exp(twin_rows(t, area, offset + sd * z));
        else
            for (size_t a = t->panel->first[level][area];
                 a < t->panel->first[level][area + 1]; a++)
                inside *= twin_area(t, level - 1, a, offset + sd * z, ignored);
        inside *= step * exp(-z * z / 2) / sqrt(2 * acos(-1));
        total += inside;
        for (int r = 0; r < 4; r++, power *= sd * z)
            sums[r] += inside * power;
    }
    return total;
}

static void agrees_with_trapezoids(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    for_cases (3) {
        for (size_t levels = 1; levels <= 2; levels++) {
            struct tn_panel panel = panel_of(levels);
            double beta[FIXED], shock[YEARS], want = 0, moment[2][4 * 6], total[12];
            struct twin twin = {&panel, draw_at(beta, shock)};
            struct tn_nested *place = tn_nested_new(&arena, &panel, 33, false);
            double got = tn_nested_eval(
                place, &twin.at,
                &(struct tn_nested_out){.moment = {moment[0], moment[1]},
                                        .total = total});
            for (size_t a = 0; a < panel.areas[levels - 1]; a++) {
                double sums[4], likelihood = twin_area(&twin, levels - 1, a, 0, sums);
                want += log(likelihood);
                for (size_t r = 0; r < 4; r++)
                    check_rel(moment[levels - 1][4 * a + r], sums[r] / likelihood, 1e-8);
            }
            check_rel(got, want, 1e-11);
            tn_arena_free(&arena);
        }
    }
}

/* The effect of a village below a commune, by the twin one commune at a time. */
static void moments_pass_through_the_levels(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel panel = panel_of(2);
    double beta[FIXED] = {-0.4, 0.7}, shock[YEARS] = {0.5, -1}, moment[2][24], total[12];
    struct twin t = {&panel,
                     {.beta = beta, .shock = shock, .year_sd = 0.3, .sd = {0.8, 0.6}}};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 33, false);
    tn_nested_eval(
        place, &t.at,
        &(struct tn_nested_out){.moment = {moment[0], moment[1]}, .total = total});

    double mass = 0, first = 0, second = 0,
           total_mean = 0;   // villages 0 and 1, commune 0
    for (double z = -8; z <= 8.01; z += 0.1) {
        double own[4], other[4], c = 0.6 * z;
        double a = twin_area(&t, 0, 0, c, own), b = twin_area(&t, 0, 1, c, other);
        double weight = exp(-z * z / 2);
        mass += weight * a * b;
        first += weight * own[0] * b;
        second += weight * own[1] * b;
        total_mean += weight * (own[0] + c * a) * b;
    }
    check_rel(moment[0][0], first / mass, 1e-9);
    check_rel(moment[0][1], second / mass, 1e-9);
    check_rel(total[0], total_mean / mass, 1e-9);
    tn_arena_free(&arena);
}

/* Value with one of all coordinates moved: beta, shock, sd, year_sd. */
static double moved(struct tn_nested *place, struct tn_nested_at at, size_t levels,
                    size_t slot, double by, double g[])
{
    double beta[FIXED], shock[YEARS], h[100];
    memcpy(beta, at.beta, sizeof beta);
    memcpy(shock, at.shock, sizeof shock);
    if (slot < FIXED)
        beta[slot] += by;
    else if (slot < FIXED + YEARS)
        shock[slot - FIXED] += by;
    else if (slot < FIXED + YEARS + levels)
        at.sd[slot - FIXED - YEARS] += by;
    else
        at.year_sd += by;
    at.beta = beta;
    at.shock = shock;
    return tn_nested_eval(place, &at,
                          &(struct tn_nested_out){.gradient = g, .hessian = h});
}

static void derivatives_agree_with_differences(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    for_cases (3) {
        for (size_t levels = 1; levels <= 3; levels++) {
            struct tn_panel panel = panel_of(levels);
            double beta[FIXED], shock[YEARS], g[10], h[100], up[10], down[10],
                step = 1e-5;
            struct tn_nested_at at = draw_at(beta, shock);
            struct tn_nested *place = tn_nested_new(&arena, &panel, 21, true);
            size_t dims = tn_nested_dims(place);
            assert_int_equal(dims, FIXED + YEARS + levels + 1);
            tn_nested_eval(place, &at,
                           &(struct tn_nested_out){.gradient = g, .hessian = h});
            for (size_t j = 0; j < dims; j++) {
                double above = moved(place, at, levels, j, step, up);
                double below = moved(place, at, levels, j, -step, down);
                assert_true(fabs((above - below) / (2 * step) - g[j]) < 2e-7);
                for (size_t k = 0; k < dims; k++) {
                    double want = (up[k] - down[k]) / (2 * step);
                    double got = j > k ? h[j * dims + k] : h[k * dims + j];
                    assert_true(fabs(want - got) < 3e-6);
                }
            }
            tn_arena_free(&arena);
        }
    }
}

/* With every sd at 0 nothing is integrated: the plain binomial likelihood. */
static void without_effects_it_is_the_binomial(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel panel = panel_of(3);
    double beta[FIXED] = {-0.3, 0.4}, shock[YEARS] = {1.5, -0.5}, want = 0;
    struct tn_nested *place = tn_nested_new(&arena, &panel, 7, false);
    struct tn_nested_at at = {.beta = beta, .shock = shock, .year_sd = 0.2};
    struct twin twin = {&panel, at};
    for (size_t a = 0; a < 6; a++)
        want += twin_rows(&twin, a, 0);
    check_rel(tn_nested_eval(place, &at, NULL), want, 1e-14);
    check_rel(tn_panel_log_choose(&panel), 42.33007127922222, 1e-14);
    tn_arena_free(&arena);
}

/* All or no exits among many, with a huge sd: nothing overflows. */
static void extremes_stay_finite(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    const double many[] = {1e6, 1e6}, ends[] = {0, 1e6}, one[] = {1, 1};
    const size_t first[] = {0, 1, 2};
    struct tn_panel panel = {.rows = 2,
                             .fixed = 1,
                             .levels = 1,
                             .at_risk = many,
                             .exits = ends,
                             .x = one,
                             .areas = {2},
                             .first = {first}};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 15, false);
    for (double sd = 0.01; sd < 200; sd *= 10)
        for (double beta = -60; beta <= 60; beta += 30) {
            double g[1], h[1];
            double value = tn_nested_eval(
                place, &(struct tn_nested_at){.beta = &beta, .sd = {sd}},
                &(struct tn_nested_out){.gradient = g, .hessian = h});
            assert_true(isfinite(value) && value < 0 && isfinite(g[0]) && h[0] <= 0);
        }
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest nested[] = {
        property(agrees_with_trapezoids),
        cmocka_unit_test(moments_pass_through_the_levels),
        property(derivatives_agree_with_differences),
        cmocka_unit_test(without_effects_it_is_the_binomial),
        cmocka_unit_test(extremes_stay_finite),
    };
    return cmocka_run_group_tests(nested, NULL, NULL);
}
