/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/tables.h"

#include "levers.h"
#include "tables_plan.h"
#include "tn/show/show_audit.h"
#include "tn/words/forecast.h"
#include "tn/words/page.h"
#include "tn/words/quota.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const struct tn_column rate_columns[] = {
    {"status",   {{TN_W_C_STATUS}},     TN_WORDS, 0},
    {"section",  {{TN_W_C_SECTION}},    TN_TEXT,  0},
    {"start",    {{TN_W_C_RATE_START}}, TN_SHARE, 2},
    {"end",      {{TN_W_C_RATE_END}},   TN_SHARE, 2},
    {"low",      {{TN_W_PT_LOW}},       TN_SHARE, 2},
    {"high",     {{TN_W_PT_HIGH}},      TN_SHARE, 2},
    {"target",   {{TN_W_C_TARGET}},     TN_SHARE, 2},
    {"p_target", {{TN_W_C_P_TARGET}},   TN_BAR,   1},
    {0}
};
static const struct tn_column flow_columns_poor[] = {
    {"village",      {{TN_W_PT_AREA}},      TN_WORDS, 0},
    {"start",        {{TN_W_PT_START}},     TN_COUNT, 0},
    {"down",         {{TN_W_PT_SUM}},       TN_REAL,  1},
    {"to_near_poor", {{TN_W_PT_TO_NEAR}},   TN_REAL,  1},
    {"above_line",   {{TN_W_PT_ABOVE}},     TN_REAL,  1},
    {"up",           {{TN_W_PT_SUM}},       TN_REAL,  1},
    {"from_near_poor", {{TN_W_PT_FROM_NEAR}}, TN_REAL, 1},
    {"entry",        {{TN_W_PT_ENTRY}},     TN_REAL,  1},
    {"end",          {{TN_W_PT_END}},       TN_REAL,  1},
    {0}
};
static const struct tn_column flow_columns_near_poor[] = {
    {"village",      {{TN_W_PT_AREA}},      TN_WORDS, 0},
    {"start",        {{TN_W_PT_START}},     TN_COUNT, 0},
    {"down",         {{TN_W_PT_SUM}},       TN_REAL,  1},
    {"above_line",   {{TN_W_PT_ABOVE}},     TN_REAL,  1},
    {"to_poor",      {{TN_W_PT_TO_POOR}},   TN_REAL,  1},
    {"up",           {{TN_W_PT_SUM}},       TN_REAL,  1},
    {"from_poor",    {{TN_W_PT_FROM_POOR}}, TN_REAL,  1},
    {"entry",        {{TN_W_PT_ENTRY_NEAR}}, TN_REAL, 1},
    {"end",          {{TN_W_PT_END}},       TN_REAL,  1},
    {0}
};
static const struct tn_span flow_spans[] = {
    {2, {{NULL}}}, {3, {{TN_W_PT_DOWN}}}, {3, {{TN_W_PT_UP}}}, {1, {{NULL}}},
};
static const struct tn_column quota_columns[] = {
    {"village",   {{TN_W_PT_AREA}},       TN_WORDS, 0},
    {"base",      {{TN_W_PT_HOUSEHOLDS}}, TN_COUNT, 0},
    {"mean",      {{TN_W_PT_EXPECTED}},   TN_REAL,  1},
    {"q05",       {{TN_W_PT_LOW}},        TN_COUNT, 0},
    {"q95",       {{TN_W_PT_HIGH}},       TN_COUNT, 0},
    {"quota",     {{TN_W_PT_GIVEN}},      TN_COUNT, 0},
    {"p_quota",   {{TN_W_PT_P}},          TN_BAR,   1},
    {"realistic", {{TN_W_PT_REALISTIC}},  TN_COUNT, 0},
    {"fair",      {{TN_W_PT_FAIR}},       TN_COUNT, 0},
    {"p_fair",    {{TN_W_PT_P_FAIR}},     TN_SHARE, 1},
    {0}
};
static const struct tn_span quota_spans[] = {
    {2, {{NULL}}}, {3, {{TN_W_PT_FORECAST}}}, {5, {{TN_W_PT_QUOTA}}},
};
static const struct tn_column support_columns[] = {
    {"household", {{TN_W_PT_WHO}},         TN_WORDS, 0},
    {"village",   {{TN_W_PT_AREA}},        TN_TEXT,  0},
    {"status",    {{TN_W_C_STATUS}},       TN_WORDS, 0},
    {"class",     {{TN_W_C_CLASS}},        TN_WORDS, 0},
    {"p_exit",    {{TN_W_PT_EXIT_CHANCE}}, TN_SHARE, 1},
    {"gain",      {{TN_W_PT_GAIN}},        TN_SHARE, 2},
    {0}
};
static const struct tn_column group_columns[] = {
    {"status",     {{TN_W_C_STATUS}},       TN_WORDS, 0},
    {"class",      {{TN_W_C_CLASS}},        TN_WORDS, 0},
    {"households", {{TN_W_PT_HOUSEHOLDS}},  TN_COUNT, 0},
    {"p_exit",     {{TN_W_PT_EXIT_CHANCE}}, TN_SHARE, 1},
    {"least",      {{TN_W_PT_LEAST}},       TN_SHARE, 2},
    {"most",       {{TN_W_PT_MOST}},        TN_SHARE, 2},
    {0}
};
static const struct tn_span group_spans[] = {
    {4, {{NULL}}}, {2, {{TN_W_PT_GAIN}}},
};
static const struct tn_column finding_columns[] = {
    {"level",   {{TN_W_PT_SEVERITY}}, TN_WORDS, 0},
    {"finding", {{TN_W_PT_FINDING}},  TN_WORDS, 0},
    {"where",   {{TN_W_PT_WHERE}},    TN_TEXT,  0},
    {0}
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};
/* clang-format on */

