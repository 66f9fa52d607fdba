/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/forecast/ (another program's quadrature, two methods agreeing to
 * 1.1e-16); brute force over effects and households on tiny communes. */
#include "forecast_oracle.h"

#include "tn/num/joint.h"
#include "tn/num/poisbin.h"
#include "tn/num/special.h"
#include "tn/num/sum.h"

static const double TOL =
    1e-13;   // of the quadrature; the oracles are good to some 1e-15

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

static void settles_on_every_scenario(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                               TOL);
        assert_true(laws.moved < TOL);
    }
}

static void check_summary(const char *scenario, const char *status,
                          const struct tn_law *law, long quota)
{
    char name[64];
    double shortfall = 0;
    for (long k = 0; k < quota; k++)
        shortfall += (double)(quota - k) * law->pmf[k];

    snprintf(name, sizeof name, "P_%s_ge_%ld", status, quota);
    check_abs(tn_poisbin_at_least(law->n, law->pmf, quota), summary_value(scenario, name),
              2e-13, name);
    snprintf(name, sizeof name, "mean_%s", status);
    check_abs(tn_poisbin_mean(law->n, law->pmf), summary_value(scenario, name), 2e-12,
              name);
    snprintf(name, sizeof name, "sd_%s", status);
    check_abs(tn_poisbin_sd(law->n, law->pmf), summary_value(scenario, name), 2e-12,
              name);
    snprintf(name, sizeof name, "E_shortfall_%s", status);
    check_abs(shortfall, summary_value(scenario, name), 1e-12, name);
    static const int percent[] = {5, 25, 50, 75, 95};
    for (int i = 0; i < 5; i++) {
        snprintf(name, sizeof name, "q%02d_%s", percent[i], status);
        assert_int_equal(tn_poisbin_quantile(law->n, law->pmf, percent[i] / 100.0),
                         lround(summary_value(scenario, name)));
    }
}

static void agrees_with_the_summaries(void **state)
{
    (void)state;
    for_scenarios (s) {
        struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                               TOL);
        check_summary(s->name, "poor", &laws.whole[0], 23);
        check_summary(s->name, "near", &laws.whole[1], 35);
        check_abs(tn_laws_every(&arena, &laws, 0, poor_quota),
                  summary_value(s->name, "P_all_villages_poor"), 1e-13,
                  "every poor quota");
        check_abs(tn_laws_every(&arena, &laws, 1, near_quota),
                  summary_value(s->name, "P_all_villages_near"), 1e-13,
                  "every near quota");
        check_abs(tn_poisbin_at_most(67, laws.whole[0].pmf, 5),
                  summary_value(s->name, "P_poor_le_5"), 2e-13, "P_poor_le_5");
    }
}

static const struct scenario *scenario_named(const char *name)
{
    for_scenarios (s)
        if (strcmp(s->name, name) == 0)
            return s;
    fail_msg("no scenario %s", name);
    return NULL;
}

/* Calls row(laws, line) for every line of a file whose first field is a scenario. */
static void for_rows(const char *name,
                     void (*row)(const struct tn_laws *laws, const char *line))
{
    FILE *file = oracle_file(name);
    char line[512], open[8] = "", scenario[8];
    struct tn_laws laws = {0};
    size_t rows = 0;

    assert_non_null(fgets(line, sizeof line, file));
    for (; fgets(line, sizeof line, file); rows++) {
        assert_int_equal(sscanf(line, "%7[^,]", scenario), 1);
        if (strcmp(scenario, open) != 0)
            laws = tn_effects_solve(
                &arena, &oracle_of(&arena, scenario_named(scenario))->effects, TOL);
        strcpy(open, scenario);
        row(&laws, strchr(line, ',') + 1);
    }
    fclose(file);
    assert_true(rows >= 77);
}

