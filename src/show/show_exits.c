/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_exits.h"

#include "tn/words/exits.h"
#include "tn/words/forecast.h"

#include <math.h>

/* clang-format off */
static const struct tn_column village_columns[] = {
    {"village",        {{TN_W_C_VILLAGE}},    TN_WORDS, 0},
    {"status",         {{TN_W_C_STATUS}},     TN_WORDS, 0},
    {"households",     {{TN_W_C_COUNT}},      TN_COUNT, 0},
    {"planned_households", {{TN_W_C_PLANNED_N}}, TN_COUNT, 0},
    {"planned",        {{TN_W_C_PLANNED}},    TN_SHARE, 1},
    {"planned_q05",    {{TN_W_C_LOW}},        TN_SHARE, 1},
    {"planned_q95",    {{TN_W_C_HIGH}},       TN_SHARE, 1},
    {"unplanned",      {{TN_W_C_UNPLANNED}},  TN_SHARE, 1},
    {"unplanned_q05",  {{TN_W_C_LOW}},        TN_SHARE, 1},
    {"unplanned_q95",  {{TN_W_C_HIGH}},       TN_SHARE, 1},
    {"overall",        {{TN_W_C_OVERALL}},    TN_BAR,   1},
    {"overall_q05",    {{TN_W_C_LOW}},        TN_SHARE, 1},
    {"overall_q95",    {{TN_W_C_HIGH}},       TN_SHARE, 1},
    {0}
};
static const struct tn_column household_columns[] = {
    {"household", {{TN_W_C_HOUSEHOLD}}, TN_TEXT,  0},
    {"village",   {{TN_W_C_VILLAGE}},   TN_TEXT,  0},
    {"status",    {{TN_W_C_STATUS}},    TN_WORDS, 0},
    {"planned",   {{TN_W_C_PLANNED}},   TN_WORDS, 0},
    {"chance",    {{TN_W_C_CHANCE}},    TN_BAR,   1},
    {"q05",       {{TN_W_C_LOW}},       TN_SHARE, 1},
    {"q95",       {{TN_W_C_HIGH}},      TN_SHARE, 1},
    {"head",      {{TN_W_C_HEAD}},      TN_TEXT,  0},   // last: left out without --names
    {0}
};
static const struct tn_column nameless_columns[] = {
    {"household", {{TN_W_C_HOUSEHOLD}}, TN_TEXT,  0},
    {"village",   {{TN_W_C_VILLAGE}},   TN_TEXT,  0},
    {"status",    {{TN_W_C_STATUS}},    TN_WORDS, 0},
    {"planned",   {{TN_W_C_PLANNED}},   TN_WORDS, 0},
    {"chance",    {{TN_W_C_CHANCE}},    TN_BAR,   1},
    {"q05",       {{TN_W_C_LOW}},       TN_SHARE, 1},
    {"q95",       {{TN_W_C_HIGH}},      TN_SHARE, 1},
    {0}
};
static const struct tn_column parameter_columns[] = {
    {"parameter", {{TN_W_C_PARAMETER}}, TN_TEXT, 0},
    {"status",    {{TN_W_C_STATUS}},    TN_TEXT, 0},
    {"q05",       {{TN_W_C_LOW}},       TN_REAL, 3},
    {"q50",       {{TN_W_C_MEDIAN}},    TN_REAL, 3},
    {"q95",       {{TN_W_C_HIGH}},      TN_REAL, 3},
    {"source",    {{TN_W_C_SOURCE}},    TN_TEXT, 0},
    {0}
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};
/* clang-format on */

/* Planned households of each village, and last of the commune. */
static long *planned_in(struct tn_arena *arena, const struct tn_classes *classes,
                        size_t villages, int status)
{
    long *n = tn_new(arena, long, villages + 1);

    for (size_t i = 0; i < classes->n; i++) {
        const struct tn_class *class = &classes->class[i];
        if ((int)class->status != status || !class->planned)
            continue;
        n[class->village] += class->households;
        n[villages] += class->households;
    }
    return n;
}

static union tn_cell *put_chance(union tn_cell *cell, const struct tn_chance *chance)
{
    (cell++)->real = chance->mean;
    (cell++)->real = chance->q05;
    (cell++)->real = chance->q95;
    return cell;
}

