/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: pairs that are one name or two, decided by hand; utf8proc's own NFC. */
#include "check.h"

#include "tn/base/fold.h"
#include "tn/base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static struct tn_arena arena;

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static const char *key(const char *text)
{
    return tn_fold_key(&arena, strlen(text), text);
}

static void one_name_has_one_key(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"Thôn Bình Hòa 1", "Thôn Bình Hoà 1"},
        {"Thôn Bình Hòa 1", "THÔN  BÌNH HÒA 1"},
        {"Thôn Bình Hòa 1", "Tho\xCC\x82n Bi\xCC\x80nh Hoa\xCC\x80 1"},
        {"Thôn Bình Hòa 1", "\xC2\xA0Thôn Bình Hòa 1\xE2\x80\x8B"},
        {"Thuý", "Thúy"},
        {"Hoà-Bình", "Hòa-Bình"},
        {"Hoà1", "Hòa1"},
        {"poor_quota", "Poor quota"},
        {"Đông", "\xC3\x90\xC3\xB4ng"},
        {"H\xE2\x80\x99Leo", "H'Leo"},
        {"A\xE2\x80\x93ng", "A-ng"},
        {"H\xE2\x80\x98Leo", "H'Leo"},
        {"H\xCA\xBCLeo", "H'Leo"},
        {"A\xE2\x80\x90ng", "A-ng"},
        {"A\xE2\x80\x95ng", "A-ng"},
        {"A\xE2\x88\x92ng", "A-ng"},
        {"Mường", "MƯỜNG"},
        {"Ия 1", "ИЯ 1 "},
        {"Ия", "ия\xC2\xA0"},
    };

    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(key(same[i][0]), key(same[i][1]));
}

static void two_names_have_two_keys(void **state)
{
    (void)state;
    static const char *const differ[][2] = {
        {"Tô", "Tố"},
        {"Sẻ", "Xẻ"},
        {"Hoa", "Hòa"},
        {"Dông", "Đông"},
        {"An", "Ân"},
        {"Bình Hòa 1", "Bình Hòa 11"},
        {"An Phú", "AnPhú"},
        {"ă", "â"},
        {"hoạ", "hoá"},
        {"Bà Na", "Ba Nà"},
        {"A\xE2\x80\x9Cng", "A'ng"},
        {"A\xE2\x80\x96ng", "A-ng"},
        {"a\xE2\x80\x8F-", "a--"},
    };

    for (size_t i = 0; i < sizeof differ / sizeof *differ; i++)
        assert_string_not_equal(key(differ[i][0]), key(differ[i][1]));
}

static void a_key_is_its_own_key(void **state)
{
    (void)state;
    static const char *const letter[] = {"a", "à", "ạ", "ă", "ằ",        "o",
                                         "ơ", "Đ", "u", "ụ", "n",        "h",
                                         " ", "_", "-", "1", "\xCC\x81", "\xE2\x80\x8B"};

    const char *bare = "\xCC\x80 \xCC\xA3";   // two tones without a letter
    assert_string_equal(key(key(bare)), key(bare));
    for_cases (500) {
        char text[64] = "";
        for (int i = 0; i < 10; i++)
            strcat(text, letter[(size_t)(case_uniform((uint64_t)i) * 18)]);
        assert_string_equal(key(key(text)), key(text));
    }
}

/* What is ASCII is folded by a way of its own, here as part of a text that is not. */
static void ascii_is_folded_as_any_text(void **state)
{
    (void)state;

    for_cases (500) {
        char text[24] = "", want[24];
        size_t n = (size_t)(case_uniform(0) * 12);
        for (size_t i = 0; i < n; i++)
            text[i] = (char)(case_uniform(i + 1) * case_uniform(i + 20) * 128);
        strcpy(text + n, "\xC5\x82");   // a letter beyond ASCII, and not of Vietnamese
        const char *all = tn_fold_key(&arena, n + 2, text);
        char *alone = malloc(n + !n);   // so that a sanitizer sees its ends
        memcpy(alone, text, n);
        strcpy(want, tn_fold_key(&arena, n, alone));
        free(alone);
        bool blank = n && (text[n - 1] <= ' ' || text[n - 1] == '_') && *want;
        strcat(strcat(want, blank ? " " : ""), "\xC5\x82");
        assert_string_equal(all, want);
    }
}

