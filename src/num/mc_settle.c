/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_plan.h"
#include "tn/num/philox.h"
#include "tn/num/portable.h"

double mc_logit(const struct mc_work *work, const struct mc_group *group, size_t j)
{
    const struct tn_mc_model *model = work->plan->model;
    const struct tn_mc_unit *like = group->like;

    if (like->base == TN_MC_NONE)
        return like->offset;
    double logit = work->value[like->base][j] + like->offset;
    for (size_t t = 0; t < model->terms; t++)
        logit += work->value[model->term[t]][j] * group->covariate[t];
    return logit + work->effect[j];
}

/* Below this a unit with the uniform number u leaves (kind 0), or crosses: from state 0
 * when u < p q, from state 1 when p <= u < p + (1 - p) q (kind 1). */
static double limit_of(const struct mc_work *work, const struct mc_group *group, size_t j,
                       int kind)
{
    double p = tn_portable_expit(mc_logit(work, group, j));

    if (kind == 0)
        return p;
    double q = work->value[work->plan->model->crossing[group->like->state]][j];
    return group->like->state == 0 ? p * q : p + (1 - p) * q;
}

static int is_below(const struct mc_work *work, uint64_t key, size_t j, int16_t upper,
                    double limit)
{
    struct tn_bits rest = tn_draw(work->plan->seed, key, FOR_THE_REST,
                                  work->block * BLOCK + j);

    return (upper + 32768.0) * 0x1p-16 + rest.word[0] * 0x1p-48 < limit;
}

void mc_settle(const struct mc_work *work, const struct mc_group *group, size_t unit,
               struct mc_drawn drawn)
{
    uint64_t key = work->plan->unit[group->first + unit];

    for (size_t at = 0; at < (size_t)PLANES * drawn.width; at++) {
        size_t j = at / drawn.width * PLANE + drawn.from + at % drawn.width;
        int16_t upper = drawn.upper[at];
        for (int k = 0; k < drawn.kinds; k++) {
            int16_t limit = work->limit[k][j];
            int16_t *change = &drawn.change[(size_t)k * PLANES * drawn.width + at];
            *change = 0;
            if ((uint16_t)(upper - limit) < 2)
                *change = (int16_t)(is_below(work, key, j, upper,
                                             limit_of(work, group, j, k)) -
                                    (upper < limit));
        }
    }
}
