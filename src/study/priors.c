/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/priors.h"

#include "tn/num/hermite.h"
#include "tn/num/mixed.h"
#include "tn/num/special.h"
#include "tn/num/spreadrate.h"
#include "tn/words/priors.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double Z95 = 1.6448536269514722;   // qnorm(0.95)

/* Priors of what is fitted: wide, so that the figures speak. */
static const double SHARE_MEAN = -1, SHARE_SD = 2;     // logit of a share
static const double INFLOW_MEAN = -3, INFLOW_SD = 2;   // log of entries over the stock
static const double SPREAD_SD = 0.7;                   // half-normal, of either sd
static const char *const COUNTRY = "Vietnam";

enum { NODES = 24 };   // for the odds, and for the share

struct work {
    struct tn_arena *arena;
    const struct tn_published *published;
    size_t judgements;
    const struct tn_parameter *judged;
    struct tn_priors *priors;
    struct tn_err *err;
};

/* ---- what was published
 * ---------------------------------------------------------------- */

/* One area's year of a flow: false where it was not published. */
typedef bool flow_fn(const struct tn_published_flow *f, long *of, long *flowed);

static bool poor_exits(const struct tn_published_flow *f, long *of, long *flowed)
{
    *of = f->start[TN_POOR];
    *flowed = f->exits[TN_POOR];
    return *of != TN_UNKNOWN && *flowed != TN_UNKNOWN;
}

static bool near_exits(const struct tn_published_flow *f, long *of, long *flowed)
{
    *of = f->start[TN_NEAR_POOR];
    *flowed = f->exits[TN_NEAR_POOR];
    return *of != TN_UNKNOWN && *flowed != TN_UNKNOWN;
}

static bool landing(const struct tn_published_flow *f, long *of, long *flowed)
{
    if (f->to_near_poor == TN_UNKNOWN || f->to_nonpoor == TN_UNKNOWN)
        return false;
    *of = f->to_near_poor + f->to_nonpoor;
    *flowed = f->to_near_poor;
    return true;
}

static bool to_poor(const struct tn_published_flow *f, long *of, long *flowed)
{
    *of = f->start[TN_NEAR_POOR] - f->exits[TN_NEAR_POOR];   // those that do not leave
    *flowed = f->near_to_poor;
    return f->start[TN_NEAR_POOR] != TN_UNKNOWN && f->exits[TN_NEAR_POOR] != TN_UNKNOWN &&
           *flowed != TN_UNKNOWN;
}

static bool newly_poor(const struct tn_published_flow *f, long *of, long *flowed)
{
    *of = f->start[TN_POOR];
    *flowed = f->newly_poor + (f->relapse == TN_UNKNOWN ? 0 : f->relapse);
    return *of != TN_UNKNOWN && f->newly_poor != TN_UNKNOWN;
}

/* What the near-poor's numbers leave over: they are not published themselves. */
static bool newly_near(const struct tn_published_flow *f, long *of, long *flowed)
{
    *of = f->start[TN_NEAR_POOR];
    if (*of == TN_UNKNOWN || f->exits[TN_NEAR_POOR] == TN_UNKNOWN ||
        f->near_end == TN_UNKNOWN || f->to_near_poor == TN_UNKNOWN ||
        f->near_to_poor == TN_UNKNOWN)
        return false;
    long stay = *of - f->exits[TN_NEAR_POOR] - f->near_to_poor + f->to_near_poor;
    *flowed = f->near_end > stay ? f->near_end - stay : 0;
    return true;
}

struct point {
    const char *province, *area;
    int year;
    long of, flowed;
};

static int compare_points(const void *a, const void *b)
{
    const struct point *x = a, *y = b;
    int order = strcmp(x->province, y->province);

    if (!order)
        order = strcmp(x->area, y->area);
    return order ? order : x->year - y->year;
}

/* "Krong Pa (Gia Lai)" lies in Gia Lai; an area without brackets is its own province. */
static const char *province_of(struct tn_arena *arena, const char *area)
{
    const char *open = strchr(area, '('), *close = open ? strchr(open, ')') : NULL;

    return close ? tn_arena_text(arena, open + 1, (size_t)(close - open - 1)) : area;
}

