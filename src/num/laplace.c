/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/laplace.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { STEPS = 50, HALVINGS = 20 };

/* A mode so near, in Newton's decrement, that half of it added leaves errors of 1e-6 in
 * the value; and that a last look, if derivatives are wanted, makes up for the rest. */
static const double NEAR = 1e-4, NEARLY = 0.03, MOMENTS_NEAR = 1e-3, FAR = 0.5;
static const double ROUNDING = 1e-11;   // a fall of the value that rounding may cause

/* An area of a level above the first. Its own coordinate z, with everything in it
 * eliminated, has the log posterior own_g dz + own_h dz^2 / 2 + cross dz do near where
 * it was looked at, do a change of what lies above. */
struct block {
    double own_g, own_h, cross;
    double move;                       // of z
    double home, home_h, home_cross;   // z, own_h and cross where derivatives were wanted
    double third;   // of the log likelihood by the leaves' offset, all below following
    double pull;    // what the third derivatives add to own_g
    double mean, variance, covariance;     // of z, and with its leaves' offset
    double total, shift, total_variance;   // of its leaves' offset: mode, and from it
};

struct tn_laplace {
    struct tn_leaves *leaves;
    const struct tn_panel *panel;
    double *mode[TN_LEVELS_MOST];
    struct block *block[TN_LEVELS_MOST];
    struct tn_leaf_bends *bends;   // of each leaf, while moments are wanted
    double *g[TN_LEVELS_MOST], *h[TN_LEVELS_MOST];   // of what is being summed
    double *all_g, *all_h;
    double log_det, decrement;   // of the last look
    struct tn_nested_at home;    // where derivatives were last wanted, for these sds;
    double *home_x;              // beta and shocks there
    double *border[TN_LEVELS_MOST];   // areas * (n - 1): of own_g by beta and shocks
    bool at_home;                     // whether there was such a place
    struct tn_nested_out out;
};

struct tn_laplace *tn_laplace_new(struct tn_arena *arena, struct tn_leaves *leaves,
                                  double *const mode[])
{
    struct tn_laplace *w = tn_new(arena, struct tn_laplace, 1);
    size_t n = leaves->size;

    assert(!leaves->sds && leaves->panel->levels > 1);
    w->leaves = leaves;
    w->panel = leaves->panel;
    for (size_t l = 0; l < w->panel->levels; l++) {
        w->mode[l] = mode[l];
        w->g[l] = tn_new(arena, double, n);
        w->h[l] = tn_new(arena, double, n *n);
        if (l > 0)
            w->block[l] = tn_new(arena, struct block, w->panel->areas[l]);
        if (l > 0)
            w->border[l] = tn_new(arena, double, w->panel->areas[l] * (n - 1));
    }
    w->bends = tn_new(arena, struct tn_leaf_bends, w->panel->areas[0]);
    w->home_x = tn_new(arena, double, n);
    w->all_g = tn_new(arena, double, n);
    w->all_h = tn_new(arena, double, n *n);
    return w;
}

static double sd_of(const struct tn_laplace *w, size_t level)
{
    return w->leaves->at.sd[level];
}

/* The areas with coordinates of their own that lie in one: none in level 1. */
static size_t in_from(const struct tn_laplace *w, size_t level, size_t area)
{
    return level == 1 ? 0 : w->panel->first[level][area];
}

static size_t in_to(const struct tn_laplace *w, size_t level, size_t area)
{
    return level == 1 ? 0 : w->panel->first[level][area + 1];
}

/* ---- up: sums and elimination --------------------------------------------------------
 */

static double leaf_at(struct tn_laplace *w, size_t area, double offset, int want)
{
    double value = tn_leaf_at(w->leaves, area, offset, want, w->g[0], w->h[0]);

    if (want & TN_MOMENT) {
        tn_leaf_moments(w->leaves, offset, w->out.moment[0] + TN_MOMENTS * area,
                        w->out.total + 2 * area);
        w->bends[area] = tn_leaf_bends_of(w->leaves, area);
    }
    return value;
}

/* Take the area's own coordinate out of the sums g and h; the offset is the last of n. */
static void eliminate(struct tn_laplace *w, size_t level, size_t n, double z,
                      struct block *block)
{
    double *g = w->g[level], *h = w->h[level], sd = sd_of(w, level);
    double *last = h + (n - 1) * n;

