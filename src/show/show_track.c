/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_track.h"

#include "tn/out/json.h"
#include "tn/show/show_forecast.h"
#include "tn/words/forecast.h"
#include "tn/words/track.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

/* clang-format off */
static const struct tn_column date_columns[] = {
    {"date",       {{TN_W_C_DATE}},           TN_WORDS, 0},
    {"share",      {{TN_W_C_SHARE_REPORTED}}, TN_SHARE, 0},
    {"reported",   {{TN_W_C_REPORTED}},       TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},          TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_YEAR_EXITS}},     TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},            TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},           TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},        TN_BAR,   1},
    {0}
};
static const struct tn_column village_columns[] = {
    {"village",    {{TN_W_C_VILLAGE}},    TN_WORDS, 0},
    {"base",       {{TN_W_C_BASE}},       TN_COUNT, 0},
    {"reported",   {{TN_W_C_REPORTED}},   TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},      TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_YEAR_EXITS}}, TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},        TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},       TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},    TN_BAR,   1},
    {0}
};
static const struct tn_column ahead_columns[] = {
    {"date",     {{TN_W_C_DATE}},           TN_WORDS, 0},
    {"status",   {{TN_W_C_STATUS}},         TN_WORDS, 0},
    {"share",    {{TN_W_C_SHARE_REPORTED}}, TN_SHARE, 0},
    {"quota",    {{TN_W_C_QUOTA}},          TN_COUNT, 0},
    {"mean",     {{TN_W_C_TRACK_MAY}},      TN_REAL,  1},
    {"q05",      {{TN_W_C_LOW}},            TN_COUNT, 0},
    {"q95",      {{TN_W_C_HIGH}},           TN_COUNT, 0},
    {0}
};
static const struct tn_column effect_columns[] = {
    {"village",    {{TN_W_C_VILLAGE}},     TN_WORDS, 0},
    {"times",      {{TN_W_C_TRACK_TIMES}}, TN_REAL,  2},
    {"times_q05",  {{TN_W_C_LOW}},         TN_REAL,  2},
    {"times_q95",  {{TN_W_C_HIGH}},        TN_REAL,  2},
    {0}
};
static const struct tn_column tidy_columns[] = {
    {"date",       {{TN_W_C_DATE}},           TN_TEXT,  0},
    {"status",     {{TN_W_C_STATUS}},         TN_TEXT,  0},
    {"share",      {{TN_W_C_SHARE_REPORTED}}, TN_SHARE, 0},
    {"reported",   {{TN_W_C_REPORTED}},       TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},          TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_YEAR_EXITS}},     TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},            TN_COUNT, 0},
    {"q25_exits",  {{TN_W_C_LOW}},            TN_COUNT, 0},
    {"q50_exits",  {{TN_W_C_MEDIAN}},         TN_COUNT, 0},
    {"q75_exits",  {{TN_W_C_HIGH}},           TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},           TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},        TN_SHARE, 1},
    {0}
};
/* clang-format on */

static const struct tn_track_at *now_of(const struct tn_track *track)
{
    return &track->at[track->n - 1];
}

static struct tn_words day_of(struct tn_arena *arena, const struct tn_commune *c,
                              const struct tn_track_at *at)
{
    if (!at->month)
        return (struct tn_words){{TN_W_TRACK_START}};
    return tn_say_both(arena, TN_W_TRACK_DAY, at->day, at->month, c->plan_year);
}

/* An effect as times of the odds: its middle, and what holds 90 % of it if it is normal.
 */
struct times {
    double middle, low, high;
};

static struct times times_of(struct tn_effect_seen effect)
{
    const double z95 = 1.6448536269514722;   // qnorm(0.95)

    return (struct times){exp(effect.mean), exp(effect.mean - z95 * effect.sd),
                          exp(effect.mean + z95 * effect.sd)};
}

/* ---- sentences ---- */

