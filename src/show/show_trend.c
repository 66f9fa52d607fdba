/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_trend.h"

#include "tn/words/trend.h"

#include <math.h>

/* clang-format off */
static const struct tn_column points[] = {
    {"status",     {{TN_W_TREND_C_STATUS}},     TN_WORDS, 0},
    {"indicator",  {{TN_W_TREND_C_INDICATOR}},  TN_WORDS, 0},
    {"year",       {{TN_W_TREND_C_YEAR}},       TN_COUNT, 0},
    {"deprived",   {{TN_W_TREND_C_DEPRIVED}},   TN_COUNT, 0},
    {"households", {{TN_W_TREND_C_HOUSEHOLDS}}, TN_COUNT, 0},
    {"share",      {{TN_W_TREND_C_SHARE}},      TN_BAR,   1},
    {"low",        {{TN_W_TREND_C_LOW}},        TN_SHARE, 1},
    {"high",       {{TN_W_TREND_C_HIGH}},       TN_SHARE, 1},
    {0}
};

static const struct tn_column changes[] = {
    {"status",          {{TN_W_TREND_C_STATUS}},    TN_WORDS, 0},
    {"indicator",       {{TN_W_TREND_C_INDICATOR}}, TN_WORDS, 0},
    {"from",            {{TN_W_TREND_C_FROM}},      TN_COUNT, 0},
    {"to",              {{TN_W_TREND_C_TO}},        TN_COUNT, 0},
    {"first",           {{TN_W_TREND_C_FIRST}},     TN_SHARE, 1},
    {"last",            {{TN_W_TREND_C_LAST}},      TN_SHARE, 1},
    {"difference",      {{TN_W_TREND_C_CHANGE}},    TN_SHARE, 1},
    {"difference_low",  {{TN_W_TREND_C_LOW}},       TN_SHARE, 1},
    {"difference_high", {{TN_W_TREND_C_HIGH}},      TN_SHARE, 1},
    {"ratio",           {{TN_W_TREND_C_RATIO}},     TN_REAL,  2},
    {"ratio_low",       {{TN_W_TREND_C_LOW}},       TN_REAL,  2},
    {"ratio_high",      {{TN_W_TREND_C_HIGH}},      TN_REAL,  2},
    {"yearly",          {{TN_W_TREND_C_YEARLY}},    TN_SHARE, 1},
    {"growth",          {{TN_W_TREND_C_GROWTH}},    TN_SHARE, 1},
    {"z",               {{TN_W_TREND_C_Z}},         TN_REAL,  2},
    {"p_adjusted",      {{TN_W_TREND_C_P}},         TN_REAL,  4},
    {0}
};

static const struct tn_column nexts[] = {
    {"status",     {{TN_W_TREND_C_STATUS}},     TN_WORDS, 0},
    {"indicator",  {{TN_W_TREND_C_INDICATOR}},  TN_WORDS, 0},
    {"slope",      {{TN_W_TREND_C_SLOPE}},      TN_REAL,  3},
    {"slope_low",  {{TN_W_TREND_C_LOW}},        TN_REAL,  3},
    {"slope_high", {{TN_W_TREND_C_HIGH}},       TN_REAL,  3},
    {"scatter",    {{TN_W_TREND_C_SCATTER}},    TN_REAL,  3},
    {"year",       {{TN_W_TREND_C_YEAR}},       TN_COUNT, 0},
    {"forecast",   {{TN_W_TREND_C_FORECAST}},   TN_BAR,   1},
    {"low",        {{TN_W_TREND_C_LOW}},        TN_SHARE, 1},
    {"high",       {{TN_W_TREND_C_HIGH}},       TN_SHARE, 1},
    {0}
};

