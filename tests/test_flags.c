/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: small files whose content is known; ratios of whole numbers in long division.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/data/flags.h"
#include "tn/data/rule_file.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_read_options options;

static struct tn_reading reading_of(const char *text)
{
    findings = (struct tn_findings){0};
    options = (struct tn_read_options){.bytes = text, .len = strlen(text)};
    return (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = "h.csv"};
}

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

enum { MOST = 8 };

static struct {
    size_t rows;
    struct tn_flags_row row[MOST];
    char group[MOST][32], psu[MOST][32];
} kept;

static void keep(void *context, const struct tn_flags_row *row)
{
    (void)context;
    assert_true(kept.rows < MOST);
    kept.row[kept.rows] = *row;
    if (row->group[0])
        strcpy(kept.group[kept.rows], row->group[0]);
    strcpy(kept.psu[kept.rows++], row->psu);
}

static const struct tn_flags_wanted wanted = {.flags = 3,
                                              .groups = 1,
                                              .flag = {"job", "water", "School"},
                                              .group = {"village"},
                                              .weight = "w",
                                              .psu = "psu"};

static bool read_by(struct tn_reading *reading, const struct tn_flags_wanted *of,
                    tn_flags_fn *row, struct tn_input *input)
{
    void *context[] = {NULL};
    const struct tn_flags_taker taker = {.row = row, .readers = 1, .context = context};

    return tn_flags_read(reading, of, &taker, input);
}

static bool read(const char *text)
{
    struct tn_reading reading = reading_of(text);
    struct tn_input input = {0};

    kept.rows = 0;
    return read_by(&reading, &wanted, keep, &input) && input.rows == kept.rows;
}

static void nothing(void *context, const struct tn_flags_row *row)
{
    (void)context;
    (void)row;
}

static bool read_codes(const char *text)
{
    const struct tn_flags_wanted coded = {
        .flags = 1, .flag = {"job"}, .code = "household", .code_year = "year"};
    struct tn_reading reading = reading_of(text);
    struct tn_input input = {0};

    return read_by(&reading, &coded, nothing, &input);
}

static void a_household_stands_once_in_a_year(void **state)
{
    (void)state;
    assert_true(read_codes("household,year,job\nH1,2022,1\nH2,2022,0\nH1,2023,1\n"));
    assert_true(read_codes("household,year,job\n,2022,1\n,2022,0\n"));
    assert_true(read_codes("year,job\n2022,1\n2022,0\n"));
    assert_true(read_codes("year,household,job\n2022,H1,1\n2023,H1,1\n"));
    assert_false(read_codes("year,household,job\n2022,H1,1\n2023,H1,1\n2022,H1,1\n"));
    assert_int_equal(findings.first->line, 4);
    assert_int_equal(findings.first->column, 2);
    assert_false(read_codes("Household,year,job\nH1,2022,1\nH2,2022,0\nH1,2022,0\n"));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(findings.first->line, 4);
    assert_int_equal(findings.first->column, 1);
    assert_string_equal(
        findings.first->text.text[TN_EN],
        "household: the household 'H1' is there in the same year already, on line 2");
    assert_false(read_codes("household,job\nH1,1\nH2,0\nH2,0\n"));
    assert_int_equal(findings.first->line, 4);
}

static void a_code_that_is_named_must_be_there(void **state)
{
    (void)state;
    const struct tn_flags_wanted coded = {
        .flags = 1, .flag = {"job"}, .code = "ma_ho", .code_named = true};
    struct tn_reading reading = reading_of("household,job\nH1,1\n");
    struct tn_input input = {0};

    assert_false(read_by(&reading, &coded, nothing, &input));
    assert_string_equal(findings.first->text.text[TN_EN],
                        "the file has no column 'ma_ho' (its columns: household, job)");
}

/* More households than the table of codes holds: said, and a repeat at the end of the
 * file is still found where its code is among those looked at. */
