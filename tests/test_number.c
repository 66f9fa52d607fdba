/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: readings decided by hand. */
#include "check.h"

#include "tn/data/number.h"

#include <string.h>

static enum tn_number read(const char *text, char separator, double high, double *value)
{
    struct tn_number_rules rules = {separator, -high, high};
    struct tn_printed number = {NAN, 0};
    enum tn_number answer = tn_number_read(strlen(text), text, &rules, &number);

    *value = number.value;
    return answer;
}

static void reads_what_leaves_no_doubt(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char separator;
        double high, value;
    } good[] = {
        {"2,66", ';', 1e9, 2.66},
        {"2.66", ';', 1e9, 2.66},
        {"2,66", ',', 1e9, 2.66},
        {"1,234", ';', 1e9, 1.234},
        {"1.234", ',', 1e9, 1.234},
        {"1.234", ';', 100, 1.234},
        {"1,234", '\t', 100, 1.234},
        {"0.125", ';', 1e9, 0.125},
        {"12.3456", '\t', 1e9, 12.3456},
        {"1234.567", ';', 1e9, 1234.567},
        {"1.250,5", ';', 1e9, 1250.5},
        {"1,250.5", ',', 1e9, 1250.5},
        {"1.250.000,5", ';', 1e9, 1250000.5},
        {"125.000,5", ';', 1e9, 125000.5},
        {"125.250.375,5", ';', 1e9, 125250375.5},
        {"-1.250,5", ';', 1e9, -1250.5},
        {"-0,5", ';', 1e9, -0.5},
        {"67", ';', 1e9, 67},
        {"1.5e-3", ',', 1e9, 0.0015},
        {"1.2e3", ';', 1e9, 1200},
        {"1e100", ';', 1e9, 1e100},
        {"123456", ';', 1e9, 123456},
    };
    double value;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (read(good[i].text, good[i].separator, good[i].high, &value) != TN_NUMBER_READ)
            fail_msg("'%s' was not read", good[i].text);
        check_rel(value, good[i].value, 0);
    }
}

static void doubts_where_there_is_doubt(void **state)
{
    (void)state;
    double value;

    assert_int_equal(read("1.234", ';', 1e9, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("-1.234", ';', 1e9, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("1,234", '\t', 1e9, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("1.234", '\t', 1e9, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("1,234", ',', 1e9, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("-1.234", ';', 1234, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("-1.234", ';', 1233, &value), TN_NUMBER_READ);
    assert_int_equal(read("1.234", ';', 1234, &value), TN_NUMBER_IN_DOUBT);
    assert_int_equal(read("1.234", ';', 1233, &value), TN_NUMBER_READ);
    assert_int_equal(read("123.456", ';', 1e9, &value), TN_NUMBER_IN_DOUBT);
}

static void refuses_the_rest(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",           "x",       "1.234.567", "1,2,3",    "1.23,4",     "1.2345,6",
        "1250,000.5", "0.250,5", "1.250,",    "1.250,5x", "1.250,5,6",  "2,66 %",
        "2 66",       ".,",      "-",         "1.25a,5",  "1250.000,5", "1.,5",
        "1,.5",       ",5.2",    "12 .3,4",   ",123.5"};
    char longest[800];
    double value;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (read(bad[i], ';', 1e9, &value) != TN_NUMBER_NONE)
            fail_msg("'%s' was read", bad[i]);
    memset(longest, '1', sizeof longest);
    memcpy(longest, "1.111", 5);
    memcpy(longest + sizeof longest - 3, ",5", 3);
    assert_int_equal(read(longest, ';', 1e9, &value), TN_NUMBER_NONE);
    for (size_t len = 398; len < 403; len++) {   // 1.111,000...
        memset(longest, '0', sizeof longest);
        memcpy(longest, "1.111,", 6);
        longest[len] = '\0';
        assert_int_equal(read(longest, ';', 1e9, &value),
                         len < 400 ? TN_NUMBER_READ : TN_NUMBER_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_leaves_no_doubt),
        cmocka_unit_test(doubts_where_there_is_doubt),
        cmocka_unit_test(refuses_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
