/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: files made so that what must be found in them is known. */
#include "check.h"

#include "tn/data/household.h"
#include "tn/data/repeats.h"

#include <stdio.h>
#include <string.h>

static struct tn_arena arena;
static struct tn_findings findings;

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    findings = (struct tn_findings){0};
    return 0;
}

static size_t given, most_codes;
static long weighed;   // lines of all that were given, added up

static void count(void *context, const struct tn_household *household)
{
    (void)context;
    given++;
    weighed += household->line;
}

static bool read_text(const char *text)
{
    struct tn_read_options options = {.bytes = text, .len = strlen(text)};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "households.csv",
                                 .most_codes = most_codes};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};

    given = 0, weighed = 0;
    tn_places_add(&places, 2, "An");
    return tn_household_each(&reading, &places, count, NULL, &input);
}

static void all_cells_reach_the_household(void **state)
{
    (void)state;
    assert_true(read_text("household,village,status,weight,stratum,psu,water,cause\n"
                          "7,An,poor,2.5,S,P,,illness | own_cause\n"));
    assert_int_equal(given, 1);
}

static void codes_that_ascend_and_then_do_not(void **state)
{
    (void)state;
    assert_false(
        read_text("household,village,status\nA1,An,poor\nA2,An,poor\nA10,An,poor\n"
                  "A3,An,poor\na2,An,near_poor\nA1,An,poor\nA4,An,poor\n"));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(findings.first->line, 6);
    assert_non_null(strstr(findings.first->text.text[TN_EN], "stands on line 3"));
    assert_int_equal(findings.warnings, 1);   // word for word
    assert_int_equal(findings.last->line, 7);
    assert_non_null(strstr(findings.last->text.text[TN_EN], "repeats line 2"));
    assert_int_equal(given, 5);
    assert_int_equal(weighed, 2 + 3 + 4 + 5 + 8);
}

/* Only letters have a small one. */
static void signs_that_differ_by_a_bit_differ(void **state)
{
    (void)state;
    assert_true(read_text("household,village,status\nH@1,An,poor\nH`1,An,poor\n"
                          "H[1,An,poor\nH{1,An,poor\nHZ1,An,poor\n"));
    assert_null(findings.first);
    assert_int_equal(given, 5);
    assert_false(read_text("household,village,status\nHZ1,An,poor\nhz1,An,near_poor\n"
                           "HA1,An,poor\nha1,An,near_poor\n"));
    assert_int_equal(findings.errors, 2);
}

static void the_same_code_twice_in_a_row(void **state)
{
    (void)state;
    assert_true(read_text("household,village,status\nĐ 1,An,poor\nĐ 1,An,poor\n"));
    assert_int_equal(findings.warnings, 1);
    assert_int_equal(given, 1);
}

/* Blanks around cells are no part of them; nor is a longer row before it. */
static void rows_are_compared_by_their_cells(void **state)
{
    (void)state;
    assert_false(read_text("household,village,status\nB,An,poor,dddddddd,e\n"
                           "C,An,poor\n A , An , poor \nA,An, poor\n"));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(findings.warnings, 1);
    assert_int_equal(findings.last->line, 5);
    assert_non_null(strstr(findings.last->text.text[TN_EN], "repeats line 4"));
}

static void long_codes_ascend_too(void **state)
{
    (void)state;
    assert_true(read_text("household,village,status\nA_HOUSEHOLD_1,An,poor\n"
                          "A_HOUSEHOLD_2,An,poor\nB_HOUSEHOLD_1,An,poor\n"
                          "B_HOUSEHOLD_1,An,poor\n"));
    assert_int_equal(findings.warnings, 1);
    assert_int_equal(given, 3);
    assert_false(read_text("household,village,status\nAHOUSEHOLD1,An,poor\n"
                           "BHOUSEHOLD1,An,poor\nBHOUSEHOLD1,An,near_poor\n"));
    assert_int_equal(given, 2);
}

/* What Excel makes of a long number, and what only looks a little like it. */
static void codes_that_excel_has_shortened(void **state)
{
    (void)state;
    assert_true(read_text("household;village;status\n1.23E+12;An;poor\n1,23e+5;An;poor\n"
                          "1.23E+;An;poor\n1.23E-12;An;poor\nA.23E+12;An;poor\n"
                          "1.23F+12;An;poor\n1.23E+1x;An;poor\n1.2345;An;poor\n"
                          "\".23E+12\";An;poor\n/.23E+12;An;poor\n"));
    assert_int_equal(findings.warnings, 2);
    assert_int_equal(findings.first->line, 2);
    assert_int_equal(findings.last->line, 3);
    assert_int_equal(given, 10);
}

