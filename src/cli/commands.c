/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

/* One line a command, grouped as --help shows them. */
/* clang-format off */
const struct cli_command *const cli_commands[] = {
    NULL
};
/* clang-format on */
