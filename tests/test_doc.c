/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the formats read back, by a small CSV reader and a small JSON checker that
 * share nothing with the writers; widths of the tables by hand. */
#include "check.h"
#include "tn/base/utf8.h"
#include "tn/out/doc.h"
#include "tn/out/json.h"

#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct tn_arena arena;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* What a writer writes, kept in the arena. */
struct capture {
    char *text;
    size_t len;
    FILE *out;
};

static FILE *capture(struct capture *c)
{
    *c = (struct capture){0};
    c->out = open_memstream(&c->text, &c->len);
    assert_non_null(c->out);
    return c->out;
}

static const char *captured(struct capture *c)
{
    assert_int_equal(ferror(c->out), 0);
    assert_int_equal(fclose(c->out), 0);
    const char *kept = tn_arena_text(&arena, c->text, c->len);
    assert_int_equal(strlen(kept), c->len);
    free(c->text);
    return kept;
}

static const struct tn_column columns[] = {
    {"village", {{"Thôn", "Village"}}, TN_TEXT, 0},
    {"households", {{"Số hộ nghèo đầu năm", "Poor households"}}, TN_COUNT, 0},
    {"mean", {{"Dự báo", "Forecast"}}, TN_REAL, 2},
    {"rate", {{"Tỷ lệ", "Rate"}}, TN_SHARE, 2},
    {"p_quota", {{"Xác suất đạt", "Chance of that"}}, TN_BAR, 1},
    {0},
};

static void fill(struct tn_table *t, size_t row, const char *name, long n, double mean,
                 double rate, double p)
{
    union tn_cell *cell = t->cell + row * t->cols;
    cell[0].text = name;
    cell[1].count = n;
    cell[2].real = mean;
    cell[3].real = rate;
    cell[4].real = p;
}

