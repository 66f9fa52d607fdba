/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's first bytes, and its bytes block by block. Oracle: the bytes that were laid;
 * bounds from both sides. */
#include "check.h"

#include <string.h>
#include <unistd.h>

#include "scratch.h"
#include "tn/data/stream.h"

static struct tn_arena arena;
static struct tn_findings findings;
static struct tn_read_options options;
static struct tn_reading reading;
static struct tn_stream stream;
static char sha256[TN_DIGEST_HEX];

static int begin(void **state)
{
    (void)state;
    return scratch_make("stream");
}

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static bool open_with(const char *path, size_t len, const char *bytes)
{
    findings = (struct tn_findings){0};
    options.bytes = bytes;
    options.len = len;
    reading = (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    return tn_stream_open(&stream, &reading);
}

static bool opens(size_t len, const char *bytes)
{
    bool open = open_with("x.csv", len, bytes);

    tn_stream_close(&stream, sha256);
    return open;
}

static void says(enum tn_severity severity, long line, const char *words)
{
    assert_int_equal(findings.errors + findings.warnings + findings.notes, 1);
    assert_int_equal(findings.first->severity, severity);
    assert_int_equal(findings.first->line, line);
    assert_int_equal(findings.first->column, 0);
    if (!strstr(findings.first->text.text[TN_EN], words))
        fail_msg("%s", findings.first->text.text[TN_EN]);
}

static void files_that_are_no_csv_are_told_by_their_beginning(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *what;
    } known[] = {
        {"PK\x03\x04 more", "workbook"},
        {"pk\x03\x04", "workbook"},
        {"\xD0\xCF\x11\xE0 more", "workbook"},
        {"MIME-Version: 1.0", "web page"},
        {"mime-version:", "web page"},
        {"%PDF-1.4", "PDF"},
        {"%pdf", "PDF"},
        {"{\\rtf1", "RTF (Word)"},
        {"{\"a\":1}", "JSON"},
        {"{\"", "JSON"},
        {"[{\"a\":1}]", "JSON"},
        {"[{", "JSON"},
        {"\x1F\x8B\x08", "gzip"},
        {"\x1F\x8B", "gzip"},
        {"Rar!x", "RAR"},
        {"rar!", "RAR"},
        {"7z\xBC\xAF\x27", "7z"},
        {"7z\xBC\xAF", "7z"},
        {"<a", "web page"},
        {"<Z", "web page"},
        {"<z>", "web page"},
        {"<A>", "web page"},
        {"<!", "web page"},
        {"<?xml", "web page"},
        {" \r\n <p>", "web page"},
        {"\n\n%PDF", "PDF"},
    };
    static const char *const none[] = {"PK\x03",
                                       "\xD0\xCF\x11\xE1",
                                       "MIME-Version;",
                                       "mime-version",
                                       "%pd",
                                       "%pde",
                                       "{\\rt",
                                       "{\\rtg",
                                       "{a",
                                       "{",
                                       "[",
                                       "[a",
                                       "\x1Fg",
                                       "rar",
                                       "rar?",
                                       "7z\xBC",
                                       "7z",
                                       "<",
                                       "<1",
                                       "<`",
                                       "<{",
                                       "<@",
                                       "<[",
                                       "\t<a",
                                       "a <p>",
                                       "< a"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        assert_false(opens(strlen(known[i].bytes), known[i].bytes));
        says(TN_ERROR, 1, known[i].what);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (!opens(strlen(none[i]), none[i]))
            fail_msg("'%s': %s", none[i], findings.first->text.text[TN_EN]);
}

static void marks_of_encodings_are_dropped(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *encoding, *text;
        size_t len, mark;
    } known[] = {
        {"\xEF\xBB\xBF"
         "ab",
         "UTF-8", "ab", 5, 3},
        {"\xFF\xFE"
         "a\0b\0",
         "UTF-16LE", "ab", 6, 2},
        {"\xFE\xFF\0a\0b", "UTF-16BE", "ab", 6, 2},
        {"\xFF\xFE\0\0a\0\0\0", "UTF-32LE", "a", 8, 4},
        {"\0\0\xFE\xFF\0\0\0a", "UTF-32BE", "a", 8, 4},
        {"ab", "UTF-8", "ab", 2, 0},
        {"\xEF\xBB"
         "a",
         "UTF-8",
         "\xEF\xBB"
         "a",
         3, 0},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t len = 0;
        assert_true(open_with("x.csv", known[i].len, known[i].bytes));
        assert_string_equal(stream.encoding, known[i].encoding);
        assert_int_equal(stream.mark, known[i].mark);
        char *text = tn_stream_next(&stream, &len);
        assert_int_equal(len, strlen(known[i].text));
        assert_memory_equal(text, known[i].text, len);
        assert_null(tn_stream_next(&stream, &len));
        tn_stream_close(&stream, sha256);
        assert_null(findings.first);
    }
    assert_false(opens(0, ""));
    says(TN_ERROR, 1, "empty");
    assert_false(opens(3, "\xEF\xBB\xBF"));
    says(TN_ERROR, 1, "empty");
}

