/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on households, villages and quotas. */
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"
#include "tn/words/audit.h"

/* ---- the list against the table ---- */

struct listed {
    long all[TN_STATUSES], planned[TN_STATUSES];
};

static struct listed *count_listed(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;
    struct listed *listed = tn_new(audit->arena, struct listed, commune->villages);

    for (size_t i = 0; i < commune->households_listed; i++) {
        const struct tn_household *household = &commune->household[i];
        listed[household->village].all[household->status]++;
        listed[household->village].planned[household->status] += household->planned;
    }
    return listed;
}

static void list_of_village(struct audit *audit, const struct tn_village *village,
                            const struct listed *listed, enum tn_status status)
{
    long all = listed->all[status], have = village->households[status];
    long planned = listed->planned[status], quota = village->quota[status];
    struct tn_audit_finding f = {
        .file = "villages.csv", .line = village->line, .subject = village->name};

    if (planned != quota) {
        f.rule = "household-list";
        for_langs (lang)
            f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_HOUSEHOLD_LIST,
                                          village->name, planned,
                                          audit_status(lang, status), quota);
        f.expected = audit_count(quota);
        f.found = audit_count(planned);
        audit_add(audit, f);
    }
    if (all > have) {
        f.rule = "list-over-households";
        for_langs (lang)
            f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_LIST_OVER,
                                          village->name, all, audit_status(lang, status),
                                          have);
        f.expected = audit_count(have);
        f.found = audit_count(all);
        audit_add(audit, f);
    }
}

void audit_lists(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;

    if (!commune->households_listed)
        return;
    struct listed *listed = count_listed(audit);
    for (size_t v = 0; v < commune->villages; v++)
        for_statuses (status)
            list_of_village(audit, &commune->village[v], &listed[v], status);
}

/* ---- households ---- */

static int by_head(const void *a, const void *b)
{
    const struct tn_household *x = *(const struct tn_household *const *)a;
    const struct tn_household *y = *(const struct tn_household *const *)b;
    int order = strcmp(x->head, y->head);

    return order ? order
           : x->village != y->village
               ? (x->village > y->village) - (x->village < y->village)
               : (x->line > y->line) - (x->line < y->line);
}

static void head_twice(struct audit *audit, const struct tn_household *a,
                       const struct tn_household *b)
{
    bool one_village = a->village == b->village;
    struct tn_audit_finding f = {.rule = "head-twice",
                                 .severity = one_village ? TN_ERROR : TN_WARNING,
                                 .file = "households.csv",
                                 .line = b->line,
                                 .subject = b->code,
                                 .expected = audit_count(1),
                                 .found = audit_count(2)};

    for_langs (lang)
        f.message.text[lang] =
            one_village ? tn_say(audit->arena, lang, TN_W_AUDIT_HEAD_TWICE, a->code,
                                 b->code, audit->commune->village[b->village].name)
                        : tn_say(audit->arena, lang, TN_W_AUDIT_HEAD_TWICE_APART, a->code,
                                 b->code);
    audit_add(audit, f);
}

static void heads(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;
    size_t n = 0;
    const struct tn_household **sorted = tn_new(audit->arena, const struct tn_household *,
                                                commune->households_listed);

    for (size_t i = 0; i < commune->households_listed; i++)
        if (commune->household[i].head && commune->household[i].head[0])
            sorted[n++] = &commune->household[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, by_head);
    for (size_t i = 1; i < n; i++)
        if (!strcmp(sorted[i - 1]->head, sorted[i]->head))
            head_twice(audit, sorted[i - 1], sorted[i]);
}

static bool among(const char *code, size_t n, const char *const list[])
{
    while (n > 0 && strcmp(code, list[n - 1]))
        n--;
    return n > 0;
}

static bool needs_worker(const struct tn_household *household)
{
    static const char *const work[] = {"job_placement", "vocational_training",
                                       "labour_export"};

    for (size_t i = 0; i < household->measures; i++)
        if (among(household->measure[i], sizeof work / sizeof *work, work))
            return true;
    return false;
}

static void household_rules(struct audit *audit, const struct tn_household *household)
{
    long workers = household->workers, members = household->members;
    struct tn_audit_finding f = {.file = "households.csv",
                                 .line = household->line,
                                 .subject = household->code,
                                 .found = audit_count(workers)};

    if (workers >= 0 && members >= 0 && workers > members) {
        f.rule = "workers-over-members";
        f.expected = audit_count(members);
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_WORKERS_OVER, household->code,
                                workers, members);
        audit_add(audit, f);
    }
    if (workers > 0 && among("no_labour", household->causes, household->cause)) {
        f.rule = "no-labour-with-worker";
        f.expected = audit_count(0);
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_NO_LABOUR, household->code,
                                workers);
        audit_add(audit, f);
    }
    if (workers == 0 && needs_worker(household)) {
        f.rule = "job-without-worker";
        f.severity = TN_WARNING;
        f.expected = audit_count(1);
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_JOB_NO_WORKER, household->code);
        audit_add(audit, f);
    }
}

