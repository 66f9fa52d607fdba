/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_priors.h"

#include "tn/words/priors.h"

#include <math.h>

/* clang-format off */
static const struct tn_column says[] = {
    {"quantity",   {{TN_W_PRIORS_C_QUANTITY}}, TN_WORDS, 0},
    {"status",     {{TN_W_PRIORS_C_STATUS}},   TN_WORDS, 0},
    {"area_years", {{TN_W_PRIORS_C_ROWS}},     TN_COUNT, 0},
    {"households", {{TN_W_PRIORS_C_OF}},       TN_COUNT, 0},
    {"of_them",    {{TN_W_PRIORS_C_COUNT}},    TN_COUNT, 0},
    {"q05",        {{TN_W_PRIORS_C_LOW}},      TN_SHARE, 1},
    {"q50",        {{TN_W_PRIORS_C_MIDDLE}},   TN_SHARE, 1},
    {"q95",        {{TN_W_PRIORS_C_HIGH}},     TN_SHARE, 1},
    {0}
};
static const struct tn_column model[] = {
    {"parameter",  {{TN_W_PRIORS_C_PARAMETER}}, TN_TEXT, 0},
    {"status",     {{TN_W_PRIORS_C_STATUS}},    TN_TEXT, 0},
    {"q05",        {{TN_W_PRIORS_C_LOW}},       TN_REAL, 3},
    {"q50",        {{TN_W_PRIORS_C_MIDDLE}},    TN_REAL, 3},
    {"q95",        {{TN_W_PRIORS_C_HIGH}},      TN_REAL, 3},
    {"source",     {{TN_W_PRIORS_C_SOURCE}},    TN_TEXT, 0},
    {0}
};
/* clang-format on */

/* As people name them: planned before unplanned. */
static const enum tn_parameter_id in_order[TN_PARAMETERS] = {
    TN_PLANNED_POOR, TN_UNPLANNED_POOR,  TN_PLANNED_NEAR_POOR, TN_UNPLANNED_NEAR_POOR,
    TN_VILLAGE_SD,   TN_YEAR_SD,         TN_TO_NEAR_POOR,      TN_NEAR_TO_POOR,
    TN_ENTRY_POOR,   TN_ENTRY_NEAR_POOR,
};

struct line {
    struct tn_words quantity;
    int status;
    size_t rows;
    long of, count;
    enum tn_scale scale;
    double mean, sd;
};

static double at(const struct line *l, double z)
{
    struct tn_prior prior = {.scale = l->scale, .mean = l->mean, .sd = l->sd};

    return tn_prior_at(&prior, z);
}

static union tn_cell *put(union tn_cell *cell, const struct line *l)
{
    static const double z95 = 1.6448536269514722;   // qnorm(0.95)

    (cell++)->words = l->quantity;
    (cell++)->words = tn_status_vocab[l->status].name;
    (cell++)->count = (long)l->rows;
    (cell++)->count = l->of;
    (cell++)->count = l->count;
    (cell++)->real = at(l, -z95);
    (cell++)->real = at(l, 0);
    (cell++)->real = at(l, z95);
    return cell;
}

static struct line share_line(struct tn_words quantity,
                              const struct tn_published_share *s, int status)
{
    return (struct line){
        quantity,  status,   s->rows, s->of,
        s->flowed, TN_LOGIT, s->mean, hypot(s->sd, exp(s->log_spread_mean))};
}

static struct line inflow_line(const struct tn_priors *p, int status)
{
    const struct tn_published_inflow *i = &p->inflow[status];

    return (struct line){{{TN_W_PRIORS_Q_INFLOW}},
                         status,
                         i->rows,
                         i->of,
                         i->flowed,
                         TN_LOG,
                         i->mean,
                         i->sd};
}

static void add_says(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_priors *p)
{
    const struct line line[] = {
        share_line((struct tn_words){{TN_W_PRIORS_Q_EXITS}}, &p->exits[TN_POOR], TN_POOR),
        share_line((struct tn_words){{TN_W_PRIORS_Q_EXITS}}, &p->exits[TN_NEAR_POOR],
                   TN_NEAR_POOR),
        share_line((struct tn_words){{TN_W_PRIORS_Q_LANDING}}, &p->landing, TN_POOR),
        share_line((struct tn_words){{TN_W_PRIORS_Q_TO_POOR}}, &p->to_poor, TN_NEAR_POOR),
        inflow_line(p, TN_POOR),
        inflow_line(p, TN_NEAR_POOR),
    };
    enum { LINES = sizeof line / sizeof *line };
    struct tn_table *t = tn_doc_table(
        arena, doc, "published", (struct tn_words){{TN_W_PRIORS_T_SAYS}}, LINES, says);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < LINES; i++)
        cell = put(cell, &line[i]);
}

static void add_model(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_priors *p)
{
    struct tn_table *t = tn_doc_table(arena, doc, "model",
                                      (struct tn_words){{TN_W_PRIORS_T_MODEL}},
                                      TN_PARAMETERS, model);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < TN_PARAMETERS; i++) {
        const struct tn_parameter *row = &p->row[in_order[i]];
        (cell++)->text = row->name;
        (cell++)->text = row->status == TN_UNKNOWN ? ""
                                                   : tn_status_vocab[row->status].code;
        (cell++)->real = row->q05;
        (cell++)->real = row->q50;
        (cell++)->real = row->q95;
        (cell++)->text = row->source;
    }
}

void tn_show_priors(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_priors *priors, const char *written)
{
    const struct tn_published_share *share = &priors->exits[TN_POOR];
    struct tn_words spread;

    doc->title = (struct tn_words){{TN_W_PRIORS_TITLE}};
    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        spread.text[lang] = tn_say(
            arena, lang, TN_W_PRIORS_SPREAD,
            tn_say_real(arena, lang, share->spread[2].q50, 2),
            tn_say_real(arena, lang, share->spread[1].q50, 2),
            tn_say_real(arena, lang, share->spread[0].q50, 2),
            tn_say_real(arena, lang, exp(share->log_spread_mean), 2));
    tn_doc_note(arena, doc, spread);
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PRIORS_NOTE}});
    if (written)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_PRIORS_WRITTEN, written));
    add_says(arena, doc, priors);
    add_model(arena, doc, priors);
}

void tn_show_default_csv(FILE *out, const struct tn_priors *priors)
{
    fputs("parameter,status,q05,q50,q95,source\n", out);
    for (size_t i = 0; i < TN_PARAMETERS; i++) {
        const struct tn_parameter *row = &priors->row[in_order[i]];
        fprintf(out, "%s,%s,%.3g,%.3g,%.3g,\"", row->name,
                row->status == TN_UNKNOWN ? "" : tn_status_vocab[row->status].code,
                row->q05, row->q50, row->q95);
        for (const char *c = row->source; *c; c++)
            fputs(*c == '"' ? "\"\"" : (char[]){*c, '\0'}, out);
        fputs("\"\n", out);
    }
}