static const struct tn_column goals[] = {
    {"section",   {{TN_W_TREND_C_SECTION}},   TN_TEXT,  0},
    {"status",    {{TN_W_TREND_C_STATUS}},    TN_WORDS, 0},
    {"indicator", {{TN_W_TREND_C_INDICATOR}}, TN_WORDS, 0},
    {"goal",      {{TN_W_TREND_C_GOAL}},      TN_SHARE, 0},
    {"year",      {{TN_W_TREND_C_YEAR}},      TN_COUNT, 0},
    {"served",    {{TN_W_TREND_C_SERVED}},    TN_BAR,   1},
    {"missing",   {{TN_W_TREND_C_MISSING}},   TN_COUNT, 0},
    {"state",     {{TN_W_TREND_C_STATE}},     TN_WORDS, 0},
    {"p_met",     {{TN_W_TREND_C_P_MET}},     TN_SHARE, 0},
    {0}
};

static const struct tn_column measures[] = {
    {"from",       {{TN_W_TREND_C_FROM}},     TN_TEXT,  0},
    {"to",         {{TN_W_TREND_C_TO}},       TN_TEXT,  0},
    {"by",         {{TN_W_TREND_C_BY}},       TN_TEXT,  0},
    {"group",      {{TN_W_TREND_C_GROUP}},    TN_TEXT,  0},
    {"k",          {{TN_W_TREND_C_K}},        TN_TEXT,  0},
    {"measure",    {{TN_W_TREND_C_MEASURE}},  TN_WORDS, 0},
    {"before",     {{TN_W_TREND_C_FIRST}},    TN_REAL,  3},
    {"after",      {{TN_W_TREND_C_LAST}},     TN_REAL,  3},
    {"change",     {{TN_W_TREND_C_CHANGE}},   TN_REAL,  3},
    {"change_se",  {{TN_W_TREND_C_SE}},       TN_REAL,  3},
    {"low",        {{TN_W_TREND_C_LOW}},      TN_REAL,  3},
    {"high",       {{TN_W_TREND_C_HIGH}},     TN_REAL,  3},
    {"yearly",     {{TN_W_TREND_C_YEARLY}},   TN_REAL,  3},
    {"relative",   {{TN_W_TREND_C_RELATIVE}}, TN_SHARE, 1},
    {"growth",     {{TN_W_TREND_C_GROWTH}},   TN_SHARE, 1},
    {"t",          {{TN_W_TREND_C_T}},        TN_REAL,  2},
    {"df",         {{TN_W_TREND_C_DF}},       TN_REAL,  0},
    {"p",          {{TN_W_TREND_C_P_PLAIN}},  TN_REAL,  4},
    {"p_adjusted", {{TN_W_TREND_C_P}},        TN_REAL,  4},
    {0}
};

static const struct tn_column splits[] = {
    {"from",      {{TN_W_TREND_C_FROM}},      TN_TEXT, 0},
    {"to",        {{TN_W_TREND_C_TO}},        TN_TEXT, 0},
    {"by",        {{TN_W_TREND_C_BY}},        TN_TEXT, 0},
    {"group",     {{TN_W_TREND_C_GROUP}},     TN_TEXT, 0},
    {"k",         {{TN_W_TREND_C_K}},         TN_TEXT, 0},
    {"change",    {{TN_W_TREND_C_CHANGE}},    TN_REAL, 4},
    {"incidence", {{TN_W_TREND_C_INCIDENCE}}, TN_REAL, 4},
    {"intensity", {{TN_W_TREND_C_INTENSITY}}, TN_REAL, 4},
    {"within",    {{TN_W_TREND_C_WITHIN}},    TN_REAL, 4},
    {"share",     {{TN_W_TREND_C_MOVE}},      TN_REAL, 4},
    {0}
};
/* clang-format on */

static void note_adjustment(struct tn_arena *arena, struct tn_doc *doc,
                            enum tn_p_adjustment adjust)
{
    static const struct tn_words words[] = {
        [TN_UNADJUSTED] = {{TN_W_TREND_UNADJUSTED}},
        [TN_HOLM] = {{TN_W_TREND_HOLM}},
        [TN_BENJAMINI_HOCHBERG] = {{TN_W_TREND_BH}},
    };
    tn_doc_note(arena, doc, words[adjust]);
}

