/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the normal law by erfc; the gamma law of shape 400, nearly normal, by its own
 * sum; a blend of two far normals; a curve that is a normal law folded at 0,
 * and curves' rule once more in long double. */
#include "check.h"

#include "tn/num/blend.h"

static void one_normal_piece_is_the_normal_law(void **state)
{
    (void)state;
    struct tn_piece piece = {3, -1.5, 0.7, 0, 0};
    struct tn_marginal m = tn_blend_marginal(1, &piece);
    check_rel(m.mean, -1.5, 1e-15);
    check_rel(m.sd, 0.7, 1e-14);
    check_rel(m.q05, -1.5 - 0.7 * 1.6448536269514722, 1e-8);
    check_rel(m.q50, -1.5, 1e-8);
    check_rel(m.q95, -1.5 + 0.7 * 1.6448536269514722, 1e-8);
}

/* P(gamma of whole shape k <= x) = 1 - exp(-x) sum_{j < k} x^j / j!. */
static double gamma_at_most(int k, double x)
{
    double term = exp(-x), sum = term;
    for (int j = 1; j < k; j++)
        sum += term *= x / j;
    return 1 - sum;
}

static void a_skewed_piece_follows_edgeworth(void **state)
{
    (void)state;
    enum { SHAPE = 400 };
    struct tn_piece piece = {1, SHAPE, 20, 0.1, 0.015};   // skewness 2 / sqrt(k), 6 / k
    for (double x = 350; x <= 450; x += 12.5)
        assert_true(fabs(tn_blend_at_most(1, &piece, x) - gamma_at_most(SHAPE, x)) <
                    2e-5);
}

/* Edgeworth's density at z, from its Hermite polynomials [Hall1992, 2.3]. */
static double density(double z, double s, double k)
{
    double z2 = z * z, he3 = z * (z2 - 3), he4 = z2 * z2 - 6 * z2 + 3,
           he6 = z2 * z2 * z2 - 15 * z2 * z2 + 45 * z2 - 15;

    return exp(-z2 / 2) / sqrt(2 * acos(-1)) *
           (1 + s / 6 * he3 + k / 24 * he4 + s * s / 72 * he6);
}

/* Oracle: the density added up by Simpson's rule, 1e-13. */
static void each_term_is_that_of_the_density(void **state)
{
    (void)state;
    static const double shape[][2] = {{0, 0}, {0.3, 0}, {0, 0.4}, {-0.2, 0.1}};
    enum { STEPS = 4000 };

    for (size_t i = 0; i < 4; i++) {
        const struct tn_piece piece = {2, 5, 3, shape[i][0], shape[i][1]};
        for (double to = -3; to <= 3.1; to += 0.75) {
            double from = -12, h = (to - from) / STEPS, sum = 0;
            for (int j = 0; j <= STEPS; j++)
                sum += (j == 0 || j == STEPS ? 1
                        : j % 2              ? 4
                                             : 2) *
                       density(from + j * h, shape[i][0], shape[i][1]);
            double got = tn_blend_at_most(1, &piece, 5 + 3 * to);
            assert_true(fabs(got - sum * h / 3) < 1e-11);
        }
    }
}

static void pieces_come_from_raw_moments(void **state)
{
    (void)state;
    double a = 2.5, moment[] = {a, a * (a + 1), a * (a + 1) * (a + 2),
                                a * (a + 1) * (a + 2) * (a + 3)};   // gamma of shape 2.5
    struct tn_piece piece = tn_piece_from(0.25, moment);
    check_rel(piece.weight, 0.25, 0);
    check_rel(piece.mean, a, 0);
    check_rel(piece.sd, sqrt(a), 1e-14);
    check_rel(piece.skewness, 2 / sqrt(a), 1e-13);
    check_rel(piece.kurtosis, 6 / a, 1e-12);
    double constant[] = {3, 9, 27, 81};
    check_rel(tn_piece_from(1, constant).sd, 0, 0);
}

