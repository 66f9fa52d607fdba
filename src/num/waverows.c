/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waverows.h"

#include "tn/num/clones.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "tn/num/lanes.h"
#include "tn/num/vectormath.h"
#include "vectors.h"

/* Chance of counts left out, at either end. */
static const double BEYOND = 1e-11;

/* ---- laws to waves ---------------------------------------------------------------- */

/* Where a block of lanes has next to all of its law. */
struct band {
    size_t first, last, middle;
};

/* The first row, from either end, up to which more than next to nothing lies. */
TN_CLONES static size_t first_row(size_t width, size_t n, const double law[], bool down)
{
    double sum[TN_LANE] = {0};

    for (size_t i = 0; i <= n; i++) {
        const double *row = law + (down ? n - i : i) * width;
        bool more = false;
        for (size_t j = 0; j < TN_LANE; j++) {
            sum[j] += row[j];
            more |= sum[j] > BEYOND;
        }
        if (more)
            return down ? n - i : i;
    }
    return down ? 0 : n;
}

static struct band band_of(size_t width, size_t n, const double law[])
{
    struct band band = {first_row(width, n, law, false), first_row(width, n, law, true),
                        0};

    assert(band.first <= band.last);
    band.middle = (band.first + band.last) / 2;
    return band;
}

/* cos and sin of m w for each m = 0..most and frequency w, these side by side. */
struct turns {
    size_t room;
    double *cosine, *sine;
};

TN_CLONES static void turn_on(size_t room, const double c[], const double s[],
                              double cosine[], double sine[])
{
    for (size_t q = 0; q < room; q++) {
        double x = cosine[q], y = sine[q];
        cosine[room + q] = x * c[q] - y * s[q];
        sine[room + q] = x * s[q] + y * c[q];
    }
}

enum { ABREAST = 4 };   // frequencies at once

static struct turns turns_of(struct tn_arena *arena, double step, size_t nodes,
                             size_t most)
{
    size_t room = (nodes + ABREAST - 1) / ABREAST * ABREAST;
    struct turns t = {room, tn_new(arena, double, room *(most + 1)),
                      tn_new(arena, double, room *(most + 1))};
    double *c = tn_new(arena, double, room), *s = tn_new(arena, double, room);

    for (size_t q = 0; q < nodes; q++) {
        c[q] = cos((double)(q + 1) * step);
        s[q] = sin((double)(q + 1) * step);
        t.cosine[q] = 1;
    }
    for (size_t m = 0; m < most; m++)
        turn_on(room, c, s, t.cosine + m * room, t.sine + m * room);
    return t;
}

/* A block of lanes to be transformed. */
struct block {
    size_t width;
    const double *middle;   // of its rows, with up of them above and down below
    size_t up, down;
    double *re, *im;   // nodes rows
};

/* E exp(i w (K - middle)). Rows as far up as down from the middle share their cosine. */
#define TRANSFORM(NAME, WORD)                                                     \
    static void NAME(const struct block *b, const struct turns *t, size_t nodes)  \
    {                                                                             \
        for (size_t q = 0; q < nodes; q += ABREAST) {                             \
            WORD even[ABREAST], odd[ABREAST], none = {0};                         \
            for (size_t r = 0; r < ABREAST; r++) {                                \
                even[r] = *(const WORD *)b->middle;                               \
                odd[r] = none;                                                    \
            }                                                                     \
            for (size_t m = 1; m <= b->up; m++) {                                 \
                WORD up = *(const WORD *)(b->middle + m * b->width), down = none; \
                if (m <= b->down)                                                 \
                    down = *(const WORD *)(b->middle - m * b->width);             \
                WORD sum = up + down, difference = up - down;                     \
                const double *c = t->cosine + m * t->room + q;                    \
                const double *s = t->sine + m * t->room + q;                      \
                for (size_t r = 0; r < ABREAST; r++) {                            \
                    even[r] += c[r] * sum;                                        \
                    odd[r] += s[r] * difference;                                  \
                }                                                                 \
            }                                                                     \
            for (size_t r = 0; r < ABREAST && q + r < nodes; r++) {               \
                *(WORD *)(b->re + (q + r) * b->width) = even[r];                  \
                *(WORD *)(b->im + (q + r) * b->width) = odd[r];                   \
            }                                                                     \
        }                                                                         \
    }
EACH_WORD(TRANSFORM, transform)

