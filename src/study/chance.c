/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/chance.h"

#include "tn/num/qmc.h"
#include "tn/num/special.h"

#include <math.h>
#include <stdlib.h>

/* A quantile of so many evenly spread points is right to about 3e-4. */
enum { POINTS = 1 << 14 };

/* The parameters and the sum of effects at each point. */
struct sample {
    size_t n, parameters;
    double *scaled;   // n x parameters
    double *effect;   // n: the village's and the year's effect together
};

static double sd_at(const struct tn_prior *prior, double scaled)
{
    return prior->off ? 0 : exp(scaled);
}

static struct sample sample_of(struct tn_arena *arena, const struct tn_model *model,
                               unsigned long seed)
{
    size_t all = TN_PARAMETERS + model->terms, dims = all + 2;
    const double *u = tn_qmc_points(arena, dims, POINTS, seed);
    struct sample s = {POINTS, all, tn_new(arena, double, POINTS *all),
                       tn_new(arena, double, POINTS)};

    for (size_t i = 0; i < s.n; i++) {
        const double *at = u + i * dims;
        double *scaled = s.scaled + i * all;
        for (size_t k = 0; k < all; k++) {
            const struct tn_prior *prior = k < TN_PARAMETERS
                                               ? &model->prior[k]
                                               : &model->term[k - TN_PARAMETERS].prior;
            scaled[k] = tn_prior_scaled(prior, tn_normal_quantile(at[k + 2]));
        }
        s.effect[i] = sd_at(&model->prior[TN_VILLAGE_SD], scaled[TN_VILLAGE_SD]) *
                          tn_normal_quantile(at[0]) +
                      sd_at(&model->prior[TN_YEAR_SD], scaled[TN_YEAR_SD]) *
                          tn_normal_quantile(at[1]);
    }
    return s;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static const struct tn_chance nobody = {(double)NAN, (double)NAN, (double)NAN};

/* chance is sorted. */
static struct tn_chance describe(size_t n, double chance[])
{
    struct tn_chance c = {0, 0, 0};

    for (size_t i = 0; i < n; i++)
        c.mean += chance[i];
    c.mean /= (double)n;
    qsort(chance, n, sizeof *chance, ascending);
    c.q05 = chance[(size_t)(0.05 * (double)n)];
    c.q95 = chance[(size_t)(0.95 * (double)n)];
    return c;
}

/* One class's chance at every point, times its households, added to sum. */
static void add_class(const struct sample *s, const struct tn_model *model,
                      const struct tn_class *class, double sum[])
{
    for (size_t i = 0; i < s->n; i++) {
        double logit = tn_class_logit(class, model->terms, s->scaled + i * s->parameters);
        sum[i] += (double)class->households * tn_expit(logit + s->effect[i]);
    }
}

enum { EITHER = -1 };

/* The mean chance of the households of a village (or of all, TN_NONE) and status. All
 * villages share the effect of one point: the commune's figure is that of a typical
 * village. */
static struct tn_chance mean_chance(struct tn_arena *arena, const struct sample *s,
                                    const struct tn_model *model,
                                    const struct tn_classes *classes,
                                    const struct tn_class *like, int planned)
{
    struct tn_mark mark = tn_arena_mark(arena);
    double *sum = tn_new(arena, double, s->n);
    long households = 0;

    for (size_t k = 0; k < classes->n; k++) {
        const struct tn_class *class = &classes->class[k];
        if (class->status != like->status ||
            (like->village != TN_NONE && class->village != like->village) ||
            (planned != EITHER && planned != class->planned))
            continue;
        add_class(s, model, class, sum);
        households += class->households;
    }
    for (size_t i = 0; i < s->n; i++)
        sum[i] /= (double)households;
    struct tn_chance chance = households ? describe(s->n, sum) : nobody;
    tn_arena_rewind(arena, mark);
    return chance;
}

static struct tn_village_chance village_chance(struct tn_arena *arena,
                                               const struct sample *s,
                                               const struct tn_model *model,
                                               const struct tn_classes *classes,
                                               const struct tn_class *like)
{
    return (struct tn_village_chance){
        .planned = mean_chance(arena, s, model, classes, like, 1),
        .unplanned = mean_chance(arena, s, model, classes, like, 0),
        .overall = mean_chance(arena, s, model, classes, like, EITHER),
    };
}

struct tn_chances tn_chances_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_classes *classes, unsigned long seed)
{
    struct tn_chances chances = {.villages = commune->villages,
                                 .class = tn_new(arena, struct tn_chance, classes->n)};
    for (int status = 0; status < TN_STATUSES; status++)
        chances.village[status] = tn_new(arena, struct tn_village_chance,
                                         commune->villages);

    struct tn_mark mark = tn_arena_mark(arena);
    struct sample s = sample_of(arena, model, seed);
    double *one = tn_new(arena, double, s.n);
    for (size_t k = 0; k < classes->n; k++) {
        struct tn_class single = classes->class[k];
        single.households = 1;
        for (size_t i = 0; i < s.n; i++)
            one[i] = 0;
        add_class(&s, model, &single, one);
        chances.class[k] = describe(s.n, one);
    }
    for (int status = 0; status < TN_STATUSES; status++) {
        struct tn_class like = {.status = (enum tn_status)status, .village = TN_NONE};
        chances.commune[status] = village_chance(arena, &s, model, classes, &like);
        for (like.village = 0; like.village < commune->villages; like.village++)
            chances.village[status][like.village] = village_chance(arena, &s, model,
                                                                   classes, &like);
    }
    tn_arena_rewind(arena, mark);
    return chances;
}
