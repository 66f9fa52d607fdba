/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: enumeration of every table; numbers of 0-1 tables with equal margins (OEIS
 * A001499, A001501, A008300); each sampler against the other. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "tn/num/margin.h"

enum { MANY = 4096, SEEDS = 20, DRAWS = 25, BUDGET = 400000 };

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static bool fits(const struct tn_margin *margin, const uint64_t row[])
{
    for (size_t i = 0; i < margin->rows; i++) {
        int ones = __builtin_popcountll(row[i]);
        if (ones < margin->low || ones > margin->high || row[i] >> margin->columns)
            return false;
    }
    for (size_t j = 0; j < margin->columns; j++) {
        long sum = 0;
        for (size_t i = 0; i < margin->rows; i++)
            sum += (long)(row[i] >> j & 1);
        if (sum != margin->sum[j])
            return false;
    }
    return true;
}

/* A table as one number, its rows side by side. */
static uint64_t packed(const struct tn_margin *margin, const uint64_t row[])
{
    uint64_t number = 0;

    for (size_t i = 0; i < margin->rows; i++)
        number = number << margin->columns | row[i];
    return number;
}

/* Every table that fits, in ascending order of its number. */
static size_t enumerate(const struct tn_margin *margin, uint64_t table[MANY])
{
    size_t cells = margin->rows * margin->columns, n = 0;

    for (uint64_t number = 0; number >> cells == 0; number++) {
        uint64_t row[8];
        for (size_t i = 0; i < margin->rows; i++)
            row[margin->rows - 1 - i] = number >> i * margin->columns &
                                        (((uint64_t)1 << margin->columns) - 1);
        if (fits(margin, row)) {
            assert_true(n < MANY);
            table[n++] = number;
        }
    }
    return n;
}

static size_t index_of(size_t n, const uint64_t table[], uint64_t number)
{
    size_t low = 0, high = n;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (table[middle] <= number)
            low = middle;
        else
            high = middle;
    }
    assert_true(table[low] == number);
    return low;
}

static double chi_square_p(size_t n, const long seen[], long draws)
{
    double expected = (double)draws / (double)n, sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += ((double)seen[i] - expected) * ((double)seen[i] - expected) / expected;
    return gsl_cdf_chisq_Q(sum, (double)(n - 1));
}

static const struct tn_margin small[] = {
    {4, 4, (const long[]){3, 2, 3, 1}, 1, 4},      // at least 1, some slack
    {4, 5, (const long[]){3, 1, 4, 2, 2}, 3, 5},   // at least 3, total exactly 3 each
    {4, 5, (const long[]){3, 2, 4, 2, 3}, 3, 5},   // at least 3, two to spare
    {4, 4, (const long[]){2, 2, 1, 1}, 0, 2},      // at most 2
    {4, 4, (const long[]){2, 2, 3, 1}, 1, 3},      // bounded on both sides
    {2, 5, (const long[]){1, 1, 2, 1, 0}, 1, 4},   // two rows alone
};
enum { SMALL = sizeof small / sizeof *small };

enum { BY_COUNTING, BY_TRADES };

/* DRAWS draws for each table under one seed, added to seen. */
static void draw_many(const struct tn_margin *margin, const struct tn_margin_law *law,
                      int sampler, uint64_t seed, size_t n, const uint64_t table[],
                      long seen[])
{
    uint64_t row[8];
    uint32_t room[8];

    tn_margin_balanced(margin, row);
    for (size_t d = 0; d < DRAWS * n; d++) {
        if (sampler == BY_COUNTING)
            tn_margin_draw(law, seed, (uint32_t)d, row, room);
        else
            tn_margin_trade(margin, seed, 7, 40 * (uint64_t)d, 40, row);
        seen[index_of(n, table, packed(margin, row))]++;
    }
}

/* Each seed's p, of 20, must exceed 0.01/20 (one in a hundred runs of a right sampler
 * would not), and that of all draws together 0.01. */
static void judge(const struct tn_margin *margin, const struct tn_margin_law *law,
                  int sampler, size_t n, const uint64_t table[])
{
    long all[MANY] = {0};
    double least = 1;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        long seen[MANY] = {0};
        draw_many(margin, law, sampler, seed, n, table, seen);
        for (size_t i = 0; i < n; i++)
            all[i] += seen[i];
        least = fmin(least, chi_square_p(n, seen, DRAWS * (long)n));
    }
    double together = chi_square_p(n, all, SEEDS * DRAWS * (long)n);
    print_message("%zu tables by %s: p %.3f, least of %d seeds %.3f\n", n,
                  sampler == BY_COUNTING ? "counting" : "trades", together, SEEDS, least);
    assert_true(together > 0.01);
    assert_true(least > 0.01 / SEEDS);
}

