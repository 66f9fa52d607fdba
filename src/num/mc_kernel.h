/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mc_kernel.h -- the draws of a block in vectors; compiled once for each lane width.
 *
 * A household's uniform number has 48 bits, but its upper 16 nearly always decide. The
 * hot path compares those with a limit found in single precision: below it the number
 * surely is below the chance, two or more above it surely not. What is left, one draw in
 * 33,000, mc_settle decides in double precision with all 48 bits. So the outcome is that
 * of the exact comparison, and single precision only costs or saves time. */
#ifndef TN_SRC_NUM_MC_KERNEL_H
#define TN_SRC_NUM_MC_KERNEL_H

#include <string.h>

#include "mc_lanes.h"
#include "mc_plan.h"
#include "tn/num/philox.h"

/* Philox of the counters whose low words' product with M0 is given. The upper halves of
 * the lanes hold what is left of products; only the lower ones are read. */
LANE void philox(vq product, const struct mc_start *start, const struct mc_plan *plan,
                 vq word[4])
{
    const vq m0 = (vq){0} + TN_PHILOX_M0, m1 = (vq){0} + TN_PHILOX_M1;
    vq c2 = (product >> 32) ^ start->a;
    vq q = MUL(c2, m1);
    vq c0 = (q >> 32) ^ start->b, c1 = q;

    c2 = product ^ start->c;
    vq p = MUL(c0, m0);
    q = MUL(c2, m1);
    c0 = (q >> 32) ^ c1 ^ plan->key[0][2];
    c1 = q;
    c2 = (p >> 32) ^ start->d;
    vq c3 = p;
#pragma GCC unroll 10
    for (int round = 3; round < TN_PHILOX_ROUNDS; round++) {
        p = MUL(c0, m0);
        q = MUL(c2, m1);
        c0 = (q >> 32) ^ c1 ^ plan->key[0][round];
        c1 = q;
        c2 = (p >> 32) ^ c3 ^ plan->key[1][round];
        c3 = p;
    }
    word[0] = c0;
    word[1] = c1;
    word[2] = c2;
    word[3] = c3;
}

/* M0 times the counters first, first + step, first + 2 step, ... */
LANE vq products(uint64_t first, uint64_t step)
{
    return MUL(IOTA * step + (first & 0xFFFFFFFF), (vq){0} + TN_PHILOX_M0);
}

KERNEL void normals(const struct mc_work *work, uint64_t item, enum purpose purpose,
                    double out[BLOCK])
{
    uint64_t first = work->block * PLANE;
    struct mc_start start = mc_start_of(work->plan, item, purpose, first >> 32);

    for (size_t i = 0; i < PLANE; i += W) {
        vq word[PLANES];
        philox(products(first + i, 1), &start, work->plan, word);
        lane_normals(word[0], word[1], &AT(vd, out + i), &AT(vd, out + PLANE + i));
        lane_normals(word[2], word[3], &AT(vd, out + 2 * PLANE + i),
                     &AT(vd, out + 3 * PLANE + i));
    }
}

/* Add to sum the effect of an item whose standard deviation is a parameter. */
KERNEL void add_effect(const struct mc_work *work, size_t sd, uint64_t item,
                       enum purpose purpose, double sum[BLOCK])
{
    _Alignas(64) double z[BLOCK];

    if (!mc_is_on(work->plan, sd))
        return;
    normals(work, item, purpose, z);
    for (size_t j = 0; j < BLOCK; j += W)
        AT(vd, sum + j) += GET(vd, work->value[sd] + j) * GET(vd, z + j);
}

