/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a twin that draws one replicate at a time by the words of montecarlo.h, in
 * plain scalar C; every count of every histogram has to be the same. */
#include <stdbool.h>

#include "mc_checks.h"
#include "tn/num/portable.h"

static double normal(uint64_t seed, uint64_t key, unsigned purpose, uint64_t replicate)
{
    uint64_t plane = replicate % 512 / 128;
    struct tn_bits bits = tn_draw(seed, key, purpose,
                                  replicate / 512 * 128 + replicate % 128);
    double z[2];

    tn_portable_normals(bits.word[plane & 2], bits.word[plane | 1], z);
    return z[plane & 1];
}

static double drawn(const struct tn_mc_model *m, size_t p, uint64_t seed,
                    uint64_t replicate)
{
    const struct tn_mc_parameter *q = &m->parameter[p];

    return q->sd > 0 ? q->mean + q->sd * normal(seed, q->key, 0, replicate) : q->mean;
}

static double uniform48(uint64_t seed, uint64_t key, uint64_t replicate)
{
    uint64_t in = replicate % 512, lane = in % 128;
    struct tn_bits first = tn_draw(seed, key, 3, replicate / 512 * 64 + lane / 2);
    struct tn_bits rest = tn_draw(seed, key, 4, replicate);
    uint64_t upper = first.word[in / 128] >> lane % 2 * 16 & 0xFFFF;

    return (double)((upper ^ 0x8000) << 32 | rest.word[0]) * 0x1p-48;
}

static long poisson(uint64_t seed, uint64_t key, unsigned purpose, uint64_t replicate,
                    double mean)
{
    uint64_t in = replicate % 512;
    struct tn_bits bits = tn_draw(seed, key, purpose, replicate / 512 * 128 + in % 128);
    double u = (bits.word[in / 128] + 0.5) * 0x1p-32;
    double chance = tn_portable_exp(-mean), sum = chance;
    long k = 0;

    for (; u > sum; sum += chance)
        chance *= mean * (1 / (double)++k);
    return k;
}

struct year {
    long count[2][TN_MC_COUNTS];
};

static struct year twin(const struct tn_mc_model *m, size_t v, uint64_t seed, uint64_t r)
{
    struct year year = {{{0}}};
    double e = tn_portable_exp(drawn(m, YEAR_SD, seed, r)) *
               normal(seed, m->effect[0].key, 1, r);
    size_t sd = m->place[v].own_sd ? m->place[v].own_sd - 1 : m->place_sd;
    double effect = e + tn_portable_exp(drawn(m, sd, seed, r)) *
                            normal(seed, m->place[v].key, 2, r);

    for (size_t i = 0; i < m->units; i++) {
        const struct tn_mc_unit *unit = &m->unit[i];
        if (unit->place != v)
            continue;
        double logit = unit->offset;
        if (unit->base != TN_MC_NONE) {
            logit = drawn(m, unit->base, seed, r) + unit->offset;
            for (size_t t = 0; t < m->terms; t++)
                logit += drawn(m, m->term[t], seed, r) * m->covariate[i * m->terms + t];
            logit += effect;
        }
        double p = tn_portable_expit(logit);
        double q = tn_portable_expit(drawn(m, m->crossing[unit->state], seed, r));
        double u = uniform48(seed, unit->key, r);
        bool leaves = u < p;
        year.count[unit->state][TN_MC_EXITS] += leaves;
        year.count[unit->state][TN_MC_CROSSINGS] += unit->state == 0
                                                        ? u < p * q
                                                        : !leaves && u < p + (1 - p) * q;
    }
    for (unsigned s = 0; s < 2; s++) {
        double rate = tn_portable_exp(drawn(m, m->entry[s], seed, r));
        year.count[s][TN_MC_ENTRIES] = poisson(seed, m->place[v].key, 5 + s, r,
                                               rate * m->place[v].exposure[s]);
    }
    return year;
}

static void add_year(struct tn_mc_area *area, const struct year *year,
                     const long units[2])
{
    const long *poor = year->count[0], *near = year->count[1];
    const long end[2] = {units[0] - poor[TN_MC_EXITS] + near[TN_MC_CROSSINGS] +
                             poor[TN_MC_ENTRIES],
                         units[1] - near[TN_MC_EXITS] - near[TN_MC_CROSSINGS] +
                             poor[TN_MC_CROSSINGS] + near[TN_MC_ENTRIES]};

    for (int s = 0; s < 2; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++) {
            struct tn_histogram *histogram = &area->histogram[s][c];
            histogram->draws++;
            histogram->count[c == TN_MC_END ? end[s] : year->count[s][c]]++;
        }
}

