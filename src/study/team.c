/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/team.h"

#include <string.h>

struct tn_share tn_team_share(const struct tn_team *team, size_t rank, uint64_t pieces)
{
    if (!team)
        return (struct tn_share){0, pieces};
    return (struct tn_share){pieces * rank / team->ranks,
                             pieces * (rank + 1) / team->ranks};
}

/* Counts of many histograms in one stretch, so that they travel together: measured,
 * written into the stretch, read back from it. */
struct parcel {
    enum step { MEASURE, PACK, UNPACK } now;
    size_t n;
    uint64_t *count;
};

static void handle(struct parcel *p, size_t n, uint64_t count[])
{
    if (p->now == PACK)
        memcpy(p->count + p->n, count, n * sizeof *count);
    if (p->now == UNPACK)
        memcpy(count, p->count + p->n, n * sizeof *count);
    p->n += n;
}

static void handle_histogram(struct parcel *p, struct tn_histogram *h)
{
    handle(p, 1, &h->draws);
    handle(p, h->bins, h->count);
}

static void handle_area(struct parcel *p, struct tn_mc_area *area)
{
    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++)
            handle_histogram(p, &area->histogram[s][c]);
    handle(p, 1, &area->both_met);
}

static void handle_results(struct parcel *p, size_t n, struct tn_mc_result result[])
{
    p->n = 0;
    for (size_t i = 0; i < n; i++) {
        handle(p, 1, &result[i].draws);
        for (size_t v = 0; v < result[i].places; v++)
            handle_area(p, &result[i].place[v]);
        handle_area(p, &result[i].all);
        handle(p, TN_MC_STATES, result[i].every_place_met);
        handle(p, 1, &result[i].every_place_met_both);
    }
}

void tn_team_add_results(struct tn_arena *arena, const struct tn_team *team, size_t n,
                         struct tn_mc_result result[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct parcel p = {.now = MEASURE};

    handle_results(&p, n, result);
    p.count = tn_new(arena, uint64_t, p.n);
    p.now = PACK;
    handle_results(&p, n, result);
    team->sum(p.n, p.count);
    p.now = UNPACK;
    handle_results(&p, n, result);
    tn_arena_rewind(arena, mark);
}

static void widen(struct tn_arena *arena, struct tn_histogram *h, size_t bins)
{
    struct tn_histogram wider = tn_histogram_new(arena, bins);

    if (h->bins)
        memcpy(wider.count, h->count, h->bins * sizeof *h->count);
    wider.draws = h->draws;
    *h = wider;
}

void tn_team_add_histograms(struct tn_arena *arena, const struct tn_team *team, size_t n,
                            struct tn_histogram *histogram[])
{
    uint64_t *bins = tn_new(arena, uint64_t, n);
    struct parcel p = {.now = MEASURE};

    for (size_t i = 0; i < n; i++)
        bins[i] = histogram[i]->bins;
    team->most(n, bins);
    for (size_t i = 0; i < n; i++) {
        if (histogram[i]->bins < bins[i])
            widen(arena, histogram[i], (size_t)bins[i]);
        handle_histogram(&p, histogram[i]);
    }
    p.count = tn_new(arena, uint64_t, p.n);
    p.now = PACK;
    p.n = 0;
    for (size_t i = 0; i < n; i++)
        handle_histogram(&p, histogram[i]);
    team->sum(p.n, p.count);
    p.now = UNPACK;
    p.n = 0;
    for (size_t i = 0; i < n; i++)
        handle_histogram(&p, histogram[i]);
}
