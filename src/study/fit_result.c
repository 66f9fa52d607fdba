/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit_work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double LEAST_SD = 0.02;   // of a village's term

static double expit(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

static double own_scale(enum tn_scale scale, double x)
{
    return scale == TN_LOGIT ? expit(x) : scale == TN_LOG ? exp(x) : x;
}

static const double Z95 = 1.6448536269514722;   // qnorm(0.95)

struct tn_marginal tn_fit_marginal(enum tn_scale scale, double mean, double sd)
{
    return (struct tn_marginal){
        .mean = NAN,
        .sd = NAN,
        .q05 = own_scale(scale, mean - Z95 * sd),
        .q50 = own_scale(scale, mean),
        .q95 = own_scale(scale, mean + Z95 * sd),
    };
}

static struct tn_marginal prior_marginal(const struct tn_prior *prior)
{
    if (prior->off)
        return (struct tn_marginal){.mean = NAN, .sd = NAN};
    return tn_fit_marginal(prior->scale, prior->mean, prior->sd);
}

/* What is not learned stays as it was. */
void tn_fit_start_changes(struct tn_fit_work *w)
{
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        const struct tn_prior *prior = &w->prior->prior[id];
        struct tn_fit_change *c = &w->fit->change[id];
        c->id = (enum tn_parameter_id)id;
        c->prior = c->posterior = prior_marginal(prior);
        c->mean = prior->off ? (double)NAN : prior->mean;
        c->sd = prior->off ? (double)NAN : prior->sd;
    }
}

static void take_sds(struct tn_fit_work *w)
{
    struct tn_fit *fit = w->fit;
    const struct tn_mixed *m = &fit->mixed;
    const struct tn_marginal *sd[] = {&m->sd[0], &m->year_sd};
    const struct tn_marginal *log_sd[] = {&m->log_sd[0], &m->log_year_sd};
    const enum tn_parameter_id id[] = {TN_VILLAGE_SD, TN_YEAR_SD};

    for (size_t i = 0; i < 2; i++) {
        if (w->prior->prior[id[i]].off)
            continue;
        fit->change[id[i]].posterior = *sd[i];
        fit->change[id[i]].mean = log_sd[i]->mean;
        fit->change[id[i]].sd = log_sd[i]->sd;
    }
    for (size_t l = 1; l < fit->levels; l++)
        fit->upper_sd[w->fit->which[l]] = m->sd[l];
}

/* Mean and sd over the nodes of a sum of log odds: the four weighted, plus the effect of
 * village v (or, v beyond the villages, of a commune that is new, in a district of which
 * so much is known; null: a new one, too). */
struct odds {
    double mean, sd;
};

static double unknown_variance(const struct tn_fit_work *w,
                               const struct tn_mixed_node *node,
                               const struct tn_marginal *district)
{
    double variance = 0;

    for (size_t l = 1; l < w->fit->levels; l++)
        variance += district && w->fit->which[l] == 2 ? district->sd * district->sd
                                                      : node->sd[l] * node->sd[l];
    return variance;
}

static struct odds over_nodes(const struct tn_fit_work *w,
                              const double weight[TN_FIT_KINDS], size_t v,
                              const struct tn_marginal *district)
{
    const struct tn_mixed *m = &w->fit->mixed;
    double mean = 0, square = 0;

    for (size_t k = 0; k < m->nodes; k++) {
        const struct tn_mixed_node *node = &m->node[k];
        double eta = v >= w->areas[0] && district ? district->mean : 0, variance = 0;
        for (size_t j = 0; j < TN_FIT_KINDS; j++)
            eta += weight[j] * node->beta[j];
        if (v < w->areas[0] && node->effect) {
            eta += node->effect[v].mean;
            variance = node->effect[v].sd * node->effect[v].sd;
        }
        if (v >= w->areas[0])
            variance = unknown_variance(w, node, district);
        mean += node->weight * eta;
        square += node->weight * (eta * eta + variance);
    }
    return (struct odds){mean, sqrt(fmax(square - mean * mean, 0))};
}

/* Whether the villages asked for are in the history: those of the one commune that
 * there is, or of the commune named. */
static bool known_commune(const struct tn_fit_work *w)
{
    const char *name = w->options->commune;

    if (w->areas[1] == 1)
        return true;
    for (size_t i = 0; name && i < w->n; i++)
        if (strcmp(w->used[i].h->commune, name) == 0)
            return true;
    return false;
}

/* The effect of the district asked for, where the history knows it; or null. */
static const struct tn_marginal *known_district(const struct tn_fit_work *w)
{
    size_t l = 1;

    while (l < w->fit->levels && w->fit->which[l] != 2)
        l++;
    for (size_t i = 0; l < w->fit->levels && *w->fit->district && i < w->n; i++)
        if (strcmp(w->used[i].h->district, w->fit->district) == 0)
            return &w->fit->mixed.effect[l][w->used[i].area[2]];
    return NULL;
}

static void take_new_commune(struct tn_fit_work *w, size_t k)
{
    const struct tn_marginal *district = known_district(w);
    struct tn_fit_change *c = &w->fit->change[k];
    double weight[TN_FIT_KINDS] = {0};

    weight[k] = 1;
    struct odds odds = over_nodes(w, weight, SIZE_MAX, district);
    c->mean = w->fit->mixed.beta[k].mean + (district ? district->mean : 0);
    c->sd = odds.sd;
    c->posterior = tn_fit_marginal(TN_LOGIT, c->mean, c->sd);
}

/* Each chance, for the average village of a commune: one in the history, whose own
 * effects are in its villages' terms, or a new one. */
