/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program: every allocation fails, each in a world of its own.
 *
 * At each allocation the process forks. In the child that allocation fails (and, in a
 * second child where the first went on allocating, all that follow); the child's open
 * files and its folder are copies, so that it can do the program's own work no harm. When
 * it has ended, the parent looks at how: by no signal and in time; with the usual status
 * and the usual answer, or with status 1 and a sentence; with no file in ./out that is
 * not whole, and no temporary one. Then the parent goes on.
 *
 *   FORKS_STATUS  the usual exit status      FORKS_WORK   a folder for the children
 *   FORKS_ANSWER  the usual standard output  FORKS_WHOLE  the usual files of ./out
 *   FORKS_LOG     where findings go
 *   FORKS_FIRST   so many allocations, each
 *   FORKS_EVERY   past them, each so-many-th
 *   FORKS_AT      only this one, in the process itself, without another world
 *   FORKS_AFTER   then also all that follow it
 *
 * While a program that the process started is running, the two share what no copy can
 * part: such an allocation is only told ("apart N"), for FORKS_AT in a run of its own.
 * The program runs with one thread, its standard output a file, its results in ./out.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

enum { PATIENCE = 60, DESCRIPTORS = 256, BYTES = 1 << 16 };

static bool ready, busy, is_child, forever;
static int usual, report;
static bool running;   // a program that the process started
static long count, tried, faults, every, first, at;
static int (*next_spawn)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                         const posix_spawnattr_t *, char *const[], char *const[]);
static int (*next_pipe)(int[2]);
static pid_t (*next_wait)(pid_t, int *, int);
static const char *work, *whole, *answer;
static struct {
    long after;   // allocations of the child past the one that failed
} * shared;

/* --- the world of a child --- */

/* Our own copy of a file that is open for writing, as it stands now. */
static void part_with(int fd, const char *name)
{
    static char room[BYTES];
    char path[64];
    off_t at = lseek(fd, 0, SEEK_CUR), from = 0;
    int flags = fcntl(fd, F_GETFD), copy = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
    ssize_t n;

    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int old = open(path, O_RDONLY);
    if (old < 0 || copy < 0)
        _exit(99);
    while ((n = pread(old, room, BYTES, from)) > 0 && write(copy, room, (size_t)n) == n)
        from += n;
    lseek(copy, at, SEEK_SET);
    dup2(copy, fd);
    fcntl(fd, F_SETFD, flags);
    close(old);
    close(copy);
}

/* A place of our own in a file that is being read. */
static void read_apart(int fd)
{
    char path[64];
    off_t at = lseek(fd, 0, SEEK_CUR);
    int flags = fcntl(fd, F_GETFD);

    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int own = open(path, O_RDONLY);
    lseek(own, at, SEEK_SET);
    dup2(own, fd);
    fcntl(fd, F_SETFD, flags);
    close(own);
}

/* The name of the copy: in out/ if the file stands there, else anywhere. */
static void name_of_copy(int fd, char name[600])
{
    char link[64], path[512];

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    path[n > 0 ? n : 0] = '\0';
    const char *last = strrchr(path, '/');
    if (last && last - path > 4 && strncmp(last - 4, "/out", 4) == 0)
        snprintf(name, 600, "%s/out%s", work, last);
    else
        snprintf(name, 600, "%s/descriptor-%d", work, fd);
}

static void enter_world(void)
{
    char name[600];
    struct stat is;

    for (int fd = 1; fd < DESCRIPTORS; fd++) {
        int mode = fcntl(fd, F_GETFL);
        if (fd == 2 || mode < 0 || fstat(fd, &is) != 0 || !S_ISREG(is.st_mode))
            continue;
        name_of_copy(fd, name);
        if ((mode & O_ACCMODE) == O_RDONLY)
            read_apart(fd);
        else
            part_with(fd, name);
    }
    snprintf(name, sizeof name, "%s/complaint", work);
    int complaint = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
    dup2(complaint, 2);
    close(complaint);
    if (chdir(work))
        _exit(99);
    alarm(PATIENCE);
}

/* --- what became of it --- */

static void found(const char *what, const char *name)
{
    dprintf(report, "allocation %ld%s: %s%s%s\n", count, forever ? " and all after" : "",
            what, *name ? " " : "", name);
    faults++;
}

static bool same_bytes(const char *a, const char *b)
{
    static char left[BYTES], right[BYTES];
    int one = open(a, O_RDONLY), other = open(b, O_RDONLY);
    ssize_t n = -1, m = -2;

    while (one >= 0 && other >= 0 && (n = read(one, left, BYTES)) >= 0) {
        m = read(other, right, BYTES);
        if (n != m || n == 0 || memcmp(left, right, (size_t)n) != 0)
            break;
    }
    close(one);
    close(other);
    return n == 0 && m == 0;
}

