/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the C library's calendar (gmtime). */
#include "check.h"

#include "tn/data/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static enum tn_date_form read(const char *text, struct tn_date *date)
{
    return tn_date_read(strlen(text), text, date);
}

static void every_day_is_read_in_every_form(void **state)
{
    (void)state;
    for (int day = -25567; day < 47482; day += 13) {   // 1900 to 2099
        time_t when = (time_t)day * 86400;
        struct tm tm = *gmtime(&when);
        int year = tm.tm_year + 1900, month = tm.tm_mon + 1;
        for (int i = 0; i < 4; i++) {
            char text[48];
            struct tn_date date = {0, 0, 0};
            if (i < 3)
                snprintf(text, sizeof text, "%02d%c%d%c%d", tm.tm_mday, "/-."[i], month,
                         "/-."[i], year);
            else
                snprintf(text, sizeof text, "%d-%02d-%d", year, month, tm.tm_mday);
            assert_int_equal(read(text, &date), TN_DATE_FULL);
            assert_int_equal(date.year, tm.tm_year + 1900);
            assert_int_equal(date.month, tm.tm_mon + 1);
            assert_int_equal(date.day, tm.tm_mday);
        }
    }
}

static void excels_numbers_are_its_days(void **state)
{
    (void)state;

    for (int serial = 36526; serial < 73051; serial += 7) {
        time_t when = ((time_t)serial - 25569) * 86400;   // 1 January 1970 is 25569
        struct tm tm = *gmtime(&when);
        char text[16];
        struct tn_date date = {0, 0, 0};
        snprintf(text, sizeof text, "%d", serial);
        assert_int_equal(read(text, &date), TN_DATE_SERIAL);
        assert_int_equal(date.year, tm.tm_year + 1900);
        assert_int_equal(date.month, tm.tm_mon + 1);
        assert_int_equal(date.day, tm.tm_mday);
    }
}

static void short_years_are_of_this_century(void **state)
{
    (void)state;
    struct tn_date date = {0, 0, 0};

    assert_int_equal(read("8.5.24", &date), TN_DATE_SHORT_YEAR);
    assert_int_equal(date.year, 2024);
    assert_int_equal(date.month, 5);
    assert_int_equal(date.day, 8);
}

static void what_is_no_day_is_none(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "12/31/2024",
                                      "31/02/2024",
                                      "29/02/2023",
                                      "29/02/1900",
                                      "5-Mar",
                                      "00/01/2024",
                                      "01/00/2024",
                                      "1/2",
                                      "1/2/3",
                                      "1/2/345",
                                      "01/02-2024",
                                      "01/02/2024 ",
                                      "2024-2-30",
                                      "36525",
                                      "73051",
                                      "1234567",
                                      "01/002/2024",
                                      "001/02/2024",
                                      "1899-12-31",
                                      "2101-01-01",
                                      "01//2024",
                                      "/1/2024",
                                      "1/1/",
                                      "31/04/2024",
                                      "2024-01-001",
                                      "01 02 2024"};
    struct tn_date date = {1, 2, 3};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (read(bad[i], &date) != TN_DATE_NONE)
            fail_msg("'%s' was read as %d-%d-%d", bad[i], date.year, date.month,
                     date.day);
    assert_int_equal(date.year, 1);
    assert_int_equal(read("29/02/2000", &date), TN_DATE_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_is_read_in_every_form),
        cmocka_unit_test(excels_numbers_are_its_days),
        cmocka_unit_test(short_years_are_of_this_century),
        cmocka_unit_test(what_is_no_day_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
