/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces beside the file that they are cut from; rows that several readers share beside
 * those of one. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scratch.h"
#include "tn/base/hash.h"
#include "tn/data/flags.h"
#include "tn/data/pieces.h"

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    return scratch_make("pieces");
}

enum { ROOM = 4 * 1024 * 1024 };

/* A row by its pattern: # is its number, @ a village's, ^ the next flag. */
static char *put_row(char *end, const char *pattern, int i)
{
    uint32_t x = (uint32_t)i * 2654435761u;

    for (; *pattern; pattern++)
        if (*pattern == '#')
            end += sprintf(end, "%d", i);
        else if (*pattern == '@')
            end += sprintf(end, "%d", (int)(x >> 8) % 30);
        else if (*pattern == '^')
            *end++ = (char)('0' + ((x <<= 1) >> 31));
        else
            *end++ = *pattern;
    return end;
}

/* A file of such rows with head before and tail after them. */
static const char *made(const char *head, const char *pattern, int rows, const char *tail)
{
    char *path = tn_new(&arena, char, 300), *text = tn_new(&arena, char, ROOM);
    char *end = text + sprintf(text, "%s", head);

    for (int i = 1; i <= rows; i++)
        end = put_row(end, pattern, i);
    end += sprintf(end, "%s", tail);
    snprintf(path, 300, "%s/h.csv", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, (size_t)(end - text), file), (size_t)(end - text));
    fclose(file);
    return path;
}

/* What a reader got, whatever the order. */
struct got {
    size_t rows;
    uint64_t sum;
};

static void take(void *context, const struct tn_flags_row *row)
{
    struct got *got = context;
    uint64_t hash = tn_hash_fast(row->group_len[0], row->group[0], row->deprived);

    got->rows++;
    got->sum += tn_hash_fast(sizeof row->missing, &row->missing, hash) >> 8;
}

static size_t forgotten;

static void again(void *context)
{
    forgotten++;
    *(struct got *)context = (struct got){0};
}

/* All that reading says, and its rows. */
struct outcome {
    bool read;
    struct got all;
    char *said, *sha;
    size_t rows;
};

static struct outcome read_by(size_t readers, const char *path)
{
    enum { MOST = 8 };
    struct got got[MOST] = {{0, 0}};
    void *context[MOST];
    for (size_t i = 0; i < MOST; i++)
        context[i] = &got[i];
    const struct tn_flags_wanted wanted = {.flags = 2,
                                           .groups = 1,
                                           .flag = {"job", "water"},
                                           .group = {"village"},
                                           .code = "household"};
    const struct tn_flags_taker taker = {take, readers, context, again};
    struct tn_read_options options = {0};
    struct tn_findings findings = {0};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_input *input = tn_new(&arena, struct tn_input, 1);
    struct outcome outcome = {.read = tn_flags_read(&reading, &wanted, &taker, input),
                              .said = tn_new(&arena, char, ROOM)};

    for (size_t i = 0; i < readers; i++) {
        outcome.all.rows += got[i].rows;
        outcome.all.sum += got[i].sum;
    }
    char *end = outcome.said;
    for (const struct tn_finding *f = findings.first; f; f = f->next)
        end += sprintf(end, "%ld:%ld: %s\n", f->line, f->column, f->text.text[TN_EN]);
    outcome.sha = input->sha256;
    outcome.rows = input->rows;
    return outcome;
}

static struct outcome same_for_all(const char *path)
{
    forgotten = 0;
    struct outcome one = read_by(1, path);

    assert_int_equal(one.rows, one.read ? one.all.rows : one.rows);
    for (size_t readers = 2; readers <= 5; readers++) {
        struct outcome several = read_by(readers, path);
        assert_int_equal(several.read, one.read);
        assert_string_equal(several.said, one.said);
        assert_string_equal(several.sha, one.sha);
        if (!one.read)
            continue;
        assert_int_equal(several.all.rows, one.all.rows);
        assert_true(several.all.sum == one.all.sum);
        assert_int_equal(several.rows, one.rows);
    }
    return one;
}

#define HEAD "household,village,job,water\n"

static void shared_rows_are_those_of_one_reader(void **state)
{
    (void)state;
    const struct outcome plain = same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, ""));
    assert_true(plain.read);
    assert_int_equal(plain.rows, 70000);
    assert_string_equal(plain.said, "");
    assert_int_equal(forgotten, 1);   // by the one reader: the others do share
    assert_int_equal(same_for_all(made(HEAD, "#,Village @,^,^\r\n", 60000, "")).rows,
                     60000);
    assert_int_equal(same_for_all(made(HEAD, "#,Village @,^,^\r", 60000, "")).rows,
                     60000);
    assert_int_equal(
        same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, "70001,Last,1,1")).rows,
        70001);
    assert_int_equal(same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, "\n\n")).rows,
                     70000);
    assert_int_equal(
        same_for_all(made("\xEF\xBB\xBF" HEAD, "#,Village @,^,^\n", 70000, "")).rows,
        70000);
    assert_int_equal(same_for_all(made("sep=;\nhousehold;village;job;water\n",
                                       "#;Village @;^;^\n", 70000, ""))
                         .rows,
                     70000);
}