KERNEL void draw_parameter(struct mc_work *work, size_t p)
{
    const struct tn_mc_parameter *parameter = &work->plan->model->parameter[p];
    double *value = work->value[p];

    normals(work, parameter->key, FOR_PARAMETER, value);
    for (size_t j = 0; j < BLOCK; j += W)
        AT(vd, value + j) = parameter->mean + parameter->sd * GET(vd, value + j);
    if (work->plan->role[p] == AS_EXP)
        for (size_t j = 0; j < BLOCK; j += W)
            AT(vd, value + j) = lane_exp(GET(vd, value + j));
    if (work->plan->role[p] == AS_EXPIT)
        for (size_t j = 0; j < BLOCK; j += W)
            AT(vd, value + j) = lane_expit(GET(vd, value + j));
}

LANE vd own_logit_at(const struct mc_work *work, const struct mc_group *group, size_t j)
{
    const struct tn_mc_model *model = work->plan->model;
    vd logit = GET(vd, work->value[group->like->base] + j) + group->like->offset;

    for (size_t t = 0; t < model->terms; t++)
        logit += GET(vd, work->value[model->term[t]] + j) * group->covariate[t];
    return logit;
}

/* As mc_logit. */
LANE vd logit_at(const struct mc_work *work, const struct mc_group *group, size_t j)
{
    if (group->like->base == TN_MC_NONE)
        return ALL(group->like->offset);
    return own_logit_at(work, group, j) + GET(vd, work->effect + j);
}

/* e^-x in single precision, to 5e-6: the polynomial is the Chebyshev fit of e^r on |r| <=
 * log(2) / 2, 2.8e-6; x, at most 40, was rounded to 24 bits. */
LANE vf single_exp_minus(vf x)
{
    const float magic = 0x1.8p23f;
    vf shifted = x * -0x1.715476p0f + magic;
    vf r = -x - (shifted - magic) * 0x1.62e430p-1f;
    vf e = 0.0418756448517863f * r + 0.1679214325653392f;

    e = e * r + 0.49999372136227166f;
    e = e * r + 0.9999622945066676f;
    e = e * r + 1.0f;
    return (vf)((vu)e + ((vu)shifted << 23));
}

/* e^-x of 2 W logits; all bits set in *beyond where one is too large. */
LANE vf odds_of(vd x, vd y, vq *beyond)
{
    *beyond |= WHERE(x > MOST_LOGIT) | WHERE(x < -MOST_LOGIT) | WHERE(y > MOST_LOGIT) |
               WHERE(y < -MOST_LOGIT);
    return single_exp_minus(FLOATS(x, y));
}

KERNEL void find_kind_odds(struct mc_work *work, size_t kind)
{
    const struct mc_group *like = work->plan->kind[kind].like;
    vq beyond = {0};

    for (size_t j = 0; j < BLOCK; j += 2 * W)
        AT(vf, work->kind_odds[kind] + j) = odds_of(
            own_logit_at(work, like, j), own_logit_at(work, like, j + W), &beyond);
    work->kind_good[kind] = !ANY(beyond);
}

KERNEL void find_place_odds(struct mc_work *work)
{
    vq beyond = {0};

    for (size_t j = 0; j < BLOCK; j += 2 * W)
        AT(vf, work->place_odds + j) = odds_of(GET(vd, work->effect + j),
                                               GET(vd, work->effect + j + W), &beyond);
    work->place_good = !ANY(beyond);
}

KERNEL void draw_parameters(struct mc_work *work)
{
    const struct tn_mc_model *model = work->plan->model;

    for (size_t p = 0; p < model->parameters; p++)
        if (model->parameter[p].sd > 0)
            draw_parameter(work, p);
    memset(work->shared, 0, sizeof work->shared);
    for (size_t i = 0; i < model->effects; i++)
        add_effect(work, model->effect[i].sd, model->effect[i].key, FOR_EFFECT,
                   work->shared);
    for (size_t k = 0; k < work->plan->kinds; k++)
        if (work->plan->kind[k].uncertain || !work->opened)
            find_kind_odds(work, k);
    work->opened = true;
}

/* The limit of the upper 16 bits, less 32768 as they are: the whole number nearest to
 * 65536 p - 1. A number below it is below p, one two above it is not, with 0.5 to spare
 * on either side; single precision errs by less than 0.25. */
