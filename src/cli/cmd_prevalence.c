/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "tn/show/show_prevalence.h"
#include "tn/study/prevalence.h"
#include "tn/words/cli.h"
#include "tn/words/prevalence.h"

static struct {
    int interval;   // enum tn_interval_method, in the order of the option's words
    double level;
} opt = {.interval = TN_WILSON, .level = 0.95};

/* clang-format off */
static const struct cli_option options[] = {
    {"interval", "wilson|jeffreys|clopper-pearson", {{TN_W_PREVALENCE_OPT_INTERVAL}},
     CLI_CHOICE, &opt.interval, 0, 0},
    {"level", "LEVEL", {{TN_W_PREVALENCE_OPT_LEVEL}}, CLI_REAL, &opt.level, 0.01, 0.9999},
    {0}
};
/* clang-format on */

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune commune;
    enum tn_fault fault = cli_read_plan(call, &commune, err);
    if (fault)
        return fault;

    struct tn_prevalences found = tn_prevalence_of(
        call->arena, &commune, (enum tn_interval_method)opt.interval, opt.level);
    tn_show_prevalence(call->arena, &call->doc, &commune, &found);
    return TN_OK;
}

const struct cli_command cmd_prevalence = {
    .name = "prevalence",
    .group = {{TN_W_GROUP_DEPRIVATION}},
    .summary = {{TN_W_PREVALENCE_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
