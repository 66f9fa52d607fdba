/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_schema.h -- the files of a plan folder and their columns, out of tn_file_schema.
 */
#ifndef TN_SHOW_SHOW_SCHEMA_H
#define TN_SHOW_SHOW_SCHEMA_H

#include <stdio.h>

#include "tn/data/schema.h"
#include "tn/out/doc.h"

/* One file, or all of them where file is TN_FILES. */
void tn_show_schema(struct tn_arena *arena, struct tn_doc *doc, enum tn_file_id file);

/* The same as Markdown tables, in one language: what the README shows. */
void tn_show_schema_markdown(struct tn_arena *arena, FILE *out, enum tn_file_id file,
                             enum tn_lang lang);

#endif
