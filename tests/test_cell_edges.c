/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell at a time, by a column made for it. Oracle: the limits of the column, from
 * both sides; the short way through a clean row and the long way through another say the
 * same; Unicode's categories, by utf8proc, for what a name may hold. */
#include "check.h"

#include "tn/base/utf8.h"
#include "tn/data/cell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct tn_arena arena, scratch;
static struct tn_findings findings;
static struct tn_reading reading;

static int begin(void **state)
{
    static const struct tn_read_options options;
    (void)state;
    findings = (struct tn_findings){0};
    reading = (struct tn_reading){
        .arena = &arena, .findings = &findings, .options = &options, .path = "x.csv"};
    return 0;
}

static int end(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    tn_arena_free(&scratch);
    return 0;
}

static struct tn_value read_in(const struct tn_field *field, const char *text, bool clean,
                               bool ascii)
{
    const struct tn_cell_rules rules = {&reading, &scratch, ';'};
    const struct tn_csv_cell cell = {text, (uint32_t)strlen(text), 7};
    const struct tn_csv_row row = {.line = 7,
                                   .clean = clean,
                                   .ascii = clean && ascii,
                                   .nul = -1,
                                   .cells = 1,
                                   .cell = &cell};
    struct tn_value value = {.line = 7, .column = 3};

    findings = (struct tn_findings){0};
    tn_cell_read(&rules, field, &row, &cell, &value);
    assert_true(value.wrong || findings.errors == 0);
    for (const struct tn_finding *f = findings.first; f; f = f->next) {
        assert_int_equal(f->line, 7);
        assert_int_equal(f->column, 3);
    }
    return value;
}

static const char *said(void)
{
    return findings.first ? findings.first->text.text[TN_EN] : "";
}

/* The cell as the short way reads it, and the long one, which must agree. */
static struct tn_value read(const struct tn_field *field, const char *text)
{
    char words[400];
    bool ascii = true, clean = tn_utf8_is_clean(strlen(text), text, &ascii);
    struct tn_value slow = read_in(field, text, false, false);

    snprintf(words, sizeof words, "%s", said());
    struct tn_value value = read_in(field, text, clean, ascii);
    assert_string_equal(said(), words);
    assert_int_equal(value.wrong, slow.wrong);
    if (!value.wrong) {
        assert_string_equal(value.text, slow.text);
        assert_int_equal(value.len, slow.len);
        assert_int_equal(value.len, strlen(value.text));
    }
    return value;
}

static void takes(const struct tn_field *field, const char *text, long count)
{
    struct tn_value value = read(field, text);

    if (value.wrong || *said())
        fail_msg("'%s': %s", text, said());
    assert_int_equal(value.count, count);
    assert_int_equal(read_in(field, text, false, false).count, count);
}

static void refuses(const struct tn_field *field, const char *text, const char *message)
{
    if (!read(field, text).wrong || findings.errors != 1)
        fail_msg("'%s' was read", text);
    assert_string_equal(said(), message);
}

#define NOT_WHOLE \
    " is not a whole number (digits only: no sign, decimals, thousands mark or unit)"

static void counts_at_their_limits(void **state)
{
    (void)state;
    const struct tn_field few = {
        .name = "n", .kind = TN_K_COUNT, .filled = true, .low = 2, .high = 250};
    const struct tn_field all = {.name = "n", .kind = TN_K_COUNT, .high = TN_COUNT_LIMIT};

    takes(&few, "2", 2);
    takes(&few, "250", 250);
    takes(&few, "0250", 250);
    takes(&few, "000000250", 250);   // nine digits, and ten, and more than eighteen
    takes(&few, "0000000250", 250);
    takes(&few, "000000000000000000000250", 250);
    takes(&all, "999999999", 999999999);
    takes(&all, "0", 0);
    takes(&all, "0000000000", 0);
    takes(&all, "234567890", 234567890);
    takes(&all, "", TN_UNKNOWN);
    refuses(&few, "1", "n: '1' is too small, the least is 2");
    refuses(&few, "0", "n: '0' is too small, the least is 2");
    refuses(&few, "000000000000", "n: '000000000000' is too small, the least is 2");
    refuses(&few, "251", "n: '251' is too large, the limit is 250");
    refuses(&few, "100000000000000000",   // eighteen digits, and nineteen
            "n: '100000000000000000' is too large, the limit is 250");
    refuses(&few, "1000000000000000000",
            "n: '1000000000000000000' is too large, the limit is 250");
    refuses(&all, "1000000000", "n: '1000000000' is too large, the limit is 999999999");
    refuses(&all, "18446744073709551617",
            "n: '18446744073709551617' is too large, the limit is 999999999");
    refuses(&all, "4294967297", "n: '4294967297' is too large, the limit is 999999999");
    refuses(&few, "", "n: the cell is empty; a value is needed, 0 where there is none");
    refuses(&few, "3/", "n: '3/'" NOT_WHOLE);   // the signs beside the digits
    refuses(&few, ":3", "n: ':3'" NOT_WHOLE);
    refuses(&few, "-3", "n: '-3'" NOT_WHOLE);
    refuses(&few, "123456789x", "n: '123456789x'" NOT_WHOLE);
}

