/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/nested.h"

#include "tn/num/arealanes.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    SLOPE = 1,    // value, and the first two derivatives by the offset
    FULL = 2,     // value, gradient and Hessian in all coordinates, the offset last
    MOMENT = 4,   // and the moments of the effects
    MOMENTS = 4,
    SEARCHES = 80,
    UPPER_NODES = 5,   // of an area of areas, which has the data of all of them,
    MANY_NODES = 20,   // unless all have more than so many
    LANES = TN_AREA_LANES
};

/* So close to the mode, in scales, one more Newton step needs no check: it leaves an
 * error of the order of the square, and nodes need no more. */
static const double NEAR = 0.01;
static const double TOP = 250;   // |log odds| are held below, as in arealanes.c

/* Work space of one level of one part. */
struct level {
    double *g, *h;         // at a node
    double *gbar, *hbar;   // averaged over nodes
};

struct tn_nested {
    const struct tn_panel *panel;
    size_t nodes, size;   // size: coordinates with the offset
    bool sds;
    double node[TN_HERMITE_MOST], log_weight[TN_HERMITE_MOST];
    size_t upper_nodes;
    double upper_node[TN_HERMITE_MOST], upper_log_weight[TN_HERMITE_MOST];
    double *odds;    // of each row: exp(x' beta + year_sd shock)
    double *exits;   // of each area of level 0
    double *mode[TN_LEVELS_MOST];
    double *sum[TN_LEVELS_MOST][TN_LEVELS_MOST];   // [level][below]: moments being summed
    double *sum_total[TN_LEVELS_MOST];
    struct level level[TN_LEVELS_MOST], all;   // all: of the whole panel
    struct tn_area_lanes lanes;
    double *lane_g;   // size * LANES: the gradient at each node of an area of rows
    struct tn_nested_at at;
    struct tn_nested_out out;
};

size_t tn_nested_dims(const struct tn_nested *place)
{
    return place->size - 1;
}

const struct tn_panel *tn_nested_panel(const struct tn_nested *place)
{
    return place->panel;
}

size_t tn_nested_nodes(const struct tn_nested *place)
{
    return place->nodes;
}

void tn_nested_use(struct tn_nested *place, size_t nodes)
{
    double weight[TN_HERMITE_MOST];

    place->nodes = nodes;
    tn_hermite(nodes, place->node, weight);
    for (size_t k = 0; k < nodes; k++)
        place->log_weight[k] = log(weight[k]) + place->node[k] * place->node[k] / 2;
    place->upper_nodes = nodes > MANY_NODES || nodes < UPPER_NODES ? nodes : UPPER_NODES;
    tn_hermite(place->upper_nodes, place->upper_node, weight);
    for (size_t k = 0; k < place->upper_nodes; k++)
        place->upper_log_weight[k] = log(weight[k]) +
                                     place->upper_node[k] * place->upper_node[k] / 2;
}

static void new_levels(struct tn_arena *arena, struct tn_nested *place)
{
    const struct tn_panel *panel = place->panel;
    size_t size = place->size, most = 0;

    for (size_t l = 0; l < panel->levels; l++)
        place->level[l] = (struct level){
            tn_new(arena, double, size), tn_new(arena, double, size *size),
            tn_new(arena, double, size), tn_new(arena, double, size *size)};
    place->all.g = tn_new(arena, double, size);
    place->all.h = tn_new(arena, double, size *size);
    for (size_t a = 0; a < panel->areas[0]; a++) {
        size_t rows = panel->first[0][a + 1] - panel->first[0][a];
        most = rows > most ? rows : most;
    }
    place->lanes.slope = tn_new(arena, double, most *LANES);
    place->lanes.curve = tn_new(arena, double, most *LANES);
    place->lane_g = tn_new(arena, double, size *LANES);
}

