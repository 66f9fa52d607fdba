/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom to support: one household after another, by the leverages of those left. */
#include "tn/study/whatif.h"

#include <math.h>

#include "forecast_point.h"
#include "tn/num/leverage.h"
#include "tn/num/poisbin.h"
#include "tn/num/qmc.h"

static const double EXACT_TOL = 1e-11, POINT_TOL = 1e-6;
enum { REPLICATES = 16, POINTS = 16 };

/* The state between two steps: how many of each class are supported. */
struct state {
    const struct tn_draws *draws;
    const struct tn_support_options *options;
    const long *supported;   // per class
    size_t classes;          // of the status asked about
    const size_t *class;     // those, in order
};

/* The count of exits of one status, every class in two groups: the unsupported under
 * their own risk, the supported under a risk of their own further on. */
static void split(struct tn_arena *work, const struct state *state,
                  struct tn_effects *effects)
{
    const struct tn_classes *all = &state->draws->setup->classes;
    struct tn_group *group = tn_new(work, struct tn_group, 2 * state->classes);
    struct tn_count *count = tn_new(work, struct tn_count, 1);
    double *logit = tn_new(work, double, 2 * effects->risks);

    for (size_t r = 0; r < effects->risks; r++) {
        logit[r] = effects->logit[r];
        logit[effects->risks + r] = logit[r] + state->options->shift;
    }
    for (size_t i = 0; i < state->classes; i++) {
        const struct tn_class *class = &all->class[state->class[i]];
        size_t supported = (size_t)state->supported[state->class[i]];
        group[2 * i] = (struct tn_group){.place = class->village,
                                         .risk = class->risk,
                                         .n = (size_t) class->households - supported,
                                         .exits = 1};
        group[2 * i + 1] = (struct tn_group){.place = class->village,
                                             .risk = effects->risks + class->risk,
                                             .n = supported,
                                             .exits = 1};
    }
    *count = (struct tn_count){2 * state->classes, group};
    effects->risks *= 2;
    effects->logit = logit;
    effects->counts = 1;
    effects->count = count;
}

/* value: P(quota met), then for each class what supporting one more adds; 0 where all
 * are supported. */
static void step_at(struct tn_arena *work, const void *what, const double u[],
                    double value[])
{
    const struct state *state = what;
    const struct tn_setup *s = state->draws->setup;
    long quota = s->commune->quota[state->options->status];
    struct tn_effects effects = tn_point_effects(work, s,
                                                 tn_draws_at(work, state->draws, u));
    struct tn_laws laws;

    split(work, state, &effects);
    if (u) {
        struct tn_grid grid = tn_effects_grid(work, &effects, POINT_TOL, 0);
        laws = tn_effects_laws(work, &grid, &effects);
    } else {
        laws = tn_effects_solve(work, &effects, EXACT_TOL);
    }
    value[0] = tn_poisbin_at_least(laws.whole[0].n, laws.whole[0].pmf, quota);
    struct tn_leverage *leverage = tn_new(work, struct tn_leverage,
                                          effects.count[0].groups);
    struct tn_lever lever = {0, quota, state->options->shift};
    tn_leverage_of(work, &laws, &effects, &lever, leverage);
    for (size_t i = 0; i < state->classes; i++)
        value[1 + i] = isnan(leverage[2 * i].support) ? 0 : leverage[2 * i].support;
}

/* The class whose next household adds most, of those that have one left. */
static size_t best_of(const struct state *state, const double value[])
{
    const struct tn_class *class = state->draws->setup->classes.class;
    size_t best = state->classes;

    for (size_t i = 0; i < state->classes; i++) {
        size_t c = state->class[i];
        if (state->supported[c] < class[c].households &&
            (best == state->classes || value[1 + i] > value[1 + best]))
            best = i;
    }
    return best;
}

static const double *step(struct tn_arena *arena, const struct state *state, bool exact)
{
    struct tn_qmc qmc = {.at = step_at,
                         .what = state,
                         .dims = state->draws->n,
                         .values = 1 + state->classes,
                         .replicates = REPLICATES,
                         .first = POINTS,
                         .most = POINTS,
                         .seed = state->options->forecast.seed,
                         .threads = state->options->forecast.threads};

    if (!exact)
        return tn_qmc_mean(arena, &qmc).mean;
    double *value = tn_new(arena, double, qmc.values);
    step_at(arena, state, NULL, value);
    return value;
}

struct tn_support tn_support_of(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_model *model,
                                const struct tn_support_options *options)
{
    struct tn_setup setup = tn_setup_from(arena, commune, model);
    struct tn_draws draws = tn_draws_of(arena, &setup);
    long *supported = tn_new(arena, long, setup.classes.n);
    size_t *class = tn_new(arena, size_t, setup.classes.n), most = options->households;
    struct state state = {&draws, options, supported, 0, class};
    bool exact = options->forecast.method == TN_EXACT || draws.n == 0;

    for (size_t i = 0; i < setup.classes.n; i++)
        if (setup.classes.class[i].status == options->status)
            class[state.classes++] = i;
    if (most > (size_t)commune->households[options->status])
        most = (size_t)commune->households[options->status];
    struct tn_support out = {.classes = setup.classes,
                             .class = tn_new(arena, size_t, most),
                             .met = tn_new(arena, double, most + 1)};

    for (;; out.steps++) {
        struct tn_mark mark = tn_arena_mark(arena);
        const double *value = step(arena, &state, exact);
        size_t best = best_of(&state, value);
        out.met[out.steps] = value[0];
        tn_arena_rewind(arena, mark);
        if (out.steps == most)
            return out;
        out.class[out.steps] = class[best];
        supported[class[best]]++;
    }
}
