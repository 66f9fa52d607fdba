/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A system that fails while pictures are drawn: no descriptors left, reads and writes
 * that are disturbed or broken, children buried by others. Functions of the system stand
 * here once more, to fail on demand. Oracle: the picture that an undisturbed run gives.
 */
#define _GNU_SOURCE   // RTLD_NEXT
#include "check.h"
#include "tn/out/gnuplot.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"

static struct tn_arena arena;
static struct tn_err err;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* ---- a system that fails ---- */

/* So many calls of each kind fail, with that error. */
struct failing {
    int calls, why;
};
static struct failing reads, writes, waits;
static size_t a_read, a_write;   // so much at once, or 0

static bool fails(struct failing *f)
{
    if (f->calls <= 0)
        return false;
    f->calls--;
    errno = f->why;
    return true;
}

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

ssize_t read(int file, void *to, size_t len)
{
    ssize_t (*call)(int, void *, size_t);
    real("read", &call);
    memset(to, 0, len);   // what no sanitizer has seen written
    return fails(&reads) ? -1 : call(file, to, a_read && a_read < len ? a_read : len);
}

ssize_t write(int file, const void *from, size_t len)
{
    ssize_t (*call)(int, const void *, size_t);
    real("write", &call);
    return fails(&writes) ? -1
                          : call(file, from, a_write && a_write < len ? a_write : len);
}

pid_t waitpid(pid_t pid, int *status, int how)
{
    pid_t (*call)(pid_t, int *, int);
    real("waitpid", &call);
    return fails(&waits) ? -1 : call(pid, status, how);
}

/* ---- what draws ---- */

#define MARK "\\001thoatngheo: end of picture "

/* A shell script that plays gnuplot. */
static struct tn_gnuplot player(const char *body)
{
    char *path = tn_new(&arena, char, 400);
    snprintf(path, 400, "%s/gnuplot", folder);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\n%s\n", body);
    fclose(out);
    assert_int_equal(chmod(path, 0755), 0);
    return (struct tn_gnuplot){.program = path, .seconds = 10};
}

/* Gives back what it was sent, as a picture. */
static const char echo_body[] = "printf '<?xml?>'; cat; printf '</svg>" MARK "0\\n'";

static enum tn_fault draw(enum tn_picture kind, const char *script,
                          const struct tn_gnuplot *how, struct tn_drawing *drawing)
{
    *drawing = (struct tn_drawing){.name = "picture", .script = script};
    err = (struct tn_err){0};
    return tn_gnuplot_draw(&arena, kind, 1, drawing, how, &err);
}

static int open_files(void)
{
    int n = 0;
    for (int file = 0; file < 256; file++)
        n += fcntl(file, F_GETFD) >= 0;
    return n;
}

static void too_few_descriptors_are_told_and_none_is_lost(void **state)
{
    (void)state;
    struct tn_gnuplot how = player(echo_body);
    struct rlimit before, few;
    struct tn_drawing drawing;
    int open = open_files(), refused = 0;

    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    for (rlim_t most = 3; most < 40; most++) {
        few = (struct rlimit){most, before.rlim_max};
        assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
        enum tn_fault fault = draw(TN_SVG, "plot x", &how, &drawing);
        assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
        assert_int_equal(open_files(), open);
        if (!fault)
            break;
        assert_int_equal(fault, TN_ETOOL);
        char want[600];
        snprintf(want, sizeof want,
                 "no chart can be drawn: %s does not start (system error 24: Too many "
                 "open files)",
                 how.program);
        if (strcmp(err.text[TN_EN], want) == 0)
            refused++;
        else   // it starts, and has too few itself
            assert_non_null(strstr(err.text[TN_EN], "gnuplot gave up with status"));
    }
    assert_true(refused >= 7 && drawing.bytes);   // three pipes, by way of a spare each
}

static void disturbances_change_nothing(void **state)
{
    (void)state;
    static const int why[] = {EINTR, EAGAIN};
    struct tn_gnuplot how = player(echo_body);
    struct tn_drawing calm, drawing;
    char *script = tn_new(&arena, char, 300001);
    for (size_t i = 0; i < 300000; i++)
        script[i] = i % 60 == 59 ? '\n' : (char)('a' + i % 23);

    assert_int_equal(draw(TN_SVG, script, &how, &calm), TN_OK);
    assert_true(calm.len > 300000);
    for (int i = 0; i < 4; i++) {
        reads = (struct failing){3, why[i % 2]};
        writes = (struct failing){3, why[i % 2]};
        waits = (struct failing){i % 2 ? 0 : 1, EINTR};
        a_read = i < 2 ? 0 : i == 2 ? 4093 : 4096;
        a_write = i < 2 ? 0 : 5003;
        assert_int_equal(draw(TN_SVG, script, &how, &drawing), TN_OK);
        assert_int_equal(reads.calls + writes.calls + waits.calls, 0);
        assert_int_equal(drawing.len, calm.len);
        assert_memory_equal(drawing.bytes, calm.bytes, calm.len);
    }
    a_read = a_write = 0;
}

