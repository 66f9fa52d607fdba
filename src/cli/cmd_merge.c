/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo merge -- the parts of a simulation joined: the same bytes as one run. */
#include "simulating.h"

#include "tn/words/cli.h"
#include "tn/words/partial.h"

#include <string.h>

static struct {
    const char *plan;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"plan", "FOLDER", {{TN_W_OPT_MERGE_PLAN}}, CLI_TEXT, &opt.plan, 0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault read_parts(struct cli_call *call, struct tn_partial *whole,
                                struct tn_err *err)
{
    struct tn_partial *part = tn_new(call->arena, struct tn_partial, call->folders);
    enum tn_fault fault = TN_OK;

    for (size_t i = 0; i < call->folders && !fault; i++)
        fault = tn_partial_read(call->arena, call->folder[i], &part[i], err);
    return fault ? fault : tn_partial_merge(call->folders, part, whole, err);
}

/* The call becomes one of simulate on the plan that the parts came from. */
static void take_over(struct cli_call *call, const struct tn_partial *whole)
{
    const char *plan = opt.plan ? opt.plan : whole->plan;

    call->folder = tn_new(call->arena, char *, 1);
    call->folder[0] = tn_arena_text(call->arena, plan, strlen(plan));
    call->folders = 1;
    call->common.seed = (long)whole->seed;
    call->common.draws = (long)whole->draws;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct cli_simulation *s = tn_new(call->arena, struct cli_simulation, 1);
    struct tn_partial whole = {0};

    enum tn_fault fault = read_parts(call, &whole, err);
    if (fault)
        return fault;
    take_over(call, &whole);
    fault = cli_simulation_read(call, s, err);
    if (fault)
        return fault;
    struct tn_partial now = cli_simulation_part(call, s, s->commune.folder);
    fault = tn_partial_agree_inputs(&whole, &now, err);
    if (fault)
        return fault;
    s->options.drawn = &whole.result;
    return cli_simulation_answer(call, s, err);
}

const struct cli_command cmd_merge = {
    .name = "merge",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_MERGE_SUMMARY}},
    .arguments = "PARTIAL...",
    .option = options,
    .run = run,
};
