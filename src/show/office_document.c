/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/office.h"

#include "tn/out/docx.h"
#include "tn/show/summary.h"
#include "tn/words/office.h"
#include "tn/words/page.h"

#include <string.h>

struct paper {
    struct tn_docx docx;
    const struct tn_report *report;
    const struct tn_commune *commune;
    struct tn_summary summary;
    int headings;
};

#define PICK(p, ...) tn_pick((p)->report->lang, __VA_ARGS__)
#define SAY(p, ...) tn_say((p)->docx.arena, (p)->report->lang, __VA_ARGS__)

static void letterhead(struct paper *p)
{
    const char *const left[] = {PICK(p, TN_W_OFFICE_COMMITTEE),
                                SAY(p, TN_W_OFFICE_OF, p->commune->name),
                                PICK(p, TN_W_OFFICE_NUMBER), NULL};
    const char *const right[] = {
        PICK(p, TN_W_OFFICE_STATE), PICK(p, TN_W_OFFICE_MOTTO),
        SAY(p, TN_W_OFFICE_DATE, p->commune->name, p->commune->plan_year), NULL};

    tn_docx_sides(&p->docx, left, right);
    tn_docx_paragraph(&p->docx, TN_DOCX_TITLE, PICK(p, TN_W_OFFICE_REPORT));
    tn_docx_paragraph(&p->docx, TN_DOCX_TITLE,
                      SAY(p, TN_W_OFFICE_TITLE, p->commune->plan_year));
}

static void signature(struct paper *p)
{
    const char *const left[] = {PICK(p, TN_W_OFFICE_TO), PICK(p, TN_W_OFFICE_TO_BOARD),
                                PICK(p, TN_W_OFFICE_TO_FILE), NULL};
    const char *const right[] = {
        PICK(p, TN_W_OFFICE_FOR), PICK(p, TN_W_OFFICE_CHAIR), "", "", "", NULL};

    tn_docx_sides(&p->docx, left, right);
}

static void heading(struct paper *p, const char *vi, const char *en)
{
    static const char *const roman[] = {"I",  "II",  "III",  "IV", "V",
                                        "VI", "VII", "VIII", "IX", "X"};

    tn_docx_paragraph(&p->docx, TN_DOCX_HEADING,
                      SAY(p, TN_W_OFFICE_HEADING, roman[p->headings++], PICK(p, vi, en)));
}

static void sentences(struct paper *p, enum tn_docx_style style, size_t n,
                      const struct tn_words said[])
{
    for (size_t i = 0; i < n; i++)
        tn_docx_paragraph(&p->docx, style, said[i].text[p->report->lang]);
}

static void chart(struct paper *p, const char *name)
{
    const struct tn_report *r = p->report;

    for (size_t i = 0; r->drawing[TN_PNG] && i < r->figures; i++)
        if (strcmp(r->figure[i].name, name) == 0)
            tn_docx_picture(&p->docx, r->drawing[TN_PNG][i].len,
                            r->drawing[TN_PNG][i].bytes, r->figure[i].description);
}

static void table(struct paper *p, const struct tn_table *t)
{
    if (t)
        tn_docx_table(&p->docx, t);
}

static void answer(struct paper *p)
{
    const struct tn_summary *s = &p->summary;

    heading(p, TN_W_P_H_ANSWER);
    sentences(p, TN_DOCX_ITEM, s->first_note, s->answer);
    tn_docx_paragraph(&p->docx, TN_DOCX_NOTE, PICK(p, TN_W_P_INTERVALS));
    chart(p, "exits-poor");
    chart(p, "exits-near-poor");
    tn_docx_paragraph(&p->docx, TN_DOCX_HEADING, PICK(p, TN_W_P_WHY));
    sentences(p, TN_DOCX_ITEM, s->reasons, s->reason);
}

static void year_and_villages(struct paper *p)
{
    const struct tn_report_tables *t = p->report->tables;
    const struct tn_summary *s = &p->summary;

    heading(p, TN_W_P_H_END);
    table(p, t->rates);
    chart(p, "end-rates");
    table(p, t->flows[TN_POOR]);
    table(p, t->flows[TN_NEAR_POOR]);
    sentences(p, TN_DOCX_NOTE, s->answers - s->first_note, s->answer + s->first_note);
    heading(p, TN_W_P_H_VILLAGES);
    table(p, t->quotas[TN_POOR]);
    chart(p, "villages-poor");
    table(p, t->quotas[TN_NEAR_POOR]);
    chart(p, "villages-near-poor");
    if (!t->groups)
        return;
    heading(p, TN_W_P_H_SUPPORT);
    table(p, t->groups);
    table(p, t->support);
}

static void plan_and_model(struct paper *p)
{
    const struct tn_report_tables *t = p->report->tables;

    if (t->goals || p->report->results->prevalences->rows) {
        heading(p, TN_W_P_H_DEPRIVATION);
        chart(p, "prevalence");
        table(p, t->goals);
        chart(p, "trends");
        table(p, t->trends);
        chart(p, "change-poor");
    }
    if (t->findings) {
        heading(p, TN_W_P_H_AUDIT);
        table(p, t->findings);
    }
    heading(p, TN_W_P_H_ASSUMPTIONS);
    table(p, t->assumptions);
    chart(p, "sensitivity-poor");
    chart(p, "sensitivity-near-poor");
    tn_docx_paragraph(&p->docx, TN_DOCX_CLOSING,   // a signature never stands alone
                      SAY(p, TN_W_OFFICE_MADE, p->report->source->version));
}

enum tn_fault tn_office_document(struct tn_arena *arena, const struct tn_report *r,
                                 size_t *len, const char **bytes, struct tn_err *err)
{
    const struct tn_results *of = r->results;
    struct tn_show_forecast what = {of->commune, &of->quota->forecast, TN_COUNT_NONE};
    struct paper p = {.report = r, .commune = of->commune};

    p.summary = tn_summary_of(arena, &what, of->prevalences);
    tn_docx_begin(arena, &p.docx, r->lang);
    letterhead(&p);
    answer(&p);
    year_and_villages(&p);
    plan_and_model(&p);
    signature(&p);
    return tn_docx_end(
        &p.docx,
        tn_say(arena, r->lang, TN_W_P_TITLE, of->commune->name, of->commune->plan_year),
        len, bytes, err);
}
