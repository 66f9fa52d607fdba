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

/* Under AddressSanitizer whatever is not an object, or is none any more, may not be
 * touched: the byte behind each, and all of them after a rewind. */
#if defined __SANITIZE_ADDRESS__
#define SEES_OVERRUNS 1
#elif defined __has_feature
#define SEES_OVERRUNS __has_feature(address_sanitizer)
#else
#define SEES_OVERRUNS 0
#endif

#if SEES_OVERRUNS
#include <sanitizer/asan_interface.h>

static void what_is_no_object_is_poisoned(void **state)
{
    (void)state;
    enum { OBJECTS = 20 };
    struct tn_arena arena = {0};
    const char *object[OBJECTS];

    for_cases (200) {
        size_t n[OBJECTS];
        struct tn_mark mark = tn_arena_mark(&arena);
        for (uint64_t i = 0; i < OBJECTS; i++) {
            n[i] = (size_t)(case_uniform(i) * case_uniform(i) * 20000);
            object[i] = tn_new(&arena, char, n[i]);
        }
        for (size_t i = 0; i < OBJECTS; i++) {
            assert_null(__asan_region_is_poisoned((void *)(uintptr_t)object[i], n[i]));
            assert_true(__asan_address_is_poisoned(object[i] + n[i]));
        }
        if (check_case % 2)
            tn_arena_free(&arena);
        else
            tn_arena_rewind(&arena, mark);
        for (size_t i = 0; i < OBJECTS; i++)
            assert_true(__asan_address_is_poisoned(object[i]));
    }
    tn_arena_free(&arena);
}
#endif

int main(void)
{
    const struct CMUnitTest arena[] = {
        property(objects_are_zeroed_aligned_and_apart),
        property(rewinding_gives_the_same_room_again),
#if SEES_OVERRUNS
        property(what_is_no_object_is_poisoned),
#endif
    };
    return cmocka_run_group_tests(arena, NULL, NULL);
}
