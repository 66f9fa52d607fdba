/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo exits -- the chance of exit of each village and household. */
#include "cli.h"

#include "tn/show/show_exits.h"
#include "tn/words/cli.h"
#include "tn/words/exits.h"

static struct {
    int households;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"households", NULL, {{TN_W_OPT_HOUSEHOLDS}}, CLI_FLAG, &opt.households, 0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_model model;

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_classes classes = tn_classes_of(call->arena, commune, &model);
    struct tn_chance_options how = {(unsigned long)call->common.seed,
                                    (int)call->common.threads};
    struct tn_chances chances = tn_chances_of(call->arena, commune, &model, &classes,
                                              &how);
    call->doc.source.seed = call->common.seed;
    tn_show_exits(call->arena, &call->doc,
                  &(struct tn_show_exits){commune, &model, &classes, &chances,
                                          opt.households, call->common.names});
    return TN_OK;
}

const struct cli_command cmd_exits = {
    .name = "exits",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_EXITS_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
