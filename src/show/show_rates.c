/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_rates.h"

#include "tn/words/rates.h"
#include "tn/words/trend.h"

#include <math.h>
#include <string.h>

enum { MOST_SLOTS = 16, MOST_PANELS = 12 };

/* clang-format off */
static const struct tn_column steps[] = {
    {"area",       {{TN_W_RATES_H_AREA}},      TN_TEXT,  0},
    {"part_of",    {{TN_W_RATES_H_PART_OF}},   TN_TEXT,  0},
    {"status",     {{TN_W_TREND_C_STATUS}},    TN_WORDS, 0},
    {"standard",   {{TN_W_RATES_H_STANDARD}},  TN_TEXT,  0},
    {"from",       {{TN_W_TREND_C_FROM}},      TN_COUNT, 0},
    {"to",         {{TN_W_TREND_C_TO}},        TN_COUNT, 0},
    {"first",      {{TN_W_TREND_C_FIRST}},     TN_SHARE, 2},
    {"last",       {{TN_W_TREND_C_LAST}},      TN_SHARE, 2},
    {"difference", {{TN_W_TREND_C_CHANGE}},    TN_SHARE, 2},
    {"growth",     {{TN_W_TREND_C_GROWTH}},    TN_SHARE, 1},
    {"mark",       {{TN_W_RATES_C_MARK}},      TN_WORDS, 0},
    {0}
};

static const struct tn_column runs[] = {
    {"area",       {{TN_W_RATES_H_AREA}},      TN_TEXT,  0},
    {"part_of",    {{TN_W_RATES_H_PART_OF}},   TN_TEXT,  0},
    {"status",     {{TN_W_TREND_C_STATUS}},    TN_WORDS, 0},
    {"standard",   {{TN_W_RATES_H_STANDARD}},  TN_TEXT,  0},
    {"from",       {{TN_W_TREND_C_FROM}},      TN_COUNT, 0},
    {"to",         {{TN_W_TREND_C_TO}},        TN_COUNT, 0},
    {"years",      {{TN_W_RATES_C_YEARS}},     TN_COUNT, 0},
    {"first",      {{TN_W_TREND_C_FIRST}},     TN_SHARE, 2},
    {"last",       {{TN_W_TREND_C_LAST}},      TN_SHARE, 2},
    {"yearly",     {{TN_W_TREND_C_YEARLY}},    TN_SHARE, 2},
    {"growth",     {{TN_W_TREND_C_GROWTH}},    TN_SHARE, 1},
    {"mark",       {{TN_W_RATES_C_MARK}},      TN_WORDS, 0},
    {0}
};
/* clang-format on */

static const struct tn_words mark[] = {
    [TN_STEP_PLAIN] = {{TN_W_RATES_M_PLAIN}},
    [TN_STEP_DERIVED] = {{TN_W_RATES_M_DERIVED}},
    [TN_STEP_BREAK] = {{TN_W_RATES_M_BREAK}},
    [TN_STEP_PRELIMINARY] = {{TN_W_RATES_M_PRELIMINARY}},
    [TN_STEP_MID_YEAR] = {{TN_W_RATES_M_MID_YEAR}},
    [TN_STEP_RESTATED] = {{TN_W_RATES_M_RESTATED}},
};

/* The first cells of either table, as far as the years. */
static union tn_cell *begin(union tn_cell *cell, const struct tn_rate_series *series,
                            const struct tn_rate_step *step)
{
    (cell++)->text = series->area;
    (cell++)->text = series->part_of;
    (cell++)->words = tn_status_vocab[series->status].name;
    (cell++)->text = step->to->standard;
    (cell++)->count = step->from->year;
    (cell++)->count = step->to->year;
    return cell;
}

static void add_steps(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_rate_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; i < trends->n; i++)
        rows += trends->series[i].steps;
    struct tn_table *table = tn_doc_table(
        arena, doc, "steps", (struct tn_words){{TN_W_RATES_T_STEPS}}, rows, steps);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < trends->n; i++)
        for (size_t k = 0; k < trends->series[i].steps; k++) {
            const struct tn_rate_series *series = &trends->series[i];
            const struct tn_rate_step *step = &series->step[k];
            cell = begin(cell, series, step);
            (cell++)->real = step->from->share[series->status];
            (cell++)->real = step->to->share[series->status];
            (cell++)->real = step->change;
            (cell++)->real = step->growth;
            (cell++)->words = mark[step->mark];
        }
}

static void add_runs(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_rate_trends *trends)
{
    size_t rows = 0;

    for (size_t i = 0; i < trends->n; i++)
        rows += trends->series[i].run.from != NULL;
    struct tn_table *table = tn_doc_table(
        arena, doc, "runs", (struct tn_words){{TN_W_RATES_T_RUNS}}, rows, runs);
    union tn_cell *cell = table->cell;
    for (size_t i = 0; i < trends->n; i++) {
        const struct tn_rate_series *series = &trends->series[i];
        const struct tn_rate_step *run = &series->run;
        if (!run->from)
            continue;
        cell = begin(cell, series, run);
        (cell++)->count = (long)series->run_points;
        (cell++)->real = run->from->share[series->status];
        (cell++)->real = run->to->share[series->status];
        (cell++)->real = run->yearly;
        (cell++)->real = run->growth;
        (cell++)->words = mark[run->mark];
    }
}

void tn_show_rates(struct tn_arena *arena, struct tn_doc *doc, const char *source,
                   const struct tn_rate_trends *trends)
{
    doc->title = tn_say_both(arena, TN_W_RATES_TITLE, source);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_RATES_NOTE_RULE}});
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_RATES_NOTE_DERIVED}});
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_RATES_NOTE_CENSUS}});
    add_runs(arena, doc, trends);
    add_steps(arena, doc, trends);
}