/* Line ends and separators inside quotes belong to their cell. */
static void quoted_rows_are_whole(void **state)
{
    (void)state;
    const struct outcome quoted = same_for_all(
        made(HEAD, "\"#, \"\"x\"\"\nhere\",\"Village, \"\"@\"\"\",\"^\",^\n", 40000, ""));

    assert_true(quoted.read);
    assert_int_equal(quoted.rows, 40000);
    assert_string_equal(quoted.said, "");
    assert_int_equal(forgotten, 1);
}

/* What has to be said is said at the same lines. */
static void what_is_wrong_is_found_where_it_is(void **state)
{
    (void)state;
    static const char *const tail[] = {
        "70001,Village 1,2,0\n",    "70001,Village 1,1\n",   "7,Village 1,1,0\n",
        "70001,Vill\"age,1,0\n",    "70001,\"Village,1,0\n", "70001,,1,0\n",
        "\n\n70001,Village 1,1,0\n"};

    for (size_t i = 0; i < sizeof tail / sizeof *tail; i++) {
        struct outcome outcome = same_for_all(
            made(HEAD, "#,Village @,^,^\n", 70000, tail[i]));
        assert_true(*outcome.said);
        assert_int_equal(outcome.read, i == 6);   // a warning of blank lines
        assert_non_null(strstr(outcome.said, "7000"));
    }
    assert_false(same_for_all(made("village,job\n", "#,@,^,^\n", 90000, "")).read);
}

/* A row that no piece can hold. */
static void a_row_may_be_longer_than_a_piece(void **state)
{
    (void)state;
    char *tail = tn_new(&arena, char, 2 * TN_PIECE);

    memset(tail, ',', 2 * TN_PIECE - 2);
    assert_false(same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, tail)).read);
}

/* Codes in order are in order across pieces; others are looked up. */
static void codes_are_followed_across_pieces(void **state)
{
    (void)state;
    char *rows = tn_new(&arena, char, ROOM), *end = rows;

    for (int i = 70000; i > 60000; i--)
        end += sprintf(end, "H%d,Village,1,0\n", i);
    struct outcome mixed = same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, rows));
    assert_true(mixed.read);
    assert_int_equal(mixed.rows, 80000);
    sprintf(end, "H60001,Village,1,0\n");
    mixed = same_for_all(made(HEAD, "#,Village @,^,^\n", 70000, rows));
    assert_false(mixed.read);
    assert_non_null(strstr(mixed.said, "80002:1: household: the household 'H60001'"));
}

/* Pieces joined are the file, and each ends with a row. */
static void pieces_are_whole_rows(void **state)
{
    (void)state;
    const char *path = made(HEAD, "#,\"a\nb\",@,^,^\n", 70000, "end");
    struct tn_read_options options = {0};
    struct tn_findings findings = {0};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_stream stream;
    struct tn_pieces pieces;
    struct tn_piece piece = {.text = tn_new(&arena, char, TN_PIECE)};
    char *all = tn_new(&arena, char, ROOM), *end = all, sha[TN_DIGEST_HEX];
    size_t n = 0;

    assert_true(tn_stream_open(&stream, &reading));
    assert_true(tn_stream_is_long(&stream));
    assert_true(tn_pieces_begin(&pieces, &arena, &stream));
    for (; tn_pieces_next(&pieces, &piece); n++) {
        assert_int_equal(piece.number, n);
        assert_true(piece.len > 0);
        memcpy(end, piece.text, piece.len);
        end += piece.len;
        bool whole = end[-1] == '\n' && (end[-2] == '0' || end[-2] == '1');
        assert_true(whole || piece.last);
    }
    assert_true(n > 4 && piece.last);
    tn_pieces_end(&pieces);
    tn_stream_close(&stream, sha);
    char *want = scratch_read("h.csv");
    assert_int_equal((size_t)(end - all), strlen(want));
    assert_memory_equal(all, want, strlen(want));
    free(want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(shared_rows_are_those_of_one_reader, give_back),
        cmocka_unit_test_teardown(quoted_rows_are_whole, give_back),
        cmocka_unit_test_teardown(what_is_wrong_is_found_where_it_is, give_back),
        cmocka_unit_test_teardown(a_row_may_be_longer_than_a_piece, give_back),
        cmocka_unit_test_teardown(codes_are_followed_across_pieces, give_back),
        cmocka_unit_test_teardown(pieces_are_whole_rows, give_back),
    };
    return cmocka_run_group_tests(tests, begin, scratch_drop);
}
