/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number.h -- a decimal number as an office writes it, with point or comma.
 *
 * "2,66" and "2.66" are one number. "1.234" may be 1234 or 1.234: it is a number only
 * where the separator of the file tells the custom (; goes with decimal commas, a comma
 * with decimal points) or one of the two is out of range. "1.250,5" leaves no doubt. */
#ifndef TN_DATA_NUMBER_H
#define TN_DATA_NUMBER_H

#include <stddef.h>

#include "tn/data/commune.h"

enum tn_number { TN_NUMBER_READ, TN_NUMBER_NONE, TN_NUMBER_IN_DOUBT };

struct tn_number_rules {
    char separator;     // of the file
    double low, high;   // both allowed
};

/* Read len bytes; *number is set where the answer is TN_NUMBER_READ, which does not mean
 * that it is in range. */
enum tn_number tn_number_read(size_t len, const char *text,
                              const struct tn_number_rules *rules,
                              struct tn_printed *number);

#endif