static void years_at_their_limits(void **state)
{
    (void)state;
    const struct tn_field year = {
        .name = "y", .kind = TN_K_YEAR, .low = 1900, .high = 2100};
    static const char *const bad[] = {"1899", "2101", "900",  "19000", "02000",
                                      "200",  "20x0", "200/", "x000",  "999"};

    takes(&year, "1900", 1900);
    takes(&year, "2100", 2100);
    takes(&year, "2024", 2024);
    takes(&year, "", TN_UNKNOWN);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char message[80];
        snprintf(message, sizeof message, "y: '%s' is not a year (1900 to 2100)", bad[i]);
        refuses(&year, bad[i], message);
    }
}

static void flags_are_0_or_1(void **state)
{
    (void)state;
    const struct tn_field flag = {.name = "f", .kind = TN_K_FLAG, .filled = true};
    static const char *const bad[] = {"2", "/", "00", "10", "01", "x"};

    takes(&flag, "0", 0);
    takes(&flag, "1", 1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char message[80];
        snprintf(message, sizeof message, "f: '%s' must be 0 or 1", bad[i]);
        refuses(&flag, bad[i], message);
    }
    refuses(&flag, "", "f: the cell is empty; a value is needed");
}

static void numbers_at_their_limits(void **state)
{
    (void)state;
    struct tn_field number = {.name = "x", .kind = TN_K_NUMBER, .low = 0.5, .high = 100};

    check_rel(read(&number, "0,5").number.value, 0.5, 0);
    check_rel(read(&number, "100").number.value, 100, 0);
    check_rel(read(&number, "12.50").number.value, 12.5, 0);
    assert_int_equal(read(&number, "12.50").number.decimals, 2);
    assert_true(isnan(read(&number, "").number.value));
    assert_int_equal(read(&number, "").number.decimals, 0);
    refuses(&number, "0.49", "x: '0.49' is outside the range 0.5 - 100");
    refuses(&number, "100.01", "x: '100.01' is outside the range 0.5 - 100");
    refuses(&number, "5 %",
            "x: '5 %' is not a number (written as 2.66 or 2,66, without unit or % sign)");
    number.high = 5000;
    refuses(
        &number, "1.234",
        "x: cannot tell whether '1.234' has a thousands mark or a decimal mark; write "
        "it out as 1.2340, or without thousands mark");
    number.high = HUGE_VAL;
    refuses(&number, "0.25", "x: '0.25' is outside the range > 0");
    number.low = 0;
    refuses(&number, "-1", "x: '-1' is outside the range >= 0");
    check_rel(read(&number, "0").number.value, 0, 0);
}

static void dates_tell_how_they_were_read(void **state)
{
    (void)state;
    const struct tn_field date = {.name = "d", .kind = TN_K_DATE};

    struct tn_value value = read(&date, "31/12/2024");
    assert_int_equal(findings.warnings, 0);
    assert_int_equal(value.date.year, 2024);
    assert_int_equal(value.date.month, 12);
    assert_int_equal(value.date.day, 31);
    value = read(&date, "8.5.24");
    assert_int_equal(value.date.year, 2024);
    assert_int_equal(findings.warnings, 1);
    assert_string_equal(said(), "d: the two-digit year of '8.5.24' is read as 2024");
    value = read(&date, "45351");
    assert_int_equal(findings.warnings, 1);
    assert_string_equal(said(), "d: '45351' is read as an Excel day number: 2024-02-29");
    value = read(&date, "");
    assert_true(!value.date.year && !value.date.month && !value.date.day);
    refuses(&date, "31/2/24",
            "d: '31/2/24' is not a date (written 31/12/2024 or 2024-12-31)");
}