static void new_moments(struct tn_arena *arena, struct tn_nested *place)
{
    const struct tn_panel *panel = place->panel;

    for (size_t l = 1; l < panel->levels; l++) {
        for (size_t below = 0; below < l; below++)
            place->sum[l][below] = tn_new(arena, double, MOMENTS * panel->areas[below]);
        place->sum_total[l] = tn_new(arena, double, 2 * panel->areas[0]);
    }
}

struct tn_nested *tn_nested_new(struct tn_arena *arena, const struct tn_panel *panel,
                                size_t nodes, bool sds)
{
    struct tn_nested *place = tn_new(arena, struct tn_nested, 1);
    size_t size = panel->fixed + panel->years + (sds ? panel->levels + 1 : 0) + 1;

    assert(panel->levels >= 1 && panel->levels <= TN_LEVELS_MOST);
    place->panel = panel;
    place->sds = sds;
    place->size = size;
    tn_nested_use(place, nodes);
    place->odds = tn_new(arena, double, panel->rows);
    place->exits = tn_new(arena, double, panel->areas[0]);
    for (size_t a = 0; a < panel->areas[0]; a++)
        for (size_t i = panel->first[0][a]; i < panel->first[0][a + 1]; i++)
            place->exits[a] += panel->exits[i];
    for (size_t l = 0; l < panel->levels; l++)
        place->mode[l] = tn_new(arena, double, panel->areas[l]);
    new_moments(arena, place);
    new_levels(arena, place);
    return place;
}

void tn_nested_start_from(struct tn_nested *place, const struct tn_nested *other)
{
    assert(place->panel == other->panel);
    for (size_t l = 0; l < place->panel->levels; l++)
        memcpy(place->mode[l], other->mode[l], place->panel->areas[l] * sizeof(double));
}

