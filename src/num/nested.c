/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/nested.h"

#include "tn/num/laplace.h"
#include "tn/num/leaves.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    UPPER_NODES = 5,   // of an area of areas, which has the data of all of them,
    MANY_NODES = 20    // unless all have more than so many
};

/* Work space of one level of one part. */
struct level {
    double *g, *h;         // at a node
    double *gbar, *hbar;   // averaged over nodes
};

struct tn_nested {
    const struct tn_panel *panel;
    size_t size;   // coordinates with the offset
    bool sds;
    size_t upper_nodes;
    double upper_node[TN_HERMITE_MOST], upper_log_weight[TN_HERMITE_MOST];
    double *mode[TN_LEVELS_MOST];                  // of level 0 those of the leaves
    double *sum[TN_LEVELS_MOST][TN_LEVELS_MOST];   // [level][below]: moments being summed
    double *sum_total[TN_LEVELS_MOST];
    struct level level[TN_LEVELS_MOST], all;   // all: of the whole panel
    struct tn_leaves *leaves;
    struct tn_laplace *laplace;   // of the levels above the first, or null
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
    return place->leaves->nodes;
}

void tn_nested_use(struct tn_nested *place, size_t nodes)
{
    place->leaves->nodes = nodes;
    tn_leaves_nodes(nodes, place->leaves->node, place->leaves->log_weight);
    place->upper_nodes = nodes > MANY_NODES || nodes < UPPER_NODES ? nodes : UPPER_NODES;
    tn_leaves_nodes(place->upper_nodes, place->upper_node, place->upper_log_weight);
}

static void new_levels(struct tn_arena *arena, struct tn_nested *place)
{
    size_t size = place->size;

    for (size_t l = 0; l < place->panel->levels; l++)
        place->level[l] = (struct level){
            tn_new(arena, double, size), tn_new(arena, double, size *size),
            tn_new(arena, double, size), tn_new(arena, double, size *size)};
    place->all.g = tn_new(arena, double, size);
    place->all.h = tn_new(arena, double, size *size);
}

static void new_moments(struct tn_arena *arena, struct tn_nested *place)
{
    const struct tn_panel *panel = place->panel;

    for (size_t l = 1; l < panel->levels; l++) {
        for (size_t below = 0; below < l; below++)
            place->sum[l][below] = tn_new(arena, double,
                                          TN_MOMENTS * panel->areas[below]);
        place->sum_total[l] = tn_new(arena, double, 2 * panel->areas[0]);
    }
}

struct tn_nested *tn_nested_new(struct tn_arena *arena, const struct tn_panel *panel,
                                size_t nodes, bool sds)
{
    struct tn_nested *place = tn_new(arena, struct tn_nested, 1);

    assert(panel->levels >= 1 && panel->levels <= TN_LEVELS_MOST);
    place->panel = panel;
    place->sds = sds;
    place->leaves = tn_leaves_new(arena, panel, nodes, sds);
    place->size = place->leaves->size;
    tn_nested_use(place, nodes);
    place->mode[0] = place->leaves->mode;
    for (size_t l = 1; l < panel->levels; l++)
        place->mode[l] = tn_new(arena, double, panel->areas[l]);
    new_moments(arena, place);
    new_levels(arena, place);
    return place;
}

void tn_nested_by_blocks(struct tn_arena *arena, struct tn_nested *place)
{
    assert(!place->sds);
    if (place->panel->levels > 1)
        place->laplace = tn_laplace_new(arena, place->leaves, place->mode);
}

struct tn_nested *tn_nested_like(struct tn_arena *arena, const struct tn_nested *other)
{
    struct tn_nested *place = tn_nested_new(arena, other->panel, tn_nested_nodes(other),
                                            other->sds);

    if (other->laplace)
        tn_nested_by_blocks(arena, place);
    return place;
}

void tn_nested_start_from(struct tn_nested *place, const struct tn_nested *other)
{
    assert(place->panel == other->panel);
    for (size_t l = 0; l < place->panel->levels; l++)
        memcpy(place->mode[l], other->mode[l], place->panel->areas[l] * sizeof(double));
    if (place->laplace)
        tn_laplace_forget(place->laplace);
}

size_t tn_nested_modes(const struct tn_nested *place)
{
    size_t sum = 0;

    for (size_t l = 1; place->laplace && l < place->panel->levels; l++)
        sum += place->panel->areas[l];
    return sum;
}

void tn_nested_keep(const struct tn_nested *place, double mode[])
{
    for (size_t l = 1; place->laplace && l < place->panel->levels; l++) {
        memcpy(mode, place->mode[l], place->panel->areas[l] * sizeof(double));
        mode += place->panel->areas[l];
    }
}

void tn_nested_restore(struct tn_nested *place, const double mode[])
{
    for (size_t l = 1; place->laplace && l < place->panel->levels; l++) {
        memcpy(place->mode[l], mode, place->panel->areas[l] * sizeof(double));
        mode += place->panel->areas[l];
    }
}

