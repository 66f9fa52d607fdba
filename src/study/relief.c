/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/relief.h"

#include <assert.h>
#include <string.h>

/* How many of fallen come from each village: the whole part of its share, and one more
 * where the rest of the division is largest (the first of equals). */
static void share_out(const struct tn_commune *commune, long fallen, long from[])
{
    long all = commune->households[TN_POOR], left = fallen;

    for (size_t v = 0; v < commune->villages; v++) {
        from[v] = fallen * commune->village[v].households[TN_POOR] / all;
        left -= from[v];
    }
    for (; left > 0; left--) {
        size_t best = 0;
        long most = -1;
        for (size_t v = 0; v < commune->villages; v++) {
            long poor = commune->village[v].households[TN_POOR];
            long rest = fallen * poor - from[v] * all;   // of the division, times all
            if (from[v] < poor && rest > most) {
                most = rest;
                best = v;
            }
        }
        from[best]++;
    }
}

struct tn_commune tn_relief_plan(struct tn_arena *arena, const struct tn_commune *commune,
                                 long fallen)
{
    struct tn_commune plan = *commune;
    long *from = tn_new(arena, long, commune->villages);

    assert(fallen >= 0 && fallen <= commune->households[TN_POOR]);
    plan.village = tn_new(arena, struct tn_village, commune->villages);
    plan.households_listed = 0;
    plan.household = NULL;
    plan.quota[TN_POOR] = 0;
    if (fallen)
        share_out(commune, fallen, from);
    for (size_t v = 0; v < commune->villages; v++) {
        struct tn_village *village = &plan.village[v];
        long poor = commune->village[v].households[TN_POOR];
        *village = commune->village[v];
        village->households[TN_POOR] = poor - from[v];
        if (poor)   // the planned among those who stay, rounded to the nearest
            village->quota[TN_POOR] =
                (2 * village->quota[TN_POOR] * (poor - from[v]) + poor) / (2 * poor);
        plan.quota[TN_POOR] += village->quota[TN_POOR];
    }
    plan.households[TN_POOR] -= fallen;
    return plan;
}

static struct tn_odds odds(double p, double error)
{
    return (struct tn_odds){p, error};
}

/* Against the quotas of the plan as it is. */
static struct tn_relief_side side_of(const struct tn_commune *commune,
                                     const struct tn_forecast *forecast, long fallen)
{
    const struct tn_outcome *poor = &forecast->commune.status[TN_POOR];
    const struct tn_outcome *near = &forecast->commune.status[TN_NEAR_POOR];
    long poor_quota = commune->quota[TN_POOR], near_quota = commune->quota[TN_NEAR_POOR];
    struct tn_relief_side side = {
        .poor_exits = poor->exits.mean + (double)fallen,
        .poor_end = poor->end.mean,
        .near_poor_end = near->end.mean + (double)fallen,
        .near_poor_gross = near->quota_met,
    };

    side.poor_gross = odds(tn_distribution_at_least(&poor->exits, poor_quota - fallen),
                           poor->quota_met.error);
    side.poor_net = odds(
        tn_distribution_at_most(&poor->end, commune->households[TN_POOR] - poor_quota),
        poor->net_met.error);
    side.near_poor_net = odds(
        tn_distribution_at_most(&near->end,
                                commune->households[TN_NEAR_POOR] - near_quota - fallen),
        near->net_met.error);
    return side;
}

enum tn_fault tn_relief_of(struct tn_arena *arena,
                           const struct tn_relief_question *question,
                           struct tn_relief *relief, struct tn_err *err)
{
    const struct tn_commune *commune = question->commune;
    struct tn_commune plan = tn_relief_plan(arena, commune, question->fallen);
    struct tn_forecast forecast;

    enum tn_fault fault = tn_forecast_of(arena, commune, question->model,
                                         question->options, &forecast, err);
    if (fault)
        return fault;
    relief->fallen = question->fallen;
    relief->as_is = side_of(commune, &forecast, 0);
    fault = tn_forecast_of(arena, &plan, question->model, question->options, &forecast,
                           err);
    if (!fault)
        relief->relieved = side_of(commune, &forecast, question->fallen);
    return fault;
}
