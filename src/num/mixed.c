/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/mixed.h"

#include "tn/num/cholesky.h"
#include "tn/num/fewnodes.h"
#include "tn/num/influence.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#define SHARED_OUT _Pragma("omp parallel for schedule(static, 1) if (much)")
#else
#define SHARED_OUT
#endif

enum {
    SLOTS = 8,      // grid points are shared out among so many workers
    PILOT = 4,      // shells of the nodes that say how many are needed
    MUCH = 40000,   // rows times nodes from which on threads pay
    TURNS = 16,     // of nodes over the whole grid, beside one a grid point
    MOST_TURNS = 1024,
    REFERENCE = 40,   // nodes of an area that count as many
    FIRST_NODES = 8   // of an area, until it is known how many it takes
};

static const double SLIGHT = 3e-7;   // share of the mass under which a point is left out
static const double EXACT = 0.003;   // sd of log weights that nothing needs to put right
static const double NORMAL = 0.02;   // sd of log weights for which one shell does
static const double SKEWED = 0.3;    // and from which on it takes four
/* With few rows the sds' posteriors are wide and bent, and steps of 1 leave the quantiles
 * of the years' sd up to 1.4e-2 of its sd off (8 villages in 3 years); these 8e-4. */
enum { FEW_ROWS = 400 };
static const double FINER = 0.65, FINER_OF_FOUR = 0.85;
/* Up to so many rows of one, two, three levels, nodes inside nodes take a second or so.
 */
static const size_t FEW_BY_NODES[] = {SIZE_MAX, 250, 40};
static const double LIGHT = 0.003;      // share of a point for which few nodes do
static const double SMALL = 0.005;      // the same where points are many,
static const double TINY = 1e-4;        // and for which three nodes do
static const double TURN_COST = 4e3;    // turns for each unit of their variance
static const double NEAR_AREA = 3e-4;   // what area nodes may miss, in posterior sds

/* What one worker sums up over its nodes. */
struct slot {
    struct tn_nested *place;
    struct tn_nested_out out;
    double *eta;          // rows * 2: log odds and their squares
    double *total;        // areas[0] * 2
    double *covariance;   // fixed * fixed: raw second moments
    double *x, *g, *h;
};

/* The whole work. */
struct work {
    struct tn_arena *arena;
    const struct tn_panel *panel;
    const struct tn_mixed_prior *prior;
    const struct tn_mixed_options *options;
    struct tn_mixed *mixed;
    struct tn_sd_grid grid;
    struct tn_nested *place;   // near the best point
    bool by_blocks;            // whether levels above the first go so
    size_t n;                  // dims of beta and shocks
    size_t shells, turns;      // of nodes: see tn_ball_nodes; turns over the whole grid
    double *share;             // of each grid point: Laplace's mass, then the right one
    size_t *count, *first;     // of each grid point's nodes
    struct tn_piece *piece;    // n * points: of each parameter at each point
    double *effect[TN_LEVELS_MOST];   // points * areas * 4: raw moments
    struct slot slot[SLOTS];
};

/* Three sds or more have points enough: one turn of one shell does at each. */
static bool many_points(const struct work *w)
{
    return w->grid.axes > 2;
}

/* ---- how many nodes -------- */

/* The slope with k nodes an area, the areas' sds so many times the most likely ones. */
static void slope_with(struct work *w, size_t k, double times, double g[], double h[])
{
    struct tn_conditional c = w->grid.start;

    for (size_t l = 0; l < w->panel->levels; l++)
        c.at.sd[l] *= times;
    tn_nested_use(w->place, k);
    tn_conditional_at(w->place, &w->prior->beta, &c, c.mode,
                      &(struct tn_nested_out){.gradient = g, .hessian = h});
}

/* Whether k nodes an area keep the slope so near, in posterior sds, to that of many. */
static bool enough(struct work *w, size_t k, double times, double near)
{
    struct tn_mark mark = tn_arena_mark(w->arena);
    double *right = tn_new(w->arena, double, w->n), *g = tn_new(w->arena, double, w->n);
    double *h = tn_new(w->arena, double, w->n * w->n), sum = 0;

    slope_with(w, REFERENCE, times, right, h);
    slope_with(w, k, times, g, h);
    for (size_t j = 0; j < w->n; j++)
        g[j] -= right[j];
    tn_cholesky_forward(w->n, w->grid.start.root, g);
    for (size_t j = 0; j < w->n; j++)
        sum += g[j] * g[j];
    tn_arena_rewind(w->arena, mark);
    return sum < near * near;
}

