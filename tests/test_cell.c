/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: utf8proc for what is UTF-8; Unicode's own lists of blanks and invisible
 * letters. */
#include "check.h"

#include "tn/data/household.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_household last;
static char last_code[TN_NAME_LIMIT + 1];

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    findings = (struct tn_findings){0};
    return 0;
}

static void keep(void *context, const struct tn_household *household)
{
    (void)context;
    last = *household;
    strcpy(last_code, household->code);
}

static bool read_bytes(size_t len, const char *text)
{
    struct tn_read_options options = {.bytes = text, .len = len};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "households.csv"};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};

    findings = (struct tn_findings){0};
    tn_places_add(&places, 2, "An");
    return tn_household_each(&reading, &places, keep, NULL, &input);
}

/* One household whose cells are as given. */
static bool read_row(const char *code, const char *village, const char *members,
                     const char *note)
{
    char text[3000];

    int len = snprintf(text, sizeof text,
                       "household,village,status,members,note\n%s,%s,poor,%s,%s\n", code,
                       village, members, note);
    return read_bytes((size_t)len, text);
}

static const char *utf8(int32_t code)
{
    static char text[8];

    memset(text, 0, sizeof text);
    utf8proc_encode_char(code, (utf8proc_uint8_t *)text);
    return text;
}

static void blanks_around_a_cell_are_nothing(void **state)
{
    (void)state;
    static const int32_t blank[] = {' ',    '\t',   0xA0,   0x3000,
                                    0x202F, 0x2000, 0x2007, 0x200A};

    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
        char around[40];
        snprintf(around, sizeof around, "%s7", utf8(blank[i]));
        strcat(around, utf8(blank[i]));
        assert_true(read_row("H1", "An", around, ""));
        assert_int_equal(last.members, 7);
    }
    static const int32_t other[] = {0x1FFF, 0x200B + 0x10, 0xA1, 0x2FFF, 0x3001, 0x202E};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        char around[40];
        snprintf(around, sizeof around, "7%s", utf8(other[i]));
        assert_false(read_row("H1", "An", around, ""));
    }
}

static void invisible_letters_are_left_out_of_names(void **state)
{
    (void)state;
    static const int32_t invisible[] = {0xAD,   0x200B, 0x200C, 0x200D,
                                        0x200E, 0x200F, 0x2060, 0xFEFF};

    for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
        char name[40], code[40];
        snprintf(name, sizeof name, "A%sn", utf8(invisible[i]));
        snprintf(code, sizeof code, "H%s1", utf8(invisible[i]));
        assert_true(read_row(code, name, "7", ""));
        assert_string_equal(last_code, "H1");
    }
    assert_false(read_row("\xE2\x80\x8B", "An", "7", ""));   // nothing is left
}

/* The one error of a text of one household. */
static void check_only_error(const char *text, long line, long column, const char *says)
{
    assert_false(read_bytes(strlen(text), text));
    assert_int_equal(findings.errors, 1);
    const struct tn_finding *error = findings.first;
    while (error->severity != TN_ERROR)
        error = error->next;
    assert_int_equal(error->line, line);
    assert_int_equal(error->column, column);
    if (!strstr(error->text.text[TN_EN], says))
        fail_msg("%s", error->text.text[TN_EN]);
}

static void errors_name_row_and_column(void **state)
{
    (void)state;
    check_only_error("household,village,status\nH1,An,\n", 2, 3,
                     "status: the cell is empty; a value is needed");
    assert_null(strstr(findings.first->text.text[TN_EN], ", 0 where"));
    check_only_error("household,village,status\n,An,poor\n", 2, 1, "a name is needed");
    check_only_error("household,village,status\nH1,,poor\n", 2, 2, "a name is needed");
    check_only_error("household,village,status\nH1,An,rich\n", 2, 3, "rich");
    check_only_error("household,village,status,members\n\nH1,An,poor,7.5\n", 3, 4, "7.5");
    check_only_error("household,village,T\xECnh tr\xF9ng\nH1,An,poor\n", 1, 3, "header");
}

/* Unicode's block of punctuation: what turns the writing or parts lines, and what has no
 * letter to show. */
static void marks_that_no_screen_shows_are_refused(void **state)
{
    (void)state;
    for (int32_t code = 0x2000; code <= 0x206F; code++) {
        bool bad = (code >= 0x2028 && code <= 0x202E) || code >= 0x2061;
        char name[40];
        snprintf(name, sizeof name, "H%s1", utf8(code));
        assert_int_equal(read_row(name, "An", "7", ""), !bad);
    }
    const int32_t other[] = {0x61C,  0x180E, 0x3164,  0xE000,
                             0xFFF9, 0xFFFE, 0xE0041, 0x10FFFF};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        char name[40];
        snprintf(name, sizeof name, "H%s1", utf8(other[i]));
        assert_false(read_row(name, "An", "7", ""));
        assert_false(read_row("H1", name, "7", ""));
    }
}

static bool is_text(const char *bytes)
{
    utf8proc_int32_t code;

    for (utf8proc_ssize_t n; *bytes; bytes += n) {
        n = utf8proc_iterate((const utf8proc_uint8_t *)bytes, -1, &code);
        if (n <= 0 || (code < ' ' && code != '\t') || (code >= 0x7F && code < 0xA0))
            return false;
    }
    return true;
}

