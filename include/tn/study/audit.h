/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.h -- what a plan says against itself.
 *
 * Each rule is a sentence that any plan of this kind must obey: villages add up to the
 * commune, printed rates follow from counts, a household is not listed twice. A rule
 * that cannot be judged, because a file or a cell is missing, says nothing.
 *
 * Severity: an error is a contradiction, which no facts could reconcile; a warning is
 * something that is possible and ought to be looked at; a note is worth knowing.
 *
 *   rule                     severity  what it finds
 *   village-sum              error     villages do not add up to the commune
 *   quota-sum                error     village quotas do not add up to the commune's
 *   total-sum                error     all households: villages against the commune
 *   total-under-poor         error     fewer households than poor and near-poor
 *   claim-count              error     a printed count against the tables
 *   claim-share              error     a printed share of the poor against the tables
 *   claim-rate               error     a printed share of all households against them
 *   claims-differ            error     one figure printed twice, differently
 *   village-claim            error     a village's printed figure against the table
 *   total-range              note      all households, where the plan leaves them out
 *                            error     where it gives a number that its rates exclude
 *   household-list           error     planned households listed against the quota
 *   list-over-households     error     more households listed than there are
 *   head-twice               error     one head in two households of a village
 *                            warning   of two villages: perhaps namesakes
 *   workers-over-members     error
 *   no-labour-with-worker    error     cause 'no labour' and somebody who works
 *   job-without-worker       warning   work as the measure, and nobody to do it
 *   able-over-households     error     of what a village reports of its poor and
 *   adult-over-households    error     near-poor households: counts above their
 *   social-over-households   error     number,
 *   able-plus-social         error     two counts that exclude each other above it,
 *   able-over-adult          error     able to work without anybody of 15 or over
 *   quota-over-households    error     a quota above the households there are
 *   quota-over-able          warning   a quota above those with an able worker
 *   goal-already-met         warning   a goal below what the review found
 *   goal-keep-absent         error     to 'keep' a level that is not there
 *   indicator-percent        error     a percentage that no count gives
 *   indicator-count          error     a count that does not print as its percentage
 *   indicator-over           error     more deprived than there are
 *   status-rule              error     poor with fewer than 3 deprivations, or near-poor
 *                                      with 3 or more; of the sums or of a household
 *   status-edge              note      exactly 3 deprivations for each poor household
 *   no-room-for-landing      warning   an end-of-year number of near-poor that forgets
 *                                      those who leave poverty and become near-poor
 */
#ifndef TN_STUDY_AUDIT_H
#define TN_STUDY_AUDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/finding.h"
#include "tn/base/say.h"
#include "tn/data/commune.h"
#include "tn/data/country.h"
#include "tn/study/total.h"

/* A number, or a range of them; unknown where low is NAN. */
struct tn_amount {
    double low, high;   // equal where it is one number; percent stays percent
    int decimals;
    bool percent;
};

struct tn_audit_finding {
    const char *rule;   // as above
    enum tn_severity severity;
    const char *file;      // "villages.csv", with the folder as the user named it
    long line;             // 0 where the whole file is meant
    const char *subject;   // village, household code or section; "" where none
    struct tn_words message;
    struct tn_amount expected, found;
    struct tn_audit_finding *next;
};

struct tn_audit {
    size_t errors, warnings, notes;
    struct tn_total total;                   // that the rates were judged by
    struct tn_audit_finding *first, *last;   // errors, then warnings, then notes; each
                                             // in the order of the rules above
};

/* All findings of all rules.
 * Cost: n log n in the households, the square of the number of claims. */
struct tn_audit tn_audit_of(struct tn_arena *arena, const struct tn_commune *commune);

/* ---- a country in one file, province by province ----
 *
 *   village-sum   error     an area's own row against its villages
 *   total-sum     error     all households likewise
 *   quota-sum     warning   its own quota against those of its parts: a wider area may be
 *                           asked for less than its parts, or for more
 *
 * What can be judged within a row (a quota above the households, say) the reader refuses.
 * Memory: that of the findings.
 */
struct tn_audit_country;

struct tn_audit_country *tn_audit_country_begin(struct tn_arena *arena, const char *path);
void tn_audit_country_add(struct tn_audit_country *country,
                          const struct tn_province *province);
struct tn_audit tn_audit_country_end(struct tn_audit_country *country,
                                     const struct tn_area *whole);

#endif
