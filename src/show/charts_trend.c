/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts_trend.h"

#include "charts_slope.h"
#include "tn/words/charts.h"
#include "tn/words/pictures.h"

#include <math.h>
#include <string.h>

enum { MOST_SLOTS = 16 };

static const double CLEAR = 0.05;   // adjusted p of a change beyond chance

struct maker {
    struct tn_arena *arena;
    enum tn_lang lang;
    const struct tn_commune *commune;
    const struct tn_trends *trends;
    double level;
    enum tn_status status;
    size_t slots, forecast;   // places of years; the one of the forecast, slots: none
    int slot[MOST_SLOTS];     // the year; 0: the gap where the standard changes
};

static const char *percent(const struct maker *m, double share, int decimals)
{
    return tn_say_share(m->arena, m->lang, share, decimals);
}

static bool drawn(const struct maker *m, const struct tn_trend *trend)
{
    return trend->status == m->status && trend->points > 1;
}

static void add_slot(struct maker *m, int year)
{
    size_t at = 0;

    while (at < m->slots && m->slot[at] < year)
        at++;
    if ((at < m->slots && m->slot[at] == year) || m->slots == MOST_SLOTS - 2)
        return;
    memmove(m->slot + at + 1, m->slot + at, (m->slots - at) * sizeof *m->slot);
    m->slot[at] = year;
    m->slots++;
}

static void open_gap(struct maker *m)
{
    for (size_t i = 0; m->trends->standards_differ && i < m->slots; i++)
        if (m->slot[i] == m->trends->break_year) {
            memmove(m->slot + i + 1, m->slot + i, (m->slots - i) * sizeof *m->slot);
            m->slot[i] = 0;
            m->slots++;
            return;
        }
}

/* The years of the status; false where no indicator has two. */
static bool place_years(struct maker *m)
{
    bool any = false;
    int next = 0;

    m->slots = 0;
    for (size_t i = 0; i < m->trends->n; i++) {
        const struct tn_trend *trend = &m->trends->trend[i];
        if (!drawn(m, trend))
            continue;
        any = true;
        for (size_t p = 0; p < trend->points; p++)
            add_slot(m, trend->point[p].year);
        if (trend->modelled && trend->next.year > next)
            next = trend->next.year;
    }
    bool ahead = any && next > m->slot[m->slots - 1] && !m->trends->standards_differ;
    open_gap(m);
    m->forecast = m->slots;
    if (ahead)
        m->slot[m->slots++] = next;
    return any;
}

static size_t slot_of(const struct maker *m, int year)
{
    size_t at = 0;

    while (at < m->slots && m->slot[at] != year)
        at++;
    return at;
}

static void set(double *at, size_t n, size_t i, double y, double low, double high)
{
    if (i >= n)
        return;
    at[i] = y;
    at[n + i] = low;
    at[2 * n + i] = high;
}

static struct tn_small panel(const struct maker *m, const struct tn_trend *trend)
{
    size_t n = m->slots;
    double *at = tn_new(m->arena, double, 3 * n);

    for (size_t i = 0; i < 3 * n; i++)
        at[i] = (double)NAN;
    for (size_t p = 0; p < trend->points; p++) {
        const struct tn_trend_point *point = &trend->point[p];
        set(at, n, slot_of(m, point->year), point->share, point->low, point->high);
    }
    if (trend->modelled && m->forecast < n && trend->next.year == m->slot[m->forecast])
        set(at, n, m->forecast, trend->next.mean, trend->next.low, trend->next.high);
    return (struct tn_small){tn_indicator_vocab[trend->indicator].name.text[m->lang], at,
                             at + n, at + 2 * n, NULL};
}

static const char *source(const struct maker *m)
{
    const char *level = percent(m, m->level, 0);

    if (m->trends->standards_differ)
        return tn_say(m->arena, m->lang, TN_W_PIC_TREND_BREAK, level,
                      m->trends->break_year);
    if (m->forecast < m->slots)
        return tn_say(m->arena, m->lang, TN_W_PIC_TREND_SOURCE, level,
                      m->slot[m->forecast]);
    return tn_say(m->arena, m->lang, TN_W_PIC_TREND_SOURCE_PLAIN, level);
}

/* 2023, or '23 where there is little room. */
static const char *year_label(const struct maker *m, int year)
{
    if (!year)
        return "";
    if (m->slots <= 4)
        return tn_say(m->arena, m->lang, "%d", "%d", year);
    return tn_say(m->arena, m->lang, "'%02d", "'%02d", year % 100);
}

static const char *headline(const struct maker *m, int fell, size_t panels)
{
    int from = m->slot[0], to = m->slot[m->forecast - 1];

    if (m->trends->standards_differ)
        return tn_say(m->arena, m->lang, TN_W_PIC_TREND_APART, m->trends->break_year);
    if (!fell)
        return tn_say(m->arena, m->lang, TN_W_PIC_TREND_NONE, from, to);
    return tn_say(m->arena, m->lang, TN_W_PIC_TREND_FINDING, from, to, fell, panels);
}

static struct tn_figure years(const struct maker *m)
{
    struct tn_small small[TN_INDICATORS];
    const char *label[MOST_SLOTS];
    size_t panels = 0;
    int fell = 0;

