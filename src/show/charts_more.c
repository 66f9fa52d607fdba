/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of goals, of years, and of what the answer hangs on. */
#include "charts_parts.h"

#include "tables_plan.h"
#include "tn/words/charts.h"
#include "tn/words/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_YEARS = 12, MOST_SWINGS = 8 };

/* A swing of less than this share of probability is not worth a row. */
static const double SEEN = 0.005;

static const char *percent(const struct maker *m, double p, int decimals)
{
    return tn_say_share(m->arena, m->lang, p, decimals);
}

/* --- Goals --- */

static struct tn_bar goal_bar(const struct maker *m, const struct tn_goal *goal,
                              const struct tn_goal_now *now)
{
    const char *name = tn_indicator_vocab[goal->indicator].name.text[m->lang];

    return (struct tn_bar){
        .label = goal->status == TN_POOR
                     ? name
                     : tn_say(m->arena, m->lang, TN_W_CH_GOALS_NEAR, name),
        .value = now->share,
        .goal = goal->goal_percent / 100,
        .value_label = percent(m, now->share, 1),
        .verdict = now->met
                       ? tn_pick(m->lang, TN_W_CH_GOALS_MET)
                       : tn_say(m->arena, m->lang, TN_W_CH_GOALS_MISSING, now->missing),
        .strong = !now->met,
    };
}

bool charts_goals(const struct maker *m, const char *name, struct tn_figure *figure)
{
    const struct tn_commune *c = m->commune;
    struct tn_bar *bar = tn_new(m->arena, struct tn_bar, c->goals + 1);
    size_t rows = 0;
    unsigned long open = 0;

    for (size_t i = 0; i < c->goals; i++) {
        struct tn_goal_now now = tn_goal_now(c, m->prevalences, &c->goal[i]);
        if (now.missing == TN_UNKNOWN)
            continue;
        open += !now.met;
        bar[rows++] = goal_bar(m, &c->goal[i], &now);
    }
    if (rows == 0)
        return false;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name,
        .finding = open ? tn_say(m->arena, m->lang, TN_W_CH_GOALS_FINDING, open,
                                 (unsigned long)rows)
                        : tn_pick(m->lang, TN_W_CH_GOALS_ALL),
        .what = tn_say(m->arena, m->lang, TN_W_CH_GOALS_WHAT, c->base_year),
        .source = tn_pick(m->lang, TN_W_CH_GOALS_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_bars bars = {tn_pick(m->lang, TN_W_CH_GOALS_VALUE),
                           tn_pick(m->lang, TN_W_CH_GOALS_GOAL),
                           tn_pick(m->lang, TN_W_CH_GOALS_VERDICT), rows, bar};
    *figure = tn_figure_bars(m->arena, &frame, &bars);
    return true;
}

/* --- Years --- */

static size_t years_of(const struct tn_prevalences *p, int year[MOST_YEARS])
{
    size_t n = 0;

    for (size_t i = 0; p && i < p->rows; i++) {
        size_t k = 0;
        while (k < n && year[k] < p->row[i].year)
            k++;
        if (p->row[i].status != TN_POOR || (k < n && year[k] == p->row[i].year) ||
            n == MOST_YEARS)
            continue;
        memmove(year + k + 1, year + k, (n - k) * sizeof *year);
        year[k] = p->row[i].year;
        n++;
    }
    return n;
}

/* The panel of one indicator among the poor; false where a year alone has it. */
static bool year_panel(const struct maker *m, size_t indicator, size_t n,
                       const int year[], struct tn_small *panel)
{
    double *row = tn_new(m->arena, double, 3 * n);
    size_t known = 0;

    for (size_t i = 0; i < 3 * n; i++)
        row[i] = (double)NAN;
    for (size_t i = 0; i < m->prevalences->rows; i++) {
        const struct tn_prevalence *p = &m->prevalences->row[i];
        for (size_t k = 0; k < n; k++)
            if (p->status == TN_POOR && p->indicator == indicator && p->year == year[k]) {
                row[k] = p->share;
                row[n + k] = p->low;
                row[2 * n + k] = p->high;
                known += isnan(p->share) ? 0 : 1;
            }
    }
    *panel = (struct tn_small){tn_indicator_vocab[indicator].name.text[m->lang], row,
                               row + n, row + 2 * n, NULL};
    return known > 1;
}

bool charts_trends(const struct maker *m, const char *name, struct tn_figure *figure)
{
    int year[MOST_YEARS];
    size_t n = years_of(m->prevalences, year), panels = 0;
    struct tn_small panel[TN_INDICATORS];
    const char **label = tn_new(m->arena, const char *, MOST_YEARS);

    for (size_t k = 0; k < n; k++)
        label[k] = tn_say(m->arena, m->lang, "%d", "%d", year[k]);
    for (size_t j = 0; n > 1 && j < TN_INDICATORS; j++)
        panels += year_panel(m, j, n, year, &panel[panels]);
    if (panels == 0)
        return false;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name,
        .finding = tn_say(m->arena, m->lang, TN_W_CH_TRENDS_FINDING, year[0],
                          year[n - 1]),
        .what = tn_say(m->arena, m->lang, TN_W_CH_TRENDS_WHAT, m->commune->name),
        .source = tn_say(m->arena, m->lang, TN_W_CH_TRENDS_SOURCE,
                         tn_say_real(m->arena, m->lang, 100 * m->prevalences->level, 0)),
    };
    frame.description = frame.finding;
    struct tn_multiples multiples = {true, n, label, n, panels, panel};
    *figure = tn_figure_multiples(m->arena, &frame, &multiples);
    return true;
}

