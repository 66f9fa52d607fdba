/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: gnuplot itself (what it drew is read back out of the SVG), a decoder of
 * octal escapes, and programs made to fail in every way a drawing program can. */
#include "check.h"
#include "tn/base/utf8.h"
#include "tn/out/gnuplot.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SVG "set encoding utf8\nset terminal svg noenhanced size 300,200\n"
#define PNG "set terminal pngcairo size 300,200\n"

static struct tn_arena arena;
static char folder[] = "/tmp/tn-test-gnuplot-XXXXXX";
static struct tn_err err;

static int fresh(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    err = (struct tn_err){0};
    return mkdtemp(folder) ? 0 : -1;
}

static int clean(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    tn_arena_free(&arena);
    return system(command);
}

/* A shell script that plays gnuplot. */
static struct tn_gnuplot player(const char *body)
{
    char *path = tn_new(&arena, char, 200);
    snprintf(path, 200, "%s/gnuplot", folder);
    FILE *out = fopen(path, "w");
    fprintf(out, "#!/bin/sh\n%s\n", body);
    fclose(out);
    assert_int_equal(chmod(path, 0755), 0);
    return (struct tn_gnuplot){.program = path, .seconds = 10};
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static enum tn_fault draw_one(enum tn_picture kind, const char *script,
                              const struct tn_gnuplot *how, struct tn_drawing *drawing)
{
    *drawing = (struct tn_drawing){.name = "picture", .script = script};
    return tn_gnuplot_draw(&arena, kind, 1, drawing, how, &err);
}

static void refused_with(const char *script, const struct tn_gnuplot *how, const char *vi,
                         const char *en)
{
    struct tn_drawing drawing;
    err = (struct tn_err){0};
    assert_int_equal(draw_one(TN_SVG, script, how, &drawing), TN_ETOOL);
    assert_string_equal(err.text[TN_VI], vi);
    assert_string_equal(err.text[TN_EN], en);
    assert_null(drawing.bytes);
}

static void each_kind_of_picture_comes_back_whole(void **state)
{
    (void)state;
    static const char *const script[] = {SVG "plot x\n", PNG "plot x\n",
                                         "set terminal pdfcairo\nplot x\n"};
    static const char *const head[] = {"<?xml", "\x89PNG", "%PDF-"};
    for (int kind = TN_SVG; kind < TN_PICTURES; kind++) {
        struct tn_drawing drawing;
        if (draw_one((enum tn_picture)kind, script[kind], NULL, &drawing))
            fail_msg("%s", err.text[TN_EN]);
        assert_memory_equal(drawing.bytes, head[kind], strlen(head[kind]));
        assert_true(drawing.len > 1000);
    }
}

static void two_runs_give_the_same_bytes(void **state)
{
    (void)state;
    static const char *const script[] = {SVG "plot x\n", PNG "plot x\n",
                                         "set terminal pdfcairo\nplot x\n"};
    for (int kind = TN_SVG; kind < TN_PICTURES; kind++) {
        struct tn_drawing a, b;
        setenv("TZ", "Asia/Ho_Chi_Minh", 1);
        assert_int_equal(draw_one((enum tn_picture)kind, script[kind], NULL, &a), TN_OK);
        nanosleep(&(struct timespec){.tv_sec = 1, .tv_nsec = 100000000}, NULL);
        setenv("TZ", "America/Caracas", 1);
        assert_int_equal(draw_one((enum tn_picture)kind, script[kind], NULL, &b), TN_OK);
        unsetenv("TZ");
        assert_int_equal(a.len, b.len);
        assert_memory_equal(a.bytes, b.bytes, a.len);
    }
}

static void one_start_draws_many_and_none_sees_the_other(void **state)
{
    (void)state;
    struct tn_drawing drawing[] = {
        {.name = "a", .script = SVG "secret = 3\nset label 'one' at 0,0\nplot x"},
        {.name = "b",
         .script = SVG "set label 'two' at 0,0\n"
                       "if (exists('secret')) set label 'seen' at 1,1\n"
                       "plot x"},
        {.name = "c", .script = SVG "$D << E\n1 2\nE\nplot $D\n"},
    };
    if (tn_gnuplot_draw(&arena, TN_SVG, 3, drawing, NULL, &err))
        fail_msg("%s", err.text[TN_EN]);
    const char *first = tn_arena_text(&arena, drawing[0].bytes, drawing[0].len);
    const char *second = tn_arena_text(&arena, drawing[1].bytes, drawing[1].len);
    assert_non_null(strstr(first, ">one<"));
    assert_null(strstr(first, ">two<"));
    assert_non_null(strstr(second, ">two<"));
    assert_null(strstr(second, ">one<"));
    assert_null(strstr(second, ">seen<"));
    assert_int_equal(tn_gnuplot_draw(&arena, TN_SVG, 0, drawing, NULL, &err), TN_OK);
}

static void many_points_go_through(void **state)
{
    (void)state;
    char *script = NULL;
    size_t len;
    struct tn_drawing drawing;
    FILE *out = open_memstream(&script, &len);
    fputs(SVG "$D << END\n", out);
    for (int i = 0; i < 100000; i++)
        fprintf(out, "%d %d\n", i, i % 97);
    fputs("END\nplot $D with dots\n", out);
    fclose(out);
    assert_int_equal(draw_one(TN_SVG, script, NULL, &drawing), TN_OK);
    assert_true(drawing.len > 1000000);
    free(script);
}

static void a_missing_program_is_told(void **state)
{
    (void)state;
    struct tn_gnuplot how = {.program = "gnuplot-not-here"};
    refused_with(SVG "plot x\n", &how,
                 "không vẽ được biểu đồ: máy chưa cài gnuplot (gói gnuplot-nox)",
                 "no chart can be drawn: gnuplot is not installed (package gnuplot-nox)");
    assert_string_equal(err.place, "gnuplot-not-here");
    how.program = "/dev/null";
    refused_with(SVG "plot x\n", &how,
                 "không vẽ được biểu đồ: không chạy được /dev/null (lỗi hệ thống 13: "
                 "Permission denied)",
                 "no chart can be drawn: /dev/null does not start (system error 13: "
                 "Permission denied)");
}

static void a_bad_script_is_told_with_its_line(void **state)
{
    (void)state;
    refused_with(
        SVG "plott x\n", NULL,
        "không vẽ được biểu đồ: gnuplot báo lỗi, mã thoát 1: \"/dev/stdin\" line "
        "4: invalid command",
        "no chart can be drawn: gnuplot gave up with status 1: \"/dev/stdin\" "
        "line 4: invalid command");
    struct tn_drawing drawing[] = {{.name = "good.svg", .script = SVG "plot x"},
                                   {.name = "bad.svg", .script = SVG "plot none"}};
    assert_int_equal(tn_gnuplot_draw(&arena, TN_SVG, 2, drawing, NULL, &err), TN_ETOOL);
    assert_string_equal(err.place, "bad.svg");
    assert_null(drawing[0].bytes);
}

static void a_program_that_stops_reading_is_told(void **state)
{
    (void)state;
    size_t big = 8u << 20;
    char *script = tn_new(&arena, char, big + 1);
    memset(script, '\n', big);
    memcpy(script, "set terminal svg\nplott x\n", 25);
    refused_with(
        script, NULL,
        "không vẽ được biểu đồ: gnuplot báo lỗi, mã thoát 1: \"/dev/stdin\" line "
        "3: invalid command",
        "no chart can be drawn: gnuplot gave up with status 1: \"/dev/stdin\" "
        "line 3: invalid command");
    struct tn_gnuplot how = player("exit 3");
    refused_with(script, &how, "không vẽ được biểu đồ: gnuplot báo lỗi, mã thoát 3: ",
                 "no chart can be drawn: gnuplot gave up with status 3: ");
}

static void a_killed_program_is_told(void **state)
{
    (void)state;
    struct tn_gnuplot how = player("kill -9 $$");
    refused_with(SVG "plot x\n", &how,
                 "không vẽ được biểu đồ: gnuplot bị dừng bởi tín hiệu 9",
                 "no chart can be drawn: gnuplot was stopped by signal 9");
}

/* Hanging alone, with a child that holds the pipe, and with all its pipes closed. */
static void a_program_that_hangs_is_killed_with_its_children(void **state)
{
    (void)state;
    char body[3][200];
    snprintf(body[0], 200, "exec sleep 30");
    snprintf(body[1], 200, "sleep 30 & echo $! > %s/pid; wait", folder);
    snprintf(body[2], 200, "exec 0<&- 1>&- 2>&-; sleep 30");
    for (size_t i = 0; i < 3; i++) {
        struct tn_gnuplot how = player(body[i]);
        how.seconds = 0.3;
        double from = seconds();
        refused_with(
            SVG "plot x\n", &how,
            "không vẽ được biểu đồ: gnuplot không trả lời trong 0 giây nên bị dừng",
            "no chart can be drawn: gnuplot gave no answer within 0 seconds and "
            "was stopped");
        double took = seconds() - from;
        assert_true(took >= 0.3 && took < 3);
    }
    char path[100], pid[20] = "", command[10];
    snprintf(path, sizeof path, "%s/pid", folder);
    FILE *in = fopen(path, "r");
    assert_non_null(fgets(pid, sizeof pid, in));
    fclose(in);
    snprintf(path, sizeof path, "/proc/%ld/cmdline", strtol(pid, NULL, 10));
    in = fopen(path, "r");   // gone, or dead and not yet buried: no command line
    assert_true(!in || fread(command, 1, sizeof command, in) == 0);
    if (in)
        fclose(in);
}

static void a_picture_without_its_end_is_no_picture(void **state)
{
    (void)state;
    static const char *const body[] = {
        "cat >/dev/null; printf '<?xml?><svg>'",
        "cat >/dev/null; exit 0",
        "cat >/dev/null; printf '<?xml?><svg>\\001thoatngheo: end of picture 0\\n'",
        "cat >/dev/null; printf 'hello</svg>\\001thoatngheo: end of picture 0\\n'",
        "cat >/dev/null; printf '<?xml?></svg>'",
    };
    static const size_t size[] = {12, 0, 12, 11, 13};
    for (size_t i = 0; i < sizeof body / sizeof *body; i++) {
        struct tn_gnuplot how = player(body[i]);
        char vi[200], en[200];
        snprintf(vi, sizeof vi,
                 "không vẽ được biểu đồ: hình nhận từ gnuplot không trọn vẹn (%zu byte)",
                 size[i]);
        snprintf(en, sizeof en,
                 "no chart can be drawn: the picture that came from gnuplot is not whole "
                 "(%zu bytes)",
                 size[i]);
        refused_with(SVG "plot x\n", &how, vi, en);
    }
    struct tn_gnuplot good = player(
        "cat >/dev/null; printf '<?xml?></svg>\\001thoatngheo: end of picture 0\\n'");
    struct tn_drawing drawing;
    assert_int_equal(draw_one(TN_SVG, "", &good, &drawing), TN_OK);
    assert_int_equal(drawing.len, 13);
    /* a data block that never ends: gnuplot says nothing and exits 0 */
    assert_int_equal(draw_one(TN_PNG, PNG "$D << E\n1 2\n", NULL, &drawing), TN_ETOOL);
    assert_int_equal(draw_one(TN_PNG, "set terminal pdfcairo\nplot x\n", NULL, &drawing),
                     TN_ETOOL);
    assert_int_equal(draw_one(TN_PDF, PNG "plot x\n", NULL, &drawing), TN_ETOOL);
}

/* With the standard streams closed, the pipes must not take their numbers. */
static void closed_standard_streams_do_no_harm(void **state)
{
    (void)state;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct tn_drawing drawing;
        for (int fd = 0; fd < 3; fd++)
            close(fd);
        _exit(draw_one(TN_SVG, SVG "plot x\n", NULL, &drawing) != TN_OK);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void neither_the_locale_nor_gnuplots_own_variables_matter(void **state)
{
    (void)state;
    struct tn_gnuplot how = player("cat >/dev/null; echo \"$LC_ALL,$GNUTERM.\" >&2; "
                                   "exit 1");
    setenv("LC_ALL", "vi_VN.TCVN", 1);
    setenv("GNUTERM", "x11", 1);
    struct tn_drawing drawing;
    assert_int_equal(draw_one(TN_SVG, "", &how, &drawing), TN_ETOOL);
    unsetenv("LC_ALL");
    unsetenv("GNUTERM");
    assert_non_null(strstr(err.text[TN_EN], "status 1: C.UTF-8,."));
}

/* --- text --- */

static const char *const hostile[] = {
    "`touch pwned`",
    "$(touch pwned)",
    "\"; system('touch pwned') #",
    "'; system(\"touch pwned\") #",
    "''''",
    "a'b''c",
    "\\",
    "\\\\n \\101 \\x41 %d %s 100%",
    "{/=50 x}",
    "{/:Bold x}_a^b",
    "@x & ~y ^z _w",
    "<b>x</b> & ]]> <!-- -->",
    "\nset output 'pwned'\n",
    "x\rplot y\r",
    "END\ne\nEOD\n",
    "| touch pwned",
    "< touch pwned",
    "\x1b[31m\x07\x7f",
    "\xff\xfe\xc3",
    "\u202Eabc\u202C\u200B",
    "Thôn \"Chợ\" cũ – 50% (ấp 3)",
    "\xEF\xBF\xBE",
    "# comment",
    "5.5\\056",
    "",
    "貧困 🏠",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile, TEXTS = 5000, A_PICTURE = 500 };

/* A text of 1 to 40 bytes: hostile pieces, special characters, any bytes. */
static const char *random_text(void)
{
    static const char special[] = "`$()\\\"'{}%_^@&~<>|#;=/*\n\t0123456789]\x01";
    char text[200] = "";
    size_t len = 0, pieces = 1 + (size_t)(case_uniform(0) * 8);
    for (size_t i = 0; i < pieces; i++) {
        double kind = case_uniform(2 * i + 1), pick = case_uniform(2 * i + 2);
        if (kind < 0.2)
            len += (size_t)snprintf(text + len, sizeof text - len, "%.20s",
                                    hostile[(size_t)(pick * HOSTILE)]);
        else if (kind < 0.8)
            text[len++] = special[(size_t)(pick * (sizeof special - 1))];
        else
            text[len++] = (char)(1 + (int)(pick * 255));
        text[len] = '\0';
    }
    return tn_arena_text(&arena, text, len);
}

static const char *as_script(const char *text)
{
    char *script = NULL;
    size_t len;
    FILE *out = open_memstream(&script, &len);
    tn_gnuplot_text(out, text);
    fclose(out);
    const char *kept = tn_arena_text(&arena, script, len);
    free(script);
    return kept;
}

/* What gnuplot makes of a string in double quotes that has no escape but octal ones. */
static const char *decoded(const char *script)
{
    char *text = tn_new(&arena, char, strlen(script) + 1), *end = text;
    assert_int_equal(*script++, '"');
    while (*script != '"') {
        if (*script != '\\') {
            unsigned char c = (unsigned char)*script;
            assert_true(c >= 0x80 || c == ' ' || (c >= 'A' && c <= 'Z') ||
                        (c >= 'a' && c <= 'z'));
            *end++ = *script++;
            continue;
        }
        int value = 0;
        for (int i = 1; i <= 3; i++) {
            assert_true(script[i] >= '0' && script[i] <= '7');
            value = 8 * value + script[i] - '0';
        }
        *end++ = (char)value;
        script += 4;
        assert_false(*script >= '0' && *script <= '9');
    }
    assert_int_equal(script[1], 0);
    return text;
}

static void text_in_a_script_is_octal_and_decodes_to_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE; i++)
        assert_string_equal(decoded(as_script(hostile[i])),
                            tn_utf8_safe(&arena, hostile[i]));
    for_cases (TEXTS) {
        const char *text = random_text();
        assert_string_equal(decoded(as_script(text)), tn_utf8_safe(&arena, text));
    }
    assert_string_equal(as_script("Tô 5%"), "\"Tô \\065\\045\"");
    assert_string_equal(as_script("AZ@[az`{ \x7F"), "\"AZ\\100\\133az\\140\\173 "
                                                    "\\134x\\067F\"");
}

