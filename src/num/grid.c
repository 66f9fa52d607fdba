/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/grid.h"

#include "tn/num/clones.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/hermite.h"
#include "tn/num/lanes.h"
#include "tn/num/special.h"

/* A level whose sd is below this share of the largest gets nodes of its own. */
static const double OWN_SHARE = 0.2;
/* Gauss-Hermite nodes do for own nodes up to this sd, over which a chance is all but
 * straight; a grid halved twice no longer trusts them. */
static const double HERMITE_SD = 0.05;
enum { HERMITE_NODES = 5, HERMITE_MORE = 4, HERMITE_HALVINGS = 1 };
/* The integrand is somewhat narrower than the normal density alone. */
static const double STEP_SHARE = 0.9;
/* expit has poles at +-pi i, which give an error like exp(-2 pi^2 / step), 7e-18 here. */
static const double LONGEST_STEP = 0.5;

static const double PI = 3.141592653589793;

struct nodes {
    size_t n;
    double *value, *weight;
};

/* The trapezoid sum of a normal density is off by 2 exp(-2 pi^2 sd^2 / step^2). */
static double step_for(double sd, double tol, unsigned halvings)
{
    double step = STEP_SHARE * sd * PI * sqrt(2 / log(2 / tol));
    return ldexp(fmin(step, LONGEST_STEP), -(int)halvings);
}

static struct nodes new_nodes(struct tn_arena *arena, size_t n)
{
    return (struct nodes){n, tn_new(arena, double, n),
                          tn_new(arena, double, tn_lanes_width(n))};
}

/* Points of the lattice as far out as leaves tol of the mass. */
static struct nodes trapezoid(struct tn_arena *arena, double sd, double step, double tol)
{
    double out = -tn_normal_quantile(tol / 2) * sd / step;   // sd 0: 0, or 0 / 0
    size_t c = (size_t)ceil(fmax(out, 0));
    struct nodes nodes = new_nodes(arena, 2 * c + 1);
    double sum = 0;

    for (size_t i = 0; i < nodes.n; i++) {
        double x = ((double)i - (double)c) * step;
        nodes.value[i] = x;
        nodes.weight[i] = sd > 0 ? exp(-x / sd * (x / sd) / 2) : 1;
        sum += nodes.weight[i];
    }
    for (size_t i = 0; i < nodes.n; i++)
        nodes.weight[i] /= sum;
    return nodes;
}

static struct nodes hermite(struct tn_arena *arena, double sd, size_t n)
{
    struct nodes nodes = new_nodes(arena, n);
    tn_hermite(n, nodes.value, nodes.weight);
    for (size_t i = 0; i < n; i++)
        nodes.value[i] *= sd;
    return nodes;
}

static struct nodes own_nodes(struct tn_arena *arena, double sd, double tol,
                              unsigned halvings)
{
    if (sd > 0 && sd <= HERMITE_SD && halvings <= HERMITE_HALVINGS)
        return hermite(arena, sd, HERMITE_NODES + HERMITE_MORE * halvings);
    return trapezoid(arena, sd, step_for(sd, tol, halvings), tol);
}

/* What is known of the levels added so far. */
struct so_far {
    size_t width;          // lanes, padded
    const double *shift;   // of each
    int own;               // some level had own nodes: the lanes are no lattice
};

/* The shifts of a level's lanes: on a lattice lane j is j steps from the first, else
 * each node in turn goes with every lane so far. */
static double *shifts(struct tn_arena *arena, size_t width, struct nodes nodes,
                      double step, const struct so_far *so_far)
{
    double *shift = tn_new(arena, double, width);

    for (size_t j = 0; j < width; j++) {
        size_t node = j / so_far->width < nodes.n ? j / so_far->width : nodes.n - 1;
        shift[j] = so_far->own ? so_far->shift[j % so_far->width] + nodes.value[node]
                               : so_far->shift[0] + nodes.value[0] + (double)j * step;
    }
    return shift;
}

static void add_level(struct tn_arena *arena, struct tn_level *level, struct nodes nodes,
                      double step, struct so_far *so_far)
{
    size_t stride = so_far->own ? so_far->width : 1;
    size_t width = tn_lanes_width(so_far->width + (nodes.n - 1) * stride);

    *level = (struct tn_level){nodes.n, stride, width, nodes.weight};
    so_far->shift = shifts(arena, width, nodes, step, so_far);
    so_far->width = width;
}

