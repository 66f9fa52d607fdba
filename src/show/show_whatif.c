/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_whatif.h"

#include "show_whatif_parts.h"
#include "tn/show/show_forecast.h"
#include "tn/words/forecast.h"
#include "tn/words/whatif.h"

#include <math.h>

/* clang-format off */
static const struct tn_column commune_columns[] = {
    {"status",       {{TN_W_C_STATUS}},                TN_WORDS, 0},
    {"quota",        {{TN_W_C_QUOTA}},                 TN_COUNT, 0},
    {"exits_plan",   {{TN_W_C_WHATIF_EXITS_PLAN}},     TN_REAL,  1},
    {"exits",        {{TN_W_C_WHATIF_EXITS_SCENARIO}}, TN_REAL,  1},
    {"p_plan",       {{TN_W_C_WHATIF_P_PLAN}},         TN_SHARE, 1},
    {"p",            {{TN_W_C_WHATIF_P_SCENARIO}},     TN_SHARE, 1},
    {"change",       {{TN_W_C_WHATIF_CHANGE}},         TN_SHARE, 2},
    {"change_error", {{TN_W_C_WHATIF_ERROR}},          TN_SHARE, 2},
    {"end_plan",     {{TN_W_C_WHATIF_END_PLAN}},       TN_REAL,  1},
    {"end",          {{TN_W_C_WHATIF_END_SCENARIO}},   TN_REAL,  1},
    {0}
};
static const struct tn_column village_columns[] = {
    {"village",    {{TN_W_C_VILLAGE}},               TN_WORDS, 0},
    {"quota",      {{TN_W_C_QUOTA}},                 TN_COUNT, 0},
    {"exits_plan", {{TN_W_C_WHATIF_EXITS_PLAN}},     TN_REAL,  1},
    {"exits",      {{TN_W_C_WHATIF_EXITS_SCENARIO}}, TN_REAL,  1},
    {"p_plan",     {{TN_W_C_WHATIF_P_PLAN}},         TN_SHARE, 1},
    {"p",          {{TN_W_C_WHATIF_P_SCENARIO}},     TN_SHARE, 1},
    {"change",     {{TN_W_C_WHATIF_CHANGE}},         TN_SHARE, 2},
    {0}
};
static const struct tn_column change_columns[] = {
    {"area",         {{TN_W_C_AREA}},                  TN_TEXT,  0},
    {"status",       {{TN_W_C_STATUS}},                TN_TEXT,  0},
    {"quota",        {{TN_W_C_QUOTA}},                 TN_COUNT, 0},
    {"exits_plan",   {{TN_W_C_WHATIF_EXITS_PLAN}},     TN_REAL,  1},
    {"exits",        {{TN_W_C_WHATIF_EXITS_SCENARIO}}, TN_REAL,  1},
    {"p_plan",       {{TN_W_C_WHATIF_P_PLAN}},         TN_SHARE, 1},
    {"p",            {{TN_W_C_WHATIF_P_SCENARIO}},     TN_SHARE, 1},
    {"change",       {{TN_W_C_WHATIF_CHANGE}},         TN_SHARE, 2},
    {"end_plan",     {{TN_W_C_WHATIF_END_PLAN}},       TN_REAL,  1},
    {"end",          {{TN_W_C_WHATIF_END_SCENARIO}},   TN_REAL,  1},
    {0}
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};
/* clang-format on */

/* ---- sentences ---- */

static void say_scenario(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_whatif *what)
{
    const struct tn_scenario *s = what->scenario;
    bool sets = false;

    if (what->from_file)
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_WHATIF_FROM_FILE, what->from_file));
    for (size_t i = 0; i < s->n; i++) {
        sets |= s->adjustment[i].set;
        if (i >= what->from_file)
            tn_doc_note(arena, doc,
                        tn_say_both(arena, TN_W_WHATIF_FROM_OPTION,
                                    what->option[i - what->from_file],
                                    tn_scenario_reach(what->commune, &s->adjustment[i])));
    }
    if (sets)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_WHATIF_SET_NOTE}});
}

static void say_change(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_whatif *w, int s)
{
    const struct tn_outcome *plan = &w->plan.commune.status[s];
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++) {
        const char *from = tn_say_share(arena, lang, plan->quota_met.p, 1);
        const char *to = tn_say_share(arena, lang,
                                      w->scenario.commune.status[s].quota_met.p, 1);
        text.text[lang] =
            s == TN_POOR
                ? tn_say(arena, lang, TN_W_WHATIF_POOR, plan->quota, from, to)
                : tn_say(arena, lang, TN_W_WHATIF_NEAR_POOR, plan->quota, from, to);
    }
    tn_doc_note(arena, doc, text);
}

static void say_changes(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_whatif *w)
{
    struct tn_words both;

    for (int s = 0; s < TN_STATUSES; s++)
        if (w->plan.commune.status[s].base > 0)
            say_change(arena, doc, w, s);
    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        both.text[lang] = tn_say(arena, lang, TN_W_WHATIF_BOTH,
                                 tn_say_share(arena, lang, w->plan.both.p, 1),
                                 tn_say_share(arena, lang, w->scenario.both.p, 1));
    tn_doc_note(arena, doc, both);
    if (w->plan.method == TN_CONDITIONAL)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_WHATIF_DIFFERENCE_NOTE}});
}

/* ---- tables ---- */

