/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_audit.h"

#include "tn/out/json.h"
#include "tn/words/audit.h"
#include "tn/words/country.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* clang-format off */
static const struct tn_column people_columns[] = {
    {"where",   {{TN_W_C_AUDIT_WHERE}},   TN_TEXT,  0},
    {"message", {{TN_W_C_AUDIT_MESSAGE}}, TN_WORDS, 0},
    {0}
};
static const struct tn_column finding_columns[] = {
    {"rule",          {{TN_W_C_AUDIT_RULE}},     TN_TEXT,  0},
    {"severity",      {{TN_W_C_AUDIT_SEVERITY}}, TN_TEXT,  0},
    {"file",          {{TN_W_C_AUDIT_FILE}},     TN_TEXT,  0},
    {"line",          {{TN_W_C_AUDIT_LINE}},     TN_COUNT, 0},
    {"subject",       {{TN_W_C_AUDIT_SUBJECT}},  TN_TEXT,  0},
    {"expected",      {{TN_W_C_AUDIT_EXPECTED}}, TN_REAL,  2},
    {"expected_high", {{TN_W_C_AUDIT_UP_TO}},    TN_REAL,  2},
    {"found",         {{TN_W_C_AUDIT_FOUND}},    TN_REAL,  2},
    {"found_high",    {{TN_W_C_AUDIT_UP_TO}},    TN_REAL,  2},
    {"message",       {{TN_W_C_AUDIT_MESSAGE}},  TN_WORDS, 0},
    {0}
};
static const struct {
    const char *key, *code;
    struct tn_words title;
} level[] = {
    [TN_ERROR]   = {"errors",   "error",   {{TN_W_T_AUDIT_ERRORS}}},
    [TN_WARNING] = {"warnings", "warning", {{TN_W_T_AUDIT_WARNINGS}}},
    [TN_NOTE]    = {"notes",    "note",    {{TN_W_T_AUDIT_NOTES}}},
};
/* clang-format on */

const char *tn_audit_place(struct tn_arena *arena, const struct tn_audit_finding *f)
{
    const char *slash = strrchr(f->file, '/'), *name = slash ? slash + 1 : f->file;

    return f->line > 0 ? tn_say(arena, TN_EN, "%s:%ld", "%s:%ld", name, f->line) : name;
}

static void people_table(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_audit *audit, enum tn_severity severity)
{
    size_t rows = 0;

    for (const struct tn_audit_finding *f = audit->first; f; f = f->next)
        rows += f->severity == severity;
    if (!rows)
        return;
    struct tn_table *t = tn_doc_table(arena, doc, level[severity].key,
                                      level[severity].title, rows, people_columns);
    union tn_cell *cell = t->cell;
    t->only = TN_ONLY_PEOPLE;
    for (const struct tn_audit_finding *f = audit->first; f; f = f->next)
        if (f->severity == severity) {
            (cell++)->text = tn_audit_place(arena, f);
            (cell++)->words = f->message;
        }
}

static void machine_table(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_audit *audit)
{
    struct tn_table *t = tn_doc_table(
        arena, doc, "findings", (struct tn_words){{TN_W_T_AUDIT_ALL}},
        audit->errors + audit->warnings + audit->notes, finding_columns);
    union tn_cell *cell = t->cell;

    t->only = TN_ONLY_MACHINES;
    for (const struct tn_audit_finding *f = audit->first; f; f = f->next) {
        (cell++)->text = f->rule;
        (cell++)->text = level[f->severity].code;
        (cell++)->text = f->file;
        (cell++)->count = f->line > 0 ? f->line : TN_COUNT_NONE;
        (cell++)->text = f->subject;
        (cell++)->real = f->expected.low;
        (cell++)->real = f->expected.high;
        (cell++)->real = f->found.low;
        (cell++)->real = f->found.high;
        (cell++)->words = f->message;
    }
}

/* A number, or "2515..2516" where it is a range. */
static void json_amount(struct tn_json *json, const char *key, struct tn_amount amount)
{
    char low[32], high[32], range[80];

    if (isnan(amount.low) || fabs(amount.high - amount.low) < 1e-9) {
        tn_json_real(json, key, amount.low);
        return;
    }
    snprintf(range, sizeof range, "%s..%s", tn_shortest(amount.low, low),
             tn_shortest(amount.high, high));
    tn_json_text(json, key, range);
}

static void json_finding(struct tn_json *json, const struct tn_audit_finding *f)
{
    char where[1024];

    if (f->line > 0)
        snprintf(where, sizeof where, "%s:%ld%s%s%s", f->file, f->line,
                 f->subject[0] ? " (" : "", f->subject, f->subject[0] ? ")" : "");
    else
        snprintf(where, sizeof where, "%s", f->file);
    tn_json_row(json);
    tn_json_text(json, "rule", f->rule);
    tn_json_text(json, "severity", level[f->severity].code);
    tn_json_text(json, "where", where);
    tn_json_text(json, "message", f->message.text[TN_EN]);
    tn_json_text(json, "message_vi", f->message.text[TN_VI]);
    json_amount(json, "expected", f->expected);
    json_amount(json, "found", f->found);
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *what)
{
    const struct tn_audit *audit = what;

    tn_json_object(json, "households_total");
    tn_json_count(json, "low", audit->total.low < 0 ? TN_COUNT_NONE : audit->total.low);
    tn_json_count(json, "high", audit->total.low < 0 ? TN_COUNT_NONE : audit->total.high);
    tn_json_bool(json, "printed", audit->total.printed);
    tn_json_end(json);
    tn_json_array(json, "findings");
    for (const struct tn_audit_finding *f = audit->first; f; f = f->next)
        json_finding(json, f);
    tn_json_end(json);
}

