/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_prevalence.h"

#include "tn/words/prevalence.h"

#include <math.h>
#include <stdbool.h>

/* clang-format off */
static const struct tn_column people[] = {
    {"indicator",  {{TN_W_PREVALENCE_C_INDICATOR}},  TN_WORDS, 0},
    {"deprived",   {{TN_W_PREVALENCE_C_DEPRIVED}},   TN_COUNT, 0},
    {"households", {{TN_W_PREVALENCE_C_HOUSEHOLDS}}, TN_COUNT, 0},
    {"prevalence", {{TN_W_PREVALENCE_C_SHARE}},      TN_BAR,   1},
    {"low",        {{TN_W_PREVALENCE_C_LOW}},        TN_SHARE, 1},
    {"high",       {{TN_W_PREVALENCE_C_HIGH}},       TN_SHARE, 1},
    {"count_from", {{TN_W_PREVALENCE_C_FROM}},       TN_WORDS, 0},
    {0}
};

static const struct tn_column machines[] = {
    {"year",          {{TN_W_PREVALENCE_C_YEAR}},          TN_COUNT, 0},
    {"status",        {{TN_W_PREVALENCE_C_STATUS}},        TN_TEXT,  0},
    {"indicator",     {{TN_W_PREVALENCE_C_INDICATOR}},     TN_TEXT,  0},
    {"households",    {{TN_W_PREVALENCE_C_HOUSEHOLDS}},    TN_COUNT, 0},
    {"deprived",      {{TN_W_PREVALENCE_C_DEPRIVED}},      TN_COUNT, 0},
    {"prevalence",    {{TN_W_PREVALENCE_C_SHARE}},         TN_SHARE, 1},
    {"low",           {{TN_W_PREVALENCE_C_LOW}},           TN_SHARE, 1},
    {"high",          {{TN_W_PREVALENCE_C_HIGH}},          TN_SHARE, 1},
    {"count_from",    {{TN_W_PREVALENCE_C_FROM}},          TN_TEXT,  0},
    {"deprived_low",  {{TN_W_PREVALENCE_C_DEPRIVED_LOW}},  TN_COUNT, 0},
    {"deprived_high", {{TN_W_PREVALENCE_C_DEPRIVED_HIGH}}, TN_COUNT, 0},
    {"interval",      {{TN_W_PREVALENCE_C_INTERVAL}},      TN_TEXT,  0},
    {"level",         {{TN_W_PREVALENCE_C_LEVEL}},         TN_REAL,  4},
    {0}
};

static const struct {
    const char *code;
    struct tn_words words;
} recovery[] = {
    [TN_FROM_COUNT]     = {"count",     {{TN_W_PREVALENCE_FROM_COUNT}}},
    [TN_FROM_ROUNDED]   = {"rounded",   {{TN_W_PREVALENCE_FROM_ROUNDED}}},
    [TN_FROM_TRUNCATED] = {"truncated", {{TN_W_PREVALENCE_FROM_TRUNCATED}}},
    [TN_FROM_SEVERAL]   = {"several",   {{TN_W_PREVALENCE_FROM_SEVERAL}}},
    [TN_FROM_NONE]      = {"none",      {{TN_W_PREVALENCE_FROM_NONE}}},
    [TN_FROM_NO_BASE]   = {"no_base",   {{TN_W_PREVALENCE_FROM_NO_BASE}}},
};

static const char *const interval_code[] = {
    [TN_WILSON]          = "wilson",
    [TN_JEFFREYS]        = "jeffreys",
    [TN_CLOPPER_PEARSON] = "clopper-pearson",
};
/* clang-format on */

static long shown(long count)
{
    return count < 0 ? TN_COUNT_NONE : count;
}

/* The count, where one fits and no other. */
static long deprived(const struct tn_prevalence *p)
{
    return p->deprived.low == p->deprived.high ? shown(p->deprived.low) : TN_COUNT_NONE;
}

static struct tn_words count_from(struct tn_arena *arena, const struct tn_recovered *got)
{
    if (got->how == TN_FROM_SEVERAL)
        return tn_say_both(arena, TN_W_PREVALENCE_FROM_SEVERAL, got->low, got->high);
    return recovery[got->how].words;
}

static bool alike(const struct tn_prevalence *a, const struct tn_prevalence *b)
{
    return a->year == b->year && a->status == b->status;
}

/* Whether row i is the first of its year and status. */
static bool leads(const struct tn_prevalences *what, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (alike(&what->row[j], &what->row[i]))
            return false;
    return true;
}

