/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: names of the Cam Binh plan and of the highlands, in each encoding by hand. */
#include "check.h"

#include "tn/data/legacy.h"

#include <string.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(good_texts_are_fine, clean_up),
        cmocka_unit_test_teardown(troubles_are_named, clean_up),
        cmocka_unit_test_teardown(bytes_that_are_nothing_have_no_name, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
