/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country_run.h"

#include "tn/base/fold.h"
#include "tn/num/crew.h"
#include "tn/num/montecarlo.h"
#include "tn/num/philox.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Draws are counted some chunks at a time, so that the sums draw by draw, of which a
 * commune needs some, a district, a province and the country too, stay short. */
enum { CHUNKS_AT_ONCE = 8, AT_ONCE = CHUNKS_AT_ONCE * TN_MC_CHUNK };

/* What is counted of an area wider than a commune: exits and households at the end, of
 * either status. */
enum { EXITS, END_OF_YEAR, COUNTED };
static const enum tn_mc_count counted[COUNTED] = {TN_MC_EXITS, TN_MC_END};

/* A number for each of some draws. */
struct sums {
    int32_t *of[TN_STATUSES][COUNTED];
};

struct tally {
    struct tn_histogram histogram[TN_STATUSES][COUNTED];
};

struct simulation {
    struct tn_country_run *run;
    struct tn_share own;   // chunks of this process
    size_t parameters;
    struct tn_mc_parameter *parameter;   // of all communes alike
    size_t level_sd[TN_SHARED_LEVELS];   // which of them, or TN_MC_NONE
    uint64_t level_key[TN_SHARED_LEVELS];
    /* the province being drawn */
    const struct tn_province *province;
    uint64_t first, last;          // the chunks being drawn
    struct tn_arena *arena;        // of each commune: its counts so far
    struct tn_mc_result *result;   // of each commune
    struct sums *commune;          // the draws of these chunks
    struct tally province_tally, *district_tally;
    struct tn_province_outcome of;
    struct sums whole;   // every draw of the country so far
};

/* ---- the model of a commune ------------------------------------------------------- */

/* The year's sd at each level: the same draw, times the root of its share. */
static void set_parameters(struct tn_arena *arena, struct simulation *s)
{
    const struct tn_model *model = s->run->model;
    struct tn_mc_parameter *p = tn_new(arena, struct tn_mc_parameter,
                                       TN_PARAMETERS + TN_SHARED_LEVELS);

    for (size_t i = 0; i < TN_PARAMETERS; i++) {
        int status = TN_UNKNOWN;
        const struct tn_prior *prior = &model->prior[i];
        const char *name = tn_parameter_name((enum tn_parameter_id)i, &status);
        p[i].mean = prior->off ? -(double)INFINITY : prior->mean;
        p[i].sd = prior->off ? 0 : prior->sd;
        p[i].key = tn_key(tn_key(1, "parameter"), name) + (uint64_t)(status + 1);
    }
    for (size_t l = 0; l < TN_SHARED_LEVELS; l++) {
        double share = s->run->options.share[l];
        bool on = share > 0 && !model->prior[TN_YEAR_SD].off;
        p[TN_PARAMETERS + l] = p[TN_YEAR_SD];
        if (on)
            p[TN_PARAMETERS + l].mean += log(share) / 2;
        s->level_sd[l] = on ? TN_PARAMETERS + l : TN_MC_NONE;
    }
    s->parameters = TN_PARAMETERS + TN_SHARED_LEVELS;
    s->parameter = p;
}

static size_t if_on(const struct tn_model *model, enum tn_parameter_id id)
{
    return model->prior[id].off ? TN_MC_NONE : (size_t)id;
}

/* The key of an area: of its name within the area it is part of. */
static uint64_t key_of(struct tn_arena *work, uint64_t within, const struct tn_area *area)
{
    struct tn_mark mark = tn_arena_mark(work);
    uint64_t key = tn_key(within, tn_fold_key(work, strlen(area->name), area->name));

    tn_arena_rewind(work, mark);
    return key;
}

/* Effects of the areas around commune c, and its own. */
static void set_effects(struct tn_arena *work, const struct simulation *s, size_t c,
                        struct tn_mc_model *mc, uint64_t *commune_key)
{
    const struct tn_province *p = s->province;
    size_t at[TN_SHARED_LEVELS] = {[TN_A_COMMUNE] = c};
    uint64_t key = tn_key(1, "year");
    struct tn_mc_effect *effect = tn_new(work, struct tn_mc_effect, TN_SHARED_LEVELS);

