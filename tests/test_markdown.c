/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tables of any text read back by a small parser of rows (GitHub's tables: cells
 * parted by bars that no backslash stands before) and of escapes (CommonMark, 2.4 and
 * 2.5); the rest by hand. */
#include "written.h"

#include "tn/base/utf8.h"
#include "tn/out/markdown.h"

#include <ctype.h>
#include <string.h>

static const char *escaped(const char *text)
{
    tn_markdown_text(begin(), text);
    return written();
}

static void nothing_in_a_text_is_mark_up(void **state)
{
    (void)state;
    static const char *const pair[][2] = {
        {"Thôn Chợ", "Thôn Chợ"},
        {"", ""},
        {"\\`*_[]|~$", "\\\\\\`\\*\\_\\[\\]\\|\\~\\$"},
        {"<b>&amp;", "&lt;b&gt;&amp;amp;"},
        {"# a #", "\\# a #"},
        {"+ a + b", "\\+ a + b"},
        {"- a - b", "\\- a - b"},
        {"---", "\\---"},
        {"===", "\\==="},
        {"1. a", "1\\. a"},
        {"12) a 3) b", "12\\) a 3) b"},
        {"1.5", "1\\.5"},
        {".5", ".5"},
        {") a", ") a"},
        {"2024", "2024"},
        {"2024: a.", "2024: a."},
        {"a\nb\x1b", "a\\\\x0Ab\\\\x1B"},
        {"* a", "\\* a"},
    };
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
        assert_string_equal(escaped(pair[i][0]), pair[i][1]);
}

static void each_piece_stands_alone(void **state)
{
    (void)state;
    FILE *out = begin();
    tn_markdown_heading(out, 1, "Một *");
    tn_markdown_heading(out, 3, "Ba");
    tn_markdown_paragraph(out, "- câu");
    tn_markdown_item(out, "+ mục");
    tn_markdown_item(out, "mục");
    tn_markdown_image(out, "Hình [1]", "forecast.svg");
    assert_string_equal(written(), "# Một \\*\n\n"
                                   "### Ba\n\n"
                                   "\\- câu\n\n"
                                   "- \\+ mục\n"
                                   "- mục\n"
                                   "![Hình \\[1\\]](forecast.svg)\n\n");
}

static const struct tn_column columns[] = {
    {"village", {{"Thôn", "Village"}}, TN_TEXT, 0},
    {"status", {{"Diện", "Status"}}, TN_WORDS, 0},
    {"n", {{"Số | hộ", "House|holds"}}, TN_COUNT, 0},
    {"mean", {{"Dự báo", "Forecast"}}, TN_REAL, 2},
    {"rate", {{"Tỷ lệ", "Rate"}}, TN_SHARE, 1},
    {"p", {{"Xác suất", "Chance"}}, TN_BAR, 0},
    {0},
};
enum { COLUMNS = sizeof columns / sizeof *columns - 1 };

static struct tn_table *table(size_t rows)
{
    struct tn_doc doc = {0};
    return tn_doc_table(&arena, &doc, "t", (struct tn_words){{"Bảng *1*", "Table *1*"}},
                        rows, columns);
}

static void fill(union tn_cell *cell, const char *name, struct tn_words words, long n,
                 double x)
{
    cell[0].text = name;
    cell[1].words = words;
    cell[2].count = n;
    cell[3].real = cell[4].real = cell[5].real = x;
}

static const char *shown(enum tn_lang lang, const struct tn_table *t)
{
    tn_markdown_table(&arena, begin(), lang, t);
    return written();
}

static void a_table_has_titles_sides_and_rows(void **state)
{
    (void)state;
    struct tn_table *t = table(2);
    fill(t->cell, "- Tô", (struct tn_words){{"hộ nghèo", "poor"}}, 12345, 0.25);
    fill(t->cell + COLUMNS, NULL, (struct tn_words){{NULL, NULL}}, TN_COUNT_NONE,
         (double)NAN);
    assert_string_equal(
        shown(TN_EN, t),
        "**Table \\*1\\***\n\n"
        "| Village | Status | House\\|holds | Forecast | Rate | Chance |\n"
        "|---|---|--:|--:|--:|--:|\n"
        "| \\- Tô | poor | 12,345 | 0\\.25 | 25\\.0% | 25% |\n"
        "|  |  | \\- | \\- | \\- | \\- |\n"
        "\n");
    assert_non_null(strstr(shown(TN_VI, t), "| \\- Tô | hộ nghèo | 12\\.345 | 0,25 |"));
    t->only = TN_ONLY_MACHINES;
    assert_string_equal(shown(TN_EN, t), "");
    t->only = TN_ONLY_PEOPLE;
    assert_non_null(strstr(shown(TN_EN, t), "12,345"));
}