/* Empty histograms of the same shape. */
static struct tn_mc_area like(struct tn_arena *arena, const struct tn_mc_area *area)
{
    struct tn_mc_area empty = {0};

    for (int s = 0; s < 2; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++)
            empty.histogram[s][c] = tn_histogram_new(arena, area->histogram[s][c].bins);
    empty.both_met = area->both_met;
    return empty;
}

static void check_twin(const struct tn_mc_model *m, uint64_t seed, uint64_t draws)
{
    struct tn_arena arena = {0};
    struct tn_mc_result got = run(&arena, m, seed, draws, 0);
    struct tn_mc_area all = like(&arena, &got.all);
    struct year *total = tn_new(&arena, struct year, draws);
    long units[2] = {0};

    for (size_t v = 0; v < m->places; v++) {
        struct tn_mc_area want = like(&arena, &got.place[v]);
        long here[2] = {0};
        for (size_t i = 0; i < m->units; i++)
            here[m->unit[i].state] += m->unit[i].place == v;
        for (uint64_t r = 0; r < draws; r++) {
            struct year year = twin(m, v, seed, r);
            add_year(&want, &year, here);
            for (int k = 0; k < 2 * TN_MC_COUNTS; k++)
                total[r].count[k / TN_MC_COUNTS][k % TN_MC_COUNTS] +=
                    year.count[k / TN_MC_COUNTS][k % TN_MC_COUNTS];
        }
        same_area(&got.place[v], &want);
        units[0] += here[0];
        units[1] += here[1];
    }
    for (uint64_t r = 0; r < draws; r++)
        add_year(&all, &total[r], units);
    same_area(&got.all, &all);
    tn_arena_free(&arena);
}

static void agrees_with_its_twin(void **state)
{
    (void)state;
    struct scenario s;

    scenario_fill(&s, 0.3, 0.4);
    check_twin(&s.model, 1, 1500);
    scenario_fill_uncertain(&s);
    check_twin(&s.model, 99, 3000);
}

/* Two places with a sd of their own, one of them uncertain; one without any effect. */
static void agrees_with_its_twin_where_places_differ(void **state)
{
    (void)state;
    enum { OWN = TERM + 1, UNSURE, NONE, ALL };
    struct tn_mc_parameter parameter[ALL];
    struct scenario s;

    scenario_fill_uncertain(&s);
    memcpy(parameter, s.parameter, sizeof s.parameter);
    parameter[OWN] = (struct tn_mc_parameter){log(1.3), 0, tn_key(OWN, "parameter")};
    parameter[UNSURE] = (struct tn_mc_parameter){log(0.7), 0.4, tn_key(UNSURE, "own")};
    parameter[NONE] = (struct tn_mc_parameter){-HUGE_VAL, 0, tn_key(NONE, "own")};
    s.model.parameters = ALL;
    s.model.parameter = parameter;
    s.place[3].own_sd = 1 + OWN;
    s.place[8].own_sd = 1 + UNSURE;
    s.place[10].own_sd = 1 + NONE;
    check_twin(&s.model, 17, 2000);
}

/* Household terms, households with a chance of their own, and the two sure ends. */
static void agrees_with_its_twin_where_households_differ(void **state)
{
    (void)state;
    struct scenario s;
    double covariate[HOUSEHOLDS][2];
    const size_t term[2] = {TERM, 2};

    scenario_fill_uncertain(&s);
    for (size_t i = 0; i < HOUSEHOLDS; i++) {
        covariate[i][0] = (double)(i % 7) / 8;
        covariate[i][1] = i % 3 == 0;
        if (i % 10 == 0)
            s.unit[i].base = TN_MC_NONE;
        s.unit[i].offset = i % 20 == 0   ? HUGE_VAL
                           : i % 17 == 0 ? -HUGE_VAL
                                         : (double)(i % 5);
    }
    s.model.terms = 2;
    s.model.term = term;
    s.model.covariate = covariate[0];
    check_twin(&s.model, 5, 2000);
}

int main(void)
{
    const struct CMUnitTest twin_tests[] = {
        cmocka_unit_test(agrees_with_its_twin),
        cmocka_unit_test(agrees_with_its_twin_where_places_differ),
        cmocka_unit_test(agrees_with_its_twin_where_households_differ),
    };
    return cmocka_run_group_tests(twin_tests, NULL, NULL);
}
