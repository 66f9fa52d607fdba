/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: one run of all chunks; merged parts are written with the same bytes. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "scenario.h"
#include "tn/study/partial.h"

enum { DRAWS = 20001, CHUNKS = 10, SEED = 7 };

static const struct tn_input input[] = {
    {.name = "plan.csv",
     .sha256 = "1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014"},
    {.name = "data/priors/default.csv",
     .sha256 = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"},
};

static struct tn_arena arena;
static struct scenario scenario;
static int drawn;   // chunks, by draw_part
static char folder[] = "/tmp/tn-partial-XXXXXX";

static void draw_part(struct tn_arena *in, void *what, uint64_t first, uint64_t last,
                      struct tn_mc_result *result)
{
    const struct scenario *s = what;
    struct tn_mc_request request = {
        .seed = SEED, .draws = DRAWS, .first = first, .last = last, .threads = 1};
    struct tn_mc_result more = {0};

    drawn += (int)(last - first);
    tn_mc_run(in, &s->model, &request, &more);
    if (result->draws)
        tn_mc_add(result, &more);
    else
        *result = more;
}

static const char *in_folder(const char *name)
{
    char *path = tn_new(&arena, char, 128);

    snprintf(path, 128, "%s/%s", folder, name);
    return path;
}

static struct tn_partial part(const char *name, uint64_t first, uint64_t last)
{
    struct tn_partial p = {.path = in_folder(name),
                           .program = "0.1.0",
                           .plan = "data/cam-binh-2024",
                           .seed = SEED,
                           .draws = DRAWS,
                           .first = first,
                           .last = last,
                           .inputs = 2,
                           .input = input};

    draw_part(&arena, &scenario, first, last, &p.result);
    return p;
}

static const char *bytes_of(const char *path, size_t *len)
{
    static char text[1 << 20];
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    *len = fread(text, 1, sizeof text - 1, file);
    text[*len] = '\0';
    fclose(file);
    return tn_arena_text(&arena, text, *len);
}

static void write_bytes(const char *path, const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    fclose(file);
}

static void check_fault(enum tn_fault got, enum tn_fault want, const struct tn_err *err,
                        const char *place, const char *text)
{
    assert_int_equal(got, want);
    assert_string_equal(err->place, place);
    assert_string_equal(err->text[TN_EN], text);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial p = part("a", 3, 7), q = {0};
    size_t len, again;

    assert_int_equal(tn_partial_write(&arena, &p, &err), TN_OK);
    assert_int_equal(tn_partial_read(&arena, p.path, &q, &err), TN_OK);
    assert_string_equal(q.program, p.program);
    assert_string_equal(q.plan, p.plan);
    assert_int_equal(q.first, 3);
    assert_int_equal(q.last, 7);
    assert_int_equal(tn_partial_agree(&p, &q, &err), TN_OK);
    const char *text = bytes_of(p.path, &len);
    q.path = in_folder("b");
    assert_int_equal(tn_partial_write(&arena, &q, &err), TN_OK);
    assert_string_equal(bytes_of(q.path, &again), text);
    assert_int_equal(again, len);
}

static void merged_parts_are_the_whole(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial whole = part("whole", 0, CHUNKS), merged = {0}, read[4] = {{0}};
    struct tn_partial parts[] = {part("0", 8, 10), part("1", 0, 1), part("2", 4, 8),
                                 part("3", 1, 4)};
    size_t len;

    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(tn_partial_write(&arena, &parts[i], &err), TN_OK);
        assert_int_equal(tn_partial_read(&arena, parts[i].path, &read[i], &err), TN_OK);
    }
    assert_int_equal(tn_partial_merge(4, read, &merged, &err), TN_OK);
    assert_int_equal(tn_partial_write(&arena, &whole, &err), TN_OK);
    merged.path = in_folder("merged");
    assert_int_equal(tn_partial_write(&arena, &merged, &err), TN_OK);
    const char *text = bytes_of(whole.path, &len);
    assert_string_equal(bytes_of(merged.path, &len), text);
}

