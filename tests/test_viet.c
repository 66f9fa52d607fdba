/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: utf8proc's decomposition of every code point. */
#include "check.h"

#include "tn/base/viet.h"

#include <string.h>
#include <utf8proc.h>

/* The digit for a letter of ASCII with a mark that is no tone; 0 where there is none. */
static char with_mark(int32_t letter, int32_t mark)
{
    static const struct {
        char letter, spelt;
        int32_t mark;
    } known[] = {{'a', TN_A_BREVE, 0x306}, {'a', TN_A_HAT, 0x302},
                 {'e', TN_E_HAT, 0x302},   {'o', TN_O_HAT, 0x302},
                 {'o', TN_O_HORN, 0x31B},  {'u', TN_U_HORN, 0x31B}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].letter == letter && known[i].mark == mark)
            return known[i].spelt;
    return 0;
}

static enum tn_tone tone_of(int32_t mark)
{
    static const int32_t tone[] = {0x323, 0x300, 0x301, 0x303, 0x309};
    int i = 0;

    while (i < TN_NO_TONE && tone[i] != mark)
        i++;
    return (enum tn_tone)i;
}

/* Slowly, from the parts: a vowel, or d with a stroke; at most one mark and one tone. */
static char spelt_slowly(int32_t code, enum tn_tone *tone)
{
    utf8proc_int32_t part[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        code, part, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    char spelt = (char)part[0];

    *tone = TN_NO_TONE;
    if (n == 1 && part[0] == 0x111)
        return TN_D_STROKE;
    if (n < 2 || n > 3 || part[0] >= 0x80 || !strchr("aeiouy", part[0]))
        return 0;
    for (utf8proc_ssize_t i = 1; i < n; i++)
        if (tone_of(part[i]) != TN_NO_TONE && *tone == TN_NO_TONE)
            *tone = tone_of(part[i]);
        else if (!(spelt = with_mark(part[0], part[i])))
            return 0;
    return spelt;
}

/* Letters that Vietnamese has not, but that are made of the same parts, may be left out:
 * none of them is. */
static void every_code_point_is_what_its_parts_are(void **state)
{
    (void)state;
    size_t letters = 0;

    for (int32_t code = 0x80; code < 0x110000; code++) {
        enum tn_tone tone = TN_NO_TONE, want = TN_NO_TONE;
        char spelt = tn_viet_spelt(code, &tone);
        char slowly = utf8proc_codepoint_valid(code) ? spelt_slowly(code, &want) : 0;
        letters += spelt != 0;
        if (spelt != slowly || (spelt && tone != want))
            fail_msg("U+%04X is spelt '%c' tone %d, want '%c' tone %d", (unsigned)code,
                     spelt, (int)tone, slowly, (int)want);
    }
    assert_int_equal(letters, 2 * 67);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_is_what_its_parts_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