/* So many pairs of bytes, of which the first so many have a NUL in their first, and so
 * many in their second. */
static const char *told(size_t pairs, size_t first, size_t second, size_t odd)
{
    char *bytes = tn_new(&arena, char, 2 * pairs + odd + 1);

    memset(bytes, 'a', 2 * pairs + odd);
    for (size_t i = 0; i < pairs; i++) {
        if (i < first)
            bytes[2 * i] = '\0';
        if (i < second)
            bytes[2 * i + 1] = '\0';
    }
    assert_true(opens(2 * pairs + odd, bytes));
    return stream.encoding;
}

static void nuls_tell_sixteen_bits(void **state)
{
    (void)state;
    for (size_t odd = 0; odd < 2; odd++) {
        assert_string_equal(told(3, 0, 3, odd), "UTF-8");   // too few to tell
        assert_string_equal(told(4, 0, 3, odd), "UTF-16LE");
        says(TN_NOTE, 0, "the file is read as UTF-16LE");
        assert_string_equal(told(4, 0, 2, odd), "UTF-8");
        assert_string_equal(told(4, 3, 0, odd), "UTF-16BE");
        assert_string_equal(told(4, 2, 0, odd), "UTF-8");
        assert_string_equal(told(16, 2, 9, odd), "UTF-16LE");
        assert_string_equal(told(16, 3, 9, odd), "UTF-8");
        assert_string_equal(told(16, 2, 8, odd), "UTF-8");
        assert_string_equal(told(16, 9, 2, odd), "UTF-16BE");
        assert_string_equal(told(16, 9, 3, odd), "UTF-8");
        assert_string_equal(told(16, 8, 2, odd), "UTF-8");
        assert_string_equal(told(16, 9, 9, odd), "UTF-8");
    }
    /* 256 pairs are looked at. */
    assert_string_equal(told(600, 0, 129, 0), "UTF-16LE");
    assert_string_equal(told(600, 0, 128, 0), "UTF-8");
    assert_string_equal(told(256, 0, 128, 0), "UTF-8");
    char bytes[516];
    memset(bytes, 'a', sizeof bytes);
    for (size_t i = 0; i < 257; i++)
        bytes[2 * i + 1] = '\0';
    for (size_t i = 0; i < 32; i++)
        bytes[2 * i] = '\0';
    bytes[512] = '\0';   // of the 257th pair
    assert_true(opens(sizeof bytes, bytes));
    assert_string_equal(stream.encoding, "UTF-16LE");
    bytes[510] = '\0';
    assert_true(opens(sizeof bytes, bytes));
    assert_string_equal(stream.encoding, "UTF-8");
}

