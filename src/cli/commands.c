/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

extern const struct cli_command cmd_report, cmd_plot, cmd_check, cmd_audit, cmd_forecast,
    cmd_simulate, cmd_merge, cmd_exits, cmd_quota, cmd_whatif, cmd_track, cmd_prevalence,
    cmd_trend, cmd_profiles, cmd_fit, cmd_backtest, cmd_priors, cmd_init, cmd_generate,
    cmd_schema;

/* One line a command, grouped as --help shows them. */
/* clang-format off */
const struct cli_command *const cli_commands[] = {
    &cmd_report,
    &cmd_plot,
    &cmd_check,
    &cmd_audit,
    &cmd_forecast,
    &cmd_simulate,
    &cmd_merge,
    &cmd_exits,
    &cmd_quota,
    &cmd_whatif,
    &cmd_track,
    &cmd_prevalence,
    &cmd_trend,
    &cmd_profiles,
    &cmd_fit,
    &cmd_backtest,
    &cmd_priors,
    &cmd_generate,
    &cmd_init,
    &cmd_schema,
    NULL
};
/* clang-format on */
