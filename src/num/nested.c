/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/nested.h"

#include "tn/num/hermite.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#ifdef _OPENMP
#define SHARED_OUT _Pragma("omp parallel for schedule(static) if (parts > 1)")
#else
#define SHARED_OUT
#endif

enum {
    MANY_ROWS = 4000,   // from here on threads pay
    PARTS = 16,
    SLOPE = 1,    // value, and the first two derivatives by the offset
    FULL = 2,     // value, gradient and Hessian in all coordinates, the offset last
    MOMENT = 4,   // and the moments of the effects
    MOMENTS = 4,
    SEARCHES = 80
};

/* So close to the mode, in scales, one more Newton step needs no check: it leaves an
 * error of the order of the square, and nodes need no more. */
static const double NEAR = 0.01;
static const double TOP = 250;   // |log odds| are held below: exp(2 * 250) is finite

/* Work space of one level of one part. */
struct level {
    double *g, *h;         // at a node
    double *gbar, *hbar;   // averaged over nodes
};

struct part {
    struct level level[TN_LEVELS_MOST];
};

struct tn_nested {
    const struct tn_panel *panel;
    size_t nodes, size;   // size: coordinates with the offset
    bool sds;
    double node[TN_HERMITE_MOST], log_weight[TN_HERMITE_MOST];
    double *odds;    // of each row: exp(x' beta + year_sd shock)
    double *exits;   // of each area of level 0
    double *mode[TN_LEVELS_MOST];
    double *sum[TN_LEVELS_MOST][TN_LEVELS_MOST];   // [level][below]: moments being summed
    double *sum_total[TN_LEVELS_MOST];
    struct part *part;
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
}