/* ---- areas ----------------------------------------------------------------------- */

static double area_at(struct tn_nested *w, size_t level, size_t area, double offset,
                      int want);

/* The areas that lie in one of level 1 or more, at an offset: the value, and in the
 * level's g and h the derivatives. */
static double inside(struct tn_nested *w, size_t level, size_t area, double offset,
                     int want)
{
    struct level *at = &w->level[level];
    size_t n = tn_leaves_size(w->leaves, want);
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

/* The mode of an area's z; returns the scale there, *value is the integrand's logarithm
 * where the search last looked. */
static double find_mode(struct tn_nested *w, size_t level, size_t area, double offset,
                        double *value)
{
    double sd = w->at.sd[level], scale, slope, curve;
    struct tn_climb climb = {-1e4, 1e4, w->mode[level][area], 0};

    do {
        *value = inside(w, level, area, offset + sd * climb.z, TN_SLOPE) -
                 climb.z * climb.z / 2;
        slope = sd * w->level[level].g[0] - climb.z;
        curve = sd * sd * w->level[level].h[0] - 1;
    } while (!tn_climb_on(&climb, slope, curve, &scale));
    w->mode[level][area] = climb.z;
    return scale;
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
    size_t n = tn_leaves_size(w->leaves, want);

    for (size_t a = 0; a < n; a++) {
        at->gbar[a] += weight * at->g[a];
        for (size_t b = 0; b <= a; b++)
            at->hbar[a * n + b] += weight * (at->h[a * n + b] + at->g[a] * at->g[b]);
    }
}

static void average(const struct tn_nested *w, double sum, int want, struct level *at)
{
    size_t n = tn_leaves_size(w->leaves, want);

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
        move_sums(done ? now : sum, done ? sum : now, from, to, weight, TN_MOMENTS);
        if (b == 0)
            move_sums(done ? w->out.total : w->sum_total[level],
                      done ? w->sum_total[level] : w->out.total, from, to, weight, 2);
    }
}

static void node_moments(struct tn_nested *w, size_t level, size_t area, double effect,
                         double weight)
{
    double power = weight;

    for (size_t r = 0; r < TN_MOMENTS; r++)
        w->out.moment[level][TN_MOMENTS * area + r] += power *= effect;
    below_moments(w, level, area, weight, false);
}

static void average_moments(struct tn_nested *w, size_t level, size_t area, double sum)
{
    for (size_t r = 0; r < TN_MOMENTS; r++)
        w->out.moment[level][TN_MOMENTS * area + r] /= sum;
    below_moments(w, level, area, 1 / sum, true);
}

/* ---- one area: its effect integrated out ------------------------------------------ */

/* An area of rows. */
static double leaf_at(struct tn_nested *w, size_t area, double offset, int want)
{
    double value = tn_leaf_at(w->leaves, area, offset, want, w->level[0].gbar,
                              w->level[0].hbar);

    if (want & TN_MOMENT)
        tn_leaf_moments(w->leaves, offset, w->out.moment[0] + TN_MOMENTS * area,
                        w->out.total + 2 * area);
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
    size_t n = tn_leaves_size(w->leaves, want), nodes = present ? w->upper_nodes : 1;

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
        if (want & TN_FULL && w->sds)
            add_sd(w, level, z, at);
        add_node(w, weight, want, at);
        if (want & TN_MOMENT)
            node_moments(w, level, area, sd * z, weight);
    }
    average(w, sum, want, at);
    if (want & TN_MOMENT)
        average_moments(w, level, area, sum);
    return peak + log(scale) + log(sum);
}

/* ---- the whole panel ----------------------------------------------------------------
 */

static void clear_moments(struct tn_nested *w)
{
    const struct tn_panel *panel = w->panel;

    for (size_t l = 0; l < panel->levels; l++)
        memset(w->out.moment[l], 0, TN_MOMENTS * panel->areas[l] * sizeof(double));
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

    if (w->laplace)
        return tn_laplace_eval(w->laplace, at, out ? out : &nothing);
    w->at = *at;
    w->out = out ? *out : nothing;
    if (w->out.left_out)
        *w->out.left_out = 0;
    int want = (w->out.hessian ? TN_FULL : 0) | (w->out.total ? TN_MOMENT : 0);
    if (want & TN_MOMENT)
        clear_moments(w);
    memset(w->all.g, 0, n * sizeof(double));
    memset(w->all.h, 0, n * n * sizeof(double));
    double value = tn_leaves_go(w->leaves, at);
    for (size_t a = 0; a < w->panel->areas[top]; a++) {
        value += area_at(w, top, a, 0, want);
        if (!(want & TN_FULL))
            continue;
        for (size_t j = 0; j < n; j++)
            w->all.g[j] += w->level[top].gbar[j];
        for (size_t j = 0; j < n * n; j++)
            w->all.h[j] += w->level[top].hbar[j];
    }
    if (want & TN_FULL)
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
