/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A system that has nothing left while files are read: no memory for an encoding, a
 * folder, a file or a row, no lock. Functions of the system and of libcsv stand here once
 * more, to fail on demand. Oracle: the words and the exit status of tn_out_of_memory, and
 * the same file read by a system that has enough. */
#define _GNU_SOURCE   // RTLD_NEXT
#include "check.h"

#include <csv.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <pthread.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"
#include "tn/data/csv_read.h"
#include "tn/data/decode.h"
#include "tn/data/flags.h"
#include "tn/data/stray.h"

static struct tn_arena arena;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* ---- a system that fails ---- */

enum failing { NOTHING, OPENING, FOLDER, ENCODING, PARSING, LOCK };
static enum failing failing;
static int spared;   // so many calls are answered before

static bool fails(enum failing what, int why)
{
    if (failing != what || spared-- > 0)
        return false;
    errno = why;
    return true;
}

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

FILE *fopen(const char *path, const char *how)
{
    FILE *(*call)(const char *, const char *);
    real("fopen", &call);
    return fails(OPENING, ENOMEM) ? NULL : call(path, how);
}

DIR *opendir(const char *path)
{
    DIR *(*call)(const char *);
    real("opendir", &call);
    return fails(FOLDER, ENOMEM) ? NULL : call(path);
}

iconv_t iconv_open(const char *to, const char *from)
{
    iconv_t (*call)(const char *, const char *);
    real("iconv_open", &call);
    return fails(ENCODING, ENOMEM) ? (iconv_t)-1 : call(to, from);   // NOLINT
}

int csv_error(struct csv_parser *parser)
{
    int (*call)(struct csv_parser *);
    real("csv_error", &call);
    return fails(PARSING, 0) ? CSV_ENOMEM : call(parser);
}

int pthread_mutex_init(pthread_mutex_t *lock, const pthread_mutexattr_t *how)
{
    int (*call)(pthread_mutex_t *, const pthread_mutexattr_t *);
    real("pthread_mutex_init", &call);
    return fails(LOCK, 0) ? ENOMEM : call(lock, how);
}

/* Where what is run is counted, a child's runs count too; where memory is, its ends do
 * not. */
void _exit(int status)
{
#ifndef TN_ARENA_STRICT
    exit(status);
#endif
    for (;;)
        syscall(SYS_exit_group, status);
}

/* ---- what is read ---- */

static const char plain[] = "household,job\nH1,1\nH2,\"0\"\n";
static struct tn_findings findings;
static size_t rows;

static const char *laid(size_t len, const char *text)
{
    char *path = tn_new(&arena, char, 300);

    snprintf(path, 300, "%s/h.csv", folder);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, len, out), len);
    fclose(out);
    return path;
}

static void count(void *context, const struct tn_flags_row *row)
{
    (void)row;
    ++*(size_t *)context;
}

static void again(void *context)
{
    *(size_t *)context = 0;
}

static bool read_flags(const char *path, size_t readers)
{
    size_t each[4] = {0};
    void *context[] = {&each[0], &each[1], &each[2], &each[3]};
    const struct tn_flags_wanted wanted = {
        .flags = 1, .flag = {"job"}, .code = "household"};
    const struct tn_flags_taker taker = {count, readers, context, again};
    struct tn_read_options options = {0};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_input input = {0};

    findings = (struct tn_findings){0};
    bool read = tn_flags_read(&reading, &wanted, &taker, &input);
    rows = each[0] + each[1] + each[2] + each[3];
    return read && input.rows == rows;
}

static void read_plain(void)
{
    read_flags(laid(sizeof plain - 1, plain), 1);
}

static void look_for_strays(void)
{
    struct tn_stray *stray = NULL;
    tn_strays_of(&arena, folder, &stray);
}

static void open_decoder(void)
{
    struct tn_decoder decoder;
    (void)tn_decoder_open(&decoder, "windows-1258");
}

/* What a child says that does this on such a system; it must end with status 1. */
static const char *last_words(enum failing what, int before, void (*action)(void))
{
    char *words = tn_new(&arena, char, 500);
    int end[2], status;
    size_t len = 0;

    assert_int_equal(pipe(end), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(end[1], 2);
        failing = what, spared = before;
        action();
        _exit(0);
    }
    close(end[1]);
    for (ssize_t n; len < 499 && (n = read(end[0], words + len, 499 - len)) > 0;)
        len += (size_t)n;
    close(end[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
    return words;
}

static void want_of_memory_ends_it_with_a_word(void **state)
{
    (void)state;
    static const struct {
        enum failing what;
        int before;
        void (*action)(void);
        const char *words;
    } known[] = {
        {OPENING, 1, read_plain, "(8192 x 1 B)"},   // the first is laid()'s
        {FOLDER, 0, look_for_strays, "(4096 x 1 B)"},
        {ENCODING, 0, open_decoder, " x 1 B)"},
        {PARSING, 0, read_plain, " x 1 B)"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const char *words = last_words(known[i].what, known[i].before, known[i].action);
        if (strncmp(words, "thoatngheo: ", 12) != 0 || !strstr(words, known[i].words))
            fail_msg("%zu: %s", i, words);
    }
}

/* Without a lock nothing is read ahead, nor by several: slower, and the same. */
static void without_locks_the_same_is_read(void **state)
{
    (void)state;
    enum { ROWS = 400000 };
    char *text = tn_new(&arena, char, ROWS * 16), *end = text;

    end += sprintf(end, "household,job\n");
    for (int i = 0; i < ROWS; i++)
        end += sprintf(end, "H%06d,%d\n", i, i % 2);
    const char *path = laid((size_t)(end - text), text);
    for (size_t readers = 1; readers <= 4; readers += 3)
        for (int before = 0; before < 4; before++) {
            failing = LOCK, spared = before;
            bool read = read_flags(path, readers);
            failing = NOTHING;
            assert_true(read);
            assert_null(findings.first);
            assert_int_equal(rows, ROWS);
        }
}

static int own_folder(void **state)
{
    (void)state;
    return scratch_make("reader-faults");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(want_of_memory_ends_it_with_a_word, clean),
        cmocka_unit_test_teardown(without_locks_the_same_is_read, clean),
    };
    return cmocka_run_group_tests(tests, own_folder, scratch_drop);
}
