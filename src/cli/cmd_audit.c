/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country.h"

#include "tn/show/show_audit.h"
#include "tn/words/audit.h"
#include "tn/words/cli.h"

enum { CONTRADICTIONS = 3 };

static bool take_province(void *context, const struct tn_province *province)
{
    tn_audit_country_add(context, province);
    return true;
}

static enum tn_fault audit_country(struct cli_call *call, struct tn_err *err)
{
    struct tn_country *country = tn_new(call->arena, struct tn_country, 1);
    struct tn_audit *audit = tn_new(call->arena, struct tn_audit, 1);
    struct tn_audit_country *under_way = tn_audit_country_begin(call->arena,
                                                                call->folder[0]);

    enum tn_fault fault = cli_country_read(call, take_province, under_way, country, err);
    if (fault)
        return fault;
    *audit = tn_audit_country_end(under_way, &country->whole);
    if (audit->errors > 0)
        call->exit_status = CONTRADICTIONS;
    tn_show_audit_country(call->arena, &call->doc, audit);
    return TN_OK;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    size_t n = call->folders ? call->folders : 1;
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, n);
    struct tn_audit *audit = tn_new(call->arena, struct tn_audit, n);
    struct tn_show_audits *show = tn_new(call->arena, struct tn_show_audits, 1);

    if (cli_is_country(call))
        return audit_country(call, err);
    for (size_t i = 0; i < n; i++) {
        enum tn_fault fault = n > 1 ? cli_read_folder(call, i, &commune[i], err)
                                    : cli_read_plan(call, commune, err);
        if (fault)
            return fault;
        audit[i] = tn_audit_of(call->arena, &commune[i]);
        if (audit[i].errors > 0)
            call->exit_status = CONTRADICTIONS;
    }
    *show = (struct tn_show_audits){n, commune, audit};
    if (n > 1)
        tn_show_audits(call->arena, &call->doc, show);
    else
        tn_show_audit(call->arena, &call->doc, commune, audit);
    return TN_OK;
}

const struct cli_command cmd_audit = {
    .name = "audit",
    .group = {{TN_W_GROUP_PLAN}},
    .summary = {{TN_W_AUDIT_COMMAND}},
    .arguments = "PLAN-FOLDER...",
    .run = run,
};