static enum tn_fault points_of(struct work *w, flow_fn *read, const char *name, size_t *n,
                               struct point **points)
{
    struct point *point = tn_new(w->arena, struct point, w->published->flows);

    *n = 0;
    *points = point;
    for (size_t i = 0; i < w->published->flows; i++) {
        const struct tn_published_flow *f = &w->published->flow[i];
        long of = 0, flowed = 0;
        if (f->doubtful || !read(f, &of, &flowed) || of == 0)
            continue;
        point[(*n)++] = (struct point){province_of(w->arena, f->area), f->area, f->year,
                                       of, flowed};
    }
    qsort(point, *n, sizeof *point, compare_points);
    return *n ? TN_OK : tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_NOTHING, name);
}

/* ---- shares: years in areas in provinces
 * ----------------------------------------------- */

/* Where areas (in points) and provinces (in areas) begin. */
static void find_runs(size_t n, const struct point point[], struct tn_panel *panel,
                      size_t *area, size_t *province)
{
    for (size_t i = 0; i < n; i++) {
        bool elsewhere = i == 0 || strcmp(point[i].province, point[i - 1].province) != 0;
        if (elsewhere)
            province[panel->areas[2]++] = panel->areas[1];
        if (elsewhere || strcmp(point[i].area, point[i - 1].area) != 0)
            area[panel->areas[1]++] = i;
    }
    area[panel->areas[1]] = n;
    province[panel->areas[2]] = panel->areas[1];
}

static struct tn_panel panel_of(struct work *w, size_t n, const struct point point[])
{
    double *k = tn_new(w->arena, double, n), *of = tn_new(w->arena, double, n);
    double *one = tn_new(w->arena, double, n);
    size_t *row = tn_new(w->arena, size_t, n + 1),
           *area = tn_new(w->arena, size_t, n + 1);
    size_t *province = tn_new(w->arena, size_t, n + 1);
    struct tn_panel panel = {.rows = n,
                             .fixed = 1,
                             .levels = 3,
                             .at_risk = of,
                             .exits = k,
                             .x = one,
                             .areas = {n, 0, 0},
                             .first = {row, area, province}};

    for (size_t i = 0; i < n; i++) {
        k[i] = (double)point[i].flowed;
        of[i] = (double)point[i].of;
        one[i] = 1;
        row[i] = i;
    }
    row[n] = n;
    find_runs(n, point, &panel, area, province);
    return panel;
}

/* The sd of all effects' sum: its logarithm's mean and sd over the nodes. */
static void sds_together(const struct tn_mixed *m, struct tn_published_share *share)
{
    double mean = 0, square = 0;

    for (size_t i = 0; i < m->nodes; i++) {
        const struct tn_mixed_node *node = &m->node[i];
        double x = log(hypot(hypot(node->sd[0], node->sd[1]), node->sd[2]));
        mean += node->weight * x;
        square += node->weight * x * x;
    }
    share->log_spread_mean = mean;
    share->log_spread_sd = sqrt(fmax(square - mean * mean, 0));
}

/* like: a share whose spreads are taken as known, their medians; or null. */
static enum tn_fault fit_share(struct work *w, flow_fn *read, const char *name,
                               const struct tn_published_share *like,
                               struct tn_published_share *share)
{
    struct tn_mixed_prior prior = {.beta = {&SHARE_MEAN, &SHARE_SD}};
    struct tn_mixed mixed;
    struct point *point;
    size_t n;

    enum tn_fault fault = points_of(w, read, name, &n, &point);
    if (fault)
        return fault;
    for (size_t l = 0; l < 3; l++)
        prior.area[l] = like ? (struct tn_sd_prior){TN_SD_FIXED, like->spread[l].q50, 0}
                             : (struct tn_sd_prior){TN_SD_HALF_NORMAL, SPREAD_SD, 0};
    struct tn_panel panel = panel_of(w, n, point);
    fault = tn_mixed_fit(w->arena, &panel, &prior, &(struct tn_mixed_options){0}, &mixed,
                         w->err);
    if (fault)
        return fault;
    *share = (struct tn_published_share){.rows = n,
                                         .areas = panel.areas[1],
                                         .provinces = panel.areas[2],
                                         .mean = mixed.beta[0].mean,
                                         .sd = mixed.beta[0].sd};
    for (size_t l = 0; l < 3; l++)
        share->spread[l] = mixed.sd[l];
    for (size_t i = 0; i < n; i++) {
        share->of += point[i].of;
        share->flowed += point[i].flowed;
    }
    sds_together(&mixed, share);
    return TN_OK;
}

