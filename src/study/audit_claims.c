/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on what a plan prints: sums, claims, and the number of all households. */
#include <math.h>
#include <string.h>

#include "audit_rules.h"
#include "tn/words/audit.h"

/* ---- sums ---- */

static void village_sum(struct audit *audit, enum tn_status status)
{
    long sum = audit->commune->households[status];
    long plan = audit->commune->plan_households[status];
    struct tn_audit_finding f = {"village-sum", .file = "plan.csv"};

    if (plan < 0 || sum == plan)
        return;
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_VILLAGE_SUM, sum,
                                      audit_status(lang, status), plan);
    f.expected = audit_count(sum);
    f.found = audit_count(plan);
    audit_add(audit, f);
}

static void quota_sum(struct audit *audit, enum tn_status status)
{
    const struct tn_commune *commune = audit->commune;
    long plan = commune->plan_quota[status], sum = 0;
    struct tn_audit_finding f = {"quota-sum", .file = "plan.csv"};

    for (size_t v = 0; v < commune->villages; v++)
        sum += commune->village[v].quota[status];
    if (plan < 0 || sum == plan)
        return;
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_QUOTA_SUM, sum,
                                      audit_status(lang, status), plan);
    f.expected = audit_count(sum);
    f.found = audit_count(plan);
    audit_add(audit, f);
}

static void total_sum(struct audit *audit)
{
    long plan = audit->commune->households_total;
    long sum = tn_total_of_villages(audit->commune);
    struct tn_audit_finding f = {"total-sum", .file = "plan.csv"};

    if (plan < 0 || sum < 0 || plan == sum)
        return;
    f.message = tn_say_both(audit->arena, TN_W_AUDIT_TOTAL_SUM, sum, plan);
    f.expected = audit_count(sum);
    f.found = audit_count(plan);
    audit_add(audit, f);
}

static void total_under_poor(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;
    long both = commune->households[TN_POOR] + commune->households[TN_NEAR_POOR];
    long plan = commune->households_total;
    struct tn_audit_finding f = {"total-under-poor", .file = "plan.csv"};

    if (plan >= 0 && plan < both) {
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_TOTAL_UNDER, both, plan);
        f.expected = audit_counts(both, both);
        f.found = audit_count(plan);
        audit_add(audit, f);
    }
}

void audit_sums(struct audit *audit)
{
    for_statuses (status)
        village_sum(audit, status);
    for_statuses (status)
        quota_sum(audit, status);
    total_sum(audit);
    total_under_poor(audit);
}

/* ---- the number of all households ---- */

/* Whether so many claims speak for the implied range that the total given is wrong. */
static bool outvoted(const struct tn_commune *commune, struct tn_total implied)
{
    size_t rates = 0, agree = 0;
    long least, most;

    for (size_t i = 0; i < commune->claims; i++) {
        long counted = tn_total_counted(commune, &commune->claim[i]);
        if (counted <= 0)
            continue;
        rates++;
        agree += tn_total_range(counted, commune->claim[i].value, &least, &most) &&
                 least <= implied.low && implied.low <= most;
    }
    return agree >= 2 && 2 * agree > rates;
}

void audit_total(struct audit *audit)
{
    struct tn_total total = tn_total_of(audit->commune);
    struct tn_total implied = tn_total_implied(audit->commune);
    struct tn_amount range = audit_counts(implied.low, implied.high);
    struct tn_audit_finding f = {"total-range", .file = "plan.csv"};

    audit->total = total;
    if (implied.low < 0)
        return;
    if (!total.printed) {
        f.severity = TN_NOTE;
        f.expected = audit_none();
        f.found = range;
        for_langs (lang)
            f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_TOTAL_RANGE,
                                          audit_say(audit, lang, range));
    } else if ((total.low < implied.low || total.low > implied.high) &&
               outvoted(audit->commune, implied)) {
        f.expected = range;
        f.found = audit_count(total.low);
        for_langs (lang)
            f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_TOTAL_RATES,
                                          tn_say_count(audit->arena, lang, total.low),
                                          audit_say(audit, lang, range));
        audit->total = implied;
    } else {
        return;
    }
    audit_add(audit, f);
}

/* ---- claims about the commune ---- */

