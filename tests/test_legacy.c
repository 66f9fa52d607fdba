/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: names of the Cam Binh plan and of the highlands, in each encoding by hand. */
#include "check.h"

#include "tn/data/legacy.h"

#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static struct tn_arena arena;

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static enum tn_legacy guess(const char *text)
{
    return tn_legacy_guess(&arena, strlen(text), text);
}

static void good_texts_are_fine(void **state)
{
    (void)state;
    static const char *const good[] = {
        "",
        "An Phu 12",
        "Thôn Bình Hòa 1",
        "Bình Hoà",
        "Hạc Sơn, Sẻ, Chợ, Tô, Xanh, Vinh",
        "Krông Búk",
        "Đắk R'lấp",
        "Ea H'Mlay",
        "Buôn Ma Thuột",
        "Pleiku",
        "Plei Kần",
        "Phiêng Pẻn",
        "quýt khuya nghiêng gìn giếng xoài khoẻ thuở quẩy ngoằn ngoèo khuỷu rượu yêu yểu",
        "uống ương iếc quốc huơ hươu bưởi mười cửu tuần xuề xoà toàn toét oẹo khoeo",
        "nguýt",
        "Hỏi ai? Ai đó?",
        "Có việc làm không?",
        "a ? b",
        "??",
        "<a href='x?y'>",
        "Đường số 5",
        "Xóm 1–2",
        "H–01",
        "Xóm A · B",
        "An ©",
        "N° 1",
        "«An»",
        "Tổ 5 – “Đông”",
        "H‰",
        "H§1",
        "naïve",
        "Café",
        "Straße",
        "M'nông",
    };

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (guess(good[i]) != TN_FINE)
            fail_msg("'%s' is taken for %d", good[i], (int)guess(good[i]));
}

static void troubles_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum tn_legacy what;
    } bad[] = {
        {"Bi\xCCnh Ho\xCC"
         "a 1",
         TN_IS_WINDOWS_1258},
        {"Th\xF4n \xD0\xF4ng", TN_IS_WINDOWS_1258},
        {"B\xD7nh H\xDF"
         "a 1",
         TN_IS_TCVN3},
        {"Th\xABn Ch\xEE", TN_IS_TCVN3},
        {"Tho\xE2n Ch\xF4\xEF", TN_IS_VNI},
        {"B\xECnh Ho\xF8"
         "a 1",
         TN_IS_VNI},
        {"Th?n Ch?", TN_IS_LOST},
        {"L\xE2m ??ng", TN_IS_LOST},
        {"?ng", TN_IS_LOST},
        {"Th\xEF\xBF\xBDn", TN_IS_LOST},
        {"ThÃ´n Chá»£", TN_IS_TWICE},
        {"ThĂ´n", TN_IS_TWICE},
        {"Thoân Chôï", TN_IS_VNI_LETTERS},
        {"B×nh Hßa", TN_IS_TCVN3_LETTERS},
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (guess(bad[i].text) != bad[i].what)
            fail_msg("'%s' is taken for %d", bad[i].text, (int)guess(bad[i].text));
}

static void bytes_that_are_nothing_have_no_name(void **state)
{
    (void)state;

    assert_int_equal(guess("Thôn Chợ\xFF"), TN_FINE);
    assert_int_equal(guess("\x81\x82\x83"), TN_FINE);
    assert_int_equal(guess("\xE2\x82\xAC \xC3\xA9\xE2\x84\xA2"), TN_FINE);
    assert_int_equal(guess("Thôn\xFF krxzq\xE9wwwwwwwwwwwwwwwwwwwwwwwwww"), TN_FINE);
}

