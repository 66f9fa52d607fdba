/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc_plan.h"
#include "tn/num/philox.h"
#include "tn/num/portable.h"

static void normals(const struct mc_work *work, uint64_t item, enum purpose purpose,
                    double out[BLOCK])
{
    for (size_t i = 0; i < PLANE; i++) {
        struct tn_bits bits = tn_draw(work->plan->seed, item, purpose,
                                      work->block * PLANE + i);
        double z[2];
        tn_portable_normals(bits.word[0], bits.word[1], z);
        out[i] = z[0];
        out[PLANE + i] = z[1];
        tn_portable_normals(bits.word[2], bits.word[3], z);
        out[2 * PLANE + i] = z[0];
        out[3 * PLANE + i] = z[1];
    }
}

/* Add to sum the effect of an item whose standard deviation is a parameter. */
static void add_effect(const struct mc_work *work, size_t sd, uint64_t item,
                       enum purpose purpose, double sum[BLOCK])
{
    double z[BLOCK];

    if (sd == TN_MC_NONE)
        return;
    normals(work, item, purpose, z);
    for (size_t j = 0; j < BLOCK; j++)
        sum[j] += work->value[sd][j] * z[j];
}

void mc_draw_parameters(struct mc_work *work)
{
    const struct tn_mc_model *model = work->plan->model;

    for (size_t p = 0; p < model->parameters; p++) {
        const struct tn_mc_parameter *parameter = &model->parameter[p];
        double z[BLOCK];
        if (!(parameter->sd > 0))
            continue;
        normals(work, parameter->key, FOR_PARAMETER, z);
        for (size_t j = 0; j < BLOCK; j++)
            work->value[p][j] = mc_value(work->plan->role[p],
                                         parameter->mean + parameter->sd * z[j]);
    }
    memset(work->shared, 0, sizeof work->shared);
    for (size_t i = 0; i < model->effects; i++)
        add_effect(work, model->effect[i].sd, model->effect[i].key, FOR_EFFECT,
                   work->shared);
}

static void group_logit(const struct tn_mc_model *model, const struct mc_work *work,
                        const struct mc_group *group, double logit[BLOCK])
{
    const struct tn_mc_unit *like = group->like;

    for (size_t j = 0; j < BLOCK; j++)
        logit[j] = like->offset;
    if (like->base == TN_MC_NONE)
        return;
    for (size_t j = 0; j < BLOCK; j++)
        logit[j] = work->value[like->base][j] + like->offset;
    for (size_t t = 0; t < model->terms; t++)
        for (size_t j = 0; j < BLOCK; j++)
            logit[j] += work->value[model->term[t]][j] * group->covariate[t];
    for (size_t j = 0; j < BLOCK; j++)
        logit[j] += work->effect[j];
}

/* A uniform number of 48 bits, the lower 32 drawn only where the upper 16 do not decide
 * whether it is below the limit. */
static int32_t below(const struct mc_work *work, uint64_t key, uint64_t replicate,
                     uint32_t upper, double limit)
{
    double u = upper * 0x1p-16;

    if (u + 0x1p-16 <= limit)
        return 1;
    if (u >= limit)
        return 0;
    struct tn_bits rest = tn_draw(work->plan->seed, key, FOR_THE_REST, replicate);
    return u + rest.word[0] * 0x1p-48 < limit;
}

static void draw_unit(const struct mc_work *work, uint64_t key, double limit[2][BLOCK],
                      int32_t count[2][BLOCK])
{
    for (size_t i = 0; i < PLANE / 2; i++) {
        struct tn_bits bits = tn_draw(work->plan->seed, key, FOR_LEAVING,
                                      work->block * PLANE / 2 + i);
        for (size_t h = 0; h < 2 * PLANES; h++) {
            size_t j = h / 2 * PLANE + 2 * i + h % 2;
            uint32_t upper = bits.word[h / 2] >> 16 * (h % 2) & 0xFFFF;
            for (int k = 0; k < 2; k++)
                count[k][j] += below(work, key, work->block * BLOCK + j, upper,
                                     limit[k][j]);
        }
    }
}

/* A unit with the uniform number u leaves state 0 when u < p, and goes on to state 1
 * when u < p q; it leaves state 1 when u < p, and falls when p <= u < p + (1 - p) q. */
static void draw_group(struct mc_work *work, const struct mc_group *group)
{
    int state = group->like->state;
    size_t crossing = work->plan->model->crossing[state];
    double limit[2][BLOCK] = {{0}};
    int32_t count[2][BLOCK] = {{0}};

    group_logit(work->plan->model, work, group, work->logit);
    for (size_t j = 0; j < BLOCK; j++) {
        double p = tn_portable_expit(work->logit[j]);
        double q = crossing == TN_MC_NONE ? 0 : work->value[crossing][j];
        limit[0][j] = p;
        limit[1][j] = state == 0 ? p * q : p + (1 - p) * q;
    }
    for (size_t i = 0; i < group->units; i++)
        draw_unit(work, group->key[i], limit, count);
    for (size_t j = 0; j < BLOCK; j++) {
        work->count.of[state][TN_MC_EXITS][j] += count[0][j];
        work->count.of[state][TN_MC_CROSSINGS][j] += state == 0
                                                         ? count[1][j]
                                                         : count[1][j] - count[0][j];
    }
}

int32_t mc_poisson(double mean, double u, int32_t most)
{
    double chance = tn_portable_exp(-mean), sum = chance;
    int32_t k = 0;

    while (u > sum && k < most) {
        k++;
        chance *= mean / k;
        sum += chance;
    }
    return k;
}

static void draw_entries(struct mc_work *work, size_t v, int state)
{
    const struct tn_mc_place *place = &work->plan->model->place[v];
    const struct mc_place *bound = &work->plan->place[v];

    for (int portion = 0; portion < bound->portions[state]; portion++) {
        int32_t most = (int32_t)bound->most[state] / bound->portions[state];
        for (size_t j = 0; j < BLOCK; j++) {
            double mean = work->value[work->plan->model->entry[state]][j] *
                          place->exposure[state];
            mean = fmin(mean, MOST_ENTRIES) - PORTION * portion;
            if (!(mean > 0))
                continue;
            uint64_t index = (uint64_t)portion << 40 | (work->block * PLANE + j % PLANE);
            struct tn_bits bits = tn_draw(work->plan->seed, place->key,
                                          FOR_ENTRY + (unsigned)state, index);
            double u = (bits.word[j / PLANE] + 0.5) * 0x1p-32;
            work->count.of[state][TN_MC_ENTRIES][j] += mc_poisson(fmin(mean, PORTION), u,
                                                                  most);
        }
    }
}

void mc_draw_place(struct mc_work *work, size_t v)
{
    const struct mc_place *place = &work->plan->place[v];

    memset(&work->count, 0, sizeof work->count);
    memcpy(work->effect, work->shared, sizeof work->effect);
    add_effect(work, work->plan->model->place_sd, work->plan->model->place[v].key,
               FOR_PLACE, work->effect);
    for (size_t g = 0; g < place->groups; g++)
        draw_group(work, &place->group[g]);
    for (int s = 0; s < TN_MC_STATES; s++)
        draw_entries(work, v, s);
}