/* As few as do, at the most likely sds and, less strictly, at twice them. */
static void choose_area_nodes(struct work *w)
{
    static const size_t choice[] = {8, 16, 24};
    size_t i = 0;

    while (i < 2 && !(enough(w, choice[i], 1, NEAR_AREA) &&
                      enough(w, choice[i], 2, 30 * NEAR_AREA)))
        i++;
    tn_nested_use(w->place, choice[i]);
}

/* ---- nodes at one grid point -------- */

/* Node z at a grid point: x becomes beta and shocks; returns the log of what the normal
 * law has to be multiplied by there. */
static double node_at(const struct work *w, struct slot *s,
                      const struct tn_sd_point *point, const double z[],
                      const struct tn_nested_out *out)
{
    const struct tn_conditional *c = &point->conditional;
    double square = 0;

    for (size_t j = 0; j < w->n; j++)
        square += z[j] * z[j];
    memcpy(s->x, z, w->n * sizeof(double));
    tn_cholesky_back(w->n, c->root, s->x);
    for (size_t j = 0; j < w->n; j++)
        s->x[j] += c->mode[j];
    return tn_conditional_at(s->place, &w->prior->beta, c, s->x, out) - c->peak +
           square / 2;
}

/* The sd of each parameter under the normal law at the mode. */
static void normal_sds(const struct work *w, const struct tn_conditional *c, double sd[],
                       double column[])
{
    for (size_t j = 0; j < w->n; j++) {
        double sum = 0;
        memset(column, 0, w->n * sizeof(double));
        column[j] = 1;
        tn_cholesky_forward(w->n, c->root, column);
        for (size_t k = 0; k < w->n; k++)
            sum += column[k] * column[k];
        sd[j] = sqrt(sum);
    }
}

/* Whether the areas' searches start alike at every grid point, whoever works on it. */
static void warm_up(const struct work *w, struct slot *s, const struct tn_sd_point *point)
{
    struct tn_nested_out slopes = {.gradient = s->g, .hessian = s->h};

    tn_nested_start_from(s->place, w->place);
    tn_nested_restore(s->place, point->above);
    tn_conditional_at(s->place, &w->prior->beta, &point->conditional,
                      point->conditional.mode, w->by_blocks ? &slopes : NULL);
}

static void keep_node(const struct work *w, const struct slot *s,
                      const struct tn_sd_point *point, struct tn_mixed_node *node)
{
    size_t areas = w->panel->areas[0];

    memcpy((double *)(uintptr_t)node->beta, s->x, w->n * sizeof(double));
    memcpy(node->sd, point->conditional.at.sd, sizeof node->sd);
    node->year_sd = point->conditional.at.year_sd;
    for (size_t a = 0; node->effect && a < areas; a++) {
        struct tn_piece own = tn_piece_from(1, s->out.moment[0] + 4 * a);
        double mean = s->out.total[2 * a], square = s->out.total[2 * a + 1];
        double sd = sqrt(square > mean * mean ? square - mean * mean : 0);
        double part = sd > 0 ? own.sd / sd : 0;   // of the village's own effect in all
        ((struct tn_node_effect *)(uintptr_t)node->effect)[a] = (struct tn_node_effect){
            mean, sd, own.skewness * part * part * part,
            own.kurtosis * part * part * part * part};
    }
}

/* Take up what a node says of rows and totals. */
static void sum_node(const struct work *w, struct slot *s,
                     const struct tn_sd_point *point, double weight)
{
    const struct tn_panel *panel = w->panel;
    size_t p = panel->fixed;

    for (size_t j = 0; j < 2 * panel->areas[0]; j++)
        s->total[j] += weight * s->out.total[j];
    for (size_t a = 0; a < p; a++)
        for (size_t b = 0; b < p; b++)
            s->covariance[a * p + b] += weight * s->x[a] * s->x[b];
    for (size_t a = 0; a < panel->areas[0]; a++)
        for (size_t i = panel->first[0][a]; i < panel->first[0][a + 1]; i++) {
            double eta = 0, mean = s->out.total[2 * a];
            for (size_t j = 0; j < p; j++)
                eta += panel->x[i * p + j] * s->x[j];
            if (panel->years)
                eta += point->conditional.at.year_sd * s->x[p + panel->year[i]];
            s->eta[2 * i] += weight * (eta + mean);
            s->eta[2 * i + 1] += weight *
                                 (eta * eta + 2 * eta * mean + s->out.total[2 * a + 1]);
        }
}

