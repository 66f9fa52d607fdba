/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "tn/show/show_audit.h"
#include "tn/words/audit.h"
#include "tn/words/cli.h"

enum { CONTRADICTIONS = 3 };

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_audit *audit = tn_new(call->arena, struct tn_audit, 1);
    enum tn_fault fault = cli_read_plan(call, commune, err);

    if (fault)
        return fault;
    *audit = tn_audit_of(call->arena, commune);
    tn_show_audit(call->arena, &call->doc, commune, audit);
    if (audit->errors > 0)
        call->exit_status = CONTRADICTIONS;
    return TN_OK;
}

const struct cli_command cmd_audit = {
    .name = "audit",
    .group = {{TN_W_GROUP_PLAN}},
    .summary = {{TN_W_AUDIT_COMMAND}},
    .arguments = "PLAN-FOLDER",
    .run = run,
};
