/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.h -- what a process that is told to stop must not leave behind.
 *
 * A signal belongs to the process, not to a call, and its handler can be handed nothing:
 * so this is the one table of the library that all share. Who makes a temporary file or
 * starts a program notes it here first and strikes it off when it has gone or ended; a
 * program's handler, or its last act for want of memory, calls tn_undo_all. A library
 * that installs no handler pays a few stores.
 *
 * One thread writes files and starts programs. A full table is no fault: what was not
 * noted is left to the next run's tn_file_sweep.
 */
#ifndef TN_BASE_UNDO_H
#define TN_BASE_UNDO_H

#include <sys/types.h>

/* Note a file to be removed; path must live until it is struck off. Gives the note's
 * number, or -1 if the table is full. */
int tn_undo_file(const char *path);

/* Note a group of processes to be killed. */
int tn_undo_group(pid_t group);

/* Strike off; nothing to do for -1. */
void tn_undo_done(int note);

/* Remove the files and kill the groups. Safe in a signal handler. */
void tn_undo_all(void);

/* Put off SIGHUP, SIGINT and SIGTERM, and take them again: around steps that only make
 * sense together. No nesting. */
void tn_undo_hold(void);
void tn_undo_release(void);

#endif
