/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on service goals, deprivation indicators, and the flow between the statuses. */
#include <math.h>
#include <string.h>

#include "audit_rules.h"
#include "tn/study/prevalence.h"
#include "tn/words/audit.h"

enum { FEWEST_OF_POOR = 3, MOST_OF_NEAR_POOR = 2, MOST_DECIMALS_SHOWN = 2 };

static const char *indicator_name(enum tn_lang lang, size_t indicator)
{
    return tn_indicator_vocab[indicator].name.text[lang];
}

/* ---- indicators: what was counted ---- */

/* The households that an indicator's row is a share of. */
static long base_of(const struct tn_commune *commune, const struct tn_indicator *row)
{
    if (row->base >= 0)
        return row->base;
    return row->year == commune->base_year ? commune->households[row->status]
                                           : TN_UNKNOWN;
}

/* The counts a row allows: its own, or those that print as its percentage. */
static bool counts_of(const struct tn_commune *commune, const struct tn_indicator *row,
                      long *low, long *high)
{
    long of = base_of(commune, row);

    *low = *high = row->count;
    if (row->count >= 0)
        return true;
    if (of <= 0 || isnan(row->percent.value))
        return false;
    struct tn_recovered recovered = tn_recover(row->percent, of);
    *low = recovered.low;
    *high = recovered.high;
    return recovered.how != TN_FROM_NONE;
}

static void indicator_percent(struct audit *audit, const struct tn_indicator *row)
{
    long of = base_of(audit->commune, row);
    double value = row->percent.value;
    struct tn_audit_finding f = {
        .rule = "indicator-percent",
        .file = "indicators.csv",
        .line = row->line,
        .subject = tn_indicator_vocab[row->indicator].code,
        .found = audit_percent(value, value, row->percent.decimals)};

    if (of <= 0 || isnan(value) || tn_recover(row->percent, of).how != TN_FROM_NONE)
        return;
    long nearest = lround(value / 100 * (double)of);
    f.expected = audit_printed(nearest, of, of, row->percent.decimals);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_INDICATOR_PERCENT,
                                      row->year, indicator_name(lang, row->indicator), of,
                                      audit_status(lang, row->status),
                                      audit_say(audit, lang, f.found));
    audit_add(audit, f);
}

/* Both are given, and the percentage is one of other counts. */
static void indicator_count(struct audit *audit, const struct tn_indicator *row)
{
    long of = base_of(audit->commune, row);
    double value = row->percent.value;

    if (of <= 0 || isnan(value) || row->count < 0 || row->count > of)
        return;
    struct tn_recovered fits = tn_recover(row->percent, of);
    if (fits.how == TN_FROM_NONE || (row->count >= fits.low && row->count <= fits.high))
        return;
    struct tn_audit_finding f = {
        .rule = "indicator-count",
        .file = "indicators.csv",
        .line = row->line,
        .subject = tn_indicator_vocab[row->indicator].code,
        .expected = audit_printed(row->count, of, of, row->percent.decimals),
        .found = audit_percent(value, value, row->percent.decimals)};
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_INDICATOR_COUNT,
                                      row->year, indicator_name(lang, row->indicator),
                                      row->count, of, audit_status(lang, row->status),
                                      audit_say(audit, lang, f.expected),
                                      audit_say(audit, lang, f.found));
    audit_add(audit, f);
}

static void indicator_over(struct audit *audit, const struct tn_indicator *row)
{
    long of = base_of(audit->commune, row);
    struct tn_audit_finding f = {.rule = "indicator-over",
                                 .file = "indicators.csv",
                                 .line = row->line,
                                 .subject = tn_indicator_vocab[row->indicator].code,
                                 .expected = audit_count(of),
                                 .found = audit_count(row->count)};

    if (of < 0 || row->count <= of)
        return;
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_INDICATOR_OVER,
                                      row->year, indicator_name(lang, row->indicator),
                                      row->count, of, audit_status(lang, row->status));
    audit_add(audit, f);
}

/* ---- deprivations against the status ---- */

struct margins {
    size_t known;     // of the twelve indicators
    long of;          // households
    long low, high;   // deprivations in all
    long line;        // of the first
};

static struct margins margins_of(const struct tn_commune *commune, int year,
                                 enum tn_status status)
{
    struct margins margins = {0};
    bool seen[TN_INDICATORS] = {false};
    long low, high;

    for (size_t i = 0; i < commune->indicators; i++) {
        const struct tn_indicator *row = &commune->indicator[i];
        if (row->year != year || row->status != status || seen[row->indicator] ||
            base_of(commune, row) <= 0 || !counts_of(commune, row, &low, &high))
            continue;
        seen[row->indicator] = true;
        if (!margins.known++) {
            margins.of = base_of(commune, row);
            margins.line = row->line;
        }
        margins.low += low;
        margins.high += high;
    }
    return margins;
}

