/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: one Vietnamese sentence, written by hand in each encoding; feeding it whole and
 * in pieces of every size gives the same. */
#include "check.h"

#include "tn/base/fold.h"
#include "tn/data/decode.h"

#include <string.h>

static const char want[] = "Hộ cận nghèo ở thôn Đường Ấp";

static size_t decode(const char *encoding, size_t len, const char *bytes, size_t piece,
                     char *out)
{
    struct tn_decoder decoder;
    char raw[256];
    size_t made = 0;

    assert_true(tn_decoder_open(&decoder, encoding));
    for (size_t at = 0; at < len; at += piece) {
        size_t part = len - at < piece ? len - at : piece;
        memcpy(raw, bytes + at, part);
        made += tn_decode(&decoder, part, raw, at + part == len, out + made);
    }
    tn_decoder_close(&decoder);
    out[made] = '\0';
    return made;
}

static void reads_as(const char *encoding, const char *bytes, size_t len,
                     const char *text)
{
    struct tn_arena arena = {0};
    char out[2000];

    for (size_t piece = 1; piece <= len; piece++) {
        size_t made = decode(encoding, len, bytes, piece, out);
        assert_string_equal(tn_fold_compose(&arena, made, out), text);
    }
    tn_arena_free(&arena);
}

/* Bytes that may hold a NUL, as a literal. */
#define READS_AS(encoding, bytes, text) reads_as(encoding, bytes, sizeof(bytes) - 1, text)

static void each_encoding_reads_in_pieces_of_any_size(void **state)
{
    (void)state;

    reads_as("utf-8", want, sizeof want - 1, want);
    READS_AS(
        "Windows-1258",
        "H\xF4\xF2 c\xE2\xF2n ngh\xE8o \xF5\xD2 th\xF4n \xD0\xFD\xF5\xCCng \xC2\xECp",
        want);
    READS_AS("tcvn3", "H\xE9 c\xCBn ngh\xCCo \xEB th\xABn \xA7\xAD\xEAng \xCAp",
             "Hộ cận nghèo ở thôn Đường ấp");
    READS_AS("vni",
             "Ho\xE4 ca\xE4n nghe\xF8o \xF4\xFB tho\xE2n \xD1\xF6\xF4\xF8ng A\xC1p",
             want);
    READS_AS("UTF-16LE", "H\0\xD9\x1E \0c\0\xAD\x1En\0", "Hộ cận");
    READS_AS("utf16be", "\0H\x1E\xD9\0 \0c\x1E\xAD\0n", "Hộ cận");
}

static void all_of_vni_is_known(void **state)
{
    (void)state;

    READS_AS("vni",
             "A\xC0 A\xC1 A\xC2 A\xC3 A\xC4 A\xC5 A\xC8 A\xC9 A\xCA A\xCB A\xDA A\xDC",
             "Ầ Ấ Â Ẫ Ậ Ẩ Ằ Ắ Ă Ặ Ẳ Ẵ");
    READS_AS("vni", "\xC6 \xCC \xCD \xCE \xD1 \xD2 \xD3 \xD4 \xD6", "Ỉ Ì Í Ỵ Đ Ị Ĩ Ơ Ư");
    READS_AS("vni", "\xE6 \xEC \xED \xEE \xF1 \xF2 \xF3 \xF4 \xF6", "ỉ ì í ỵ đ ị ĩ ơ ư");
    READS_AS("vni", "a\xEF a\xF5 a\xF8 a\xF9 a\xFB o\xE2 e\xE2 u\xF9 y\xF8 \xF4\xEF",
             "ạ ã à á ả ô ê ú ỳ ợ");
}

static void nonsense_comes_out_as_a_byte_that_is_no_utf8(void **state)
{
    (void)state;
    char out[64];

    assert_int_equal(decode("vni", 2, "b\xE2", 2, out), 2);   // a mark on no vowel
    assert_memory_equal(out, "b\xFF", 2);
    assert_int_equal(decode("vni", 1, "\x90", 1, out), 1);
    assert_memory_equal(out, "\xFF", 1);
    assert_int_equal(decode("vni", 1, "\xC7", 1, out), 1);   // neither mark nor letter
    assert_memory_equal(out, "\xFF", 1);
    assert_int_equal(decode("windows-1258", 3, "b[\x8D", 1, out), 3);   // in its place
    assert_memory_equal(out, "b[\xFF", 3);
    assert_int_equal(decode("utf-16le", 6,
                            "a\0\0\xD8"
                            "b\0",
                            6, out),
                     3);   // half a pair
    assert_memory_equal(out,
                        "a\xFF"
                        "b",
                        3);
    assert_int_equal(decode("utf-16le", 3, "a\0b", 3, out),
                     2);   // half a letter at the end
    assert_memory_equal(out, "a\xFF", 2);
    assert_int_equal(decode("utf-16le", 3, "\0\xD8z", 1, out), 1);
    assert_int_equal(decode("utf-32le", 5, "a\0\0\0\xFF", 5, out), 2);
    assert_int_equal(decode("utf-32le", 4, "\0\0\0\xFF", 4, out), 1);
}