static double within(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

/* ---- areas of rows -------------------------------------------------------------- */

/* Row i's part of the Hessian, for its mean slope and curvature: its log odds depend on
 * each coordinate linearly, by at[] in slot[]; with sds, on the area's own sd by z,
 * which goes with the curvature's averages in by_z. */
static void add_row(const struct tn_nested *w, size_t i, double slope,
                    const double by_z[3], double h[])
{
    const struct tn_panel *panel = w->panel;
    size_t n = w->size, p = panel->fixed, used = 0, slot[64], own = p + panel->years;
    double at[64];

    for (size_t j = 0; j < p; j++)
        slot[used] = j, at[used++] = panel->x[i * p + j];
    if (panel->years)
        slot[used] = p + panel->year[i], at[used++] = w->at.year_sd;
    if (panel->years && w->sds)
        slot[used] = n - 2, at[used++] = w->at.shock[panel->year[i]];
    slot[used] = n - 1, at[used++] = 1;
    for (size_t a = 0; a < used; a++) {
        for (size_t b = 0; b <= a; b++)
            h[slot[a] * n + slot[b]] -= by_z[0] * at[a] * at[b];
        if (w->sds)
            h[slot[a] > own ? slot[a] * n + own : own * n + slot[a]] -= by_z[1] * at[a];
    }
    if (w->sds)
        h[own * n + own] -= by_z[2];
    if (panel->years && w->sds)   // year_sd * shock: the one product of coordinates
        h[(n - 2) * n + p + panel->year[i]] += slope;
}

/* Row i's part of the gradient at each node. */
static void add_gradient(struct tn_nested *w, size_t i, const double slope[])
{
    const struct tn_panel *panel = w->panel;
    size_t p = panel->fixed, width = w->lanes.width;

    for (size_t j = 0; j < p; j++)
        for (size_t k = 0; k < width; k++)
            w->lane_g[j * LANES + k] += panel->x[i * p + j] * slope[k];
    if (!panel->years)
        return;
    double *shock = w->lane_g + (p + panel->year[i]) * LANES;
    for (size_t k = 0; k < width; k++)
        shock[k] += w->at.year_sd * slope[k];
    double *sd = w->lane_g + (w->size - 2) * LANES;
    for (size_t k = 0; w->sds && k < width; k++)
        sd[k] += w->at.shock[panel->year[i]] * slope[k];
}

/* The nodes' gradients into their mean and, with the rows' part already in hbar, the
 * Hessian. */
static void average_lanes(struct tn_nested *w)
{
    size_t n = w->size, width = w->lanes.width;
    const double *weight = w->lanes.weight;

    for (size_t a = 0; a < n; a++) {
        const double *ga = w->lane_g + a * LANES;
        double mean = 0;
        for (size_t k = 0; k < width; k++)
            mean += weight[k] * ga[k];
        w->level[0].gbar[a] = mean;
        for (size_t b = 0; b <= a; b++) {
            const double *gb = w->lane_g + b * LANES;
            double sum = 0;
            for (size_t k = 0; k < width; k++)
                sum += weight[k] * (ga[k] - mean) * gb[k];
            w->level[0].hbar[a * n + b] += sum;
        }
    }
}

/* Gradient and Hessian of an area of rows from its lanes. */
static void leaf_full(struct tn_nested *w, size_t area)
{
    const struct tn_area_lanes *lanes = &w->lanes;
    size_t n = w->size, from = w->panel->first[0][area];
    size_t own = w->panel->fixed + w->panel->years;

    memset(w->lane_g, 0, n * LANES * sizeof(double));
    for (size_t i = from; i < w->panel->first[0][area + 1]; i++) {
        const double *slope = lanes->slope + (i - from) * LANES;
        const double *curve = lanes->curve + (i - from) * LANES;
        double by_z[3] = {0}, mean = 0;
        for (size_t k = 0; k < lanes->width; k++) {
            double share = lanes->weight[k] * curve[k];
            mean += lanes->weight[k] * slope[k];
            by_z[0] += share;
            by_z[1] += share * lanes->z[k];
            by_z[2] += share * lanes->z[k] * lanes->z[k];
        }
        add_row(w, i, mean, by_z, w->level[0].hbar);
        add_gradient(w, i, slope);
    }
    memcpy(w->lane_g + (n - 1) * LANES, lanes->sum, lanes->width * sizeof(double));
    for (size_t k = 0; w->sds && k < lanes->width; k++)
        w->lane_g[own * LANES + k] = lanes->z[k] * lanes->sum[k];
    average_lanes(w);
}

/* Mean and Hessian by the offset alone. */
static void leaf_slope(struct tn_nested *w, size_t rows)
{
    const struct tn_area_lanes *lanes = &w->lanes;
    double mean = 0, square = 0, curve = 0;

    for (size_t k = 0; k < lanes->width; k++) {
        mean += lanes->weight[k] * lanes->sum[k];
        square += lanes->weight[k] * lanes->sum[k] * lanes->sum[k];
        for (size_t i = 0; i < rows; i++)
            curve += lanes->weight[k] * lanes->curve[i * LANES + k];
    }
    w->level[0].gbar[0] = mean;
    w->level[0].hbar[0] = square - mean * mean - curve;
}

/* The moments of the effect sd z, and of its sum with the offset. */
static void leaf_moments(struct tn_nested *w, size_t area, double offset)
{
    double power[LANES], factor = 1, *moment = w->out.moment[0] + MOMENTS * area;
    const struct tn_area_lanes *lanes = &w->lanes;

    memcpy(power, lanes->weight, lanes->width * sizeof(double));
    for (size_t r = 0; r < MOMENTS; r++) {
        double sum = 0;
        for (size_t k = 0; k < lanes->width; k++)
            sum += power[k] *= lanes->z[k];
        factor *= w->at.sd[0];
        moment[r] = factor * sum;
    }
    w->out.total[2 * area] = offset + moment[0];
    w->out.total[2 * area + 1] = offset * (offset + 2 * moment[0]) + moment[1];
}

static struct tn_area_rows rows_of(const struct tn_nested *w, size_t area)
{
    size_t from = w->panel->first[0][area];

    return (struct tn_area_rows){w->panel->first[0][area + 1] - from,
                                 w->panel->at_risk + from, w->panel->exits + from,
                                 w->odds + from, w->exits[area]};
}

/* ---- areas ----------------------------------------------------------------------- */

static double area_at(struct tn_nested *w, size_t level, size_t area, double offset,
                      int want);

/* The size of gradients in hand: all coordinates, or the offset alone. */
static size_t size_of(const struct tn_nested *w, int want)
{
    return want & FULL ? w->size : want & SLOPE ? 1 : 0;
}

/* The areas that lie in one of level 1 or more, at an offset: the value, and in the
 * level's g and h the derivatives. */
static double inside(struct tn_nested *w, size_t level, size_t area, double offset,
                     int want)
{
    struct level *at = &w->level[level];
    size_t n = size_of(w, want);
    double value = 0;

    memset(at->g, 0, n * sizeof(double));
    memset(at->h, 0, n * n * sizeof(double));
    for (size_t a = w->panel->first[level][area]; a < w->panel->first[level][area + 1];
         a++) {
        value += area_at(w, level - 1, a, offset, want);
        for (size_t j = 0; j < n; j++)
            at->g[j] += w->level[level - 1].gbar[j];
        for (size_t j = 0; j < n * n; j++)
            at->h[j] += w->level[level - 1].hbar[j];
    }
    return value;
}

/* The mode of an area's z, by Newton's method inside a bracket that the sign of the
 * slope keeps: the integrand's logarithm is concave. Returns the scale 1 / sqrt(-curve)
 * there; *value is the logarithm itself, for level 1 or more. */
static double find_mode(struct tn_nested *w, size_t level, size_t area, double offset,
                        double *value)
{
    double sd = w->at.sd[level], low = -1e4, high = 1e4, z = w->mode[level][area];
    struct tn_area_rows rows = level == 0 ? rows_of(w, area) : (struct tn_area_rows){0};

    for (int search = 0;; search++) {
        double inner = 0, slope, curve;
        if (level == 0) {
            tn_area_slope(&rows, offset + sd * z, &slope, &curve);
        } else {
            inner = inside(w, level, area, offset + sd * z, SLOPE);
            slope = w->level[level].g[0];
            curve = w->level[level].h[0];
        }
        slope = sd * slope - z;
        curve = sd * sd * curve - 1;
        *value = inner - z * z / 2;
        if (slope > 0)
            low = z;
        else
            high = z;
        double move = -slope / curve, scale = 1 / sqrt(-curve);
        if (fabs(move) <= NEAR * scale || search == SEARCHES) {
            w->mode[level][area] = z + move;
            return scale;
        }
        z = z + move > low && z + move < high ? z + move : (low + high) / 2;
    }
}

/* The derivatives by this level's sd: the log odds grow by z for each unit of it, as
 * they grow by 1 for each unit of the offset. */
static void add_sd(const struct tn_nested *w, size_t level, double z, struct level *at)
{
    size_t n = w->size, off = n - 1, m = w->panel->fixed + w->panel->years + level;

    at->g[m] = z * at->g[off];
    for (size_t b = 0; b < m; b++)
        at->h[m * n + b] = z * at->h[off * n + b];
    at->h[m * n + m] = z * z * at->h[off * n + off];
    for (size_t c = m + 1; c < n; c++)
        at->h[c * n + m] = z * at->h[off * n + c];
    at->h[off * n + m] = z * at->h[off * n + off];
}

static void add_node(const struct tn_nested *w, double weight, int want, struct level *at)
{
    size_t n = size_of(w, want);

    for (size_t a = 0; a < n; a++) {
        at->gbar[a] += weight * at->g[a];
        for (size_t b = 0; b <= a; b++)
            at->hbar[a * n + b] += weight * (at->h[a * n + b] + at->g[a] * at->g[b]);
    }
}

static void average(const struct tn_nested *w, double sum, int want, struct level *at)
{
    size_t n = size_of(w, want);

    for (size_t a = 0; a < n; a++)
        at->gbar[a] /= sum;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b <= a; b++)
            at->hbar[a * n + b] = at->hbar[a * n + b] / sum - at->gbar[a] * at->gbar[b];
}