/* Letters of more parts than bytes: the room that is enough for Vietnamese is not. */
static void letters_of_many_parts_are_folded(void **state)
{
    (void)state;
    assert_string_equal(key("\xCE\x90"), "ι\xCC\x88\xCC\x81");
    assert_string_equal(key("\xCE\x90\xCE\x90\xCE\x90\xCE\x90"),   // of one tone
                        "ι\xCC\x88ι\xCC\x88ι\xCC\x88ι\xCC\x88\xCC\x81");
}

/* So is Vietnamese, here taken apart, which is not. */
static void vietnamese_is_folded_as_any_text(void **state)
{
    (void)state;
    static const int32_t edge[] = {0xC3,  0xF0,  0x128,  0x168,
                                   0x1A0, 0x1B0, 0x1EF9, 0x1EFA};

    for_cases (2000) {
        utf8proc_uint8_t text[64] = "";
        size_t n = 0;
        while (n < 40) {
            double u = case_uniform(2 * n), v = case_uniform(2 * n + 1);
            int32_t code = u < 0.4   ? ' ' + (int32_t)(v * 95)
                           : u < 0.5 ? 0xC0 + (int32_t)(v * 64)
                           : u < 0.6 ? 0x100 + (int32_t)(v * 0xB1)
                           : u < 0.7 ? edge[(size_t)(v * 8)]
                                     : 0x1EA0 + (int32_t)(v * 90);
            n += (size_t)utf8proc_encode_char(code, text + n);
        }
        utf8proc_uint8_t *apart = utf8proc_NFD(text);
        assert_string_equal(tn_fold_key(&arena, n, (char *)text),
                            tn_fold_key(&arena, strlen((char *)apart), (char *)apart));
        free(apart);
    }
}

/* A tone goes to its syllable's end, through letters without case and other marks; not
 * through digits, capitals of no small letter, blanks or signs. */
static void tones_go_to_the_syllable_s_end(void **state)
{
    (void)state;
    static const char *const through[] = {"\xE8\xB2\xA7", "\xCC\x88", "a", "z",
                                          "\xC5\x82"};
    static const char *const not_through[] = {
        "\xD9\xA3", "1", "/", "{", "`", " ", "\xE2\x82\xAC", "\xE2\x85\xB7"};

    for (size_t i = 0; i < sizeof through / sizeof *through; i++) {
        char before[32], after[32];
        snprintf(before, sizeof before, "x\xCC\x80%s", through[i]);
        snprintf(after, sizeof after, "x%s\xCC\x80", through[i]);
        assert_string_equal(key(before), after);
        assert_string_equal(key(after), after);
    }
    for (size_t i = 0; i < sizeof not_through / sizeof *not_through; i++) {
        char before[32];
        snprintf(before, sizeof before, "x\xCC\x80%sb", not_through[i]);
        assert_string_equal(key(before), before);
    }
    assert_string_equal(
        key("o\xCC\x81\xCC\xA3\xCC\x80\xCC\x89\xCC\x83i"),   // in one order
        "oi\xCC\xA3\xCC\x80\xCC\x81\xCC\x83\xCC\x89");
}

static void plain_keys_have_no_marks(void **state)
{
    (void)state;

    assert_string_equal(tn_fold_plain(&arena, key("Chỉ tiêu giảm hộ cận nghèo")),
                        "chi tieu giam ho can ngheo");
    assert_string_equal(tn_fold_plain(&arena, key("ĐƯỜNG")), "duong");
    assert_string_equal(tn_fold_plain(&arena, "貧 x\xCC\x88"), "貧 x");
}

