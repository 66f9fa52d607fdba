/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table of five columns: what each record holds, and what is said of rows that
 * have other cells than the header. Oracle: by hand. */
#include "finding_checks.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/table.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_reading reading;
static struct tn_read_options options;

enum { AREA, FIRST, FLAGS = 5, SIZE = FIRST + FLAGS, COLUMNS };

#define FLAG(called)                                                             \
    {                                                                            \
        .name = (called), .kind = TN_K_FLAG, .heading = { {(called), (called)} } \
    }
static const struct tn_field column[COLUMNS] = {
    [AREA] = {.name = "area",
              .kind = TN_K_NAME,
              .needed = true,
              .filled = true,
              .heading = {{"Vùng", "Region"}},
              .key = "y.csv"},
    [FIRST] = FLAG("f0"),
    FLAG("f1"),
    FLAG("f2"),
    FLAG("f3"),
    FLAG("f4"),
    [SIZE] = {.name = "size",
              .kind = TN_K_COUNT,
              .high = 99,
              .heading = {{"Số hộ", "Size"}}},
};
static const struct tn_file_schema schema = {
    .name = "x.csv", .columns = COLUMNS, .column = column};

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

enum { MOST = 40 };

static size_t rows, last;   // of the rows given, the last that is wanted
static struct {
    long line;
    size_t errors;
    bool again;
    char flags[FLAGS + 1];
    long size;
    char area[300];
} row[MOST];

static bool take(void *context, const struct tn_record *record)
{
    (void)context;
    assert_true(rows < MOST);
    row[rows].line = record->line;
    row[rows].errors = record->errors;
    row[rows].again = record->value[AREA].again;
    row[rows].size = record->value[SIZE].count;
    strcpy(row[rows].area, record->value[AREA].text);
    for (int j = 0; j < FLAGS; j++) {
        long flag = record->value[FIRST + j].count;
        row[rows].flags[j] = flag == TN_UNKNOWN ? '-' : (char)('0' + flag);
    }
    return ++rows != last;
}

static bool read(const char *text)
{
    const struct tn_table_reader reader = {take, NULL};
    struct tn_input input = {0};

    options.bytes = text;
    options.len = strlen(text);
    findings = (struct tn_findings){0};
    reading = (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    memset(row, 0, sizeof row);
    rows = 0;
    bool read = tn_table_read(&reading, &schema, &reader, &input);
    assert_true(input.rows >= rows);
    return read;
}

static void says(size_t i, long line, long at, const char *message)
{
    check_said(finding_at(&findings, i), line, at, message);
}

static void flags_are_told_apart_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const header[] = {"area,f0,f1,f2,f3,f4", "f0,f1,f2,f3,f4,area",
                                         "f0,f1,f2,f3,area,f4", "f4,f3,f2,f1,f0,area",
                                         "f0,area,f1,f2,f3,f4", "f1,f0,f2,f3,f4,area",
                                         "f0,f1,f3,f2,f4,area"};
    char text[4000];

    for (size_t h = 0; h < sizeof header / sizeof *header; h++) {
        char *end = text + sprintf(text, "%s\n", header[h]);
        for (int bits = 0; bits < 32; bits++) {
            for (const char *at = header[h]; *at; at++) {
                if (*at == 'f')
                    end += sprintf(end, "%d", bits >> (at[1] - '0') & 1);
                else if (strncmp(at, "area", 4) == 0)
                    end += sprintf(end, "A%d", bits);
                else if (*at == ',')
                    *end++ = ',';
            }
            *end++ = '\n';
        }
        *end = '\0';
        assert_true(read(text));
        assert_int_equal(rows, 32);
        for (int bits = 0; bits < 32; bits++) {
            assert_int_equal(row[bits].line, bits + 2);
            for (int j = 0; j < FLAGS; j++)
                assert_int_equal(row[bits].flags[j], '0' + (bits >> j & 1));
        }
    }
    /* An odd cell among four spoils none of its neighbours. */
    for (int odd = 0; odd < FLAGS; odd++) {
        char cell[FLAGS][3] = {"1", "0", "1", "0", "1"};
        strcpy(cell[odd], "");
        sprintf(text, "area,f0,f1,f2,f3,f4\nA,0,1,0,1,0\nA,%s,%s,%s,%s,%s\n", cell[0],
                cell[1], cell[2], cell[3], cell[4]);
        assert_true(read(text));
        for (int j = 0; j < FLAGS; j++)
            assert_int_equal(row[1].flags[j], j == odd ? '-' : "10101"[j]);
        strcpy(cell[odd], "2");
        sprintf(text, "area,f0,f1,f2,f3,f4\nA,%s,%s,%s,%s,%s\n", cell[0], cell[1],
                cell[2], cell[3], cell[4]);
        assert_false(read(text));
        char message[40];
        sprintf(message, "f%d: '2' must be 0 or 1", odd);
        assert_int_equal(findings.errors, 1);
        says(0, 2, odd + 2, message);
        assert_int_equal(row[0].errors, 1);
    }
    assert_true(read("area,size\nA,5\nB,\n"));   // columns that are not there
    assert_string_equal(row[0].flags, "-----");
    assert_int_equal(row[0].size, 5);
    assert_int_equal(row[1].size, TN_UNKNOWN);
}

