/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show_country_parts.h"

#include "tn/show/likely.h"
#include "tn/words/country.h"
#include "tn/words/forecast.h"

#include <math.h>
#include <string.h>

static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};

/* clang-format off */
static const struct tn_words level_title[TN_AREA_LEVELS] = {
    {{TN_W_WHOLE_COUNTRY}}, {{TN_W_AREA_PROVINCE}}, {{TN_W_AREA_DISTRICT}}, {{TN_W_AREA_COMMUNE}},
    {{TN_W_AREA_VILLAGE}},
};
static const char *const level_code[TN_AREA_LEVELS] = {
    "country", "province", "district", "commune", "village",
};

static const struct tn_column row_columns[] = {
    {"level",             {{TN_W_C_AREA_LEVEL}},  TN_TEXT,  0},
    {"province",          {{TN_W_AREA_PROVINCE}},    TN_TEXT,  0},
    {"district",          {{TN_W_AREA_DISTRICT}},    TN_TEXT,  0},
    {"commune",           {{TN_W_AREA_COMMUNE}},     TN_TEXT,  0},
    {"village",           {{TN_W_AREA_VILLAGE}},     TN_TEXT,  0},
    {"status",            {{TN_W_C_AREA_STATUS}}, TN_TEXT,  0},
    {"base",              {{TN_W_C_AREA_BASE}},   TN_COUNT, 0},
    {"quota",             {{TN_W_C_AREA_QUOTA}},  TN_COUNT, 0},
    {"mean_exits",        {{TN_W_C_AREA_MEAN}},   TN_REAL,  1},
    {"sd_exits",          {{TN_W_C_AREA_SD}},     TN_REAL,  1},
    {"q05_exits",         {{TN_W_C_AREA_LOW}},    TN_COUNT, 0},
    {"q50_exits",         {{TN_W_C_AREA_MIDDLE}}, TN_COUNT, 0},
    {"q95_exits",         {{TN_W_C_AREA_HIGH}},   TN_COUNT, 0},
    {"p_quota",           {{TN_W_C_AREA_MET}},    TN_SHARE, 1},
    {"p_quota_error",     {{TN_W_C_AREA_ERROR}},  TN_SHARE, 1},
    {"realistic_quota_0.8", {{TN_W_C_AREA_SURE}}, TN_COUNT, 0},
    {"mean_end",          {{TN_W_C_AREA_END}},    TN_REAL,  1},
    {"q05_end",           {{TN_W_C_AREA_END_LOW}}, TN_COUNT, 0},
    {"q95_end",           {{TN_W_C_AREA_END_HIGH}}, TN_COUNT, 0},
    {"p_net",             {{TN_W_C_AREA_NET}},    TN_SHARE, 1},
    {"p_net_error",       {{TN_W_C_AREA_ERROR}},  TN_SHARE, 1},
    {0}
};

/* What people get to see of it. */
static const struct tn_column people_columns[] = {
    {"province",   {{TN_W_AREA_PROVINCE}},    TN_WORDS, 0},
    {"status",     {{TN_W_C_AREA_STATUS}}, TN_WORDS, 0},
    {"base",       {{TN_W_C_AREA_BASE}},   TN_COUNT, 0},
    {"quota",      {{TN_W_C_AREA_QUOTA}},  TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_AREA_MEAN}},   TN_REAL,  0},
    {"q05_exits",  {{TN_W_C_AREA_LOW}},    TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_AREA_HIGH}},   TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_AREA_MET}},    TN_SHARE, 1},
    {"realistic_quota_0.8", {{TN_W_C_AREA_SURE}}, TN_COUNT, 0},
    {"mean_end",   {{TN_W_C_AREA_END}},    TN_REAL,  0},
    {0}
};

static const struct tn_column band_columns[] = {
    {"level",   {{TN_W_C_AREA_LEVEL}},  TN_WORDS, 0},
    {"status",  {{TN_W_C_AREA_STATUS}}, TN_WORDS, 0},
    {"from_80", {{TN_W_C_BAND_80}},     TN_COUNT, 0},
    {"from_50", {{TN_W_C_BAND_50}},     TN_COUNT, 0},
    {"from_20", {{TN_W_C_BAND_20}},     TN_COUNT, 0},
    {"below_20", {{TN_W_C_BAND_00}},    TN_COUNT, 0},
    {0}
};
/* clang-format on */

/* ---- every area ------------------------------------------------------------------- */

static long count_or_none(long count)
{
    return count == TN_UNKNOWN ? TN_COUNT_NONE : count;
}

static union tn_cell *put_outcome(union tn_cell *cell, const struct tn_area_outcome *o)
{
    (cell++)->count = o->base;
    (cell++)->count = o->quota;
    (cell++)->real = o->mean;
    (cell++)->real = o->sd;
    (cell++)->count = o->q05;
    (cell++)->count = o->q50;
    (cell++)->count = o->q95;
    (cell++)->real = o->quota_met.p;
    (cell++)->real = o->quota_met.error;
    (cell++)->count = o->realistic[1];
    (cell++)->real = o->mean_end;
    (cell++)->count = count_or_none(o->end_q05);
    (cell++)->count = count_or_none(o->end_q95);
    (cell++)->real = o->net_met.p;
    (cell++)->real = o->net_met.error;
    return cell;
}

