/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/wave.h"

#include "tn/num/clones.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "tn/num/lanes.h"

/* Frequencies this many standard deviations apart: a normal law's transform, whose eighth
 * derivative is 105 at most, is then interpolated through eight points to 2e-6 or better,
 * and what is left of that in a probability is 5e-7 at most (tests/test_wave.c). */
static const double SPACING = 0.25;
/* exp(-5.5^2 / 2) = 3e-7 */
static const double END = 5.5;
enum { TAPS = 8 };
static const double PI = 3.14159265358979324;

double tn_wave_step(double largest_sd)
{
    return fmin(SPACING / fmax(largest_sd, 1e-9), 1);
}

double tn_wave_end(double smallest_sd)
{
    return fmin(END / fmax(smallest_sd, 1e-9), PI);
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

TN_CLONES void tn_law_moments(size_t width, size_t n, const double law[], double mean[],
                              double var[])
{
    for (size_t lane = 0; lane < width; lane += TN_LANE) {
        double one[TN_LANE] = {0}, two[TN_LANE] = {0};
        for (size_t k = 1; k <= n; k++) {
            const double *row = law + k * width + lane;
            for (size_t j = 0; j < TN_LANE; j++) {
                one[j] += (double)k * row[j];
                two[j] += (double)k * (double)k * row[j];
            }
        }
        for (size_t j = 0; j < TN_LANE; j++) {
            mean[lane + j] = one[j];
            var[lane + j] = fmax(two[j] - one[j] * one[j], 0);
        }
    }
}

static struct tn_wave new_wave(struct tn_arena *arena, size_t width, double step,
                               size_t nodes)
{
    return (struct tn_wave){
        .width = width,
        .nodes = nodes,
        .step = step,
        .mean = tn_new(arena, double, width),
        .var = tn_new(arena, double, width),
        .re = tn_new(arena, double, width *nodes),
        .im = tn_new(arena, double, width *nodes),
    };
}

/* Turn row q by the q-th power of exp(i angle), lane by lane. */
TN_CLONES static void turn(const struct tn_wave *wave, const double angle[])
{
    for (size_t lane = 0; lane < wave->width; lane += TN_LANE) {
        double c[TN_LANE], s[TN_LANE], x[TN_LANE], y[TN_LANE];
        for (size_t j = 0; j < TN_LANE; j++) {
            x[j] = c[j] = cos(angle[lane + j]);
            y[j] = s[j] = sin(angle[lane + j]);
        }
        for (size_t q = 0; q < wave->nodes; q++) {
            double *re = wave->re + q * wave->width + lane;
            double *im = wave->im + q * wave->width + lane;
            for (size_t j = 0; j < TN_LANE; j++) {
                double a = re[j] * x[j] - im[j] * y[j];
                double b = re[j] * y[j] + im[j] * x[j];
                re[j] = a;
                im[j] = b;
                a = x[j] * c[j] - y[j] * s[j];
                y[j] = x[j] * s[j] + y[j] * c[j];
                x[j] = a;
            }
        }
    }
}

/* Row q of E exp(i w (K - middle)). cosine, sine: of m step, m = 0 on. */
TN_CLONES static void transform(const struct tn_wave *wave, size_t n, size_t middle,
                                const double law[], size_t q, const double cosine[],
                                const double sine[])
{
    double *re = wave->re + q * wave->width, *im = wave->im + q * wave->width;

    for (size_t lane = 0; lane < wave->width; lane += TN_LANE) {
        double a[TN_LANE] = {0}, b[TN_LANE] = {0};
        for (size_t k = 0; k <= n; k++) {
            const double *row = law + k * wave->width + lane;
            size_t away = k < middle ? middle - k : k - middle;
            double c = cosine[away * (q + 1)];
            double s = k < middle ? -sine[away * (q + 1)] : sine[away * (q + 1)];
            for (size_t j = 0; j < TN_LANE; j++) {
                a[j] += c * row[j];
                b[j] += s * row[j];
            }
        }
        memcpy(re + lane, a, sizeof a);
        memcpy(im + lane, b, sizeof b);
    }
}

struct tn_wave tn_wave_of_law(struct tn_arena *arena, size_t width, size_t n,
                              const double law[], double step, size_t nodes)
{
    struct tn_wave wave = new_wave(arena, width, step, nodes);
    struct tn_mark mark = tn_arena_mark(arena);
    size_t middle = n / 2, most = (n - middle) * nodes;
    double *cosine = tn_new(arena, double, most + 1);
    double *sine = tn_new(arena, double, most + 1);
    double *angle = tn_new(arena, double, width);

    assert(width % TN_LANE == 0);
    tn_law_moments(width, n, law, wave.mean, wave.var);
    cosine[0] = 1;
    for (size_t m = 1; m <= most; m++) {   // m steps from m / 2 and the rest
        size_t half = m / 2, rest = m - half;
        bool first = m == 1;
        cosine[m] = first ? cos(step)
                          : cosine[half] * cosine[rest] - sine[half] * sine[rest];
        sine[m] = first ? sin(step)
                        : cosine[half] * sine[rest] + sine[half] * cosine[rest];
    }
    for (size_t q = 0; q < nodes; q++)
        transform(&wave, n, middle, law, q, cosine, sine);
    for (size_t j = 0; j < width; j++)
        angle[j] = -step * (wave.mean[j] - (double)middle);
    turn(&wave, angle);
    tn_arena_rewind(arena, mark);
    return wave;
}

struct tn_wave tn_wave_one(struct tn_arena *arena, size_t width, double step,
                           size_t nodes)
{
    struct tn_wave wave = new_wave(arena, width, step, nodes);

    for (size_t i = 0; i < width * nodes; i++)
        wave.re[i] = 1;
    return wave;
}

/* ---- together --------------------------------------------------------------------- */

/* Rows that stand for the wave at so many steps from frequency 0, and the sign of its
 * imaginary part: about the mean a wave at -w is the conjugate of that at w. one, zero:
 * what stands at frequency 0. */
struct point {
    const double *re, *im;
    double sign;
};

static struct point point_at(const struct tn_wave *wave, long index, const double one[],
                             const double zero[])
{
    size_t q = (size_t)(index < 0 ? -index : index);

    if (q == 0)
        return (struct point){one, zero, 1};
    if (q > wave->nodes)
        return (struct point){zero, zero, 1};
    return (struct point){wave->re + (q - 1) * wave->width,
                          wave->im + (q - 1) * wave->width, index < 0 ? -1 : 1};
}

TN_CLONES static void add_points(size_t width, const struct point point[TAPS],
                                 const double tap[TAPS], double re[], double im[])
{
    for (size_t lane = 0; lane < width; lane += TN_LANE) {
        double a[TN_LANE] = {0}, b[TN_LANE] = {0};
        for (size_t t = 0; t < TAPS; t++) {
            double turned = tap[t] * point[t].sign;
            for (size_t j = 0; j < TN_LANE; j++) {
                a[j] += tap[t] * point[t].re[lane + j];
                b[j] += turned * point[t].im[lane + j];
            }
        }
        memcpy(re + lane, a, sizeof a);
        memcpy(im + lane, b, sizeof b);
    }
}

/* The wave at another frequency. */
static void wave_at(const struct tn_wave *wave, double frequency, const double one[],
                    const double zero[], double re[], double im[])
{
    double x = frequency / wave->step, base = floor(x), tap[TAPS];
    struct point point[TAPS];

    taps_at(x - base, tap);
    for (int t = 0; t < TAPS; t++)
        point[t] = point_at(wave, (long)base + t - 3, one, zero);
    add_points(wave->width, point, tap, re, im);
}

TN_CLONES static void multiply(size_t width, double re[], double im[], const double a[],
                               const double b[])
{
    for (size_t j = 0; j < width; j++) {
        double x = re[j] * a[j] - im[j] * b[j];
        im[j] = re[j] * b[j] + im[j] * a[j];
        re[j] = x;
    }
}

void tn_wave_join(struct tn_arena *arena, struct tn_wave *into,
                  const struct tn_wave *more)
{
    size_t width = into->width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *re = tn_new(arena, double, width), *im = tn_new(arena, double, width);
    double *one = tn_new(arena, double, width), *zero = tn_new(arena, double, width);

    assert(more->width == width);
    for (size_t j = 0; j < width; j++) {
        one[j] = 1;
        into->mean[j] += more->mean[j];
        into->var[j] += more->var[j];
    }
    bool same = fabs(into->step - more->step) <= 1e-12 * into->step;
    for (size_t q = 0; q < into->nodes; q++) {
        const double *a = re, *b = im;
        if (same && q < more->nodes) {
            a = more->re + q * width;
            b = more->im + q * width;
        } else {
            wave_at(more, (double)(q + 1) * into->step, one, zero, re, im);
        }
        multiply(width, into->re + q * width, into->im + q * width, a, b);
    }
    tn_arena_rewind(arena, mark);
}

/* A wave's rows with their ends repeated (tn_lattice_extend). */
static struct tn_wave extended(struct tn_arena *arena, const struct tn_lattice *lattice,
                               size_t level, const struct tn_wave *in)
{
    struct tn_wave wide = new_wave(arena, tn_lattice_extended(lattice, level), in->step,
                                   in->nodes);

    tn_lattice_extend(lattice, level, in->mean, wide.mean);
    tn_lattice_extend(lattice, level, in->var, wide.var);
    for (size_t q = 0; q < in->nodes; q++) {
        tn_lattice_extend(lattice, level, in->re + q * in->width,
                          wide.re + q * wide.width);
        tn_lattice_extend(lattice, level, in->im + q * in->width,
                          wide.im + q * wide.width);
    }
    return wide;
}

/* Add weight times the wave of the lanes from first on to out, turned by exp(i angle)
 * (rows of out's width). */
TN_CLONES static void add_turned(const struct tn_wave *in, size_t first, double weight,
                                 const double angle[], const struct tn_wave *out)
{
    for (size_t lane = 0; lane < out->width; lane += TN_LANE) {
        double c[TN_LANE], s[TN_LANE], x[TN_LANE], y[TN_LANE];
        for (size_t j = 0; j < TN_LANE; j++) {
            c[j] = cos(angle[lane + j]);
            s[j] = sin(angle[lane + j]);
            x[j] = weight * c[j];
            y[j] = weight * s[j];
        }
        for (size_t q = 0; q < out->nodes; q++) {
            const double *a = in->re + q * in->width + first + lane;
            const double *b = in->im + q * in->width + first + lane;
            double *re = out->re + q * out->width + lane;
            double *im = out->im + q * out->width + lane;
            for (size_t j = 0; j < TN_LANE; j++) {
                double old = x[j], turned = y[j];
                re[j] += a[j] * old - b[j] * turned;
                im[j] += a[j] * turned + b[j] * old;
                x[j] = old * c[j] - turned * s[j];
                y[j] = old * s[j] + turned * c[j];
            }
        }
    }
}

struct tn_wave tn_wave_average(struct tn_arena *arena, const struct tn_lattice *lattice,
                               size_t level, const struct tn_wave *in)
{
    const struct tn_lattice_level *from = &lattice->level[level];
    size_t width = lattice->level[level - 1].width;
    struct tn_wave out = new_wave(arena, width, in->step, in->nodes);
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_wave wide = extended(arena, lattice, level, in);
    double *angle = tn_new(arena, double, width);

    assert(from->width == in->width);
    tn_lattice_average(arena, lattice, level, 1, in->mean, out.mean);
    for (size_t i = 0; i < 2 * (size_t)from->nodes + 1; i++) {
        for (size_t j = 0; j < width; j++) {
            double away = wide.mean[i + j] - out.mean[j];
            out.var[j] += from->weight[i] * (wide.var[i + j] + away * away);
            angle[j] = in->step * away;
        }
        if (in->nodes)
            add_turned(&wide, i, from->weight[i], angle, &out);
    }
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
    double *one = tn_new(arena, double, width), *zero = tn_new(arena, double, width);

    for (size_t j = 0; j < width; j++)
        one[j] = 1;
    for (size_t k = 0; k < n; k++) {
        wave_at(wave, (double)(k + 1) * first, one, zero, re, im);
        for (size_t j = 0; j < width; j++) {
            s.re[j * room + k] = re[j];
            s.im[j * room + k] = im[j];
        }
    }
    tn_arena_rewind(arena, mark);
    return s;
}

/* Add weight times the spectrum between lanes, turned to its mean, to a sum. */
TN_CLONES static void add_between(const struct spectrum *s, size_t lane,
                                  const double tap[TAPS], double mean, double weight,
                                  double re[], double im[])
{
    double x[TN_LANE], y[TN_LANE];
    double c = cos(s->first * mean * TN_LANE), d = sin(s->first * mean * TN_LANE);

    for (size_t j = 0; j < TN_LANE; j++) {
        x[j] = weight * cos(s->first * mean * (double)(j + 1));
        y[j] = weight * sin(s->first * mean * (double)(j + 1));
    }
    for (size_t k = 0; k < s->room; k += TN_LANE) {
        double a[TN_LANE] = {0}, b[TN_LANE] = {0};
        for (size_t t = 0; t < TAPS; t++) {
            const double *from_re = s->re + (lane + t) * s->room + k;
            const double *from_im = s->im + (lane + t) * s->room + k;
            for (size_t j = 0; j < TN_LANE; j++) {
                a[j] += tap[t] * from_re[j];
                b[j] += tap[t] * from_im[j];
            }
        }
        for (size_t j = 0; j < TN_LANE; j++) {
            double old = x[j];
            re[k + j] += a[j] * x[j] - b[j] * y[j];
            im[k + j] += a[j] * y[j] + b[j] * x[j];
            x[j] = old * c - y[j] * d;
            y[j] = old * d + y[j] * c;
        }
    }
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
        add_between(s, lane, tap, mean, weight, re, im);
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

enum { SIDE = 8 };   // counts side by side

TN_CLONES static void at_most_of(const struct inverse *v, const double k[SIDE],
                                 double chance[SIDE])
{
    double c[SIDE], s[SIDE], x[SIDE] = {0}, y[SIDE] = {0};

    for (size_t i = 0; i < SIDE; i++) {
        c[i] = cos(v->first * (k[i] + 1));
        s[i] = -sin(v->first * (k[i] + 1));
    }
    for (size_t j = v->n; j-- > 0;)   // Horner's rule in exp(-i w_1 (k + 1))
        for (size_t i = 0; i < SIDE; i++) {
            double a = x[i] + v->re[j], b = y[i] + v->im[j];
            x[i] = a * c[i] - b * s[i];
            y[i] = a * s[i] + b * c[i];
        }
    for (size_t i = 0; i < SIDE; i++) {
        double p = (k[i] + 1) / v->period + 2 / v->period * (v->constant - x[i]);
        chance[i] = fmin(fmax(p, 0), 1);
    }
}

/* Counts beyond 0..n are sure on either side. */
static void at_most_many(const struct inverse *v, size_t n, size_t points,
                         const long at[], long step, double chance[])
{
    double k[SIDE] = {0}, some[SIDE];

    for (size_t i = 0; i < points; i += SIDE) {
        size_t m = points - i < SIDE ? points - i : SIDE;
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
