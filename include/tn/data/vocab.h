/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.h -- the codes that data files use, and their names in both languages. */
#ifndef TN_DATA_VOCAB_H
#define TN_DATA_VOCAB_H

#include <stddef.h>

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

/* Causes and measures that have names; files may use codes of their own beside them. */
enum { TN_CAUSES = 11, TN_MEASURES = 10 };
extern const struct tn_code tn_cause_vocab[TN_CAUSES];
extern const struct tn_code tn_measure_vocab[TN_MEASURES];

/* Index of a code in a vocabulary of n, or n where it is unknown. */
size_t tn_vocab_find(size_t n, const struct tn_code vocab[], const char *code);

#endif