enum { SUPPORTED = 12 };   // rows of the table of households to support

static struct tn_words both(const char *name)
{
    return (struct tn_words){{name, name}};
}

/* The village's name, or the commune after the last. */
static struct tn_words area_name(const struct tn_results *r, size_t v)
{
    return v < r->commune->villages ? both(r->commune->village[v].name)
                                    : (struct tn_words){{TN_W_PT_COMMUNE}};
}

static const struct tn_area_forecast *area(const struct tn_results *r, size_t v)
{
    const struct tn_forecast *f = &r->quota->forecast;

    return v < f->villages ? &f->village[v] : &f->commune;
}

/* ---- rates at the year's end ---- */

static union tn_cell *put_rate(union tn_cell *cell, const struct tn_outcome *o,
                               double total, const struct tn_target *target)
{
    (cell++)->text = target ? target->section : "";
    (cell++)->real = (double)o->base / total;
    (cell++)->real = o->end.mean / total;
    (cell++)->real = (double)o->end.q05 / total;
    (cell++)->real = (double)o->end.q95 / total;
    (cell++)->real = target ? target->percent / 100 : (double)NAN;
    (cell++)->real = target ? target->met.p : (double)NAN;
    return cell;
}

static struct tn_table *rate_table(struct tn_arena *arena, struct tn_doc *doc,
                                   const struct tn_results *r)
{
    const struct tn_forecast *f = &r->quota->forecast;
    size_t rows = 0;

    if (isnan(f->commune.total))
        return NULL;
    for (int s = 0; s < TN_STATUSES; s++)
        rows += f->targets[s] ? f->targets[s] : 1;
    struct tn_table *t = tn_doc_table(
        arena, doc, "rates", (struct tn_words){{TN_W_T_ENDS}}, rows, rate_columns);
    union tn_cell *cell = t->cell;
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t i = 0; i < (f->targets[s] ? f->targets[s] : 1); i++) {
            (cell++)->words = status_title[s];
            cell = put_rate(cell, &f->commune.status[s], f->commune.total,
                            f->targets[s] ? &f->target[s][i] : NULL);
        }
    return t;
}

/* ---- flows, in the ministry's layout ---- */

static union tn_cell *put_flow(union tn_cell *cell, const struct tn_area_forecast *of,
                               int s)
{
    const struct tn_flows *poor = &of->status[TN_POOR].flow;
    const struct tn_flows *near = &of->status[TN_NEAR_POOR].flow;
    const struct tn_flows *own = s == TN_POOR ? poor : near;
    double first = s == TN_POOR ? poor->to_near_poor : near->above_line;
    double second = s == TN_POOR ? poor->above_line : near->to_poor;
    double from = s == TN_POOR ? near->to_poor : poor->to_near_poor;

    (cell++)->count = of->status[s].base;
    (cell++)->real = first + second;
    (cell++)->real = first;
    (cell++)->real = second;
    (cell++)->real = from + own->entry;
    (cell++)->real = from;
    (cell++)->real = own->entry;
    (cell++)->real = own->end;
    return cell;
}

