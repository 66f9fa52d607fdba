/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the nine univariate sets of [NIST-StRD] (tests/oracle/nist/); exact sums of
 * whole numbers; moves and stretches of random samples. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/num/moments.h"

enum { MOST = 5000, NUMACC = 1001 };

static FILE *opened(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    return file;
}

static size_t read_digits(double x[MOST])
{
    FILE *file = opened("tests/oracle/nist/pidigits.txt");
    size_t n = 0;
    for (int c; (c = fgetc(file)) != EOF;)
        if (c != '\n')
            x[n++] = c - '0';
    fclose(file);
    return n;
}

/* The base first, then a tenth below and above it by turns. */
static size_t make_numacc(double first, double low, double high, double x[MOST])
{
    x[0] = first;
    for (size_t i = 1; i < NUMACC; i++)
        x[i] = i % 2 ? low : high;
    return NUMACC;
}

static size_t read_set(const char *name, double x[MOST])
{
    FILE *file = opened("tests/oracle/nist/univariate.csv");
    char set[32];
    size_t n = 0;
    double y;
    assert_non_null(fgets(set, sizeof set, file));
    while (fscanf(file, "%31[^,],%lf\n", set, &y) == 2)
        if (!strcmp(set, name))
            x[n++] = y;
    fclose(file);
    return n;
}

static size_t sample(const char *name, double x[MOST])
{
    if (!strcmp(name, "PiDigits"))
        return read_digits(x);
    if (!strcmp(name, "NumAcc2"))
        return make_numacc(1.2, 1.1, 1.3, x);
    if (!strcmp(name, "NumAcc3"))
        return make_numacc(1000000.2, 1000000.1, 1000000.3, x);
    if (!strcmp(name, "NumAcc4"))
        return make_numacc(10000000.2, 10000000.1, 10000000.3, x);
    if (strcmp(name, "NumAcc1"))
        return read_set(name, x);
    x[0] = 10000001, x[1] = 10000003, x[2] = 10000002;
    return 3;
}

/* Correct significant digits, 15 at most as the values are certified to. */
static double digits(double got, double want)
{
    double off = fabs(got - want) / fabs(want);
    return off > 1e-15 ? -log10(off) : 15;
}

static void reaches_the_digits_of_nist(void **state)
{
    (void)state;
    FILE *file = opened("tests/oracle/nist/certified.csv");
    char name[32], header[32];
    double mean, sd, x[MOST];
    int sets = 0;
    assert_non_null(fgets(header, sizeof header, file));
    for (; fscanf(file, "%31[^,],%lf,%lf\n", name, &mean, &sd) == 3; sets++) {
        struct tn_moments got = tn_moments_of(sample(name, x), x, 1);
        double floor = !strcmp(name, "NumAcc3")   ? 9.4
                       : !strcmp(name, "NumAcc4") ? 8.2
                                                  : 13;
        if (digits(got.mean, mean) < 14.5 || digits(got.sd, sd) < floor)
            fail_msg("%s: %.1f digits of the mean, %.1f of the sd", name,
                     digits(got.mean, mean), digits(got.sd, sd));
    }
    assert_int_equal(sets, 9);
    fclose(file);
}

/* Whole numbers below 2^20: sums and squares are exact in 64 bits. */
static void agrees_with_whole_number_sums(void **state)
{
    (void)state;
    for_cases (200) {
        size_t n = 2 + (size_t)(60 * case_uniform(0)), stride = 1 + check_case % 3;
        double x[200];
        int64_t sum = 0, squares = 0;
        for (size_t i = 0; i < n; i++) {
            int64_t value = (int64_t)(1000000 * case_uniform(1 + i));
            x[i * stride] = (double)value;
            sum += value, squares += value * value;
        }
        struct tn_moments got = tn_moments_of(n, x, stride);
        int64_t count = (int64_t)n;
        check_rel(got.mean, (double)sum / (double)n, DBL_EPSILON);
        check_rel(
            got.sd,
            sqrt((double)(count * squares - sum * sum) / (double)(count * (count - 1))),
            4 * DBL_EPSILON);
    }
}

static void moves_and_stretches_with_the_sample(void **state)
{
    (void)state;
    for_cases (200) {
        double x[50], moved[50], by = 1e4 * (case_uniform(60) - 0.5);
        for (size_t i = 0; i < 50; i++)
            x[i] = case_uniform(i), moved[i] = by - 8 * x[i];   // 8: without rounding
        struct tn_moments one = tn_moments_of(50, x, 1),
                          two = tn_moments_of(50, moved, 1);
        check_rel(two.mean, by - 8 * one.mean, 1e-12);
        check_rel(two.sd, 8 * one.sd, 1e-11);
    }
}

static void small_samples_are_undefined(void **state)
{
    (void)state;
    static const double x[] = {3.25, 3.25};
    check_rel(tn_moments_of(0, x, 1).mean, (double)NAN, 0);
    check_rel(tn_moments_of(1, x, 1).mean, 3.25, 0);
    check_rel(tn_moments_of(1, x, 1).sd, (double)NAN, 0);
    check_rel(tn_moments_of(2, x, 1).sd, 0, 0);
}

int main(void)
{
    const struct CMUnitTest moments[] = {
        cmocka_unit_test(reaches_the_digits_of_nist),
        property(agrees_with_whole_number_sums),
        property(moves_and_stretches_with_the_sample),
        cmocka_unit_test(small_samples_are_undefined),
    };
    return cmocka_run_group_tests(moments, NULL, NULL);
}