void rows_transform(struct tn_arena *arena, const struct rows *rows, double step,
                    size_t nodes, double re[], double im[], size_t middle[])
{
    size_t blocks = rows->width / TN_LANE, most = 0;
    struct tn_mark mark = tn_arena_mark(arena);
    struct band *band = tn_new(arena, struct band, blocks);

    assert(rows->width % TN_LANE == 0);
    for (size_t i = 0; i < blocks; i++) {
        band[i] = band_of(rows->width, rows->n, rows->law + i * TN_LANE);
        middle[i] = band[i].middle;
        size_t up = band[i].last - band[i].middle;
        most = up > most ? up : most;
    }
    struct turns turns = turns_of(arena, step, nodes, most);
    for (size_t l = 0; l < rows->width; l += WIDEST_LANES) {
        const struct band *here = &band[l / TN_LANE];
        struct block block = {.width = rows->width,
                              .middle = rows->law + here->middle * rows->width + l,
                              .up = here->last - here->middle,
                              .down = here->middle - here->first,
                              .re = re + l,
                              .im = im + l};
        WIDEST_WORD(transform)(&block, &turns, nodes);
    }
    tn_arena_rewind(arena, mark);
}

/* ---- loops over rows -------------------------------------------------------------- */

#define MOMENTS(NAME, WORD)                                                            \
    static void NAME(const struct rows *rows, size_t lane, double one[], double two[]) \
    {                                                                                  \
        WORD a = {0}, b = {0};                                                         \
        for (size_t k = 1; k <= rows->n; k++) {                                        \
            const WORD *row = (const WORD *)(rows->law + k * rows->width + lane);      \
            WORD times = (double)k * *row;                                             \
            a += times;                                                                \
            b += (double)k * times;                                                    \
        }                                                                              \
        *(WORD *)(one + lane) = a;                                                     \
        *(WORD *)(two + lane) = b;                                                     \
    }
EACH_WORD(MOMENTS, moments)

void rows_moments(const struct rows *rows, double one[], double two[])
{
    for (size_t lane = 0; lane < rows->width; lane += WIDEST_LANES)
        WIDEST_WORD(moments)(rows, lane, one, two);
}

#define TURN(NAME, WORD)                                                                 \
    static void NAME(const struct pairs *rows, size_t lane, const double c[],            \
                     const double s[])                                                   \
    {                                                                                    \
        WORD a = *(const WORD *)(c + lane), b = *(const WORD *)(s + lane), x = a, y = b; \
        for (size_t q = 0; q < rows->n; q++) {                                           \
            WORD *re = (WORD *)(rows->re + q * rows->width + lane);                      \
            WORD *im = (WORD *)(rows->im + q * rows->width + lane);                      \
            WORD turned = *re * x - *im * y, old = x;                                    \
            *im = *re * y + *im * x;                                                     \
            *re = turned;                                                                \
            x = old * a - y * b;                                                         \
            y = old * b + y * a;                                                         \
        }                                                                                \
    }
EACH_WORD(TURN, turn)

TN_CLONES static void circle(size_t n, const double angle[], double c[], double s[])
{
    for (size_t j = 0; j < n; j++)
        tn_vector_circle(angle[j], &c[j], &s[j]);
}

void rows_turn(const struct pairs *rows, const double angle[])
{
    double c[TN_LANE], s[TN_LANE];

    for (size_t lane = 0; lane < rows->width; lane += TN_LANE) {
        struct pairs block = {rows->width, rows->n, rows->re + lane, rows->im + lane};
        circle(TN_LANE, angle + lane, c, s);
        for (size_t part = 0; part < TN_LANE; part += WIDEST_LANES)
            WIDEST_WORD(turn)(&block, part, c, s);
    }
}

#define BETWEEN(NAME, WORD)                                                          \
    static void NAME(const struct between *b, size_t lane, double re[], double im[]) \
    {                                                                                \
        WORD x = {0}, y = {0};                                                       \
        for (size_t t = 0; t < TAPS; t++) {                                          \
            x += b->tap[t] * *(const WORD *)(b->re[t] + lane);                       \
            y += b->turned[t] * *(const WORD *)(b->im[t] + lane);                    \
        }                                                                            \
        *(WORD *)(re + lane) = x;                                                    \
        *(WORD *)(im + lane) = y;                                                    \
    }
EACH_WORD(BETWEEN, between)

