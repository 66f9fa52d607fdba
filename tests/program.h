/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program.h -- the program under test, run as its users run it. */
#ifndef TN_TESTS_PROGRAM_H
#define TN_TESTS_PROGRAM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "check.h"

/* What a run printed (standard output; standard error too where asked for), and how it
 * ended. Free text with free(). */
struct run {
    char *text;
    int status;   // exit status, or 256 + signal
};

/* Run "thoatngheo ARGUMENTS" in a shell. The program is the one named by TN_PROGRAM, as
 * tests/run.sh sets it. */
static inline struct run run_program(const char *arguments)
{
    const char *program = getenv("TN_PROGRAM");
    char command[4096];
    size_t len = 0, room = 0;
    struct run run = {NULL, 0};

    snprintf(command, sizeof command, "LC_ALL=C.UTF-8 %s %s",
             program ? program : "./thoatngheo", arguments);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    do {
        if (len + 65536 > room)
            run.text = realloc(run.text, room = 2 * (len + 65536));
        assert_non_null(run.text);
        len += fread(run.text + len, 1, 65535, pipe);
    } while (!feof(pipe) && !ferror(pipe));
    run.text[len] = '\0';
    int ended = pclose(pipe);
    run.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 256 + WTERMSIG(ended);
    return run;
}

/* The cell of a comma-separated line, without its quotes; no quoted commas before it. */
static inline const char *csv_cell(const char *line, int column, char room[128])
{
    for (; column > 0; column--)
        line = strchr(line, ',') + 1;
    size_t len = strcspn(line, ",\n");
    assert_true(len < 128);
    memcpy(room, line, len);
    room[len] = '\0';
    if (*room == '"') {
        room[len - 1] = '\0';
        return room + 1;
    }
    return room;
}

/* The number behind the first "key": at or after text. */
static inline double json_number(const char *text, const char *key)
{
    char quoted[64];

    snprintf(quoted, sizeof quoted, "\"%s\": ", key);
    const char *at = strstr(text, quoted);
    if (!at)
        fail_msg("no %s in the answer", quoted);
    return strtod(at + strlen(quoted), NULL);
}

#endif