static void parts_that_overlap_or_leave_out_are_refused(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial whole;
    static const struct {
        uint64_t chunk[3][2];
        const char *place, *text;
    } wrong[] = {
        {{{0, 4}, {3, 7}, {7, 10}},
         "x1",
         "chunks 3:4 are in 'x0' too; each may count only once"},
        {{{0, 4}, {0, 4}, {4, 10}},
         "",
         "chunks 0:4 are in 'x' too; each may count only once"},
        {{{0, 4}, {5, 7}, {7, 10}}, "", "chunks 4:5 of 10 are missing"},
        {{{1, 4}, {4, 7}, {7, 10}}, "", "chunks 0:1 of 10 are missing"},
        {{{0, 4}, {4, 7}, {7, 9}}, "", "chunks 9:10 of 10 are missing"},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct tn_partial p[3];
        for (size_t k = 0; k < 3; k++) {
            p[k] = part("x", wrong[i].chunk[k][0], wrong[i].chunk[k][1]);
            p[k].path = i == 1 ? "x" : k == 0 ? "x0" : "x1";
        }
        err = (struct tn_err){0};
        check_fault(tn_partial_merge(3, p, &whole, &err), TN_EDATA, &err,
                    i == 1 ? "x" : wrong[i].place, wrong[i].text);
    }
    assert_int_equal(tn_partial_merge(0, NULL, &whole, &err), TN_EUSAGE);
}

static void parts_of_another_simulation_are_refused(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial a = part("a", 0, 1), whole;
    struct tn_input other[2] = {input[0], input[1]};
    struct tn_partial p[2] = {a, part("b", 1, 10)}, b = p[1];

    a.path = p[0].path = "a";
    b.path = "b";
    other[1].sha256[63] = '3';
    p[1] = b, p[1].program = "0.2.0";
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "was made by version 0.2.0, and 'a' by version 0.1.0");
    p[1] = b, p[1].seed = 8;
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "uses seed 8, and 'a' uses 7");
    p[1] = b, p[1].draws = 20002;
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "is part of 20002 draws, and 'a' is part of 20001");
    p[1] = b, p[1].inputs = 1;
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "was computed from 1 data files, and 'a' from 2");
    p[1] = b, p[1].input = other;
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "was computed from another 'data/priors/default.csv' than 'a'");
    p[1] = b, p[1].result.places = 10;
    check_fault(tn_partial_merge(2, p, &whole, &err), TN_EDATA, &err, "b",
                "counts other villages or numbers of households than 'a'");
    p[1] = b;
    assert_int_equal(tn_partial_merge(2, p, &whole, &err), TN_OK);
}

/* Cut at any length, or with any one byte changed, a file is refused. */
static void damage_is_seen(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial p = part("whole", 0, 1), read;
    size_t len;

    assert_int_equal(tn_partial_write(&arena, &p, &err), TN_OK);
    const char *text = bytes_of(p.path, &len), *path = in_folder("damaged");
    char *changed = tn_new(&arena, char, len + 1);
    for (size_t i = 0; i < len; i += 1 + i / 30) {
        memcpy(changed, text, len);
        changed[i] ^= 1;
        write_bytes(path, changed, len);
        assert_int_equal(tn_partial_read(&arena, path, &read, &err), TN_EDATA);
        write_bytes(path, text, i);
        assert_int_equal(tn_partial_read(&arena, path, &read, &err), TN_EDATA);
    }
    write_bytes(path, text, len - 1);
    err = (struct tn_err){0};
    check_fault(tn_partial_read(&arena, path, &read, &err), TN_EDATA, &err, path,
                "is damaged or cut short; remove it and run this part again");
}

