/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "team.h"

#include <stddef.h>

void cli_team_begin(int *argc, char **argv[])
{
    (void)argc;
    (void)argv;
}

int cli_team_end(int status)
{
    return status;
}

const struct tn_team *cli_team(void)
{
    return NULL;
}

void cli_team_hold(void)
{
}