/* --- What the answer hangs on --- */

/* A parameter's value as people say it. */
static const char *value(const struct maker *m, size_t id, double x)
{
    if (id == TN_VILLAGE_SD || id == TN_YEAR_SD)
        return tn_say_real(m->arena, m->lang, x, 2);
    if (id == TN_ENTRY_POOR || id == TN_ENTRY_NEAR_POOR || id == TN_PARAMETERS)
        return tn_say_real(m->arena, m->lang, x, 1);
    return percent(m, x, 0);
}

/* Which parameter a swing is about; TN_PARAMETERS for a household term. */
static size_t parameter_of(const struct tn_swing *swing)
{
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        int status = TN_UNKNOWN;
        const char *name = tn_parameter_name((enum tn_parameter_id)id, &status);
        if (status == swing->status && strcmp(name, swing->name) == 0)
            return id;
    }
    return TN_PARAMETERS;
}

static struct tn_tornado_row swing_row(const struct maker *m,
                                       const struct tn_swing *swing, int s)
{
    size_t id = parameter_of(swing);
    double low = swing->at_low.met[s], high = swing->at_high.met[s];
    const char *at_low = value(m, id, swing->low), *at_high = value(m, id, swing->high);

    return (struct tn_tornado_row){
        .label = id == TN_PARAMETERS ? swing->name : tn_assumption_name(id).text[m->lang],
        .bad = low < high ? low : high,
        .good = low < high ? high : low,
        .bad_label = low < high ? at_low : at_high,
        .good_label = low < high ? at_high : at_low,
    };
}

static int widest_first(const void *a, const void *b)
{
    const struct tn_tornado_row *x = a, *y = b;
    double p = x->good - x->bad, q = y->good - y->bad;

    return (p < q) - (p > q);
}

static struct tn_frame swing_frame(const struct maker *m, const char *name, int s,
                                   const struct tn_tornado_row *widest)
{
    const char *bad = percent(m, widest->bad, 0), *good = percent(m, widest->good, 0);
    struct tn_frame frame = {
        .lang = m->lang,
        .name = name,
        .finding = s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_CH_SWING_POOR, bad, good)
                       : tn_say(m->arena, m->lang, TN_W_CH_SWING_NEAR_POOR, bad, good),
        .what = tn_pick(m->lang, TN_W_CH_SWING_WHAT),
        .source = tn_pick(m->lang, TN_W_CH_SWING_SOURCE),
        .description = tn_say(m->arena, m->lang, TN_W_CH_SWING_DESCRIPTION, widest->label,
                              bad, good),
    };

    return frame;
}

bool charts_sensitivity(const struct maker *m, const char *name, int s,
                        struct tn_figure *figure)
{
    const struct tn_sensitivity *of = m->results->sensitivity;
    size_t rows = 0;

    if (!of || m->forecast->commune.status[s].quota == 0)
        return false;
    struct tn_tornado_row *row = tn_new(m->arena, struct tn_tornado_row, of->swings + 1);
    for (size_t i = 0; i < of->swings; i++) {
        row[rows] = swing_row(m, &of->swing[i], s);
        rows += row[rows].good - row[rows].bad >= SEEN;
    }
    if (rows == 0)
        return false;
    qsort(row, rows, sizeof *row, widest_first);
    struct tn_frame frame = swing_frame(m, name, s, row);
    struct tn_tornado tornado = {
        of->middle.met[s],
        tn_say(m->arena, m->lang, TN_W_CH_SWING_BASE, percent(m, of->middle.met[s], 1)),
        tn_pick(m->lang, TN_W_CH_SWING_BAD),
        tn_pick(m->lang, TN_W_CH_SWING_GOOD),
        rows < MOST_SWINGS ? rows : MOST_SWINGS,
        row};
    *figure = tn_figure_tornado(m->arena, &frame, &tornado);
    return true;
}
