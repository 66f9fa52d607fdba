/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/fitcast.h"

#include "tn/num/hermite.h"
#include "tn/num/special.h"

#include <math.h>
#include <string.h>

enum { YEAR_NODES = 9, AREA_NODES = 5, MANY = 2000 };

/* Rows of one village, and which village of the fit that is. */
struct place {
    size_t from, to, area;   // area: SIZE_MAX where the history does not know it
};

struct cast {
    struct tn_arena *arena;
    const struct tn_fit *fit;
    const struct tn_fitcast_row *row;
    size_t places;
    struct place *place;
    double year_node[YEAR_NODES], year_weight[YEAR_NODES];
    double area_node[AREA_NODES], area_weight[AREA_NODES];
    double *law, *more, *one;   // of sums under way: of all places, of one, of a row
};

/* ---- laws of counts
 * --------------------------------------------------------------------- */

/* to[0..n] becomes the binomial law of n and p. */
static void binomial(size_t n, double p, double to[])
{
    to[0] = 1;
    for (size_t i = 0; i < n; i++) {
        to[i + 1] = to[i] * p;
        for (size_t k = i; k > 0; k--)
            to[k] = to[k] * (1 - p) + to[k - 1] * p;
        to[0] *= 1 - p;
    }
}

/* law[0..n] becomes that of its count and another of 0..m together. */
static void join(size_t n, double law[], size_t m, const double more[])
{
    for (size_t k = n + m + 1; k-- > 0;) {
        size_t low = k > n ? k - n : 0, high = k < m ? k : m;
        double sum = 0;
        for (size_t j = low; j <= high; j++)
            sum += more[j] * law[k - j];
        law[k] = sum;
    }
}

/* ---- places
 * --------------------------------------------------------------------------------- */

static size_t area_of(const struct tn_fit *fit, const struct tn_fitcast_row *row)
{
    for (size_t a = 0; a < fit->areas && fit->area[a].level == 0; a++)
        if (strcmp(fit->area[a].name, row->village) == 0 &&
            strcmp(fit->area[a].commune, row->commune) == 0 &&
            strcmp(fit->area[a].district, row->district) == 0)
            return a;
    return SIZE_MAX;
}

static bool same_place(const struct tn_fitcast_row *a, const struct tn_fitcast_row *b)
{
    return strcmp(a->village, b->village) == 0 && strcmp(a->commune, b->commune) == 0 &&
           strcmp(a->district, b->district) == 0;
}

static void find_places(struct cast *c, size_t rows)
{
    c->place = tn_new(c->arena, struct place, rows);
    for (size_t i = 0; i < rows; i++) {
        if (i == 0 || !same_place(&c->row[i - 1], &c->row[i]))
            c->place[c->places++] = (struct place){i, i, area_of(c->fit, &c->row[i])};
        c->place[c->places - 1].to = i + 1;
    }
}

/* A place's effect at a node. */
static struct tn_node_effect effect_at(const struct cast *c,
                                       const struct tn_mixed_node *node, size_t area)
{
    double variance = 0;

    if (area != SIZE_MAX && node->effect)
        return node->effect[area];
    for (size_t l = 0; l < c->fit->levels; l++)
        variance += node->sd[l] * node->sd[l];
    if (area == SIZE_MAX)
        return (struct tn_node_effect){0, sqrt(variance), 0, 0};
    const double *total = c->fit->mixed.total + 2 * area;
    return (struct tn_node_effect){total[0], total[1], 0, 0};
}

/* Where a normal number z lies in an effect's law, by Cornish and Fisher's series. */
static double effect_node(const struct tn_node_effect *e, double z)
{
    double s = e->skewness, k = e->kurtosis;

    return e->mean + e->sd * (z + s / 6 * (z * z - 1) + k / 24 * z * (z * z - 3) -
                              s * s / 36 * z * (2 * z * z - 5));
}

static double chance(const struct cast *c, const struct tn_mixed_node *node,
                     const struct tn_fitcast_row *row, double effect)
{
    const double *term = node->beta + 2 * TN_STATUSES;
    double logit = node->beta[tn_chance_id(row->status, row->planned)] + effect;

    for (size_t t = 0; row->x && t < c->fit->terms; t++)
        logit += row->x[t] * term[t];
    return tn_expit(logit);
}

/* The law of one place's exits given the year's effect, into c->more; returns its range.
 */
static size_t place_law(struct cast *c, const struct tn_mixed_node *node,
                        const struct place *place, double year)
{
    size_t all = 0;

    for (size_t i = place->from; i < place->to; i++)
        all += (size_t)c->row[i].at_risk;
    memset(c->more, 0, (all + 1) * sizeof(double));
    struct tn_node_effect own = effect_at(c, node, place->area);
    for (size_t q = 0; q < AREA_NODES; q++) {
        double effect = year + effect_node(&own, c->area_node[q]);
        double *sum = c->one + all + 1;
        size_t n = 0;
        sum[0] = 1;
        for (size_t i = place->from; i < place->to; i++) {
            size_t m = (size_t)c->row[i].at_risk;
            binomial(m, chance(c, node, &c->row[i], effect), c->one);
            join(n, sum, m, c->one);
            n += m;
        }
        for (size_t k = 0; k <= all; k++)
            c->more[k] += c->area_weight[q] * sum[k];
    }
    return all;
}

