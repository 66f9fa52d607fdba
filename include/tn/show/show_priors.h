/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_priors.h -- the default model and where it comes from, as a document. */
#ifndef TN_SHOW_SHOW_PRIORS_H
#define TN_SHOW_SHOW_PRIORS_H

#include "tn/out/doc.h"
#include "tn/study/priors.h"

/* written: the file that the model went to, or null. */
void tn_show_priors(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_priors *priors, const char *written);

/* The rows of default.csv, header first. */
void tn_show_default_csv(FILE *out, const struct tn_priors *priors);

#endif