static const struct tn_code codes[] = {
    {"red", {{"đỏ|thắm", "scarlet"}}, 0, NULL},
    {"green", {{"xanh lá", "leafy"}}, 0, "lá cây|lục"},
    {"blue", {{"xanh dương", "azure"}}, 0, "da trời"},
};
static const struct tn_field colour = {
    .name = "c", .kind = TN_K_CODE, .codes = 3, .vocab = codes};
static const struct tn_field pair = {
    .name = "c", .kind = TN_K_CODE, .codes = 2, .vocab = codes};
static const struct tn_field colours = {
    .name = "l", .kind = TN_K_LIST, .codes = 3, .vocab = codes};

static void codes_are_known_by_each_of_their_names(void **state)
{
    (void)state;
    static const char *const name[3][7] = {
        {"red", "RED", " Red ", "đỏ", "thắm", "scarlet", "THẮM"},
        {"green", "xanh lá", "leafy", "Lá cây", "lục", "XANH LÁ", "xanh  lá"},
        {"blue", "xanh dương", "azure", "da trời", "DA TRỜI", "Blue", "\tblue"}};

    for (long c = 0; c < 3; c++)
        for (size_t i = 0; i < 7; i++) {
            takes(&colour, name[c][i], c);
            if (c < 2)
                takes(&pair, name[c][i], c);
        }
    refuses(
        &pair, "gree",
        "c: 'gree' is not known (nearest: green); one of these is needed: red, green");
    refuses(&pair, "blue", "c: 'blue' is not known; one of these is needed: red, green");
    refuses(&colour, "scarlat",
            "c: 'scarlat' is not known; one of these is needed: red, green, blue");
    refuses(&colour, "xanh duong",
            "c: 'xanh duong' is not known (nearest: blue); one of these is needed: red, "
            "green, blue");
    refuses(&colour, "la cay",
            "c: 'la cay' is not known (nearest: green); one of these is needed: red, "
            "green, blue");
    refuses(&colour, "redd",
            "c: 'redd' is not known (nearest: red); one of these is needed: red, green, "
            "blue");
    refuses(&colour,
            "re\xE2\x80\xAE"
            "d",
            "c: 'reU+202Ed' holds a character that cannot be shown; type the cell anew");
    takes(&colour, "", TN_UNKNOWN);
}

/* Each item with a colour, an own word, or nothing. */
static void lists_are_parted_by_bars_alone(void **state)
{
    (void)state;
    char text[600];

    takes(&colours, "red", TN_UNKNOWN);
    takes(&colours, "red|my own | lục", TN_UNKNOWN);
    takes(&colours, "my,own;word", TN_UNKNOWN);
    refuses(&colours, "red||blue",
            "l: 'red||blue' has an empty part between its | marks");
    refuses(&colours, "|red", "l: '|red' has an empty part between its | marks");
    refuses(&colours, "red|", "l: 'red|' has an empty part between its | marks");
    refuses(&colours, "red|  |x", "l: 'red|  |x' has an empty part between its | marks");
    for (const char *mark = ",;/+&"; *mark; mark++)
        for (size_t k = 0; k < 4; k++) {
            static const char *const form[] = {"red~own", "own~red", "a~b~blue",
                                               "x|red~green"};
            char item[20], message[120];
            strcpy(item, form[k]);
            for (char *c = item; *c; c++)
                *c = *c == '~' ? *mark : *c;
            snprintf(message, sizeof message,
                     "l: the items of '%s' must be joined by |, not by '%c'", item,
                     *mark);
            refuses(&colours, item, message);
        }
    refuses(&colours, "own,red;x",   // the mark after the code, else the one before
            "l: the items of 'own,red;x' must be joined by |, not by ';'");
    refuses(&colours, "red\nblue", "l: the name 'red\\x0Ablue' must be on one line");
    refuses(&colours, "red\tblue",
            "l: 'red\\x09blue' holds a control character; type the cell anew");
    memset(text, 'w', sizeof text);
    memcpy(text, "red|", 4);
    text[4 + TN_NAME_LIMIT] = '\0';
    takes(&colours, text, TN_UNKNOWN);
    text[4 + TN_NAME_LIMIT] = 'w', text[4 + TN_NAME_LIMIT + 1] = '\0';
    assert_true(read(&colours, text).wrong);
    assert_non_null(strstr(said(), "longer than the limit of 256 bytes"));

    assert_false(read(&colours, "my own|bleu").wrong);   // a slip, perhaps
    assert_int_equal(findings.warnings, 1);
    assert_string_equal(said(), "l: 'bleu' is close to 'blue'; mend it if it is a slip");
}

