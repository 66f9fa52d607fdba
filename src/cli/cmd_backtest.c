/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo backtest -- how good forecasts of past years would have been. */
#include "drawing.h"

#include "tn/show/show_backtest.h"
#include "tn/study/backtest.h"
#include "tn/study/fitcast.h"
#include "tn/words/backtest.h"
#include "tn/words/cli.h"

#include <string.h>

static struct {
    long from;
    int each;
    const char *charts;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"from",   "YEAR",   {{TN_W_BACKTEST_OPT_FROM}},   CLI_LONG, &opt.from, 1900, 2200},
    {"each",   NULL,     {{TN_W_BACKTEST_OPT_EACH}},   CLI_FLAG, &opt.each, 0, 0},
    {"charts", "FOLDER", {{TN_W_BACKTEST_OPT_CHARTS}}, CLI_TEXT, &opt.charts, 0, 0},
    {"plot",   "FOLDER", {{TN_W_BACKTEST_OPT_PLOT}},   CLI_TEXT, &opt.charts, 0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault draw(struct cli_call *call, const struct tn_show_backtest *show,
                          struct tn_err *err)
{
    enum tn_lang lang = (enum tn_lang)call->common.lang;
    struct tn_figure figure[2];
    size_t n = tn_backtest_figures(call->arena, lang, show, figure);

    return cli_draw(call, opt.charts, n, figure, err);
}

/* Charts that cannot be drawn take nothing from the scores, which are still the answer:
 * the reason is a finding, in each language its own half, and the exit status 1. */
static void regret(struct cli_call *call, const struct tn_err *err)
{
    const char *place = tn_arena_text(call->arena, err->place, strlen(err->place));
    struct tn_finding where = {.severity = TN_ERROR, .file = *place ? place : NULL};

    tn_find(call->arena, &call->findings, &where, "%s%.0s", "%.0s%s", err->text[TN_VI],
            err->text[TN_EN]);
    call->exit_status = 1;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_backtest *backtest = tn_new(call->arena, struct tn_backtest, 1);
    struct tn_show_backtest *show = tn_new(call->arena, struct tn_show_backtest, 1);
    struct tn_model model;

    enum tn_fault fault = cli_read_history(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_fit_forecaster self = {&model};
    struct tn_backtest_options how = {(int)opt.from, tn_fit_forecast, &self};
    fault = tn_backtest_of(call->arena, commune->histories, commune->history, &how,
                           backtest, err);
    if (fault)
        return fault;
    *show = (struct tn_show_backtest){*commune->name ? commune->name : commune->folder,
                                      backtest, opt.each};
    tn_show_backtest(call->arena, &call->doc, show);
    if (opt.charts && draw(call, show, err))
        regret(call, err);
    return TN_OK;
}

const struct cli_command cmd_backtest = {
    .name = "backtest",
    .group = {{TN_W_GROUP_HISTORY}},
    .summary = {{TN_W_BACKTEST_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
