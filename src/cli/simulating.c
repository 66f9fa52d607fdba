/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulating.h"
#include "team.h"

#include "tn/show/show_simulate.h"

enum tn_fault cli_simulation_read(struct cli_call *call, struct cli_simulation *s,
                                  struct tn_err *err)
{
    s->options = (struct tn_simulate_options){
        .seed = (unsigned long)call->common.seed,
        .draws = call->common.draws,
        .threads = (int)call->common.threads,
    };
    enum tn_fault fault = cli_read_plan(call, &s->commune, err);
    return fault ? fault : cli_read_model(call, &s->commune, &s->model, err);
}

struct tn_partial cli_simulation_part(struct cli_call *call,
                                      const struct cli_simulation *s, const char *path)
{
    struct tn_partial part = {
        .path = path,
        .program = TN_VERSION,
        .plan = s->commune.folder,
        .seed = s->options.seed,
        .draws = (uint64_t)s->options.draws,
    };

    part.input = cli_inputs(call, &part.inputs);
    return part;
}

static enum tn_fault answer(struct cli_call *call, const struct cli_simulation *s,
                            struct tn_err *err)
{
    struct tn_simulation *simulation = tn_new(call->arena, struct tn_simulation, 1);
    enum tn_fault fault = tn_simulate_plan(call->arena, &s->commune, &s->model,
                                           &s->options, simulation, err);

    if (fault)
        return fault;
    call->doc.source.seed = (long)s->options.seed;
    tn_show_simulation(call->arena, &call->doc, &s->commune, simulation);
    return TN_OK;
}

enum tn_fault cli_simulation_answer(struct cli_call *call, struct cli_simulation *s,
                                    struct tn_err *err)
{
    struct tn_mc_result drawn = {0};

    if (cli_team() && !s->options.drawn) {
        struct tn_simulate_part part = {&s->commune, &s->model, &s->options};
        tn_simulate_team(call->arena, &part, cli_team(), &drawn);
        s->options.drawn = &drawn;
    }
    return tn_team_answers(cli_team()) ? answer(call, s, err) : TN_OK;
}