    block->cross = sd * last[n - 1];
    block->own_g = sd * g[n - 1] - z;
    block->own_h = sd * block->cross - 1;
    w->log_det += log(-block->own_h);
    w->decrement -= block->own_g * block->own_g / block->own_h;
    double by_g = sd * block->own_g / block->own_h, by_h = sd * sd / block->own_h;
    for (size_t b = 0; b < n; b++)
        g[b] -= last[b] * by_g;
    for (size_t a = 0; a < n; a++)   // the last row last: the others need it
        for (size_t b = 0; b <= a && a < n - 1; b++)
            h[a * n + b] -= last[a] * last[b] * by_h;
    double own = last[n - 1];
    for (size_t b = 0; b < n; b++)
        last[b] -= own * last[b] * by_h;
}

/* How the area's own slope goes with beta and shocks. */
static void keep_border(struct tn_laplace *w, size_t level, size_t area)
{
    size_t n = w->leaves->size;
    const double *last = w->h[level] + (n - 1) * n;

    for (size_t j = 0; j < n - 1; j++)
        w->border[level][area * (n - 1) + j] = sd_of(w, level) * last[j];
}

static void add_to(size_t n, double to[], const double from[])
{
    for (size_t j = 0; j < n; j++)
        to[j] += from[j];
}

/* The value of an area, and in its level's g and h the derivatives of it, maximised over
 * its own and all coordinates in it. */
static double area_at(struct tn_laplace *w, size_t level, size_t area, double offset,
                      int want)
{
    if (level == 0)
        return leaf_at(w, area, offset, want);
    struct block *block = &w->block[level][area];
    size_t n = tn_leaves_size(w->leaves, want);
    double z = w->mode[level][area], value = -z * z / 2;

    block->total = offset + sd_of(w, level) * z;
    block->third = 0;
    memset(w->g[level], 0, n * sizeof(double));
    memset(w->h[level], 0, n * n * sizeof(double));
    for (size_t a = w->panel->first[level][area]; a < w->panel->first[level][area + 1];
         a++) {
        value += area_at(w, level - 1, a, block->total, want);
        add_to(n, w->g[level], w->g[level - 1]);
        add_to(n * n, w->h[level], w->h[level - 1]);
        if (level == 1 && want & TN_MOMENT)
            block->third += w->bends[a].third;
    }
    if (want & TN_FULL)
        keep_border(w, level, area);
    eliminate(w, level, n, z, block);
    return value;
}

static double look(struct tn_laplace *w, int want)
{
    size_t top = w->panel->levels - 1, n = tn_leaves_size(w->leaves, want);
    double value = 0;

    w->log_det = w->decrement = 0;
    memset(w->all_g, 0, n * sizeof(double));
    memset(w->all_h, 0, n * n * sizeof(double));
    for (size_t a = 0; a < w->panel->areas[top]; a++) {
        value += area_at(w, top, a, 0, want);
        add_to(n, w->all_g, w->g[top]);
        add_to(n * n, w->all_h, w->h[top]);
    }
    return value;
}

/* ---- down: steps, variances ----------------------------------------------------------
 */

/* Newton's moves for an area and those in it, where what lies above moves by so much. */
static void plan_moves(struct tn_laplace *w, size_t level, size_t area, double above)
{
    struct block *block = &w->block[level][area];

    block->move = -(block->own_g + block->cross * above) / block->own_h;
    for (size_t a = in_from(w, level, area); a < in_to(w, level, area); a++)
        plan_moves(w, level - 1, a, above + sd_of(w, level) * block->move);
}

static void plan_all_moves(struct tn_laplace *w)
{
    size_t top = w->panel->levels - 1;

    for (size_t a = 0; a < w->panel->areas[top]; a++)
        plan_moves(w, top, a, 0);
}

static void move_all(struct tn_laplace *w, double share)
{
    for (size_t l = 1; l < w->panel->levels; l++)
        for (size_t a = 0; a < w->panel->areas[l]; a++)
            w->mode[l][a] += share * w->block[l][a].move;
}

/* Newton's steps until the next would be so small (decrement); they are taken even so.
 * Returns the value before the last of them with the half of its decrement. */
static double settle(struct tn_laplace *w, double near)
{
    double before = -HUGE_VAL, length = 1;

    for (int step = 0, halvings = 0; step < STEPS; step++) {
        double value = look(w, TN_SLOPE);
        if (!(value >= before - ROUNDING * fabs(before)) && halvings++ < HALVINGS) {
            length /= 2;
            move_all(w, -length);
            continue;
        }
        before = value;
        length = 1;
        plan_all_moves(w);
        move_all(w, 1);
        if (w->decrement < near)
            return value + w->decrement / 2;
    }
    return before;
}

