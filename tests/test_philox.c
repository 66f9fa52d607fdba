/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the known answers published with [Salmon2011]. */
#include "check.h"

static void gives_the_published_answers(void **state)
{
    (void)state;
    static const struct {
        uint32_t counter[4], key[2], want[4];
    } known[] = {
        {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{~0u, ~0u, ~0u, ~0u},
         {~0u, ~0u},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tn_bits got = tn_philox(known[i].counter, known[i].key);
        assert_memory_equal(got.word, known[i].want, sizeof got.word);
    }
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
        property(uniforms_stay_inside_the_open_interval),
    };
    return cmocka_run_group_tests(philox, NULL, NULL);
}