static void village_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_exits *what, int s)
{
    const struct tn_commune *c = what->commune;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "villages_poor" : "villages_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_EXITS_POOR}}
                     : (struct tn_words){{TN_W_T_EXITS_NEAR_POOR}},
        c->villages + 1, village_columns);
    union tn_cell *cell = t->cell;
    const long *planned = planned_in(arena, what->classes, c->villages, s);

    for (size_t v = 0; v <= c->villages; v++) {
        bool all = v == c->villages;
        const struct tn_village_chance *chance = all ? &what->chances->commune[s]
                                                     : &what->chances->village[s][v];
        (cell++)->words = all ? (struct tn_words){{TN_W_WHOLE_COMMUNE}}
                              : (struct tn_words){
                                    {c->village[v].name, c->village[v].name}};
        (cell++)->words = status_title[s];
        (cell++)->count = all ? c->households[s] : c->village[v].households[s];
        (cell++)->count = planned[v];
        cell = put_chance(cell, &chance->planned);
        cell = put_chance(cell, &chance->unplanned);
        cell = put_chance(cell, &chance->overall);
    }
    t->total_rows = 1;
}

static void household_table(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_show_exits *what)
{
    const struct tn_commune *c = what->commune;
    struct tn_table *t = tn_doc_table(
        arena, doc, "households", (struct tn_words){{TN_W_T_EXITS_HOUSEHOLDS}},
        c->households_listed, what->names ? household_columns : nameless_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < c->households_listed; i++) {
        const struct tn_household *h = &c->household[i];
        (cell++)->text = h->code;
        (cell++)->text = c->village[h->village].name;
        (cell++)->words = status_title[h->status];
        (cell++)->words = h->planned ? (struct tn_words){{TN_W_YES}}
                                     : (struct tn_words){{TN_W_NO}};
        cell = put_chance(cell, &what->chances->class[what->classes->of_household[i]]);
        if (what->names)
            (cell++)->text = h->head;
    }
}

static union tn_cell *put_parameter(union tn_cell *cell, const char *name, int status,
                                    const struct tn_prior *prior)
{
    const double z95 = 1.6448536269514722;   // qnorm(0.95)

    (cell++)->text = name;
    (cell++)->text = status == TN_UNKNOWN ? "" : tn_status_vocab[status].code;
    (cell++)->real = tn_prior_at(prior, -z95);
    (cell++)->real = tn_prior_at(prior, 0);
    (cell++)->real = tn_prior_at(prior, z95);
    (cell++)->text = prior->source ? prior->source : "";
    return cell;
}

static void parameter_table(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_model *model)
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "parameters", (struct tn_words){{TN_W_T_PARAMETERS}},
        TN_PARAMETERS + model->terms + model->villages + model->communes,
        parameter_columns);
    union tn_cell *cell = t->cell;

    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        int status = TN_UNKNOWN;
        const char *name = tn_parameter_name((enum tn_parameter_id)id, &status);
        cell = put_parameter(cell, name, status, &model->prior[id]);
    }
    for (size_t k = 0; k < model->terms; k++)
        cell = put_parameter(cell, model->term[k].name, model->term[k].status,
                             &model->term[k].prior);
    for (size_t v = 0; v < model->villages; v++)
        cell = put_parameter(
            cell,
            tn_say(arena, TN_EN, "village:%s", "village:%s", model->village[v].name),
            TN_UNKNOWN, &model->village[v].prior);
    for (size_t i = 0; i < model->communes; i++)
        cell = put_parameter(
            cell,
            tn_say(arena, TN_EN, "commune:%s", "commune:%s", model->commune[i].name),
            TN_UNKNOWN, &model->commune[i].prior);
    t->only = TN_ONLY_MACHINES;
}

void tn_show_exits(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_exits *what)
{
    const struct tn_commune *c = what->commune;

    doc->title = tn_say_both(arena, TN_W_EXITS_TITLE, c->name, c->plan_year);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_EXITS_RANGE_NOTE}});
    tn_doc_note(arena, doc,
                c->households_listed ? (struct tn_words){{TN_W_EXITS_PLANNED_LISTED}}
                                     : (struct tn_words){{TN_W_EXITS_PLANNED_QUOTA}});
    if (c->parameters == 0)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_EXITS_MODEL_DEFAULT}});
    for (int s = 0; s < TN_STATUSES; s++)
        village_table(arena, doc, what, s);
    if (what->households)
        household_table(arena, doc, what);
    parameter_table(arena, doc, what->model);
}
