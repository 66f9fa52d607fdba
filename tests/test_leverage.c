/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the law of all places with one household surely counted, and with it surely
 * not, for the household stands in a group of its own there (tn/num/effects.h); P(count
 * >= k) is linear in its chance, so the difference is the slope itself. And by hand: two
 * households. */
#include "check.h"

#include <stdbool.h>
#include <string.h>

#include "tn/num/leverage.h"
#include "tn/num/poisbin.h"
#include "tn/num/special.h"

enum { PLACES = 6, KINDS = 3, GROUPS = PLACES * KINDS };

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

struct made {
    double logit[GROUPS + 1];
    struct tn_group group[GROUPS + 1];
    struct tn_count count;
    struct tn_effects effects;
    long households;
    double own_sd[PLACES + 1];
};

/* The place before v once more, to the group. */
static size_t twin(struct made *m, size_t v, size_t groups)
{
    size_t n = groups;

    m->own_sd[v] = m->own_sd[v - 1];
    for (size_t g = 0; g < n; g++)
        if (m->group[g].place == v - 1) {
            m->group[groups] = m->group[g];
            m->group[groups].place = v;
            m->households += (long)m->group[g].n;
            m->logit[groups++] = 0;
        }
    return groups;
}

/* Every fifth case has a group of nobody, every fourth no effect of the place, every
 * third places that are alike. */
static void make(struct made *m)
{
    size_t places = 1 + (size_t)(PLACES * case_uniform(0)), groups = 0;
    uint64_t next = 10;

    *m = (struct made){.households = 0};
    for (size_t v = 0; v < places; v++)
        m->own_sd[v] = v % 3 ? case_uniform(900 + v) : 0.04 * case_uniform(900 + v);
    for (size_t v = 0; v < places; v++) {
        if (v % 2 && check_case % 3 == 1) {
            groups = twin(m, v, groups);
            continue;
        }
        for (size_t i = 0; i < KINDS; i++) {
            size_t n = (size_t)(6 * case_uniform(next++));
            if (i > 0 && n == 0 && check_case % 5)
                continue;
            m->logit[groups] = 6 * case_uniform(next++) - 3;
            double stays = 0.3 * case_uniform(next++),
                   misses = 0.4 * case_uniform(next++);
            bool exits = check_case % 3 != 0;
            m->group[groups] = (struct tn_group){
                v, groups, n, exits ? 0 : stays, exits ? 1 : 1 - misses, 0};
            m->households += (long)n;
            groups++;
        }
    }
    m->count = (struct tn_count){groups, m->group};
    m->effects = (struct tn_effects){.year_sd = 0.2 + case_uniform(1),
                                     .place_sd = check_case % 4 ? case_uniform(2) : 0,
                                     .places = places,
                                     .own_sd = check_case % 7 == 3 ? m->own_sd : NULL,
                                     .risks = groups,
                                     .logit = m->logit,
                                     .counts = 1,
                                     .count = &m->count};
}

/* P(count >= k) where one household of group g is surely counted, or surely not. */
static double with_one(const struct made *m, const struct tn_grid *grid, size_t g,
                       double counted, long k)
{
    struct made other = *m;

    memmove(other.group + g + 1, other.group + g,
            (m->count.groups - g) * sizeof *other.group);
    other.group[g].n = 1;
    other.group[g].stays = other.group[g].exits = counted;
    other.group[g + 1].n--;
    other.count = (struct tn_count){m->count.groups + 1, other.group};
    other.effects.logit = other.logit;
    other.effects.count = &other.count;
    struct tn_laws laws = tn_effects_laws(&arena, grid, &other.effects);
    return tn_poisbin_at_least(laws.whole[0].n, laws.whole[0].pmf, k);
}

/* P(count >= k) where one household of group g has a logit of its own. */
static double supported(const struct made *m, const struct tn_grid *grid, size_t g,
                        double raise, long k)
{
    struct made other = *m;

    memmove(other.group + g + 1, other.group + g,
            (m->count.groups - g) * sizeof *other.group);
    other.group[g].n = 1;
    other.group[g].risk = m->effects.risks;
    other.logit[m->effects.risks] = m->logit[m->group[g].risk] + raise;
    other.group[g + 1].n--;
    other.count = (struct tn_count){m->count.groups + 1, other.group};
    other.effects.logit = other.logit;
    other.effects.risks++;
    other.effects.count = &other.count;
    struct tn_laws laws = tn_effects_laws(&arena, grid, &other.effects);
    return tn_poisbin_at_least(laws.whole[0].n, laws.whole[0].pmf, k);
}

