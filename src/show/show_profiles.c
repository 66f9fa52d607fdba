/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_profiles.h"

#include "tn/words/profiles.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const struct tn_column sums[] = {
    {"status",       {{TN_W_PROFILES_C_STATUS}},       TN_WORDS, 0},
    {"deprivations", {{TN_W_PROFILES_C_DEPRIVATIONS}}, TN_COUNT, 0},
    {"households",   {{TN_W_PROFILES_C_EXPECTED}},     TN_REAL,  1},
    {"share",        {{TN_W_PROFILES_C_SHARE}},        TN_BAR,   1},
    {0}
};

static const struct tn_column patterns[] = {
    {"profile",    {{TN_W_PROFILES_C_PROFILE}},  TN_WORDS, 0},
    {"households", {{TN_W_PROFILES_C_EXPECTED}}, TN_REAL,  2},
    {0}
};

static const struct tn_column pairs[] = {
    {"first",      {{TN_W_PROFILES_C_FIRST}},    TN_WORDS, 0},
    {"second",     {{TN_W_PROFILES_C_SECOND}},   TN_WORDS, 0},
    {"households", {{TN_W_PROFILES_C_EXPECTED}}, TN_REAL,  1},
    {0}
};

static const struct tn_column falls[] = {
    {"measure",  {{TN_W_PROFILES_C_MEASURE}},  TN_WORDS, 0},
    {"relieved", {{TN_W_PROFILES_C_RELIEVED}}, TN_COUNT, 0},
    {"least",    {{TN_W_PROFILES_C_LEAST}},    TN_COUNT, 0},
    {"most",     {{TN_W_PROFILES_C_MOST}},     TN_COUNT, 0},
    {"mean",     {{TN_W_PROFILES_C_MEAN}},     TN_REAL,  1},
    {"error",    {{TN_W_PROFILES_C_ERROR}},    TN_REAL,  2},
    {"q05",      {{TN_W_PROFILES_C_Q05}},      TN_COUNT, 0},
    {"q50",      {{TN_W_PROFILES_C_Q50}},      TN_COUNT, 0},
    {"q95",      {{TN_W_PROFILES_C_Q95}},      TN_COUNT, 0},
    {0}
};

static const struct tn_column quotas[] = {
    {"question",   {{TN_W_PROFILES_C_QUESTION}}, TN_WORDS, 0},
    {"p_as_is",    {{TN_W_PROFILES_C_AS_IS}},    TN_SHARE, 1},
    {"p_measures", {{TN_W_PROFILES_C_RELIEF}},   TN_SHARE, 1},
    {0}
};

static const struct tn_column ends[] = {
    {"households", {{TN_W_PROFILES_C_HOUSEHOLDS}}, TN_WORDS, 0},
    {"as_is",      {{TN_W_PROFILES_C_AS_IS}},      TN_REAL,  1},
    {"measures",   {{TN_W_PROFILES_C_RELIEF}},     TN_REAL,  1},
    {0}
};
/* clang-format on */

static long total_of(const struct tn_margin *margin)
{
    long total = 0;

    for (size_t j = 0; j < margin->columns; j++)
        total += margin->sum[j];
    return total;
}

static void note_total(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_margin *poor)
{
    long total = total_of(poor), rows = (long)poor->rows,
         spare = total - rows * poor->low;

    if (spare == 0)
        tn_doc_note(
            arena, doc,
            tn_say_both(arena, TN_W_PROFILES_EXACTLY, total, poor->low, rows, poor->low));
    else if (spare < rows)
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_PROFILES_SPARE, total, spare, rows - spare,
                                rows, poor->low));
}

static void note_method(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_profile *of, enum tn_status status)
{
    struct tn_words note = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *who = tn_status_vocab[status].name.text[l];
        if (of->method == TN_BY_COUNTING)
            note.text[l] = tn_say(arena, lang, TN_W_PROFILES_COUNTED, who,
                                  tn_say_real(arena, lang, of->log_tables / log(10), 1),
                                  of->draws);
        else
            note.text[l] = tn_say(arena, lang, TN_W_PROFILES_TRADED, who, of->draws,
                                  tn_say_real(arena, lang, of->mixing.rhat, 4),
                                  tn_say_count(arena, lang, lround(of->mixing.ess)));
    }
    tn_doc_note(arena, doc, note);
    if (of->method == TN_BY_TRADES && of->mixing.rhat > 1.01)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_PROFILES_NOT_MIXED}});
}