/* What the user says is for files that need it. */
static void an_encoding_that_is_named_is_used_where_it_is_needed(void **state)
{
    (void)state;
    static const struct {
        const char *named, *bytes, *used;
        size_t notes;
    } known[] = {
        {"windows-1258", "Th\xF4n", "windows-1258", 1},
        {"windows-1258", "Thon", "windows-1258", 0},
        {"windows-1258", "Th\xC3\xB4n", "UTF-8", 0},
        {"windows-1258", "\xEF\xBB\xBFTh\xF4n", "UTF-8", 0},
        {"vni", "Th\xC3\xB4n \xC3", "UTF-8", 0},   // the block's end may cut a letter
        {"vni", "Th\xC3\xB4n \xE1\xBB", "UTF-8", 0},
        {"vni", "Th\xC3\xB4n \xF0\x9F\x98", "UTF-8", 0},
        {"vni",
         "Th\xC3\xB4n \xF0\x9F\x98"
         "ab",
         "vni", 1},
        {"vni",
         "Th\xC3\xB4n \xC3"
         "abc",
         "vni", 1},
        {"vni", "Thon \xC3", "vni", 1},
        {"tcvn3", "\x7F", "tcvn3", 0},
        {"tcvn3", "\x80", "tcvn3", 1},
        {NULL, "Th\xF4n", "UTF-8", 0},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        options.encoding = known[i].named;
        assert_true(opens(strlen(known[i].bytes), known[i].bytes));
        assert_string_equal(stream.encoding, known[i].used);
        assert_int_equal(findings.notes, known[i].notes);
        if (known[i].notes)
            says(TN_NOTE, 0, known[i].used);
    }
    options.encoding = "klingon";
    assert_false(opens(4, "Thon"));
    says(TN_ERROR, 0, "the encoding 'klingon' is not known");
    options.encoding = NULL;
}

/* A MiB and its neighbours; the default is looked up. */
static void files_have_a_limit(void **state)
{
    (void)state;
    enum { MIB = 1024 * 1024 };
    char *bytes = tn_new(&arena, char, MIB + 2);
    size_t len;

    memset(bytes, 'a', MIB + 1);
    options.max_mib = 1;
    for (size_t beyond = 0; beyond < 2; beyond++) {
        size_t all = 0;
        assert_true(open_with("x.csv", MIB + beyond, bytes));
        while (tn_stream_next(&stream, &len))
            all += len;
        assert_int_equal(all, MIB);
        assert_int_equal(findings.errors, beyond);
        if (beyond)
            says(TN_ERROR, 0, "1 MiB");
        tn_stream_close(&stream, sha256);
    }
    options.max_mib = 0.5;
    assert_true(opens(3, "a,b"));
    assert_int_equal(stream.limit, MIB / 2);
    options.max_mib = 0;
    assert_true(opens(3, "a,b"));
    assert_int_equal(stream.limit, 256L * MIB);
}

static char *made(size_t len)
{
    char *bytes = tn_new(&arena, char, len + 1);
    uint32_t x = 4711;

    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)('a' + ((x = x * 1664525u + 1013904223u) >> 24) % 26);
    return bytes;
}

static void digest(size_t len, const char *bytes, char hex[TN_DIGEST_HEX])
{
    struct tn_digest all;

    tn_digest_start(&all);
    tn_digest_add(&all, len, bytes);
    tn_digest_finish(&all, hex);
}

/* The stream, open, to its end or for so many blocks, beside the bytes. */
static void gives(size_t len, const char *bytes, size_t blocks)
{
    char hex[TN_DIGEST_HEX];
    size_t at = 0, part;

    for (char *text; blocks-- && (text = tn_stream_next(&stream, &part));) {
        assert_true(at + part <= len);
        assert_memory_equal(text, bytes + at, part);
        memset(text, '?', part);   // it is the caller's
        at += part;
    }
    if (blocks + 1)
        assert_int_equal(at, len);
    tn_stream_close(&stream, sha256);
    digest(len, bytes, hex);
    assert_string_equal(sha256, hex);
    assert_null(findings.first);
}