/* A parameter's piece from its moments in sds from the mode, put right by the nodes. */
static struct tn_piece piece_at(double weight, double mode, double sd,
                                const double more[])
{
    static const double normal[] = {0, 1, 0, 3};
    double moment[4];

    for (int r = 0; r < 4; r++)
        moment[r] = (normal[r] + more[r + 1]) / (1 + more[0]);
    struct tn_piece piece = tn_piece_from(weight, moment);
    piece.mean = mode + sd * piece.mean;
    piece.sd *= sd;
    return piece;
}

/* What a grid point gets: shells with turns, or less where its mass is little. */
static enum tn_few_rule rule_of(const struct work *w, size_t i)
{
    double share = w->share[i];

    if (i == w->grid.best || w->options->turns)
        return TN_FEW_NONE;
    if (w->by_blocks && many_points(w))
        return share < TINY ? TN_FEW_PAIR : share < SMALL ? TN_FEW_TURNED : TN_FEW_NONE;
    return w->mixed->spread < NORMAL && share < LIGHT ? TN_FEW_SIMPLEX : TN_FEW_NONE;
}

static size_t count_nodes(const struct work *w, size_t i)
{
    size_t turns = 1 + (size_t)((double)w->turns * w->share[i]);

    if (rule_of(w, i) != TN_FEW_NONE)
        return tn_few_size(w->n, rule_of(w, i));
    return turns * tn_ball_size(w->n, w->shells);
}

/* The nodes z of grid point i and their weights before anything is put right. */
static void draw_nodes(const struct work *w, size_t i, double z[], double base[])
{
    size_t each = tn_ball_size(w->n, w->shells), turns = w->count[i] / each;

    if (rule_of(w, i) != TN_FEW_NONE) {
        tn_few_nodes(w->n, rule_of(w, i), (uint32_t)w->first[i], z, base);
        return;
    }
    for (size_t k = 0; k < turns; k++)
        tn_ball_nodes(w->n, w->shells, (uint32_t)(w->first[i] + k), z + k * each * w->n,
                      base + k * each);
    for (size_t k = 0; k < w->count[i]; k++)
        base[k] /= (double)turns;
}

/* All nodes of one grid point. The share of the point is put right, and everything that
 * its nodes say is summed. more[]: of each parameter, averages of (weight - 1) t^r,
 * r = 0 to 4, t in sds from the mode: what the normal law gets wrong. */
static void point_nodes(struct work *w, struct slot *s, size_t i)
{
    struct tn_arena scratch = {0};
    const struct tn_sd_point *point = &w->grid.point[i];
    size_t n = w->n, count = w->count[i], first = w->first[i];
    double *z = tn_new(&scratch, double, count *n), *sd = tn_new(&scratch, double, n);
    double *more = tn_new(&scratch, double, n * 5);
    double *base = tn_new(&scratch, double, count), laplace = w->share[i], sum = 0;

    warm_up(w, s, point);
    draw_nodes(w, i, z, base);
    normal_sds(w, &point->conditional, sd, s->x);
    for (size_t k = 0; k < count; k++) {
        double factor = exp(node_at(w, s, point, z + k * n, &s->out));
        double share = factor * base[k];
        struct tn_mixed_node *node = &w->mixed->node[first + k];
        sum += share;
        node->weight = laplace * share;
        keep_node(w, s, point, node);
        sum_node(w, s, point, node->weight);
        for (size_t l = 0; l < w->panel->levels; l++)
            for (size_t j = 0; j < 4 * w->panel->areas[l]; j++)
                w->effect[l][i * 4 * w->panel->areas[l] + j] += share *
                                                                s->out.moment[l][j];
        for (size_t j = 0; j < n; j++) {
            double t = (s->x[j] - point->conditional.mode[j]) / sd[j];
            double term = (factor - 1) * base[k];
            for (int r = 0; r < 5; r++, term *= t)
                more[5 * j + (size_t)r] += term;
        }
    }
    w->share[i] = laplace * sum;
    for (size_t j = 0; j < n; j++)
        w->piece[j * w->grid.points + i] = piece_at(
            w->share[i], point->conditional.mode[j], sd[j], more + 5 * j);
    for (size_t l = 0; l < w->panel->levels; l++)
        for (size_t j = 0; j < 4 * w->panel->areas[l]; j++)
            w->effect[l][i * 4 * w->panel->areas[l] + j] /= sum;
    tn_arena_free(&scratch);
}

