/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the fonts themselves. Their cmap and hmtx tables are read here, and every
 * Vietnamese and English letter compared. */
#include "check.h"
#include "tn/base/utf8.h"
#include "tn/out/face.h"

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

/* --- a TrueType font, as far as widths go --- */
struct font {
    unsigned char *at;
    long units, cmap, hmtx, metrics;
};

static long u16(const struct font *f, long at)
{
    return f->at[at] << 8 | f->at[at + 1];
}

static long u32(const struct font *f, long at)
{
    return u16(f, at) << 16 | u16(f, at + 2);
}

static long table(const struct font *f, const char *name)
{
    for (long i = 0; i < u16(f, 4); i++)
        if (memcmp(f->at + 12 + 16 * i, name, 4) == 0)
            return u32(f, 12 + 16 * i + 8);
    return 0;
}

static int read_font(struct font *f, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return 0;
    fseek(in, 0, SEEK_END);
    size_t len = (size_t)ftell(in);
    rewind(in);
    f->at = tn_new(&arena, unsigned char, len);
    assert_int_equal(fread(f->at, 1, len, in), len);
    fclose(in);
    f->units = u16(f, table(f, "head") + 18);
    f->metrics = u16(f, table(f, "hhea") + 34);
    f->hmtx = table(f, "hmtx");
    long cmap = table(f, "cmap");
    for (long i = 0; i < u16(f, cmap + 2); i++) {
        long sub = cmap + u32(f, cmap + 4 + 8 * i + 4);
        if (u16(f, sub) == 4)
            f->cmap = sub;
    }
    return f->cmap != 0;
}

/* The glyph of a code point below U+10000 (cmap format 4). */
static long glyph(const struct font *f, long code)
{
    long twice = u16(f, f->cmap + 6), ends = f->cmap + 14, starts = ends + twice + 2;
    for (long i = 0; i < twice; i += 2) {
        if (u16(f, ends + i) < code)
            continue;
        long start = u16(f, starts + i), range = u16(f, starts + 2 * twice + i);
        long delta = u16(f, starts + twice + i);
        if (start > code)
            return 0;
        if (range == 0)
            return (code + delta) & 0xFFFF;
        return u16(f, starts + 2 * twice + i + range + 2 * (code - start));
    }
    return 0;
}

static double width_in_font(const struct font *f, long code)
{
    long g = glyph(f, code);
    if (g >= f->metrics)
        g = f->metrics - 1;
    return (double)u16(f, f->hmtx + 4 * g) / (double)f->units;
}

static void widths_are_those_of_the_font(void **state)
{
    (void)state;
    static const char letters[] =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
        "abcdefghijklmnopqrstuvwxyz{|}~"
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợ"
        "ùủũúụưừửữứựỳỷỹýỵÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶ"
        "ỸÝỴ"
        "–—…²·−≤≥“”’";
    static const char *const path[2] = {
        "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
        "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"};

    for (int bold = 0; bold < 2; bold++) {
        struct font font = {0};
        if (!read_font(&font, path[bold]))
            skip();
        int32_t code;
        size_t bytes;
        for (const char *c = letters; (bytes = tn_utf8_next(c, &code)); c += bytes) {
            const char *letter = tn_arena_text(&arena, c, bytes);
            double got = tn_face_width((struct tn_face){1, bold}, letter);
            double want = width_in_font(&font, code);
            if (fabs(got - want) > 0.012)
                fail_msg("%s %s: %.3f, want %.3f", bold ? "bold" : "regular", letter, got,
                         want);
        }
    }
}

static void widths_add_up_and_grow_with_size(void **state)
{
    (void)state;
    struct tn_face face = {9, false};
    check_rel(tn_face_width(face, "Bình Hòa 5"),
              9 * (.650 + .258 + .618 + .618 + .260 + .741 + .605 + .561 + .260 + .572),
              1e-12);
    check_rel(tn_face_width(face, "Bi\u0300nh"), tn_face_width(face, "Bình"), 1e-12);
    check_rel(tn_face_width(face, ""), 0, 0);
    check_rel(tn_face_width(face, "貧"), 9 * 1.2, 1e-12);
    check_rel(tn_face_width((struct tn_face){18, false}, "Tô"),
              2 * tn_face_width(face, "Tô"), 1e-12);
}

static void lines_are_broken_at_blanks(void **state)
{
    (void)state;
    struct tn_face face = {10, false};
    size_t n;
    double width = tn_face_width(face, "một hai") + 0.01;
    const char **line = tn_face_lines(&arena, face, "một hai  ba bốn", width, 5, &n);
    assert_int_equal(n, 2);
    assert_string_equal(line[0], "một hai");
    assert_string_equal(line[1], "ba bốn");

    line = tn_face_lines(&arena, face, "một hai ba bốn năm", width, 2, &n);
    assert_int_equal(n, 2);
    assert_string_equal(line[0], "một hai");
    assert_string_equal(line[1], "ba bố…");

    line = tn_face_lines(&arena, face, "nghiêngnghiêngnghiêng a", width, 5, &n);
    assert_int_equal(n, 2);
    assert_string_equal(line[0], "nghiê…");
    assert_string_equal(line[1], "a");

    line = tn_face_lines(&arena, face, "", width, 5, &n);
    assert_int_equal(n, 1);
    assert_string_equal(line[0], "");
    line = tn_face_lines(&arena, face, "  a ", width, 1, &n);
    assert_int_equal(n, 1);
    assert_string_equal(line[0], "a");

    line = tn_face_lines(&arena, face, "một h 95 %", width, 5, &n);   // "một h 95" fits
    assert_int_equal(n, 2);
    assert_string_equal(line[0], "một h");
    assert_string_equal(line[1], "95 %");
}

/* Whatever the text: no line too wide, none empty, and nothing lost but what a cut
 * says is missing. */
static void no_line_is_wider_than_allowed(void **state)
{
    (void)state;
    static const char *const word[] = {
        "a", "nghiêng", "hộ", "(16–30", "tuổi)", "貧困", "thoátnghèobềnvững"};
    for_cases (500) {
        char text[300] = "";
        size_t words = (size_t)(case_uniform(0) * 15), n;
        for (size_t i = 0; i < words; i++) {
            strcat(text, word[(size_t)(case_uniform(i + 3) * 7)]);
            strcat(text, " ");
        }
        struct tn_face face = {9, case_uniform(1) < 0.5};
        double width = 20 + 100 * case_uniform(2);
        const char **line = tn_face_lines(&arena, face, text, width, 6, &n);
        size_t kept = 0, cut = 0;
        for (size_t i = 0; i < n; i++) {
            assert_true(tn_face_width(face, line[i]) <= width);
            assert_true(words == 0 || *line[i]);
            kept += strlen(line[i]);
            cut += strstr(line[i], "…") != NULL;
        }
        if (!cut && words)   // one blank of each line is left out
            assert_int_equal(kept + n, strlen(text));
    }
}

int main(void)
{
    const struct CMUnitTest face[] = {
        cmocka_unit_test(widths_are_those_of_the_font),
        cmocka_unit_test(widths_add_up_and_grow_with_size),
        cmocka_unit_test(lines_are_broken_at_blanks),
        property(no_line_is_wider_than_allowed),
    };
    return cmocka_run_group_tests(face, NULL, clean);
}
