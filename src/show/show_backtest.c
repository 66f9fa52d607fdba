/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_backtest.h"

#include "tn/out/json.h"
#include "tn/words/backtest.h"

#include <math.h>
#include <stdio.h>

/* clang-format off */
static const struct tn_column score_columns[] = {
    {"forecaster",          {{TN_W_BACKTEST_C_WHO}},     TN_WORDS, 0},
    {"forecasts",           {{TN_W_BACKTEST_C_N}},       TN_COUNT, 0},
    {"rps",                 {{TN_W_BACKTEST_C_RPS}},     TN_REAL,  3},
    {"rps_se",              {{TN_W_BACKTEST_C_SE}},      TN_REAL,  3},
    {"rps_less_plan",       {{TN_W_BACKTEST_C_LESS}},    TN_REAL,  3},
    {"rps_less_plan_se",    {{TN_W_BACKTEST_C_SE}},      TN_REAL,  3},
    {"log",                 {{TN_W_BACKTEST_C_LOG}},     TN_REAL,  3},
    {"brier",               {{TN_W_BACKTEST_C_BRIER}},   TN_REAL,  3},
    {"coverage50",          {{TN_W_BACKTEST_C_COVER50}}, TN_SHARE, 1},
    {"coverage50_expected", {{TN_W_BACKTEST_C_REACH50}}, TN_SHARE, 1},
    {"coverage80",          {{TN_W_BACKTEST_C_COVER80}}, TN_SHARE, 1},
    {"coverage80_expected", {{TN_W_BACKTEST_C_REACH80}}, TN_SHARE, 1},
    {"coverage90",          {{TN_W_BACKTEST_C_COVER90}}, TN_SHARE, 1},
    {"coverage90_expected", {{TN_W_BACKTEST_C_REACH90}}, TN_SHARE, 1},
    {"pit_p",               {{TN_W_BACKTEST_C_PIT_P}},   TN_REAL,  3},
    {0}
};
static const struct tn_column people_columns[] = {
    {"forecaster", {{TN_W_BACKTEST_C_WHO}},     TN_WORDS, 0},
    {"rps",        {{TN_W_BACKTEST_C_RPS}},     TN_REAL,  3},
    {"rps_se",     {{TN_W_BACKTEST_C_SE}},      TN_REAL,  3},
    {"log",        {{TN_W_BACKTEST_C_LOG}},     TN_REAL,  3},
    {"brier",      {{TN_W_BACKTEST_C_BRIER}},   TN_REAL,  3},
    {"coverage50", {{TN_W_BACKTEST_C_COVER50}}, TN_SHARE, 1},
    {"coverage80", {{TN_W_BACKTEST_C_COVER80}}, TN_SHARE, 1},
    {"coverage90", {{TN_W_BACKTEST_C_COVER90}}, TN_SHARE, 1},
    {"pit_p",      {{TN_W_BACKTEST_C_PIT_P}},   TN_WORDS, 0},
    {0}
};
static const struct tn_column quota_columns[] = {
    {"from",      {{TN_W_BACKTEST_C_FROM}}, TN_SHARE, 0},
    {"to",        {{TN_W_BACKTEST_C_TO}},   TN_SHARE, 0},
    {"forecasts", {{TN_W_BACKTEST_C_N}},    TN_COUNT, 0},
    {"said",      {{TN_W_BACKTEST_C_SAID}}, TN_SHARE, 1},
    {"met",       {{TN_W_BACKTEST_C_MET}},  TN_BAR,   1},
    {0}
};
static const struct tn_column pit_columns[] = {
    {"from",  {{TN_W_BACKTEST_C_FROM}},  TN_SHARE, 0},
    {"to",    {{TN_W_BACKTEST_C_TO}},    TN_SHARE, 0},
    {"share", {{TN_W_BACKTEST_C_SHARE}}, TN_BAR,   1},
    {0}
};
static const struct tn_column each_columns[] = {
    {"year",            {{TN_W_BACKTEST_C_YEAR}},     TN_TEXT,  0},
    {"district",        {{TN_W_BACKTEST_C_DISTRICT}}, TN_TEXT,  0},
    {"commune",         {{TN_W_BACKTEST_C_COMMUNE}},  TN_TEXT,  0},
    {"area",            {{TN_W_BACKTEST_C_AREA}},     TN_WORDS, 0},
    {"status",          {{TN_W_BACKTEST_C_STATUS}},   TN_WORDS, 0},
    {"at_risk",         {{TN_W_BACKTEST_C_AT_RISK}},  TN_COUNT, 0},
    {"quota",           {{TN_W_BACKTEST_C_QUOTA}},    TN_COUNT, 0},
    {"exits",           {{TN_W_BACKTEST_C_EXITS}},    TN_COUNT, 0},
    {"mean_exits",      {{TN_W_BACKTEST_C_MEAN}},     TN_REAL,  1},
    {"q05_exits",       {{TN_W_BACKTEST_C_LOW}},      TN_COUNT, 0},
    {"q95_exits",       {{TN_W_BACKTEST_C_HIGH}},     TN_COUNT, 0},
    {"p_quota",         {{TN_W_BACKTEST_C_P_QUOTA}},  TN_SHARE, 1},
    {"rps",             {{TN_W_BACKTEST_C_RPS}},      TN_REAL,  2},
    {"rps_plan",        {{TN_W_BACKTEST_C_PLAN_RPS}}, TN_REAL,  2},
    {"rps_persistence", {{TN_W_BACKTEST_C_LAST_RPS}}, TN_REAL,  2},
    {0}
};
static const struct {
    const char *key;
    struct tn_words title;
} sayer[] = {
    [TN_SAYS_MODEL]     = {"model",       {{TN_W_BACKTEST_MODEL}}},
    [TN_SAYS_PLAN]      = {"plan",        {{TN_W_BACKTEST_PLAN}}},
    [TN_SAYS_LAST_YEAR] = {"persistence", {{TN_W_BACKTEST_LAST_YEAR}}},
};
static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR]      = {{TN_W_BACKTEST_POOR}},
    [TN_NEAR_POOR] = {{TN_W_BACKTEST_NEAR_POOR}},
};
/* clang-format on */

