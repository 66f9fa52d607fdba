/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/browser.h"

#include "tn/base/memory.h"
#include "tn/base/say.h"
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

    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
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

    while (waitpid(pid, ended, WNOHANG) == 0) {
        if (now() > until) {
            kill(-pid, SIGKILL);
            waitpid(pid, ended, 0);
            return false;
        }
        nanosleep(&TICK, NULL);
    }
    kill(-pid, SIGKILL);   // what it may have left
    return true;
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

enum tn_fault tn_browser_print(struct tn_arena *arena, const char *page, const char *pdf,
                               const struct tn_browser *how, struct tn_err *err)
{
    double seconds = how && how->seconds > 0 ? how->seconds : PATIENCE;
    char here[4096];
    const char *to = tn_say(arena, TN_EN, "--print-to-pdf=%s", "--print-to-pdf=%s", pdf);
    int ended = 0;
    pid_t pid = 0;

    if (!getcwd(here, sizeof here))
        return tn_fail(err, TN_EFILE, page, TN_W_BROWSER_PATH, strerror(errno));
    const char *full = page[0] == '/'
                           ? page
                           : tn_say(arena, TN_EN, "%s/%s", "%s/%s", here, page);
    /* Chromium's own sandbox does not start for root. */
    const char *const option[] = {"--headless",
                                  "--disable-gpu",
                                  "--no-pdf-header-footer",
                                  "--no-first-run",
                                  "--incognito",
                                  to,
                                  address(arena, full),
                                  geteuid() == 0 ? "--no-sandbox" : NULL,
                                  NULL};
    unlink(pdf);
    if (run_one(arena, how, option, &pid) != 0)
        return tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_NONE);
    bool in_time = await(pid, seconds, &ended);
    if (in_time && whole(pdf))
        return TN_OK;
    unlink(pdf);
    return in_time ? tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_FAILED, WEXITSTATUS(ended))
                   : tn_fail(err, TN_ETOOL, NULL, TN_W_BROWSER_TIME, seconds);
}