/* ---- from one place to the next ------------------------------------------------------
 */

/* Beta and shocks, j of them all. */
static double coordinate(const struct tn_laplace *w, const struct tn_nested_at *at,
                         size_t j)
{
    return j < w->panel->fixed ? at->beta[j] : at->shock[j - w->panel->fixed];
}

static void follow_down(struct tn_laplace *w, size_t level, size_t area, double above,
                        const double by[])
{
    struct block *block = &w->block[level][area];
    size_t d = w->leaves->size - 1;
    double slope = block->home_cross * above;

    for (size_t j = 0; j < d; j++)
        slope += w->border[level][area * d + j] * by[j];
    block->move = -slope / block->home_h;
    w->mode[level][area] = block->home + block->move;
    for (size_t a = in_from(w, level, area); a < in_to(w, level, area); a++)
        follow_down(w, level - 1, a, above + sd_of(w, level) * block->move, by);
}

/* Where the mode should be, from how it moves with beta and shocks near the place where
 * the derivatives were last looked at. Returns whether there is one, for these sds. */
static bool follow(struct tn_laplace *w)
{
    struct tn_arena scratch = {0};
    const struct tn_nested_at *at = &w->leaves->at;
    size_t d = w->leaves->size - 1, top = w->panel->levels - 1;

    if (!w->at_home || memcmp(at->sd, w->home.sd, sizeof at->sd) != 0 ||
        memcmp(&at->year_sd, &w->home.year_sd, sizeof at->year_sd) != 0)
        return false;
    double *by = tn_new(&scratch, double, d);
    for (size_t j = 0; j < d; j++)
        by[j] = coordinate(w, at, j) - w->home_x[j];
    for (size_t a = 0; a < w->panel->areas[top]; a++)
        follow_down(w, top, a, 0, by);
    tn_arena_free(&scratch);
    return true;
}

/* Derivatives have just been looked at: the next places are reached from here. */
static void settle_home(struct tn_laplace *w)
{
    w->home = w->leaves->at;
    w->at_home = true;
    for (size_t j = 0; j < w->leaves->size - 1; j++)
        w->home_x[j] = coordinate(w, &w->home, j);
    plan_all_moves(w);
    move_all(w, 1);
    for (size_t l = 1; l < w->panel->levels; l++)
        for (size_t a = 0; a < w->panel->areas[l]; a++) {
            struct block *block = &w->block[l][a];
            block->home = w->mode[l][a];
            block->home_cross = block->cross;
            block->home_h = block->own_h;
        }
}

void tn_laplace_forget(struct tn_laplace *w)
{
    w->at_home = false;
}

/* Variances of z and of the leaves' offset, that of what lies above being known. */
static void spread_down(struct tn_laplace *w, size_t level, size_t area, double above)
{
    struct block *block = &w->block[level][area];
    double sd = sd_of(w, level), follow = -block->cross / block->own_h;
    double own = -1 / block->own_h;

    block->variance = follow * follow * above + own;
    block->covariance = follow * (1 + sd * follow) * above + sd * own;
    block->total_variance = (1 + sd * follow) * (1 + sd * follow) * above + sd * sd * own;
    for (size_t a = in_from(w, level, area); a < in_to(w, level, area); a++)
        spread_down(w, level - 1, a, block->total_variance);
}

/* ---- means beyond the mode -----------------------------------------------------------
 */

/* The slope that third derivatives add, half of each times the variance of what it is
 * taken by, eliminated upwards as the slope itself; returns what is left above. */
static double pull_up(struct tn_laplace *w, size_t level, size_t area)
{
    struct block *block = &w->block[level][area];
    double slope = level == 1 ? block->third * block->total_variance / 2 : 0;

    for (size_t a = in_from(w, level, area); a < in_to(w, level, area); a++) {
        const struct block *in = &w->block[level - 1][a];
        slope += pull_up(w, level - 1, a);
        block->third += in->third *
                        pow(1 - sd_of(w, level - 1) * in->cross / in->own_h, 3);
    }
    block->pull = sd_of(w, level) * slope;
    return slope - block->cross * block->pull / block->own_h;
}

