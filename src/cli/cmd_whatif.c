/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo whatif -- a scenario beside the plan, a tornado, and whom to support. */
#include "drawing.h"

#include "tn/show/charts_advice.h"
#include "tn/show/show_whatif.h"
#include "tn/words/cli.h"
#include "tn/words/pictures.h"
#include "tn/words/whatif.h"

#include <math.h>

/* Asked of each probability; their differences are several times surer. */
static const double DIFFERENCE_ERROR = 1e-3;

static struct cli_list set, shift;
static int sensitivity, status;
static const char *plot;
static long support;
static double support_shift = (double)INFINITY;

/* clang-format off */
static const struct cli_option options[] = {
    {"set",     "WHO:p=P",   {{TN_W_OPT_SET}},   CLI_LIST, &set,   0, 0},
    {"shift",   "WHO:+X",    {{TN_W_OPT_SHIFT}}, CLI_LIST, &shift, 0, 0},
    {"sensitivity", NULL,    {{TN_W_OPT_SENSITIVITY}}, CLI_FLAG, &sensitivity, 0, 0},
    {"support", "N",         {{TN_W_OPT_SUPPORT}}, CLI_LONG, &support, 1, 1000},
    {"status",  "poor|near_poor", {{TN_W_OPT_SUPPORT_STATUS}}, CLI_CHOICE, &status, 0, 0},
    {"support-shift", "X",   {{TN_W_OPT_SUPPORT_SHIFT}}, CLI_REAL, &support_shift, 0.001, 20},
    {"plot",    "FOLDER",    {{TN_W_PIC_OPT_PLOT}}, CLI_TEXT, &plot, 0, 0},
    {0}
};
/* clang-format on */

/* scenario.csv first, then --set, then --shift. */
static enum tn_fault read_scenario(struct cli_call *call,
                                   const struct tn_commune *commune,
                                   struct tn_scenario *scenario,
                                   struct tn_show_whatif *show, struct tn_err *err)
{
    struct tn_scenario file;
    const char **text = tn_new(call->arena, const char *, set.n + shift.n);
    enum tn_fault fault = tn_scenario_of(call->arena, commune, &file, err);

    if (fault)
        return fault;
    scenario->n = file.n;
    scenario->adjustment = tn_new(call->arena, struct tn_adjustment,
                                  file.n + set.n + shift.n);
    for (size_t i = 0; i < file.n; i++)
        scenario->adjustment[i] = file.adjustment[i];
    for (size_t i = 0; i < set.n + shift.n && !fault; i++) {
        bool sets = i < set.n;
        struct tn_adjustment_text from = {
            sets ? "set" : "shift", sets ? set.value[i] : shift.value[i - set.n], sets};
        text[i] = from.text;
        fault = tn_scenario_parse(call->arena, commune, &from,
                                  &scenario->adjustment[scenario->n++], err);
    }
    show->scenario = scenario;
    show->from_file = file.n;
    show->option = text;
    return fault;
}

static void find_support(struct cli_call *call, const struct tn_commune *commune,
                         const struct tn_model *model,
                         const struct tn_forecast_options *forecast,
                         struct tn_show_whatif *show)
{
    struct tn_support_options *how = tn_new(call->arena, struct tn_support_options, 1);
    struct tn_support *found = tn_new(call->arena, struct tn_support, 1);

    *how = (struct tn_support_options){.status = (enum tn_status)status,
                                       .households = (size_t)support,
                                       .shift = support_shift,
                                       .forecast = *forecast};
    *found = tn_support_of(call->arena, commune, model, how);
    show->support = found;
    show->support_options = how;
}

static enum tn_fault compute(struct cli_call *call, const struct tn_commune *commune,
                             const struct tn_model *model, struct tn_show_whatif *show,
                             struct tn_err *err)
{
    struct tn_forecast_options forecast = {
        .method = call->common.method == CLI_EXACT ? TN_EXACT : TN_CONDITIONAL,
        .seed = (unsigned long)call->common.seed,
        .threads = (int)call->common.threads,
        .error = DIFFERENCE_ERROR,
    };

    if (show->scenario->n) {
        struct tn_whatif *whatif = tn_new(call->arena, struct tn_whatif, 1);
        struct tn_model with = *model;
        with.scenario = show->scenario;
        enum tn_fault fault = tn_whatif_of(call->arena, commune, &with, &forecast, whatif,
                                           err);
        if (fault)
            return fault;
        show->whatif = whatif;
        if (whatif->plan.method == TN_CONDITIONAL)
            call->doc.source.seed = call->common.seed;
    }
    if (sensitivity) {
        struct tn_sensitivity *s = tn_new(call->arena, struct tn_sensitivity, 1);
        *s = tn_sensitivity_of(call->arena, commune, model);
        show->sensitivity = s;
    }
    if (support) {
        find_support(call, commune, model, &forecast, show);
        if (forecast.method == TN_CONDITIONAL)
            call->doc.source.seed = call->common.seed;
    }
    return TN_OK;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_scenario *scenario = tn_new(call->arena, struct tn_scenario, 1);
    struct tn_show_whatif *show = tn_new(call->arena, struct tn_show_whatif, 1);
    struct tn_model model;

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (!fault)
        fault = read_scenario(call, commune, scenario, show, err);
    if (fault)
        return fault;
    if (!scenario->n && !sensitivity && !support)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_WHATIF_NOTHING);
    show->commune = commune;
    fault = compute(call, commune, &model, show, err);
    if (fault)
        return fault;
    tn_show_whatif(call->arena, &call->doc, show);
    if (!plot)
        return TN_OK;
    struct tn_figure figure[TN_ADVICE_CHARTS];
    size_t n = tn_charts_of_whatif(call->arena, (enum tn_lang)call->common.lang, commune,
                                   show->whatif, show->sensitivity, figure);
    return cli_draw(call, plot, n, figure, err);
}

const struct cli_command cmd_whatif = {
    .name = "whatif",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_WHATIF_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
