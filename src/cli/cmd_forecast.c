/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo forecast -- how the year may end, against the quotas. */
#include "country.h"
#include "district.h"

#include "tn/show/show_forecast.h"
#include "tn/words/cli.h"
#include "tn/words/country.h"
#include "tn/words/district.h"
#include "tn/words/forecast.h"

extern const struct cli_command cmd_simulate;

/* clang-format off */
static const struct cli_option options[] = {
    {"district-share", "SHARE", {{TN_W_OPT_DISTRICT_SHARE}}, CLI_REAL, &cli_district_share, 0, 1},
    {"points", "N",       {{TN_W_OPT_POINTS}}, CLI_LONG, &cli_country.points, 16, 1048576},
    {"shares", "A:B:C:D", {{TN_W_OPT_SHARES}}, CLI_TEXT, &cli_country.shares, 0, 0},
    {"areas",  "FILE",    {{TN_W_OPT_AREAS}},  CLI_TEXT, &cli_country.areas,  0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_forecast *forecast = tn_new(call->arena, struct tn_forecast, 1);
    struct tn_show_forecast *show = tn_new(call->arena, struct tn_show_forecast, 1);
    struct tn_model model;

    enum tn_fault fault = cli_refuse_scale(call, err);
    if (fault)
        return fault;
    if (call->common.method == CLI_SIMULATE)
        return cmd_simulate.run(call, err);
    if (cli_is_country(call))
        return cli_country_run(call, 0, err);
    if (call->folders > 1)
        return cli_district(call, err);
    fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_forecast_options how = {
        .method = call->common.method == CLI_EXACT ? TN_EXACT : TN_CONDITIONAL,
        .seed = (unsigned long)call->common.seed,
        .threads = (int)call->common.threads,
    };
    fault = tn_forecast_of(call->arena, commune, &model, &how, forecast, err);
    if (fault)
        return fault;
    *show = (struct tn_show_forecast){commune, forecast, TN_COUNT_NONE};
    if (forecast->method == TN_CONDITIONAL)
        call->doc.source.seed = call->common.seed;
    tn_show_forecast(call->arena, &call->doc, show);
    return TN_OK;
}

const struct cli_command cmd_forecast = {
    .name = "forecast",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_FORECAST_SUMMARY}},
    .arguments = "PLAN-FOLDER...",
    .option = options,
    .run = run,
    .shared = 1,
};
