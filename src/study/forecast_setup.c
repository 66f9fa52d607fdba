/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast_point.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The share of a commune's relapsed and new households that a village has: by those that
 * are not poor, or, where not every village says how many households it has, by its poor
 * and near-poor. */
static double entry_share(const struct tn_setup *s, const struct tn_village *village)
{
    double here = (double)(village->households[TN_POOR] +
                           village->households[TN_NEAR_POOR]);

    return s->shared_by_poor ? here : fmax((double)village->all_households - here, 0);
}

/* Nonpoor households in thousands, in all and by village: in such shares, or, where
 * these are all 0, in equal ones, so that the villages add up to the commune. */
static void find_exposures(struct tn_arena *arena, struct tn_setup *s)
{
    const struct tn_commune *c = s->commune;
    double all = s->total.middle -
                 (double)(c->households[TN_POOR] + c->households[TN_NEAR_POOR]);
    double shares = 0;

    s->exposure = tn_new(arena, double, c->villages + 1);
    s->entries_unknown = isnan(all);
    if (s->entries_unknown)
        return;
    all = fmax(all, 0);
    for (size_t v = 0; v < c->villages; v++)
        s->shared_by_poor |= c->village[v].all_households == TN_UNKNOWN;
    for (size_t v = 0; v < c->villages; v++)
        shares += entry_share(s, &c->village[v]);
    for (size_t v = 0; v < c->villages; v++)
        s->exposure[v] = (shares > 0 ? all * entry_share(s, &c->village[v]) / shares
                                     : all / (double)c->villages) /
                         1000;
    s->exposure[c->villages] = all / 1000;
}

static void add_group(struct tn_setup *s, int count, const struct tn_class *class)
{
    size_t i = s->groups[count]++;

    s->group[count][i] = (struct tn_group){.place = class->village,
                                           .risk = class->risk,
                                           .n = (size_t) class->households,
                                           .exits = 1};
    s->of_poor[count][i] = class->status == TN_POOR;
}

static void find_groups(struct tn_arena *arena, struct tn_setup *s)
{
    for (int count = 0; count < TN_C_COUNTS; count++) {
        s->group[count] = tn_new(arena, struct tn_group, s->classes.n);
        s->of_poor[count] = tn_new(arena, bool, s->classes.n);
    }
    for (size_t i = 0; i < s->classes.n; i++) {
        const struct tn_class *class = &s->classes.class[i];
        add_group(s, class->status == TN_POOR ? TN_C_POOR_EXITS : TN_C_NEAR_EXITS, class);
        add_group(s, TN_C_POOR_END, class);
        add_group(s, TN_C_NEAR_END, class);
    }
}

/* So many entries that more come with less than 1e-14 even at a rate z standard
 * deviations up. */
static double most_entries(const struct tn_prior *rate, double exposure, double z)
{
    double mean = exposure * tn_prior_at(rate, rate->sd > 0 ? z : 0);

    return mean > 0 ? ceil(mean + 8 * sqrt(mean) + 20) : 0;
}

/* A law kept count by count has at most MOST_COUNTS; what lies beyond is put at its end.
 * A whole country's entries range over millions: their law is kept in WIDE_CELLS cells,
 * up to where 1 in 2,000 lies beyond. */
static void lay_end(const struct tn_prior *rate, double exposure, size_t households,
                    size_t *n, long *step)
{
    enum { MOST_COUNTS = 4096, WIDE_CELLS = 512 };
    double all = (double)households + most_entries(rate, exposure, 6);

    *step = 1;
    if (all > MOST_COUNTS && most_entries(rate, exposure, 6) > (double)households) {
        all = (double)households + most_entries(rate, exposure, 3.3);
        *step = (long)ceil(all / WIDE_CELLS);
    }
    *n = (size_t)ceil(all / (double)*step);
}

static size_t take(size_t *next, size_t n)
{
    size_t from = *next;

    *next += n;
    return from;
}

