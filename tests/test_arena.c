/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "tn/base/arena.h"

static void objects_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    for_cases (1000) {
        size_t n = (size_t)(case_uniform(0) * 5000);
        double *a = tn_new(&arena, double, n);
        char *b = tn_new(&arena, char, n);
        assert_int_equal((uintptr_t)a % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++) {
            assert_true(a[i] == 0 && b[i] == 0);
            a[i] = -1;
            b[i] = 1;
        }
    }
    tn_arena_free(&arena);
}

static void rewinding_gives_the_same_room_again(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    double *kept = tn_new(&arena, double, 3);
    kept[2] = 7;
    for_cases (1000) {
        struct tn_mark mark = tn_arena_mark(&arena);
        (void)tn_new(&arena, double, 20000);
        tn_arena_rewind(&arena, mark);
    }
    check_rel(kept[2], 7, 0);
    tn_arena_free(&arena);
    assert_null(arena.top);
}

int main(void)
{
    const struct CMUnitTest arena[] = {
        property(objects_are_zeroed_aligned_and_apart),
        property(rewinding_gives_the_same_room_again),
    };
    return cmocka_run_group_tests(arena, NULL, NULL);
}