static size_t items(const char *text, const char ***item)
{
    struct tn_value value = {.text = text, .len = (uint32_t)strlen(text)};

    return tn_cell_list(&arena, &colours, &value, item);
}

static void lists_come_apart_as_codes(void **state)
{
    (void)state;
    const char **item = NULL;

    assert_int_equal(items("", &item), 0);
    assert_int_equal(items("my own", &item), 1);
    assert_string_equal(item[0], "my own");
    assert_int_equal(items("a |  b c ", &item), 2);
    assert_string_equal(item[0], "a");
    assert_string_equal(item[1], "b c");
    assert_int_equal(items("  Đỏ |x y  |  da trời ", &item), 3);
    assert_string_equal(item[0], "red");
    assert_string_equal(item[1], "x y");
    assert_string_equal(item[2], "blue");
    assert_string_equal(tn_vocab_list(&arena, colour.codes, colour.vocab),
                        "red, green, blue");
    assert_string_equal(tn_vocab_list(&arena, 1, codes), "red");
}

static void the_nearest_code_is_by_any_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t near;
    } known[] = {{"rad", 0},     {"do tham", 0}, {"do|tham", 0},    {"grean", 1},
                 {"xanh lo", 1}, {"la cai", 1},  {"xanh duong", 2}, {"da troi", 2},
                 {"luk", 2},     {"", 3},        {"bloe", 2}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t near = tn_code_nearest(&scratch, &colour, strlen(known[i].text),
                                      known[i].text);
        if (near != known[i].near)
            fail_msg("'%s' is near to %zu", known[i].text, near);
    }
    assert_int_equal(tn_code_meant(&scratch, &colour, 2, "redx"), 3);
    assert_int_equal(tn_code_meant(&scratch, &colour, 3, "redx"), 0);
}

static void names_at_their_limits(void **state)
{
    (void)state;
    const struct tn_field name = {.name = "n", .kind = TN_K_NAME, .filled = true};
    const struct tn_field key = {.name = "n", .kind = TN_K_NAME, .key = "x.csv"};
    const struct tn_field text = {.name = "t", .kind = TN_K_TEXT, .filled = true};
    char longest[TN_NAME_LIMIT + 2];

    memset(longest, 'w', sizeof longest);
    for (int wide = 0; wide < 2; wide++) {   // ASCII alone, and not
        memcpy(longest, wide ? "\xC3\xB4" : "ww", 2);
        longest[TN_NAME_LIMIT] = '\0';
        assert_false(read(&name, longest).wrong);
        longest[TN_NAME_LIMIT] = 'w', longest[TN_NAME_LIMIT + 1] = '\0';
        assert_true(read(&name, longest).wrong);
        assert_non_null(strstr(said(), "longer than the limit of 256 bytes"));
        assert_false(read(&text, longest).wrong);
    }
    refuses(&name, "", "n: the cell is empty; a name is needed");
    refuses(&text, "", "t: the cell is empty; a name is needed");
    refuses(&name, "\xC2\xA0", "n: the cell is empty; a name is needed");
    assert_string_equal(read(&key, "").text, "");
    assert_string_equal(read(&name, " \tA b\xE2\x80\x8B \xC2\xA0").text, "A b");
    assert_string_equal(read(&name, "A\xC2\xAD"
                                    "b")
                            .text,
                        "Ab");
    assert_string_equal(read(&text, " A ").text, " A ");
    assert_string_equal(read(&name, "Bi\xCC\x80nh").text, "B\xC3\xACnh");   // composed
    refuses(&name, "A\nb", "n: the name 'A\\x0Ab' must be on one line");
    refuses(&name, "A\tb", "n: 'A\\x09b' holds a control character; type the cell anew");
    assert_false(read(&text, "A\nb\tc").wrong);
    refuses(&name, "A\x1F", "n: 'A\\x1F' holds a control character; type the cell anew");
    refuses(&text, "A\x7F", "t: 'A\\x7F' holds a control character; type the cell anew");
    assert_true(read(&name, "A").ascii && read(&name, "~}!").ascii);
    assert_true(read_in(&name, "An Phu", true, false).ascii);   // of a row that is not
    assert_false(read(&name, "\xC3\xB4").ascii);
}