static void rows_with_other_cells_are_told(void **state)
{
    (void)state;
    assert_false(read("area;f0\nA;1;x\nB\nC;0\n"));
    says(0, 2, 3, "the row has 3 fields, the header has 2: 'A;1;x'");
    says(1, 3, 2, "the row has 1 field, the header has 2: 'B'");
    assert_int_equal(findings.errors, 2);
    assert_int_equal(rows, 1);
    assert_int_equal(row[0].line, 4);
    assert_int_equal(row[0].errors, 0);
    assert_false(read("area,f0\nA,1,5\n"));
    says(0, 2, 3,
         "the row has 3 fields, the header has 2: 'A,1,5'; a decimal comma in a file "
         "separated by commas?");
    assert_false(read("area,f0\nA\n"));
    says(0, 2, 2, "the row has 1 field, the header has 2: 'A'");
    /* Columns without a heading: empty, or not. */
    assert_true(read("area;f0;;\nA;1;;\nB;1\nC;1;;;;;\n"));
    assert_int_equal(rows, 3);
    assert_false(read("area;f0;;\nA;1;;x\nA;1;y;\nA;1;;;z\n"));
    says(0, 2, 4,
         "the cell holds 'x', but its column has no name in the header (merged cells?); "
         "each column needs a name, on one line");
    says(1, 3, 3,
         "the cell holds 'y', but its column has no name in the header (merged cells?); "
         "each column needs a name, on one line");
    says(2, 4, 3, "the row has 5 fields, the header has 2: 'A;1;;;z'");
    assert_int_equal(findings.errors, 3);
    /* A heading of which nothing is seen is none. */
    assert_true(read("area;f0;\" \n\";\nA;1;;\n"));
    assert_int_equal(rows, 1);
    assert_false(read("area;f0;\"\n\u00A0\u200B\"\nA;1;x\n"));
    says(0, 3, 3,
         "the cell holds 'x', but its column has no name in the header (merged cells?); "
         "each column needs a name, on one line");
    assert_int_equal(findings.errors, 1);
    /* What is no text is told as such, and not as so many cells. */
    assert_false(read("area;f0\nA;1;x\x01\n"));
    says(0, 2, 3, "#3: 'x\\x01' holds a control character; type the cell anew");
    assert_int_equal(findings.errors, 1);
}

/* Of a long row its beginning is shown. */
static void long_rows_are_shown_in_part(void **state)
{
    (void)state;
    char text[2000], message[300], start[64] = "";

    for (int len = 250; len < 260; len++) {
        memset(start, 'w', 59);
        sprintf(text, "area;f0\nA;%0*d;x;y\n", len, 0);
        memset(text + 10, 'w', (size_t)len);
        assert_false(read(text));
        memcpy(start, "A;", 2);
        sprintf(message, "the row has 4 fields, the header has 2: '%s…'", start);
        says(0, 2, 3, message);
        memmove(text + 8, text + 10, strlen(text + 10) + 1);   // it is the first cell
        assert_false(read(text));
        memcpy(start, "ww", 2);
        sprintf(message, "the row has 3 fields, the header has 2: '%s…'", start);
        says(0, 2, 3, message);
    }
}