static void note_fall(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_profiles *what)
{
    const struct tn_profile *of = &what->profile[TN_POOR];
    const struct tn_margin *margin = &what->margin[TN_POOR];
    struct tn_words note = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        if (of->least == of->most)
            note.text[l] = tn_say(arena, lang, TN_W_PROFILES_FALL_CERTAIN, of->least,
                                  (long)margin->rows, margin->low);
        else
            note.text[l] = tn_say(
                arena, lang, TN_W_PROFILES_FALL, tn_say_real(arena, lang, of->mean, 1),
                (long)margin->rows, margin->low, of->q05, of->q95, of->least, of->most);
    }
    tn_doc_note(arena, doc, note);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PROFILES_MOVES}});
}

static void note_status(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_profiles *what, enum tn_status status)
{
    const struct tn_margin *margin = &what->margin[status];

    if (!margin->rows)
        return;
    if (what->possible[status]) {
        note_method(arena, doc, &what->profile[status], status);
        return;
    }
    long total = total_of(margin), rows = (long)margin->rows;
    tn_doc_note(arena, doc,
                status == TN_POOR
                    ? tn_say_both(arena, TN_W_PROFILES_IMPOSSIBLE_POOR, total, rows)
                    : tn_say_both(arena, TN_W_PROFILES_IMPOSSIBLE_NEAR, total, rows));
}

/* Sums that some household can have. */
static size_t shown_sums(const struct tn_profile *of)
{
    size_t n = 0;

    for (size_t s = 0; s <= of->sums; s++)
        n += of->by_sum[s] > 0;
    return n;
}

static void add_sums(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_profiles *what)
{
    size_t rows = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        rows += what->possible[s] ? shown_sums(&what->profile[s]) : 0;
    struct tn_table *table = tn_doc_table(
        arena, doc, "sums", (struct tn_words){{TN_W_PROFILES_T_SUMS}}, rows, sums);
    union tn_cell *cell = table->cell;
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_profile *of = &what->profile[s];
        for (size_t k = 0; what->possible[s] && k <= of->sums; k++) {
            if (!(of->by_sum[k] > 0))
                continue;
            (cell++)->words = tn_status_vocab[s].name;
            (cell++)->count = (long)k;
            (cell++)->real = of->by_sum[k];
            (cell++)->real = of->by_sum[k] / (double)of->rows;
        }
    }
}

/* The names of a pattern's indicators, joined. */
static struct tn_words pattern_words(struct tn_arena *arena, uint64_t pattern)
{
    struct tn_words words = {{NULL}};

    if (!pattern)
        return (struct tn_words){{TN_W_PROFILES_NONE}};
    for (int l = 0; l < TN_LANGS; l++) {
        size_t len = 1;
        for (size_t j = 0; j < TN_INDICATORS; j++)
            len += pattern >> j & 1 ? strlen(tn_indicator_vocab[j].name.text[l]) + 2 : 0;
        char *text = tn_new(arena, char, len);
        for (size_t j = 0; j < TN_INDICATORS; j++) {
            if (!(pattern >> j & 1))
                continue;
            strcat(text, *text ? ", " : "");
            strcat(text, tn_indicator_vocab[j].name.text[l]);
        }
        words.text[l] = text;
    }
    return words;
}

static void add_patterns(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_profiles *what, enum tn_status status)
{
    static const struct tn_words title[TN_STATUSES] = {
        [TN_POOR] = {{TN_W_PROFILES_T_PATTERNS_POOR}},
        [TN_NEAR_POOR] = {{TN_W_PROFILES_T_PATTERNS_NEAR}},
    };
    const struct tn_profile *of = &what->profile[status];
    struct tn_table *table = tn_doc_table(
        arena, doc, status == TN_POOR ? "profiles_poor" : "profiles_near_poor",
        title[status], of->patterns, patterns);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < of->patterns; i++) {
        (cell++)->words = pattern_words(arena, of->pattern[i].pattern);
        (cell++)->real = of->pattern[i].mean;
    }
}

enum { PAIRS = 10 };

/* The commonest pairs, largest first. */
static void add_pairs(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_profile *of)
{
    size_t best[PAIRS][2], n = 0;

    for (size_t a = 0; a < TN_INDICATORS; a++)
        for (size_t b = a + 1; b < TN_INDICATORS; b++) {
            double mean = of->together[a * TN_INDICATORS + b];
            size_t at = n < PAIRS ? n : PAIRS - 1;
            if (!(mean > 0) ||
                (n == PAIRS &&
                 mean <= of->together[best[at][0] * TN_INDICATORS + best[at][1]]))
                continue;
            n += n < PAIRS;
            for (; at > 0 &&
                   of->together[best[at - 1][0] * TN_INDICATORS + best[at - 1][1]] < mean;
                 at--)
                memcpy(best[at], best[at - 1], sizeof best[at]);
            best[at][0] = a;
            best[at][1] = b;
        }
    struct tn_table *table = tn_doc_table(
        arena, doc, "pairs", (struct tn_words){{TN_W_PROFILES_T_PAIRS}}, n, pairs);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < n; i++) {
        (cell++)->words = tn_indicator_vocab[best[i][0]].name;
        (cell++)->words = tn_indicator_vocab[best[i][1]].name;
        (cell++)->real = of->together[best[i][0] * TN_INDICATORS + best[i][1]];
    }
}