LANE vi single_limit(vf p)
{
    vf limit = MOST(p * 65536.0f - 32769.0f, (vf){0} - 32768.0f);

    return (vi)(limit + 0x1.8p23f);
}

/* The chance to leave of 2 W replicates, the odds as a product where they may be. */
LANE vf chance_at(const struct mc_work *work, const struct mc_group *group,
                  const bool product, size_t j)
{
    if (product)
        return 1.0f / (1.0f + GET(vf, work->kind_odds[group->kind] + j) *
                                  GET(vf, work->place_odds + j));
    vf x = FLOATS(logit_at(work, group, j), logit_at(work, group, j + W));
    x = MOST(LEAST(x, (vf){0} + 80.0f), (vf){0} - 80.0f);
    return 1.0f / (1.0f + single_exp_minus(x));
}

/* The chance to leave or to cross, given that to leave. */
LANE vf crossing_at(const struct mc_work *work, const struct mc_group *group, vf p,
                    size_t j)
{
    const double *share = work->value[work->plan->model->crossing[group->like->state]] +
                          j;
    vf q = FLOATS(GET(vd, share), GET(vd, share + W));

    return group->like->state == 0 ? p * q : p + (1.0f - p) * q;
}

LANE void set_limits(struct mc_work *work, const struct mc_group *group, const int kinds,
                     const bool product)
{
    for (size_t j = 0; j < BLOCK; j += 4 * W) {
        vf p = chance_at(work, group, product, j);
        vf next = chance_at(work, group, product, j + 2 * W);
        AT(vh, work->limit[0] + j) = SHORTS(single_limit(p), single_limit(next));
        if (kinds < 2)
            continue;
        p = crossing_at(work, group, p, j);
        next = crossing_at(work, group, next, j + 2 * W);
        AT(vh, work->limit[1] + j) = SHORTS(single_limit(p), single_limit(next));
    }
}

/* Below the limit: surely; at it or one above: unsure. */
LANE void draw_lanes(struct mc_work *work, const struct mc_group *group, const int kinds,
                     size_t i)
{
    const struct mc_plan *plan = work->plan;
    const struct mc_start *start = work->start + group->first;
    uint64_t first = work->block * (PLANE / 2) + i;
    vq even = products(first, 2), odd = products(first + 1, 2);
    vh limit[2][PLANES], count[2][PLANES];

    for (int k = 0; k < kinds; k++)
        for (int w = 0; w < PLANES; w++) {
            limit[k][w] = GET(vh, work->limit[k] + w * PLANE + 2 * i);
            count[k][w] = GET(vh, work->below[k] + w * PLANE + 2 * i);
        }
    for (size_t unit = 0; unit < group->units; unit++) {
        vq a[PLANES], b[PLANES];
        vh bits[PLANES];
        vhu nearest = (vhu){0} + 0xFFFF;
        philox(even, &start[unit], plan, a);
        philox(odd, &start[unit], plan, b);
        for (int w = 0; w < PLANES; w++) {
            bits[w] = JOIN(a[w], b[w]);
            for (int k = 0; k < kinds; k++) {
                count[k][w] -= (vh)(bits[w] < limit[k][w]);
                nearest = NEARER(nearest, (vhu)bits[w] - (vhu)limit[k][w]);
            }
        }
        if (__builtin_expect(ANY(nearest < 2), 0)) {
            _Alignas(64) int16_t drawn[PLANES][4 * W], change[2][PLANES][4 * W];
            for (int w = 0; w < PLANES; w++)
                AT(vh, drawn[w]) = bits[w];
            mc_settle(work, group, unit,
                      (struct mc_drawn){2 * i, 4 * W, kinds, drawn[0], change[0][0]});
            for (int k = 0; k < kinds; k++)
                for (int w = 0; w < PLANES; w++)
                    count[k][w] += GET(vh, change[k][w]);
        }
    }
    for (int k = 0; k < kinds; k++)
        for (int w = 0; w < PLANES; w++)
            AT(vh, work->below[k] + w * PLANE + 2 * i) = count[k][w];
}

