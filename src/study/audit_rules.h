/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_rules.h -- what the files of rules share; see tn/study/audit.h. */
#ifndef TN_STUDY_AUDIT_RULES_H
#define TN_STUDY_AUDIT_RULES_H

#include "tn/study/audit.h"

struct audit {
    struct tn_arena *arena;
    const struct tn_commune *commune;
    struct tn_total total;
    struct tn_audit found[TN_NOTE + 1];   // lists by severity
};

#define for_langs(lang) for (enum tn_lang lang = TN_VI; lang < TN_LANGS; lang++)
#define for_statuses(s) for (enum tn_status s = TN_POOR; s < TN_STATUSES; s++)

/* Add a finding of the severity it names; expected and found as amounts. */
void audit_add(struct audit *audit, struct tn_audit_finding finding);

/* All findings so far, errors first. */
struct tn_audit audit_joined(const struct audit *audit);

struct tn_amount audit_none(void);
struct tn_amount audit_count(long count);
struct tn_amount audit_counts(long low, long high);
struct tn_amount audit_percent(double low, double high, int decimals);

/* An amount in words: "44", "1,74 %", "từ 2515 đến 2516". */
const char *audit_say(struct audit *audit, enum tn_lang lang, struct tn_amount amount);

/* "hộ nghèo"; status of a claim may also be poor_or_near_poor. */
const char *audit_status(enum tn_lang lang, enum tn_status status);
const char *audit_status_of(enum tn_lang lang, int status);   // of a claim

/* What counted of total prints as, cut off or rounded, at so many digits. */
struct tn_amount audit_printed(long counted, long low, long high, int decimals);

/* Whether counted households, of a total in the audit's range, print as percent. */
bool audit_allows(const struct audit *audit, long counted, struct tn_printed percent);

/* The plan's own numbers. */
void audit_sums(struct audit *audit);
void audit_claims(struct audit *audit);
void audit_village_claims(struct audit *audit);
void audit_total(struct audit *audit);

/* Villages, quotas and lists. */
void audit_lists(struct audit *audit);
void audit_households(struct audit *audit);
void audit_villages(struct audit *audit);
void audit_quotas(struct audit *audit);

/* Services and flows. */
void audit_goals(struct audit *audit);
void audit_indicators(struct audit *audit);
void audit_landing(struct audit *audit);

#endif
