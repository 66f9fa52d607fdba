/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the whole Hessian of beta, shocks and every effect above the villages as one
 * dense matrix, villages summed over by trapezoids; nodes inside nodes (tn/num/nested.h).
 */
#include "check.h"

#include "tn/num/cholesky.h"
#include "tn/num/laplace.h"

#include "nest_panel.h"

#include <string.h>

enum { X = FIXED + YEARS, MOST = X + 6 };
static const size_t commune_of[] = {0, 0, 1, 2, 2, 3};

/* ---- the dense twin ------------------------------------------------------------------
 */

/* Coordinates: beta, shocks, communes' z, districts' z. */
struct twin {
    size_t dims, levels;
    struct tn_nested_at at;
    double z[6], value, g[MOST], h[MOST * MOST];   // g, h: of log posterior by all
};

/* What row i's log odds, beside its village's effect, go by. */
static void row_slots(const struct twin *t, size_t i, size_t v, double a[])
{
    memset(a, 0, MOST * sizeof *a);
    for (size_t j = 0; j < FIXED; j++)
        a[j] = x[i * FIXED + j];
    a[FIXED + year[i]] = t->at.year_sd;
    a[X + commune_of[v]] = t->at.sd[1];
    if (t->levels > 2)
        a[X + 4 + commune_of[v] / 2] = t->at.sd[2];
}

static double coordinate(const struct twin *t, size_t j)
{
    return j < FIXED ? t->at.beta[j] : j < X ? t->at.shock[j - FIXED] : t->z[j - X];
}

/* A village's log likelihood at its own z; g and h by all coordinates. */
static double village_at(const struct twin *t, size_t v, double z, double g[], double h[])
{
    double sum = -z * z / 2;
    memset(g, 0, MOST * sizeof *g);
    memset(h, 0, MOST * MOST * sizeof *h);
    for (size_t i = village[v]; i < village[v + 1]; i++) {
        double a[MOST], eta = t->at.sd[0] * z;
        row_slots(t, i, v, a);
        for (size_t j = 0; j < t->dims; j++)
            eta += a[j] * coordinate(t, j);
        double p = 1 / (1 + exp(-eta));
        sum += y[i] * eta - n[i] * log1p(exp(eta));
        for (size_t j = 0; j < t->dims; j++) {
            g[j] += (y[i] - n[i] * p) * a[j];
            for (size_t k = 0; k < t->dims; k++)
                h[j * MOST + k] -= n[i] * p * (1 - p) * a[j] * a[k];
        }
    }
    return sum;
}

/* Summed over z by trapezoids: derivatives by Louis's identity. */
static void add_village(struct twin *t, size_t v)
{
    const double step = 0.04;
    double total = 0, mean[MOST] = {0}, second[MOST * MOST] = {0};
    for (double z = -10; z <= 10.01; z += step) {
        double g[MOST], h[MOST * MOST];
        double w = step * exp(village_at(t, v, z, g, h)) / sqrt(2 * acos(-1));
        total += w;
        for (size_t j = 0; j < t->dims; j++) {
            mean[j] += w * g[j];
            for (size_t k = 0; k < t->dims; k++)
                second[j * MOST + k] += w * (h[j * MOST + k] + g[j] * g[k]);
        }
    }
    t->value += log(total);
    for (size_t j = 0; j < t->dims; j++) {
        t->g[j] += mean[j] / total;
        for (size_t k = 0; k < t->dims; k++)
            t->h[j * MOST + k] += second[j * MOST + k] / total -
                                  mean[j] / total * mean[k] / total;
    }
}

static void look(struct twin *t)
{
    t->value = 0;
    memset(t->g, 0, sizeof t->g);
    memset(t->h, 0, sizeof t->h);
    for (size_t v = 0; v < 6; v++)
        add_village(t, v);
    for (size_t j = X; j < t->dims; j++) {
        t->value -= t->z[j - X] * t->z[j - X] / 2;
        t->g[j] -= t->z[j - X];
        t->h[j * MOST + j] -= 1;
    }
}

/* The part of minus the Hessian from coordinate `from` on, packed. */
static size_t pack(const struct twin *t, size_t from, double to[])
{
    size_t m = t->dims - from;
    for (size_t j = 0; j < m; j++)
        for (size_t k = 0; k < m; k++)
            to[j * m + k] = -t->h[(from + j) * MOST + from + k];
    return m;
}

static void climb(struct twin *t)
{
    for (int step = 0; step < 30; step++) {
        double root[36], move[6];
        look(t);
        size_t m = pack(t, X, root);
        memcpy(move, t->g + X, m * sizeof *move);
        assert_true(tn_cholesky(m, root));
        tn_cholesky_solve(m, root, move);
        for (size_t j = 0; j < m; j++)
            t->z[j] += move[j];
    }
    look(t);
}

