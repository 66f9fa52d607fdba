/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every chart that a report writes is drawn again from its .gp by gnuplot alone. Oracle:
 * the PNG beside it, byte by byte. */
#include "program.h"
#include "scratch.h"

#include <glob.h>

static int make_folder(void **state)
{
    (void)state;
    return scratch_make("redraw");
}

/* Draw what a report wrote; returns how many charts there were. */
static size_t redraw(const char *plans)
{
    char command[1200], pattern[300];
    glob_t found;
    snprintf(command, sizeof command, "report %s --method exact --quiet --output %s/out",
             plans, folder);
    struct run run = run_program(command);
    assert_int_equal(run.status, 0);
    free(run.text);
    snprintf(pattern, sizeof pattern, "%s/out/*.gp", folder);
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    size_t n = found.gl_pathc;
    for (size_t i = 0; i < n; i++) {
        int stem = (int)strlen(found.gl_pathv[i]) - 3;
        snprintf(
            command, sizeof command,
            "LC_ALL=C.UTF-8 gnuplot -e \"fmt='png'\" '%s' 2>&1 | cmp -s - '%.*s.png'",
            found.gl_pathv[i], stem, found.gl_pathv[i]);
        if (system(command) != 0)
            fail_msg("%s draws another picture", found.gl_pathv[i]);
    }
    globfree(&found);
    snprintf(command, sizeof command, "rm -rf '%s/out'", folder);
    assert_int_equal(system(command), 0);
    return n;
}

static void a_plans_charts_are_redrawn(void **state)
{
    (void)state;
    assert_true(redraw("data/an-binh-mau") >= 18);
}

static void a_districts_charts_are_redrawn(void **state)
{
    (void)state;
    assert_int_equal(redraw("data/cam-binh-2024 data/an-binh-mau"), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plans_charts_are_redrawn),
        cmocka_unit_test(a_districts_charts_are_redrawn),
    };
    return cmocka_run_group_tests(tests, make_folder, scratch_drop);
}