union tn_cell *show_country_place(union tn_cell *cell, size_t level,
                                  const char *const name[], size_t s)
{
    (cell++)->text = level_code[level];
    for (size_t l = TN_A_PROVINCE; l < TN_AREA_LEVELS; l++)
        (cell++)->text = name && l <= level ? name[l] : "";
    (cell++)->text = tn_status_vocab[s].code;
    return cell;
}

union tn_cell *show_country_area(union tn_cell *cell,
                                 const struct tn_province_outcome *of,
                                 show_country_put *put, struct show_country_at at,
                                 const char *name[])
{
    const struct tn_area *area = &of->province->area[at.level][at.i];

    name[at.level] = area->name;
    for (size_t s = 0; s < TN_STATUSES && at.level >= at.from; s++) {
        cell = show_country_place(cell, at.level, name, s);
        cell = put(cell, &of->outcome[at.level][TN_STATUSES * at.i + s]);
    }
    for (size_t k = 0; at.level < TN_A_VILLAGE && k < area->parts; k++)
        cell = show_country_area(
            cell, of, put,
            (struct show_country_at){at.level + 1, area->first + k, at.from}, name);
    return cell;
}

struct tn_table *show_country_rows(struct tn_arena *arena, size_t rows,
                                   const struct tn_column column[])
{
    struct tn_doc doc = {.title = {{NULL}}};

    return tn_doc_table(arena, &doc, "areas", (struct tn_words){{TN_W_T_AREAS}}, rows,
                        column);
}

struct tn_table *tn_country_rows(struct tn_arena *arena,
                                 const struct tn_province_outcome *of)
{
    size_t areas = 0;
    const char *name[TN_AREA_LEVELS] = {NULL};

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        areas += of->province->n[level];
    struct tn_table *table = show_country_rows(arena, TN_STATUSES * areas, row_columns);
    show_country_area(table->cell, of, put_outcome,
                      (struct show_country_at){TN_A_PROVINCE, 0, TN_A_PROVINCE}, name);
    return table;
}

struct tn_table *tn_country_whole_rows(struct tn_arena *arena,
                                       const struct tn_area_outcome outcome[TN_STATUSES])
{
    const char *none[TN_AREA_LEVELS] = {NULL};
    struct tn_table *table = show_country_rows(arena, TN_STATUSES, row_columns);
    union tn_cell *cell = table->cell;

    for (size_t s = 0; s < TN_STATUSES; s++) {
        cell = show_country_place(cell, TN_A_COUNTRY, none, s);
        cell = put_outcome(cell, &outcome[s]);
    }
    return table;
}

/* ---- the summary ------------------------------------------------------------------ */

static size_t band_of(double p)
{
    return p >= 0.8 ? 0 : p >= 0.5 ? 1 : p >= 0.2 ? 2 : 3;
}

static void grow(struct tn_show_country *show)
{
    size_t n = show->provinces;

    if (n & (n - 1))
        return;
    size_t room = n ? 2 * n : 1;
    const char **name = tn_new(show->arena, const char *, room);
    struct tn_area_outcome *outcome = tn_new(show->arena, struct tn_area_outcome,
                                             room * TN_STATUSES);
    if (n) {
        memcpy(name, show->name, n * sizeof *name);
        memcpy(outcome, show->outcome, n * TN_STATUSES * sizeof *outcome);
    }
    show->name = name;
    show->outcome = outcome;
}

void tn_show_country_add(struct tn_show_country *show,
                         const struct tn_province_outcome *of)
{
    const char *name = of->province->area[TN_A_PROVINCE][0].name;

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t i = 0; i < of->province->n[level]; i++)
            for (size_t s = 0; s < TN_STATUSES; s++) {
                double p = of->outcome[level][TN_STATUSES * i + s].quota_met.p;
                show->band[level][s][band_of(p)]++;
            }
    grow(show);
    show->name[show->provinces] = tn_arena_text(show->arena, name, strlen(name));
    for (size_t s = 0; s < TN_STATUSES; s++)
        show->outcome[show->provinces * TN_STATUSES + s] = of->outcome[TN_A_PROVINCE][s];
    show->provinces++;
}

static union tn_cell *put_people(union tn_cell *cell, struct tn_words name, size_t s,
                                 const struct tn_area_outcome *o)
{
    (cell++)->words = name;
    (cell++)->words = status_title[s];
    (cell++)->count = o->base;
    (cell++)->count = o->quota;
    (cell++)->real = o->mean;
    (cell++)->count = o->q05;
    (cell++)->count = o->q95;
    (cell++)->real = o->quota_met.p;
    (cell++)->count = o->realistic[1];
    (cell++)->real = o->mean_end;
    return cell;
}

