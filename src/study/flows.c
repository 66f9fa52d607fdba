/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/flows.h"

#include "tn/num/spreadrate.h"

#include <math.h>
#include <string.h>

/* Counts of each commune and year, summed over its rows. */
struct flow {
    const struct tn_history *of;
    double part, whole;
};

struct flows {
    struct tn_arena *arena;
    size_t rows;
    const struct tn_history *const *row;
    const struct tn_model *prior;
    struct tn_fit *fit;
    size_t n;
    struct flow *flow;
};

static bool same(const struct tn_history *a, const struct tn_history *b)
{
    return a->year == b->year && strcmp(a->commune, b->commune) == 0 &&
           strcmp(a->district, b->district) == 0;
}

static struct flow *flow_of(struct flows *f, const struct tn_history *h)
{
    for (size_t i = f->n; i-- > 0;)
        if (same(f->flow[i].of, h))
            return &f->flow[i];
    f->flow[f->n] = (struct flow){.of = h};
    return &f->flow[f->n++];
}

static void set_flow(struct flows *f, enum tn_parameter_id id)
{
    struct tn_fit_change *c = &f->fit->change[id];
    const struct tn_prior *prior = &f->prior->prior[id];
    double *part = tn_new(f->arena, double, f->n);
    double *whole = tn_new(f->arena, double, f->n);
    size_t used = 0;

    for (size_t i = 0; i < f->n; i++)
        if (f->flow[i].whole > 0) {
            part[used] = f->flow[i].part;
            whole[used++] = f->flow[i].whole;
        }
    if (used == 0 || prior->off || prior->sd <= 0)
        return;
    struct tn_spread s = prior->scale == TN_LOGIT
                             ? tn_spread_share(used, part, whole, prior->mean, prior->sd)
                             : tn_spread_rate(used, part, whole, prior->mean, prior->sd);
    c->learned = true;
    c->rows = (double)used;
    c->mean = s.new_mean;
    c->sd = s.new_sd;
    c->posterior = tn_fit_marginal(prior->scale, c->mean, c->sd);
}

static void fit_landing(struct flows *f)
{
    for (size_t i = 0; i < f->rows; i++) {
        const struct tn_history *h = f->row[i];
        if (h->status != TN_POOR || h->to_near_poor == TN_UNKNOWN)
            continue;
        struct flow *flow = flow_of(f, h);
        flow->part += (double)h->to_near_poor;
        flow->whole += (double)h->exits;
    }
    set_flow(f, TN_TO_NEAR_POOR);
}

/* Of the near-poor that do not leave, those that fall. */
static void fit_falls(struct flows *f)
{
    for (size_t i = 0; i < f->rows; i++) {
        const struct tn_history *h = f->row[i];
        if (h->status != TN_NEAR_POOR || h->to_poor == TN_UNKNOWN)
            continue;
        struct flow *flow = flow_of(f, h);
        flow->part += (double)h->to_poor;
        flow->whole += (double)(h->at_risk - h->exits);
    }
    set_flow(f, TN_NEAR_TO_POOR);
}

/* Nonpoor households in thousands: all of the commune's less those at risk in the year,
 * with the one number of all households there is. */
static void fit_entries(struct flows *f, enum tn_status status, double all)
{
    bool counted = false;

    for (size_t i = 0; i < f->rows; i++) {
        const struct tn_history *h = f->row[i];
        struct flow *flow = flow_of(f, h);
        flow->whole -= (double)h->at_risk / 1000;
        if (h->status == status && h->entries != TN_UNKNOWN) {
            flow->part += (double)h->entries;
            counted = true;
        }
    }
    if (!counted)
        return;
    if (!(all > 0) || f->fit->communes > 1) {
        f->fit->doubt[TN_FIT_NO_TOTAL] = true;
        return;
    }
    for (size_t i = 0; i < f->n; i++)
        f->flow[i].whole = fmax(f->flow[i].whole + all / 1000, 0);
    set_flow(f, (enum tn_parameter_id)(TN_ENTRY_POOR + (int)status));
}

void tn_flows_fit(struct tn_arena *arena, size_t n, const struct tn_history *const row[],
                  const struct tn_fit_options *options, struct tn_fit *fit)
{
    struct flows f = {
        .arena = arena, .rows = n, .row = row, .prior = options->prior, .fit = fit};

    f.flow = tn_new(arena, struct flow, n);
    fit_landing(&f);
    f.n = 0;
    fit_falls(&f);
    for (int status = 0; status < TN_STATUSES; status++) {
        f.n = 0;
        fit_entries(&f, (enum tn_status)status, options->all_households);
    }
}