/* In the fast way over whole lines, and in the slow one that a quote leads into. */
static void text_is_what_utf8proc_takes(void **state)
{
    (void)state;
    static const unsigned char edge[] = {0x01, 0x09, 0x1F, 0x20, 0x41, 0x7E, 0x7F,
                                         0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
                                         0xC1, 0xC2, 0xC3, 0xDF, 0xE0, 0xE1, 0xED,
                                         0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};

    static const char *const at_the_edge[] = {
        "\xF0\x90\x80\x80", "\xF0\x8F\x80\x80", "\xF4\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xED\x9F\xBF",     "\xED\xA0\x80",     "\xE0\xA0\x80",     "\xE0\x9F\xBF",
        "\xF5\x80\x80\x80", "\xC2\x9F",         "\xC2\xA0",         "\xEF\xBF\xBF",
        "\xF1\x80\x80\x80", "\xF1\x80\x80\x41"};

    for (size_t i = 0; i < sizeof at_the_edge / sizeof *at_the_edge; i++)
        for (int quoted = 0; quoted < 2; quoted++) {
            char note[64];
            snprintf(note, sizeof note, quoted ? "\"%s.\"" : "%s.", at_the_edge[i]);
            assert_int_equal(read_row("H1", "An", "7", note), is_text(at_the_edge[i]));
        }
    for_cases (3000) {
        char bytes[8] = "";
        size_t n = 1 + (size_t)(case_uniform(0) * 4);
        for (size_t i = 0; i < n; i++)
            bytes[i] = (char)edge[(size_t)(case_uniform(i + 1) * sizeof edge)];
        char note[64];
        snprintf(note, sizeof note, check_case % 2 ? "ghi chu %s ." : "\"ghi chu %s .\"",
                 bytes);
        assert_int_equal(read_row("H1", "An", "7", note), is_text(bytes));
    }
}

static void a_letter_cut_by_the_file_s_end_is_no_text(void **state)
{
    (void)state;
    static const char *const cut[] = {"\xC3", "\xE1\xBB", "\xF0\x9F\x98"};
    char text[100];

    for (size_t i = 0; i < 3; i++) {
        int len = snprintf(text, sizeof text,
                           "household,village,status,note\nH1,An,poor,%s", cut[i]);
        assert_false(read_bytes((size_t)len, text));
    }
}

static void formula_errors_are_told_from_other_hashes(void **state)
{
    (void)state;
    assert_false(read_row("H1", "An", "#NAME?", ""));
    assert_non_null(strstr(findings.first->text.text[TN_EN], "formula error"));
    assert_false(read_row("H1", "An", "#3", ""));
    assert_non_null(strstr(findings.first->text.text[TN_EN], "not a whole number"));
    assert_true(read_row("#1", "An", "3", ""));
}

static void limits_of_counts_and_names(void **state)
{
    (void)state;
    char name[TN_NAME_LIMIT + 2];

    assert_true(read_row("H1", "An", "999999999", ""));
    assert_int_equal(last.members, 999999999);
    assert_true(read_row("H1", "An", "0000000000000000000007", ""));
    assert_int_equal(last.members, 7);
    assert_false(read_row("H1", "An", "1000000000", ""));
    assert_false(read_row("H1", "An", "1000000000000000000000", ""));
    assert_false(read_row("H1", "An", "0", ""));
    assert_false(read_row("H1", "An", "00", ""));
    memset(name, 'a', sizeof name);
    name[TN_NAME_LIMIT] = '\0';
    assert_true(read_row(name, "An", "1", ""));
    name[TN_NAME_LIMIT] = 'a', name[TN_NAME_LIMIT + 1] = '\0';
    assert_false(read_row(name, "An", "1", ""));
}

/* Blanks around it, or quotes, lead to the same flag by another way. */
static void a_flag_is_0_or_1_however_it_stands(void **state)
{
    (void)state;
    static const char *const cell[] = {"0",     "1",     " 0",        " 1",
                                       "\"0\"", "\"1\"", "0\xC2\xA0", "1\xC2\xA0"};

    for (int i = 0; i < 8; i++) {
        char text[100];
        int len = snprintf(text, sizeof text,
                           "household,village,status,water\nH1,An,poor,%s\n", cell[i]);
        assert_true(read_bytes((size_t)len, text));
        assert_int_equal(last.deprived[8], i % 2);   // water
    }
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    const char *text = "household,village,status,cause,planned\n"
                       "H1,An,POOR,own | B\xE1\xBB\x87nh n\xE1\xBA\xB7ng |illness,yes\n";

    assert_true(read_bytes(strlen(text), text));
    assert_int_equal(last.causes, 3);
    const char *bad = "household,village,status,cause\nH1,An,poor, | x\n";
    assert_false(read_bytes(strlen(bad), bad));
}

static void messages_show_sixty_letters(void **state)
{
    (void)state;
    char code[300];

    memset(code, '9', sizeof code);
    code[299] = '\0';
    assert_false(read_row("H1", "An", code, ""));
    assert_int_equal(strspn(strchr(findings.first->text.text[TN_EN], '9'), "9"), 59);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(errors_name_row_and_column, clean_up),
        cmocka_unit_test_teardown(blanks_around_a_cell_are_nothing, clean_up),
        cmocka_unit_test_teardown(invisible_letters_are_left_out_of_names, clean_up),
        cmocka_unit_test_teardown(marks_that_no_screen_shows_are_refused, clean_up),
        property(text_is_what_utf8proc_takes),
        cmocka_unit_test_teardown(a_letter_cut_by_the_file_s_end_is_no_text, clean_up),
        cmocka_unit_test_teardown(formula_errors_are_told_from_other_hashes, clean_up),
        cmocka_unit_test_teardown(limits_of_counts_and_names, clean_up),
        cmocka_unit_test_teardown(a_flag_is_0_or_1_however_it_stands, clean_up),
        cmocka_unit_test_teardown(lists_keep_their_order, clean_up),
        cmocka_unit_test_teardown(messages_show_sixty_letters, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