LANE void draw_group(struct mc_work *work, const struct mc_group *group, const int kinds)
{
    if (group->kind != TN_MC_NONE && work->kind_good[group->kind] && work->place_good)
        set_limits(work, group, kinds, true);
    else
        set_limits(work, group, kinds, false);
    for (size_t i = 0; i < PLANE / 2; i += 2 * W)
        draw_lanes(work, group, kinds, i);
}

KERNEL void draw_exits(struct mc_work *work, const struct mc_group *group)
{
    draw_group(work, group, 1);
}

KERNEL void draw_exits_and_crossings(struct mc_work *work, const struct mc_group *group)
{
    draw_group(work, group, 2);
}

/* Move the 16-bit counts of a state over to the place's. A unit of state 0 with the
 * number u crosses when u < p q; one of state 1 when p <= u < p + (1 - p) q. */
KERNEL void collect(struct mc_work *work, int state)
{
    int32_t *exits = work->count.of[state][TN_MC_EXITS];
    int32_t *crossings = work->count.of[state][TN_MC_CROSSINGS];
    int both = mc_is_on(work->plan, work->plan->model->crossing[state]);

    for (size_t j = 0; j < BLOCK; j++)
        exits[j] += work->below[0][j];
    for (size_t j = 0; j < BLOCK && both; j++)
        crossings[j] += work->below[1][j] - (state ? work->below[0][j] : 0);
    memset(work->below, 0, sizeof work->below);
}

/* The portion of a Poisson mean that is drawn at a time: 0 to PORTION. */
LANE vd portion_of(vd mean, double before)
{
    mean = pick(WHERE(mean < MOST_ENTRIES), mean, ALL(MOST_ENTRIES)) - before;
    mean = pick(WHERE(mean < PORTION), mean, ALL(PORTION));
    return pick(WHERE(mean > 0.0), mean, ALL(0.0));
}

/* Poisson by inversion, all planes abreast: count the partial sums below u. */
LANE void poisson(const vd mean[PLANES], const vd u[PLANES], int32_t most,
                  vd count[PLANES])
{
    vd chance[PLANES], sum[PLANES];

    for (int w = 0; w < PLANES; w++) {
        chance[w] = sum[w] = lane_exp(-mean[w]);
        count[w] = ALL(0.0);
    }
    for (int32_t k = 1; k <= most; k++) {
        double inverse = 1.0 / (double)k;
        vq any = {0};
        for (int w = 0; w < PLANES; w++) {
            vq more = WHERE(u[w] > sum[w]);
            any |= more;
            count[w] += REAL(more & BITS(ALL(1.0)));
            chance[w] *= mean[w] * inverse;
            sum[w] += chance[w];
        }
        if (!ANY(any))
            return;
    }
}

KERNEL void draw_entries(struct mc_work *work, size_t v, int state, uint64_t portion)
{
    const struct tn_mc_place *place = &work->plan->model->place[v];
    const struct mc_place *bound = &work->plan->place[v];
    const double *rate = work->value[work->plan->model->entry[state]];
    int32_t *entries = work->count.of[state][TN_MC_ENTRIES];
    int32_t most = (int32_t)bound->most[state] / bound->portions[state];
    uint64_t first = work->block * PLANE;
    struct mc_start start = mc_start_of(
        work->plan, place->key, FOR_ENTRY + (unsigned)state, portion << 8 | first >> 32);

    for (size_t i = 0; i < PLANE; i += W) {
        vq word[PLANES];
        vd mean[PLANES], u[PLANES], count[PLANES];
        philox(products(first + i, 1), &start, work->plan, word);
        for (size_t w = 0; w < PLANES; w++) {
            mean[w] = portion_of(GET(vd, rate + w * PLANE + i) * place->exposure[state],
                                 PORTION * (double)portion);
            u[w] = (from_word(word[w]) + 0.5) * 0x1p-32;
        }
        poisson(mean, u, most, count);
        for (size_t w = 0; w < PLANES; w++)
            for (size_t lane = 0; lane < W; lane++)
                entries[w * PLANE + i + lane] += (int32_t)count[w][lane];
    }
}