static void add_points(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; i < trends->n; i++)
        rows += trends->trend[i].points;
    struct tn_table *table = tn_doc_table(
        arena, doc, "points", (struct tn_words){{TN_W_TREND_T_POINTS}}, rows, points);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < trends->n; i++)
        for (size_t p = 0; p < trends->trend[i].points; p++) {
            const struct tn_trend *trend = &trends->trend[i];
            (cell++)->words = tn_status_vocab[trend->status].name;
            (cell++)->words = tn_indicator_vocab[trend->indicator].name;
            (cell++)->count = trend->point[p].year;
            (cell++)->count = trend->point[p].at.c;
            (cell++)->count = trend->point[p].at.n;
            (cell++)->real = trend->point[p].share;
            (cell++)->real = trend->point[p].low;
            (cell++)->real = trend->point[p].high;
        }
}

static void add_changes(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; i < trends->n; i++)
        rows += trends->trend[i].points > 1;
    struct tn_table *table = tn_doc_table(
        arena, doc, "changes", (struct tn_words){{TN_W_TREND_T_CHANGES}}, rows, changes);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < trends->n; i++) {
        const struct tn_trend *of = &trends->trend[i];
        if (of->points < 2)
            continue;
        const struct tn_trend_point *first = &of->point[0];
        const struct tn_trend_point *last = &of->point[of->points - 1];
        (cell++)->words = tn_status_vocab[of->status].name;
        (cell++)->words = tn_indicator_vocab[of->indicator].name;
        (cell++)->count = first->year;
        (cell++)->count = last->year;
        (cell++)->real = first->share;
        (cell++)->real = last->share;
        (cell++)->real = of->difference.value;
        (cell++)->real = of->difference.interval.low;
        (cell++)->real = of->difference.interval.high;
        (cell++)->real = of->ratio.value;
        (cell++)->real = of->ratio.interval.low;
        (cell++)->real = isinf(of->ratio.interval.high) ? (double)NAN
                                                        : of->ratio.interval.high;
        (cell++)->real = of->yearly;
        (cell++)->real = of->growth;
        (cell++)->real = of->points > 2 ? of->test.z : of->difference.z;
        (cell++)->real = of->p;
    }
}

static void add_nexts(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; i < trends->n; i++)
        rows += trends->trend[i].modelled;
    if (!rows)
        return;
    struct tn_table *table = tn_doc_table(
        arena, doc, "next_year", (struct tn_words){{TN_W_TREND_T_NEXT}}, rows, nexts);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < trends->n; i++) {
        const struct tn_trend *of = &trends->trend[i];
        if (!of->modelled)
            continue;
        (cell++)->words = tn_status_vocab[of->status].name;
        (cell++)->words = tn_indicator_vocab[of->indicator].name;
        (cell++)->real = of->slope.mean;
        (cell++)->real = of->slope.q05;
        (cell++)->real = of->slope.q95;
        (cell++)->real = of->scatter.q50;
        (cell++)->count = of->next.year;
        (cell++)->real = of->next.mean;
        (cell++)->real = of->next.low;
        (cell++)->real = of->next.high;
    }
}

static struct tn_words status_words(int status)
{
    if (status == TN_POOR || status == TN_NEAR_POOR)
        return tn_status_vocab[status].name;
    return (struct tn_words){{TN_W_TREND_ALL_STATUS}};
}

static void add_goals(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_trends *trends)
{
    static const struct tn_words met = {{TN_W_TREND_MET}},
                                 not_met = {{TN_W_TREND_NOT_MET}},
                                 unknown = {{TN_W_TREND_UNKNOWN}};
    struct tn_table *table = tn_doc_table(arena, doc, "goals",
                                          (struct tn_words){{TN_W_TREND_T_GOALS}},
                                          trends->goals, goals);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < trends->goals; i++) {
        const struct tn_goal_status *of = &trends->goal[i];
        const struct tn_goal *goal = of->goal;
        (cell++)->text = goal->section;
        (cell++)->words = status_words(goal->status);
        (cell++)->words = goal->indicator == TN_NONE
                              ? (struct tn_words){{goal->meaning, goal->meaning}}
                              : tn_indicator_vocab[goal->indicator].name;
        (cell++)->real = goal->goal_percent / 100;
        (cell++)->count = of->n ? of->year : TN_COUNT_NONE;
        (cell++)->real = of->served;
        (cell++)->count = of->n ? of->missing : TN_COUNT_NONE;
        (cell++)->words = !of->n ? unknown : of->missing ? not_met : met;
        (cell++)->real = of->p_met;
    }
}