/* The next text that the SVG draws, its entities undone; *at moves past it. */
static const char *drawn(const char **at)
{
    const char *from = strstr(*at, "<text");
    if (!from)
        return NULL;
    from = strchr(from, '>') + 1;
    const char *to = strstr(from, "</text>");
    char *text = tn_new(&arena, char, (size_t)(to - from) + 1), *end = text;
    static const char *const entity[][2] = {{"&lt;", "<"}, {"&amp;", "&"}, {"&gt;", ">"}};
    while (from < to) {
        size_t i = 0;
        while (i < 3 && strncmp(from, entity[i][0], strlen(entity[i][0])) != 0)
            i++;
        *end++ = i < 3 ? *entity[i][1] : *from;
        from += i < 3 ? strlen(entity[i][0]) : 1;
    }
    *at = to;
    return text;
}

/* A script with a label for each of n texts, and no axes to add texts of their own. */
static const char *label_script(size_t n, const char *const text[])
{
    char *script = NULL;
    size_t len;
    FILE *out = open_memstream(&script, &len);
    fputs(SVG "unset border\nunset tics\nunset key\n", out);
    for (size_t i = 0; i < n; i++) {
        fputs("set label ", out);
        tn_gnuplot_text(out, text[i]);
        fputs(" at screen 0.5,0.5\n", out);
    }
    fputs("plot [0:1][0:1] -1\n", out);
    fclose(out);
    const char *kept = tn_arena_text(&arena, script, len);
    free(script);
    return kept;
}