/* Households of the claim's status and year by the tables, or those to leave it. */
static long by_tables(const struct audit *audit, const struct tn_claim *claim,
                      bool leaving)
{
    struct tn_claim as = *claim;

    as.quantity = leaving ? TN_Q_REDUCTION_POINTS : TN_Q_RATE;
    return tn_total_counted(audit->commune, &as);
}

/* How many of the poor households that leave poverty a claim may count among the
 * near-poor at the year's end: the tables do not say how many will be. */
static long may_land(const struct tn_commune *commune, const struct tn_claim *claim)
{
    bool counts_them = claim->status == TN_NEAR_POOR || claim->status == TN_STATUS_EITHER;
    bool at_end = claim->year == commune->plan_year &&
                  (claim->quantity == TN_Q_RATE || claim->quantity == TN_Q_HOUSEHOLDS);

    return counts_them && at_end && commune->quota[TN_POOR] > 0 ? commune->quota[TN_POOR]
                                                                : 0;
}

/* Whether the claim, a share of all households, can be true. */
static bool can_be(const struct audit *audit, const struct tn_claim *claim)
{
    long counted = tn_total_counted(audit->commune, claim);
    long most = counted + may_land(audit->commune, claim);

    while (counted >= 0 && counted <= most && !audit_allows(audit, counted, claim->value))
        counted++;
    return counted >= 0 && counted <= most;
}

static bool near(double a, double b, int decimals)
{
    return fabs(a - b) <= 0.5 * pow(10, -decimals);
}

/* Whether the count, of the table's households, can be true. */
static bool counts_right(const struct audit *audit, const struct tn_claim *claim,
                         long table)
{
    double most = (double)(table + may_land(audit->commune, claim));

    return claim->value.value > (double)table - 0.5 && claim->value.value < most + 0.5;
}

static void claim_count(struct audit *audit, const struct tn_claim *claim, bool leaving)
{
    long table = by_tables(audit, claim, leaving), printed = lround(claim->value.value);
    bool left = !leaving && claim->year == audit->commune->plan_year;
    struct tn_audit_finding f = {.rule = "claim-count",
                                 .file = "claims.csv",
                                 .line = claim->line,
                                 .subject = claim->section};

    if (table < 0 || counts_right(audit, claim, table))
        return;
    for_langs (lang) {
        const char *who = audit_status_of(lang, claim->status);
        f.message.text[lang] =
            leaving ? tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_QUOTA, claim->section,
                             claim->year, printed, who, table)
            : left  ? tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_COUNT_LEFT,
                             claim->section, claim->year, printed, who, table)
                    : tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_COUNT, claim->section,
                             claim->year, printed, who, table);
    }
    f.expected = audit_count(table);
    f.found = audit_count(printed);
    audit_add(audit, f);
}

static void claim_share(struct audit *audit, const struct tn_claim *claim)
{
    struct tn_claim base = *claim;
    base.year = audit->commune->base_year;
    long leaving = by_tables(audit, claim, true), of = by_tables(audit, &base, false);
    long least, most;
    struct tn_amount printed = audit_percent(claim->value.value, claim->value.value,
                                             claim->value.decimals);
    struct tn_audit_finding f = {.rule = "claim-share",
                                 .file = "claims.csv",
                                 .line = claim->line,
                                 .subject = claim->section,
                                 .found = printed};

    if (leaving < 0 || of <= 0 ||
        (tn_total_range(leaving, claim->value, &least, &most) && least <= of &&
         of <= most))
        return;
    f.expected = audit_printed(leaving, of, of, claim->value.decimals);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_SHARE,
                                      claim->section, audit_say(audit, lang, printed),
                                      audit_status_of(lang, claim->status), leaving, of,
                                      audit_say(audit, lang, f.expected));
    audit_add(audit, f);
}

static void say_rate(struct audit *audit, const struct tn_claim *claim, long counted,
                     struct tn_audit_finding *f)
{
    bool points = claim->quantity == TN_Q_REDUCTION_POINTS;
    struct tn_amount range = audit_counts(audit->total.low, audit->total.high);

    for_langs (lang) {
        const char *who = audit_status_of(lang, claim->status);
        const char *printed = audit_say(audit, lang, f->found);
        const char *all = audit_say(audit, lang, range);
        const char *right = audit_say(audit, lang, f->expected);
        f->message.text[lang] =
            audit->total.low < 0
                ? tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_NO_TOTAL, claim->section,
                         claim->year, who, printed, counted)
            : points ? tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_POINTS, claim->section,
                              claim->year, who, printed, counted, all, right)
                     : tn_say(audit->arena, lang, TN_W_AUDIT_CLAIM_RATE, claim->section,
                              claim->year, who, printed, counted, all, right);
    }
}

