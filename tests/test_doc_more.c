/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of several tables and of many columns, as CSV, JSON and text. Oracles: the
 * program's own reader of CSV against the cells written; layouts by hand. */
#include "written.h"

#include "tn/base/utf8.h"
#include "tn/data/csv_read.h"
#include "tn/data/stream.h"
#include "tn/out/doc.h"
#include "tn/out/json.h"

#include <string.h>

static const char *as_text(const struct tn_doc *doc, enum tn_lang lang, int width)
{
    struct tn_text_options options = {lang, 0, width};
    tn_text_write(&arena, begin(), doc, &options);
    return written();
}

static const char *as_csv(const struct tn_doc *doc)
{
    tn_csv_write(begin(), doc);
    return written();
}

static const char *as_json(const struct tn_doc *doc)
{
    tn_json_write(begin(), doc);
    return written();
}

static const struct tn_words nameless = {{NULL, NULL}};
static const struct tn_column counts[] = {
    {"a", {{"a", "a"}}, TN_COUNT, 0}, {"b", {{"b", "b"}}, TN_COUNT, 0}, {0}};

static struct tn_table *counted(struct tn_doc *doc, const char *key, size_t rows,
                                long from)
{
    struct tn_table *t = tn_doc_table(&arena, doc, key, nameless, rows, counts);
    for (size_t i = 0; i < 2 * rows; i++)
        t->cell[i].count = from + (long)i;
    return t;
}

/* ---- CSV ---- */

/* The source stands once, in the first row of the first table that has rows. */
static void csv_tells_its_source_once(void **state)
{
    (void)state;
    struct tn_doc doc = {.source = {.version = "v", .seed = 7}};
    counted(&doc, "none", 0, 0);
    counted(&doc, "first", 2, 1);
    counted(&doc, "second", 1, 5);
    assert_string_equal(as_csv(&doc), "\"a\",\"b\",\"provenance\"\n"
                                      "\n"
                                      "\"a\",\"b\",\"provenance\"\n"
                                      "1,2,\"v; seed 7\"\n"
                                      "3,4,\n"
                                      "\n"
                                      "\"a\",\"b\",\"provenance\"\n"
                                      "5,6,\n");
    doc.source.version = NULL;
    doc.source.seed = TN_COUNT_NONE;
    tn_csv_write_table(begin(), &doc, doc.last);
    assert_string_equal(written(), "\"a\",\"b\",\"provenance\"\n5,6,\"\"\n");
}

/* Parts one after another are the table whole. */
static void csv_in_parts_is_the_csv_of_the_whole(void **state)
{
    (void)state;
    struct tn_doc doc = {.source = {.version = "v", .seed = 7}}, parts = {0};
    struct tn_table *whole = counted(&doc, "t", 6, 10);
    FILE *out = begin();
    for (long i = 0; i < 3; i++)
        tn_csv_write_part(out, counted(&parts, "t", 2, 10 + 4 * i), &doc.source, i == 0);
    const char *text = written();
    tn_csv_write_table(begin(), &doc, whole);
    assert_string_equal(text, written());
    assert_non_null(strstr(text, "10,11,\"v; seed 7\"\n"));
}

static void csv_leaves_empty_what_is_not_known(void **state)
{
    (void)state;
    static const struct tn_column three[] = {{"t", {{"t", "t"}}, TN_TEXT, 0},
                                             {"w", {{"w", "w"}}, TN_WORDS, 0},
                                             {"r", {{"r", "r"}}, TN_REAL, 0},
                                             {0}};
    struct tn_doc doc = {.source = {.version = "v", .seed = TN_COUNT_NONE}};
    struct tn_table *t = tn_doc_table(&arena, &doc, "t", nameless, 2, three);
    t->cell[2].real = -(double)INFINITY;
    t->cell[3].text = "x";
    t->cell[4].words = (struct tn_words){{"thôn", "=village"}};
    t->cell[5].real = -1.5;
    assert_string_equal(as_csv(&doc), "\"t\",\"w\",\"r\",\"provenance\"\n"
                                      "\"\",\"\",,\"v\"\n"
                                      "\"x\",\"'=village\",-1.5,\n");
    assert_non_null(strstr(as_json(&doc), "{\"t\": null, \"w\": null, \"r\": null},\n"));
}

