/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of households at its limits: as many columns as there may be, few that lack,
 * codes that come again, errors that come to an end. Oracle: by hand. */
#include "finding_checks.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/flags.h"

static struct tn_arena arena;
static struct tn_findings findings;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static size_t rows;
static struct tn_flags_row last;
static char text_of[TN_GROUP_COLUMNS + 2][32];

static void keep(void *context, const struct tn_flags_row *row)
{
    (void)context;
    rows++;
    last = *row;
    for (size_t g = 0; g < TN_GROUP_COLUMNS; g++)
        snprintf(text_of[g], 32, "%s", row->group[g] ? row->group[g] : "");
    snprintf(text_of[TN_GROUP_COLUMNS], 32, "%s", row->stratum);
    snprintf(text_of[TN_GROUP_COLUMNS + 1], 32, "%s", row->psu);
}

static bool read(const struct tn_flags_wanted *wanted, const char *text)
{
    struct tn_read_options options = {.bytes = text, .len = strlen(text)};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "h.csv"};
    void *context[] = {NULL};
    const struct tn_flags_taker taker = {.row = keep, .readers = 1, .context = context};
    struct tn_input input = {0};

    findings = (struct tn_findings){0};
    rows = 0;
    bool read = tn_flags_read(&reading, wanted, &taker, &input);
    assert_true(!read || input.rows == rows);
    return read;
}

static void says(size_t i, long line, long column, const char *message)
{
    check_said(finding_at(&findings, i), line, column, message);
}

/* Flag j stands where order puts it; the bits are a pattern and its complement. */
static void all_columns_that_there_may_be(void **state)
{
    (void)state;
    static const uint64_t bits[] = {0x0123456789ABCDEF, 0xFEDCBA9876543210, ~(uint64_t)0,
                                    0, 0x8000000000000001};
    static char name[TN_FLAG_COLUMNS][8];
    struct tn_flags_wanted wanted = {.flags = TN_FLAG_COLUMNS,
                                     .groups = TN_GROUP_COLUMNS,
                                     .group = {"ga", "gb", "gc", "gd"},
                                     .weight = "w",
                                     .stratum = "s",
                                     .psu = "p"};
    char text[2000];

    for (size_t j = 0; j < TN_FLAG_COLUMNS; j++) {
        snprintf(name[j], sizeof name[j], "i%zu", j);
        wanted.flag[j] = name[j];
    }
    for (size_t step = 1; step < 8; step += 2)   // side by side, and apart
        for (size_t b = 0; b < sizeof bits / sizeof *bits; b++) {
            char *end = text + sprintf(text, "ga,w,gd");
            for (size_t j = 0; j < TN_FLAG_COLUMNS; j++)
                end += sprintf(end, ",i%zu", j * step % TN_FLAG_COLUMNS);
            end += sprintf(end, ",gc,gb,p,s\nA,2.5,D");
            for (size_t j = 0; j < TN_FLAG_COLUMNS; j++)
                end += sprintf(end, ",%d",
                               (int)(bits[b] >> j * step % TN_FLAG_COLUMNS & 1));
            sprintf(end, ",C,B,P,S\n");
            assert_true(read(&wanted, text));
            assert_int_equal(rows, 1);
            assert_true(last.deprived == bits[b] && last.missing == 0);
            check_rel(last.weight, 2.5, 0);
            static const char *const want[] = {"A", "B", "C", "D", "S", "P"};
            for (size_t g = 0; g < TN_GROUP_COLUMNS + 2; g++)
                assert_string_equal(text_of[g], want[g]);
            assert_int_equal(last.group_len[3], 1);
        }
}

static void flags_that_are_not_known_are_missing(void **state)
{
    (void)state;
    const struct tn_flags_wanted wanted = {.flags = 6,
                                           .flag = {"a", "b", "c", "d", "e", "f"}};
    char text[200];

    for (int odd = 0; odd < 6; odd++)
        for (int na = 0; na < 2; na++) {
            char *end = text + sprintf(text, "a,b,c,d,e,f\n");
            for (int j = 0; j < 6; j++)
                end += sprintf(end, "%s%s", j ? "," : "",
                               j != odd ? "1"
                               : na     ? "NA"
                                        : "");
            sprintf(end, "\n");
            assert_true(read(&wanted, text));
            assert_int_equal(last.missing, 1 << odd);
            assert_int_equal(last.deprived, 63 - (1 << odd));
            check_rel(last.weight, 1, 0);
        }
    static const char *const bad[] = {"N", "NB", "na", "NAN", "AN", "2", "/", "00", "10"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char message[100];
        sprintf(text, "a,b,c,d,e,f\n0,0,0,0,0,0\n1,1,1,1,1,%s\n", bad[i]);
        sprintf(message, "f: '%s' must be 0 or 1, or empty where it is not known",
                bad[i]);
        assert_false(read(&wanted, text));
        assert_int_equal(findings.errors, 1);
        says(0, 3, 6, message);
        assert_int_equal(rows, 1);
    }
}

/* Three may lack, and are told one by one. */
/* By however many it was tried. */
static void a_missing_file_is_told_once(void **state)
{
    (void)state;
    const struct tn_read_options options = {.encoding = NULL};
    const struct tn_flags_wanted wanted = {.flags = 1, .flag = {"a"}};

    for (size_t readers = 1; readers < 4; readers++) {
        struct tn_reading reading = {.arena = &arena,
                                     .findings = &findings,
                                     .options = &options,
                                     .path = "no-such-folder/h.csv"};
        void *context[3] = {NULL};
        const struct tn_flags_taker taker = {
            .row = keep, .readers = readers, .context = context};
        struct tn_input input = {0};
        findings = (struct tn_findings){0};
        assert_false(tn_flags_read(&reading, &wanted, &taker, &input));
        assert_int_equal(findings.errors, 1);
        assert_ptr_equal(findings.first, findings.last);
    }
}

