/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/date.h"

#include <stdbool.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, SERIAL_2000 = 36526, SERIAL_2100 = 73051 };

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* Excel counts 1 January 2000 as day 36526. */
static struct tn_date from_serial(int n)
{
    struct tn_date date = {2000, 1, n - SERIAL_2000 + 1};

    while (date.day > days_in(date.year, date.month)) {
        date.day -= days_in(date.year, date.month);
        date.year += date.month == 12;
        date.month = date.month % 12 + 1;
    }
    return date;
}

/* A run of one to five digits; gives its length. */
static size_t take_digits(const char *at, const char *end, int *number)
{
    size_t n = 0;

    *number = 0;
    for (; at + n < end && n < 6 && at[n] >= '0' && at[n] <= '9'; n++)
        *number = 10 * *number + (at[n] - '0');
    return n;
}

/* Three numbers parted by one and the same mark. */
static bool take_parts(const char *at, const char *end, int part[3], size_t digits[3])
{
    char mark = '\0';

    for (int i = 0; i < 3; i++) {
        digits[i] = take_digits(at, end, &part[i]);
        at += digits[i];
        if (!digits[i])
            return false;
        if (i == 2)
            break;
        if (at == end || !strchr("/-.", *at) || (mark && *at != mark))
            return false;
        mark = *at++;
    }
    return at == end;
}

static bool is_day(const struct tn_date *date)
{
    return date->year >= FIRST_YEAR && date->year <= LAST_YEAR && date->month >= 1 &&
           date->month <= 12 && date->day >= 1 &&
           date->day <= days_in(date->year, date->month);
}

enum tn_date_form tn_date_read(size_t len, const char *text, struct tn_date *date)
{
    int part[3], serial;
    size_t digits[3];

    if (len == 5 && take_digits(text, text + len, &serial) == 5 &&
        serial >= SERIAL_2000 && serial < SERIAL_2100) {
        *date = from_serial(serial);
        return TN_DATE_SERIAL;
    }
    if (!take_parts(text, text + len, part, digits))
        return TN_DATE_NONE;
    bool year_first = digits[0] == 4, full = year_first || digits[2] == 4;
    if ((!full && digits[2] != 2) || digits[1] > 2 || digits[year_first ? 2 : 0] > 2)
        return TN_DATE_NONE;
    struct tn_date day = {year_first ? part[0] : part[2] + (full ? 0 : 2000), part[1],
                          year_first ? part[2] : part[0]};
    if (!is_day(&day))
        return TN_DATE_NONE;
    *date = day;
    return full ? TN_DATE_FULL : TN_DATE_SHORT_YEAR;
}
