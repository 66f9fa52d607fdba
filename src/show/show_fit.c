/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_fit.h"

#include "tn/words/fit.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const struct tn_column change_columns[] = {
    {"parameter",  {{TN_W_FIT_C_PARAMETER}}, TN_WORDS, 0},
    {"status",     {{TN_W_FIT_C_STATUS}},    TN_WORDS, 0},
    {"prior_q05",  {{TN_W_FIT_C_BEFORE}},    TN_REAL,  3},
    {"prior_q50",  {{TN_W_FIT_C_BEFORE50}},  TN_REAL,  3},
    {"prior_q95",  {{TN_W_FIT_C_BEFORE95}},  TN_REAL,  3},
    {"q05",        {{TN_W_FIT_C_AFTER}},     TN_REAL,  3},
    {"q50",        {{TN_W_FIT_C_AFTER50}},   TN_REAL,  3},
    {"q95",        {{TN_W_FIT_C_AFTER95}},   TN_REAL,  3},
    {"in_data",    {{TN_W_FIT_C_LEARNED}},   TN_WORDS, 0},
    {0}
};
static const struct tn_column machine_columns[] = {
    {"parameter",  {{TN_W_FIT_C_PARAMETER}}, TN_TEXT,  0},
    {"status",     {{TN_W_FIT_C_STATUS}},    TN_TEXT,  0},
    {"prior_q05",  {{TN_W_FIT_C_BEFORE}},    TN_REAL,  3},
    {"prior_q50",  {{TN_W_FIT_C_BEFORE50}},  TN_REAL,  3},
    {"prior_q95",  {{TN_W_FIT_C_BEFORE95}},  TN_REAL,  3},
    {"q05",        {{TN_W_FIT_C_AFTER}},     TN_REAL,  3},
    {"q50",        {{TN_W_FIT_C_AFTER50}},   TN_REAL,  3},
    {"q95",        {{TN_W_FIT_C_AFTER95}},   TN_REAL,  3},
    {"mean",       {{TN_W_FIT_C_MEAN}},      TN_REAL,  3},
    {"sd",         {{TN_W_FIT_C_SD}},        TN_REAL,  3},
    {"rows",       {{TN_W_FIT_C_LEARNED}},   TN_REAL,  0},
    {0}
};
static const struct tn_column area_columns[] = {
    {"level",     {{TN_W_FIT_C_LEVEL}},    TN_WORDS, 0},
    {"commune",   {{TN_W_FIT_C_COMMUNE}},  TN_TEXT,  0},
    {"area",      {{TN_W_FIT_C_AREA}},     TN_TEXT,  0},
    {"at_risk",   {{TN_W_FIT_C_AT_RISK}},  TN_COUNT, 0},
    {"exits",     {{TN_W_FIT_C_EXITS}},    TN_COUNT, 0},
    {"mean",      {{TN_W_FIT_C_MEAN}},     TN_REAL,  2},
    {"sd",        {{TN_W_FIT_C_SD}},       TN_REAL,  2},
    {"q05",       {{TN_W_FIT_C_LOW}},      TN_REAL,  2},
    {"q95",       {{TN_W_FIT_C_HIGH}},     TN_REAL,  2},
    {0}
};
static const struct tn_column row_columns[] = {
    {"line",      {{TN_W_FIT_C_LINE}},     TN_COUNT, 0},
    {"year",      {{TN_W_FIT_C_YEAR}},     TN_TEXT,  0},
    {"area",      {{TN_W_FIT_C_AREA}},     TN_TEXT,  0},
    {"status",    {{TN_W_FIT_C_STATUS}},   TN_WORDS, 0},
    {"planned",   {{TN_W_FIT_C_PLANNED}},  TN_WORDS, 0},
    {"at_risk",   {{TN_W_FIT_C_AT_RISK}},  TN_COUNT, 0},
    {"exits",     {{TN_W_FIT_C_EXITS}},    TN_COUNT, 0},
    {"expected",  {{TN_W_FIT_C_EXPECTED}}, TN_REAL,  1},
    {"leverage",  {{TN_W_FIT_C_LEVERAGE}}, TN_REAL,  2},
    {"pull",      {{TN_W_FIT_C_PULL}},     TN_REAL,  2},
    {0}
};
static const struct tn_words parameter_title[TN_PARAMETERS] = {
    [TN_UNPLANNED_POOR] = {{TN_W_FIT_P_UNPLANNED}},
    [TN_PLANNED_POOR] = {{TN_W_FIT_P_PLANNED}},
    [TN_UNPLANNED_NEAR_POOR] = {{TN_W_FIT_P_UNPLANNED}},
    [TN_PLANNED_NEAR_POOR] = {{TN_W_FIT_P_PLANNED}},
    [TN_VILLAGE_SD] = {{TN_W_FIT_P_VILLAGE_SD}},
    [TN_YEAR_SD] = {{TN_W_FIT_P_YEAR_SD}},
    [TN_TO_NEAR_POOR] = {{TN_W_FIT_P_TO_NEAR}},
    [TN_NEAR_TO_POOR] = {{TN_W_FIT_P_TO_POOR}},
    [TN_ENTRY_POOR] = {{TN_W_FIT_P_ENTRY}},
    [TN_ENTRY_NEAR_POOR] = {{TN_W_FIT_P_ENTRY}},
};
static const struct tn_words doubt[TN_FIT_DOUBTS] = {
    [TN_FIT_ONE_AREA] = {{TN_W_FIT_DOUBT_ONE_AREA}},
    [TN_FIT_ONE_YEAR] = {{TN_W_FIT_DOUBT_ONE_YEAR}},
    [TN_FIT_NO_EXITS] = {{TN_W_FIT_DOUBT_NO_EXITS}},
    [TN_FIT_ALL_EXIT] = {{TN_W_FIT_DOUBT_ALL_EXIT}},
    [TN_FIT_SEPARATED] = {{TN_W_FIT_DOUBT_SEPARATED}},
    [TN_FIT_NO_ROWS_OF] = {{TN_W_FIT_DOUBT_NO_ROWS}},
    [TN_FIT_ONE_VILLAGE_EACH] = {{TN_W_FIT_DOUBT_ONE_VILLAGE_EACH}},
    [TN_FIT_ONE_COMMUNE_EACH] = {{TN_W_FIT_DOUBT_ONE_COMMUNE_EACH}},
    [TN_FIT_FEW_ABOVE] = {{TN_W_FIT_DOUBT_FEW_ABOVE}},
    [TN_FIT_NO_TOTAL] = {{TN_W_FIT_DOUBT_NO_TOTAL}},
};
static const struct tn_words level_title[] = {
    {{TN_W_FIT_VILLAGE}}, {{TN_W_FIT_OF_COMMUNE}}, {{TN_W_FIT_OF_DISTRICT}}
};
/* clang-format on */