/* What cannot be read is not there; what cannot be written was not drawn. */
static void broken_pipes_give_no_picture(void **state)
{
    (void)state;
    struct tn_gnuplot how = player(echo_body);
    struct tn_drawing drawing;
    int open = open_files();

    reads = (struct failing){2, EIO};
    assert_int_equal(draw(TN_SVG, "plot x", &how, &drawing), TN_ETOOL);
    assert_null(drawing.bytes);
    assert_int_equal(open_files(), open);
    how = player("printf '<?xml?></svg>" MARK "0\\n'; sleep 0.2; cat");
    reads = (struct failing){0};
    writes = (struct failing){1, EIO};   // the script never comes: its end does
    assert_int_equal(draw(TN_SVG, "plot x", &how, &drawing), TN_OK);
    assert_int_equal(drawing.len, 13);
    assert_int_equal(open_files(), open);
}

/* Where the parent of this program lets the system bury children, how one ended cannot be
 * known: its pictures are looked at all the same. */
static void children_may_be_buried_by_others(void **state)
{
    (void)state;
    struct tn_gnuplot how = player(echo_body);
    struct tn_drawing drawing;

    void (*before)(int) = signal(SIGCHLD, SIG_IGN);
    enum tn_fault whole = draw(TN_SVG, "plot x", &how, &drawing);
    how = player("cat > /dev/null; printf '<?xml?>'");
    enum tn_fault cut = draw(TN_SVG, "plot x", &how, &(struct tn_drawing){0});
    signal(SIGCHLD, before);
    assert_int_equal(whole, TN_OK);
    assert_int_equal(cut, TN_ETOOL);
}

/* A program that has closed its ends but hangs is killed, the signal that comes then
 * notwithstanding. */
static void a_hanging_program_is_buried(void **state)
{
    (void)state;
    struct tn_gnuplot how = player("exec sleep 30");
    struct tn_drawing drawing;

    how.seconds = 0.2;
    waits = (struct failing){2, EINTR};
    assert_int_equal(draw(TN_SVG, "plot x", &how, &drawing), TN_ETOOL);
    assert_int_equal(waits.calls, 0);
    int status;
    assert_int_equal(waitpid(-1, &status, WNOHANG), -1);   // no child is left
    assert_int_equal(errno, ECHILD);
}

/* ---- pictures that are none ---- */

static const struct {
    enum tn_picture kind;
    bool good;
    const char *bytes;   // of printf
} picture[] = {
    {TN_SVG, true, "<?xml?></svg>"},
    {TN_SVG, true, "<?xml?></svg>\\r\\n\\n"},
    {TN_SVG, false, "<?xm</svg>"},
    {TN_SVG, false, "<?xml?></svg> "},
    {TN_SVG, false, "<?xml"},
    {TN_SVG, false, "\\n\\n"},
    {TN_SVG, false, ""},
    {TN_PNG, true, "\\211PNG\\r\\n\\032\\n\\0\\0\\0\\0IEND\\256\\102\\140\\202"},
    {TN_PNG, false, "\\211PNG\\r\\n\\032\\n\\0\\0\\0IEND\\256\\102\\140\\202"},
    {TN_PNG, false, "\\211PNG\\r\\n\\032\\n\\0\\0\\0\\0IEND\\256\\102\\140\\203"},
    {TN_PNG, false, "\\211PNG\\r\\n\\032\\n"},
    {TN_PNG, false, "\\211PNG\\r\\n\\032\\r\\0\\0\\0\\0IEND\\256\\102\\140\\202"},
    {TN_PNG, false, "\\211PNG\\r\\n\\033\\n\\0\\0\\0\\0IEND\\256\\102\\140\\202"},
    {TN_PDF, true, "%%PDF-1.7\\n%%%%EOF\\n"},
    {TN_PDF, false, "%%PDF-1.7\\n%%%%EO"},
    {TN_PDF, false, "%%PD-1.7\\n%%%%EOF"},
    {TN_PICTURES, false, "<?xml?></svg>"},
};

static void only_whole_pictures_are_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof picture / sizeof *picture; i++) {
        char body[300];
        struct tn_drawing drawing;
        snprintf(body, sizeof body, "cat > /dev/null; printf '%s" MARK "0\\n'",
                 picture[i].bytes);
        struct tn_gnuplot how = player(body);
        enum tn_fault fault = draw(picture[i].kind, "plot x", &how, &drawing);
        if ((fault == TN_OK) != picture[i].good)
            fail_msg("%s taken for %s", picture[i].bytes, fault ? "bad" : "good");
    }
}

/* Bytes that begin as a mark does are part of the picture; a mark of another number, or
 * one cut short, ends none. */