static struct tn_table *sample(struct tn_doc *doc)
{
    static const char *input[] = {"villages.csv", "households.csv"};
    static const char *sha[] = {
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"};

    *doc = (struct tn_doc){
        .title = {{"Kế hoạch có thực tế không?", "Is the plan realistic?"}},
        .source = {.version = "thoatngheo 0.1.0",
                   .seed = 7,
                   .inputs = 2,
                   .input = input,
                   .sha256 = sha},
    };
    tn_doc_note(&arena, doc, (struct tn_words){{"Có thể.", "It may be."}});
    struct tn_table *t = tn_doc_table(
        &arena, doc, "villages", (struct tn_words){{"Các thôn", "Villages"}}, 3, columns);
    fill(t, 0, "Bình Hòa 1", 6, 2.2, 0.0266, 0.701);
    fill(t, 1, "Chợ", 14, (double)NAN, (double)NAN, 1);
    fill(t, 2, "Toàn xã", 12345, 7.25, 1.0 / 3, 0.00001);
    t->total_rows = 1;
    t->note = (struct tn_words){{"Ghi chú.", "A note."}};
    return t;
}

static const char *as_text(const struct tn_doc *doc, enum tn_lang lang, int colour,
                           int width)
{
    struct capture c;
    struct tn_text_options options = {lang, colour, width};
    tn_text_write(&arena, capture(&c), doc, &options);
    return captured(&c);
}

static const char *as_csv(const struct tn_doc *doc)
{
    struct capture c;
    tn_csv_write(capture(&c), doc);
    return captured(&c);
}

static const char *as_json(const struct tn_doc *doc)
{
    struct capture c;
    tn_json_write(capture(&c), doc);
    return captured(&c);
}

static void a_table_lines_up_in_vietnamese(void **state)
{
    (void)state;
    struct tn_doc doc;
    sample(&doc);
    assert_string_equal(as_text(&doc, TN_VI, 0, 0),
                        "Kế hoạch có thực tế không?\n"
                        "Có thể.\n"
                        "\n"
                        "Các thôn\n"
                        "                  Số hộ\n"
                        "              nghèo đầu                   Xác suất\n"
                        "  Thôn              năm  Dự báo    Tỷ lệ       đạt\n"
                        "  ────────────────────────────────────────────────\n"
                        "  Bình Hòa 1          6    2,20   2,66 %    70,1 %\n"
                        "  Chợ                14       -        -   100,0 %\n"
                        "  ────────────────────────────────────────────────\n"
                        "  Toàn xã        12.345    7,25  33,33 %   < 0,1 %\n"
                        "Ghi chú.\n"
                        "\n"
                        "thoatngheo 0.1.0; hạt giống ngẫu nhiên 7\n"
                        "Tệp đầu vào và 12 chữ số đầu của mã SHA-256:\n"
                        "  villages.csv 9f86d081884c, households.csv 60303ae22b99\n");
}

static void a_table_lines_up_in_english(void **state)
{
    (void)state;
    struct tn_doc doc;
    struct tn_table *t = sample(&doc);
    doc.source.version = NULL;
    t->total_rows = 0;
    t->note = (struct tn_words){{NULL, NULL}};
    assert_string_equal(as_text(&doc, TN_EN, 0, 0),
                        "Is the plan realistic?\n"
                        "It may be.\n"
                        "\n"
                        "Villages\n"
                        "                    Poor                    Chance of\n"
                        "  Village     households  Forecast    Rate       that\n"
                        "  ───────────────────────────────────────────────────\n"
                        "  Bình Hòa 1           6      2.20   2.66%      70.1%\n"
                        "  Chợ                 14         -       -     100.0%\n"
                        "  Toàn xã         12,345      7.25  33.33%     < 0.1%\n");
}

static void bars_and_colour_are_for_terminals(void **state)
{
    (void)state;
    struct tn_doc doc;
    sample(&doc);
    const char *text = as_text(&doc, TN_EN, 1, 80);
    assert_non_null(strstr(text, "\x1b[1mIs the plan realistic?\x1b[0m\n"));
    assert_non_null(strstr(text, "  70.1% ███████\n"));
    assert_non_null(strstr(text, " 100.0% ██████████\n"));
    assert_non_null(strstr(text, "< 0.1%\n"));
    assert_null(strstr(as_text(&doc, TN_EN, 0, 80), "\x1b"));
    assert_null(strstr(as_text(&doc, TN_EN, 0, 0), "█"));

    double share[] = {0.5, 0.5125, 0.525, 0.5875};
    const char *bar[] = {"█████\n", "█████▏\n", "█████▎\n", "█████▉\n"};
    for (size_t i = 0; i < 4; i++) {
        doc.first->cell[4].real = share[i];
        assert_non_null(strstr(as_text(&doc, TN_EN, 0, 80), bar[i]));
    }
}

/* Names with marks beside the letter, wide letters, controls: all rows are as wide. */
static void columns_line_up_whatever_the_names(void **state)
{
    (void)state;
    struct tn_doc doc;
    struct tn_table *t = sample(&doc);
    fill(t, 0, "Ca\u0302\u0309m Bi\u0300nh", 1, 1, 0.5, 0.5);
    fill(t, 1, "貧困村", 1, 1, 0.5, 0.5);
    fill(t, 2, "a\x1b[31m\u202Eb\n", 1, 1, 0.5, 0.5);
    const char *text = as_text(&doc, TN_EN, 0, 0);
    const char *row = strchr(strstr(text, "───"), '\n') + 1;
    for (int i = 0; i < 2; i++, row = strchr(row, '\n') + 1) {
        const char *line = tn_arena_text(&arena, row, strcspn(row, "\n"));
        assert_int_equal(tn_utf8_width(line), 2 + 20 + 2 + 10 + 2 + 8 + 2 + 6 + 2 + 9);
    }
    assert_non_null(strstr(text, "  a\\x1B[31mU+202Eb\\x0A  "));
}

static void long_cells_are_broken_where_the_terminal_is_narrow(void **state)
{
    (void)state;
    static const struct tn_column two[] = {
        {"n", {{"Số", "No"}}, TN_COUNT, 0},
        {"message", {{"Nội dung", "Message"}}, TN_TEXT, 0},
        {0},
    };
    struct tn_doc doc = {0};
    struct tn_table *t = tn_doc_table(&arena, &doc, "findings",
                                      (struct tn_words){{NULL, NULL}}, 1, two);
    t->cell[0].count = 3;
    t->cell[1].text = "the villages add up to 46 households but the commune says 44";
    assert_string_equal(as_text(&doc, TN_EN, 0, 36),
                        "\n"
                        "  No  Message\n"
                        "  ──────────────────────────────────\n"
                        "   3  the villages add up to 46\n"
                        "      households but the commune\n"
                        "      says 44\n");
    assert_non_null(strstr(as_text(&doc, TN_EN, 0, 0), "the commune says 44\n"));
}

static void words_are_shown_in_the_language_asked_for(void **state)
{
    (void)state;
    static const struct tn_column one[] = {
        {"status", {{"Diện hộ", "Status"}}, TN_WORDS, 0},
        {"n", {{"Số", "No"}}, TN_COUNT, 0},
        {0},
    };
    struct tn_doc doc = {0};
    struct tn_table *t = tn_doc_table(&arena, &doc, "t", (struct tn_words){{NULL, NULL}},
                                      1, one);
    t->cell[0].words = (struct tn_words){{"hộ nghèo", "poor"}};
    t->cell[1].count = 67;
    assert_non_null(strstr(as_text(&doc, TN_VI, 0, 0), "\n  hộ nghèo  67\n"));
    assert_non_null(strstr(as_text(&doc, TN_EN, 0, 0), "\n  poor    67\n"));
    assert_non_null(strstr(as_csv(&doc), "\n\"poor\",67,"));
    assert_non_null(strstr(as_json(&doc), "{\"status\": \"poor\", \"n\": 67}"));
}

static void an_empty_table_says_so(void **state)
{
    (void)state;
    struct tn_doc doc = {0};
    tn_doc_table(&arena, &doc, "none", (struct tn_words){{"Không", "None"}}, 0, columns);
    assert_string_equal(as_text(&doc, TN_VI, 0, 0), "\nKhông\n  (không có dòng nào)\n");
    assert_string_equal(
        as_csv(&doc),
        "\"village\",\"households\",\"mean\",\"rate\",\"p_quota\",\"provenance\"\n");
    assert_non_null(strstr(as_json(&doc), "\"none\": []"));
}

/* --- CSV read back: RFC 4180, one cell a call; null at the end of the text. --- */
static const char *csv_cell(const char **at, int *ends_row)
{
    const char *c = *at;
    char *cell = tn_new(&arena, char, strlen(c) + 1), *end = cell;
    if (!*c)
        return NULL;
    if (*c == '"') {
        for (c++; *c && (*c != '"' || c[1] == '"'); c++) {
            c += *c == '"';
            *end++ = *c;
        }
        assert_int_equal(*c++, '"');
    } else {
        while (*c && *c != ',' && *c != '\n') {
            assert_int_not_equal(*c, '"');
            *end++ = *c++;
        }
    }
    assert_true(*c == ',' || *c == '\n');
    *ends_row = *c == '\n';
    *at = c + 1;
    return cell;
}

static void csv_reads_back_as_it_was(void **state)
{
    (void)state;
    struct tn_doc doc;
    struct tn_table *t = sample(&doc);
    const char *at = as_csv(&doc);
    int ends = 0;
    for (size_t col = 0; col < t->cols; col++)
        assert_string_equal(csv_cell(&at, &ends), columns[col].key);
    assert_string_equal(csv_cell(&at, &ends), "provenance");
    for (size_t row = 0; row < t->rows; row++) {
        const union tn_cell *cell = t->cell + row * t->cols;
        assert_true(ends);
        assert_string_equal(csv_cell(&at, &ends), cell[0].text);
        assert_int_equal(strtol(csv_cell(&at, &ends), NULL, 10), cell[1].count);
        for (size_t col = 2; col < t->cols; col++) {
            const char *number = csv_cell(&at, &ends);
            if (isnan(cell[col].real))
                assert_string_equal(number, "");
            else
                check_rel(strtod(number, NULL), cell[col].real, 0);
        }
        const char *source = csv_cell(&at, &ends);
        if (row == 0)
            assert_string_equal(source,
                                "thoatngheo 0.1.0; seed 7; villages.csv sha256 "
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15"
                                "b0f00a08; households.csv sha256 60303ae22b998861bce3b28f"
                                "33eec1be758a213c86c93c076dbe9f558c11c752");
        else
            assert_string_equal(source, "");
    }
    assert_null(csv_cell(&at, &ends));
}

static void csv_runs_no_formula_and_carries_no_control(void **state)
{
    (void)state;
    static const char *const hostile[][2] = {
        {"=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1", "'\\x09=1"},
        {"\r=1", "'\\x0D=1"},
        {"\n=1", "'\\x0A=1"},
        {"a=b, \"c\"; d", "a=b, \"c\"; d"},
        {"\x1b[2J", "\\x1B[2J"},
        {"'=1", "'=1"},
        {"", ""},
    };
    struct tn_doc doc;
    struct tn_table *t = sample(&doc);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        t->cell[0].text = hostile[i][0];
        const char *at = strchr(as_csv(&doc), '\n') + 1;
        int ends;
        assert_int_equal(*at, '"');
        assert_string_equal(csv_cell(&at, &ends), hostile[i][1]);
    }
}

