/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_forecast.h"

#include <math.h>

static void quantiles(struct tn_json *json, const struct tn_distribution *law,
                      double scale, double shift)
{
    /* A reduction falls as what is left rises: its low end is the other's high end. */
    bool down = scale < 0;

    tn_json_real(json, "mean", shift + scale * law->mean);
    tn_json_real(json, "q05", shift + scale * (double)(down ? law->q95 : law->q05));
    tn_json_real(json, "q50", shift + scale * (double)law->q50);
    tn_json_real(json, "q95", shift + scale * (double)(down ? law->q05 : law->q95));
}

static void realistic(struct tn_json *json, const struct tn_outcome *o)
{
    static const char *const key[] = {"0.5", "0.8", "0.9"};

    tn_json_object(json, "realistic_quota");
    for (int i = 0; i < 3; i++)
        tn_json_count(json, key[i], o->realistic[i]);
    tn_json_end(json);
}

static void net(struct tn_json *json, const struct tn_outcome *o)
{
    tn_json_object(json, "net");
    quantiles(json, &o->end, -1, (double)o->base);
    tn_json_real(json, "p_quota", o->net_met.p);
    tn_json_real(json, "p_quota_error", o->net_met.error);
    tn_json_end(json);
}

static void targets(struct tn_json *json, size_t n, const struct tn_target target[])
{
    tn_json_real(json, "target_rate", n ? target[0].percent : (double)NAN);
    tn_json_real(json, "p_target_rate", n ? target[0].met.p : (double)NAN);
    tn_json_array(json, "targets");
    for (size_t i = 0; i < n; i++) {
        tn_json_object(json, NULL);
        tn_json_text(json, "section", target[i].section);
        tn_json_real(json, "target_rate", target[i].percent);
        tn_json_count(json, "most_households", target[i].most);
        tn_json_real(json, "p_target_rate", target[i].met.p);
        tn_json_real(json, "p_target_rate_error", target[i].met.error);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void end_of_year(struct tn_json *json, const struct tn_forecast *f, int status)
{
    const struct tn_outcome *o = &f->commune.status[status];

    tn_json_object(json, "end");
    tn_json_object(json, "households");
    quantiles(json, &o->end, 1, 0);
    tn_json_end(json);
    tn_json_object(json, "rate");
    quantiles(json, &o->end, 100 / f->commune.total, 0);
    tn_json_end(json);
    targets(json, f->targets[status], f->target[status]);
    tn_json_end(json);
}

static void flows(struct tn_json *json, const struct tn_flows *flow)
{
    tn_json_object(json, "flows");
    tn_json_real(json, "to_near_poor", flow->to_near_poor);
    tn_json_real(json, "above_line", flow->above_line);
    tn_json_real(json, "to_poor", flow->to_poor);
    tn_json_real(json, "entries", flow->entry);
    tn_json_real(json, "end", flow->end);
    tn_json_end(json);
}

/* What a status says of its gross exits, in the commune and in a village alike. */
static void gross(struct tn_json *json, const struct tn_outcome *o)
{
    tn_json_count(json, "base", o->base);
    tn_json_count(json, "quota", o->quota);
    tn_json_real(json, "mean_exits", o->exits.mean);
    tn_json_real(json, "sd_exits", o->exits.sd);
    tn_json_count(json, "q05_exits", o->exits.q05);
    tn_json_count(json, "q50_exits", o->exits.q50);
    tn_json_count(json, "q95_exits", o->exits.q95);
    tn_json_real(json, "p_quota", o->quota_met.p);
    tn_json_real(json, "p_quota_error", o->quota_met.error);
    realistic(json, o);
}

static void status(struct tn_json *json, const struct tn_forecast *f, int s)
{
    const struct tn_outcome *o = &f->commune.status[s];

    tn_json_object(json, tn_status_vocab[s].code);
    gross(json, o);
    tn_json_reals(json, "pmf", o->exits.n + 1, o->exits.pmf);
    net(json, o);
    end_of_year(json, f, s);
    flows(json, &o->flow);
    tn_json_end(json);
}

static void village_status(struct tn_json *json, const struct tn_outcome *o, int s)
{
    tn_json_object(json, tn_status_vocab[s].code);
    gross(json, o);
    net(json, o);
    tn_json_object(json, "end");
    tn_json_object(json, "households");
    quantiles(json, &o->end, 1, 0);
    tn_json_end(json);
    tn_json_end(json);
    flows(json, &o->flow);
    tn_json_end(json);
}

static const char *method_name(enum tn_method method)
{
    return method == TN_EXACT         ? "exact"
           : method == TN_CONDITIONAL ? "conditional"
                                      : "simulate";
}

static void head(struct tn_json *json, const struct tn_show_forecast *what)
{
    const struct tn_commune *c = what->commune;
    const struct tn_forecast *f = what->forecast;

    tn_json_text(json, "commune", c->name);
    tn_json_count(json, "base_year", c->base_year);
    tn_json_count(json, "plan_year", c->plan_year);
    tn_json_real(json, "households_total", f->total.middle);
    tn_json_count(json, "households_total_low",
                  f->total.low == TN_UNKNOWN ? TN_COUNT_NONE : f->total.low);
    tn_json_count(json, "households_total_high",
                  f->total.high == TN_UNKNOWN ? TN_COUNT_NONE : f->total.high);
    tn_json_text(json, "method", method_name(f->method));
    tn_json_count(json, "seed", (long)f->seed);
    tn_json_count(json, "draws", what->draws);
    tn_json_count(json, "points", f->points);
}

void tn_forecast_json(struct tn_json *json, const struct tn_show_forecast *what)
{
    const struct tn_forecast *f = what->forecast;

    head(json, what);
    tn_json_object(json, "status");
    for (int s = 0; s < TN_STATUSES; s++)
        status(json, f, s);
    tn_json_end(json);
    tn_json_real(json, "p_both_quotas", f->both.p);
    tn_json_real(json, "p_both_quotas_error", f->both.error);
    tn_json_object(json, "p_all_villages");
    for (int s = 0; s < TN_STATUSES; s++)
        tn_json_real(json, tn_status_vocab[s].code, f->all_villages[s].p);
    tn_json_end(json);
    tn_json_array(json, "villages");
    for (size_t v = 0; v < f->villages; v++) {
        tn_json_object(json, NULL);
        tn_json_text(json, "village", what->commune->village[v].name);
        for (int s = 0; s < TN_STATUSES; s++)
            village_status(json, &f->village[v].status[s], s);
        tn_json_end(json);
    }
    tn_json_end(json);
}
