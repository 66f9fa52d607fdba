/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/poisson_binomial/pb_tails.csv (long double, checked with 400-bit
 * floats); tn/num/poisbin.h; the mirror image, who counts and who does not changed round.
 */
#include "check.h"

#include <stdio.h>

#include "households.h"

#include "tn/num/poisbin.h"
#include "tn/num/tail.h"

#ifdef TN_ARENA_STRICT
enum { LARGEST = 100000 };   // sanitizers take 30 times as long
#else
enum { LARGEST = 1000000 };
#endif

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

static void agrees_with_every_tail_down_to_1e_300(void **state)
{
    (void)state;
    FILE *file = fopen("tests/oracle/poisson_binomial/pb_tails.csv", "r");
    double *p = tn_new(&arena, double, LARGEST);
    char line[128], set, open_set = 0;
    size_t n, open_n = 0, rows = 0;
    long k;
    double want;

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%c,%zu,%*[^,],%ld,%lf", &set, &n, &k, &want) != 4 ||
            n > LARGEST)
            continue;
        if (set != open_set || n != open_n)
            made_chances(set, n, p);
        open_set = set;
        open_n = n;
        struct tn_tail tail = tn_tail_at_least(&arena, n, p, k);
        check_rel(tail.chance, want, 2e-14);
        assert_true(tail.bound < 1e-17);
        check_rel(tail.saddle, want, n == 100 ? 0.01 : 2e-3);
        rows++;
    }
    fclose(file);
    assert_true(rows == (LARGEST == 1000000 ? 103 : 81));
}

static void agrees_with_the_direct_law_at_every_k(void **state)
{
    (void)state;
    for_cases (60) {
        size_t n = 1 + check_case * 2;
        double p[128], pmf[129];
        for (size_t i = 0; i < n; i++) {
            p[i] = pow(case_uniform(i), 1 + check_case % 4);
            if (i % 11 == 7)
                p[i] = (double)(i % 2);
        }
        tn_poisbin_pmf(n, p, pmf);
        for (long k = -1; k <= (long)n + 1; k++) {
            double up = tn_poisbin_at_least(n, pmf, k),
                   down = tn_poisbin_at_most(n, pmf, k);
            if (up > 1e-290 || up <= 0)
                check_rel(tn_tail_at_least(&arena, n, p, k).chance, up, 1e-13);
            if (down > 1e-290 || down <= 0)
                check_rel(tn_tail_at_most(&arena, n, p, k).chance, down, 1e-13);
        }
        tn_arena_free(&arena);
    }
}

/* Chances on a lattice of 2^-30, so that 1 - p is exact. */
static void lower_tails_are_upper_tails_seen_from_the_other_side(void **state)
{
    (void)state;
    enum { N = 3000 };
    double p[N], q[N];
    for (size_t i = 0; i < N; i++) {
        p[i] = floor(tn_uniform(5, (uint32_t)i, 0, 0) * 0x1p30) * 0x1p-30;
        q[i] = 1 - p[i];
    }
    for (long k = 500; k <= 2000; k += 50) {
        struct tn_tail down = tn_tail_at_most(&arena, N, p, k);
        struct tn_tail up = tn_tail_at_least(&arena, N, q, N - k);
        check_rel(down.chance, up.chance, 1e-13);
        if (k < 1400)
            check_rel(down.saddle, up.saddle, 1e-9);
        assert_true(isnan(down.saddle) == isnan(up.saddle));
    }
}

static void takes_the_smallest_chances(void **state)
{
    (void)state;
    const double p[] = {1e-100, 1e-120, 3e-80, 1 - 0x1p-53, 1, 0};

    check_rel(tn_tail_at_least(&arena, 6, p, 2).chance, 1, 1e-15);
    check_rel(tn_tail_at_least(&arena, 6, p, 3).chance, 3e-80, 1e-15);
    check_rel(tn_tail_at_least(&arena, 6, p, 4).chance, 3e-180, 1e-15);
    check_rel(tn_tail_at_least(&arena, 6, p, 5).chance, 3e-300, 1e-15);
    check_rel(tn_tail_at_least(&arena, 6, p, 6).chance, 0, 0);
    check_rel(tn_tail_at_most(&arena, 6, p, 1).chance, 0x1p-53, 1e-15);
    check_rel(tn_tail_at_most(&arena, 6, p, 0).chance, 0, 0);
    check_rel(tn_tail_at_least(&arena, 0, NULL, 0).chance, 1, 0);
    check_rel(tn_tail_at_least(&arena, 0, NULL, 1).chance, 0, 0);
}

