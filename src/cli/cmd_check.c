/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo check -- what the reader makes of a plan folder, and every fault in it. */
#include "cli.h"

#include "tn/show/show_check.h"
#include "tn/words/check.h"
#include "tn/words/cli.h"

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_model model;   // for its faults alone

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault && (commune->parameters || call->common.model))
        fault = cli_read_model(call, commune, &model, err);
    if (!fault)
        tn_show_check(call->arena, &call->doc, commune);
    return fault;
}

const struct cli_command cmd_check = {
    .name = "check",
    .group = {{TN_W_GROUP_PLAN}},
    .summary = {{TN_W_CHECK_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .run = run,
    .files = 1,
};