static void csv_parts_tables_and_leaves_out_what_is_for_people(void **state)
{
    (void)state;
    static const struct tn_column one[] = {{"k", {{"k", "k"}}, TN_COUNT, 0}, {0}};
    struct tn_doc doc = {.source = {.version = "v", .seed = TN_COUNT_NONE}};
    struct tn_words none = {{NULL, NULL}};
    tn_doc_table(&arena, &doc, "a", none, 1, one)->only = TN_ONLY_PEOPLE;
    tn_doc_table(&arena, &doc, "b", none, 0, one);
    struct tn_table *c = tn_doc_table(&arena, &doc, "c", none, 2, one);
    c->cell[0].count = TN_COUNT_NONE;
    c->cell[1].count = -5;
    c->only = TN_ONLY_MACHINES;
    assert_string_equal(as_csv(&doc), "\"k\",\"provenance\"\n"
                                      "\n"
                                      "\"k\",\"provenance\"\n"
                                      ",\"v\"\n"
                                      "-5,\n");
    assert_null(strstr(as_json(&doc), "\"a\""));
    assert_non_null(strstr(as_json(&doc), "\"k\": null"));
    assert_null(strstr(as_text(&doc, TN_EN, 0, 0), "-5"));

    struct capture alone;
    tn_csv_write_table(capture(&alone), &doc, doc.first);
    assert_string_equal(captured(&alone), "\"k\",\"provenance\"\n0,\"v\"\n");
}