static void far_pieces_keep_their_shares(void **state)
{
    (void)state;
    struct tn_piece piece[] = {{0.25, 0, 1, 0, 0}, {0.75, 100, 2, 0, 0}};
    check_rel(tn_blend_at_most(2, piece, 50), 0.25, 1e-14);
    check_rel(tn_blend_mean(2, piece), 75, 1e-15);
    check_rel(tn_blend_sd(2, piece), sqrt(0.25 * (75 * 75 + 1) + 0.75 * (25 * 25 + 4)),
              1e-14);
    assert_true(fabs(tn_blend_quantile(2, piece, 0.125)) < 1e-5);
    assert_true(fabs(tn_blend_quantile(2, piece, 0.625) - 100) < 1e-5);
}

static void quantiles_invert_the_distribution_function(void **state)
{
    (void)state;
    for_cases (50) {
        struct tn_piece piece[4];
        for (uint64_t i = 0; i < 4; i++)
            piece[i] = (struct tn_piece){
                0.1 + case_uniform(5 * i), case_uniform(5 * i + 1),
                0.2 + case_uniform(5 * i + 2), case_uniform(5 * i + 3) - 0.5,
                case_uniform(5 * i + 4) - 0.5};
        for (double p = 0.05; p < 1; p += 0.15)
            check_rel(tn_blend_at_most(4, piece, tn_blend_quantile(4, piece, p)), p,
                      1e-7);
    }
}

static double itself(double x, double scale)
{
    return scale * x;
}

/* |N(0, 1)|: mean sqrt(2 / pi), quantiles of the normal law at (1 + p) / 2. */
static void a_folded_curve_is_half_normal(void **state)
{
    (void)state;
    double density[9], step = 0.5;
    for (int k = 0; k < 9; k++)
        density[k] = -(k + 0.5) * (k + 0.5) * step * step / 2;
    struct tn_marginal m = tn_curve_marginal(
        &(struct tn_log_curve){9, 0, step, density, itself, 2});
    check_rel(m.mean, 2 * sqrt(2 / acos(-1)), 2e-5);
    check_rel(m.sd, 2 * sqrt(1 - 2 / acos(-1)), 1e-4);
    check_rel(m.q05, 2 * 0.06270677794321385, 2e-4);
    check_rel(m.q50, 2 * 0.6744897501960817, 2e-5);
    check_rel(m.q95, 2 * 1.959963984540054, 2e-5);
}

/* N(5, 1) on points that begin at 1.25: nothing is mirrored. */
static void a_curve_off_zero_is_not_mirrored(void **state)
{
    (void)state;
    double density[16], step = 0.5;
    for (int k = 0; k < 16; k++) {
        double x = (2 + k + 0.5) * step - 5;
        density[k] = 7 - x * x / 2;
    }
    struct tn_marginal m = tn_curve_marginal(
        &(struct tn_log_curve){16, 2, step, density, itself, 1});
    check_rel(m.mean, 5, 1e-5);
    check_rel(m.sd, 1, 1e-3);
    check_rel(m.q05, 5 - 1.6448536269514722, 1e-4);
    check_rel(m.q95, 5 + 1.6448536269514722, 1e-4);
}

/* ---- the twin: the rule on a curve's head, once more in long double ---- */

/* The log density at a point of the grid: mirrored at 0, else with the slope of its end
 * on and on downwards; a point alone falls by 20 a step. */
static long double twin_point(const struct tn_log_curve *c, int i)
{
    const double *y = c->log_density;
    int last = (int)c->n - 1;

    if (i < 0 && c->first == 0)
        return twin_point(c, -i - 1);
    if (i >= 0 && i <= last)
        return y[i];
    int out = i < 0 ? -i : i - last;
    double slope = last == 0 ? 20 : i < 0 ? y[1] - y[0] : y[last] - y[last - 1];
    return (i < 0 ? y[0] : y[last]) - out * (long double)fabs(slope);
}