static void few_that_lack_are_told_one_by_one(void **state)
{
    (void)state;
    const struct tn_flags_wanted wanted = {
        .flags = 5, .flag = {"a", "b", "c", "d", "e"}, .groups = 1, .group = {"g"}};

    assert_false(read(&wanted, "b,d,g\n1,1,A\n"));
    assert_int_equal(findings.errors, 3);
    says(0, 1, 0, "the file has no column 'a' (its columns: b, d, g)");
    says(1, 1, 0, "the file has no column 'c' (its columns: b, d, g)");
    says(2, 1, 0, "the file has no column 'e' (its columns: b, d, g)");
    assert_false(read(&wanted, "x,d\n1,1\n"));
    assert_int_equal(findings.errors, 2);
    says(0, 1, 0,
         "the file lacks the columns of 4 of the 5 indicators, first 'a'; --rule "
         "describes another set (its columns: x, d)");
    says(1, 1, 0, "the file has no column 'g' (its columns: x, d)");
    assert_false(read(&wanted, "a,b,c,d,e,g,A,g\n1,1,1,1,1,A,0,B\n"));
    assert_int_equal(findings.errors, 2);
    says(0, 1, 7, "the column 'a' is there twice: columns 1 and 7");
    says(1, 1, 8, "the column 'g' is there twice: columns 6 and 8");
    assert_int_equal(rows, 0);
}

static void weights_are_numbers_above_0(void **state)
{
    (void)state;
    const struct tn_flags_wanted wanted = {.flags = 1, .flag = {"a"}, .weight = "w"};
    static const struct {
        const char *cell;
        double comma, semicolon;   // in a file so separated; 0: refused
    } known[] = {{"2", 2, 2},          {"2.5", 2.5, 2.5}, {"2,5", 0, 2.5},
                 {"1e-3", 1e-3, 1e-3}, {"0", 0, 0},       {"-1", 0, 0},
                 {"x", 0, 0},          {"", 0, 0},        {"0.0", 0, 0}};
    char text[100];

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (int semicolon = 0; semicolon < 2; semicolon++) {
            double want = semicolon ? known[i].semicolon : known[i].comma;
            if (semicolon)
                sprintf(text, "a;w\n1;%s\n", known[i].cell);
            else
                sprintf(text, "a,w\n1,\"%s\"\n", known[i].cell);
            assert_int_equal(read(&wanted, text), want > 0);
            if (want > 0)
                check_rel(last.weight, want, 0);
            else
                assert_int_equal(findings.first->column, 2);
            assert_int_equal(findings.errors, !(want > 0));
        }
}

static void codes_that_come_again_are_told_to_an_end(void **state)
{
    (void)state;
    struct tn_flags_wanted wanted = {.flags = 1, .flag = {"a"}, .code = "h"};
    char *text = tn_new(&arena, char, 20 * TN_MOST_ERRORS + 100), *end = text;

    assert_false(read(&wanted, "a,h\n1,B\n1,A\n0,\n0,\n1,B\n1,A\n"));
    assert_int_equal(findings.errors, 2);
    says(0, 6, 2,
         "h: the household 'B' is there already, on line 2; where the file "
         "holds several years, --year names their column");
    says(1, 7, 2,
         "h: the household 'A' is there already, on line 3; where the file "
         "holds several years, --year names their column");
    wanted.code_year = "y";
    assert_true(read(&wanted, "y,a,h\n3,1,B\n2,1,B\n1,1,B\n"));
    assert_false(read(&wanted, "y,a,h\n3,1,B\n2,1,B\n3,0,B\n"));
    says(0, 4, 3, "h: the household 'B' is there in the same year already, on line 2");
    wanted.code_year = NULL;
    end += sprintf(end, "a,h\n1,A\n");
    for (int i = 0; i <= TN_MOST_ERRORS; i++)
        end += sprintf(end, "1,A\n");
    assert_false(read(&wanted, text));
    assert_int_equal(findings.errors, TN_MOST_ERRORS);
    end = text + sprintf(text, "a,h\n");
    for (int i = 0; i <= TN_MOST_ERRORS; i++)
        end += sprintf(end, "x,%d\n", i);
    assert_false(read(&wanted, text));
    assert_int_equal(findings.errors, TN_MOST_ERRORS);
    end = text + sprintf(text, "a,h\n");
    for (int i = 0; i <= TN_MOST_ERRORS; i++)
        end += sprintf(end, "1\n");
    assert_false(read(&wanted, text));
    assert_int_equal(findings.errors, TN_MOST_ERRORS);
    says(0, 2, 2, "the row has 1 field, the header has 2: '1'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(all_columns_that_there_may_be, give_back),
        cmocka_unit_test_teardown(flags_that_are_not_known_are_missing, give_back),
        cmocka_unit_test_teardown(a_missing_file_is_told_once, give_back),
        cmocka_unit_test_teardown(few_that_lack_are_told_one_by_one, give_back),
        cmocka_unit_test_teardown(weights_are_numbers_above_0, give_back),
        cmocka_unit_test_teardown(codes_that_come_again_are_told_to_an_end, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
