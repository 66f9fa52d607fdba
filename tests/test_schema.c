/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the schema against itself, and against data/vocabulary and what init writes. */
#include "check.h"

#include "tn/base/fold.h"
#include "tn/data/header.h"
#include "tn/data/table.h"
#include "tn/data/template.h"

#include <stdio.h>
#include <string.h>

static struct tn_arena arena;

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* No heading, with its marks or without, names two columns of one file. */
static void headings_name_one_column(size_t n, const struct tn_field field[])
{
    struct tn_heading *heading;
    size_t headings = tn_headings_of(&arena, n, field, &heading);

    for (size_t i = 0; i < headings; i++)
        for (size_t j = 0; j < headings; j++)
            if (heading[i].column != heading[j].column &&
                strcmp(heading[i].plain, heading[j].plain) == 0)
                fail_msg("'%s' names %s and %s", heading[i].shown,
                         field[heading[i].column].name, field[heading[j].column].name);
}

static void every_heading_names_one_column(void **state)
{
    (void)state;
    headings_name_one_column(TN_P_KEYS, tn_plan_key);
    for (int i = 0; i < TN_FILES; i++)
        headings_name_one_column(tn_file_schema[i].columns, tn_file_schema[i].column);
}

static void check_field(const struct tn_field *f)
{
    assert_true(*f->name && *f->heading.text[TN_VI] && *f->heading.text[TN_EN]);
    assert_true(*f->meaning.text[TN_VI] && *f->meaning.text[TN_EN]);
    assert_true((f->kind == TN_K_CODE || f->kind == TN_K_LIST) == (f->codes > 0));
    assert_true(f->low <= f->high);
    assert_true(strlen(f->heading.text[TN_VI]) < 100);
}

static void every_column_is_described(void **state)
{
    (void)state;
    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *schema = &tn_file_schema[i];
        assert_true(schema->columns <= TN_MOST_COLUMNS);
        assert_true(*schema->holds.text[TN_VI] && *schema->without.text[TN_EN]);
        for (size_t j = 0; j < schema->columns; j++)
            check_field(&schema->column[j]);
    }
    for (size_t j = 0; j < TN_P_KEYS; j++)
        check_field(&tn_plan_key[j]);
    for (size_t i = 0; i < TN_INDICATORS; i++)
        assert_string_equal(tn_file_schema[TN_F_HOUSEHOLDS].column[TN_H_FLAG + i].name,
                            tn_indicator_vocab[i].code);
}

/* What init writes is read back: every column is found, and only rows are missing. */
static void templates_have_every_column(void **state)
{
    (void)state;
    static const char separator[] = {',', ';', '\t'};

    for (int i = 0; i < TN_FILES * 6; i++) {
        enum tn_file_id file = (enum tn_file_id)(i / 6);
        const char *text = tn_template(&arena, file, (enum tn_lang)(i % 2),
                                       separator[i / 2 % 3]);
        struct tn_findings findings = {0};
        struct tn_read_options options = {.bytes = text, .len = strlen(text)};
        struct tn_reading reading = {.arena = &arena,
                                     .findings = &findings,
                                     .options = &options,
                                     .path = "template"};
        struct tn_input input = {0};
        const struct tn_table_reader reader = {NULL, NULL};
        if (file == TN_F_PLAN)
            continue;
        assert_false(tn_table_read(&reading, &tn_file_schema[file], &reader, &input));
        assert_int_equal(findings.errors, 1);
        assert_int_equal(findings.warnings + findings.notes, 0);
        assert_string_equal(findings.first->text.text[TN_EN],
                            "only a header line: no rows follow it");
        assert_int_equal(reading.columns, tn_file_schema[file].columns);
        for (size_t j = 0; j < reading.columns; j++)
            assert_string_equal(reading.column[j], tn_file_schema[file].column[j].name);
    }
}

/* What is said of a file of villages with this header and one row. */
static struct tn_findings said_of(const char *header)
{
    char text[500];
    int len = snprintf(text, sizeof text, "%s\nA;5;1\n", header);
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = text, .len = (size_t)len};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "v.csv"};
    struct tn_input input = {0};
    const struct tn_table_reader reader = {NULL, NULL};

    assert_false(
        tn_table_read(&reading, &tn_file_schema[TN_F_VILLAGES], &reader, &input));
    return findings;
}

