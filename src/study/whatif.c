/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/whatif.h"

#include <math.h>
#include <stdlib.h>

#include "forecast_point.h"
#include "tn/num/poisbin.h"

/* ---- the plan beside a scenario ---- */

/* Mean and standard error of b - a over replicates. */
static struct tn_odds difference(size_t n, const double a[], const double b[])
{
    double mean = 0, spread = 0;

    for (size_t r = 0; r < n; r++)
        mean += (b[r] - a[r]) / (double)n;
    for (size_t r = 0; r < n; r++)
        spread += (b[r] - a[r] - mean) * (b[r] - a[r] - mean);
    return (struct tn_odds){mean, sqrt(spread / (double)(n * (n - 1)))};
}

static void compare(struct tn_whatif *w)
{
    const struct tn_forecast *a = &w->plan, *b = &w->scenario;

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *before = &a->commune.status[s];
        const struct tn_outcome *after = &b->commune.status[s];
        w->quota_met[s] = (struct tn_odds){after->quota_met.p - before->quota_met.p, 0};
        w->net_met[s] = (struct tn_odds){after->net_met.p - before->net_met.p, 0};
        if (a->replicates == 0 || a->replicates != b->replicates ||
            a->points != b->points)
            continue;
        w->quota_met[s] = difference(a->replicates, a->quota_met_by[s],
                                     b->quota_met_by[s]);
        w->net_met[s] = difference(a->replicates, a->net_met_by[s], b->net_met_by[s]);
    }
}

enum tn_fault tn_whatif_of(struct tn_arena *arena, const struct tn_commune *commune,
                           const struct tn_model *model,
                           const struct tn_forecast_options *options,
                           struct tn_whatif *whatif, struct tn_err *err)
{
    struct tn_model plain = *model;
    struct tn_forecast_options same = *options;

    plain.scenario = NULL;
    enum tn_fault fault = tn_forecast_of(arena, commune, &plain, options, &whatif->plan,
                                         err);
    if (fault)
        return fault;
    if (whatif->plan.method == TN_CONDITIONAL)
        same.points = whatif->plan.points;
    fault = tn_forecast_of(arena, commune, model, &same, &whatif->scenario, err);
    if (!fault)
        compare(whatif);
    return fault;
}

/* ---- what the answer hangs on ---- */

static const double GLANCE_TOL = 1e-9;          // far below what a tornado shows
static const double Z95 = 1.6448536269514722;   // qnorm(0.95)

static struct tn_glance glance_at(struct tn_arena *arena, const struct tn_setup *s,
                                  const double scaled[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    double *value = tn_new(arena, double, s->length);
    struct tn_precision precision = {.solve = true, .tol = GLANCE_TOL, .joint = true};
    const struct tn_slots *slots = &s->slots[s->commune->villages];
    struct tn_glance g;

    tn_point_of(arena, s, scaled, precision, value);
    g.both = value[s->both];
    for (int status = 0; status < TN_STATUSES; status++) {
        int exits = status == TN_POOR ? TN_C_POOR_EXITS : TN_C_NEAR_EXITS;
        int end = status == TN_POOR ? TN_C_POOR_END : TN_C_NEAR_END;
        g.met[status] = value[slots->quota[status]];
        g.exits[status] = value[slots->mean[exits]];
        g.end[status] = value[slots->mean[end]];
    }
    tn_arena_rewind(arena, mark);
    return g;
}

static double width_of(const struct tn_swing *swing)
{
    double widest = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        widest = fmax(widest, fabs(swing->at_high.met[s] - swing->at_low.met[s]));
    return widest;
}

/* Ties, as of parameters that move the flows alone, stay in the order of the model. */
static int widest_first(const void *a, const void *b)
{
    const struct tn_swing *x = a, *y = b;
    double u = width_of(x), v = width_of(y);

    if (u > v || u < v)
        return u > v ? -1 : 1;
    u = fabs(x->at_high.end[TN_NEAR_POOR] - x->at_low.end[TN_NEAR_POOR]);
    v = fabs(y->at_high.end[TN_NEAR_POOR] - y->at_low.end[TN_NEAR_POOR]);
    return u > v ? -1 : u < v;
}

static struct tn_swing swing_of(struct tn_arena *arena, const struct tn_draws *draws,
                                size_t i)
{
    const struct tn_model *model = draws->setup->model;
    struct tn_swing swing = {.status = TN_UNKNOWN};
    double *scaled = tn_new(arena, double, TN_PARAMETERS + model->terms);
    const double *median = tn_draws_at(arena, draws, NULL);

    if (i < TN_PARAMETERS) {
        swing.name = tn_parameter_name((enum tn_parameter_id)i, &swing.status);
    } else {
        swing.name = model->term[i - TN_PARAMETERS].name;
        swing.status = model->term[i - TN_PARAMETERS].status;
    }
    for (size_t j = 0; j < TN_PARAMETERS + model->terms; j++)
        scaled[j] = median[j];
    swing.low = tn_prior_at(draws->prior[i], -Z95);
    swing.high = tn_prior_at(draws->prior[i], Z95);
    scaled[i] = tn_prior_scaled(draws->prior[i], -Z95);
    swing.at_low = glance_at(arena, draws->setup, scaled);
    scaled[i] = tn_prior_scaled(draws->prior[i], Z95);
    swing.at_high = glance_at(arena, draws->setup, scaled);
    return swing;
}

struct tn_sensitivity tn_sensitivity_of(struct tn_arena *arena,
                                        const struct tn_commune *commune,
                                        const struct tn_model *model)
{
    struct tn_setup setup = tn_setup_from(arena, commune, model);
    struct tn_draws draws = tn_draws_of(arena, &setup);
    struct tn_sensitivity s = {.swing = tn_new(arena, struct tn_swing, draws.n)};

    s.middle = glance_at(arena, &setup, tn_draws_at(arena, &draws, NULL));
    for (size_t i = 0; i < TN_PARAMETERS + model->terms; i++)
        if (draws.dimension[i] < draws.n)
            s.swing[s.swings++] = swing_of(arena, &draws, i);
    if (s.swings)
        qsort(s.swing, s.swings, sizeof *s.swing, widest_first);
    return s;
}
