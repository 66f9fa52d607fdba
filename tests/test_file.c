/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the files themselves, read back. Faults are the real ones: /dev/full, a
 * folder of another user, a limit on the size of files, a process killed midway. */
#include "check.h"
#include "tn/base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct tn_arena arena;
static char folder[] = "/tmp/tn-test-file-XXXXXX";
static struct tn_err err;

static const char *in_folder(const char *name)
{
    return tn_file_join(&arena, folder, name);
}

static const char *content(const char *path)
{
    static char text[200000];
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    size_t n = fread(text, 1, sizeof text - 1, in);
    text[n] = '\0';
    fclose(in);
    return text;
}

/* Everything in the folder but "." and "..". */
static int entries(const char *path)
{
    int n = -2;
    DIR *dir = opendir(path);
    assert_non_null(dir);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

static int fresh_folder(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    err = (struct tn_err){0};
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "chmod -R u+rwx %s && rm -rf %s", folder, folder);
    tn_arena_free(&arena);
    return system(command);
}

static void a_file_appears_whole_and_alone(void **state)
{
    (void)state;
    const char *path = in_folder("rates.csv");
    assert_int_equal(tn_file_write(path, 5, "a\0b\nc", &err), TN_OK);
    FILE *in = fopen(path, "rb");
    char got[9];
    assert_int_equal(fread(got, 1, sizeof got, in), 5);
    fclose(in);
    assert_memory_equal(got, "a\0b\nc", 5);
    assert_int_equal(entries(folder), 1);
    assert_int_equal(tn_file_write(path, 0, "", &err), TN_OK);
    assert_string_equal(content(path), "");
}

static void the_old_file_stays_until_the_new_one_is_whole(void **state)
{
    (void)state;
    const char *path = in_folder("report.md");
    struct tn_file file = {0};
    assert_int_equal(tn_file_write(path, 3, "old", &err), TN_OK);
    assert_int_equal(chmod(path, 0640), 0);

    assert_int_equal(tn_file_begin(&arena, path, &file, &err), TN_OK);
    fputs("new, half", file.out);
    fflush(file.out);
    assert_string_equal(content(path), "old");
    tn_file_abandon(&file);
    tn_file_abandon(&file);
    assert_null(file.out);
    assert_string_equal(content(path), "old");
    assert_int_equal(entries(folder), 1);

    assert_int_equal(tn_file_begin(&arena, path, &file, &err), TN_OK);
    fputs("new, whole", file.out);
    assert_int_equal(tn_file_commit(&file, &err), TN_OK);
    assert_string_equal(content(path), "new, whole");
    assert_int_equal(entries(folder), 1);

    struct stat there;
    assert_int_equal(stat(path, &there), 0);
    assert_int_equal(there.st_mode & 0777, 0640);
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    const char *path = in_folder("real.txt"), *link = in_folder("link.txt");
    assert_int_equal(tn_file_write(path, 3, "old", &err), TN_OK);
    assert_int_equal(symlink("real.txt", link), 0);
    assert_int_equal(tn_file_write(link, 3, "new", &err), TN_OK);
    struct stat there;
    assert_int_equal(lstat(link, &there), 0);
    assert_true(S_ISLNK(there.st_mode));
    assert_string_equal(content(path), "new");
}

static void refused_with(const char *path, const char *vi, const char *en)
{
    err = (struct tn_err){0};
    assert_int_equal(tn_file_write(path, 4, "text", &err), TN_EFILE);
    assert_int_equal(strncmp(err.place, path, sizeof err.place - 1), 0);
    assert_string_equal(err.text[TN_VI], vi);
    assert_string_equal(err.text[TN_EN], en);
}

static void a_full_disk_is_told_in_both_languages(void **state)
{
    (void)state;
    refused_with("/dev/full", "không ghi được: ổ đĩa đã đầy",
                 "cannot be written: the disk is full");
    struct stat there;
    assert_int_equal(stat("/dev/full", &there), 0);
    assert_true(S_ISCHR(there.st_mode));   // and it is still the device it was
    assert_int_equal(tn_file_write("/dev/null", 4, "text", &err), TN_OK);
    assert_int_equal(stat("/dev/null", &there), 0);
    assert_true(S_ISCHR(there.st_mode));
}

static void places_that_cannot_be_are_told(void **state)
{
    (void)state;
    refused_with(folder, "không ghi được: đây là một thư mục",
                 "cannot be written: this is a folder");
    refused_with(in_folder("none/x.csv"), "không ghi được: không có thư mục chứa tệp này",
                 "cannot be written: the folder it is to stand in does not exist");
    refused_with("", "không ghi được: không có thư mục chứa tệp này",
                 "cannot be written: the folder it is to stand in does not exist");
    assert_int_equal(tn_file_write(in_folder("file"), 1, "x", &err), TN_OK);
    refused_with(in_folder("file/x.csv"),
                 "không dùng làm thư mục được: đã có tệp trùng tên trên đường dẫn",
                 "cannot be a folder: a file of that name is in the way");
    char name[400];
    memset(name, 'n', 399);
    name[399] = '\0';
    refused_with(in_folder(name), "không ghi được: tên tệp quá dài",
                 "cannot be written: the name is too long");
}

