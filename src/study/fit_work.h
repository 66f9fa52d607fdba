/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fit_work.h -- a fit of tn/study/fit.h under way: its rows, panel, terms and results. */
#ifndef TN_STUDY_FIT_WORK_H
#define TN_STUDY_FIT_WORK_H

#include "tn/study/chance.h"
#include "tn/study/fit.h"

enum { TN_FIT_KINDS = 4, TN_FIT_TERMS_MOST = 40 };

/* A row that counts, and where it stands. */
struct tn_fit_used {
    const struct tn_history *h;
    size_t index, area[TN_LEVELS_MOST];
};

struct tn_fit_work {
    struct tn_arena *arena;
    const struct tn_model *prior;
    const struct tn_fit_options *options;
    struct tn_fit *fit;
    size_t n;
    struct tn_fit_used *used;       // in the order of their areas
    size_t areas[TN_LEVELS_MOST];   // villages, communes, districts that occur
    size_t
        which[TN_LEVELS_MOST];   // of the fit's levels: 0 village, 1 commune, 2 district
};

static inline size_t tn_fit_kind(const struct tn_history *h)
{
    return (size_t)tn_chance_id(h->status, h->planned);
}

/* fit_panel.c: the rows in order, their areas and levels; then, terms being chosen, the
 * panel. */
void tn_fit_collect(struct tn_fit_work *work, size_t n, const struct tn_history row[]);
void tn_fit_build_panel(struct tn_fit_work *work);

/* fit_terms.c: household terms, before and after the fit. */
void tn_fit_choose_terms(struct tn_fit_work *work);
void tn_fit_take_terms(struct tn_fit_work *work);

/* fit_result.c: what is not learned stays as it was; then what the posterior says. */
void tn_fit_start_changes(struct tn_fit_work *work);
void tn_fit_take_results(struct tn_fit_work *work);

#endif