/* A village's name that is too long is told each time it comes again. */
static void a_wrong_key_is_wrong_in_every_row(void **state)
{
    (void)state;
    char text[2000], village[301] = "";

    memset(village, 'v', 300);
    snprintf(text, sizeof text, "household,village,status\n1,%s,poor\n2,%s,poor\n",
             village, village);
    assert_false(read_text(text));
    assert_int_equal(findings.errors, 2);
    findings = (struct tn_findings){0};   // short, and no name either
    assert_false(read_text("household,village,status\n1,#N/A,poor\n2,#N/A,poor\n"));
    assert_int_equal(findings.errors, 2);
    assert_int_equal(findings.first->line, 2);
    assert_int_equal(findings.last->line, 3);
}

/* Rows around a bad one count, and it alone does not. */
static void a_bad_row_spoils_no_other(void **state)
{
    (void)state;
    assert_false(read_text("household,village,status,members\n1,An,poor,4\n"
                           "2,An,rich,x\n3,An,poor,4\n4,An,poor,0\n5,An,poor,1\n"));
    assert_int_equal(findings.errors, 3);
    assert_int_equal(given, 3);
    assert_int_equal(weighed, 2 + 4 + 6);
}

/* The column told is the first that is missing, or is too many. */
static void rows_have_as_many_cells_as_the_header(void **state)
{
    (void)state;
    assert_false(read_text("household,village,status\n1,An\n2,An,poor,x\n3\n"));
    assert_int_equal(findings.errors, 3);
    assert_int_equal(findings.first->column, 3);
    assert_int_equal(findings.first->next->column, 4);
    assert_int_equal(findings.last->column, 2);
}

/* Another encoding is told once, not row by row. */
static void another_encoding_is_told_once(void **state)
{
    (void)state;
    assert_false(read_text("household,village,status\n1,Th\xABn Ch\xEE,poor\n"
                           "2,Th\xABn Ch\xEE,poor\n3,Th\xABn Ch\xEE,poor\n"));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(given, 0);
}

/* Reading breaks off: nothing is looked through again. */
static void a_file_that_breaks_off(void **state)
{
    (void)state;
    struct tn_read_options options = {0};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "/proc/self/mem"};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};

    assert_false(tn_household_each(&reading, &places, count, NULL, &input));
    assert_true(reading.broken);
    assert_int_equal(findings.errors, 1);
}

/* Rows n to 1, so that nothing ascends; one code there twice, far apart. */
static char *backwards(long n, long twice)
{
    char *text = tn_new(&arena, char, (size_t)n * 24 + 100), *end = text;

    end += sprintf(end, "household,village,status\n");
    end += sprintf(end, "A0,An,poor\n,An,poor\n");   // the second is an error
    for (long i = n; i > 0; i--)
        end += sprintf(end, "H%ld,An,poor\n", i);
    sprintf(end, "H%ld,An,near_poor\n", twice);
    return text;
}

static void a_long_file_is_looked_through(void **state)
{
    (void)state;
    assert_false(read_text(backwards(20000, 19999)));
    assert_int_equal(findings.errors, 2);
    assert_int_equal(findings.last->line, 20004);
    assert_non_null(strstr(findings.last->text.text[TN_EN], "stands on line 5"));
    assert_int_equal(given, 20001);
}

/* With room for few codes, each of the file's repeats is told once: whether the first
 * pass meets it, or a later one. */
static void a_longer_file_is_looked_through_in_parts(void **state)
{
    (void)state;
    enum { ROWS = 20000, EVERY = 500 };
    char *text = tn_new(&arena, char, ROWS * 26 + 100), *end = text;

    end += sprintf(end, "household,village,status\n");
    for (int i = ROWS; i > 0; i--)
        end += sprintf(end, "K%d,An,%s\n", i % EVERY ? i : i - 1,
                       i % EVERY ? "poor" : "near_poor");
    sprintf(end, ",An,poor\n");
    most_codes = 2048;
    assert_false(read_text(text));
    most_codes = 0;
    assert_int_equal(findings.errors, ROWS / EVERY + 1);
}

