/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show_whatif_parts.h"

#include "tn/words/exits.h"
#include "tn/words/forecast.h"
#include "tn/words/quota.h"
#include "tn/words/whatif.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const struct tn_column swing_columns[] = {
    {"parameter",      {{TN_W_C_PARAMETER}},        TN_WORDS, 0},
    {"status",         {{TN_W_C_STATUS}},           TN_WORDS, 0},
    {"low",            {{TN_W_C_SWING_LOW}},        TN_REAL,  3},
    {"high",           {{TN_W_C_SWING_HIGH}},       TN_REAL,  3},
    {"poor_low",       {{TN_W_C_SWING_POOR_LOW}},   TN_SHARE, 1},
    {"poor_high",      {{TN_W_C_SWING_POOR_HIGH}},  TN_SHARE, 1},
    {"near_poor_low",  {{TN_W_C_SWING_NEAR_LOW}},   TN_SHARE, 1},
    {"near_poor_high", {{TN_W_C_SWING_NEAR_HIGH}},  TN_SHARE, 1},
    {0}
};
static const struct tn_column support_columns[] = {
    {"step",      {{TN_W_C_STEP}},        TN_COUNT, 0},
    {"household", {{TN_W_C_SUPPORT_WHO}}, TN_WORDS, 0},
    {"village",   {{TN_W_C_VILLAGE}},     TN_TEXT,  0},
    {"class",     {{TN_W_C_CLASS}},       TN_WORDS, 0},
    {"p_quota",   {{TN_W_C_P_QUOTA}},     TN_BAR,   1},
    {"gain",      {{TN_W_C_WHATIF_CHANGE}}, TN_SHARE, 2},
    {0}
};
static const struct {
    const char *name;
    struct tn_words title;
} parameter[] = {
    {"planned",      {{TN_W_PARAMETER_PLANNED}}},
    {"unplanned",    {{TN_W_PARAMETER_UNPLANNED}}},
    {"village_sd",   {{TN_W_PARAMETER_VILLAGE_SD}}},
    {"year_sd",      {{TN_W_PARAMETER_YEAR_SD}}},
    {"to_near_poor", {{TN_W_PARAMETER_TO_NEAR_POOR}}},
    {"near_to_poor", {{TN_W_PARAMETER_NEAR_TO_POOR}}},
    {"entry",        {{TN_W_PARAMETER_ENTRY}}},
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};
/* clang-format on */

struct tn_words tn_show_parameter(const char *name)
{
    for (size_t i = 0; i < sizeof parameter / sizeof *parameter; i++)
        if (strcmp(parameter[i].name, name) == 0)
            return parameter[i].title;
    return (struct tn_words){{name, name}};
}

/* ---- sensitivity ---- */

void tn_show_sensitivity(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_sensitivity *s)
{
    const struct tn_words none = {{"", ""}};
    struct tn_table *t = tn_doc_table(arena, doc, "sensitivity",
                                      (struct tn_words){{TN_W_T_SENSITIVITY}}, s->swings,
                                      swing_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < s->swings; i++) {
        const struct tn_swing *w = &s->swing[i];
        (cell++)->words = tn_show_parameter(w->name);
        (cell++)->words = w->status == TN_UNKNOWN ? none : status_title[w->status];
        (cell++)->real = w->low;
        (cell++)->real = w->high;
        for (int status = 0; status < TN_STATUSES; status++) {
            (cell++)->real = w->at_low.met[status];
            (cell++)->real = w->at_high.met[status];
        }
    }
    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        t->note.text[lang] = tn_say(
            arena, lang, TN_W_SENSITIVITY_NOTE,
            tn_say_share(arena, lang, s->middle.met[TN_POOR], 1),
            tn_say_share(arena, lang, s->middle.met[TN_NEAR_POOR], 1));
}

static void json_glance(struct tn_json *json, const char *key, const struct tn_glance *g)
{
    tn_json_object(json, key);
    for (int s = 0; s < TN_STATUSES; s++) {
        tn_json_object(json, tn_status_vocab[s].code);
        tn_json_real(json, "p_quota", g->met[s]);
        tn_json_real(json, "mean_exits", g->exits[s]);
        tn_json_real(json, "mean_end", g->end[s]);
        tn_json_end(json);
    }
    tn_json_real(json, "p_both_quotas", g->both);
    tn_json_end(json);
}

