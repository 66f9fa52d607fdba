/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/browser.h"

#include "tn/base/file.h"
#include "tn/base/memory.h"
#include "tn/base/say.h"
#include "tn/base/undo.h"
#include "tn/words/browser.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { PRINT_TO = 5 };   // of the options
static const double PATIENCE = 60;
static const struct timespec TICK = {0, 20000000};   // 0.02 s

/* The address of a file: every byte but letters, digits and a few marks as %XX. */
static const char *address(struct tn_arena *arena, const char *path)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fputs("file://", out);
    for (const char *c = path; *c; c++)
        if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
            (*c >= '0' && *c <= '9') || strchr("/-_.~", *c))
            fputc(*c, out);
        else
            fprintf(out, "%%%02X", (unsigned)(unsigned char)*c);
    return tn_memory_close(arena, &memory, NULL);
}

static char *text(struct tn_arena *arena, const char *words)
{
    return tn_arena_text(arena, words, strlen(words));
}

/* Start a program with its talk thrown away. Returns errno's kind. */
static int start(const char *program, char *const argument[], pid_t *pid)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, ignored;

    sigemptyset(&none);
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETPGROUP);
    int why = posix_spawnp(pid, program, &files, &attributes, argument, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return why;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* How the program ended; false where its time was up. */
static bool await(pid_t pid, double seconds, int *ended)
{
    double until = now() + seconds;
    bool late = false;

    while (!late && waitpid(pid, ended, WNOHANG) == 0) {
        late = now() > until;
        nanosleep(&TICK, NULL);
    }
    kill(-pid, SIGKILL);   // it, or what it may have left
    if (late)
        waitpid(pid, ended, 0);
    return !late;
}

/* A PDF from its first bytes to its end mark. */
static bool whole(const char *path)
{
    char head[5] = "", tail[1024] = "";
    FILE *file = fopen(path, "rb");

    if (!file)
        return false;
    bool good = fread(head, 1, 5, file) == 5 && memcmp(head, "%PDF-", 5) == 0 &&
                fseek(file, -7, SEEK_END) == 0 &&
                fread(tail, 1, sizeof tail - 1, file) > 4 &&
                strstr(tail, "%%EOF") != NULL;
    fclose(file);
    return good;
}

/* Run the first browser there is; returns errno's kind. */
static int run_one(struct tn_arena *arena, const struct tn_browser *how,
                   const char *const option[], pid_t *pid)
{
    static const char *const known[] = {"chromium", "chromium-browser", "google-chrome",
                                        "chrome"};
    char *argument[16] = {NULL};
    int n = 1, why = ENOENT;

    for (; option[n - 1]; n++)
        argument[n] = text(arena, option[n - 1]);
    if (how && how->program) {
        argument[0] = text(arena, how->program);
        return start(how->program, argument, pid);
    }
    for (size_t i = 0; why == ENOENT && i < sizeof known / sizeof *known; i++) {
        argument[0] = text(arena, known[i]);
        why = start(known[i], argument, pid);
    }
    return why;
}

/* Run it to its end; whether it gave a whole PDF in time. */
static bool print(struct tn_arena *arena, const struct tn_browser *how,
                  const char *const option[], double seconds, struct tn_err *err)
{
    int ended = 0;
    pid_t pid = 0;

    tn_undo_hold();
    int why = run_one(arena, how, option, &pid);
    int note = why ? -1 : tn_undo_group(pid);
    tn_undo_release();
    if (why)
        return tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_NONE) == TN_OK;
    bool in_time = await(pid, seconds, &ended);
    tn_undo_done(note);
    if (!in_time)
        return tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_TIME, seconds) == TN_OK;
    const char *to = strchr(option[PRINT_TO], '=') + 1;
    return whole(to) ||
           tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_FAILED, WEXITSTATUS(ended)) == TN_OK;
}

enum tn_fault tn_browser_print(struct tn_arena *arena, const char *page, const char *pdf,
                               const struct tn_browser *how, struct tn_err *err)
{
    double seconds = how && how->seconds > 0 ? how->seconds : PATIENCE;
    char here[4096];
    struct tn_file file = {0};

    if (!getcwd(here, sizeof here))
        return tn_fail(err, TN_EFILE, page, TN_W_BROWSER_PATH, strerror(errno));
    unlink(pdf);
    enum tn_fault fault = tn_file_begin(arena, pdf, &file, err);
    if (fault)
        return fault;
    const char *to = file.temporary ? file.temporary : pdf;
    const char *full = page[0] == '/'
                           ? page
                           : tn_say(arena, TN_EN, "%s/%s", "%s/%s", here, page);
    /* Chromium's own sandbox does not start for root. */
    const char *const option[] = {
        "--headless",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--no-first-run",
        "--incognito",
        tn_say(arena, TN_EN, "--print-to-pdf=%s", "--print-to-pdf=%s", to),
        address(arena, full),
        geteuid() == 0 ? "--no-sandbox" : NULL,
        NULL};
    if (print(arena, how, option, seconds, err))
        return tn_file_commit(&file, err);
    tn_file_abandon(&file);
    return TN_ETOOL;
}
