/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the words that tn_decode (iconv) makes of the same bytes; the words of the
 * same letters taken apart by utf8proc. */
#include "check.h"

#include "tn/data/decode.h"
#include "tn/data/syllables.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { CHARSETS = 3, MOST = 64 };

static struct tn_decoder decoder[CHARSETS];

static int open_all(void **state)
{
    (void)state;
    static const char *const encoding[] = {"windows-1258", "tcvn3", "vni"};

    for (size_t i = 0; i < CHARSETS; i++)
        if (!tn_decoder_open(&decoder[i], encoding[i]))
            return 1;
    return 0;
}

static int close_all(void **state)
{
    (void)state;

    for (size_t i = 0; i < CHARSETS; i++)
        tn_decoder_close(&decoder[i]);
    return 0;
}

static void same(struct tn_word_count got, struct tn_word_count want, size_t len,
                 const char *bytes)
{
    if (got.marked == want.marked && got.good == want.good)
        return;
    for (size_t i = 0; i < len; i++)
        print_error("%02X ", (unsigned char)bytes[i]);
    fail_msg(": %zu of %zu, want %zu of %zu", got.good, got.marked, want.good,
             want.marked);
}

static void words_are_those_decoded(size_t len, const char *bytes)
{
    char raw[MOST], text[TN_DECODE_GROWTH * (MOST + 16)];

    for (size_t i = 0; i < CHARSETS; i++) {
        memcpy(raw, bytes, len);
        size_t made = tn_decode(&decoder[i], len, raw, true, text);
        decoder[i].vowel = false;   // another text begins
        same(tn_words_as((enum tn_charset)i, len, bytes), tn_words_of(made, text), len,
             bytes);
    }
}

static void each_pair_of_bytes_is_read_as_iconv_reads_it(void **state)
{
    (void)state;
    /* Around the pair, letters with which it makes a syllable or none. */
    static const char *const around[][2] = {{"", ""},     {"t", ""},  {"", "n"},
                                            {"ng", "ng"}, {"x", "a"}, {"qu", "t"}};

    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        for (unsigned pair = 0; pair < 0x10000; pair++) {
            char bytes[MOST];
            int len = snprintf(bytes, sizeof bytes, "%s%c%c%s", around[i][0],
                               (int)(pair >> 8), (int)(pair & 0xFF), around[i][1]);
            words_are_those_decoded((size_t)len, bytes);
        }
}

/* Half of the bytes are letters, and half of the rest are what carries marks. */
static char any_byte(uint64_t draw)
{
    static const char often[] = "aeiouynghtc dAEIOUY\xCC\xD2\xDE\xEC\xF2\xB0\xB1\xB2\xB3"
                                "\xB4\xE2\xE3\xF4\xF5\xFD\xAE\xA7\xD8\xF9\xEF\xFB\x8D[";
    double u = case_uniform(2 * draw), v = case_uniform(2 * draw + 1);

    if (u < 0.5)
        return often[(size_t)(v * 17)];
    if (u < 0.75)
        return often[(size_t)(v * (sizeof often - 1))];
    return (char)(int)(v * 256);
}

static void lines_are_read_as_iconv_reads_them(void **state)
{
    (void)state;

    for_cases (20000) {
        char bytes[MOST];
        size_t len = (size_t)(case_uniform(0) * MOST);
        for (size_t i = 0; i < len; i++)
            bytes[i] = any_byte(i + 1);
        words_are_those_decoded(len, bytes);
    }
}

/* The letter's parts in small letters, as UTF-8; false where all are ASCII, or one ends
 * a word (U+2260 has an equals sign). */
static bool take_apart(int32_t code, char parts[MOST])
{
    utf8proc_int32_t part[8];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        code, part, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    bool beyond = false;
    char *end = parts;

    assert_true(n > 0 && n <= 8);
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        if (part[i] < 'a')
            return false;
        beyond = beyond || part[i] >= 0x80;
        end += utf8proc_encode_char(part[i], (utf8proc_uint8_t *)end);
    }
    *end = '\0';
    return beyond;
}

/* The text around, with the letter for each "%"; gives its length. */
static size_t put_into(const char *around, const char *letter, char *text)
{
    char *end = text;

    for (; *around; around++) {
        size_t n = *around == '%' ? strlen(letter) : 1;
        memcpy(end, *around == '%' ? letter : around, n);
        end += n;
    }
    return (size_t)(end - text);
}