static void add_scores(struct tn_arena *arena, struct tn_doc *doc, const char *key,
                       struct tn_words title, const struct tn_backtest_scores *scores)
{
    struct tn_table *t = tn_doc_table(arena, doc, key, title, TN_SAYERS, score_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_SAYERS; s++) {
        const struct tn_scorecard *card = &scores->by[s];
        (cell++)->words = sayer[s].title;
        (cell++)->count = (long)scores->forecasts;
        (cell++)->real = card->ranked.mean;
        (cell++)->real = card->ranked.se;
        (cell++)->real = card->less_than_plan.mean;
        (cell++)->real = card->less_than_plan.se;
        (cell++)->real = card->log.mean;
        (cell++)->real = card->brier.mean;
        for (int c = 0; c < TN_COVERS; c++) {
            (cell++)->real = card->cover[c].mean;
            (cell++)->real = card->reach[c];
        }
        (cell++)->real = card->pit_p;
    }
}

/* With three decimals, and never as 0. */
static struct tn_words p_value(struct tn_arena *arena, double p)
{
    if (p < 0.0005)
        return (struct tn_words){{TN_W_BACKTEST_TINY}};
    return (struct tn_words){
        {tn_say_real(arena, TN_VI, p, 3), tn_say_real(arena, TN_EN, p, 3)}};
}

