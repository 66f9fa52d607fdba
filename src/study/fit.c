/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/fit.h"

#include "tn/study/chance.h"
#include "tn/study/flows.h"
#include "tn/words/fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 4, QUICK_TURNS = 1, MOST_TERMS = 40 };

static const double UPPER_SD = 0.7;    // half-normal prior of communes' and districts' sd
static const double NEVER = -30;       // log odds of a chance that is switched off
static const double TERM_SD = 1;       // prior of a household term that has none
static const double LEAST_SD = 0.02;   // of a village's term

/* A row that counts, and where it stands. */
struct used {
    const struct tn_history *h;
    size_t index, area[TN_LEVELS_MOST];
};

struct work {
    struct tn_arena *arena;
    const struct tn_model *prior;
    const struct tn_fit_options *options;
    struct tn_fit *fit;
    size_t n;
    struct used *used;
    size_t areas[TN_LEVELS_MOST];
};

/* ---- the panel ------------------------------------------------------------------------
 */

static int compare_used(const void *a, const void *b)
{
    const struct tn_history *x = ((const struct used *)a)->h,
                            *y = ((const struct used *)b)->h;
    int order = strcmp(x->district, y->district);

    if (!order)
        order = strcmp(x->commune, y->commune);
    if (!order)
        order = strcmp(x->village, y->village);
    if (!order)
        order = x->year - y->year;
    if (!order)
        order = (int)x->status - (int)y->status;
    if (!order)
        order = x->planned - y->planned;
    return order                                                                 ? order
           : (((const struct used *)a)->index > ((const struct used *)b)->index) ? 1
                                                                                 : -1;
}

static void collect(struct work *w, size_t n, const struct tn_history row[])
{
    w->used = tn_new(w->arena, struct used, n);
    for (size_t i = 0; i < n; i++)
        if (row[i].at_risk > 0)
            w->used[w->n++] = (struct used){.h = &row[i], .index = i};
    qsort(w->used, w->n, sizeof *w->used, compare_used);
}

/* Whether two rows that follow one another lie in the same area of a level. */
static bool same_area(const struct tn_history *a, const struct tn_history *b,
                      size_t level)
{
    return strcmp(a->district, b->district) == 0 &&
           (level > 1 || strcmp(a->commune, b->commune) == 0) &&
           (level > 0 || strcmp(a->village, b->village) == 0);
}

static void number_areas(struct work *w)
{
    for (size_t l = 0; l < TN_LEVELS_MOST; l++) {
        w->areas[l] = 0;
        for (size_t i = 0; i < w->n; i++) {
            w->areas[l] += i == 0 || !same_area(w->used[i - 1].h, w->used[i].h, l);
            w->used[i].area[l] = w->areas[l] - 1;
        }
    }
}

/* The villages and every level above that has several areas, fewer than the one below:
 * where each commune is one village, the two cannot be told apart. */
static size_t levels_of(const struct work *w, size_t which[])
{
    size_t levels = 1;

    which[0] = 0;
    for (size_t l = 1; l < TN_LEVELS_MOST; l++)
        if (w->areas[l] > 1 && w->areas[l] < w->areas[which[levels - 1]])
            which[levels++] = l;
    return levels;
}

/* Where the areas of a level begin, counted in areas of the level below or rows. */
static const size_t *first_of(struct work *w, size_t level, const size_t *below)
{
    size_t *first = tn_new(w->arena, size_t, w->areas[level] + 1);

    for (size_t i = w->n; i-- > 0;)
        first[w->used[i].area[level]] = below ? w->used[i].area[*below] : i;
    first[w->areas[level]] = below ? w->areas[*below] : w->n;
    return first;
}

static size_t kind_of(const struct tn_history *h)
{
    return (size_t)tn_chance_id(h->status, h->planned);
}