static struct tn_table *flow_table(struct tn_arena *arena, struct tn_doc *doc,
                                   const struct tn_results *r, int s)
{
    size_t villages = r->quota->forecast.villages;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "flows_poor" : "flows_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_PT_FLOWS_POOR}}
                     : (struct tn_words){{TN_W_PT_FLOWS_NEAR_POOR}},
        villages + 1, s == TN_POOR ? flow_columns_poor : flow_columns_near_poor);
    union tn_cell *cell = t->cell;

    for (size_t v = 0; v <= villages; v++) {
        (cell++)->words = area_name(r, v);
        cell = put_flow(cell, area(r, v), s);
    }
    t->span = flow_spans;
    t->total_rows = 1;
    if (s == TN_NEAR_POOR)
        t->note = (struct tn_words){{TN_W_PT_FLOWS_NOTE}};
    return t;
}

/* ---- quotas ---- */

static double chance_of(long quota, double p)
{
    return quota > 0 ? p : (double)NAN;
}

static union tn_cell *put_quota(union tn_cell *cell, const struct tn_outcome *o,
                                const struct tn_village_quota *q)
{
    (cell++)->count = o->base;
    (cell++)->real = o->exits.mean;
    (cell++)->count = o->exits.q05;
    (cell++)->count = o->exits.q95;
    (cell++)->count = o->quota;
    (cell++)->real = chance_of(o->quota, o->quota_met.p);
    (cell++)->count = o->realistic[1];
    (cell++)->count = q ? q->fair.quota : o->quota;
    (cell++)->real = q ? chance_of(q->fair.quota, q->fair.p)
                       : chance_of(o->quota, o->quota_met.p);
    return cell;
}

static struct tn_table *quota_table(struct tn_arena *arena, struct tn_doc *doc,
                                    const struct tn_results *r, int s)
{
    size_t villages = r->quota->forecast.villages;

    if (r->quota->forecast.commune.status[s].base == 0)
        return NULL;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "quotas_poor" : "quotas_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_PT_QUOTAS_POOR}}
                     : (struct tn_words){{TN_W_PT_QUOTAS_NEAR_POOR}},
        villages + 1, quota_columns);
    union tn_cell *cell = t->cell;
    for (size_t v = 0; v <= villages; v++) {
        (cell++)->words = area_name(r, v);
        cell = put_quota(cell, &area(r, v)->status[s],
                         v < villages ? &r->quota->status[s].village[v] : NULL);
    }
    t->span = quota_spans;
    t->total_rows = 1;
    t->note = (struct tn_words){{TN_W_PT_QUOTAS_NOTE}};
    return t;
}

/* ---- whom to support ---- */

/* The classes of one risk as one: how many households, and the least and most that
 * one of them adds. */
struct group {
    size_t class;   // the first of them
    long households;
    double least, most;
};

static int group_order(const void *a, const void *b)
{
    const struct group *x = a, *y = b;

    return (x->most < y->most) - (x->most > y->most);
}

static size_t groups_of(const struct tn_results *r, struct group group[])
{
    const struct tn_classes *classes = &r->quota->classes;
    size_t n = 0;

    for (size_t k = 0; k < classes->risks; k++) {
        struct group g = {classes->first_of_risk[k], 0, INFINITY, -INFINITY};
        for (size_t i = 0; i < classes->n; i++) {
            if (classes->class[i].risk != k)
                continue;
            g.households += classes->class[i].households;
            g.least = fmin(g.least, r->quota->leverage[i].sure);
            g.most = fmax(g.most, r->quota->leverage[i].sure);
        }
        if (g.households > 0)
            group[n++] = g;
    }
    qsort(group, n, sizeof *group, group_order);
    return n;
}

static struct tn_words class_name(const struct tn_class *class)
{
    return class->planned ? (struct tn_words){{TN_W_CLASS_PLANNED}}
                          : (struct tn_words){{TN_W_CLASS_UNPLANNED}};
}

