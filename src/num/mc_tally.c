/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_plan.h"

static void new_area(struct tn_arena *arena, struct tn_mc_area *area, const long units[],
                     const size_t most[])
{
    size_t both = (size_t)units[0] + (size_t)units[1];

    for (int s = 0; s < TN_MC_STATES; s++) {
        struct tn_histogram *of = area->histogram[s];
        of[TN_MC_EXITS] = tn_histogram_new(arena, (size_t)units[s] + 1);
        of[TN_MC_CROSSINGS] = tn_histogram_new(arena, (size_t)units[s] + 1);
        of[TN_MC_ENTRIES] = tn_histogram_new(arena, most[s] + 1);
        of[TN_MC_END] = tn_histogram_new(arena, both + most[s] + 1);
    }
}

static struct mc_pairs new_pairs(struct tn_arena *arena, const struct tn_mc_area *area,
                                 int which)
{
    size_t rows = area->histogram[0][which].bins, stride = area->histogram[1][which].bins;
    struct mc_pairs pairs = {.stride = stride};

    if (rows > MOST_CELLS || stride > MOST_CELLS || rows * stride > MOST_CELLS)
        return pairs;
    pairs.cells = rows * stride;
    pairs.tables = pairs.cells <= FEW_CELLS ? PAIR_TABLES : 1;
    pairs.count = tn_new(arena, uint64_t, pairs.tables * pairs.cells);
    return pairs;
}

static bool any_varies(const struct mc_plan *plan, int which)
{
    return plan->varies[0][which] || plan->varies[1][which];
}

static struct tn_mc_area *area_of(struct mc_work *work, size_t v)
{
    return v < work->result.places ? &work->result.place[v] : &work->result.all;
}

void mc_tally_new(struct tn_arena *arena, struct mc_work *work)
{
    const struct mc_plan *plan = work->plan;
    size_t places = plan->model->places, most[TN_MC_STATES] = {0};

    work->result.places = places;
    work->result.place = tn_new(arena, struct tn_mc_area, places);
    work->tally = tn_new(arena, struct mc_tally, places + 1);
    for (size_t v = 0; v <= places; v++) {
        bool one = v < places;
        struct mc_tally *tally = &work->tally[v];
        tally->quota = one ? plan->model->place[v].quota : plan->model->quota;
        tally->units = one ? plan->place[v].units : plan->units;
        new_area(arena, area_of(work, v), tally->units, one ? plan->place[v].most : most);
        for (int c = 0; c < TN_MC_COUNTS; c++)
            if (any_varies(plan, c))
                tally->pairs[c] = new_pairs(arena, area_of(work, v), c);
        for (int s = 0; s < TN_MC_STATES && one; s++)
            most[s] += plan->place[v].most[s];
    }
}

static void count_pairs(const struct mc_pairs *pairs, const int32_t cell[], size_t n)
{
    size_t mask = pairs->tables - 1;

    for (size_t j = 0; j < n; j++)
        pairs->count[(j & mask) * pairs->cells + (size_t)cell[j]]++;
}

static void count_each(struct tn_histogram *histogram, const int32_t count[], size_t n)
{
    for (size_t j = 0; j < n; j++)
        histogram->count[count[j]]++;
}

void mc_tally_block(const struct mc_kernel *kernel, struct mc_work *work, size_t v,
                    size_t n)
{
    const struct mc_tally *tally = &work->tally[v];
    const struct mc_counts *count = v < work->result.places ? &work->count : &work->total;
    struct tn_mc_area *area = area_of(work, v);

    for (int c = 0; c < TN_MC_COUNTS; c++) {
        if (!any_varies(work->plan, c))
            continue;
        if (tally->pairs[c].cells) {
            kernel->find_cells(work, count, c, tally->pairs[c].stride);
            count_pairs(&tally->pairs[c], work->cell, n);
        } else {
            for (int s = 0; s < TN_MC_STATES; s++)
                count_each(&area->histogram[s][c], count->of[s][c], n);
        }
    }
    if (!tally->pairs[TN_MC_EXITS].cells)
        for (size_t j = 0; j < n; j++)
            area->both_met += count->of[0][TN_MC_EXITS][j] >= tally->quota[0] &&
                              count->of[1][TN_MC_EXITS][j] >= tally->quota[1];
}

/* Split a row of a table, the pairs with x of state 0, over the two histograms; gives
 * back how many of them meet the second quota. */
static uint64_t open_row(const struct mc_pairs *pairs, const uint64_t row[], size_t x,
                         struct tn_histogram *first, struct tn_histogram *second,
                         long quota)
{
    uint64_t all = 0, met = 0;

    for (size_t y = 0; y < pairs->stride; y++) {
        all += row[y];
        met += (long)y >= quota ? row[y] : 0;
        second->count[y] += row[y];
    }
    first->count[x] += all;
    return met;
}

/* Gives back in how many draws both counts reach their quotas. */
static uint64_t open_pairs(const struct mc_pairs *pairs, struct tn_mc_area *area,
                           int which, const long quota[])
{
    uint64_t met = 0;

    for (size_t at = 0; at < pairs->tables * pairs->cells; at += pairs->stride) {
        size_t x = at / pairs->stride % (pairs->cells / pairs->stride);
        uint64_t met_second = open_row(pairs, pairs->count + at, x,
                                       &area->histogram[0][which],
                                       &area->histogram[1][which], quota[1]);
        met += (long)x >= quota[0] ? met_second : 0;
    }
    return met;
}

/* What does not vary: no crossings and entries, and an end that mirrors the exits. */
static void fill_in(struct tn_mc_area *area, const long units[], int state, int which)
{
    struct tn_histogram *histogram = &area->histogram[state][which];
    const struct tn_histogram *exits = &area->histogram[state][TN_MC_EXITS];

    for (size_t k = 0; k < histogram->bins; k++)
        histogram->count[k] = 0;
    if (which != TN_MC_END)
        histogram->count[0] = histogram->draws;
    else
        for (size_t k = 0; k < exits->bins; k++)
            histogram->count[(size_t)units[state] - k] = exits->count[k];
}

void mc_tally_close(struct mc_work *work)
{
    for (size_t v = 0; v <= work->result.places; v++) {
        const struct mc_tally *tally = &work->tally[v];
        struct tn_mc_area *area = area_of(work, v);
        for (int c = 0; c < TN_MC_COUNTS; c++) {
            uint64_t met = open_pairs(&tally->pairs[c], area, c, tally->quota);
            area->both_met += c == TN_MC_EXITS ? met : 0;
        }
        for (int k = 0; k < TN_MC_STATES * TN_MC_COUNTS; k++) {
            int s = k / TN_MC_COUNTS, c = k % TN_MC_COUNTS;
            area->histogram[s][c].draws = work->result.draws;
            if (!work->plan->varies[s][c])
                fill_in(area, tally->units, s, c);
        }
    }
}
