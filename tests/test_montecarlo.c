/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the exact law of five scenarios (tests/oracle/forecast), within 4.5 standard
 * errors. tests/test_mc_twin.c holds another, equal in every count. TN_SLOW=1 draws
 * 4,000,000 replicates of each scenario. */
#include "check.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "mc_checks.h"
#include "tn/num/montecarlo.h"
#include "tn/num/portable.h"

static const char SCENARIO[] = "IVYAW";
static const double SD[][2] = {{0, 0}, {0.3, 0}, {0, 0.4}, {0.3, 0.4}, {1.0, 1.2}};

static FILE *open_oracle(const char *path)
{
    char line[512];
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));   // the header
    return file;
}

/* Within 4.5 of the standard errors that the exact share implies. */
static void check_share(struct tn_estimate got, double exact, uint64_t draws,
                        const char *what)
{
    double error = sqrt(exact * (1 - exact) / (double)draws);

    if (!(fabs(got.value - exact) <= 4.5 * error + 1e-15))
        fail_msg("%s is %.9f, want %.9f: %.2f standard errors off", what, got.value,
                 exact, (got.value - exact) / error);
    if (error * sqrt((double)draws) > 0.01)
        check_rel(got.error, error, 0.2);
}

static bool answer(const struct tn_mc_result *r, const char *what,
                   struct tn_estimate *got)
{
    const struct tn_histogram *poor = &r->all.histogram[0][TN_MC_EXITS];
    const struct tn_histogram *near = &r->all.histogram[1][TN_MC_EXITS];
    const struct {
        const char *what;
        struct tn_estimate got;
    } known[] = {
        {"P_poor_ge_23", tn_histogram_at_least(poor, 23)},
        {"P_near_ge_35", tn_histogram_at_least(near, 35)},
        {"P_poor_ge_45", tn_histogram_at_least(poor, 45)},
        {"P_poor_le_5", tn_histogram_at_most(poor, 5)},
        {"P_both", tn_histogram_share(r->all.both_met, r->draws)},
        {"P_all_villages_poor", tn_histogram_share(r->every_place_met[0], r->draws)},
        {"P_all_villages_near", tn_histogram_share(r->every_place_met[1], r->draws)},
        {"P_all_villages_both", tn_histogram_share(r->every_place_met_both, r->draws)},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].what, what) == 0) {
            *got = known[i].got;
            return true;
        }
    return false;
}

/* Means within 4.5 standard errors; a sd's own error is about sd / sqrt(2 draws). */
static bool moment(const struct tn_mc_result *r, const char *what, double exact)
{
    const struct tn_histogram *exits =
        &r->all.histogram[strstr(what, "near") != NULL][TN_MC_EXITS];
    double sd = tn_histogram_sd(exits), n = (double)r->draws;

    if (strncmp(what, "mean_", 5) == 0)
        assert_true(fabs(tn_histogram_mean(exits).value - exact) < 4.5 * sd / sqrt(n));
    else if (strncmp(what, "sd_", 3) == 0)
        assert_true(fabs(sd - exact) < 4.5 * sd / sqrt(2 * n));
    else
        return false;
    return true;
}

static void check_commune(char scenario, const struct tn_mc_result *result)
{
    char line[512], what[64], name;
    double exact;
    int checked = 0;
    FILE *file = open_oracle("tests/oracle/forecast/commune_summary.csv");

    while (fgets(line, sizeof line, file)) {
        struct tn_estimate got;
        if (sscanf(line, "%c,%*[^,],%*[^,],%*[^,],%*[^,],%63[^,],%lf", &name, what,
                   &exact) != 3 ||
            name != scenario)
            continue;
        if (answer(result, what, &got)) {
            check_share(got, exact, result->draws, what);
            checked++;
        } else {
            checked += moment(result, what, exact);
        }
    }
    fclose(file);
    assert_int_equal(checked, 12);
}

static void check_villages(char scenario, const struct tn_mc_result *result)
{
    char line[512], name;
    size_t v;
    double exact[3];
    int checked = 0;
    FILE *file = open_oracle("tests/oracle/forecast/commune_villages.csv");

    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%c,%zu,%lf,%lf,%lf", &name, &v, &exact[0], &exact[1],
                   &exact[2]) != 5 ||
            name != scenario)
            continue;
        const struct tn_mc_area *place = &result->place[v - 1];
        for (int s = 0; s < 2; s++) {
            struct tn_estimate met = tn_histogram_at_least(
                &place->histogram[s][TN_MC_EXITS], scenario_quota[s][v - 1]);
            check_share(met, exact[s], result->draws, "a village's quota");
        }
        check_share(tn_histogram_share(place->both_met, result->draws), exact[2],
                    result->draws, "a village's two quotas");
        checked++;
    }
    fclose(file);
    assert_int_equal(checked, VILLAGES);
}