static struct tn_table *group_table(struct tn_arena *arena, struct tn_doc *doc,
                                    const struct tn_results *r)
{
    struct group *group = tn_new(arena, struct group, r->quota->classes.risks + 1);
    size_t n = groups_of(r, group), rows = n < SUPPORTED ? n : SUPPORTED;

    if (rows == 0)
        return NULL;
    struct tn_table *t = tn_doc_table(arena, doc, "support_groups",
                                      (struct tn_words){{TN_W_PT_GROUPS}}, rows,
                                      group_columns);
    union tn_cell *cell = t->cell;
    for (size_t i = 0; i < rows; i++) {
        const struct tn_class *class = &r->quota->classes.class[group[i].class];
        (cell++)->words = status_title[class->status];
        (cell++)->words = class_name(class);
        (cell++)->count = group[i].households;
        (cell++)->real = r->quota->leverage[group[i].class].chance;
        (cell++)->real = group[i].least;
        (cell++)->real = group[i].most;
    }
    t->span = group_spans;
    t->note = (struct tn_words){{TN_W_PT_GROUPS_NOTE}};
    return t;
}

/* "each of 7", or "1 household" where there is one. */
static struct tn_words each_of(struct tn_arena *arena, long households)
{
    return households > 1 ? tn_say_both(arena, TN_W_WHO_EACH, households)
                          : (struct tn_words){{TN_W_PT_ONE}};
}

static struct tn_table *support_table(struct tn_arena *arena, struct tn_doc *doc,
                                      const struct tn_results *r)
{
    struct lever *lever;
    size_t n = levers_of(arena, r->commune, r->quota, &lever);
    size_t rows = n < SUPPORTED ? n : SUPPORTED;

    if (rows == 0)
        return NULL;
    levers_sort(n, lever);
    struct tn_table *t = tn_doc_table(arena, doc, "support",
                                      (struct tn_words){{TN_W_PT_SUPPORT}}, rows,
                                      support_columns);
    union tn_cell *cell = t->cell;
    for (size_t i = 0; i < rows; i++) {
        const struct tn_class *class = &r->quota->classes.class[lever[i].class];
        (cell++)->words = lever[i].household ? both(lever[i].household->code)
                                             : each_of(arena, lever[i].households);
        (cell++)->text = r->commune->village[class->village].name;
        (cell++)->words = status_title[class->status];
        (cell++)->words = class_name(class);
        (cell++)->real = r->quota->leverage[lever[i].class].chance;
        (cell++)->real = lever[i].sure;
    }
    t->note = (struct tn_words){{TN_W_PT_SUPPORT_NOTE}};
    return t;
}

/* Without a quota nobody's support brings one nearer. */
static bool asks(const struct tn_results *r)
{
    const struct tn_area_forecast *all = &r->quota->forecast.commune;

    return all->status[TN_POOR].quota > 0 || all->status[TN_NEAR_POOR].quota > 0;
}

/* ---- what the audit found ---- */

static struct tn_table *finding_table(struct tn_arena *arena, struct tn_doc *doc,
                                      const struct tn_results *r)
{
    static const struct tn_words level[] = {
        [TN_ERROR] = {{TN_W_PT_ERROR}},
        [TN_WARNING] = {{TN_W_PT_WARNING}},
        [TN_NOTE] = {{TN_W_PT_NOTE}},
    };
    const struct tn_audit *a = r->audit;

    if (!a || !a->first)
        return NULL;
    struct tn_table *t = tn_doc_table(
        arena, doc, "contradictions", (struct tn_words){{TN_W_PT_FINDINGS}},
        a->errors + a->warnings + a->notes, finding_columns);
    union tn_cell *cell = t->cell;
    t->only = TN_ONLY_PEOPLE;   // machines have the audit's own
    for (const struct tn_audit_finding *f = a->first; f; f = f->next) {
        (cell++)->words = level[f->severity];
        (cell++)->words = f->message;
        (cell++)->text = tn_audit_place(arena, f);
    }
    return t;
}

struct tn_report_tables tn_report_tables_of(struct tn_arena *arena,
                                            const struct tn_results *r)
{
    struct tn_report_tables t = {0};

    t.rates = rate_table(arena, &t.doc, r);
    for (int s = 0; s < TN_STATUSES; s++)
        t.flows[s] = flow_table(arena, &t.doc, r, s);
    for (int s = 0; s < TN_STATUSES; s++)
        t.quotas[s] = quota_table(arena, &t.doc, r, s);
    if (asks(r)) {
        t.groups = group_table(arena, &t.doc, r);
        t.support = support_table(arena, &t.doc, r);
    }
    t.goals = tn_goal_table(arena, &t.doc, r->commune, r->prevalences);
    t.trends = tn_trend_table(arena, &t.doc, r->trends);
    t.assumptions = tn_assumption_table(arena, &t.doc, r->model);
    t.findings = finding_table(arena, &t.doc, r);
    return t;
}
