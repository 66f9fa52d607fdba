/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/fit.h"

#include "fit_work.h"
#include "tn/study/flows.h"
#include "tn/words/fit.h"

#include <math.h>
#include <string.h>

enum { QUICK_TURNS = 1, ENOUGH_AREAS = 4 };

static const double UPPER_SD = 0.7;   // half-normal prior of communes' and districts' sd
/* qnorm((1 + p) / 2) for p = 0.05, 0.5, 0.95 */
static const double HALF_NORMAL[] = {0.0627067779, 0.6744897502, 1.9599639845};
static const double NEVER = -30;   // log odds of a chance that is switched off

/* ---- what cannot be learned
 * -------------------------------------------------------------- */

static void find_doubts(struct tn_fit_work *w)
{
    long at_risk[TN_FIT_KINDS] = {0}, exits[TN_FIT_KINDS] = {0}, all = 0, out = 0;
    bool *doubt = w->fit->doubt;

    for (size_t i = 0; i < w->n; i++) {
        at_risk[tn_fit_kind(w->used[i].h)] += w->used[i].h->at_risk;
        exits[tn_fit_kind(w->used[i].h)] += w->used[i].h->exits;
    }
    for (size_t k = 0; k < TN_FIT_KINDS; k++) {
        all += at_risk[k];
        out += exits[k];
        w->fit->change[k].learned = at_risk[k] > 0;
        doubt[TN_FIT_NO_ROWS_OF] |= at_risk[k] == 0;
        doubt[TN_FIT_SEPARATED] |= at_risk[k] > 0 &&
                                   (exits[k] == 0 || exits[k] == at_risk[k]);
    }
    doubt[TN_FIT_NO_EXITS] = out == 0;
    doubt[TN_FIT_ALL_EXIT] = out == all;
    doubt[TN_FIT_SEPARATED] &= out > 0 && out < all;
    doubt[TN_FIT_ONE_AREA] = w->areas[0] == 1;
    doubt[TN_FIT_ONE_VILLAGE_EACH] = w->areas[1] > 1 && w->areas[1] == w->areas[0];
    doubt[TN_FIT_ONE_COMMUNE_EACH] = w->areas[2] > 1 && w->areas[2] == w->areas[1];
    for (size_t l = 1; l < w->fit->levels; l++)
        doubt[TN_FIT_FEW_ABOVE] |= w->fit->panel.areas[l] < ENOUGH_AREAS;
    doubt[TN_FIT_ONE_YEAR] = w->fit->years == 1;
    w->fit->change[TN_VILLAGE_SD].learned = w->areas[0] > 1;
    w->fit->change[TN_YEAR_SD].learned = w->fit->years > 1;
}

/* ---- priors
 * --------------------------------------------------------------------------------- */

static struct tn_sd_prior sd_prior(const struct tn_prior *prior)
{
    if (prior->off)
        return (struct tn_sd_prior){TN_SD_FIXED, 0, 0};
    if (prior->sd <= 0)
        return (struct tn_sd_prior){TN_SD_FIXED, exp(prior->mean), 0};
    return (struct tn_sd_prior){TN_SD_LOG_NORMAL, prior->mean, prior->sd};
}

static void set_priors(const struct tn_fit_work *w, double mean[], double sd[],
                       struct tn_mixed_prior *to)
{
    const struct tn_prior *prior = w->prior->prior;

    for (size_t k = 0; k < TN_FIT_KINDS; k++) {
        mean[k] = prior[k].off ? NEVER : prior[k].mean;
        sd[k] = prior[k].off ? 0 : prior[k].sd;
    }
    for (size_t t = 0; t < w->fit->terms; t++) {
        mean[TN_FIT_KINDS + t] = w->fit->term[t].prior.mean;
        sd[TN_FIT_KINDS + t] = w->fit->term[t].prior.sd;
    }
    *to = (struct tn_mixed_prior){.beta = {mean, sd},
                                  .area = {sd_prior(&prior[TN_VILLAGE_SD]),
                                           {TN_SD_HALF_NORMAL, UPPER_SD, 0},
                                           {TN_SD_HALF_NORMAL, UPPER_SD, 0}},
                                  .year = sd_prior(&prior[TN_YEAR_SD])};
}

/* ---- all of it -------- */

enum tn_fault tn_fit_of(struct tn_arena *arena, size_t n, const struct tn_history row[],
                        const struct tn_fit_options *options, struct tn_fit *fit,
                        struct tn_err *err)
{
    struct tn_fit_work w = {
        .arena = arena, .prior = options->prior, .options = options, .fit = fit};
    struct tn_mixed_prior mixed_prior;
    double mean[TN_FIT_KINDS + TN_FIT_TERMS_MOST], sd[TN_FIT_KINDS + TN_FIT_TERMS_MOST];

    memset(fit, 0, sizeof *fit);
    fit->commune = options->commune ? options->commune : "";
    fit->district = options->district ? options->district : "";
    fit->upper_prior = (struct tn_marginal){NAN, NAN, UPPER_SD * HALF_NORMAL[0],
                                            UPPER_SD * HALF_NORMAL[1],
                                            UPPER_SD * HALF_NORMAL[2]};
    tn_fit_collect(&w, n, row);
    if (w.n == 0)
        return tn_fail(err, TN_EDATA, NULL, TN_W_FIT_NO_HOUSEHOLDS);
    tn_fit_choose_terms(&w);
    tn_fit_build_panel(&w);
    tn_fit_start_changes(&w);
    find_doubts(&w);
    set_priors(&w, mean, sd, &mixed_prior);
    struct tn_mixed_options how = {.keep_areas = w.areas[0] <= 2000};
    how.turns = options->quick ? QUICK_TURNS : 0;
    enum tn_fault fault = tn_mixed_fit(arena, &fit->panel, &mixed_prior, &how,
                                       &fit->mixed, err);
    if (fault)
        return fault;
    tn_fit_take_results(&w);
    const struct tn_history **used = tn_new(arena, const struct tn_history *, w.n);
    for (size_t i = 0; i < w.n; i++)
        used[i] = w.used[i].h;
    tn_flows_fit(arena, w.n, used, options, fit);
    return TN_OK;
}
