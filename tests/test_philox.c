/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the known answers published with [Salmon2011] and others of 7 and 10 rounds,
 * tests/oracle/philox. */
#include "check.h"

#include <inttypes.h>
#include <stdio.h>

static void gives_the_published_answers(void **state)
{
    (void)state;
    FILE *file = fopen("tests/oracle/philox/philox4x32_kat.csv", "r");
    char line[256];
    int checked = 0;

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));   // the header
    while (fgets(line, sizeof line, file)) {
        int rounds;
        uint32_t c[4], k[2], want[4];
        assert_int_equal(sscanf(line,
                                "%d,%" SCNx32 ",%" SCNx32 ",%" SCNx32 ",%" SCNx32
                                ",%" SCNx32 ",%" SCNx32 ",%" SCNx32 ",%" SCNx32
                                ",%" SCNx32 ",%" SCNx32,
                                &rounds, &c[0], &c[1], &c[2], &c[3], &k[0], &k[1],
                                &want[0], &want[1], &want[2], &want[3]),
                         11);
        struct tn_bits got = tn_philox_rounds(rounds, c, k);
        assert_memory_equal(got.word, want, sizeof want);
        if (rounds == TN_PHILOX_ROUNDS) {
            got = tn_philox(c, k);
            assert_memory_equal(got.word, want, sizeof want);
        }
        checked++;
    }
    fclose(file);
    assert_int_equal(checked, 12);
}

/* The counter is laid out as the header says. */
static void draws_differ_in_seed_item_purpose_and_index(void **state)
{
    (void)state;
    const uint32_t counter[4] = {0x89ABCDEF, 0x05000012, 0x76543210, 0xFEDCBA98};
    const uint32_t key[2] = {7, 1};
    struct tn_bits want = tn_philox(counter, key);
    struct tn_bits got = tn_draw(0x100000007, 0xFEDCBA9876543210, 5, 0x1289ABCDEF);

    assert_memory_equal(got.word, want.word, sizeof want.word);
}

/* The upper 53 bits of two words, in the middle of their step: both ends of a word show.
 */
static void a_uniform_number_is_the_words_upper_53_bits(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 2000; i++) {
        const uint32_t counter[4] = {i, 3, 17, 2024}, key[2] = {9, 1};
        struct tn_bits bits = tn_philox(counter, key);
        double high = ldexp((double)bits.word[1], -32);
        double low = ldexp((double)(bits.word[0] >> 11), -53);
        double u = tn_uniform(0x100000009, 17, 2024, 0x300000000 + i);
        check_rel(u, high + low + ldexp(1, -54), 0);
        assert_true(u > 0 && u < 1);
    }
}

static void keys_keep_names_apart(void **state)
{
    (void)state;
    assert_true(tn_key(tn_key(0, "To"), "H012") != tn_key(tn_key(0, "ToH"), "012"));
    assert_true(tn_key(0, "") != tn_key(1, ""));
    /* FNV-1a of "a" and NUL is 0x89be207b544f1e4; then splitmix64's finaliser. */
    assert_true(tn_key(0, "a") == 0xd0137a57d0ef408f);
}

static void uniforms_stay_inside_the_open_interval(void **state)
{
    (void)state;
    for_cases (10000) {
        double u = case_uniform(0);
        assert_true(u > 0 && u < 1);
    }
}

int main(void)
{
    const struct CMUnitTest philox[] = {
        cmocka_unit_test(gives_the_published_answers),
        cmocka_unit_test(draws_differ_in_seed_item_purpose_and_index),
        cmocka_unit_test(a_uniform_number_is_the_words_upper_53_bits),
        cmocka_unit_test(keys_keep_names_apart),
        property(uniforms_stay_inside_the_open_interval),
    };
    return cmocka_run_group_tests(philox, NULL, NULL);
}