/* Repeats that a later pass finds are no more where there are errors enough. */
static void a_later_pass_does_not_go_on_after_the_last_error(void **state)
{
    (void)state;
    enum { ROWS = 1000 };
    char *text = tn_new(&arena, char, 2 * ROWS * 40), *end = text;

    end += sprintf(end, "household,village,status\n");
    for (int i = ROWS; i > 0; i--)
        end += sprintf(end, "K%d,An,poor\n%c%d,An,near_poor\n", i, i % 2 ? 'L' : 'K', i);
    most_codes = 64;
    assert_false(read_text(text));
    size_t few = findings.errors;
    assert_true(few > 400 && few < TN_MOST_ERRORS);
    findings = (struct tn_findings){0};
    for (int i = 0; i <= TN_MOST_ERRORS; i++)
        end += sprintf(end, "%d,An,rich\n", i);
    assert_false(read_text(text));
    most_codes = 0;
    assert_int_equal(findings.errors, TN_MOST_ERRORS + 1);
}

/* What a household has where its file says nothing, and what it says. */
static struct tn_household held;

static void hold(void *context, const struct tn_household *household)
{
    (void)context;
    held = *household;
    given++;
}

static void read_one(const char *text)
{
    struct tn_read_options options = {.bytes = text, .len = strlen(text)};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "households.csv"};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};

    given = 0;
    tn_places_add(&places, 2, "An");
    tn_places_add(&places, 2, "Ba");
    bool read = tn_household_each(&reading, &places, hold, NULL, &input);
    if (!read)
        fail_msg("%s", findings.first->text.text[TN_EN]);
    assert_int_equal(given, 1);
}

static void what_is_absent_has_its_default(void **state)
{
    (void)state;
    read_one("household,village,status\nH1,Ba,near_poor\n");
    assert_int_equal(held.village, 1);
    assert_int_equal(held.status, TN_NEAR_POOR);
    assert_int_equal(held.line, 2);
    assert_true(held.planned);
    assert_int_equal(held.members, TN_UNKNOWN);
    assert_int_equal(held.workers, TN_UNKNOWN);
    assert_int_equal(held.causes + held.measures, 0);
    assert_null(held.cause);
    check_rel(held.weight, 1, 0);
    for (int i = 0; i < TN_INDICATORS; i++)
        assert_int_equal(held.deprived[i], -1);
    read_one("household,village,status,weight,members,workers,employment,"
             "information_device,planned\nH1,An,poor,2.5,4,3,1,0,no\n");
    assert_int_equal(held.village, 0);
    assert_int_equal(held.status, TN_POOR);
    check_rel(held.weight, 2.5, 0);
    assert_int_equal(held.members, 4);
    assert_int_equal(held.workers, 3);
    assert_int_equal(held.deprived[0], 1);
    assert_int_equal(held.deprived[1], -1);
    assert_int_equal(held.deprived[TN_INDICATORS - 1], 0);
    assert_false(held.planned);
    read_one("household,village,status,planned\nH1,An,poor,yes\n");
    assert_true(held.planned);
}

/* Codes of every length about the eights in which they are compared. */
static void codes_of_all_lengths_ascend(void **state)
{
    (void)state;
    char *text = tn_new(&arena, char, 40000), *end = text;

    end += sprintf(end, "household,village,status\n");
    for (int len = 1; len <= 34; len++)
        for (int at = len - 1; at >= 0; at--) {
            memset(end, 'a', (size_t)len);
            end[at] = 'b';
            end += len + sprintf(end + len, ",An,poor\n");
        }
    assert_true(read_text(text));
    assert_int_equal(given, 34 * 35 / 2);
    assert_null(findings.first);
}

static void each_code_is_known_again(void **state)
{
    (void)state;
    struct tn_repeats repeats;
    struct tn_repeat before;

    tn_repeats_begin(&repeats, 0, 1);
    for (uint32_t i = 1; i <= 20000; i++) {
        char code[16];
        int len = snprintf(code, sizeof code, "T%u", i <= 10000 ? i : i - 10000);
        struct tn_repeat row = {tn_repeats_hash((size_t)len, code), i, i};
        assert_int_equal(tn_repeats_add(&repeats, &row, &before), i > 10000);
        assert_true(i <= 10000 || before.line == i - 10000);
    }
    assert_int_equal(repeats.n, 10000);
    tn_repeats_end(&repeats);
}

/* The table of bounded size: what the first pass leaves out, later ones find. */
static void no_repeat_is_lost_between_the_parts(void **state)
{
    (void)state;
    enum { CODES = 10000, EVERY = 97 };
    struct tn_repeats repeats, first = {0};
    struct tn_repeat before;
    size_t found = 0;
    unsigned part = 0, parts = 1;

    do {
        tn_repeats_begin(&repeats, part, parts);
        repeats.most = 2048;
        for (uint32_t i = 1; i <= 2 * CODES; i++) {
            char code[24];
            int len = sprintf(code, "v%u-%u", i % 3,
                              i <= CODES ? i : (i - CODES) * EVERY * 3);
            struct tn_repeat row = {tn_repeats_hash((size_t)len, code), i, i};
            bool again = tn_repeats_add(&repeats, &row, &before);
            found += again && !(part && tn_repeats_looked(&first, part, i));
        }
        if (!part)
            first = repeats;
        parts = first.parts;
        assert_true(repeats.n <= 2 * 1536);
        tn_repeats_end(&repeats);
    } while (++part < parts);
    assert_true(parts >= 8);
    assert_int_equal(found, 11);   // k = 2, 5 ... 32: village and number agree
}

