/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: A = B B' + I of drawn B: A times the solution is the right hand side; the
 * determinant of the 2 x 2 and of a triangular matrix by hand. */
#include "check.h"

#include "tn/num/cholesky.h"

enum { N = 7 };

static void draw(double a[], double keep[])
{
    double b[N * N];
    for (size_t i = 0; i < N * N; i++)
        b[i] = 2 * case_uniform(i) - 1;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            double sum = i == j;
            for (size_t k = 0; k < N; k++)
                sum += b[i * N + k] * b[j * N + k];
            a[i * N + j] = keep[i * N + j] = sum;
        }
}

static void solves_what_it_factors(void **state)
{
    (void)state;
    for_cases (100) {
        double a[N * N], keep[N * N], x[N], want[N];
        draw(a, keep);
        for (size_t i = 0; i < N; i++)
            x[i] = want[i] = case_uniform(1000 + i) + 0.5;
        assert_true(tn_cholesky(N, a));
        tn_cholesky_solve(N, a, x);
        for (size_t i = 0; i < N; i++) {
            double got = 0;
            for (size_t j = 0; j < N; j++)
                got += keep[i * N + j] * x[j];
            check_rel(got, want[i], 1e-12);
        }
    }
}

static void knows_the_determinant(void **state)
{
    (void)state;
    double a[] = {4, 0, 2, 5.5};   // 4 * 5.5 - 2 * 2 = 18
    assert_true(tn_cholesky(2, a));
    check_rel(tn_cholesky_log_det(2, a), log(18), 1e-15);
    check_rel(tn_cholesky_log_det(0, NULL), 0, 0);
}

static void refuses_what_is_not_positive_definite(void **state)
{
    (void)state;
    double indefinite[] = {1, 0, 2, 1}, undefined[] = {NAN};
    assert_false(tn_cholesky(2, indefinite));
    assert_false(tn_cholesky(1, undefined));
}

int main(void)
{
    const struct CMUnitTest cholesky[] = {
        property(solves_what_it_factors),
        cmocka_unit_test(knows_the_determinant),
        cmocka_unit_test(refuses_what_is_not_positive_definite),
    };
    return cmocka_run_group_tests(cholesky, NULL, NULL);
}
