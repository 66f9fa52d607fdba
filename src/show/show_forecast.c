/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_forecast.h"

#include "tn/show/likely.h"
#include "tn/words/forecast.h"

#include <math.h>

static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};

/* Without a quota there is nothing to meet, and no word for its probability. */
static struct tn_words free_sentence(struct tn_arena *arena, int status,
                                     const struct tn_distribution *exits)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *mean = tn_say_real(arena, lang, exits->mean, 1);
        words.text[l] = status == TN_POOR
                            ? tn_say(arena, lang, TN_W_FORECAST_POOR_FREE, mean,
                                     exits->q05, exits->q95)
                            : tn_say(arena, lang, TN_W_FORECAST_NEAR_POOR_FREE, mean,
                                     exits->q05, exits->q95);
    }
    return words;
}

static struct tn_words sentence_of(struct tn_arena *arena, int status,
                                   const struct tn_outcome *o)
{
    struct tn_words words = {{NULL}}, likely = tn_likely(o->quota_met.p);

    if (o->quota == 0)
        return free_sentence(arena, status, &o->exits);
    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *mean = tn_say_real(arena, lang, o->exits.mean, 1);
        const char *share = tn_say_share(arena, lang, o->quota_met.p, 1);
        words.text[l] = status == TN_POOR
                            ? tn_say(arena, lang, TN_W_FORECAST_POOR, mean, o->exits.q05,
                                     o->exits.q95, o->quota, likely.text[l], share)
                            : tn_say(arena, lang, TN_W_FORECAST_NEAR_POOR, mean,
                                     o->exits.q05, o->exits.q95, o->quota, likely.text[l],
                                     share);
    }
    return words;
}

static struct tn_words both_sentence(struct tn_arena *arena, double p)
{
    struct tn_words words = {{NULL}}, likely = tn_likely(p);

    for (int l = 0; l < TN_LANGS; l++)
        words.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_FORECAST_BOTH, likely.text[l],
                               tn_say_share(arena, (enum tn_lang)l, p, 1));
    return words;
}

static struct tn_words landing_sentence(struct tn_arena *arena,
                                        const struct tn_area_forecast *commune)
{
    const struct tn_outcome *near = &commune->status[TN_NEAR_POOR];
    double landing = commune->status[TN_POOR].flow.to_near_poor;
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *many = tn_say_real(arena, lang, landing, 1);
        const char *end = tn_say_real(arena, lang, near->flow.end, 1);
        words.text[l] = near->quota > 0
                            ? tn_say(arena, lang, TN_W_FORECAST_LANDING, many, end,
                                     near->base - near->quota)
                            : tn_say(arena, lang, TN_W_FORECAST_LANDING_FREE, many, end);
    }
    return words;
}

static struct tn_words total_sentence(struct tn_arena *arena,
                                      const struct tn_total *total)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++)
        words.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_FORECAST_TOTAL_RANGE,
                               tn_say_count(arena, (enum tn_lang)l, total->low),
                               tn_say_count(arena, (enum tn_lang)l, total->high));
    return words;
}

/* An error as people read it: rounded up to one digit, "0,1 điểm %". */
static struct tn_words method_sentence(struct tn_arena *arena,
                                       const struct tn_forecast *f)
{
    struct tn_words words = {{TN_W_FORECAST_EXACT}};
    double worst = 0;

    if (f->method == TN_EXACT)
        return words;
    for (int s = 0; s < TN_STATUSES; s++)
        worst = fmax(worst, f->commune.status[s].quota_met.error);
    double shown = ceil(worst * 1e4) / 1e4;
    for (int l = 0; l < TN_LANGS; l++)
        words.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_FORECAST_CONDITIONAL,
                               tn_say_count(arena, (enum tn_lang)l, f->points),
                               tn_say_share(arena, (enum tn_lang)l, shown, 2));
    return words;
}

bool tn_forecast_asks_both(const struct tn_forecast *f)
{
    return f->commune.status[TN_POOR].quota > 0 &&
           f->commune.status[TN_NEAR_POOR].quota > 0;
}

size_t tn_forecast_sentences(struct tn_arena *arena, const struct tn_show_forecast *what,
                             struct tn_words sentence[12])
{
    const struct tn_forecast *f = what->forecast;
    const struct tn_outcome *poor = &f->commune.status[TN_POOR];
    const struct tn_outcome *near = &f->commune.status[TN_NEAR_POOR];
    size_t n = 0;

