/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/chance.h"

#include "tn/num/crew.h"
#include "tn/num/qmc.h"
#include "tn/num/special.h"
#include "tn/num/sum.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A quantile of so many evenly spread points is right to about 1e-3. */
enum { POINTS = 1 << 16 };

/* The parameters and effects at each point. */
struct sample {
    size_t n, parameters;
    double *scaled;              // n x parameters
    double *year, *sd, *place;   // n: the year's effect; the villages' sd; a village's
                                 // effect in sds
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
    struct sample s = {POINTS,
                       all,
                       tn_new(arena, double, POINTS *all),
                       tn_new(arena, double, POINTS),
                       tn_new(arena, double, POINTS),
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
        s.sd[i] = sd_at(&model->prior[TN_VILLAGE_SD], scaled[TN_VILLAGE_SD]);
        s.place[i] = tn_normal_quantile(at[0]);
        s.year[i] = sd_at(&model->prior[TN_YEAR_SD], scaled[TN_YEAR_SD]) *
                    tn_normal_quantile(at[1]);
    }
    return s;
}

static const struct tn_chance nobody = {(double)NAN, (double)NAN, (double)NAN};

/* ---- what a point's chances come to ---- */

/* Chances fall into bins, so that only those about a quantile need be sorted. */
enum { BINS = 4096 };

