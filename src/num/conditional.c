/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/conditional.h"

#include "tn/num/cholesky.h"
#include "tn/num/philox.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <math.h>
#include <string.h>

enum { STEPS = 60, HALVINGS = 10, MOST_SHELLS = 6, SIMPLEX_DIMS = 8 };

static const double LOG_2PI = 1.8378770664093453;
static const double ROUNDING = 1e-12;     // a fall that rounding may cause
static const double NEAR_ENOUGH = 0.01;   // nodes take care of a mode so little off
static const double DECREMENT = 1e-6;     // of Newton: in log density, far below notice
static const double NARROWEST = 1e-7;     // a prior sd of 0 is fixed to this

static double scale_of(const struct tn_normal_prior *prior, size_t j)
{
    return prior->sd[j] < NARROWEST ? NARROWEST : prior->sd[j];
}

/* The log prior of beta and shocks; with g and h (lower triangle of n x n) its
 * derivatives are added. */
static double add_prior(const struct tn_panel *panel, const struct tn_normal_prior *prior,
                        const double x[], double *g, double *h)
{
    size_t p = panel->fixed, n = p + panel->years;
    double sum = 0;

    for (size_t j = 0; j < n; j++) {
        double mean = j < p ? prior->mean[j] : 0, sd = j < p ? scale_of(prior, j) : 1;
        if (isinf(sd))
            continue;
        double z = (x[j] - mean) / sd;
        sum -= z * z / 2 + log(sd) + LOG_2PI / 2;
        if (!g)
            continue;
        g[j] -= z / sd;
        h[j * n + j] -= 1 / (sd * sd);
    }
    return sum;
}

double tn_conditional_at(struct tn_nested *place, const struct tn_normal_prior *prior,
                         const struct tn_conditional *conditional, const double x[],
                         const struct tn_nested_out *out)
{
    const struct tn_panel *panel = tn_nested_panel(place);
    struct tn_nested_at at = conditional->at;

    at.beta = x;
    at.shock = x + panel->fixed;
    double value = tn_nested_eval(place, &at, out);
    bool sloped = out && out->hessian;
    return value + add_prior(panel, prior, x, sloped ? out->gradient : NULL,
                             sloped ? out->hessian : NULL);
}

struct tn_conditional tn_conditional_new(struct tn_arena *arena,
                                         const struct tn_panel *panel)
{
    size_t n = panel->fixed + panel->years;
    struct tn_conditional c = {.mode = tn_new(arena, double, n),
                               .root = tn_new(arena, double, n *n)};

    c.at.beta = c.mode;
    c.at.shock = c.mode + panel->fixed;
    return c;
}

/* Newton's search at work. */
struct search {
    struct tn_nested *place;
    const struct tn_normal_prior *prior;
    struct tn_conditional *c;
    size_t n;
    double *g, *h, *step, *trial;
    double height;   // what g and h are the derivatives of
};

/* Derivatives at the mode so far; the factor of minus the Hessian goes to root. */
static bool set_root(struct search *s)
{
    double left_out;
    struct tn_nested_out out = {.gradient = s->g, .hessian = s->h, .left_out = &left_out};

    s->c->peak = tn_conditional_at(s->place, s->prior, s->c, s->c->mode, &out);
    s->height = s->c->peak - left_out;
    for (size_t j = 0; j < s->n * s->n; j++)
        s->c->root[j] = -s->h[j];
    return isfinite(s->c->peak) && tn_cholesky(s->n, s->c->root);
}

/* One step of Newton's that should raise the peak by half of decrement. The full step is
 * taken on trust and looked at when its derivatives are known; one that went down, by
 * more than nodes of the areas that are few can explain, is halved. */