/* Of n alike, each 1e-x: C(n, k) 1e-kx to 1e-27. */
static void many_small_chances_are_a_binomial_down_to_1e_300(void **state)
{
    (void)state;
    enum { N = 1000 };
    double p[N];

    for (int x = 30; x <= 290; x += 20) {
        for (int i = 0; i < N; i++)
            p[i] = pow(10, -x);
        check_rel(tn_tail_at_least(&arena, N, p, 1).chance, N * pow(10, -x), 1e-12);
        if (x <= 130)
            check_rel(tn_tail_at_least(&arena, N, p, 2).chance,
                      N * (N - 1) / 2.0 * pow(10, -2 * x), 1e-12);
    }
}

/* What is sure or impossible is so without a bound or an estimate beside it. */
static void what_is_sure_needs_no_window(void **state)
{
    (void)state;
    const double p[] = {0.3, 1, 0.6, 0, 0.2, 0.9};
    const struct tn_tail exact[] = {
        tn_tail_at_least(&arena, 6, p, 0), tn_tail_at_least(&arena, 6, p, 1),
        tn_tail_at_most(&arena, 6, p, 5),  tn_tail_at_most(&arena, 6, p, 6),
        tn_tail_at_least(&arena, 6, p, 6), tn_tail_at_most(&arena, 6, p, 0),
        tn_tail_at_least(&arena, 6, p, 5), tn_tail_at_most(&arena, 6, p, 1)};
    const double want[] = {
        1, 1, 1, 1, 0, 0, 0.3 * 0.6 * 0.2 * 0.9, 0.7 * 0.4 * 0.8 * 0.1};
    for (int i = 0; i < 8; i++) {
        check_rel(exact[i].chance, want[i], i < 6 ? 0 : 1e-15);
        check_rel(exact[i].bound, 0, 0);
        check_rel(exact[i].saddle, (double)NAN, 0);
    }
    enum { N = 3000 };   // so many that a window leaves something out
    double many[N];
    for (size_t i = 0; i < N; i++)
        many[i] = 0.3;
    assert_true(tn_tail_at_least(&arena, N, many, 1).bound > 0);
    check_rel(tn_tail_at_least(&arena, N, many, 0).bound, 0, 0);
    check_rel(tn_tail_at_most(&arena, N, many, N).bound, 0, 0);
}

/* A tail below the smallest double is 0, not a fault. */
static void underflows_to_nothing(void **state)
{
    (void)state;
    enum { N = 2000 };
    double p[N];
    made_chances('P', N, p);
    check_rel(tn_tail_at_least(&arena, N, p, 1990).chance, 0, 0);
    check_rel(tn_tail_at_least(&arena, N, p, 2000).chance, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tail[] = {
        cmocka_unit_test_teardown(agrees_with_every_tail_down_to_1e_300, forget),
        cmocka_unit_test_teardown(agrees_with_the_direct_law_at_every_k, forget),
        cmocka_unit_test_teardown(lower_tails_are_upper_tails_seen_from_the_other_side,
                                  forget),
        cmocka_unit_test_teardown(takes_the_smallest_chances, forget),
        cmocka_unit_test_teardown(many_small_chances_are_a_binomial_down_to_1e_300,
                                  forget),
        cmocka_unit_test_teardown(what_is_sure_needs_no_window, forget),
        cmocka_unit_test_teardown(underflows_to_nothing, forget),
    };
    return cmocka_run_group_tests(tail, NULL, NULL);
}