static void every_table_comes_as_often_as_any_other(void **state)
{
    (void)state;
    static uint64_t table[MANY];

    for (size_t m = 0; m < SMALL; m++) {
        size_t n = enumerate(&small[m], table);
        struct tn_margin_law *law = tn_margin_law_of(&arena, &small[m], BUDGET);
        check_rel(tn_margin_log_count(law), log((double)n), 1e-13);
        judge(&small[m], law, BY_COUNTING, n, table);
        judge(&small[m], law, BY_TRADES, n, table);
    }
}

static void trades_reach_every_table(void **state)
{
    (void)state;
    static uint64_t table[MANY];

    for (size_t m = 0; m < SMALL; m++) {
        size_t n = enumerate(&small[m], table), reached = 1;
        bool seen[MANY] = {false};
        uint64_t walk[8];
        tn_margin_balanced(&small[m], walk);
        assert_true(fits(&small[m], walk));
        seen[index_of(n, table, packed(&small[m], walk))] = true;
        for (uint64_t move = 0; reached < n; move++) {
            assert_true(move < 400 * n);
            tn_margin_trade(&small[m], 3, 0, move, 1, walk);
            size_t at = index_of(n, table, packed(&small[m], walk));
            reached += !seen[at];
            seen[at] = true;
        }
    }
}

static void counts_agree_with_the_published_numbers(void **state)
{
    (void)state;
    static const struct {
        size_t n;
        long sum;
        double count;
    } known[] = {
        {4, 2, 90}, {5, 2, 2040}, {6, 3, 297200}, {8, 4, 116963796250}, {7, 2, 3110940}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        long sum[8];
        for (size_t j = 0; j < known[i].n; j++)
            sum[j] = known[i].sum;
        struct tn_margin margin = {known[i].n, known[i].n, sum, (int)known[i].sum,
                                   (int)known[i].sum};
        struct tn_margin_law *law = tn_margin_law_of(&arena, &margin, BUDGET);
        check_rel(exp(tn_margin_log_count(law)), known[i].count, 1e-11);
    }
}

static const long poor[] = {64, 22, 6, 57, 5, 0, 2, 8, 1, 12, 23, 1};
static const long near_poor[] = {45, 10, 1, 7, 6, 0, 0, 2, 0, 5, 3, 0};

/* The review of a real commune: every draw fits, and a trade keeps what a draw gave. */
static void draws_keep_the_margins_and_the_rule(void **state)
{
    (void)state;
    const struct tn_margin review[] = {{67, 12, poor, 3, 12}, {57, 12, near_poor, 0, 2}};

    for (size_t r = 0; r < 2; r++) {
        struct tn_margin_law *law = tn_margin_law_of(&arena, &review[r], BUDGET);
        assert_non_null(law);
        for (uint32_t d = 0; d < 500; d++) {
            uint64_t row[67];
            uint32_t room[67];
            tn_margin_draw(law, 1, d, row, room);
            assert_true(fits(&review[r], row));
            tn_margin_trade(&review[r], 1, d, 0, 100, row);
            assert_true(fits(&review[r], row));
        }
    }
}

/* Households deprived in columns 0 and 1 at once: mean by counting and by trades. */
static void both_samplers_agree_on_a_real_review(void **state)
{
    (void)state;
    enum { DRAWS_HERE = 4000, APART = 268 };
    const struct tn_margin review = {57, 12, near_poor, 0, 2};
    struct tn_margin_law *law = tn_margin_law_of(&arena, &review, BUDGET);
    double sum[2] = {0}, squares[2] = {0};
    uint64_t row[57], walk[57];
    uint32_t room[57];

    tn_margin_balanced(&review, walk);
    tn_margin_trade(&review, 5, 1, 0, 20 * APART, walk);
    for (uint32_t d = 0; d < DRAWS_HERE; d++) {
        tn_margin_draw(law, 5, d, row, room);
        tn_margin_trade(&review, 5, 1, (20 + d) * (uint64_t)APART, APART, walk);
        double both[2] = {0};
        for (size_t i = 0; i < 57; i++) {
            both[0] += (row[i] & 3) == 3;
            both[1] += (walk[i] & 3) == 3;
        }
        for (size_t s = 0; s < 2; s++) {
            sum[s] += both[s];
            squares[s] += both[s] * both[s];
        }
    }
    double mean[2], variance = 0;
    for (size_t s = 0; s < 2; s++) {
        mean[s] = sum[s] / DRAWS_HERE;
        variance += (squares[s] / DRAWS_HERE - mean[s] * mean[s]) / DRAWS_HERE;
    }
    double z = (mean[0] - mean[1]) / sqrt(variance);
    print_message("together: %.4f by counting, %.4f by trades, z %.2f\n", mean[0],
                  mean[1], z);
    assert_true(fabs(z) < 3.5);
}

