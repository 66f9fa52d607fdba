/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts.h"

#include "charts_parts.h"
#include "tn/out/doc.h"
#include "tn/show/charts_advice.h"
#include "tn/show/charts_multidim.h"
#include "tn/show/charts_trend.h"
#include "tn/words/charts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const tn_chart_name[TN_CHARTS] = {
    "prevalence",
    "exits-poor",
    "exits-near-poor",
    "villages-poor",
    "villages-near-poor",
    "end-rates",
    "goals",
    "trends",
    "sensitivity-poor",
    "sensitivity-near-poor",
    "fair-poor",
    "certainty-poor",
    "fair-near-poor",
    "certainty-near-poor",
    "heat-village",
    "contributions",
    "robustness",
    "change-poor",
};
enum {
    PREVALENCE,
    EXITS_POOR,
    EXITS_NEAR,
    VILLAGES_POOR,
    VILLAGES_NEAR,
    END_RATES,
    GOALS,
    TRENDS,
    SENSITIVITY,
    HEAT = TN_CHARTS - 4,
    CONTRIBUTIONS,
    ROBUSTNESS,
    CHANGE
};

static const char *share(const struct maker *m, double p, int decimals)
{
    return tn_say_share(m->arena, m->lang, p, decimals);
}

/* --- The law of exits --- */

static void law_words(const struct maker *m, int s, const struct tn_outcome *o,
                      struct tn_frame *f)
{
    const char *p = share(m, o->quota_met.p, 1);

    f->finding = s == TN_POOR
                     ? tn_say(m->arena, m->lang, TN_W_CH_LAW_POOR, o->quota, p)
                     : tn_say(m->arena, m->lang, TN_W_CH_LAW_NEAR_POOR, o->quota, p);
    f->source = tn_say(m->arena, m->lang, TN_W_CH_LAW_SOURCE, o->quota, o->exits.q50,
                       o->exits.q05, o->exits.q95);
    f->description = tn_say(m->arena, m->lang, TN_W_CH_LAW_DESCRIPTION, o->quota, o->base,
                            p, o->exits.q50, o->exits.q05, o->exits.q95);
}

/* Of a status without a quota. */
static void free_words(const struct maker *m, int s, const struct tn_outcome *o,
                       struct tn_frame *f)
{
    const struct tn_distribution *x = &o->exits;

    f->finding = s == TN_POOR
                     ? tn_say(m->arena, m->lang, TN_W_CH_LAW_FREE_POOR, x->q05, x->q95)
                     : tn_say(m->arena, m->lang, TN_W_CH_LAW_FREE_NEAR_POOR, x->q05,
                              x->q95);
    f->source = tn_say(m->arena, m->lang, TN_W_CH_LAW_FREE_SOURCE, x->q50, x->q05,
                       x->q95);
    f->description = tn_say(m->arena, m->lang, TN_W_CH_LAW_FREE_DESCRIPTION, o->base,
                            x->q50, x->q05, x->q95);
}

/* Counts too unlikely to see are left off either end, but never the quota. */
static void visible_range(const struct tn_distribution *d, long quota, long *first,
                          long *last)
{
    double most = 0;

    for (size_t k = 0; k <= d->n; k++)
        most = fmax(most, d->pmf[k]);
    *first = 0;
    *last = (long)d->n;
    while (*first < *last && d->pmf[*first] < most / 400)
        ++*first;
    while (*last > *first && d->pmf[*last] < most / 400)
        --*last;
    if (quota < *first)
        *first = quota;
    if (quota > *last)
        *last = quota <= (long)d->n ? quota : (long)d->n;
}

