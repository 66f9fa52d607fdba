/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo simulate -- the year drawn household by household, beside the exact law. */
#include "cli.h"

#include "tn/show/show_simulate.h"
#include "tn/words/cli.h"
#include "tn/words/simulate.h"

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_simulation *simulation = tn_new(call->arena, struct tn_simulation, 1);
    struct tn_model model;

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_simulate_options options = {
        .seed = (unsigned long)call->common.seed,
        .draws = call->common.draws,
        .threads = (int)call->common.threads,
    };
    fault = tn_simulate_plan(call->arena, commune, &model, &options, simulation, err);
    if (fault)
        return fault;
    call->doc.source.seed = call->common.seed;
    tn_show_simulation(call->arena, &call->doc, commune, simulation);
    return TN_OK;
}

const struct cli_command cmd_simulate = {
    .name = "simulate",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_SIMULATE_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .run = run,
};