static struct tn_words status_words(int status)
{
    if (status == TN_UNKNOWN)
        return (struct tn_words){{TN_W_FIT_BOTH}};
    return status == TN_POOR ? (struct tn_words){{TN_W_FIT_POOR}}
                             : (struct tn_words){{TN_W_FIT_NEAR_POOR}};
}

static struct tn_words yes_or_no(bool yes)
{
    return yes ? (struct tn_words){{TN_W_FIT_YES}} : (struct tn_words){{TN_W_FIT_NO}};
}

/* ---- sentences ------------------------------------------------------------------------
 */

static void used_sentence(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_fit *fit)
{
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        text.text[lang] = tn_say(arena, lang, TN_W_FIT_USED, fit->rows, fit->years,
                                 fit->panel.areas[0],
                                 tn_say_real(arena, lang, fit->parameters, 1));
    tn_doc_note(arena, doc, text);
}

static void chance_sentence(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_fit *fit)
{
    const struct tn_fit_change *in = &fit->change[TN_PLANNED_POOR];
    const struct tn_fit_change *out = &fit->change[TN_UNPLANNED_POOR];
    struct tn_words text;

    for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
        text.text[lang] = tn_say(arena, lang, TN_W_FIT_CHANCE_SENTENCE,
                                 tn_say_share(arena, lang, in->posterior.q50, 0),
                                 tn_say_share(arena, lang, in->prior.q50, 0),
                                 tn_say_share(arena, lang, out->posterior.q50, 0),
                                 tn_say_share(arena, lang, out->prior.q50, 0));
    tn_doc_note(arena, doc, text);
}