static void agrees_with_the_exact_law(void **state)
{
    (void)state;
    uint64_t draws = getenv("TN_SLOW") ? 4000000 : 100000;

    for (size_t i = 0; SCENARIO[i]; i++) {
        struct tn_arena arena = {0};
        struct scenario s;
        scenario_fill(&s, SD[i][0], SD[i][1]);
        struct tn_mc_result result = run(&arena, &s.model, 1, draws, 0);
        assert_int_equal(result.draws, draws);
        check_commune(SCENARIO[i], &result);
        check_villages(SCENARIO[i], &result);
        tn_arena_free(&arena);
    }
}

/* The number of standard errors off, over 200 seeds: mean 0, sd 1. */
static void standard_errors_are_right(void **state)
{
    (void)state;
    enum { SEEDS = 200, DRAWS = 5120 };
    const double exact[] = {0.463785560249229, 0.374976699219947, 0.266557357944567,
                            0.0698296068809654};
    double sum[4] = {0}, squares[4] = {0};

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct tn_arena arena = {0};
        struct scenario s;
        scenario_fill(&s, 0.3, 0.4);
        struct tn_mc_result r = run(&arena, &s.model, seed, DRAWS, 0);
        const struct tn_estimate got[] = {
            tn_histogram_at_least(&r.all.histogram[0][TN_MC_EXITS], 23),
            tn_histogram_at_least(&r.all.histogram[1][TN_MC_EXITS], 35),
            tn_histogram_share(r.all.both_met, r.draws),
            tn_histogram_share(r.every_place_met[0], r.draws),
        };
        for (size_t i = 0; i < 4; i++) {
            double z = (got[i].value - exact[i]) / got[i].error;
            sum[i] += z;
            squares[i] += z * z;
        }
        tn_arena_free(&arena);
    }
    for (size_t i = 0; i < 4; i++) {
        double mean = sum[i] / SEEDS;
        assert_true(fabs(mean) < 0.2);
        assert_true(fabs(sqrt(squares[i] / SEEDS - mean * mean) - 1) < 0.15);
    }
}

/* place[i] of a is place[to[i]] of b; to may be null. */
static void same_result(const struct tn_mc_result *a, const struct tn_mc_result *b,
                        const size_t *to)
{
    assert_int_equal(a->draws, b->draws);
    assert_int_equal(a->places, b->places);
    same_area(&a->all, &b->all);
    for (size_t v = 0; v < a->places; v++)
        same_area(&a->place[v], &b->place[to ? to[v] : v]);
    for (int s = 0; s < TN_MC_STATES; s++)
        assert_int_equal(a->every_place_met[s], b->every_place_met[s]);
    assert_int_equal(a->every_place_met_both, b->every_place_met_both);
}

static void threads_do_not_tell(void **state)
{
    (void)state;
    static const int threads[] = {2, 3, 8, 64};
    struct tn_arena arena = {0};
    struct scenario s;

    scenario_fill_uncertain(&s);
    struct tn_mc_result one = run(&arena, &s.model, 7, 20001, 1);
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        struct tn_mc_result many = run(&arena, &s.model, 7, 20001, threads[i]);
        same_result(&one, &many, NULL);
    }
    tn_arena_free(&arena);
}

/* The builds of other processors are passed over; the portable one always runs. */
static void builds_do_not_tell(void **state)
{
    (void)state;
    for (int crossings = 0; crossings < 2; crossings++) {
        struct tn_arena arena = {0};
        struct scenario s;
        if (crossings)
            scenario_fill_uncertain(&s);
        else
            scenario_fill(&s, 0.3, 0.4);
        struct tn_mc_result best = run(&arena, &s.model, 7, 60001, 0);
        for (int build = TN_MC_PORTABLE; build <= TN_MC_AVX512; build++) {
            struct tn_mc_request request = {.seed = 7,
                                            .draws = 60001,
                                            .last = tn_mc_chunks(60001),
                                            .build = (enum tn_mc_build)build};
            struct tn_mc_result result = {0};
            if (!tn_mc_can(request.build))
                continue;
            tn_mc_run(&arena, &s.model, &request, &result);
            same_result(&best, &result, NULL);
        }
        tn_arena_free(&arena);
    }
}