/* The lattice's step: what suits the smallest sd that goes by the lattice. */
static double common_step(size_t levels, const double sd[], double least, double tol,
                          unsigned halvings)
{
    double smallest = HUGE_VAL;
    for (size_t i = 0; i < levels; i++)
        if (sd[i] > 0 && sd[i] >= least && sd[i] < smallest)
            smallest = sd[i];
    return step_for(smallest, tol, halvings);
}

/* What all levels of a grid, or of several, go by. */
struct plan {
    double step, least, tol;   // least: the smallest sd that goes by the lattice
    unsigned halvings;
};

static struct plan plan_for(size_t levels, const double sd[], double tol,
                            unsigned halvings)
{
    double largest = 0;

    assert(tol >= 1e-15 && tol <= 0.01);
    for (size_t i = 0; i < levels; i++) {
        assert(sd[i] >= 0 && isfinite(sd[i]));
        largest = fmax(largest, sd[i]);
    }
    double least = OWN_SHARE * largest;
    return (struct plan){common_step(levels, sd, least, tol, halvings), least, tol,
                         halvings};
}

static void plan_level(struct tn_arena *arena, const struct plan *plan, double sd,
                       struct tn_level *level, struct so_far *so_far)
{
    so_far->own |= sd > 0 && sd < plan->least;
    struct nodes nodes = so_far->own ? own_nodes(arena, sd, plan->tol, plan->halvings)
                                     : trapezoid(arena, sd, plan->step, plan->tol);
    add_level(arena, level, nodes, plan->step, so_far);
}

struct tn_grid tn_grid_from(struct tn_arena *arena, size_t levels, const double sd[],
                            double tol, unsigned halvings)
{
    assert(levels > 0 && levels <= TN_LEVELS);
    struct plan plan = plan_for(levels, sd, tol, halvings);
    struct tn_grid grid = {.levels = levels};
    struct so_far so_far = {1, tn_new(arena, double, 1), 0};

    for (size_t i = 0; i < levels; i++)
        plan_level(arena, &plan, sd[i], &grid.level[i], &so_far);
    grid.shift = so_far.shift;
    return grid;
}

/* The first of the places before v with its sd; else v. */
static size_t like_before(const double sd[], size_t v)
{
    for (size_t w = 0; w < v; w++)
        if (!(sd[w] < sd[v]) && !(sd[w] > sd[v]))
            return w;
    return v;
}

struct tn_grid tn_grid_places(struct tn_arena *arena, double year_sd, size_t places,
                              const double sd[], double tol, unsigned halvings)
{
    double *all = tn_new(arena, double, places + 1);
    const struct tn_grid **place = tn_new(arena, const struct tn_grid *, places);

    assert(places > 0);
    all[0] = year_sd;
    memcpy(all + 1, sd, places * sizeof *sd);
    struct plan plan = plan_for(places + 1, all, tol, halvings);
    struct tn_grid year = {.levels = 2};
    struct so_far outer = {1, tn_new(arena, double, 1), 0};
    plan_level(arena, &plan, year_sd, &year.level[0], &outer);
    for (size_t v = 0; v < places; v++) {
        size_t like = like_before(sd, v);
        place[v] = place[like];
        if (like < v)
            continue;
        struct tn_grid *grid = tn_new(arena, struct tn_grid, 1);
        struct so_far so_far = outer;
        *grid = year;
        plan_level(arena, &plan, sd[v], &grid->level[1], &so_far);
        grid->shift = so_far.shift;
        place[v] = grid;
    }
    struct tn_grid grid = *place[0];
    grid.place = place;
    return grid;
}

TN_CLONES void tn_grid_average(const struct tn_grid *grid, size_t level, size_t rows,
                               const double in[], double out[])
{
    assert(level >= 1 && level < grid->levels);
    const struct tn_level *from = &grid->level[level];
    size_t width = grid->level[level - 1].width;

    for (size_t k = 0; k < rows; k++) {
        const double *row = in + k * from->width;
        double *mean = out + k * width;
        for (size_t lane = 0; lane < width; lane += TN_LANE) {
            double sum[TN_LANE] = {0};
            for (size_t node = 0; node < from->nodes; node++) {
                const double *x = row + lane + node * from->stride;
                for (size_t j = 0; j < TN_LANE; j++)
                    sum[j] += from->weight[node] * x[j];
            }
            memcpy(mean + lane, sum, sizeof sum);
        }
    }
}