void tn_show_trend(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_commune *commune, const struct tn_trends *trends,
                   enum tn_p_adjustment adjust)
{
    doc->title = tn_say_both(arena, TN_W_TREND_TITLE, commune->name);
    if (trends->years == 0)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_TREND_NOTHING}});
    if (trends->years == 1)
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_TREND_ONE_YEAR, trends->last_year));
    if (trends->years > 1) {
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_TREND_YEARS, trends->years,
                                trends->first_year, trends->last_year));
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_TREND_CHANGES_NOTE}});
        note_adjustment(arena, doc, adjust);
        if (trends->years > 2)
            tn_doc_note(arena, doc, (struct tn_words){{TN_W_TREND_MODEL_NOTE}});
        if (trends->standards_differ)
            tn_doc_note(arena, doc,
                        tn_say_both(arena, TN_W_TREND_ACROSS_NOTE, trends->break_year));
        add_changes(arena, doc, trends);
        add_nexts(arena, doc, trends);
    }
    if (trends->goals)
        add_goals(arena, doc, trends);
    if (trends->n)
        add_points(arena, doc, trends);
}

static struct tn_words measure_words(const struct tn_measure_change *of)
{
    switch (of->measure) {
    case TN_HEADCOUNT:
        return (struct tn_words){{TN_W_TREND_H}};
    case TN_INTENSITY:
        return (struct tn_words){{TN_W_TREND_A}};
    case TN_M0:
        return (struct tn_words){{TN_W_TREND_M0}};
    default:
        return of->name;
    }
}

static const char *cutoff_text(struct tn_arena *arena, struct tn_cutoff k)
{
    return tn_say(arena, TN_EN, "%lld/%lld", "%lld/%lld", (long long)k.num,
                  (long long)k.den);
}

static void add_measures(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_changes *what)
{
    struct tn_table *table = tn_doc_table(arena, doc, "measures",
                                          (struct tn_words){{TN_W_TREND_T_MEASURES}},
                                          what->changes, measures);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < what->changes; i++) {
        const struct tn_measure_change *of = &what->change[i];
        const struct tn_change_estimate *c = &of->change;
        (cell++)->text = of->from;
        (cell++)->text = of->to;
        (cell++)->text = of->by;
        (cell++)->text = of->group;
        (cell++)->text = of->measure == TN_UNCENSORED ? "" : cutoff_text(arena, of->k);
        (cell++)->words = measure_words(of);
        const double real[] = {
            c->before.value, c->after.value, c->change, c->change_se, c->low,
            c->high,         c->yearly,      c->ratio,  c->growth,    c->z,
            c->df,           c->p_t,         of->p};
        for (size_t r = 0; r < sizeof real / sizeof *real; r++)
            (cell++)->real = real[r];
    }
}

static void add_splits(struct tn_arena *arena, struct tn_doc *doc,
                       const struct tn_show_changes *what)
{
    struct tn_table *table = tn_doc_table(arena, doc, "decomposition",
                                          (struct tn_words){{TN_W_TREND_T_SPLIT}},
                                          what->splits, splits);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < what->splits; i++) {
        const struct tn_split_row *of = &what->split[i];
        (cell++)->text = of->from;
        (cell++)->text = of->to;
        (cell++)->text = of->by;
        (cell++)->text = of->group;
        (cell++)->text = cutoff_text(arena, of->k);
        (cell++)->real = of->split.change;
        (cell++)->real = of->split.incidence;
        (cell++)->real = of->split.intensity;
        (cell++)->real = of->part.within;
        (cell++)->real = of->part.share;
    }
}

void tn_show_changes(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_changes *what)
{
    doc->title = tn_say_both(arena, TN_W_TREND_FILE_TITLE, what->source);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_TREND_PANEL_NOTE}});
    note_adjustment(arena, doc, what->adjust);
    add_measures(arena, doc, what);
    add_splits(arena, doc, what);
}