struct tn_figure charts_law(const struct maker *m, int s, const struct tn_outcome *o,
                            const char *name, const char *what)
{
    struct tn_frame frame = {.lang = m->lang, .name = name, .what = what};
    long first, last;

    if (o->quota > 0)
        law_words(m, s, o, &frame);
    else
        free_words(m, s, o, &frame);
    visible_range(&o->exits, o->quota, &first, &last);
    struct tn_law law = {
        .first = first,
        .n = (size_t)(last - first + 1),
        .pmf = o->exits.pmf + first,
        .quota = TN_COUNT_NONE,
        .x_title = s == TN_POOR ? tn_pick(m->lang, TN_W_CH_LAW_X_POOR)
                                : tn_pick(m->lang, TN_W_CH_LAW_X_NEAR_POOR),
    };
    if (o->quota > 0) {
        law.quota = o->quota;
        law.quota_label = tn_say(m->arena, m->lang, TN_W_CH_LAW_QUOTA, o->quota);
        law.big[0] = share(m, 1 - o->quota_met.p, 1);
        law.big[1] = share(m, o->quota_met.p, 1);
        law.big_label[0] = tn_pick(m->lang, TN_W_CH_LAW_SHORT);
        law.big_label[1] = tn_pick(m->lang, TN_W_CH_LAW_MET);
    }
    return tn_figure_law(m->arena, &frame, &law);
}

static struct tn_figure law_figure(const struct maker *m, int s)
{
    const struct tn_commune *c = m->commune;
    const char *what = s == TN_POOR
                           ? tn_say(m->arena, m->lang, TN_W_CH_LAW_WHAT_POOR, c->name,
                                    c->plan_year)
                           : tn_say(m->arena, m->lang, TN_W_CH_LAW_WHAT_NEAR_POOR,
                                    c->name, c->plan_year);

    return charts_law(m, s, &m->forecast->commune.status[s],
                      tn_chart_name[s == TN_POOR ? EXITS_POOR : EXITS_NEAR], what);
}

/* --- Villages --- */

struct ranked {
    size_t village;
    double p;
    long quota, base;
};

/* Least likely first; villages without a quota last; then by size, then as in the file.
 */
static int by_probability(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if ((x->quota > 0) != (y->quota > 0))
        return x->quota > 0 ? -1 : 1;
    if (x->quota > 0 && (x->p < y->p || x->p > y->p))
        return x->p < y->p ? -1 : 1;
    if (x->base != y->base)
        return x->base > y->base ? -1 : 1;
    return x->village < y->village ? -1 : 1;
}

static struct ranked *ranking(const struct maker *m, int s)
{
    struct ranked *r = tn_new(m->arena, struct ranked, m->forecast->villages);

    for (size_t v = 0; v < m->forecast->villages; v++) {
        const struct tn_outcome *o = &m->forecast->village[v].status[s];
        r[v] = (struct ranked){v, o->quota_met.p, o->quota, o->base};
    }
    qsort(r, m->forecast->villages, sizeof *r, by_probability);
    return r;
}

static struct tn_forest_row forest_row(const struct maker *m, int s, size_t v)
{
    const struct tn_outcome *o = &m->forecast->village[v].status[s];

    return (struct tn_forest_row){
        .label = m->commune->village[v].name,
        .sublabel = o->base == 1
                        ? tn_pick(m->lang, TN_W_CH_FOREST_HOUSEHOLD)
                        : tn_say(m->arena, m->lang, TN_W_CH_FOREST_HOUSEHOLDS, o->base),
        .mean = o->exits.mean,
        .q05 = (double)o->exits.q05,
        .q25 = (double)o->exits.q25,
        .q75 = (double)o->exits.q75,
        .q95 = (double)o->exits.q95,
        .quota = o->quota > 0 ? o->quota : TN_COUNT_NONE,
        .probability = o->quota > 0 ? share(m, o->quota_met.p, 0) : "-",
    };
}

static struct tn_figure forest_figure(const struct maker *m, int s)
{
    const struct ranked *order = ranking(m, s);
    size_t n = 0;
    struct tn_forest_row *row = tn_new(m->arena, struct tn_forest_row,
                                       m->forecast->villages);

