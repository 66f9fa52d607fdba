/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the chance in long double. The limits that single precision finds have to leave
 * the promised room on both sides, or a draw would be decided wrongly. */
#include "check.h"

#include "../src/num/mc_kernel.h"

/* A commune of one household, for its two parameters and its place's effect. */
struct bench {
    struct tn_mc_unit unit;
    struct tn_mc_model model;
    struct mc_plan plan;
    struct mc_group group;
    alignas(64) double value[2][BLOCK];
    alignas(64) float kind_odds[1][BLOCK];
    struct mc_work work;
};

static void set_up(struct bench *b, int state)
{
    memset(b, 0, sizeof *b);
    b->unit.state = state;
    b->model.crossing[state] = 1;
    b->plan.model = &b->model;
    b->group.like = &b->unit;
    b->plan.kind[0].like = &b->group;
    b->work.plan = &b->plan;
    b->work.value = b->value;
    b->work.kind_odds = b->kind_odds;
}

/* Numbers below the limit are surely below p, those two above it surely not. */
static double least_room(const int16_t limit[BLOCK], const long double p[BLOCK])
{
    double room = 2;

    for (size_t j = 0; j < BLOCK; j++) {
        long double at = limit[j] + 32768.0L, exact = p[j] * 65536;
        if (at > 0)
            room = fmin(room, (double)(exact - at));
        room = fmin(room, (double)(at + 2 - exact));
    }
    return room;
}

static void fill(struct bench *b, double width, long double p[2][BLOCK])
{
    for (size_t j = 0; j < BLOCK; j++) {
        b->value[0][j] = width * (2 * case_uniform(3 * j) - 1);
        b->value[1][j] = case_uniform(3 * j + 1);
        b->work.effect[j] = width * (2 * case_uniform(3 * j + 2) - 1);
        long double q = b->value[1][j];
        p[0][j] = 1 / (1 + expl(-((long double)b->value[0][j] + b->work.effect[j])));
        p[1][j] = b->unit.state == 0 ? p[0][j] * q : p[0][j] + (1 - p[0][j]) * q;
    }
}

/* One, whose logits reach over all chances; many, that make the odds' factors large. */
static void limits_leave_room_on_both_sides(void **state)
{
    (void)state;
    static const double width[] = {0.1, 2, 6, 19.9, 40};
    double room = 2;

    for_cases (400) {
        struct bench b;
        long double p[2][BLOCK];
        set_up(&b, (int)(check_case / 5 % 2));
        fill(&b, width[check_case % 5], p);
        find_kind_odds(&b.work, 0);
        find_place_odds(&b.work);
        assert_true(b.work.place_good && b.work.kind_good[0]);
        for (int product = 0; product < 2; product++) {
            set_limits(&b.work, &b.group, 2, product);
            for (int k = 0; k < 2; k++)
                room = fmin(room, least_room(b.work.limit[k], p[k]));
        }
    }
    assert_true(room > 0.25);
    assert_true(room < 0.5);   // the whole number is the nearest
}

static void larger_logits_are_not_taken_apart(void **state)
{
    (void)state;
    struct bench b;
    long double p[2][BLOCK];

    check_case = 1;
    set_up(&b, 0);
    fill(&b, 39, p);
    b.value[0][17] = 40.001;
    b.work.effect[BLOCK - 1] = -40.001;
    find_kind_odds(&b.work, 0);
    find_place_odds(&b.work);
    assert_false(b.work.kind_good[0]);
    assert_false(b.work.place_good);
    b.value[0][17] = HUGE_VAL;
    b.value[0][18] = -HUGE_VAL;
    set_limits(&b.work, &b.group, 2, false);
    assert_int_equal(b.work.limit[0][17], 32767);
    assert_int_equal(b.work.limit[0][18], -32768);
    check_case = 0;
}

int main(void)
{
    const struct CMUnitTest limits[] = {
        property(limits_leave_room_on_both_sides),
        cmocka_unit_test(larger_logits_are_not_taken_apart),
    };
    return cmocka_run_group_tests(limits, NULL, NULL);
}