/* ---- rates
 * ------------------------------------------------------------------------------- */

static enum tn_fault fit_inflow(struct work *w, flow_fn *read, const char *name,
                                struct tn_published_inflow *inflow)
{
    struct point *point;
    size_t n;

    enum tn_fault fault = points_of(w, read, name, &n, &point);
    if (fault)
        return fault;
    double *part = tn_new(w->arena, double, n), *whole = tn_new(w->arena, double, n);
    *inflow = (struct tn_published_inflow){.rows = n};
    for (size_t i = 0; i < n; i++) {
        inflow->of += point[i].of;
        inflow->flowed += point[i].flowed;
        part[i] = (double)point[i].flowed;
        whole[i] = (double)point[i].of;
    }
    struct tn_spread s = tn_spread_rate(n, part, whole, INFLOW_MEAN, INFLOW_SD);
    inflow->mean = s.new_mean;
    inflow->sd = s.new_sd;
    return TN_OK;
}

/* ---- plans, rates, judgements ---------------------------------------------------------
 */

static int compare_doubles(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* The middle one of the shares that plans asked for; of those above 1 none. */
static double middle_plan(struct work *w)
{
    double *share = tn_new(w->arena, double, w->published->plans);
    size_t n = 0;

    for (size_t i = 0; i < w->published->plans; i++) {
        double x = w->published->plan[i].share;
        if (x > 0 && x <= 1)
            share[n++] = x;
    }
    w->priors->plans = n;
    qsort(share, n, sizeof *share, compare_doubles);
    return n == 0 ? (double)NAN : (share[(n - 1) / 2] + share[n / 2]) / 2;
}

static bool of_country(const struct tn_published_rate *r)
{
    return strcmp(r->area, COUNTRY) == 0 && !isnan(r->share[TN_POOR]) &&
           !isnan(r->share[TN_NEAR_POOR]);
}

/* The country's rates, averaged over the years of its last standard. */
static enum tn_fault take_rates(struct work *w)
{
    const struct tn_published_rate *last = NULL, *rate = w->published->rate;
    struct tn_priors *p = w->priors;

    for (size_t i = 0; i < w->published->rates; i++)
        if (of_country(&rate[i]) && (!last || rate[i].year > last->year))
            last = &rate[i];
    if (!last)
        return tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_NOTHING, COUNTRY);
    for (size_t i = 0; i < w->published->rates; i++) {
        if (!of_country(&rate[i]) || strcmp(rate[i].standard, last->standard) != 0)
            continue;
        p->rate_years++;
        for (int s = 0; s < TN_STATUSES; s++)
            p->rate[s] += rate[i].share[s];
    }
    for (int s = 0; s < TN_STATUSES; s++)
        p->rate[s] /= (double)p->rate_years;
    return TN_OK;
}

static enum tn_fault find_judgement(struct work *w, const char *name, int status,
                                    const struct tn_parameter **found)
{
    for (size_t i = 0; i < w->judgements; i++)
        if (strcmp(w->judged[i].name, name) == 0 && w->judged[i].status == status) {
            *found = &w->judged[i];
            return TN_OK;
        }
    return tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_NO_JUDGEMENT, name,
                   status == TN_UNKNOWN ? "-" : tn_status_vocab[status].code);
}

static bool ascending(const struct tn_parameter *j)
{
    return j->q05 > 0 && j->q05 <= j->q50 && j->q50 <= j->q95;
}

static enum tn_fault take_odds(struct work *w, int status)
{
    const struct tn_parameter *j = NULL;
    struct tn_priors *p = w->priors;