static void say_so_far(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_track *what)
{
    const struct tn_track_at *now = now_of(what->track);
    struct tn_words day = day_of(arena, what->commune, now), text, curve;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++) {
        text.text[lang] = tn_say(arena, lang, TN_W_TRACK_SO_FAR, day.text[lang],
                                 now->reported[TN_POOR], now->reported[TN_NEAR_POOR],
                                 tn_say_share(arena, lang, now->share, 0));
        curve.text[lang] = tn_say(arena, lang, TN_W_TRACK_CURVE_NOTE,
                                  tn_say_real(arena, lang, what->track->curve.a, 2),
                                  tn_say_real(arena, lang, what->track->curve.b, 2));
    }
    tn_doc_note(arena, doc, text);
    tn_doc_note(arena, doc, curve);
    if (now->silent[TN_POOR] + now->silent[TN_NEAR_POOR])
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_TRACK_SILENT, now->silent[TN_POOR],
                                now->silent[TN_NEAR_POOR]));
}

static void say_turn(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_track *track, int s)
{
    double then = track->at[0].forecast.commune.status[s].quota_met.p;
    double now = now_of(track)->forecast.commune.status[s].quota_met.p;
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++) {
        const char *from = tn_say_share(arena, lang, then, 1);
        const char *to = tn_say_share(arena, lang, now, 1);
        text.text[lang] = s == TN_POOR
                              ? tn_say(arena, lang, TN_W_TRACK_BEFORE_POOR, from, to)
                              : tn_say(arena, lang, TN_W_TRACK_BEFORE_NEAR_POOR, from,
                                       to);
    }
    tn_doc_note(arena, doc, text);
}

static void say_year(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_forecast *now)
{
    struct times times = times_of(now->year_effect);
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        text.text[lang] = tn_say(arena, lang, TN_W_TRACK_YEAR_EFFECT,
                                 tn_say_real(arena, lang, times.middle, 2),
                                 tn_say_real(arena, lang, times.low, 2),
                                 tn_say_real(arena, lang, times.high, 2));
    tn_doc_note(arena, doc, text);
}

static void sentences(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_track *what)
{
    struct tn_show_forecast forecast = {what->commune, &now_of(what->track)->forecast,
                                        TN_COUNT_NONE};
    struct tn_words sentence[12];
    size_t n = tn_forecast_sentences(arena, &forecast, sentence);

    say_so_far(arena, doc, what);
    if (now_of(what->track)->forecast.year_effect.sd > 0)
        say_year(arena, doc, &now_of(what->track)->forecast);
    for (int s = 0; s < TN_STATUSES; s++)
        if (what->commune->households[s] > 0)
            say_turn(arena, doc, what->track, s);
    for (size_t i = 0; i < n; i++)
        tn_doc_note(arena, doc, sentence[i]);
}

/* ---- tables ---- */

static union tn_cell *put_outcome(union tn_cell *cell, const struct tn_outcome *o)
{
    (cell++)->count = o->quota;
    (cell++)->real = o->exits.mean;
    (cell++)->count = o->exits.q05;
    (cell++)->count = o->exits.q95;
    (cell++)->real = o->quota_met.p;
    return cell;
}

static void date_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_track *what, int s)
{
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "dates_poor" : "dates_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_TRACK_DATES_POOR}}
                     : (struct tn_words){{TN_W_T_TRACK_DATES_NEAR_POOR}},
        what->track->n, date_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (size_t i = 0; i < what->track->n; i++) {
        const struct tn_track_at *at = &what->track->at[i];
        (cell++)->words = day_of(arena, what->commune, at);
        (cell++)->real = at->share;
        (cell++)->count = at->reported[s];
        cell = put_outcome(cell, &at->forecast.commune.status[s]);
    }
}

/* The latest report of a village up to the track's last day. */
static long reported_by(const struct tn_show_track *what, size_t v, int s)
{
    const struct tn_commune *c = what->commune;
    const struct tn_track_at *now = now_of(what->track);
    long exits = TN_COUNT_NONE, last = 0;

    for (size_t i = 0; i < c->progresses; i++) {
        const struct tn_progress *p = &c->progress[i];
        long day = 100 * p->month + p->day;
        if (p->year != c->plan_year || p->village != v || (int)p->status != s ||
            day > 100 * now->month + now->day || day <= last)
            continue;
        last = day;
        exits = p->exits;
    }
    return exits;
}

