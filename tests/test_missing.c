/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tests/oracle/missing/, R's survey on households that lack some flags, from
 * their file on. */
#include "check.h"

#include "oracle_lines.h"
#include "tn/data/flags.h"
#include "tn/study/deprivation.h"

enum { FLAGS = 5, YEAR = 0, GROUP = 1 };

static const char *const flag[FLAGS] = {"school", "attend", "mort", "water", "roof"};
static const char *const dimension[] = {"Edu", "Health", "Living"};

static const struct tn_rule rule = {.indicators = FLAGS,
                                    .dimensions = 3,
                                    .weight = {1, 1, 2, 1, 1},
                                    .total = 6,
                                    .dimension = {0, 0, 1, 2, 2}};

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static void add_row(void *context, const struct tn_flags_row *row)
{
    tn_tally_take(context, 2, *row->stratum || *row->psu, row);
}

static struct tn_tally read_households(const char *design, enum tn_missing_rule missing)
{
    struct tn_flags_wanted wanted = {
        .flags = FLAGS, .groups = 2, .group = {"yr", "prov"}};
    struct tn_tally tally = tn_tally_in(&arena, missing);
    void *context[] = {&tally};
    const struct tn_flags_taker taker = {
        .row = add_row, .readers = 1, .context = context};
    struct tn_findings findings = {0};
    struct tn_read_options options = {0};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "tests/oracle/missing/households.csv"};
    struct tn_input input;

    for (size_t j = 0; j < FLAGS; j++)
        wanted.flag[j] = flag[j];
    if (strcmp(design, "srs") != 0)
        wanted.weight = "w";
    if (strcmp(design, "hid") == 0)
        wanted.psu = "hh";
    if (strcmp(design, "cplx") == 0) {
        wanted.stratum = "str";
        wanted.psu = "cl";
    }
    assert_true(tn_flags_read(&reading, &wanted, &taker, &input));
    assert_int_equal(tally.households + tally.dropped, 300);
    assert_int_equal(tally.dropped + tally.mended, 41);
    tn_tally_close(&tally, 0);
    return tally;
}

static size_t item_of(const char *name, bool *of_dimension)
{
    *of_dimension = false;
    for (size_t j = 0; j < FLAGS; j++)
        if (strcmp(name, flag[j]) == 0)
            return j;
    *of_dimension = *name != '\0';
    for (size_t d = 0; d < 3; d++)
        if (strcmp(name, dimension[d]) == 0)
            return d;
    return 0;
}

static enum tn_measure measure_of(const char *name, bool of_dimension)
{
    switch (*name) {
    case 'H':
        return TN_HEADCOUNT;
    case 'A':
        return TN_INTENSITY;
    case 'M':
        return TN_M0;
    case 'u':
        return TN_UNCENSORED;
    case 'c':
        return TN_CENSORED;
    case 'a':
        return of_dimension ? TN_ABSOLUTE_DIMENSION : TN_ABSOLUTE;
    default:
        return of_dimension ? TN_PERCENT_DIMENSION : TN_PERCENT;
    }
}

static long level_of(const struct tn_tally *tally, size_t column, const char *text)
{
    for (size_t i = 0; i < tally->level[column].n; i++)
        if (strcmp(tally->level[column].text[i], text) == 0)
            return (long)i;
    return TN_ANY;
}

/* R prints 13 digits. */
static void check(const struct oracle *line, const struct tn_tally *tally,
                  const struct tn_estimate_options *options)
{
    struct tn_domain domain = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}};
    bool of_dimension;
    size_t item = item_of(line->field[5], &of_dimension);

    domain.level[YEAR] = level_of(tally, YEAR, line->field[2]);
    domain.level[GROUP] = level_of(tally, GROUP, line->field[3]);
    struct tn_mark mark = tn_arena_mark(&arena);
    struct tn_view view = tn_view_of(&arena, tally, &rule, &domain);
    tn_view_cut(&view, (struct tn_cutoff){1, 3});
    struct tn_estimate of = tn_estimate(
        &view, NULL, measure_of(line->field[4], of_dimension), item, options);
    check_rel(of.value, oracle_real(line, 6), 2e-12);
    check_rel(of.se, oracle_real(line, 7), 2e-12);
    tn_arena_rewind(&arena, mark);
}

static void both_rules_agree_with_r(void **state)
{
    (void)state;
    struct oracle line;
    char last[64] = "", key[64];
    struct tn_tally tally = {0};
    struct tn_estimate_options options = {0};
    size_t lines = 0;

    for (oracle_open(&line, "tests/oracle/missing/estimates.csv"); oracle_next(&line);) {
        snprintf(key, sizeof key, "%s %s", line.field[0], line.field[1]);
        if (strcmp(key, last) != 0) {
            strcpy(last, key);
            tally = read_households(line.field[0], *line.field[1] == 'd'
                                                       ? TN_DROP_MISSING
                                                       : TN_MISSING_NOT_DEPRIVED);
            options = tn_estimate_options_of(&arena, &tally, 0.95, TN_WILSON);
        }
        check(&line, &tally, &options);
        lines++;
    }
    assert_int_equal(lines, 1392);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(both_rules_agree_with_r, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