static void a_key_that_comes_again_is_known_again(void **state)
{
    (void)state;
    char text[2000], name[40] = "";

    assert_true(read("area,f0\nAn,1\nAn,0\nBa,0\nBa,0\nAn,1\nAnh,1\nAn,1\n"));
    static const bool again[] = {false, true, false, true, false, false, false};
    for (size_t i = 0; i < sizeof again; i++) {
        assert_int_equal(row[i].again, again[i]);
        assert_int_equal(strncmp(row[i].area, i == 2 || i == 3 ? "Ba" : "An", 2), 0);
    }
    for (int len = 31; len < 34; len++) {   // of 32 letters it is remembered
        memset(name, 'k', (size_t)len);
        sprintf(text, "area,f0\n%s,1\n%s,0\n", name, name);
        assert_true(read(text));
        assert_int_equal(row[1].again, len <= 32);
        assert_string_equal(row[1].area, name);
    }
    strcat(text, "k,1\n");   // nor by its first letter
    assert_true(read(text));
    assert_false(row[2].again);
    assert_string_equal(row[2].area, "k");
    assert_true(read("area,f0\n\"An \",1\n\"An \",0\n\" An\",0\n"));   // not as it stands
    assert_string_equal(row[1].area, "An");
    assert_false(row[1].again || row[2].again);
    assert_false(read("area,f0\n,1\n,1\nAn,1\n"));   // empty, and told each time
    assert_int_equal(findings.errors, 2);
    assert_false(read("area,f0\n#N/A,1\n#N/A,1\n"));
    assert_int_equal(findings.errors, 2);
}

/* A file that is damaged where nobody reads it is damaged. */
static void columns_that_are_not_read_are_text(void **state)
{
    (void)state;
    static const char text[] = "other,area,f0\nx\x01,An,1\n";

    assert_false(read(text));
    assert_int_equal(findings.errors, 1);
    says(1, 2, 1, "other: 'x\\x01' holds a control character; type the cell anew");
    assert_false(read("area,f0,other\nAn,1,x\x01\n"));
    says(1, 2, 3, "other: 'x\\x01' holds a control character; type the cell anew");
    assert_int_equal(findings.errors, 1);
    assert_false(read("area,f0\nAn\x01,1\n"));   // once, where it is read
    assert_int_equal(findings.errors, 1);
    options.encoding = "vni";   // a decoder knows not every letter
    assert_true(read("other,area,f0\nx\x90,An,1\n"));
    options.encoding = NULL;
}

static void records_tell_the_header_s_flaws_and_may_end_it(void **state)
{
    (void)state;
    assert_false(read("area,f0,f0\nAn,1,1\nBa,x,1\n"));
    assert_int_equal(findings.errors, 2);
    assert_int_equal(rows, 2);
    assert_int_equal(row[0].errors, 1);
    assert_int_equal(row[1].errors, 2);
    last = 2;
    assert_true(read("area,f0\nA,1\nB,1\nC,x\nD,1\n"));
    assert_int_equal(rows, 2);
    last = 0;
    assert_false(read("area,f0\nA,1\nTh\xABn Ch\xEE,1\nC,1\n"));   // hopeless
    assert_int_equal(findings.errors, 1);
    assert_int_equal(rows, 1);
    assert_false(read("f0,size\n1,2\n"));
    says(0, 1, 0, "the column area ('Vùng') is missing");
    assert_int_equal(row[0].errors, 1);
    assert_false(read("area,size\nA,100\nB,99\n"));
    says(0, 2, 2, "size: '100' is too large, the limit is 99");
    assert_int_equal(row[0].errors, 1);
    assert_int_equal(row[1].errors, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(flags_are_told_apart_wherever_they_stand, give_back),
        cmocka_unit_test_teardown(rows_with_other_cells_are_told, give_back),
        cmocka_unit_test_teardown(long_rows_are_shown_in_part, give_back),
        cmocka_unit_test_teardown(a_key_that_comes_again_is_known_again, give_back),
        cmocka_unit_test_teardown(columns_that_are_not_read_are_text, give_back),
        cmocka_unit_test_teardown(records_tell_the_header_s_flaws_and_may_end_it,
                                  give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
