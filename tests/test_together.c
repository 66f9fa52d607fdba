/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tn_lanes_join (tn/num/lanes.h), place after place. */
#include "check.h"

#include <string.h>

#include "tn/num/lanes.h"
#include "tn/num/together.h"

enum { WIDTH = 2 * TN_LANE, KINDS = 40, MOST = 9 };

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* KINDS kinds of place, each of up to MOST households, up to times places of a kind. */
static size_t draw(struct tn_copies kind[KINDS], double times)
{
    size_t all = 0;

    for (size_t i = 0; i < KINDS; i++) {
        size_t n = (size_t)(case_uniform(3 * i) * (MOST + 1));
        double p[WIDTH], q[WIDTH];
        double *law = tn_new(&arena, double, (n + 1) * WIDTH);
        for (size_t j = 0; j < WIDTH; j++) {
            p[j] = j == 3 ? 0 : j == 4 ? 1 : case_uniform(200 + i * WIDTH + j);
            q[j] = 1 - p[j];
        }
        tn_lanes_binomial(WIDTH, n, p, q, law);
        kind[i] = (struct tn_copies){1 + (size_t)(times * case_uniform(3 * i + 1)), n,
                                     law};
        all += kind[i].times * n;
    }
    return all;
}

static double *one_by_one(size_t all, const struct tn_copies kind[KINDS])
{
    double *law = tn_new(&arena, double, (all + 1) * WIDTH);
    size_t done = 0;

    for (size_t j = 0; j < WIDTH; j++)
        law[j] = 1;
    for (size_t i = 0; i < KINDS; i++)
        for (size_t t = 0; t < kind[i].times; t++, done += kind[i].n)
            tn_lanes_join(WIDTH, done, law, kind[i].n, kind[i].law);
    return law;
}

static void agrees_with_places_joined_one_by_one(void **state)
{
    (void)state;
    for_cases (5) {
        struct tn_copies kind[KINDS];
        size_t all = draw(kind, 14);
        double *law = tn_new(&arena, double, (all + 1) * WIDTH);
        double *want = one_by_one(all, kind);
        double dropped = tn_together(&arena, WIDTH, KINDS, kind, 0, law);
        assert_true(dropped <= 0);
        for (size_t k = 0; k < (all + 1) * WIDTH; k++)
            if (want[k] > 1e-290)   // below that digits are lost
                check_rel(law[k], want[k], 4 * (double)all * DBL_EPSILON);
        tn_arena_free(&arena);
    }
}

/* What is missing anywhere is no more than is told, and little. */
static void tells_how_much_it_left_out(void **state)
{
    (void)state;
    for_cases (5) {
        struct tn_copies kind[KINDS];
        size_t all = draw(kind, 14);
        double *law = tn_new(&arena, double, (all + 1) * WIDTH);
        double *want = one_by_one(all, kind);
        double drop = check_case % 2 ? 1e-20 : 1e-12;
        double dropped = tn_together(&arena, WIDTH, KINDS, kind, drop, law);
        double noise = 4 * (double)all * DBL_EPSILON;

        assert_true(dropped > 0 && dropped < 1000 * drop);
        for (size_t j = 0; j < WIDTH; j++) {
            double missing = 0;
            for (size_t k = 0; k <= all; k++)
                missing += fmax(want[k * WIDTH + j] - law[k * WIDTH + j] -
                                    noise * want[k * WIDTH + j],
                                0);
            assert_true(missing <= dropped);
        }
        tn_arena_free(&arena);
    }
}

static void sure_and_hopeless_lanes_are_exact(void **state)
{
    (void)state;
    check_case = 1;
    struct tn_copies kind[KINDS];
    size_t all = draw(kind, 14);
    double *law = tn_new(&arena, double, (all + 1) * WIDTH);
    tn_together(&arena, WIDTH, KINDS, kind, 1e-20, law);
    check_rel(law[3], 1, 0);
    check_rel(law[all * WIDTH + 4], 1, 0);
    check_case = 0;
}

static void no_place_is_a_count_of_nobody(void **state)
{
    (void)state;
    double law[WIDTH] = {0};
    double dropped = tn_together(&arena, WIDTH, 0, NULL, 1e-20, law);
    assert_true(dropped <= 0);
    for (size_t j = 0; j < WIDTH; j++)
        check_rel(law[j], 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(agrees_with_places_joined_one_by_one, forget),
        cmocka_unit_test_teardown(tells_how_much_it_left_out, forget),
        cmocka_unit_test_teardown(sure_and_hopeless_lanes_are_exact, forget),
        cmocka_unit_test_teardown(no_place_is_a_count_of_nobody, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