/* Where the table is full, the row that comes then may repeat any of those before. */
static void no_repeat_is_lost_where_the_table_is_full(void **state)
{
    (void)state;
    enum { FULL = 48 };   // of 64

    for (uint32_t twice = 1; twice <= FULL; twice++) {
        struct tn_repeats repeats, first = {0};
        struct tn_repeat before;
        unsigned part = 0, parts = 1;
        size_t found = 0;
        do {
            tn_repeats_begin(&repeats, part, parts);
            repeats.most = 64;
            for (uint32_t i = 1; i <= FULL + 1; i++) {
                char code[16];
                int len = sprintf(code, "%u-x", i <= FULL ? i : twice);
                struct tn_repeat row = {tn_repeats_hash((size_t)len, code), i, i};
                found += tn_repeats_add(&repeats, &row, &before) &&
                         !(part && tn_repeats_looked(&first, part, i));
            }
            if (!part)
                first = repeats;
            parts = first.parts;
            tn_repeats_end(&repeats);
        } while (++part < parts);
        assert_int_equal(parts, 2);
        assert_int_equal(found, 1);
    }
}

static void hashes_tell_codes_apart(void **state)
{
    (void)state;
    assert_true(tn_repeats_hash(3, "007") != tn_repeats_hash(1, "7"));
    assert_true(tn_repeats_hash(2, "h1") != tn_repeats_hash(2, "g1"));
    assert_true(tn_repeats_hash(20, "12345678901234567890") !=
                tn_repeats_hash(20, "12345678901234567891"));
    assert_int_equal(tn_repeats_hash(4, "h016") >> 4, tn_repeats_hash(4, "h031") >> 4);
    assert_int_equal(tn_repeats_hash(3, "-16") >> 4, tn_repeats_hash(3, "-31") >> 4);
    assert_true(tn_repeats_hash(4, "h015") >> 4 != tn_repeats_hash(4, "h016") >> 4);
    assert_true(tn_repeats_hash(4, "h015") >> 5 != tn_repeats_hash(4, "h016") >> 5);
    assert_true(tn_repeats_hash(4, "h01/") != tn_repeats_hash(4, "h00?"));
    assert_true(tn_repeats_hash(4, "h01:") != tn_repeats_hash(4, "h020"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(all_cells_reach_the_household, clean_up),
        cmocka_unit_test_teardown(codes_that_ascend_and_then_do_not, clean_up),
        cmocka_unit_test_teardown(signs_that_differ_by_a_bit_differ, clean_up),
        cmocka_unit_test_teardown(the_same_code_twice_in_a_row, clean_up),
        cmocka_unit_test_teardown(rows_are_compared_by_their_cells, clean_up),
        cmocka_unit_test_teardown(long_codes_ascend_too, clean_up),
        cmocka_unit_test_teardown(codes_that_excel_has_shortened, clean_up),
        cmocka_unit_test_teardown(a_wrong_key_is_wrong_in_every_row, clean_up),
        cmocka_unit_test_teardown(a_bad_row_spoils_no_other, clean_up),
        cmocka_unit_test_teardown(rows_have_as_many_cells_as_the_header, clean_up),
        cmocka_unit_test_teardown(another_encoding_is_told_once, clean_up),
        cmocka_unit_test_teardown(a_file_that_breaks_off, clean_up),
        cmocka_unit_test_teardown(a_long_file_is_looked_through, clean_up),
        cmocka_unit_test_teardown(a_longer_file_is_looked_through_in_parts, clean_up),
        cmocka_unit_test_teardown(a_later_pass_does_not_go_on_after_the_last_error,
                                  clean_up),
        cmocka_unit_test_teardown(what_is_absent_has_its_default, clean_up),
        cmocka_unit_test_teardown(codes_of_all_lengths_ascend, clean_up),
        cmocka_unit_test(each_code_is_known_again),
        cmocka_unit_test(no_repeat_is_lost_between_the_parts),
        cmocka_unit_test(no_repeat_is_lost_where_the_table_is_full),
        cmocka_unit_test(hashes_tell_codes_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