    at[TN_A_DISTRICT] = p->area[TN_A_COMMUNE][c].parent;
    for (size_t l = 0; l < TN_SHARED_LEVELS; l++) {
        if (l > 0)
            key = key_of(work, key, &p->area[l][at[l]]);
        if (s->level_sd[l] != TN_MC_NONE)
            effect[mc->effects++] = (struct tn_mc_effect){s->level_sd[l], key};
    }
    mc->effect = effect;
    *commune_key = key;
}

static void add_units(struct tn_mc_model *mc, struct tn_mc_unit *unit, size_t place,
                      enum tn_status status, bool planned, long n)
{
    uint64_t key = tn_key(mc->place[place].key, planned ? "planned" : "unplanned") +
                   ((uint64_t)status << 62);

    for (long i = 0; i < n; i++)
        unit[mc->units++] = (struct tn_mc_unit){
            .key = key + 0x9E3779B97F4A7C15u * (uint64_t)(i + 1),
            .place = place,
            .state = (int)status,
            .base = (size_t)tn_chance_id(status, planned),
        };
}

static void set_places(struct tn_arena *work, const struct simulation *s,
                       const struct tn_area *commune, uint64_t key,
                       struct tn_mc_model *mc)
{
    struct tn_mc_place *place = tn_new(work, struct tn_mc_place, commune->parts);
    size_t all = (size_t)(commune->households[0] + commune->households[1]);
    struct tn_mc_unit *unit = tn_new(work, struct tn_mc_unit, all);

    mc->place = place;
    mc->unit = unit;
    mc->places = commune->parts;
    for (size_t v = 0; v < commune->parts; v++) {
        const struct tn_area *village =
            &s->province->area[TN_A_VILLAGE][commune->first + v];
        double exposure = country_exposure(village);
        place[v].key = key_of(work, key, village);
        for (int i = 0; i < TN_STATUSES; i++) {
            enum tn_status status = (enum tn_status)i;
            long planned = village->quota[status];
            place[v].quota[status] = planned;
            place[v].exposure[status] = isnan(exposure) ? 0 : exposure;
            add_units(mc, unit, v, status, true, planned);
            add_units(mc, unit, v, status, false, village->households[status] - planned);
        }
    }
}

static struct tn_mc_model model_of(struct tn_arena *work, const struct simulation *s,
                                   size_t c)
{
    const struct tn_model *model = s->run->model;
    const struct tn_area *commune = &s->province->area[TN_A_COMMUNE][c];
    struct tn_mc_model mc = {
        .parameters = s->parameters,
        .parameter = s->parameter,
        .place_sd = if_on(model, TN_VILLAGE_SD),
        .crossing = {if_on(model, TN_TO_NEAR_POOR), if_on(model, TN_NEAR_TO_POOR)},
        .entry = {if_on(model, TN_ENTRY_POOR), if_on(model, TN_ENTRY_NEAR_POOR)},
        .quota = {commune->quota[0], commune->quota[1]},
    };
    uint64_t key;

    set_effects(work, s, c, &mc, &key);
    set_places(work, s, commune, key, &mc);
    return mc;
}

/* ---- drawing ---------------------------------------------------------------------- */

static struct sums new_sums(struct tn_arena *arena, size_t draws)
{
    struct sums sums;

    for (int s = 0; s < TN_STATUSES; s++)
        for (int k = 0; k < COUNTED; k++)
            sums.of[s][k] = tn_new(arena, int32_t, draws);
    return sums;
}

static void clear_sums(struct sums *sums)
{
    for (int s = 0; s < TN_STATUSES; s++)
        for (int k = 0; k < COUNTED; k++)
            memset(sums->of[s][k], 0, AT_ONCE * sizeof *sums->of[s][k]);
}

static void add_sums(struct sums *into, size_t at, const struct sums *from, size_t n)
{
    for (int s = 0; s < TN_STATUSES; s++)
        for (int k = 0; k < COUNTED; k++)
            for (size_t j = 0; j < n; j++)
                into->of[s][k][at + j] += from->of[s][k][j];
}

