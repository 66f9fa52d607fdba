/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the file unpacked by libzip's reader; the cells of a table read back out of
 * its rows, widths by the rule in docx.c done by hand; every reference between the parts
 * followed to what it names. */
#include "unzip.h"

#include <stdbool.h>
#include <stdlib.h>

#include "tn/base/utf8.h"
#include "tn/out/docx.h"

static struct tn_arena arena;
static struct tn_docx docx;
static size_t file_len;
static const char *file;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static void end_with_title(const char *title)
{
    struct tn_err err = {0};
    if (tn_docx_end(&docx, title, &file_len, &file, &err))
        fail_msg("%s", err.text[TN_EN]);
}

static const char *part(const char *name)
{
    const char *text = unzip(&arena, file_len, file, name, NULL);
    if (!text)
        fail_msg("no part %s", name);
    return text;
}

/* What stands between two texts, of which the first is there. */
static const char *between(const char *text, const char *before, const char *after)
{
    const char *from = strstr(text, before);
    const char *to = from ? strstr(from + strlen(before), after) : NULL;
    if (!to)
        fail_msg("no %s and %s", before, after);
    from += strlen(before);
    return tn_arena_text(&arena, from, (size_t)(to - from));
}

/* The body of a document of a few pieces, without the page's own description. */
static const char *body(void)
{
    end_with_title("x");
    return between(part("word/document.xml"), "<w:body>\n", "<w:sectPr>");
}

#define PARAGRAPH(style, more, runs) \
    "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/>" more "</w:pPr>" runs "</w:p>"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define MARKED(marks, text) \
    "<w:r><w:rPr>" marks "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define SIZE(n) "<w:sz w:val=\"" n "\"/><w:szCs w:val=\"" n "\"/>"

static void paragraphs_have_their_styles(void **state)
{
    (void)state;
    tn_docx_begin(&arena, &docx, TN_VI);
    tn_docx_paragraph(&docx, TN_DOCX_TITLE, "Tiêu đề");
    tn_docx_paragraph(&docx, TN_DOCX_HEADING, "Mục <1>");
    tn_docx_paragraph(&docx, TN_DOCX_BODY, "Câu & \x1b");
    tn_docx_paragraph(&docx, TN_DOCX_ITEM, "một");
    tn_docx_paragraph(&docx, TN_DOCX_NOTE, "");
    tn_docx_paragraph(&docx, TN_DOCX_CLOSING, "hết");
    assert_string_equal(
        body(),
        PARAGRAPH("Title", "", RUN("") RUN("Tiêu đề")) "\n" PARAGRAPH("Heading1", "", RUN("") RUN("Mục &lt;1&gt;")) "\n" PARAGRAPH(
            "Body", "",
            RUN("") RUN(
                "Câu &amp; "
                "\\x1B")) "\n" PARAGRAPH("Item", "",
                                         RUN("- ") RUN(
                                             "một")) "\n" PARAGRAPH("Note", "",
                                                                    RUN("") RUN(
                                                                        "")) "\n" PARAGRAPH("Note",
                                                                                            "<w:keepNext/>",
                                                                                            RUN("") RUN(
                                                                                                "hết")) "\n");
}

static void two_sides_stand_side_by_side(void **state)
{
    (void)state;
    static const char *const left[] = {"UBND XÃ", "*CẨM BÌNH", "^tên", NULL};
    static const char *const right[] = {"_Độc lập", "/Hà Tĩnh", NULL};

    tn_docx_begin(&arena, &docx, TN_VI);
    tn_docx_sides(&docx, left, right);
    assert_string_equal(
        body(),
        "<w:tbl><w:tblPr><w:tblW w:w=\"9355\" w:type=\"dxa\"/><w:tblLayout "
        "w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3755\"/>"
        "<w:gridCol w:w=\"5600\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
        "<w:tc><w:tcPr><w:tcW w:w=\"3755\" w:type=\"dxa\"/></w:tcPr>" PARAGRAPH(
            "Side", "", RUN("UBND XÃ"))
            PARAGRAPH("Side", "", MARKED("<w:b/>", "CẨM BÌNH")) PARAGRAPH(
                "Side", "",
                MARKED("<w:b/><w:caps/><w:u w:val=\"single\"/>",
                       "tên")) "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"5600\" "
                               "w:type=\"dxa\"/></w:tcPr>" PARAGRAPH(
                                   "Side", "",
                                   MARKED("<w:b/><w:u w:val=\"single\"/>" SIZE("26"),
                                          "Độc lập"))
                                   PARAGRAPH("Side", "",
                                             MARKED("<w:i/>" SIZE("26"),
                                                    "Hà Tĩnh")) "</w:tc></w:tr></"
                                                                "w:tbl>" PARAGRAPH(
                                                                    "Side", "", "") "\n");
}

