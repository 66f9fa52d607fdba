/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_quota.h"

#include "levers.h"

#include "tn/out/json.h"
#include "tn/words/exits.h"
#include "tn/words/forecast.h"
#include "tn/words/quota.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const struct tn_column realistic_columns[] = {
    {"status",  {{TN_W_C_STATUS}},       TN_WORDS, 0},
    {"base",    {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",   {{TN_W_C_GIVEN}},        TN_COUNT, 0},
    {"p_quota", {{TN_W_C_P_GIVEN}},      TN_BAR,   1},
    {"r50",     {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"r80",     {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"r90",     {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column price_columns[] = {
    {"certainty", {{TN_W_C_CERTAINTY}},        TN_SHARE, 0},
    {"poor",      {{TN_W_STATUS_POOR}},        TN_COUNT, 0},
    {"near_poor", {{TN_W_STATUS_NEAR_POOR}},   TN_COUNT, 0},
    {0}
};
static const struct tn_column village_columns[] = {
    {"village", {{TN_W_C_VILLAGE}},      TN_WORDS, 0},
    {"base",    {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",   {{TN_W_C_GIVEN}},        TN_COUNT, 0},
    {"p_quota", {{TN_W_C_P_GIVEN}},      TN_BAR,   1},
    {"fair",    {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",  {{TN_W_C_P_FAIR}},       TN_BAR,   1},
    {"r50",     {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"r80",     {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"r90",     {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column leverage_columns[] = {
    {"household", {{TN_W_C_WHO}},     TN_WORDS, 0},
    {"village",   {{TN_W_C_VILLAGE}}, TN_TEXT,  0},
    {"status",    {{TN_W_C_STATUS}},  TN_WORDS, 0},
    {"class",     {{TN_W_C_CLASS}},   TN_WORDS, 0},
    {"p_exit",    {{TN_W_C_CHANCE}},  TN_SHARE, 1},
    {"sure",      {{TN_W_C_SURE}},    TN_SHARE, 2},
    {"gain",      {{TN_W_C_GAIN}},    TN_SHARE, 2},
    {0}
};
static const struct tn_column allocation_columns[] = {
    {"status",    {{TN_W_C_STATUS}},       TN_TEXT,  0},
    {"village",   {{TN_W_C_VILLAGE}},      TN_TEXT,  0},
    {"base",      {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",     {{TN_W_C_GIVEN}},        TN_COUNT, 0},
    {"p_quota",   {{TN_W_C_P_GIVEN}},      TN_SHARE, 1},
    {"fair",      {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",    {{TN_W_C_P_FAIR}},       TN_SHARE, 1},
    {"realistic_0.5", {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"realistic_0.8", {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"realistic_0.9", {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column curve_columns[] = {
    {"status", {{TN_W_C_STATUS}},      TN_TEXT,  0},
    {"quota",  {{TN_W_C_QUOTA}},       TN_COUNT, 0},
    {"p_quota",{{TN_W_C_PROBABILITY}}, TN_SHARE, 1},
    {0}
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};
static const double certainty[] = {0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1};
/* clang-format on */

enum { CERTAINTIES = sizeof certainty / sizeof *certainty };

static struct tn_words both(const char *name)
{
    return (struct tn_words){{name, name}};
}

static const struct tn_outcome *outcome(const struct tn_show_quota *what, int status)
{
    return &what->quota->forecast.commune.status[status];
}

/* ---- for people ---- */

static struct tn_table *people_table(struct tn_arena *arena, struct tn_doc *doc,
                                     const char *key, struct tn_words title, size_t rows,
                                     const struct tn_column column[])
{
    struct tn_table *t = tn_doc_table(arena, doc, key, title, rows, column);
    t->only = TN_ONLY_PEOPLE;
    return t;
}

static void sentences(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_quota *what, int s)
{
    const struct tn_outcome *o = outcome(what, s);
    const struct tn_status_quota *q = &what->quota->status[s];
    struct tn_words asked, fair;
    bool other = q->total != o->quota;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++) {
        const char *p = tn_say_share(arena, lang, o->quota_met.p, 1);
        const char *given = tn_say_share(arena, lang, q->least_given, 1);
        const char *best = tn_say_share(arena, lang, q->least_fair, 1);
        asked.text[lang] = s == TN_POOR
                               ? tn_say(arena, lang, TN_W_QUOTA_SENTENCE_POOR, o->quota,
                                        p, o->realistic[1], o->realistic[2])
                               : tn_say(arena, lang, TN_W_QUOTA_SENTENCE_NEAR_POOR,
                                        o->quota, p, o->realistic[1], o->realistic[2]);
        fair.text[lang] =
            other ? tn_say(arena, lang, TN_W_QUOTA_FAIR_OTHER, status_title[s].text[lang],
                           q->total, best, o->quota, given)
            : s == TN_POOR ? tn_say(arena, lang, TN_W_QUOTA_FAIR_POOR, given, best)
                           : tn_say(arena, lang, TN_W_QUOTA_FAIR_NEAR_POOR, given, best);
    }
    tn_doc_note(arena, doc, asked);
    tn_doc_note(arena, doc, fair);
    if (q->too_many)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_QUOTA_TOO_MANY}});
}

static void realistic_table(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_show_quota *what)
{
    struct tn_table *t = people_table(arena, doc, "realistic",
                                      (struct tn_words){{TN_W_T_QUOTA_REALISTIC}},
                                      TN_STATUSES, realistic_columns);
    union tn_cell *cell = t->cell;

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *o = outcome(what, s);
        (cell++)->words = status_title[s];
        (cell++)->count = o->base;
        (cell++)->count = o->quota;
        (cell++)->real = o->quota_met.p;
        for (int i = 0; i < 3; i++)
            (cell++)->count = o->realistic[i];
    }
}

static void price_table(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_quota *what)
{
    struct tn_table *t = people_table(arena, doc, "price",
                                      (struct tn_words){{TN_W_T_QUOTA_PRICE}},
                                      CERTAINTIES, price_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < CERTAINTIES; i++) {
        (cell++)->real = certainty[i];
        for (int s = 0; s < TN_STATUSES; s++)
            (cell++)->count = tn_quota_at(what->quota, s, certainty[i]);
    }
}

/* To people a quota of 0 shows no probability. */
static union tn_cell *put_asked(union tn_cell *cell, const struct tn_village_quota *q,
                                bool people)
{
    const double none = (double)NAN;

    (cell++)->count = q->given.quota;
    (cell++)->real = people && q->given.quota == 0 ? none : q->given.p;
    (cell++)->count = q->fair.quota;
    (cell++)->real = people && q->fair.quota == 0 ? none : q->fair.p;
    for (int i = 0; i < 3; i++)
        (cell++)->count = q->realistic[i];
    return cell;
}

static void village_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_quota *what, int s)
{
    const struct tn_commune *c = what->commune;
    struct tn_table *t = people_table(
        arena, doc, s == TN_POOR ? "villages_poor" : "villages_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_QUOTA_VILLAGES_POOR}}
                     : (struct tn_words){{TN_W_T_QUOTA_VILLAGES_NEAR_POOR}},
        c->villages, village_columns);
    union tn_cell *cell = t->cell;

    for (size_t v = 0; v < c->villages; v++) {
        (cell++)->words = both(c->village[v].name);
        (cell++)->count = c->village[v].households[s];
        cell = put_asked(cell, &what->quota->status[s].village[v], true);
    }
    t->note = (struct tn_words){{TN_W_QUOTA_FAIR_NOTE}};
}

/* ---- leverages: listed households one by one, the others by their class ---- */

static struct tn_words who(struct tn_arena *arena, const struct lever *lever)
{
    return lever->household ? both(lever->household->code)
                            : tn_say_both(arena, TN_W_WHO_EACH, lever->households);
}

static void leverage_table(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_quota *what, bool people)
{
    struct lever *lever;
    size_t n = levers_of(arena, what->commune, what->quota, &lever);

    if (people) {
        levers_sort(n, lever);
        n = n < what->top ? n : what->top;
    }
    struct tn_table *t = tn_doc_table(arena, doc, people ? "top" : "leverage",
                                      (struct tn_words){{TN_W_T_QUOTA_LEVERAGE}}, n,
                                      leverage_columns);
    union tn_cell *cell = t->cell;
    t->only = people ? TN_ONLY_PEOPLE : TN_ONLY_MACHINES;
    t->note = (struct tn_words){{TN_W_QUOTA_LEVERAGE_NOTE}};
    for (size_t i = 0; i < n; i++) {
        const struct tn_class *class = &what->quota->classes.class[lever[i].class];
        const struct tn_class_leverage *of = &what->quota->leverage[lever[i].class];
        (cell++)->words = who(arena, &lever[i]);
        (cell++)->text = what->commune->village[class->village].name;
        (cell++)->words = status_title[class->status];
        (cell++)->words = class->planned ? (struct tn_words){{TN_W_CLASS_PLANNED}}
                                         : (struct tn_words){{TN_W_CLASS_UNPLANNED}};
        (cell++)->real = of->chance;
        (cell++)->real = of->sure;
        (cell++)->real = of->gain;
    }
}

/* ---- for machines ---- */

static void allocation_table(struct tn_arena *arena, struct tn_doc *doc,
                             const struct tn_show_quota *what)
{
    const struct tn_commune *c = what->commune;
    struct tn_table *t = tn_doc_table(arena, doc, "allocation",
                                      (struct tn_words){{TN_W_QUOTA_FAIR_NOTE}},
                                      TN_STATUSES * c->villages, allocation_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t v = 0; v < c->villages; v++) {
            (cell++)->text = tn_status_vocab[s].code;
            (cell++)->text = c->village[v].name;
            (cell++)->count = c->village[v].households[s];
            cell = put_asked(cell, &what->quota->status[s].village[v], false);
        }
}

static void curve_table(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_quota *what)
{
    size_t rows = outcome(what, TN_POOR)->exits.n + outcome(what, TN_NEAR_POOR)->exits.n +
                  2;
    struct tn_table *t = tn_doc_table(arena, doc, "curve",
                                      (struct tn_words){{TN_W_T_QUOTA_CURVE}}, rows,
                                      curve_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t k = 0; k <= outcome(what, s)->exits.n; k++) {
            (cell++)->text = tn_status_vocab[s].code;
            (cell++)->count = (long)k;
            (cell++)->real = tn_distribution_at_least(&outcome(what, s)->exits, (long)k);
        }
}

/* ---- JSON ---- */

static void json_realistic(struct tn_json *json, const struct tn_show_quota *what)
{
    tn_json_object(json, "realistic");
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *o = outcome(what, s);
        tn_json_object(json, tn_status_vocab[s].code);
        tn_json_count(json, "0.5", o->realistic[0]);
        tn_json_count(json, "0.8", o->realistic[1]);
        tn_json_count(json, "0.9", o->realistic[2]);
        tn_json_count(json, "quota", o->quota);
        tn_json_real(json, "p_quota", o->quota_met.p);
        tn_json_real(json, "p_quota_error", o->quota_met.error);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void json_asked(struct tn_json *json, const char *village,
                       const struct tn_village_quota *q)
{
    tn_json_row(json);
    tn_json_text(json, "village", village);
    tn_json_count(json, "quota", q->given.quota);
    tn_json_count(json, "fair", q->fair.quota);
    tn_json_real(json, "p_quota", q->given.p);
    tn_json_real(json, "p_fair", q->fair.p);
    tn_json_object(json, "realistic_quota");
    tn_json_count(json, "0.5", q->realistic[0]);
    tn_json_count(json, "0.8", q->realistic[1]);
    tn_json_count(json, "0.9", q->realistic[2]);
    tn_json_end(json);
    tn_json_end(json);
}

static void json_allocation(struct tn_json *json, const struct tn_show_quota *what)
{
    tn_json_object(json, "allocation");
    for (int s = 0; s < TN_STATUSES; s++) {
        tn_json_array(json, tn_status_vocab[s].code);
        for (size_t v = 0; v < what->commune->villages; v++)
            json_asked(json, what->commune->village[v].name,
                       &what->quota->status[s].village[v]);
        tn_json_end(json);
    }
    tn_json_end(json);
    tn_json_object(json, "least_certain");
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_status_quota *q = &what->quota->status[s];
        tn_json_object(json, tn_status_vocab[s].code);
        tn_json_count(json, "total", q->total);
        tn_json_real(json, "quota", q->least_given);
        tn_json_real(json, "fair", q->least_fair);
        tn_json_real(json, "p_all_villages", q->every_given);
        tn_json_real(json, "p_all_villages_fair", q->every_fair);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void json_lever(struct tn_json *json, const struct tn_show_quota *what,
                       const struct lever *lever)
{
    const struct tn_class *class = &what->quota->classes.class[lever->class];
    const struct tn_class_leverage *of = &what->quota->leverage[lever->class];

    tn_json_row(json);
    if (lever->household)
        tn_json_text(json, "household", lever->household->code);
    tn_json_text(json, "village", what->commune->village[class->village].name);
    tn_json_text(json, "class", class->planned ? "planned" : "unplanned");
    tn_json_count(json, "households", lever->households);
    tn_json_text(json, "status", tn_status_vocab[class->status].code);
    tn_json_real(json, "p_exit", of->chance);
    tn_json_real(json, "gain", of->gain);
    tn_json_real(json, "gain_if_sure", of->sure);
    tn_json_end(json);
}

static void json_curve(struct tn_json *json, const struct tn_show_quota *what)
{
    tn_json_object(json, "curve");
    for (int s = 0; s < TN_STATUSES; s++) {
        tn_json_array(json, tn_status_vocab[s].code);
        for (size_t k = 0; k <= outcome(what, s)->exits.n; k++)
            tn_json_real(json, NULL,
                         tn_distribution_at_least(&outcome(what, s)->exits, (long)k));
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *pointer)
{
    const struct tn_show_quota *what = pointer;
    struct tn_arena arena = {0};
    struct lever *lever;
    size_t n = levers_of(&arena, what->commune, what->quota, &lever);

    tn_json_text(json, "commune", what->commune->name);
    tn_json_count(json, "plan_year", what->commune->plan_year);
    json_realistic(json, what);
    json_allocation(json, what);
    tn_json_array(json, "leverage");
    for (size_t i = 0; i < n; i++)
        json_lever(json, what, &lever[i]);
    tn_json_end(json);
    tn_json_real(json, "leverage_error", what->quota->error);
    json_curve(json, what);
    tn_arena_free(&arena);
}

void tn_show_quota(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_quota *what)
{
    doc->title = tn_say_both(arena, TN_W_QUOTA_TITLE, what->commune->name,
                             what->commune->plan_year);
    for (int s = 0; s < TN_STATUSES; s++)
        if (outcome(what, s)->base > 0)
            sentences(arena, doc, what, s);
    realistic_table(arena, doc, what);
    price_table(arena, doc, what);
    for (int s = 0; s < TN_STATUSES; s++)
        if (outcome(what, s)->base > 0)
            village_table(arena, doc, what, s);
    leverage_table(arena, doc, what, true);
    allocation_table(arena, doc, what);
    leverage_table(arena, doc, what, false);
    curve_table(arena, doc, what);
    doc->json = write_json;
    doc->what = what;
}