/* Each file of the child's out/, against the usual one; it is removed. */
static size_t look_at_files(void)
{
    char path[600], want[600];
    size_t files = 0;

    snprintf(path, sizeof path, "%s/out", work);
    DIR *dir = opendir(path);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/out/%s", work, entry->d_name);
        snprintf(want, sizeof want, "%s/%s", whole, entry->d_name);
        if (entry->d_name[0] == '.')
            found("a temporary file is left:", entry->d_name);
        else if (!same_bytes(path, want))
            found("a file that is not whole:", entry->d_name);
        files++;
        unlink(path);
    }
    if (dir)
        closedir(dir);
    return files;
}

static size_t files_in(const char *folder)
{
    size_t n = 0;
    DIR *dir = opendir(folder);

    while (dir && readdir(dir))
        n++;
    if (dir)
        closedir(dir);
    return n > 2 ? n - 2 : 0;
}

/* What the child complained of. */
static void say_again(const char *path)
{
    char text[300];
    int complaint = open(path, O_RDONLY);
    ssize_t n = read(complaint, text, sizeof text - 1);

    close(complaint);
    text[n > 0 ? n : 0] = '\0';
    dprintf(report, "    %s\n", text);
}

static void judge(int status)
{
    char path[600];
    struct stat is;
    size_t files = look_at_files();
    int ended = WIFEXITED(status) ? WEXITSTATUS(status) : -1;

    snprintf(path, sizeof path, "%s/complaint", work);
    if (WIFSIGNALED(status)) {
        found("ended by", strsignal(WTERMSIG(status)));
        say_again(path);
    } else if (ended == usual && usual != 1) {
        snprintf(path, sizeof path, "%s/descriptor-1", work);
        if (!same_bytes(path, answer))
            found("the usual status, but another answer", "");
        if (files + files_in("out") < files_in(whole))
            found("the usual status, but files are missing", "");
    } else if (ended != 1) {
        char number[20];
        snprintf(number, sizeof number, "%d", ended);
        found("exit status", number);
        say_again(path);
    } else if (stat(path, &is) != 0 || is.st_size < 10) {
        found("status 1 without a sentence", "");
    }
}

/* --- the allocations --- */

/* Fork with a failing future; whether this is the child. */
static bool try_it(bool all_after)
{
    int status;

    forever = all_after;
    shared->after = 0;
    pid_t child = fork();
    if (child == 0) {
        is_child = true;
        enter_world();
        return true;
    }
    tried++;
    next_wait(child, &status, 0);
    judge(status);
    return false;
}

static bool fails(void)
{
    if (!ready || busy)
        return false;
    if (is_child) {
        shared->after++;
        return forever;
    }
    count++;
    if (at)
        return count == at || (forever && count > at);
    if (count > first && count % every)
        return false;
    busy = true;   // dprintf allocates too
    bool failed = !running && (try_it(false) || (shared->after > 0 && try_it(true)));
    if (running)
        dprintf(report, "apart %ld\n", count);
    busy = false;
    return failed;
}

static void *nothing(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size)
{
    return fails() ? nothing() : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails() ? nothing() : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? nothing() : __libc_realloc(old, size);
}

/* To a program that is about to be started. */
int pipe(int end[2])
{
    running = true;
    return next_pipe(end);
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const argument[],
                 char *const environment[])
{
    int why = next_spawn(pid, file, actions, attributes, argument, environment);
    running = why == 0;
    return why;
}

pid_t waitpid(pid_t pid, int *status, int how)
{
    pid_t ended = next_wait(pid, status, how);

    if (ended)
        running = false;
    return ended;
}

static const char *from_environment(const char *name)
{
    const char *value = getenv(name);

    if (!value)
        _exit(98);
    return __builtin_strdup(value);
}

/* The function behind one of ours. */
static void behind(const char *name, void *into)
{
    void *function = dlsym(RTLD_NEXT, name);

    memcpy(into, &function, sizeof function);
}

static void begin_at(void)
{
    forever = getenv("FORKS_AFTER") != NULL;
    unsetenv("LD_PRELOAD");
    ready = true;
}

__attribute__((constructor)) static void begin(void)
{
    behind("posix_spawnp", &next_spawn);
    behind("pipe", &next_pipe);
    behind("waitpid", &next_wait);
    at = getenv("FORKS_AT") ? atol(getenv("FORKS_AT")) : 0;
    if (at) {
        begin_at();
        return;
    }
    work = from_environment("FORKS_WORK");
    whole = from_environment("FORKS_WHOLE");
    answer = from_environment("FORKS_ANSWER");
    usual = atoi(from_environment("FORKS_STATUS"));
    every = atol(from_environment("FORKS_EVERY"));
    first = atol(from_environment("FORKS_FIRST"));
    int log = open(from_environment("FORKS_LOG"),
                   O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    report = fcntl(log, F_DUPFD_CLOEXEC, DESCRIPTORS);
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    unsetenv("LD_PRELOAD");
    ready = report >= 0 && shared != MAP_FAILED;
}

__attribute__((destructor)) static void end(void)
{
    busy = true;
    if (ready && !is_child && !at)
        dprintf(report, "tried %ld of %ld, %ld findings\n", tried, count, faults);
}