static void a_law_over_budget_is_none(void **state)
{
    (void)state;
    const struct tn_margin review = {57, 12, near_poor, 0, 2};

    assert_null(tn_margin_law_of(&arena, &review, 10));
}

/* Transitions between states where every row must have a one in some column and columns
 * are alike: a state is how many rows have none yet, held against the ones to come. */
static size_t transitions(long rows, long columns, long sum)
{
    bool met[2][256] = {{false}};
    size_t steps = 0;

    met[0][rows] = true;
    for (long j = 0; j < columns; j++) {
        memset(met[(j + 1) % 2], 0, sizeof met[0]);
        for (long none = 0; none <= rows; none++)
            for (long filled = 0; met[j % 2][none] && filled <= none; filled++) {
                if (filled > sum || sum - filled > rows - none ||
                    none - filled > (columns - j - 1) * sum)
                    continue;
                met[(j + 1) % 2][none - filled] = true;
                steps++;
            }
    }
    return steps;
}

/* Each state of a layer is met once, however many a layer has. */
static void a_law_takes_as_many_transitions_as_there_are(void **state)
{
    (void)state;
    const long sum[] = {80, 80, 80, 80, 80};
    for (size_t columns = 3; columns <= 5; columns++) {
        const struct tn_margin margin = {200, columns, sum, 1, (int)columns};
        size_t steps = transitions(200, (long)columns, 80);

        assert_non_null(tn_margin_law_of(&arena, &margin, steps));
        assert_null(tn_margin_law_of(&arena, &margin, steps - 1));
    }
}

static void what_cannot_be_is_not_possible(void **state)
{
    (void)state;
    const long sum[] = {3, 2, 4};

    assert_true(tn_margin_possible(&(struct tn_margin){4, 3, sum, 2, 3}));
    assert_false(tn_margin_possible(&(struct tn_margin){3, 3, sum, 0, 3}));   // 4 of 3
    assert_false(tn_margin_possible(&(struct tn_margin){5, 3, sum, 2, 3}));   // 9 < 10
    assert_false(tn_margin_possible(&(struct tn_margin){4, 3, sum, 0, 2}));   // 9 > 8
    assert_true(tn_margin_possible(&(struct tn_margin){4, 3, sum, 0, 3}));    // 4 of 4
    assert_false(tn_margin_possible(&(struct tn_margin){4, 3, sum, 0, -1}));
    const long first[] = {3, 0}, none[] = {0, -1, 1}, over[] = {4, 0};
    assert_false(tn_margin_possible(&(struct tn_margin){3, 2, over, 0, 2}));
    assert_true(tn_margin_possible(&(struct tn_margin){3, 2, first, 1, 1}));
    assert_false(tn_margin_possible(&(struct tn_margin){3, 3, none, 0, 1}));
}

int main(void)
{
    const struct CMUnitTest margin[] = {
        cmocka_unit_test_teardown(every_table_comes_as_often_as_any_other, give_back),
        cmocka_unit_test(trades_reach_every_table),
        cmocka_unit_test_teardown(counts_agree_with_the_published_numbers, give_back),
        cmocka_unit_test_teardown(draws_keep_the_margins_and_the_rule, give_back),
        cmocka_unit_test_teardown(both_samplers_agree_on_a_real_review, give_back),
        cmocka_unit_test_teardown(a_law_over_budget_is_none, give_back),
        cmocka_unit_test(what_cannot_be_is_not_possible),
        cmocka_unit_test_teardown(a_law_takes_as_many_transitions_as_there_are,
                                  give_back),
    };
    return cmocka_run_group_tests(margin, NULL, NULL);
}