/* ---- tables ---- */

static const struct tn_column columns[] = {
    {"village", {{"Thôn", "Village"}}, TN_TEXT, 0},
    {"status", {{"Diện", "Status"}}, TN_WORDS, 0},
    {"n", {{"Số hộ", "Households"}}, TN_COUNT, 0},
    {"down", {{"Giảm", "Down"}}, TN_REAL, 1},
    {"p", {{"Xác suất", "Chance"}}, TN_BAR, 1},
    {0},
};
static const struct tn_span spans[] = {
    {2, {{NULL}}},
    {2, {{"Biến động", "Changes"}}},
    {1, {{NULL}}},
};
enum { COLUMNS = 5 };

static struct tn_table *table(size_t rows)
{
    struct tn_doc doc = {0};
    struct tn_table *t = tn_doc_table(
        &arena, &doc, "t", (struct tn_words){{"Bảng <1>", "Table <1>"}}, rows, columns);
    for (size_t r = 0; r < rows; r++) {
        union tn_cell *cell = t->cell + r * COLUMNS;
        cell[0].text = "Tô & Xanh";
        cell[1].words = (struct tn_words){{"hộ nghèo", "poor"}};
        cell[2].count = 12345;
        cell[3].real = r ? 1.25 : (double)NAN;
        cell[4].real = 0.5317;
    }
    return t;
}

static const char *as_body(enum tn_lang lang, const struct tn_table *t)
{
    tn_docx_begin(&arena, &docx, lang);
    tn_docx_table(&docx, t);
    return body();
}

/* One cell of a table: everything that it says of itself. */
struct seen {
    int width, span;
    const char *merge, *align, *marks, *text;
    bool shaded, kept;
};

static const char *value(const char *cell, const char *element)
{
    char want[40];
    snprintf(want, sizeof want, "<w:%s w:val=\"", element);
    return strstr(cell, want) ? between(cell, want, "\"") : NULL;
}

/* The next cell at or after *at in its row; false at the row's end. */
static bool next_cell(const char **at, struct seen *seen)
{
    const char *from = strstr(*at, "<w:tc>"), *end = strstr(*at, "</w:tr>");
    if (!from || from > end)
        return false;
    const char *to = strstr(from, "</w:tc>");
    const char *cell = tn_arena_text(&arena, from, (size_t)(to - from));
    const char *span = value(cell, "gridSpan");
    *seen = (struct seen){
        .width = atoi(between(cell, "<w:tcW w:w=\"", "\" w:type=\"dxa\"/>")),
        .span = span ? atoi(span) : 1,
        .merge = value(cell, "vMerge"),
        .align = value(cell, "jc"),
        .marks = strstr(cell, "<w:rPr>") ? between(cell, "<w:rPr>", "</w:rPr>") : "",
        .text = strstr(cell, "<w:t ") ? between(cell, "\"preserve\">", "</w:t>") : "",
        .shaded = strstr(cell, "w:fill=\"E8ECF1\"") != NULL,
        .kept = strstr(cell, "<w:pStyle w:val=\"Cell\"/><w:keepNext/>") != NULL};
    assert_string_equal(value(cell, "vAlign"), "center");
    *at = to;
    return true;
}

/* The next row's beginning: its properties are those of a head, or are not. */
static const char *next_row(const char *at, bool head)
{
    static const char *const open[] = {
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>",
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        "<w:tc>"};
    at = strstr(at, "<w:tr>");
    assert_non_null(at);
    assert_memory_equal(at, open[head], strlen(open[head]));
    return at;
}

static void is_cell(const struct seen *seen, int width, const char *align,
                    const char *marks, const char *text)
{
    assert_int_equal(seen->width, width);
    assert_string_equal(seen->align, align);
    assert_string_equal(seen->marks, marks);
    assert_string_equal(seen->text, text);
}

