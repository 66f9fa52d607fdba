/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_run.h"

#include <math.h>

struct tn_province_outcome country_outcomes(struct tn_arena *arena,
                                            const struct tn_province *province)
{
    struct tn_province_outcome of = {.province = province};

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        of.outcome[level] = tn_new(arena, struct tn_area_outcome,
                                   province->n[level] * TN_STATUSES);
    return of;
}

double country_exposure(const struct tn_area *area)
{
    double listed = (double)(area->households[TN_POOR] + area->households[TN_NEAR_POOR]);

    return isnan(area->all_households) ? (double)NAN
                                       : fmax(area->all_households - listed, 0) / 1000;
}

struct tn_province_outcome tn_country_next(struct tn_arena *arena,
                                           struct tn_country_run *run,
                                           const struct tn_province *province)
{
    return run->next(arena, run, province);
}

void tn_country_close(struct tn_arena *arena, struct tn_country_run *run,
                      const struct tn_area *whole,
                      struct tn_area_outcome outcome[TN_STATUSES])
{
    run->close(arena, run, whole, outcome);
}