static void status_sum(struct audit *audit, int year, enum tn_status status,
                       const struct margins *margins)
{
    long bound = margins->of * (status == TN_POOR ? FEWEST_OF_POOR : MOST_OF_NEAR_POOR);
    struct tn_audit_finding f = {.rule = "status-rule",
                                 .file = "indicators.csv",
                                 .line = margins->line,
                                 .subject = tn_status_vocab[status].code,
                                 .expected = audit_count(bound),
                                 .found = audit_counts(margins->low, margins->high)};

    if (status == TN_POOR ? margins->high >= bound : margins->low <= bound)
        return;
    for_langs (lang)
        f.message.text[lang] =
            status == TN_POOR
                ? tn_say(audit->arena, lang, TN_W_AUDIT_STATUS_POOR, year,
                         audit_say(audit, lang, f.found), margins->of, bound)
                : tn_say(audit->arena, lang, TN_W_AUDIT_STATUS_NEAR_POOR, year,
                         audit_say(audit, lang, f.found), margins->of, bound);
    audit_add(audit, f);
}

static void status_edge(struct audit *audit, int year, const struct margins *margins)
{
    long edge = FEWEST_OF_POOR * margins->of;
    struct tn_audit_finding f = {.rule = "status-edge",
                                 .severity = TN_NOTE,
                                 .file = "indicators.csv",
                                 .line = margins->line,
                                 .subject = tn_status_vocab[TN_POOR].code,
                                 .expected = audit_none(),
                                 .found = audit_count(FEWEST_OF_POOR)};

    if (margins->low != edge || margins->high != edge)
        return;
    f.message = tn_say_both(audit->arena, TN_W_AUDIT_STATUS_EDGE, year, margins->of,
                            edge);
    audit_add(audit, f);
}

static void status_household(struct audit *audit, const struct tn_household *household)
{
    long deprived = 0;
    struct tn_audit_finding f = {.rule = "status-rule",
                                 .file = "households.csv",
                                 .line = household->line,
                                 .subject = household->code};

    for (size_t j = 0; j < TN_INDICATORS; j++) {
        if (household->deprived[j] < 0)
            return;
        deprived += household->deprived[j];
    }
    if (household->status == TN_POOR ? deprived >= FEWEST_OF_POOR
                                     : deprived <= MOST_OF_NEAR_POOR)
        return;
    f.message = household->status == TN_POOR
                    ? tn_say_both(audit->arena, TN_W_AUDIT_STATUS_HOUSEHOLD_POOR,
                                  household->code, deprived)
                    : tn_say_both(audit->arena, TN_W_AUDIT_STATUS_HOUSEHOLD_NEAR_POOR,
                                  household->code, deprived);
    f.expected = audit_count(household->status == TN_POOR ? FEWEST_OF_POOR
                                                          : MOST_OF_NEAR_POOR);
    f.found = audit_count(deprived);
    audit_add(audit, f);
}

/* Whether row i is the first of its year and status. */
static bool opens(const struct tn_commune *commune, size_t i)
{
    const struct tn_indicator *row = commune->indicator;

    for (size_t j = 0; j < i; j++)
        if (row[j].year == row[i].year && row[j].status == row[i].status)
            return false;
    return true;
}

void audit_indicators(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;

    for (size_t i = 0; i < commune->indicators; i++) {
        const struct tn_indicator *row = &commune->indicator[i];
        indicator_percent(audit, row);
        indicator_count(audit, row);
        indicator_over(audit, row);
        if (!opens(commune, i))
            continue;
        struct margins margins = margins_of(commune, row->year, row->status);
        if (margins.known < TN_INDICATORS)
            continue;
        status_sum(audit, row->year, row->status, &margins);
        if (row->status == TN_POOR)
            status_edge(audit, row->year, &margins);
    }
    for (size_t i = 0; i < commune->households_listed; i++)
        status_household(audit, &commune->household[i]);
}

/* ---- goals ---- */

static bool says(const char *text, const char *vi, const char *en)
{
    return strstr(text, vi) || strstr(text, en);
}

static bool keeps_level(const struct tn_goal *goal)
{
    return says(goal->meaning, TN_W_AUDIT_KEEP) || says(goal->note, TN_W_AUDIT_KEEP) ||
           says(goal->meaning, TN_W_AUDIT_MAINTAIN) ||
           says(goal->note, TN_W_AUDIT_MAINTAIN);
}

static const struct tn_indicator *reviewed(const struct tn_commune *commune,
                                           const struct tn_goal *goal)
{
    for (size_t i = 0; i < commune->indicators; i++) {
        const struct tn_indicator *row = &commune->indicator[i];
        if (row->year == commune->base_year && (int)row->status == goal->status &&
            row->indicator == goal->indicator)
            return row;
    }
    return NULL;
}