static void chunks_add_up_to_the_whole(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct scenario s;
    struct tn_mc_result part[3] = {{0}};
    static const uint64_t from[] = {4, 0, 1, 10};   // 10 chunks; the last is short
    static const uint64_t to[] = {10, 1, 4};

    scenario_fill_uncertain(&s);
    struct tn_mc_result whole = run(&arena, &s.model, 7, 20001, 2);
    for (size_t i = 0; i < 3; i++) {
        struct tn_mc_request request = {
            .seed = 7, .draws = 20001, .first = from[i], .last = to[i], .threads = 1};
        tn_mc_run(&arena, &s.model, &request, &part[i]);
        if (i > 0)
            tn_mc_add(&part[0], &part[i]);
    }
    same_result(&whole, &part[0], NULL);
    tn_arena_free(&arena);
}

static void the_order_of_rows_does_not_tell(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct scenario s, mixed;
    size_t to[VILLAGES];

    scenario_fill_uncertain(&s);
    mixed = s;
    for (size_t v = 0; v < VILLAGES; v++) {
        to[v] = v * 7 % VILLAGES;
        mixed.place[to[v]] = s.place[v];
    }
    for (size_t i = 0; i < HOUSEHOLDS; i++) {
        mixed.unit[i * 55 % HOUSEHOLDS] = s.unit[i];   // 55 and 124 share no divisor
        mixed.unit[i * 55 % HOUSEHOLDS].place = to[s.unit[i].place];
    }
    mixed.model.place = mixed.place;
    mixed.model.unit = mixed.unit;
    struct tn_mc_result a = run(&arena, &s.model, 3, 5000, 1);
    struct tn_mc_result b = run(&arena, &mixed.model, 3, 5000, 1);
    same_result(&a, &b, to);
    tn_arena_free(&arena);
}

static void a_household_struck_off_changes_no_other_village(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct scenario s;

    scenario_fill_uncertain(&s);
    struct tn_mc_result all = run(&arena, &s.model, 3, 5000, 1);
    s.model.unit++;   // of village 0
    s.model.units--;
    struct tn_mc_result fewer = run(&arena, &s.model, 3, 5000, 1);
    for (size_t v = 1; v < VILLAGES; v++)
        same_area(&all.place[v], &fewer.place[v]);
    tn_arena_free(&arena);
}

/* Totals kept draw by draw are those the histograms count, and add up over runs. */
static void sums_are_kept_draw_by_draw(void **state)
{
    (void)state;
    enum { FIRST = 2, DRAWS = 9000, KEPT = DRAWS - FIRST * TN_MC_CHUNK };
    struct tn_arena arena = {0};
    struct scenario s;

    for (int flows = 0; flows < 2; flows++) {
        struct tn_mc_request request = {.seed = 3,
                                        .draws = DRAWS,
                                        .first = FIRST,
                                        .last = tn_mc_chunks(DRAWS),
                                        .threads = 2};
        struct tn_mc_result r = {0};
        if (flows)
            scenario_fill_uncertain(&s);
        else
            scenario_fill(&s, 0.3, 0.4);
        for (int k = 0; k < 2 * TN_MC_COUNTS; k++)
            request.sum[k / TN_MC_COUNTS][k % TN_MC_COUNTS] = tn_new(&arena, int32_t,
                                                                     KEPT);
        tn_mc_run(&arena, &s.model, &request, &r);
        tn_mc_run(&arena, &s.model, &request, &r);
        for (int k = 0; k < 2 * TN_MC_COUNTS; k++) {
            const int32_t *sum = request.sum[k / TN_MC_COUNTS][k % TN_MC_COUNTS];
            const struct tn_histogram *h =
                &r.all.histogram[k / TN_MC_COUNTS][k % TN_MC_COUNTS];
            struct tn_histogram again = tn_histogram_new(&arena, h->bins);
            for (size_t j = 0; j < KEPT; j++)
                again.count[sum[j] / 2]++;
            assert_memory_equal(again.count, h->count, h->bins * sizeof *h->count);
        }
    }
    tn_arena_free(&arena);
}

static void sure_households_always_leave(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct scenario s;
    size_t sure[2] = {0};

    scenario_fill_uncertain(&s);
    for (size_t i = 0; i < HOUSEHOLDS; i++)
        s.unit[i].offset = i % 2 ? HUGE_VAL : -HUGE_VAL;
    for (size_t i = 1; i < HOUSEHOLDS; i += 2)
        sure[s.unit[i].state]++;
    scenario_set(&s, CROSS, INFINITY, 0);
    struct tn_mc_result r = run(&arena, &s.model, 3, 5000, 0);
    for (int c = TN_MC_EXITS; c <= TN_MC_CROSSINGS; c++)
        assert_int_equal(r.all.histogram[0][c].count[sure[0]], 5000);
    assert_int_equal(r.all.histogram[1][TN_MC_EXITS].count[sure[1]], 5000);
    tn_arena_free(&arena);
}

