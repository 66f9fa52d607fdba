/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_fit.h -- what a history changed in the exit model, as a document. */
#ifndef TN_SHOW_SHOW_FIT_H
#define TN_SHOW_SHOW_FIT_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/fit.h"

struct tn_show_fit {
    const struct tn_history *history;
    const struct tn_fit *fit;
    const char *written;   // the file that the model went to, or null
    size_t top;            // rows that pull most, for people
};

/* The document keeps the pointer to what. */
void tn_show_fit(struct tn_arena *arena, struct tn_doc *doc,
                 const struct tn_show_fit *what);

/* The rows of a model.csv, header first. */
void tn_show_model_csv(FILE *out, size_t n, const struct tn_parameter row[]);

#endif