/* --- JSON checked: one value of RFC 8259 at *at; returns 0 where it is none. --- */
static int json_value(const char **at, int depth);

static void json_space(const char **at)
{
    *at += strspn(*at, " \t\r\n");
}

static int json_eat(const char **at, char c)
{
    if (**at != c)
        return 0;
    (*at)++;
    return 1;
}

static int json_string(const char **at)
{
    if (!json_eat(at, '"'))
        return 0;
    for (; **at && **at != '"'; (*at)++) {
        if ((unsigned char)**at < 0x20)
            return 0;
        if (**at != '\\')
            continue;
        (*at)++;
        if (**at == 'u') {
            for (int i = 1; i <= 4; i++)
                if (!isxdigit((unsigned char)(*at)[i]))
                    return 0;
        } else if (!**at || !strchr("\"\\/bfnrt", **at)) {
            return 0;
        }
    }
    return json_eat(at, '"');
}

static int json_number(const char **at)
{
    *at += **at == '-';
    if (!isdigit((unsigned char)**at) ||
        (**at == '0' && isdigit((unsigned char)(*at)[1])))
        return 0;
    *at += strspn(*at, "0123456789");
    if (**at == '.') {
        if (!isdigit((unsigned char)*++*at))
            return 0;
        *at += strspn(*at, "0123456789");
    }
    if (**at == 'e' || **at == 'E') {
        *at += 1 + ((*at)[1] == '+' || (*at)[1] == '-');
        if (!isdigit((unsigned char)**at))
            return 0;
        *at += strspn(*at, "0123456789");
    }
    return 1;
}

static int json_items(const char **at, int depth, char closer)
{
    (*at)++;
    json_space(at);
    if (json_eat(at, closer))
        return 1;
    for (;; (*at)++) {
        json_space(at);
        if (closer == '}') {
            if (!json_string(at))
                return 0;
            json_space(at);
            if (!json_eat(at, ':'))
                return 0;
        }
        if (!json_value(at, depth + 1))
            return 0;
        json_space(at);
        if (**at != ',')
            return json_eat(at, closer);
    }
}

static int json_value(const char **at, int depth)
{
    static const char *const word[] = {"true", "false", "null"};

    json_space(at);
    if (depth > 60)
        return 0;
    if (**at == '{' || **at == '[')
        return json_items(at, depth, **at == '{' ? '}' : ']');
    if (**at == '"')
        return json_string(at);
    for (size_t i = 0; i < 3; i++)
        if (strncmp(*at, word[i], strlen(word[i])) == 0) {
            *at += strlen(word[i]);
            return 1;
        }
    return json_number(at);
}

static int is_json(const char *text)
{
    int whole = json_value(&text, 0);
    json_space(&text);
    return whole && !*text;
}