/* What the program's own reader finds in a CSV file of any names. */
struct found {
    const char *const *name;
    size_t rows;
};

static bool take_row(void *context, const struct tn_csv_row *row)
{
    struct found *found = context;
    assert_int_equal(row->cells, 3);
    if (row->line > 1) {
        const char *got = row->cell[0].text, *name = found->name[found->rows++];
        got += strchr("=+-@\t\r\n", *name) && *name;   // the guard
        assert_string_equal(got, tn_utf8_safe(&arena, name));
        assert_string_equal(row->cell[1].text, row->line % 2 ? "-3" : "4");
    }
    return true;
}

static char comma(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ',';
}

static void csv_is_read_back_by_our_own_reader(void **state)
{
    (void)state;
    enum { ROWS = 4 };
    static const struct tn_column two[] = {
        {"t", {{"t", "t"}}, TN_TEXT, 0}, {"n", {{"n", "n"}}, TN_COUNT, 0}, {0}};

    for_cases (500) {
        struct tn_doc doc = {.source = {.version = "v \"1\"", .seed = 1}};
        struct tn_table *t = tn_doc_table(&arena, &doc, "t", nameless, ROWS, two);
        const char *name[ROWS];
        for (size_t r = 0; r < ROWS; r++) {
            char text[24] = "";
            size_t n = (size_t)(case_uniform(100 * r) * 23);
            for (size_t i = 0; i < n; i++) {
                double pick = case_uniform(100 * r + 2 * i + 2);
                text[i] = case_uniform(100 * r + 2 * i + 1) < 0.5
                              ? "\",\n\r;'=+-@\t "[(size_t)(pick * 12)]
                              : (char)(1 + (int)(pick * 255));
            }
            t->cell[2 * r].text = name[r] = tn_arena_text(&arena, text, n);
            t->cell[2 * r + 1].count = r % 2 ? -3 : 4;
        }
        const char *csv = as_csv(&doc);
        struct found found = {name, 0};
        struct tn_findings findings = {0};
        struct tn_read_options options = {.bytes = csv, .len = strlen(csv)};
        struct tn_reading reading = {
            .arena = &arena, .findings = &findings, .options = &options, .path = "x"};
        const struct tn_csv_reader reader = {take_row, comma, &found};
        struct tn_stream stream;
        char sha256[TN_DIGEST_HEX];
        assert_true(tn_stream_open(&stream, &reading));
        tn_csv_read(&stream, &reader);
        tn_stream_close(&stream, sha256);
        assert_int_equal(found.rows, ROWS);
        assert_int_equal(findings.errors, 0);
        tn_arena_free(&arena);
    }
}

/* ---- JSON ---- */

static void own_keys(struct tn_json *json, const void *what)
{
    tn_json_bool(json, "sure", *(const int *)what);
}

static void json_has_its_own_keys_its_tables_or_both(void **state)
{
    (void)state;
    static const int yes = 1;
    struct tn_doc doc = {.source = {.seed = TN_COUNT_NONE}};
    counted(&doc, "csv", 1, 0)->only = TN_ONLY_CSV;
    counted(&doc, "people", 1, 0)->only = TN_ONLY_PEOPLE;
    counted(&doc, "machines", 1, 3)->only = TN_ONLY_MACHINES;
    const char *head = "{\n  \"source\": {\n    \"program\": null,\n    \"random_seed\": "
                       "null,\n    \"inputs\": []\n  },\n";
    const char *table = "  \"machines\": [\n    {\"a\": 3, \"b\": 4}\n  ]\n}\n";
    static const char *const keys[] = {"", "  \"sure\": true\n}\n",
                                       "  \"sure\": true,\n"};

    for (int i = 0; i < 3; i++) {
        char want[400];
        doc.json = i ? own_keys : NULL;
        doc.what = &yes;
        doc.json_and_tables = i == 2;
        snprintf(want, sizeof want, "%s%s%s", head, keys[i], i == 1 ? "" : table);
        assert_string_equal(as_json(&doc), want);
    }
}

