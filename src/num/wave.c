/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/wave.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "tn/num/lanes.h"
#include "tn/num/vectormath.h"
#include "waverows.h"

/* A normal law's transform, whose eighth derivative is 105 at most, is interpolated
 * through eight points so many standard deviations apart to 2e-6 or better, and what is
 * left of that in a probability is 5e-7 at most (tests/test_wave.c). The error goes with
 * the eighth power. */
static const double SPACING = 0.2;
/* What the frequencies left out may make up in a probability. */
static const double BEYOND_END = 1e-10;
static const double PI = 3.14159265358979324;

double tn_wave_step(size_t width, const double chance[], const double var[])
{
    double sum = 0;

    for (size_t j = 0; j < width; j++)
        sum += chance[j] * pow(var[j], 4);
    return fmin(SPACING / fmax(pow(sum, 0.125), 1e-9), 1);
}

/* What |E exp(i w K)| beyond this frequency makes up, were each lane's law Poisson's with
 * its variance: then it is exp(-var (1 - cos w)), which others do not exceed by much. */
static double beyond(size_t width, const double chance[], const double var[], double w)
{
    double sum = 0, versine = 1 - cos(w);

    for (size_t j = 0; j < width; j++)
        sum += chance[j] * exp(-var[j] * versine) / (1 + var[j] * w * w);
    return sum / PI;
}

double tn_wave_end(size_t width, const double chance[], const double var[])
{
    double low = 0, high = PI;

    if (beyond(width, chance, var, PI) > BEYOND_END)
        return PI;
    while (high - low > 0.02 * high && high > 1e-12) {
        double middle = (low + high) / 2;
        if (beyond(width, chance, var, middle) > BEYOND_END)
            low = middle;
        else
            high = middle;
    }
    return high;
}

size_t tn_wave_nodes(double end, double step)
{
    return (size_t)ceil(end / step) + TAPS / 2;
}

/* Weights of the points -3..4 for a value at x in [0, 1) between points 0 and 1, or
 * anywhere near: Lagrange's, by products from either side. */
static void taps_at(double x, double tap[TAPS])
{
    static const double over[TAPS] = {-1.0 / 5040, 1.0 / 720, -1.0 / 240, 1.0 / 144,
                                      -1.0 / 144,  1.0 / 240, -1.0 / 720, 1.0 / 5040};
    double left = 1, right = 1;

    for (int t = 0; t < TAPS; t++) {
        tap[t] = over[t] * left;
        left *= x - (t - 3);
    }
    for (int t = TAPS; t-- > 0;) {
        tap[t] *= right;
        right *= x - (t - 3);
    }
}

/* ---- from a law ------------------------------------------------------------------- */

void tn_law_moments(size_t width, size_t n, const double law[], double mean[],
                    double var[])
{
    rows_moments(&(struct rows){width, n, law}, mean, var);
    for (size_t j = 0; j < width; j++)
        var[j] = fmax(var[j] - mean[j] * mean[j], 0);
}

static struct tn_wave new_wave(struct tn_arena *arena, size_t width, double step,
                               size_t nodes)
{
    struct tn_wave wave = {
        .width = width,
        .nodes = nodes,
        .step = step,
        .mean = tn_new(arena, double, width),
        .var = tn_new(arena, double, width),
        .re = tn_new(arena, double, width *nodes),
        .im = tn_new(arena, double, width *nodes),
        .alive = tn_new(arena, size_t, width / TN_LANE),
    };

    assert(width % TN_LANE == 0);
    for (size_t i = 0; i < width / TN_LANE; i++)
        wave.alive[i] = nodes;
    return wave;
}

static struct pairs pairs_of(const struct tn_wave *wave)
{
    return (struct pairs){wave->width, wave->nodes, wave->re, wave->im};
}

/* Count from elsewhere: angle is step times how much further down. */
static void turn(const struct tn_wave *wave, const double angle[])
{
    struct pairs rows = pairs_of(wave);

    rows_turn(&rows, angle);
}

struct tn_wave tn_wave_of_law(struct tn_arena *arena, size_t width, size_t n,
                              const double law[], double step, size_t nodes)
{
    struct tn_wave wave = new_wave(arena, width, step, nodes);
    struct tn_mark mark = tn_arena_mark(arena);
    size_t *middle = tn_new(arena, size_t, width / TN_LANE);
    double *angle = tn_new(arena, double, width);

    tn_law_moments(width, n, law, wave.mean, wave.var);
    rows_transform(arena, &(struct rows){width, n, law}, step, nodes, wave.re, wave.im,
                   middle);
    for (size_t j = 0; j < width; j++)
        angle[j] = step * ((double)middle[j / TN_LANE] - wave.mean[j]);
    turn(&wave, angle);
    tn_arena_rewind(arena, mark);
    return wave;
}