/* Percent not deprived in the base year's review, NAN where it does not say; *slack is
 * half a unit of its last digit. */
static double not_deprived(const struct tn_commune *commune, const struct tn_goal *goal,
                           double *slack)
{
    const struct tn_indicator *row = reviewed(commune, goal);

    *slack = 1e-9;
    if (!row)
        return (double)NAN;
    if (isnan(row->percent.value)) {
        long of = base_of(commune, row);
        return of > 0 && row->count >= 0 ? 100 - 100.0 * (double)row->count / (double)of
                                         : (double)NAN;
    }
    *slack = 0.5 * pow(10, -row->percent.decimals) + 1e-9;
    return 100 - row->percent.value;
}

/* As few decimals as show the percentage, at most two. */
static int decimals_of(double percent)
{
    for (int decimals = 0; decimals < MOST_DECIMALS_SHOWN; decimals++) {
        double shown = percent * pow(10, decimals);
        if (fabs(shown - round(shown)) < 1e-6)
            return decimals;
    }
    return MOST_DECIMALS_SHOWN;
}

static void add_goal(struct audit *audit, const struct tn_goal *goal, double now,
                     bool keeps)
{
    struct tn_audit_finding f = {.rule = keeps ? "goal-keep-absent" : "goal-already-met",
                                 .severity = keeps ? TN_ERROR : TN_WARNING,
                                 .file = "goals.csv",
                                 .line = goal->line,
                                 .subject = goal->section};

    f.expected = audit_percent(goal->goal_percent, goal->goal_percent,
                               decimals_of(goal->goal_percent));
    f.found = audit_percent(now, now, decimals_of(now));
    for_langs (lang) {
        const char *want = audit_say(audit, lang, f.expected);
        const char *have = audit_say(audit, lang, f.found);
        const char *who = audit_status(lang, (enum tn_status)goal->status);
        const char *what = indicator_name(lang, goal->indicator);
        f.message.text[lang] = keeps ? tn_say(audit->arena, lang, TN_W_AUDIT_GOAL_KEEP,
                                              goal->section, want, who, what, have)
                                     : tn_say(audit->arena, lang, TN_W_AUDIT_GOAL_MET,
                                              goal->section, want, who, what, have);
    }
    audit_add(audit, f);
}

/* A goal of 100 % can only be reached, not passed: where all have it, it is silent. */
void audit_goals(struct audit *audit)
{
    for (size_t i = 0; i < audit->commune->goals; i++) {
        const struct tn_goal *goal = &audit->commune->goal[i];
        if (goal->status < 0 || goal->indicator == TN_NONE ||
            says(goal->meaning, TN_W_AUDIT_PERSONS))
            continue;
        double slack, now = not_deprived(audit->commune, goal, &slack);
        bool keeps = keeps_level(goal);
        if (!keeps && now > goal->goal_percent + slack)
            add_goal(audit, goal, now, false);
        if (keeps && now < goal->goal_percent - slack)
            add_goal(audit, goal, now, true);
    }
}

/* ---- poor households that become near-poor ---- */

/* Whether a claim about the year's end holds only if none of those who leave poverty
 * becomes near-poor: it says end, and would not say end + 1. */
static bool leaves_no_room(const struct audit *audit, const struct tn_claim *claim,
                           long end)
{
    if (claim->year != audit->commune->plan_year || claim->status != TN_NEAR_POOR ||
        isnan(claim->value.value))
        return false;
    if (claim->quantity == TN_Q_HOUSEHOLDS)
        return lround(claim->value.value) == end;
    return claim->quantity == TN_Q_RATE && audit_allows(audit, end, claim->value) &&
           !audit_allows(audit, end + 1, claim->value);
}

void audit_landing(struct audit *audit)
{
    const struct tn_commune *commune = audit->commune;
    long base = commune->households[TN_NEAR_POOR], quota = commune->quota[TN_NEAR_POOR];
    long leaving = commune->quota[TN_POOR], end = base - quota;
    struct tn_audit_finding f = {.rule = "no-room-for-landing",
                                 .severity = TN_WARNING,
                                 .file = "claims.csv",
                                 .expected = audit_none(),
                                 .found = audit_count(end)};

    if (base < 0 || quota < 0 || leaving <= 0)
        return;
    for (size_t i = 0; i < commune->claims; i++) {
        const struct tn_claim *claim = &commune->claim[i];
        if (!leaves_no_room(audit, claim, end))
            continue;
        f.line = claim->line;
        f.subject = claim->section;
        f.message = tn_say_both(audit->arena, TN_W_AUDIT_NO_ROOM, claim->section,
                                commune->plan_year, end, base, quota, leaving);
        audit_add(audit, f);
        return;
    }
}
