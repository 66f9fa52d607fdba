/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decimal.h -- decimal numbers read exactly, whatever the locale.
 *
 * The double nearest to the number as written (ties to even), as strtod gives it in the
 * C locale, but without its liberties: digits, one mark, digits; a minus sign and an
 * exponent only where asked for; no blanks, hexadecimal, "inf" or "nan".
 */
#ifndef TN_BASE_DECIMAL_H
#define TN_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

enum { TN_DECIMAL_MINUS = 1, TN_DECIMAL_EXPONENT = 2 };   // what may stand in the text

/* Read len bytes as one number with mark ('.' or ',') before its decimals. The text is
 * [-] digits [mark digits] [e [+-] digits]; at least one digit before the mark, and one
 * after it where there is a mark. False where it is anything else, or beyond the largest
 * double; *value and *decimals (digits after the mark, may be null) are then left alone.
 * Exact: agrees with strtod in every bit; tested against it.
 * Cost: a few operations up to 15 digits, else linear in the digits. */
bool tn_decimal_read(size_t len, const char *text, char mark, unsigned may, double *value,
                     int *decimals);

#endif
