/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit_work.h"

#include <string.h>

static const double TERM_SD = 1;   // prior of a household term that has none

/* ---- household terms ------------------------------------------------------------------
 */

static bool is_household(const struct tn_history *h)
{
    return h->household && *h->household;
}

static double shown_by(const struct tn_fit_term *term, const struct tn_history *h)
{
    const struct tn_term model = {term->name, term->status, term->prior};
    const struct tn_household household = {.status = h->status,
                                           .members = h->members,
                                           .workers = h->workers,
                                           .causes = h->causes,
                                           .cause = h->cause};

    return is_household(h) ? tn_term_shown(&model, &household) : 0;
}

void tn_fit_shown(const struct tn_fit *fit, const struct tn_history *row, double x[])
{
    for (size_t t = 0; t < fit->terms; t++)
        x[t] = shown_by(&fit->term[t], row);
}

static void add_term(struct tn_fit *fit, const char *name)
{
    for (size_t t = 0; t < fit->terms; t++)
        if (strcmp(fit->term[t].name, name) == 0)
            return;
    if (fit->terms < TN_FIT_TERMS_MOST)
        fit->term[fit->terms++] = (struct tn_fit_term){
            .name = name,
            .status = TN_UNKNOWN,
            .own = true,
            .prior = {.scale = TN_IDENTITY, .mean = 0, .sd = TERM_SD}};
}

/* Every term that some row shows. */
static void add_own_terms(struct tn_fit_work *w)
{
    for (size_t i = 0; i < w->n; i++) {
        const struct tn_history *h = w->used[i].h;
        if (!is_household(h))
            continue;
        if (h->workers != TN_UNKNOWN)
            add_term(w->fit, "no_worker");
        if (h->workers != TN_UNKNOWN && h->members > 0)
            add_term(w->fit, "working_share");
        for (size_t k = 0; k < h->causes; k++)
            add_term(w->fit,
                     tn_say(w->arena, TN_EN, "cause:%s", "cause:%s", h->cause[k]));
    }
}

/* The model's terms that are not off, or the history's own. */
void tn_fit_choose_terms(struct tn_fit_work *w)
{
    struct tn_fit *fit = w->fit;

    fit->term = tn_new(w->arena, struct tn_fit_term, TN_FIT_TERMS_MOST);
    for (size_t t = 0; t < w->prior->terms && fit->terms < TN_FIT_TERMS_MOST; t++)
        fit->term[fit->terms++] = (struct tn_fit_term){.name = w->prior->term[t].name,
                                                       .status = w->prior->term[t].status,
                                                       .prior = w->prior->term[t].prior};
    if (w->prior->terms == 0)
        add_own_terms(w);
    for (size_t t = 0; t < fit->terms; t++)
        for (size_t i = 0; i < w->n; i++) {
            double x = shown_by(&fit->term[t], w->used[i].h);
            fit->term[t].rows += x < 0 || x > 0;
        }
}

void tn_fit_take_terms(struct tn_fit_work *w)
{
    for (size_t t = 0; t < w->fit->terms; t++) {
        struct tn_fit_term *term = &w->fit->term[t];
        bool learned = term->rows > 0 && term->prior.sd > 0;
        term->posterior = learned ? w->fit->mixed.beta[TN_FIT_KINDS + t]
                                  : tn_fit_marginal(TN_IDENTITY, term->prior.mean,
                                                    term->prior.sd);
        term->mean = learned ? term->posterior.mean : term->prior.mean;
        term->sd = learned ? term->posterior.sd : term->prior.sd;
    }
}
