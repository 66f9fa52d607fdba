/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the C library's own mbrtowc-free arithmetic of UTF-8, written out below;
 * widths and names by hand. */
#include "check.h"
#include "tn/base/utf8.h"

#include <stdio.h>
#include <string.h>

static struct tn_arena arena;

static int rewind_all(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* The plain encoder: code point to bytes. */
static size_t encode(uint32_t code, char text[5])
{
    memset(text, 0, 5);
    if (code < 0x80) {
        text[0] = (char)code;
        return 1;
    }
    size_t bytes = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = bytes; i-- > 1; code >>= 6)
        text[i] = (char)(0x80 | (code & 0x3F));
    text[0] = (char)((0xF00 >> bytes & 0xFF) | code);
    return bytes;
}

static void every_code_point_is_read_as_it_was_written(void **state)
{
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        char text[5];
        int32_t got;
        size_t bytes = encode(code, text);
        size_t read = tn_utf8_next(text, &got);
        if (code >= 0xD800 && code <= 0xDFFF) {
            assert_int_equal(got, -1);
            assert_int_equal(read, 1);
        } else if (read != bytes || got != (int32_t)code) {
            fail_msg("U+%04X read as %ld in %zu bytes", code, (long)got, read);
        }
    }
}

static void bytes_that_are_no_letter_are_told_one_by_one(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",       "\xC3",         "\xC0\xAF",         "\xE1\xBB",
        "\xFF\xFE",   "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3(",
        "\xE1\xBB\"", "\xF0\x9F\x92"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int32_t code;
        assert_int_equal(tn_utf8_next(bad[i], &code), 1);
        assert_int_equal(code, -1);
    }
    int32_t code;
    assert_int_equal(tn_utf8_next("", &code), 0);
    assert_int_equal(code, 0);
}

static void width_counts_columns_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(tn_utf8_width(""), 0);
    assert_int_equal(tn_utf8_width("Cẩm Bình"), 8);
    assert_int_equal(tn_utf8_width("Ca\u0302\u0309m Bi\u0300nh"), 8);
    assert_int_equal(tn_utf8_width("貧困"), 4);
    assert_int_equal(tn_utf8_width("\xFF"), 1);
    assert_int_equal(tn_utf8_letters("Ca\u0302\u0309m Bi\u0300nh"), 8);
    assert_int_equal(tn_utf8_letters("貧困"), 2);
}

static void letters_lose_their_marks(void **state)
{
    (void)state;
    assert_int_equal(tn_utf8_base(0x1EBF), 'e');
    assert_int_equal(tn_utf8_base(0x1EDA), 'O');
    assert_int_equal(tn_utf8_base(0x111), 'd');
    assert_int_equal(tn_utf8_base(0x110), 'D');
    assert_int_equal(tn_utf8_base('q'), 'q');
    assert_int_equal(tn_utf8_base(0x8CA7), 0x8CA7);
}

static void what_does_not_show_is_written_out(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Thôn Chợ", "Thôn Chợ"},
        {"", ""},
        {"a\x1B[31mb", "a\\x1B[31mb"},
        {"tab\there\r\n", "tab\\x09here\\x0D\\x0A"},
        {"\x7F", "\\x7F"},
        {"\xC2\x85", "\\x85"},   // C1, valid UTF-8
        {"\x85", "\\x85"},       // not UTF-8
        {"\xFF\xFE", "\\xFF\\xFE"},
        {"ab\u202Ecd", "abU+202Ecd"},
        {"\uFEFFx", "U+FEFFx"},
        {"a\u200Bb\u00ADc", "aU+200Bb\\xADc"},
        {"x\u3164y\u034Fz", "xU+3164yU+034Fz"},
        {"a\u2028b", "aU+2028b"},
        {"\U000E0041", "U+E0041"},
        {"\U0010FFFF", "U+10FFFF"},
        {"\u0301a", "U+0301a"},   // a mark with no letter under it
        {"a\u0301", "a\u0301"},
        {"\uE000", "U+E000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(tn_utf8_safe(&arena, cases[i][0]), cases[i][1]);
    assert_ptr_equal(tn_utf8_safe(&arena, cases[0][0]), cases[0][0]);
}

/* 2,000 texts of random bytes: what comes back is valid, and every letter shows. */
static void any_bytes_come_back_safe(void **state)
{
    (void)state;
    for_cases (2000) {
        char text[41] = "";
        size_t n = (size_t)(case_uniform(0) * 40);
        for (size_t i = 0; i < n; i++)
            text[i] = (char)(1 + (int)(case_uniform(i + 1) * 255));
        const char *safe = tn_utf8_safe(&arena, text);
        int32_t code;
        for (size_t bytes; (bytes = tn_utf8_next(safe, &code)); safe += bytes)
            assert_true(tn_utf8_visible(code));
    }
}

static void long_text_is_cut_between_letters(void **state)
{
    (void)state;
    assert_string_equal(tn_utf8_cut(&arena, "Bình Hòa", 8), "Bình Hòa");
    assert_string_equal(tn_utf8_cut(&arena, "Bình Hòa", 7), "Bình H…");
    assert_string_equal(tn_utf8_cut(&arena, "Bình Hòa", 1), "…");
    assert_string_equal(tn_utf8_cut(&arena, "Bi\u0300nh", 3), "Bi\u0300…");
    assert_string_equal(tn_utf8_cut(&arena, "", 1), "");
}

int main(void)
{
    const struct CMUnitTest utf8[] = {
        cmocka_unit_test(every_code_point_is_read_as_it_was_written),
        cmocka_unit_test(bytes_that_are_no_letter_are_told_one_by_one),
        cmocka_unit_test(width_counts_columns_not_bytes),
        cmocka_unit_test(letters_lose_their_marks),
        cmocka_unit_test(what_does_not_show_is_written_out),
        property(any_bytes_come_back_safe),
        cmocka_unit_test(long_text_is_cut_between_letters),
    };
    return cmocka_run_group_tests(utf8, NULL, rewind_all);
}