/* Schur's complement: entry (a, b) of the Hessian of the maximum over all z. */
static double complement(const struct twin *t, size_t a, size_t b)
{
    double root[36], solved[6], sum = t->h[a * MOST + b];
    size_t m = pack(t, X, root);
    for (size_t j = 0; j < m; j++)
        solved[j] = t->h[a * MOST + X + j];
    assert_true(tn_cholesky(m, root));
    tn_cholesky_solve(m, root, solved);
    for (size_t j = 0; j < m; j++)
        sum += solved[j] * t->h[b * MOST + X + j];
    return sum;
}

static struct tn_laplace *laplace_of(struct tn_arena *arena, const struct tn_panel *panel)
{
    double *mode[TN_LEVELS_MOST] = {0};
    for (size_t l = 1; l < panel->levels; l++)
        mode[l] = tn_new(arena, double, panel->areas[l]);
    return tn_laplace_new(arena, tn_leaves_new(arena, panel, 40, false), mode);
}

/* Value, determinant, gradient and Hessian; asked for twice, the second time from near
 * by, and once more afresh. */
static void blocks_agree_with_the_dense_matrix(void **state)
{
    (void)state;
    for_cases (3) {
        for (size_t levels = 2; levels <= 3; levels++) {
            struct tn_arena arena = {0};
            struct tn_panel panel = panel_of(levels);
            double beta[FIXED], shock[YEARS], g[X], h[X * X], left, root[36];
            struct twin t = {.dims = X + (levels == 2 ? 4 : 6), .levels = levels};
            struct tn_laplace *laplace = laplace_of(&arena, &panel);
            struct tn_nested_out out = {.gradient = g, .hessian = h, .left_out = &left};
            t.at = draw_at(beta, shock);
            beta[0] += 0.2;
            tn_laplace_eval(laplace, &t.at, &out);
            beta[0] -= 0.2;
            for (int time = 0; time < 4; time++)   // each time nearer to the mode
                tn_laplace_eval(laplace, &t.at, &out);
            double value = tn_laplace_eval(laplace, &t.at, &out);
            climb(&t);
            size_t m = pack(&t, X, root);
            assert_true(tn_cholesky(m, root));
            check_rel(left, -tn_cholesky_log_det(m, root) / 2, 1e-9);
            check_rel(value, t.value + left, 1e-10);
            for (size_t a = 0; a < X; a++) {
                assert_true(fabs(g[a] - t.g[a]) < 1e-9 * (1 + fabs(t.g[a])));
                for (size_t b = 0; b <= a; b++)
                    check_rel(h[a * X + b], complement(&t, a, b), 1e-9);
            }
            tn_laplace_forget(laplace);
            check_rel(tn_laplace_eval(laplace, &t.at, &(struct tn_nested_out){0}), value,
                      1e-6);
            tn_arena_free(&arena);
        }
    }
}

/* Second and third derivatives of a commune's log likelihood by what its villages have in
 * common, by differences of fourth order. */
static double bends_of(const struct twin *t, size_t c, double *second)
{
    const double h = 0.03;
    double f[7];
    for (int i = 0; i < 7; i++) {
        struct twin at = *t;
        at.value = 0;
        at.z[c] += (i - 3) * h / t->at.sd[1];
        for (size_t v = 0; v < 6; v++)
            if (commune_of[v] == c)
                add_village(&at, v);
        f[i] = at.value;
    }
    *second = (16 * (f[4] + f[2]) - f[5] - f[1] - 30 * f[3]) / (12 * h * h);
    return (f[0] - f[6] + 8 * (f[5] - f[1]) - 13 * (f[4] - f[2])) / (8 * h * h * h);
}

/* Third and fourth moments about the mean: the third derivative by the offset times the
 * third power of the covariance with it; else a normal law's. */
static void check_skewness(const struct twin *t, size_t j, const double covariance[],
                           const double moment[])
{
    const double *sd = t->at.sd, *c = covariance + 6 * j;
    double third = 0, second = 0, with = 0, own = j < 4 ? sd[1] : sd[2];
    if (j < 4) {
        third = bends_of(t, j, &second);
        with = sd[1] * c[j] + sd[2] * c[4 + j / 2];
    } else {
        for (size_t in = 2 * (j - 4); in < 2 * (j - 4) + 2; in++) {
            double bend = bends_of(t, in, &second);
            third += bend / pow(1 - sd[1] * sd[1] * second, 3);   // its effect follows
        }
        with = sd[2] * c[j];
    }
    double m = moment[0], variance = moment[1] - m * m;
    double got = moment[2] - 3 * m * moment[1] + 2 * m * m * m;
    double fourth = moment[3] - 4 * m * moment[2] + 6 * m * m * moment[1] -
                    3 * m * m * m * m;
    check_rel(got, third * pow(own * with, 3), 1e-7);
    check_rel(fourth, 3 * variance * variance, 1e-12);
}

