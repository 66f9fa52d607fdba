/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/finding.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tn_find(struct tn_arena *arena, struct tn_findings *findings,
             const struct tn_finding *where, const char *vi, const char *en, ...)
{
    char room[TN_LANGS][1024];
    va_list args, again;

    va_start(args, en);
    va_copy(again, args);
    vsnprintf(room[TN_VI], sizeof room[TN_VI], vi, args);
    vsnprintf(room[TN_EN], sizeof room[TN_EN], en, again);
    tn_say_plurals(en, room[TN_EN]);
    va_end(again);
    va_end(args);

    struct tn_finding *f = tn_new(arena, struct tn_finding, 1);
    *f = *where;
    f->next = NULL;
    for (int lang = 0; lang < TN_LANGS; lang++)
        f->text.text[lang] = tn_arena_text(arena, room[lang], strlen(room[lang]));

    findings->errors += f->severity == TN_ERROR;
    findings->warnings += f->severity == TN_WARNING;
    findings->notes += f->severity == TN_NOTE;
    if (findings->last)
        findings->last->next = f;
    else
        findings->first = f;
    findings->last = f;
}

struct place {
    struct tn_finding *finding;
    size_t file, order;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;

    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->finding->line != y->finding->line)
        return x->finding->line < y->finding->line ? -1 : 1;
    if (x->finding->column != y->finding->column)
        return x->finding->column < y->finding->column ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int same_file(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

struct tn_finding **tn_findings_sorted(struct tn_arena *arena,
                                       const struct tn_findings *findings)
{
    size_t n = findings->errors + findings->warnings + findings->notes, i = 0;
    struct place *place = tn_new(arena, struct place, n);
    struct tn_finding **sorted = tn_new(arena, struct tn_finding *, n);

    for (struct tn_finding *f = findings->first; f; f = f->next, i++) {
        place[i] = (struct place){f, i, i};
        for (size_t j = 0; j < i; j++)
            if (same_file(place[j].finding->file, f->file)) {
                place[i].file = place[j].file;
                break;
            }
    }
    if (n)
        qsort(place, n, sizeof *place, by_place);
    for (i = 0; i < n; i++)
        sorted[i] = place[i].finding;
    return sorted;
}
