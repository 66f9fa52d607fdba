/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "tn/base/file.h"

#include "tn/base/undo.h"
#include "tn/words/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SUFFIX ".tn-tmp"
#define A_MINUTE 60.0

static enum tn_fault refused(const char *path, int why, struct tn_err *err)
{
    switch (why) {
    case ENOSPC:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_NO_SPACE);
    case EDQUOT:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_QUOTA);
    case EFBIG:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_TOO_BIG);
    case EACCES:
    case EPERM:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_DENIED);
    case EROFS:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_READ_ONLY);
    case ENOENT:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_NO_FOLDER);
    case EISDIR:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_IS_FOLDER);
    case ENOTDIR:
    case EEXIST:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_NOT_FOLDER);
    case ENAMETOOLONG:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_LONG_NAME);
    case EBADF:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_CLOSED);
    case EPIPE:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_PIPE);
    default:
        return tn_fail(err, TN_EFILE, path, TN_W_FILE_OTHER, why, strerror(why));
    }
}

static const char *folder_of(const char *path, char room[PATH_MAX])
{
    const char *slash = strrchr(path, '/');

    snprintf(room, PATH_MAX, "%.*s", slash ? (int)(slash - path) + 1 : 1,
             slash ? path : ".");
    return room;
}

/* ".NAME.PID.tn-tmp" beside goal. A name near the limit of the system is cut, since
 * the temporary one is longer. */
static const char *beside(struct tn_arena *arena, const char *goal)
{
    const char *slash = strrchr(goal, '/'), *name = slash ? slash + 1 : goal;
    int folder = (int)(name - goal);
    size_t room = strlen(goal) + sizeof SUFFIX + 32;
    char *temporary = tn_new(arena, char, room);

    snprintf(temporary, room, "%.*s.%.200s.%ld" SUFFIX, folder, goal, name,
             (long)getpid());
    return temporary;
}

/* Whether this process holds the lock on the file now; it goes with the process. */
static bool lock(int fd)
{
    struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fd, F_SETLK, &all) == 0;
}

static FILE *stream_of(int fd)
{
    FILE *out = fdopen(fd, "wb");
    int why = errno;

    if (!out)
        close(fd);
    errno = why;
    return out;
}

/* A temporary file of our name can only be that of a dead run with our number. */
static FILE *open_temporary(const char *temporary, mode_t mode)
{
    unlink(temporary);
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return NULL;
    lock(fd);   // a file system without locks is swept by process number alone
    return stream_of(fd);
}

static FILE *open_as_it_is(const char *path)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    return fd < 0 ? NULL : stream_of(fd);
}

/* What a link leads to, else path. */
static const char *followed(struct tn_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real && errno == ENOMEM)   // else the link itself would be written over
        tn_out_of_memory(1, PATH_MAX);
    if (!real)
        return path;
    const char *kept = tn_arena_text(arena, real, strlen(real));
    free(real);
    return kept;
}

enum tn_fault tn_file_begin(struct tn_arena *arena, const char *path,
                            struct tn_file *file, struct tn_err *err)
{
    struct stat there;
    bool exists = stat(path, &there) == 0;
    struct tn_file begun = {.path = path, .goal = path, .note = -1};

    if (!*path)
        return refused(path, ENOENT, err);
    if (exists && S_ISDIR(there.st_mode))
        return refused(path, EISDIR, err);
    if (exists && !S_ISREG(there.st_mode)) {
        begun.out = open_as_it_is(path);
    } else {
        if (exists)
            begun.goal = followed(arena, path);
        char folder[PATH_MAX];
        tn_file_sweep(folder_of(begun.goal, folder));
        begun.temporary = beside(arena, begun.goal);
        begun.note = tn_undo_file(begun.temporary);
        begun.out = open_temporary(begun.temporary, 0666);
    }
    if (!begun.out) {
        int why = errno;
        if (why == ENOMEM)
            tn_out_of_memory(1, BUFSIZ);
        if (begun.temporary)
            unlink(begun.temporary);
        tn_undo_done(begun.note);
        return refused(path, why, err);
    }
    if (exists && begun.temporary)   // the new file may be read by whom the old one was
        (void)fchmod(fileno(begun.out), there.st_mode & 0777);
    *file = begun;
    return TN_OK;
}

/* The bytes down to the disk; 0 or why not. */
static int settle(FILE *out, bool to_disk)
{
    errno = 0;
    if (fflush(out))
        return errno ? errno : EIO;
    if (ferror(out))   // an earlier write failed, and its reason with it
        return EIO;
    if (to_disk && fsync(fileno(out)) && errno != EINVAL && errno != ENOTSUP)
        return errno;
    return 0;
}