static void shift_down(struct tn_laplace *w, size_t level, size_t area, double above)
{
    struct block *block = &w->block[level][area];
    double move = -(block->own_g + block->pull + block->cross * above) / block->own_h;

    block->mean = w->mode[level][area] + move;
    block->shift = above + sd_of(w, level) * move;
    for (size_t a = in_from(w, level, area); a < in_to(w, level, area); a++)
        shift_down(w, level - 1, a, block->shift);
}

/* Raw moments from a mean and central ones. */
static void raw_moments(double mean, double variance, double third, double fourth,
                        double moment[TN_MOMENTS])
{
    double square = mean * mean;

    moment[0] = mean;
    moment[1] = square + variance;
    moment[2] = mean * (square + 3 * variance) + third;
    moment[3] = square * (square + 6 * variance) + 4 * mean * third + fourth;
}

/* A leaf's moments were those at the mode of its offset; let that offset vary. */
static void widen_leaf(struct tn_laplace *w, size_t leaf, const struct block *in)
{
    const struct tn_leaf_bends *b = &w->bends[leaf];
    double *m = w->out.moment[0] + TN_MOMENTS * leaf, *total = w->out.total + 2 * leaf;
    double at = m[0], variance = m[1] - at * at, vary = in->total_variance;
    double third = m[2] - 3 * at * m[1] + 2 * at * at * at;
    double fourth = m[3] - 4 * at * m[2] + 6 * at * at * m[1] - 3 * at * at * at * at;
    double more = b->mean1 * b->mean1 * vary;
    double mean = at + b->mean1 * in->shift + b->mean2 * vary / 2;

    raw_moments(mean, variance + more, third,
                fourth + 6 * variance * more + 3 * more * more, m);
    total[0] = in->total + in->shift + mean;
    total[1] = total[0] * total[0] + variance + (1 + b->mean1) * (1 + b->mean1) * vary;
}

static void take_moments(struct tn_laplace *w)
{
    size_t top = w->panel->levels - 1;

    for (size_t a = 0; a < w->panel->areas[top]; a++) {
        spread_down(w, top, a, 0);
        pull_up(w, top, a);
        shift_down(w, top, a, 0);
    }
    for (size_t l = 1; l <= top; l++)
        for (size_t a = 0; a < w->panel->areas[l]; a++) {
            const struct block *block = &w->block[l][a];
            double sd = sd_of(w, l), variance = sd * sd * block->variance;
            double third = block->third * pow(sd * block->covariance, 3);
            raw_moments(sd * block->mean, variance, third, 3 * variance * variance,
                        w->out.moment[l] + TN_MOMENTS * a);
        }
    for (size_t a = 0; a < w->panel->areas[1]; a++)
        for (size_t leaf = w->panel->first[1][a]; leaf < w->panel->first[1][a + 1];
             leaf++)
            widen_leaf(w, leaf, &w->block[1][a]);
}

/* ---- all of it -----------------------------------------------------------------------
 */

/* Hand out what was asked for, without the offset's coordinate. */
static void hand_out(const struct tn_laplace *w)
{
    size_t n = w->leaves->size, d = n - 1;

    memcpy(w->out.gradient, w->all_g, d * sizeof(double));
    for (size_t j = 0; j < d; j++)
        for (size_t b = 0; b < d; b++)
            w->out.hessian[j * d + b] = b <= j ? w->all_h[j * n + b] : 0;
}

/* The value at the mode, and the derivatives and moments wanted. */
static double value_at(struct tn_laplace *w, int want)
{
    double enough = want & TN_MOMENT ? MOMENTS_NEAR : NEARLY, value;

    bool followed = follow(w);
    if (want == TN_SLOPE)
        return settle(w, NEAR);
    if (!followed)
        settle(w, FAR);
    value = look(w, want);
    if (!(w->decrement < enough)) {
        plan_all_moves(w);
        move_all(w, 1);
        settle(w, enough);
        value = look(w, want);
    }
    return value + w->decrement / 2;
}

double tn_laplace_eval(struct tn_laplace *w, const struct tn_nested_at *at,
                       const struct tn_nested_out *out)
{
    w->out = *out;
    int want = (out->hessian ? TN_FULL : TN_SLOPE) | (out->total ? TN_MOMENT : 0);
    double exits = tn_leaves_go(w->leaves, at), value = value_at(w, want);

    if (out->left_out)
        *out->left_out = -w->log_det / 2;
    if (out->total)
        take_moments(w);
    if (out->hessian) {
        hand_out(w);
        settle_home(w);
    }
    return exits + value - w->log_det / 2;
}