static union tn_cell *put_change(union tn_cell *cell, const struct tn_outcome *plan,
                                 const struct tn_outcome *with)
{
    (cell++)->count = plan->quota;
    (cell++)->real = plan->exits.mean;
    (cell++)->real = with->exits.mean;
    (cell++)->real = plan->quota_met.p;
    (cell++)->real = with->quota_met.p;
    (cell++)->real = with->quota_met.p - plan->quota_met.p;
    return cell;
}

static void commune_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_whatif *w)
{
    struct tn_table *t = tn_doc_table(arena, doc, "commune",
                                      (struct tn_words){{TN_W_T_WHATIF_COMMUNE}},
                                      TN_STATUSES, commune_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *plan = &w->plan.commune.status[s];
        const struct tn_outcome *with = &w->scenario.commune.status[s];
        (cell++)->words = status_title[s];
        cell = put_change(cell, plan, with);
        (cell++)->real = w->quota_met[s].error;
        (cell++)->real = plan->end.mean;
        (cell++)->real = with->end.mean;
    }
}

static void village_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_whatif *what, int s)
{
    const struct tn_whatif *w = what->whatif;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "villages_poor" : "villages_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_WHATIF_VILLAGES_POOR}}
                     : (struct tn_words){{TN_W_T_WHATIF_VILLAGES_NEAR_POOR}},
        w->plan.villages, village_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (size_t v = 0; v < w->plan.villages; v++) {
        const char *name = what->commune->village[v].name;
        (cell++)->words = (struct tn_words){{name, name}};
        cell = put_change(cell, &w->plan.village[v].status[s],
                          &w->scenario.village[v].status[s]);
        if (w->plan.village[v].status[s].quota == 0)   // nothing is asked, nothing met
            for (int i = 1; i <= 3; i++)
                cell[-i].real = (double)NAN;
    }
}

static union tn_cell *put_area(union tn_cell *cell, const char *area, int s,
                               const struct tn_area_forecast *plan,
                               const struct tn_area_forecast *with)
{
    (cell++)->text = area;
    (cell++)->text = tn_status_vocab[s].code;
    cell = put_change(cell, &plan->status[s], &with->status[s]);
    (cell++)->real = plan->status[s].end.mean;
    (cell++)->real = with->status[s].end.mean;
    return cell;
}

static void change_table(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_whatif *what)
{
    const struct tn_forecast *plan = &what->whatif->plan, *with = &what->whatif->scenario;
    struct tn_table *t = tn_doc_table(arena, doc, "changes",
                                      (struct tn_words){{TN_W_T_WHATIF_CHANGES}},
                                      TN_STATUSES * (plan->villages + 1), change_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_STATUSES; s++) {
        cell = put_area(cell, "commune", s, &plan->commune, &with->commune);
        for (size_t v = 0; v < plan->villages; v++)
            cell = put_area(cell, what->commune->village[v].name, s, &plan->village[v],
                            &with->village[v]);
    }
}

/* ---- JSON ---- */

static void json_odds(struct tn_json *json, const char *key, struct tn_odds odds)
{
    tn_json_object(json, key);
    tn_json_real(json, "change", odds.p);
    tn_json_real(json, "error", odds.error);
    tn_json_end(json);
}

static void json_whatif(struct tn_json *json, const struct tn_show_whatif *what)
{
    const struct tn_whatif *w = what->whatif;
    struct tn_show_forecast plan = {what->commune, &w->plan, TN_COUNT_NONE};
    struct tn_show_forecast with = {what->commune, &w->scenario, TN_COUNT_NONE};

    tn_json_object(json, "change");
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *a = &w->plan.commune.status[s];
        const struct tn_outcome *b = &w->scenario.commune.status[s];
        tn_json_object(json, tn_status_vocab[s].code);
        json_odds(json, "p_quota", w->quota_met[s]);
        json_odds(json, "p_net", w->net_met[s]);
        tn_json_real(json, "mean_exits", b->exits.mean - a->exits.mean);
        tn_json_real(json, "mean_end", b->end.mean - a->end.mean);
        tn_json_end(json);
    }
    tn_json_real(json, "p_both_quotas", w->scenario.both.p - w->plan.both.p);
    tn_json_end(json);
    tn_json_object(json, "plan");
    tn_forecast_json(json, &plan);
    tn_json_end(json);
    tn_json_object(json, "scenario");
    tn_forecast_json(json, &with);
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *pointer)
{
    const struct tn_show_whatif *what = pointer;

    tn_json_text(json, "commune", what->commune->name);
    tn_json_count(json, "plan_year", what->commune->plan_year);
    if (what->whatif)
        json_whatif(json, what);
    if (what->sensitivity)
        tn_show_sensitivity_json(json, what->sensitivity);
    if (what->support)
        tn_show_support_json(json, what);
}

void tn_show_whatif(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_show_whatif *what)
{
    doc->title = tn_say_both(arena, TN_W_WHATIF_TITLE, what->commune->name,
                             what->commune->plan_year);
    if (what->whatif) {
        say_scenario(arena, doc, what);
        say_changes(arena, doc, what->whatif);
        commune_table(arena, doc, what->whatif);
        for (int s = 0; s < TN_STATUSES; s++)
            if (what->whatif->plan.commune.status[s].base > 0)
                village_table(arena, doc, what, s);
        change_table(arena, doc, what);
    }
    if (what->sensitivity)
        tn_show_sensitivity(arena, doc, what->sensitivity);
    if (what->support)
        tn_show_support(arena, doc, what);
    doc->json = write_json;
    doc->what = what;
}