/* Two thirds of the words that have marks must be syllables. */
static void two_words_in_three_convince(void **state)
{
    (void)state;
    assert_int_equal(guess("th\xF4n th\xF4n wr\xF4w"), TN_IS_WINDOWS_1258);
    assert_int_equal(guess("th\xF4n wr\xF4w"), TN_FINE);
    assert_int_equal(guess("th\xF4n th\xF4n th\xF4n wr\xF4w wr\xF4w"), TN_FINE);
    assert_int_equal(guess("th\xF4n th\xF4n th\xF4n th\xF4n wr\xF4w wr\xF4w"),
                     TN_IS_WINDOWS_1258);
    assert_int_equal(guess("wr\xF4w"), TN_FINE);
    assert_int_equal(guess("th\xF4n"), TN_IS_WINDOWS_1258);   // one is enough
    /* Two of three by the first encoding, all three by the second. */
    assert_int_equal(guess("H\xE9 H\xE9 Th\xABn"), TN_IS_TCVN3);
}

/* A letter that only Windows-1258 has was none of a font's. */
static void letters_of_a_font_are_of_one_table(void **state)
{
    (void)state;
    assert_int_equal(guess("B×nh Hßa"), TN_IS_TCVN3_LETTERS);
    assert_int_equal(guess("B×nh Hßa éx"), TN_IS_TCVN3_LETTERS);
    assert_int_equal(guess("B×nh Hßa Đx"), TN_FINE);
    assert_int_equal(guess("B×nh – Hßa"), TN_FINE);   // nor has a font a dash
    assert_int_equal(guess("– B×nh Hßa"), TN_FINE);
}

/* Such a byte tells nothing of the others. */
static void a_nul_is_a_letter_like_another(void **state)
{
    (void)state;
    static const char text[] = "t\xC3\x83\xC2\xB4n\0 ";

    assert_int_equal(tn_legacy_guess(&arena, sizeof text - 1, text), TN_IS_TWICE);
}

/* Marks of a question that stand where letters were; each word is one loss. */
static void lost_words_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int lost;
    } known[] = {{"", 0},
                 {"?", 0},
                 {"??", 0},
                 {"a?b", 1},
                 {"?a", 1},
                 {"?z", 1},
                 {"?A", 1},
                 {"?Z", 1},
                 {"?[", 0},
                 {"?1", 0},
                 {"?'", 0},
                 {"a?b c?d", 2},
                 {"Th?n Ch?", 2},
                 {"a?b-c?d", 2},
                 {"ai?", 0},
                 {"ai??", 0},
                 {"Ch?", 1},
                 {"nghi\xC3\xAAng?", 0},
                 {"nghinh?", 0},
                 {"nghieng?", 1},
                 {"nghiengh?", 1},
                 {"abcdefghijklmnop?", 0},
                 {"\xEF\xBF\xBD", 1},
                 {"a\xEF\xBF\xBD\xEF\xBF\xBD", 2},
                 {"\xEF\xBF\xBC", 0},
                 {"\xEF\xBE\xBD", 0},
                 {"a?b <x", 0},
                 {"a?b = c", 0},
                 {"a?b *", 0},
                 {"(a?b)", 1},
                 {"a?b\xC3\xB4", 1},
                 {"\xC3\xB4?b", 1}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        int lost = tn_legacy_lost(strlen(known[i].text), known[i].text);
        if (lost != known[i].lost)
            fail_msg("'%s': %d", known[i].text, lost);
    }
}

/* The letter's bytes, each taken for a letter of the encoding, as UTF-8. */
static void twice(const char *encoding, const char *letter, char out[64])
{
    iconv_t to = iconv_open("UTF-8", encoding);
    char *end = out;

    for (; *letter; letter++) {
        char byte = *letter, *in = &byte;
        size_t len = 1, room = 8;
        if (iconv(to, &in, &len, &end, &room) != (size_t)-1) {
            iconv(to, NULL, NULL, &end, &room);
            continue;
        }
        iconv(to, NULL, NULL, NULL, NULL);   // it has none: the code stays
        *end++ = (char)(0xC0 | (unsigned char)byte >> 6);
        *end++ = (char)(0x80 | (byte & 0x3F));
    }
    iconv_close(to);
    *end = '\0';
}