/* ---- moments of the effects -------------------------------------------------------- */

/* The areas of a level below that lie in one area. */
static void lies_in(const struct tn_panel *panel, size_t level, size_t area, size_t below,
                    size_t *from, size_t *to)
{
    *from = area;
    *to = area + 1;
    for (; level > below; level--) {
        *from = panel->first[level][*from];
        *to = panel->first[level][*to];
    }
}

static void move_sums(double *to, double *from, size_t first, size_t last, double factor,
                      size_t each)
{
    for (size_t j = first * each; j < last * each; j++)
        to[j] += factor * from[j];
    memset(from + first * each, 0, (last - first) * each * sizeof(double));
}

/* Below this level the moments have just been computed at one node: take them up, or,
 * when all nodes are done (done), hand their averages back down. */
static void below_moments(struct tn_nested *w, size_t level, size_t area, double weight,
                          bool done)
{
    for (size_t b = 0; b < level; b++) {
        size_t from, to;
        lies_in(w->panel, level, area, b, &from, &to);
        double *sum = w->sum[level][b], *now = w->out.moment[b];
        move_sums(done ? now : sum, done ? sum : now, from, to, weight, MOMENTS);
        if (b == 0)
            move_sums(done ? w->out.total : w->sum_total[level],
                      done ? w->sum_total[level] : w->out.total, from, to, weight, 2);
    }
}