/* What cannot be read is as long as a unit, and what follows it is read. */
static void nonsense_takes_no_letter_with_it(void **state)
{
    (void)state;
    static const struct {
        const char *encoding, *bytes, *text;
        size_t len;
    } known[] = {
        {"cp1252",
         "a\x81"
         "bc",
         "a\xFF"
         "bc",
         4},
        {"windows-1258",
         "a\x8D"
         "bc",
         "a\xFF"
         "bc",
         4},
        {"windows-1258",
         "a\xEC\x8D"
         "b",
         "\xC3\xA1\xFF"
         "b",
         4},
        {"tcvn3",
         "b\x03"
         "a",
         "b\x03"
         "a",
         3},
        {"utf-16le",
         "\x00\xDC"
         "b\0c\0",
         "\xFF"
         "bc",
         6},
        {"utf-16be", "\xDC\0\0b\0c",
         "\xFF"
         "bc",
         6},
        {"utf-32le",
         "\0\0\0\xFF"
         "b\0\0\0",
         "\xFF"
         "b",
         8},
        {"vni",
         "o\xE2\x80"
         "a\xC7"
         "b",
         "o\xCC\x82\xFF"
         "a\xFF"
         "b",
         6},
        {"vni",
         "\xE2"
         "a",
         "\xFF"
         "a",
         2},
    };
    char out[64];

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t piece = 1; piece <= known[i].len; piece++) {
            decode(known[i].encoding, known[i].len, known[i].bytes, piece, out);
            if (strcmp(out, known[i].text) != 0)
                fail_msg("%s, by %zu: '%s'", known[i].encoding, piece, out);
        }
}

/* However an office calls them; those that iconv knows by their own names. */
static void encodings_have_many_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *as;
    } known[] = {{"utf8", "UTF-8"},
                 {"UTF8", "UTF-8"},
                 {"utf-8", "UTF-8"},
                 {"tcvn3", "TCVN"},
                 {"abc", "TCVN"},
                 {"ABC", "TCVN"},
                 {"tcvn", "TCVN"},
                 {"tcvn5712", "TCVN"},
                 {"windows-1258", "CP1258"},
                 {"windows1258", "CP1258"},
                 {"1258", "CP1258"},
                 {"cp1258", "CP1258"},
                 {"windows-1252", "CP1252"},
                 {"vni-windows", "VNI"},
                 {"vni-times", "VNI"},
                 {"Vni", "VNI"},
                 {"utf16le", "UTF-16LE"},
                 {"utf16be", "UTF-16BE"},
                 {"utf-16", "UTF-16LE"},
                 {"iso-8859-1", "ISO-8859-1"}};
    static const char bytes[] = "T\xEA o\xEF";
    char out[2][64];

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        for (size_t k = 0; k < 2; k++)
            decode(k ? known[i].as : known[i].name, 6, bytes, 6, out[k]);
        assert_string_equal(out[0], out[1]);
    }
    decode("utf-16", 2, "a\0", 2, out[0]);
    assert_string_equal(out[0], "a");
    decode("tcvn3", 1, "\xAE", 1, out[0]);
    assert_string_equal(out[0], "\xC4\x91");
    assert_true(tn_encoding_known("vni") && tn_encoding_known("1258"));
    assert_false(tn_encoding_known("") || tn_encoding_known("utf-8//IGNORE"));
    assert_false(tn_encoding_known("tcvn4"));
}

static void an_unknown_encoding_is_refused(void **state)
{
    (void)state;
    struct tn_decoder decoder;

    assert_false(tn_decoder_open(&decoder, "klingon"));
    tn_decoder_close(&decoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_encoding_reads_in_pieces_of_any_size),
        cmocka_unit_test(all_of_vni_is_known),
        cmocka_unit_test(nonsense_comes_out_as_a_byte_that_is_no_utf8),
        cmocka_unit_test(nonsense_takes_no_letter_with_it),
        cmocka_unit_test(encodings_have_many_names),
        cmocka_unit_test(an_unknown_encoding_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
