/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/gnuplot.h"

#include "tn/base/undo.h"
#include "tn/base/utf8.h"
#include "tn/out/pdf.h"
#include "tn/words/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Stands between two pictures: no picture holds this control byte before these words,
 * for text is cleaned of it, and a compressed stream would have to guess them. */
#define MARK "\001thoatngheo: end of picture "

enum { CHUNK = 65536, SECONDS = 20 };

extern char **environ;

struct bytes {
    struct tn_arena *arena;
    char *at;
    size_t len, room;
};

static void append(struct bytes *b, const char *more, size_t len)
{
    if (b->len + len + 1 > b->room) {
        size_t room = 2 * (b->len + len) + CHUNK;
        char *at = tn_new(b->arena, char, room);
        if (b->len)
            memcpy(at, b->at, b->len);
        b->at = at;
        b->room = room;
    }
    memcpy(b->at + b->len, more, len);
    b->len += len;
    b->at[b->len] = '\0';
}

static void append_text(struct bytes *b, const char *text)
{
    append(b, text, strlen(text));
}

const char *tn_picture_name(enum tn_picture kind)
{
    static const char *const name[TN_PICTURES] = {"svg", "png", "pdf"};
    return name[kind];
}

static void octal(FILE *script, unsigned char byte)
{
    const char digits[] = {'\\', (char)('0' + (byte >> 6)), (char)('0' + (byte >> 3 & 7)),
                           (char)('0' + (byte & 7))};

    fwrite(digits, 1, sizeof digits, script);
}

void tn_gnuplot_text(FILE *script, const char *text)
{
    struct tn_arena arena = {0};

    fputc('"', script);
    for (const char *c = tn_utf8_safe(&arena, text); *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte >= 0x80 || byte == ' ' || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 'a' && byte <= 'z'))
            fputc(byte, script);
        else
            octal(script, byte);
    }
    fputc('"', script);
    tn_arena_free(&arena);
}

/* All scripts in one, each followed by its mark on gnuplot's output. */
static struct bytes joined(struct tn_arena *arena, size_t n,
                           const struct tn_drawing drawing[])
{
    struct bytes all = {.arena = arena};

    for (size_t i = 0; i < n; i++) {
        char line[160];
        append_text(&all, "reset session\n");
        append_text(&all, drawing[i].script);
        snprintf(line, sizeof line,
                 "\nunset output\nset terminal unknown\nset print '-'\n"
                 "print \"\\001\".'%s%zu'\n",
                 &MARK[1], i);
        append_text(&all, line);
    }
    return all;
}

/* The place of the i-th mark at or after from; null if there is none. */
static const char *find_mark(const struct bytes *out, size_t from, size_t i)
{
    char mark[80];
    int len = snprintf(mark, sizeof mark, MARK "%zu\n", i);

    for (size_t at = from; at + (size_t)len <= out->len; at++) {
        const char *next = memchr(out->at + at, MARK[0], out->len - at);
        if (!next)
            return NULL;
        at = (size_t)(next - out->at);
        if (at + (size_t)len <= out->len && memcmp(next, mark, (size_t)len) == 0)
            return next;
    }
    return NULL;
}

static bool starts(size_t len, const char *bytes, const char *what, size_t n)
{
    return len >= n && memcmp(bytes, what, n) == 0;
}