static void pmf_row(const struct tn_laws *laws, const char *line)
{
    char status[16];
    long k;
    double pmf, tail;
    assert_int_equal(sscanf(line, "%15[^,],%ld,%lf,%lf", status, &k, &pmf, &tail), 4);
    const struct tn_law *law = &laws->whole[strcmp(status, "poor") != 0];
    check_abs(law->pmf[k], pmf, 1e-13, "pmf");
    check_abs(tn_poisbin_at_least(law->n, law->pmf, k), tail, 2e-13, "tail");
}

static void agrees_with_every_entry_of_the_laws(void **state)
{
    (void)state;
    for_rows("commune_pmf.csv", pmf_row);
}

static void village_row(const struct tn_laws *laws, const char *line)
{
    size_t v;
    double met[3], mean[2], sd[2];
    assert_int_equal(sscanf(line, "%zu,%lf,%lf,%lf,%lf,%lf,%lf,%lf", &v, &met[0], &met[1],
                            &met[2], &mean[0], &sd[0], &mean[1], &sd[1]),
                     8);
    for (size_t c = 0; c < 2; c++) {
        const struct tn_law *law = tn_laws_place(laws, c, v - 1);
        long quota = (c ? near_quota[v - 1] : poor_quota[v - 1]);
        check_abs(tn_poisbin_at_least(law->n, law->pmf, quota), met[c], 2e-13, "met");
        check_abs(tn_poisbin_mean(law->n, law->pmf), mean[c], 5e-13, "mean");
        check_abs(tn_poisbin_sd(law->n, law->pmf), sd[c], 5e-13, "sd");
    }
}

static void agrees_with_every_village(void **state)
{
    (void)state;
    for_rows("commune_villages.csv", village_row);
}

/* P(quota met) when every planned household's logit, or everybody's, moves by shift. */
static double met_after(const struct scenario *s, size_t c, double shift, bool all)
{
    struct tn_mark mark = tn_arena_mark(&arena);
    struct oracle *o = oracle_of(&arena, s);
    o->logit[2 * c] += shift;
    o->logit[2 * c + 1] += all ? shift : 0;
    struct tn_laws laws = tn_effects_solve(&arena, &o->effects, 1e-12);
    double met = tn_poisbin_at_least(laws.whole[c].n, laws.whole[c].pmf, c ? 35 : 23);
    tn_arena_rewind(&arena, mark);
    return met;
}

static double shift_for(const struct scenario *s, size_t c, double chance, bool all)
{
    double a = 0.3, b = 1, at_a = met_after(s, c, a, all) - chance;
    while (fabs(b - a) > 1e-11) {   // the secant method
        double at_b = met_after(s, c, b, all) - chance;
        double next = b - at_b * (b - a) / (at_b - at_a);
        a = b;
        at_a = at_b;
        b = next;
    }
    return b;
}

static void answers_the_inverse_questions(void **state)
{
    (void)state;
    FILE *file = oracle_file("inverse_questions.csv");
    char line[128], question[64], scenario[8], status[8];
    double chance, value;
    int rows = 0;

    assert_non_null(fgets(line, sizeof line, file));
    for (; fgets(line, sizeof line, file); rows++) {
        assert_int_equal(sscanf(line, "%63[^,],%7[^,],%lf", question, scenario, &value),
                         3);
        const struct scenario *s = scenario_named(scenario);
        const char *prob = strstr(question, "prob_");
        assert_int_equal(sscanf(prob, "prob_%lf_%7s", &chance, status), 2);
        size_t c = strcmp(status, "poor") != 0;
        if (strncmp(question, "largest", 7) == 0) {
            struct tn_laws laws = tn_effects_solve(&arena, &oracle_of(&arena, s)->effects,
                                                   TOL);
            long got = tn_poisbin_assured(laws.whole[c].n, laws.whole[c].pmf, chance);
            assert_int_equal(got, lround(value));
        } else {
            bool all = strstr(question, "shift_all") != NULL;
            check_abs(shift_for(s, c, chance, all), value, 1e-9, question);
        }
    }
    fclose(file);
    assert_int_equal(rows, 32);
}

/* P(count = k) by every outcome of every household at every pair of nodes of a plain fine
 * trapezoid sum over e and u: two places of two and one households. */
