/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date.h -- a day as an office writes it: 31/12/2024, 31-12-2024, 31.12.24, 2024-12-31,
 * or the number that Excel keeps for it. */
#ifndef TN_DATA_DATE_H
#define TN_DATA_DATE_H

#include <stddef.h>

enum tn_date_form {
    TN_DATE_NONE,   // no day of 1900 to 2100
    TN_DATE_FULL,
    TN_DATE_SHORT_YEAR,   // two digits, taken for 20..
    TN_DATE_SERIAL        // Excel's day number, of 2000 to 2099
};

struct tn_date {
    int year, month, day;
};

/* Read len bytes; *date is set unless the answer is TN_DATE_NONE. */
enum tn_date_form tn_date_read(size_t len, const char *text, struct tn_date *date);

#endif
