/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/report.h"

#include "tn/base/file.h"
#include "tn/out/markdown.h"
#include "tn/show/charts.h"
#include "tn/show/district_page.h"
#include "tn/show/office.h"
#include "tn/show/summary.h"
#include "tn/show/webpage.h"
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

static enum tn_fault write_csv(struct tn_arena *arena, struct tn_report *r, size_t of,
                               const struct tn_table *table, const char *folder,
                               struct tn_err *err)
{
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(arena, named(arena, folder, table->key, "csv"),
                                        &file, err);

    if (fault)
        return fault;
    tn_csv_write_table(file.out, r->doc[of], table);
    r->files++;
    return tn_batch_keep(arena, &r->batch, &file, err);
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
    const struct tn_results *of = r->results;
    struct tn_show_forecast what = {of->commune, &of->quota->forecast, TN_COUNT_NONE};
    struct tn_summary s = tn_summary_of(arena, &what, of->prevalences);

    tn_markdown_heading(
        out, 1,
        tn_say(arena, r->lang, TN_W_S_TITLE, of->commune->name, of->commune->plan_year));
    write_words(out, r, &s);
    tn_markdown_paragraph(out, tn_pick(r->lang, TN_W_ODDS_SCALE));
    tn_markdown_heading(out, 2, tn_pick(r->lang, TN_W_S_CHARTS));
    for (size_t i = 0; i < r->figures; i++)
        tn_markdown_image(out, r->figure[i].title,
                          named(arena, "", r->figure[i].name, "svg"));
    tn_markdown_heading(out, 2, tn_pick(r->lang, TN_W_S_TABLES));
    for (size_t i = 0; i < r->told; i++)
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
            enum tn_fault fault = write_csv(arena, r, i, t, folder, err);
            if (fault)
                return fault;
        }
    if (r->district)
        return TN_OK;
    enum tn_fault fault = tn_file_begin(arena, named(arena, folder, "summary", "md"),
                                        &file, err);
    if (fault)
        return fault;
    write_summary(arena, file.out, r);
    r->files++;
    return tn_batch_keep(arena, &r->batch, &file, err);
}

/* report.xlsx and report.docx. */
static enum tn_fault write_office(struct tn_arena *arena, struct tn_report *r,
                                  const char *folder, struct tn_err *err)
{
    const char *bytes = NULL;
    size_t len = 0;
    enum tn_fault fault = tn_office_workbook(arena, r, &len, &bytes, err);

    if (!fault)
        fault = tn_batch_write(arena, &r->batch, named(arena, folder, "report", "xlsx"),
                               len, bytes, err);
    r->files += !fault;
    if (fault || r->district)
        return fault;
    fault = tn_office_document(arena, r, &len, &bytes, err);
    if (!fault)
        fault = tn_batch_write(arena, &r->batch, named(arena, folder, "report", "docx"),
                               len, bytes, err);
    r->files += !fault;
    return fault;
}

static enum tn_fault draw_kind(struct tn_arena *arena, enum tn_picture kind,
                               struct tn_report *r, const char *folder,
                               struct tn_err *err)
{
    struct tn_drawing *drawing = tn_new(arena, struct tn_drawing, r->figures);
    enum tn_fault fault = tn_figure_draw(arena, kind, r->figures, r->figure, drawing,
                                         err);

    for (size_t i = 0; !fault && i < r->figures; i++)
        fault = tn_batch_write(
            arena, &r->batch,
            named(arena, folder, r->figure[i].name, tn_picture_name(kind)),
            drawing[i].len, drawing[i].bytes, err);
    if (fault)
        return fault;
    r->drawing[kind] = drawing;
    r->files += r->figures;
    return TN_OK;
}

enum tn_fault tn_report_charts(struct tn_arena *arena, struct tn_report *r,
                               const char *folder, struct tn_err *err)
{
    for (size_t i = 0; i < r->figures; i++) {
        const struct tn_figure *f = &r->figure[i];
        enum tn_fault fault = tn_batch_write(arena, &r->batch,
                                             named(arena, folder, f->name, "gp"),
                                             strlen(f->script), f->script, err);
        if (fault)
            return fault;
        r->files++;
    }
    for (int kind = 0; kind < TN_PICTURES; kind++) {
        enum tn_fault fault = draw_kind(arena, (enum tn_picture)kind, r, folder, err);
        if (fault)
            return fault;
    }
    return TN_OK;
}

enum tn_fault tn_report_page(struct tn_arena *arena, struct tn_report *r,
                             const char *folder, struct tn_err *err)
{
    struct tn_webpage page = {.lang = r->lang,
                              .results = r->results,
                              .tables = r->tables,
                              .source = r->source,
                              .figures = r->figures,
                              .figure = r->figure,
                              .drawing = r->drawing[TN_SVG]};
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(arena, named(arena, folder, "index", "html"),
                                        &file, err);

    if (fault)
        return fault;
    if (r->district)
        tn_district_page_write(arena, file.out, &page, r->district, r->doc[0]);
    else
        tn_webpage_write(arena, file.out, &page);
    r->files++;
    fault = tn_batch_keep(arena, &r->batch, &file, err);
    return fault ? fault : write_office(arena, r, folder, err);
}

enum tn_fault tn_report_finish(struct tn_report *r, enum tn_fault fault,
                               struct tn_err *err)
{
    if (fault && fault != TN_ETOOL) {
        tn_batch_abandon(&r->batch);
        return fault;
    }
    struct tn_err later;
    enum tn_fault named = tn_batch_commit(&r->batch, fault ? &later : err);
    return fault ? fault : named;
}
