/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/fit.h"
#include "tn/words/fit.h"

#include <math.h>
#include <string.h>

/* ---- as a model
 * -------------------------------------------------------------------------------------
 */

/* Whether a village or commune is one of those that the model is for. */
static bool wanted(const struct tn_fit *fit, const struct tn_fit_area *area)
{
    const char *commune = area->level == 0 ? area->commune : area->name;
    bool elsewhere = *fit->district && *area->district &&
                     strcmp(area->district, fit->district) != 0;

    if (area->level > 1)
        return false;
    return fit->communes == 1 || (strcmp(commune, fit->commune) == 0 && !elsewhere);
}

struct tn_parameter *tn_fit_parameters(struct tn_arena *arena, const struct tn_fit *fit,
                                       size_t *n)
{
    struct tn_parameter *row = tn_new(arena, struct tn_parameter,
                                      TN_PARAMETERS + fit->terms + fit->areas);
    const char *source = tn_say(arena, TN_EN, TN_W_FIT_SOURCE, fit->first_year,
                                fit->last_year, fit->rows);
    const char *kept = "";

    *n = 0;
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        const struct tn_fit_change *c = &fit->change[id];
        int status;
        const char *name = tn_parameter_name((enum tn_parameter_id)id, &status);
        bool off = isnan(c->mean);
        row[(*n)++] = (struct tn_parameter){.name = name,
                                            .status = status,
                                            .q05 = NAN,
                                            .q50 = off ? 0 : NAN,
                                            .q95 = NAN,
                                            .mean = c->mean,
                                            .sd = c->sd,
                                            .source = c->learned ? source : kept};
    }
    for (size_t t = 0; t < fit->terms; t++)
        row[(*n)++] = (struct tn_parameter){.name = fit->term[t].name,
                                            .status = fit->term[t].status,
                                            .q05 = NAN,
                                            .q50 = NAN,
                                            .q95 = NAN,
                                            .mean = fit->term[t].mean,
                                            .sd = fit->term[t].sd,
                                            .source = fit->term[t].rows ? source : kept};
    for (size_t a = 0; a < fit->areas; a++) {
        const struct tn_fit_area *area = &fit->area[a];
        if (!wanted(fit, area))
            continue;
        row[(*n)++] = (struct tn_parameter){
            .name = area->level == 0
                        ? tn_say(arena, TN_EN, "village:%s", "village:%s", area->name)
                        : tn_say(arena, TN_EN, "commune:%s", "commune:%s", area->name),
            .status = TN_UNKNOWN,
            .q05 = NAN,
            .q50 = NAN,
            .q95 = NAN,
            .mean = area->mean,
            .sd = area->sd,
            .source = source};
    }
    return row;
}