void audit_households(struct audit *audit)
{
    heads(audit);
    for (size_t i = 0; i < audit->commune->households_listed; i++)
        household_rules(audit, &audit->commune->household[i]);
}

/* ---- what villages report of their poor and near-poor households ---- */

static long poor_of(const struct tn_village *village)
{
    return village->households[TN_POOR] + village->households[TN_NEAR_POOR];
}

static struct tn_audit_finding about(const struct tn_village *village, const char *rule,
                                     long expected, long found)
{
    return (struct tn_audit_finding){.rule = rule,
                                     .file = "villages.csv",
                                     .line = village->line,
                                     .subject = village->name,
                                     .expected = audit_count(expected),
                                     .found = audit_count(found)};
}

static void village_total(struct audit *audit, const struct tn_village *village)
{
    long both = poor_of(village), all = village->all_households;

    if (all < 0 || all >= both)
        return;
    struct tn_audit_finding f = about(village, "total-under-poor", both, all);
    f.message = tn_say_both(audit->arena, TN_W_AUDIT_VILLAGE_UNDER, village->name, both,
                            all);
    audit_add(audit, f);
}

/* Each of the three counts is of the village's poor and near-poor households. */
static void village_counts(struct audit *audit, const struct tn_village *village)
{
    long both = poor_of(village);
    struct tn_arena *arena = audit->arena;
    struct tn_audit_finding f;

    if (village->with_able_worker > both) {
        f = about(village, "able-over-households", both, village->with_able_worker);
        f.message = tn_say_both(arena, TN_W_AUDIT_ABLE_OVER, village->name,
                                village->with_able_worker, both);
        audit_add(audit, f);
    }
    if (village->with_member_15_plus > both) {
        f = about(village, "adult-over-households", both, village->with_member_15_plus);
        f.message = tn_say_both(arena, TN_W_AUDIT_ADULT_OVER, village->name,
                                village->with_member_15_plus, both);
        audit_add(audit, f);
    }
    if (village->social_protection > both) {
        f = about(village, "social-over-households", both, village->social_protection);
        f.message = tn_say_both(arena, TN_W_AUDIT_SOCIAL_OVER, village->name,
                                village->social_protection, both);
        audit_add(audit, f);
    }
}

/* Silent where a count alone is already too large: one fault, one finding. */
static void village_pairs(struct audit *audit, const struct tn_village *village)
{
    long both = poor_of(village), able = village->with_able_worker;
    long social = village->social_protection, adult = village->with_member_15_plus;
    struct tn_audit_finding f;

    if (able < 0 || able > both)
        return;
    if (social >= 0 && social <= both && social + able > both) {
        f = about(village, "able-plus-social", both, social + able);
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_ABLE_PLUS_SOCIAL, village->name,
                                social, able, social + able, both);
        audit_add(audit, f);
    }
    if (adult >= 0 && able > adult) {
        f = about(village, "able-over-adult", adult, able);
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_ABLE_OVER_ADULT, village->name,
                                able, adult);
        audit_add(audit, f);
    }
}

void audit_villages(struct audit *audit)
{
    for (size_t v = 0; v < audit->commune->villages; v++) {
        village_total(audit, &audit->commune->village[v]);
        village_counts(audit, &audit->commune->village[v]);
        village_pairs(audit, &audit->commune->village[v]);
    }
}

/* ---- quotas ---- */

static void quota_of_village(struct audit *audit, const struct tn_village *village,
                             enum tn_status status)
{
    long quota = village->quota[status], have = village->households[status];

    if (quota <= have)
        return;
    struct tn_audit_finding f = about(village, "quota-over-households", have, quota);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_QUOTA_OVER,
                                      village->name, quota, audit_status(lang, status),
                                      have);
    audit_add(audit, f);
}

static void quota_of_commune(struct audit *audit, enum tn_status status)
{
    long quota = audit->commune->quota[status], have = audit->commune->households[status];
    struct tn_audit_finding f = {.rule = "quota-over-households",
                                 .file = "plan.csv",
                                 .expected = audit_count(have),
                                 .found = audit_count(quota)};

    if (quota <= have || audit->commune->plan_quota[status] < 0)
        return;
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_COMMUNE_QUOTA_OVER,
                                      quota, audit_status(lang, status), have);
    audit_add(audit, f);
}

static void quota_over_able(struct audit *audit, const struct tn_village *village)
{
    long quota = village->quota[TN_POOR] + village->quota[TN_NEAR_POOR];
    long able = village->with_able_worker;

    if (able < 0 || quota <= able)
        return;
    struct tn_audit_finding f = about(village, "quota-over-able", able, quota);
    f.severity = TN_WARNING;
    f.message = tn_say_both(audit->arena, TN_W_AUDIT_QUOTA_ABLE, village->name, quota,
                            able);
    audit_add(audit, f);
}

void audit_quotas(struct audit *audit)
{
    for_statuses (status)
        quota_of_commune(audit, status);
    for (size_t v = 0; v < audit->commune->villages; v++) {
        for_statuses (status)
            quota_of_village(audit, &audit->commune->village[v], status);
        quota_over_able(audit, &audit->commune->village[v]);
    }
}