/* A new name is on the disk when its folder is; where that cannot be had, no harm. */
void tn_file_settle_folder(const char *goal)
{
    char folder[PATH_MAX];

    int fd = open(folder_of(goal, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

enum tn_fault tn_file_settle(struct tn_file *file, struct tn_err *err)
{
    assert(file->out);
    int why = file->settled ? 0 : settle(file->out, file->temporary != NULL);

    file->settled = true;
    if (!why)
        return TN_OK;
    tn_file_abandon(file);
    return refused(file->path, why, err);
}

/* Named before it is closed: closing lets go of the lock, and a sweep of another run
 * must never take what is about to be renamed. */
enum tn_fault tn_file_name(struct tn_file *file, struct tn_err *err)
{
    enum tn_fault fault = tn_file_settle(file, err);
    int why = 0;

    if (fault)
        return fault;
    if (file->temporary && rename(file->temporary, file->goal))
        why = errno;
    if (why && file->temporary)
        unlink(file->temporary);
    tn_undo_done(file->note);
    if (fclose(file->out) && !why)
        why = errno;
    file->out = NULL;
    return why ? refused(file->path, why, err) : TN_OK;
}

enum tn_fault tn_file_commit(struct tn_file *file, struct tn_err *err)
{
    enum tn_fault fault = tn_file_name(file, err);

    if (!fault && file->temporary)
        tn_file_settle_folder(file->goal);
    return fault;
}

void tn_file_abandon(struct tn_file *file)
{
    if (!file->out)
        return;
    if (file->temporary)
        unlink(file->temporary);
    tn_undo_done(file->note);
    (void)fclose(file->out);
    file->out = NULL;
}

enum tn_fault tn_file_put(struct tn_file *file, size_t len, const void *bytes,
                          struct tn_err *err)
{
    if (fwrite(bytes, 1, len, file->out) == len)
        return TN_OK;
    int why = errno;
    tn_file_abandon(file);
    return refused(file->path, why, err);
}

enum tn_fault tn_file_write(const char *path, size_t len, const void *bytes,
                            struct tn_err *err)
{
    struct tn_arena arena = {0};
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(&arena, path, &file, err);

    if (!fault)
        fault = tn_file_put(&file, len, bytes, err);
    if (!fault)
        fault = tn_file_commit(&file, err);
    tn_arena_free(&arena);
    return fault;
}

enum tn_fault tn_file_flush(FILE *out, const char *name, struct tn_err *err)
{
    int why = settle(out, false);
    return why ? refused(name, why, err) : TN_OK;
}

static int make_one(const char *path)
{
    struct stat there;

    if (mkdir(path, 0777) == 0)
        return 0;
    int why = errno;
    return stat(path, &there) == 0 && S_ISDIR(there.st_mode) ? 0 : why;
}

enum tn_fault tn_file_folder(const char *path, struct tn_err *err)
{
    struct tn_arena arena = {0};
    char *part = tn_arena_text(&arena, path, strlen(path));
    int why = *path ? 0 : ENOENT;

    for (char *c = part; !why && *c; c++) {
        if (*c != '/' || c == part)
            continue;
        *c = '\0';
        why = make_one(part);
        *c = '/';
    }
    if (!why)
        why = make_one(part);
    tn_arena_free(&arena);
    return why ? refused(path, why, err) : TN_OK;
}

/* The process number in ".NAME.PID.tn-tmp"; 0 if the name is another's. */
static long writer_of(const char *name)
{
    size_t len = strlen(name), end = len - strlen(SUFFIX);

    if (*name != '.' || len < sizeof SUFFIX + 3 || strcmp(name + end, SUFFIX) != 0)
        return 0;
    size_t start = end;
    while (start > 1 && name[start - 1] >= '0' && name[start - 1] <= '9')
        start--;
    if (start == end || end - start > 9 || name[start - 1] != '.')
        return 0;
    return strtol(name + start, NULL, 10);
}

/* Dead is a writer whose lock can be had, and whose number is free or, since others may
 * have it now (in a container they are few), whose file is not just being begun. (Numbers
 * alone mislead where two containers share a folder.) */
static bool is_dead(int folder, const char *name, long writer)
{
    struct stat is;

    if (writer == getpid())
        return false;
    bool free_number = kill((pid_t)writer, 0) != 0 && errno == ESRCH;
    int fd = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool old = fstat(fd, &is) == 0 && difftime(time(NULL), is.st_mtime) > A_MINUTE;
    bool dead = (free_number || old) && lock(fd);
    close(fd);
    return dead;
}

void tn_file_sweep(const char *folder)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return;

    const struct dirent *entry;
    while ((entry = readdir(dir))) {
        long writer = writer_of(entry->d_name);
        if (writer && is_dead(dirfd(dir), entry->d_name, writer))
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
    }
    closedir(dir);
}

const char *tn_file_join(struct tn_arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    size_t room = len + strlen(name) + 2;
    char *path = tn_new(arena, char, room);
    const char *slash = len && folder[len - 1] != '/' ? "/" : "";

    snprintf(path, room, "%s%s%s", folder, slash, name);
    return path;
}