/* ---- shares of the grid points -------- */

static void set_shares(struct work *w)
{
    struct tn_sd_grid *grid = &w->grid;
    double top = grid->point[grid->best].log_weight, sum = 0;
    size_t kept = 0;

    for (size_t i = 0; i < grid->points; i++)
        sum += exp(grid->point[i].log_weight - top);
    for (size_t i = 0; i < grid->points; i++)
        if (exp(grid->point[i].log_weight - top) > SLIGHT * sum) {
            if (i == grid->best)
                grid->best = kept;
            grid->point[kept++] = grid->point[i];
        }
    grid->points = kept;
    w->share = tn_new(w->arena, double, kept);
    for (size_t i = 0; i < kept; i++)
        w->share[i] = exp(grid->point[i].log_weight - top) / sum;
    w->mixed->log_marginal = top + log(sum) + tn_panel_log_choose(w->panel);
}

/* The variance of the log weights at the best point. */
static double log_weight_variance(struct work *w)
{
    struct tn_mark mark = tn_arena_mark(w->arena);
    const struct tn_sd_point *point = &w->grid.point[w->grid.best];
    size_t nodes = tn_ball_size(w->n, PILOT);
    double *z = tn_new(w->arena, double, nodes * w->n), sum = 0, square = 0;
    double *weight = tn_new(w->arena, double, nodes);

    tn_ball_nodes(w->n, PILOT, 0, z, weight);
    warm_up(w, &w->slot[0], point);
    for (size_t k = 0; k < nodes; k++) {
        double d = node_at(w, &w->slot[0], point, z + k * w->n, NULL);
        sum += weight[k] * d;
        square += weight[k] * d * d;
    }
    tn_arena_rewind(w->arena, mark);
    return square > sum * sum ? square - sum * sum : 0;
}

/* How many shells and turns of nodes it takes. */
static void choose_nodes(struct work *w)
{
    double variance = log_weight_variance(w);

    w->mixed->spread = sqrt(variance);
    bool many = many_points(w);
    w->shells = many || variance < NORMAL * NORMAL ? 1
                : variance < SKEWED * SKEWED       ? 3
                                                   : 4;
    w->turns = variance > EXACT * EXACT && !many ? TURNS : 0;
    if (w->shells > 1) {
        double want = TURN_COST * variance;
        w->turns = want > MOST_TURNS ? MOST_TURNS : want > TURNS ? (size_t)want : TURNS;
    }
    if (w->options->turns)
        w->turns = w->options->turns;
}

static void share_nodes_out(struct work *w)
{
    size_t points = w->grid.points, total = 0, n = w->n, areas = w->panel->areas[0];
    struct tn_mixed *mixed = w->mixed;

    w->count = tn_new(w->arena, size_t, points);
    w->first = tn_new(w->arena, size_t, points);
    for (size_t i = 0; i < points; i++) {
        w->count[i] = count_nodes(w, i);
        w->first[i] = total;
        total += w->count[i];
    }
    mixed->nodes = total;
    mixed->node = tn_new(w->arena, struct tn_mixed_node, total);
    double *x = tn_new(w->arena, double, total *n);
    struct tn_node_effect *effect = NULL;
    if (w->options->keep_areas)
        effect = tn_new(w->arena, struct tn_node_effect, total * areas);
    for (size_t k = 0; k < total; k++) {
        mixed->node[k].beta = x + k * n;
        mixed->node[k].shock = x + k * n + w->panel->fixed;
        mixed->node[k].effect = effect ? effect + k * areas : NULL;
    }
}

static void new_slot(struct work *w, struct slot *s)
{
    const struct tn_panel *panel = w->panel;
    struct tn_arena *arena = w->arena;

    s->place = tn_nested_like(arena, w->place);
    for (size_t l = 0; l < panel->levels; l++)
        s->out.moment[l] = tn_new(arena, double, 4 * panel->areas[l]);
    s->out.total = tn_new(arena, double, 2 * panel->areas[0]);
    s->total = tn_new(arena, double, 2 * panel->areas[0]);
    s->eta = tn_new(arena, double, 2 * panel->rows);
    s->covariance = tn_new(arena, double, panel->fixed * panel->fixed);
    s->x = tn_new(arena, double, w->n);
    s->g = tn_new(arena, double, w->n);
    s->h = tn_new(arena, double, w->n * w->n);
}

