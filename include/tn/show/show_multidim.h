/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_multidim.h -- multidimensional poverty as a document. */
#ifndef TN_SHOW_SHOW_MULTIDIM_H
#define TN_SHOW_SHOW_MULTIDIM_H

#include "tn/out/doc.h"
#include "tn/study/multidim.h"

struct tn_show_multidim {
    const struct tn_multidim *multidim;
    const char **column;   // headings of the grouping columns
    const char **indicator_code, **dimension_code;
    const struct tn_words *indicator_name, *dimension_name;
    const char *source;       // file or commune, for the title
    double fraction;          // of the population
    size_t robustness_rows;   // 0: not shown
    const struct tn_robustness *robustness;
};

/* Adds notes and tables; sets the title where there is none. For machines the array
 * "alkire_foster" of groups under cut-offs; as csv one table of groups, one of their
 * indicators. The document keeps a pointer to what. */
void tn_show_multidim(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_multidim *what);

#endif