    enum tn_fault fault = find_judgement(w, "planned_odds", status, &j);
    if (fault)
        return fault;
    if (!ascending(j))
        return tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_BAD_JUDGEMENT, j->name);
    p->odds_mean[status] = (log(j->q05) + log(j->q50) + log(j->q95)) / 3;
    p->odds_sd[status] = (log(j->q95) - log(j->q05)) / (2 * Z95);
    if (status == TN_POOR && !isnan(p->planned_share[TN_POOR] = middle_plan(w)))
        return TN_OK;
    fault = find_judgement(w, "planned_share", status, &j);
    if (!fault && !(j->q50 >= 0 && j->q50 <= 1))
        fault = tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_BAD_JUDGEMENT, j->name);
    if (!fault)
        p->planned_share[status] = j->q50;
    return fault;
}

/* ---- the model ------------------------------------------------------------------------
 */

/* Log odds of the unplanned, so that planned ones with log odds more by odds and a share
 * planned make up the share of all: by bisection between the two bounds that are known.
 */
static double unplanned_logit(double planned, double odds, double share)
{
    double low = share - fabs(odds), high = share + fabs(odds);

    for (int i = 0; i < 60; i++) {
        double x = (low + high) / 2;
        double all = planned * tn_expit(x + odds) + (1 - planned) * tn_expit(x);
        *(all < tn_expit(share) ? &low : &high) = x;
    }
    return (low + high) / 2;
}

static double rounded(double x)
{
    double unit = pow(10, floor(log10(x)) - 2);

    return nearbyint(x / unit) * unit;
}

/* Quantiles to three digits: nothing here is known better. */
static void set_row(struct work *w, enum tn_parameter_id id, enum tn_scale scale,
                    double mean, double sd, const char *source)
{
    int status;
    const char *name = tn_parameter_name(id, &status);
    struct tn_prior prior = {.scale = scale, .mean = mean, .sd = sd};

    w->priors->row[id] = (struct tn_parameter){.name = name,
                                               .status = status,
                                               .q05 = rounded(tn_prior_at(&prior, -Z95)),
                                               .q50 = rounded(tn_prior_at(&prior, 0)),
                                               .q95 = rounded(tn_prior_at(&prior, Z95)),
                                               .mean = NAN,
                                               .sd = NAN,
                                               .source = source};
}

static const char *planned_source(struct work *w, int status)
{
    if (status == TN_POOR && w->priors->plans > 0)
        return tn_say(w->arena, TN_EN, TN_W_PRIORS_S_PLANS, w->priors->plans);
    return tn_pick(TN_EN, TN_W_PRIORS_S_JUDGED);
}

/* Mean and sd of the two chances' log odds, over what is not known of the share of all
 * and of the odds. */
static void set_chances(struct work *w, int status)
{
    const struct tn_priors *p = w->priors;
    const struct tn_published_share *share = &p->exits[status];
    double node[NODES], weight[NODES], sum[2] = {0}, square[2] = {0};

    tn_hermite(NODES, node, weight);
    for (size_t i = 0; i < NODES; i++)
        for (size_t j = 0; j < NODES; j++) {
            double odds = p->odds_mean[status] + p->odds_sd[status] * node[i];
            double low = unplanned_logit(p->planned_share[status], odds,
                                         share->mean + share->sd * node[j]);
            double x[2] = {low, low + odds}, mass = weight[i] * weight[j];
            for (int k = 0; k < 2; k++) {
                sum[k] += mass * x[k];
                square[k] += mass * x[k] * x[k];
            }
        }
    const char *source = tn_say(
        w->arena, TN_EN, TN_W_PRIORS_S_CHANCE, tn_expit(share->mean), share->rows,
        p->planned_share[status], planned_source(w, status), exp(p->odds_mean[status]));
    for (int k = 0; k < 2; k++)
        set_row(w, tn_chance_id((enum tn_status)status, k), TN_LOGIT, sum[k],
                sqrt(fmax(square[k] - sum[k] * sum[k], 0)), source);
}

static enum tn_fault set_sds(struct work *w)
{
    const struct tn_published_share *share = &w->priors->exits[TN_POOR];
    const struct tn_parameter *j = NULL;