/* Run in a child: in the folder as nobody if root, else as we are. */
static int write_as_nobody(const char *path)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && (setgid(65534) || setuid(65534)))
            _exit(98);
        enum tn_fault fault = tn_file_write(path, 4, "text", &err);
        int denied = strcmp(err.text[TN_EN],
                            "cannot be written: no permission to write here") == 0;
        _exit(fault == TN_EFILE && denied ? 0 : 99);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void a_folder_that_may_not_be_written_is_told(void **state)
{
    (void)state;
    assert_int_equal(chmod(folder, 0555), 0);
    assert_int_equal(write_as_nobody(in_folder("x.csv")), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_int_equal(entries(folder), 0);
}

static void an_error_in_the_middle_leaves_the_old_file(void **state)
{
    (void)state;
    const char *path = in_folder("big.csv");
    static char block[120000];
    struct rlimit before, small;

    assert_int_equal(tn_file_write(path, 3, "old", &err), TN_OK);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 100000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);

    struct tn_file file = {0};
    enum tn_fault begun = tn_file_begin(&arena, path, &file, &err);
    size_t wrote = begun ? 0 : fwrite(block, 1, sizeof block, file.out);
    enum tn_fault fault = begun ? TN_OK : tn_file_commit(&file, &err);
    enum tn_fault all_at_once = tn_file_write(path, sizeof block, block, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);

    assert_int_equal(begun, TN_OK);
    assert_int_equal(fault, TN_EFILE);
    assert_true(wrote < sizeof block);
    assert_int_equal(all_at_once, TN_EFILE);
    assert_string_equal(content(path), "old");
    assert_int_equal(entries(folder), 1);
}

static void folders_are_made_down_to_the_last(void **state)
{
    (void)state;
    assert_int_equal(tn_file_folder(in_folder("a/b/c"), &err), TN_OK);
    assert_int_equal(tn_file_folder(in_folder("a/b/c/"), &err), TN_OK);
    assert_int_equal(tn_file_write(in_folder("a/b/c/x"), 1, "x", &err), TN_OK);
    assert_int_equal(tn_file_folder("/", &err), TN_OK);
    assert_int_equal(tn_file_folder(in_folder("a/b/c/x/d"), &err), TN_EFILE);
    assert_string_equal(err.text[TN_EN],
                        "cannot be a folder: a file of that name is in the way");
    assert_int_equal(tn_file_folder(in_folder("a/b/c/x"), &err), TN_EFILE);
    assert_int_equal(tn_file_folder("", &err), TN_EFILE);
}

static void a_lost_stream_is_seen_when_flushed(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    fputs("x", full);
    assert_int_equal(tn_file_flush(full, "stdout", &err), TN_EFILE);
    assert_string_equal(err.text[TN_EN], "cannot be written: the disk is full");
    assert_int_equal(tn_file_flush(full, "stdout", &err), TN_EFILE);   // once lost, lost
    fclose(full);
    FILE *null = fopen("/dev/null", "w");
    fputs("x", null);
    assert_int_equal(tn_file_flush(null, "stdout", &err), TN_OK);
    fclose(null);
}

static void a_closed_stream_and_a_gone_reader_are_told_apart(void **state)
{
    (void)state;
    int end[2];
    FILE *out = fopen(in_folder("x"), "w");
    fputs("x", out);
    close(fileno(out));
    assert_int_equal(tn_file_flush(out, "stdout", &err), TN_EFILE);
    assert_string_equal(err.text[TN_EN], "cannot be written: the stream is closed");
    fclose(out);

    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(end), 0);
    close(end[0]);
    out = fdopen(end[1], "w");
    fputs("x", out);
    assert_int_equal(tn_file_flush(out, "stdout", &err), TN_EFILE);
    assert_string_equal(err.text[TN_EN],
                        "cannot be written: the program that reads it has stopped");
    fclose(out);
    signal(SIGPIPE, SIG_DFL);
}

/* What cannot take its name (a folder took it meanwhile) is removed again. */
static void a_name_that_is_taken_at_the_end_leaves_nothing(void **state)
{
    (void)state;
    const char *path = in_folder("rates.csv");
    struct tn_file file = {0};
    assert_int_equal(tn_file_begin(&arena, path, &file, &err), TN_OK);
    fputs("x", file.out);
    assert_int_equal(tn_file_folder(path, &err), TN_OK);
    assert_int_equal(tn_file_commit(&file, &err), TN_EFILE);
    assert_string_equal(err.text[TN_EN], "cannot be written: this is a folder");
    assert_int_equal(entries(folder), 1);
}