static size_t parts_of(const struct tn_panel *panel)
{
    return panel->rows > MANY_ROWS ? PARTS : 1;
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
    place->part = tn_new(arena, struct part, parts_of(panel));
    for (size_t p = 0; p < parts_of(panel); p++)
        for (size_t l = 0; l < panel->levels; l++)
            place->part[p].level[l] = (struct level){
                tn_new(arena, double, size), tn_new(arena, double, size *size),
                tn_new(arena, double, size), tn_new(arena, double, size *size)};
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

/* ---- rows: what the areas of level 0 are made of -------------------------------- */

/* Add a row's share to gradient and Hessian: the log odds depend on each coordinate
 * linearly, by at[] in slot[]. */
static void add_row(const struct tn_nested *w, size_t i, double slope, double curve,
                    struct level *to)
{
    const struct tn_panel *panel = w->panel;
    size_t n = w->size, p = panel->fixed, used = 0, slot[64];
    double at[64];

    for (size_t j = 0; j < p; j++)
        slot[used] = j, at[used++] = panel->x[i * p + j];
    if (panel->years)
        slot[used] = p + panel->year[i], at[used++] = w->at.year_sd;
    if (panel->years && w->sds)
        slot[used] = n - 2, at[used++] = w->at.shock[panel->year[i]];
    slot[used] = n - 1, at[used++] = 1;
    for (size_t a = 0; a < used; a++) {
        to->g[slot[a]] += slope * at[a];
        for (size_t b = 0; b <= a; b++)
            to->h[slot[a] * n + slot[b]] -= curve * at[a] * at[b];
    }
    if (panel->years && w->sds)   // year_sd * shock: the one product of coordinates
        to->h[(n - 2) * n + p + panel->year[i]] += slope;
}

/* The rows of an area with offset added to their log odds. */
static double rows_at(const struct tn_nested *w, size_t area, double offset, int want,
                      struct level *to)
{
    const struct tn_panel *panel = w->panel;
    double shift = within(offset, -TOP, TOP), factor = exp(shift);
    double value = w->exits[area] * shift;

    for (size_t i = panel->first[0][area]; i < panel->first[0][area + 1]; i++) {
        double odds = w->odds[i] * factor, n = panel->at_risk[i];
        value -= n * log(1 + odds);
        if (!(want & (SLOPE | FULL)))
            continue;
        double stay = 1 / (1 + odds), p = odds * stay;
        if (want & FULL) {
            add_row(w, i, panel->exits[i] - n * p, n * p * stay, to);
        } else {
            to->g[0] += panel->exits[i] - n * p;
            to->h[0] -= n * p * stay;
        }
    }
    return value;
}

/* ---- areas ----------------------------------------------------------------------- */

static double area_at(struct tn_nested *w, struct part *part, size_t level, size_t area,
                      double offset, int want);

/* The size of gradients in hand: all coordinates, or the offset alone. */
static size_t size_of(const struct tn_nested *w, int want)
{
    return want & FULL ? w->size : want & SLOPE ? 1 : 0;
}

/* What lies in an area - rows, or areas of the level below - at an offset: the value,
 * and in the level's g and h the derivatives. */
static double inside(struct tn_nested *w, struct part *part, size_t level, size_t area,
                     double offset, int want)
{
    struct level *at = &part->level[level];
    size_t n = size_of(w, want);
    double value = 0;

    memset(at->g, 0, n * sizeof(double));
    memset(at->h, 0, n * n * sizeof(double));
    if (level == 0)
        return rows_at(w, area, offset, want, at);
    for (size_t a = w->panel->first[level][area]; a < w->panel->first[level][area + 1];
         a++) {
        value += area_at(w, part, level - 1, a, offset, want);
        for (size_t j = 0; j < n; j++)
            at->g[j] += part->level[level - 1].gbar[j];
        for (size_t j = 0; j < n * n; j++)
            at->h[j] += part->level[level - 1].hbar[j];
    }
    return value;
}

/* The mode of an area's z, by Newton's method inside a bracket that the sign of the
 * slope keeps: the integrand's logarithm is concave. Returns the scale 1 / sqrt(-curve)
 * there; *value is the logarithm itself. */
static double find_mode(struct tn_nested *w, struct part *part, size_t level, size_t area,
                        double offset, double *value)
{
    const struct level *at = &part->level[level];
    double sd = w->at.sd[level], low = -1e4, high = 1e4, z = w->mode[level][area];

    for (int search = 0;; search++) {
        double inner = inside(w, part, level, area, offset + sd * z, SLOPE);
        double slope = sd * at->g[0] - z, curve = sd * sd * at->h[0] - 1;
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

static void add_powers(double *moment, double weight, double effect, size_t powers)
{
    for (size_t r = 0; r < powers; r++)
        moment[r] += weight *= effect;
}

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
                         double offset, double weight)
{
    add_powers(w->out.moment[level] + MOMENTS * area, weight, effect, MOMENTS);
    if (level == 0)
        add_powers(w->out.total + 2 * area, weight, effect + offset, 2);
    else
        below_moments(w, level, area, weight, false);
}

static void average_moments(struct tn_nested *w, size_t level, size_t area, double sum)
{
    for (size_t r = 0; r < MOMENTS; r++)
        w->out.moment[level][MOMENTS * area + r] /= sum;
    if (level == 0)
        for (size_t r = 0; r < 2; r++)
            w->out.total[2 * area + r] /= sum;
    else
        below_moments(w, level, area, 1 / sum, true);
}

/* ---- one area: its effect integrated out ------------------------------------------ */

static double area_at(struct tn_nested *w, struct part *part, size_t level, size_t area,
                      double offset, int want)
{
    struct level *at = &part->level[level];
    double sd = w->at.sd[level], peak = 0, scale = 1, sum = 0;
    bool present = sd > 0;
    size_t n = size_of(w, want), nodes = present ? w->nodes : 1;

    if (present)
        scale = find_mode(w, part, level, area, offset, &peak);
    memset(at->gbar, 0, n * sizeof(double));
    memset(at->hbar, 0, n * n * sizeof(double));
    for (size_t k = 0; k < nodes; k++) {
        double z = present ? w->mode[level][area] + scale * w->node[k] : 0;
        double log_weight = present ? w->log_weight[k] - z * z / 2 : 0;
        double value = inside(w, part, level, area, offset + sd * z, want);
        if (!present)
            peak = value;
        double weight = exp(log_weight + value - peak);
        sum += weight;
        if (want & FULL && w->sds)
            add_sd(w, level, z, at);
        add_node(w, weight, want, at);
        if (want & MOMENT)
            node_moments(w, level, area, sd * z, offset, weight);
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
        w->odds[i] = exp(eta);
        value += panel->exits[i] * eta;
    }
    return value;
}

static void clear_moments(struct tn_nested *w)
{
    const struct tn_panel *panel = w->panel;

    for (size_t l = 0; l < panel->levels; l++)
        memset(w->out.moment[l], 0, MOMENTS * panel->areas[l] * sizeof(double));
    memset(w->out.total, 0, 2 * panel->areas[0] * sizeof(double));
}

/* The areas of the top level from one to another; derivatives are added to sum. */
static double some_areas(struct tn_nested *w, struct part *part, size_t from, size_t to,
                         int want, struct level *sum)
{
    size_t top = w->panel->levels - 1, n = size_of(w, want);
    double value = 0;

    for (size_t a = from; a < to; a++) {
        value += area_at(w, part, top, a, 0, want);
        for (size_t j = 0; j < n; j++)
            sum->g[j] += part->level[top].gbar[j];
        for (size_t j = 0; j < n * n; j++)
            sum->h[j] += part->level[top].hbar[j];
    }
    return value;
}

/* Hand out what was asked for, without the offset's coordinate. */
static void hand_out(const struct tn_nested *w, size_t parts, const struct level sum[])
{
    size_t n = w->size, d = n - 1;

    for (size_t j = 0; j < d; j++)
        w->out.gradient[j] = 0;
    for (size_t j = 0; j < d * d; j++)
        w->out.hessian[j] = 0;
    for (size_t p = 0; p < parts; p++)
        for (size_t j = 0; j < d; j++) {
            w->out.gradient[j] += sum[p].g[j];
            for (size_t b = 0; b <= j; b++)
                w->out.hessian[j * d + b] += sum[p].h[j * n + b];
        }
}

double tn_nested_eval(struct tn_nested *w, const struct tn_nested_at *at,
                      const struct tn_nested_out *out)
{
    static const struct tn_nested_out nothing;
    struct tn_arena scratch = {0};
    size_t parts = parts_of(w->panel), n = w->size;
    size_t areas = w->panel->areas[w->panel->levels - 1];
    struct level sum[PARTS] = {{0}};
    double value[PARTS];

    w->at = *at;
    w->out = out ? *out : nothing;
    int want = (w->out.hessian ? FULL : 0) | (w->out.total ? MOMENT : 0);
    if (want & MOMENT)
        clear_moments(w);
    if (want & FULL)
        for (size_t p = 0; p < parts; p++) {
            sum[p].g = tn_new(&scratch, double, n);
            sum[p].h = tn_new(&scratch, double, n *n);
        }
    double total = set_odds(w);
    SHARED_OUT
    for (size_t p = 0; p < parts; p++)
        value[p] = some_areas(w, &w->part[p], areas * p / parts, areas * (p + 1) / parts,
                              want, &sum[p]);
    for (size_t p = 0; p < parts; p++)
        total += value[p];
    if (want & FULL)
        hand_out(w, parts, sum);
    tn_arena_free(&scratch);
    return total;
}

double tn_panel_log_choose(const struct tn_panel *panel)
{
    double sum = 0;

    for (size_t i = 0; i < panel->rows; i++)
        sum += lgamma(panel->at_risk[i] + 1) - lgamma(panel->exits[i] + 1) -
               lgamma(panel->at_risk[i] - panel->exits[i] + 1);
    return sum;
}
