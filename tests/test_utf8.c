/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the C library's own mbrtowc-free arithmetic of UTF-8, written out below;
 * widths and names by hand. */
#include "check.h"
#include "tn/base/utf8.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
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
    assert_int_equal(tn_utf8_base(0x1F82), 0x3B1);        // alpha with three marks
    assert_int_equal(tn_utf8_base(0x110000), 0x110000);   // no letter
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

/* Clean by the definition of UTF-8: each letter's own encoding, found by decoding its
 * bytes and encoding what came out [RFC 3629]. */
static bool plainly_clean(size_t len, const char *text, bool *ascii)
{
    for (size_t i = 0; i < len;) {
        unsigned char lead = (unsigned char)text[i];
        size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        uint32_t code = bytes == 1 ? lead : lead & (0xFFu >> (bytes + 1));
        char again[5];
        *ascii = *ascii && bytes == 1;
        if (i + bytes > len)
            return false;
        for (size_t k = 1; k < bytes; k++)
            code = code << 6 | ((unsigned char)text[i + k] & 0x3F);
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ||
            encode(code, again) != bytes || memcmp(again, text + i, bytes) != 0)
            return false;
        if ((code < ' ' && code != '\t' && code != '\n' && code != '\r') ||
            (code >= 0x7F && code < 0xA0))
            return false;
        i += bytes;
    }
    return true;
}

/* The bytes among letters of ASCII, in every place of a word of eight; at the end of a
 * room of their own, so that a sanitizer sees a byte too far. */
static void same_answer(size_t n, const char *bytes)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    for (size_t before = 0; before < 9; before++)
        for (size_t after = 0; after < 10; after += 9) {
            bool ascii = true, want_ascii = true;
            char *text = malloc(before + n + after);
            memcpy(text, letters, before);
            memcpy(text + before, bytes, n);
            memcpy(text + before + n, letters, after);
            bool want = plainly_clean(before + n + after, text, &want_ascii);
            bool got = tn_utf8_is_clean(before + n + after, text, &ascii);
            free(text);
            if (want != got || (got && ascii != want_ascii))
                fail_msg("%02X %02X ... (%zu bytes after %zu) taken as %s%s",
                         (unsigned char)bytes[0], n > 1 ? (unsigned char)bytes[1] : 0, n,
                         before, got ? "clean" : "not clean", ascii ? " ASCII" : "");
        }
}

static void clean_text_is_that_of_the_definition(void **state)
{
    (void)state;
    static const unsigned char some[] = {'a',  0x09, 0x1B, 0x7F, 0x80, 0x8F, 0x90,
                                         0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xC3, 0xDF,
                                         0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};
    char text[8];

    for (int first = 0; first < 256; first++) {
        text[0] = (char)first;
        same_answer(1, text);
        for (int second = 0; second < 256; second++) {
            text[1] = (char)second;
            same_answer(2, text);
        }
        for (size_t i = 0; first >= 0xE0 && i < sizeof some * sizeof some; i++) {
            text[1] = (char)some[i / sizeof some];
            text[2] = (char)some[i % sizeof some];
            same_answer(3, text);
            for (size_t k = 0; first >= 0xF0 && k < sizeof some; k++) {
                text[3] = (char)some[k];
                same_answer(4, text);
            }
        }
    }
    bool ascii = false;   // what stands before was not
    assert_true(tn_utf8_is_clean(3, "abc", &ascii));
    assert_false(ascii);
    assert_true(tn_utf8_is_clean(0, "", &ascii));
}

/* 2,000 texts of letters and now and then a byte that is none. */
static void clean_texts_of_many_letters(void **state)
{
    (void)state;
    static const uint32_t letter[] = {'a',  ' ',    0x1EBF,  0x111,
                                      0xA0, 0x8CA7, 0x1F3E0, 0xFF};
    for_cases (2000) {
        char text[120];
        size_t n = 1 + (size_t)(case_uniform(0) * 24), len = 0;
        for (size_t i = 0; i < n; i++) {
            uint32_t code = letter[(size_t)(case_uniform(3 * i + 1) * 8)];
            len += encode(code, text + len);
        }
        if (case_uniform(1000) < 0.5)
            text[(size_t)(case_uniform(1001) * (double)len)] =
                (char)(int)(case_uniform(1002) * 256);
        same_answer(len, text);
    }
}

static void marks_are_told_from_letters(void **state)
{
    (void)state;
    static const int32_t mark[] = {0x300, 0x309, 0x323, 0x31B, 0x20DD, 0xE31};
    static const int32_t none[] = {'a', 0x2FF, 0xC3, 0x1EBF, 0x8CA7, ' ', 0x1F3E0, 0x903};
    for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
        assert_true(tn_utf8_is_mark(mark[i]));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(tn_utf8_is_mark(none[i]));
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
        cmocka_unit_test(clean_text_is_that_of_the_definition),
        property(clean_texts_of_many_letters),
        cmocka_unit_test(marks_are_told_from_letters),
    };
    return cmocka_run_group_tests(utf8, NULL, rewind_all);
}
