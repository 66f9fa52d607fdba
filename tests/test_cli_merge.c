/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: one run. Parts drawn apart and merged print the same bytes, in every format
 * and order; what does not fit together is refused with a sentence. */
#include "program.h"

#include <sys/stat.h>
#include <unistd.h>

/* The real plan with parameters that are known: what is computed beside the draws then
 * takes no time, under sanitizers either. */
#define PLAN "$D/fixed"
#define DRAWS "--draws 9001 --lang en --threads 1 "   // 5 chunks, the last one short

static char folder[] = "/tmp/tn-merge-XXXXXX";

/* Draw some chunks into a file; 2>&1 so that what goes wrong can be seen. */
static struct run draw(const char *name, const char *chunks, const char *more)
{
    char arguments[1024];

    snprintf(arguments, sizeof arguments,
             "simulate " PLAN " " DRAWS "--chunks %s --partial $D/%s %s 2>&1", chunks,
             name, more);
    return run_program(arguments);
}

static void drawn(const char *name, const char *chunks)
{
    struct run run = draw(name, chunks, "");

    assert_int_equal(run.status, 0);
    free(run.text);
}

static void check_refused(struct run run, const char *sentence)
{
    assert_int_equal(run.status, 2);
    if (!strstr(run.text, sentence))
        fail_msg("no \"%s\" in: %s", sentence, run.text);
    free(run.text);
}

static void check_same_as_one_run(const char *format)
{
    char one[256];
    snprintf(one, sizeof one, "simulate " PLAN " " DRAWS "--format %s", format);
    struct run whole = run_program(one);
    char parts[256];
    snprintf(parts, sizeof parts, "merge --lang en --format %s $D/c $D/a $D/b", format);
    struct run merged = run_program(parts);

    assert_int_equal(whole.status, 0);
    assert_int_equal(merged.status, 0);
    assert_string_equal(merged.text, whole.text);
    free(whole.text);
    free(merged.text);
}

static void merged_parts_print_the_bytes_of_one_run(void **state)
{
    (void)state;
    drawn("a", "0:1");
    drawn("b", "1:4");
    drawn("c", "4:5");
    check_same_as_one_run("table");
    check_same_as_one_run("csv");
    check_same_as_one_run("json");
}

static void a_finished_chunk_is_not_run_again(void **state)
{
    (void)state;
    struct stat before, after;
    char path[128];

    snprintf(path, sizeof path, "%s/again", folder);
    drawn("again", "1:3");
    assert_int_equal(stat(path, &before), 0);
    struct run run = draw("again", "1:3", "");
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(run.text, "2 chunks were in the file already"));
    free(run.text);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);   // the file was not written anew
}

static void a_part_that_grows_draws_only_the_rest(void **state)
{
    (void)state;
    drawn("grows", "0:2");
    struct run run = draw("grows", "0:5", "");
    assert_int_equal(run.status, 0);
    assert_non_null(strstr(run.text, "2 chunks were in the file already"));
    free(run.text);
    run = run_program("merge --lang en $D/grows");
    struct run whole = run_program("simulate " PLAN " " DRAWS);
    assert_int_equal(run.status, 0);
    assert_string_equal(run.text, whole.text);
    free(run.text);
    free(whole.text);
}

static void what_does_not_fit_together_is_refused(void **state)
{
    (void)state;
    drawn("a", "0:1");
    drawn("b", "1:4");
    drawn("c", "4:5");
    drawn("bc", "3:5");
    check_refused(run_program("merge --lang en $D/a $D/c 2>&1"),
                  "chunks 1:4 of 5 are missing");
    check_refused(run_program("merge --lang en $D/b $D/a 2>&1"),
                  "chunks 4:5 of 5 are missing");
    check_refused(run_program("merge --lang en $D/a $D/b $D/bc 2>&1"),
                  "chunks 3:4 are in");
    free(draw("other", "1:5", "--seed 2").text);
    check_refused(run_program("merge --lang en $D/a $D/other 2>&1"), "uses seed 2");
    check_refused(draw("a", "0:1", "--seed 2"), "holds another simulation already");
    check_refused(draw("a", "0:6", ""), "is no range of chunks");
    check_refused(run_program("merge --lang en 2>&1"), "no partial simulation to merge");
    check_refused(run_program("merge --lang en " PLAN "/plan.csv 2>&1"),
                  "is not a partial simulation");
}

/* The plan as it is now decides what is printed: it has to be the one drawn from. */
static void a_plan_changed_meanwhile_is_refused(void **state)
{
    (void)state;
    free(run_program("--version; cp -r " PLAN " $D/plan; echo >> $D/plan/villages.csv")
             .text);
    drawn("whole", "0:5");
    check_refused(run_program("merge --lang en --plan $D/plan $D/whole 2>&1"),
                  "was computed from another 'villages.csv'");
}

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder) || setenv("D", folder, 1) != 0)
        return -1;
    struct run run = run_program(
        "--version; cp -r data/cam-binh-2024 " PLAN " && printf '%s\\n' "
        "parameter,status,q50 planned,poor,0.75 unplanned,poor,0.12 "
        "planned,near_poor,0.65 unplanned,near_poor,0.12 village_sd,,0.4 year_sd,,0.5 "
        "to_near_poor,poor,0.55 near_to_poor,near_poor,0.02 entry,poor,1 "
        "entry,near_poor,1.5 > " PLAN "/model.csv");
    free(run.text);
    return run.status;
}

static int remove_folder(void **state)
{
    (void)state;
    free(run_program("--version; rm -r $D").text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merged_parts_print_the_bytes_of_one_run),
        cmocka_unit_test(a_finished_chunk_is_not_run_again),
        cmocka_unit_test(a_part_that_grows_draws_only_the_rest),
        cmocka_unit_test(what_does_not_fit_together_is_refused),
        cmocka_unit_test(a_plan_changed_meanwhile_is_refused),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
