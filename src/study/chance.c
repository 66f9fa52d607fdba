/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/chance.h"

#include "tn/num/qmc.h"
#include "tn/num/special.h"
#include "tn/num/sum.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A quantile of so many evenly spread points is right to about 1e-3. */
enum { POINTS = 1 << 16 };

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

/* Sorts the chances. The mean is summed from the smallest. */
static struct tn_chance describe(size_t n, double chance[])
{
    struct tn_chance c = {0, 0, 0};

    qsort(chance, n, sizeof *chance, ascending);
    c.mean = tn_sum_of(n, chance) / (double)n;
    c.q05 = chance[(size_t)(0.05 * (double)n)];
    c.q95 = chance[(size_t)(0.95 * (double)n)];
    return c;
}

/* weight times a risk's chance at every point, added to sum. */
static void add_risk(const struct sample *s, const struct tn_model *model,
                     const struct tn_class *class, double weight, double sum[])
{
    for (size_t i = 0; i < s->n; i++) {
        double logit = tn_class_logit(class, model->terms, s->scaled + i * s->parameters);
        sum[i] += weight * tn_expit(logit + s->effect[i]);
    }
}

/* What is asked of a group of households. */
struct group {
    size_t village;   // or TN_NONE: of all
    int status, planned;
};
enum { EITHER = -1 };

static bool belongs(const struct tn_class *class, const struct group *g)
{
    return (int)class->status == g->status &&
           (g->village == TN_NONE || class->village == g->village) &&
           (g->planned == EITHER || g->planned == (int)class->planned);
}

struct asked {
    struct tn_arena *arena;
    const struct sample *sample;
    const struct tn_model *model;
    const struct tn_classes *classes;
    const struct tn_chance *risk;   // each risk's own
};

/* The mean chance of a group's households. Classes of one risk are one. All villages
 * share the effect of one point: the commune's figure is that of a typical village. */
static struct tn_chance mean_chance(const struct asked *a, const struct group *g)
{
    const struct tn_classes *classes = a->classes;
    struct tn_mark mark = tn_arena_mark(a->arena);
    double *weight = tn_new(a->arena, double, classes->risks), all = 0;
    double *sum = tn_new(a->arena, double, a->sample->n);
    size_t last = 0, risks = 0;

    for (size_t k = 0; k < classes->n; k++)
        if (belongs(&classes->class[k], g)) {
            weight[classes->class[k].risk] += (double)classes->class[k].households;
            all += (double)classes->class[k].households;
        }
    for (size_t r = 0; r < classes->risks; r++)
        if (weight[r] > 0) {
            risks++;
            last = r;
        }
    struct tn_chance chance = risks == 0 ? nobody : a->risk[last];
    if (risks > 1) {
        for (size_t r = 0; r < classes->risks; r++)
            if (weight[r] > 0)
                add_risk(a->sample, a->model, &classes->class[classes->first_of_risk[r]],
                         weight[r] / all, sum);
        chance = describe(a->sample->n, sum);
    }
    tn_arena_rewind(a->arena, mark);
    return chance;
}

static struct tn_village_chance village_chance(const struct asked *a, size_t village,
                                               int status)
{
    return (struct tn_village_chance){
        .planned = mean_chance(a, &(struct group){village, status, 1}),
        .unplanned = mean_chance(a, &(struct group){village, status, 0}),
        .overall = mean_chance(a, &(struct group){village, status, EITHER}),
    };
}

struct tn_chances tn_chances_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_classes *classes, unsigned long seed)
{
    struct tn_chances chances = {.villages = commune->villages,
                                 .class = tn_new(arena, struct tn_chance, classes->n)};
    for (int s = 0; s < TN_STATUSES; s++)
        chances.village[s] = tn_new(arena, struct tn_village_chance, commune->villages);

    struct tn_mark mark = tn_arena_mark(arena);
    struct sample sample = sample_of(arena, model, seed);
    struct tn_chance *risk = tn_new(arena, struct tn_chance, classes->risks);
    double *one = tn_new(arena, double, sample.n);
    for (size_t r = 0; r < classes->risks; r++) {
        memset(one, 0, sample.n * sizeof *one);
        add_risk(&sample, model, &classes->class[classes->first_of_risk[r]], 1, one);
        risk[r] = describe(sample.n, one);
    }
    for (size_t k = 0; k < classes->n; k++)
        chances.class[k] = risk[classes->class[k].risk];

    struct asked asked = {arena, &sample, model, classes, risk};
    for (int s = 0; s < TN_STATUSES; s++) {
        chances.commune[s] = village_chance(&asked, TN_NONE, s);
        for (size_t v = 0; v < commune->villages; v++)
            chances.village[s][v] = village_chance(&asked, v, s);
    }
    tn_arena_rewind(arena, mark);
    return chances;
}
