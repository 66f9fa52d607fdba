/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo quota -- what could be asked of the commune and of each village. */
#include "country.h"
#include "district.h"
#include "drawing.h"

#include "tn/show/charts_advice.h"
#include "tn/show/show_quota.h"
#include "tn/words/cli.h"
#include "tn/words/country.h"
#include "tn/words/district.h"
#include "tn/words/pictures.h"
#include "tn/words/quota.h"

static const char *plot;
static long top = 12, poor = TN_UNKNOWN, near_poor = TN_UNKNOWN;

/* clang-format off */
static const struct cli_option options[] = {
    {"poor", "N", {{TN_W_OPT_POOR_TOTAL}}, CLI_LONG, &poor, 0, 1e9},
    {"near-poor", "N", {{TN_W_OPT_NEAR_POOR_TOTAL}}, CLI_LONG, &near_poor, 0, 1e9},
    {"district-share", "SHARE", {{TN_W_OPT_DISTRICT_SHARE}}, CLI_REAL, &cli_district_share, 0, 1},
    {"top", "N", {{TN_W_OPT_TOP}}, CLI_LONG, &top, 0, 1000000},
    {"points", "N",       {{TN_W_OPT_POINTS}}, CLI_LONG, &cli_country.points, 16, 1048576},
    {"shares", "A:B:C:D", {{TN_W_OPT_SHARES}}, CLI_TEXT, &cli_country.shares, 0, 0},
    {"areas",  "FILE",    {{TN_W_OPT_AREAS}},  CLI_TEXT, &cli_country.areas,  0, 0},
    {"plot", "FOLDER", {{TN_W_PIC_OPT_PLOT}}, CLI_TEXT, &plot, 0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault of_district(struct cli_call *call, struct tn_err *err)
{
    const char *single = poor != TN_UNKNOWN        ? "poor"
                         : near_poor != TN_UNKNOWN ? "near-poor"
                         : plot                    ? "plot"
                                                   : NULL;

    return single ? tn_fail(err, TN_EUSAGE, NULL, TN_W_DISTRICT_NO_CHOICE, single)
                  : cli_district(call, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_quota *quota = tn_new(call->arena, struct tn_quota, 1);
    struct tn_show_quota *show = tn_new(call->arena, struct tn_show_quota, 1);
    struct tn_model model;

    enum tn_fault fault = cli_refuse_scale(call, err);
    if (fault)
        return fault;
    if (cli_is_country(call)) {
        const long total[TN_STATUSES] = {poor, near_poor};
        if (plot)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_COUNTRY_NO_PLOT);
        return cli_country_quota(call, total, err);
    }
    if (!cli_answers())
        return TN_OK;   // a folder's quotas are not shared out over processes
    if (call->folders > 1)
        return of_district(call, err);
    fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_quota_options options_of = {
        .forecast = {.method = call->common.method == CLI_EXACT ? TN_EXACT
                                                                : TN_CONDITIONAL,
                     .seed = (unsigned long)call->common.seed,
                     .threads = (int)call->common.threads},
        .total = {poor, near_poor},
    };
    fault = tn_quota_of(call->arena, commune, &model, &options_of, quota, err);
    if (fault)
        return fault;
    *show = (struct tn_show_quota){commune, quota, (size_t)top};
    if (quota->forecast.method == TN_CONDITIONAL)
        call->doc.source.seed = call->common.seed;
    tn_show_quota(call->arena, &call->doc, show);
    if (!plot)
        return TN_OK;
    struct tn_figure figure[TN_ADVICE_CHARTS];
    size_t n = tn_charts_of_quota(call->arena, (enum tn_lang)call->common.lang, commune,
                                  quota, figure);
    return cli_draw(call, plot, n, figure, err);
}

const struct cli_command cmd_quota = {
    .name = "quota",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_QUOTA_SUMMARY}},
    .arguments = "PLAN-FOLDER...",
    .option = options,
    .run = run,
    .shared = 1,
};