    for (size_t i = 0; i < m->trends->n; i++) {
        const struct tn_trend *trend = &m->trends->trend[i];
        if (!drawn(m, trend))
            continue;
        fell += trend->difference.value < 0 && trend->p < CLEAR;
        small[panels++] = panel(m, trend);
    }
    for (size_t i = 0; i < m->slots; i++)
        label[i] = year_label(m, m->slot[i]);
    const char *finding = headline(m, fell, panels);
    struct tn_frame frame = {
        .lang = m->lang,
        .name = m->status == TN_POOR ? "trends-poor" : "trends-near-poor",
        .finding = finding,
        .what = m->status == TN_POOR
                    ? tn_say(m->arena, m->lang, TN_W_PIC_TREND_WHAT_POOR,
                             m->commune->name)
                    : tn_say(m->arena, m->lang, TN_W_PIC_TREND_WHAT_NEAR_POOR,
                             m->commune->name),
        .source = source(m),
    };
    frame.description = frame.finding;
    struct tn_multiples of = {true, m->slots, label, m->forecast, panels, small};
    return tn_figure_multiples(m->arena, &frame, &of);
}

/* From the first year of all to the last; indicators that lack either are left out. */
static bool change(const struct maker *m, struct tn_figure *figure)
{
    struct slope_row row[TN_INDICATORS];
    int from = m->slot[0], to = m->slot[m->forecast - 1];
    struct slope slope = {.from = tn_say(m->arena, m->lang, "%d", "%d", from),
                          .to = tn_say(m->arena, m->lang, "%d", "%d", to),
                          .row = row};

    for (size_t i = 0; i < m->trends->n; i++) {
        const struct tn_trend *trend = &m->trends->trend[i];
        if (!drawn(m, trend) || trend->point[0].year != from ||
            trend->point[trend->points - 1].year != to)
            continue;
        row[slope.rows++] = (struct slope_row){
            tn_indicator_vocab[trend->indicator].name.text[m->lang],
            trend->point[0].share, trend->point[trend->points - 1].share};
    }
    const struct tn_frame frame = {
        .lang = m->lang,
        .name = m->status == TN_POOR ? "change-poor" : "change-near-poor",
        .what = m->status == TN_POOR ? tn_say(m->arena, m->lang, TN_W_PIC_SLOPE_POOR,
                                              m->commune->name, from, to)
                                     : tn_say(m->arena, m->lang, TN_W_PIC_SLOPE_NEAR_POOR,
                                              m->commune->name, from, to),
    };
    return charts_slope(m->arena, &frame, &slope, figure);
}

static const char *verdict(const struct maker *m, const struct tn_goal_status *of)
{
    if (isnan(of->p_met))
        return of->missing ? tn_say(m->arena, m->lang, TN_W_PIC_GOAL_MISSING, of->missing)
                           : tn_pick(m->lang, TN_W_CH_GOALS_MET);
    const char *p = percent(m, of->p_met, 0);
    return of->missing
               ? tn_say(m->arena, m->lang, TN_W_PIC_GOAL_MISSING_P, of->missing, p)
               : tn_say(m->arena, m->lang, TN_W_PIC_GOAL_MET_P, p);
}

static struct tn_bar goal_bar(const struct maker *m, const struct tn_goal_status *of)
{
    const char *name = tn_indicator_vocab[of->goal->indicator].name.text[m->lang];

    return (struct tn_bar){
        .label = of->goal->status == TN_POOR
                     ? name
                     : tn_say(m->arena, m->lang, TN_W_CH_GOALS_NEAR, name),
        .value = of->served,
        .goal = of->goal->goal_percent / 100,
        .value_label = percent(m, of->served, 1),
        .verdict = verdict(m, of),
        .strong = of->missing > 0};
}

static bool goals(const struct maker *m, struct tn_figure *figure)
{
    struct tn_bar *bar = tn_new(m->arena, struct tn_bar, m->trends->goals + 1);
    size_t rows = 0;
    unsigned long open = 0;

    for (size_t i = 0; i < m->trends->goals; i++) {
        const struct tn_goal_status *of = &m->trends->goal[i];
        bool one = of->goal->status == TN_POOR || of->goal->status == TN_NEAR_POOR;
        if (!one || of->n == 0)
            continue;
        open += of->missing > 0;
        bar[rows++] = goal_bar(m, of);
    }
    if (rows == 0)
        return false;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = "goals",
        .finding = open ? tn_say(m->arena, m->lang, TN_W_CH_GOALS_FINDING, open,
                                 (unsigned long)rows)
                        : tn_pick(m->lang, TN_W_CH_GOALS_ALL),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_GOAL_WHAT, m->commune->name),
        .source = tn_pick(m->lang, TN_W_PIC_GOAL_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_bars bars = {tn_pick(m->lang, TN_W_CH_GOALS_VALUE),
                           tn_pick(m->lang, TN_W_CH_GOALS_GOAL),
                           tn_pick(m->lang, TN_W_PIC_GOAL_VERDICT), rows, bar};
    *figure = tn_figure_bars(m->arena, &frame, &bars);
    return true;
}

size_t tn_charts_of_trends(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_commune *commune,
                           const struct tn_trends *trends, double level,
                           struct tn_figure figure[TN_TREND_CHARTS])
{
    struct maker m = {arena, lang, commune, trends, level, TN_POOR, 0, 0, {0}};
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++) {
        m.status = (enum tn_status)s;
        if (!place_years(&m))
            continue;
        figure[n++] = years(&m);
        n += !trends->standards_differ && change(&m, &figure[n]);
    }
    n += goals(&m, &figure[n]);
    return n;
}