static void village_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_track *what, int s)
{
    const struct tn_forecast *forecast = &now_of(what->track)->forecast;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "villages_poor" : "villages_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_TRACK_VILLAGES_POOR}}
                     : (struct tn_words){{TN_W_T_TRACK_VILLAGES_NEAR_POOR}},
        forecast->villages, village_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (size_t v = 0; v < forecast->villages; v++) {
        const char *name = what->commune->village[v].name;
        (cell++)->words = (struct tn_words){{name, name}};
        (cell++)->count = forecast->village[v].status[s].base;
        (cell++)->count = reported_by(what, v, s);
        cell = put_outcome(cell, &forecast->village[v].status[s]);
        if (forecast->village[v].status[s].quota == 0)   // nothing is asked, nothing met
            cell[-1].real = (double)NAN;
    }
}

static void ahead_table(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_track *what)
{
    static const struct tn_words title[TN_STATUSES] = {
        [TN_POOR] = {{TN_W_STATUS_POOR}}, [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}}};
    const struct tn_track *track = what->track;
    struct tn_table *t = tn_doc_table(arena, doc, "ahead",
                                      (struct tn_words){{TN_W_T_TRACK_AHEAD}},
                                      TN_STATUSES * track->aheads, ahead_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    t->note = (struct tn_words){{TN_W_TRACK_AHEAD_NOTE}};
    for (size_t i = 0; i < track->aheads; i++)
        for (int s = 0; s < TN_STATUSES; s++) {
            const struct tn_track_ahead *a = &track->ahead[i];
            (cell++)->words = tn_say_both(arena, TN_W_TRACK_DAY, a->day, a->month,
                                          what->commune->plan_year);
            (cell++)->words = title[s];
            (cell++)->real = a->share;
            (cell++)->count = what->commune->quota[s];
            (cell++)->real = a->reported[s].mean;
            (cell++)->count = a->reported[s].q05;
            (cell++)->count = a->reported[s].q95;
        }
}

static void json_ahead(struct tn_json *json, const struct tn_show_track *what)
{
    char day[32];

    tn_json_array(json, "ahead");
    for (size_t i = 0; i < what->track->aheads; i++) {
        const struct tn_track_ahead *a = &what->track->ahead[i];
        snprintf(day, sizeof day, "%04d-%02d-%02d", what->commune->plan_year, a->month,
                 a->day);
        tn_json_object(json, NULL);
        tn_json_text(json, "date", day);
        tn_json_real(json, "share", a->share);
        for (int s = 0; s < TN_STATUSES; s++) {
            tn_json_object(json, tn_status_vocab[s].code);
            tn_json_real(json, "mean_reported", a->reported[s].mean);
            tn_json_count(json, "q05_reported", a->reported[s].q05);
            tn_json_count(json, "q50_reported", a->reported[s].q50);
            tn_json_count(json, "q95_reported", a->reported[s].q95);
            tn_json_end(json);
        }
        tn_json_end(json);
    }
    tn_json_end(json);
}

/* Whether villages differ at all in the model. */
static bool effects_move(const struct tn_forecast *now)
{
    return now->village_effect && now->villages > 0 && now->village_effect[0].sd > 0;
}