static void is_the_slope_of_the_exact_law(void **state)
{
    (void)state;
    for_cases (100) {
        struct made m;
        make(&m);
        struct tn_grid grid = tn_effects_grid(&arena, &m.effects, 1e-9, 0);
        struct tn_laws laws = tn_effects_laws(&arena, &grid, &m.effects);
        struct tn_leverage got[GROUPS];
        long k = (long)((double)(m.households + 2) * case_uniform(3));
        double met = tn_poisbin_at_least(laws.whole[0].n, laws.whole[0].pmf, k);

        double raise = check_case % 2 ? (double)INFINITY : 4 * case_uniform(4) - 1;

        tn_leverage_of(&arena, &laws, &m.effects, &(struct tn_lever){0, k, raise}, got);
        for (size_t g = 0; g < m.count.groups; g++) {
            if (m.group[g].n == 0) {
                assert_true(isnan(got[g].gain));
                continue;
            }
            double counted = with_one(&m, &grid, g, 1, k);
            double missed = with_one(&m, &grid, g, 0, k);
            check_rel(1 + got[g].gain, 1 + counted - missed, 1e-14);
            check_rel(1 + got[g].support, 1 + supported(&m, &grid, g, raise, k) - met,
                      1e-14);
        }
        tn_arena_free(&arena);
    }
}

/* sum over households of the chance to be counted is the mean of the count. */
static void chances_add_up_to_the_mean(void **state)
{
    (void)state;
    for_cases (50) {
        struct made m;
        make(&m);
        double sum = 0;
        struct tn_grid grid = tn_effects_grid(&arena, &m.effects, 1e-9, 0);
        struct tn_laws laws = tn_effects_laws(&arena, &grid, &m.effects);
        struct tn_leverage got[GROUPS];

        tn_leverage_of(&arena, &laws, &m.effects,
                       &(struct tn_lever){0, 2, (double)INFINITY}, got);
        for (size_t g = 0; g < m.count.groups; g++)
            if (m.group[g].n)
                sum += (double)m.group[g].n * got[g].chance;
        check_rel(sum, tn_poisbin_mean(laws.whole[0].n, laws.whole[0].pmf), 1e-12);
        tn_arena_free(&arena);
    }
}

/* Chances 0.3 and 0.8, no effects. For k = 1 the first decides if the second stays,
 * for k = 2 if it exits. */
static void two_households_by_hand(void **state)
{
    (void)state;
    const double logit[] = {tn_logit(0.3), tn_logit(0.8)};
    const struct tn_group group[] = {{0, 0, 1, 0, 1, 0}, {1, 1, 1, 0, 1, 0}};
    const struct tn_count count = {2, group};
    const struct tn_effects effects = {
        .places = 2, .risks = 2, .logit = logit, .counts = 1, .count = &count};
    const double sd[] = {0, 0};
    struct tn_grid grid = tn_grid_from(&arena, 2, sd, 1e-9, 0);
    struct tn_laws laws = tn_effects_laws(&arena, &grid, &effects);
    struct tn_leverage got[2];

    tn_leverage_of(&arena, &laws, &effects, &(struct tn_lever){0, 1, (double)INFINITY},
                   got);
    check_rel(got[0].gain, 0.2, 1e-14);
    check_rel(got[1].gain, 0.7, 1e-14);
    check_rel(got[1].chance, 0.8, 1e-14);
    check_rel(got[1].support, 0.2 * 0.7, 1e-14);
    tn_leverage_of(&arena, &laws, &effects, &(struct tn_lever){0, 2, (double)INFINITY},
                   got);
    check_rel(got[0].gain, 0.8, 1e-14);
    check_rel(got[0].support, 0.7 * 0.8, 1e-14);
    for (long k = -1; k <= 4; k += k == 0 ? 3 : 1) {
        tn_leverage_of(&arena, &laws, &effects,
                       &(struct tn_lever){0, k, (double)INFINITY}, got);
        check_rel(got[0].gain, 0, 0);
        check_rel(got[0].chance, 0.3, 1e-14);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(is_the_slope_of_the_exact_law),
        property(chances_add_up_to_the_mean),
        cmocka_unit_test_teardown(two_households_by_hand, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
