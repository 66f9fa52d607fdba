/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: two runs of gnuplot 6.0 with Cairo 1.18.4, two seconds apart (tests/pdf), and
 * a walk through the table of objects by zlib. That gnuplot's own PDFs of this machine
 * are the same twice is tested in test_gnuplot.c. */
#include "check.h"
#include "tn/out/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MOST = 8192 };

static struct tn_arena arena;

static int drop(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

struct pdf {
    size_t len;
    char *bytes;
};

static struct pdf read_run(int run)
{
    char path[60];
    snprintf(path, sizeof path, "tests/pdf/cairo-1.18-run-%d.pdf", run);
    FILE *in = fopen(path, "rb");
    if (!in)
        fail_msg("%s is missing", path);
    struct pdf pdf = {.bytes = tn_new(&arena, char, MOST)};
    pdf.len = fread(pdf.bytes, 1, MOST, in);
    fclose(in);
    assert_in_range(pdf.len, 1000, MOST - 1);
    return pdf;
}

static struct pdf forgotten(struct pdf pdf)
{
    tn_pdf_forget_hour(&arena, &pdf.len, &pdf.bytes);
    return pdf;
}

/* The place of these words at or after from. */
static size_t place_of(const struct pdf *pdf, size_t from, const char *words)
{
    size_t n = strlen(words);

    for (size_t i = from; i + n <= pdf->len; i++)
        if (memcmp(pdf->bytes + i, words, n) == 0)
            return i;
    fail_msg("no '%s' after %zu", words, from);
    return 0;
}

/* The number behind these words. */
static size_t number_behind(const struct pdf *pdf, size_t from, const char *words)
{
    size_t at = place_of(pdf, from, words) + strlen(words);

    return strtoul(tn_arena_text(&arena, pdf->bytes + at, 12), NULL, 10);
}

/* The stream of the object that begins at from, of this many bytes, unpacked. */
static struct pdf stream_at(const struct pdf *pdf, size_t from, size_t len)
{
    size_t at = place_of(pdf, from, "\nstream\n") + 8;
    struct pdf text = {.bytes = tn_new(&arena, char, MOST)};
    uLongf room = MOST - 1;

    assert_int_equal(
        uncompress((Bytef *)text.bytes, &room, (const Bytef *)pdf->bytes + at, len),
        Z_OK);
    text.len = room;
    assert_int_equal(place_of(pdf, at + len, "\nendstream\nendobj\n"), at + len);
    return text;
}

static void two_runs_become_the_same(void **state)
{
    (void)state;
    struct pdf raw[2] = {read_run(1), read_run(2)};
    assert_int_equal(raw[0].len, raw[1].len);
    assert_memory_not_equal(raw[0].bytes, raw[1].bytes, raw[0].len);
    struct pdf a = forgotten(raw[0]), b = forgotten(raw[1]);
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.bytes, b.bytes, a.len);
    struct pdf again = forgotten(a);   // whose places take four bytes each
    assert_ptr_not_equal(again.bytes, a.bytes);
    assert_int_equal(again.len, a.len);
    assert_memory_equal(again.bytes, b.bytes, b.len);
}

static void each_object_is_where_the_table_says(void **state)
{
    (void)state;
    struct pdf pdf = forgotten(read_run(1));
    size_t start = number_behind(&pdf, 0, "\nstartxref\n"), plain = 0;
    struct pdf table = stream_at(&pdf, start, number_behind(&pdf, start, "/Length "));
    size_t rows = number_behind(&pdf, start, "/Size ");
    assert_int_equal(place_of(&pdf, start, "/W [1 4 2]"),
                     place_of(&pdf, start, "/Size ") + strlen("/Size 14\n   "));
    assert_int_equal(rows, 14);
    assert_int_equal(table.len, 7 * rows);
    for (size_t r = 0; r < rows; r++) {
        const unsigned char *row = (const unsigned char *)table.bytes + 7 * r;
        char head[40];
        size_t place = (size_t)row[1] << 24 | (size_t)row[2] << 16 | (size_t)row[3] << 8 |
                       row[4];
        snprintf(head, sizeof head, "%zu 0 obj\n", r);
        if (row[0] == 1) {
            assert_int_equal(place_of(&pdf, place, head), place);
            plain++;
        }
    }
    assert_int_equal(plain, 8);
    assert_memory_equal(pdf.bytes + pdf.len - 7, "\n%%EOF\n", 7);
}

/* The stream has its length in an object of its own, and the hour of none of the runs;
 * all before it is as it was. */
static void the_hour_is_the_first_of_2000(void **state)
{
    (void)state;
    struct pdf before = read_run(1), pdf = forgotten(before);
    size_t at = place_of(&pdf, 0, "\n9 0 obj\n<< /Type /ObjStm\n");
    assert_memory_equal(pdf.bytes, before.bytes, at);
    assert_int_equal(number_behind(&pdf, at, "/Length "), 12);
    struct pdf text = stream_at(&pdf, at, number_behind(&pdf, at, "\n12 0 obj\n   "));
    assert_int_equal(place_of(&text, 0, "/CreationDate (D:20000101000000Z)\n>>"),
                     place_of(&text, 0, "/CreationDate"));
}

static void a_plain_hour_is_set_in_its_place(void **state)
{
    (void)state;
    char text[] = "%PDF-1.5\n<< /CreationDate (D:20261124153850Z)\n>>\n%%EOF\n";
    struct pdf pdf = forgotten((struct pdf){sizeof text - 1, text});
    assert_ptr_equal(pdf.bytes, text);
    assert_string_equal(text,
                        "%PDF-1.5\n<< /CreationDate (D:20000101000000Z)\n>>\n%%EOF\n");
}

