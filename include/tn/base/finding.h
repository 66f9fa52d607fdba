/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding.h -- what a reader or an audit has to say about data, item by item.
 *
 * Findings are a result, not a fault: all of them are collected, sorted by place,
 * and shown together, so that a planner can mend a file in one go.
 */
#ifndef TN_BASE_FINDING_H
#define TN_BASE_FINDING_H

#include <stddef.h>

#include "tn/base/say.h"

enum tn_severity { TN_ERROR, TN_WARNING, TN_NOTE };

struct tn_finding {
    enum tn_severity severity;
    const char *file;   // path as the user named it, or null
    long line;          // physical line from 1; 0 where the whole file is meant
    long column;        // cell in its row, from 1; 0 where the row is meant
    struct tn_words text;
    struct tn_finding *next;
};

struct tn_findings {
    size_t errors, warnings, notes;
    struct tn_finding *first, *last;   // in the order found; see tn_findings_sorted
    size_t failed;   // files that the machine could not read, whatever is in them
};

/* Add one finding; vi and en as in tn_say. Copies nothing but the formatted text:
 * file must outlive the list. */
void tn_find(struct tn_arena *arena, struct tn_findings *findings,
             const struct tn_finding *where, const char *vi, const char *en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* All findings by file (first seen first), line, column; an array of
 * errors + warnings + notes pointers. */
struct tn_finding **tn_findings_sorted(struct tn_arena *arena,
                                       const struct tn_findings *findings);

#endif
