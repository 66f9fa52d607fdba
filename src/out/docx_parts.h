/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx_parts.h -- the parts of a document's file that are much the same in each. */
#ifndef TN_OUT_DOCX_PARTS_H
#define TN_OUT_DOCX_PARTS_H

#include "tn/base/arena.h"
#include "tn/base/say.h"

extern const char docx_content_types[], docx_package_relations[], docx_page_number[];

const char *docx_core(struct tn_arena *arena, const char *title, enum tn_lang lang);
const char *docx_document(struct tn_arena *arena, const char *body);
const char *docx_relations(struct tn_arena *arena, size_t pictures);
const char *docx_styles(struct tn_arena *arena, enum tn_lang lang);

#endif