static void composes_as_utf8proc_does(void **state)
{
    (void)state;
    static const char *const part[] = {"a",
                                       "e",
                                       "o",
                                       "u",
                                       "\xCC\x80",
                                       "\xCC\x82",
                                       "\xCC\xA3",
                                       "ế",
                                       "Đ",
                                       "x",
                                       " ",
                                       "\xE2\x84\xAB",
                                       "\xCC\x9B",
                                       "\xE1\xBC\x80",
                                       "\xE1\xB7\x80",
                                       "\xE1\xBB\xBF",
                                       "\xE1\xB8\x80"};

    for_cases (500) {
        char text[64] = "";
        for (int i = 0; i < 9; i++)
            strcat(text, part[(size_t)(case_uniform((uint64_t)i) *
                                       (double)(sizeof part / sizeof *part))]);
        utf8proc_uint8_t *want = utf8proc_NFC((const utf8proc_uint8_t *)text);
        assert_string_equal(tn_fold_compose(&arena, strlen(text), text), (char *)want);
        free(want);
    }
}

static void composed_text_comes_back_itself(void **state)
{
    (void)state;
    const char *text = "Thôn Hạc Sơn, xã Cẩm Bình";

    assert_ptr_equal(tn_fold_compose(&arena, strlen(text), text), text);
}

static void distance_counts_letters(void **state)
{
    (void)state;

    assert_int_equal(tn_fold_distance("", ""), 0);
    assert_int_equal(tn_fold_distance("", "abc"), 3);
    assert_int_equal(tn_fold_distance("kitten", "sitting"), 3);
    assert_int_equal(tn_fold_distance("\x7F", "a\x7F"), 1);
    assert_int_equal(tn_fold_distance(key("Bình Hoa"), key("Bình Hòa 1")), 3);
    char a[101], b[101];
    memset(a, 'a', 100), memset(b, 'b', 100), a[100] = b[100] = '\0';
    assert_int_equal(tn_fold_distance(a, b), 64);   // no more are looked at
}

/* Levenshtein's table as it stands in books. */
static size_t by_table(size_t n, const char *x, size_t m, const char *y)
{
    size_t cost[70][70];

    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            cost[i][j] = i ? j ? cost[i - 1][j - 1] + (x[i - 1] != y[j - 1]) : i : j;
            if (i && j && cost[i - 1][j] + 1 < cost[i][j])
                cost[i][j] = cost[i - 1][j] + 1;
            if (i && j && cost[i][j - 1] + 1 < cost[i][j])
                cost[i][j] = cost[i][j - 1] + 1;
        }
    return cost[n][m];
}

/* Letters of ASCII and others: a, b, c or U+1EA1 to U+1EA3. */
static char *spelt(const char *letters, bool ascii, char room[256])
{
    char *end = room;

    for (; *letters; letters++)
        end += sprintf(end, ascii ? "%c" : "\xE1\xBA%c",
                       ascii ? *letters : *letters - 'a' + 0xA1);
    *end = '\0';
    return room;
}

static void distance_is_that_of_the_table(void **state)
{
    (void)state;

    for_cases (500) {
        char x[65] = "", y[65] = "", a[256], b[256];
        size_t n = (size_t)(case_uniform(0) * 65), m = (size_t)(case_uniform(1) * 65);
        for (size_t i = 0; i < n; i++)
            x[i] = (char)('a' + (int)(case_uniform(2 + i) * 3));
        for (size_t i = 0; i < m; i++)
            y[i] = case_uniform(200 + i) < 0.7 && i < n
                       ? x[i]
                       : (char)('a' + (int)(case_uniform(300 + i) * 3));
        size_t want = by_table(n, x, m, y);
        for (int ascii = 0; ascii < 2; ascii++)
            assert_int_equal(tn_fold_distance(spelt(x, ascii, a), spelt(y, ascii, b)),
                             want);
    }
}