static int compare_years(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The years that occur, ascending. */
static int *list_years(struct work *w, size_t *years)
{
    int *all = tn_new(w->arena, int, w->n);

    for (size_t i = 0; i < w->n; i++)
        all[i] = w->used[i].h->year;
    qsort(all, w->n, sizeof *all, compare_years);
    *years = 0;
    for (size_t i = 0; i < w->n; i++)
        if (i == 0 || all[i] != all[i - 1])
            all[(*years)++] = all[i];
    return all;
}

static void build_panel(struct work *w, const size_t which[])
{
    struct tn_fit *fit = w->fit;
    double *at_risk = tn_new(w->arena, double, w->n);
    double *exits = tn_new(w->arena, double, w->n);
    size_t fixed = KINDS + fit->terms;
    double *x = tn_new(w->arena, double, w->n *fixed);
    size_t *year = tn_new(w->arena, size_t, w->n), years;
    int *each = list_years(w, &years);

    fit->years = years;
    fit->first_year = each[0];
    fit->last_year = each[years - 1];
    fit->village_of = tn_new(w->arena, size_t, w->n);
    for (size_t i = 0; i < w->n; i++) {
        const struct tn_history *h = w->used[i].h;
        at_risk[i] = (double)h->at_risk;
        exits[i] = (double)h->exits;
        x[i * fixed + kind_of(h)] = 1;
        tn_fit_shown(fit, h, x + i * fixed + KINDS);
        while (each[year[i]] != h->year)
            year[i]++;
        fit->village_of[i] = w->used[i].area[0];
    }
    fit->panel = (struct tn_panel){.rows = w->n,
                                   .fixed = fixed,
                                   .years = years,
                                   .levels = fit->levels,
                                   .at_risk = at_risk,
                                   .exits = exits,
                                   .x = x,
                                   .year = year};
    for (size_t l = 0; l < fit->levels; l++) {
        fit->panel.areas[l] = w->areas[which[l]];
        fit->panel.first[l] = first_of(w, which[l], l ? &which[l - 1] : NULL);
    }
}

/* ---- household terms ------------------------------------------------------------------
 */

static bool is_household(const struct tn_history *h)
{
    return h->household && *h->household;
}

static double shown_by(const struct tn_fit_term *term, const struct tn_history *h)
{
    const struct tn_term model = {term->name, term->status, term->prior};
    const struct tn_household household = {.status = h->status,
                                           .members = h->members,
                                           .workers = h->workers,
                                           .causes = h->causes,
                                           .cause = h->cause};

    return is_household(h) ? tn_term_shown(&model, &household) : 0;
}

void tn_fit_shown(const struct tn_fit *fit, const struct tn_history *row, double x[])
{
    for (size_t t = 0; t < fit->terms; t++)
        x[t] = shown_by(&fit->term[t], row);
}

static void add_term(struct tn_fit *fit, const char *name)
{
    for (size_t t = 0; t < fit->terms; t++)
        if (strcmp(fit->term[t].name, name) == 0)
            return;
    if (fit->terms < MOST_TERMS)
        fit->term[fit->terms++] = (struct tn_fit_term){
            .name = name,
            .status = TN_UNKNOWN,
            .own = true,
            .prior = {.scale = TN_IDENTITY, .mean = 0, .sd = TERM_SD}};
}

/* Every term that some row shows. */
static void add_own_terms(struct work *w)
{
    for (size_t i = 0; i < w->n; i++) {
        const struct tn_history *h = w->used[i].h;
        if (!is_household(h))
            continue;
        if (h->workers != TN_UNKNOWN)
            add_term(w->fit, "no_worker");
        if (h->workers != TN_UNKNOWN && h->members > 0)
            add_term(w->fit, "working_share");
        for (size_t k = 0; k < h->causes; k++)
            add_term(w->fit,
                     tn_say(w->arena, TN_EN, "cause:%s", "cause:%s", h->cause[k]));
    }
}

/* The model's terms that are not off, or the history's own. */
static void choose_terms(struct work *w)
{
    struct tn_fit *fit = w->fit;

    fit->term = tn_new(w->arena, struct tn_fit_term, MOST_TERMS);
    for (size_t t = 0; t < w->prior->terms && fit->terms < MOST_TERMS; t++)
        fit->term[fit->terms++] = (struct tn_fit_term){.name = w->prior->term[t].name,
                                                       .status = w->prior->term[t].status,
                                                       .prior = w->prior->term[t].prior};
    if (w->prior->terms == 0)
        add_own_terms(w);
    for (size_t t = 0; t < fit->terms; t++)
        for (size_t i = 0; i < w->n; i++) {
            double x = shown_by(&fit->term[t], w->used[i].h);
            fit->term[t].rows += x < 0 || x > 0;
        }
}

static void take_household_terms(struct work *w)
{
    for (size_t t = 0; t < w->fit->terms; t++) {
        struct tn_fit_term *term = &w->fit->term[t];
        bool learned = term->rows > 0 && term->prior.sd > 0;
        term->posterior = learned ? w->fit->mixed.beta[KINDS + t]
                                  : tn_fit_marginal(TN_IDENTITY, term->prior.mean,
                                                    term->prior.sd);
        term->mean = learned ? term->posterior.mean : term->prior.mean;
        term->sd = learned ? term->posterior.sd : term->prior.sd;
    }
}

/* ---- what cannot be learned
 * -------------------------------------------------------------- */

static void find_doubts(struct work *w)
{
    long at_risk[KINDS] = {0}, exits[KINDS] = {0}, all = 0, out = 0;
    bool *doubt = w->fit->doubt;

    for (size_t i = 0; i < w->n; i++) {
        at_risk[kind_of(w->used[i].h)] += w->used[i].h->at_risk;
        exits[kind_of(w->used[i].h)] += w->used[i].h->exits;
    }
    for (size_t k = 0; k < KINDS; k++) {
        all += at_risk[k];
        out += exits[k];
        w->fit->change[k].learned = at_risk[k] > 0;
        doubt[TN_FIT_NO_ROWS_OF] |= at_risk[k] == 0;
        doubt[TN_FIT_SEPARATED] |= at_risk[k] > 0 &&
                                   (exits[k] == 0 || exits[k] == at_risk[k]);
    }
    doubt[TN_FIT_NO_EXITS] = out == 0;
    doubt[TN_FIT_ALL_EXIT] = out == all;
    doubt[TN_FIT_SEPARATED] &= out > 0 && out < all;
    doubt[TN_FIT_ONE_AREA] = w->areas[0] == 1;
    doubt[TN_FIT_ONE_YEAR] = w->fit->years == 1;
    w->fit->change[TN_VILLAGE_SD].learned = w->areas[0] > 1;
    w->fit->change[TN_YEAR_SD].learned = w->fit->years > 1;
}

/* ---- priors
 * --------------------------------------------------------------------------------- */

static struct tn_sd_prior sd_prior(const struct tn_prior *prior)
{
    if (prior->off)
        return (struct tn_sd_prior){TN_SD_FIXED, 0, 0};
    if (prior->sd <= 0)
        return (struct tn_sd_prior){TN_SD_FIXED, exp(prior->mean), 0};
    return (struct tn_sd_prior){TN_SD_LOG_NORMAL, prior->mean, prior->sd};
}

static void set_priors(const struct work *w, double mean[], double sd[],
                       struct tn_mixed_prior *to)
{
    const struct tn_prior *prior = w->prior->prior;

    for (size_t k = 0; k < KINDS; k++) {
        mean[k] = prior[k].off ? NEVER : prior[k].mean;
        sd[k] = prior[k].off ? 0 : prior[k].sd;
    }
    for (size_t t = 0; t < w->fit->terms; t++) {
        mean[KINDS + t] = w->fit->term[t].prior.mean;
        sd[KINDS + t] = w->fit->term[t].prior.sd;
    }
    *to = (struct tn_mixed_prior){.beta = {mean, sd},
                                  .area = {sd_prior(&prior[TN_VILLAGE_SD]),
                                           {TN_SD_HALF_NORMAL, UPPER_SD, 0},
                                           {TN_SD_HALF_NORMAL, UPPER_SD, 0}},
                                  .year = sd_prior(&prior[TN_YEAR_SD])};
}

/* ---- results
 * ---------------------------------------------------------------------------------- */

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
static void start_changes(struct work *w)
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

static void take_sds(struct work *w, const size_t which[])
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
        fit->upper_sd[which[l]] = m->sd[l];
}

