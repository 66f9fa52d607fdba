/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/simulate.h"

#include "forecast_point.h"

#include "tn/base/fold.h"
#include "tn/num/montecarlo.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* 64 bits of a text, continued from what came before (FNV-1a): the same name gives the
 * same draws wherever it stands in a file. */
static uint64_t hashed(uint64_t from, const char *text)
{
    const uint64_t prime = 0x100000001B3;

    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        from = (from ^ *c) * prime;
    return (from ^ 0xFF) * prime;   // so that "ab","c" and "a","bc" differ
}

static const uint64_t HASH_START = 0xCBF29CE484222325;

static uint64_t numbered(uint64_t from, long number)
{
    char room[32];

    snprintf(room, sizeof room, "%ld", number);
    return hashed(from, room);
}

static uint64_t key_of_village(struct tn_arena *arena, const struct tn_village *v)
{
    return hashed(hashed(HASH_START, "village"),
                  tn_fold_key(arena, strlen(v->name), v->name));
}

/* Parameters first, terms behind them (those that are off are never drawn), then for
 * each risk the logit that a scenario may have set, then each village's own sd. */
static void set_parameters(struct tn_arena *arena, const struct tn_setup *s,
                           struct tn_mc_model *mc)
{
    const struct tn_model *model = s->model;
    const struct tn_classes *classes = &s->classes;
    size_t n = TN_PARAMETERS + model->terms;
    struct tn_mc_parameter *p = tn_new(arena, struct tn_mc_parameter,
                                       n + classes->risks + s->commune->villages);
    size_t *term = tn_new(arena, size_t, model->terms);

    for (size_t i = 0; i < n; i++) {
        int status = TN_UNKNOWN;
        const struct tn_prior *prior = i < TN_PARAMETERS
                                           ? &model->prior[i]
                                           : &model->term[i - TN_PARAMETERS].prior;
        const char *name = i < TN_PARAMETERS
                               ? tn_parameter_name((enum tn_parameter_id)i, &status)
                               : model->term[i - TN_PARAMETERS].name;
        if (i >= TN_PARAMETERS)
            status = model->term[i - TN_PARAMETERS].status;
        p[i].mean = prior->off ? -(double)INFINITY : prior->mean;
        p[i].sd = prior->off ? 0 : prior->sd;
        p[i].key = numbered(hashed(hashed(HASH_START, "parameter"), name), status);
    }
    for (size_t k = 0; k < model->terms; k++)
        term[k] = TN_PARAMETERS + k;
    for (size_t r = 0; r < classes->risks; r++)
        p[n + r].mean = classes->class[classes->first_of_risk[r]].adjusted.logit;
    for (size_t v = 0; v < s->commune->villages; v++)
        p[n + classes->risks + v].mean = s->village[v] ? log(s->village[v]->prior.sd)
                                                       : -(double)INFINITY;
    mc->parameters = n + classes->risks + s->commune->villages;
    mc->parameter = p;
    mc->terms = model->terms;
    mc->term = term;
}

static size_t if_on(const struct tn_model *model, enum tn_parameter_id id)
{
    return model->prior[id].off ? TN_MC_NONE : (size_t)id;
}

static void set_flows(struct tn_arena *arena, const struct tn_model *model,
                      struct tn_mc_model *mc)
{
    struct tn_mc_effect *year = tn_new(arena, struct tn_mc_effect, 1);

    *year = (struct tn_mc_effect){TN_YEAR_SD, hashed(HASH_START, "year")};
    mc->effect = year;
    mc->effects = model->prior[TN_YEAR_SD].off ? 0 : 1;
    mc->place_sd = if_on(model, TN_VILLAGE_SD);
    mc->crossing[TN_POOR] = if_on(model, TN_TO_NEAR_POOR);
    mc->crossing[TN_NEAR_POOR] = if_on(model, TN_NEAR_TO_POOR);
    mc->entry[TN_POOR] = if_on(model, TN_ENTRY_POOR);
    mc->entry[TN_NEAR_POOR] = if_on(model, TN_ENTRY_NEAR_POOR);
}

static void set_places(struct tn_arena *arena, const struct tn_setup *s,
                       struct tn_mc_model *mc)
{
    const struct tn_commune *c = s->commune;
    struct tn_mc_place *place = tn_new(arena, struct tn_mc_place, c->villages);

    for (size_t v = 0; v < c->villages; v++) {
        if (s->village[v])
            place[v].own_sd = 1 + mc->parameters - c->villages + v;
        place[v].key = key_of_village(arena, &c->village[v]);
        for (int status = 0; status < TN_STATUSES; status++) {
            place[v].quota[status] = c->village[v].quota[status];
            place[v].exposure[status] = s->exposure[v];
        }
    }
    mc->places = c->villages;
    mc->place = place;
    for (int status = 0; status < TN_STATUSES; status++)
        mc->quota[status] = c->quota[status];
}

struct units {
    struct tn_mc_unit *unit;
    double *covariate;
    size_t n, terms;
};