static struct tn_table *add_people_scores(struct tn_arena *arena, struct tn_doc *doc,
                                          const char *key, struct tn_words title,
                                          const struct tn_backtest_scores *scores)
{
    struct tn_table *t = tn_doc_table(arena, doc, key, title, TN_SAYERS, people_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (int s = 0; s < TN_SAYERS; s++) {
        const struct tn_scorecard *card = &scores->by[s];
        (cell++)->words = sayer[s].title;
        (cell++)->real = card->ranked.mean;
        (cell++)->real = card->ranked.se;
        (cell++)->real = card->log.mean;
        (cell++)->real = card->brier.mean;
        for (int c = 0; c < TN_COVERS; c++)
            (cell++)->real = card->cover[c].mean;
        (cell++)->words = p_value(arena, card->pit_p);
    }
    return t;
}

static void add_quotas(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_backtest_scores *scores)
{
    size_t rows = 0;

    for (size_t b = 0; b < TN_PIT_BINS; b++)
        rows += scores->bin[b].n > 0;
    struct tn_table *t = tn_doc_table(arena, doc, "quota_reliability",
                                      (struct tn_words){{TN_W_BACKTEST_T_QUOTA}}, rows,
                                      quota_columns);
    union tn_cell *cell = t->cell;
    for (size_t b = 0; b < TN_PIT_BINS; b++) {
        const struct tn_bin *bin = &scores->bin[b];
        if (!bin->n)
            continue;
        (cell++)->real = (double)b / TN_PIT_BINS;
        (cell++)->real = (double)(b + 1) / TN_PIT_BINS;
        (cell++)->count = (long)bin->n;
        (cell++)->real = bin->forecast;
        (cell++)->real = bin->happened;
    }
}

static void add_pit(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_scorecard *model)
{
    struct tn_table *t = tn_doc_table(arena, doc, "pit",
                                      (struct tn_words){{TN_W_BACKTEST_T_PIT}},
                                      TN_PIT_BINS, pit_columns);
    union tn_cell *cell = t->cell;

    for (size_t b = 0; b < TN_PIT_BINS; b++) {
        (cell++)->real = (double)b / TN_PIT_BINS;
        (cell++)->real = (double)(b + 1) / TN_PIT_BINS;
        (cell++)->real = model->pit[b];
    }
}

static struct tn_words area_name(const struct tn_question *q)
{
    if (!q->village)
        return (struct tn_words){{TN_W_BACKTEST_WHOLE}};
    return (struct tn_words){{q->village, q->village}};
}

static void add_each(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_backtest *what)
{
    const struct tn_backtest *b = what->backtest;
    struct tn_table *t = tn_doc_table(arena, doc, "forecasts",
                                      (struct tn_words){{TN_W_BACKTEST_T_EACH}},
                                      b->forecasts, each_columns);
    union tn_cell *cell = t->cell;

    t->only = what->each ? TN_ALL_FORMATS : TN_ONLY_MACHINES;
    for (size_t i = 0; i < b->forecasts; i++) {
        const struct tn_past_forecast *f = &b->forecast[i];
        const struct tn_answer *model = &f->by[TN_SAYS_MODEL];
        (cell++)->text = tn_say(arena, TN_EN, "%d", "%d", f->about.year);
        (cell++)->text = f->about.district;
        (cell++)->text = f->about.commune;
        (cell++)->words = area_name(&f->about);
        (cell++)->words = status_title[f->about.status];
        (cell++)->count = f->about.at_risk;
        (cell++)->count = f->about.quota;
        (cell++)->count = f->exits;
        (cell++)->real = model->mean;
        (cell++)->count = model->low[TN_COVERS - 1];
        (cell++)->count = model->high[TN_COVERS - 1];
        (cell++)->real = f->about.quota > 0 ? model->p_quota : (double)NAN;
        for (int s = 0; s < TN_SAYERS; s++)
            (cell++)->real = f->by[s].ranked;
    }
}

static struct tn_words done_sentence(struct tn_arena *arena, const struct tn_backtest *b)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *areas = tn_say_count(arena, lang, (long)b->areas.forecasts);
        const char *communes = tn_say_count(arena, lang, (long)b->communes.forecasts);
        words.text[l] = b->years == 1 ? tn_say(arena, lang, TN_W_BACKTEST_DONE_YEAR,
                                               b->first, areas, communes)
                                      : tn_say(arena, lang, TN_W_BACKTEST_DONE_YEARS,
                                               b->first, b->last, areas, communes);
    }
    return words;
}