/* Raw moments of a village's own effect, its commune's offset being so much more. */
static void own_moments(const struct twin *t, size_t v, double more, double raw[4])
{
    struct twin at = *t;
    double mass = 0, g[MOST], h[MOST * MOST];
    at.z[commune_of[v]] += more / t->at.sd[1];
    memset(raw, 0, 4 * sizeof *raw);
    for (double z = -10; z <= 10.01; z += 0.04) {
        double w = exp(village_at(&at, v, z, g, h));
        mass += w;
        for (int r = 0; r < 4; r++)
            raw[r] += w * pow(t->at.sd[0] * z, r + 1);
    }
    for (int r = 0; r < 4; r++)
        raw[r] /= mass;
}

/* A village's effect where its commune's offset varies and has moved: mean and spread go
 * with the offset by the effect's first two derivatives. */
static void check_village(const struct twin *t, size_t v, double moved, double vary,
                          const double moment[], const double total[])
{
    const double step = 0.03, *sd = t->at.sd;
    size_t c = commune_of[v];
    double raw[5][4];
    for (int i = 0; i < 5; i++)
        own_moments(t, v, (i - 2) * step, raw[i]);
    const double *m = raw[2];
    double first = (8 * (raw[3][0] - raw[1][0]) - raw[4][0] + raw[0][0]) / (12 * step);
    double second = (16 * (raw[3][0] + raw[1][0]) - raw[4][0] - raw[0][0] - 30 * m[0]) /
                    (12 * step * step);
    double variance = m[1] - m[0] * m[0], more = first * first * vary;
    double third = m[2] - 3 * m[0] * m[1] + 2 * pow(m[0], 3);
    double fourth = m[3] - 4 * m[0] * m[2] + 6 * m[0] * m[0] * m[1] - 3 * pow(m[0], 4);
    double mean = m[0] + first * moved + second * vary / 2, all = variance + more;
    fourth += 6 * variance * more + 3 * more * more;
    const double want[] = {mean, mean * mean + all, pow(mean, 3) + 3 * mean * all + third,
                           pow(mean, 4) + 6 * mean * mean * all + 4 * mean * third +
                               fourth};
    double at = sd[1] * t->z[c] + sd[2] * t->z[4 + c / 2] + moved + mean;
    double spread = variance + (1 + first) * (1 + first) * vary;
    for (int r = 0; r < 4; r++)
        assert_true(fabs(moment[r] - want[r]) < 1e-7 * pow(sd[0], r + 1));
    assert_true(fabs(total[0] - at) < 1e-7);
    assert_true(fabs(total[1] - at * at - spread) < 1e-7);
}

/* Means and variances of the effects by the dense matrix: with third derivatives taken
 * from the twin's Hessian by differences. */
static void moments_agree_with_the_dense_matrix(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel panel = panel_of(3);
    double beta[FIXED] = {-0.4, 0.7}, shock[YEARS] = {0.5, -1}, moment[3][24], total[12];
    struct twin t = {.dims = X + 6, .levels = 3};
    t.at = (struct tn_nested_at){
        .beta = beta, .shock = shock, .year_sd = 0.3, .sd = {0.8, 0.6, 0.45}};
    struct tn_laplace *laplace = laplace_of(&arena, &panel);
    struct tn_nested_out out = {.moment = {moment[0], moment[1], moment[2]},
                                .total = total};
    for (int time = 0; time < 6; time++)
        tn_laplace_eval(laplace, &t.at, &out);
    climb(&t);
    double root[36], covariance[36], slope[6] = {0}, mean[6];
    assert_int_equal(pack(&t, X, root), 6);
    assert_true(tn_cholesky(6, root));
    for (size_t j = 0; j < 6; j++) {
        memset(covariance + 6 * j, 0, 6 * sizeof *covariance);
        covariance[6 * j + j] = 1;
        tn_cholesky_solve(6, root, covariance + 6 * j);
    }
    for (size_t j = 0; j < 6; j++) {   // slope[j]: half the third derivatives' trace
        struct twin up = t, down = t;
        up.z[j] += 1e-4;
        down.z[j] -= 1e-4;
        look(&up);
        look(&down);
        for (size_t k = 0; k < 36; k++)
            slope[j] += covariance[k] / 2 *
                        (up.h[(X + k / 6) * MOST + X + k % 6] -
                         down.h[(X + k / 6) * MOST + X + k % 6]) /
                        2e-4;
    }
    memcpy(mean, slope, sizeof mean);
    tn_cholesky_solve(6, root, mean);
    for (size_t j = 0; j < 6; j++) {
        const double *got = j < 4 ? moment[1] + 4 * j : moment[2] + 4 * (j - 4);
        double sd = j < 4 ? t.at.sd[1] : t.at.sd[2], want = sd * (t.z[j] + mean[j]);
        assert_true(fabs(got[0] - want) < 1e-7);
        check_rel(got[1] - got[0] * got[0], sd * sd * covariance[7 * j], 1e-9);
        check_skewness(&t, j, covariance, got);
    }
    for (size_t v = 0; v < 6; v++) {
        size_t j = commune_of[v], k = 4 + j / 2;
        double a = t.at.sd[1], b = t.at.sd[2];
        check_village(&t, v, a * mean[j] + b * mean[k],
                      a * a * covariance[7 * j] + b * b * covariance[7 * k] +
                          2 * a * b * covariance[6 * j + k],
                      moment[0] + 4 * v, total + 2 * v);
    }
    tn_arena_free(&arena);
}