    for (size_t i = 0; i < m->forecast->villages; i++)
        if (order[i].base > 0)
            row[n++] = forest_row(m, s, order[i].village);
    bool asked = order[0].quota > 0;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = tn_chart_name[s == TN_POOR ? VILLAGES_POOR : VILLAGES_NEAR],
        .finding = asked ? tn_say(m->arena, m->lang, TN_W_CH_FOREST_HANGS, row[0].label,
                                  row[0].probability)
                         : tn_pick(m->lang, TN_W_CH_FOREST_NO_QUOTA),
        .what = s == TN_POOR ? tn_say(m->arena, m->lang, TN_W_CH_FOREST_WHAT_POOR,
                                      m->commune->plan_year)
                             : tn_say(m->arena, m->lang, TN_W_CH_FOREST_WHAT_NEAR_POOR,
                                      m->commune->plan_year),
        .source = tn_pick(m->lang, TN_W_CH_FOREST_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_forest forest = {tn_pick(m->lang, TN_W_CH_FOREST_FORECAST),
                               tn_pick(m->lang, TN_W_CH_FOREST_QUOTA),
                               tn_pick(m->lang, TN_W_CH_FOREST_PROBABILITY), n, row};
    return tn_figure_forest(m->arena, &frame, &forest);
}

/* --- Prevalence by indicator --- */

/* The rows of the base year, one an indicator, the largest among the poor first. */
struct both_statuses {
    size_t indicator;
    const struct tn_prevalence *of[TN_STATUSES];
};

static double share_of(const struct both_statuses *b, int s)
{
    return b->of[s] && !isnan(b->of[s]->share) ? b->of[s]->share : -1;
}

static int by_share(const void *a, const void *b)
{
    const struct both_statuses *x = a, *y = b;

    for (int s = 0; s < TN_STATUSES; s++)
        if (share_of(x, s) < share_of(y, s) || share_of(x, s) > share_of(y, s))
            return share_of(x, s) > share_of(y, s) ? -1 : 1;
    return x->indicator < y->indicator ? -1 : 1;
}

static size_t collect(const struct maker *m, struct both_statuses row[TN_INDICATORS])
{
    size_t n = 0;

    for (size_t j = 0; j < TN_INDICATORS; j++)
        row[j] = (struct both_statuses){j, {NULL}};
    for (size_t i = 0; m->prevalences && i < m->prevalences->rows; i++) {
        const struct tn_prevalence *p = &m->prevalences->row[i];
        if (p->year == m->commune->base_year)
            row[p->indicator].of[p->status] = p;
    }
    for (size_t j = 0; j < TN_INDICATORS; j++)
        if (row[j].of[TN_POOR] || row[j].of[TN_NEAR_POOR])
            row[n++] = row[j];
    qsort(row, n, sizeof *row, by_share);
    return n;
}

static const char *indicator_name(const struct maker *m, size_t j)
{
    return tn_indicator_vocab[j].name.text[m->lang];
}

static struct tn_dots_row dots_row(const struct maker *m, const struct both_statuses *b)
{
    struct tn_dots_row row = {.label = indicator_name(m, b->indicator)};

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_prevalence *p = b->of[s];
        row.share[s] = p ? p->share : (double)NAN;
        row.low[s] = p ? p->low : (double)NAN;
        row.high[s] = p ? p->high : (double)NAN;
        if (p && p->deprived.low != TN_UNKNOWN && p->deprived.low == p->deprived.high)
            row.count[s] = tn_say_count(m->arena, m->lang, p->deprived.low);
    }
    return row;
}