static void too_many_codes_are_said_to_be_too_many(void **state)
{
    (void)state;
    enum { MANY = 1700000 };
    char *text = malloc(MANY * 10 + 64), *end = text;
    assert_non_null(text);

    end += sprintf(end, "household,job\n");
    for (long i = 0; i < MANY; i++)
        end += sprintf(end, "%ld,1\n", i);
    assert_true(read_codes(text));
    assert_int_equal(findings.notes, 0);   // in order: no table is needed
    end += sprintf(end, "x,1\na,1\n");
    assert_true(read_codes(text));
    assert_int_equal(findings.notes, 1);
    assert_non_null(strstr(findings.first->text.text[TN_EN], "1 of 2 codes"));
    for (long i = 0; i < 64; i++)
        end += sprintf(end, "%ld,1\n", 16 * i);
    assert_false(read_codes(text));
    assert_true(findings.errors > 10 && findings.errors < 54);
    free(text);
}

static void columns_are_found_in_any_order(void **state)
{
    (void)state;
    assert_true(read("Psu;water;SCHOOL;other;village;job;w\r\n"
                     "p1;1;0;x;\"Tô; Đông\";1;1,5\r\n"
                     "p2;;NA;y;B;0;2\r\n"));
    assert_int_equal(kept.rows, 2);
    assert_int_equal(kept.row[0].deprived, 3);
    assert_int_equal(kept.row[0].missing, 0);
    check_rel(kept.row[0].weight, 1.5, 0);
    assert_string_equal(kept.group[0], "T\xC3\xB4; \xC4\x90\xC3\xB4ng");
    assert_string_equal(kept.psu[1], "p2");
    assert_int_equal(kept.row[1].deprived, 0);
    assert_int_equal(kept.row[1].missing, 6);
}

static void refuses(const char *text, const char *message, long line, long column)
{
    assert_false(read(text));
    assert_non_null(findings.first);
    assert_string_equal(findings.first->text.text[TN_EN], message);
    assert_int_equal(findings.first->line, line);
    assert_int_equal(findings.first->column, column);
}

static void what_is_wrong_is_named(void **state)
{
    (void)state;
#define HEAD "village,job,water,school,w,psu\n"
    refuses("village,job,school,w,psu\nA,1,0,1,1\n",
            "the file has no column 'water' (its columns: village, job, school, w, psu)",
            1, 0);
    refuses("village,w,psu,water\nA,1,p,0\n",
            "the file has no column 'job' (its columns: village, w, psu, water)", 1, 0);
    refuses("village,job,water,school,w,psu,JOB\nA,1,0,1,1,p,0\n",
            "the column 'job' is there twice: columns 2 and 7", 1, 7);
    refuses(HEAD "A,1,2,0,1,p\n",
            "water: '2' must be 0 or 1, or empty where it is not known", 2, 3);
    refuses(HEAD "A,1,yes,0,1,p\n",
            "water: 'yes' must be 0 or 1, or empty where it is not known", 2, 3);
    refuses(HEAD "A,1,1,0,0,p\n", "w: '0' must be a number above 0", 2, 5);
    refuses(HEAD "A,1,1,0,-1,p\n", "w: '-1' must be a number above 0", 2, 5);
    refuses(HEAD "A,1,1,0,,p\n", "w: '' must be a number above 0", 2, 5);
    refuses(HEAD ",1,1,0,1,p\n", "village: the cell is empty; a value is needed", 2, 1);
    refuses(HEAD "A,1,1,0,1,\n", "psu: the cell is empty; a value is needed", 2, 6);
    refuses(HEAD "A,1,1,0,1\n", "the row has 5 fields, the header has 6: 'A'", 2, 6);
    refuses(HEAD "A,1,1,0,1,p,q\n", "the row has 7 fields, the header has 6: 'A'", 2, 7);
    refuses("village,job,wa\x01ter,school,w,psu\nA,1,1,0,1,p\n",
            "header: 'wa\\x01ter' holds a control character; type the cell anew", 1, 3);
    refuses("other,village,job,water,school,w,psu\na\x1B,A,1,1,0,1,p\n",
            "other: 'a\\x1B' holds a control character; type the cell anew", 2, 1);
    refuses(HEAD, "only a header line: no rows follow it", 1, 0);
    refuses(HEAD "A,1,NB,0,1,p\n",
            "water: 'NB' must be 0 or 1, or empty where it is not known", 2, 3);
}