static struct tn_mc_area copy_area(struct tn_arena *arena, const struct tn_mc_area *area)
{
    struct tn_mc_area copy = *area;

    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++) {
            const struct tn_histogram *from = &area->histogram[s][c];
            copy.histogram[s][c] = tn_histogram_new(arena, from->bins);
            tn_histogram_add(&copy.histogram[s][c], from);
        }
    return copy;
}

/* The counts alone, without what the drawing of them needed. */
static struct tn_mc_result copy_result(struct tn_arena *arena,
                                       const struct tn_mc_result *from)
{
    struct tn_mc_result copy = *from;

    copy.place = tn_new(arena, struct tn_mc_area, from->places);
    for (size_t v = 0; v < from->places; v++)
        copy.place[v] = copy_area(arena, &from->place[v]);
    copy.all = copy_area(arena, &from->all);
    return copy;
}

static void draw_commune(struct tn_arena *work, void *what, size_t c)
{
    struct simulation *s = what;
    struct tn_mc_model mc = model_of(work, s, c);
    struct tn_mc_request request = {.seed = s->run->options.seed,
                                    .draws = (uint64_t)s->run->options.draws,
                                    .first = s->first,
                                    .last = s->last,
                                    .threads = 1};
    struct tn_mc_result more = {0};

    clear_sums(&s->commune[c]);
    for (int i = 0; i < TN_STATUSES; i++)
        for (int k = 0; k < COUNTED; k++)
            request.sum[i][counted[k]] = s->commune[c].of[i][k];
    tn_mc_run(work, &mc, &request, &more);
    if (s->first == s->own.first)
        s->result[c] = copy_result(&s->arena[c], &more);
    else
        tn_mc_add(&s->result[c], &more);
}

/* ---- outcomes --------------------------------------------------------------------- */

static struct tn_odds odds_of(struct tn_estimate e)
{
    return (struct tn_odds){e.value, e.error};
}

/* The largest quota met in so many of the draws. */
static long assured(const struct tn_histogram *h, double c)
{
    uint64_t met = 0;
    size_t k = h->bins;

    while (k > 0 && (double)met < c * (double)h->draws)
        met += h->count[--k];
    return (long)k;
}

static struct tn_area_outcome outcome_of(const struct tn_histogram *exits,
                                         const struct tn_histogram *end, long base,
                                         long quota, double exposure)
{
    struct tn_area_outcome o = {
        .base = base,
        .quota = quota,
        .mean = tn_histogram_mean(exits).value,
        .sd = tn_histogram_sd(exits),
        .q05 = tn_histogram_quantile(exits, 0.05),
        .q50 = tn_histogram_quantile(exits, 0.50),
        .q95 = tn_histogram_quantile(exits, 0.95),
        .realistic = {assured(exits, tn_realistic_level[0]),
                      assured(exits, tn_realistic_level[1]),
                      assured(exits, tn_realistic_level[2])},
        .fair = TN_UNKNOWN,
        .p_fair = (double)NAN,
        .quota_met = odds_of(tn_histogram_at_least(exits, quota)),
        .net_met = {(double)NAN, (double)NAN},
        .mean_end = (double)NAN,
        .end_q05 = TN_UNKNOWN,
        .end_q95 = TN_UNKNOWN,
    };

    if (isnan(exposure))
        return o;
    o.net_met = odds_of(tn_histogram_at_most(end, base - quota));
    o.mean_end = tn_histogram_mean(end).value;
    o.end_q05 = tn_histogram_quantile(end, 0.05);
    o.end_q95 = tn_histogram_quantile(end, 0.95);
    return o;
}

static void put_drawn(const struct tn_mc_area *drawn, const struct tn_area *area,
                      struct tn_area_outcome outcome[TN_STATUSES])
{
    for (int s = 0; s < TN_STATUSES; s++)
        outcome[s] = outcome_of(&drawn->histogram[s][TN_MC_EXITS],
                                &drawn->histogram[s][TN_MC_END], area->households[s],
                                area->quota[s], country_exposure(area));
}

