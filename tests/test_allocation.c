/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: every way to share the total out, the best kept: by the smallest probability,
 * then by the second smallest, and so on. Its tails come from chances drawn at random,
 * on a coarse scale in every third case, so that ties occur. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "tn/num/allocation.h"
#include "tn/num/poisbin.h"

enum { PLACES = 5, MOST = 5 };

static struct tn_arena arena;

struct places {
    size_t places, n[PLACES];
    double tail[PLACES][MOST + 1];
    const double *row[PLACES];
    long most;
};

static void draw(struct places *s)
{
    uint64_t next = 1;

    *s = (struct places){.places = 1 + (size_t)(PLACES * case_uniform(0))};
    for (size_t v = 0; v < s->places; v++) {
        double p[MOST], pmf[MOST + 1];
        s->n[v] = (size_t)((MOST + 1) * case_uniform(next++));
        for (size_t i = 0; i < s->n[v]; i++) {
            p[i] = case_uniform(next++);
            if (check_case % 3 == 0)
                p[i] = floor(3 * p[i]) / 2;
        }
        tn_poisbin_pmf(s->n[v], p, pmf);
        for (size_t k = 0; k <= s->n[v]; k++)
            s->tail[v][k] = tn_poisbin_at_least(s->n[v], pmf, (long)k);
        s->row[v] = s->tail[v];
        s->most += (long)s->n[v];
    }
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The probabilities of a way of sharing, the smallest first. */
static void sorted_tails(const struct places *s, const long share[], double out[])
{
    for (size_t v = 0; v < s->places; v++)
        out[v] = s->tail[v][share[v]];
    qsort(out, s->places, sizeof *out, ascending);
}

static int better(size_t n, const double a[], const double b[])
{
    for (size_t i = 0; i < n; i++)
        if (a[i] > b[i] || a[i] < b[i])
            return a[i] > b[i];
    return 0;
}

static void try_all(const struct places *s, size_t v, long left, long share[],
                    double best[])
{
    if (v == s->places) {
        double here[PLACES];
        if (left)
            return;
        sorted_tails(s, share, here);
        if (better(s->places, here, best))
            memcpy(best, here, sizeof here);
        return;
    }
    for (long k = 0; k <= (long)s->n[v] && k <= left; k++) {
        share[v] = k;
        try_all(s, v + 1, left - k, share, best);
    }
}

static void agrees_with_trying_every_way(void **state)
{
    (void)state;
    for_cases (500) {
        struct places s;
        draw(&s);
        long total = (long)((double)(s.most + 1) * case_uniform(999));
        long share[PLACES], trial[PLACES], sum = 0;
        double best[PLACES], got[PLACES];
        for (size_t v = 0; v < PLACES; v++)
            best[v] = -1;

        double least = tn_allocation_fair(&arena, s.places, s.n, s.row, total, share);
        try_all(&s, 0, total, trial, best);
        sorted_tails(&s, share, got);
        for (size_t v = 0; v < s.places; v++) {
            assert_in_range(share[v], 0, s.n[v]);
            sum += share[v];
            if (check_case % 3 != 0)
                check_rel(got[v], best[v], 0);
        }
        assert_int_equal(sum, total);
        check_rel(least, best[0], 0);
    }
}

static void ties_go_to_the_larger_place_then_to_the_earlier(void **state)
{
    (void)state;
    const double half[] = {1, 0.5, 0.25, 0.125}, other[] = {1, 0.5, 0.25};
    const double *const tail[] = {other, half, other, half};
    const size_t n[] = {2, 3, 2, 3};
    long share[4];

    check_rel(tn_allocation_fair(&arena, 4, n, tail, 1, share), 0.5, 0);
    assert_int_equal(share[1], 1);
    check_rel(tn_allocation_fair(&arena, 4, n, tail, 3, share), 0.5, 0);
    assert_int_equal(share[0], 1);
    assert_int_equal(share[1], 1);
    assert_int_equal(share[2], 0);
    assert_int_equal(share[3], 1);
}

static void nothing_and_everything_can_be_shared_out(void **state)
{
    (void)state;
    const double a[] = {1, 0.9, 0.2}, b[] = {1};
    const double *const tail[] = {a, b};
    const size_t n[] = {2, 0};
    long share[2];

    check_rel(tn_allocation_fair(&arena, 2, n, tail, 0, share), 1, 0);
    assert_int_equal(share[0], 0);
    check_rel(tn_allocation_fair(&arena, 2, n, tail, 2, share), 0.2, 0);
    assert_int_equal(share[0], 2);
    assert_int_equal(share[1], 0);
    check_rel(tn_allocation_fair(&arena, 0, n, tail, 0, share), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(agrees_with_trying_every_way),
        cmocka_unit_test(ties_go_to_the_larger_place_then_to_the_earlier),
        cmocka_unit_test(nothing_and_everything_can_be_shared_out),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    tn_arena_free(&arena);
    return failed;
}
