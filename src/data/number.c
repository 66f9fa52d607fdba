/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/number.h"

#include "tn/base/decimal.h"

#include <string.h>

enum { LONGEST = 400, MAY = TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT };

static size_t digits(const char *text, const char *end)
{
    const char *at = text;

    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return (size_t)(at - text);
}

/* Groups of three by one mark, then decimals after the other: "1.250.000,5". Writes the
 * number without its groups; gives its length, or 0 where it is no such number. */
static size_t ungroup(size_t len, const char *text, char group, char mark,
                      char plain[LONGEST])
{
    const char *end = text + len;
    size_t made = digits(text, end);

    if (len >= LONGEST || made < 1 || made > 3 || text[0] == '0')
        return 0;
    memcpy(plain, text, made);
    for (text += made; *text == group; text += 4) {   // the other mark is still ahead
        if (digits(text + 1, end) != 3)
            return 0;
        memcpy(plain + made, text + 1, 3);
        made += 3;
    }
    if (*text != mark)
        return 0;
    memcpy(plain + made, text, (size_t)(end - text));
    return made + (size_t)(end - text);
}

static enum tn_number both_marks(size_t len, const char *text, struct tn_printed *number)
{
    static const char mark[] = {',', '.'};
    char plain[LONGEST];
    size_t minus = *text == '-';

    for (int i = 0; i < 2; i++) {
        size_t made = ungroup(len - minus, text + minus, mark[1 - i], mark[i], plain);
        if (made &&
            tn_decimal_read(made, plain, mark[i], 0, &number->value, &number->decimals)) {
            number->value = minus ? -number->value : number->value;
            return TN_NUMBER_READ;
        }
    }
    return TN_NUMBER_NONE;
}

/* "1.234" may be grouped; "0.234", "12.34" and "1234.5" may not. */
static bool may_be_grouped(size_t len, const char *text, char mark)
{
    const char *end = text + len;
    size_t first = digits(text, end);

    return first <= 3 && text[0] != '0' && len == first + 4 && text[first] == mark &&
           digits(text + first + 1, end) == 3;
}

static bool in_doubt(size_t len, const char *text, char mark,
                     const struct tn_number_rules *rules, double value)
{
    size_t minus = *text == '-';
    double grouped = 1000 * value;

    return may_be_grouped(len - minus, text + minus, mark) &&
           rules->separator != (mark == ',' ? ';' : ',') && grouped >= rules->low &&
           grouped <= rules->high;
}

enum tn_number tn_number_read(size_t len, const char *text,
                              const struct tn_number_rules *rules,
                              struct tn_printed *number)
{
    struct tn_printed read;
    bool comma = memchr(text, ',', len) != NULL, point = memchr(text, '.', len) != NULL;
    char mark = comma ? ',' : '.';

    if (comma && point)
        return both_marks(len, text, number);
    if (!tn_decimal_read(len, text, mark, MAY, &read.value, &read.decimals))
        return TN_NUMBER_NONE;
    if (in_doubt(len, text, mark, rules, read.value))
        return TN_NUMBER_IN_DOUBT;
    *number = read;
    return TN_NUMBER_READ;
}