static void what_a_formula_left_is_told(void **state)
{
    (void)state;
    const struct tn_field name = {.name = "n", .kind = TN_K_NAME};
    static const char *const bad[] = {"#N/A", "#REF!", "#NAME?", "#DIV/0!",
                                      "#AB!", "###",   "####",   "#NULL!"};
    static const char *const good[] = {"#",      "##",    "#A!",    "#1",  "#REF", "#!",
                                       "#REF!x", "#N/AA", "#REF!!", "N/A", "#ref!"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char message[120];
        snprintf(
            message, sizeof message,
            "n: '%s' is a formula error copied from Excel; mend the formula and save "
            "again",
            bad[i]);
        refuses(&name, bad[i], message);
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (read(&name, good[i]).wrong)
            fail_msg("'%s': %s", good[i], said());
}

static void letters_that_were_lost_are_told_of_names(void **state)
{
    (void)state;
    const struct tn_field name = {.name = "n", .kind = TN_K_NAME};
    const struct tn_field key = {.name = "n", .kind = TN_K_NAME, .key = "x.csv"};
    const struct tn_field text = {.name = "t", .kind = TN_K_TEXT};
    static const char *const bad[] = {"?", "??", "? ?", "Th?n Ch?", "Ng??i"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        reading.hopeless = false, reading.guessed = 0;
        assert_true(read_in(&name, bad[i], true, true).wrong);
        assert_non_null(strstr(said(), "lost letters when it was saved"));
        assert_false(read_in(&key, bad[i], true, true).wrong);
        assert_false(read_in(&text, bad[i], true, true).wrong);
    }
    assert_false(read_in(&name, "Sao?", true, true).wrong);
    reading.hopeless = false, reading.guessed = 0;
    assert_true(read_in(&name, "Tho\xC3\xA2n Ch\xC3\xB4\xC3\xAF", true, false).wrong);
    reading.hopeless = false, reading.guessed = 0;
}

/* Letters that the eye does not see, and blanks beyond ASCII. */
static bool is_let_be(int32_t code)
{
    static const int32_t more[] = {0xA0,   0xAD,   0x200B, 0x200C, 0x200D, 0x200E,
                                   0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF};

    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (code == more[i])
            return true;
    return code >= 0x2000 && code <= 0x200A;
}

static void each_letter_shows_or_is_refused(void **state)
{
    (void)state;
    const struct tn_cell_rules rules = {&reading, &scratch, ';'};

    for (int32_t code = 0xA0; code < 0x3100; code++) {
        char text[8] = "ab";
        size_t len = 2;
        if (code < 0x800) {
            text[len++] = (char)(0xC0 | code >> 6);
        } else {
            text[len++] = (char)(0xE0 | code >> 12);
            text[len++] = (char)(0x80 | (code >> 6 & 0x3F));
        }
        text[len++] = (char)(0x80 | (code & 0x3F));
        const struct tn_csv_cell cell = {text, (uint32_t)len, 1};
        bool want = tn_utf8_visible(code) || is_let_be(code);
        if (tn_cell_shows(&rules, "n", &cell, 1) != want)
            fail_msg("U+%04X", (unsigned)code);
    }
}

/* Of files that no schema tells of. */
static void names_beyond_a_schema_are_names_too(void **state)
{
    (void)state;
    const struct tn_cell_rules rules = {&reading, &scratch, ';'};
    char longest[TN_NAME_LIMIT + 2];
    static const struct {
        const char *text;
        bool clean, good;
    } known[] = {{"", true, true},        {"An", true, true},
                 {"An", false, true},     {"A\nb", true, false},
                 {"A\tb", true, false},   {"A\x01", false, false},
                 {"A\xFF", false, false}, {"\xE2\x80\xAE", true, false}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct tn_csv_cell cell = {known[i].text, (uint32_t)strlen(known[i].text),
                                         1};
        const struct tn_csv_row row = {
            .line = 1, .clean = known[i].clean, .nul = -1, .cells = 1, .cell = &cell};
        findings = (struct tn_findings){0};
        if (tn_cell_is_name(&rules, "n", &row, &cell, 1) != known[i].good)
            fail_msg("'%s'", known[i].text);
        assert_int_equal(findings.errors, !known[i].good);
    }
    memset(longest, 'w', sizeof longest);
    for (uint32_t len = TN_NAME_LIMIT; len < TN_NAME_LIMIT + 2; len++) {
        longest[len] = '\0';
        const struct tn_csv_cell cell = {longest, len, 1};
        const struct tn_csv_row row = {
            .line = 1, .clean = true, .cells = 1, .cell = &cell};
        assert_int_equal(tn_cell_is_name(&rules, "n", &row, &cell, 1),
                         len == TN_NAME_LIMIT);
        longest[len] = 'w';
    }
    const struct tn_csv_cell nul = {"a\0b", 3, 1};
    const struct tn_csv_row row = {.line = 1, .nul = 42, .cells = 1, .cell = &nul};
    findings = (struct tn_findings){0};
    assert_false(tn_cell_is_text(&rules, "n", &row, &nul, 1));
    assert_string_equal(said(),
                        "n: 'a\\x00b' holds a NUL byte (byte 42 of the file); the "
                        "file is damaged or no text");
}

/* Of a group: a name all of whose letters show. */
static void labels_hide_nothing(void **state)
{
    (void)state;
    const struct tn_cell_rules rules = {&reading, &scratch, ';'};
    static const struct {
        const char *text;
        bool good;
    } known[] = {{"", true},
                 {" ~", true},
                 {"\xE1\xB8\x80\xE1\xBB\xBF", true},
                 {"\xC3\xB4", true},
                 {"\xC2\xB7", true},
                 {"\xE8\xB2\xA7", true},
                 {"\xC2\xAD", false},
                 {"\xE2\x80\x8B", false},
                 {"a\xEF\xBB\xBF", false},
                 {"a\nb", false},
                 {"a\tb", false},
                 {"\xE2\x80\xAE", false},
                 {"\xE2\xBA\x9A", false}};
    char longest[TN_NAME_LIMIT + 2];

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct tn_csv_cell cell = {known[i].text, (uint32_t)strlen(known[i].text),
                                         1};
        const struct tn_csv_row row = {
            .line = 1, .clean = true, .cells = 1, .cell = &cell};
        findings = (struct tn_findings){0};
        if (tn_cell_is_label(&rules, "n", &row, &cell, 1) != known[i].good)
            fail_msg("'%s'", known[i].text);
        assert_int_equal(findings.errors, !known[i].good);
    }
    memset(longest, 'w', sizeof longest);
    for (uint32_t len = TN_NAME_LIMIT; len < TN_NAME_LIMIT + 2; len++) {
        longest[len] = '\0';
        const struct tn_csv_cell cell = {longest, len, 1};
        const struct tn_csv_row row = {.line = 1, .clean = true, .ascii = true};
        assert_int_equal(tn_cell_is_label(&rules, "n", &row, &cell, 1),
                         len == TN_NAME_LIMIT);
        longest[len] = 'w';
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_at_their_limits, begin, end),
        cmocka_unit_test_setup_teardown(years_at_their_limits, begin, end),
        cmocka_unit_test_setup_teardown(flags_are_0_or_1, begin, end),
        cmocka_unit_test_setup_teardown(numbers_at_their_limits, begin, end),
        cmocka_unit_test_setup_teardown(dates_tell_how_they_were_read, begin, end),
        cmocka_unit_test_setup_teardown(codes_are_known_by_each_of_their_names, begin,
                                        end),
        cmocka_unit_test_setup_teardown(lists_are_parted_by_bars_alone, begin, end),
        cmocka_unit_test_setup_teardown(lists_come_apart_as_codes, begin, end),
        cmocka_unit_test_setup_teardown(the_nearest_code_is_by_any_spelling, begin, end),
        cmocka_unit_test_setup_teardown(names_at_their_limits, begin, end),
        cmocka_unit_test_setup_teardown(what_a_formula_left_is_told, begin, end),
        cmocka_unit_test_setup_teardown(letters_that_were_lost_are_told_of_names, begin,
                                        end),
        cmocka_unit_test_setup_teardown(each_letter_shows_or_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(labels_hide_nothing, begin, end),
        cmocka_unit_test_setup_teardown(names_beyond_a_schema_are_names_too, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