static struct tn_frame dots_frame(const struct maker *m, size_t n,
                                  const struct both_statuses row[])
{
    const struct tn_commune *c = m->commune;
    const char *level = tn_say_real(m->arena, m->lang, 100 * m->prevalences->level, 0);
    bool two = n > 1 && share_of(&row[1], TN_POOR) > 0;

    return (struct tn_frame){
        .lang = m->lang,
        .name = tn_chart_name[PREVALENCE],
        .finding = two ? tn_say(m->arena, m->lang, TN_W_CH_PREVALENCE_FINDING,
                                indicator_name(m, row[0].indicator),
                                indicator_name(m, row[1].indicator))
                       : tn_pick(m->lang, TN_W_CH_PREVALENCE_PLAIN),
        .what = tn_say(m->arena, m->lang, TN_W_CH_PREVALENCE_WHAT, c->name, c->base_year),
        .source = tn_say(m->arena, m->lang, TN_W_CH_PREVALENCE_SOURCE, c->base_year,
                         c->households[TN_POOR], c->households[TN_NEAR_POOR], level),
        .description = tn_say(m->arena, m->lang, TN_W_CH_PREVALENCE_DESCRIPTION,
                              indicator_name(m, row[0].indicator),
                              share(m, fmax(share_of(&row[0], TN_POOR), 0), 1)),
    };
}

static struct tn_figure dots_figure(const struct maker *m, size_t n,
                                    const struct both_statuses both[])
{
    struct tn_frame frame = dots_frame(m, n, both);
    struct tn_dots_row *row = tn_new(m->arena, struct tn_dots_row, n);

    for (size_t i = 0; i < n; i++)
        row[i] = dots_row(m, &both[i]);
    struct tn_dots dots = {
        .group = {tn_pick(m->lang, TN_W_CH_POOR), tn_pick(m->lang, TN_W_CH_NEAR_POOR)},
        .short_group = {tn_pick(m->lang, TN_W_CH_SHORT_POOR),
                        tn_pick(m->lang, TN_W_CH_SHORT_NEAR_POOR)},
        .count_title = tn_pick(m->lang, TN_W_CH_COUNT_TITLE),
        .rows = n,
        .row = row,
    };
    return tn_figure_dots(m->arena, &frame, &dots);
}

/* --- Rates at the year's end --- */

static struct tn_rate_row rate_row(const struct maker *m, int s)
{
    const struct tn_forecast *f = m->forecast;
    const struct tn_outcome *o = &f->commune.status[s];
    double total = f->commune.total, start = (double)o->base / total;
    const struct tn_target *t = f->targets[s] ? f->target[s] : NULL;
    const char *target = t ? share(m, t->percent / 100, 2) : NULL;

    return (struct tn_rate_row){
        .label = s == TN_POOR ? tn_pick(m->lang, TN_W_CH_POOR)
                              : tn_pick(m->lang, TN_W_CH_NEAR_POOR),
        .start = start,
        .target = t ? t->percent / 100 : (double)NAN,
        .q05 = (double)o->end.q05 / total,
        .q25 = (double)o->end.q25 / total,
        .mean = o->end.mean / total,   // as the tables have it
        .q75 = (double)o->end.q75 / total,
        .q95 = (double)o->end.q95 / total,
        .start_label = tn_say(m->arena, m->lang, TN_W_CH_RATES_START, share(m, start, 2)),
        .end_label = tn_say(m->arena, m->lang, TN_W_CH_RATES_END,
                            share(m, o->end.mean / total, 2)),
        .target_label = t ? tn_say(m->arena, m->lang, TN_W_CH_RATES_TARGET, target)
                          : NULL,
        .probability = t ? share(m, t->met.p, 1) : NULL,
    };
}

static struct tn_figure rates_figure(const struct maker *m)
{
    const struct tn_commune *c = m->commune;
    const struct tn_outcome *poor = &m->forecast->commune.status[TN_POOR];
    const struct tn_outcome *near = &m->forecast->commune.status[TN_NEAR_POOR];
    double total = m->forecast->commune.total;
    const char *end_poor = share(m, poor->end.mean / total, 2);
    const char *end_near = share(m, near->end.mean / total, 2);
    struct tn_rate_row row[TN_STATUSES] = {rate_row(m, TN_POOR),
                                           rate_row(m, TN_NEAR_POOR)};
    struct tn_frame frame = {
        .lang = m->lang,
        .name = tn_chart_name[END_RATES],
        .finding = tn_say(m->arena, m->lang, TN_W_CH_RATES_FINDING, c->plan_year,
                          end_poor, end_near),
        .what = tn_say(m->arena, m->lang, TN_W_CH_RATES_WHAT, c->name),
        .source = tn_pick(m->lang, TN_W_CH_RATES_SOURCE),
        .description = tn_say(m->arena, m->lang, TN_W_CH_RATES_DESCRIPTION,
                              share(m, row[TN_POOR].start, 2), end_poor,
                              share(m, row[TN_NEAR_POOR].start, 2), end_near),
    };
    struct tn_rates rates = {tn_pick(m->lang, TN_W_CH_RATES_PROBABILITY), TN_STATUSES,
                             row};
    return tn_figure_rates(m->arena, &frame, &rates);
}