static bool ends(size_t len, const char *bytes, const char *what, size_t n)
{
    while (len && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
        len--;
    return len >= n && memcmp(bytes + len - n, what, n) == 0;
}

static bool whole(enum tn_picture kind, size_t len, const char *bytes)
{
    static const char png[] = "\x89PNG\r\n\x1a\n",
                      png_end[] = "\0\0\0\0IEND\xAE\x42\x60\x82";

    switch (kind) {
    case TN_SVG:
        return starts(len, bytes, "<?xml", 5) && ends(len, bytes, "</svg>", 6);
    case TN_PNG:
        return starts(len, bytes, png, 8) && len >= 20 &&
               memcmp(bytes + len - 12, png_end, 12) == 0;
    case TN_PDF:
        return starts(len, bytes, "%PDF-", 5) && ends(len, bytes, "%%EOF", 5);
    case TN_PICTURES:
        break;
    }
    return false;
}

static enum tn_fault split(enum tn_picture kind, const struct bytes *out, size_t n,
                           struct tn_drawing drawing[], struct tn_err *err)
{
    size_t from = 0;

    for (size_t i = 0; i < n; i++) {
        const char *mark = find_mark(out, from, i);
        size_t len = (mark ? (size_t)(mark - out->at) : out->len) - from;
        if (!mark || !whole(kind, len, out->at + from))
            return tn_fail(err, TN_ETOOL, drawing[i].name, TN_W_GNUPLOT_CUT, len);
        from += len + strcspn(mark, "\n") + 1;
    }
    from = 0;
    for (size_t i = 0; i < n; i++) {
        const char *mark = find_mark(out, from, i);
        char *bytes = out->at + from;
        size_t len = (size_t)(mark - bytes);
        from += len + strcspn(mark, "\n") + 1;
        if (kind == TN_PDF)
            tn_pdf_forget_hour(out->arena, &len, &bytes);
        drawing[i].bytes = bytes;
        drawing[i].len = len;
    }
    return TN_OK;
}

/* --- the process --- */

struct run {
    pid_t pid;
    int note;                   // of undo.h
    int to, from, complaints;   // ends of our pipes, -1 once closed
    const char *script;         // what is still to be sent
    size_t left;
    struct bytes out, errors;
    double patience, deadline, end;   // a silence; until when; until when at most
    bool late;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A pipe whose ends are none of the standard streams (which may be closed, and free
 * to be given out), and close themselves in other programs. */
static int make_pipe(int end[2])
{
    int low[2];

    if (pipe(low))
        return errno;
    int why = 0;
    for (int i = 0; i < 2; i++) {
        end[i] = fcntl(low[i], F_DUPFD_CLOEXEC, 3);
        if (end[i] < 0 && !why)
            why = errno;
        close(low[i]);
    }
    for (int i = 0; why && i < 2; i++)
        if (end[i] >= 0)
            close(end[i]);
    return why;
}

/* Ours, but in a UTF-8 locale and no time zone, and without what would steer gnuplot. */
static char **environment(struct tn_arena *arena)
{
    static char locale[] = "LC_ALL=C.UTF-8", zone[] = "TZ=UTC";
    static const char *const dropped[] = {"LC_ALL=", "TZ=", "GNU"};
    size_t n = 0, kept = 0;

    while (environ[n])
        n++;
    char **ours = tn_new(arena, char *, n + 3);
    for (size_t i = 0; i < n; i++) {
        size_t d = 0;
        while (d < 3 && strncmp(environ[i], dropped[d], strlen(dropped[d])) != 0)
            d++;
        if (d == 3)
            ours[kept++] = environ[i];
    }
    ours[kept++] = locale;
    ours[kept] = zone;
    return ours;
}

static int spawn(struct tn_arena *arena, const char *program, const int fd[3], pid_t *pid)
{
    static char quick[] = "-d", script[] = "/dev/stdin";
    char *argument[] = {tn_arena_text(arena, program, strlen(program)), quick, script,
                        NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, fatal;

    sigemptyset(&none);
    sigemptyset(&fatal);
    sigaddset(&fatal, SIGPIPE);
    sigaddset(&fatal, SIGXFSZ);
    posix_spawn_file_actions_init(&files);
    for (int i = 0; i < 3; i++)
        posix_spawn_file_actions_adddup2(&files, fd[i], i);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &fatal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETPGROUP);
    int why = posix_spawnp(pid, program, &files, &attributes, argument,
                           environment(arena));
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return why;
}

/* Start the program with three pipes; 0 or why not. */
static int start(struct tn_arena *arena, const char *program, struct run *run)
{
    int pipes[3][2], made = 0, why = 0;

    while (made < 3 && !(why = make_pipe(pipes[made])))
        made++;
    if (!why) {
        const int theirs[3] = {pipes[0][0], pipes[1][1], pipes[2][1]};
        tn_undo_hold();
        why = spawn(arena, program, theirs, &run->pid);
        run->note = why ? -1 : tn_undo_group(run->pid);
        tn_undo_release();
    }
    for (int i = 0; i < made; i++) {
        close(pipes[i][i == 0 ? 0 : 1]);
        if (why)
            close(pipes[i][i == 0 ? 1 : 0]);
    }
    if (why)
        return why;
    run->to = pipes[0][1];
    run->from = pipes[1][0];
    run->complaints = pipes[2][0];
    fcntl(run->to, F_SETFL, O_NONBLOCK);
    return 0;
}

static void shut(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* It has given a sign of life. */
static void bear_with(struct run *run)
{
    double until = now() + run->patience;

    run->deadline = until < run->end ? until : run->end;
}

/* A program that stops reading is judged by how it ends, not by this. */
static void send_some(struct run *run)
{
    ssize_t n = write(run->to, run->script, run->left < CHUNK ? run->left : CHUNK);

    if (n > 0) {
        run->script += n;
        run->left -= (size_t)n;
        bear_with(run);
    }
    if (!run->left || (n < 0 && errno != EAGAIN && errno != EINTR))
        shut(&run->to);
}

static void take_some(struct run *run, int *fd, struct bytes *into)
{
    char room[CHUNK];
    ssize_t n = read(*fd, room, sizeof room);

    if (n > 0) {
        append(into, room, (size_t)n);
        bear_with(run);
    } else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        shut(fd);
}

/* Send and take until both outputs are closed, or the time is up. */
static void talk(struct run *run)
{
    while (run->from >= 0 || run->complaints >= 0) {
        double rest = run->deadline - now();
        if (rest <= 0) {
            run->late = true;
            return;
        }
        struct pollfd end[3] = {{.fd = run->to, .events = POLLOUT},
                                {.fd = run->from, .events = POLLIN},
                                {.fd = run->complaints, .events = POLLIN}};
        if (poll(end, 3, (int)(1000 * rest) + 1) <= 0)
            continue;
        if (end[0].revents)
            send_some(run);
        if (end[1].revents)
            take_some(run, &run->from, &run->out);
        if (end[2].revents)
            take_some(run, &run->complaints, &run->errors);
    }
}

/* How the program ended; it and whatever it started are killed when the time is up. */
static int await(struct run *run)
{
    const struct timespec nap = {.tv_nsec = 2000000};
    int status = 0;

    for (;;) {
        pid_t ended = waitpid(run->pid, &status, run->late ? 0 : WNOHANG);
        if (ended == run->pid || (ended < 0 && errno != EINTR))
            return status;
        if (!run->late && now() >= run->deadline) {
            run->late = true;
            kill(-run->pid, SIGKILL);
        }
        if (!run->late)
            nanosleep(&nap, NULL);
    }
}

/* The complaint with its line number, else the first line; gnuplot shows the command
 * and a caret before it. */
static const char *complaint(struct tn_arena *arena, const struct bytes *errors)
{
    const char *text = errors->len ? errors->at : "";
    const char *line = strstr(text, "\"/dev/stdin\" line");

    if (!line)
        line = text + strspn(text, " \t\r\n");
    const char *first = tn_arena_text(arena, line, strcspn(line, "\n"));
    return tn_utf8_cut(arena, tn_utf8_safe(arena, first), 200);
}

/* The drawing that was being made when gnuplot ended: the first without its mark. */
static const char *culprit(const struct bytes *out, size_t n,
                           const struct tn_drawing drawing[])
{
    size_t i = 0;
    const char *mark;

    for (size_t from = 0; i + 1 < n && (mark = find_mark(out, from, i)); i++)
        from = (size_t)(mark - out->at) + 1;
    return drawing[i].name;
}

static enum tn_fault missing(const char *program, int why, struct tn_err *err)
{
    if (why == ENOENT)
        return tn_fail(err, TN_ETOOL, program, TN_W_GNUPLOT_MISSING);
    return tn_fail(err, TN_ETOOL, program, TN_W_GNUPLOT_START, program, why,
                   strerror(why));
}

/* Run the program to its end; 0 and how it ended, or why it did not start. A gnuplot
 * that dies early must give a fault, not end us by SIGPIPE. */
static int run_through(struct tn_arena *arena, const char *program, struct run *run,
                       int *status)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;

    sigaction(SIGPIPE, &ignore, &before);
    int why = start(arena, program, run);
    if (!why) {
        talk(run);
        if (run->late)
            kill(-run->pid, SIGKILL);
        *status = await(run);
        tn_undo_done(run->note);
        shut(&run->to);
        shut(&run->from);
        shut(&run->complaints);
    }
    sigaction(SIGPIPE, &before, NULL);
    return why;
}

enum tn_fault tn_gnuplot_draw(struct tn_arena *arena, enum tn_picture kind, size_t n,
                              struct tn_drawing drawing[], const struct tn_gnuplot *how,
                              struct tn_err *err)
{
    const char *program = how && how->program ? how->program : "gnuplot";
    double seconds = how && how->seconds > 0 ? how->seconds : SECONDS;
    struct bytes script = joined(arena, n, drawing);
    struct run run = {.script = script.at,
                      .left = script.len,
                      .out = {.arena = arena},
                      .errors = {.arena = arena},
                      .patience = seconds,
                      .deadline = now() + seconds,
                      .end = now() + seconds * (double)n};
    if (n == 0)
        return TN_OK;

    int status = 0, why = run_through(arena, program, &run, &status);
    if (why)
        return missing(program, why, err);

    const char *place = culprit(&run.out, n, drawing);
    if (run.late)
        return tn_fail(err, TN_ETOOL, place, TN_W_GNUPLOT_SLOW, seconds);
    if (WIFSIGNALED(status))
        return tn_fail(err, TN_ETOOL, place, TN_W_GNUPLOT_KILLED, WTERMSIG(status));
    if (WEXITSTATUS(status))
        return tn_fail(err, TN_ETOOL, place, TN_W_GNUPLOT_REFUSED, WEXITSTATUS(status),
                       complaint(arena, &run.errors));
    return split(kind, &run.out, n, drawing, err);
}
