/* SPDX-License-Identifier: GPL-3.0-or-later */
/* defaults.h -- the parameters that stand where a plan brings none.
 *
 * They are data/priors/default.csv, whose bytes the program carries in itself, so that it
 * works wherever it is installed.
 */
#ifndef TN_DATA_DEFAULTS_H
#define TN_DATA_DEFAULTS_H

#include "tn/data/commune.h"

/* The rows of the shipped default.csv, and its name and digest. */
TN_CHECKED enum tn_fault tn_model_defaults(struct tn_arena *arena,
                                           struct tn_model_rows *rows,
                                           struct tn_findings *findings,
                                           struct tn_err *err);

#endif