/* Draw all texts, ten pictures in one run, in a folder where a file would be seen. */
static void draw_texts(size_t n, const char *const text[])
{
    struct tn_drawing drawing[TEXTS / A_PICTURE];
    size_t pictures = (n + A_PICTURE - 1) / A_PICTURE;
    int here = open(".", O_RDONLY);
    assert_int_equal(chdir(folder), 0);
    for (size_t i = 0; i < pictures; i++) {
        size_t from = i * A_PICTURE, some = n - from < A_PICTURE ? n - from : A_PICTURE;
        drawing[i] = (struct tn_drawing){.name = "texts",
                                         .script = label_script(some, text + from)};
    }
    enum tn_fault fault = tn_gnuplot_draw(&arena, TN_SVG, pictures, drawing, NULL, &err);
    assert_int_equal(fchdir(here), 0);
    close(here);
    if (fault)
        fail_msg("%s", err.text[TN_EN]);
    for (size_t i = 0; i < pictures; i++) {
        const char *at = tn_arena_text(&arena, drawing[i].bytes, drawing[i].len);
        for (size_t k = i * A_PICTURE; k < n && k < (i + 1) * A_PICTURE; k++) {
            const char *safe = tn_utf8_safe(&arena, text[k]);
            const char *got = drawn(&at);
            if (!got || strcmp(got, safe) != 0)
                fail_msg("drawn as <%s>, want <%s>", got ? got : "nothing", safe);
        }
        assert_null(drawn(&at));
    }
    assert_int_equal(rmdir(folder), 0);   // it is still empty: nothing ran
    assert_int_equal(mkdir(folder, 0755), 0);
}