static void node_moments(struct tn_nested *w, size_t level, size_t area, double effect,
                         double weight)
{
    double power = weight;

    for (size_t r = 0; r < MOMENTS; r++)
        w->out.moment[level][MOMENTS * area + r] += power *= effect;
    below_moments(w, level, area, weight, false);
}

static void average_moments(struct tn_nested *w, size_t level, size_t area, double sum)
{
    for (size_t r = 0; r < MOMENTS; r++)
        w->out.moment[level][MOMENTS * area + r] /= sum;
    below_moments(w, level, area, 1 / sum, true);
}

/* ---- one area: its effect integrated out ------------------------------------------ */

/* An area of rows. */
static double leaf_at(struct tn_nested *w, size_t area, double offset, int want)
{
    struct tn_area_rows rows = rows_of(w, area);
    size_t n = size_of(w, want);
    double ignored, sd = w->at.sd[0];
    double scale = sd > 0 ? find_mode(w, 0, area, offset, &ignored) : 1;
    struct tn_area_effect effect = {offset,   sd,      w->mode[0][area], scale,
                                    w->nodes, w->node, w->log_weight};

    double value = tn_area_nodes(&rows, &effect, &w->lanes);
    if (want & (SLOPE | FULL))
        tn_area_slopes(&rows, &w->lanes);
    memset(w->level[0].gbar, 0, n * sizeof(double));
    memset(w->level[0].hbar, 0, n * n * sizeof(double));
    if (want & FULL)
        leaf_full(w, area);
    else if (want & SLOPE)
        leaf_slope(w, rows.rows);
    if (want & MOMENT)
        leaf_moments(w, area, offset);
    return value;
}