static struct tn_words rps_sentence(struct tn_arena *arena, const struct tn_backtest *b)
{
    struct tn_words words = {{NULL}};
    double model = b->areas.by[TN_SAYS_MODEL].ranked.mean;
    double plan = b->areas.by[TN_SAYS_PLAN].ranked.mean;
    double last = b->areas.by[TN_SAYS_LAST_YEAR].ranked.mean;

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *of_model = tn_say_real(arena, lang, model, 2);
        const char *of_plan = tn_say_real(arena, lang, plan, 2);
        const char *of_last = tn_say_real(arena, lang, last, 2);
        words.text[l] =
            model < plan
                ? tn_say(arena, lang, TN_W_BACKTEST_BETTER, of_model, of_plan, of_last,
                         tn_say_share(arena, lang, 1 - model / plan, 0))
                : tn_say(arena, lang, TN_W_BACKTEST_WORSE, of_model, of_plan, of_last);
    }
    return words;
}

static struct tn_words cover_sentence(struct tn_arena *arena,
                                      const struct tn_scorecard *model)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++)
        words.text[l] = tn_say(
            arena, (enum tn_lang)l, TN_W_BACKTEST_COVER,
            tn_say_share(arena, (enum tn_lang)l, model->cover[1].mean, 0),
            tn_say_share(arena, (enum tn_lang)l, model->reach[1], 0));
    return words;
}

static void add_sentences(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_backtest *b)
{
    tn_doc_note(arena, doc, done_sentence(arena, b));
    if (b->areas.forecasts) {
        tn_doc_note(arena, doc, rps_sentence(arena, b));
        tn_doc_note(arena, doc, cover_sentence(arena, &b->areas.by[TN_SAYS_MODEL]));
        if (isinf(b->areas.by[TN_SAYS_PLAN].log.mean))
            tn_doc_note(arena, doc, (struct tn_words){{TN_W_BACKTEST_SURE}});
    }
    if (b->years == 1)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_BACKTEST_ONE_YEAR}});
    else if (b->years < 5)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_BACKTEST_FEW_YEARS, b->years));
}

static void json_mean(struct tn_json *j, const char *key, const struct tn_clustered *of)
{
    char se[32];

    snprintf(se, sizeof se, "%s_se", key);
    tn_json_real(j, key, of->mean);
    tn_json_real(j, se, of->se);
}

static void json_card(struct tn_json *j, const char *key, const struct tn_scorecard *card)
{
    static const char *const cover[TN_COVERS] = {"coverage50", "coverage80",
                                                 "coverage90"};
    static const char *const reach[TN_COVERS] = {
        "coverage50_expected", "coverage80_expected", "coverage90_expected"};

    tn_json_object(j, key);
    json_mean(j, "rps", &card->ranked);
    json_mean(j, "log", &card->log);
    json_mean(j, "brier", &card->brier);
    for (int c = 0; c < TN_COVERS; c++) {
        json_mean(j, cover[c], &card->cover[c]);
        tn_json_real(j, reach[c], card->reach[c]);
    }
    tn_json_real(j, "pit_p", card->pit_p);
    tn_json_reals(j, "pit", TN_PIT_BINS, card->pit);
    json_mean(j, "rps_less_plan", &card->less_than_plan);
    tn_json_end(j);
}

static void json_cards(struct tn_json *j, const char *key,
                       const struct tn_backtest_scores *scores)
{
    if (!scores->forecasts)
        return;
    tn_json_object(j, key);
    for (int s = 0; s < TN_SAYERS; s++)
        json_card(j, sayer[s].key, &scores->by[s]);
    tn_json_end(j);
}