/* --- Pictures --- */

/* Places of the figures along x: standards one after another, their years ascending, a
 * gap (null) between standards. */
struct slots {
    size_t n;
    const struct tn_rate *at[MOST_SLOTS];
};

static bool same_slot(const struct tn_rate *a, const struct tn_rate *b)
{
    return a && a->year == b->year && strcmp(a->standard, b->standard) == 0;
}

static bool comes_before(const struct tn_rate *a, const struct tn_rate *b)
{
    int standard = strcmp(a->standard, b->standard);

    return standard < 0 || (standard == 0 && a->year < b->year);
}

static void add_slot(struct slots *slots, const struct tn_rate *rate)
{
    size_t i = 0;

    while (i < slots->n && comes_before(slots->at[i], rate))
        i++;
    if ((i < slots->n && same_slot(slots->at[i], rate)) || slots->n == MOST_SLOTS)
        return;
    memmove(slots->at + i + 1, slots->at + i, (slots->n - i) * sizeof(*slots->at));
    slots->at[i] = rate;
    slots->n++;
}

static void open_gaps(struct slots *slots)
{
    for (size_t i = 1; i < slots->n && slots->n < MOST_SLOTS; i++) {
        if (strcmp(slots->at[i - 1]->standard, slots->at[i]->standard) == 0)
            continue;
        memmove(slots->at + i + 1, slots->at + i, (slots->n - i) * sizeof(*slots->at));
        slots->at[i++] = NULL;
        slots->n++;
    }
}

static struct tn_small panel(struct tn_arena *arena, enum tn_lang lang,
                             const struct slots *slots,
                             const struct tn_rate_series *series)
{
    double *y = tn_new(arena, double, slots->n);
    bool *ring = tn_new(arena, bool, slots->n);

    for (size_t i = 0; i < slots->n; i++) {
        y[i] = (double)NAN;
        for (size_t p = 0; p < series->points; p++)
            if (same_slot(slots->at[i], series->point[p])) {
                y[i] = series->point[p]->share[series->status];
                ring[i] = !tn_rate_settled(series->point[p]);
            }
    }
    const char *title = *series->part_of ? tn_say(arena, lang, "%s (%s)", "%s (%s)",
                                                  series->area, series->part_of)
                                         : series->area;
    return (struct tn_small){.title = title, .y = y, .ring = ring};
}

/* Where there is little room only the first and the last year of a standard. */
static const char *year_of(struct tn_arena *arena, enum tn_lang lang,
                           const struct slots *slots, size_t i)
{
    enum { ROOM = 6, WIDE = 4 };
    const struct tn_rate *rate = slots->at[i];
    bool inner = i > 0 && slots->at[i - 1] && i + 1 < slots->n && slots->at[i + 1];

    if (!rate || (inner && slots->n > ROOM))
        return "";
    return slots->n > WIDE ? tn_say(arena, lang, "'%02d", "'%02d", rate->year % 100)
                           : tn_say(arena, lang, "%d", "%d", rate->year);
}

static struct tn_frame frame_of(struct tn_arena *arena, enum tn_lang lang, int s,
                                const struct slots *slots,
                                const struct tn_rate_series *fastest)
{
    const char *first = tn_say(arena, lang, "%d", "%d", slots->at[0]->year);
    const char *last = tn_say(arena, lang, "%d", "%d", slots->at[slots->n - 1]->year);
    struct tn_frame frame = {
        .lang = lang,
        .name = s == TN_POOR ? "rates-poor" : "rates-near-poor",
        .finding = fastest && fastest->run.growth < 0
                       ? tn_say(arena, lang, TN_W_RATES_P_FINDING, fastest->area,
                                tn_say_share(arena, lang, -fastest->run.growth, 0))
                       : tn_pick(lang, TN_W_RATES_P_PLAIN),
        .what = s == TN_POOR
                    ? tn_say(arena, lang, TN_W_RATES_P_WHAT_POOR, first, last)
                    : tn_say(arena, lang, TN_W_RATES_P_WHAT_NEAR_POOR, first, last),
        .source = tn_pick(lang, TN_W_RATES_P_SOURCE),
    };

    frame.description = frame.finding;
    return frame;
}

static bool draw(struct tn_arena *arena, enum tn_lang lang, int s,
                 const struct tn_rate_trends *trends, struct tn_figure *figure)
{
    const struct tn_rate_series *drawn[MOST_PANELS], *fastest = NULL;
    struct tn_small small[MOST_PANELS];
    const char *label[MOST_SLOTS];
    struct slots slots = {0};
    size_t panels = 0;

    for (size_t i = 0; i < trends->n && panels < MOST_PANELS; i++) {
        const struct tn_rate_series *series = &trends->series[i];
        if ((int)series->status != s || !series->run.from)
            continue;
        drawn[panels++] = series;
        for (size_t p = 0; p < series->points; p++)
            add_slot(&slots, series->point[p]);
        if (!fastest || series->run.growth < fastest->run.growth)
            fastest = series;
    }
    if (panels == 0)
        return false;
    open_gaps(&slots);
    for (size_t i = 0; i < slots.n; i++)
        label[i] = year_of(arena, lang, &slots, i);
    for (size_t i = 0; i < panels; i++)
        small[i] = panel(arena, lang, &slots, drawn[i]);
    struct tn_frame frame = frame_of(arena, lang, s, &slots, fastest);
    struct tn_multiples of = {true, slots.n, label, slots.n, panels, small};
    *figure = tn_figure_multiples(arena, &frame, &of);
    return true;
}

size_t tn_charts_of_rates(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_rate_trends *trends,
                          struct tn_figure figure[TN_RATE_CHARTS])
{
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        n += draw(arena, lang, s, trends, &figure[n]);
    return n;
}
