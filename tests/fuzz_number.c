/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a number: what is taken is what strtod takes and no more, bit for bit. */
#include "fuzz.h"

#include <math.h>

#include "tn/base/decimal.h"
#include "tn/data/date.h"
#include "tn/data/number.h"

/* [-] digits [. digits] [e [+-] digits], by another way than the reader's. */
static bool is_number(const char *text)
{
    static const char digits[] = "0123456789";
    size_t n = strspn(text += *text == '-', digits);

    text += n;
    if (n && *text == '.')
        text += 1 + (n = strspn(text + 1, digits));
    if (n && (*text | 0x20) == 'e') {
        text += text[1] == '-' || text[1] == '+' ? 2 : 1;
        text += n = strspn(text, digits);
    }
    return n && !*text;
}

/* A whole number of up to 20 digits times a power of ten, out of the first ten bytes. */
static void promise_drawn(const uint8_t *data)
{
    uint64_t bits;
    char text[40];
    double value = 0;

    memcpy(&bits, data, sizeof bits);
    int len = snprintf(text, sizeof text, "%lue%d", (unsigned long)bits >> (data[8] % 64),
                       (int)data[9] - 128);
    double want = strtod(text, NULL);
    PROMISE(tn_decimal_read((size_t)len, text, '.', TN_DECIMAL_EXPONENT, &value, NULL));
    PROMISE(memcmp(&value, &want, sizeof value) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    double value = 0;
    struct tn_printed printed;
    struct tn_date date;

    if (!text)
        return 0;
    if (size >= 10)
        promise_drawn(data);
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    bool read = tn_decimal_read(size, text, '.', TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT,
                                &value, NULL);
    if (strlen(text) == size) {
        double want = strtod(text, NULL);
        PROMISE(read == (is_number(text) && isfinite(want)));
        PROMISE(!read || memcmp(&value, &want, sizeof value) == 0);
    } else {
        PROMISE(!read);
    }
    for (const char *separator = ",;\t"; *separator; separator++) {
        struct tn_number_rules rules = {*separator, -1e300, 1e300};
        printed = (struct tn_printed){NAN, -1};
        if (tn_number_read(size, text, &rules, &printed) == TN_NUMBER_READ)
            PROMISE(isfinite(printed.value) && printed.decimals >= 0);
    }
    if (tn_date_read(size, text, &date) != TN_DATE_NONE)
        PROMISE(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
    free(text);
    return 0;
}
