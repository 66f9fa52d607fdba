/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: small programs that behave as a browser might: print, fail, print half, hang.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tn/out/browser.h"

static struct tn_arena arena;
static char folder[256], pdf[300];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/tn-browser-XXXXXX",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    if (!mkdtemp(folder))
        return -1;
    snprintf(pdf, sizeof pdf, "%s/out.pdf", folder);
    return 0;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[300];
    tn_arena_free(&arena);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* A browser that runs some lines of shell; $pdf is where it is to print, $page what. */
static struct tn_browser browser(const char *lines)
{
    static char path[300];
    snprintf(path, sizeof path, "%s/browser", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file,
            "#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) pdf=${a#*=};; "
            "file:*) page=$a;; esac; done\n%s\n",
            lines);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0755), 0);
    return (struct tn_browser){path, 5};
}

static void a_whole_pdf_is_kept(void **state)
{
    (void)state;
    struct tn_browser b = browser(
        "printf '%%PDF-1.4\\n%s\\n%%%%EOF\\n' \"$page\" > \"$pdf\"");
    struct tn_err err;
    char text[256] = "";
    assert_int_equal(tn_browser_print(&arena, "/a b/x&y.html", pdf, &b, &err), TN_OK);
    FILE *file = fopen(pdf, "r");
    assert_non_null(file);
    assert_true(fread(text, 1, sizeof text - 1, file) > 0);
    fclose(file);
    assert_non_null(strstr(text, "file:///a%20b/x%26y.html\n"));
}

static void check_fails(const char *lines, double seconds, const char *says)
{
    struct tn_browser b = browser(lines);
    struct tn_err err;
    b.seconds = seconds;
    assert_int_equal(tn_browser_print(&arena, "/page.html", pdf, &b, &err), TN_ETOOL);
    if (!strstr(err.text[1], says))
        fail_msg("'%s' does not say '%s'", err.text[1], says);
    assert_int_equal(access(pdf, F_OK), -1);
}

static void what_is_no_whole_pdf_is_removed(void **state)
{
    (void)state;
    check_fails("printf '%%PDF-1.4 half' > \"$pdf\"; exit 3", 5, "exit status 3");
    check_fails("printf 'no PDF %%%%EOF\\n' > \"$pdf\"", 5, "exit status 0");
    check_fails("exit 21", 5, "exit status 21");
}

static void a_browser_that_hangs_is_stopped(void **state)
{
    (void)state;
    check_fails("printf '%%PDF-1.4' > \"$pdf\"; sleep 30", 0.3, "within 0 seconds");
}

static void without_a_browser_a_sentence_says_what_to_do(void **state)
{
    (void)state;
    struct tn_browser none = {"/nowhere/chromium", 1};
    struct tn_err err;
    assert_int_equal(tn_browser_print(&arena, "page.html", pdf, &none, &err), TN_ETOOL);
    assert_string_equal(err.text[1], "there is no Chromium or Chrome here to print the "
                                     "page; open it in any browser and print it to PDF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_pdf_is_kept),
        cmocka_unit_test(what_is_no_whole_pdf_is_removed),
        cmocka_unit_test(a_browser_that_hangs_is_stopped),
        cmocka_unit_test(without_a_browser_a_sentence_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