static bool go(struct search *s, double decrement)
{
    double least = s->height - ROUNDING * fabs(s->height) - decrement / 10, length = 1;

    memcpy(s->trial, s->c->mode, s->n * sizeof(double));
    for (int halving = 0; halving < HALVINGS; halving++, length /= 2) {
        for (size_t j = 0; j < s->n; j++)
            s->c->mode[j] = s->trial[j] + length * s->step[j];
        if (set_root(s) && s->height >= least)
            return true;
    }
    memcpy(s->c->mode, s->trial, s->n * sizeof(double));
    return set_root(s) && decrement < NEAR_ENOUGH;
}

static bool climb(struct search *s)
{
    bool there = set_root(s);

    for (int step = 0; there && step < STEPS; step++) {
        double decrement = 0;
        memcpy(s->step, s->g, s->n * sizeof(double));
        tn_cholesky_solve(s->n, s->c->root, s->step);
        for (size_t j = 0; j < s->n; j++)
            decrement += s->g[j] * s->step[j];
        if (decrement < DECREMENT)
            return true;
        double height = s->height;
        there = go(s, decrement);
        if (there && decrement < NEAR_ENOUGH && !(s->height > height))
            return true;
    }
    return there;
}

void tn_conditional_find(struct tn_nested *place, const struct tn_normal_prior *prior,
                         struct tn_conditional *c)
{
    const struct tn_panel *panel = tn_nested_panel(place);
    struct tn_arena scratch = {0};
    size_t n = panel->fixed + panel->years;
    struct search s = {place,
                       prior,
                       c,
                       n,
                       tn_new(&scratch, double, n),
                       tn_new(&scratch, double, n *n),
                       tn_new(&scratch, double, n),
                       tn_new(&scratch, double, n),
                       0};

    assert(tn_nested_dims(place) == n);
    c->settled = climb(&s);
    c->log_mass = c->settled ? c->peak + (double)n * LOG_2PI / 2 -
                                   tn_cholesky_log_det(n, c->root) / 2
                             : -HUGE_VAL;
    tn_arena_free(&scratch);
}

/* Row j of z becomes a unit vector, drawn by turn, at right angles to those before. */
static void draw_axis(size_t dims, size_t j, uint32_t turn, double z[])
{
    double *own = z + j * dims, square = 0;

    for (size_t i = 0; i < dims; i++)
        own[i] = gsl_cdf_ugaussian_Pinv(tn_uniform(turn, (uint32_t)j, 1, i));
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t k = 0; k < j; k++) {
            double dot = 0;
            for (size_t i = 0; i < dims; i++)
                dot += own[i] * z[k * dims + i];
            for (size_t i = 0; i < dims; i++)
                own[i] -= dot * z[k * dims + i];
        }
    for (size_t i = 0; i < dims; i++)
        square += own[i] * own[i];
    for (size_t i = 0; i < dims; i++)
        own[i] /= sqrt(square);
}

/* Whether a shell carries the simplex's vertices and edges, or a frame of axes. */
static bool simplex(size_t dims, size_t shells)
{
    return shells > 1 && dims >= 2 && dims <= SIMPLEX_DIMS;
}

static size_t shell_size(size_t dims, size_t shells)
{
    return simplex(dims, shells) ? (dims + 1) * (dims + 2) : 2 * dims;
}

size_t tn_ball_size(size_t dims, size_t shells)
{
    return shells * shell_size(dims, shells) + (shells == 1);
}

/* Radii of shells and their weights: half a squared radius has the gamma law of
 * dims / 2. */
static void shell_radii(size_t dims, size_t shells, double radius[], double weight[])
{
    gsl_integration_fixed_workspace *laguerre = gsl_integration_fixed_alloc(
        gsl_integration_fixed_laguerre, shells, 0, 1, (double)dims / 2 - 1, 0);
    double sum = 0;

    if (!laguerre)
        tn_out_of_memory(sizeof *radius, shells);
    for (size_t k = 0; k < shells; k++) {
        radius[k] = sqrt(2 * gsl_integration_fixed_nodes(laguerre)[k]);
        weight[k] = gsl_integration_fixed_weights(laguerre)[k];
        sum += weight[k];
    }
    for (size_t k = 0; k < shells; k++)
        weight[k] /= sum;
    gsl_integration_fixed_free(laguerre);
}