/* ---- text ---- */

/* Bars of more than all and of less than nothing, and of what is not known. */
static void bars_stay_between_none_and_all(void **state)
{
    (void)state;
    static const struct tn_column bar[] = {{"p", {{"p", "p"}}, TN_BAR, 1}, {0}};
    static const double share[] = {-0.25, 1.25, (double)NAN, 1, 0.0124, 0.9875};
    static const char *const row[] = {"-25.0%\n", "125.0% ██████████\n",
                                      "-\n",      "100.0% ██████████\n",
                                      "1.2% ▏\n", "98.8% █████████▉\n"};
    for (size_t i = 0; i < sizeof share / sizeof *share; i++) {
        struct tn_doc doc = {0};
        tn_doc_table(&arena, &doc, "t", nameless, 1, bar)->cell[0].real = share[i];
        const char *text = as_text(&doc, TN_EN, 80);
        const char *rule = strstr(text, "──"), *line;
        line = strchr(rule, '\n') + 1;
        assert_string_equal(line + strspn(line, " "), row[i]);
        size_t wide = strcspn(row[i], " \n") + 1 + 10;   // whatever the bar's length
        assert_int_equal((line - 1 - rule) / 3, wide);
    }
}

static const struct tn_column texts[] = {{"a", {{"a", "first"}}, TN_TEXT, 0},
                                         {"b", {{"b", "second"}}, TN_TEXT, 0},
                                         {"c", {{"c", "third"}}, TN_TEXT, 0},
                                         {0}};

static struct tn_table *three_texts(struct tn_doc *doc, const char *a, const char *b,
                                    const char *c)
{
    struct tn_table *t = tn_doc_table(&arena, doc, "t", nameless, 1, texts);
    t->cell[0].text = a;
    t->cell[1].text = b;
    t->cell[2].text = c;
    return t;
}

/* The widest column gives way, wherever it stands, and to no less than 20. */
static void the_widest_text_gives_way(void **state)
{
    (void)state;
    const char *wide = "one two three four five six seven eight nine ten";
    struct tn_doc doc = {0};
    three_texts(&doc, "x", wide, "middling");
    assert_string_equal(as_text(&doc, TN_EN, 48),
                        "\n"
                        "  first  second                         third\n"
                        "  ──────────────────────────────────────────────\n"
                        "  x      one two three four five six    middling\n"
                        "         seven eight nine ten\n");
    doc = (struct tn_doc){0};
    three_texts(&doc, wide, "x", "middling");
    assert_string_equal(as_text(&doc, TN_EN, 20),
                        "\n"
                        "  first                 second  third\n"
                        "  ──────────────────────────────────────\n"
                        "  one two three four    x       middling\n"
                        "  five six seven eight\n"
                        "  nine ten\n");
    doc = (struct tn_doc){0};
    three_texts(&doc, "x", "middling", wide);
    assert_string_equal(as_text(&doc, TN_EN, 50),
                        "\n"
                        "  first  second    third\n"
                        "  ────────────────────────────────────────────────\n"
                        "  x      middling  one two three four five six\n"
                        "                   seven eight nine ten\n");
    doc = (struct tn_doc){0};   // all are narrower than that: none gives way
    three_texts(&doc, "one two three", "four five six", "seven");
    assert_string_equal(as_text(&doc, TN_EN, 20),
                        "\n"
                        "  first          second         third\n"
                        "  ───────────────────────────────────\n"
                        "  one two three  four five six  seven\n");
    doc = (struct tn_doc){0};
    counted(&doc, "t", 1, 123456789);
    assert_string_equal(as_text(&doc, TN_EN, 10), "\n"
                                                  "            a            b\n"
                                                  "  ────────────────────────\n"
                                                  "  123,456,789  123,456,790\n");
}

