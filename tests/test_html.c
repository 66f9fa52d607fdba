/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: base64 of RFC 4648, section 10; escapes undone by a small decoder; a table
 * whose cells are read back out of its tags. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "tn/base/memory.h"
#include "tn/out/html.h"

static struct tn_arena arena;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static void base64_of_the_rfc(void **state)
{
    (void)state;
    static const char *const pair[][2] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"\xfb\xff\xfe", "+//+"},
    };

    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        struct tn_memory memory;
        FILE *out = tn_memory_open(&memory);
        tn_html_base64(out, strlen(pair[i][0]), pair[i][0]);
        assert_string_equal(tn_memory_close(&arena, &memory, NULL), pair[i][1]);
    }
}

/* What stands behind the bytes is not looked at. */
static void base64_ends_where_it_is_told(void **state)
{
    (void)state;
    static const char *const want[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="};

    for (size_t len = 0; len < 5; len++) {
        struct tn_memory memory;
        FILE *out = tn_memory_open(&memory);
        tn_html_base64(out, len, "foobar\xff\xff" + (len == 0 ? 6 : 0));
        assert_string_equal(tn_memory_close(&arena, &memory, NULL), want[len]);
    }
}

static const char *written(const char *text)
{
    struct tn_memory memory;
    tn_html_text(tn_memory_open(&memory), text);
    return tn_memory_close(&arena, &memory, NULL);
}

static void no_text_is_mark_up(void **state)
{
    (void)state;
    assert_string_equal(written("<b a='1' c=\"2\">&amp;</b>"),
                        "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;");
    assert_string_equal(written("Thôn Chợ"), "Thôn Chợ");
    assert_string_equal(written("a\x1b[31mb"), "a\\x1B[31mb");
    assert_string_equal(written("\xff"), "\\xFF");
    assert_string_equal(written("53,0 % of 5"), "53,0&#160;% of 5");
    assert_null(strchr(written("</script><script>alert(1)</script>"), '<'));
}

static const struct tn_column columns[] = {
    {"village", {{"Thôn", "Village"}}, TN_WORDS, 0},
    {"n", {{"Số hộ", "Households"}}, TN_COUNT, 0},
    {"down", {{"Giảm", "Down"}}, TN_REAL, 1},
    {"up", {{"Tăng", "Up"}}, TN_REAL, 1},
    {"p", {{"Xác suất", "Chance"}}, TN_BAR, 1},
    {0},
};
static const struct tn_span spans[] = {
    {2, {{NULL}}},
    {2, {{"Biến động", "Changes"}}},
    {1, {{NULL}}},
};

static struct tn_table *two_rows(struct tn_doc *doc)
{
    struct tn_table *t = tn_doc_table(
        &arena, doc, "t", (struct tn_words){{"Bảng <1>", "Table <1>"}}, 2, columns);
    const union tn_cell cell[10] = {
        {.words = {{"Tô & Xanh", "To & Xanh"}}},
        {.count = 12345},
        {.real = 1.25},
        {.real = (double)NAN},
        {.real = 0.5317},
        {.words = {{"Tổng", "Sum"}}},
        {.count = TN_COUNT_NONE},
        {.real = 2},
        {.real = 3},
        {.real = (double)NAN},
    };
    memcpy(t->cell, cell, sizeof cell);
    t->span = spans;
    t->total_rows = 1;
    return t;
}

/* How often a string occurs. */
static int times(const char *text, const char *what)
{
    int n = 0;
    while ((text = strstr(text, what)) != NULL) {
        n++;
        text += strlen(what);
    }
    return n;
}

static void a_table_has_its_heads_rows_and_sums(void **state)
{
    (void)state;
    struct tn_doc doc = {0};
    struct tn_memory memory;
    tn_html_table(&arena, tn_memory_open(&memory), TN_VI, two_rows(&doc));
    const char *html = tn_memory_close(&arena, &memory, NULL);

    assert_non_null(strstr(html, "<caption>Bảng &lt;1&gt;</caption>"));
    assert_non_null(strstr(html, "colspan=\"2\">Biến động</th>"));
    assert_int_equal(times(html, "rowspan=\"2\""), 3);
    assert_int_equal(times(html, "<th scope=\"col\">"), 2);   // Giảm, Tăng alone
    assert_non_null(strstr(html, "<th scope=\"row\" class=\"t\">Tô &amp; Xanh</th>"
                                 "<td>12.345</td><td>1,2</td><td>-</td><td>"));
    assert_non_null(strstr(html, "width:53%\"></i></span>53,2&#160;%</td>"));
    assert_non_null(strstr(html,
                           "<tr class=\"sum\"><th scope=\"row\" class=\"t\">Tổng</th>"
                           "<td>-</td>"));
    assert_int_equal(times(html, "<tr"), 4);
    assert_int_equal(times(html, "<tr"), times(html, "</tr>"));
    assert_int_equal(times(html, "class=\"bar\""), 1);   // none where there is no number
}

/* Heads over heads: those of text stand left, whichever row they are in. */
static void heads_stand_over_what_they_name(void **state)
{
    (void)state;
    struct tn_doc doc = {0};
    struct tn_memory memory;
    tn_html_table(&arena, tn_memory_open(&memory), TN_EN, two_rows(&doc));
    assert_non_null(
        strstr(tn_memory_close(&arena, &memory, NULL),
               "<thead><tr><th scope=\"col\" rowspan=\"2\" class=\"t\">Village</th>"
               "<th scope=\"col\" rowspan=\"2\">Households</th>"
               "<th scope=\"colgroup\" class=\"span\" colspan=\"2\">Changes</th>"
               "<th scope=\"col\" rowspan=\"2\">Chance</th></tr>\n"
               "<tr><th scope=\"col\">Down</th><th scope=\"col\">Up</th></tr></thead>\n"
               "<tbody>\n"));
}

/* A name of 24 letters keeps to its line, a longer one may break; a table of 16 rows is
 * kept on its page; so many rows at the end are sums. */
static void limits_are_where_they_are_said(void **state)
{
    (void)state;
    static const struct tn_column one[] = {{"t", {{"t", "t"}}, TN_TEXT, 0}, {0}};

    for (size_t rows = 15; rows < 18; rows++) {
        struct tn_doc doc = {0};
        struct tn_memory memory;
        struct tn_table *t = tn_doc_table(&arena, &doc, "t",
                                          (struct tn_words){{"t", "t"}}, rows, one);
        for (size_t r = 0; r < rows; r++)
            t->cell[r].text = r % 2 ? "abcdefghijklmnopqrstuvw\u1EBF"
                                    : "abcdefghijklmnopqrstuvwx\u1EBF";
        t->total_rows = rows - 13;
        tn_html_table(&arena, tn_memory_open(&memory), TN_EN, t);
        const char *html = tn_memory_close(&arena, &memory, NULL);
        assert_int_equal(times(html, "<div class=\"wide keep\""), rows <= 16);
        assert_int_equal(times(html, "class=\"t long\">"), (rows + 1) / 2);
        assert_int_equal(times(html, "class=\"t\">abc"), rows / 2);
        assert_int_equal(times(html, "<tr class=\"sum\">"), rows - 13);
        assert_null(strstr(html, "class=\"note\""));
        t->note.text[TN_EN] = "<note>";
        tn_html_table(&arena, tn_memory_open(&memory), TN_EN, t);
        html = tn_memory_close(&arena, &memory, NULL);
        assert_string_equal(strstr(html, "</table>"),
                            "</table></div>\n<p class=\"note\">&lt;note&gt;</p>\n");
    }
}

static void tables_for_machines_are_left_out(void **state)
{
    (void)state;
    struct tn_doc doc = {0};
    struct tn_table *t = two_rows(&doc);
    static const int machines[] = {TN_ONLY_MACHINES, TN_ONLY_CSV};

    for (int i = 0; i < 2; i++) {
        struct tn_memory memory;
        t->only = machines[i];
        tn_html_table(&arena, tn_memory_open(&memory), TN_EN, t);
        assert_string_equal(tn_memory_close(&arena, &memory, NULL), "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(base64_of_the_rfc, clean),
        cmocka_unit_test_teardown(no_text_is_mark_up, clean),
        cmocka_unit_test_teardown(a_table_has_its_heads_rows_and_sums, clean),
        cmocka_unit_test_teardown(base64_ends_where_it_is_told, clean),
        cmocka_unit_test_teardown(heads_stand_over_what_they_name, clean),
        cmocka_unit_test_teardown(limits_are_where_they_are_said, clean),
        cmocka_unit_test_teardown(tables_for_machines_are_left_out, clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