static void sentences(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_fit *what)
{
    used_sentence(arena, doc, what->fit);
    chance_sentence(arena, doc, what->fit);
    for (size_t i = 0; i < TN_FIT_DOUBTS; i++)
        if (what->fit->doubt[i])
            tn_doc_note(arena, doc, doubt[i]);
    if (what->fit->terms && what->fit->term[0].own)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_FIT_OWN_TERMS, what->fit->terms));
    if (what->written)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_FIT_WRITTEN, what->written));
}

/* ---- tables
 * ------------------------------------------------------------------------------ */

static union tn_cell *put_quantiles(union tn_cell *cell, const struct tn_marginal *m)
{
    (cell++)->real = m->q05;
    (cell++)->real = m->q50;
    (cell++)->real = m->q95;
    return cell;
}

/* A line of the tables of what the data changed. */
struct line {
    struct tn_words title;
    const char *name;   // as model.csv has it
    int status;
    struct tn_marginal prior, posterior;
    double mean, sd, rows;   // rows 0: the data say nothing of it
};

static struct line parameter_line(const struct tn_fit_change *c, size_t id)
{
    int status;
    const char *name = tn_parameter_name((enum tn_parameter_id)id, &status);

    return (struct line){parameter_title[id], name,    status, c->prior,
                         c->posterior,        c->mean, c->sd,  c->learned ? c->rows : 0};
}

static struct line term_line(struct tn_arena *arena, const struct tn_fit_term *term)
{
    return (struct line){tn_say_both(arena, TN_W_FIT_P_TERM, term->name),
                         term->name,
                         term->status,
                         tn_fit_marginal(TN_IDENTITY, term->prior.mean, term->prior.sd),
                         term->posterior,
                         term->mean,
                         term->sd,
                         (double)term->rows};
}

/* The spread of communes or districts, as the fit has it beside the villages'. */
static struct line spread_line(const struct tn_fit *fit, size_t level)
{
    static const struct tn_words title[] = {
        [1] = {{TN_W_FIT_P_COMMUNE_SD}}, [2] = {{TN_W_FIT_P_DISTRICT_SD}}};
    static const char *const name[] = {[1] = "commune_sd", [2] = "district_sd"};
    size_t which = fit->which[level];

    return (struct line){title[which],
                         name[which],
                         TN_UNKNOWN,
                         fit->upper_prior,
                         fit->upper_sd[which],
                         fit->upper_sd[which].mean,
                         fit->upper_sd[which].sd,
                         (double)fit->panel.areas[level]};
}

static struct line *lines_of(struct tn_arena *arena, const struct tn_fit *fit, size_t *n)
{
    struct line *line = tn_new(arena, struct line,
                               TN_PARAMETERS + fit->terms + TN_LEVELS_MOST);

    *n = 0;
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        line[(*n)++] = parameter_line(&fit->change[id], id);
        for (size_t l = 1; id == TN_VILLAGE_SD && l < fit->levels; l++)
            line[(*n)++] = spread_line(fit, l);
    }
    for (size_t k = 0; k < fit->terms; k++)
        line[(*n)++] = term_line(arena, &fit->term[k]);
    return line;
}

static void add_changes(struct tn_arena *arena, struct tn_doc *doc, size_t n,
                        const struct line line[])
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "change", (struct tn_words){{TN_W_FIT_T_CHANGE}}, n, change_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_PEOPLE;
    for (size_t i = 0; i < n; i++) {
        (cell++)->words = line[i].title;
        (cell++)->words = status_words(line[i].status);
        cell = put_quantiles(cell, &line[i].prior);
        cell = put_quantiles(cell, &line[i].posterior);
        (cell++)->words = yes_or_no(line[i].rows > 0);
    }
}

