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

static void group_units(struct tn_arena *arena, struct mc_plan *plan)
{
    const struct tn_mc_model *model = plan->model;
    struct listed *listed = list(arena, model);
    uint64_t *key = tn_new(arena, uint64_t, model->units);
    struct mc_group *group = tn_new(arena, struct mc_group, model->units), *open = group;

    for (size_t i = 0; i < model->units; i++) {
        const struct tn_mc_unit *unit = listed[i].unit;
        struct mc_place *place = &plan->place[unit->place];
        key[i] = unit->key;
        if (i == 0 || by_group(&listed[i - 1], &listed[i]) != 0) {
            open = group++;
            *open = (struct mc_group){unit, listed[i].covariate, 0, &key[i]};
            place->group = place->groups++ ? place->group : open;
        }
        open->units++;
        place->units[unit->state]++;
        plan->units[unit->state]++;
    }
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
}

/* The most entries a replicate can bring: the mean at a normal number of 7 (none is above
 * 6.77), each portion at the highest uniform number there is. */
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
    plan->place[v].portions[state] = (int)ceil(mean / PORTION);
    plan->place[v].most[state] = (size_t)ceil(mean / PORTION) *
                                 (size_t)mc_poisson(fmin(mean, PORTION), 1 - 0x1p-33,
                                                    1024);
}

double mc_value(enum mc_role role, double normal)
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

struct mc_plan mc_plan_from(struct tn_arena *arena, const struct tn_mc_model *model,
                            const struct tn_mc_request *request)
{
    struct mc_plan plan = {
        .model = model, .seed = request->seed, .draws = request->draws};

    plan.place = tn_new(arena, struct mc_place, model->places);
    check_keys(arena, model);
    group_units(arena, &plan);
    set_roles(arena, &plan);
    for (size_t v = 0; v < model->places; v++)
        for (int s = 0; s < TN_MC_STATES; s++)
            bound_entries(&plan, v, s);
    return plan;
}

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

struct mc_work *mc_work_new(struct tn_arena *arena, const struct mc_plan *plan)
{
    const struct tn_mc_model *model = plan->model;
    struct mc_work *work = tn_new(arena, struct mc_work, 1);
    struct tn_mc_result *result = &work->result;
    size_t most[TN_MC_STATES] = {0};

    work->plan = plan;
    result->places = model->places;
    result->place = tn_new(arena, struct tn_mc_area, model->places);
    for (size_t v = 0; v < model->places; v++) {
        new_area(arena, &result->place[v], plan->place[v].units, plan->place[v].most);
        for (int s = 0; s < TN_MC_STATES; s++)
            most[s] += plan->place[v].most[s];
    }
    new_area(arena, &result->all, plan->units, most);

    work->value = tn_arena_take(arena, sizeof *work->value, model->parameters);
    for (size_t p = 0; p < model->parameters; p++)
        for (size_t j = 0; j < BLOCK; j++)
            work->value[p][j] = mc_value(plan->role[p], model->parameter[p].mean);
    return work;
}