static union tn_cell *put_fall(union tn_cell *cell, const struct tn_profile *of)
{
    (cell++)->count = of->relieved;
    (cell++)->count = of->least;
    (cell++)->count = of->most;
    (cell++)->real = of->mean;
    (cell++)->real = of->error;
    (cell++)->count = of->q05;
    (cell++)->count = of->q50;
    (cell++)->count = of->q95;
    return cell;
}

static void add_falls(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_profiles *what)
{
    size_t rows = what->goals > 1 ? what->goals + 1 : 1;
    struct tn_table *table = tn_doc_table(
        arena, doc, "measures", (struct tn_words){{TN_W_PROFILES_T_FALL}}, rows, falls);
    union tn_cell *cell = table->cell;

    for (size_t g = 0; g < what->goals; g++) {
        (cell++)->words = (struct tn_words){{what->goal_text[g], what->goal_text[g]}};
        cell = put_fall(cell, &what->alone[g]);
    }
    if (what->goals > 1) {
        (cell++)->words = (struct tn_words){{TN_W_PROFILES_TOGETHER}};
        put_fall(cell, &what->profile[TN_POOR]);
        table->total_rows = 1;
    }
}

static void add_quotas(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_profiles *what)
{
    const struct tn_relief_side *a = &what->relief->as_is, *b = &what->relief->relieved;
    long poor = what->commune->quota[TN_POOR], near = what->commune->quota[TN_NEAR_POOR];
    struct tn_table *table = tn_doc_table(
        arena, doc, "quotas", (struct tn_words){{TN_W_PROFILES_T_QUOTAS}}, 4, quotas);
    const struct {
        struct tn_words words;
        double p[2];
    } row[] = {
        {tn_say_both(arena, TN_W_PROFILES_Q_POOR_GROSS, poor),
         {a->poor_gross.p, b->poor_gross.p}},
        {tn_say_both(arena, TN_W_PROFILES_Q_POOR_NET, poor),
         {a->poor_net.p, b->poor_net.p}},
        {tn_say_both(arena, TN_W_PROFILES_Q_NEAR_GROSS, near),
         {a->near_poor_gross.p, b->near_poor_gross.p}},
        {tn_say_both(arena, TN_W_PROFILES_Q_NEAR_NET, near),
         {a->near_poor_net.p, b->near_poor_net.p}},
    };
    union tn_cell *cell = table->cell;

    table->note = tn_say_both(arena, TN_W_PROFILES_QUOTA_NOTE, what->relief->fallen);
    for (size_t i = 0; i < 4; i++) {
        (cell++)->words = row[i].words;
        (cell++)->real = row[i].p[0];
        (cell++)->real = row[i].p[1];
    }
    table = tn_doc_table(arena, doc, "year_end",
                         (struct tn_words){{TN_W_PROFILES_T_ENDS}}, 2, ends);
    cell = table->cell;
    (cell++)->words = (struct tn_words){{TN_W_PROFILES_END_POOR}};
    (cell++)->real = a->poor_end;
    (cell++)->real = b->poor_end;
    (cell++)->words = (struct tn_words){{TN_W_PROFILES_END_NEAR}};
    (cell++)->real = a->near_poor_end;
    (cell++)->real = b->near_poor_end;
}

void tn_show_profiles(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_profiles *what)
{
    doc->title = tn_say_both(arena, TN_W_PROFILES_TITLE, what->commune->name);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PROFILES_WHAT}});
    if (what->possible[TN_POOR])
        note_total(arena, doc, &what->margin[TN_POOR]);
    for (int s = 0; s < TN_STATUSES; s++)
        note_status(arena, doc, what, (enum tn_status)s);
    if (what->relief)
        note_fall(arena, doc, what);
    if (what->relief) {
        add_falls(arena, doc, what);
        add_quotas(arena, doc, what);
    }
    add_sums(arena, doc, what);
    for (int s = 0; s < TN_STATUSES; s++)
        if (what->possible[s])
            add_patterns(arena, doc, what, (enum tn_status)s);
    if (what->possible[TN_POOR])
        add_pairs(arena, doc, &what->profile[TN_POOR]);
}