/* Weights are letters and 4 more: 9 (Tô & Xanh), 8 (hộ nghèo), 6 (12.345), 4 (Giảm) and
 * 6 (53,2 %), hence 13, 12, 10, 8, 10 of 53; what is left over goes to the first. */
static const int width[COLUMNS] = {2295, 2118, 1765, 1412, 1765};

static void a_table_has_heads_over_heads(void **state)
{
    (void)state;
    struct tn_table *t = table(2);
    struct seen seen;
    const char *bold = "<w:b/>" SIZE("20");
    static const char *const title[] = {"Thôn", "Diện", "Biến động", "Xác suất"};
    t->span = spans;
    const char *at = next_row(as_body(TN_VI, t), true);

    for (int i = 0; i < 4; i++) {
        assert_true(next_cell(&at, &seen));
        is_cell(&seen, i == 2 ? width[2] + width[3] : width[i == 3 ? 4 : i], "center",
                bold, title[i]);
        assert_int_equal(seen.span, i == 2 ? 2 : 1);
        assert_true(seen.shaded && seen.kept);
        if (i == 2)
            assert_null(seen.merge);
        else
            assert_string_equal(seen.merge, "restart");
    }
    assert_false(next_cell(&at, &seen));
    at = next_row(at, true);
    for (int i = 0; i < COLUMNS; i++) {
        bool own = i == 2 || i == 3;
        assert_true(next_cell(&at, &seen));
        is_cell(&seen, width[i], "center", own ? bold : "",
                own ? columns[i].title.text[TN_VI] : "");
        assert_int_equal(seen.span, 1);
        assert_true(seen.shaded && seen.kept);
        if (own)
            assert_null(seen.merge);
        else
            assert_string_equal(seen.merge, "continue");
    }
    assert_false(next_cell(&at, &seen));
}

/* Two columns beside one another with nothing above them, after a head of two. */
static void columns_that_stand_alone_each_have_their_own_head(void **state)
{
    (void)state;
    static const struct tn_span some[] = {
        {1, {{NULL}}}, {2, {{"Biến động", "Changes"}}}, {2, {{NULL}}}};
    static const char *const title[] = {"Thôn", "Biến động", "Giảm", "Xác suất"};
    const int wide[] = {width[0], width[1] + width[2], width[3], width[4]};
    struct tn_table *t = table(1);
    struct seen seen;
    t->span = some;
    const char *at = next_row(as_body(TN_VI, t), true);

    for (int i = 0; i < 4; i++) {
        assert_true(next_cell(&at, &seen));
        is_cell(&seen, wide[i], "center", "<w:b/>" SIZE("20"), title[i]);
        assert_int_equal(seen.span, i == 1 ? 2 : 1);
        assert_int_equal(seen.merge != NULL, i != 1);
    }
    assert_false(next_cell(&at, &seen));
}

static void a_table_has_its_rows_and_sums(void **state)
{
    (void)state;
    struct tn_table *t = table(3);
    struct seen seen;
    static const char *const text[] = {"Tô &amp; Xanh", "hộ nghèo", "12.345", "1,2",
                                       "53,2&#160;%"};
    t->total_rows = 1;
    t->note = (struct tn_words){{"Ghi chú <2>.", "A note."}};
    const char *all = as_body(TN_VI, t), *at = next_row(all, true);

    assert_memory_equal(all, PARAGRAPH("Caption", "", RUN("Bảng &lt;1&gt;")),
                        strlen(PARAGRAPH("Caption", "", RUN("Bảng &lt;1&gt;"))));
    for (int i = 0; i < COLUMNS; i++) {
        char grid[60];
        snprintf(grid, sizeof grid, "<w:gridCol w:w=\"%d\"/>", width[i]);
        assert_non_null(strstr(all, grid));
        assert_true(next_cell(&at, &seen));
        assert_null(seen.merge);
        is_cell(&seen, width[i], "center", "<w:b/>" SIZE("20"),
                columns[i].title.text[TN_VI]);
    }
    assert_non_null(strstr(all, "<w:tblW w:w=\"9355\" w:type=\"dxa\"/>"));
    for (int r = 0; r < 3; r++) {
        at = next_row(at, false);
        for (int i = 0; i < COLUMNS; i++) {
            assert_true(next_cell(&at, &seen));
            is_cell(&seen, width[i], i < 2 ? "left" : "right",
                    r == 2 ? "<w:b/>" SIZE("21") : SIZE("21"),
                    r == 0 && i == 3 ? "-" : text[i]);
            assert_int_equal(seen.span, 1);
            assert_null(seen.merge);
            assert_true(!seen.shaded && seen.kept);   // the note is on the same page
        }
        assert_false(next_cell(&at, &seen));
    }
    assert_null(strstr(at, "<w:tr>"));
    assert_string_equal(
        strstr(at, "</w:tbl>"),
        "</w:tbl>\n" PARAGRAPH("Note", "", RUN("") RUN("Ghi chú &lt;2&gt;.")) "\n");
}