/* Mean and sd over the nodes of a sum of log odds: the four weighted, plus the effect of
 * village v (or, v beyond the villages, of a commune that is new). */
struct odds {
    double mean, sd;
};

static struct odds over_nodes(const struct work *w, const double weight[KINDS], size_t v)
{
    const struct tn_mixed *m = &w->fit->mixed;
    double mean = 0, square = 0;

    for (size_t k = 0; k < m->nodes; k++) {
        const struct tn_mixed_node *node = &m->node[k];
        double eta = 0, variance = 0;
        for (size_t j = 0; j < KINDS; j++)
            eta += weight[j] * node->beta[j];
        if (v < w->areas[0] && node->effect) {
            eta += node->effect[2 * v];
            variance = node->effect[2 * v + 1] * node->effect[2 * v + 1];
        }
        for (size_t l = 1; v >= w->areas[0] && l < w->fit->levels; l++)
            variance += node->sd[l] * node->sd[l];
        mean += node->weight * eta;
        square += node->weight * (eta * eta + variance);
    }
    return (struct odds){mean, sqrt(fmax(square - mean * mean, 0))};
}

/* Whether the villages asked for are in the history: those of the one commune that
 * there is, or of the commune named. */
static bool known_commune(const struct work *w)
{
    const char *name = w->options->commune;

    if (w->areas[1] == 1)
        return true;
    for (size_t i = 0; name && i < w->n; i++)
        if (strcmp(w->used[i].h->commune, name) == 0)
            return true;
    return false;
}

