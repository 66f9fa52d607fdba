/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts_advice.h"

#include "charts_parts.h"
#include "tn/out/doc.h"
#include "tn/words/charts_advice.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 30 };

static const char *const STATUS_NAME[TN_STATUSES] = {"poor", "near-poor"};

static const char *name_of(const struct maker *m, const char *kind, int s)
{
    return tn_say(m->arena, TN_EN, "%s-%s", "%s-%s", kind, STATUS_NAME[s]);
}

static const char *share(const struct maker *m, double p)
{
    return tn_say_share(m->arena, m->lang, p, 0);
}

static const char *count(const struct maker *m, long n)
{
    return tn_say(m->arena, m->lang, "%ld", "%ld", n);
}

struct ranked {
    size_t village;
    double key;   // the smallest first
};

static int by_key(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->key < y->key || x->key > y->key)
        return x->key < y->key ? -1 : 1;
    return x->village < y->village ? -1 : 1;
}

/* --- Given and fair quotas --- */

static struct tn_dumbbell_row fair_row(const struct maker *m,
                                       const struct tn_village_quota *q, size_t v)
{
    return (struct tn_dumbbell_row){
        .label = m->commune->village[v].name,
        .from = q->given.quota > 0 ? q->given.p : (double)NAN,
        .to = q->fair.quota > 0 ? q->fair.p : (double)NAN,
        .column = {count(m, q->given.quota), count(m, q->fair.quota)},
    };
}

static bool fair(const struct maker *m, const struct tn_status_quota *of, int s,
                 struct tn_figure *figure)
{
    if (!of->village)   // a forecast alone
        return false;
    size_t n = m->commune->villages, rows = 0;
    struct ranked *order = tn_new(m->arena, struct ranked, n);
    struct tn_dumbbell_row *row = tn_new(m->arena, struct tn_dumbbell_row, MOST_ROWS);

    for (size_t v = 0; v < n; v++)
        order[v] = (struct ranked){v, of->village[v].given.p};
    qsort(order, n, sizeof *order, by_key);
    for (size_t i = 0; i < n && rows < MOST_ROWS; i++) {
        const struct tn_village_quota *q = &of->village[order[i].village];
        if (q->given.quota > 0 || q->fair.quota > 0)
            row[rows++] = fair_row(m, q, order[i].village);
    }
    if (rows == 0 || of->too_many)
        return false;
    const char *least = share(m, of->least_given), *better = share(m, of->least_fair);
    int year = m->commune->plan_year;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name_of(m, "fair", s),
        .finding = of->least_fair <= of->least_given
                       ? tn_say(m->arena, m->lang, TN_W_CA_FAIR_ALREADY, least)
                   : s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_CA_FAIR_POOR, better, least)
                       : tn_say(m->arena, m->lang, TN_W_CA_FAIR_NEAR_POOR, better, least),
        .what = s == TN_POOR
                    ? tn_say(m->arena, m->lang, TN_W_CA_FAIR_WHAT_POOR, year)
                    : tn_say(m->arena, m->lang, TN_W_CA_FAIR_WHAT_NEAR_POOR, year),
        .source = tn_say(m->arena, m->lang, TN_W_CA_FAIR_SOURCE, of->total),
    };
    frame.description = frame.finding;
    struct tn_dumbbells dumbbells = {
        .percent = true,
        .from = tn_pick(m->lang, TN_W_CA_GIVEN),
        .to = tn_pick(m->lang, TN_W_CA_FAIR),
        .column_title = {tn_pick(m->lang, TN_W_CA_GIVEN_SHORT),
                         tn_pick(m->lang, TN_W_CA_FAIR_SHORT)},
        .rows = rows,
        .row = row,
    };
    *figure = tn_figure_dumbbells(m->arena, &frame, &dumbbells);
    return true;
}

/* --- Quota and probability --- */

static struct tn_frame curve_frame(const struct maker *m, const struct tn_outcome *o,
                                   int s)
{
    const struct tn_commune *c = m->commune;
    long sure = o->realistic[1];
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name_of(m, "certainty", s),
        .finding = sure >= o->quota
                       ? tn_say(m->arena, m->lang, TN_W_CA_CURVE_SURE, o->quota, sure)
                   : s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_CA_CURVE_POOR, sure, o->quota)
                       : tn_say(m->arena, m->lang, TN_W_CA_CURVE_NEAR_POOR, sure,
                                o->quota),
        .what = tn_say(m->arena, m->lang, TN_W_CA_CURVE_WHAT, c->name, c->plan_year),
        .source = tn_say(m->arena, m->lang, TN_W_CA_CURVE_SOURCE, o->quota,
                         tn_say_share(m->arena, m->lang, o->quota_met.p, 1)),
    };

    frame.description = frame.source;
    return frame;
}

/* From where all is sure to where nothing is left to see. */
static bool curve(const struct maker *m, const struct tn_outcome *o, int s,
                  struct tn_figure *figure)
{
    enum { POINTS = 200 };
    static const double SEEN = 0.002;
    long first = 0, last = (long)o->exits.n;

