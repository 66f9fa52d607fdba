/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: every pair of places compared; laws where no two places are alike. */
#include "check.h"

#include "tn/num/alike.h"
#include "tn/num/lanes.h"

enum { PLACES = 300, GROUPS = 3 * PLACES };

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* Up to 2 groups a place, of few sorts; some places have none. */
static size_t draw(struct tn_group group[GROUPS])
{
    size_t n = 0;

    for (size_t v = 0; v < PLACES; v++)
        for (size_t r = 0; r < 2; r++)
            if (case_uniform(4 * v + r) > 0.2)
                group[n++] = (struct tn_group){
                    v,
                    r,
                    1 + (size_t)(3 * case_uniform(4 * v + 2 + r)),
                    case_uniform(9 * v) > 0.8 ? 0.25 : 0,
                    1,
                    0};
    return n;
}

static int same(const struct tn_alike *alike, const struct tn_group group[], size_t a,
                size_t b)
{
    size_t n = alike->first[a + 1] - alike->first[a];

    if (alike->first[b + 1] - alike->first[b] != n)
        return 0;
    for (size_t g = 0; g < n; g++) {
        const struct tn_group *x = group + alike->first[a] + g;
        const struct tn_group *y = group + alike->first[b] + g;
        if (x->risk != y->risk || x->n != y->n || x->stays < y->stays ||
            x->stays > y->stays)
            return 0;
    }
    return 1;
}

static void agrees_with_every_pair_compared(void **state)
{
    (void)state;
    for_cases (20) {
        struct tn_group group[GROUPS];
        struct tn_count count = {draw(group), group};
        struct tn_alike alike = tn_alike_of(&arena, PLACES, &count);
        size_t all = 0;

        assert_int_equal(alike.first[PLACES], count.groups);
        assert_true(alike.kinds < 100);
        for (size_t a = 0; a < PLACES; a++)
            for (size_t b = 0; b < a; b++)
                assert_int_equal(alike.kind[a] == alike.kind[b],
                                 same(&alike, group, a, b));
        for (size_t k = 0; k < alike.kinds; k++) {
            all += alike.times[k];
            assert_int_equal(alike.kind[alike.place[k]], k);
        }
        assert_int_equal(all, PLACES);
    }
}

static void without_looking_all_are_their_own_kind(void **state)
{
    (void)state;
    check_case = 1;
    struct tn_group group[GROUPS];
    struct tn_count count = {draw(group), group};
    struct tn_alike alike = tn_alike_none(&arena, PLACES, &count);
    assert_int_equal(alike.kinds, PLACES);
    for (size_t v = 0; v < PLACES; v++)
        assert_int_equal(alike.place[alike.kind[v]], v);
    check_case = 0;
}

/* The law of 300 places is also that of all joined place after place, given the
 * same grid. */
static void many_places_are_the_sum_of_few_given_the_year(void **state)
{
    (void)state;
    check_case = 2;
    const double logit[2] = {0.7, -1.6}, sd[2] = {0.4, 0.3};
    struct tn_group group[GROUPS];
    struct tn_count count = {draw(group), group};
    struct tn_effects effects = {.year_sd = 0.4,
                                 .place_sd = 0.3,
                                 .places = PLACES,
                                 .risks = 2,
                                 .logit = logit,
                                 .counts = 1,
                                 .count = &count};
    struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-10, 0);
    struct tn_laws laws = tn_effects_laws(&arena, &grid, &effects);
    size_t width = grid.level[0].width, n = laws.whole[0].n, done = 0;
    double *law = tn_new(&arena, double, (n + 1) * width);

    assert_true(n > 400 && laws.dropped > 0 && laws.dropped < 1e-17);
    for (size_t j = 0; j < width; j++)
        law[j] = 1;
    for (size_t v = 0; v < PLACES; v++) {
        const struct tn_law *place = tn_laws_place(&laws, 0, v);
        tn_lanes_join(width, done, law, place->n, place->given);
        done += place->n;
    }
    for (size_t k = 0; k <= n; k++)
        assert_true(fabs(tn_lanes_dot(width, laws.year, law + k * width) -
                         laws.whole[0].pmf[k]) < 1e-15);
    effects.drop = 1e-12;   // then no entry is off by more than what is left out
    struct tn_laws rough = tn_effects_laws(&arena, &grid, &effects);
    assert_true(rough.dropped > 1e-14 && rough.dropped < 1e-9);
    for (size_t k = 0; k <= n; k++)
        assert_true(fabs(rough.whole[0].pmf[k] - laws.whole[0].pmf[k]) <= rough.dropped);
    check_case = 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(agrees_with_every_pair_compared),
        cmocka_unit_test_teardown(without_looking_all_are_their_own_kind, forget),
        cmocka_unit_test_teardown(many_places_are_the_sum_of_few_given_the_year, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
