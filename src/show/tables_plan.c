/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the report's tables those that the plan and the model fill: goals, assumptions. */
#include "tn/show/tables.h"

#include "tables_plan.h"
#include "tn/words/exits.h"
#include "tn/words/forecast.h"
#include "tn/words/page.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const struct tn_column goal_columns[] = {
    {"indicator", {{TN_W_PT_INDICATOR}}, TN_WORDS, 0},
    {"status",    {{TN_W_PT_STATUS}},    TN_WORDS, 0},
    {"section",   {{TN_W_PT_SECTION}},   TN_TEXT,  0},
    {"goal",      {{TN_W_PT_GOAL}},      TN_SHARE, 0},
    {"now",       {{TN_W_PT_NOW}},       TN_BAR,   1},
    {"missing",   {{TN_W_PT_MISSING}},   TN_COUNT, 0},
    {"verdict",   {{TN_W_PT_VERDICT}},   TN_WORDS, 0},
    {0}
};
static const struct tn_column trend_columns[] = {
    {"indicator",     {{TN_W_PT_INDICATOR}}, TN_WORDS, 0},
    {"status",        {{TN_W_PT_STATUS}},    TN_WORDS, 0},
    {"first",         {{TN_W_PT_FIRST}},     TN_SHARE, 1},
    {"last",          {{TN_W_PT_LAST}},      TN_SHARE, 1},
    {"change",        {{TN_W_PT_CHANGE}},    TN_SHARE, 1},
    {"change_low",    {{TN_W_PT_LOW}},       TN_SHARE, 1},
    {"change_high",   {{TN_W_PT_HIGH}},      TN_SHARE, 1},
    {"forecast",      {{TN_W_PT_EXPECTED}},  TN_SHARE, 1},
    {"forecast_low",  {{TN_W_PT_LOW}},       TN_SHARE, 1},
    {"forecast_high", {{TN_W_PT_HIGH}},      TN_SHARE, 1},
    {0}
};
static const struct tn_span trend_spans[] = {
    {2, {{NULL}}}, {2, {{TN_W_PT_DEPRIVED}}}, {3, {{TN_W_PT_MOVED}}}, {3, {{TN_W_PT_NEXT}}},
};
static const struct tn_column assumption_columns[] = {
    {"assumption", {{TN_W_PT_ASSUMPTION}}, TN_WORDS, 0},
    {"q05",        {{TN_W_PT_LOW}},        TN_REAL,  2},
    {"q50",        {{TN_W_PT_MIDDLE}},     TN_REAL,  2},
    {"q95",        {{TN_W_PT_HIGH}},       TN_REAL,  2},
    {"unit",       {{TN_W_PT_UNIT}},       TN_WORDS, 0},
    {0}
};
static const struct tn_words assumption[TN_PARAMETERS] = {
    [TN_UNPLANNED_POOR]      = {{TN_W_PT_UNPLANNED_POOR}},
    [TN_PLANNED_POOR]        = {{TN_W_PT_PLANNED_POOR}},
    [TN_UNPLANNED_NEAR_POOR] = {{TN_W_PT_UNPLANNED_NEAR}},
    [TN_PLANNED_NEAR_POOR]   = {{TN_W_PT_PLANNED_NEAR}},
    [TN_VILLAGE_SD]          = {{TN_W_PT_VILLAGE_SD}},
    [TN_YEAR_SD]             = {{TN_W_PT_YEAR_SD}},
    [TN_TO_NEAR_POOR]        = {{TN_W_PT_TO_NEAR_POOR}},
    [TN_NEAR_TO_POOR]        = {{TN_W_PT_NEAR_TO_POOR}},
    [TN_ENTRY_POOR]          = {{TN_W_PT_ENTRY_POOR}},
    [TN_ENTRY_NEAR_POOR]     = {{TN_W_PT_ENTRY_NEAR_POOR}},
};
/* clang-format on */

struct tn_words tn_assumption_name(size_t id)
{
    return assumption[id];
}

/* ---- goals ---- */

static const struct tn_prevalence *reviewed(const struct tn_commune *c,
                                            const struct tn_prevalences *p,
                                            const struct tn_goal *goal)
{
    for (size_t i = 0; p && i < p->rows; i++)
        if (p->row[i].year == c->base_year && (int)p->row[i].status == goal->status &&
            p->row[i].indicator == goal->indicator && !isnan(p->row[i].share))
            return &p->row[i];
    return NULL;
}

struct tn_goal_now tn_goal_now(const struct tn_commune *c, const struct tn_prevalences *p,
                               const struct tn_goal *goal)
{
    struct tn_goal_now now = {(double)NAN, TN_UNKNOWN, false};
    const struct tn_prevalence *of = strstr(goal->meaning, "person")
                                         ? NULL
                                         : reviewed(c, p, goal);

    if (!of)
        return now;
    now.share = 1 - of->share;
    double need = goal->goal_percent / 100 * (double)of->households;
    long have = of->deprived.low >= 0 && of->deprived.low == of->deprived.high
                    ? of->households - of->deprived.low
                    : lround(now.share * (double)of->households);
    now.missing = (long)ceil(need - (double)have - 1e-9);
    now.missing = now.missing > 0 ? now.missing : 0;
    now.met = now.missing == 0;
    return now;
}