static void nearest_is_that_of_the_table(void **state)
{
    (void)state;

    for_cases (2000) {
        char x[16] = "", y[3][16] = {"", "", ""};
        const char *const keys[] = {y[0], y[1], y[2]};
        size_t n = (size_t)(case_uniform(0) * 16), want = 3;
        for (size_t i = 0; i < n; i++)
            x[i] = (char)('a' + (int)(case_uniform(1 + i) * 6));
        size_t near = tn_fold_reach(n);
        for (size_t k = 0; k < 3; k++) {
            size_t m = (size_t)(case_uniform(100 + k) * 16);
            for (size_t i = 0; i < m; i++)
                y[k][i] = case_uniform(200 + 20 * k + i) < 0.8 && i < n
                              ? x[i]
                              : (char)('a' + (int)(case_uniform(300 + 20 * k + i) * 6));
            size_t far = by_table(n, x, m, y[k]);
            want = far < near ? k : want;
            near = far < near ? far : near;
        }
        assert_int_equal(tn_fold_nearest(x, 3, keys), want);
    }
}

static void keys_of_other_lengths_are_not_near(void **state)
{
    (void)state;

    assert_int_equal(tn_fold_letters(key("Bình")), 5);   // the tone is one
    assert_int_equal(tn_fold_reach(0), 0);
    assert_int_equal(tn_fold_reach(2), 2);
    assert_int_equal(tn_fold_reach(8), 3);
    assert_int_equal(tn_fold_reach(9), 4);
    for (size_t n = 0; n < 80; n++)
        for (size_t m = 0; m < 80; m++) {
            char a[81] = "", b[81] = "";
            memset(a, 'a', n);
            memset(b, 'a', m);
            const char *other = b;
            size_t x = tn_fold_letters(a), y = tn_fold_letters(b),
                   reach = tn_fold_reach(x);
            assert_int_equal(x, n < 64 ? n : 64);
            assert_int_equal(tn_fold_nearest(a, 1, &other),
                             (x < y ? y - x : x - y) >= reach);
        }
}

static void nearest_is_near_or_nothing(void **state)
{
    (void)state;
    const char *const name[] = {key("Bình Hòa 1"), key("Chợ"), key("Vinh")};

    assert_int_equal(tn_fold_nearest(key("Bình Hoa"), 3, name), 0);
    assert_int_equal(tn_fold_nearest(key("Cho"), 3, name), 1);
    assert_int_equal(tn_fold_nearest(key("Nowhere at all"), 3, name), 3);
    assert_int_equal(tn_fold_nearest(key("x"), 3, name), 3);
    assert_int_equal(tn_fold_nearest(key("Chợ"), 0, name), 0);
    static const char *const near[] = {"abcdef1", "abcdef12", "abcde", "abcdef"};
    for (size_t from = 0; from < 4; from++)   // the nearest, of equally near the first
        assert_int_equal(tn_fold_nearest("abcdef", 4 - from, near + from),
                         from == 3 ? 0 : 3 - from);
    assert_int_equal(tn_fold_nearest("abcdef", 3, near), 0);
    assert_int_equal(tn_fold_nearest("abcdef", 2, near + 1), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_has_one_key),
        cmocka_unit_test(two_names_have_two_keys),
        property(a_key_is_its_own_key),
        property(ascii_is_folded_as_any_text),
        cmocka_unit_test(letters_of_many_parts_are_folded),
        property(vietnamese_is_folded_as_any_text),
        cmocka_unit_test(tones_go_to_the_syllable_s_end),
        cmocka_unit_test(plain_keys_have_no_marks),
        property(composes_as_utf8proc_does),
        cmocka_unit_test(composed_text_comes_back_itself),
        cmocka_unit_test(distance_counts_letters),
        property(distance_is_that_of_the_table),
        cmocka_unit_test(nearest_is_near_or_nothing),
        property(nearest_is_that_of_the_table),
        cmocka_unit_test(keys_of_other_lengths_are_not_near),
    };
    return cmocka_run_group_tests(tests, NULL, clean_up);
}