/* ---- several plans ---- */

/* clang-format off */
static const struct tn_column plan_columns[] = {
    {"commune",  {{TN_W_C_AUDIT_COMMUNE}},  TN_TEXT,  0},
    {"errors",   {{TN_W_T_AUDIT_ERRORS}},   TN_COUNT, 0},
    {"warnings", {{TN_W_T_AUDIT_WARNINGS}}, TN_COUNT, 0},
    {"notes",    {{TN_W_T_AUDIT_NOTES}},    TN_COUNT, 0},
    {0}
};
static const struct tn_column plan_people_columns[] = {
    {"commune", {{TN_W_C_AUDIT_COMMUNE}}, TN_TEXT,  0},
    {"where",   {{TN_W_C_AUDIT_WHERE}},   TN_TEXT,  0},
    {"message", {{TN_W_C_AUDIT_MESSAGE}}, TN_WORDS, 0},
    {0}
};
/* clang-format on */

static size_t of_severity(const struct tn_audit *audit, enum tn_severity severity)
{
    return severity == TN_ERROR     ? audit->errors
           : severity == TN_WARNING ? audit->warnings
                                    : audit->notes;
}

static void plans_table(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_show_audits *what)
{
    struct tn_table *t = tn_doc_table(arena, doc, "plans",
                                      (struct tn_words){{TN_W_T_AUDIT_PLANS}}, what->n,
                                      plan_columns);
    union tn_cell *cell = t->cell;

    for (size_t i = 0; i < what->n; i++) {
        (cell++)->text = what->commune[i].name;
        for (int severity = TN_ERROR; severity <= TN_NOTE; severity++)
            (cell++)->count = (long)of_severity(&what->audit[i],
                                                (enum tn_severity)severity);
    }
}

static void plans_findings(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_audits *what, enum tn_severity severity)
{
    size_t rows = 0;

    for (size_t i = 0; i < what->n; i++)
        rows += of_severity(&what->audit[i], severity);
    if (!rows)
        return;
    struct tn_table *t = tn_doc_table(arena, doc, level[severity].key,
                                      level[severity].title, rows, plan_people_columns);
    union tn_cell *cell = t->cell;
    t->only = TN_ONLY_PEOPLE;
    for (size_t i = 0; i < what->n; i++)
        for (const struct tn_audit_finding *f = what->audit[i].first; f; f = f->next)
            if (f->severity == severity) {
                (cell++)->text = what->commune[i].name;
                (cell++)->text = tn_audit_place(arena, f);
                (cell++)->words = f->message;
            }
}

/* All findings, one plan's after another's. Their files name the folder. */
static struct tn_audit joined(struct tn_arena *arena, const struct tn_show_audits *what)
{
    struct tn_audit all = {0};

    for (size_t i = 0; i < what->n; i++) {
        all.errors += what->audit[i].errors;
        all.warnings += what->audit[i].warnings;
        all.notes += what->audit[i].notes;
        for (const struct tn_audit_finding *f = what->audit[i].first; f; f = f->next) {
            struct tn_audit_finding *copy = tn_new(arena, struct tn_audit_finding, 1);
            *copy = *f;
            copy->next = NULL;
            if (all.last)
                all.last->next = copy;
            else
                all.first = copy;
            all.last = copy;
        }
    }
    return all;
}

static void write_plans_json(struct tn_json *json, const void *pointer)
{
    const struct tn_show_audits *what = pointer;

    tn_json_array(json, "plans");
    for (size_t i = 0; i < what->n; i++) {
        tn_json_object(json, NULL);
        tn_json_text(json, "commune", what->commune[i].name);
        tn_json_count(json, "plan_year", what->commune[i].plan_year);
        write_json(json, &what->audit[i]);
        tn_json_end(json);
    }
    tn_json_end(json);
}

void tn_show_audits(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_show_audits *what)
{
    struct tn_audit all = joined(arena, what);

    doc->title = tn_say_both(arena, TN_W_AUDIT_TITLE_PLANS, what->n);
    tn_doc_note(arena, doc,
                all.first ? tn_say_both(arena, TN_W_AUDIT_SUMMARY, all.errors,
                                        all.warnings, all.notes)
                          : (struct tn_words){{TN_W_AUDIT_CLEAN}});
    plans_table(arena, doc, what);
    for (int severity = TN_ERROR; severity <= TN_NOTE; severity++)
        plans_findings(arena, doc, what, (enum tn_severity)severity);
    machine_table(arena, doc, &all);
    doc->json = write_plans_json;
    doc->what = what;
}

static void show_one(struct tn_arena *arena, struct tn_doc *doc, struct tn_words clean,
                     const struct tn_audit *audit)
{
    tn_doc_note(arena, doc,
                audit->first ? tn_say_both(arena, TN_W_AUDIT_SUMMARY, audit->errors,
                                           audit->warnings, audit->notes)
                             : clean);
    for (int severity = TN_ERROR; severity <= TN_NOTE; severity++)
        people_table(arena, doc, audit, (enum tn_severity)severity);
    machine_table(arena, doc, audit);
    doc->json = write_json;
    doc->what = audit;
}

void tn_show_audit(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_commune *commune, const struct tn_audit *audit)
{
    doc->title = tn_say_both(arena, TN_W_AUDIT_TITLE, commune->name, commune->plan_year);
    show_one(arena, doc, (struct tn_words){{TN_W_AUDIT_CLEAN}}, audit);
}

void tn_show_audit_country(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_audit *audit)
{
    doc->title = (struct tn_words){{TN_W_AUDIT_COUNTRY_TITLE}};
    show_one(arena, doc, (struct tn_words){{TN_W_AUDIT_COUNTRY_CLEAN}}, audit);
}
