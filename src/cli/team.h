/* SPDX-License-Identifier: GPL-3.0-or-later */
/* team.h -- the processes that run a command together: one, or those that mpirun started.
 *
 * alone.c and mpi.c each define all of it; the Makefile takes one (make MPI=1).
 */
#ifndef TN_CLI_TEAM_H
#define TN_CLI_TEAM_H

#include "tn/study/team.h"

/* Before anything else, and at the very end: gives back the exit status. A process that
 * fails says so and ends the others. */
void cli_team_begin(int *argc, char **argv[]);
int cli_team_end(int status);

/* Null where there is one process. */
const struct tn_team *cli_team(void);

/* Before a failed process says what went wrong: those that need not say it, since the
 * first process is about to say the same, are ended by it here. */
void cli_team_hold(void);

#endif