/* A short table stays on one page, its last row only with a note below; the rows of a
 * long one may part anywhere. */
static void short_tables_are_kept_whole(void **state)
{
    (void)state;
    for (size_t rows = 1; rows < 20; rows++)
        for (int note = 0; note < 2; note++) {
            struct tn_table *t = table(rows);
            t->note.text[TN_EN] = note ? "A note." : NULL;
            const char *at = next_row(as_body(TN_EN, t), true);
            for (size_t r = 0; r < rows; r++) {
                struct seen seen;
                at = next_row(at + 1, false);
                while (next_cell(&at, &seen))
                    assert_int_equal(seen.kept, rows <= 16 && (r + 1 < rows || note));
            }
        }
}

/* A cell's text counts up to 60 letters and at least 4, a title by its longest word. */
static void widths_follow_what_stands_in_the_columns(void **state)
{
    (void)state;
    static const struct tn_column two[] = {{"a", {{"a", "x"}}, TN_TEXT, 0},
                                           {"b", {{"b", "chances of that"}}, TN_COUNT, 0},
                                           {0}};
    static const struct {
        size_t letters;
        int first;
    } known[] = {
        {0, 3939}, {4, 3939}, {5, 4210}, {60, 7983}, {61, 7983}, {200, 7983},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tn_doc doc = {0};
        struct tn_table *t = tn_doc_table(&arena, &doc, "t",
                                          (struct tn_words){{"t", "t"}}, 1, two);
        char *text = tn_new(&arena, char, 201);
        memset(text, 'm', known[i].letters);
        t->cell[0].text = text;
        t->cell[1].count = 12;   // "chances" is wider: 7 and 4
        const char *at = strstr(as_body(TN_EN, t), "<w:tblGrid>");
        int first = atoi(between(at, "<w:gridCol w:w=\"", "\""));
        at = strstr(at, "/><w:gridCol") + 2;
        assert_int_equal(first, known[i].first);
        assert_int_equal(first + atoi(between(at, "<w:gridCol w:w=\"", "\"")), 9355);
    }
}

/* What cells of any text say is what they were given. */
static void cells_of_any_text_read_back(void **state)
{
    (void)state;
    static const char *const entity[][2] = {{"&amp;", "&"}, {"&lt;", "<"},
                                            {"&gt;", ">"},  {"&quot;", "\""},
                                            {"&#39;", "'"}, {"&#160;", " "}};

    for_cases (300) {
        char text[32] = "", got[128];
        size_t n = 1 + (size_t)(case_uniform(0) * 30), len = 0;
        for (size_t i = 0; i < n; i++)
            text[i] = case_uniform(2 * i + 1) < 0.5
                          ? "<>&\"' %;#"[(size_t)(case_uniform(2 * i + 2) * 9)]
                          : (char)(1 + (int)(case_uniform(2 * i + 2) * 255));
        struct tn_table *t = table(1);
        t->cell[0].text = text;
        struct seen seen;
        const char *at = next_row(next_row(as_body(TN_EN, t), true) + 1, false);
        assert_true(next_cell(&at, &seen));
        for (const char *c = seen.text; *c; len++) {
            size_t k = 0;
            while (k < 6 && strncmp(c, entity[k][0], strlen(entity[k][0])) != 0)
                k++;
            assert_true(k < 6 || *c != '&');
            got[len] = k < 6 ? *entity[k][1] : *c;
            c += k < 6 ? strlen(entity[k][0]) : 1;
        }
        got[len] = '\0';
        assert_string_equal(got, tn_utf8_safe(&arena, text));
        tn_arena_free(&arena);
    }
}