/* Nodes inside nodes give the exact integral: Laplace's differs by what twelve rows'
 * skewness makes, and the means of the sums of effects are near. */
static void the_integral_is_near_that_by_nodes(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel panel = panel_of(3);
    double beta[FIXED] = {-0.4, 0.7}, shock[YEARS] = {0.5, -1};
    double moment[3][24], total[12], exact_moment[3][24], exact_total[12];
    struct tn_nested_at at = {
        .beta = beta, .shock = shock, .year_sd = 0.3, .sd = {0.8, 0.6, 0.45}};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 21, false);
    double exact = tn_nested_eval(
        place, &at,
        &(struct tn_nested_out){
            .moment = {exact_moment[0], exact_moment[1], exact_moment[2]},
            .total = exact_total});
    tn_nested_by_blocks(&arena, place);
    double got = tn_nested_eval(
        place, &at,
        &(struct tn_nested_out){.moment = {moment[0], moment[1], moment[2]},
                                .total = total});
    assert_true(fabs(got - exact) < 2e-3);
    for (size_t v = 0; v < 6; v++) {
        double mean = exact_total[2 * v], sd = sqrt(exact_total[2 * v + 1] - mean * mean);
        assert_true(fabs(total[2 * v] - mean) < 0.01 * sd);
        check_rel(sqrt(total[2 * v + 1] - total[2 * v] * total[2 * v]), sd, 0.01);
        const double *m = moment[0] + 4 * v, *want = exact_moment[0] + 4 * v;
        double own = sqrt(want[1] - want[0] * want[0]);
        assert_true(fabs(m[0] - want[0]) < 0.01 * own);
        check_rel(sqrt(m[1] - m[0] * m[0]), own, 0.01);
        assert_true(fabs(m[2] - want[2]) < 0.06 * pow(own, 3));   // measured: 0.05
        assert_true(fabs(m[3] - want[3]) < 0.15 * pow(own, 4));   // measured: 0.124
    }
    tn_arena_free(&arena);
}

/* An effect that is switched off (sd 0) leaves the rest as if its level were not there.
 */
static void a_level_without_spread_is_no_level(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel three = panel_of(3), two = panel_of(2);
    double beta[FIXED] = {-0.4, 0.7}, shock[YEARS] = {0.5, -1};
    struct tn_nested_at at = {
        .beta = beta, .shock = shock, .year_sd = 0.3, .sd = {0.8, 0.6, 0}};
    const struct tn_nested_out nothing = {0};
    double a = tn_laplace_eval(laplace_of(&arena, &three), &at, &nothing);
    double b = tn_laplace_eval(laplace_of(&arena, &two), &at, &nothing);
    check_rel(a, b, 1e-12);
    tn_arena_free(&arena);
}

/* A panel of one level has nothing above the first: it goes by its nodes all the same. */
static void one_level_has_no_blocks(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_panel panel = panel_of(1);
    double beta[FIXED] = {-0.4, 0.7}, shock[YEARS] = {0.5, -1};
    struct tn_nested_at at = {.beta = beta, .shock = shock, .year_sd = 0.3, .sd = {0.8}};
    const struct tn_nested_out nothing = {0};
    struct tn_nested *place = tn_nested_new(&arena, &panel, 21, false);
    double by_nodes = tn_nested_eval(place, &at, &nothing);
    tn_nested_by_blocks(&arena, place);
    check_rel(tn_nested_eval(place, &at, &nothing), by_nodes, 1e-12);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest laplace[] = {
        property(blocks_agree_with_the_dense_matrix),
        cmocka_unit_test(moments_agree_with_the_dense_matrix),
        cmocka_unit_test(the_integral_is_near_that_by_nodes),
        cmocka_unit_test(a_level_without_spread_is_no_level),
        cmocka_unit_test(one_level_has_no_blocks),
    };
    return cmocka_run_group_tests(laplace, NULL, NULL);
}