static double area_at(struct tn_nested *w, size_t level, size_t area, double offset,
                      int want)
{
    if (level == 0)
        return leaf_at(w, area, offset, want);
    struct level *at = &w->level[level];
    double sd = w->at.sd[level], peak = 0, scale = 1, sum = 0;
    bool present = sd > 0;
    size_t n = size_of(w, want), nodes = present ? w->upper_nodes : 1;

    if (present)
        scale = find_mode(w, level, area, offset, &peak);
    memset(at->gbar, 0, n * sizeof(double));
    memset(at->hbar, 0, n * n * sizeof(double));
    for (size_t k = 0; k < nodes; k++) {
        double z = present ? w->mode[level][area] + scale * w->upper_node[k] : 0;
        double log_weight = present ? w->upper_log_weight[k] - z * z / 2 : 0;
        double value = inside(w, level, area, offset + sd * z, want);
        if (!present)
            peak = value;
        double weight = exp(log_weight + value - peak);
        sum += weight;
        if (want & FULL && w->sds)
            add_sd(w, level, z, at);
        add_node(w, weight, want, at);
        if (want & MOMENT)
            node_moments(w, level, area, sd * z, weight);
    }
    average(w, sum, want, at);
    if (want & MOMENT)
        average_moments(w, level, area, sum);
    return peak + log(scale) + log(sum);
}

/* ---- the whole panel ----------------------------------------------------------------
 */

/* The odds without the areas' effects; returns the exits' share in the value. */
static double set_odds(struct tn_nested *w)
{
    const struct tn_panel *panel = w->panel;
    double value = 0;

    for (size_t i = 0; i < panel->rows; i++) {
        double eta = 0;
        for (size_t j = 0; j < panel->fixed; j++)
            eta += panel->x[i * panel->fixed + j] * w->at.beta[j];
        if (panel->years)
            eta += w->at.year_sd * w->at.shock[panel->year[i]];
        eta = within(eta, -TOP, TOP);
        w->odds[i] = eta;
        value += panel->exits[i] * eta;
    }
    tn_area_exp(panel->rows, w->odds, w->odds);
    return value;
}

static void clear_moments(struct tn_nested *w)
{
    const struct tn_panel *panel = w->panel;

    for (size_t l = 0; l < panel->levels; l++)
        memset(w->out.moment[l], 0, MOMENTS * panel->areas[l] * sizeof(double));
    memset(w->out.total, 0, 2 * panel->areas[0] * sizeof(double));
}

/* Hand out what was asked for, without the offset's coordinate. */
static void hand_out(const struct tn_nested *w, const struct level *sum)
{
    size_t n = w->size, d = n - 1;

    memcpy(w->out.gradient, sum->g, d * sizeof(double));
    for (size_t j = 0; j < d; j++)
        for (size_t b = 0; b < d; b++)
            w->out.hessian[j * d + b] = b <= j ? sum->h[j * n + b] : 0;
}

double tn_nested_eval(struct tn_nested *w, const struct tn_nested_at *at,
                      const struct tn_nested_out *out)
{
    static const struct tn_nested_out nothing;
    size_t top = w->panel->levels - 1, n = w->size;

    w->at = *at;
    w->out = out ? *out : nothing;
    int want = (w->out.hessian ? FULL : 0) | (w->out.total ? MOMENT : 0);
    if (want & MOMENT)
        clear_moments(w);
    memset(w->all.g, 0, n * sizeof(double));
    memset(w->all.h, 0, n * n * sizeof(double));
    double value = set_odds(w);
    for (size_t a = 0; a < w->panel->areas[top]; a++) {
        value += area_at(w, top, a, 0, want);
        if (!(want & FULL))
            continue;
        for (size_t j = 0; j < n; j++)
            w->all.g[j] += w->level[top].gbar[j];
        for (size_t j = 0; j < n * n; j++)
            w->all.h[j] += w->level[top].hbar[j];
    }
    if (want & FULL)
        hand_out(w, &w->all);
    return value;
}

double tn_panel_log_choose(const struct tn_panel *panel)
{
    double sum = 0;

    for (size_t i = 0; i < panel->rows; i++)
        sum += lgamma(panel->at_risk[i] + 1) - lgamma(panel->exits[i] + 1) -
               lgamma(panel->at_risk[i] - panel->exits[i] + 1);
    return sum;
}