static void all_nodes(struct work *w)
{
    size_t points = w->grid.points;

    w->piece = tn_new(w->arena, struct tn_piece, points * w->n);
    for (size_t l = 0; l < w->panel->levels; l++)
        w->effect[l] = tn_new(w->arena, double, points * 4 * w->panel->areas[l]);
    bool much = w->panel->rows * w->mixed->nodes > MUCH;
    (void)much;   // where threads are off
    SHARED_OUT
    for (size_t s = 0; s < SLOTS; s++)
        for (size_t i = s; i < points; i += SLOTS)
            point_nodes(w, &w->slot[s], i);
}

/* ---- results -------- */

static double normalise(struct work *w)
{
    double sum = 0;

    for (size_t i = 0; i < w->grid.points; i++)
        sum += w->share[i];
    for (size_t i = 0; i < w->grid.points; i++)
        w->share[i] /= sum;
    for (size_t k = 0; k < w->mixed->nodes; k++)
        w->mixed->node[k].weight /= sum;
    w->mixed->log_marginal += log(sum);
    return sum;
}

/* The shocks' pieces in log odds: shock times the years' sd at each point. */
static void scale_shocks(struct work *w)
{
    for (size_t j = w->panel->fixed; j < w->n; j++)
        for (size_t i = 0; i < w->grid.points; i++) {
            struct tn_piece *piece = &w->piece[j * w->grid.points + i];
            piece->mean *= w->grid.point[i].conditional.at.year_sd;
            piece->sd *= w->grid.point[i].conditional.at.year_sd;
        }
}

static void blend_parameters(struct work *w)
{
    struct tn_mixed *mixed = w->mixed;
    size_t points = w->grid.points, p = w->panel->fixed;

    scale_shocks(w);
    mixed->beta = tn_new(w->arena, struct tn_marginal, p);
    mixed->shock = tn_new(w->arena, struct tn_marginal, w->panel->years);
    for (size_t j = 0; j < w->n; j++)
        *(j < p ? &mixed->beta[j] : &mixed->shock[j - p]) = tn_blend_marginal(
            points, w->piece + j * points);
}

static void blend_effects(struct work *w, size_t level)
{
    size_t areas = w->panel->areas[level], points = w->grid.points;
    struct tn_piece *piece = tn_new(w->arena, struct tn_piece, points);

    w->mixed->effect[level] = tn_new(w->arena, struct tn_marginal, areas);
    for (size_t a = 0; a < areas; a++) {
        for (size_t i = 0; i < points; i++)
            piece[i] = tn_piece_from(w->share[i], w->effect[level] + 4 * (i * areas + a));
        w->mixed->effect[level][a] = tn_blend_marginal(points, piece);
    }
}

static void fixed_law(const struct tn_sd_prior *prior, struct tn_marginal *sd,
                      struct tn_marginal *log_sd)
{
    double l = log(prior->a);

    *sd = (struct tn_marginal){prior->a, 0, prior->a, prior->a, prior->a};
    *log_sd = (struct tn_marginal){l, 0, l, l, l};
}

static void blend_sds(struct work *w)
{
    for (size_t l = 0; l < w->panel->levels; l++)
        fixed_law(&w->prior->area[l], &w->mixed->sd[l], &w->mixed->log_sd[l]);
    fixed_law(&w->prior->year, &w->mixed->year_sd, &w->mixed->log_year_sd);
    for (size_t x = 0; x < w->grid.axes; x++) {
        size_t l = w->grid.axis[x].level;
        bool year = l == w->panel->levels;
        tn_sd_axis_law(&w->grid, x, w->share,
                       year ? &w->mixed->year_sd : &w->mixed->sd[l],
                       year ? &w->mixed->log_year_sd : &w->mixed->log_sd[l]);
    }
}