size_t tn_charts_of_prevalence(struct tn_arena *arena, enum tn_lang lang,
                               const struct tn_commune *commune,
                               const struct tn_prevalences *prevalences,
                               struct tn_figure figure[TN_PREVALENCE_CHARTS])
{
    struct maker m = {arena, lang, commune, NULL, prevalences, NULL};
    struct both_statuses both[TN_INDICATORS];
    size_t n = 0, indicators = collect(&m, both);

    if (indicators > 0)
        figure[n++] = dots_figure(&m, indicators, both);
    n += charts_goals(&m, tn_chart_name[GOALS], &figure[n]);
    n += charts_trends(&m, tn_chart_name[TRENDS], &figure[n]);
    return n;
}

/* Those of more that are among the report's; their number. */
static size_t pick(size_t n, const struct tn_figure more[], struct tn_figure figure[])
{
    static const int wanted[] = {HEAT, CONTRIBUTIONS, ROBUSTNESS, CHANGE};
    size_t picked = 0;

    for (size_t w = 0; w < sizeof wanted / sizeof *wanted; w++)
        for (size_t i = 0; i < n; i++)
            if (strcmp(more[i].name, tn_chart_name[wanted[w]]) == 0)
                figure[picked++] = more[i];
    return picked;
}

/* Charts of households' flags and of earlier reviews. */
static size_t deprivation(const struct maker *m, struct tn_figure figure[])
{
    const struct tn_results *r = m->results;
    struct tn_figure more[TN_MULTIDIM_CHARTS], years[TN_TREND_CHARTS];
    size_t n = 0;

    if (r->multidim)
        n += pick(tn_charts_of_multidim(m->arena, m->lang, r->multidim, more), more,
                  figure);
    if (r->trends)
        n += pick(tn_charts_of_trends(m->arena, m->lang, m->commune, r->trends,
                                      m->prevalences->level, years),
                  years, figure + n);
    return n;
}

size_t tn_charts_of(struct tn_arena *arena, enum tn_lang lang, const struct tn_results *r,
                    struct tn_figure figure[TN_CHARTS])
{
    struct maker m = {arena, lang, r->commune, &r->quota->forecast, r->prevalences, r};
    struct both_statuses both[TN_INDICATORS];
    size_t n = 0, indicators = collect(&m, both);

    if (indicators > 0)
        figure[n++] = dots_figure(&m, indicators, both);
    for (int s = 0; s < TN_STATUSES; s++)
        if (r->commune->households[s] > 0)
            figure[n++] = law_figure(&m, s);
    for (int s = 0; s < TN_STATUSES; s++)
        if (r->commune->households[s] > 0)
            figure[n++] = forest_figure(&m, s);
    if (!isnan(m.forecast->commune.total))
        figure[n++] = rates_figure(&m);
    n += charts_goals(&m, tn_chart_name[GOALS], &figure[n]);
    n += charts_trends(&m, tn_chart_name[TRENDS], &figure[n]);
    for (int s = 0; s < TN_STATUSES; s++)
        n += charts_sensitivity(&m, tn_chart_name[SENSITIVITY + s], s, &figure[n]);
    n += tn_charts_of_quota(arena, lang, r->commune, r->quota, &figure[n]);
    n += deprivation(&m, &figure[n]);
    return n;
}
