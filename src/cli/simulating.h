/* SPDX-License-Identifier: GPL-3.0-or-later */
/* simulating.h -- what simulate and merge have in common. */
#ifndef TN_CLI_SIMULATING_H
#define TN_CLI_SIMULATING_H

#include "cli.h"

#include "tn/study/partial.h"
#include "tn/study/simulate.h"

/* A plan with its model, read by cli_simulation_read. */
struct cli_simulation {
    struct tn_commune commune;
    struct tn_model model;
    struct tn_simulate_options options;
};

/* Fails as cli_read_plan and cli_read_model. */
TN_CHECKED enum tn_fault cli_simulation_read(struct cli_call *call,
                                             struct cli_simulation *simulation,
                                             struct tn_err *err);

/* The part of the simulation that has no chunks yet, in a file of this name. */
struct tn_partial cli_simulation_part(struct cli_call *call,
                                      const struct cli_simulation *simulation,
                                      const char *path);

/* The answer; simulation->options.drawn may hold what was drawn elsewhere. */
TN_CHECKED enum tn_fault cli_simulation_answer(struct cli_call *call,
                                               struct cli_simulation *simulation,
                                               struct tn_err *err);

#endif