static double sd_of(const struct tn_effects *effects, size_t place)
{
    return effects->own_sd ? effects->own_sd[place] : effects->place_sd;
}

static double by_brute_force(const struct tn_effects *effects, unsigned want)
{
    const struct tn_group *group = effects->count[0].group;   // three of one household
    struct tn_sum sum = {0}, weight = {0};
    const double step = 0.25;
    for (double e = -8; e < 8; e += step)
        for (double u = -8; u < 8; u += step)
            for (double v = -8; v < 8; v += step) {
                double w = exp(-(e * e + u * u + v * v) / 2);
                tn_sum_add(&weight, w);
                for (unsigned set = 0; set < 8; set++) {
                    double chance = __builtin_popcount(set) == (int)want ? w : 0;
                    for (unsigned i = 0; i < 3; i++) {
                        double shift = effects->year_sd * e +
                                       sd_of(effects, group[i].place) *
                                           (group[i].place ? v : u);
                        double p = tn_expit(effects->logit[group[i].risk] + shift);
                        double in = group[i].exits * p + group[i].stays * (1 - p);
                        chance *= set >> i & 1 ? in : 1 - in;
                    }
                    tn_sum_add(&sum, chance);
                }
            }
    return tn_sum_value(sum) / tn_sum_value(weight);
}

static void counts_those_that_stay_and_those_that_go(void **state)
{
    (void)state;
    const double logit[] = {0.7312, -1.4127};
    const struct tn_group group[] = {
        {0, 0, 1, 0.0713, 0.8341, 0}, {0, 1, 1, 1, 0, 0}, {1, 1, 1, 0, 0.6127, 0}};
    const struct tn_count count = {3, group};
    const struct tn_effects effects = {.year_sd = 0.4271,
                                       .place_sd = 0.3318,
                                       .places = 2,
                                       .risks = 2,
                                       .logit = logit,
                                       .counts = 1,
                                       .count = &count};
    struct tn_laws laws = tn_effects_solve(&arena, &effects, TOL);
    for (unsigned k = 0; k <= 3; k++)
        check_abs(laws.whole[0].pmf[k], by_brute_force(&effects, k), 1e-12, "pmf");
}

/* Of a lattice, of Hermite's nodes and of nodes of their own; of one sd and of none. */
static void places_may_have_sds_of_their_own(void **state)
{
    (void)state;
    static const double sd[][3] = {{0.4271, 0.3318, 0.5127}, {0.4271, 0.0318, 0.5127},
                                   {0.9127, 0.1118, 0.2},    {0.4271, 0, 0.3318},
                                   {0.4271, 0.37, 0.37},     {0, 0.0318, 0.3318},
                                   {0.0412, 0.3318, 0.71},   {0.4271, 0, 0}};
    const double logit[] = {0.7312, -1.4127};
    const struct tn_group group[] = {
        {0, 0, 1, 0.0713, 0.8341, 0}, {0, 1, 1, 1, 0, 0}, {1, 1, 1, 0, 0.6127, 0}};
    const struct tn_count count = {3, group};
    for (size_t i = 0; i < sizeof sd / sizeof *sd; i++) {
        const struct tn_effects effects = {.year_sd = sd[i][0],
                                           .place_sd = 7,   // of no place
                                           .places = 2,
                                           .own_sd = sd[i] + 1,
                                           .risks = 2,
                                           .logit = logit,
                                           .counts = 1,
                                           .count = &count};
        struct tn_laws laws = tn_effects_solve(&arena, &effects, TOL);
        for (unsigned k = 0; k <= 3; k++)
            check_abs(laws.whole[0].pmf[k], by_brute_force(&effects, k), 1e-12, "pmf");
    }
}

