/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_district.h"

#include "tn/out/json.h"
#include "tn/words/district.h"
#include "tn/words/forecast.h"
#include "tn/words/quota.h"

/* clang-format off */
static const struct tn_column people_columns[] = {
    {"commune",    {{TN_W_C_COMMUNE}},      TN_WORDS, 0},
    {"base",       {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",      {{TN_W_C_QUOTA}},        TN_COUNT, 0},
    {"mean_exits", {{TN_W_C_EXITS}},        TN_REAL,  1},
    {"q05_exits",  {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"q95_exits",  {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"p_quota",    {{TN_W_C_P_QUOTA}},      TN_BAR,   1},
    {"r50",        {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"r80",        {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"r90",        {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {"fair",       {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",     {{TN_W_C_P_FAIR}},       TN_SHARE, 1},
    {0}
};
static const struct tn_column tidy_columns[] = {
    {"commune",       {{TN_W_C_COMMUNE}},      TN_TEXT,  0},
    {"status",        {{TN_W_C_STATUS}},       TN_TEXT,  0},
    {"base",          {{TN_W_C_BASE}},         TN_COUNT, 0},
    {"quota",         {{TN_W_C_QUOTA}},        TN_COUNT, 0},
    {"mean_exits",    {{TN_W_C_EXITS}},        TN_REAL,  1},
    {"sd_exits",      {{TN_W_C_SD}},           TN_REAL,  1},
    {"q05_exits",     {{TN_W_C_LOW}},          TN_COUNT, 0},
    {"q95_exits",     {{TN_W_C_HIGH}},         TN_COUNT, 0},
    {"p_quota",       {{TN_W_C_P_QUOTA}},      TN_SHARE, 1},
    {"p_quota_error", {{TN_W_C_P_QUOTA}},      TN_REAL,  1},
    {"realistic_0.5", {{TN_W_C_REALISTIC_50}}, TN_COUNT, 0},
    {"realistic_0.8", {{TN_W_C_REALISTIC_80}}, TN_COUNT, 0},
    {"realistic_0.9", {{TN_W_C_REALISTIC_90}}, TN_COUNT, 0},
    {"fair",          {{TN_W_C_FAIR}},         TN_COUNT, 0},
    {"p_fair",        {{TN_W_C_P_FAIR}},       TN_SHARE, 1},
    {0}
};
/* clang-format on */

struct tn_outcome tn_part_outcome(const struct tn_part *part)
{
    struct tn_outcome o = {.base = part->base,
                           .quota = part->quota,
                           .exits = part->exits,
                           .quota_met = part->quota_met};

    for (int i = 0; i < 3; i++)
        o.realistic[i] = part->realistic[i];
    return o;
}

/* Those without a quota come last. */
size_t tn_district_order(const struct tn_show_district *what, int s, size_t order[])
{
    const struct tn_district *d = what->district;
    size_t n = 0;

    for (size_t c = 0; c < d->communes; c++) {
        const struct tn_part *part = &d->part[s][c];
        if (part->base == 0)
            continue;
        double key = part->quota > 0 ? part->quota_met.p : 2;
        size_t at = n++;
        for (; at > 0; at--) {
            const struct tn_part *before = &d->part[s][order[at - 1]];
            if ((before->quota > 0 ? before->quota_met.p : 2) <= key)
                break;
            order[at] = order[at - 1];
        }
        order[at] = c;
    }
    return n;
}

/* The name of commune c; the district's own row has none in the data. */
static struct tn_words name_of(const struct tn_show_district *what, size_t c)
{
    if (c == what->district->communes)
        return (struct tn_words){{TN_W_DISTRICT_ALL}};
    return (struct tn_words){{what->commune[c]->name, what->commune[c]->name}};
}

static void say_all(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_district *d, int s)
{
    const struct tn_part *all = &d->part[s][d->communes];
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++) {
        const char *mean = tn_say_real(arena, lang, all->exits.mean, 1);
        const char *p = tn_say_share(arena, lang, all->quota_met.p, 1);
        text.text[lang] = s == TN_POOR
                              ? tn_say(arena, lang, TN_W_DISTRICT_POOR, mean,
                                       all->exits.q05, all->exits.q95, all->quota, p)
                              : tn_say(arena, lang, TN_W_DISTRICT_NEAR_POOR, mean,
                                       all->exits.q05, all->exits.q95, all->quota, p);
    }
    tn_doc_note(arena, doc, text);
}

static void people_table(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_district *what, int s)
{
    const struct tn_district *d = what->district;
    struct tn_table *t = tn_doc_table(
        arena, doc, s == TN_POOR ? "communes_poor" : "communes_near_poor",
        s == TN_POOR ? (struct tn_words){{TN_W_T_DISTRICT_POOR}}
                     : (struct tn_words){{TN_W_T_DISTRICT_NEAR_POOR}},
        d->communes + 1, people_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    t->total_rows = 1;
    t->note = (struct tn_words){{TN_W_DISTRICT_FAIR_NOTE}};
    for (size_t c = 0; c <= d->communes; c++) {
        const struct tn_part *part = &d->part[s][c];
        (cell++)->words = name_of(what, c);
        (cell++)->count = part->base;
        (cell++)->count = part->quota;
        (cell++)->real = part->exits.mean;
        (cell++)->count = part->exits.q05;
        (cell++)->count = part->exits.q95;
        (cell++)->real = part->quota_met.p;
        for (int i = 0; i < 3; i++)
            (cell++)->count = part->realistic[i];
        (cell++)->count = part->fair;
        (cell++)->real = part->p_fair;
    }
}

static void tidy_table(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_district *what)
{
    const struct tn_district *d = what->district;
    struct tn_table *t = tn_doc_table(arena, doc, "communes",
                                      (struct tn_words){{TN_W_T_DISTRICT}},
                                      TN_STATUSES * (d->communes + 1), tidy_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t c = 0; c <= d->communes; c++) {
            const struct tn_part *part = &d->part[s][c];
            (cell++)->text = c < d->communes ? what->commune[c]->name : "";
            (cell++)->text = tn_status_vocab[s].code;
            (cell++)->count = part->base;
            (cell++)->count = part->quota;
            (cell++)->real = part->exits.mean;
            (cell++)->real = part->exits.sd;
            (cell++)->count = part->exits.q05;
            (cell++)->count = part->exits.q95;
            (cell++)->real = part->quota_met.p;
            (cell++)->real = part->quota_met.error;
            for (int i = 0; i < 3; i++)
                (cell++)->count = part->realistic[i];
            (cell++)->count = part->fair;
            (cell++)->real = part->p_fair;
        }
}

static void json_part(struct tn_json *json, const char *key, const struct tn_part *part)
{
    tn_json_object(json, key);
    tn_json_count(json, "base", part->base);
    tn_json_count(json, "quota", part->quota);
    tn_json_real(json, "mean_exits", part->exits.mean);
    tn_json_real(json, "sd_exits", part->exits.sd);
    tn_json_count(json, "q05_exits", part->exits.q05);
    tn_json_count(json, "q50_exits", part->exits.q50);
    tn_json_count(json, "q95_exits", part->exits.q95);
    tn_json_real(json, "p_quota", part->quota_met.p);
    tn_json_real(json, "p_quota_error", part->quota_met.error);
    tn_json_object(json, "realistic_quota");
    tn_json_count(json, "0.5", part->realistic[0]);
    tn_json_count(json, "0.8", part->realistic[1]);
    tn_json_count(json, "0.9", part->realistic[2]);
    tn_json_end(json);
    tn_json_count(json, "fair", part->fair);
    tn_json_real(json, "p_fair", part->p_fair);
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *pointer)
{
    const struct tn_show_district *what = pointer;
    const struct tn_district *d = what->district;

    tn_json_real(json, "shared_variance", d->shared);
    tn_json_count(json, "points", d->points);
    tn_json_object(json, "district");
    for (int s = 0; s < TN_STATUSES; s++)
        json_part(json, tn_status_vocab[s].code, &d->part[s][d->communes]);
    tn_json_end(json);
    tn_json_array(json, "communes");
    for (size_t c = 0; c < d->communes; c++) {
        tn_json_object(json, NULL);
        tn_json_text(json, "commune", what->commune[c]->name);
        tn_json_text(json, "folder", what->commune[c]->folder);
        for (int s = 0; s < TN_STATUSES; s++)
            json_part(json, tn_status_vocab[s].code, &d->part[s][c]);
        tn_json_end(json);
    }
    tn_json_end(json);
}

void tn_show_district(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_district *what)
{
    const struct tn_district *d = what->district;
    struct tn_words shared;

    doc->title = tn_say_both(arena, TN_W_DISTRICT_TITLE, d->communes);
    for (int s = 0; s < TN_STATUSES; s++)
        say_all(arena, doc, d, s);
    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        shared.text[lang] = tn_say(arena, lang, TN_W_DISTRICT_SHARED,
                                   tn_say_share(arena, lang, d->shared, 0));
    tn_doc_note(arena, doc, shared);
    for (int s = 0; s < TN_STATUSES; s++)
        people_table(arena, doc, what, s);
    tidy_table(arena, doc, what);
    doc->json = write_json;
    doc->what = what;
}
