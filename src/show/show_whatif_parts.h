/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_whatif_parts.h -- the tornado and the support, which show_whatif.c puts together.
 */
#ifndef TN_SHOW_SHOW_WHATIF_PARTS_H
#define TN_SHOW_SHOW_WHATIF_PARTS_H

#include "tn/out/json.h"
#include "tn/show/show_whatif.h"

void tn_show_sensitivity(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_sensitivity *s);
void tn_show_sensitivity_json(struct tn_json *json, const struct tn_sensitivity *s);

void tn_show_support(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_show_whatif *what);
void tn_show_support_json(struct tn_json *json, const struct tn_show_whatif *what);

/* A parameter's name for people; terms by their own. */
struct tn_words tn_show_parameter(const char *name);

#endif