static void take_chances(struct tn_fit_work *w)
{
    bool fresh = w->fit->levels > 1 && !known_commune(w);

    for (size_t k = 0; k < TN_FIT_KINDS; k++) {
        const struct tn_marginal *beta = &w->fit->mixed.beta[k];
        struct tn_fit_change *c = &w->fit->change[k];
        if (w->prior->prior[k].off)
            continue;
        if (fresh) {
            take_new_commune(w, k);
            continue;
        }
        c->mean = beta->mean;
        c->sd = beta->sd;
        c->posterior = (struct tn_marginal){NAN, NAN, expit(beta->q05), expit(beta->q50),
                                            expit(beta->q95)};
    }
}

static struct tn_fit_area describe(const struct tn_history *h, size_t level)
{
    return (struct tn_fit_area){.name = level == 0   ? h->village
                                        : level == 1 ? h->commune
                                                     : h->district,
                                .commune = level == 0 ? h->commune : "",
                                .district = level < 2 ? h->district : "",
                                .level = level};
}

/* A village's term has the mean that its log odds leave beside the four's, and the sd
 * that makes up for theirs: log odds of its own households, averaged over kinds by their
 * number, then have the right mean and sd though the terms are taken as independent. */
static void take_term(const struct tn_fit_work *w, size_t v, struct tn_fit_area *area)
{
    double weight[TN_FIT_KINDS] = {0}, own = 0, mean = 0;

    for (size_t i = w->fit->panel.first[0][v]; i < w->fit->panel.first[0][v + 1]; i++)
        weight[tn_fit_kind(w->used[i].h)] += w->fit->panel.at_risk[i] /
                                             (double)area->at_risk;
    for (size_t k = 0; k < TN_FIT_KINDS; k++)
        for (size_t j = 0; j < TN_FIT_KINDS; j++)
            own += weight[k] * weight[j] * (k == j ? pow(w->fit->change[k].sd, 2) : 0);
    struct odds odds = over_nodes(w, weight, v, NULL);
    for (size_t k = 0; k < TN_FIT_KINDS; k++)
        mean += weight[k] > 0 ? weight[k] * w->fit->mixed.beta[k].mean : 0;
    area->mean = odds.mean - mean;
    area->sd = sqrt(fmax(odds.sd * odds.sd - own, LEAST_SD * LEAST_SD));
}

/* A commune's term: its own effect with that of its district, the two taken as
 * independent. */
static void take_commune_term(const struct tn_fit_work *w, size_t l, size_t commune,
                              struct tn_fit_area *area)
{
    const struct tn_marginal *own = &w->fit->mixed.effect[l][commune];
    size_t district = 0;

    area->mean = own->mean;
    area->sd = own->sd;
    if (l + 1 >= w->fit->levels)
        return;
    while (commune >= w->fit->panel.first[l + 1][district + 1])
        district++;
    area->mean += w->fit->mixed.effect[l + 1][district].mean;
    area->sd = hypot(own->sd, w->fit->mixed.effect[l + 1][district].sd);
}

static void take_areas(struct tn_fit_work *w)
{
    struct tn_fit *fit = w->fit;
    size_t at = 0;

    for (size_t l = 0; l < fit->levels; l++)
        fit->areas += fit->panel.areas[l];
    fit->area = tn_new(w->arena, struct tn_fit_area, fit->areas);
    for (size_t l = 0; l < fit->levels; l++) {
        for (size_t i = 0; i < w->n; i++) {
            struct tn_fit_area *area = &fit->area[at + w->used[i].area[w->fit->which[l]]];
            if (!area->name)
                *area = describe(w->used[i].h, w->fit->which[l]);
            area->at_risk += w->used[i].h->at_risk;
            area->exits += w->used[i].h->exits;
        }
        for (size_t a = 0; a < fit->panel.areas[l]; a++, at++) {
            fit->area[at].effect = fit->mixed.effect[l][a];
            if (l == 0)
                take_term(w, a, &fit->area[at]);
            else if (fit->which[l] == 1)
                take_commune_term(w, l, a, &fit->area[at]);
        }
    }
}

static int compare_pull(const void *a, const void *b)
{
    const struct tn_fit_row *x = a, *y = b;

    if (x->pull > y->pull || x->pull < y->pull)
        return x->pull < y->pull ? 1 : -1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void take_rows(struct tn_fit_work *w)
{
    struct tn_fit *fit = w->fit;

    fit->rows = w->n;
    fit->row = tn_new(w->arena, struct tn_fit_row, w->n);
    for (size_t i = 0; i < w->n; i++)
        fit->row[i] = (struct tn_fit_row){.row = w->used[i].index,
                                          .expected = fit->panel.at_risk[i] *
                                                      fit->mixed.chance[i],
                                          .pull = fit->mixed.pull[i],
                                          .leverage = fit->mixed.leverage[i]};
    qsort(fit->row, w->n, sizeof *fit->row, compare_pull);
}

static void count_rows(struct tn_fit_work *w)
{
    for (size_t i = 0; i < w->n; i++)
        w->fit->change[tn_fit_kind(w->used[i].h)].rows++;
    w->fit->change[TN_VILLAGE_SD].rows = (double)w->areas[0];
    w->fit->change[TN_YEAR_SD].rows = (double)w->fit->years;
}

void tn_fit_take_results(struct tn_fit_work *w)
{
    w->fit->parameters = w->fit->mixed.parameters;
    w->fit->log_marginal = w->fit->mixed.log_marginal;
    count_rows(w);
    take_sds(w);
    take_chances(w);
    tn_fit_take_terms(w);
    take_areas(w);
    take_rows(w);
}