static void add_machine_changes(struct tn_arena *arena, struct tn_doc *doc, size_t n,
                                const struct line line[])
{
    struct tn_table *t = tn_doc_table(arena, doc, "parameters",
                                      (struct tn_words){{TN_W_FIT_T_CHANGE}}, n,
                                      machine_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (size_t i = 0; i < n; i++) {
        int status = line[i].status;
        (cell++)->text = line[i].name;
        (cell++)->text = status == TN_UNKNOWN ? "" : tn_status_vocab[status].code;
        cell = put_quantiles(cell, &line[i].prior);
        cell = put_quantiles(cell, &line[i].posterior);
        (cell++)->real = line[i].mean;
        (cell++)->real = line[i].sd;
        (cell++)->real = line[i].rows;
    }
}

static void add_areas(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_fit *fit)
{
    struct tn_table *t = tn_doc_table(arena, doc, "areas",
                                      (struct tn_words){{TN_W_FIT_T_AREAS}}, fit->areas,
                                      area_columns);
    union tn_cell *cell = t->cell;

    t->note = (struct tn_words){{TN_W_FIT_AREAS_NOTE}};
    for (size_t a = 0; a < fit->areas; a++) {
        const struct tn_fit_area *area = &fit->area[a];
        (cell++)->words = level_title[area->level];
        (cell++)->text = area->commune;
        (cell++)->text = area->name;
        (cell++)->count = area->at_risk;
        (cell++)->count = area->exits;
        (cell++)->real = area->effect.mean;
        (cell++)->real = area->effect.sd;
        (cell++)->real = area->effect.q05;
        (cell++)->real = area->effect.q95;
    }
}

static void add_rows(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_fit *what, size_t rows, int only)
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "rows", (struct tn_words){{TN_W_FIT_T_ROWS}}, rows, row_columns);
    union tn_cell *cell = t->cell;

    t->only = only;
    t->note = (struct tn_words){{TN_W_FIT_ROWS_NOTE}};
    for (size_t i = 0; i < rows; i++) {
        const struct tn_fit_row *r = &what->fit->row[i];
        const struct tn_history *h = &what->history[r->row];
        (cell++)->count = h->line;
        (cell++)->text = tn_say(arena, TN_EN, "%d", "%d", h->year);
        (cell++)->text = h->village;
        (cell++)->words = status_words((int)h->status);
        (cell++)->words = yes_or_no(h->planned);
        (cell++)->count = h->at_risk;
        (cell++)->count = h->exits;
        (cell++)->real = r->expected;
        (cell++)->real = r->leverage;
        (cell++)->real = r->pull;
    }
}

void tn_show_fit(struct tn_arena *arena, struct tn_doc *doc,
                 const struct tn_show_fit *what)
{
    const struct tn_fit *fit = what->fit;

    doc->title = tn_say_both(arena, TN_W_FIT_TITLE, fit->first_year, fit->last_year);
    sentences(arena, doc, what);
    size_t n;
    const struct line *line = lines_of(arena, fit, &n);
    add_changes(arena, doc, n, line);
    add_machine_changes(arena, doc, n, line);
    add_areas(arena, doc, fit);
    add_rows(arena, doc, what, what->top < fit->rows ? what->top : fit->rows,
             TN_ONLY_PEOPLE);
    add_rows(arena, doc, what, fit->rows, TN_ONLY_MACHINES);
}

/* ---- model.csv
 * ------------------------------------------------------------------------------ */

static void number_cell(FILE *out, double x)
{
    if (isnan(x))
        fputc(',', out);
    else
        fprintf(out, ",%.10g", x);
}

/* A name or a note, quoted, its own quotes doubled. */
static void text_cell(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

void tn_show_model_csv(FILE *out, size_t n, const struct tn_parameter row[])
{
    fputs("parameter,status,q05,q50,q95,mean,sd,source\n", out);
    for (size_t i = 0; i < n; i++) {
        text_cell(out, row[i].name);
        fprintf(out, ",%s",
                row[i].status == TN_UNKNOWN ? "" : tn_status_vocab[row[i].status].code);
        number_cell(out, row[i].q05);
        number_cell(out, row[i].q50);
        number_cell(out, row[i].q95);
        number_cell(out, row[i].mean);
        number_cell(out, row[i].sd);
        fputc(',', out);
        text_cell(out, row[i].source);
        fputc('\n', out);
    }
}