/* Each chance, for the average village of a commune: one in the history, whose own
 * effects are in its villages' terms, or a new one. */
static void take_chances(struct work *w)
{
    const struct tn_mixed *m = &w->fit->mixed;

    for (size_t k = 0; k < KINDS; k++) {
        struct tn_fit_change *c = &w->fit->change[k];
        double weight[KINDS] = {0};
        if (w->prior->prior[k].off)
            continue;
        weight[k] = 1;
        bool upper = w->fit->levels > 1 && !known_commune(w);
        struct odds odds = over_nodes(w, weight, upper ? SIZE_MAX : w->areas[0]);
        c->mean = m->beta[k].mean;
        c->sd = upper ? odds.sd : m->beta[k].sd;
        c->posterior = upper ? tn_fit_marginal(TN_LOGIT, c->mean, c->sd)
                             : (struct tn_marginal){NAN, NAN, expit(m->beta[k].q05),
                                                    expit(m->beta[k].q50),
                                                    expit(m->beta[k].q95)};
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
static void take_term(const struct work *w, size_t v, struct tn_fit_area *area)
{
    double weight[KINDS] = {0}, own = 0, mean = 0;

    for (size_t i = w->fit->panel.first[0][v]; i < w->fit->panel.first[0][v + 1]; i++)
        weight[kind_of(w->used[i].h)] += w->fit->panel.at_risk[i] / (double)area->at_risk;
    for (size_t k = 0; k < KINDS; k++)
        for (size_t j = 0; j < KINDS; j++)
            own += weight[k] * weight[j] * (k == j ? pow(w->fit->change[k].sd, 2) : 0);
    struct odds odds = over_nodes(w, weight, v);
    for (size_t k = 0; k < KINDS; k++)
        mean += weight[k] > 0 ? weight[k] * w->fit->mixed.beta[k].mean : 0;
    area->mean = odds.mean - mean;
    area->sd = sqrt(fmax(odds.sd * odds.sd - own, LEAST_SD * LEAST_SD));
}

static void take_areas(struct work *w, const size_t which[])
{
    struct tn_fit *fit = w->fit;
    size_t at = 0;

    for (size_t l = 0; l < fit->levels; l++)
        fit->areas += fit->panel.areas[l];
    fit->area = tn_new(w->arena, struct tn_fit_area, fit->areas);
    for (size_t l = 0; l < fit->levels; l++) {
        for (size_t i = 0; i < w->n; i++) {
            struct tn_fit_area *area = &fit->area[at + w->used[i].area[which[l]]];
            if (!area->name)
                *area = describe(w->used[i].h, which[l]);
            area->at_risk += w->used[i].h->at_risk;
            area->exits += w->used[i].h->exits;
        }
        for (size_t a = 0; a < fit->panel.areas[l]; a++, at++) {
            fit->area[at].effect = fit->mixed.effect[l][a];
            if (l == 0)
                take_term(w, a, &fit->area[at]);
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

static void take_rows(struct work *w)
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

/* ---- all of it
 * ------------------------------------------------------------------------------------ */

static void count_rows(struct work *w)
{
    for (size_t i = 0; i < w->n; i++)
        w->fit->change[kind_of(w->used[i].h)].rows++;
    w->fit->change[TN_VILLAGE_SD].rows = (double)w->areas[0];
    w->fit->change[TN_YEAR_SD].rows = (double)w->fit->years;
}

enum tn_fault tn_fit_of(struct tn_arena *arena, size_t n, const struct tn_history row[],
                        const struct tn_fit_options *options, struct tn_fit *fit,
                        struct tn_err *err)
{
    struct work w = {
        .arena = arena, .prior = options->prior, .options = options, .fit = fit};
    struct tn_mixed_prior mixed_prior;
    double mean[KINDS + MOST_TERMS], sd[KINDS + MOST_TERMS];
    size_t which[TN_LEVELS_MOST] = {0};

    memset(fit, 0, sizeof *fit);
    fit->commune = options->commune;
    collect(&w, n, row);
    if (w.n == 0)
        return tn_fail(err, TN_EDATA, NULL, TN_W_FIT_NO_HOUSEHOLDS);
    number_areas(&w);
    fit->levels = levels_of(&w, which);
    fit->communes = w.areas[1];
    choose_terms(&w);
    build_panel(&w, which);
    start_changes(&w);
    find_doubts(&w);
    set_priors(&w, mean, sd, &mixed_prior);
    struct tn_mixed_options how = {.keep_areas = w.areas[0] <= 2000};
    how.turns = options->quick ? QUICK_TURNS : 0;
    enum tn_fault fault = tn_mixed_fit(arena, &fit->panel, &mixed_prior, &how,
                                       &fit->mixed, err);
    if (fault)
        return fault;
    fit->parameters = fit->mixed.parameters;
    fit->log_marginal = fit->mixed.log_marginal;
    count_rows(&w);
    take_sds(&w, which);
    take_chances(&w);
    take_household_terms(&w);
    take_areas(&w, which);
    take_rows(&w);
    const struct tn_history **used = tn_new(arena, const struct tn_history *, w.n);
    for (size_t i = 0; i < w.n; i++)
        used[i] = w.used[i].h;
    tn_flows_fit(arena, w.n, used, options, fit);
    return TN_OK;
}

/* ---- as a model
 * -------------------------------------------------------------------------------------
 */

static bool wanted_village(const struct tn_fit *fit, const struct tn_fit_area *area,
                           const char *commune)
{
    return fit->communes == 1 || (commune && strcmp(area->commune, commune) == 0);
}

struct tn_parameter *tn_fit_parameters(struct tn_arena *arena, const struct tn_fit *fit,
                                       size_t *n)
{
    struct tn_parameter *row = tn_new(arena, struct tn_parameter,
                                      TN_PARAMETERS + fit->terms + fit->areas);
    const char *source = tn_say(arena, TN_EN, TN_W_FIT_SOURCE, fit->first_year,
                                fit->last_year, fit->rows);
    const char *kept = "";

    *n = 0;
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        const struct tn_fit_change *c = &fit->change[id];
        int status;
        const char *name = tn_parameter_name((enum tn_parameter_id)id, &status);
        bool off = isnan(c->mean);
        row[(*n)++] = (struct tn_parameter){.name = name,
                                            .status = status,
                                            .q05 = NAN,
                                            .q50 = off ? 0 : NAN,
                                            .q95 = NAN,
                                            .mean = c->mean,
                                            .sd = c->sd,
                                            .source = c->learned ? source : kept};
    }
    for (size_t t = 0; t < fit->terms; t++)
        row[(*n)++] = (struct tn_parameter){.name = fit->term[t].name,
                                            .status = fit->term[t].status,
                                            .q05 = NAN,
                                            .q50 = NAN,
                                            .q95 = NAN,
                                            .mean = fit->term[t].mean,
                                            .sd = fit->term[t].sd,
                                            .source = fit->term[t].rows ? source : kept};
    for (size_t a = 0; a < fit->areas && fit->area[a].level == 0; a++) {
        const struct tn_fit_area *area = &fit->area[a];
        if (!wanted_village(fit, area, fit->commune))
            continue;
        row[(*n)++] = (struct tn_parameter){
            .name = tn_say(arena, TN_EN, "village:%s", "village:%s", area->name),
            .status = TN_UNKNOWN,
            .q05 = NAN,
            .q50 = NAN,
            .q95 = NAN,
            .mean = area->mean,
            .sd = area->sd,
            .source = source};
    }
    return row;
}