/* Sums are set off by a rule where something stands above them. */
static void sums_are_set_off(void **state)
{
    (void)state;
    static const char *const rule = "  ────\n";
    for (size_t sums = 0; sums <= 3; sums++) {
        char want[200] = "\n  a  b\n";
        struct tn_doc doc = {0};
        counted(&doc, "t", 3, 1)->total_rows = sums;
        strcat(want, rule);
        for (size_t r = 0; r < 3; r++) {
            char row[20];
            snprintf(row, sizeof row, "  %zu  %zu\n", 2 * r + 1, 2 * r + 2);
            strcat(strcat(want, sums && r && r + sums == 3 ? rule : ""), row);
        }
        assert_string_equal(as_text(&doc, TN_EN, 0), want);
    }
    struct tn_doc doc = {0};
    counted(&doc, "csv", 1, 1)->only = TN_ONLY_CSV;
    counted(&doc, "machines", 1, 1)->only = TN_ONLY_MACHINES;
    assert_string_equal(as_text(&doc, TN_EN, 0), "");
    counted(&doc, "people", 1, 1)->only = TN_ONLY_PEOPLE;
    assert_string_equal(as_text(&doc, TN_EN, 0), "\n  a  b\n  ────\n  1  2\n");
}

/* Notes are broken to the terminal's width; the inputs to lines of 88. */
static void sentences_are_broken_between_words(void **state)
{
    (void)state;
    static const char *input[] = {"a.csv", "bb.csv", "ccc.csv", "d.csv"};
    static const char *sha[] = {"111111111111x", "222222222222x", "333333333333x",
                                "444444444444x"};
    struct tn_doc doc = {.source = {.version = "v", .seed = TN_COUNT_NONE}};
    tn_doc_note(&arena, &doc,
                (struct tn_words){{NULL, "one two  three anunbrokenwordoftwentysix x"}});
    tn_doc_note(&arena, &doc, (struct tn_words){{NULL, "twelve wide."}});
    assert_string_equal(as_text(&doc, TN_EN, 12), "one two\n"
                                                  "three\n"
                                                  "anunbrokenwordoftwentysix\n"
                                                  "x\n"
                                                  "twelve wide.\n"
                                                  "\n"
                                                  "v\n");
    doc.first_note = NULL;
    doc.source.inputs = 4;
    doc.source.input = input;
    doc.source.sha256 = sha;
    for (size_t i = 0; i < 3;
         i++) {   // the last one is as long as the line has room, or longer
        static const char *const last[] = {"d.csv", "eeeeeee.csv", "eeeeeeee.csv"};
        char want[300];
        input[3] = last[i];
        snprintf(want, sizeof want,
                 "\nv\nInput files and the first 12 digits of their SHA-256:\n"
                 "  a.csv 111111111111, bb.csv 222222222222, ccc.csv 333333333333,%s"
                 "%s 444444444444\n",
                 i < 2 ? " " : "\n  ", last[i]);
        assert_string_equal(as_text(&doc, TN_EN, 0), want);
    }
}

int main(void)
{
    const struct CMUnitTest doc[] = {
        cmocka_unit_test(csv_tells_its_source_once),
        cmocka_unit_test(csv_in_parts_is_the_csv_of_the_whole),
        cmocka_unit_test(csv_leaves_empty_what_is_not_known),
        property(csv_is_read_back_by_our_own_reader),
        cmocka_unit_test(json_has_its_own_keys_its_tables_or_both),
        cmocka_unit_test(bars_stay_between_none_and_all),
        cmocka_unit_test(the_widest_text_gives_way),
        cmocka_unit_test(sums_are_set_off),
        cmocka_unit_test(sentences_are_broken_between_words),
    };
    return cmocka_run_group_tests(doc, NULL, clean);
}