static void add_unit(struct units *u, const struct tn_class *class, uint64_t key)
{
    bool set = class->adjusted.set;
    size_t own = TN_PARAMETERS + u->terms + class->risk;

    u->unit[u->n] = (struct tn_mc_unit){
        .key = key,
        .place = class->village,
        .state = (int)class->status,
        .base = set ? own : (size_t)tn_chance_id(class->status, class->planned),
        .offset = class->adjusted.shift,
    };
    for (size_t k = 0; k < u->terms; k++)
        u->covariate[u->n * u->terms + k] = set ? 0 : class->x[k];
    u->n++;
}

/* A listed household is keyed by its code, the others of a class by their number. */
static void set_units(struct tn_arena *arena, const struct tn_setup *s,
                      struct tn_mc_model *mc)
{
    const struct tn_commune *c = s->commune;
    size_t all = 0;
    long *listed = tn_new(arena, long, s->classes.n);

    for (size_t i = 0; i < s->classes.n; i++)
        all += (size_t)s->classes.class[i].households;
    struct units u = {tn_new(arena, struct tn_mc_unit, all),
                      tn_new(arena, double, all * mc->terms), 0, mc->terms};
    for (size_t i = 0; i < c->households_listed; i++) {
        size_t k = s->classes.of_household[i];
        uint64_t key = hashed(hashed(HASH_START, "household"), c->household[i].code);
        add_unit(&u, &s->classes.class[k], key);
        listed[k]++;
    }
    for (size_t k = 0; k < s->classes.n; k++) {
        const struct tn_class *class = &s->classes.class[k];
        uint64_t key = hashed(mc->place[class->village].key, "unlisted");
        key = numbered(key, 2 * (long)class->status + class->planned);
        for (long i = listed[k]; i < class->households; i++)
            add_unit(&u, class, numbered(key, i - listed[k]));
    }
    mc->units = u.n;
    mc->unit = u.unit;
    mc->covariate = u.covariate;
}

static struct tn_mc_model mc_model_of(struct tn_arena *arena, const struct tn_setup *s)
{
    struct tn_mc_model mc = {0};

    set_parameters(arena, s, &mc);
    set_flows(arena, s->model, &mc);
    set_places(arena, s, &mc);
    set_units(arena, s, &mc);
    return mc;
}

static struct tn_odds odds_of(struct tn_estimate e)
{
    return (struct tn_odds){e.value, e.error};
}

static struct tn_distribution drawn_law(struct tn_arena *arena,
                                        const struct tn_histogram *histogram)
{
    struct tn_distribution d = {.n = histogram->bins - 1,
                                .step = 1,
                                .pmf = tn_new(arena, double, histogram->bins)};

    for (size_t k = 0; k < histogram->bins; k++)
        d.pmf[k] = (double)histogram->count[k] / (double)histogram->draws;
    tn_distribution_describe(&d);
    return d;
}

static double drawn_mean(const struct tn_mc_area *area, int state, enum tn_mc_count count)
{
    return tn_histogram_mean(&area->histogram[state][count]).value;
}

static struct tn_flows drawn_flows(const struct tn_mc_area *area, int status)
{
    struct tn_flows flow = {
        .to_near_poor = drawn_mean(area, TN_POOR, TN_MC_CROSSINGS),
        .above_line = drawn_mean(area, status, TN_MC_EXITS),
        .to_poor = drawn_mean(area, TN_NEAR_POOR, TN_MC_CROSSINGS),
        .entry = drawn_mean(area, status, TN_MC_ENTRIES),
        .end = drawn_mean(area, status, TN_MC_END),
    };

    if (status == TN_POOR)
        flow.above_line -= flow.to_near_poor;
    return flow;
}

/* The largest quota met in at least a share c of the draws. */
static long drawn_assured(const struct tn_histogram *exits, double c)
{
    long k = (long)exits->bins - 1;

    while (k > 0 && tn_histogram_at_least(exits, k).value < c)
        k--;
    return k;
}

static struct tn_outcome drawn_outcome(struct tn_arena *arena,
                                       const struct tn_mc_area *area, int status,
                                       long base, long quota)
{
    const struct tn_histogram *exits = &area->histogram[status][TN_MC_EXITS];
    const struct tn_histogram *end = &area->histogram[status][TN_MC_END];
    struct tn_outcome o = {
        .base = base,
        .quota = quota,
        .exits = drawn_law(arena, exits),
        .end = drawn_law(arena, end),
        .quota_met = odds_of(tn_histogram_at_least(exits, quota)),
        .net_met = odds_of(tn_histogram_at_most(end, base - quota)),
        .flow = drawn_flows(area, status),
    };

    for (int i = 0; i < 3; i++)
        o.realistic[i] = drawn_assured(exits, tn_realistic_level[i]);
    return o;
}