static void province_table(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_country *show,
                           const struct tn_area_outcome whole[])
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "provinces", (struct tn_words){{TN_W_T_PROVINCES}},
        TN_STATUSES * (show->provinces + 1), people_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < show->provinces; i++)
        for (size_t s = 0; s < TN_STATUSES; s++)
            cell = put_people(cell, (struct tn_words){{show->name[i], show->name[i]}}, s,
                              &show->outcome[TN_STATUSES * i + s]);
    for (size_t s = 0; s < TN_STATUSES; s++)
        cell = put_people(cell, level_title[TN_A_COUNTRY], s, &whole[s]);
    t->total_rows = TN_STATUSES;
}

void show_country_bands(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_country *show)
{
    struct tn_table *t = tn_doc_table(arena, doc, "likely",
                                      (struct tn_words){{TN_W_T_BANDS}},
                                      TN_STATUSES * (TN_AREA_LEVELS - 1), band_columns);
    union tn_cell *cell = t->cell;

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t s = 0; s < TN_STATUSES; s++) {
            (cell++)->words = level_title[level];
            (cell++)->words = status_title[s];
            for (size_t b = 0; b < TN_COUNTRY_BANDS; b++)
                (cell++)->count = show->band[level][s][b];
        }
}

static struct tn_words sentence_of(struct tn_arena *arena, size_t s,
                                   const struct tn_area_outcome *o)
{
    struct tn_words words = {{NULL}}, likely = tn_likely(o->quota_met.p);

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *mean = tn_say_real(arena, lang, o->mean, 0);
        const char *low = tn_say_count(arena, lang, o->q05);
        const char *high = tn_say_count(arena, lang, o->q95);
        const char *quota = tn_say_count(arena, lang, o->quota);
        const char *share = tn_say_share(arena, lang, o->quota_met.p, 1);
        words.text[l] = s == TN_POOR ? tn_say(arena, lang, TN_W_COUNTRY_POOR, mean, low,
                                              high, quota, likely.text[l], share)
                                     : tn_say(arena, lang, TN_W_COUNTRY_NEAR_POOR, mean,
                                              low, high, quota, likely.text[l], share);
    }
    return words;
}

struct tn_words show_country_size(struct tn_arena *arena,
                                  const struct tn_country *country)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        const char *n[TN_AREA_LEVELS];
        for (size_t level = 0; level < TN_AREA_LEVELS; level++)
            n[level] = tn_say_count(arena, (enum tn_lang)l, (long)country->n[level]);
        words.text[l] = tn_say(
            arena, (enum tn_lang)l, TN_W_COUNTRY_SIZE, n[TN_A_PROVINCE], n[TN_A_DISTRICT],
            n[TN_A_COMMUNE], n[TN_A_VILLAGE],
            tn_say_count(arena, (enum tn_lang)l, country->whole.households[TN_POOR]),
            tn_say_count(arena, (enum tn_lang)l,
                         country->whole.households[TN_NEAR_POOR]));
    }
    return words;
}

struct tn_words show_country_method(struct tn_arena *arena,
                                    const struct tn_country_options *o,
                                    const struct tn_area_outcome outcome[])
{
    struct tn_words words = {{TN_W_FORECAST_EXACT}};
    double error = fmax(outcome[TN_POOR].quota_met.error,
                        outcome[TN_NEAR_POOR].quota_met.error);

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        if (o->draws)
            words.text[l] = tn_say(arena, lang, TN_W_COUNTRY_DRAWS,
                                   tn_say_count(arena, lang, o->draws));
        else if (o->points)
            words.text[l] = tn_say(arena, lang, TN_W_COUNTRY_POINTS,
                                   tn_say_count(arena, lang, o->points),
                                   tn_say_share(arena, lang, error, 1));
    }
    return words;
}

struct tn_words show_country_shares(struct tn_arena *arena,
                                    const struct tn_country_options *o)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        const char *part[TN_SHARED_LEVELS];
        for (size_t level = 0; level < TN_SHARED_LEVELS; level++)
            part[level] = tn_say_share(arena, (enum tn_lang)l, o->share[level], 0);
        words.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_COUNTRY_SHARES,
                               part[TN_A_COUNTRY], part[TN_A_PROVINCE],
                               part[TN_A_DISTRICT], part[TN_A_COMMUNE]);
    }
    return words;
}

void tn_show_country(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_country *show, const struct tn_country *country,
                     const struct tn_country_options *options,
                     const struct tn_area_outcome outcome[TN_STATUSES])
{
    doc->title = (struct tn_words){{TN_W_COUNTRY_TITLE}};
    tn_doc_note(arena, doc, show_country_size(arena, country));
    for (size_t s = 0; s < TN_STATUSES; s++)
        tn_doc_note(arena, doc, sentence_of(arena, s, &outcome[s]));
    tn_doc_note(arena, doc, show_country_shares(arena, options));
    tn_doc_note(arena, doc, show_country_method(arena, options, outcome));
    if (isnan(country->whole.all_households))
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_COUNTRY_NO_TOTAL}});
    show_country_bands(arena, doc, show);
    province_table(arena, doc, show, outcome);
}
