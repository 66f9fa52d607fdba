/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/lattice.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/lanes.h"
#include "tn/num/special.h"
#include "waverows.h"

/* From so many steps an sd on the trapezoid sum of the normal density is off by less than
 * 2 exp(-2 pi^2 0.87^2) = 7e-7. */
static const double LEAST = 0.87;

/* Weights at -n..n steps. */
static double *normal_weights(struct tn_arena *arena, double sd, double step, long n)
{
    double *weight = tn_new(arena, double, 2 * (size_t)n + 1), sum = 0;

    for (long i = -n; i <= n; i++) {
        double z = sd > 0 ? (double)i * step / sd : 0;
        sum += weight[i + n] = exp(-z * z / 2);
    }
    for (long i = 0; i <= 2 * n; i++)
        weight[i] /= sum;
    return weight;
}

/* Five nodes with the moments 0 to 5 of the normal law. */
static double *moment_weights(struct tn_arena *arena, double sd, double step)
{
    double v = sd / step * (sd / step), w2 = (3 * v * v - v) / 24;
    double w1 = (4 * v - 3 * v * v) / 6;
    double *weight = tn_new(arena, double, 5);

    weight[0] = weight[4] = w2;
    weight[1] = weight[3] = w1;
    weight[2] = 1 - 2 * w1 - 2 * w2;
    return weight;
}

static void set_nodes(struct tn_arena *arena, double step, double reach,
                      struct tn_lattice_level *level)
{
    if (level->sd > 0 && level->sd < LEAST * step) {
        level->nodes = 2;
        level->weight = moment_weights(arena, level->sd, step);
        return;
    }
    level->nodes = (long)ceil(reach * level->sd / step);
    level->weight = normal_weights(arena, level->sd, step, level->nodes);
}

static void set_lanes(struct tn_arena *arena, double step, double reach, long most,
                      struct tn_lattice_level *level)
{
    long wanted = (long)ceil(reach * level->sum_sd / step);

    level->half = wanted < most ? wanted : most;
    level->width = tn_lanes_width(2 * (size_t)level->half + 1);
    double *shift = tn_new(arena, double, level->width), sum = 0;
    double *chance = tn_new(arena, double, level->width);
    for (size_t j = 0; j < level->width; j++) {
        long steps = (long)j - level->half;
        double z = level->sum_sd > 0 ? (double)steps * step / level->sum_sd : 0;
        shift[j] = (double)steps * step;
        chance[j] = level->sum_sd > 0 ? exp(-z * z / 2) : steps == 0;
        sum += chance[j];
    }
    for (size_t j = 0; j < level->width; j++)
        chance[j] /= sum;
    level->shift = shift;
    level->chance = chance;
}

struct tn_lattice tn_lattice_from(struct tn_arena *arena, size_t levels,
                                  const double sd[], double step, double left_out)
{
    struct tn_lattice lattice = {.levels = levels, .step = step};
    double var = 0, reach = -tn_normal_quantile(left_out / 2);
    long most = 0;

    assert(levels > 0 && levels <= TN_LATTICE_LEVELS && step > 0);
    for (size_t i = 0; i < levels; i++) {
        struct tn_lattice_level *level = &lattice.level[i];
        assert(sd[i] >= 0 && isfinite(sd[i]));
        var += sd[i] * sd[i];
        level->sd = sd[i];
        level->sum_sd = sqrt(var);
        set_nodes(arena, step, reach, level);
        most += level->nodes;
        set_lanes(arena, step, reach, most, level);
    }
    return lattice;
}

size_t tn_lattice_extended(const struct tn_lattice *lattice, size_t level)
{
    return lattice->level[level - 1].width + 2 * (size_t)lattice->level[level].nodes;
}

void tn_lattice_extend(const struct tn_lattice *lattice, size_t level, const double in[],
                       double out[])
{
    const struct tn_lattice_level *from = &lattice->level[level];
    long first = from->half - lattice->level[level - 1].half - from->nodes;
    long last = (long)from->width - 1, n = (long)tn_lattice_extended(lattice, level);

    for (long i = 0; i < n; i++) {
        long lane = first + i;
        out[i] = in[lane < 0 ? 0 : lane > last ? last : lane];
    }
}

void tn_lattice_average(struct tn_arena *arena, const struct tn_lattice *lattice,
                        size_t level, size_t rows, const double in[], double out[])
{
    assert(level >= 1 && level < lattice->levels);
    const struct tn_lattice_level *from = &lattice->level[level];
    size_t width = lattice->level[level - 1].width;
    struct tn_mark mark = tn_arena_mark(arena);
    double *wide = tn_new(arena, double, tn_lattice_extended(lattice, level));

    for (size_t k = 0; k < rows; k++) {
        tn_lattice_extend(lattice, level, in + k * from->width, wide);
        rows_average(width, 2 * (size_t)from->nodes + 1, from->weight, wide,
                     out + k * width);
    }
    tn_arena_rewind(arena, mark);
}