static void set_one(struct tn_wave *wave)
{
    for (size_t i = 0; i < wave->width; i++)
        for (size_t q = 0; q < wave->alive[i / TN_LANE]; q++)
            wave->re[q * wave->width + i] = 1;
}

struct tn_wave tn_wave_one(struct tn_arena *arena, size_t width, double step,
                           size_t nodes)
{
    struct tn_wave wave = new_wave(arena, width, step, nodes);

    set_one(&wave);
    return wave;
}

struct tn_wave tn_wave_until(struct tn_arena *arena, size_t width, const double chance[],
                             const double var[], double step)
{
    struct tn_wave none = new_wave(arena, width, step, 0);
    size_t most = 0;

    for (size_t i = 0; i < width / TN_LANE; i++) {
        double end = tn_wave_end(TN_LANE, chance + i * TN_LANE, var + i * TN_LANE);
        none.alive[i] = tn_wave_nodes(end, step);
        most = none.alive[i] > most ? none.alive[i] : most;
    }
    struct tn_wave wave = new_wave(arena, width, step, most);
    memcpy(wave.alive, none.alive, width / TN_LANE * sizeof *wave.alive);
    set_one(&wave);
    return wave;
}

struct tn_wave tn_wave_copy(struct tn_arena *arena, const struct tn_wave *wave,
                            double end)
{
    size_t width = wave->width, nodes = tn_wave_nodes(end, wave->step);
    nodes = nodes < wave->nodes ? nodes : wave->nodes;
    struct tn_wave copy = new_wave(arena, width, wave->step, nodes);

    for (size_t i = 0; i < width / TN_LANE; i++)
        copy.alive[i] = wave->alive[i] < nodes ? wave->alive[i] : nodes;
    memcpy(copy.mean, wave->mean, width * sizeof *copy.mean);
    memcpy(copy.var, wave->var, width * sizeof *copy.var);
    memcpy(copy.re, wave->re, width * nodes * sizeof *copy.re);
    memcpy(copy.im, wave->im, width * nodes * sizeof *copy.im);
    return copy;
}

/* ---- together --------------------------------------------------------------------- */

/* What stands at frequency 0, and where nothing is left. */
struct ends {
    const double *one, *zero;
};

static struct ends ends_of(struct tn_arena *arena, size_t width)
{
    double *one = tn_new(arena, double, width);

    for (size_t j = 0; j < width; j++)
        one[j] = 1;
    return (struct ends){one, tn_new(arena, double, width)};
}

/* The points about another frequency, and their weights: about the mean a wave at -w is
 * the conjugate of that at w. */
static struct between points_at(const struct tn_wave *wave, double frequency,
                                const struct ends *ends)
{
    double x = frequency / wave->step, base = floor(x);
    struct between b = {.alive = NULL};

    taps_at(x - base, b.tap);
    for (int t = 0; t < TAPS; t++) {
        long index = (long)base + t - 3;
        size_t q = (size_t)(index < 0 ? -index : index);
        bool beyond = q > wave->nodes, has = q > 0 && !beyond;
        b.re[t] = has      ? wave->re + (q - 1) * wave->width
                  : beyond ? ends->zero
                           : ends->one;
        b.im[t] = has ? wave->im + (q - 1) * wave->width : ends->zero;
        b.turned[t] = index < 0 ? -b.tap[t] : b.tap[t];
    }
    return b;
}

void tn_wave_join(struct tn_arena *arena, struct tn_wave *into,
                  const struct tn_wave *more)
{
    size_t width = into->width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *re = tn_new(arena, double, width), *im = tn_new(arena, double, width);
    struct ends ends = ends_of(arena, width);
    struct pairs rows = pairs_of(into);
    bool same = fabs(into->step - more->step) <= 1e-12 * into->step;

    assert(more->width == width);
    for (size_t j = 0; j < width; j++) {
        into->mean[j] += more->mean[j];
        into->var[j] += more->var[j];
    }
    for (size_t q = 0; q < into->nodes; q++) {
        const double *a = re, *b = im;
        if (same && q < more->nodes) {
            a = more->re + q * width;
            b = more->im + q * width;
        } else {
            struct between points = points_at(more, (double)(q + 1) * into->step, &ends);
            points.alive = into->alive;
            points.q = q;
            rows_between(width, &points, re, im);
        }
        rows_multiply(&rows, into->alive, q, a, b);
    }
    tn_arena_rewind(arena, mark);
}