static void add_group(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_prevalences *what, size_t first)
{
    const struct tn_prevalence *lead = &what->row[first];
    size_t rows = 0;

    for (size_t i = first; i < what->rows; i++)
        rows += alike(lead, &what->row[i]);
    struct tn_words title = lead->status == TN_POOR
                                ? tn_say_both(arena, TN_W_PREVALENCE_POOR, lead->year)
                                : tn_say_both(arena, TN_W_PREVALENCE_NEAR_POOR,
                                              lead->year);
    struct tn_table *table = tn_doc_table(arena, doc, "indicators", title, rows, people);
    table->only = TN_ONLY_PEOPLE;

    union tn_cell *cell = table->cell;
    for (size_t i = first; i < what->rows; i++) {
        const struct tn_prevalence *p = &what->row[i];
        if (!alike(lead, p))
            continue;
        (cell++)->words = tn_indicator_vocab[p->indicator].name;
        (cell++)->count = deprived(p);
        (cell++)->count = shown(p->households);
        (cell++)->real = p->share;
        (cell++)->real = p->low;
        (cell++)->real = p->high;
        (cell++)->words = count_from(arena, &p->deprived);
    }
}

static void add_all(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_prevalences *what)
{
    struct tn_words title = {{TN_W_PREVALENCE_ALL}};
    struct tn_table *table = tn_doc_table(arena, doc, "indicators", title, what->rows,
                                          machines);
    union tn_cell *cell = table->cell;

    table->only = TN_ONLY_MACHINES;
    for (size_t i = 0; i < what->rows; i++) {
        const struct tn_prevalence *p = &what->row[i];
        (cell++)->count = p->year;
        (cell++)->text = tn_status_vocab[p->status].code;
        (cell++)->text = tn_indicator_vocab[p->indicator].code;
        (cell++)->count = shown(p->households);
        (cell++)->count = deprived(p);
        (cell++)->real = p->share;
        (cell++)->real = p->low;
        (cell++)->real = p->high;
        (cell++)->text = recovery[p->deprived.how].code;
        (cell++)->count = shown(p->deprived.low);
        (cell++)->count = shown(p->deprived.high);
        (cell++)->text = interval_code[what->method];
        (cell++)->real = what->level;
    }
}

/* 0.95 as "95 %", 0.999 as "99.9 %". */
static const char *level_text(struct tn_arena *arena, enum tn_lang lang, double level)
{
    int decimals = 0;

    for (double x = 100 * level; decimals < 4 && fabs(x - nearbyint(x)) > 1e-9; x *= 10)
        decimals++;
    return tn_say_share(arena, lang, level, decimals);
}

static struct tn_words method_note(struct tn_arena *arena,
                                   const struct tn_prevalences *what)
{
    struct tn_words note = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *level = level_text(arena, lang, what->level);
        switch (what->method) {
        case TN_WILSON:
            note.text[l] = tn_say(arena, lang, TN_W_PREVALENCE_WILSON, level);
            break;
        case TN_JEFFREYS:
            note.text[l] = tn_say(arena, lang, TN_W_PREVALENCE_JEFFREYS, level);
            break;
        case TN_CLOPPER_PEARSON:
            note.text[l] = tn_say(arena, lang, TN_W_PREVALENCE_CLOPPER_PEARSON, level);
            break;
        }
    }
    return note;
}

static void add_notes(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_prevalences *what)
{
    size_t recovered = 0, unrecovered = 0;

    for (size_t i = 0; i < what->rows; i++) {
        enum tn_recovery how = what->row[i].deprived.how;
        recovered += how == TN_FROM_ROUNDED || how == TN_FROM_TRUNCATED;
        unrecovered += how == TN_FROM_SEVERAL || how == TN_FROM_NONE;
    }
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PREVALENCE_CENSUS}});
    tn_doc_note(arena, doc, method_note(arena, what));
    if (recovered)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_PREVALENCE_RECOVERED}});
    if (unrecovered == 1)
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_PREVALENCE_UNRECOVERED_1}});
    else if (unrecovered)
        tn_doc_note(arena, doc,
                    tn_say_both(arena, TN_W_PREVALENCE_UNRECOVERED, unrecovered));
}

void tn_show_prevalence(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_commune *commune,
                        const struct tn_prevalences *what)
{
    doc->title = tn_say_both(arena, TN_W_PREVALENCE_TITLE, commune->name);
    if (what->rows)
        add_notes(arena, doc, what);
    else
        tn_doc_note(arena, doc, (struct tn_words){{TN_W_PREVALENCE_EMPTY}});
    for (size_t i = 0; i < what->rows; i++)
        if (leads(what, i))
            add_group(arena, doc, what, i);
    add_all(arena, doc, what);
}
