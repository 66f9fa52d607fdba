/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo simulate -- the year drawn household by household, beside the exact law; or
 * part of the draws, for merge to join. */
#include "country.h"
#include "simulating.h"
#include "team.h"

#include "tn/show/show_simulate.h"
#include "tn/words/cli.h"
#include "tn/words/country.h"
#include "tn/words/partial.h"
#include "tn/words/simulate.h"

static struct {
    const char *chunks, *partial;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"chunks",  "A:B",  {{TN_W_OPT_CHUNKS}},  CLI_TEXT, &opt.chunks,  0, 0},
    {"partial", "FILE", {{TN_W_OPT_PARTIAL}}, CLI_TEXT, &opt.partial, 0, 0},
    {"shares",  "A:B:C:D", {{TN_W_OPT_SHARES}}, CLI_TEXT, &cli_country.shares, 0, 0},
    {"areas",   "FILE",    {{TN_W_OPT_AREAS}},  CLI_TEXT, &cli_country.areas,  0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault draw_part(struct cli_call *call, struct cli_simulation *s,
                               struct tn_err *err)
{
    struct tn_partial *part = tn_new(call->arena, struct tn_partial, 1);
    struct tn_simulate_part what = {&s->commune, &s->model, &s->options};
    uint64_t chunks = tn_simulate_all_chunks(s->options.draws);
    enum tn_fault fault = cli_spare_inputs(call, opt.partial, err);

    *part = cli_simulation_part(call, s, opt.partial);
    part->last = chunks;
    if (!fault && opt.chunks)
        fault = tn_partial_range(opt.chunks, chunks, &part->first, &part->last, err);
    if (!fault)
        fault = tn_partial_run(call->arena, part, tn_simulate_chunks, &what, err);
    if (fault)
        return fault;
    call->doc.source.seed = call->common.seed;
    tn_show_partial(call->arena, &call->doc, part);
    return TN_OK;
}

/* A country needs a draw less often, and each of its draws costs more. */
static enum tn_fault simulate_country(struct cli_call *call, struct tn_err *err)
{
    enum { MOST = 100000000 };
    long draws = call->common.draws_given ? call->common.draws : 10000;

    if (opt.partial)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_COUNTRY_NO_PARTS);
    if (draws > MOST)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_COUNTRY_DRAWS_MOST, (long)MOST, draws);
    return cli_country_run(call, draws, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct cli_simulation *s = tn_new(call->arena, struct cli_simulation, 1);

    if (opt.partial && !tn_team_answers(cli_team()))
        return TN_OK;   // parts are for machines that know nothing of one another
    if (opt.chunks && !opt.partial)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PARTIAL_NO_FILE);
    enum tn_fault fault = cli_refuse_scale(call, err);
    if (fault)
        return fault;
    if (cli_is_country(call))
        return simulate_country(call, err);
    fault = cli_simulation_read(call, s, err);
    if (fault)
        return fault;
    return opt.partial ? draw_part(call, s, err) : cli_simulation_answer(call, s, err);
}

const struct cli_command cmd_simulate = {
    .name = "simulate",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_SIMULATE_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
    .shared = 1,
};