static void claim_rate(struct audit *audit, const struct tn_claim *claim)
{
    long counted = tn_total_counted(audit->commune, claim), least, most;
    double value = claim->value.value;
    int decimals = claim->value.decimals;
    struct tn_audit_finding f = {.rule = "claim-rate",
                                 .file = "claims.csv",
                                 .line = claim->line,
                                 .subject = claim->section,
                                 .expected = audit_none(),
                                 .found = audit_percent(value, value, decimals)};

    if (counted < 0)
        return;
    if (audit->total.low < 0) {
        if (tn_total_range(counted, claim->value, &least, &most))
            return;
    } else {
        if (can_be(audit, claim))
            return;
        f.expected = audit_printed(counted, audit->total.low, audit->total.high,
                                   decimals);
    }
    say_rate(audit, claim, counted, &f);
    audit_add(audit, f);
}

/* ---- one figure printed twice ---- */

/* Two printings of one number, perhaps at different digits. */
static bool agree(struct tn_printed a, struct tn_printed b)
{
    int decimals = a.decimals < b.decimals ? a.decimals : b.decimals;
    double unit = pow(10, -decimals);

    return near(a.value, b.value, decimals) ||
           (a.decimals != b.decimals && fabs(a.value - b.value) < unit);
}

static bool same_figure(const struct tn_claim *a, const struct tn_claim *b)
{
    return a->village == b->village && a->year == b->year && a->status == b->status &&
           a->quantity == b->quantity &&
           (a->quantity < TN_QUANTITIES || !strcmp(a->quantity_text, b->quantity_text)) &&
           !isnan(a->value.value) && !isnan(b->value.value);
}

static bool percentage(const struct tn_claim *claim)
{
    return claim->quantity == TN_Q_RATE || claim->quantity == TN_Q_REDUCTION_SHARE ||
           claim->quantity == TN_Q_REDUCTION_POINTS;
}

static struct tn_amount amount_of(const struct tn_claim *claim)
{
    double value = claim->value.value;

    return (struct tn_amount){value, value, claim->value.decimals, percentage(claim)};
}

static bool bears_out(const struct audit *audit, const struct tn_claim *claim)
{
    bool leaving = claim->quantity == TN_Q_REDUCTION;

    if (!leaving && claim->quantity != TN_Q_HOUSEHOLDS)
        return can_be(audit, claim);
    long table = by_tables(audit, claim, leaving);
    return table >= 0 && counts_right(audit, claim, table);
}

/* The first printing and a later one that differs; the one that the tables bear out
 * is the one expected. */
static void claims_differ(struct audit *audit, const struct tn_claim *first,
                          const struct tn_claim *later)
{
    bool swap = bears_out(audit, later) && !bears_out(audit, first);
    const struct tn_claim *wrong = swap ? first : later, *right = swap ? later : first;
    struct tn_audit_finding f = {.rule = "claims-differ",
                                 .file = "claims.csv",
                                 .line = wrong->line,
                                 .subject = wrong->section,
                                 .expected = amount_of(right),
                                 .found = amount_of(wrong)};

    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_CLAIMS_DIFFER,
                                      wrong->section, audit_say(audit, lang, f.found),
                                      right->section, audit_say(audit, lang, f.expected),
                                      audit_status_of(lang, later->status), later->year);
    audit_add(audit, f);
}

/* The first claim of the list on the same figure; the claim itself if there is none. */
static const struct tn_claim *first_of(const struct tn_claim list[],
                                       const struct tn_claim *claim)
{
    while (list < claim && !same_figure(list, claim))
        list++;
    return list;
}