/* Turned to count from one mean in all lanes, waves are averaged like any rows. */
struct tn_wave tn_wave_average(struct tn_arena *arena, const struct tn_lattice *lattice,
                               size_t level, const struct tn_wave *in)
{
    size_t width = lattice->level[level - 1].width, n = in->width * in->nodes;
    struct tn_wave out = new_wave(arena, width, in->step, in->nodes);
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_wave turned = new_wave(arena, in->width, in->step, in->nodes);
    double *angle = tn_new(arena, double, in->width + width);
    double middle = in->mean[lattice->level[level].half];

    assert(lattice->level[level].width == in->width);
    memcpy(turned.re, in->re, n * sizeof *in->re);
    memcpy(turned.im, in->im, n * sizeof *in->im);
    for (size_t j = 0; j < in->width; j++) {
        double away = turned.mean[j] = in->mean[j] - middle;
        turned.var[j] = in->var[j] + away * away;
        angle[j] = in->step * away;
    }
    turn(&turned, angle);
    tn_lattice_average(arena, lattice, level, 1, turned.mean, out.mean);
    tn_lattice_average(arena, lattice, level, 1, turned.var, out.var);
    tn_lattice_average(arena, lattice, level, in->nodes, turned.re, out.re);
    tn_lattice_average(arena, lattice, level, in->nodes, turned.im, out.im);
    for (size_t j = 0; j < width; j++) {
        angle[j] = -in->step * out.mean[j];
        out.var[j] = fmax(out.var[j] - out.mean[j] * out.mean[j], 0);
        out.mean[j] += middle;
    }
    turn(&out, angle);
    tn_arena_rewind(arena, mark);
    return out;
}

/* ---- the law ---------------------------------------------------------------------- */

/* The wave at the frequencies of a discrete Fourier transform, lane by lane: room numbers
 * for each, of which n are used. */
struct spectrum {
    size_t n, room;
    double first;   // frequency; the others are its multiples
    double *re, *im;
};

static struct spectrum spectrum_of(struct tn_arena *arena, const struct tn_wave *wave,
                                   double period)
{
    double first = 2 * PI / period;
    double end = fmin((double)wave->nodes * wave->step, PI * (1 + 1e-9));
    size_t n = (size_t)floor(end / first), room = tn_lanes_width(n), width = wave->width;
    struct spectrum s = {n, room, first, tn_new(arena, double, width *room),
                         tn_new(arena, double, width *room)};
    struct tn_mark mark = tn_arena_mark(arena);
    double *re = tn_new(arena, double, width), *im = tn_new(arena, double, width);
    struct ends ends = ends_of(arena, width);

    for (size_t k = 0; k < n; k++) {
        struct between points = points_at(wave, (double)(k + 1) * first, &ends);
        rows_between(width, &points, re, im);
        for (size_t j = 0; j < width; j++) {
            s.re[j * room + k] = re[j];
            s.im[j * room + k] = im[j];
        }
    }
    tn_arena_rewind(arena, mark);
    return s;
}

/* Points between two lanes, so that the means of neighbours are less than 0.7 standard
 * deviations apart where it matters. */
static size_t points_between(const struct tn_wave *wave,
                             const struct tn_lattice_level *level)
{
    enum { MOST = 64 };
    double most = 0;

    for (size_t j = 0; j + 1 < wave->width; j++)
        if (fabs(level->shift[j]) <= 4 * level->sum_sd)
            most = fmax(most, fabs(wave->mean[j + 1] - wave->mean[j]) /
                                  sqrt(fmax(wave->var[j], 1e-12)));
    double points = ceil(most / 0.7);
    return points < 1 ? 1 : points > MOST ? MOST : (size_t)points;
}

/* The characteristic function with every effect averaged over, at the frequencies of
 * the spectrum. */
