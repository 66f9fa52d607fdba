/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/chance.h"

#include <assert.h>
#include <string.h>

static bool has_cause(const struct tn_household *h, const char *cause)
{
    for (size_t i = 0; i < h->causes; i++)
        if (strcmp(h->cause[i], cause) == 0)
            return true;
    return false;
}

/* What a household shows of one term; 0 where it is not known. */
static double shown(const struct tn_term *term, const struct tn_household *h)
{
    if (term->status != TN_UNKNOWN && term->status != (int)h->status)
        return 0;
    if (strncmp(term->name, "cause:", 6) == 0)
        return has_cause(h, term->name + 6);
    if (h->workers == TN_UNKNOWN)
        return 0;
    if (strcmp(term->name, "no_worker") == 0)
        return h->workers == 0;
    assert(strcmp(term->name, "working_share") == 0);
    return h->members > 0 ? (double)h->workers / (double)h->members : 0;
}

static bool same(double a, double b)
{
    return !(a < b) && !(a > b);
}

bool tn_class_alike(const struct tn_class *a, const struct tn_class *b, size_t terms)
{
    if (a->status != b->status || a->planned != b->planned ||
        a->adjusted.set != b->adjusted.set ||
        !same(a->adjusted.logit, b->adjusted.logit) ||
        !same(a->adjusted.shift, b->adjusted.shift))
        return false;
    for (size_t k = 0; k < terms; k++)
        if (!same(a->x[k], b->x[k]))
            return false;
    return true;
}

/* Count like's households into their class, a new one if none of [from, n) is alike. */
static size_t join(struct tn_classes *classes, size_t from, size_t terms,
                   const struct tn_class *like)
{
    for (size_t i = from; i < classes->n; i++)
        if (classes->class[i].village == like->village &&
            tn_class_alike(&classes->class[i], like, terms)) {
            classes->class[i].households += like->households;
            return i;
        }
    classes->class[classes->n] = *like;
    return classes->n++;
}

static double *terms_of(struct tn_arena *arena, const struct tn_model *model,
                        const struct tn_household *h)
{
    double *x = tn_new(arena, double, model->terms);

    for (size_t k = 0; k < model->terms; k++)
        x[k] = shown(&model->term[k], h);
    return x;
}

/* The households that a plan lists, in the order of the file: row[first..] by village. */
struct listing {
    size_t *first, *row;   // villages + 1; households_listed
};

static struct listing by_village(struct tn_arena *arena, const struct tn_commune *c)
{
    struct listing list = {tn_new(arena, size_t, c->villages + 2),
                           tn_new(arena, size_t, c->households_listed)};

    for (size_t i = 0; i < c->households_listed; i++)
        list.first[c->household[i].village + 2]++;
    for (size_t v = 0; v < c->villages; v++)
        list.first[v + 2] += list.first[v + 1];
    for (size_t i = 0; i < c->households_listed; i++)
        list.row[list.first[c->household[i].village + 1]++] = i;
    return list;
}

/* The classes of one village and status, planned or not. Returns how many households
 * the list names. */
static long add_listed(struct tn_arena *arena, const struct tn_commune *c,
                       const struct tn_model *model, const struct listing *list,
                       const struct tn_class *kind, struct tn_classes *classes)
{
    size_t from = classes->n;
    long listed = 0;

    for (size_t k = list->first[kind->village]; k < list->first[kind->village + 1]; k++) {
        const struct tn_household *h = &c->household[list->row[k]];
        if (h->status != kind->status || h->planned != kind->planned)
            continue;
        struct tn_class one = *kind;
        one.households = 1;
        one.x = terms_of(arena, model, h);
        one.adjusted = tn_scenario_for(model->scenario, h->village, h->status, h->planned,
                                       h);
        classes->of_household[list->row[k]] = join(classes, from, model->terms, &one);
        listed++;
    }
    return listed;
}

static void add_village(struct tn_arena *arena, const struct tn_commune *c,
                        const struct tn_model *model, const struct listing *list,
                        size_t v, struct tn_classes *classes)
{
    const double *unknown = tn_new(arena, double, model->terms);

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_village *village = &c->village[v];
        struct tn_class kind = {.village = v, .status = (enum tn_status)s, .x = unknown};
        kind.planned = true;
        long planned = add_listed(arena, c, model, list, &kind, classes);
        if (c->households_listed == 0 && village->quota[s] > 0) {
            planned = kind.households = village->quota[s];
            kind.adjusted = tn_scenario_for(model->scenario, v, kind.status, true, NULL);
            join(classes, classes->n, model->terms, &kind);
        }
        kind.planned = false;
        size_t from = classes->n;
        long listed = add_listed(arena, c, model, list, &kind, classes);
        kind.households = village->households[s] - planned - listed;
        kind.adjusted = tn_scenario_for(model->scenario, v, kind.status, false, NULL);
        if (kind.households > 0)
            join(classes, from, model->terms, &kind);
    }
}

static void find_risks(struct tn_arena *arena, size_t terms, struct tn_classes *classes)
{
    classes->first_of_risk = tn_new(arena, size_t, classes->n);
    for (size_t i = 0; i < classes->n; i++) {
        size_t r = 0;
        while (r < classes->risks &&
               !tn_class_alike(&classes->class[classes->first_of_risk[r]],
                               &classes -> class[i], terms))
            r++;
        if (r == classes->risks)
            classes->first_of_risk[classes->risks++] = i;
        classes->class[i].risk = r;
    }
}

struct tn_classes tn_classes_of(struct tn_arena *arena, const struct tn_commune *c,
                                const struct tn_model *model)
{
    struct tn_classes classes = {0};
    struct listing list = by_village(arena, c);

    /* At most one class a listed household, and two more a village and status. */
    classes.class = tn_new(arena, struct tn_class,
                           c->households_listed + 2 * TN_STATUSES * c->villages);
    classes.of_household = tn_new(arena, size_t, c->households_listed);
    for (size_t v = 0; v < c->villages; v++)
        add_village(arena, c, model, &list, v, &classes);
    find_risks(arena, model->terms, &classes);
    return classes;
}

double tn_class_logit(const struct tn_class *class, size_t terms, const double scaled[])
{
    double logit = scaled[tn_chance_id(class->status, class->planned)];

    if (class->adjusted.set)
        return class->adjusted.logit + class->adjusted.shift;
    for (size_t k = 0; k < terms; k++)
        logit += class->x[k] * scaled[TN_PARAMETERS + k];
    return logit + class->adjusted.shift;
}
