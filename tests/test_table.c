/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the same rows with their columns in another order, apart from one another, and
 * with their cells in quotes: whichever short ways the reader takes, it must say the same
 * of each row. */
#include "check.h"

#include "tn/data/household.h"

#include <stdio.h>
#include <string.h>

enum { ROWS = 40, FLAGS = 12, OTHERS = 5, COLUMNS = OTHERS + FLAGS, SAID = 20000 };

static const char *const column[COLUMNS] = {
    "household",         "village",         "status",          "members",
    "workers",           "employment",      "dependants",      "nutrition",
    "health_insurance",  "adult_education", "child_schooling", "housing_quality",
    "housing_area",      "water",           "sanitation",      "telecom",
    "information_device"};

static const char *const village[] = {"An", "Ba", "Bình Hòa"};
static const char *const odd[COLUMNS][6] = {
    {"", "H 1", "h#1",
     "X\xC2\xA0"
     "9",
     "H?1", "#N/A"},
    {"Bình Hoà", "Bo", "An", "AN", "", " An "},
    {"poorly", "near_poor", "nghèo", "", "POOR", "poor "},
    {"0", "x", "1.5", "007", "1000000000", ""},
    {"7", "-1", "", " 3", "1e3", "12 "},
};
static const char *const odd_flag[6] = {"2", "", " 1", "01", "x", "0 "};

/* What a reading says: its households and its errors, a line each. */
struct said {
    size_t len;
    char text[SAID];
};

static void say(struct said *said, const char *text)
{
    size_t len = strlen(text);
    assert_true(said->len + len < SAID);
    memcpy(said->text + said->len, text, len + 1);
    said->len += len;
}

static void put(void *context, const struct tn_household *h)
{
    char line[200];

    snprintf(line, sizeof line, "%ld %s %zu %d %ld %ld ", h->line, h->code, h->village,
             (int)h->status, h->members, h->workers);
    say(context, line);
    for (int j = 0; j < TN_INDICATORS; j++)
        say(context, h->deprived[j] < 0 ? "-" : h->deprived[j] ? "1" : "0");
    say(context, "\n");
}

static void cell_of(char cell[64], int row, int c, double strange)
{
    double u = case_uniform((uint64_t)(row * COLUMNS + c) * 2);
    int pick = (int)(6 * case_uniform((uint64_t)(row * COLUMNS + c) * 2 + 1));

    if (u < strange)
        strcpy(cell, c < OTHERS ? odd[c][pick] : odd_flag[pick]);
    else if (c == 0)
        snprintf(cell, 64, "H%03d", row + 1);
    else if (c == 1)
        strcpy(cell, village[row / 4 % 3]);
    else if (c == 2)
        strcpy(cell, pick % 2 ? "poor" : "near_poor");
    else
        snprintf(cell, 64, "%d", c < OTHERS ? 1 + pick : pick % 2);
}

enum layout { SIDE_BY_SIDE, APART, BACKWARDS, QUOTED, LAYOUTS };

static char *put_row(char *end, enum layout layout, int row, double strange)
{
    for (int i = 0; i < COLUMNS; i++) {
        char cell[64];
        int c = layout == APART       ? (5 * i + 3) % COLUMNS
                : layout == BACKWARDS ? COLUMNS - 1 - i
                                      : i;
        const char *quote = layout == QUOTED && row >= 0 ? "\"" : "";
        if (row < 0)
            strcpy(cell, column[c]);
        else
            cell_of(cell, row, c, strange);
        end += sprintf(end, "%s%s%s%s", i ? ";" : "", quote, cell, quote);
    }
    return end + sprintf(end, "\r\n");
}

/* Errors are told in the order of the columns, which differs here; hence by line, each
 * with what it says but not the column's number. */
static void say_errors(struct said *said, const struct tn_findings *findings)
{
    for (int row = 0; row <= ROWS + 1; row++)
        for (int c = 0; c < COLUMNS; c++)
            for (const struct tn_finding *f = findings->first; f; f = f->next) {
                const char *text = f->text.text[TN_EN];
                size_t len = strlen(column[c]);
                if (f->line != row || strncmp(text, column[c], len) != 0 ||
                    text[len] != ':')
                    continue;
                say(said, f->severity == TN_ERROR ? "error " : "warning ");
                say(said, text);
                say(said, "\n");
            }
}

static void read_in(enum layout layout, double strange, struct said *said)
{
    static char text[ROWS * 1000];
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {.bytes = text};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "households.csv"};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input = {0};
    char *end = text;

    for (int row = -1; row < ROWS; row++)
        end = put_row(end, layout, row, strange);
    options.len = (size_t)(end - text);
    for (size_t i = 0; i < 3; i++)
        tn_places_add(&places, strlen(village[i]), village[i]);
    said->len = 0;
    tn_household_each(&reading, &places, put, said, &input);
    say_errors(said, &findings);
    tn_arena_free(&arena);
}

static void the_order_of_the_columns_does_not_matter(void **state)
{
    (void)state;
    static struct said said[LAYOUTS];

    for_cases (200) {
        double strange = 0.1 * case_uniform(1u << 20);
        for (enum layout layout = 0; layout < LAYOUTS; layout++)
            read_in(layout, strange, &said[layout]);
        assert_true(said[0].len > ROWS);
        assert_string_equal(said[SIDE_BY_SIDE].text, said[APART].text);
        assert_string_equal(said[SIDE_BY_SIDE].text, said[BACKWARDS].text);
    }
}

/* In quotes, blanks at the ends are part of a cell until the reader drops them; names
 * alone keep none, so that all must be alike again. */
static void quotes_do_not_matter(void **state)
{
    (void)state;
    static struct said said[LAYOUTS];

    for_cases (200) {
        double strange = 0.1 * case_uniform(1u << 20);
        read_in(SIDE_BY_SIDE, strange, &said[SIDE_BY_SIDE]);
        read_in(QUOTED, strange, &said[QUOTED]);
        assert_string_equal(said[SIDE_BY_SIDE].text, said[QUOTED].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        property(the_order_of_the_columns_does_not_matter),
        property(quotes_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