    enum tn_fault fault = find_judgement(w, "village_sd", TN_UNKNOWN, &j);
    if (fault)
        return fault;
    if (!ascending(j))
        return tn_fail(w->err, TN_EDATA, NULL, TN_W_PRIORS_BAD_JUDGEMENT, j->name);
    w->priors->row[TN_VILLAGE_SD] = *j;
    w->priors->row[TN_VILLAGE_SD].source = tn_say(w->arena, TN_EN, TN_W_PRIORS_S_VILLAGE,
                                                  j->source);
    set_row(w, TN_YEAR_SD, TN_LOG, share->log_spread_mean, share->log_spread_sd,
            tn_say(w->arena, TN_EN, TN_W_PRIORS_S_YEAR, share->rows, share->areas));
    return TN_OK;
}

/* Entries over the stock become entries per 1,000 nonpoor at the country's rates. */
static void set_entry(struct work *w, int status)
{
    const struct tn_priors *p = w->priors;
    const struct tn_published_inflow *law = &p->inflow[status];
    double nonpoor = 1 - p->rate[TN_POOR] - p->rate[TN_NEAR_POOR];

    set_row(w, (enum tn_parameter_id)(TN_ENTRY_POOR + status), TN_LOG,
            law->mean + log(1000 * p->rate[status] / nonpoor), law->sd,
            tn_say(w->arena, TN_EN, TN_W_PRIORS_S_ENTRY, law->flowed, law->of, law->rows,
                   100 * p->rate[status], p->rate_years));
}

static void set_flow(struct work *w, enum tn_parameter_id id,
                     const struct tn_published_share *s, const char *source)
{
    set_row(w, id, TN_LOGIT, s->mean, hypot(s->sd, exp(s->log_spread_mean)), source);
}

static void set_flows(struct work *w)
{
    const struct tn_published_share *l = &w->priors->landing, *t = &w->priors->to_poor;

    set_flow(w, TN_TO_NEAR_POOR, l,
             tn_say(w->arena, TN_EN, TN_W_PRIORS_S_LANDING, l->flowed, l->of, l->rows));
    set_flow(w, TN_NEAR_TO_POOR, t,
             tn_say(w->arena, TN_EN, TN_W_PRIORS_S_TO_POOR, t->flowed, t->of, t->rows));
}

static enum tn_fault learn(struct work *w)
{
    struct tn_priors *p = w->priors;
    enum tn_fault fault = TN_OK;

    if (!fault)
        fault = fit_share(w, poor_exits, "exits, poor", NULL, &p->exits[TN_POOR]);
    if (!fault)
        fault = fit_share(w, near_exits, "exits, near_poor", &p->exits[TN_POOR],
                          &p->exits[TN_NEAR_POOR]);
    if (!fault)
        fault = fit_share(w, landing, "to_near_poor", NULL, &p->landing);
    if (!fault)
        fault = fit_share(w, to_poor, "near_to_poor", NULL, &p->to_poor);
    if (!fault)
        fault = fit_inflow(w, newly_poor, "entry, poor", &p->inflow[TN_POOR]);
    if (!fault)
        fault = fit_inflow(w, newly_near, "entry, near_poor", &p->inflow[TN_NEAR_POOR]);
    if (!fault)
        fault = take_rates(w);
    return fault;
}

enum tn_fault tn_priors_of(struct tn_arena *arena, const struct tn_published *published,
                           size_t judgements, const struct tn_parameter judged[],
                           struct tn_priors *priors, struct tn_err *err)
{
    struct work w = {arena, published, judgements, judged, priors, err};

    *priors = (struct tn_priors){0};
    enum tn_fault fault = learn(&w);
    for (int s = 0; !fault && s < TN_STATUSES; s++)
        fault = take_odds(&w, s);
    if (!fault)
        fault = set_sds(&w);
    if (fault)
        return fault;
    for (int s = 0; s < TN_STATUSES; s++) {
        set_chances(&w, s);
        set_entry(&w, s);
    }
    set_flows(&w);
    return TN_OK;
}
