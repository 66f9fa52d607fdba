/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template.h -- the files of an empty plan folder, as a spreadsheet opens them. */
#ifndef TN_DATA_TEMPLATE_H
#define TN_DATA_TEMPLATE_H

#include "tn/base/arena.h"
#include "tn/data/schema.h"

/* The text of a file with its header alone (plan.csv: with the names of its items, to be
 * given values), beginning with a byte order mark, lines ended by CR LF. Headings are
 * Vietnamese, or in English the program's own names of the columns. */
const char *tn_template(struct tn_arena *arena, enum tn_file_id file, enum tn_lang lang,
                        char separator);

#endif
