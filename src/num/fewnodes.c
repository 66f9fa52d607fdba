/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/fewnodes.h"

#include "tn/base/arena.h"
#include "tn/num/conditional.h"

#include <assert.h>
#include <math.h>
#include <string.h>

size_t tn_few_size(size_t n, enum tn_few_rule rule)
{
    return rule == TN_FEW_SIMPLEX  ? n + 1
           : rule == TN_FEW_TURNED ? n + 2
           : rule == TN_FEW_PAIR   ? 3
                                   : 0;
}

/* n + 1 corners with the mean and covariance of N(0, I): Helmert's rows. */
static void simplex_nodes(size_t n, double z[], double weight[])
{
    for (size_t k = 0; k <= n; k++) {
        weight[k] = 1 / ((double)n + 1);
        for (size_t j = 0; j < n; j++) {
            double up = (double)j + 1, size = sqrt(((double)n + 1) / (up * (up + 1)));
            z[k * n + j] = k <= j ? size : k == j + 1 ? -up * size : 0;
        }
    }
}

/* The corners turned by orthogonal axes of length sqrt(n + 2), and the origin: with its
 * weight the fourth power of the radius is right, too. */
static void turned_nodes(struct tn_arena *arena, size_t n, const double axes[],
                         double z[], double weight[])
{
    double *corner = tn_new(arena, double, (n + 1) * n), d = (double)n;

    simplex_nodes(n, corner, weight);
    for (size_t k = 0; k <= n; k++) {
        weight[k] *= d / (d + 2);
        for (size_t i = 0; i < n; i++) {
            z[k * n + i] = 0;
            for (size_t j = 0; j < n; j++)
                z[k * n + i] += corner[k * n + j] * axes[j * n + i] / sqrt(d);
        }
    }
    weight[n + 1] = 2 / (d + 2);
    memset(z + (n + 1) * n, 0, n * sizeof(double));
}

static void pair_nodes(size_t n, const double axis[], double z[], double weight[])
{
    double d = (double)n;

    for (size_t j = 0; j < n; j++) {
        z[j] = axis[j];
        z[n + j] = -axis[j];
        z[2 * n + j] = 0;
    }
    weight[0] = weight[1] = d / (d + 2) / 2;
    weight[2] = 2 / (d + 2);
}

void tn_few_nodes(size_t n, enum tn_few_rule rule, uint32_t turn, double z[],
                  double weight[])
{
    struct tn_arena scratch = {0};
    double *shell = tn_new(&scratch, double, tn_ball_size(n, 1) * n);
    double *ignored = tn_new(&scratch, double, tn_ball_size(n, 1));

    assert(rule != TN_FEW_NONE);
    if (rule == TN_FEW_SIMPLEX) {
        simplex_nodes(n, z, weight);
    } else {
        tn_ball_nodes(n, 1, turn, shell, ignored);   // its first n nodes are axes
        if (rule == TN_FEW_TURNED)
            turned_nodes(&scratch, n, shell, z, weight);
        else
            pair_nodes(n, shell, z, weight);
    }
    tn_arena_free(&scratch);
}