static void describe(struct tn_arena *arena, const struct tn_commune *c,
                     const struct tn_mc_result *drawn, struct tn_forecast *f)
{
    for (int status = 0; status < TN_STATUSES; status++) {
        f->commune.status[status] = drawn_outcome(
            arena, &drawn->all, status, c->households[status], c->quota[status]);
        for (size_t v = 0; v < c->villages; v++)
            f->village[v].status[status] = drawn_outcome(arena, &drawn->place[v], status,
                                                         c->village[v].households[status],
                                                         c->village[v].quota[status]);
        f->all_villages[status] = odds_of(
            tn_histogram_share(drawn->every_place_met[status], drawn->draws));
        struct tn_target *target = tn_new(arena, struct tn_target,
                                          f->targets[status] + 1);
        for (size_t i = 0; i < f->targets[status]; i++) {
            target[i] = f->target[status][i];
            target[i].met = odds_of(tn_histogram_at_most(
                &drawn->all.histogram[status][TN_MC_END], target[i].most));
        }
        f->target[status] = target;
    }
    f->both = odds_of(tn_histogram_share(drawn->all.both_met, drawn->draws));
}

static struct tn_comparison compare(struct tn_odds computed, struct tn_odds simulated)
{
    double error = hypot(computed.error, simulated.error);
    struct tn_comparison c = {computed, simulated, (double)NAN};

    if (error > 0)
        c.z = (simulated.p - computed.p) / error;
    return c;
}

static void compare_all(struct tn_arena *arena, struct tn_simulation *s)
{
    const struct tn_forecast *drawn = &s->forecast, *computed = &s->computed;

    s->both = compare(computed->both, drawn->both);
    for (int status = 0; status < TN_STATUSES; status++) {
        const struct tn_outcome *c = &computed->commune.status[status];
        const struct tn_outcome *d = &drawn->commune.status[status];
        s->quota[status] = compare(c->quota_met, d->quota_met);
        s->net[status] = compare(c->net_met, d->net_met);
        s->village[status] = tn_new(arena, struct tn_comparison, drawn->villages);
        for (size_t v = 0; v < drawn->villages; v++)
            s->village[status][v] = compare(computed->village[v].status[status].quota_met,
                                            drawn->village[v].status[status].quota_met);
    }
}

static void draw_chunks(struct tn_arena *arena, const struct tn_simulate_part *part,
                        uint64_t first, uint64_t last, struct tn_mc_result *result)
{
    struct tn_setup setup = tn_setup_from(arena, part->commune, part->model);
    struct tn_mc_model mc = mc_model_of(arena, &setup);
    struct tn_mc_request request = {.seed = part->options->seed,
                                    .draws = (uint64_t)part->options->draws,
                                    .first = first,
                                    .last = last,
                                    .threads = part->options->threads};

    tn_mc_run(arena, &mc, &request, result);
}

uint64_t tn_simulate_all_chunks(long draws)
{
    return tn_mc_chunks((uint64_t)draws);
}

void tn_simulate_chunks(struct tn_arena *arena, void *what, uint64_t first, uint64_t last,
                        struct tn_mc_result *result)
{
    const struct tn_simulate_part *part = what;
    struct tn_mc_result more = {0};

    if (result->draws == 0) {
        draw_chunks(arena, part, first, last, result);
        return;
    }
    struct tn_mark mark = tn_arena_mark(arena);
    draw_chunks(arena, part, first, last, &more);
    tn_mc_add(result, &more);
    tn_arena_rewind(arena, mark);
}

void tn_simulate_team(struct tn_arena *arena, struct tn_simulate_part *part,
                      const struct tn_team *team, struct tn_mc_result *result)
{
    struct tn_share own = tn_team_share(team, team->rank,
                                        tn_mc_chunks((uint64_t)part->options->draws));

    draw_chunks(arena, part, own.first, own.last, result);
    tn_team_add_results(arena, team, 1, result);
}

enum tn_fault tn_simulate_plan(struct tn_arena *arena, const struct tn_commune *commune,
                               const struct tn_model *model,
                               const struct tn_simulate_options *options,
                               struct tn_simulation *simulation, struct tn_err *err)
{
    struct tn_simulate_part part = {commune, model, options};
    struct tn_forecast_options compute = {
        .method = TN_CONDITIONAL, .seed = options->seed, .threads = options->threads};
    struct tn_mc_result drawn = {0};

    *simulation = (struct tn_simulation){.draws = options->draws};
    enum tn_fault fault = tn_forecast_of(arena, commune, model, &compute,
                                         &simulation->computed, err);
    if (fault)
        return fault;
    if (options->drawn)
        drawn = *options->drawn;
    else
        tn_simulate_chunks(arena, &part, 0, tn_mc_chunks((uint64_t)options->draws),
                           &drawn);

    /* What is not drawn (totals, printed targets) is the same either way. */
    simulation->forecast = simulation->computed;
    simulation->forecast.method = TN_SIMULATED;
    simulation->forecast.village = tn_new(arena, struct tn_area_forecast,
                                          commune->villages);
    for (size_t v = 0; v < commune->villages; v++)
        simulation->forecast.village[v].total = simulation->computed.village[v].total;
    describe(arena, commune, &drawn, &simulation->forecast);
    compare_all(arena, simulation);
    return TN_OK;
}
