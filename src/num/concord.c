/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/concord.h"

#include <assert.h>
#include <math.h>

#include "tn/num/lanes.h"
#include "tn/num/poisbin.h"
#include "tn/num/special.h"

static const double PI = 3.14159265358979323846;

/* Plackett: d P(U >= h, V >= k) / d rho is the density of both at (h, k). The integral
 * over asin rho, by Gauss-Legendre. */
double tn_concord_normal(double h, double k, double rho)
{
    /* 16 points on (-1, 1), half of them: Abramowitz & Stegun, table 25.4. */
    static const double x[8] = {0.0950125098376374402, 0.2816035507792589132,
                                0.4580167776572273863, 0.6178762444026437484,
                                0.7554044083550030339, 0.8656312023878317439,
                                0.9445750230732325761, 0.9894009349916499326};
    static const double w[8] = {0.1894506104550684963, 0.1826034150449235889,
                                0.1691565193950025382, 0.1495959888165767321,
                                0.1246289712555338720, 0.0951585116824927848,
                                0.0622535239386478929, 0.0271524594117540949};
    double half = asin(rho) / 2, sum = 0;

    assert(fabs(rho) < 1);
    for (int i = 0; i < 16; i++) {
        double s = sin(half * (1 + (i % 2 ? x[i / 2] : -x[i / 2])));
        sum += w[i / 2] * exp(-(h * h + k * k - 2 * h * k * s) / (2 * (1 - s * s)));
    }
    return half * sum / (2 * PI);
}

/* Sums over the places, rows over the year's lanes: variances, and joint factorial
 * cumulants of orders (1, 1), (2, 1) and (1, 2). */
struct sums {
    double *variance[2], *c11, *c21, *c12;
};

/* Factorial moments given s, then given e: of the first count, of the second, of both;
 * the number is the order. */
enum { X1, Y1, X2, Y2, X1Y1, X2Y1, X1Y2, MOMENTS };

static void moments(size_t width, const struct tn_law *law, double first[],
                    double second[])
{
    for (size_t j = 0; j < width; j++)
        first[j] = second[j] = 0;
    for (size_t k = 1; k <= law->n; k++) {
        const double *row = law->on_grid + k * width;
        double one = (double)k, two = one * (one - 1);
        for (size_t j = 0; j < width; j++) {
            first[j] += one * row[j];
            second[j] += two * row[j];
        }
    }
}

static void products(size_t width, double m[])
{
    for (size_t j = 0; j < width; j++) {
        double x1 = m[X1 * width + j], y1 = m[Y1 * width + j];
        m[X1Y1 * width + j] = x1 * y1;
        m[X2Y1 * width + j] = m[X2 * width + j] * y1;
        m[X1Y2 * width + j] = x1 * m[Y2 * width + j];
    }
}

static void add_place(size_t width, const double m[], struct sums *sums)
{
    for (size_t j = 0; j < width; j++) {
        double x = m[X1 * width + j], y = m[Y1 * width + j];
        double xx = m[X2 * width + j], yy = m[Y2 * width + j];
        double xy = m[X1Y1 * width + j];
        sums->variance[0][j] += xx + x - x * x;
        sums->variance[1][j] += yy + y - y * y;
        sums->c11[j] += xy - x * y;
        sums->c21[j] += m[X2Y1 * width + j] - xx * y - 2 * x * xy + 2 * x * x * y;
        sums->c12[j] += m[X1Y2 * width + j] - yy * x - 2 * y * xy + 2 * y * y * x;
    }
}

static struct sums sums_of(struct tn_arena *arena, const struct tn_laws *laws,
                           struct tn_pair pair)
{
    size_t year = laws->grid.level[0].width;
    struct sums sums = {{tn_new(arena, double, year), tn_new(arena, double, year)},
                        tn_new(arena, double, year),
                        tn_new(arena, double, year),
                        tn_new(arena, double, year)};
    struct tn_mark mark = tn_arena_mark(arena);
    double *given = tn_new(arena, double, MOMENTS *year);

    for (size_t v = 0; v < laws->places; v++) {
        struct tn_mark one = tn_arena_mark(arena);
        size_t grid = tn_grid_lanes(tn_laws_grid(laws, v));
        double *on_grid = tn_new(arena, double, MOMENTS *grid);
        moments(grid, tn_laws_place(laws, pair.count[0], v), on_grid + X1 * grid,
                on_grid + X2 * grid);
        moments(grid, tn_laws_place(laws, pair.count[1], v), on_grid + Y1 * grid,
                on_grid + Y2 * grid);
        products(grid, on_grid);
        tn_laws_average(arena, laws, v, MOMENTS, on_grid, given);
        add_place(year, given, &sums);
        tn_arena_rewind(arena, one);
    }
    tn_arena_rewind(arena, mark);
    return sums;
}

/* A whole count's P(X >= quota | e), and what multiplying its generating function by
 * z - 1 once and twice makes of it. */
struct tails {
    double *at_least, *once, *twice;   // rows
};

static double entry(const struct tn_law *law, size_t width, long k, size_t lane)
{
    return k >= 0 && k <= (long)law->n ? law->given[(size_t)k * width + lane] : 0;
}

static struct tails tails_of(struct tn_arena *arena, size_t width,
                             const struct tn_law *law, long quota)
{
    struct tails t = {tn_new(arena, double, width), tn_new(arena, double, width),
                      tn_new(arena, double, width)};

    tn_lanes_at_least(width, law->n, law->given, quota, t.at_least);
    for (size_t j = 0; j < width; j++) {
        t.once[j] = entry(law, width, quota - 1, j);
        t.twice[j] = entry(law, width, quota - 2, j) - t.once[j];
    }
    return t;
}

/* What correlation adds beyond its first order, of normal numbers with these tails. */
static double beyond_first(double p, double q, double rho)
{
    if (!(p > 0 && p < 1 && q > 0 && q < 1) || fabs(rho) >= 1)
        return 0;
    double h = -tn_normal_quantile(p), k = -tn_normal_quantile(q);
    double first = rho * exp(-(h * h + k * k) / 2) / (2 * PI);
    return tn_concord_normal(h, k, rho) - first;
}

static double between(double low, double x, double high)
{
    return fmin(fmax(x, low), high);
}

double tn_concord(struct tn_arena *arena, const struct tn_laws *laws, struct tn_pair pair,
                  const long quota[2])
{
    assert(pair.shared_places);
    struct tn_mark mark = tn_arena_mark(arena);
    size_t width = laws->grid.level[0].width;
    struct sums sums = sums_of(arena, laws, pair);
    struct tails x = tails_of(arena, width, &laws->whole[pair.count[0]], quota[0]);
    struct tails y = tails_of(arena, width, &laws->whole[pair.count[1]], quota[1]);
    double both = 0;

    for (size_t j = 0; j < width; j++) {
        if (!(laws->year[j] > 0))
            continue;
        double p = x.at_least[j], q = y.at_least[j];
        double spread = sqrt(sums.variance[0][j] * sums.variance[1][j]);
        double rho = spread > 0 ? sums.c11[j] / spread : 0;
        double more = sums.c11[j] * x.once[j] * y.once[j] +
                      sums.c21[j] * x.twice[j] * y.once[j] / 2 +
                      sums.c12[j] * x.once[j] * y.twice[j] / 2 + beyond_first(p, q, rho);
        both += laws->year[j] * between(fmax(0, p + q - 1), p * q + more, fmin(p, q));
    }
    tn_arena_rewind(arena, mark);
    return both;
}
