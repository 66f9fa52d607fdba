/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/office.h"

#include "tn/out/xlsx.h"
#include "tn/words/district.h"
#include "tn/words/office.h"
#include "tn/words/page.h"

#include <stdbool.h>
#include <string.h>

/* Where the columns of tn/show/tables.h stand. */
enum { QUOTA_VILLAGE, QUOTA_EXPECTED = 2, QUOTA_GIVEN = 5, QUOTA_REALISTIC = 7 };
enum { CURVE_QUOTA = 1, CURVE_P = 2 };

static bool on_paper(const struct tn_table *t)
{
    return t->only != TN_ONLY_PEOPLE && t->rows > 0;
}

/* Given, expected and realistic quotas side by side, village by village. */
static struct tn_sheet quota_sheet(const struct tn_report *r, const struct tn_table *t)
{
    return (struct tn_sheet){.table = t,
                             .chart = TN_SHEET_BARS,
                             .x = QUOTA_VILLAGE,
                             .series = 3,
                             .y = {QUOTA_EXPECTED, QUOTA_GIVEN, QUOTA_REALISTIC},
                             .rows = t->rows - t->total_rows,
                             .title = t->title.text[r->lang]};
}

/* The chance by quota, of the poor: the rows of the first status. */
static struct tn_sheet curve_sheet(const struct tn_report *r, const struct tn_table *t)
{
    size_t rows = 0;

    while (rows < t->rows && strcmp(t->cell[rows * t->cols].text, t->cell[0].text) == 0)
        rows++;
    return (struct tn_sheet){.table = t,
                             .chart = TN_SHEET_LINE,
                             .x = CURVE_QUOTA,
                             .series = 1,
                             .y = {CURVE_P},
                             .rows = rows,
                             .title = tn_pick(r->lang, TN_W_OFFICE_CURVE)};
}

static struct tn_sheet sheet_of(const struct tn_report *r, const struct tn_table *t)
{
    const struct tn_report_tables *tables = r->tables;

    if (!tables)
        return (struct tn_sheet){.table = t};
    if (t == tables->quotas[TN_POOR] || t == tables->quotas[TN_NEAR_POOR])
        return quota_sheet(r, t);
    if (strcmp(t->key, "curve") == 0)
        return curve_sheet(r, t);
    return (struct tn_sheet){.table = t};
}

/* The report's own tables first, then those of the commands. */
static size_t sheets_of(const struct tn_report *r, struct tn_sheet sheet[])
{
    size_t n = 0;

    const struct tn_doc *own = r->tables ? &r->tables->doc : NULL;

    for (const struct tn_table *t = own ? own->first : NULL; t; t = t->next)
        if (on_paper(t))
            sheet[n++] = sheet_of(r, t);
    for (size_t i = 0; i < r->docs; i++)
        for (const struct tn_table *t = r->doc[i]->first; t; t = t->next)
            if (r->doc[i] != own && on_paper(t))
                sheet[n++] = sheet_of(r, t);
    return n;
}

static const char *title_of(struct tn_arena *arena, const struct tn_report *r)
{
    const struct tn_commune *c = r->district ? NULL : r->results->commune;

    return c ? tn_say(arena, r->lang, TN_W_P_TITLE, c->name, c->plan_year)
             : tn_say(arena, r->lang, TN_W_DP_TITLE, r->district->district->communes,
                      r->district->commune[0]->plan_year);
}

enum tn_fault tn_office_workbook(struct tn_arena *arena, const struct tn_report *r,
                                 size_t *len, const char **bytes, struct tn_err *err)
{
    size_t room = 0;

    for (size_t i = 0; i < r->docs; i++)
        for (const struct tn_table *t = r->doc[i]->first; t; t = t->next)
            room++;
    struct tn_sheet *sheet = tn_new(arena, struct tn_sheet, room + 1);
    struct tn_workbook book = {
        .lang = r->lang,
        .title = title_of(arena, r),
        .contents = tn_pick(r->lang, TN_W_P_CONTENTS),
        .sheets = sheets_of(r, sheet),
        .sheet = sheet,
        .source = r->source,
    };
    return tn_xlsx(arena, &book, len, bytes, err);
}