static void every_letter_is_known_decoded_twice(void **state)
{
    (void)state;
    static const char *const encoding[] = {"CP1252", "CP1258"};
    static const int32_t other[] = {0x102, 0x103, 0x110, 0x111, 0x128, 0x129,
                                    0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0};

    for (int32_t i = 0; i < 90 + 12 + 64; i++) {
        int32_t code = i < 90 ? 0x1EA0 + i : i < 102 ? other[i - 90] : 0xC0 + i - 102;
        char letter[5] = "", made[64], text[80];
        utf8proc_encode_char(code, (utf8proc_uint8_t *)letter);
        for (size_t e = 0; e < 2; e++) {
            twice(encoding[e], letter, made);
            snprintf(text, sizeof text, "t%sn", made);
            if (guess(text) != TN_IS_TWICE)
                fail_msg("U+%04X by %s: '%s' is taken for %d", (unsigned)code,
                         encoding[e], text, (int)guess(text));
        }
    }
}

static struct tn_findings findings;

/* What is said of the cell, the last of a row. */
static const char *told(const char *before, const char *text)
{
    struct tn_reading reading = {.arena = &arena, .findings = &findings};
    const struct tn_csv_cell cell[] = {{before, (uint32_t)strlen(before), 4},
                                       {text, (uint32_t)strlen(text), 5}};
    const struct tn_csv_row row = {.line = 4, .cells = 2, .cell = cell};

    findings = (struct tn_findings){0};
    bool is_told = tn_legacy_told(&reading, &row, &cell[1], 2, "n");
    assert_int_equal(is_told, findings.errors);
    assert_int_equal(is_told, reading.hopeless);
    if (!is_told)
        return "";
    assert_int_equal(findings.first->line, 5);
    assert_int_equal(findings.first->column, 2);
    return findings.first->text.text[TN_EN];
}

static void a_cell_is_told_by_its_row(void **state)
{
    (void)state;
    static const struct {
        const char *before, *text, *says;
    } known[] = {
        {"An", "Th\xF4n", "looks like Windows-1258"},
        {"An", "Th\xABn Ch\xEE", "looks like TCVN3 (ABC)"},
        {"An", "Tho\xE2n Ch\xF4\xEF", "looks like VNI"},
        {"An", "Th?n Ch?", "lost letters"},
        {"An", "Th\xC3\x83\xC2\xB4n", "decoded twice"},
        {"An", "Tho\xC3\xA2n Ch\xC3\xB4\xC3\xAF", "letters of a VNI font"},
        {"An",
         "B\xC3\x97nh H\xC3\x9F"
         "a",
         "letters of a TCVN3 (ABC) font"},
        {"Th\xABn Ch\xEE", "kr\xABx", "looks like TCVN3 (ABC)"},   // the row tells more
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strstr(told(known[i].before, known[i].text), known[i].says))
            fail_msg("'%s': %s", known[i].text, told(known[i].before, known[i].text));
    assert_string_equal(told("An", "Th\xC3\xB4n"), "");
    assert_string_equal(told("Th\xABn Ch\xEE", "Th\xC3\xB4n"), "");   // itself is fine
    assert_string_equal(told("An", "xyz"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(good_texts_are_fine, clean_up),
        cmocka_unit_test_teardown(troubles_are_named, clean_up),
        cmocka_unit_test_teardown(bytes_that_are_nothing_have_no_name, clean_up),
        cmocka_unit_test_teardown(two_words_in_three_convince, clean_up),
        cmocka_unit_test_teardown(letters_of_a_font_are_of_one_table, clean_up),
        cmocka_unit_test_teardown(a_nul_is_a_letter_like_another, clean_up),
        cmocka_unit_test_teardown(lost_words_are_counted, clean_up),
        cmocka_unit_test_teardown(every_letter_is_known_decoded_twice, clean_up),
        cmocka_unit_test_teardown(a_cell_is_told_by_its_row, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