/* ---- pictures and the file ---- */

/* The head of a PNG so wide and so high. */
static const char *png(unsigned wide, unsigned high)
{
    char *bytes = tn_new(&arena, char, 30);
    memcpy(bytes, "\x89PNG\r\n\x1a\n", 8);
    for (int i = 0; i < 4; i++) {
        bytes[16 + i] = (char)(wide >> 8 * (3 - i) & 0xFF);
        bytes[20 + i] = (char)(high >> 8 * (3 - i) & 0xFF);
    }
    return bytes;
}

/* Whether a table of relations names that one, and where to. */
static void relates(const char *relations, const char *id, const char *kind,
                    const char *target)
{
    char want[300];
    snprintf(want, sizeof want,
             "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/%s\" "
             "Target=\"%s\"/>",
             id, kind, target);
    if (!strstr(relations, want))
        fail_msg("no %s in %s", want, relations);
}

#define OFFICE "officeDocument/2006/relationships/"

static void pictures_are_as_wide_as_the_text(void **state)
{
    (void)state;
    static const unsigned size[][2] = {
        {1000, 500}, {100000, 70001}, {16777217, 33554434}};
    static const char *const extent[] = {"cx=\"5940425\" cy=\"2970213\"",
                                         "cx=\"5940425\" cy=\"4158357\"",
                                         "cx=\"5940425\" cy=\"11880850\""};
    tn_docx_begin(&arena, &docx, TN_VI);
    for (size_t i = 0; i < 3; i++)
        tn_docx_picture(&docx, 25 + i, png(size[i][0], size[i][1]), "Hình \"<1>\"");
    const char *at = body();
    const char *relations = part("word/_rels/document.xml.rels");
    for (size_t i = 0; i < 3; i++) {
        char want[100], name[40];
        size_t len;
        at = strstr(at, "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr>");
        assert_non_null(at);
        const char *one = tn_arena_text(&arena, at, (size_t)(strstr(at, "</w:p>") - at));
        snprintf(want, sizeof want,
                 "<wp:extent %s/><wp:docPr id=\"%zu\" name=\"Chart %zu\"", extent[i],
                 i + 1, i + 1);
        assert_non_null(strstr(one, want));
        snprintf(want, sizeof want, "<a:ext %s/>", extent[i]);
        assert_non_null(strstr(one, want));
        assert_non_null(strstr(one, "descr=\"Hình &quot;&lt;1&gt;&quot;\"/>"));
        snprintf(want, sizeof want, "<a:blip r:embed=\"picture%zu\"/>", i + 1);
        assert_non_null(strstr(one, want));
        snprintf(want, sizeof want, "picture%zu", i + 1);
        snprintf(name, sizeof name, "media/image%zu.png", i + 1);
        relates(relations, want, OFFICE "image", name);
        snprintf(name, sizeof name, "word/media/image%zu.png", i + 1);
        const char *bytes = unzip(&arena, file_len, file, name, &len);
        assert_int_equal(len, 25 + i);
        assert_memory_equal(bytes, png(size[i][0], size[i][1]), 25);
        at++;
    }
    assert_null(strstr(relations, "picture4"));
    assert_null(strstr(relations, "picture0"));
}

/* Every part is named in the contents, every relation leads to a part, every style that
 * is used is there. */