static void marks_are_told_from_pictures(void **state)
{
    (void)state;
    struct tn_drawing drawing[2];
    static const struct {
        const char *body;
        size_t len[2];   // of the two pictures; none: refused
    } known[] = {
        {"<?xml\\001\\001?></svg>" MARK "0\\n<?xml?></svg>" MARK "1\\n", {15, 13}},
        {"<?xml" MARK "1\\n?></svg>" MARK "0\\n<?xml" MARK "0\\n</svg>" MARK "1\\n",
         {43, 41}},
        {"<?xml?></svg>" MARK "0\\n<?xml?></svg>", {0, 0}},
        {"<?xml?></svg>" MARK "0\\n<?xml?></svg>" MARK "1", {0, 0}},
        {"<?xml?></svg>" MARK "0\\n<?xml?></svg>\\001", {0, 0}},
        {"<?xml?></svg>" MARK "1\\n<?xml?></svg>" MARK "0\\n", {0, 0}},
        {"<?xml? a picture and its end, but nothing behind it></svg>", {0, 0}},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        char body[500];
        for (int k = 0; k < 2; k++)
            drawing[k] = (struct tn_drawing){.name = k ? "b" : "a", .script = "plot x"};
        snprintf(body, sizeof body, "cat > /dev/null; printf '%s'", known[i].body);
        struct tn_gnuplot how = player(body);
        enum tn_fault fault = tn_gnuplot_draw(&arena, TN_SVG, 2, drawing, &how, &err);
        assert_int_equal(fault, known[i].len[0] ? TN_OK : TN_ETOOL);
        for (int k = 0; k < 2; k++) {
            assert_int_equal(drawing[k].bytes != NULL, known[i].len[0] > 0);
            assert_int_equal(drawing[k].len, known[i].len[k]);
        }
    }
}

/* The first picture whose mark has not come is the one that was being made. */
static void a_failure_is_told_of_the_picture_being_made(void **state)
{
    (void)state;
    static const char *const body[] = {"",
                                       MARK "0\\n",
                                       "x" MARK "0\\n",
                                       MARK "1\\n",
                                       MARK "0\\n" MARK "1\\n",
                                       MARK "0\\nx" MARK "1\\n"};
    static const char *const want[] = {"a", "b", "b", "a", "c", "c"};

    for (size_t i = 0; i < sizeof body / sizeof *body; i++) {
        char script[300];
        struct tn_drawing drawing[] = {{.name = "a", .script = "plot x"},
                                       {.name = "b", .script = "plot x"},
                                       {.name = "c", .script = "plot x"}};
        snprintf(script, sizeof script, "cat > /dev/null; printf '%s'; exit 1", body[i]);
        struct tn_gnuplot how = player(script);
        assert_int_equal(tn_gnuplot_draw(&arena, TN_SVG, 3, drawing, &how, &err),
                         TN_ETOOL);
        assert_string_equal(err.place, want[i]);
    }
}

/* An environment of nothing, or of what gnuplot is not to have. */
static void an_environment_may_be_empty(void **state)
{
    (void)state;
    extern char **environ;
    char **before = environ, term[] = "GNUTERM=x11", zone[] = "TZ=Asia/Ho_Chi_Minh",
         path[] = "PATH=/usr/bin:/bin", other[] = "OTHER=1";
    char *none[] = {NULL, other, NULL}, *some[] = {term, zone, path, other, NULL};
    struct tn_gnuplot how = player(
        "/bin/cat > /dev/null; echo \"$TZ,$LC_ALL,$GNUTERM,$OTHER.\" "
        ">&2; exit 1");
    struct tn_drawing drawing;

    for (int i = 0; i < 2; i++) {
        environ = i ? some : none;
        enum tn_fault fault = draw(TN_SVG, "plot x", &how, &drawing);
        environ = before;
        assert_int_equal(fault, TN_ETOOL);
        assert_non_null(strstr(err.text[TN_EN], i ? "status 1: UTC,C.UTF-8,,1."
                                                  : "status 1: UTC,C.UTF-8,,."));
    }
}

/* How to draw may leave everything open: gnuplot it is, with its own patience. */
static void nothing_need_be_said_of_how(void **state)
{
    (void)state;
    static const struct tn_gnuplot plain;
    struct tn_drawing drawing;
    assert_int_equal(draw(TN_SVG, "set terminal svg\nplot x\n", &plain, &drawing), TN_OK);
    assert_memory_equal(drawing.bytes, "<?xml", 5);
}

static int own_folder(void **state)
{
    (void)state;
    return scratch_make("gnuplot-faults");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(too_few_descriptors_are_told_and_none_is_lost, clean),
        cmocka_unit_test_teardown(disturbances_change_nothing, clean),
        cmocka_unit_test_teardown(broken_pipes_give_no_picture, clean),
        cmocka_unit_test_teardown(children_may_be_buried_by_others, clean),
        cmocka_unit_test_teardown(a_hanging_program_is_buried, clean),
        cmocka_unit_test_teardown(only_whole_pictures_are_taken, clean),
        cmocka_unit_test_teardown(marks_are_told_from_pictures, clean),
        cmocka_unit_test_teardown(a_failure_is_told_of_the_picture_being_made, clean),
        cmocka_unit_test_teardown(an_environment_may_be_empty, clean),
        cmocka_unit_test_teardown(nothing_need_be_said_of_how, clean),
    };
    return cmocka_run_group_tests(tests, own_folder, scratch_drop);
}