/* A run that is killed while it writes: 20 times, at the worst moment. */
static void what_dead_runs_left_is_swept(void **state)
{
    (void)state;
    const char *path = in_folder("report.csv");
    assert_int_equal(tn_file_write(path, 3, "old", &err), TN_OK);
    for (int i = 0; i < 20; i++) {
        pid_t child = fork();
        if (child == 0) {
            struct tn_file file = {0};
            if (tn_file_begin(&arena, path, &file, &err) == TN_OK)
                fputs("half", file.out), fflush(file.out);
            raise(SIGKILL);
        }
        assert_int_equal(waitpid(child, NULL, 0), child);
    }
    assert_int_equal(entries(folder), 2);   // each swept what the one before it left

    struct tn_file file = {0};
    assert_int_equal(tn_file_begin(&arena, path, &file, &err), TN_OK);
    assert_int_equal(entries(folder), 2);   // the old file and ours
    const char *others[] = {".notes.12.tmp", ".x.tn-tmp", ".x..tn-tmp",
                            "x.1.tn-tmp",    ".tn-tmp",   ".x.9x.tn-tmp"};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(tn_file_write(in_folder(others[i]), 1, "x", &err), TN_OK);
    tn_file_sweep(folder);
    assert_int_equal(entries(folder), 1 + 1 + 6);   // the old file, ours, the others'
    assert_string_equal(content(path), "old");
    assert_int_equal(tn_file_commit(&file, &err), TN_OK);
    tn_file_sweep(in_folder("none"));
}

static void a_live_run_is_not_swept(void **state)
{
    (void)state;
    const char *path = in_folder("live.csv");
    int go[2], ready[2];
    char c = 'x';
    assert_int_equal(pipe(go) | pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct tn_file file = {0};
        int bad = tn_file_begin(&arena, path, &file, &err) != TN_OK;
        fputs("whole", file.out);
        if (write(ready[1], &c, 1) != 1 || read(go[0], &c, 1) != 1)
            bad = 1;
        _exit(bad || tn_file_commit(&file, &err) != TN_OK);
    }
    assert_int_equal(read(ready[0], &c, 1), 1);
    tn_file_sweep(folder);
    assert_int_equal(write(go[1], &c, 1), 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_string_equal(content(path), "whole");
    for (int i = 0; i < 2; i++)
        close(go[i]), close(ready[i]);
}

/* Our own parent has the number: whether it wrote the file is told by age and lock. */
static void a_number_that_others_have_now_saves_nothing(void **state)
{
    (void)state;
    const struct timespec hours_ago[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    char name[64];
    int ready[2], status;
    char c = 'x';

    snprintf(name, sizeof name, ".x.csv.%ld.tn-tmp", (long)getppid());
    const char *path = in_folder(name);
    assert_int_equal(tn_file_write(path, 1, "x", &err), TN_OK);
    tn_file_sweep(folder);
    assert_string_equal(content(path), "x");   // just begun, perhaps
    assert_int_equal(utimensat(AT_FDCWD, path, hours_ago, 0), 0);
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int bad = fcntl(open(path, O_WRONLY), F_SETLK, &all);
        bad |= write(ready[1], &c, 1) != 1;
        pause();
        _exit(bad);
    }
    assert_int_equal(read(ready[0], &c, 1), 1);
    tn_file_sweep(folder);
    assert_string_equal(content(path), "x");   // old, but held
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    tn_file_sweep(folder);
    assert_int_equal(access(path, F_OK), -1);
    close(ready[0]), close(ready[1]);
}

static void paths_join_with_one_stroke(void **state)
{
    (void)state;
    assert_string_equal(tn_file_join(&arena, "a/b", "c"), "a/b/c");
    assert_string_equal(tn_file_join(&arena, "a/b/", "c"), "a/b/c");
    assert_string_equal(tn_file_join(&arena, "/", "c"), "/c");
    assert_string_equal(tn_file_join(&arena, "", "c"), "c");
}

#define in_a_folder(test) cmocka_unit_test_setup_teardown(test, fresh_folder, drop_folder)

int main(void)
{
    const struct CMUnitTest file[] = {
        in_a_folder(a_file_appears_whole_and_alone),
        in_a_folder(the_old_file_stays_until_the_new_one_is_whole),
        in_a_folder(a_link_stays_a_link),
        in_a_folder(a_full_disk_is_told_in_both_languages),
        in_a_folder(places_that_cannot_be_are_told),
        in_a_folder(a_folder_that_may_not_be_written_is_told),
        in_a_folder(an_error_in_the_middle_leaves_the_old_file),
        in_a_folder(folders_are_made_down_to_the_last),
        in_a_folder(a_lost_stream_is_seen_when_flushed),
        in_a_folder(a_closed_stream_and_a_gone_reader_are_told_apart),
        in_a_folder(a_name_that_is_taken_at_the_end_leaves_nothing),
        in_a_folder(what_dead_runs_left_is_swept),
        in_a_folder(a_live_run_is_not_swept),
        in_a_folder(a_number_that_others_have_now_saves_nothing),
        cmocka_unit_test(paths_join_with_one_stroke),
    };
    return cmocka_run_group_tests(file, NULL, NULL);
}
