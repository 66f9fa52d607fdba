/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: libzip's reader, and the fields of the format (PKWARE's APPNOTE, 4.3.7 and
 * 4.3.12) by hand. The library's own functions stand here once more, to fail on demand.
 */
#define _GNU_SOURCE   // RTLD_NEXT
#include "unzip.h"

#include <dlfcn.h>
#include <stdbool.h>

#include "tn/out/zip.h"

static struct tn_arena arena;
static struct tn_err err;

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

/* ---- a library that fails ---- */

enum failing { NOTHING, CREATE, OPEN, STAT, SIZE, REOPEN, READ, SHORT, CLOSE };
static enum failing failing;
static bool closed;   // the library calls these functions too: not to be failed there

static bool fails(enum failing what)
{
    return failing == what && closed;
}

static void real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

zip_source_t *zip_source_buffer_create(const void *bytes, zip_uint64_t len, int freed,
                                       zip_error_t *error)
{
    zip_source_t *(*call)(const void *, zip_uint64_t, int, zip_error_t *);
    real("zip_source_buffer_create", &call);
    if (failing != CREATE)
        return call(bytes, len, freed, error);
    zip_error_set(error, ZIP_ER_MEMORY, 0);
    return NULL;
}

zip_t *zip_open_from_source(zip_source_t *source, int flags, zip_error_t *error)
{
    zip_t *(*call)(zip_source_t *, int, zip_error_t *);
    real("zip_open_from_source", &call);
    closed = false;
    if (failing != OPEN)
        return call(source, flags, error);
    zip_error_set(error, ZIP_ER_MEMORY, 0);
    return NULL;
}

int zip_source_stat(zip_source_t *source, zip_stat_t *stat)
{
    int (*call)(zip_source_t *, zip_stat_t *);
    real("zip_source_stat", &call);
    int status = call(source, stat);
    if (fails(SIZE))
        stat->valid &= ~(zip_uint64_t)ZIP_STAT_SIZE;
    return fails(STAT) ? -1 : status;
}

int zip_source_open(zip_source_t *source)
{
    int (*call)(zip_source_t *);
    real("zip_source_open", &call);
    return fails(REOPEN) ? -1 : call(source);
}

zip_int64_t zip_source_read(zip_source_t *source, void *to, zip_uint64_t len)
{
    zip_int64_t (*call)(zip_source_t *, void *, zip_uint64_t);
    real("zip_source_read", &call);
    zip_int64_t n = call(source, to, len);
    return fails(READ) ? -1 : fails(SHORT) ? n - 1 : n;
}

int zip_close(zip_t *zip)
{
    int (*call)(zip_t *);
    real("zip_close", &call);
    if (failing != CLOSE) {
        int status = call(zip);
        closed = status == 0;
        return status;
    }
    zip_error_set(zip_get_error(zip), ZIP_ER_WRITE, 28);
    return -1;
}

static void refused(size_t n, const struct tn_zip_part part[], const char *why)
{
    size_t len = 7;
    const char *bytes = NULL;

    err = (struct tn_err){0};
    assert_int_equal(tn_zip(&arena, n, part, &len, &bytes, &err), TN_EFILE);
    assert_string_equal(err.place, "zip");
    assert_string_equal(err.text[TN_EN], why);
}

static void what_the_library_refuses_is_told(void **state)
{
    (void)state;
    const struct tn_zip_part twice[] = {{"a", 1, "x"}, {"b", 1, "y"}, {"a", 1, "z"}};
    const struct tn_zip_part nowhere[] = {{"a", 5, NULL}};

    refused(3, twice, "cannot be written (system error 10: libzip)");     // exists
    refused(1, nowhere, "cannot be written (system error 18: libzip)");   // invalid
    failing = CREATE;
    refused(2, twice, "cannot be written (system error 14: libzip)");   // memory
    failing = OPEN;
    refused(2, twice, "cannot be written (system error 14: libzip)");   // memory
    failing = CLOSE;
    refused(2, twice, "cannot be written (system error 6: libzip)");   // write
    static const enum failing later[] = {STAT, SIZE, REOPEN, READ, SHORT};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        failing = later[i];
        refused(2, twice, "cannot be written (system error 0: libzip)");
    }
    failing = NOTHING;
}