static void put_tally(const struct tally *tally, const struct tn_area *area,
                      struct tn_area_outcome outcome[TN_STATUSES])
{
    for (int s = 0; s < TN_STATUSES; s++)
        outcome[s] = outcome_of(&tally->histogram[s][EXITS],
                                &tally->histogram[s][END_OF_YEAR], area->households[s],
                                area->quota[s], country_exposure(area));
}

static void put_commune(struct tn_arena *work, void *what, size_t c)
{
    struct simulation *s = what;
    const struct tn_area *commune = &s->province->area[TN_A_COMMUNE][c];

    (void)work;
    put_drawn(&s->result[c].all, commune, &s->of.outcome[TN_A_COMMUNE][TN_STATUSES * c]);
    for (size_t v = 0; v < commune->parts; v++) {
        size_t i = commune->first + v;
        put_drawn(&s->result[c].place[v], &s->province->area[TN_A_VILLAGE][i],
                  &s->of.outcome[TN_A_VILLAGE][TN_STATUSES * i]);
    }
}

/* ---- wider areas ------------------------------------------------------------------ */

/* Count draws; the histogram gets as many bins as they need. */
static void count_draws(struct tn_arena *arena, struct tally *tally,
                        const struct sums *sums, size_t n)
{
    for (int s = 0; s < TN_STATUSES; s++)
        for (int k = 0; k < COUNTED; k++) {
            struct tn_histogram *h = &tally->histogram[s][k];
            const int32_t *sum = sums->of[s][k];
            int32_t most = 0;
            for (size_t j = 0; j < n; j++)
                most = sum[j] > most ? sum[j] : most;
            if ((size_t)most >= h->bins) {
                struct tn_histogram wider = tn_histogram_new(arena, 2 * (size_t)most + 1);
                if (h->bins)
                    memcpy(wider.count, h->count, h->bins * sizeof *h->count);
                wider.draws = h->draws;
                *h = wider;
            }
            for (size_t j = 0; j < n; j++)
                h->count[sum[j]]++;
            h->draws += n;
        }
}

/* The chunks just drawn, added up from communes to districts to the province. */
static void add_up(struct tn_arena *arena, struct simulation *s, struct sums room[2],
                   size_t n)
{
    const struct tn_province *p = s->province;
    struct sums *province = &room[0], *district = &room[1];
    size_t at = (size_t)(s->first - s->own.first) * TN_MC_CHUNK;

    clear_sums(province);
    for (size_t d = 0; d < p->n[TN_A_DISTRICT]; d++) {
        const struct tn_area *area = &p->area[TN_A_DISTRICT][d];
        clear_sums(district);
        for (size_t c = area->first; c < area->first + area->parts; c++)
            add_sums(district, 0, &s->commune[c], n);
        count_draws(arena, &s->district_tally[d], district, n);
        add_sums(province, 0, district, n);
    }
    count_draws(arena, &s->province_tally, province, n);
    add_sums(&s->whole, at, province, n);
}

/* How many draws there are before a chunk. */
static uint64_t draws_before(const struct simulation *s, uint64_t chunk)
{
    uint64_t draws = (uint64_t)s->run->options.draws;

    return chunk * TN_MC_CHUNK < draws ? chunk * TN_MC_CHUNK : draws;
}

/* A process without chunks draws none of them, but knows the shapes of the counts. */
static void draw_province(struct tn_arena *arena, struct simulation *s)
{
    const struct tn_country_options *options = &s->run->options;
    struct sums room[2] = {new_sums(arena, AT_ONCE), new_sums(arena, AT_ONCE)};

    s->first = s->own.first;
    do {
        uint64_t left = s->own.last - s->first;
        s->last = s->first + (left < CHUNKS_AT_ONCE ? left : CHUNKS_AT_ONCE);
        tn_crew(s->province->n[TN_A_COMMUNE], options->threads, draw_commune, s);
        add_up(arena, s, room,
               (size_t)(draws_before(s, s->last) - draws_before(s, s->first)));
        s->first = s->last;
    } while (s->first < s->own.last);
}