static void names_are_drawn_as_they_are_and_run_nothing(void **state)
{
    (void)state;
    const char **text = tn_new(&arena, const char *, TEXTS);
    draw_texts(HOSTILE, hostile);
    for_cases (TEXTS)
        text[check_case - 1] = random_text();
    if (!getenv("TN_CASE"))
        draw_texts(TEXTS, text);
}

/* Under strace, where it may be used: this program again, drawing the hostile texts;
 * the only other program that starts is gnuplot. */
static void gnuplot_is_the_only_program_started(void **state)
{
    (void)state;
    char command[400];
    if (system("strace -o /dev/null true >/dev/null 2>&1") != 0)
        skip();
    snprintf(command, sizeof command,
             "ASAN_OPTIONS=detect_leaks=0 TN_DRAW_HOSTILE=1 strace -f -e trace=execve -o "
             "%s.trace /proc/%ld/exe && "
             "test $(grep -c 'execve(.*= 0$' %s.trace) = 2 && "
             "grep -q 'execve(\"[^\"]*/gnuplot\", .*= 0$' %s.trace; s=$?; "
             "rm -f %s.trace; exit $s",
             folder, (long)getpid(), folder, folder, folder);
    assert_int_equal(system(command), 0);
}

static int draw_hostile(void)
{
    struct tn_drawing drawing = {.name = "hostile"};
    drawing.script = label_script(HOSTILE, hostile);
    enum tn_fault fault = tn_gnuplot_draw(&arena, TN_SVG, 1, &drawing, NULL, &err);
    tn_arena_free(&arena);
    return fault != TN_OK;
}

#define alone(test) cmocka_unit_test_setup_teardown(test, fresh, clean)

int main(void)
{
    const struct CMUnitTest gnuplot[] = {
        alone(each_kind_of_picture_comes_back_whole),
        alone(two_runs_give_the_same_bytes),
        alone(one_start_draws_many_and_none_sees_the_other),
        alone(many_points_go_through),
        alone(a_missing_program_is_told),
        alone(a_bad_script_is_told_with_its_line),
        alone(a_program_that_stops_reading_is_told),
        alone(a_killed_program_is_told),
        alone(a_program_that_hangs_is_killed_with_its_children),
        alone(a_picture_without_its_end_is_no_picture),
        alone(closed_standard_streams_do_no_harm),
        alone(neither_the_locale_nor_gnuplots_own_variables_matter),
        alone(text_in_a_script_is_octal_and_decodes_to_itself),
        alone(names_are_drawn_as_they_are_and_run_nothing),
        alone(gnuplot_is_the_only_program_started),
    };
    if (getenv("TN_DRAW_HOSTILE"))
        return draw_hostile();
    return cmocka_run_group_tests(gnuplot, NULL, NULL);
}