/* Vertex r of the regular simplex of dims + 1 vertices on the unit sphere. */
static void vertex(size_t dims, size_t r, double a[])
{
    double n = (double)dims;

    for (size_t i = 0; i < dims; i++) {
        double left = n -
                      (double)i;   // (n - i + 1)(n - i) with i from 1: left (left + 1)
        if (i < r)
            a[i] = -sqrt((n + 1) / (n * (left + 1) * left));
        else if (i == r)
            a[i] = sqrt((n + 1) * left / (n * (left + 1)));
        else
            a[i] = 0;
    }
}

/* Add direction a, turned by the orthonormal rows of frame, and its opposite as nodes k
 * and k + 1. */
static void add_pair(size_t dims, const double frame[], const double a[], double radius,
                     double z[])
{
    for (size_t i = 0; i < dims; i++) {
        double sum = 0;
        for (size_t j = 0; j < dims; j++)
            sum += a[j] * frame[j * dims + i];
        z[i] = radius * sum;
        z[dims + i] = -z[i];
    }
}

/* A shell's nodes and weights by Mysovskikh's rule of degree 5: the vertices of a
 * simplex, the middles of its edges, and their opposites. */
static void simplex_nodes(size_t dims, double radius, const double frame[], double z[],
                          double weight[])
{
    double a[SIMPLEX_DIMS], b[SIMPLEX_DIMS], n = (double)dims, part = (n + 1) * (n + 1);
    size_t k = 0;

    for (size_t r = 0; r <= dims; r++) {
        vertex(dims, r, a);
        for (size_t q = 0; q <= r; q++, k += 2) {
            double square = 0;
            vertex(dims, q, b);
            for (size_t i = 0; i < dims; i++) {
                b[i] += a[i];
                square += b[i] * b[i];
            }
            for (size_t i = 0; i < dims; i++)
                b[i] /= sqrt(square);
            add_pair(dims, frame, b, radius, z + k * dims);
            weight[k] = weight[k + 1] = q == r ? n * (7 - n) / (2 * part * (n + 2))
                                               : 2 * (n - 1) * (n - 1) /
                                                     (n * part * (n + 2));
        }
    }
}

static void frame_nodes(size_t dims, double radius, const double frame[], double z[],
                        double weight[])
{
    for (size_t i = 0; i < dims * dims; i++) {
        z[i] = radius * frame[i];
        z[dims * dims + i] = -z[i];
    }
    for (size_t k = 0; k < 2 * dims; k++)
        weight[k] = 1 / (2 * (double)dims);
}

void tn_ball_nodes(size_t dims, size_t shells, uint32_t turn, double z[], double weight[])
{
    assert(dims > 0 && shells > 0 && shells <= MOST_SHELLS);

    struct tn_arena scratch = {0};
    double *frame = tn_new(&scratch, double, dims *dims), d = (double)dims;
    double radius[MOST_SHELLS] = {sqrt(d + 2)}, share[MOST_SHELLS] = {d / (d + 2)};
    size_t each = shell_size(dims, shells);

    if (shells > 1)
        shell_radii(dims, shells, radius, share);
    for (size_t s = 0; s < shells; s++, z += each * dims, weight += each) {
        for (size_t j = 0; j < dims; j++)
            draw_axis(dims, j, turn * MOST_SHELLS + (uint32_t)s, frame);
        if (simplex(dims, shells))
            simplex_nodes(dims, radius[s], frame, z, weight);
        else
            frame_nodes(dims, radius[s], frame, z, weight);
        for (size_t k = 0; k < each; k++)
            weight[k] *= share[s];
    }
    if (shells == 1) {
        memset(z, 0, dims * sizeof(double));
        *weight = 2 / (d + 2);
    }
    tn_arena_free(&scratch);
}
