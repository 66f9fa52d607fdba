/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/chance.h"

#include "tn/base/fold.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static bool has_cause(const struct tn_household *h, const char *cause)
{
    for (size_t i = 0; i < h->causes; i++)
        if (strcmp(h->cause[i], cause) == 0)
            return true;
    return false;
}

double tn_term_shown(const struct tn_term *term, const struct tn_household *h)
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

/* What is known of a village without a row of its own, in a commune that has one: the
 * commune's effect, and that it is one of many. */
static const struct tn_village_term *by_commune(struct tn_arena *arena,
                                                const struct tn_commune *commune,
                                                const struct tn_model *model)
{
    const struct tn_prior *village = &model->prior[TN_VILLAGE_SD];
    const char *key = tn_fold_key(arena, strlen(commune->name), commune->name);

    for (size_t i = 0; i < model->communes; i++) {
        if (strcmp(model->commune[i].key, key) != 0)
            continue;
        struct tn_village_term *term = tn_new(arena, struct tn_village_term, 1);
        *term = model->commune[i];
        term->prior.sd = hypot(term->prior.sd, village->off ? 0 : exp(village->mean));
        return term;
    }
    return NULL;
}

const struct tn_village_term **tn_village_terms(struct tn_arena *arena,
                                                const struct tn_commune *commune,
                                                const struct tn_model *model)
{
    const struct tn_village_term **term = tn_new(arena, const struct tn_village_term *,
                                                 commune->villages);
    const struct tn_village_term *other = model->communes && commune->villages
                                              ? by_commune(arena, commune, model)
                                              : NULL;

    for (size_t v = 0; (model->villages || other) && v < commune->villages; v++) {
        const char *name = commune->village[v].name;
        term[v] = tn_model_village(model, tn_fold_key(arena, strlen(name), name));
        if (!term[v])
            term[v] = other;
    }
    return term;
}

bool tn_class_alike(const struct tn_class *a, const struct tn_class *b, size_t terms)
{
    if (a->status != b->status || a->planned != b->planned ||
        a->adjusted.set != b->adjusted.set ||
        !same(a->adjusted.logit, b->adjusted.logit) ||
        !same(a->adjusted.shift, b->adjusted.shift) || a->own != b->own ||
        (a->own && !same(a->own_sd, b->own_sd)))
        return false;
    for (size_t k = 0; k < terms; k++)
        if (!same(a->x[k], b->x[k]))
            return false;
    return true;
}

/* A class of a village whose effect is known: its mean moves chances that are not set. */
static void know_village(const struct tn_village_term *term, struct tn_class *class)
{
    if (!term)
        return;
    class->own = true;
    class->own_sd = term->prior.sd;
    if (!class->adjusted.set)
        class->adjusted.shift += term->prior.mean;
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
        x[k] = tn_term_shown(&model->term[k], h);
    return x;
}

struct source {
    const struct tn_commune *commune;
    const struct tn_model *model;
    const struct tn_village_term **term;   // of each village
};

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
static long add_listed(struct tn_arena *arena, const struct source *of,
                       const struct listing *list, const struct tn_class *kind,
                       struct tn_classes *classes)
{
    size_t from = classes->n;
    long listed = 0;

    for (size_t k = list->first[kind->village]; k < list->first[kind->village + 1]; k++) {
        const struct tn_household *h = &of->commune->household[list->row[k]];
        if (h->status != kind->status || h->planned != kind->planned)
            continue;
        struct tn_class one = *kind;
        one.households = 1;
        one.x = terms_of(arena, of->model, h);
        one.adjusted = tn_scenario_for(of->model->scenario, h->village, h->status,
                                       h->planned, h);
        know_village(of->term[h->village], &one);
        classes->of_household[list->row[k]] = join(classes, from, of->model->terms, &one);
        listed++;
    }
    return listed;
}

/* Households that the plan only counts. */
static void add_counted(const struct source *of, size_t from, const struct tn_class *kind,
                        struct tn_classes *classes)
{
    struct tn_class all = *kind;

    all.adjusted = tn_scenario_for(of->model->scenario, kind->village, kind->status,
                                   kind->planned, NULL);
    know_village(of->term[kind->village], &all);
    if (all.households > 0)
        join(classes, from, of->model->terms, &all);
}

static void add_village(struct tn_arena *arena, const struct source *of,
                        const struct listing *list, size_t v, struct tn_classes *classes)
{
    const double *unknown = tn_new(arena, double, of->model->terms);
    const struct tn_village *village = &of->commune->village[v];

    for (int s = 0; s < TN_STATUSES; s++) {
        struct tn_class kind = {.village = v, .status = (enum tn_status)s, .x = unknown};
        kind.planned = true;
        long planned = add_listed(arena, of, list, &kind, classes);
        if (of->commune->households_listed == 0) {
            planned = kind.households = village->quota[s];
            add_counted(of, classes->n, &kind, classes);
        }
        kind.planned = false;
        size_t from = classes->n;
        long listed = add_listed(arena, of, list, &kind, classes);
        kind.households = village->households[s] - planned - listed;
        add_counted(of, from, &kind, classes);
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
    struct source of = {c, model, tn_village_terms(arena, c, model)};
    struct listing list = by_village(arena, c);

    /* At most one class a listed household, and two more a village and status. */
    classes.class = tn_new(arena, struct tn_class,
                           c->households_listed + 2 * TN_STATUSES * c->villages);
    classes.of_household = tn_new(arena, size_t, c->households_listed);
    for (size_t v = 0; v < c->villages; v++)
        add_village(arena, &of, &list, v, &classes);
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
