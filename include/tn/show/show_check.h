/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_check.h -- what was found in a plan folder, as a document. */
#ifndef TN_SHOW_SHOW_CHECK_H
#define TN_SHOW_SHOW_CHECK_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"

void tn_show_check(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_commune *commune);

#endif