static void each_letter_is_what_its_parts_are(void **state)
{
    (void)state;
    /* Among them one that tells each vowel from each other, and a tone from none. */
    static const char *const around[] = {
        "t%n",          "t%\xCC\x81n",  "to%",         "to%n",          "tu%n",
        "tuy%n",        "t%u",          "t%y",         "ti%u",          "to%i",
        "tu%\xCC\x80i", "t%ng",         "%oan",        "t%a",           "ngh%t",
        "t%i",          "ti%\xCC\x81n", "t%\xCC\x86n", "to\xCC\x89 b%", "%a%"};
    char letter[5], text[MOST], apart[2 * MOST], parts[MOST];

    for (int32_t code = 0x80; code < 0x30000; code++) {
        if (!utf8proc_codepoint_valid(code) || !take_apart(code, parts))
            continue;
        letter[utf8proc_encode_char(code, (utf8proc_uint8_t *)letter)] = '\0';
        for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
            size_t len = put_into(around[i], letter, text);
            size_t others = put_into(around[i], parts, apart);
            same(tn_words_of(len, text), tn_words_of(others, apart), len, text);
        }
    }
}

static struct tn_word_count words(const char *text)
{
    return tn_words_of(strlen(text), text);
}

static void words_with_marks_are_counted(void **state)
{
    (void)state;

    assert_int_equal(words("Hộ cận nghèo ở thôn Đường Ấp").marked,
                     6);   // ở tells nothing
    assert_int_equal(words("Hộ cận nghèo ở thôn Đường Ấp").good, 6);
    assert_int_equal(words("Krông Ðăk xin chào").marked, 3);
    assert_int_equal(words("Krông Ðăk xin chào").good, 1);
    assert_int_equal(words("th\xF4n").marked, 1);
    assert_int_equal(words("th\xF4n").good, 0);
    assert_int_equal(words("hoành hoanhạnh tòàn").good, 1);
    assert_int_equal(words("\xE2\x84\xAA\xC3\xB4ng").good, 1);   // K, the kelvin
}

/* Letters are those of ASCII, and as many as a syllable may have. */
static void words_end_where_letters_do(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t marked, good;
    } known[] = {{"t[\xC3\xB4n", 1, 1},
                 {"t{\xC3\xB4n", 1, 1},
                 {"t@\xC3\xB4n", 1, 1},
                 {"t`\xC3\xB4n", 1, 1},
                 {"z\xC3\xB4n", 1, 0},
                 {"Z\xC3\xB4n", 1, 0},
                 {"a\xC3\xB4", 1, 0},
                 {"A\xC3\xB4", 1, 0},
                 {"\xC3\xB4", 0, 0},
                 {"\xC3\xB4n", 1, 1},
                 {"", 0, 0},
                 {"ton", 0, 0},
                 {"\xFFton", 1, 0},
                 {"\xC3\xB4n\xC3", 1, 0},
                 {"n\xC3\xB4n\xC3\xB4", 1, 0},
                 {"to\xCC\x82\xCC\x81n", 1, 1},
                 {"to\xCC\x82\xCC\x81\xCC\x81n", 1, 0},
                 {"\xCC\x82t", 1, 0},
                 {"t\xCC\x82o", 1, 0},
                 {"te\xCC\x82n", 1, 1},
                 {"ta\xCC\x86n", 1, 1},
                 {"to\xCC\x86n", 1, 0},
                 {"to\xCC\x9Bn", 1, 1},
                 {"tu\xCC\x9B", 1, 1},
                 {"ta\xCC\x9B", 1, 0},
                 {"ti\xCC\x82n", 1, 0},
                 {"t\xC3\xB4n an \xC3\xB4ng", 2, 2},
                 {"to\xC2\xB7n", 1, 0}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tn_word_count got = words(known[i].text);
        if (got.marked != known[i].marked || got.good != known[i].good)
            fail_msg("'%s': %zu of %zu", known[i].text, got.good, got.marked);
    }
    char longest[64];
    for (size_t len = TN_SYLLABLE_LONGEST - 1; len < TN_SYLLABLE_LONGEST + 2; len++) {
        memset(longest, 'w', sizeof longest);
        strcpy(longest + len, "\xC3\xB4n");
        assert_int_equal(words(longest).marked, 1);
        assert_int_equal(words(longest).good, 0);
    }
}

static void a_syllable_of_plain_letters_is_known(void **state)
{
    (void)state;

    assert_true(tn_is_syllable(6, "NGHINH") && tn_is_syllable(2, "gi"));
    assert_true(tn_is_syllable(3, "anh!") && !tn_is_syllable(4, "thnh"));
    assert_false(tn_is_syllable(0, "") || tn_is_syllable(13, "nghiennghienn"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pair_of_bytes_is_read_as_iconv_reads_it),
        property(lines_are_read_as_iconv_reads_them),
        cmocka_unit_test(each_letter_is_what_its_parts_are),
        cmocka_unit_test(words_with_marks_are_counted),
        cmocka_unit_test(words_end_where_letters_do),
        cmocka_unit_test(a_syllable_of_plain_letters_is_known),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