static void average_all(const struct tn_wave *wave, const struct spectrum *s,
                        const struct tn_lattice_level *level, double re[], double im[])
{
    double step = level->shift[1] - level->shift[0], sd = level->sum_sd, sum = 0;
    size_t between = points_between(wave, level);

    for (size_t f = 0; f + between <= wave->width * between; f++) {
        double at = level->shift[0] + step * (double)f / (double)between;
        bool is_zero = fabs(at) < 1e-9 * step;
        if (sd > 0 ? fabs(at) > 6 * sd : !is_zero)
            continue;
        size_t lane = f / between;
        lane = lane < 3 ? 0 : lane - 3;
        lane = lane > wave->width - TAPS ? wave->width - TAPS : lane;
        double tap[TAPS], mean = 0;
        double weight = sd > 0 ? exp(-at / sd * (at / sd) / 2) : 1;
        taps_at((double)f / (double)between - (double)lane - 3, tap);
        for (size_t t = 0; t < TAPS; t++)
            mean += tap[t] * wave->mean[lane + t];
        struct turning turning = {.width = s->room,
                                  .re = s->re + lane * s->room,
                                  .im = s->im + lane * s->room,
                                  .tap = tap,
                                  .angle = s->first * mean,
                                  .weight = weight};
        rows_add_turned(&turning, re, im);
        sum += weight;
    }
    for (size_t k = 0; k < s->n; k++) {
        re[k] /= sum;
        im[k] /= sum;
    }
}

/* P(K <= k) by the sum of the transform's own sum over 0..k:
 *   (k + 1) / M + 2 / M Re sum of psi_j (1 - exp(-i w_j (k + 1)))
 * with psi = phi / (1 - exp(-i w)). */
struct inverse {
    size_t n;
    double period, first, constant;
    double *re, *im;   // psi
};

static struct inverse invert(struct tn_arena *arena, const struct spectrum *s,
                             const double re[], const double im[], double period)
{
    struct inverse v = {s->n,
                        period,
                        s->first,
                        0,
                        tn_new(arena, double, s->n + 1),
                        tn_new(arena, double, s->n + 1)};

    for (size_t j = 0; j < s->n; j++) {
        double w = s->first * (double)(j + 1);
        bool last = fabs(w - PI) < 1e-9;   // its own conjugate: it counts once
        /* 1 / (1 - exp(-i w)) = 1/2 - i/2 cot(w / 2) */
        double a = 0.5, b = -0.5 / tan(w / 2), half = last ? 0.5 : 1;
        v.re[j] = half * (re[j] * a - im[j] * b);
        v.im[j] = half * (re[j] * b + im[j] * a);
        v.constant += v.re[j];
    }
    return v;
}

static void at_most_of(const struct inverse *v, const double k[TN_LANE],
                       double chance[TN_LANE])
{
    double c[TN_LANE], s[TN_LANE], x[TN_LANE], y[TN_LANE];

    for (size_t i = 0; i < TN_LANE; i++)
        tn_vector_circle(-v->first * (k[i] + 1), &c[i], &s[i]);
    rows_horner(v->n, v->re, v->im, c, s, x, y);
    for (size_t i = 0; i < TN_LANE; i++) {
        double p = (k[i] + 1) / v->period + 2 / v->period * (v->constant - x[i]);
        chance[i] = fmin(fmax(p, 0), 1);
    }
}

/* Counts beyond 0..n are sure on either side. */
static void at_most_many(const struct inverse *v, size_t n, size_t points,
                         const long at[], long step, double chance[])
{
    double k[TN_LANE] = {0}, some[TN_LANE];

    for (size_t i = 0; i < points; i += TN_LANE) {
        size_t m = points - i < TN_LANE ? points - i : TN_LANE;
        for (size_t j = 0; j < m; j++) {
            double count = at ? (double)at[i + j] : (double)(i + j) * (double)step;
            k[j] = fmin(fmax(count, 0), (double)n);
        }
        at_most_of(v, k, some);
        for (size_t j = 0; j < m; j++)
            chance[i + j] = at && at[i + j] < 0 ? 0 : k[j] >= (double)n ? 1 : some[j];
    }
}

void tn_wave_law(struct tn_arena *arena, const struct tn_lattice_level *level,
                 const struct tn_wave *wave, const struct tn_cells *cells, double pmf[],
                 double at_most[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    double period = (double)cells->n + 1;
    struct spectrum s = spectrum_of(arena, wave, period);
    double *re = tn_new(arena, double, s.room), *im = tn_new(arena, double, s.room);

    assert(wave->width >= TAPS);
    average_all(wave, &s, level, re, im);
    struct inverse v = invert(arena, &s, re, im, period);
    at_most_many(&v, cells->n, cells->points, cells->at, 0, at_most);
    at_most_many(&v, cells->n, cells->cells + 1, NULL, cells->step, pmf);
    for (size_t k = cells->cells; k > 0; k--)
        pmf[k] = fmax(pmf[k] - pmf[k - 1], 0);
    tn_arena_rewind(arena, mark);
}