static void the_parts_hang_together(void **state)
{
    (void)state;
    for (int lang = 0; lang < TN_LANGS; lang++) {
        tn_docx_begin(&arena, &docx, (enum tn_lang)lang);
        for (int style = TN_DOCX_BODY; style <= TN_DOCX_CLOSING; style++)
            tn_docx_paragraph(&docx, (enum tn_docx_style)style, "x");
        tn_docx_sides(&docx, (const char *const[]){"a", NULL},
                      (const char *const[]){NULL});
        tn_docx_table(&docx, table(1));
        end_with_title("Kế hoạch <2024>");

        const char *types = part("[Content_Types].xml"),
                   *styles = part("word/styles.xml");
        static const char *const named[] = {"/word/document.xml", "/word/styles.xml",
                                            "/word/header1.xml", "/docProps/core.xml"};
        for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
            char want[60];
            snprintf(want, sizeof want, "<Override PartName=\"%s\"", named[i]);
            assert_non_null(strstr(types, want));
            assert_non_null(strstr(part(named[i] + 1), "<?xml version=\"1.0\""));
        }
        relates(part("_rels/.rels"), "document", OFFICE "officeDocument",
                "word/document.xml");
        relates(part("_rels/.rels"), "core",
                "package/2006/relationships/metadata/core-properties",
                "docProps/core.xml");
        const char *relations = part("word/_rels/document.xml.rels");
        relates(relations, "styles", OFFICE "styles", "styles.xml");
        relates(relations, "header", OFFICE "header", "header1.xml");
        const char *document = part("word/document.xml");
        assert_non_null(strstr(document, "<w:headerReference w:type=\"default\" "
                                         "r:id=\"header\"/>"));
        assert_non_null(strstr(part("docProps/core.xml"),
                               "<dc:title>Kế hoạch &lt;2024&gt;</dc:title>"));
        const char *want = lang == TN_VI ? "vi-VN" : "en-GB";
        assert_string_equal(between(part("docProps/core.xml"), "<dc:language>", "<"),
                            want);
        assert_string_equal(between(styles, "<w:lang w:val=\"", "\""), want);
        for (const char *at = document; (at = strstr(at, "Style w:val=\"")); at++) {
            char style[60];
            snprintf(style, sizeof style, "w:styleId=\"%s\"",
                     between(at, "Style w:val=\"", "\""));
            if (!strstr(styles, style))
                fail_msg("no %s", style);
        }
    }
}

/* Decree 30/2020/ND-CP, annex I: A4, margins of 20, 15, 20 and 30 mm, type 13. */
static void the_page_is_that_of_the_decree(void **state)
{
    (void)state;
    tn_docx_begin(&arena, &docx, TN_VI);
    end_with_title("x");
    assert_non_null(strstr(part("word/document.xml"),
                           "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
                           "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" "
                           "w:left=\"1701\" w:header=\"567\" w:footer=\"567\" "
                           "w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body>"));
    const char *styles = part("word/styles.xml");
    assert_non_null(strstr(styles, "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New "
                                   "Roman\""));
    assert_non_null(strstr(styles, "</w:docDefaults>"));
    assert_non_null(
        strstr(between(styles, "<w:rPrDefault>", "</w:rPrDefault>"), SIZE("26")));
    static const char *const edge[] = {"top",   "left",    "bottom",
                                       "right", "insideH", "insideV"};
    const char *borders = between(styles, "<w:tblBorders>", "</w:tblBorders>");
    size_t len = 0;
    for (size_t i = 0; i < 6; i++) {
        char want[100];
        snprintf(want, sizeof want,
                 "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                 edge[i]);
        assert_memory_equal(borders + len, want, strlen(want));
        len += strlen(want);
    }
    assert_int_equal(strlen(borders), len);
    assert_non_null(strstr(part("word/header1.xml"), " PAGE "));
}

static void the_same_pieces_give_the_same_bytes(void **state)
{
    (void)state;
    const char *first = NULL;
    size_t len = 0;
    for (int i = 0; i < 2; i++) {
        tn_docx_begin(&arena, &docx, TN_EN);
        tn_docx_table(&docx, table(4));
        tn_docx_picture(&docx, 30, png(10, 10), "x");
        end_with_title("x");
        if (i) {
            assert_int_equal(len, file_len);
            assert_memory_equal(first, file, len);
        }
        first = file;
        len = file_len;
    }
}

int main(void)
{
    const struct CMUnitTest docx_[] = {
        cmocka_unit_test(paragraphs_have_their_styles),
        cmocka_unit_test(two_sides_stand_side_by_side),
        cmocka_unit_test(a_table_has_heads_over_heads),
        cmocka_unit_test(columns_that_stand_alone_each_have_their_own_head),
        cmocka_unit_test(a_table_has_its_rows_and_sums),
        cmocka_unit_test(short_tables_are_kept_whole),
        cmocka_unit_test(widths_follow_what_stands_in_the_columns),
        property(cells_of_any_text_read_back),
        cmocka_unit_test(pictures_are_as_wide_as_the_text),
        cmocka_unit_test(the_parts_hang_together),
        cmocka_unit_test(the_page_is_that_of_the_decree),
        cmocka_unit_test(the_same_pieces_give_the_same_bytes),
    };
    return cmocka_run_group_tests(docx_, NULL, clean);
}