    if (o->base == 0 || o->quota <= 0 || o->exits.step != 1)
        return false;
    while (first < last && tn_distribution_at_least(&o->exits, first + 1) > 1 - SEEN)
        first++;
    while (last > first + 1 && last > o->quota &&
           tn_distribution_at_least(&o->exits, last) < SEEN)
        last--;
    if (first > o->quota)
        first = o->quota;
    long step = (last - first) / POINTS + 1;
    size_t n = (size_t)((last - first) / step) + 1;
    double *x = tn_new(m->arena, double, n), *y = tn_new(m->arena, double, n);
    for (size_t i = 0; i < n; i++) {
        long k = first + (long)i * step;
        x[i] = (double)k;
        y[i] = tn_distribution_at_least(&o->exits, k);
    }
    struct tn_line line = {.role = n > 60 ? TN_MAIN : TN_CURVE, .n = n, .x = x, .y = y};
    struct tn_level level = {0.8, share(m, 0.8)};
    struct tn_lines lines = {
        .percent = true,
        .from_zero = true,
        .x_title = tn_pick(m->lang, TN_W_CA_CURVE_X),
        .lines = 1,
        .line = &line,
        .levels = 1,
        .level = &level,
        .upright = (double)o->quota,
        .upright_label = tn_say(m->arena, m->lang, TN_W_CA_CURVE_QUOTA, o->quota),
    };
    struct tn_frame frame = curve_frame(m, o, s);
    *figure = tn_figure_lines(m->arena, &frame, &lines);
    return true;
}

size_t tn_charts_of_quota(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_commune *commune, const struct tn_quota *quota,
                          struct tn_figure figure[TN_ADVICE_CHARTS])
{
    struct maker m = {.arena = arena, .lang = lang, .commune = commune};
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++) {
        n += fair(&m, &quota->status[s], s, &figure[n]);
        n += curve(&m, &quota->forecast.commune.status[s], s, &figure[n]);
    }
    return n;
}

/* --- What would change --- */

static struct tn_dumbbell_row change_row(const struct maker *m, const char *label,
                                         const struct tn_outcome *plan,
                                         const struct tn_outcome *with)
{
    return (struct tn_dumbbell_row){
        .label = label,
        .from = plan->quota_met.p,
        .to = with->quota_met.p,
        .column = {tn_say_real(m->arena, m->lang, plan->exits.mean, 1),
                   tn_say_real(m->arena, m->lang, with->exits.mean, 1)},
    };
}

static struct tn_frame change_frame(const struct maker *m, int s,
                                    const struct tn_dumbbell_row *commune)
{
    const char *from = share(m, commune->from), *to = share(m, commune->to);
    int year = m->commune->plan_year;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name_of(m, "whatif", s),
        .finding = s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_CA_WHATIF_POOR, from, to)
                       : tn_say(m->arena, m->lang, TN_W_CA_WHATIF_NEAR_POOR, from, to),
        .what = s == TN_POOR
                    ? tn_say(m->arena, m->lang, TN_W_CA_WHATIF_WHAT_POOR, year)
                    : tn_say(m->arena, m->lang, TN_W_CA_WHATIF_WHAT_NEAR_POOR, year),
        .source = tn_pick(m->lang, TN_W_CA_WHATIF_SOURCE),
    };

    frame.description = frame.finding;
    return frame;
}

static bool change(const struct maker *m, const struct tn_whatif *w, int s,
                   struct tn_figure *figure)
{
    size_t n = w->plan.villages, rows = 1;
    struct ranked *order = tn_new(m->arena, struct ranked, n);
    struct tn_dumbbell_row *row = tn_new(m->arena, struct tn_dumbbell_row, MOST_ROWS);

    if (w->plan.commune.status[s].quota <= 0)
        return false;
    for (size_t v = 0; v < n; v++)
        order[v] = (struct ranked){v, -fabs(w->scenario.village[v].status[s].quota_met.p -
                                            w->plan.village[v].status[s].quota_met.p)};
    qsort(order, n, sizeof *order, by_key);
    row[0] = change_row(m, tn_pick(m->lang, TN_W_CA_COMMUNE), &w->plan.commune.status[s],
                        &w->scenario.commune.status[s]);
    for (size_t i = 0; i < n && rows < MOST_ROWS; i++) {
        size_t v = order[i].village;
        if (w->plan.village[v].status[s].quota > 0)
            row[rows++] = change_row(m, m->commune->village[v].name,
                                     &w->plan.village[v].status[s],
                                     &w->scenario.village[v].status[s]);
    }
    struct tn_frame frame = change_frame(m, s, row);
    struct tn_dumbbells dumbbells = {
        .percent = true,
        .from = tn_pick(m->lang, TN_W_CA_PLAN),
        .to = tn_pick(m->lang, TN_W_CA_SCENARIO),
        .column_title = {tn_pick(m->lang, TN_W_CA_PLAN_SHORT),
                         tn_pick(m->lang, TN_W_CA_SCENARIO_SHORT)},
        .rows = rows,
        .row = row,
    };
    *figure = tn_figure_dumbbells(m->arena, &frame, &dumbbells);
    return true;
}