void tn_show_sensitivity_json(struct tn_json *json, const struct tn_sensitivity *s)
{
    json_glance(json, "medians", &s->middle);
    tn_json_array(json, "sensitivity");
    for (size_t i = 0; i < s->swings; i++) {
        const struct tn_swing *w = &s->swing[i];
        tn_json_object(json, NULL);
        tn_json_text(json, "parameter", w->name);
        tn_json_text(json, "status",
                     w->status == TN_UNKNOWN ? NULL : tn_status_vocab[w->status].code);
        tn_json_real(json, "q05", w->low);
        tn_json_real(json, "q95", w->high);
        json_glance(json, "at_q05", &w->at_low);
        json_glance(json, "at_q95", &w->at_high);
        tn_json_end(json);
    }
    tn_json_end(json);
}

/* ---- support ---- */

/* The household of a step: the next listed one of its class; null where the class has
 * only counted ones left. */
static const struct tn_household *household_of(const struct tn_show_whatif *what,
                                               size_t step)
{
    const struct tn_support *s = what->support;
    size_t before = 0;

    for (size_t k = 0; k < step; k++)
        before += s->class[k] == s->class[step];
    for (size_t i = 0; i < what->commune->households_listed; i++)
        if (s->classes.of_household[i] == s->class[step] && before-- == 0)
            return &what->commune->household[i];
    return NULL;
}

static struct tn_words assumed(struct tn_arena *arena, double shift)
{
    struct tn_words text = {{TN_W_SUPPORT_SURE}};

    if (isinf(shift))
        return text;
    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        text.text[lang] = tn_say(arena, lang, TN_W_SUPPORT_SHIFT,
                                 tn_say_real(arena, lang, exp(shift), 2));
    return text;
}

static union tn_cell *put_step(union tn_cell *cell, const struct tn_show_whatif *what,
                               size_t step)
{
    const struct tn_support *s = what->support;
    const struct tn_class *class = &s->classes.class[s->class[step]];
    const struct tn_household *household = household_of(what, step);

    (cell++)->count = (long)step + 1;
    (cell++)->words = household ? (struct tn_words){{household->code, household->code}}
                                : (struct tn_words){{TN_W_SUPPORT_ONE}};
    (cell++)->text = what->commune->village[class->village].name;
    (cell++)->words = class->planned ? (struct tn_words){{TN_W_CLASS_PLANNED}}
                                     : (struct tn_words){{TN_W_CLASS_UNPLANNED}};
    (cell++)->real = s->met[step + 1];
    (cell++)->real = s->met[step + 1] - s->met[step];
    return cell;
}

void tn_show_support(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_whatif *what)
{
    const struct tn_support *s = what->support;
    struct tn_table *t = tn_doc_table(arena, doc, "support",
                                      (struct tn_words){{TN_W_T_SUPPORT}}, s->steps + 1,
                                      support_columns);
    union tn_cell *cell = t->cell;

    (cell++)->count = 0;
    (cell++)->words = (struct tn_words){{TN_W_SUPPORT_NONE}};
    (cell++)->text = "";
    (cell++)->words = (struct tn_words){{"", ""}};
    (cell++)->real = s->met[0];
    (cell++)->real = (double)NAN;
    for (size_t step = 0; step < s->steps; step++)
        cell = put_step(cell, what, step);
    t->note = assumed(arena, what->support_options->shift);
}

void tn_show_support_json(struct tn_json *json, const struct tn_show_whatif *what)
{
    const struct tn_support *s = what->support;

    tn_json_object(json, "support");
    tn_json_text(json, "status", tn_status_vocab[what->support_options->status].code);
    tn_json_real(json, "shift", what->support_options->shift);
    tn_json_real(json, "p_quota", s->met[0]);
    tn_json_array(json, "steps");
    for (size_t step = 0; step < s->steps; step++) {
        const struct tn_class *class = &s->classes.class[s->class[step]];
        const struct tn_household *household = household_of(what, step);
        tn_json_row(json);
        tn_json_text(json, "household", household ? household->code : NULL);
        tn_json_text(json, "village", what->commune->village[class->village].name);
        tn_json_text(json, "class", class->planned ? "planned" : "unplanned");
        tn_json_real(json, "p_quota", s->met[step + 1]);
        tn_json_end(json);
    }
    tn_json_end(json);
    tn_json_end(json);
}
