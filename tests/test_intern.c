/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a linear search over all texts seen. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/base/intern.h"

enum { TEXTS = 2000 };

static void numbers_texts_in_the_order_first_seen(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_intern known = tn_intern_in(&arena);
    static char seen[TEXTS][16];
    size_t n = 0;

    check_case = 1;
    for (uint64_t i = 0; i < TEXTS; i++) {
        char text[16];
        int length = snprintf(text, sizeof text, "v%d", (int)(700 * case_uniform(i)));
        size_t want = 0;
        while (want < n && strcmp(seen[want], text) != 0)
            want++;
        if (want == n)
            strcpy(seen[n++], text);
        assert_int_equal(tn_intern(&known, text, (size_t)length), want);
        assert_string_equal(known.text[want], text);
    }
    check_case = 0;
    assert_int_equal(known.n, n);
    tn_arena_free(&arena);
}

static void a_prefix_and_a_nul_are_other_texts(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_intern known = tn_intern_in(&arena);

    assert_int_equal(tn_intern(&known, "", 0), 0);
    assert_int_equal(tn_intern(&known, "ab", 2), 1);
    assert_int_equal(tn_intern(&known, "ab", 1), 2);
    assert_int_equal(tn_intern(&known, "a\0", 2), 3);
    assert_int_equal(tn_intern(&known, "", 0), 0);
    tn_arena_free(&arena);
}

static void hashes_are_those_of_fnv(void **state)
{
    (void)state;
    uint64_t a = 0xaf63dc4c8601ec8cu;   // FNV-1a of "a", as published

    assert_true(tn_hash("a", 1) == (a ^ a >> 32));
}

int main(void)
{
    const struct CMUnitTest intern[] = {
        cmocka_unit_test(numbers_texts_in_the_order_first_seen),
        cmocka_unit_test(a_prefix_and_a_nul_are_other_texts),
        cmocka_unit_test(hashes_are_those_of_fnv),
    };
    return cmocka_run_group_tests(intern, NULL, NULL);
}