/* Where each unit of the place stands in the end. */
KERNEL void close_year(struct mc_work *work, const long units[])
{
    int32_t(*poor)[BLOCK] = work->count.of[0], (*near)[BLOCK] = work->count.of[1];

    for (size_t j = 0; j < BLOCK; j += 2 * W) {
        vi cross = GET(vi, poor[TN_MC_CROSSINGS] + j);
        vi fall = GET(vi, near[TN_MC_CROSSINGS] + j);
        AT(vi, poor[TN_MC_END] + j) = (int32_t)units[0] - GET(vi, poor[TN_MC_EXITS] + j) +
                                      fall + GET(vi, poor[TN_MC_ENTRIES] + j);
        AT(vi, near[TN_MC_END] + j) = (int32_t)units[1] - GET(vi, near[TN_MC_EXITS] + j) -
                                      fall + cross + GET(vi, near[TN_MC_ENTRIES] + j);
    }
}

/* Join the place at hand to all places. */
KERNEL void join(struct mc_work *work, int state, long quota)
{
    for (int c = 0; c < TN_MC_COUNTS; c++)
        for (size_t j = 0; j < BLOCK && work->plan->varies[state][c]; j += 2 * W)
            AT(vi, work->total.of[state][c] + j) += GET(vi, work->count.of[state][c] + j);
    if (quota <= 0)
        return;
    for (size_t j = 0; j < BLOCK; j += 2 * W)
        AT(vi, work->every[state] + j) &=
            (vi)(GET(vi, work->count.of[state][TN_MC_EXITS] + j) >= (int32_t)quota);
}

KERNEL void find_cells(struct mc_work *work, const struct mc_counts *count, int which,
                       size_t stride)
{
    const int32_t *first = count->of[0][which], *second = count->of[1][which];

    for (size_t j = 0; j < BLOCK; j += 2 * W)
        AT(vi, work->cell + j) = GET(vi, first + j) * (int32_t)stride +
                                 GET(vi, second + j);
}

KERNEL void draw_place(struct mc_work *work, size_t v)
{
    const struct mc_plan *plan = work->plan;
    const struct mc_place *place = &plan->place[v];

    for (int k = 0; k < TN_MC_STATES * TN_MC_COUNTS; k++)
        if (plan->varies[k / TN_MC_COUNTS][k % TN_MC_COUNTS])
            memset(work->count.of[k / TN_MC_COUNTS][k % TN_MC_COUNTS], 0,
                   sizeof work->count.of[0][0]);
    memcpy(work->effect, work->shared, sizeof work->effect);
    size_t own = plan->model->place[v].own_sd;
    add_effect(work, own ? own - 1 : plan->model->place_sd, plan->model->place[v].key,
               FOR_PLACE, work->effect);
    find_place_odds(work);
    for (size_t g = 0; g < place->groups; g++) {
        const struct mc_group *group = &place->group[g];
        int state = group->like->state;
        if (mc_is_on(plan, plan->model->crossing[state]))
            draw_exits_and_crossings(work, group);
        else
            draw_exits(work, group);
        if (group->last)
            collect(work, state);
    }
    for (int s = 0; s < TN_MC_STATES; s++)
        for (int portion = 0; portion < place->portions[s]; portion++)
            draw_entries(work, v, s, (uint64_t)portion);
    if (plan->varies[0][TN_MC_END] || plan->varies[1][TN_MC_END])
        close_year(work, place->units);
    for (int s = 0; s < TN_MC_STATES; s++)
        join(work, s, plan->model->place[v].quota[s]);
}

#endif