static struct tn_words whom(const struct tn_goal *goal)
{
    return goal->status == TN_POOR        ? (struct tn_words){{TN_W_STATUS_POOR}}
           : goal->status == TN_NEAR_POOR ? (struct tn_words){{TN_W_STATUS_NEAR_POOR}}
                                          : (struct tn_words){{TN_W_PT_ALL}};
}

struct tn_table *tn_goal_table(struct tn_arena *arena, struct tn_doc *doc,
                               const struct tn_commune *c, const struct tn_prevalences *p)
{
    if (c->goals == 0)
        return NULL;
    struct tn_table *t = tn_doc_table(
        arena, doc, "goals", (struct tn_words){{TN_W_PT_GOALS}}, c->goals, goal_columns);
    union tn_cell *cell = t->cell;
    for (size_t i = 0; i < c->goals; i++) {
        const struct tn_goal *goal = &c->goal[i];
        struct tn_goal_now now = tn_goal_now(c, p, goal);
        (cell++)->words = goal->indicator == TN_NONE
                              ? (struct tn_words){{goal->meaning, goal->meaning}}
                              : tn_indicator_vocab[goal->indicator].name;
        (cell++)->words = whom(goal);
        (cell++)->text = goal->section;
        (cell++)->real = goal->goal_percent / 100;
        (cell++)->real = now.share;
        (cell++)->count = now.missing == TN_UNKNOWN ? TN_COUNT_NONE : now.missing;
        (cell++)->words = now.missing == TN_UNKNOWN
                              ? (struct tn_words){{TN_W_PT_GOAL_UNKNOWN}}
                          : now.met ? (struct tn_words){{TN_W_PT_GOAL_MET}}
                                    : (struct tn_words){{TN_W_PT_GOAL_OPEN}};
    }
    t->note = (struct tn_words){{TN_W_PT_GOALS_NOTE}};
    return t;
}

/* ---- trends ---- */

static union tn_cell *put_trend(union tn_cell *cell, const struct tn_trend *of)
{
    const struct tn_outlook *next = of->modelled ? &of->next : NULL;

    (cell++)->words = tn_indicator_vocab[of->indicator].name;
    (cell++)->words = tn_status_vocab[of->status].name;
    (cell++)->real = of->point[0].share;
    (cell++)->real = of->point[of->points - 1].share;
    (cell++)->real = of->difference.value;
    (cell++)->real = of->difference.interval.low;
    (cell++)->real = of->difference.interval.high;
    (cell++)->real = next ? next->mean : (double)NAN;
    (cell++)->real = next ? next->low : (double)NAN;
    (cell++)->real = next ? next->high : (double)NAN;
    return cell;
}

struct tn_table *tn_trend_table(struct tn_arena *arena, struct tn_doc *doc,
                                const struct tn_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; trends && i < trends->n; i++)
        rows += trends->trend[i].points > 1;
    if (rows == 0)
        return NULL;
    struct tn_table *t = tn_doc_table(
        arena, doc, "trends",
        tn_say_both(arena, TN_W_PT_TRENDS, trends->first_year, trends->last_year), rows,
        trend_columns);
    union tn_cell *cell = t->cell;
    for (size_t i = 0; i < trends->n; i++)
        if (trends->trend[i].points > 1)
            cell = put_trend(cell, &trends->trend[i]);
    t->span = trend_spans;
    t->note = (struct tn_words){{TN_W_PT_TRENDS_NOTE}};
    return t;
}

/* ---- assumptions ---- */

static union tn_cell *put_assumption(union tn_cell *cell, struct tn_words name,
                                     const struct tn_prior *prior, struct tn_words unit)
{
    const double z95 = 1.6448536269514722;   // qnorm(0.95)
    double percent = prior->scale == TN_LOGIT ? 100 : 1;

    (cell++)->words = name;
    (cell++)->real = percent * tn_prior_at(prior, -z95);
    (cell++)->real = percent * tn_prior_at(prior, 0);
    (cell++)->real = percent * tn_prior_at(prior, z95);
    (cell++)->words = unit;
    return cell;
}

static struct tn_words unit_of(size_t id)
{
    return id == TN_VILLAGE_SD || id == TN_YEAR_SD
               ? (struct tn_words){{TN_W_PT_UNIT_LOGIT}}
           : id == TN_ENTRY_POOR || id == TN_ENTRY_NEAR_POOR
               ? (struct tn_words){{TN_W_PT_UNIT_RATE}}
               : (struct tn_words){{TN_W_PT_UNIT_SHARE}};
}

struct tn_table *tn_assumption_table(struct tn_arena *arena, struct tn_doc *doc,
                                     const struct tn_model *model)
{
    struct tn_table *t = tn_doc_table(arena, doc, "assumptions",
                                      (struct tn_words){{TN_W_PT_ASSUMPTIONS}},
                                      TN_PARAMETERS + model->terms, assumption_columns);
    union tn_cell *cell = t->cell;

    for (size_t id = 0; id < TN_PARAMETERS; id++)
        cell = put_assumption(cell, assumption[id], &model->prior[id], unit_of(id));
    for (size_t k = 0; k < model->terms; k++)
        cell = put_assumption(
            cell, (struct tn_words){{model->term[k].name, model->term[k].name}},
            &model->term[k].prior, (struct tn_words){{TN_W_PT_UNIT_LOGIT}});
    t->note = (struct tn_words){{TN_W_PT_ASSUMPTIONS_NOTE}};
    return t;
}