/* The next cell of a row, its escapes undone; the row's end where *at is a line end. */
static const char *next_cell(const char **at)
{
    static const char *const entity[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}};
    char *cell = tn_new(&arena, char, strlen(*at) + 1), *end = cell;
    const char *c = *at;

    assert_memory_equal(c, "| ", 2);
    for (c += 2; *c != '|'; c++) {
        size_t k = 0;
        assert_true(*c && *c != '\n' && *c != '<');
        while (k < 3 && strncmp(c, entity[k][0], strlen(entity[k][0])) != 0)
            k++;
        if (k < 3) {
            c += strlen(entity[k][0]) - 1;
            *end++ = *entity[k][1];
            continue;
        }
        assert_int_not_equal(*c, '&');
        if (*c == '\\') {
            c++;
            assert_true(ispunct((unsigned char)*c));   // else the backslash shows
        }
        *end++ = *c;
    }
    assert_int_equal(end[-1], ' ');
    *--end = '\0';
    *at = c;
    return cell;
}

static const char *any_text(uint64_t draw)
{
    static const char mark[] = "\\`*_[]|~$&<>#+-=.) 0123456789\n\t\x1b|\\";
    char text[32] = "";
    size_t n = (size_t)(case_uniform(draw) * 30);

    for (size_t i = 0; i < n; i++) {
        double kind = case_uniform(draw + 2 * i + 1),
               pick = case_uniform(draw + 2 * i + 2);
        text[i] = kind < 0.7 ? mark[(size_t)(pick * (sizeof mark - 1))]
                             : (char)(1 + (int)(pick * 255));
    }
    return tn_arena_text(&arena, text, n);
}

static void cells_of_any_text_read_back(void **state)
{
    (void)state;
    enum { ROWS = 3 };

    for_cases (1000) {
        struct tn_table *t = table(ROWS);
        for (size_t r = 0; r < ROWS; r++) {
            const char *words = any_text(1000 * r + 500);
            fill(t->cell + r * COLUMNS, any_text(1000 * r),
                 (struct tn_words){{"không", words}}, (long)(case_uniform(r) * 1e5),
                 case_uniform(r));
        }
        const char *at = shown(TN_EN, t);
        for (int line = 0; line < 4; line++)   // title, a blank one, heads, sides
            at = strchr(at, '\n') + 1;
        for (size_t r = 0; r < ROWS; r++) {
            for (size_t col = 0; col < COLUMNS; col++)
                assert_string_equal(next_cell(&at),
                                    tn_cell_shown(&arena, TN_EN, &columns[col],
                                                  t->cell[r * COLUMNS + col]));
            assert_memory_equal(at, "|\n", 2);
            at += 2;
        }
        assert_string_equal(at, "\n");
        tn_arena_free(&arena);
    }
}

static void the_source_is_told(void **state)
{
    (void)state;
    static const char *input[] = {"my_villages.csv", "households.csv"};
    static const char *sha[] = {"9f86d081", "60303ae2"};
    struct tn_source source = {"thoatngheo 0.1.0", 7, 2, input, sha};

    tn_markdown_source(begin(), &source);
    assert_string_equal(written(), "thoatngheo 0.1.0, seed 7\n\n"
                                   "- my\\_villages.csv `9f86d081`\n"
                                   "- households.csv `60303ae2`\n");
    source.seed = TN_COUNT_NONE;
    source.inputs = 0;
    tn_markdown_source(begin(), &source);
    assert_string_equal(written(), "thoatngheo 0.1.0\n\n");
    source.version = NULL;
    tn_markdown_source(begin(), &source);
    assert_string_equal(written(), "");
}

int main(void)
{
    const struct CMUnitTest markdown[] = {
        cmocka_unit_test(nothing_in_a_text_is_mark_up),
        cmocka_unit_test(each_piece_stands_alone),
        cmocka_unit_test(a_table_has_titles_sides_and_rows),
        property(cells_of_any_text_read_back),
        cmocka_unit_test(the_source_is_told),
    };
    return cmocka_run_group_tests(markdown, NULL, clean);
}