void rows_between(size_t width, const struct between *b, double re[], double im[])
{
    for (size_t lane = 0; lane < width; lane += WIDEST_LANES)
        if (!b->alive || b->q < b->alive[lane / TN_LANE])
            WIDEST_WORD(between)(b, lane, re, im);
}

#define MULTIPLY(NAME, WORD)                                                       \
    static void NAME(const double a[], const double b[], double re[], double im[]) \
    {                                                                              \
        WORD *x = (WORD *)re, *y = (WORD *)im, c = *(const WORD *)a;               \
        WORD d = *(const WORD *)b, old = *x;                                       \
        *x = old * c - *y * d;                                                     \
        *y = old * d + *y * c;                                                     \
    }
EACH_WORD(MULTIPLY, multiply)

void rows_multiply(const struct pairs *into, const size_t alive[], size_t q,
                   const double re[], const double im[])
{
    double *x = into->re + q * into->width, *y = into->im + q * into->width;

    for (size_t lane = 0; lane < into->width; lane += WIDEST_LANES)
        if (q < alive[lane / TN_LANE])
            WIDEST_WORD(multiply)(re + lane, im + lane, x + lane, y + lane);
}

#define AVERAGE(NAME, WORD)                                                        \
    static void NAME(size_t width, size_t nodes, const double weight[],            \
                     const double wide[], double mean[])                           \
    {                                                                              \
        for (size_t lane = 0; lane < width; lane += sizeof(WORD) / sizeof *mean) { \
            WORD sum = {0};                                                        \
            for (size_t node = 0; node < nodes; node++)                            \
                sum += weight[node] * *(const WORD *)(wide + node + lane);         \
            *(WORD *)(mean + lane) = sum;                                          \
        }                                                                          \
    }
EACH_WORD(AVERAGE, average)

void rows_average(size_t width, size_t nodes, const double weight[], const double wide[],
                  double mean[])
{
    WIDEST_WORD(average)(width, nodes, weight, wide, mean);
}

#define ADD_TURNED(NAME, WORD)                                                           \
    static void NAME(const struct turning *from, double start[2][TN_LANE],               \
                     const double on[2], double re[], double im[])                       \
    {                                                                                    \
        for (size_t l = 0; l < TN_LANE; l += sizeof(WORD) / sizeof *re) {                \
            WORD x = *(WORD *)&start[0][l], y = *(WORD *)&start[1][l];                   \
            for (size_t k = l; k < from->width; k += TN_LANE) {                          \
                WORD a = {0}, b = {0}, old = x;                                          \
                for (size_t t = 0; t < TAPS; t++) {                                      \
                    a += from->tap[t] * *(const WORD *)(from->re + t * from->width + k); \
                    b += from->tap[t] * *(const WORD *)(from->im + t * from->width + k); \
                }                                                                        \
                *(WORD *)(re + k) += a * x - b * y;                                      \
                *(WORD *)(im + k) += a * y + b * x;                                      \
                x = old * on[0] - y * on[1];                                             \
                y = old * on[1] + y * on[0];                                             \
            }                                                                            \
        }                                                                                \
    }
EACH_WORD(ADD_TURNED, add_turned)

void rows_add_turned(const struct turning *from, double re[], double im[])
{
    double start[2][TN_LANE], on[2];

    for (size_t j = 0; j < TN_LANE; j++) {
        tn_vector_circle(from->angle * (double)(j + 1), &on[0], &on[1]);
        start[0][j] = from->weight * on[0];
        start[1][j] = from->weight * on[1];
    }
    WIDEST_WORD(add_turned)(from, start, on, re, im);
}

#define HORNER(NAME, WORD)                                                            \
    static void NAME(size_t n, const double re[], const double im[], const double *c, \
                     const double *s, double *x, double *y)                           \
    {                                                                                 \
        WORD u = *(const WORD *)c, v = *(const WORD *)s, a = {0}, b = {0};            \
        for (size_t q = n; q-- > 0;) {                                                \
            WORD more = a + re[q], other = b + im[q];                                 \
            a = more * u - other * v;                                                 \
            b = more * v + other * u;                                                 \
        }                                                                             \
        *(WORD *)x = a;                                                               \
        *(WORD *)y = b;                                                               \
    }
EACH_WORD(HORNER, horner)

void rows_horner(size_t n, const double re[], const double im[], const double c[],
                 const double s[], double x[], double y[])
{
    for (size_t l = 0; l < TN_LANE; l += WIDEST_LANES)
        WIDEST_WORD(horner)(n, re, im, c + l, s + l, x + l, y + l);
}