/* A file of households has no limit, but what has no line end has an end. */
static void an_endless_line_is_not_waited_for(void **state)
{
    (void)state;
    findings = (struct tn_findings){0};
    options = (struct tn_read_options){.max_mib = 1e9};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "/dev/zero"};
    struct tn_input input = {0};

    assert_false(read_by(&reading, &wanted, nothing, &input));
    const struct tn_finding *last = findings.last;
    assert_string_equal(last->text.text[TN_EN],
                        "the row is longer than the limit of 1024 KiB");
    assert_int_equal(last->line, 1);
}

/* Another set of indicators than the file's is told once, not indicator by indicator. */
static void another_set_is_told_once(void **state)
{
    (void)state;
    const struct tn_flags_wanted many = {
        .flags = 5, .flag = {"a", "b", "job", "c", "d"}, .stratum = "s"};
    struct tn_reading reading = reading_of("job,s\n1,N\n");
    struct tn_input input = {0};

    assert_false(read_by(&reading, &many, nothing, &input));
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "the file lacks the columns of 4 of the 5 indicators, first 'a'; "
                        "--rule describes another set (its columns: job, s)");
}

/* Bytes that are no text have no place in a name. */
static void names_are_text(void **state)
{
    (void)state;
    assert_false(read("village,job,water,school,w,psu\nTh\xF4n,1,0,1,1,p\n"));
    assert_non_null(strstr(findings.first->text.text[TN_EN], "is not UTF-8"));
    assert_int_equal(findings.first->line, 2);
    assert_true(read("village,job,water,school,w,psu\nTh\xC3\xB4n,1,0,1,1,p\n"));
}

/* Groups are told apart by their letters: none of them is hidden, or turns the others. */
static void groups_have_names_that_show(void **state)
{
    (void)state;
#define ROW ",1,1,0,1,p\n"
#define NOT_SHOWN "holds a character that cannot be shown; type the cell anew"
    refuses(HEAD "A" ROW "\u202EA" ROW, "village: 'U+202EA' " NOT_SHOWN, 3, 1);
    refuses(HEAD "Th\u00F4n\u200B" ROW, "village: 'Th\u00F4nU+200B' " NOT_SHOWN, 2, 1);
    refuses(HEAD "Th\u00ADon" ROW, "village: 'Th\\xADon' " NOT_SHOWN, 2, 1);
    refuses(HEAD "A,1,1,0,1,p\u2066\n", "psu: 'pU+2066' " NOT_SHOWN, 2, 6);
    refuses(HEAD "\"A\nB\"" ROW, "village: the name 'A\\x0AB' must be on one line", 2, 1);
    assert_true(read(HEAD "Th\u00F4n\u00A01" ROW));
    assert_true(read(HEAD "Th\u00F4n \u1EA4p \u2013 x" ROW));
#undef ROW
}

static bool ratio(const char *text, int64_t num, int64_t den)
{
    int64_t a = 0, b = 0;

    return tn_ratio_read(strlen(text), text, &a, &b) && a == num && b == den;
}