/* ---- one that works ---- */

static unsigned long little_endian(const char *at, int bytes)
{
    unsigned long n = 0;
    while (bytes-- > 0)
        n = n << 8 | (unsigned char)at[bytes];
    return n;
}

/* Local header: signature, version, flags, method, time, date. */
static void has_header(const char *at, size_t len, const char *name)
{
    assert_int_equal(little_endian(at, 4), 0x04034b50);
    assert_int_equal(little_endian(at + 8, 2),
                     len ? 8 : 0);                    // packed, if anything is there
    assert_int_equal(little_endian(at + 10, 2), 0);   // 00:00
    assert_int_equal(little_endian(at + 12, 2), 1 << 5 | 1);   // 1 January 1980
    assert_int_equal(little_endian(at + 22, 4), len);
    assert_int_equal(little_endian(at + 26, 2), strlen(name));
    assert_memory_equal(at + 30, name, strlen(name));
}

static void parts_come_back_in_their_order(void **state)
{
    (void)state;
    enum { MOST = 9, ROOM = 3000 };

    for_cases (60) {
        struct tn_zip_part part[MOST];
        size_t n = 1 + (size_t)(case_uniform(0) * MOST), len[2];
        const char *bytes[2];
        for (size_t i = 0; i < n; i++) {
            char *name = tn_new(&arena, char, 40), *body = tn_new(&arena, char, ROOM);
            snprintf(name, 40, i % 2 ? "thôn/%zu.xml" : "a%zu", i);
            size_t size = (size_t)(case_uniform(10 + i) * case_uniform(20 + i) * ROOM);
            for (size_t k = 0; k < size; k++)
                body[k] = (char)(case_uniform(1000 * i + 100 + k) * 6);
            part[i] = (struct tn_zip_part){name, size, body};
        }
        for (int i = 0; i < 2; i++)
            assert_int_equal(tn_zip(&arena, n, part, &len[i], &bytes[i], &err), TN_OK);
        assert_int_equal(len[0], len[1]);
        assert_memory_equal(bytes[0], bytes[1], len[0]);
        const char *at = bytes[0];
        for (size_t i = 0; i < n; i++) {
            size_t got = 0;
            const char *body = unzip(&arena, len[0], bytes[0], part[i].name, &got);
            assert_non_null(body);
            assert_int_equal(got, part[i].len);
            assert_memory_equal(body, part[i].bytes, got);
            has_header(at, got, part[i].name);
            at += 30 + little_endian(at + 26, 2) + little_endian(at + 28, 2) +
                  little_endian(at + 18, 4);
        }
        assert_int_equal(little_endian(at, 4), 0x02014b50);   // the directory follows
        assert_null(unzip(&arena, len[0], bytes[0], "c", NULL));
    }
}

/* What is much the same is packed to little: the strongest packing, 9. */
static void text_is_packed_well(void **state)
{
    (void)state;
    enum { LONG = 1 << 16 };
    char *text = tn_new(&arena, char, LONG);
    size_t len;
    const char *bytes;

    for (size_t i = 0; i < LONG; i++)
        text[i] = (char)('a' + i * i % 977 % 26);
    const struct tn_zip_part part = {"word/document.xml", LONG, text};
    assert_int_equal(tn_zip(&arena, 1, &part, &len, &bytes, &err), TN_OK);
    assert_int_equal(little_endian(bytes + 6, 2) & 6, 2);   // bits 1 and 2: most packing
    assert_true(len < LONG / 8);
}

int main(void)
{
    const struct CMUnitTest zip[] = {
        cmocka_unit_test_teardown(what_the_library_refuses_is_told, clean),
        property(parts_come_back_in_their_order),
        cmocka_unit_test_teardown(text_is_packed_well, clean),
    };
    return cmocka_run_group_tests(zip, NULL, clean);
}
