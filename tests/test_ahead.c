/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a thread that reads ahead beside those of fread. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tn/data/ahead.h"

enum { BLOCK = 4096 };

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static char *made(size_t len)
{
    char *bytes = tn_new(&arena, char, len + 1);
    uint32_t x = 12345;

    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)((x = x * 1664525u + 1013904223u) >> 24);
    return bytes;
}

static FILE *file_of(size_t len, const char *bytes)
{
    FILE *file = tmpfile();

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    rewind(file);
    return file;
}

/* Sizes about the blocks' ends; the digest is that of all bytes. */
static void blocks_and_digest_are_the_files(void **state)
{
    static const size_t size[] = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 7 * BLOCK, 99999};
    (void)state;

    for (size_t s = 0; s < sizeof size / sizeof *size; s++) {
        char *bytes = made(size[s]), hex[TN_DIGEST_HEX], want[TN_DIGEST_HEX];
        FILE *file = file_of(size[s], bytes);
        struct tn_digest digest, whole;
        size_t at = 0, len = BLOCK;
        int fault = 0;

        tn_digest_start(&digest);
        tn_digest_start(&whole);
        struct tn_ahead *ahead = tn_ahead_start(&arena, file, BLOCK, &digest);
        assert_non_null(ahead);
        while (len == BLOCK) {
            char *block = tn_ahead_next(ahead, &len, &fault);
            assert_int_equal(fault, 0);
            assert_true(at + len <= size[s]);
            assert_memory_equal(block, bytes + at, len);
            memset(block, 'x', len);   // it is the caller's
            at += len;
        }
        tn_ahead_stop(ahead);
        assert_int_equal(at, size[s]);
        tn_digest_add(&whole, size[s], bytes);
        tn_digest_finish(&whole, want);
        tn_digest_finish(&digest, hex);
        assert_string_equal(hex, want);
        fclose(file);
    }
}

/* Wherever the caller gives up, the thread ends. */
static void it_stops_wherever_it_is(void **state)
{
    (void)state;
    char *bytes = made(50 * BLOCK);

    for (int taken = 0; taken < 12; taken++) {
        FILE *file = file_of(50 * BLOCK, bytes);
        struct tn_digest digest;
        size_t len;
        int fault;

        tn_digest_start(&digest);
        struct tn_ahead *ahead = tn_ahead_start(&arena, file, BLOCK, &digest);
        assert_non_null(ahead);
        for (int i = 0; i < taken; i++) {
            char *block = tn_ahead_next(ahead, &len, &fault);
            assert_memory_equal(block, bytes + (size_t)i * BLOCK, BLOCK);
        }
        tn_ahead_stop(ahead);
        fclose(file);
    }
}

/* Of a file without an end, the reading ends with the caller's. */
static void it_stops_though_the_file_does_not(void **state)
{
    (void)state;
    FILE *endless = fopen("/dev/zero", "rb");
    struct tn_digest digest;
    size_t len;
    int fault;

    assert_non_null(endless);
    tn_digest_start(&digest);
    struct tn_ahead *ahead = tn_ahead_start(&arena, endless, BLOCK, &digest);
    assert_non_null(ahead);
    tn_ahead_next(ahead, &len, &fault);
    assert_int_equal(len, BLOCK);
    tn_ahead_stop(ahead);
    fclose(endless);
}

static void a_fault_of_reading_is_handed_over(void **state)
{
    (void)state;
    FILE *folder = fopen("tests", "rb");   // opens, and cannot be read
    struct tn_digest digest;
    size_t len;
    int fault = 0;

    assert_non_null(folder);
    tn_digest_start(&digest);
    struct tn_ahead *ahead = tn_ahead_start(&arena, folder, BLOCK, &digest);
    assert_non_null(ahead);
    tn_ahead_next(ahead, &len, &fault);
    assert_int_equal(len, 0);
    assert_true(fault != 0);
    tn_ahead_stop(ahead);
    fclose(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(blocks_and_digest_are_the_files, give_back),
        cmocka_unit_test_teardown(it_stops_wherever_it_is, give_back),
        cmocka_unit_test_teardown(it_stops_though_the_file_does_not, give_back),
        cmocka_unit_test_teardown(a_fault_of_reading_is_handed_over, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
