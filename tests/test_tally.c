/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: one tally of all rows, in the order of their names. Rows in another order and
 * parts joined must give the same cells, bit by bit. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/study/tally.h"

enum { ROWS = 3000, PARTS = 3 };

static struct tn_arena arena;

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

enum design { SIMPLE, WEIGHTED, STRATA, CLUSTERS, DESIGNS };

static void add(struct tn_tally *tally, size_t i, enum design design)
{
    char village[16], year[16], stratum[16], psu[16];
    uint64_t at = 10 * i;
    int v = (int)(700 * case_uniform(at) * case_uniform(at + 1));
    struct tn_tally_row row = {.weight = 1};

    snprintf(village, sizeof village, "Village %d", v);
    snprintf(year, sizeof year, "%d", 2021 + (int)(3 * case_uniform(at + 2)));
    snprintf(stratum, sizeof stratum, "S%d", (int)(4 * case_uniform(at + 3)));
    snprintf(psu, sizeof psu, "%d", (int)(9 * case_uniform(at + 4)));
    row.level[0] = tn_tally_level(tally, 0, village, strlen(village));
    row.level[2] = tn_tally_level(tally, 2, year, strlen(year));
    row.deprived = (uint64_t)(10000 * case_uniform(at + 5) * case_uniform(at + 6));
    row.missing = case_uniform(at + 7) < 0.1 ? 1u << 13 : 0;
    if (design == WEIGHTED || (design == CLUSTERS && case_uniform(at + 8) < 0.5))
        row.weight = 1 + case_uniform(at + 9);
    if (design >= STRATA)
        row.unit = tn_tally_unit(tally, stratum, design == CLUSTERS ? psu : "");
    tn_tally_add(tally, &row);
}

static struct tn_tally joined(enum design design)
{
    struct tn_arena own[PARTS] = {{0}};
    struct tn_tally part[PARTS], all = tn_tally_in(&arena, TN_DROP_MISSING);

    for (size_t p = 0; p < PARTS; p++)
        part[p] = tn_tally_in(&own[p], TN_DROP_MISSING);
    for (size_t i = ROWS; i > 0; i--)
        add(&part[(i / 7) % (PARTS - 1)], i - 1, design);   // the last gets none
    for (size_t p = PARTS; p > 0; p--) {
        tn_tally_join(&all, &part[p - 1]);
        tn_arena_free(&own[p - 1]);
    }
    return all;
}

static void same_bits(const struct tn_tally *a, const struct tn_tally *b)
{
    assert_int_equal(a->cells, b->cells);
    for (size_t i = 0; i < a->cells; i++) {
        const struct tn_tally_cell *x = &a->slot[i], *y = &b->slot[i];
        assert_true(x->group == y->group && x->pattern == y->pattern);
        assert_int_equal(x->unit, y->unit);
        assert_int_equal(x->n, y->n);
        assert_memory_equal(&x->w, &y->w, sizeof x->w);
        assert_memory_equal(&x->w2, &y->w2, sizeof x->w2);
    }
    assert_int_equal(a->households, b->households);
    assert_int_equal(a->dropped, b->dropped);
    assert_int_equal(a->missing[13], b->missing[13]);
    assert_int_equal(a->weighted, b->weighted);
    assert_int_equal(a->survey.units, b->survey.units);
    assert_int_equal(a->survey.strata, b->survey.strata);
    assert_memory_equal(a->survey.psus, b->survey.psus,
                        a->survey.strata * sizeof *a->survey.psus);
    for (size_t u = 0; a->survey.clustered && u < a->survey.units; u++)
        assert_int_equal(a->survey.stratum[u], b->survey.stratum[u]);
}

static void neither_order_nor_parts_show(void **state)
{
    (void)state;
    for_cases (12) {
        enum design design = (enum design)(check_case % DESIGNS);
        struct tn_tally one = tn_tally_in(&arena, TN_DROP_MISSING), parts;
        for (size_t i = 0; i < ROWS; i++)
            add(&one, i, design);
        parts = joined(design);
        tn_tally_close(&one, 0);
        tn_tally_close(&parts, 0);
        assert_true(one.dropped > 100 && one.level[0].n > 300);
        same_bits(&one, &parts);
        for (size_t l = 1; l < one.level[0].n; l++)
            assert_true(strcmp(one.level[0].text[l - 1], one.level[0].text[l]) < 0);
    }
}

/* Counts go on where a byte is full, and where parts are joined. */
static void many_households_alike_are_all_counted(void **state)
{
    (void)state;
    enum { MANY = 70001 };
    struct tn_tally all = tn_tally_in(&arena, TN_DROP_MISSING);
    struct tn_tally part = tn_tally_in(&arena, TN_DROP_MISSING);
    struct tn_tally_row row = {.deprived = 4095, .weight = 1};

    row.level[0] = tn_tally_level(&all, 0, "A", 1);
    for (size_t i = 0; i < MANY; i++) {
        tn_tally_add(&all, &row);
        if (i % 2)
            tn_tally_add(&part, &row);
    }
    row.level[0] = tn_tally_level(&part, 0, "A", 1);
    tn_tally_join(&all, &part);
    tn_tally_close(&all, 0);
    assert_int_equal(all.cells, 1);
    assert_int_equal(all.slot[0].n, MANY + MANY / 2);
    assert_int_equal(all.slot[0].pattern, 4095);
    check_rel(all.slot[0].w, MANY + MANY / 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(many_households_alike_are_all_counted, give_back),
        cmocka_unit_test_teardown(neither_order_nor_parts_show, give_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