static size_t bin_of(double chance)
{
    double at = chance * BINS;

    return at < BINS ? (size_t)at : BINS - 1;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* The k-th smallest, from 0; room for n in some. */
static double smallest(size_t n, const double chance[], const size_t bin[BINS], size_t k,
                       double some[])
{
    size_t b = 0, found = 0;

    for (; k >= bin[b]; b++)
        k -= bin[b];
    for (size_t i = 0; i < n; i++)
        if (bin_of(chance[i]) == b)
            some[found++] = chance[i];
    qsort(some, found, sizeof *some, ascending);
    return some[k];
}

static struct tn_chance describe(struct tn_arena *work, size_t n, const double chance[])
{
    size_t *bin = tn_new(work, size_t, BINS);
    double *some = tn_new(work, double, n);

    for (size_t i = 0; i < n; i++)
        bin[bin_of(chance[i])]++;
    return (struct tn_chance){
        .mean = tn_sum_of(n, chance) / (double)n,
        .q05 = smallest(n, chance, bin, (size_t)(0.05 * (double)n), some),
        .q95 = smallest(n, chance, bin, (size_t)(0.95 * (double)n), some),
    };
}

/* ---- groups of households ---- */

/* Households of several risks: so many of each, by risk, without a common factor. All
 * groups of one make-up have one chance. */
struct mixture {
    size_t parts;
    struct part {
        size_t risk;
        long households;
    } * part;
    struct tn_chance chance;
};

/* The first of them are the risks alone. */
struct mixtures {
    size_t n;
    struct mixture *mixture;
    const size_t *first;   // per village, its first class; one more
};

/* Whose chance is asked. */
struct group {
    size_t village;   // or TN_NONE: of all
    int status, planned;
};
enum { EITHER = -1 };

static bool belongs(const struct tn_class *class, const struct group *g)
{
    return (int)class->status == g->status &&
           (g->planned == EITHER || g->planned == (int)class->planned);
}

static long common_factor(long a, long b)
{
    while (b) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int by_risk(const void *a, const void *b)
{
    const struct part *x = a, *y = b;

    return (x->risk > y->risk) - (x->risk < y->risk);
}

/* part: room for each of the group's classes. */
static struct mixture make_up(const struct tn_classes *classes, const size_t first[],
                              const struct group *g, struct part part[])
{
    bool all = g->village == TN_NONE;
    size_t from = all ? 0 : first[g->village];
    size_t end = all ? classes->n : first[g->village + 1], n = 0, parts = 0;
    long factor = 0;

    for (size_t k = from; k < end; k++)
        if (belongs(&classes->class[k], g) && classes->class[k].households > 0)
            part[n++] = (struct part){classes->class[k].risk,
                                      classes->class[k].households};
    qsort(part, n, sizeof *part, by_risk);
    for (size_t i = 0; i < n; i++) {
        if (parts && part[parts - 1].risk == part[i].risk)
            part[parts - 1].households += part[i].households;
        else
            part[parts++] = part[i];
    }
    for (size_t i = 0; i < parts; i++)
        factor = common_factor(part[i].households, factor);
    for (size_t i = 0; i < parts; i++)
        part[i].households /= factor;
    return (struct mixture){.parts = parts, .part = part};
}

static bool same_parts(const struct mixture *a, const struct mixture *b)
{
    if (a->parts != b->parts)
        return false;
    for (size_t i = 0; i < a->parts; i++)
        if (a->part[i].risk != b->part[i].risk ||
            a->part[i].households != b->part[i].households)
            return false;
    return true;
}

/* Which mixture a group is, a new one if none so far is its like; TN_NONE: nobody. */
static size_t mixture_of(struct tn_arena *arena, const struct tn_classes *classes,
                         struct mixtures *of, const struct group *g, struct part room[])
{
    struct mixture m = make_up(classes, of->first, g, room);

    if (m.parts < 2)
        return m.parts ? m.part->risk : TN_NONE;
    for (size_t i = classes->risks; i < of->n; i++)
        if (same_parts(&of->mixture[i], &m))
            return i;
    m.part = tn_new(arena, struct part, m.parts);
    memcpy(m.part, room, m.parts * sizeof *m.part);
    of->mixture[of->n] = m;
    return of->n++;
}

/* ---- their chances ---- */

struct asked {
    const struct sample *sample;
    const struct tn_model *model;
    const struct tn_classes *classes;
    struct mixtures *of;
    size_t kept;   // risks whose chances at every point are in row
    double *row;   // kept x sample->n
};
enum { KEPT = 128 };   // 64 MiB

static void risk_row(const struct asked *a, size_t risk, double row[])
{
    const struct sample *s = a->sample;
    const struct tn_class *class = &a->classes->class[a->classes->first_of_risk[risk]];

    for (size_t i = 0; i < s->n; i++) {
        double sd = class->own ? class->own_sd : s->sd[i];
        row[i] = tn_expit(
            tn_class_logit(class, a->model->terms, s->scaled + i * s->parameters) +
            sd * s->place[i] + s->year[i]);
    }
}

static void keep_row(struct tn_arena *work, void *what, size_t risk)
{
    const struct asked *a = what;

    (void)work;
    risk_row(a, risk, a->row + risk * a->sample->n);
}

/* All villages share the effect of a point: the commune's figure is that of a typical
 * village. */
static void find_chance(struct tn_arena *work, void *what, size_t k)
{
    const struct asked *a = what;
    struct mixture *m = &a->of->mixture[k];
    size_t n = a->sample->n;
    double *mean = tn_new(work, double, n), *fresh = tn_new(work, double, n);
    double all = 0;

    for (size_t p = 0; p < m->parts; p++)
        all += (double)m->part[p].households;
    for (size_t p = 0; p < m->parts; p++) {
        size_t risk = m->part[p].risk;
        double weight = (double)m->part[p].households / all;
        const double *row = risk < a->kept ? a->row + risk * n : fresh;
        if (risk >= a->kept)
            risk_row(a, risk, fresh);
        for (size_t i = 0; i < n; i++)
            mean[i] += weight * row[i];
    }
    m->chance = describe(work, n, mean);
}

static size_t *first_classes(struct tn_arena *arena, const struct tn_classes *classes,
                             size_t villages)
{
    size_t *first = tn_new(arena, size_t, villages + 1);

    for (size_t k = 0, v = 0; v <= villages; v++) {
        while (k < classes->n && classes->class[k].village < v)
            k++;
        first[v] = k;
    }
    return first;
}

/* The mixture of each group asked: of every village and the commune, by status, planned,
 * unplanned and either. */
enum { KINDS = 3 };

static void find_mixtures(struct tn_arena *arena, const struct tn_classes *classes,
                          size_t villages, struct mixtures *of, size_t which[])
{
    struct part *room = tn_new(arena, struct part, classes->n);

    of->first = first_classes(arena, classes, villages);
    of->mixture = tn_new(arena, struct mixture,
                         classes->risks + (villages + 1) * TN_STATUSES * KINDS);
    of->n = classes->risks;
    for (size_t r = 0; r < classes->risks; r++) {
        struct part *part = tn_new(arena, struct part, 1);
        *part = (struct part){r, 1};
        of->mixture[r] = (struct mixture){.parts = 1, .part = part};
    }
    for (size_t v = 0; v <= villages; v++)
        for (int s = 0; s < TN_STATUSES; s++)
            for (int kind = 0; kind < KINDS; kind++) {
                static const int planned[KINDS] = {1, 0, EITHER};
                struct group g = {v < villages ? v : TN_NONE, s, planned[kind]};
                *which++ = mixture_of(arena, classes, of, &g, room);
            }
}

static struct tn_village_chance village_chance(const struct mixtures *of,
                                               const size_t which[KINDS])
{
    struct tn_chance chance[KINDS];

    for (int kind = 0; kind < KINDS; kind++)
        chance[kind] = which[kind] == TN_NONE ? nobody : of->mixture[which[kind]].chance;
    return (struct tn_village_chance){chance[0], chance[1], chance[2]};
}

struct tn_chances tn_chances_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_classes *classes,
                                const struct tn_chance_options *options)
{
    size_t villages = commune->villages;
    struct tn_chances chances = {.villages = villages,
                                 .class = tn_new(arena, struct tn_chance, classes->n)};
    for (int s = 0; s < TN_STATUSES; s++)
        chances.village[s] = tn_new(arena, struct tn_village_chance, villages);

    struct tn_mark mark = tn_arena_mark(arena);
    struct sample sample = sample_of(arena, model, options->seed);
    struct mixtures of = {0};
    size_t *which = tn_new(arena, size_t, (villages + 1) * TN_STATUSES * KINDS);
    size_t kept = classes->risks < KEPT ? classes->risks : KEPT;
    struct asked asked = {&sample, model, classes,
                          &of,     kept,  tn_new(arena, double, kept *sample.n)};
    find_mixtures(arena, classes, villages, &of, which);
    tn_crew(kept, options->threads, keep_row, &asked);
    tn_crew(of.n, options->threads, find_chance, &asked);

    for (size_t k = 0; k < classes->n; k++)
        chances.class[k] = of.mixture[classes->class[k].risk].chance;
    for (size_t v = 0; v <= villages; v++)
        for (int s = 0; s < TN_STATUSES; s++, which += KINDS)
            *(v < villages ? &chances.village[s][v]
                           : &chances.commune[s]) = village_chance(&of, which);
    tn_arena_rewind(arena, mark);
    return chances;
}