/* Where pairs of counts would fill too large a table the quotas are met draw by draw:
 * all the poor leave, and the near-poor quota is that of the one household there is. */
static void many_households_meet_both_quotas_where_each_does(void **state)
{
    (void)state;
    enum { POOR = 16400, DRAWS = 400 };
    struct tn_arena arena = {0};
    struct scenario s;
    struct tn_mc_unit *unit = tn_new(&arena, struct tn_mc_unit, POOR + 1);

    scenario_fill(&s, 0.3, 0.4);
    for (size_t i = 0; i <= POOR; i++)
        unit[i] = (struct tn_mc_unit){.key = tn_key(i, "many"),
                                      .state = i == POOR,
                                      .base = TN_MC_NONE,
                                      .offset = i == POOR ? 0 : HUGE_VAL};
    s.model.unit = unit;
    s.model.units = POOR + 1;
    for (int short_of = 0; short_of < 3; short_of++) {   // neither, the first, the second
        for (int state_of = 0; state_of < 2; state_of++) {
            long quota = (state_of ? 1 : POOR) + (short_of == state_of + 1);
            s.place[0].quota[state_of] = s.model.quota[state_of] = quota;
        }
        struct tn_mc_result r = run(&arena, &s.model, 5, DRAWS, 0);
        uint64_t left = r.place[0].histogram[1][TN_MC_EXITS].count[1];
        assert_true(left > DRAWS / 3 && left < DRAWS - DRAWS / 3);
        assert_int_equal(r.place[0].both_met, short_of ? 0 : left);
        assert_int_equal(r.all.both_met, short_of ? 0 : left);
        assert_int_equal(r.all.histogram[0][TN_MC_EXITS].count[POOR], DRAWS);
    }
    tn_arena_free(&arena);
}

/* Entries of 300 expected come in portions; their law stays Poisson's. */
static void entries_follow_poisson(void **state)
{
    (void)state;
    static const double mean[] = {0.217, 3.3, 300};
    enum { DRAWS = 20000 };

    for (size_t i = 0; i < 3; i++) {
        struct tn_arena arena = {0};
        struct scenario s;
        scenario_fill(&s, 0.3, 0.4);
        scenario_set(&s, ENTRY, 0, 0);
        s.place[0].exposure[0] = mean[i];
        struct tn_mc_result r = run(&arena, &s.model, 11, DRAWS, 0);
        const struct tn_histogram *entries = &r.place[0].histogram[0][TN_MC_ENTRIES];
        for (long k = 0; k < (long)entries->bins; k++) {
            double log_chance = (double)k * log(mean[i]) - mean[i] -
                                lgamma((double)k + 1);
            double chance = exp(log_chance);
            double share = (double)entries->count[k] / DRAWS;
            assert_true(fabs(share - chance) < 4.5 * sqrt(chance / DRAWS) + 1.0 / DRAWS);
        }
        assert_true(fabs(tn_histogram_mean(entries).value - mean[i]) <
                    4.5 * sqrt(mean[i] / DRAWS));
        tn_arena_free(&arena);
    }
}

static void no_households_no_exits(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct scenario s;

    scenario_fill(&s, 0.3, 0.4);
    s.model.units = 0;
    struct tn_mc_result r = run(&arena, &s.model, 1, 1, 0);
    assert_int_equal(r.draws, 1);
    assert_int_equal(r.all.histogram[0][TN_MC_EXITS].bins, 1);
    assert_int_equal(r.all.histogram[0][TN_MC_EXITS].count[0], 1);
    assert_int_equal(r.all.histogram[1][TN_MC_END].count[0], 1);
    assert_int_equal(r.all.both_met, 0);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest montecarlo[] = {
        cmocka_unit_test(agrees_with_the_exact_law),
        cmocka_unit_test(standard_errors_are_right),
        cmocka_unit_test(threads_do_not_tell),
        cmocka_unit_test(builds_do_not_tell),
        cmocka_unit_test(chunks_add_up_to_the_whole),
        cmocka_unit_test(the_order_of_rows_does_not_tell),
        cmocka_unit_test(a_household_struck_off_changes_no_other_village),
        cmocka_unit_test(sums_are_kept_draw_by_draw),
        cmocka_unit_test(sure_households_always_leave),
        cmocka_unit_test(many_households_meet_both_quotas_where_each_does),
        cmocka_unit_test(entries_follow_poisson),
        cmocka_unit_test(no_households_no_exits),
    };
    return cmocka_run_group_tests(montecarlo, NULL, NULL);
}