static void json_reliability(struct tn_json *j, const struct tn_backtest_scores *scores)
{
    const struct tn_reliability *r = &scores->quota;

    if (!scores->with_quota)
        return;
    tn_json_object(j, "quota_reliability");
    tn_json_count(j, "forecasts", (long)scores->with_quota);
    tn_json_real(j, "brier", r->brier);
    tn_json_real(j, "log", r->log);
    tn_json_real(j, "reliability", r->reliability);
    tn_json_real(j, "resolution", r->resolution);
    tn_json_real(j, "uncertainty", r->uncertainty);
    tn_json_real(j, "within_variance", r->within_variance);
    tn_json_real(j, "within_covariance", r->within_covariance);
    tn_json_real(j, "miscalibration", r->miscalibration);
    tn_json_real(j, "discrimination", r->discrimination);
    tn_json_real(j, "calibration_error", r->calibration_error);
    tn_json_real(j, "intercept", r->intercept);
    tn_json_real(j, "slope", r->slope);
    tn_json_real(j, "auc", r->auc);
    tn_json_array(j, "bins");
    for (size_t b = 0; b < TN_PIT_BINS; b++) {
        tn_json_object(j, NULL);
        tn_json_count(j, "n", (long)scores->bin[b].n);
        tn_json_real(j, "forecast", scores->bin[b].forecast);
        tn_json_real(j, "happened", scores->bin[b].happened);
        tn_json_end(j);
    }
    tn_json_end(j);
    tn_json_end(j);
}

static void json_forecast(struct tn_json *j, const struct tn_past_forecast *f)
{
    const struct tn_answer *model = &f->by[TN_SAYS_MODEL];

    tn_json_object(j, NULL);
    tn_json_count(j, "year", f->about.year);
    tn_json_text(j, "district", f->about.district);
    tn_json_text(j, "commune", f->about.commune);
    if (f->about.village)
        tn_json_text(j, "area", f->about.village);
    else
        tn_json_null(j, "area");
    tn_json_text(j, "status", tn_status_vocab[f->about.status].code);
    tn_json_count(j, "at_risk", f->about.at_risk);
    tn_json_count(j, "quota", f->about.quota);
    tn_json_count(j, "exits", f->exits);
    tn_json_real(j, "mean_exits", model->mean);
    tn_json_count(j, "q05_exits", model->low[TN_COVERS - 1]);
    tn_json_count(j, "q95_exits", model->high[TN_COVERS - 1]);
    tn_json_real(j, "p_quota", f->about.quota > 0 ? model->p_quota : (double)NAN);
    tn_json_real(j, "rps", model->ranked);
    tn_json_real(j, "rps_plan", f->by[TN_SAYS_PLAN].ranked);
    tn_json_real(j, "rps_persistence", f->by[TN_SAYS_LAST_YEAR].ranked);
    tn_json_end(j);
}

static void json(struct tn_json *j, const void *what)
{
    const struct tn_backtest *b = what;

    tn_json_count(j, "forecasts", (long)b->areas.forecasts);
    tn_json_count(j, "forecasts_communes", (long)b->communes.forecasts);
    tn_json_count(j, "years", (long)b->years);
    tn_json_count(j, "first_year", b->first);
    tn_json_count(j, "last_year", b->last);
    json_cards(j, "scores", &b->areas);
    json_cards(j, "scores_communes", &b->communes);
    json_reliability(j, &b->areas);
    tn_json_array(j, "each");
    for (size_t i = 0; i < b->forecasts; i++)
        json_forecast(j, &b->forecast[i]);
    tn_json_end(j);
}

void tn_show_backtest(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_backtest *what)
{
    const struct tn_backtest *b = what->backtest;
    struct tn_words areas = {{TN_W_BACKTEST_T_AREAS}};
    struct tn_words communes = {{TN_W_BACKTEST_T_COMMUNES}};

    doc->title = tn_say_both(arena, TN_W_BACKTEST_TITLE, what->name);
    doc->json = json;
    doc->what = b;
    add_sentences(arena, doc, b);
    if (b->areas.forecasts) {
        add_people_scores(arena, doc, "scores", areas, &b->areas)->note =
            (struct tn_words){{TN_W_BACKTEST_NOTE_SCORES}};
        add_scores(arena, doc, "scores", areas, &b->areas);
    }
    if (b->communes.forecasts) {
        add_people_scores(arena, doc, "scores_communes", communes, &b->communes);
        add_scores(arena, doc, "scores_communes", communes, &b->communes);
    }
    if (b->areas.with_quota)
        add_quotas(arena, doc, &b->areas);
    if (b->areas.forecasts)
        add_pit(arena, doc, &b->areas.by[TN_SAYS_MODEL]);
    add_each(arena, doc, what);
}