size_t tn_charts_of_whatif(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_commune *commune,
                           const struct tn_whatif *whatif,
                           const struct tn_sensitivity *sensitivity,
                           struct tn_figure figure[TN_ADVICE_CHARTS])
{
    struct tn_forecast quotas = {0};
    struct tn_results results = {.commune = commune, .sensitivity = sensitivity};
    struct maker m = {.arena = arena,
                      .lang = lang,
                      .commune = commune,
                      .forecast = &quotas,
                      .results = &results};
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++) {
        quotas.commune.status[s].quota = commune->quota[s];
        if (whatif)
            n += change(&m, whatif, s, &figure[n]);
        if (sensitivity)
            n += charts_sensitivity(&m, name_of(&m, "sensitivity", s), s, &figure[n]);
    }
    return n;
}

/* --- The year --- */

enum { STEPS = 24 };

/* From the last report to the year's end along the usual pace of reports. */
static double *path(const struct maker *m, const struct tn_track *track, const double x[],
                    long from, long to)
{
    double *y = tn_new(m->arena, double, STEPS + 1);
    double start = tn_curve_at(&track->curve, x[0]);

    for (size_t i = 0; i <= STEPS; i++) {
        double part = start < 1 ? (tn_curve_at(&track->curve, x[i]) - start) / (1 - start)
                                : 1;
        y[i] = (double)from + part * (double)(to - from);
    }
    return y;
}

static struct tn_frame year_frame(const struct maker *m, const struct tn_track_at *now,
                                  int s)
{
    const struct tn_commune *c = m->commune;
    const struct tn_outcome *o = &now->forecast.commune.status[s];
    const char *p = tn_say_share(m->arena, m->lang, o->quota_met.p, 1);
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name_of(m, "year", s),
        .finding = !now->month
                       ? tn_say(m->arena, m->lang, TN_W_CA_YEAR_NOTHING, o->quota, p)
                   : s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_CA_YEAR_POOR, now->day,
                                now->month, now->reported[s], o->quota, p)
                       : tn_say(m->arena, m->lang, TN_W_CA_YEAR_NEAR_POOR, now->day,
                                now->month, now->reported[s], o->quota, p),
        .what = s == TN_POOR ? tn_say(m->arena, m->lang, TN_W_CA_YEAR_WHAT_POOR, c->name,
                                      c->plan_year)
                             : tn_say(m->arena, m->lang, TN_W_CA_YEAR_WHAT_NEAR_POOR,
                                      c->name, c->plan_year),
        .source = tn_pick(m->lang, TN_W_CA_YEAR_SOURCE),
    };

    frame.description = frame.finding;
    return frame;
}

static bool year(const struct maker *m, const struct tn_track *track, int s,
                 struct tn_figure *figure)
{
    static const double tick[] = {0, 0.25, 0.5, 0.75, 1};
    static const char *const tick_label[] = {"1/1", "31/3", "30/6", "30/9", "31/12"};
    const struct tn_track_at *now = &track->at[track->n - 1];
    const struct tn_outcome *o = &now->forecast.commune.status[s];
    double *x = tn_new(m->arena, double, STEPS + 1);
    double *t = tn_new(m->arena, double, track->n),
           *seen = tn_new(m->arena, double, track->n);
    long from = now->reported[s];

    if (o->base == 0)
        return false;
    for (size_t i = 0; i < track->n; i++) {
        t[i] = track->at[i].t;
        seen[i] = (double)track->at[i].reported[s];
    }
    for (size_t i = 0; i <= STEPS; i++)
        x[i] = now->t + (1 - now->t) * (double)i / STEPS;
    struct tn_band band[] = {
        {1, STEPS + 1, x, path(m, track, x, from, o->exits.q05),
         path(m, track, x, from, o->exits.q95)},
        {2, STEPS + 1, x, path(m, track, x, from, o->exits.q25),
         path(m, track, x, from, o->exits.q75)},
    };
    struct tn_line line[] = {
        {TN_MEDIAN, STEPS + 1, x, path(m, track, x, from, o->exits.q50),
         tn_say(m->arena, m->lang, TN_W_CA_YEAR_MEDIAN, o->exits.q50), NULL},
        {TN_OBSERVED, track->n, t, seen, NULL, NULL},
    };
    struct tn_level level = {(double)o->quota,
                             tn_say(m->arena, m->lang, TN_W_CA_YEAR_QUOTA, o->quota)};
    struct tn_lines lines = {
        .from_zero = true,
        .ticks = 5,
        .tick = tick,
        .tick_label = tick_label,
        .bands = 2,
        .band = band,
        .lines = 2,
        .line = line,
        .levels = o->quota > 0,
        .level = &level,
        .upright = (double)NAN,
    };
    struct tn_frame frame = year_frame(m, now, s);
    *figure = tn_figure_lines(m->arena, &frame, &lines);
    return true;
}

size_t tn_charts_of_track(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_commune *commune, const struct tn_track *track,
                          struct tn_figure figure[TN_ADVICE_CHARTS])
{
    struct maker m = {.arena = arena, .lang = lang, .commune = commune};
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        n += year(&m, track, s, &figure[n]);
    return n;
}
