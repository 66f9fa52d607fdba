/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/report.h"

#include "tn/base/file.h"
#include "tn/out/markdown.h"
#include "tn/show/charts.h"
#include "tn/show/summary.h"
#include "tn/words/forecast.h"
#include "tn/words/summary.h"

#include <string.h>

static const char *named(struct tn_arena *arena, const char *folder, const char *name,
                         const char *end)
{
    size_t len = strlen(name) + strlen(end) + 2;
    char *file = tn_new(arena, char, len);

    snprintf(file, len, "%s.%s", name, end);
    return tn_file_join(arena, folder, file);
}

static enum tn_fault write_csv(struct tn_arena *arena, const struct tn_doc *doc,
                               const struct tn_table *table, const char *folder,
                               struct tn_err *err)
{
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(arena, named(arena, folder, table->key, "csv"),
                                        &file, err);

    if (fault)
        return fault;
    tn_csv_write_table(file.out, doc, table);
    return tn_file_commit(&file, err);
}

static void write_list(FILE *out, enum tn_lang lang, const char *heading, size_t n,
                       const struct tn_words item[])
{
    if (n == 0)
        return;
    tn_markdown_heading(out, 2, heading);
    for (size_t i = 0; i < n; i++)
        tn_markdown_item(out, item[i].text[lang]);
    fputc('\n', out);
}

static void write_words(FILE *out, const struct tn_report *r, const struct tn_summary *s)
{
    static const struct tn_words no_likely = {{TN_W_S_NOTHING_LIKELY}};
    static const struct tn_words no_risk = {{TN_W_S_NOTHING_AT_RISK}};
    bool asked = s->likely + s->risks > 0;

    write_list(out, r->lang, tn_pick(r->lang, TN_W_S_ANSWER), s->answers, s->answer);
    write_list(out, r->lang, tn_pick(r->lang, TN_W_S_LIKELY),
               s->likely ? s->likely : (size_t)asked,
               s->likely ? s->likely_part : &no_likely);
    write_list(out, r->lang, tn_pick(r->lang, TN_W_S_AT_RISK),
               s->risks ? s->risks : (size_t)asked, s->risks ? s->risk : &no_risk);
    write_list(out, r->lang, tn_pick(r->lang, TN_W_S_WHY), s->reasons, s->reason);
}

static void write_summary(struct tn_arena *arena, FILE *out, const struct tn_report *r)
{
    struct tn_show_forecast what = {r->commune, r->forecast, TN_COUNT_NONE};
    struct tn_summary s = tn_summary_of(arena, &what, r->prevalences);
    struct tn_figure figure[TN_CHARTS];
    size_t charts = tn_charts_of(arena, r->lang, r->commune, r->forecast, r->prevalences,
                                 figure);

    tn_markdown_heading(
        out, 1,
        tn_say(arena, r->lang, TN_W_S_TITLE, r->commune->name, r->commune->plan_year));
    write_words(out, r, &s);
    tn_markdown_paragraph(out, tn_pick(r->lang, TN_W_ODDS_SCALE));
    tn_markdown_heading(out, 2, tn_pick(r->lang, TN_W_S_CHARTS));
    for (size_t i = 0; i < charts; i++)
        tn_markdown_image(out, figure[i].title, named(arena, "", figure[i].name, "svg"));
    tn_markdown_heading(out, 2, tn_pick(r->lang, TN_W_S_TABLES));
    for (size_t i = 0; i < r->docs; i++)
        for (const struct tn_table *t = r->doc[i]->first; t; t = t->next)
            tn_markdown_table(arena, out, r->lang, t);
    tn_markdown_heading(out, 2, tn_pick(r->lang, TN_W_S_SOURCES));
    tn_markdown_source(out, r->source);
}

enum tn_fault tn_report_tables(struct tn_arena *arena, struct tn_report *r,
                               const char *folder, struct tn_err *err)
{
    struct tn_file file = {0};

    for (size_t i = 0; i < r->docs; i++)
        for (const struct tn_table *t = r->doc[i]->first; t; t = t->next) {
            if (t->only == TN_ONLY_PEOPLE)
                continue;
            enum tn_fault fault = write_csv(arena, r->doc[i], t, folder, err);
            if (fault)
                return fault;
            r->files++;
        }
    enum tn_fault fault = tn_file_begin(arena, named(arena, folder, "summary", "md"),
                                        &file, err);
    if (fault)
        return fault;
    write_summary(arena, file.out, r);
    r->files++;
    return tn_file_commit(&file, err);
}

static enum tn_fault draw_kind(struct tn_arena *arena, enum tn_picture kind, size_t n,
                               const struct tn_figure figure[], const char *folder,
                               struct tn_err *err)
{
    struct tn_drawing *drawing = tn_new(arena, struct tn_drawing, n);
    enum tn_fault fault = tn_figure_draw(arena, kind, n, figure, drawing, err);

    for (size_t i = 0; !fault && i < n; i++)
        fault = tn_file_write(named(arena, folder, figure[i].name, tn_picture_name(kind)),
                              drawing[i].len, drawing[i].bytes, err);
    return fault;
}

enum tn_fault tn_report_charts(struct tn_arena *arena, size_t n,
                               const struct tn_figure figure[], const char *folder,
                               size_t *files, struct tn_err *err)
{
    enum tn_fault fault = TN_OK;

    for (size_t i = 0; !fault && i < n; i++)
        fault = tn_file_write(named(arena, folder, figure[i].name, "gp"),
                              strlen(figure[i].script), figure[i].script, err);
    if (!fault)
        fault = draw_kind(arena, TN_SVG, n, figure, folder, err);
    if (!fault)
        fault = draw_kind(arena, TN_PNG, n, figure, folder, err);
    *files += fault ? 0 : 3 * n;
    return fault;
}