static void ratios_are_exact(void **state)
{
    (void)state;
    int64_t a, b;

    assert_true(ratio("3", 3, 1));
    assert_true(ratio("3/12", 1, 4));
    assert_true(ratio("0.25", 1, 4));
    assert_true(ratio("0.333", 333, 1000));
    assert_true(ratio("1/18", 1, 18));
    assert_true(ratio("1000000000", 1000000000, 1));
    const char *const none[] = {"",   "x",  "1/0",   "-1",         "1/",           "/3",
                                ".5", "1.", "1/2/3", "1000000001", "0.0000000001", "1e-3",
                                " 1"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(tn_ratio_read(strlen(none[i]), none[i], &a, &b));
}

static bool rule_of(const char *text, struct tn_rule_file *rule)
{
    struct tn_reading reading = reading_of(text);
    struct tn_input input = {0};

    *rule = (struct tn_rule_file){0};
    return tn_rule_file_read(&reading, rule, &input);
}

static void weights_become_whole_in_lowest_terms(void **state)
{
    (void)state;
    struct tn_rule_file rule;

    assert_true(rule_of(
        "indicator,dimension,weight\na,X,1/6\nb,X,1/6\nc,Y,0.5\nd,Z,1/6\n", &rule));
    assert_int_equal(rule.indicators, 4);
    assert_int_equal(rule.dimensions, 3);
    assert_int_equal(rule.total, 6);
    assert_int_equal(rule.weight[0], 1);
    assert_int_equal(rule.weight[2], 3);
    assert_int_equal(rule.dimension_of[3], 2);
    assert_string_equal(rule.indicator[3], "d");
    assert_string_equal(rule.dimension[1], "Y");
}

/* Three dimensions of 2, 1 and 3 indicators: sixths, a third, ninths. */
static void dimensions_share_alike_without_weights(void **state)
{
    (void)state;
    struct tn_rule_file rule;

    assert_true(rule_of("dimension;indicator\nX;a\nX;b\nY;c\nZ;d\nZ;e\nZ;f\n", &rule));
    const int64_t want[] = {3, 3, 6, 2, 2, 2};
    for (size_t j = 0; j < 6; j++)
        assert_int_equal(rule.weight[j], want[j]);
    assert_int_equal(rule.total, 18);
}

/* Codes and years longer than is kept of them are looked up like those in disorder. */
static void long_codes_are_looked_up(void **state)
{
    (void)state;
    char text[2000], code[301] = "";

    memset(code, 'c', 300);
    snprintf(text, sizeof text, "household,year,job\n%s,2023,1\n%s,2024,1\n", code, code);
    assert_true(read_codes(text));
    snprintf(text, sizeof text, "household,year,job\n%s,2023,1\n%s,2023,1\n", code, code);
    assert_false(read_codes(text));
    snprintf(text, sizeof text, "household,year,job\nA,%s,1\n,%s,1\nA,%s,1\n", code, code,
             code);
    assert_false(read_codes(text));
}

static size_t strata;

static void count_strata(void *context, const struct tn_flags_row *row)
{
    (void)context;
    strata += strcmp(row->stratum, "N") == 0;
}

static void strata_are_told(void **state)
{
    (void)state;
    const struct tn_flags_wanted by = {.flags = 1, .flag = {"job"}, .stratum = "s"};
    struct tn_reading reading = reading_of("s\tjob\nN\t1\nS\t\nN\tNA\n");
    struct tn_input input = {0};

    strata = 0;
    assert_true(read_by(&reading, &by, count_strata, &input));
    assert_int_equal(strata, 2);
    reading = reading_of("s\tjob\n\t1\n");
    assert_false(read_by(&reading, &by, count_strata, &input));
    reading = reading_of("");
    reading.path = "data/none.csv";
    options.bytes = NULL;
    assert_false(read_by(&reading, &by, count_strata, &input));
}

static void too_many_indicators_are_refused(void **state)
{
    (void)state;
    struct tn_rule_file rule = {0};
    char text[2000] = "indicator,dimension\n", *end = text + strlen(text);

    for (int i = 0; i <= TN_FLAG_COLUMNS; i++)
        end += sprintf(end, "i%d,X\n", i);
    assert_false(rule_of(text, &rule));
    assert_string_equal(findings.first->text.text[TN_EN], "more than 64 indicators");
    assert_int_equal(findings.first->line, TN_FLAG_COLUMNS + 2);
    assert_false(rule_of("indicator,dimension\n,X\n", &rule));
}

static void refuses_rule(const char *text, const char *message, long line, long column)
{
    struct tn_rule_file rule;

    assert_false(rule_of(text, &rule));
    assert_string_equal(findings.first->text.text[TN_EN], message);
    assert_int_equal(findings.first->line, line);
    assert_int_equal(findings.first->column, column);
}

static void names_of_a_rule_are_names(void **state)
{
    (void)state;
#define RULE "indicator,dimension,weight\n"
    refuses_rule(RULE ",X,1\n", "indicator: the cell is empty; a name is needed", 2, 1);
    refuses_rule(RULE "a,,1\n", "dimension: the cell is empty; a name is needed", 2, 2);
    refuses_rule(RULE "a,X\x01,1\n",
                 "dimension: 'X\\x01' holds a control character; type the cell anew", 2,
                 2);
    refuses_rule(
        RULE "a\xFF,X,1\n",
        "indicator: 'a\\xFF' is not UTF-8; in Excel, save the file as 'CSV UTF-8'", 2, 1);
    refuses_rule(RULE "a,\xE2\x80\xAEX,1\n",
                 "dimension: 'U+202EX' holds a character that cannot be shown; type the "
                 "cell anew",
                 2, 2);
    refuses_rule(RULE "a,\"X\nY\",1\n",
                 "dimension: the name 'X\\x0AY' must be on one line", 2, 2);
    refuses_rule(RULE "a,X,1,2\n", "the row has 4 fields, the header has 3: 'a'", 2, 4);
    refuses_rule("indicator,dimension,Indicator\na,X,b\n",
                 "the column 'indicator' is there twice: columns 1 and 3", 1, 3);
    refuses_rule("indicator,dimen\x01sion\na,X\n",
                 "header: 'dimen\\x01sion' holds a control character; type the cell anew",
                 1, 2);
    char longest[400];
    sprintf(longest, RULE "a,%0257d,1\n", 7);
    assert_false(rule_of(longest, &(struct tn_rule_file){0}));
    assert_non_null(strstr(findings.first->text.text[TN_EN], "limit of 256 bytes"));
}

static void bad_rules_are_refused(void **state)
{
    (void)state;
    struct tn_rule_file rule;

    assert_false(rule_of("indicator,weight\na,1\n", &rule));
    assert_string_equal(
        findings.first->text.text[TN_EN],
        "the file has no column 'dimension' (its columns: indicator, weight)");
    assert_false(rule_of("indicator,dimension,weight\na,X,1\na,X,1\n", &rule));
    assert_string_equal(findings.first->text.text[TN_EN],
                        "indicator: the indicator 'a' is there twice");
    assert_false(rule_of("indicator,dimension,weight\na,X,0\n", &rule));
    assert_string_equal(findings.first->text.text[TN_EN],
                        "weight: '0' is no weight (write it like 1, 1/18 or 0.05)");
    assert_false(
        rule_of("indicator,dimension,weight\na,X,1/999999937\nb,X,1/999999929\n", &rule));
    assert_string_equal(findings.first->text.text[TN_EN],
                        "the weights have no common denominator below 1e9");
    assert_false(rule_of("indicator,dimension\n", &rule));
    assert_false(rule_of("indicator,dimension,weight\na,X\n", &rule));
}

int main(void)
{
    const struct CMUnitTest flags[] = {
        cmocka_unit_test_teardown(a_household_stands_once_in_a_year, give_back),
        cmocka_unit_test_teardown(too_many_codes_are_said_to_be_too_many, give_back),
        cmocka_unit_test_teardown(columns_are_found_in_any_order, give_back),
        cmocka_unit_test_teardown(what_is_wrong_is_named, give_back),
        cmocka_unit_test_teardown(another_set_is_told_once, give_back),
        cmocka_unit_test_teardown(names_are_text, give_back),
        cmocka_unit_test_teardown(groups_have_names_that_show, give_back),
        cmocka_unit_test(ratios_are_exact),
        cmocka_unit_test_teardown(weights_become_whole_in_lowest_terms, give_back),
        cmocka_unit_test_teardown(dimensions_share_alike_without_weights, give_back),
        cmocka_unit_test_teardown(bad_rules_are_refused, give_back),
        cmocka_unit_test_teardown(an_endless_line_is_not_waited_for, give_back),
        cmocka_unit_test_teardown(names_of_a_rule_are_names, give_back),
        cmocka_unit_test_teardown(a_code_that_is_named_must_be_there, give_back),
        cmocka_unit_test_teardown(long_codes_are_looked_up, give_back),
        cmocka_unit_test_teardown(strata_are_told, give_back),
        cmocka_unit_test_teardown(too_many_indicators_are_refused, give_back),
    };
    return cmocka_run_group_tests(flags, NULL, NULL);
}