static void other_files_are_named_as_such(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial read;
    const char *path = in_folder("other");

    write_bytes(path, "village,poor\n", 13);
    check_fault(tn_partial_read(&arena, path, &read, &err), TN_EDATA, &err, path,
                "is not a partial simulation of thoatngheo");
    write_bytes(path, "thoatngheo-partial 2\n", 21);
    check_fault(tn_partial_read(&arena, path, &read, &err), TN_EDATA, &err, path,
                "is in format 2, and this program reads format 1 only");
    path = in_folder("nowhere");
    check_fault(tn_partial_read(&arena, path, &read, &err), TN_EDATA, &err, path,
                "this partial simulation cannot be read: No such file or directory");
    check_fault(tn_partial_read(&arena, folder, &read, &err), TN_EDATA, &err, folder,
                "this partial simulation cannot be read: Is a directory");
}

static void finished_chunks_are_not_drawn_again(void **state)
{
    (void)state;
    struct tn_err err = {0};
    struct tn_partial begun = part("resumed", 2, 5), whole = part("straight", 2, 9);
    struct tn_partial p = {.path = begun.path,
                           .program = "0.1.0",
                           .plan = "data/cam-binh-2024",
                           .seed = SEED,
                           .draws = DRAWS,
                           .first = 2,
                           .last = 9,
                           .inputs = 2,
                           .input = input};
    size_t len;

    assert_int_equal(tn_partial_write(&arena, &begun, &err), TN_OK);
    assert_int_equal(tn_partial_write(&arena, &whole, &err), TN_OK);
    const char *straight = bytes_of(whole.path, &len);
    for (int again = 0; again < 2; again++) {
        struct tn_partial q = p;
        drawn = 0;
        assert_int_equal(tn_partial_run(&arena, &q, draw_part, &scenario, &err), TN_OK);
        assert_int_equal(drawn, again ? 0 : 4);
        assert_int_equal(q.result.draws, 7 * TN_MC_CHUNK);
        assert_string_equal(bytes_of(p.path, &len), straight);
    }
    p.seed = 8;
    check_fault(tn_partial_run(&arena, &p, draw_part, &scenario, &err), TN_EDATA, &err,
                p.path,
                "holds another simulation already; remove it or choose another name");
    p.seed = SEED;
    p.first = 1;
    assert_int_equal(tn_partial_run(&arena, &p, draw_part, &scenario, &err), TN_EDATA);
    assert_string_equal(bytes_of(p.path, &len), straight);
}

static void ranges_are_two_numbers_in_order(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "3",
                                        "3:",
                                        ":5",
                                        "5:5",
                                        "6:5",
                                        "0:11",
                                        "0:5 ",
                                        "-1:5",
                                        "+0:5",
                                        "0:5x",
                                        "0x1:5",
                                        "00000000000000000000:5"};
    struct tn_err err = {0};
    uint64_t first = 77, last = 78;

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(tn_partial_range(wrong[i], 10, &first, &last, &err), TN_EUSAGE);
    assert_int_equal(first, 77);
    assert_string_equal(err.text[TN_EN],
                        "'00000000000000000000:5' is no range of chunks; "
                        "write A:B with 0 <= A < B <= 10");
    assert_int_equal(tn_partial_range("3:10", 10, &first, &last, &err), TN_OK);
    assert_int_equal(first, 3);
    assert_int_equal(last, 10);
}

int main(void)
{
    const struct CMUnitTest partial[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(merged_parts_are_the_whole),
        cmocka_unit_test(parts_that_overlap_or_leave_out_are_refused),
        cmocka_unit_test(parts_of_another_simulation_are_refused),
        cmocka_unit_test(damage_is_seen),
        cmocka_unit_test(other_files_are_named_as_such),
        cmocka_unit_test(finished_chunks_are_not_drawn_again),
        cmocka_unit_test(ranges_are_two_numbers_in_order),
    };

    static const char *const name[] = {"a",       "b",     "whole",   "merged",
                                       "0",       "1",     "2",       "3",
                                       "damaged", "other", "resumed", "straight"};

    if (!mkdtemp(folder))
        return 1;
    scenario_fill_uncertain(&scenario);
    int failed = cmocka_run_group_tests(partial, NULL, NULL);
    for (size_t i = 0; i < sizeof name / sizeof *name; i++)
        unlink(in_folder(name[i]));
    failed += rmdir(folder) != 0;
    tn_arena_free(&arena);
    return failed;
}
