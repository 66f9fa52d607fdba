/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show_country_parts.h"

#include "tn/words/country.h"
#include "tn/words/forecast.h"
#include "tn/words/quota.h"

#include <math.h>

static const struct tn_words status_title[TN_STATUSES] = {
    [TN_POOR] = {{TN_W_STATUS_POOR}},
    [TN_NEAR_POOR] = {{TN_W_STATUS_NEAR_POOR}},
};

/* clang-format off */
static const struct tn_column row_columns[] = {
    {"level",         {{TN_W_C_AREA_LEVEL}},   TN_TEXT,  0},
    {"province",      {{TN_W_AREA_PROVINCE}},  TN_TEXT,  0},
    {"district",      {{TN_W_AREA_DISTRICT}},  TN_TEXT,  0},
    {"commune",       {{TN_W_AREA_COMMUNE}},   TN_TEXT,  0},
    {"village",       {{TN_W_AREA_VILLAGE}},   TN_TEXT,  0},
    {"status",        {{TN_W_C_AREA_STATUS}},  TN_TEXT,  0},
    {"base",          {{TN_W_C_AREA_BASE}},    TN_COUNT, 0},
    {"quota",         {{TN_W_C_GIVEN}},        TN_COUNT, 0},
    {"p_quota",       {{TN_W_C_P_GIVEN}},      TN_SHARE, 1},
    {"p_quota_error", {{TN_W_C_AREA_ERROR}},   TN_SHARE, 1},
    {"fair",          {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",        {{TN_W_C_P_FAIR}},       TN_SHARE, 1},
    {"realistic_0.5", {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"realistic_0.8", {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"realistic_0.9", {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
static const struct tn_column people_columns[] = {
    {"province", {{TN_W_AREA_PROVINCE}},  TN_WORDS, 0},
    {"status",   {{TN_W_C_AREA_STATUS}},  TN_WORDS, 0},
    {"base",     {{TN_W_C_AREA_BASE}},    TN_COUNT, 0},
    {"quota",    {{TN_W_C_GIVEN}},        TN_COUNT, 0},
    {"p_quota",  {{TN_W_C_P_GIVEN}},      TN_SHARE, 1},
    {"fair",     {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",   {{TN_W_C_P_FAIR}},       TN_SHARE, 1},
    {"realistic_0.5", {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"realistic_0.8", {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"realistic_0.9", {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {0}
};
/* clang-format on */

/* From fair on the columns of both tables are the same. */
static union tn_cell *put_fair(union tn_cell *cell, const struct tn_area_outcome *o)
{
    (cell++)->count = o->fair == TN_UNKNOWN ? TN_COUNT_NONE : o->fair;
    (cell++)->real = o->p_fair;
    for (int i = 0; i < 3; i++)
        (cell++)->count = o->realistic[i];
    return cell;
}

static union tn_cell *put_quota(union tn_cell *cell, const struct tn_area_outcome *o)
{
    (cell++)->count = o->base;
    (cell++)->count = o->quota;
    (cell++)->real = o->quota_met.p;
    (cell++)->real = o->quota_met.error;
    return put_fair(cell, o);
}

struct tn_table *tn_country_quota_rows(struct tn_arena *arena,
                                       const struct tn_province_outcome *of)
{
    size_t areas = 0;
    const char *name[TN_AREA_LEVELS] = {NULL};

    for (size_t level = TN_A_DISTRICT; level < TN_AREA_LEVELS; level++)
        areas += of->province->n[level];
    struct tn_table *table = show_country_rows(arena, TN_STATUSES * areas, row_columns);
    show_country_area(table->cell, of, put_quota,
                      (struct show_country_at){TN_A_PROVINCE, 0, TN_A_DISTRICT}, name);
    return table;
}

struct tn_table *tn_country_quota_whole_rows(
    struct tn_arena *arena, const struct tn_show_country *show,
    const struct tn_area_outcome outcome[TN_STATUSES])
{
    const char *none[TN_AREA_LEVELS] = {NULL};
    struct tn_table *table = show_country_rows(arena, TN_STATUSES * (show->provinces + 1),
                                               row_columns);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < show->provinces; i++)
        for (size_t s = 0; s < TN_STATUSES; s++) {
            const char *name[TN_AREA_LEVELS] = {NULL, show->name[i]};
            cell = show_country_place(cell, TN_A_PROVINCE, name, s);
            cell = put_quota(cell, &show->outcome[TN_STATUSES * i + s]);
        }
    for (size_t s = 0; s < TN_STATUSES; s++) {
        cell = show_country_place(cell, TN_A_COUNTRY, none, s);
        cell = put_quota(cell, &outcome[s]);
    }
    return table;
}

static union tn_cell *put_people(union tn_cell *cell, struct tn_words name, size_t s,
                                 const struct tn_area_outcome *o)
{
    (cell++)->words = name;
    (cell++)->words = status_title[s];
    (cell++)->count = o->base;
    (cell++)->count = o->quota;
    (cell++)->real = o->quota_met.p;
    return put_fair(cell, o);
}

static void province_table(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_country *show,
                           const struct tn_area_outcome whole[])
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "provinces", (struct tn_words){{TN_W_T_COUNTRY_QUOTAS}},
        TN_STATUSES * (show->provinces + 1), people_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < show->provinces; i++)
        for (size_t s = 0; s < TN_STATUSES; s++)
            cell = put_people(cell, (struct tn_words){{show->name[i], show->name[i]}}, s,
                              &show->outcome[TN_STATUSES * i + s]);
    for (size_t s = 0; s < TN_STATUSES; s++)
        cell = put_people(cell, (struct tn_words){{TN_W_WHOLE_COUNTRY}}, s, &whole[s]);
    t->total_rows = TN_STATUSES;
    t->note = (struct tn_words){{TN_W_COUNTRY_FAIR_NOTE}};
}

/* The least certain province, with the quotas given and with a total shared out. */
struct least {
    double given, fair;
};

static struct least least_of(const struct tn_show_country *show, size_t s)
{
    struct least least = {1, 1};

    for (size_t i = 0; i < show->provinces; i++) {
        const struct tn_area_outcome *o = &show->outcome[TN_STATUSES * i + s];
        least.given = fmin(least.given, o->quota_met.p);
        least.fair = fmin(least.fair, o->p_fair);
    }
    return least;
}

static struct tn_words asked_sentence(struct tn_arena *arena, size_t s,
                                      const struct tn_area_outcome *o)
{
    struct tn_words words = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *quota = tn_say_count(arena, lang, o->quota);
        const char *p = tn_say_share(arena, lang, o->quota_met.p, 1);
        const char *r80 = tn_say_count(arena, lang, o->realistic[1]);
        const char *r90 = tn_say_count(arena, lang, o->realistic[2]);
        words.text[l] =
            s == TN_POOR
                ? tn_say(arena, lang, TN_W_COUNTRY_QUOTA_POOR, quota, p, r80, r90)
                : tn_say(arena, lang, TN_W_COUNTRY_QUOTA_NEAR_POOR, quota, p, r80, r90);
    }
    return words;
}

static struct tn_words fair_sentence(struct tn_arena *arena,
                                     const struct tn_show_country *show, size_t s)
{
    struct tn_words words = {{NULL}};
    struct least least = least_of(show, s);

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *given = tn_say_share(arena, lang, least.given, 1);
        const char *fair = tn_say_share(arena, lang, least.fair, 1);
        words.text[l] = tn_say(arena, lang, TN_W_COUNTRY_QUOTA_FAIR,
                               status_title[s].text[l], given,
                               tn_say_count(arena, lang, show->total[s]), fair);
    }
    return words;
}

void tn_show_country_quota(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_country *show,
                           const struct tn_country *country,
                           const struct tn_country_options *options,
                           const struct tn_area_outcome outcome[TN_STATUSES])
{
    doc->title = (struct tn_words){{TN_W_COUNTRY_QUOTA_TITLE}};
    tn_doc_note(arena, doc, show_country_size(arena, country));
    for (size_t s = 0; s < TN_STATUSES; s++) {
        tn_doc_note(arena, doc, asked_sentence(arena, s, &outcome[s]));
        tn_doc_note(arena, doc, fair_sentence(arena, show, s));
    }
    tn_doc_note(arena, doc, show_country_shares(arena, options));
    tn_doc_note(arena, doc, show_country_method(arena, options, outcome));
    show_country_bands(arena, doc, show);
    province_table(arena, doc, show, outcome);
}