/* All of one sd: as if it were that of all. Both counts at once, with reports or not. */
static void one_sd_of_all_is_no_sd_of_their_own(void **state)
{
    (void)state;
    const double logit[] = {0.7312, -1.4127, 0.21};
    const double same[] = {0.3318, 0.3318}, other[] = {0.3318, 0.0318};
    const struct tn_group first[] = {
        {0, 0, 3, 0, 1, 0}, {0, 1, 2, 0, 1, 0}, {1, 2, 4, 0, 1, 0}};
    const struct tn_group second[] = {{0, 2, 5, 0, 1, 1}, {1, 0, 2, 0, 1, 1}};
    const struct tn_count count[] = {{3, first}, {2, second}};
    const struct tn_report report[] = {{2, 0.4}, {-1, 0}, {1, 0.4}, {2, 0.7}};
    for (int reported = 0; reported < 2; reported++) {
        struct tn_effects effects = {.year_sd = 0.4271,
                                     .place_sd = 0.3318,
                                     .places = 2,
                                     .risks = 3,
                                     .logit = logit,
                                     .counts = 2,
                                     .count = count,
                                     .pools = reported ? 2 : 0,
                                     .pool = count,
                                     .report = report};
        struct tn_pair pair = {{0, 1}, true};
        struct tn_laws want = tn_effects_solve(&arena, &effects, TOL);
        struct tn_joint joint = tn_joint_law(&arena, &want, pair, (const long[]){9, 9});
        double both = tn_joint_at_least(&joint, 4, 3);
        effects.own_sd = same;
        struct tn_laws got = tn_effects_solve(&arena, &effects, TOL);
        joint = tn_joint_law(&arena, &got, pair, (const long[]){9, 9});
        check_abs(tn_joint_at_least(&joint, 4, 3), both, 1e-12, "both");
        check_abs(got.evidence, want.evidence, 1e-11, "evidence");
        for (size_t k = 0; k <= 9; k++)
            check_abs(got.whole[0].pmf[k], want.whole[0].pmf[k], 1e-12, "pmf");
        effects.own_sd = other;
        got = tn_effects_solve(&arena, &effects, TOL);
        assert_true(fabs(got.whole[0].pmf[4] - want.whole[0].pmf[4]) > 1e-4);
    }
}

/* A single place of its own sd: as if all had that one. */
static void one_place_may_have_its_own(void **state)
{
    (void)state;
    const double logit[] = {0.7312, -1.4127}, own = 0.3318;
    const struct tn_group group[] = {{0, 0, 3, 0, 1, 0}, {0, 1, 4, 0, 1, 0}};
    const struct tn_count count = {2, group};
    struct tn_effects effects = {.year_sd = 0.4271,
                                 .place_sd = own,
                                 .places = 1,
                                 .risks = 2,
                                 .logit = logit,
                                 .counts = 1,
                                 .count = &count};
    struct tn_laws want = tn_effects_solve(&arena, &effects, TOL);
    effects.place_sd = 7;   // of no place
    effects.own_sd = &own;
    struct tn_laws got = tn_effects_solve(&arena, &effects, TOL);
    for (size_t k = 0; k <= 7; k++)
        check_abs(got.whole[0].pmf[k], want.whole[0].pmf[k], 1e-12, "pmf");
}

/* Without an effect of the year there is one lane; reports weigh it all the same. */
static void no_year_is_the_end_of_small_ones(void **state)
{
    (void)state;
    const double logit[] = {0.7312, -1.4127};
    const struct tn_group group[] = {{0, 0, 3, 0, 1, 0}, {0, 1, 4, 0, 1, 0}};
    const struct tn_count count = {2, group};
    const struct tn_report report[] = {{2, 0.4}};
    struct tn_effects effects = {.year_sd = 1e-6,
                                 .place_sd = 0.3318,
                                 .places = 1,
                                 .risks = 2,
                                 .logit = logit,
                                 .counts = 1,
                                 .count = &count,
                                 .pools = 1,
                                 .pool = &count,
                                 .report = report};
    struct tn_laws want = tn_effects_solve(&arena, &effects, TOL);
    effects.year_sd = 0;
    struct tn_laws got = tn_effects_solve(&arena, &effects, TOL);
    check_abs(got.evidence, want.evidence, 1e-11, "evidence");
    for (size_t k = 0; k <= 7; k++)
        check_abs(got.whole[0].pmf[k], want.whole[0].pmf[k], 1e-11, "pmf");
}