void audit_claims(struct audit *audit)
{
    const struct tn_claim *list = audit->commune->claim;

    for (size_t i = 0; i < audit->commune->claims; i++) {
        const struct tn_claim *claim = &list[i];
        if (isnan(claim->value.value))
            continue;
        if (claim->quantity == TN_Q_HOUSEHOLDS)
            claim_count(audit, claim, false);
        else if (claim->quantity == TN_Q_REDUCTION)
            claim_count(audit, claim, true);
        else if (claim->quantity == TN_Q_REDUCTION_SHARE)
            claim_share(audit, claim);
        else
            claim_rate(audit, claim);
    }
    for (size_t i = 0; i < audit->commune->claims; i++) {
        const struct tn_claim *first = first_of(list, &list[i]);
        if (first < &list[i] && !agree(first->value, list[i].value))
            claims_differ(audit, first, &list[i]);
    }
}

/* ---- claims about villages ---- */

/* Of the claim's status, or both, by a table that has them one by one. */
static long of_statuses(const struct tn_claim *claim, const long table[TN_STATUSES])
{
    if (claim->status == TN_STATUS_EITHER)
        return table[TN_POOR] + table[TN_NEAR_POOR];
    return claim->status < TN_STATUSES ? table[claim->status] : TN_UNKNOWN;
}

static long in_table(const struct tn_village *village, const struct tn_claim *claim)
{
    switch (claim->quantity) {
    case TN_Q_QUOTA:
        return of_statuses(claim, village->quota);
    case TN_Q_HOUSEHOLDS:
        return claim->status == TN_STATUS_ALL ? village->all_households
                                              : of_statuses(claim, village->households);
    case TN_Q_SOCIAL_PROTECTION:
        return village->social_protection;
    case TN_Q_WITH_MEMBER_15_PLUS:
        return village->with_member_15_plus;
    case TN_Q_WITH_ABLE_WORKER:
        return village->with_able_worker;
    default:
        return TN_UNKNOWN;
    }
}

/* A quantity as people read it; one that has no name as the file has it. */
static const char *quantity_name(enum tn_lang lang, const struct tn_claim *claim)
{
    return claim->quantity == TN_QUANTITIES
               ? claim->quantity_text
               : tn_quantity_vocab[claim->quantity].name.text[lang];
}

static void village_claim(struct audit *audit, const struct tn_claim *claim, long table)
{
    const char *name = audit->commune->village[claim->village].name;
    long printed = lround(claim->value.value);
    struct tn_audit_finding f = {.rule = "village-claim",
                                 .file = "village_claims.csv",
                                 .line = claim->line,
                                 .subject = name,
                                 .expected = audit_count(table),
                                 .found = audit_count(printed)};

    for_langs (lang) {
        const char *who = audit_status_of(lang, claim->status);
        f.message.text[lang] =
            claim->quantity == TN_Q_QUOTA
                ? tn_say(audit->arena, lang, TN_W_AUDIT_VILLAGE_QUOTA, claim->section,
                         name, printed, who, table)
            : claim->quantity == TN_Q_HOUSEHOLDS && claim->status != TN_STATUS_ALL
                ? tn_say(audit->arena, lang, TN_W_AUDIT_VILLAGE_HOUSEHOLDS,
                         claim->section, name, printed, who, table)
                : tn_say(audit->arena, lang, TN_W_AUDIT_VILLAGE_CLAIM, claim->section,
                         name, printed, quantity_name(lang, claim), table);
    }
    audit_add(audit, f);
}

static void villages_differ(struct audit *audit, const struct tn_claim *first,
                            const struct tn_claim *later)
{
    const char *name = audit->commune->village[later->village].name;
    struct tn_audit_finding f = {.rule = "claims-differ",
                                 .file = "village_claims.csv",
                                 .line = later->line,
                                 .subject = name,
                                 .expected = amount_of(first),
                                 .found = amount_of(later)};

    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_VILLAGES_DIFFER,
                                      later->section, audit_say(audit, lang, f.found),
                                      first->section, audit_say(audit, lang, f.expected),
                                      name, quantity_name(lang, later));
    audit_add(audit, f);
}

void audit_village_claims(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;

    for (size_t i = 0; i < commune->village_claims; i++) {
        const struct tn_claim *claim = &commune->village_claim[i];
        if (claim->village == TN_NONE || isnan(claim->value.value))
            continue;
        long table = in_table(&commune->village[claim->village], claim);
        const struct tn_claim *first = first_of(commune->village_claim, claim);
        if (table >= 0) {
            if (!near((double)table, claim->value.value, 0))
                village_claim(audit, claim, table);
        } else if (first < claim && !agree(first->value, claim->value)) {
            villages_differ(audit, first, claim);
        }
    }
}