static void the_checker_itself_knows_good_from_bad(void **state)
{
    (void)state;
    static const char *const good[] = {"{}", "[1, -0.5e+3, \"a\\u00e9\"]",
                                       "{\"a\": [null, true, {}]}"};
    static const char *const bad[] = {
        "",        "{",     "[1,]",  "{\"a\" 1}", "01",        "1.", "nan", "\"\n\"",
        "\"\\x\"", "{} {}", "[1 2]", "{a: 1}",    "\"\\u12\"", ".5", "+1",  "1e"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(is_json(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (is_json(bad[i]))
            fail_msg("taken for JSON: %s", bad[i]);
}

static void json_is_whole_and_says_what_the_tables_say(void **state)
{
    (void)state;
    struct tn_doc doc;
    sample(&doc);
    const char *text = as_json(&doc);
    assert_true(is_json(text));
    assert_string_equal(
        text,
        "{\n"
        "  \"source\": {\n"
        "    \"program\": \"thoatngheo 0.1.0\",\n"
        "    \"random_seed\": 7,\n"
        "    \"inputs\": [\n"
        "      {\"file\": \"villages.csv\", \"sha256\": \"9f86d081884c7d659a2feaa0c55"
        "ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"},\n"
        "      {\"file\": \"households.csv\", \"sha256\": \"60303ae22b998861bce3b28f3"
        "3eec1be758a213c86c93c076dbe9f558c11c752\"}\n"
        "    ]\n"
        "  },\n"
        "  \"notes\": [\n"
        "    {\"vi\": \"Có thể.\", \"en\": \"It may be.\"}\n"
        "  ],\n"
        "  \"villages\": [\n"
        "    {\"village\": \"Bình Hòa 1\", \"households\": 6, \"mean\": 2.2, \"rate\": "
        "0.0266, \"p_quota\": 0.701},\n"
        "    {\"village\": \"Chợ\", \"households\": 14, \"mean\": null, \"rate\": null, "
        "\"p_quota\": 1},\n"
        "    {\"village\": \"Toàn xã\", \"households\": 12345, \"mean\": 7.25, "
        "\"rate\": 0.3333333333333333, \"p_quota\": 1e-05}\n"
        "  ]\n"
        "}\n");
}

static void fixed_layout(struct tn_json *json, const void *what)
{
    const double pmf[] = {0.25, 0.75, (double)INFINITY};
    tn_json_text(json, "commune", what);
    tn_json_object(json, "status");
    tn_json_object(json, "poor");
    tn_json_reals(json, "pmf", 3, pmf);
    tn_json_bool(json, "sure", 0);
    tn_json_null(json, "end");
    tn_json_end(json);
    tn_json_end(json);
    tn_json_array(json, "list");
    tn_json_count(json, NULL, -3);
    tn_json_object(json, NULL);
    tn_json_end(json);
    tn_json_array(json, NULL);
    tn_json_real(json, NULL, -0.5);
    tn_json_end(json);
    tn_json_end(json);
}

static void json_can_have_a_layout_of_its_own(void **state)
{
    (void)state;
    struct tn_doc doc;
    sample(&doc);
    doc.first_note = NULL;
    doc.source.inputs = 0;
    doc.json = fixed_layout;
    doc.what = "Cẩm Bình";
    const char *text = as_json(&doc);
    assert_true(is_json(text));
    assert_string_equal(text, "{\n"
                              "  \"source\": {\n"
                              "    \"program\": \"thoatngheo 0.1.0\",\n"
                              "    \"random_seed\": 7,\n"
                              "    \"inputs\": []\n"
                              "  },\n"
                              "  \"commune\": \"Cẩm Bình\",\n"
                              "  \"status\": {\n"
                              "    \"poor\": {\n"
                              "      \"pmf\": [0.25, 0.75, null],\n"
                              "      \"sure\": false,\n"
                              "      \"end\": null\n"
                              "    }\n"
                              "  },\n"
                              "  \"list\": [\n"
                              "    -3,\n"
                              "    {},\n"
                              "    [\n"
                              "      -0.5\n"
                              "    ]\n"
                              "  ]\n"
                              "}\n");
}

static void hostile_text_is_escaped_in_json(void **state)
{
    (void)state;
    struct tn_doc doc;
    struct tn_table *t = sample(&doc);
    t->cell[0].text = "\"}],\\ \x01\n\t\x7f\u202E\u2028\xC0\U000E0041\u0301e";
    const char *text = as_json(&doc);
    assert_true(is_json(text));
    assert_non_null(strstr(text, "\"\\\"}],\\\\ \\u0001\\n\\t\\u007f\\u202e\\u2028\\ufffd"
                                 "\\udb40\\udc41\u0301e\""));
    for_cases (500) {
        char any[31] = "";
        for (size_t i = 0; i < 30; i++)
            any[i] = (char)(1 + (int)(case_uniform(i) * 255));
        t->cell[0].text = any;
        assert_true(is_json(as_json(&doc)));
    }
}

static void numbers_read_back_to_the_last_bit(void **state)
{
    (void)state;
    static const struct {
        double x;
        const char *text;
    } known[] = {
        {0, "0"},           {-0.0, "-0"},
        {0.1, "0.1"},       {1.0 / 3, "0.3333333333333333"},
        {1e300, "1e+300"},  {1e-300, "1e-300"},
        {124, "124"},       {0.1 + 0.2, "0.30000000000000004"},
        {5e-324, "5e-324"}, {2.5e-320, "2.5e-320"},
        {-2.66, "-2.66"},   {123456789012345680.0, "1.2345678901234568e+17"},
    };
    char room[32];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_string_equal(tn_shortest(known[i].x, room), known[i].text);
    for_cases (20000) {
        uint64_t bits = (uint64_t)(case_uniform(0) * 0x1p32) << 32 |
                        (uint64_t)(case_uniform(1) * 0x1p32);
        double x;
        memcpy(&x, &bits, sizeof x);
        if (isfinite(x))
            check_rel(strtod(tn_shortest(x, room), NULL), x, 0);
    }
}

/* Under a locale with a decimal comma, made on the spot where localedef can. */
static void numbers_have_a_point_in_every_locale(void **state)
{
    (void)state;
    char room[32];
    int made = system("localedef -i de_DE -f UTF-8 build/de_DE.UTF-8 2>/dev/null");
    setenv("LOCPATH", "build", 1);
    const char *locale = setlocale(LC_ALL, "de_DE.UTF-8");
    if (made == 0 && locale) {
        char printed[8];
        snprintf(printed, sizeof printed, "%.1f", 0.5);
        assert_string_equal(printed, "0,5");
    }
    assert_string_equal(tn_shortest(0.125, room), "0.125");
    assert_string_equal(tn_shortest(-1.5e-7, room), "-1.5e-07");
    assert_string_equal(tn_shortest(1e22, room), "1e+22");
    setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
}

static void a_full_disk_is_left_on_the_stream(void **state)
{
    (void)state;
    struct tn_doc doc;
    struct tn_text_options options = {TN_VI, 0, 0};
    sample(&doc);
    for (int format = 0; format < 3; format++) {
        FILE *full = fopen("/dev/full", "w");
        setvbuf(full, NULL, _IONBF, 0);
        if (format == 0)
            tn_text_write(&arena, full, &doc, &options);
        else if (format == 1)
            tn_csv_write(full, &doc);
        else
            tn_json_write(full, &doc);
        assert_true(ferror(full));
        fclose(full);
    }
}

int main(void)
{
    const struct CMUnitTest doc[] = {
        cmocka_unit_test(a_table_lines_up_in_vietnamese),
        cmocka_unit_test(a_table_lines_up_in_english),
        cmocka_unit_test(bars_and_colour_are_for_terminals),
        cmocka_unit_test(columns_line_up_whatever_the_names),
        cmocka_unit_test(long_cells_are_broken_where_the_terminal_is_narrow),
        cmocka_unit_test(words_are_shown_in_the_language_asked_for),
        cmocka_unit_test(an_empty_table_says_so),
        cmocka_unit_test(csv_reads_back_as_it_was),
        cmocka_unit_test(csv_runs_no_formula_and_carries_no_control),
        cmocka_unit_test(csv_parts_tables_and_leaves_out_what_is_for_people),
        cmocka_unit_test(the_checker_itself_knows_good_from_bad),
        cmocka_unit_test(json_is_whole_and_says_what_the_tables_say),
        cmocka_unit_test(json_can_have_a_layout_of_its_own),
        property(hostile_text_is_escaped_in_json),
        property(numbers_read_back_to_the_last_bit),
        cmocka_unit_test(numbers_have_a_point_in_every_locale),
        cmocka_unit_test(a_full_disk_is_left_on_the_stream),
    };
    return cmocka_run_group_tests(doc, NULL, clean);
}