/* The first heading that is unknown and has more than plain letters tells the encoding of
 * the file. */
static void a_heading_in_another_encoding_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        long column;
    } known[] = {
        {"Th\xABn;poor;poor_quota", 1},
        {"village;note of mine;Th\xABn Ch\xEE", 3},
        {"note of mine;other;Th\xABn Ch\xEE", 3},
        {"village;Th?n ngh?o;poor_quota", 2},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tn_findings findings = said_of(known[i].header);
        assert_int_equal(findings.errors, 1);
        assert_int_equal(findings.first->line, 1);
        assert_int_equal(findings.first->column, known[i].column);
    }
    /* A header of another file: all that this one needs is named. */
    struct tn_findings findings = said_of("note of mine;other;more");
    assert_int_equal(findings.errors, 1);
    assert_string_equal(
        findings.first->text.text[TN_EN],
        "the first line is not a header: no column name is known in 'note of mine'; "
        "needed are village, poor, poor_quota, near_poor, near_poor_quota");
}

/* The one that makes most headings known, else most cells; else the first. */
static void the_header_tells_the_separator(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        char separator;
    } known[] = {
        {"village", ','},
        {"unknown", ','},
        {"village;poor", ';'},
        {"village|poor", '|'},
        {"a|b;c", ';'},
        {"a|b|c;d", '|'},
        {"poor|a,b,c", '|'},
        {"\"poor,a,b\";poor", ';'},
        {"Chỉ\ttiêu giảm hộ nghèo", ','},   // a blank within a heading
    };
    struct tn_reading reading = {.arena = &arena, .path = "v.csv"};
    struct tn_header header;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        tn_header_begin(&header, &reading, &tn_file_schema[TN_F_VILLAGES]);
        char got = tn_header_separator(&header, strlen(known[i].line), known[i].line);
        if (got != known[i].separator)
            fail_msg("'%s': '%c'", known[i].line, got);
    }
}

struct vocabulary {
    size_t rows;
};

static bool same_row(void *context, const struct tn_csv_row *row)
{
    struct vocabulary *all = context;

    if (row->line > 1) {
        const struct tn_code *code = &tn_indicator_vocab[all->rows++];
        assert_string_equal(row->cell[0].text, code->code);
        assert_string_equal(row->cell[1].text, tn_dimension_vocab[code->dimension].code);
        assert_string_equal(row->cell[2].text, code->name.text[TN_VI]);
        assert_string_equal(row->cell[3].text, code->name.text[TN_EN]);
    }
    return true;
}

static char comma(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ',';
}

static void the_vocabulary_file_says_the_same(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_read_options options = {0};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "data/vocabulary/indicators.csv"};
    struct vocabulary all = {0};
    const struct tn_csv_reader reader = {same_row, comma, &all};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    assert_true(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    assert_int_equal(all.rows, TN_INDICATORS);
    assert_int_equal(tn_vocab_find(TN_INDICATORS, tn_indicator_vocab, "water"), 8);
    assert_int_equal(tn_vocab_find(TN_INDICATORS, tn_indicator_vocab, "wter"),
                     TN_INDICATORS);
}

static void a_file_is_called_by_its_name_or_its_stem(void **state)
{
    (void)state;
    assert_int_equal(tn_file_called("history.csv"), TN_F_HISTORY);
    assert_int_equal(tn_file_called("history"), TN_F_HISTORY);
    assert_int_equal(tn_file_called("village_claims"), TN_F_VILLAGE_CLAIMS);
    static const char *const none[] = {"", "hist", "history.c", "history.csv2", "x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(tn_file_called(none[i]), TN_FILES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_heading_names_one_column, clean_up),
        cmocka_unit_test_teardown(every_column_is_described, clean_up),
        cmocka_unit_test_teardown(templates_have_every_column, clean_up),
        cmocka_unit_test_teardown(the_header_tells_the_separator, clean_up),
        cmocka_unit_test_teardown(a_heading_in_another_encoding_is_told, clean_up),
        cmocka_unit_test_teardown(the_vocabulary_file_says_the_same, clean_up),
        cmocka_unit_test(a_file_is_called_by_its_name_or_its_stem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
