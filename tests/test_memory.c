/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "tn/base/memory.h"

#include <string.h>

static void what_is_written_is_kept(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_memory memory;
    size_t len;

    for_cases (50) {
        FILE *out = tn_memory_open(&memory);
        for (uint32_t i = 0; i < 100 * check_case; i++)
            fputc('a' + (int)(i % 26), out);
        const char *text = tn_memory_close(&arena, &memory, &len);
        assert_int_equal(len, 100 * check_case);
        assert_int_equal(strlen(text), len);
        assert_int_equal(text[len - 1], 'a' + (int)((len - 1) % 26));
        assert_null(memory.out);
    }
    FILE *out = tn_memory_open(&memory);
    fwrite("a\0b", 1, 3, out);
    assert_memory_equal(tn_memory_close(&arena, &memory, &len), "a\0b", 4);
    assert_int_equal(len, 3);
    tn_memory_open(&memory);
    assert_string_equal(tn_memory_close(&arena, &memory, NULL), "");
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest memory_[] = {property(what_is_written_is_kept)};
    return cmocka_run_group_tests(memory_, NULL, NULL);
}
