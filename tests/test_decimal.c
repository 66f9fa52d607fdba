/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: strtod, which in the C locale of the tests is exact (glibc). TN_DECIMALS sets
 * how many generated numbers are compared, 200,000 where it is absent. */
#include "check.h"

#include "tn/base/decimal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool read(const char *text, double *value)
{
    return tn_decimal_read(strlen(text), text, '.',
                           TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT, value, NULL);
}

static void same_as_strtod(const char *text)
{
    double got = -1, want = strtod(text, NULL);
    bool ok = read(text, &got);

    if (ok != (bool)isfinite(want) || (ok && memcmp(&got, &want, sizeof got) != 0))
        fail_msg("'%s' read as %.17g (%d), strtod: %.17g", text, got, ok, want);
}

/* Number i of the generator: four shapes in turn. */
static void generate(uint64_t i, char *text, size_t room)
{
    double u = tn_uniform(1, 0, 0, 4 * i), v = tn_uniform(1, 0, 0, 4 * i + 1);
    long long whole = (long long)(u * 9e18), part = (long long)(v * 9e18);
    int power = (int)(tn_uniform(1, 0, 0, 4 * i + 2) * 660) - 340;
    uint64_t bits;
    double any;

    switch (i % 4) {
    case 0:   // as plans print them
        snprintf(text, room, "%lld.%02lld", whole % 1000, part % 100);
        break;
    case 1:   // 36 digits and an exponent
        snprintf(text, room, "%s%lld.%018llde%d", u < 0.3 ? "-" : "", whole, part, power);
        break;
    case 2:   // any double, by the digits that identify it
        bits = (uint64_t)whole * 2 + (part & 1);
        memcpy(&any, &bits, sizeof any);
        snprintf(text, room, "%.17g", isfinite(any) ? any : 1);
        break;
    default:   // halfway between two doubles, or one digit off it
        bits = (uint64_t)(1 + whole % 2046) << 52 | ((uint64_t)part & 0xFFFFFFFFFFFFF);
        memcpy(&any, &bits, sizeof any);
        any = u < 0.5 ? ldexp(1 + floor(v * 0x1p52) / 0x1p52, (int)(whole % 50)) : any;
        snprintf(text, room, "%.*Lf", (int)(part % 60) + 5,
                 fabs(any) < 1e40 ? (long double)any + ldexpl(any, -53) : (long double)v);
    }
}

static void agrees_with_strtod_on_generated_decimals(void **state)
{
    (void)state;
    const char *many = getenv("TN_DECIMALS");
    uint64_t n = many ? strtoull(many, NULL, 10) : 200000;

    for (uint64_t i = 0; i < n; i++) {
        char text[400];
        generate(i, text, sizeof text);
        same_as_strtod(text);
    }
}

static void agrees_with_strtod_where_it_is_hard(void **state)
{
    (void)state;
    static const char *const hard[] = {
        "0",
        "0.0",
        "-0",
        "00012",
        "0.1",
        "2.66",
        "34.30",
        "9007199254740993",
        "9007199254740993.0000000000000000000000000000000000000000000001",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "4.9406564584124654e-324",
        "2.4703282292062327208e-324",
        "2.4703282292062328e-324",
        "1e-400",
        "1e-99999999",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.797693134862315808e308",
        "1.7976931348623159e308",
        "1e309",
        "1e99999999999",
        "0e99999999999",
        "123456789012345678901234567890",
        "1e22",
        "1e23",
        "8.5e22",
        "6.25e-3",
        "0.500000000000000166533453693773481063544750213623046875",
        "17976931348623158079372897140530341507993413271003782693617377898044496829276475"
        "0"
        "94664901797758720709633028641669288791094655554785194040263065748867150582068190"
        "8"
        "90200070838367627385484581771153176447573027006985557136695962284291481986083493"
        "6"
        "475292719074168444365510704342711559699508093042880e0",
    };

    for (size_t i = 0; i < sizeof hard / sizeof *hard; i++)
        same_as_strtod(hard[i]);
}

/* A tie that only digit 801 or 2,000 breaks. */
static void digits_beyond_those_kept_break_a_tie(void **state)
{
    (void)state;
    char text[2100];

    for (size_t digits = 700; digits < 2000; digits += 100) {
        strcpy(text, "9007199254740993.");
        memset(text + 17, '0', digits);
        strcpy(text + 17 + digits, "1");
        same_as_strtod(text);
        strcpy(text + 17 + digits, "0");
        same_as_strtod(text);
    }
}

static void takes_nothing_but_a_number(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",    "-",  ".5",  "5.",  "1,5", "1.5.2", "+1",   " 1",   "1 ", "0x1",  "inf",
        "nan", "1e", "1e+", "1e-", "--1", "1-",    "1e1x", "1.e5", "e5", "1e5.0"};
    double value = 7;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (read(bad[i], &value))
            fail_msg("'%s' was read as %g", bad[i], value);
    assert_false(tn_decimal_read(2, "-1", '.', 0, &value, NULL));
    assert_false(tn_decimal_read(3, "1e3", '.', TN_DECIMAL_MINUS, &value, NULL));
    assert_false(tn_decimal_read(3, "2.5", ',', 0, &value, NULL));
    check_rel(value, 7, 0);
}

static void counts_the_decimals_as_written(void **state)
{
    (void)state;
    double value = 0;
    int decimals = -1;

    assert_true(tn_decimal_read(5, "34,30", ',', 0, &value, &decimals));
    check_rel(value, 34.3, 0);
    assert_int_equal(decimals, 2);
    assert_true(tn_decimal_read(2, "67", ',', 0, &value, &decimals));
    assert_int_equal(decimals, 0);
    assert_true(
        tn_decimal_read(6, "1.5e-3", '.', TN_DECIMAL_EXPONENT, &value, &decimals));
    check_rel(value, 0.0015, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_strtod_on_generated_decimals),
        cmocka_unit_test(agrees_with_strtod_where_it_is_hard),
        cmocka_unit_test(digits_beyond_those_kept_break_a_tie),
        cmocka_unit_test(takes_nothing_but_a_number),
        cmocka_unit_test(counts_the_decimals_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
