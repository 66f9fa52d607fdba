/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the sentences as a person would write them. */
#include "check.h"

#include <string.h>

#include "tn/base/fault.h"
#include "tn/base/finding.h"
#include "tn/base/say.h"

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

#define SUM "%zu thôn; %ld hộ nghèo", "%zu village" TN_S "; %ld poor household" TN_S "."

static void one_is_not_many(void **state)
{
    (void)state;
    static const struct {
        size_t villages;
        long poor;
        const char *en;
    } want[] = {{1, 1, "1 village; 1 poor household."},
                {0, 2, "0 villages; 2 poor households."},
                {11, 1, "11 villages; 1 poor household."},
                {1, 21, "1 village; 21 poor households."},
                {10, -1, "10 villages; -1 poor household."}};

    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        assert_string_equal(tn_say(&arena, TN_EN, SUM, want[i].villages, want[i].poor),
                            want[i].en);
        struct tn_words both = tn_say_both(&arena, SUM, want[i].villages, want[i].poor);
        assert_string_equal(both.text[TN_EN], want[i].en);
        assert_null(strchr(both.text[TN_VI], 'v'));
    }
}

/* The number that counts is the last one before the noun, whatever its marks. */
static void the_noun_goes_by_its_number(void **state)
{
    (void)state;
    static const char *const want[][2] = {{"1", "1 row"},
                                          {"1,000", "1,000 rows"},
                                          {"1.5", "1.5 rows"},
                                          {"0.1", "0.1 rows"},
                                          {"in 2024, 1", "in 2024, 1 row"},
                                          {"no", "no rows"},
                                          {"1 to 3", "1 to 3 rows"},
                                          {"3 to 1", "3 to 1 row"},
                                          {"31", "31 rows"},
                                          {"Binh 1: many", "Binh 1: many row"},
                                          {"1, or", "1, or row"}};

    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_string_equal(tn_say(&arena, TN_EN, "%s", "%s row" TN_S, want[i][0]),
                            want[i][1]);
}

static void findings_and_faults_know_it_too(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_err err = {0};

    tn_find(&arena, &findings, &(struct tn_finding){0}, SUM, (size_t)1, 2L);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "1 village; 2 poor households.");
    assert_int_equal(tn_fail(&err, TN_EDATA, NULL, SUM, (size_t)2, 1L), TN_EDATA);
    assert_string_equal(err.text[TN_EN], "2 villages; 1 poor household.");
    assert_string_equal(err.text[TN_VI], "2 thôn; 1 hộ nghèo");
}

/* A text of the user's is left alone where no noun of ours is beside it. */
static void other_texts_stay_as_they_are(void **state)
{
    (void)state;
    assert_string_equal(tn_say(&arena, TN_EN, "%s", "%s", "a\1b"), "a\1b");
}

int main(void)
{
    const struct CMUnitTest says[] = {
        cmocka_unit_test_teardown(one_is_not_many, give_back),
        cmocka_unit_test_teardown(the_noun_goes_by_its_number, give_back),
        cmocka_unit_test_teardown(findings_and_faults_know_it_too, give_back),
        cmocka_unit_test_teardown(other_texts_stay_as_they_are, give_back),
    };
    return cmocka_run_group_tests(says, NULL, NULL);
}
