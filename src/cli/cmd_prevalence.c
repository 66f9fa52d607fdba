/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing.h"
#include "multidim.h"

#include "tn/show/charts.h"
#include "tn/show/charts_areas.h"
#include "tn/show/charts_multidim.h"
#include "tn/show/show_areas.h"
#include "tn/show/show_prevalence.h"
#include "tn/study/prevalence.h"
#include "tn/words/cli.h"
#include "tn/words/deprivation.h"
#include "tn/words/pictures.h"
#include "tn/words/prevalence.h"

static struct cli_multidim opt = {
    .interval = TN_WILSON, .level = 0.95, .adjust = TN_HOLM, .missing = TN_DROP_MISSING};

/* clang-format off */
static const struct cli_option options[] = {
    {"interval", "wilson|jeffreys|clopper-pearson", {{TN_W_PREVALENCE_OPT_INTERVAL}},
     CLI_CHOICE, &opt.interval, 0, 0},
    {"level", "LEVEL", {{TN_W_PREVALENCE_OPT_LEVEL}}, CLI_REAL, &opt.level, 0.01, 0.9999},
    {"k", "LIST", {{TN_W_DEP_OPT_K}}, CLI_TEXT, &opt.k, 0, 0},
    {"households", "FILE", {{TN_W_DEP_OPT_HOUSEHOLDS}}, CLI_TEXT, &opt.households, 0, 0},
    {"rule", "FILE", {{TN_W_DEP_OPT_RULE}}, CLI_TEXT, &opt.rule, 0, 0},
    {"by", "COLUMNS", {{TN_W_DEP_OPT_BY}}, CLI_TEXT, &opt.by, 0, 0},
    {"year", "COLUMN", {{TN_W_DEP_OPT_YEAR}}, CLI_TEXT, &opt.year, 0, 0},
    {"code", "COLUMN", {{TN_W_DEP_OPT_CODE}}, CLI_TEXT, &opt.code, 0, 0},
    {"weight", "COLUMN", {{TN_W_DEP_OPT_WEIGHT}}, CLI_TEXT, &opt.weight, 0, 0},
    {"stratum", "COLUMN", {{TN_W_DEP_OPT_STRATUM}}, CLI_TEXT, &opt.stratum, 0, 0},
    {"psu", "COLUMN", {{TN_W_DEP_OPT_PSU}}, CLI_TEXT, &opt.psu, 0, 0},
    {"missing", "drop|not-deprived", {{TN_W_DEP_OPT_MISSING}}, CLI_CHOICE, &opt.missing, 0, 0},
    {"census", NULL, {{TN_W_DEP_OPT_CENSUS}}, CLI_FLAG, &opt.census, 0, 0},
    {"fraction", "SHARE", {{TN_W_DEP_OPT_FRACTION}}, CLI_REAL, &opt.fraction, 0, 1},
    {"adjust", "none|holm|bh", {{TN_W_DEP_OPT_ADJUST}}, CLI_CHOICE, &opt.adjust, 0, 0},
    {"robustness", NULL, {{TN_W_DEP_OPT_ROBUST}}, CLI_FLAG, &opt.robustness, 0, 0},
    {"plot", "FOLDER", {{TN_W_PIC_OPT_PLOT}}, CLI_TEXT, &opt.plot, 0, 0},
    {0}
};
/* clang-format on */

enum { MOST_FIGURES = TN_PREVALENCE_CHARTS + TN_MULTIDIM_CHARTS };

/* Households into the document, and their charts after those that are there. */
static void show_households(struct cli_call *call, const struct tn_show_multidim *show,
                            size_t *n, struct tn_figure figure[MOST_FIGURES])
{
    tn_show_multidim(call->arena, &call->doc, show);
    if (opt.plot) {
        struct tn_show_multidim drawn = cli_drawn(call, show);
        *n += tn_charts_of_multidim(call->arena, (enum tn_lang)call->common.lang, &drawn,
                                    figure + *n);
    }
}

/* A plan is read and its households counted as they come: none is kept. */
struct counting {
    const struct tn_commune *commune;
    struct cli_counted counted;
};

static void count_household(void *context, const struct tn_household *household)
{
    struct counting *counting = context;

    cli_count_one(&counting->counted, counting->commune->village[household->village].name,
                  household);
}

