/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.h -- the codes that data files use, and their names in both languages. */
#ifndef TN_DATA_VOCAB_H
#define TN_DATA_VOCAB_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/say.h"

enum tn_status { TN_POOR, TN_NEAR_POOR, TN_STATUSES };

enum { TN_INDICATORS = 12, TN_DIMENSIONS = 6 };

struct tn_code {
    const char *code;       // as in the files: "health_insurance"
    struct tn_words name;   // as shown: "Bảo hiểm y tế"
    size_t dimension;       // of an indicator: index into tn_dimension_vocab
    const char *alias;      // other ways to write it in a cell, joined by |; or null
};

extern const struct tn_code tn_status_vocab[TN_STATUSES];
extern const struct tn_code tn_dimension_vocab[TN_DIMENSIONS];
extern const struct tn_code tn_indicator_vocab[TN_INDICATORS];   // in decree order

/* Of claims, the two statuses and these after them. */
enum { TN_STATUS_EITHER = TN_STATUSES, TN_STATUS_ALL, TN_CLAIM_STATUSES };
extern const struct tn_code tn_claim_status_vocab[TN_CLAIM_STATUSES];

/* What a printed figure counts or measures; files may print others beside them. */
enum tn_quantity {
    TN_Q_HOUSEHOLDS,         // at the end of the year
    TN_Q_RATE,               // their share of all households (%)
    TN_Q_REDUCTION,          // households that are to leave
    TN_Q_REDUCTION_SHARE,    // their share of those there were (%)
    TN_Q_REDUCTION_POINTS,   // their share of all households (points)
    TN_Q_RELAPSE,
    TN_Q_QUOTA,   // this and those below: of a village
    TN_Q_SOCIAL_PROTECTION,
    TN_Q_WITH_MEMBER_15_PLUS,
    TN_Q_WITH_ABLE_WORKER,
    TN_QUANTITIES   // another
};
extern const struct tn_code tn_quantity_vocab[TN_QUANTITIES];

/* Causes and measures that have names; files may use codes of their own beside them. */
enum { TN_CAUSES = 11, TN_MEASURES = 10 };
extern const struct tn_code tn_cause_vocab[TN_CAUSES];
extern const struct tn_code tn_measure_vocab[TN_MEASURES];

/* Index of a code in a vocabulary of n, or n where it is unknown. */
size_t tn_vocab_find(size_t n, const struct tn_code vocab[], const char *code);

/* All of its codes, in a row, for people: "poor, near_poor". */
const char *tn_vocab_list(struct tn_arena *arena, size_t n, const struct tn_code vocab[]);

#endif
