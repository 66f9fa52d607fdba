/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

extern const struct cli_command cmd_forecast, cmd_exits, cmd_simulate, cmd_prevalence;

/* One line a command, grouped as --help shows them. */
/* clang-format off */
const struct cli_command *const cli_commands[] = {
    &cmd_forecast,
    &cmd_simulate,
    &cmd_exits,
    &cmd_prevalence,
    NULL
};
/* clang-format on */