static enum tn_fault read_plan(struct cli_call *call, struct tn_commune *commune,
                               struct counting *counting, struct tn_err *err)
{
    const struct tn_read_options reading = {.encoding = call->common.encoding,
                                            .max_mib = call->common.max_mib,
                                            .household = count_household,
                                            .context = counting};

    enum tn_fault fault = cli_one_folder(call, err);
    if (fault)
        return fault;
    counting->commune = commune;
    cli_count_begin(call, &opt, &counting->counted);
    fault = tn_commune_read(call->arena, call->folder[0], &reading, commune,
                            &call->findings, err);
    if (!fault)
        cli_note_inputs(call, commune->inputs, commune->input);
    return fault;
}

/* One plan: its printed margins, and its households' flags where they carry any. */
static enum tn_fault one_plan(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_prevalences *found = tn_new(call->arena, struct tn_prevalences, 1);
    struct tn_show_multidim *show = tn_new(call->arena, struct tn_show_multidim, 1);
    struct counting *counting = tn_new(call->arena, struct counting, 1);
    enum tn_fault fault = read_plan(call, commune, counting, err);
    if (fault)
        return fault;

    *found = tn_prevalence_of(call->arena, commune, (enum tn_interval_method)opt.interval,
                              opt.level);
    tn_show_prevalence(call->arena, &call->doc, commune, found);
    struct tn_figure figure[MOST_FIGURES];
    size_t n = 0;
    if (opt.plot)
        n = tn_charts_of_prevalence(call->arena, (enum tn_lang)call->common.lang, commune,
                                    found, figure);
    if (counting->counted.flagged)
        fault = cli_multidim_counted(call, &opt, commune, &counting->counted, show, err);
    if (!fault && counting->counted.flagged)
        show_households(call, show, &n, figure);
    if (!fault && opt.plot)
        fault = cli_draw(call, opt.plot, n, figure, err);
    return fault;
}

/* Several areas side by side. */
static enum tn_fault areas(struct cli_call *call, struct tn_err *err)
{
    size_t n = call->folders;
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, n);
    struct tn_prevalences *found = tn_new(call->arena, struct tn_prevalences, n);

    const struct tn_read_options reading = {
        .encoding = call->common.encoding, .max_mib = call->common.max_mib, .area = true};

    for (size_t i = 0; i < n; i++) {
        enum tn_fault fault = tn_commune_read(call->arena, call->folder[i], &reading,
                                              &commune[i], &call->findings, err);
        if (fault)
            return fault;
        cli_note_inputs(call, commune[i].inputs, commune[i].input);
        found[i] = tn_prevalence_of(call->arena, &commune[i],
                                    (enum tn_interval_method)opt.interval, opt.level);
    }
    tn_show_areas(call->arena, &call->doc, n, commune, found);
    if (!opt.plot)
        return TN_OK;
    struct tn_figure figure[TN_AREA_CHARTS];
    size_t figures = tn_charts_of_areas(call->arena, (enum tn_lang)call->common.lang, n,
                                        commune, found, figure);
    return cli_draw(call, opt.plot, figures, figure, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    enum tn_fault fault = TN_OK;

    if (!opt.households) {
        fault = cli_refuse_columns(&opt, err);
        if (!fault)
            fault = cli_want_folder(call, err);
        return fault ? fault : call->folders > 1 ? areas(call, err) : one_plan(call, err);
    }
    if (call->folders)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_NO_FOLDER);
    struct tn_figure figure[MOST_FIGURES];
    size_t n = 0;
    struct tn_show_multidim *show = tn_new(call->arena, struct tn_show_multidim, 1);
    fault = cli_multidim_of(call, &opt, NULL, show, err);
    if (!fault)
        show_households(call, show, &n, figure);
    if (!fault && opt.plot)
        fault = cli_draw(call, opt.plot, n, figure, err);
    return fault;
}

const struct cli_command cmd_prevalence = {
    .name = "prevalence",
    .group = {{TN_W_GROUP_DEPRIVATION}},
    .summary = {{TN_W_PREVALENCE_SUMMARY}},
    .arguments = "PLAN-FOLDER...",
    .option = options,
    .run = run,
};