static void add_exact(struct cast *c, const struct tn_mixed_node *node, double year,
                      double weight, double pmf[])
{
    size_t n = 0;

    c->law[0] = 1;
    for (size_t p = 0; p < c->places; p++) {
        size_t m = place_law(c, node, &c->place[p], year);
        join(n, c->law, m, c->more);
        n += m;
    }
    for (size_t k = 0; k <= n; k++)
        pmf[k] += weight * c->law[k];
}

/* The same with the sum over places taken as normal. */
static void add_normal(struct cast *c, const struct tn_mixed_node *node, double year,
                       double weight, double pmf[], size_t all)
{
    double total = 0, variance = 0, last = 0;

    for (size_t p = 0; p < c->places; p++) {
        struct tn_node_effect own = effect_at(c, node, c->place[p].area);
        double first = 0, square = 0, within = 0;
        for (size_t q = 0; q < AREA_NODES; q++) {
            double expected = 0, spread = 0;
            for (size_t i = c->place[p].from; i < c->place[p].to; i++) {
                double x = chance(c, node, &c->row[i],
                                  year + effect_node(&own, c->area_node[q]));
                expected += (double)c->row[i].at_risk * x;
                spread += (double)c->row[i].at_risk * x * (1 - x);
            }
            first += c->area_weight[q] * expected;
            square += c->area_weight[q] * expected * expected;
            within += c->area_weight[q] * spread;
        }
        total += first;
        variance += within + square - first * first;
    }
    for (size_t k = 0; k <= all; k++) {
        double below = k == all ? 1
                                : tn_normal_cdf(((double)k + 0.5 - total) /
                                                sqrt(fmax(variance, 1e-12)));
        pmf[k] += weight * (below - last);
        last = below;
    }
}

/* So many nodes with equal weights, by going through all of them with even strides. */
static void choose_nodes(const struct tn_mixed *mixed, size_t nodes, size_t chosen[],
                         double weight[])
{
    double sum = 0, seen = 0;
    size_t k = 0;

    for (size_t i = 0; i < mixed->nodes; i++)
        sum += fmax(mixed->node[i].weight, 0);
    for (size_t i = 0; i < mixed->nodes && k < nodes; i++) {
        seen += fmax(mixed->node[i].weight, 0);
        while (k < nodes && seen > ((double)k + 0.5) / (double)nodes * sum)
            chosen[k++] = i;
    }
    for (; k < nodes; k++)
        chosen[k] = mixed->nodes - 1;
    for (k = 0; k < nodes; k++)
        weight[k] = 1 / (double)nodes;
}

static void take_all_nodes(const struct tn_mixed *mixed, size_t chosen[], double weight[])
{
    for (size_t k = 0; k < mixed->nodes; k++) {
        chosen[k] = k;
        weight[k] = mixed->node[k].weight;
    }
}

void tn_fitcast_law(struct tn_arena *arena, const struct tn_fit *fit, size_t rows,
                    const struct tn_fitcast_row row[], size_t nodes, double pmf[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct cast c = {.arena = arena, .fit = fit, .row = row};
    size_t all = 0, most = fit->mixed.nodes;

    nodes = nodes == 0 ? TN_FITCAST_FEW : nodes > most ? most : nodes;
    size_t *chosen = tn_new(arena, size_t, nodes);
    double *weight = tn_new(arena, double, nodes);
    for (size_t i = 0; i < rows; i++)
        all += (size_t)row[i].at_risk;
    find_places(&c, rows);
    c.law = tn_new(arena, double, all + 1);
    c.more = tn_new(arena, double, all + 1);
    c.one = tn_new(arena, double, 2 * all + 2);
    tn_hermite(YEAR_NODES, c.year_node, c.year_weight);
    tn_hermite(AREA_NODES, c.area_node, c.area_weight);
    if (nodes == most)
        take_all_nodes(&fit->mixed, chosen, weight);
    else
        choose_nodes(&fit->mixed, nodes, chosen, weight);
    memset(pmf, 0, (all + 1) * sizeof(double));
    for (size_t k = 0; k < nodes; k++) {
        const struct tn_mixed_node *node = &fit->mixed.node[chosen[k]];
        for (size_t q = 0; q < YEAR_NODES; q++) {
            double year = node->year_sd * c.year_node[q];
            if (all > MANY)
                add_normal(&c, node, year, weight[k] * c.year_weight[q], pmf, all);
            else
                add_exact(&c, node, year, weight[k] * c.year_weight[q], pmf);
        }
    }
    tn_arena_rewind(arena, mark);
}

enum tn_fault tn_fit_forecast(struct tn_arena *arena, void *self,
                              const struct tn_origin *origin, double *pmf[],
                              struct tn_err *err)
{
    const struct tn_fit_forecaster *how = self;
    struct tn_fit_options options = {.prior = how->prior, .quick = true};
    struct tn_fit fit;

    enum tn_fault fault = tn_fit_of(arena, origin->pasts, origin->past, &options, &fit,
                                    err);
    for (size_t q = 0; !fault && q < origin->questions; q++) {
        const struct tn_question *ask = &origin->question[q];
        struct tn_fitcast_row *row = tn_new(arena, struct tn_fitcast_row, ask->rows);
        for (size_t i = 0; i < ask->rows; i++) {
            const struct tn_history *h = &origin->coming[ask->row[i]];
            double *x = tn_new(arena, double, fit.terms);
            tn_fit_shown(&fit, h, x);
            row[i] = (struct tn_fitcast_row){h->village, h->commune, h->district,
                                             h->status,  h->planned, h->at_risk,
                                             x};
        }
        tn_fitcast_law(arena, &fit, ask->rows, row, 0, pmf[q]);
    }
    return fault;
}