/* Neville's scheme through the three points below and the three above. */
static long double twin_between(const struct tn_log_curve *c, long double u)
{
    long double row[6];
    int from = (int)floorl(u) - 2;

    for (int i = 0; i < 6; i++)
        row[i] = twin_point(c, from + i);
    for (int order = 1; order < 6; order++)
        for (int i = 0; i + order < 6; i++)
            row[i] = ((u - from - i) * row[i + 1] - (u - from - i - order) * row[i]) /
                     order;
    return row[0];
}

/* 64 slices of each step from 0, or a step before the first point, to a step after the
 * last; a quantile lies within its slice in proportion. */
static struct tn_marginal twin(const struct tn_log_curve *c)
{
    enum { MOST = 64 * 20 };
    static const long double p[] = {0.05L, 0.5L, 0.95L};
    long double d[MOST], x[MOST], index[MOST], sum = 0, mean = 0, square = 0, q[3];
    long double low = c->first == 0 ? -0.5L : -1.5L, high = (long double)c->n + 0.5L;
    int n = (int)lroundl((high - low) * 64);

    for (int s = 0; s < n; s++) {
        index[s] = low + (2 * s + 1) / 128.0L;
        d[s] = expl(twin_between(c, index[s]) - twin_point(c, 0));
        x[s] = c->at((double)((c->first + index[s] + 0.5L) * c->step), c->scale);
        sum += d[s];
        mean += d[s] * x[s];
    }
    mean /= sum;
    for (int s = 0; s < n; s++)
        square += d[s] * (x[s] - mean) * (x[s] - mean);
    for (int k = 0; k < 3; k++) {
        long double below = 0;
        int s = 0;
        while (below + d[s] < p[k] * sum)
            below += d[s++];
        long double at = index[s] + ((p[k] * sum - below) / d[s] - 0.5L) / 64;
        q[k] = c->at((double)((c->first + at + 0.5L) * c->step), c->scale);
    }
    return (struct tn_marginal){(double)mean, (double)sqrtl(square / sum), (double)q[0],
                                (double)q[1], (double)q[2]};
}

static double squared(double x, double scale)
{
    return scale + x * x;
}

static void is_its_twin(const struct tn_log_curve *c)
{
    struct tn_marginal got = tn_curve_marginal(c), want = twin(c);

    check_rel(got.mean, want.mean, 1e-12);
    check_rel(got.sd, want.sd, 1e-12);
    check_rel(got.q05, want.q05, 1e-12);
    check_rel(got.q50, want.q50, 1e-12);
    check_rel(got.q95, want.q95, 1e-12);
}

/* Of one point to nine, at 0 and off it, high ends and low: what lies beyond them counts
 * here. */
static void curves_follow_the_rule_to_their_ends(void **state)
{
    (void)state;
    static const double y[] = {1, 1.5, 1.2, 2, 0.7, 0.9, -1, -0.5, 0.3};

    for (size_t n = 1; n <= 9; n++)
        for (int first = 0; first < 3; first++) {
            is_its_twin(&(struct tn_log_curve){n, first, 0.5, y, itself, 2});
            is_its_twin(&(struct tn_log_curve){n, first, 0.3, y + 9 - n, squared, 1});
        }
}

int main(void)
{
    const struct CMUnitTest blend[] = {
        cmocka_unit_test(one_normal_piece_is_the_normal_law),
        cmocka_unit_test(a_skewed_piece_follows_edgeworth),
        cmocka_unit_test(each_term_is_that_of_the_density),
        cmocka_unit_test(pieces_come_from_raw_moments),
        cmocka_unit_test(far_pieces_keep_their_shares),
        property(quantiles_invert_the_distribution_function),
        cmocka_unit_test(a_folded_curve_is_half_normal),
        cmocka_unit_test(a_curve_off_zero_is_not_mirrored),
        cmocka_unit_test(curves_follow_the_rule_to_their_ends),
    };
    return cmocka_run_group_tests(blend, NULL, NULL);
}