static const char *laid(size_t len, const char *bytes)
{
    static char path[300];

    snprintf(path, sizeof path, "%s/x.csv", folder);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, len, out), len);
    fclose(out);
    return path;
}

static void blocks_are_the_bytes_in_order(void **state)
{
    (void)state;
    enum { B = TN_STREAM_BLOCK };
    static const size_t size[] = {1,
                                  2,
                                  B - 1,
                                  B,
                                  B + 1,
                                  3 * B + 7,
                                  TN_AHEAD_LEAST - 1,
                                  TN_AHEAD_LEAST,
                                  TN_AHEAD_LEAST + B + 1};

    for (size_t i = 0; i < sizeof size / sizeof *size; i++) {
        const char *bytes = made(size[i]);
        for (size_t blocks = 0; blocks < 4; blocks++) {   // then it is closed early
            assert_true(open_with("x.csv", size[i], bytes));
            assert_false(tn_stream_is_long(&stream));
            gives(size[i], bytes, blocks ? blocks : SIZE_MAX);
            assert_true(open_with(laid(size[i], bytes), 0, NULL));
            assert_int_equal(tn_stream_is_long(&stream), size[i] >= TN_AHEAD_LEAST);
            gives(size[i], bytes, blocks ? blocks : SIZE_MAX);
        }
    }
}

static void pieces_are_the_bytes_in_order(void **state)
{
    (void)state;
    const size_t size = TN_AHEAD_LEAST + 12345;
    static const size_t room[] = {1000, TN_STREAM_BLOCK, 100001, 1 << 20};
    const char *bytes = made(size), *path = laid(size, bytes);
    char *into = tn_new(&arena, char, 1 << 20), hex[TN_DIGEST_HEX];

    for (size_t i = 0; i < sizeof room / sizeof *room; i++) {
        size_t at = 0, len;
        assert_true(open_with(path, 0, NULL));
        while ((len = tn_stream_take(&stream, room[i], into))) {
            assert_true(len <= room[i] && at + len <= size);
            assert_memory_equal(into, bytes + at, len);
            at += len;
        }
        assert_int_equal(at, size);
        assert_int_equal(stream.block, TN_STREAM_BLOCK);
        tn_stream_close(&stream, sha256);
        digest(size, bytes, hex);
        assert_string_equal(sha256, hex);
    }
    options.encoding = "vni";   // that must be decoded
    assert_true(open_with(path, 0, NULL));
    assert_false(tn_stream_is_long(&stream));
    tn_stream_close(&stream, sha256);
    options.encoding = NULL;
}

static void what_cannot_be_opened_is_said(void **state)
{
    (void)state;
    assert_false(open_with("tests/no-such.csv", 0, NULL));
    tn_stream_close(&stream, sha256);
    says(TN_ERROR, 0, "No such file");
    assert_int_equal(findings.failed, 0);
    assert_false(open_with("tests", 0, NULL));
    tn_stream_close(&stream, sha256);
    says(TN_ERROR, 0, "folder");
    assert_false(open_with("/proc/self/mem", 0, NULL));   // opens, and cannot be read
    tn_stream_close(&stream, sha256);
    says(TN_ERROR, 0, "Input/output error");
    assert_int_equal(findings.failed, 1);
    assert_true(reading.broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(files_that_are_no_csv_are_told_by_their_beginning,
                                  give_back),
        cmocka_unit_test_teardown(marks_of_encodings_are_dropped, give_back),
        cmocka_unit_test_teardown(nuls_tell_sixteen_bits, give_back),
        cmocka_unit_test_teardown(an_encoding_that_is_named_is_used_where_it_is_needed,
                                  give_back),
        cmocka_unit_test_teardown(files_have_a_limit, give_back),
        cmocka_unit_test_teardown(blocks_are_the_bytes_in_order, give_back),
        cmocka_unit_test_teardown(pieces_are_the_bytes_in_order, give_back),
        cmocka_unit_test_teardown(what_cannot_be_opened_is_said, give_back),
    };
    return cmocka_run_group_tests(tests, begin, scratch_drop);
}
