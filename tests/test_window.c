/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/poisson_binomial/ (long double, exact rationals, 400-bit floats);
 * tn/num/poisbin.h. */
#include "check.h"

#include <stdio.h>

#include "households.h"

#include "tn/num/poisbin.h"
#include "tn/num/window.h"

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

static double entry(const struct tn_window *window, long k)
{
    long i = k - window->first;
    return i >= 0 && i < (long)window->n ? window->pmf[i] : 0;
}

static void agrees_with_every_entry_down_to_1e_300(void **state)
{
    (void)state;
    static const struct {
        char set;
        int n;
    } files[] = {{'P', 100}, {'U', 100}, {'P', 1000}, {'U', 1000}};
    for (size_t f = 0; f < 4; f++) {
        char name[96], line[128];
        snprintf(name, sizeof name, "tests/oracle/poisson_binomial/pb_pmf_%c_%d.csv",
                 files[f].set, files[f].n);
        FILE *file = fopen(name, "r");
        assert_non_null(file);
        double *p = tn_new(&arena, double, (size_t)files[f].n);
        made_chances(files[f].set, (size_t)files[f].n, p);
        struct tn_window window = tn_window_law(&arena, (size_t)files[f].n, p);

        int rows = 0;
        assert_non_null(fgets(line, sizeof line, file));
        for (long k; fgets(line, sizeof line, file); rows++) {
            double want;
            assert_int_equal(sscanf(line, "%ld,%lf", &k, &want), 2);
            if (want > 1e-298)   // below it partial laws are cut off
                check_rel(entry(&window, k), want, 2e-14);
            else
                assert_true(entry(&window, k) < 1.1e-298);
        }
        fclose(file);
        assert_int_equal(rows, files[f].n + 1);
    }
}

/* Sizes around whole leaves and batches of them, with sure chances among the others. */
static void agrees_with_the_direct_law_at_any_size(void **state)
{
    (void)state;
    static const size_t sizes[] = {0,   1,   2,   31,  32,  33,  63,  64,  65,
                                   255, 256, 257, 300, 511, 513, 767, 999, 1025};
    for_cases (3 * sizeof sizes / sizeof *sizes) {
        size_t n = sizes[(check_case - 1) / 3];
        double *p = tn_new(&arena, double, n), *pmf = tn_new(&arena, double, n + 1);
        for (size_t i = 0; i < n; i++) {
            double u = case_uniform(i);
            p[i] = check_case % 3 == 0 ? u : check_case % 3 == 1 ? 0.1 * u : 1 - 0.01 * u;
            if (i % 17 == 5)
                p[i] = (double)(i % 2);
        }
        tn_poisbin_pmf(n, p, pmf);
        struct tn_window window = tn_window_of(&arena, n, p, 0);
        for (size_t k = 0; k <= n; k++)
            if (pmf[k] > 1e-290)
                check_rel(entry(&window, (long)k), pmf[k], 5e-14);
        check_rel(window.dropped, 0, 0);
        tn_arena_free(&arena);
    }
}

/* Whatever is left out is missing from the entries, and no more than is said. */
static void leaves_out_no_more_than_it_says(void **state)
{
    (void)state;
    enum { N = 4000 };
    static const double drops[] = {1e-12, 1e-16, 1e-20, 1e-30};
    double *p = tn_new(&arena, double, N);
    made_chances('P', N, p);
    struct tn_window whole = tn_window_of(&arena, N, p, 0);
    for (size_t d = 0; d < 4; d++) {
        struct tn_window window = tn_window_of(&arena, N, p, drops[d]);
        double missing = 0, allowed = window.dropped;
        for (long k = 0; k <= N; k++) {
            double rounding = 4 * sqrt(N) * DBL_EPSILON * entry(&whole, k);
            double lost = entry(&whole, k) - entry(&window, k);
            assert_true(lost >= -rounding);
            missing += lost > rounding ? lost : 0;
            allowed += lost > rounding ? rounding : 0;
        }
        assert_true(missing <= allowed);
        assert_true(window.dropped <= 2 * 2 * N / 32 * drops[d]);
        assert_true(window.n < whole.n);
    }
}

static void tails_and_quantiles_know_the_window(void **state)
{
    (void)state;
    enum { N = 20000 };
    double *p = tn_new(&arena, double, N);
    made_chances('U', N, p);
    struct tn_window window = tn_window_law(&arena, N, p);
    long last = window.first + (long)window.n - 1;

    check_rel(tn_window_at_least(&window, window.first), 1, 0);
    check_rel(tn_window_at_least(&window, last + 1), 0, 0);
    check_rel(tn_window_at_least(&window, last), window.pmf[window.n - 1], 0);
    check_rel(tn_window_at_most(&window, last), 1, 0);
    check_rel(tn_window_at_most(&window, window.first - 1), 0, 0);
    check_rel(tn_window_at_most(&window, window.first), window.pmf[0], 0);
    for (double q = 0.05; q < 1; q += 0.15) {
        long k = tn_window_quantile(&window, q);
        assert_true(tn_window_at_most(&window, k) >= q);
        assert_true(tn_window_at_most(&window, k - 1) < q);
        check_rel(tn_window_at_most(&window, k - 1) + tn_window_at_least(&window, k), 1,
                  1e-14);
    }
}

/* P(K >= k) at n = 10^6 from the oracle of tails, where a window of 1e-20 can know it. */
static void is_right_for_a_million(void **state)
{
    (void)state;
    enum { N = 1000000 };
    double *p = tn_new(&arena, double, N);
    made_chances('P', N, p);
    struct tn_window window = tn_window_law(&arena, N, p);
    assert_true(window.dropped < 1e-15);

    FILE *file = fopen("tests/oracle/poisson_binomial/pb_tails.csv", "r");
    char line[128];
    int rows = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        long k;
        double want;
        if (sscanf(line, "P,1000000,%*[^,],%ld,%lf", &k, &want) == 2 && want > 1e-4) {
            check_rel(tn_window_at_least(&window, k), want, 1e-12);
            rows++;
        }
    }
    fclose(file);
    assert_true(rows >= 1);
}

int main(void)
{
    const struct CMUnitTest window[] = {
        cmocka_unit_test_teardown(agrees_with_every_entry_down_to_1e_300, forget),
        cmocka_unit_test_teardown(agrees_with_the_direct_law_at_any_size, forget),
        cmocka_unit_test_teardown(leaves_out_no_more_than_it_says, forget),
        cmocka_unit_test_teardown(tails_and_quantiles_know_the_window, forget),
        cmocka_unit_test_teardown(is_right_for_a_million, forget),
    };
    return cmocka_run_group_tests(window, NULL, NULL);
}