static void sure_chances_and_empty_places_are_exact(void **state)
{
    (void)state;
    const double logit[] = {HUGE_VAL, -HUGE_VAL, 0.4};
    const struct tn_group group[] = {
        {1, 0, 3, 0, 1, 0}, {1, 1, 4, 0, 1, 0}, {1, 2, 0, 0, 1, 0}};
    const struct tn_count count[] = {{3, group}, {0, NULL}};
    const struct tn_effects effects = {.year_sd = 0.4,
                                       .place_sd = 0.3,
                                       .places = 3,
                                       .risks = 3,
                                       .logit = logit,
                                       .counts = 2,
                                       .count = count};
    struct tn_laws laws = tn_effects_solve(&arena, &effects, TOL);
    assert_int_equal(laws.whole[0].n, 7);
    for (size_t k = 0; k <= 7; k++)
        check_abs(laws.whole[0].pmf[k], k == 3, 1e-14, "sure");
    assert_int_equal(laws.whole[1].n, 0);
    check_abs(laws.whole[1].pmf[0], 1, 1e-14, "nobody");
    check_abs(tn_laws_every(&arena, &laws, 0, (const long[]){0, 3, 0}), 1, 1e-14, "met");
    check_abs(tn_laws_every(&arena, &laws, 0, (const long[]){0, 4, 0}), 0, 0, "not met");
}

/* A group of 700 is joined in parts, and its law is narrow in e: the grid must follow. */
static void large_places_need_and_get_a_finer_grid(void **state)
{
    (void)state;
    const double logit[] = {-1.3};
    const struct tn_group group[] = {{0, 0, 700, 0, 1, 0}};
    const struct tn_count count[] = {{1, group}};
    struct tn_effects effects = {.year_sd = 0.5,
                                 .places = 1,
                                 .risks = 1,
                                 .logit = logit,
                                 .counts = 1,
                                 .count = count};
    struct tn_laws laws = tn_effects_solve(&arena, &effects, 1e-11);
    assert_true(laws.moved < 1e-11);

    double p[700], pmf[701], want = 0, weight = 0;
    for (double z = -8; z <= 8; z += 0.04) {
        for (size_t i = 0; i < 700; i++)
            p[i] = tn_expit(-1.3 + 0.5 * z);
        tn_poisbin_pmf(700, p, pmf);
        want += exp(-z * z / 2) * tn_poisbin_at_least(700, pmf, 200);
        weight += exp(-z * z / 2);
    }
    check_abs(tn_poisbin_at_least(700, laws.whole[0].pmf, 200), want / weight, 1e-11,
              "tail");
}

int main(void)
{
    const struct CMUnitTest effects[] = {
        cmocka_unit_test_teardown(settles_on_every_scenario, forget),
        cmocka_unit_test_teardown(agrees_with_the_summaries, forget),
        cmocka_unit_test_teardown(agrees_with_every_entry_of_the_laws, forget),
        cmocka_unit_test_teardown(agrees_with_every_village, forget),
        cmocka_unit_test_teardown(answers_the_inverse_questions, forget),
        cmocka_unit_test_teardown(counts_those_that_stay_and_those_that_go, forget),
        cmocka_unit_test_teardown(places_may_have_sds_of_their_own, forget),
        cmocka_unit_test_teardown(one_sd_of_all_is_no_sd_of_their_own, forget),
        cmocka_unit_test_teardown(sure_chances_and_empty_places_are_exact, forget),
        cmocka_unit_test_teardown(large_places_need_and_get_a_finer_grid, forget),
        cmocka_unit_test_teardown(one_place_may_have_its_own, forget),
        cmocka_unit_test_teardown(no_year_is_the_end_of_small_ones, forget),
    };
    return cmocka_run_group_tests(effects, NULL, NULL);
}