static size_t difference(struct pdf a, struct pdf b)
{
    size_t n = a.len != b.len;

    for (size_t i = 0; i < a.len && i < b.len; i++)
        n += a.bytes[i] != b.bytes[i];
    return n;
}

/* Cut anywhere, or with any byte turned, it is left alone or becomes another PDF with an
 * end; nothing beyond it is read (which SAN=1 sees). */
static void what_is_not_as_expected_stays(void **state)
{
    (void)state;
    struct pdf whole = read_run(1);
    for (size_t len = 0; len < whole.len; len++) {
        struct pdf cut = {len, memcpy(malloc(len + !len), whole.bytes, len)};
        struct pdf now = forgotten(cut);
        assert_ptr_equal(now.bytes, cut.bytes);
        assert_int_equal(difference(now, (struct pdf){len, whole.bytes}), 0);
        free(cut.bytes);
    }
    size_t left = 0;
    for (size_t i = 0; i < whole.len; i++) {
        struct pdf bent = {whole.len, memcpy(malloc(whole.len), whole.bytes, whole.len)};
        bent.bytes[i] ^= 21;
        struct pdf now = forgotten(bent);
        left += now.bytes == bent.bytes;
        assert_true(now.bytes == bent.bytes ||
                    memcmp(now.bytes + now.len - 7, "\n%%EOF\n", 7) == 0);
        if (now.bytes == bent.bytes)
            assert_int_equal(difference(now, whole), 1);
        free(bent.bytes);
    }
    assert_in_range(left, 300, whole.len / 2);
}

/* A table whose length is not that of its rows is not understood. */
static void a_table_of_another_shape_stays(void **state)
{
    (void)state;
    static const char *const shape[][2] = {
        {"/Size 14", "/Size 13"},     {"/Size 14", "/Size 15"},
        {"/W [1 2 2]", "/W [1 3 2]"}, {"/W [1 2 2]", "/W [1 2 1]"},
        {"/W [1 2 2]", "/W [2 1 2]"}, {"/W [1 2 2]", "/W [1 5 2]"},
        {"/W [1 2 2]", "/W [1 2 5]"}, {"/W [1 2 2]", "/W [1,2 2]"},
        {"/W [1 2 2]", "/W [1 2,2]"}, {"\n12 0 obj\n", "\n1234567890"}};
    for (size_t i = 0; i < sizeof shape / sizeof *shape; i++) {
        struct pdf pdf = read_run(1);
        memcpy(pdf.bytes + place_of(&pdf, 0, shape[i][0]), shape[i][1],
               strlen(shape[i][1]));
        struct pdf now = forgotten(pdf);
        assert_ptr_equal(now.bytes, pdf.bytes);
    }
}

/* The pdf with a digit, so far behind these words, put up by one (or 9 made 0). */
static struct pdf with_digit(struct pdf pdf, const char *words, size_t behind)
{
    char *digit = pdf.bytes + place_of(&pdf, 0, words) + strlen(words) + behind;

    assert_in_range(*digit, '0', '9');
    *digit = (char)(*digit == '9' ? '0' : *digit + 1);
    return pdf;
}

/* Numbers that contradict the rest of the file: its length, and the table's place. */
static void numbers_that_cannot_be_stay(void **state)
{
    (void)state;
    size_t digits = 0;
    struct pdf whole = read_run(1), bent = with_digit(read_run(1), "\n12 0 obj\n   ", 0);
    assert_ptr_equal(forgotten(bent).bytes, bent.bytes);
    for (char *at = whole.bytes + place_of(&whole, 0, "\nstartxref\n") + 11;
         at[digits] != '\n'; digits++)
        assert_in_range(at[digits], '0', '9');
    for (size_t i = 0; i < digits; i++) {
        bent = with_digit(read_run(1), "\nstartxref\n", i);
        assert_ptr_equal(forgotten(bent).bytes, bent.bytes);
    }
    for (int nine = 0; nine < 2; nine++) {   // before the stream, behind the end
        bent = read_run(1);
        memset(bent.bytes + place_of(&bent, 0, "\nstartxref\n") + 11, nine ? '9' : '0',
               digits);
        assert_ptr_equal(forgotten(bent).bytes, bent.bytes);
    }
    bent = read_run(1);
    bent.bytes[bent.len++] = '\n';
    assert_ptr_equal(forgotten(bent).bytes, bent.bytes);
}

/* An hour that the end cuts is none. */
static void half_an_hour_stays(void **state)
{
    (void)state;
    char text[] = "<< /CreationDate (D:20261124153850";
    struct pdf pdf = forgotten((struct pdf){sizeof text - 1, text});
    assert_ptr_equal(pdf.bytes, text);
    assert_string_equal(text, "<< /CreationDate (D:20261124153850");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(two_runs_become_the_same, drop),
        cmocka_unit_test_teardown(each_object_is_where_the_table_says, drop),
        cmocka_unit_test_teardown(the_hour_is_the_first_of_2000, drop),
        cmocka_unit_test_teardown(a_plain_hour_is_set_in_its_place, drop),
        cmocka_unit_test_teardown(a_table_of_another_shape_stays, drop),
        cmocka_unit_test_teardown(numbers_that_cannot_be_stay, drop),
        cmocka_unit_test_teardown(half_an_hour_stays, drop),
        cmocka_unit_test_teardown(what_is_not_as_expected_stays, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
