/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_plan.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "tn/num/portable.h"

struct listed {
    const struct tn_mc_unit *unit;
    const double *covariate;
    size_t terms;
};

static int sign(double a, double b)
{
    return (a > b) - (a < b);
}

static int sign_index(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By place and state, then by what the logit is made of; 0 where all of it is alike. */
static int by_group(const void *left, const void *right)
{
    const struct listed *a = left, *b = right;
    int order = sign_index(a->unit->place, b->unit->place);

    if (!order)
        order = a->unit->state - b->unit->state;
    if (!order)
        order = sign_index(a->unit->base, b->unit->base);
    if (!order)
        order = sign(a->unit->offset, b->unit->offset);
    for (size_t t = 0; t < a->terms && !order; t++)
        order = sign(a->covariate[t], b->covariate[t]);
    return order;
}

static int by_key(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

static void check_unit(const struct tn_mc_model *model, const struct tn_mc_unit *unit)
{
    assert(unit->place < model->places);
    assert(unit->state == 0 || unit->state == 1);
    assert(unit->base == TN_MC_NONE || unit->base < model->parameters);
    assert(!isnan(unit->offset));
}

static struct listed *list(struct tn_arena *arena, const struct tn_mc_model *model)
{
    struct listed *listed = tn_new(arena, struct listed, model->units);

    for (size_t i = 0; i < model->units; i++) {
        check_unit(model, &model->unit[i]);
        listed[i] = (struct listed){&model->unit[i], NULL, model->terms};
        if (model->terms)
            listed[i].covariate = &model->covariate[i * model->terms];
    }
    qsort(listed, model->units, sizeof *listed, by_group);
    return listed;
}

/* Two units with one key would do the same in every replicate. */
static void check_keys(struct tn_arena *arena, const struct tn_mc_model *model)
{
    struct tn_mark mark = tn_arena_mark(arena);
    uint64_t *key = tn_new(arena, uint64_t, model->units);

    for (size_t i = 0; i < model->units; i++)
        key[i] = model->unit[i].key;
    qsort(key, model->units, sizeof *key, by_key);
    for (size_t i = 1; i < model->units; i++)
        assert(key[i] != key[i - 1]);
    tn_arena_rewind(arena, mark);
}

/* Counts of up to twice MOST_UNITS fit; a place's other groups of the state may follow.
 */
static void close_groups(struct mc_place *place)
{
    size_t units = 0;

    for (size_t g = 0; g < place->groups; g++) {
        struct mc_group *group = &place->group[g];
        units += group->units;
        group->last = g + 1 == place->groups || units > MOST_UNITS ||
                      group[1].like->state != group->like->state;
        if (group->last)
            units = 0;
    }
}

static bool alike(const struct mc_group *a, const struct mc_group *b, size_t terms)
{
    bool same = a->like->base == b->like->base &&
                sign(a->like->offset, b->like->offset) == 0;

    for (size_t t = 0; t < terms && same; t++)
        same = sign(a->covariate[t], b->covariate[t]) == 0;
    return same;
}

static bool is_uncertain(const struct tn_mc_model *model, const struct mc_group *group)
{
    bool uncertain = model->parameter[group->like->base].sd > 0;

    for (size_t t = 0; t < model->terms; t++)
        uncertain |= model->parameter[model->term[t]].sd > 0;
    return uncertain;
}

/* Find the group's kind, or make it one while there is room. */
static void set_kind(struct mc_plan *plan, struct mc_group *group)
{
    const struct tn_mc_model *model = plan->model;
    size_t k = 0;

    if (group->like->base == TN_MC_NONE)
        return;
    while (k < plan->kinds && !alike(group, plan->kind[k].like, model->terms))
        k++;
    if (k == MOST_KINDS)
        return;
    if (k == plan->kinds)
        plan->kind[plan->kinds++] = (struct mc_kind){group, is_uncertain(model, group)};
    group->kind = k;
}

static void group_units(struct tn_arena *arena, struct mc_plan *plan)
{
    const struct tn_mc_model *model = plan->model;
    struct listed *listed = list(arena, model);
    uint64_t *key = tn_new(arena, uint64_t, model->units);
    struct mc_group *first = tn_new(arena, struct mc_group, model->units);
    struct mc_group *group = first, *open = first;

    for (size_t i = 0; i < model->units; i++) {
        const struct tn_mc_unit *unit = listed[i].unit;
        struct mc_place *place = &plan->place[unit->place];
        key[i] = unit->key;
        if (i == 0 || by_group(&listed[i - 1], &listed[i]) != 0 ||
            open->units == MOST_UNITS) {
            open = group++;
            *open = (struct mc_group){unit, listed[i].covariate, i, 0, TN_MC_NONE, false};
            place->group = place->groups++ ? place->group : open;
        }
        open->units++;
        place->units[unit->state]++;
        plan->units[unit->state]++;
    }
    plan->unit = key;
    for (size_t v = 0; v < model->places; v++)
        close_groups(&plan->place[v]);
    for (struct mc_group *g = first; g < group; g++)
        set_kind(plan, g);
}

static void set_role(struct mc_plan *plan, size_t parameter, enum mc_role role)
{
    if (parameter == TN_MC_NONE)
        return;
    assert(parameter < plan->model->parameters);
    assert(plan->role[parameter] == AS_DRAWN || plan->role[parameter] == role);
    plan->role[parameter] = (unsigned char)role;
}

static void set_roles(struct tn_arena *arena, struct mc_plan *plan)
{
    const struct tn_mc_model *model = plan->model;

    plan->role = tn_new(arena, unsigned char, model->parameters);
    set_role(plan, model->place_sd, AS_EXP);
    for (size_t v = 0; v < model->places; v++)
        if (model->place[v].own_sd)
            set_role(plan, model->place[v].own_sd - 1, AS_EXP);
    for (size_t i = 0; i < model->effects; i++)
        set_role(plan, model->effect[i].sd, AS_EXP);
    for (int s = 0; s < TN_MC_STATES; s++) {
        set_role(plan, model->crossing[s], AS_EXPIT);
        set_role(plan, model->entry[s], AS_EXP);
    }
    for (size_t i = 0; i < model->units; i++)
        set_role(plan, model->unit[i].base, AS_DRAWN);
    for (size_t t = 0; t < model->terms; t++)
        set_role(plan, model->term[t], AS_DRAWN);
    plan->on = tn_new(arena, bool, model->parameters);
    for (size_t p = 0; p < model->parameters; p++)
        plan->on[p] = model->parameter[p].mean > -HUGE_VAL || model->parameter[p].sd > 0;
}

static void set_keys(struct mc_plan *plan)
{
    uint32_t key[2] = {(uint32_t)plan->seed, (uint32_t)(plan->seed >> 32)};

    for (int round = 0; round < TN_PHILOX_ROUNDS; round++) {
        plan->key[0][round] = key[0];
        plan->key[1][round] = key[1];
        key[0] += TN_PHILOX_W0;
        key[1] += TN_PHILOX_W1;
    }
}

struct mc_start mc_start_of(const struct mc_plan *plan, uint64_t item, unsigned purpose,
                            uint64_t high)
{
    uint64_t q = (uint64_t)TN_PHILOX_M1 * (uint32_t)item;
    uint64_t c0 = (q >> 32) ^ (high | (uint64_t)purpose << 24) ^ plan->key[0][0];
    uint64_t p = (uint64_t)TN_PHILOX_M0 * (uint32_t)c0;

    return (struct mc_start){.a = item >> 32 ^ plan->key[1][0],
                             .b = (uint32_t)q ^ plan->key[0][1],
                             .c = p >> 32 ^ plan->key[1][1],
                             .d = (uint32_t)p ^ plan->key[1][2]};
}

/* The smallest k with P(K <= k) >= u. */
static size_t poisson_quantile(double mean, double u)
{
    double chance = exp(-mean), sum = chance;
    size_t k = 0;

    for (; u > sum && chance > 0; sum += chance)
        chance *= mean / (double)++k;
    return k;
}

/* The most entries a replicate can bring: the mean at a normal number of 7 (none is above
 * 6.77), each portion at the highest uniform number there is, and 2 for rounding. */
static void bound_entries(struct mc_plan *plan, size_t v, int state)
{
    const struct tn_mc_model *model = plan->model;
    size_t entry = model->entry[state];

    if (entry == TN_MC_NONE)
        return;
    const struct tn_mc_parameter *rate = &model->parameter[entry];
    double mean = model->place[v].exposure[state] * exp(rate->mean + 7 * rate->sd);
    assert(mean >= 0);
    mean = fmin(mean, MOST_ENTRIES);
    if (!(mean > 0))
        return;
    plan->place[v].portions[state] = (int)ceil(mean / PORTION);
    plan->place[v].most[state] = (size_t)ceil(mean / PORTION) *
                                 (poisson_quantile(fmin(mean, PORTION), 1 - 0x1p-33) + 2);
}

/* The number a parameter stands for. */
static double value_of(enum mc_role role, double normal)
{
    switch (role) {
    case AS_EXP:
        return tn_portable_exp(normal);
    case AS_EXPIT:
        return tn_portable_expit(normal);
    case AS_DRAWN:
        break;
    }
    return normal;
}

static void set_varies(struct mc_plan *plan)
{
    bool(*varies)[TN_MC_COUNTS] = plan->varies;

    for (int s = 0; s < TN_MC_STATES; s++) {
        varies[s][TN_MC_EXITS] = true;
        varies[s][TN_MC_CROSSINGS] = mc_is_on(plan, plan->model->crossing[s]);
        for (size_t v = 0; v < plan->model->places; v++)
            varies[s][TN_MC_ENTRIES] |= plan->place[v].portions[s] > 0;
    }
    varies[0][TN_MC_END] = varies[1][TN_MC_CROSSINGS] || varies[0][TN_MC_ENTRIES];
    varies[1][TN_MC_END] = varies[0][TN_MC_CROSSINGS] || varies[1][TN_MC_CROSSINGS] ||
                           varies[1][TN_MC_ENTRIES];
}

struct mc_plan mc_plan_from(struct tn_arena *arena, const struct tn_mc_model *model,
                            const struct tn_mc_request *request)
{
    struct mc_plan plan = {.model = model,
                           .seed = request->seed,
                           .draws = request->draws,
                           .request = request};

    plan.place = tn_new(arena, struct mc_place, model->places);
    set_keys(&plan);
    check_keys(arena, model);
    group_units(arena, &plan);
    set_roles(arena, &plan);
    for (size_t v = 0; v < model->places; v++)
        for (int s = 0; s < TN_MC_STATES; s++)
            bound_entries(&plan, v, s);
    set_varies(&plan);
    return plan;
}

/* Whole cache lines, so that vectors do not straddle them. */
static void *aligned(struct tn_arena *arena, size_t size, size_t count)
{
    unsigned char *at = tn_arena_take(arena, size, count + 1 + 64 / size);

    return at + (64 - (uintptr_t)at % 64) % 64;
}

static void set_starts(struct mc_work *work, uint64_t high)
{
    for (size_t i = 0; i < work->plan->model->units; i++)
        work->start[i] = mc_start_of(work->plan, work->plan->unit[i], FOR_LEAVING, high);
}

void mc_open_block(struct mc_work *work, uint64_t block)
{
    const uint64_t each = PLANE / 2;   // Philox blocks

    if (block * each >> 32 != work->block * each >> 32)
        set_starts(work, block * each >> 32);
    work->block = block;
}

struct mc_work *mc_work_new(struct tn_arena *arena, const struct mc_plan *plan)
{
    const struct tn_mc_model *model = plan->model;
    struct mc_work *work = aligned(arena, sizeof *work, 1);

    work->plan = plan;
    work->start = tn_new(arena, struct mc_start, model->units);
    set_starts(work, 0);
    work->kind_odds = aligned(arena, sizeof *work->kind_odds, plan->kinds);
    work->value = aligned(arena, sizeof *work->value, model->parameters);
    for (size_t p = 0; p < model->parameters; p++)
        for (size_t j = 0; j < BLOCK; j++)
            work->value[p][j] = value_of(plan->role[p], model->parameter[p].mean);
    mc_tally_new(arena, work);
    return work;
}