static void effect_table(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_track *what)
{
    const struct tn_forecast *now = &now_of(what->track)->forecast;
    struct tn_table *t = tn_doc_table(arena, doc, "effects",
                                      (struct tn_words){{TN_W_T_TRACK_EFFECTS}},
                                      now->villages, effect_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    t->note = (struct tn_words){{TN_W_TRACK_EFFECTS_NOTE}};
    for (size_t v = 0; v < now->villages; v++) {
        const char *name = what->commune->village[v].name;
        struct times times = times_of(now->village_effect[v]);
        (cell++)->words = (struct tn_words){{name, name}};
        (cell++)->real = times.middle;
        (cell++)->real = times.low;
        (cell++)->real = times.high;
    }
}

static const char *iso_day(struct tn_arena *arena, const struct tn_commune *c,
                           const struct tn_track_at *at)
{
    int month = at->month ? at->month : 1, day = at->month ? at->day : 1;

    return tn_say(arena, TN_EN, "%04d-%02d-%02d", "%04d-%02d-%02d", c->plan_year, month,
                  day);
}

static void tidy_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_track *what)
{
    struct tn_table *t = tn_doc_table(arena, doc, "dates",
                                      (struct tn_words){{TN_W_T_TRACK_DATES}},
                                      TN_STATUSES * what->track->n, tidy_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (size_t i = 0; i < what->track->n; i++)
        for (int s = 0; s < TN_STATUSES; s++) {
            const struct tn_track_at *at = &what->track->at[i];
            const struct tn_outcome *o = &at->forecast.commune.status[s];
            (cell++)->text = iso_day(arena, what->commune, at);
            (cell++)->text = tn_status_vocab[s].code;
            (cell++)->real = at->share;
            (cell++)->count = at->reported[s];
            (cell++)->count = o->quota;
            (cell++)->real = o->exits.mean;
            (cell++)->count = o->exits.q05;
            (cell++)->count = o->exits.q25;
            (cell++)->count = o->exits.q50;
            (cell++)->count = o->exits.q75;
            (cell++)->count = o->exits.q95;
            (cell++)->real = o->quota_met.p;
        }
}

/* ---- JSON ---- */

static void json_date(struct tn_json *json, const struct tn_commune *c,
                      const struct tn_track_at *at)
{
    char day[32];

    snprintf(day, sizeof day, "%04d-%02d-%02d", c->plan_year, at->month ? at->month : 1,
             at->month ? at->day : 1);
    tn_json_object(json, NULL);
    tn_json_text(json, "date", day);
    tn_json_real(json, "share", at->share);
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *o = &at->forecast.commune.status[s];
        tn_json_object(json, tn_status_vocab[s].code);
        tn_json_count(json, "reported", at->reported[s]);
        tn_json_count(json, "villages_without_report", (long)at->silent[s]);
        tn_json_real(json, "mean_exits", o->exits.mean);
        tn_json_count(json, "q05_exits", o->exits.q05);
        tn_json_count(json, "q25_exits", o->exits.q25);
        tn_json_count(json, "q50_exits", o->exits.q50);
        tn_json_count(json, "q75_exits", o->exits.q75);
        tn_json_count(json, "q95_exits", o->exits.q95);
        tn_json_real(json, "p_quota", o->quota_met.p);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void json_effects(struct tn_json *json, const struct tn_commune *c,
                         const struct tn_forecast *now)
{
    if (!now->village_effect)
        return;
    tn_json_object(json, "effects");
    tn_json_object(json, "year");
    tn_json_real(json, "mean", now->year_effect.mean);
    tn_json_real(json, "sd", now->year_effect.sd);
    tn_json_end(json);
    tn_json_array(json, "villages");
    for (size_t v = 0; v < now->villages; v++) {
        tn_json_row(json);
        tn_json_text(json, "village", c->village[v].name);
        tn_json_real(json, "mean", now->village_effect[v].mean);
        tn_json_real(json, "sd", now->village_effect[v].sd);
        tn_json_end(json);
    }
    tn_json_end(json);
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *pointer)
{
    const struct tn_show_track *what = pointer;
    struct tn_show_forecast forecast = {what->commune, &now_of(what->track)->forecast,
                                        TN_COUNT_NONE};

    tn_forecast_json(json, &forecast);
    tn_json_object(json, "curve");
    tn_json_real(json, "a", what->track->curve.a);
    tn_json_real(json, "b", what->track->curve.b);
    tn_json_end(json);
    json_effects(json, what->commune, &now_of(what->track)->forecast);
    tn_json_array(json, "dates");
    for (size_t i = 0; i < what->track->n; i++)
        json_date(json, what->commune, &what->track->at[i]);
    tn_json_end(json);
    json_ahead(json, what);
}

void tn_show_track(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_track *what)
{
    struct tn_words day = day_of(arena, what->commune, now_of(what->track));

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        doc->title.text[lang] = tn_say(arena, lang, TN_W_TRACK_TITLE, what->commune->name,
                                       what->commune->plan_year, day.text[lang]);
    sentences(arena, doc, what);
    for (int s = 0; s < TN_STATUSES; s++)
        if (what->commune->households[s] > 0)
            date_table(arena, doc, what, s);
    if (what->track->aheads)
        ahead_table(arena, doc, what);
    for (int s = 0; s < TN_STATUSES; s++)
        if (what->commune->households[s] > 0)
            village_table(arena, doc, what, s);
    if (effects_move(&now_of(what->track)->forecast))
        effect_table(arena, doc, what);
    tidy_table(arena, doc, what);
    doc->json = write_json;
    doc->what = what;
}
