/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/audit.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit_rules.h"
#include "tn/words/audit.h"

struct tn_amount audit_none(void)
{
    return (struct tn_amount){.low = (double)NAN, .high = (double)NAN};
}

struct tn_amount audit_counts(long low, long high)
{
    return (struct tn_amount){.low = (double)low, .high = (double)high};
}

struct tn_amount audit_count(long count)
{
    return audit_counts(count, count);
}

struct tn_amount audit_percent(double low, double high, int decimals)
{
    return (struct tn_amount){low, high, decimals, true};
}

/* Twelve digits are kept beyond the last printed one, so that 2.66, which binary
 * numbers hold as 2.66000000000000014, is cut off to itself. */
static double cut(double percent, int decimals)
{
    double scale = pow(10, decimals);
    return floor(percent * scale * (1 + 1e-12)) / scale;
}

static double rounded(double percent, int decimals)
{
    double scale = pow(10, decimals);
    return floor(percent * scale + 0.5) / scale;
}

struct tn_amount audit_printed(long counted, long low, long high, int decimals)
{
    double least = 100.0 * (double)counted / (double)high;
    double most = 100.0 * (double)counted / (double)low;

    return audit_percent(cut(least, decimals), rounded(most, decimals), decimals);
}

bool audit_allows(const struct audit *audit, long counted, struct tn_printed percent)
{
    long least, most;

    return counted >= 0 && tn_total_range(counted, percent, &least, &most) &&
           least <= audit->total.high && most >= audit->total.low;
}

static const char *say_one(struct audit *audit, enum tn_lang lang, double x,
                           struct tn_amount amount)
{
    return amount.percent ? tn_say_share(audit->arena, lang, x / 100, amount.decimals)
                          : tn_say_real(audit->arena, lang, x, amount.decimals);
}

const char *audit_say(struct audit *audit, enum tn_lang lang, struct tn_amount amount)
{
    const char *low = say_one(audit, lang, amount.low, amount);
    const char *high = say_one(audit, lang, amount.high, amount);

    if (!strcmp(low, high) || isnan(amount.low))
        return low;
    return tn_say(audit->arena, lang, TN_W_AUDIT_RANGE, low, high);
}

const char *audit_status(enum tn_lang lang, enum tn_status status)
{
    return status == TN_POOR ? tn_pick(lang, TN_W_AUDIT_POOR)
                             : tn_pick(lang, TN_W_AUDIT_NEAR_POOR);
}

const char *audit_status_of(enum tn_lang lang, int status)
{
    return status < TN_STATUSES ? audit_status(lang, (enum tn_status)status)
                                : tn_pick(lang, TN_W_AUDIT_EITHER);
}

/* The path of a plan's file, as the reader was given it. */
static const char *path_of(const struct tn_commune *commune, const char *file)
{
    for (size_t i = 0; i < commune->inputs; i++)
        if (!strcmp(commune->input[i].name, file))
            return commune->input[i].path;
    return file;
}

void audit_add(struct audit *audit, struct tn_audit_finding finding)
{
    struct tn_audit *list = &audit->found[finding.severity];
    struct tn_audit_finding *copy = tn_new(audit->arena, struct tn_audit_finding, 1);

    *copy = finding;
    copy->file = path_of(audit->commune, finding.file);
    if (!copy->subject)
        copy->subject = "";
    if (list->last)
        list->last->next = copy;
    else
        list->first = copy;
    list->last = copy;
    list->errors += finding.severity == TN_ERROR;
    list->warnings += finding.severity == TN_WARNING;
    list->notes += finding.severity == TN_NOTE;
}

static void append(struct tn_audit *all, const struct tn_audit *more)
{
    all->errors += more->errors;
    all->warnings += more->warnings;
    all->notes += more->notes;
    if (!more->first)
        return;
    if (all->last)
        all->last->next = more->first;
    else
        all->first = more->first;
    all->last = more->last;
}

struct tn_audit audit_joined(const struct audit *audit)
{
    struct tn_audit all = {.total = audit->total};

    for (int severity = TN_ERROR; severity <= TN_NOTE; severity++)
        append(&all, &audit->found[severity]);
    return all;
}

struct tn_audit tn_audit_of(struct tn_arena *arena, const struct tn_commune *commune)
{
    assert(commune);
    struct audit audit = {.arena = arena, .commune = commune};

    audit_sums(&audit);
    audit_total(&audit);
    audit_claims(&audit);
    audit_village_claims(&audit);
    audit_lists(&audit);
    audit_households(&audit);
    audit_villages(&audit);
    audit_quotas(&audit);
    audit_goals(&audit);
    audit_indicators(&audit);
    audit_landing(&audit);

    return audit_joined(&audit);
}