/* Sums of all slots, in order, go to the first. */
static void gather(struct work *w, double sum)
{
    struct slot *to = &w->slot[0];
    size_t p = w->panel->fixed;

    for (size_t s = 1; s < SLOTS; s++) {
        for (size_t j = 0; j < 2 * w->panel->rows; j++)
            to->eta[j] += w->slot[s].eta[j];
        for (size_t j = 0; j < 2 * w->panel->areas[0]; j++)
            to->total[j] += w->slot[s].total[j];
        for (size_t j = 0; j < p * p; j++)
            to->covariance[j] += w->slot[s].covariance[j];
    }
    for (size_t j = 0; j < 2 * w->panel->rows; j++)
        to->eta[j] /= sum;
    for (size_t j = 0; j < 2 * w->panel->areas[0]; j++)
        to->total[j] /= sum;
    for (size_t j = 0; j < p * p; j++)
        to->covariance[j] /= sum;
}

static void finish_totals(struct work *w)
{
    struct tn_mixed *mixed = w->mixed;
    size_t p = w->panel->fixed;

    mixed->total = w->slot[0].total;
    for (size_t a = 0; a < w->panel->areas[0]; a++) {
        double *t = mixed->total + 2 * a, variance = t[1] - t[0] * t[0];
        t[1] = sqrt(variance > 0 ? variance : 0);
    }
    mixed->covariance = w->slot[0].covariance;
    for (size_t a = 0; a < p; a++)
        for (size_t b = 0; b < p; b++)
            mixed->covariance[a * p + b] -= mixed->beta[a].mean * mixed->beta[b].mean;
}

static void finish_rows(struct work *w)
{
    struct tn_mixed *mixed = w->mixed;
    size_t rows = w->panel->rows;

    mixed->chance = tn_new(w->arena, double, rows);
    mixed->leverage = tn_new(w->arena, double, rows);
    mixed->pull = tn_new(w->arena, double, rows);
    mixed->parameters = tn_row_influence(w->panel, w->slot[0].eta, mixed->chance,
                                         mixed->leverage, mixed->pull);
}

/* Whether levels above the first go by Laplace's approximation. */
static bool by_blocks(const struct tn_panel *panel, const struct tn_mixed_options *o)
{
    if (panel->levels == 1 || o->upper == TN_MIXED_NODES)
        return false;
    return o->upper == TN_MIXED_BLOCKS || panel->rows > FEW_BY_NODES[panel->levels - 1];
}

enum tn_fault tn_mixed_fit(struct tn_arena *arena, const struct tn_panel *panel,
                           const struct tn_mixed_prior *prior,
                           const struct tn_mixed_options *options, struct tn_mixed *mixed,
                           struct tn_err *err)
{
    static const struct tn_mixed_options none;
    struct work w = {.arena = arena, .panel = panel, .prior = prior, .mixed = mixed};

    memset(mixed, 0, sizeof *mixed);
    mixed->panel = panel;
    w.options = options ? options : &none;
    w.n = panel->fixed + panel->years;
    w.place = tn_nested_new(arena, panel, FIRST_NODES, false);
    w.by_blocks = by_blocks(panel, w.options);
    if (w.by_blocks)
        tn_nested_by_blocks(arena, w.place);
    double fineness = w.options->fineness > 0  ? w.options->fineness
                      : panel->rows > FEW_ROWS ? 1
                      : w.by_blocks && panel->levels > 2 && panel->years ? FINER_OF_FOUR
                                                                         : FINER;
    enum tn_fault fault = tn_sd_grid_seek(arena, w.place, prior, fineness, &w.grid, err);
    if (fault)
        return fault;
    if (w.options->area_nodes)
        tn_nested_use(w.place, w.options->area_nodes);
    else
        choose_area_nodes(&w);
    tn_sd_grid_grow(arena, w.place, prior, &w.grid);
    set_shares(&w);
    mixed->points = w.grid.points;
    mixed->area_nodes = tn_nested_nodes(w.place);
    const struct tn_conditional *best = &w.grid.point[w.grid.best].conditional;
    tn_conditional_at(w.place, &prior->beta, best, best->mode, NULL);
    for (size_t s = 0; s < SLOTS; s++)
        new_slot(&w, &w.slot[s]);
    choose_nodes(&w);
    share_nodes_out(&w);
    all_nodes(&w);
    gather(&w, normalise(&w));
    blend_parameters(&w);
    for (size_t l = 0; l < panel->levels; l++)
        blend_effects(&w, l);
    blend_sds(&w);
    finish_totals(&w);
    finish_rows(&w);
    return TN_OK;
}