static void lay_area(struct tn_setup *s, size_t v, size_t *next)
{
    const struct tn_commune *c = s->commune;
    const long *here = v < c->villages ? c->village[v].households : c->households;
    const struct tn_prior *prior = s->model->prior;
    struct tn_slots *slots = &s->slots[v];
    size_t all = (size_t)(here[TN_POOR] + here[TN_NEAR_POOR]);

    slots->n[TN_C_POOR_EXITS] = (size_t)here[TN_POOR];
    slots->n[TN_C_NEAR_EXITS] = (size_t)here[TN_NEAR_POOR];
    slots->step[TN_C_POOR_EXITS] = slots->step[TN_C_NEAR_EXITS] = 1;
    for (int status = 0; status < TN_STATUSES; status++)
        lay_end(&prior[TN_ENTRY_POOR + status], s->exposure[v], all,
                &slots->n[TN_C_POOR_END + status], &slots->step[TN_C_POOR_END + status]);
    for (int count = 0; count < TN_C_COUNTS; count++) {
        slots->pmf[count] = take(next, slots->n[count] + 1);
        slots->mean[count] = take(next, 1);
    }
    for (int status = 0; status < TN_STATUSES; status++) {
        bool watched = v == c->villages;   // they stand at the front
        slots->quota[status] = watched ? TN_WATCHED_QUOTA + (size_t)status
                                       : take(next, 1);
        slots->net[status] = watched ? TN_WATCHED_NET + (size_t)status : take(next, 1);
        slots->entry[status] = take(next, 1);
    }
    slots->to_near = take(next, 1);
    slots->to_poor = take(next, 1);
}

/* The largest number of households whose rate, cut to d decimals, does not exceed the
 * printed one: 100 n / total < percent + 10^-d. */
static long most_households(struct tn_printed printed, double total)
{
    double unit = pow(10, -printed.decimals);
    double bound = (nearbyint(printed.value / unit) + 1) * unit * total / 100;

    return (long)ceil(bound - 1e-9) - 1;
}

static bool is_target(const struct tn_commune *c, const struct tn_claim *claim,
                      int status)
{
    return claim->quantity == TN_Q_RATE && claim->year == c->plan_year &&
           claim->status == status && !isnan(claim->value.value);
}

/* The same rate printed twice is one target. */
static bool known_target(const struct tn_setup *s, int status,
                         const struct tn_claim *claim)
{
    for (size_t i = 0; i < s->targets[status]; i++) {
        const struct tn_target *t = &s->printed[status][i];
        if (t->decimals == claim->value.decimals && !(t->percent < claim->value.value) &&
            !(t->percent > claim->value.value))
            return true;
    }
    return false;
}

/* The target that the quota leads to comes first. */
static void agreeing_first(const struct tn_commune *c, int status, size_t n,
                           struct tn_target target[])
{
    for (size_t i = 1; i < n; i++)
        if (target[i].most == c->households[status] - c->quota[status] &&
            target[0].most != target[i].most) {
            struct tn_target first = target[i];
            memmove(target + 1, target, i * sizeof *target);
            target[0] = first;
            return;
        }
}

static void find_targets(struct tn_arena *arena, struct tn_setup *s, int status)
{
    const struct tn_commune *c = s->commune;

    s->printed[status] = tn_new(arena, struct tn_target, c->claims + 1);
    if (isnan(s->total.middle))
        return;
    for (size_t i = 0; i < c->claims; i++) {
        const struct tn_claim *claim = &c->claim[i];
        if (!is_target(c, claim, status) || known_target(s, status, claim))
            continue;
        s->printed[status][s->targets[status]++] = (struct tn_target){
            .section = claim->section,
            .percent = claim->value.value,
            .decimals = claim->value.decimals,
            .most = most_households(claim->value, s->total.middle),
        };
    }
    agreeing_first(c, status, s->targets[status], s->printed[status]);
}

struct tn_setup tn_setup_from(struct tn_arena *arena, const struct tn_commune *commune,
                              const struct tn_model *model)
{
    struct tn_setup s = {.commune = commune,
                         .model = model,
                         .classes = tn_classes_of(arena, commune, model),
                         .total = tn_total_of(commune)};
    size_t next = TN_WATCHED;

    s.village = tn_village_terms(arena, commune, model);
    for (size_t v = 0; v < commune->villages; v++)
        s.villages_known |= s.village[v] != NULL;
    find_exposures(arena, &s);
    find_groups(arena, &s);
    s.slots = tn_new(arena, struct tn_slots, commune->villages + 1);
    for (size_t v = 0; v <= commune->villages; v++)
        lay_area(&s, v, &next);
    s.both = take(&next, 1);
    for (int status = 0; status < TN_STATUSES; status++) {
        find_targets(arena, &s, status);
        s.every[status] = take(&next, 1);
        s.target[status] = take(&next, s.targets[status]);
    }
    s.weight = take(&next, 1);
    s.length = next;
    return s;
}