/* The counts of all processes together. */
static void gather_province(struct tn_arena *arena, struct simulation *s)
{
    const struct tn_team *team = s->run->options.team;
    size_t districts = s->province->n[TN_A_DISTRICT], n = 0;

    if (!team)
        return;
    struct tn_histogram **all = tn_new(arena, struct tn_histogram *,
                                       (districts + 1) * TN_STATUSES * COUNTED);
    for (size_t d = 0; d <= districts; d++) {
        struct tally *tally = d < districts ? &s->district_tally[d] : &s->province_tally;
        for (int i = 0; i < TN_STATUSES * COUNTED; i++)
            all[n++] = &tally->histogram[i / COUNTED][i % COUNTED];
    }
    tn_team_add_histograms(arena, team, n, all);
    tn_team_add_results(arena, team, s->province->n[TN_A_COMMUNE], s->result);
}

static void put_province(struct simulation *s)
{
    const struct tn_province *p = s->province;

    tn_crew(p->n[TN_A_COMMUNE], s->run->options.threads, put_commune, s);
    for (size_t d = 0; d < p->n[TN_A_DISTRICT]; d++)
        put_tally(&s->district_tally[d], &p->area[TN_A_DISTRICT][d],
                  &s->of.outcome[TN_A_DISTRICT][TN_STATUSES * d]);
    put_tally(&s->province_tally, &p->area[TN_A_PROVINCE][0],
              s->of.outcome[TN_A_PROVINCE]);
}

static struct tn_province_outcome next(struct tn_arena *arena, struct tn_country_run *run,
                                       const struct tn_province *province)
{
    struct simulation *s = run->state;
    struct tn_arena kept = {0};
    size_t communes = province->n[TN_A_COMMUNE], districts = province->n[TN_A_DISTRICT];

    s->of = country_outcomes(arena, province);
    s->province = province;
    s->arena = tn_new(&kept, struct tn_arena, communes);
    s->result = tn_new(&kept, struct tn_mc_result, communes);
    s->commune = tn_new(&kept, struct sums, communes);
    s->district_tally = tn_new(&kept, struct tally, districts);
    s->province_tally = (struct tally){{{{0}}}};
    for (size_t c = 0; c < communes; c++)
        s->commune[c] = new_sums(&kept, AT_ONCE);
    draw_province(&kept, s);
    gather_province(&kept, s);
    if (tn_team_answers(run->options.team))
        put_province(s);
    for (size_t c = 0; c < communes; c++)
        tn_arena_free(&s->arena[c]);
    tn_arena_free(&kept);
    return s->of;
}

static void close_simulation(struct tn_arena *arena, struct tn_country_run *run,
                             const struct tn_area *whole,
                             struct tn_area_outcome outcome[TN_STATUSES])
{
    struct simulation *s = run->state;
    struct tn_mark mark = tn_arena_mark(arena);
    struct tally tally = {{{{0}}}};

    count_draws(arena, &tally, &s->whole,
                (size_t)(draws_before(s, s->own.last) - draws_before(s, s->own.first)));
    if (run->options.team) {
        struct tn_histogram *all[TN_STATUSES * COUNTED];
        for (int i = 0; i < TN_STATUSES * COUNTED; i++)
            all[i] = &tally.histogram[i / COUNTED][i % COUNTED];
        tn_team_add_histograms(arena, run->options.team, TN_STATUSES * COUNTED, all);
    }
    if (tn_team_answers(run->options.team))
        put_tally(&tally, whole, outcome);
    tn_arena_rewind(arena, mark);
}

struct tn_country_run *tn_country_simulate(struct tn_arena *arena,
                                           const struct tn_model *model,
                                           const struct tn_country_options *options)
{
    struct tn_country_run *run = tn_new(arena, struct tn_country_run, 1);
    struct simulation *s = tn_new(arena, struct simulation, 1);

    *run = (struct tn_country_run){model, *options, next, close_simulation, s};
    s->run = run;
    s->own = tn_team_share(options->team, options->team ? options->team->rank : 0,
                           tn_mc_chunks((uint64_t)options->draws));
    s->whole = new_sums(arena, (size_t)(s->own.last - s->own.first) * TN_MC_CHUNK);
    set_parameters(arena, s);
    return run;
}