    if (poor->base > 0)
        sentence[n++] = sentence_of(arena, TN_POOR, poor);
    if (near->base > 0)
        sentence[n++] = sentence_of(arena, TN_NEAR_POOR, near);
    if (tn_forecast_asks_both(f))
        sentence[n++] = both_sentence(arena, f->both.p);
    sentence[n++] = tn_say_both(arena, TN_W_FORECAST_REALISTIC, poor->realistic[1],
                                near->realistic[1]);
    if (poor->flow.to_near_poor > 0)
        sentence[n++] = landing_sentence(arena, &f->commune);
    if (f->entries_unknown)
        sentence[n++] = (struct tn_words){{TN_W_FORECAST_ENTRIES_UNKNOWN}};
    else if (!f->total.printed)
        sentence[n++] = total_sentence(arena, &f->total);
    if (f->shared_by_poor)
        sentence[n++] = (struct tn_words){{TN_W_FORECAST_SHARED}};
    if (what->draws == TN_COUNT_NONE)
        sentence[n++] = method_sentence(arena, f);
    return n;
}

/* clang-format off */
static const struct tn_column commune_columns[] = {
    {"status",     {{TN_W_C_STATUS}},       TN_WORDS, 0},
    {"base",       {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},        TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_EXITS}},        TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},      TN_BAR,   1},
    {"p_net",      {{TN_W_C_P_NET}},        TN_SHARE, 1},
    {"r50",        {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"r80",        {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"r90",        {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column rate_columns[] = {
    {"status",      {{TN_W_C_STATUS}},     TN_WORDS, 0},
    {"section",     {{TN_W_C_SECTION}},    TN_TEXT,  0},
    {"start",       {{TN_W_C_RATE_START}}, TN_SHARE, 2},
    {"end",         {{TN_W_C_RATE_END}},   TN_SHARE, 2},
    {"low",         {{TN_W_C_LOW}},        TN_SHARE, 2},
    {"high",        {{TN_W_C_HIGH}},       TN_SHARE, 2},
    {"target_rate", {{TN_W_C_TARGET}},     TN_SHARE, 2},
    {"p_target",    {{TN_W_C_P_TARGET}},   TN_BAR,   1},
    {0}
};
static const struct tn_column flow_columns[] = {
    {"flow",      {{TN_W_C_FLOW}},          TN_WORDS, 0},
    {"poor",      {{TN_W_STATUS_POOR}},     TN_REAL, 1},
    {"near_poor", {{TN_W_STATUS_NEAR_POOR}},TN_REAL, 1},
    {0}
};
static const struct tn_column village_columns[] = {
    {"village",    {{TN_W_C_VILLAGE}},      TN_WORDS, 0},
    {"base",       {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},        TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_EXITS}},        TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},      TN_BAR,   1},
    {"p_net",      {{TN_W_C_P_NET}},        TN_SHARE, 1},
    {"end",        {{TN_W_C_END}},          TN_REAL,  1},
    {"r80",        {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column tidy_columns[] = {
    {"area",           {{TN_W_C_AREA}},         TN_TEXT,  0},
    {"status",         {{TN_W_C_STATUS}},       TN_TEXT,  0},
    {"base",           {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",          {{TN_W_C_QUOTA}},        TN_COUNT, 0},
    {"mean_exits",     {{TN_W_C_EXITS}},        TN_REAL,  1},
    {"sd_exits",       {{TN_W_C_SD}},           TN_REAL,  1},
    {"q05_exits",      {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"q50_exits",      {{TN_W_C_MEDIAN}},       TN_COUNT, 0},
    {"q95_exits",      {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"p_quota",        {{TN_W_C_P_QUOTA}},      TN_SHARE, 1},
    {"p_quota_error",  {{TN_W_C_P_QUOTA}},      TN_REAL,  1},
    {"p_net",          {{TN_W_C_P_NET}},        TN_SHARE, 1},
    {"end_mean",       {{TN_W_C_END}},          TN_REAL,  1},
    {"end_q05",        {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"end_q95",        {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"to_near_poor",   {{TN_W_F_TO_NEAR_POOR}}, TN_REAL,  1},
    {"above_line",     {{TN_W_F_ABOVE_LINE}},   TN_REAL,  1},
    {"to_poor",        {{TN_W_F_TO_POOR}},      TN_REAL,  1},
    {"entries",        {{TN_W_F_ENTRY}},        TN_REAL,  1},
    {"realistic_0.5",  {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"realistic_0.8",  {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"realistic_0.9",  {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
/* clang-format on */

/* Cells are filled in the order of the columns. */
struct filler {
    union tn_cell *next;
};

static void put_text(struct filler *f, const char *text)
{
    (f->next++)->text = text;
}

/* A name is the same in both languages. */
static struct tn_words both(const char *name)
{
    return (struct tn_words){{name, name}};
}

static void put_count(struct filler *f, long count)
{
    (f->next++)->count = count;
}

static void put_real(struct filler *f, double x)
{
    (f->next++)->real = x;
}

static struct tn_table *people_table(struct tn_arena *arena, struct tn_doc *doc,
                                     const char *key, struct tn_words title, size_t rows,
                                     const struct tn_column column[])
{
    struct tn_table *t = tn_doc_table(arena, doc, key, title, rows, column);
    t->only = TN_ONLY_PEOPLE;
    return t;
}

static void put_commune_row(struct filler *f, const struct tn_outcome *o)
{
    put_count(f, o->base);
    put_count(f, o->quota);
    put_real(f, o->exits.mean);
    put_count(f, o->exits.q05);
    put_count(f, o->exits.q95);
    /* A quota of 0 is no quota: nothing to meet. */
    put_real(f, o->quota > 0 ? o->quota_met.p : (double)NAN);
    put_real(f, o->quota > 0 ? o->net_met.p : (double)NAN);
}

static void commune_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_forecast *forecast)
{
    struct tn_table *t = people_table(arena, doc, "commune",
                                      (struct tn_words){{TN_W_T_COMMUNE}}, TN_STATUSES,
                                      commune_columns);
    struct filler f = {t->cell};

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *o = &forecast->commune.status[s];
        (f.next++)->words = status_title[s];
        put_commune_row(&f, o);
        for (int i = 0; i < 3; i++)
            put_count(&f, o->realistic[i]);
    }
}

static void put_rate_row(struct filler *f, const struct tn_outcome *o, double total,
                         const struct tn_target *target)
{
    put_text(f, target ? target->section : "");
    put_real(f, (double)o->base / total);
    put_real(f, o->end.mean / total);
    put_real(f, (double)o->end.q05 / total);
    put_real(f, (double)o->end.q95 / total);
    put_real(f, target ? target->percent / 100 : (double)NAN);
    put_real(f, target ? target->met.p : (double)NAN);
}

static void rate_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_forecast *forecast)
{
    size_t rows = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        rows += forecast->targets[s] ? forecast->targets[s] : 1;
    struct tn_table *t = people_table(
        arena, doc, "rates", (struct tn_words){{TN_W_T_ENDS}}, rows, rate_columns);
    struct filler f = {t->cell};
    for (int s = 0; s < TN_STATUSES; s++) {
        size_t n = forecast->targets[s];
        for (size_t i = 0; i < (n ? n : 1); i++) {
            (f.next++)->words = status_title[s];
            put_rate_row(&f, &forecast->commune.status[s], forecast->commune.total,
                         n ? &forecast->target[s][i] : NULL);
        }
    }
}

static void put_flow_row(struct filler *f, struct tn_words name, double poor, double near)
{
    (f->next++)->words = name;
    put_real(f, poor);
    put_real(f, near);
}

static void flow_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_area_forecast *area)
{
    enum { ROWS = 8 };
    const struct tn_outcome *poor = &area->status[TN_POOR];
    const struct tn_outcome *near = &area->status[TN_NEAR_POOR];
    struct tn_table *t = people_table(
        arena, doc, "flows", (struct tn_words){{TN_W_T_FLOWS}}, ROWS, flow_columns);
    struct filler f = {t->cell};
    const double none = (double)NAN;

    put_flow_row(&f, (struct tn_words){{TN_W_F_START}}, (double)poor->base,
                 (double)near->base);
    put_flow_row(&f, (struct tn_words){{TN_W_F_TO_NEAR_POOR}}, poor->flow.to_near_poor,
                 none);
    put_flow_row(&f, (struct tn_words){{TN_W_F_ABOVE_LINE}}, poor->flow.above_line,
                 near->flow.above_line);
    put_flow_row(&f, (struct tn_words){{TN_W_F_TO_POOR}}, none, near->flow.to_poor);
    put_flow_row(&f, (struct tn_words){{TN_W_F_FROM_POOR}}, none,
                 poor->flow.to_near_poor);
    put_flow_row(&f, (struct tn_words){{TN_W_F_FROM_NEAR_POOR}}, near->flow.to_poor,
                 none);
    put_flow_row(&f, (struct tn_words){{TN_W_F_ENTRY}}, poor->flow.entry,
                 near->flow.entry);
    put_flow_row(&f, (struct tn_words){{TN_W_F_END}}, poor->flow.end, near->flow.end);
    t->total_rows = 1;
}

static void village_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_forecast *what, int status)
{
    const struct tn_forecast *forecast = what->forecast;
    struct tn_table *t = people_table(
        arena, doc, status == TN_POOR ? "villages_poor" : "villages_near_poor",
        status == TN_POOR ? (struct tn_words){{TN_W_T_VILLAGES_POOR}}
                          : (struct tn_words){{TN_W_T_VILLAGES_NEAR_POOR}},
        forecast->villages + 1, village_columns);
    struct filler f = {t->cell};

    for (size_t v = 0; v <= forecast->villages; v++) {
        bool last = v == forecast->villages;
        const struct tn_outcome *o = last ? &forecast->commune.status[status]
                                          : &forecast->village[v].status[status];
        if (last)
            (f.next++)->words = (struct tn_words){{TN_W_WHOLE_COMMUNE}};
        else
            (f.next++)->words = both(what->commune->village[v].name);
        put_commune_row(&f, o);
        put_real(&f, o->flow.end);
        put_count(&f, o->realistic[1]);
    }
    t->total_rows = 1;
}

static void put_tidy_row(struct filler *f, const char *area, int status,
                         const struct tn_outcome *o)
{
    put_text(f, area);
    put_text(f, tn_status_vocab[status].code);
    put_count(f, o->base);
    put_count(f, o->quota);
    put_real(f, o->exits.mean);
    put_real(f, o->exits.sd);
    put_count(f, o->exits.q05);
    put_count(f, o->exits.q50);
    put_count(f, o->exits.q95);
    put_real(f, o->quota_met.p);
    put_real(f, o->quota_met.error);
    put_real(f, o->net_met.p);
    put_real(f, o->end.mean);
    put_count(f, o->end.q05);
    put_count(f, o->end.q95);
    put_real(f, o->flow.to_near_poor);
    put_real(f, o->flow.above_line);
    put_real(f, o->flow.to_poor);
    put_real(f, o->flow.entry);
    for (int i = 0; i < 3; i++)
        put_count(f, o->realistic[i]);
}

static void tidy_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_forecast *what)
{
    const struct tn_forecast *forecast = what->forecast;
    struct tn_table *t = tn_doc_table(
        arena, doc, "forecast", (struct tn_words){{TN_W_T_FORECAST}},
        TN_STATUSES * (forecast->villages + 1), tidy_columns);
    struct filler f = {t->cell};

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_STATUSES; s++)
        put_tidy_row(&f, what->commune->name, s, &forecast->commune.status[s]);
    for (size_t v = 0; v < forecast->villages; v++)
        for (int s = 0; s < TN_STATUSES; s++)
            put_tidy_row(&f, what->commune->village[v].name, s,
                         &forecast->village[v].status[s]);
}

static void json_of_doc(struct tn_json *json, const void *what)
{
    tn_forecast_json(json, what);
}

void tn_show_forecast(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_forecast *what)
{
    struct tn_words sentence[12];
    size_t n = tn_forecast_sentences(arena, what, sentence);

    doc->title = tn_say_both(arena, TN_W_FORECAST_TITLE, what->commune->name,
                             what->commune->plan_year);
    for (size_t i = 0; i < n; i++)
        tn_doc_note(arena, doc, sentence[i]);
    commune_table(arena, doc, what->forecast);
    if (!isnan(what->forecast->commune.total))
        rate_table(arena, doc, what->forecast);
    flow_table(arena, doc, &what->forecast->commune);
    for (int s = 0; s < TN_STATUSES; s++)
        village_table(arena, doc, what, s);
    tidy_table(arena, doc, what);
    doc->json = json_of_doc;
    doc->what = what;
}
